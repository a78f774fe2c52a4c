"""Documents that a meeting adopts, and words of leaders that it studies."""

from __future__ import annotations

import re
from collections.abc import Callable

from digest.translate.officialese.headlines.campaigns import topic
from digest.translate.officialese.headlines.naming import document
from digest.translate.officialese.headlines.parts import any_of, each, the
from digest.translate.officialese.names import dates
from digest.translate.officialese.names.names import place
from digest.translate.officialese.nouns.compound import joined
from digest.translate.officialese.verbs.verb import verb_phrase
from digest.translate.officialese.words.lexicon import Entry, cut, section
from digest.translate.officialese.words.morphology import mark

Reader = Callable[[str], str | None]

_ADOPTED = section("around.txt", "adopted")
_DOCUMENT = re.compile(f"^({any_of(_ADOPTED)})(?:了)?(.+?)(?:等(?:\\d+[项个份件])?(?:文件|方案|议题|事项|制度)?)?$")
_DRAFT = re.compile("[（](?:草案|送审稿|征求意见稿|讨论稿|修订草案|修订稿|审议稿|试行|修订|草稿)[）]")


def adopted(text: str) -> str | None:
    """``审议通过《云岭县防汛应急预案》``, ``讨论通过2026年工作要点``."""
    found = _DOCUMENT.match(text)
    bare = _DRAFT.sub("", found[2]) if found else ""
    pieces = re.split("(?<=》)[、和]?(?=《)|[、和](?=《)", bare) if "》" in bare else [bare]
    said = each(pieces, of_its_year) if found else []
    if found is None or not said:
        return None
    more = " and other documents" if text.removeprefix(found[1] + found[2]).startswith("等") else ""
    return f"{mark(_ADOPTED[found[1]], both=True)} {', '.join(said) if more else joined(said)}{more}"


def of_its_year(text: str) -> str | None:
    """``《2026年工作要点》`` "the 2026 key points of work"; the marks and the year may be missing."""
    quoted = re.match("^《([^《》]+)》$", text)
    year, rest = dates.year(quoted[1] if quoted else text)
    said = document(rest)
    return said.replace("the ", f"the {year} ", 1) if said and year else said


_WORDS = section("around.txt", "words-of-leaders")
_KIND = f"(?:系列)?(?:重要)?(?:{any_of(_WORDS)})(?:精神)?"
_LEADER = re.compile(
    "^(.{2,10}?)(?:习近平)?总书记(?:(关于|对|在)(.{2,40}?)(?:工作)?(?:上|时|期间)?(?:的|作出的|发表的)?)?"
    f"({_KIND}(?:[和与、及\\s]?{_KIND})*)$"
)


def studied(text: str, meeting: Reader) -> str | None:
    """``学习习近平总书记重要文章精神``: the guiding principles of articles."""
    found = _LEADER.match(text)
    done = cut(found[1]) if found else None
    about = _occasion(found[2], found[3], meeting) if found and found[2] else ""
    if found is None or done is None or about is None:
        return None
    kinds = dict.fromkeys(_WORDS[one] for one in re.findall(any_of(_WORDS), found[4]))
    important = "important " if "重要" in found[4] else ""
    principles = "the guiding principles of " if "精神" in found[4] else ""
    said = f"{principles}General Secretary Xi Jinping's {important}{joined(list(kinds))}{about}"
    return verb_phrase((*done, Entry(zh="精神", tag="n", en=said)))


def _occasion(how: str, text: str, meeting: Reader) -> str | None:
    """``关于安全生产`` " on workplace safety", ``在云岭省考察`` " on his tour of Yunling Province"."""
    if how != "在":
        about = topic(text)
        return f" on {about}" if about else None
    if tour := re.match("^(.+?)(?:考察|视察|调研)$", text):
        where = place(tour[1])
        return f" on his tour of {where}" if where else None
    held = meeting(text)
    return f" at {the(held)}" if held else None

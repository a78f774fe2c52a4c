"""Headlines of tours and deeds: ``林知远调研防汛工作``, ``林知远会见企业代表``, ``云岭县开展夏季治安整治行动``."""

from __future__ import annotations

import re
from collections.abc import Callable

from digest.translate.officialese.headlines.campaigns import people
from digest.translate.officialese.headlines.naming import named
from digest.translate.officialese.names.names import place
from digest.translate.officialese.verbs.verb import doing, verb_phrase
from digest.translate.officialese.words.lexicon import cut, section
from digest.translate.officialese.words.morphology import is_plural, plain, present

Reader = Callable[[str], str | None]

_OUR = re.compile(r"^我[省市县区镇]")
_HOW = "(?:专题|实地|现场|带队|率队|暗访|随机|一线|夜间)*"
_LONGEST_SUBJECT = 24
#: somebody, and where they go
_SUBJECT = re.compile(r"^(.{2,24}?)(?:(?:赴|到|在|深入)+(.{2,12}))?$")


def _did() -> dict[str, str]:
    return section("meetings.txt", "tours")


def visit(text: str, person: Reader, who: Reader) -> str | None:
    """Who toured or did what, and where; None unless all of it is understood. ``person`` and ``who`` read the subject.

    A pair of verbs counts as one word, the longest first.
    """
    verbs = "|".join(sorted(_did(), key=len, reverse=True))
    for verb in re.finditer(rf"{_HOW}({verbs})了?", text):
        subject = _SUBJECT.match(text[: verb.start()])
        if subject and (english := _tour(subject, verb[1], text[verb.end() :], lambda text: person(text) or who(text))):
            return english
    return _deed(text, who)


def _tour(subject: re.Match[str], verb: str, rest: str, person: Reader) -> str | None:
    somebody, where = person(subject[1]), _where(subject[2]) if subject[2] else ""
    if somebody is None or where is None:
        return None
    if not rest or (verb == "考察" and rest == "学习"):
        return f"{somebody} made a fact-finding tour{where}" if where and verb in {"调研", "考察"} else None
    entries = cut(_OUR.sub("", rest), named)
    what = people(rest) or (doing(entries) if entries else None)
    return f"{somebody} {_did()[verb]} {plain(what)}{where}" if what else None


def _where(text: str) -> str | None:
    """``云岭县``, ``企业``: " in Yunling County", " at companies"."""
    if town := place(text):
        return f" in {town}"
    several = [place(part) for part in re.split("[、和]", text)]
    if len(several) > 1 and all(several):
        return f" in {' and '.join(str(one) for one in several)}"
    entries = cut(text)
    thing = doing(entries) if entries and all(entry.tag in {"n", "o", "a"} for entry in entries) else None
    return f" at {plain(thing)}" if thing else None


def _deed(text: str, who: Reader) -> str | None:
    """``云岭县开展夏季治安整治行动``: the subject and a verb phrase, in the present of headlines."""
    for size in range(2, min(len(text) - 3, _LONGEST_SUBJECT)):
        entries = cut(text[size:], named)
        if not entries or entries[0].tag not in {"v", "vp", "va", "d", "ad"}:
            continue
        subject = who(text[:size])
        reading = verb_phrase(entries) if subject else None
        if subject and reading:
            return f"{subject} {plain(present(reading, plural=' and ' in subject or is_plural(subject)))}"
    return None

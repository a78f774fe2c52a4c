"""What a meeting is about: its matter, the body that it is a meeting of, and campaigns with names of their own.

A quoted name is told in pinyin where the word behind it says what it names.
"""

from __future__ import annotations

import re

from digest.translate.officialese.compound import joined
from digest.translate.officialese.lexicon import Entry, cut, section
from digest.translate.officialese.morphology import plain
from digest.translate.officialese.names import leading_place, spelled
from digest.translate.officialese.organs import units
from digest.translate.officialese.verb import doing

#: ``“清风护航”专项行动``: two to eight Han characters, nothing else inside
_NAMED = re.compile("“([\\u4e00-\\u9fff]{2,8})”")
_WORD = 2


def named(text: str, at: int) -> Entry | None:
    """The quoted name that starts here with the kind of campaign behind it as one noun, else None.

    A quotation without such a word is a slogan: its meaning would be lost in pinyin.
    """
    found = _NAMED.match(text, at)
    if found is None:
        return None
    kinds = section("meetings.txt", "campaigns")
    kind = next((zh for zh in sorted(kinds, key=len, reverse=True) if text.startswith(zh, found.end())), "")
    if not kind:
        return None
    name = found[1]
    if cut(name) is not None:
        return None  # words that have English: _quoted says whether they are nouns
    pinyin = " ".join(spelled(name[start : start + _WORD]) for start in range(0, len(name), _WORD))
    return Entry(zh=found[0] + kind, tag="n", en=f"the “{pinyin}” {kinds[kind]}")


def topic(text: str) -> str | None:
    """What a meeting is about; a named campaign with what it is for and where."""
    if "暨" in text:
        parts = [topic(part) for part in text.split("暨")]
        said = [part for part in parts if part]
        return joined(said) if len(said) == len(parts) else None
    entries = cut(text, named)
    if not entries or entries[0].zh.isdigit():
        return None
    last = entries[-2] if len(entries) > 1 and entries[-1].zh == "工作" else entries[-1]
    matter = text[: text.rfind(last.zh)]
    if not last.en.startswith("the “") or not matter:
        whole = doing(entries)
        return plain(whole) if whole else None
    found = leading_place(matter)
    where = f" in {found.english}" if found and found.level else ""
    for_what = cut(matter[found.length :] if found and where else matter)
    about = doing(for_what) if for_what else None
    return f"{last.en} on {plain(about)}{where}" if about else None


def committee(text: str) -> str | None:
    """``国土空间规划委员会``, ``防汛工作领导小组``, ``常委会``: what meets, by the matter it is there for."""
    for unit, rest in [*units(text), ("", text)]:
        said = _body_on(rest)
        if said:
            return said.replace("the ", f"the {unit.removeprefix('the ')} ", 1) if unit else said
    return None


def _body_on(text: str) -> str | None:
    for ending, english in section("meetings.txt", "bodies").items():
        matter = text.removesuffix(ending).removesuffix("工作")
        if text.endswith(ending) and not matter and not english.endswith(" on"):
            return english
        entries = cut(matter) if text.endswith(ending) and matter and english.endswith(" on") else None
        said = doing(entries) if entries else None
        if said:
            return f"{english} {plain(said)}"
    return None

"""Mottoes before and behind the news of a headline: ``压实责任 守牢底线``."""

from __future__ import annotations

import re
from functools import cache

from digest.translate.officialese.clause import clause_en
from digest.translate.officialese.headlines.campaigns import topic
from digest.translate.officialese.headlines.parts import each
from digest.translate.officialese.verbs.verb import verb_phrase
from digest.translate.officialese.words.lexicon import cut, section
from digest.translate.officialese.words.morphology import plain

#: 为…走在前列提供保障: for all that stands between, which the clause would part
_PARTED = re.compile("^为.+(?:提供|作出|贡献)")
#: 以党建促发展, 党建促发展
_FOR = re.compile("^以?(.{2,8}?)([促助护聚强])([^进力]{2,6})$")
#: characters of a motto that another follows at once: 众志成城|战疫情
_WHOLE = 4


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = sorted(section("around.txt", "mottoes-on").items(), key=lambda row: -len(row[0]))
    return tuple((re.compile("^" + zh.replace("*", "(.{2,16})") + "$"), english) for zh, english in rows)


def motto(text: str) -> str | None:
    """``压实责任``: "pin down responsibility", beginning small."""
    if known := section("around.txt", "mottoes").get(text):
        return known
    for pattern, english in _patterns():
        found = pattern.match(text)
        about = topic(found[1]) if found else None
        if about:
            return english.format(about)
    return imperative(text) or _for(text) or _two(text)


def imperative(text: str) -> str | None:
    """A motto that is a predicate or a sentence of its own."""
    entries = cut(text)
    reading = verb_phrase(entries) if entries else None
    said = plain(reading) if reading else clause_en(text)
    return None if said and _PARTED.match(text) and said.lower().startswith("for ") else said


def _for(text: str) -> str | None:
    """``以党建促发展`` "use Party building to promote development"."""
    found = _FOR.match(text)
    means, end = (topic(found[1]), topic(found[3])) if found else (None, None)
    if found is None or means is None or end is None:
        return None
    verb = section("around.txt", "mottoes-for")[found[2]]
    return f"use {means} to {verb} {end}"


def _two(text: str) -> str | None:
    """``众志成城战疫情``: a motto of the list and what is done in its spirit."""
    first = section("around.txt", "mottoes").get(text[:_WHOLE])
    second = imperative(text[_WHOLE:]) if first and len(text) > _WHOLE + 1 else None
    return f"{first} and {second}" if second else None


def mottoes(text: str, between: str = "; ") -> str | None:
    """``压实责任 守牢底线``, ``防风险、保安全``: one motto after the other, with ``between`` them in English."""
    pieces = [piece for piece in re.split(r"[\s，,；;]+", text) if piece]
    said = each(pieces, lambda piece: motto(piece) or _listed(piece))
    return between.join(said) if said else None


def _listed(text: str) -> str | None:
    parts = text.split("、")
    return ", ".join(each(parts, motto)) or None if len(parts) > 1 else None

"""Lists, brackets and articles in a headline; a list is read when each of its parts is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from digest.translate.officialese.words.lexicon import section

#: what reads a part of a text: its English, None where it is not understood
Read = Callable[[str], str | None]


def each(parts: Iterable[str], read: Read) -> list[str]:
    """Every part in English; empty when one of them has none."""
    said = [read(part) for part in parts]
    known = [one for one in said if one]
    return known if len(known) == len(said) else []


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of several words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


@cache
def longest_first(name: str, title: str) -> dict[str, str]:
    """A section of a list, the longest Chinese first."""
    return dict(sorted(section(name, title).items(), key=lambda row: -len(row[0])))


def the(noun: str) -> str:
    """``a meeting`` "the meeting"; what has no "a" stays."""
    return re.sub("^an? ", "the ", noun)


def capital(text: str) -> str:
    """As a sentence begins."""
    return text[0].upper() + text[1:]


def is_inside(text: str, at: int, pairs: tuple[str, ...] = ("“”", "《》")) -> bool:
    """True for a place in quotation marks, or in other pairs of marks."""
    return any(text.count(pair[0], 0, at) > text.count(pair[1], 0, at) for pair in pairs)

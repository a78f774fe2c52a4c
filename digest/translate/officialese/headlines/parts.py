"""Lists and brackets in a headline: a list is read when each of its parts is."""

from __future__ import annotations

from collections.abc import Callable, Iterable


def each(parts: Iterable[str], read: Callable[[str], str | None]) -> list[str]:
    """Every part in English; empty when one of them has none."""
    said = [read(part) for part in parts]
    known = [one for one in said if one]
    return known if len(known) == len(said) else []


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of several words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))


def is_inside(text: str, at: int, pairs: tuple[str, ...] = ("“”", "《》")) -> bool:
    """True for a place in quotation marks, or in other pairs of marks."""
    return any(text.count(pair[0], 0, at) > text.count(pair[1], 0, at) for pair in pairs)

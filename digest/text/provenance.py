"""Where each character of the body stands in the file as it was decoded.

Repair and cleaning only delete characters, change them one for one (Traditional to Simplified, half to full width), or
give back the few that were lost. So the body is found again in the file by walking both from left to right over their
letters and digits, with inserted pinyin left out; punctuation is placed between its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from digest.text.repair import TRADITIONAL_SHARE
from digest.text.script import to_simplified, traditional_share

#: (position in the body, position in the file, length): a run of characters that stand side by side in both
Run = tuple[int, int, int]

_PINYIN = re.compile(r"[(（]?[a-z\u00e0-\u01dc]{0,24}[\u00e0-\u01dc][a-z\u00e0-\u01dc]{0,24}[)）]")
#: (letters that must agree, how far ahead they are looked for); a long agreement may jump over a whole menu
_STEPS = ((24, None), (12, None), (6, 4000), (4, 400), (2, 8), (1, 2))


@dataclass(frozen=True, kw_only=True, slots=True)
class _Letters:
    """The letters and digits of a text and where they stand."""

    text: str
    at: tuple[int, ...]

    @classmethod
    def of(cls, text: str, skip: Sequence[tuple[int, int]] = ()) -> _Letters:
        skipped = {i for a, b in skip for i in range(a, b)}
        kept = [i for i, c in enumerate(text) if c.isalnum() and i not in skipped]
        return cls(text="".join(text[i] for i in kept), at=tuple(kept))


def trace(body: str, decoded: str) -> tuple[Run, ...]:
    """Runs that map ``body`` to ``decoded``, in order; both positions never go back.

    >>> trace("推进会议", "標題 推進(jìn)會(huì)議")
    ((0, 3, 2), (2, 10, 1), (3, 16, 1))
    """
    folded = _fold(decoded)
    here, there = _Letters.of(body), _Letters.of(folded, [m.span() for m in _PINYIN.finditer(decoded)])
    origin: list[int | None] = [None] * len(body)
    cursor = 0
    i = 0
    while i < len(here.text):
        found = _find(here.text, i, there.text, cursor)
        if found is None:  # a character that repair gave back
            i += 1
            continue
        while i < len(here.text) and found < len(there.text) and here.text[i] == there.text[found]:
            origin[here.at[i]] = there.at[found]
            i, found = i + 1, found + 1
        cursor = found
    return _runs(_fill(origin, body))


def raw_span(runs: Sequence[Run], start: int, end: int) -> tuple[int, int] | None:
    """The span of the file that holds ``body[start:end]``, or None if none of it was found there."""
    first = last = None
    for here, there, length in runs:
        a, b = max(start, here), min(end, here + length)
        if a < b:
            first = there + a - here if first is None else first
            last = there + b - here
    return (first, last) if first is not None and last is not None else None


def _find(needle: str, i: int, text: str, cursor: int) -> int | None:
    for size, reach in _STEPS:
        piece = needle[i : i + size]
        if len(piece) < size and size > 1:
            continue
        found = text.find(piece, cursor, None if reach is None else cursor + reach + size)
        if found >= 0:
            return found
    return None


def _fold(decoded: str) -> str:
    """The decoded text with each Traditional character replaced by its Simplified one, length kept."""
    lines = decoded.split("\n")
    for number, line in enumerate(lines):
        if traditional_share(line) >= TRADITIONAL_SHARE:
            whole = to_simplified(line)
            lines[number] = whole if len(whole) == len(line) else "".join((to_simplified(c) or c)[0] for c in line)
    return "\n".join(lines)


def _fill(origin: list[int | None], body: str) -> list[int | None]:
    """Punctuation goes behind its neighbour, if there is room before the next one; a lost letter stays without origin."""
    known = [i for i, at in enumerate(origin) if at is not None]
    for a, b in pairwise([*known, len(origin)]):
        start = origin[a]
        limit = origin[b] if b < len(origin) else None
        assert start is not None
        for step in range(1, b - a):
            if body[a + step].isalnum():
                break
            if limit is None or start + step < limit:
                origin[a + step] = start + step
    return origin


def _runs(origin: Sequence[int | None]) -> tuple[Run, ...]:
    runs: list[Run] = []
    for here, there in enumerate(origin):
        if there is None:
            continue
        if runs and here == runs[-1][0] + runs[-1][2] and there == runs[-1][1] + runs[-1][2]:
            runs[-1] = (runs[-1][0], runs[-1][1], runs[-1][2] + 1)
        else:
            runs.append((here, there, 1))
    return tuple(runs)

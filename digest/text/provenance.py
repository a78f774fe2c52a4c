"""Where each character of the body stands in the file as it was decoded.

Repair and cleaning only delete characters, change them one for one (Traditional to Simplified, half to full width), or
give back the few that were lost. So the body is found again in the file by walking both from left to right over their
letters and digits, with inserted pinyin left out; punctuation is placed between its neighbours.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from digest.text.repair import TRADITIONAL_SHARE
from digest.text.script import to_simplified, traditional_share

#: (position in the body, position in the file, length): a run of characters that stand side by side in both
Run = tuple[int, int, int]

_PINYIN = re.compile(r"[(（]?[a-z\u00e0-\u01dc]{0,24}[\u00e0-\u01dc][a-z\u00e0-\u01dc]{0,24}[)）]")
_PARAGRAPH = re.compile(r"[^\n]+")
#: characters of the pieces that a damaged paragraph is looked for in
_SHORTEST = 12
_CLAUSE = re.compile(r"[^。！？；，\n]*[。！？；，]+|[^。！？；，\n]+")
#: (letters that must agree, how far ahead they are looked for); a long agreement may jump over a whole menu
_STEPS = ((24, None), (12, None), (6, 4000), (4, 400), (2, 8), (1, 2), (0, 0))


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


class _File:
    """The decoded file, Traditional lines as Simplified ones of the same length."""

    def __init__(self, decoded: str) -> None:
        self._decoded = decoded
        self.text = _fold(decoded)

    @cached_property
    def letters(self) -> _Letters:
        """Its letters without inserted pinyin."""
        return _Letters.of(self.text, [m.span() for m in _PINYIN.finditer(self._decoded)])

    def find(self, piece: str, cursor: int) -> int | None:
        """Where the piece stands as it is, at ``cursor`` or behind; a short one is looked for only near."""
        reach = next(reach for size, reach in _STEPS if len(piece) >= size)
        found = self.text.find(piece, cursor, None if reach is None else cursor + reach + len(piece))
        return found if found >= 0 else None


def trace(body: str, decoded: str) -> tuple[Run, ...]:
    """Runs that map ``body`` to ``decoded``, in order; both positions never go back.

    >>> trace("推进会议", "標題 推進(jìn)會(huì)議")
    ((0, 3, 2), (2, 10, 1), (3, 16, 1))
    """
    file = _File(decoded)
    runs: list[Run] = []
    cursor = 0
    for paragraph in _PARAGRAPH.finditer(body):
        found = file.find(paragraph[0], cursor)
        whole = paragraph.span()
        for start, end in [whole] if found is not None else _pieces(body, *whole):
            piece = body[start:end]
            found = file.find(piece, cursor) if found is None else found
            for here, there, length in [(0, found, end - start)] if found is not None else _walk(piece, file, cursor):
                _add(runs, (start + here, there, length))
                cursor = there + length
            found = None
    return tuple(runs)


def _pieces(body: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Clauses with their marks, a short one with those behind it: alone it could be found anywhere."""
    for clause in _CLAUSE.finditer(body, start, end):
        if clause.end() - start >= _SHORTEST or clause.end() == end:
            yield start, clause.end()
            start = clause.end()


def _walk(piece: str, file: _File, cursor: int) -> list[Run]:
    """A damaged piece, letter by letter."""
    here, there = _Letters.of(piece), file.letters
    origin: list[int | None] = [None] * len(piece)
    at, i = bisect_left(there.at, cursor), 0
    while i < len(here.text):
        found = _find(here.text, i, there.text, at)
        if found is None:  # a character that repair gave back
            i += 1
            continue
        while i < len(here.text) and found < len(there.text) and here.text[i] == there.text[found]:
            origin[here.at[i]] = there.at[found]
            i, found = i + 1, found + 1
        at = found
    runs: list[Run] = []
    for place, known in enumerate(_fill(origin, piece)):
        if known is not None:
            _add(runs, (place, known, 1))
    return runs


def _add(runs: list[Run], run: Run) -> None:
    """Append a run, as part of the last one where it goes on in both texts."""
    if runs:
        here, there, length = runs[-1]
        if (run[0], run[1]) == (here + length, there + length):
            runs[-1] = (here, there, length + run[2])
            return
    runs.append(run)


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
    for size, reach in _STEPS[:-1]:
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

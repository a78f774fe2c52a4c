"""Long Chinese in pieces that an engine takes: sentences first, then clauses, never inside a quotation."""

from __future__ import annotations

from digest.text.segment import clauses, segments


def cut(text: str, limit: int) -> list[str]:
    """Sentences (also ended by ；) of ``text``; those over ``limit`` characters in runs of whole clauses.

    A clause that is longer by itself stays whole: what cannot be cut with sense is left to the engine.

    >>> cut("要快；要稳。", 99)
    ['要快；', '要稳。']
    >>> cut("各乡镇要加强巡查，严防死守，及时上报。", 12)
    ['各乡镇要加强巡查，', '严防死守，及时上报。']
    """
    found: list[str] = []
    for segment in segments(text.splitlines()):
        found += [segment.text] if len(segment.text) <= limit else _runs(segment.text, limit)
    return found


def _runs(text: str, limit: int) -> list[str]:
    starts = [start for start, _ in clauses(text)] or [0]
    ends = [*starts[1:], len(text)]
    runs: list[str] = []
    begin = 0
    for start, end in zip(starts, ends, strict=True):
        if end - begin > limit and start > begin:
            runs.append(text[begin:start].strip())
            begin = start
    return [*runs, text[begin:].strip()]

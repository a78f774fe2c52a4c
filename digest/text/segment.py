r"""Sentences and clauses with offsets.

The splitter is ours because the usual ones cut URLs at ``?``, glue a closing quote to the next sentence and give no
offsets. Every piece satisfies ``text[start:end] == piece.text``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from digest.model import Sentence

_CLOSERS = '”’」』）】》"'
_SENTENCE_END = re.compile(rf"[。！？…]+[{_CLOSERS}]*")
_CLAUSE_END = re.compile(rf"[。！？；…]+[{_CLOSERS}]*")
_QUOTED = re.compile(r"“[^”]*”|（[^）]*）|《[^》]*》|‘[^’]*’|【[^】]*】|「[^」]*」|『[^』]*』")


def sentences(body: Sequence[str]) -> tuple[Sentence, ...]:
    """Cut paragraphs at 。！？, keeping the mark and closing quotes; offsets count in the joined body.

    >>> [s.text for s in sentences(["他说：“要快。”会议结束。", "无句号"])]
    ['他说：“要快。”', '会议结束。', '无句号']
    """
    return tuple(_cut(body, _SENTENCE_END))


def segments(body: Sequence[str]) -> tuple[Sentence, ...]:
    """Cut paragraphs at 。！？ and ；: the unit in which demands are read.

    >>> [s.text for s in segments(["要快；要稳。"])]
    ['要快；', '要稳。']
    """
    return tuple(_cut(body, _CLAUSE_END))


def _cut(body: Sequence[str], end_mark: re.Pattern[str]) -> Iterator[Sentence]:
    base = 0
    for number, paragraph in enumerate(body):
        start = 0
        for match in end_mark.finditer(paragraph):
            if match.end() - start > 1:
                yield from _piece(paragraph, start, match.end(), base, number)
                start = match.end()
        yield from _piece(paragraph, start, len(paragraph), base, number)
        base += len(paragraph) + 1


def _piece(paragraph: str, start: int, end: int, base: int, number: int) -> Iterator[Sentence]:
    text = paragraph[start:end]
    lead = len(text) - len(text.lstrip())
    text = text.strip()
    if text:
        yield Sentence(text=text, start=base + start + lead, end=base + start + lead + len(text), paragraph=number)


@lru_cache(maxsize=64)  # a segment is looked at several times in a row
def clauses(text: str) -> tuple[tuple[int, int], ...]:
    """Spans between ， and ： outside quotes and brackets; the separators are left out.

    >>> t = "会议强调，要抓好“防火，防汛”工作"
    >>> [t[a:b] for a, b in clauses(t)]
    ['会议强调', '要抓好“防火，防汛”工作']
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for piece in mask(text).replace("：", "，").split("，"):
        end = start + len(piece)
        if piece and not piece.isspace():
            spans.append((start, end))
        start = end + 1
    return tuple(spans)


def mask(text: str) -> str:
    """Quotations, titles and brackets blanked, length kept: what stands in them is not cut, and marks no demand.

    >>> mask("要做到“要快”")
    '要做到□□□□'
    """
    if not ("“" in text or "（" in text or "《" in text or "‘" in text or "【" in text or "「" in text or "『" in text):
        return text
    return _QUOTED.sub(lambda m: "□" * len(m[0]), text)

r"""Sentences and clauses with offsets.

The splitter is ours because the usual ones cut URLs at ``?``, glue a closing quote to the next sentence and give no
offsets. Every piece satisfies ``text[start:end] == piece.text``.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from digest.model import Sentence

_CLOSERS = '”’」』）】》"'
_SENTENCE_END = re.compile(rf"[。！？…]+[{_CLOSERS}]*")
_CLAUSE_END = re.compile(rf"[。！？；…]+[{_CLOSERS}]*")
_OPEN = {"（": "）", "“": "”", "《": "》", "【": "】", "「": "」", "『": "』"}


_COMMA = re.compile("[，：]")
_QUOTES = re.compile(f"[{''.join(_OPEN)}]")
_MARKS = re.compile(rf"[，：{''.join(_OPEN)}{''.join(_OPEN.values())}]")


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
    if not _QUOTES.search(text):
        cuts = [-1, *(mark.start() for mark in _COMMA.finditer(text)), len(text)]
        return tuple((a + 1, b) for a, b in itertools.pairwise(cuts) if b > a + 1 and not text[a + 1 : b].isspace())
    spans: list[tuple[int, int]] = []
    closing: list[str] = []
    start = 0
    for mark in _MARKS.finditer(text):
        i, character = mark.start(), mark[0]
        if closing and character == closing[-1]:
            closing.pop()
        elif character in _OPEN and text.find(_OPEN[character], i) >= 0:
            closing.append(_OPEN[character])
        elif character in "，：" and not closing:
            spans.append((start, i))
            start = i + 1
    spans.append((start, len(text)))
    return tuple((a, b) for a, b in spans if text[a:b].strip())

"""Keywords of a text: TextRank on its words, as textrank4zh defines it.

A word is joined to the words that stand next to it in a sentence (R. Mihalcea and P. Tarau, TextRank: Bringing Order into
Texts, EMNLP 2004); adjacent keywords that recur are one phrase. Instead of that package's filter by part of speech, for
which each text would be tagged, words are left out that are in every article of this news, its verbs of demand and report,
and what is rare in the language counts more than what is common (by jieba's dictionary).
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cache
from typing import Any

from digest.data import sections
from digest.text.graph import pagerank
from digest.text.script import one_to_one
from digest.text.tokens import dictionary

#: keywords among which phrases are looked for
_CANDIDATES = 24
#: times that a phrase, and a word that stands alone, occurs at least
_RECURS = 2
#: exponent of the surprise of a word
_RARE = 2
#: not 各乡镇, 县市区, 市委常委, 监管局: those are who, not what
_SUBJECT = re.compile(r"(?!各|.*(?:[省市县区乡镇村委局办部厅]|常委|领导|全面.*)$)[\u4e00-\u9fff]{2,}")
_SECTIONS = (
    "reporting", "demanding", "not_reporting", "marker", "connective", "adverb", "action", "narrative", "umbrella", "topic",
    "principle", "office",
)  # fmt: skip


def word_scores(vertices: Iterable[Sequence[str]], sentences: Sequence[Sequence[str]]) -> list[tuple[str, float]]:
    """Words and their scores, best first, ties by first occurrence; textrank4zh's ``sort_words`` with a window of 2.

    ``vertices`` are the words that may be keywords, ``sentences`` the words that make neighbours.
    """
    import numpy as np  # noqa: PLC0415

    index: dict[str, int] = {}
    for words in vertices:
        for word in words:
            index.setdefault(word, len(index))
    edges = sorted(
        {
            pair
            for words in sentences
            for one, other in itertools.pairwise(words)
            if one in index and other in index
            for pair in ((index[one], index[other]), (index[other], index[one]))
        }
    )
    start = np.array([pair[0] for pair in edges], dtype=np.intp)
    end = np.array([pair[1] for pair in edges], dtype=np.intp)

    def times(vector: Any) -> Any:
        return np.bincount(start, vector[end], len(index))

    linked = np.bincount(start, minlength=len(index)) > 0
    scores = [round(float(score), 12) for score in pagerank(times, len(index), linked=linked)]
    return sorted(zip(index, scores, strict=True), key=lambda item: -item[1])


def keywords(sentences: Sequence[Sequence[str]], text: str, *, limit: int) -> tuple[str, ...]:
    """The ``limit`` best keywords and phrases of a text, given as its words and as it is, best first.

    They are Simplified, as the words are; each occurs at least twice.
    """
    common = _common()
    frequency, total = dictionary()
    told = [[w for w in words if w not in common and frequency.get(w) and _SUBJECT.fullmatch(w)] for words in sentences]
    scores = {w: s * math.log(total / frequency[w]) ** _RARE for w, s in word_scores(told, sentences)}
    shadow = one_to_one(text)
    best = sorted(scores, key=lambda w: -scores[w])[:_CANDIDATES]
    phrases = _phrases(sentences, set(best), shadow)
    found: list[str] = []
    for word in best:
        phrase = max((p for p in phrases if word in phrases[p]), key=lambda p: (shadow.count(p), len(p)), default=word)
        if shadow.count(phrase) >= _RECURS and not any(phrase in other or other in phrase for other in found):
            found.append(phrase)
    return tuple(found[:limit])


def _phrases(sentences: Sequence[Sequence[str]], best: Collection[str], text: str) -> dict[str, tuple[str, str]]:
    """Phrases of two keywords that stand side by side in the text more than once, with their words."""
    pairs = Counter(pair for words in sentences for pair in itertools.pairwise(words))
    return {
        one + other: (one, other)
        for (one, other), count in pairs.items()
        if count >= _RECURS and one in best and other in best and text.count(one + other) >= _RECURS
    }


@cache
def _common() -> frozenset[str]:
    """Words that say nothing of what an article is about."""
    cues = sections("cues")
    return frozenset(word for name in _SECTIONS for word in cues[name])

"""TextRank: the key sentences of a text.

Two definitions stand here. ``textrank4zh_scores`` is that of the textrank4zh package (Mihalcea & Tarau, "TextRank:
Bringing Order into Texts", EMNLP 2004: shared words over the logarithms of the lengths, PageRank with damping 0.85),
computed without networkx, with the same scores. ``key_sentences`` departs from it where news does: BM25 edges (Barrios
et al., arXiv 1602.03606), a position prior 1/i that restarts in each bulletin section, similarity to the title, and
maximal marginal relevance (Carbonell & Goldstein, SIGIR 1998) so that five sentences say five things.
"""

from __future__ import annotations

import math
import re
from collections import Counter, deque
from collections.abc import Sequence
from typing import Any

from digest.model import KeySentence, Sentence
from digest.text.script import han_count
from digest.text.segment import segments, sentences
from digest.text.tokens import words

DAMPING = 0.85
#: PageRank stops when the L1 change falls below n times this, as networkx does
TOLERANCE = 1e-6
MAX_ITERATIONS = 100
BM25_K1, BM25_B = 1.2, 0.75
#: weight of the similarity to the title
TITLE_WEIGHT = 2.8
#: exponent of the position prior
POSITION = 0.5
#: factor for sentences that only say who was there
ATTENDANCE = 0.2
#: a matrix of all sentences is built: of a longer text the first ones are ranked (15 MB)
MOST = 1400
#: a longer sentence is cut at ； before it is ranked
LONG_SENTENCE = 120
#: shorter ones are headings and exclamations
SHORTEST = 10

Matrix = Any  # numpy is imported when a text is ranked, not when the command line starts


def key_sentences(body: Sequence[str], *, title: str | None = None, limit: int = 5) -> tuple[KeySentence, ...]:
    """The ``limit`` best sentences, best first; scores sum to at most 1, ties go to the earlier sentence."""
    units = _units(body)
    if not units:
        return ()
    tokens = [words(unit.text) for unit in units]
    bags = [Counter(t) for t in tokens]
    prior = _positions(body, units)
    heading = Counter(words(title or ""))
    scores = [
        rank
        / place**POSITION
        * (ATTENDANCE if _attendance(unit.text) else 1)
        * (1 + TITLE_WEIGHT * _similar(heading, bag))
        for rank, place, bag, unit in zip(pagerank(_bm25(tokens)), prior, bags, units, strict=True)
    ]
    total = sum(scores) or 1.0
    scores = [round(score / total, 12) for score in scores]
    chosen = _marginal(scores, bags, limit)
    return tuple(
        KeySentence(text=units[i].text, start=units[i].start, end=units[i].end, score=round(scores[i], 6), rank=rank)
        for rank, i in enumerate(chosen, 1)
    )


def textrank4zh_scores(tokens: Sequence[Sequence[str]]) -> list[float]:
    """Scores of sentences, given as words, by textrank4zh's definition; they sum to 1."""
    import numpy as np  # noqa: PLC0415 - 0.1 s at start

    n = len(tokens)
    weights = np.zeros((n, n))
    bags = [Counter(t) for t in tokens]
    for i in range(n):
        for j in range(i, n):
            shared = sum(1 for word in bags[i] if word in bags[j])
            if shared and tokens[i] and tokens[j]:
                denominator = math.log(len(tokens[i])) + math.log(len(tokens[j]))
                weights[i, j] = weights[j, i] = 0.0 if abs(denominator) < 1e-12 else shared / denominator
    return pagerank(weights)


def pagerank(weights: Matrix) -> list[float]:
    """PageRank of a weighted graph by power iteration, as networkx 3 defines it (dangling mass spread evenly)."""
    import numpy as np  # noqa: PLC0415

    n = len(weights)
    if n == 0:
        return []
    out = weights.sum(axis=1)
    dangling = out == 0
    transition = weights / np.where(dangling, 1.0, out)[:, None]
    rank = np.full(n, 1.0 / n)
    for _ in range(MAX_ITERATIONS):
        before = rank
        rank = DAMPING * (before @ transition + before[dangling].sum() / n) + (1 - DAMPING) / n
        if np.abs(rank - before).sum() < n * TOLERANCE:
            break
    return [float(r) for r in rank]


def _attendance(sentence: str) -> bool:
    return re.search(r"(?:出席|参加|列席|陪同|主持|交流发言|表态发言)[^，。要]{0,14}[。；]?$", sentence) is not None


def _units(body: Sequence[str]) -> list[Sentence]:
    """Sentences that may be shown: with a full stop, long ones cut at ；, each wording once."""
    parts = deque(segments(body))
    units: list[Sentence] = []
    seen: set[str] = set()
    for sentence in sentences(body):
        inside = []
        while parts and parts[0].start < sentence.end:
            inside.append(parts.popleft())
        for unit in inside if len(sentence.text) > LONG_SENTENCE else [sentence]:
            if han_count(unit.text) >= SHORTEST and re.search(r"[。！；”]$", unit.text) and unit.text not in seen:
                seen.add(unit.text)
                units.append(unit)
    return units[:MOST]


def _positions(body: Sequence[str], units: Sequence[Sentence]) -> list[int]:
    """1, 2, 3 … for the sentences of a text, starting again under each 【heading】."""
    places, place, paragraph = [], 0, -1
    headings = {n for n, p in enumerate(body) if p.startswith("【")}
    for unit in units:
        if any(paragraph < h <= unit.paragraph for h in headings):
            place = 0
        paragraph = unit.paragraph
        place += 1
        places.append(place)
    return places


def _bm25(tokens: Sequence[Sequence[str]]) -> Matrix:
    """Symmetric BM25 similarities without self-loops, ``(n, n)``."""
    import numpy as np  # noqa: PLC0415

    n = len(tokens)
    weights = np.zeros((n, n))
    average = sum(map(len, tokens)) / n or 1.0
    postings: dict[str, list[tuple[int, int]]] = {}
    for i, bag in enumerate(map(Counter, tokens)):
        for word, count in bag.items():
            postings.setdefault(word, []).append((i, count))
    for places in postings.values():
        if len(places) < 2:
            continue
        idf = math.log(1 + (n - len(places) + 0.5) / (len(places) + 0.5))
        index = np.array([i for i, _ in places])
        tf = np.array([float(c) for _, c in places])
        length = np.array([len(tokens[i]) for i in index])
        gain = idf * tf * (BM25_K1 + 1) / (tf + BM25_K1 * (1 - BM25_B + BM25_B * length / average))
        weights[np.ix_(index, index)] += gain[None, :] + gain[:, None]
    np.fill_diagonal(weights, 0.0)
    return weights


def _similar(a: Counter[str], b: Counter[str]) -> float:
    """Cosine of two bags of words, 0 if either is empty."""
    dot = sum(count * b[word] for word, count in a.items())
    norm = math.sqrt(sum(c * c for c in a.values()) * sum(c * c for c in b.values()))
    return dot / norm if norm else 0.0


def _marginal(scores: Sequence[float], bags: Sequence[Counter[str]], limit: int) -> list[int]:
    """Indices by maximal marginal relevance, the best first.

    Redundancy discounts a score instead of being subtracted from it: the position prior leaves late sentences scores so
    small that, subtracted, novelty alone would choose among them.
    """
    left = list(range(len(scores)))
    chosen: list[int] = []
    redundancy = [0.0] * len(scores)
    while left and len(chosen) < limit:
        pick = max(left, key=lambda i: (scores[i] * (1 - redundancy[i]), -i))
        chosen.append(pick)
        left.remove(pick)
        for i in left:
            redundancy[i] = max(redundancy[i], _similar(bags[i], bags[pick]))
    return chosen

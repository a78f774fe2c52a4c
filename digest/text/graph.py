"""Graphs of sentences that share words, and PageRank on them, without ever writing a graph down.

A sentence graph has an edge for every pair of sentences with a word in common: of 3,000 sentences, millions. But every
weight is a sum over shared words, so that the product of the graph and a vector, which is all that PageRank asks for, is
two passes over the incidence of words and sentences. Time and memory grow with the text, not with its square.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

DAMPING = 0.85
#: PageRank stops when the L1 change falls below n times this, as networkx does
TOLERANCE = 1e-6
MAX_ITERATIONS = 100
BM25_K1, BM25_B = 1.2, 0.75
#: pairs of word and sentence that are handled at once where every pair meets every length of a sentence
_CHUNK = 1 << 14

Vector = Any  # numpy is imported when a text is ranked, not when the command line starts


class Incidence:
    """Which word stands how often in which sentence: three arrays of the same length, sentence by sentence."""

    def __init__(self, tokens: Sequence[Sequence[str]]) -> None:
        import numpy as np  # noqa: PLC0415 - 0.1 s

        numbers: dict[str, int] = {}
        bags = [Counter(words) for words in tokens]
        self.sentences = len(tokens)
        self.row = np.repeat(np.arange(len(bags)), [len(bag) for bag in bags])
        self.column = np.array([numbers.setdefault(w, len(numbers)) for bag in bags for w in bag], dtype=np.intp)
        self.count = np.array([count for bag in bags for count in bag.values()], dtype=float)
        self.length = np.array([len(words) for words in tokens], dtype=float)
        self.numbers = numbers
        #: sentences that hold the word
        self.spread = np.bincount(self.column, minlength=len(numbers))
        norms = np.sqrt(self.per_sentence(self.count * self.count))
        #: Euclidean length of the bag of each sentence, 1 for an empty one
        self.norm = np.where(norms > 0, norms, 1.0)

    @property
    def words(self) -> int:
        """Number of different words."""
        return len(self.numbers)

    def per_sentence(self, values: Vector) -> Vector:
        """Sums of ``values``, one for each pair of word and sentence, over the words of each sentence; ``(n,)``."""
        import numpy as np  # noqa: PLC0415

        return np.bincount(self.row, values, self.sentences)

    def cosines(self, bag: Counter[str]) -> Vector:
        """Cosine of each sentence and a bag of words; ``(n,)``."""
        import numpy as np  # noqa: PLC0415

        vector = np.zeros(self.words)
        for word, count in bag.items():
            if word in self.numbers:
                vector[self.numbers[word]] = count
        return self._cosines(vector, math.sqrt(sum(count * count for count in bag.values())) or 1.0)

    def cosines_with(self, sentence: int) -> Vector:
        """Cosine of each sentence and one of them; ``(n,)``."""
        import numpy as np  # noqa: PLC0415

        first, behind = np.searchsorted(self.row, (sentence, sentence + 1))
        vector = np.zeros(self.words)
        vector[self.column[first:behind]] = self.count[first:behind]
        return self._cosines(vector, self.norm[sentence])

    def _cosines(self, vector: Vector, norm: float) -> Vector:
        return self.per_sentence(self.count * vector[self.column]) / (self.norm * norm)


def bm25_scores(incidence: Incidence) -> Vector:
    """PageRank of sentences whose edges are BM25 in both directions, without self-loops (Barrios et al.); ``(n,)``.

    F. Barrios, F. López, L. Argerich, R. Wachenchauzer: Variations of the Similarity Function of TextRank for Automated
    Summarization, arXiv 1602.03606; here with the idf of Lucene, which is never negative.
    """
    import numpy as np  # noqa: PLC0415

    graph, n = incidence, incidence.sentences
    shared = graph.spread[graph.column] > 1  # what one sentence holds alone joins it to none
    row, column, count = graph.row[shared], graph.column[shared], graph.count[shared]
    average = float(graph.length.mean()) if n else 1.0
    idf = np.log(1 + (n - graph.spread + 0.5) / (graph.spread + 0.5))
    reach = BM25_K1 * (1 - BM25_B + BM25_B * graph.length / (average or 1.0))
    gain = idf[column] * count * (BM25_K1 + 1) / (count + reach[row])
    own = 2 * np.bincount(row, gain, n)

    def times(vector: Vector) -> Vector:
        spread = vector[row]
        plain = np.bincount(column, spread, graph.words)
        weighed = np.bincount(column, gain * spread, graph.words)
        return np.bincount(row, gain * plain[column] + weighed[column], n) - own * vector

    return pagerank(times, n, linked=own > 0)


def shared_word_scores(incidence: Incidence) -> Vector:
    """PageRank by textrank4zh's definition: shared words over the logarithms of both lengths, self-loops included.

    R. Mihalcea, P. Tarau: TextRank: Bringing Order into Texts, EMNLP 2004. The weight of two sentences depends on their
    lengths in a way that is no product, so the sentences are summed up length by length.
    """
    import numpy as np  # noqa: PLC0415

    graph, n = incidence, incidence.sentences
    lengths, kind = np.unique(graph.length, return_inverse=True)
    logs = np.log(np.where(lengths > 0, lengths, 1.0))
    sums = logs[:, None] + logs[None, :]
    weights = np.where(np.abs(sums) > 1e-12, 1.0 / np.where(np.abs(sums) > 1e-12, sums, 1.0), 0.0)
    size = len(lengths)
    pair_kind = kind[graph.row]

    def times(vector: Vector) -> Vector:
        cells = np.bincount(graph.column * size + pair_kind, vector[graph.row], graph.words * size)
        by_word = cells.reshape(graph.words, size)
        values = np.empty(len(graph.row))
        for at in range(0, len(values), _CHUNK):
            part = slice(at, at + _CHUNK)
            values[part] = np.einsum("ij,ij->i", by_word[graph.column[part]], weights[pair_kind[part]])
        return graph.per_sentence(values)

    return pagerank(times, n, linked=times(np.ones(n)) > 0)


def pagerank(times: Callable[[Vector], Vector], n: int, *, linked: Vector) -> Vector:
    """PageRank of a symmetric graph by power iteration, as networkx 3 defines it: dangling mass is spread evenly.

    ``times`` multiplies the graph and a vector; ``linked`` tells which of the ``n`` nodes have edges.
    """
    import numpy as np  # noqa: PLC0415

    if n == 0:
        return np.zeros(0)
    share = np.where(linked, 1.0 / np.where(linked, times(np.ones(n)), 1.0), 0.0)
    dangling = None if linked.all() else ~linked
    rank = np.full(n, 1.0 / n)
    for _ in range(MAX_ITERATIONS):
        before = rank
        lost = 0.0 if dangling is None else before[dangling].sum() / n
        rank = DAMPING * (times(before * share) + lost) + (1 - DAMPING) / n
        if np.abs(rank - before).sum() < n * TOLERANCE:
            break
    return rank

"""The graph that is never written down has the ranks of one that is."""

import math
import random
import tracemalloc
from collections import Counter

import networkx as nx
import numpy as np
import pytest

from digest.text.graph import BM25_B, BM25_K1, Incidence, bm25_scores, shared_word_scores


def document(number, sentences, vocabulary=150):
    draw = random.Random(number)
    weights = [1 / (i + 1) for i in range(vocabulary)]
    return [
        draw.choices([f"词{i}" for i in range(vocabulary)], weights, k=draw.randint(1, 20)) for _ in range(sentences)
    ]


def bm25(one, other, spread, n, average):
    """BM25 of a sentence as a query to another, term by term as it is printed in books."""
    counts, total = Counter(other), 0.0
    for word in set(one) & set(other):
        idf = math.log(1 + (n - spread[word] + 0.5) / (spread[word] + 0.5))
        reach = BM25_K1 * (1 - BM25_B + BM25_B * len(other) / average)
        total += idf * counts[word] * (BM25_K1 + 1) / (counts[word] + reach)
    return total


def dense_ranks(tokens):
    n = len(tokens)
    spread = Counter(word for words in tokens for word in set(words))
    average = sum(map(len, tokens)) / n
    matrix = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            if i != j:
                matrix[i, j] = bm25(tokens[i], tokens[j], spread, n, average) + bm25(
                    tokens[j], tokens[i], spread, n, average
                )
    ranks = nx.pagerank(nx.from_numpy_array(matrix), alpha=0.85, tol=1e-6)
    return [ranks[i] for i in range(n)]


@pytest.mark.parametrize("number", range(8))
def test_ranks_are_those_of_the_dense_graph(number):
    tokens = document(number, 5 + 9 * number)
    assert bm25_scores(Incidence(tokens)) == pytest.approx(dense_ranks(tokens), abs=1e-12)


def test_sentences_without_a_word_in_common_are_equal():
    assert bm25_scores(Incidence([["甲"], ["乙"], ["丙"]])) == pytest.approx([1 / 3] * 3)


def test_cosines_are_those_of_bags_of_words():
    graph = Incidence([["甲", "甲", "乙"], ["丙"], []])
    assert graph.cosines(Counter(["甲", "乙"])) == pytest.approx([3 / math.sqrt(10), 0, 0])
    assert graph.cosines(Counter(["丁"])) == pytest.approx([0, 0, 0])
    assert graph.cosines_with(0) == pytest.approx([1, 0, 0])


@pytest.mark.parametrize("scores", [bm25_scores, shared_word_scores])
def test_memory_grows_with_the_text_and_not_with_its_square(scores):
    peaks = []
    for sentences in (1000, 4000):
        graph = Incidence(document(1, sentences, vocabulary=3000))
        tracemalloc.start()
        scores(graph)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 8 * peaks[0]  # the square would be 16 times
    assert peaks[1] < 4000 * 4000 * 8 / 4  # a quarter of the matrix that other programs hold

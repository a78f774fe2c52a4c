"""``textrank4zh_scores`` gives the scores of the package that defined them, on real articles."""

from __future__ import annotations

import warnings
from importlib.util import find_spec
from pathlib import Path

import networkx as nx
import pytest

from digest.ingest.readers import read
from digest.text import brief
from digest.text.rank import textrank4zh_scores
from digest.text.segment import sentences
from digest.text.tokens import words

SEEDS = Path(__file__).parents[2] / "seeds"
NAMES = [path.name for path in sorted(SEEDS.glob("*.txt"))[:3]]


@pytest.fixture
def peer(monkeypatch):
    """textrank4zh 0.3 with the one function that networkx 3 took away from it."""
    monkeypatch.setattr(nx, "from_numpy_matrix", nx.from_numpy_array, raising=False)
    if find_spec("scipy") is None:  # textrank4zh does not ask for it; networkx has the same algorithm without it
        from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python

        monkeypatch.setattr(nx, "pagerank", _pagerank_python)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba's and its own, at import
        from textrank4zh.util import sort_sentences
    return sort_sentences


def their_scores(peer, tokens):
    ranked = peer([str(number) for number in range(len(tokens))], tokens)
    return [item.weight for item in sorted(ranked, key=lambda item: item.index)]


@pytest.mark.parametrize("name", NAMES)
def test_scores_equal_those_of_textrank4zh_on_a_seed(peer, name):
    article = brief.read(read(SEEDS / name, max_bytes=1_000_000)).article
    tokens = [found for sentence in sentences(article.body) if (found := words(sentence.text))]
    assert len(tokens) > 8
    ours = textrank4zh_scores(tokens)
    assert ours == pytest.approx(their_scores(peer, tokens), abs=1e-9)
    assert sum(ours) == pytest.approx(1.0, abs=1e-6)


@pytest.mark.parametrize(
    "tokens",
    [
        [["水务", "改造"], ["学校", "食堂"], ["森林"]],  # nothing shared: all edges are self-loops
        [["改造"], ["改造"], ["改造", "管网"]],  # one word: the logarithm is 0
        [["水务", "水务", "改造"], ["水务", "改造", "管网"], ["管网", "漏损", "改造"]],
        [["单独", "一句"]],
    ],
)
def test_scores_equal_those_of_textrank4zh_at_the_edges(peer, tokens):
    assert textrank4zh_scores(tokens) == pytest.approx(their_scores(peer, tokens), abs=1e-9)


def test_no_sentences_have_no_scores():
    assert textrank4zh_scores([]) == []

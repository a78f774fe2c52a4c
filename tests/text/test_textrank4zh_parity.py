"""The mode ``textrank4zh`` is the package of that name: its words, its scores to 1e-12, its order."""

from __future__ import annotations

import random
import warnings
from pathlib import Path

import pytest

from digest.ingest.readers import read
from digest.text import brief
from digest.text.rank import key_sentences, textrank4zh_scores
from digest.text.segment import sentences
from digest.text.tokens import Jieba, tagged_words, words

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
EXACT = 1e-12


def their_scores(peer, tokens):
    ranked = peer.sort_sentences([str(number) for number in range(len(tokens))], tokens)
    return [item.weight for item in sorted(ranked, key=lambda item: item.index)]


@pytest.mark.parametrize("seed", SEEDS, ids=lambda p: p.stem)
def test_scores_equal_those_of_textrank4zh_on_a_seed(textrank4zh, seed):
    article = brief.read(read(seed, max_bytes=1_000_000)).article
    tokens = [found for sentence in sentences(article.body) if (found := words(sentence.text))]
    assert len(tokens) > 3
    ours = textrank4zh_scores(tokens)
    assert ours == pytest.approx(their_scores(textrank4zh, tokens), abs=EXACT)
    assert sum(ours) == pytest.approx(1.0, abs=1e-6)


@pytest.mark.parametrize("number", range(40))
def test_scores_equal_those_of_textrank4zh_on_random_documents(textrank4zh, number):
    """Zipfian words, sentences of 0 to 25 of them, some twice, some of one word only."""
    draw = random.Random(number)
    vocabulary = [f"词{i}" for i in range(draw.choice([3, 20, 200]))]
    weights = [1 / (i + 1) for i in range(len(vocabulary))]
    tokens = [draw.choices(vocabulary, weights, k=draw.randint(0, 25)) for _ in range(draw.randint(1, 60))]
    tokens += draw.sample(tokens, k=min(3, len(tokens)))
    tokens = [found for found in tokens if found]  # the package takes the logarithm of an empty sentence's length
    if tokens:
        assert textrank4zh_scores(tokens) == pytest.approx(their_scores(textrank4zh, tokens), abs=EXACT)


@pytest.mark.parametrize(
    "tokens",
    [
        [["水务", "改造"], ["学校", "食堂"], ["森林"]],  # nothing shared: all edges are self-loops
        [["改造"], ["改造"], ["改造", "管网"]],  # one word: the logarithm is 0
        [["水务", "水务", "改造"], ["水务", "改造", "管网"], ["管网", "漏损", "改造"]],
        [["单独", "一句"]],
    ],
)
def test_scores_equal_those_of_textrank4zh_at_the_edges(textrank4zh, tokens):
    assert textrank4zh_scores(tokens) == pytest.approx(their_scores(textrank4zh, tokens), abs=EXACT)


def test_no_sentences_have_no_scores():
    assert textrank4zh_scores([]) == []


@pytest.mark.parametrize("seed", SEEDS[:3], ids=lambda p: p.stem)
def test_the_mode_shows_the_sentences_of_the_package_in_its_order(textrank4zh, seed):
    """From the text on: its own sentences, its tagger, its stop words."""
    article = brief.read(read(seed, max_bytes=1_000_000)).article
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from textrank4zh import TextRank4Sentence

        peer = TextRank4Sentence()
        peer.analyze(text=article.text, lower=True, source="no_stop_words")
    theirs = peer.get_key_sentences(num=8, sentence_min_len=1)
    ours = key_sentences(article.body, limit=8, mode="textrank4zh", tokenizer=Jieba())
    assert [k.text for k in ours] == [item.sentence for item in theirs]
    assert [k.score for k in ours] == pytest.approx([item.weight for item in theirs], abs=1e-6)
    assert tagged_words([k.text for k in ours], Jieba()) == [peer.words_no_stop_words[item.index] for item in theirs]


def test_ties_go_to_the_earlier_sentence():
    body = [f"第{n}个乡镇完成水库除险加固。" for n in "一二三四"]
    found = key_sentences(body, limit=4, mode="textrank4zh", tokenizer=Jieba())
    assert [k.start for k in found] == sorted(k.start for k in found)

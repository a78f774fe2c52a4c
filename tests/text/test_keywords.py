"""Keywords: textrank4zh's scores on given words; of an article, what it is about."""

import pytest

from digest.text.keywords import keywords, word_scores
from digest.text.tokens import words

SENTENCES = [
    "全县森林防火工作会议召开，部署森林防火和草原防火工作。",
    "各乡镇要备齐扑火机具，落实森林防火责任。",
    "护林员要每日巡山，扑火机具要经常检查。",
]


@pytest.mark.parametrize(
    "tokens",
    [
        [words(sentence) for sentence in SENTENCES],
        [["甲", "甲", "乙"], ["乙", "丙"], ["丁"]],  # a word beside itself, a word alone
        [["甲"]],
    ],
)
def test_scores_equal_those_of_textrank4zh(textrank4zh, tokens):
    theirs = {item.word: item.weight for item in textrank4zh.sort_words(tokens, tokens)}
    assert dict(word_scores(tokens, tokens)) == pytest.approx(theirs, abs=1e-12)


def test_words_that_may_not_be_keywords_make_no_neighbours(textrank4zh):
    tokens = [words(sentence) for sentence in SENTENCES]
    some = [[word for word in sentence if word != "工作"] for sentence in tokens]
    theirs = {item.word: item.weight for item in textrank4zh.sort_words(some, tokens)}
    assert dict(word_scores(some, tokens)) == pytest.approx(theirs, abs=1e-12)


def test_phrases_recur_and_verbs_of_every_article_are_left_out():
    found = keywords([words(sentence) for sentence in SENTENCES], "".join(SENTENCES), limit=6)
    assert "森林防火" in found or {"森林", "防火"} <= set(found)
    assert not {"工作", "落实", "部署", "各乡镇"}.intersection(found)
    assert all("".join(SENTENCES).count(word) >= 2 for word in found)


def test_an_article_that_repeats_nothing_has_none():
    assert keywords([words(SENTENCES[1])], SENTENCES[1], limit=6) == ()
    assert keywords([], "", limit=6) == ()


def test_scores_of_nothing():
    assert word_scores([], []) == []

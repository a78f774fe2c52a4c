"""The cut of jieba itself is the specification of ours."""

import json
import logging
from pathlib import Path

import jieba
import pytest
from hypothesis import given, settings, strategies as st

from digest.text.route import best_ends
from digest.text.tokens import Jieba

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
SEEDS = Path(__file__).parents[2] / "seeds"

#: characters of the dictionary, one without words (龘), Latin, digits and marks
LETTERS = "市水务局要在月底前完成管网改造消防隐患排查的了不一二两年全龘abcX19%.,。，、 \n"


@pytest.fixture(scope="module")
def theirs():
    jieba.setLogLevel(logging.WARNING)
    return jieba.Tokenizer()


@pytest.fixture(scope="module")
def ours():
    return Jieba()


@given(text=st.text(LETTERS, max_size=60))
@settings(max_examples=400, deadline=None)
def test_any_text_is_cut_as_by_jieba(text, theirs, ours):
    assert ours.cut(text) == list(theirs.cut(text))


@given(text=st.text(max_size=40))
@settings(max_examples=200, deadline=None)
def test_any_string_at_all_is_cut_as_by_jieba(text, theirs, ours):
    assert ours.cut(text) == list(theirs.cut(text))


def test_seeds_are_cut_as_by_jieba(theirs, ours):
    for path in SEEDS.glob("*.txt"):
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            assert ours.cut(line) == list(theirs.cut(line))


@pytest.mark.shared
def test_real_articles_are_cut_as_by_jieba(theirs, ours):
    path = CORPORA / "gov_news.jsonl"
    if not path.is_file():
        pytest.skip("the real articles are not beside the checkout")
    for row in path.read_text(encoding="utf-8").splitlines()[::4]:
        for line in json.loads(row)["text"].splitlines():
            assert ours.cut(line[:1000]) == list(theirs.cut(line[:1000]))


def test_a_word_of_ones_own_is_weighed_as_jieba_weighs_it(theirs):
    word = "清凌整治"
    other = jieba.Tokenizer()
    other.add_word(word)
    text = "全市推进清凌整治行动，清凌整治要见效。"
    assert Jieba(words=[word]).cut(text) == list(other.cut(text))
    assert word in Jieba(words=[word]).cut(text)
    assert word not in list(theirs.cut(text))


def test_the_longer_of_two_equal_cuts_is_taken():
    # one word of 4 in 16 weighs as much as two of 8: ln(4/16) = 2 ln(8/16)
    frequencies = {"甲": 8, "乙": 8, "甲乙": 4}
    assert best_ends("甲乙", frequencies, 16) == [1, 1]


def test_an_empty_text_has_no_ends():
    assert best_ends("", {}, 1) == []

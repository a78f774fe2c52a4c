"""Simplified and Traditional compared."""

import pytest

from digest.text.script import fold, to_traditional

WORDS = (
    "显著 著名 着力 干部 干旱 乾县 于是 什么 特征 征收 凭借 瞭望 余额 恢复 覆盖 沈阳 沉重 后勤 公里 电台 准备 系统 复杂"
)


@pytest.mark.parametrize("word", WORDS.split())
def test_a_word_is_the_same_in_both_scripts_once_folded(word):
    assert fold(to_traditional(word)) == fold(word)


@pytest.mark.parametrize("word", WORDS.split())
def test_a_folded_word_is_found_in_a_folded_sentence(word):
    for sentence in (f"要{word}地推进", f"把{word}工作做好，{word}。"):
        assert fold(word) in fold(sentence)
        assert fold(to_traditional(word)) in fold(sentence)
        assert fold(word) in fold(to_traditional(sentence))

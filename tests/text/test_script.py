"""Simplified and Traditional compared."""

import pytest

from digest.data import sections
from digest.text.script import fold, one_to_one, to_simplified, to_traditional

#: Traditional by OpenCC's table, and written in Simplified texts too
IN_BOTH = "么乾吒拚捱摺榘著薹袷醣麴"

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


def test_the_one_to_one_table_is_opencc_character_by_character():
    han = map(chr, range(0x3400, 0xA000))
    pairs = [(a, b) for a in han if (b := to_simplified(a)) != a and len(b) == 1 and a not in IN_BOTH]

    table = sections("one_to_one")

    assert list(zip("".join(table["traditional"]), "".join(table["simplified"]), strict=True)) == pairs


def test_a_shadow_has_the_length_of_its_text_and_a_simplified_text_is_its_own():
    text = "會議強調，要回應群眾訴求，顯著改善環境。"

    assert len(one_to_one(text)) == len(text)
    assert one_to_one(text) == "会议强调，要回应群众诉求，显著改善环境。"
    assert one_to_one(WORDS) == WORDS

"""English that no editor would write is not told, whatever the grammar makes of the Chinese."""

import pytest

from digest.translate.officialese.directive import gloss
from digest.translate.officialese.ear import jars, repeats
from digest.translate.officialese.words.lexicon import Entry


@pytest.mark.parametrize(
    ("english", "jarring"),
    [
        ("speed up repair of houses of people hit by floods", True),
        ("step up the fostering of new growth points of service consumption", True),
        ("speed up the building of a number of clean energy bases", False),
        ("promote growth of all kinds of business entities", False),
        ("hold the red line of farmland protection and the bottom line of food security", False),
        ("do a good job of rectification of problems", False),
        ("fight a battle of the battle against pollution", True),
    ],
)
def test_a_chain_of_of_jars(english, jarring):
    assert jars(english, "一二三四五六", ()) is jarring


def test_an_of_that_a_word_brings_along_is_no_link_of_a_chain():
    spirit = Entry(zh="精神文明", tag="n", en="standards of conduct")
    assert not jars("improvement of standards of conduct", "一二", (spirit,))
    assert jars("improvement of standards of conduct", "一二", ())


def test_a_word_twice_jars_where_chinese_has_nothing_twice():
    assert jars("standard procedures and standard forms", "一二三四", ())
    assert not jars("standard procedures and standard forms", "标准程序和标准表格", ())
    assert repeats("a new new area")
    assert repeats("the battle of the battle")


def test_a_quality_belongs_to_the_noun_it_stands_beside():
    words = (Entry(zh="小型", tag="a", en="small"), Entry(zh="企业", tag="o", en="companies"))
    assert not jars("risks of small companies", "小型企业", words)
    assert jars("small risks of companies", "小型企业", words)


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("打好财税政策“组合拳”", None),
        ("把握好方向", "Keep to the right direction"),
        ("规划建设公共停车场", "Plan and build public car parks"),
        ("做好岁末年初各项工作", "Do a good job of all year-end and new-year work"),
        ("推动隐患问题早发现、早处置", None),
    ],
)
def test_what_readers_stumbled_over(chinese, english):
    assert gloss(chinese) == english

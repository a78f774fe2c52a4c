"""Plain English: whose things are, where adverbs stand, what people do themselves."""

from __future__ import annotations

import pytest

from digest.translate.officialese.directive import gloss


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("推动上海餐饮业转型", "Drive transformation of Shanghai's catering"),
        ("提高首都餐饮业服务水平", "Raise the standard of service of the capital's catering"),
        ("全力守住粮食安全底线", "Go all out to hold the bottom line of food security"),
        ("全力推进河道治理", "Go all out to advance river control"),
        ("各单位要履职尽责", "All units should perform duties in full"),
        ("村干部要主动作为", "Village officials should take the initiative"),
        ("激发干事创业热情", "Stimulate the drive to get things done"),
        ("强化质量导向", "Strengthen a quality orientation"),
        ("分析问题产生的原因", "Analyse causes of problems"),
    ],
)
def test_a_directive_reads_as_english(chinese, english):
    assert gloss(chinese) == english

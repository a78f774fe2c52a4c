"""Who takes part in what, what is reported by whom, and with what something is done."""

import pytest

from digest.translate.officialese.directive import gloss


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("鼓励社会参与垃圾分类", "Encourage the public to take part in "),
        ("鼓励公众参与治理", "Encourage the public to take part in governance"),
        ("引导农民参与治理", "Guide farmers to take part in governance"),
        ("激发社会参与热情", "Stimulate public participation enthusiasm"),
        ("解决农民反映的问题", "Solve the problems reported by farmers"),
        ("以监督成效保障改革", "Use oversight results to ensure reform"),
    ],
)
def test_a_verb_that_somebody_does_is_no_part_of_a_noun(chinese, english):
    assert (gloss(chinese) or "").startswith(english)


@pytest.mark.parametrize("chinese", ["激发农民参与治理活力", "对纳入监测的家庭定期走访"])
def test_a_verb_with_its_object_before_a_noun_has_no_reading(chinese):
    assert gloss(chinese) is None

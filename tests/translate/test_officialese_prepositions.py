"""What joins things in English: whose they are, where they are, what they are for; and one wording throughout."""

import pytest

from digest.translate.officialese.directive import gloss


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("加强基层党组织建设", "grassroots Party organisations"),
        ("关心爱护基层干部", "officials"),
        ("教育广大党员干部", "Party members and officials"),
        ("组织全体干部职工学习", "all officials and employees"),
    ],
)
def test_officials_and_the_grassroots_have_one_name(chinese, english):
    said = gloss(chinese) or ""
    assert english in said
    assert "cadre" not in said
    assert "primary-level" not in said

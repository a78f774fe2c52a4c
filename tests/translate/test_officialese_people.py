"""Issuers and owners, their names and places, and their deadlines."""

import pytest

from digest.translate.officialese import issuer_en, owner_en
from digest.translate.officialese.names.deadline import deadline_en
from digest.translate.officialese.names.names import leading_place
from digest.translate.officialese.names.pinyin import person


def test_issuers_are_told_with_their_office_only_when_it_is_understood():
    assert issuer_en("会议") == "The meeting"
    assert issuer_en("会议（某某调度会）") == "The meeting"
    assert issuer_en("林知远（县长）") == "Lin Zhiyuan (county head)"
    assert issuer_en("王海（云岭县委书记）") == "Wang Hai (Party secretary of Yunling County)"
    assert issuer_en("王海（青川市副市长）") == "Wang Hai (deputy mayor of Qingchuan City)"
    assert (
        issuer_en("欧阳明远（区委副书记、区长）")
        == "Ouyang Mingyuan (deputy Party secretary of the district, district head)"
    )
    assert issuer_en("王海（某某特派使）") == "Wang Hai"
    assert issuer_en("某某") is None


def test_surnames_with_their_own_reading_are_read_so():
    assert person("单安") == "Shan An"
    assert person("曾亚安") == "Zeng Ya'an"
    assert person("A") is None


def test_owners_are_translated_whole_or_not_at_all():
    assert owner_en("各乡镇、各单位") == "all townships, all units"
    assert owner_en("水利、气象等部门") == "the water, meteorological and other departments"
    assert owner_en("市税务系统") == "the city tax system"
    assert owner_en("县安委会各成员单位") == "all member units of the county workplace safety committee"
    assert owner_en("县委县政府") == "the county Party committee and government"
    assert owner_en("县应急管理局和云岭县") == "the county emergency management bureau, Yunling County"
    assert owner_en("各乡镇、某某专委") is None


def test_a_common_word_is_never_a_place():
    assert leading_place("城区环境") is None
    assert leading_place("副市长调研") is None
    assert leading_place("西安市举行").english == "Xi'an City"


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("立即", "immediately"),
        ("6月底前", "by the end of June"),
        ("2026年12月20日前", "by 20 December 2026"),
        ("3个工作日内", "within 3 working days"),
        ("1天内", "within 1 day"),
        ("13月底前", None),
        ("入冬前后", None),
    ],
)
def test_deadlines_of_known_form_are_translated(chinese, english):
    assert deadline_en(chinese) == english

"""Places, deadlines and owners by rule."""

from __future__ import annotations

import pytest

from digest.translate.officialese.names import dates
from digest.translate.officialese.names.deadline import deadline_en
from digest.translate.officialese.names.figures import dated
from digest.translate.officialese.names.names import place
from digest.translate.officialese.names.organs import fields
from digest.translate.officialese.people import owner_en


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("重庆市", "Chongqing"),
        ("长治市", "Changzhi City"),
        ("乐清市", "Yueqing City"),
        ("什川县", "Shichuan County"),
        ("沙市区", "Shashi District"),
        ("景德镇市", "Jingdezhen City"),
        ("和平区", "Heping District"),
        ("云岭苗族侗族自治县", "Yunling Miao and Dong Autonomous County"),
        ("云岭自治县", "Yunling Autonomous County"),
        ("广西壮族自治区南宁市", "Nanning City, Guangxi"),
        ("红旗", None),
        ("平安乡村", None),
        ("平原地区", None),
        ("受灾地区", "disaster-hit areas"),
    ],
)
def test_places_are_read_as_they_are_called(chinese, english):
    assert place(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("今年6月底前", "by the end of June this year"),
        ("6月中旬", "in mid-June"),
        ("6月上旬前", "by early June"),
        ("两个月内", "within 2 months"),
        ("到2030年", "by 2030"),
        ("2026年二季度末前", "by the end of the second quarter of 2026"),
        ("每月5日前", "by the 5th of each month"),
        ("8月5日18时前", "by 18:00 on 5 August"),
        ("力争年底前", "by the end of the year"),
        ("13月5日", None),
        ("8月5日25时前", None),
    ],
)
def test_deadlines_by_hour_day_month_quarter_and_year(chinese, english):
    assert deadline_en(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("国务院各部门", "all departments of the State Council"),
        ("各联席办成员单位", "all member units of the joint meeting office"),
        ("市专班", "the city task force"),
    ],
)
def test_owners_by_the_body_they_belong_to(chinese, english):
    assert owner_en(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("4月下旬", " in late April"),
        ("2026年3月初", " in early March 2026"),
        ("6月17日至19日", " on 17–19 Jun"),
        ("6月30日至7月2日", " from 30 Jun to 2 Jul"),
        ("13月1日", None),
    ],
)
def test_the_days_of_something(chinese, english):
    assert dates.days(chinese) == english


def test_there_is_no_thirteenth_month():
    assert dates.period("13月份防汛") == ("", "13月份防汛")


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("6至12岁儿童", "children aged 6 to 12"),
        ("6岁以下儿童", "children under 6"),
        ("60岁以上老年人", "people aged 60 and over"),
        ("建30处左右", "about 30 {}"),
        ("建30公里以上", "at least 30 km of {}"),
    ],
)
def test_ages_and_amounts(chinese, english):
    entry = dated(chinese, 1 if chinese.startswith("建") else 0)
    assert entry is not None
    assert entry.en == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("应急、水利、气象部门", "the emergency management, water and meteorological departments"),
        ("应急、水利等部门", "the emergency management, water and other departments"),
    ],
)
def test_departments_by_their_fields(chinese, english):
    assert fields(chinese) == english

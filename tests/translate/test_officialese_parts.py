"""A directive of which only some clauses are certain: those are told, what is left out is marked, nothing is turned
round."""

import pytest

from digest.translate import Result, State
from digest.translate.officialese import Officialese
from digest.translate.officialese.directive import gloss, gloss_in_part


@pytest.mark.parametrize(
    ("chinese", "english", "omitted"),
    [
        ("要加强巡查，某某到位", "Strengthen patrols; …", "某某到位"),
        ("某某到位，加强巡查", "…; Strengthen patrols", "某某到位"),
        ("加强巡查，某某甲，某某乙；压实责任", "Strengthen patrols; …; enforce responsibilities", "某某甲，某某乙"),
        ("按照上级要求，某某到位，加强巡查", "…; Strengthen patrols", "按照上级要求，某某到位"),
        ("某某到位，按照上级要求，加强巡查", "…; As required by higher levels, strengthen patrols", "某某到位"),
        ("加强巡查，某某到位，按照上级要求", "Strengthen patrols; …", "某某到位，按照上级要求"),
    ],
)
def test_certain_clauses_are_told_and_the_others_marked(chinese, english, omitted):
    assert gloss(chinese) is None
    assert gloss_in_part(chinese) == (english, omitted)


@pytest.mark.parametrize(
    "chinese",
    [
        "某某存在隐患的，加强巡查",  # only of those
        "如遇某某，加强巡查",
        "凡某某，加强巡查",
        "某某未到位，加强巡查",
        "严禁某某，加强某某，压实责任",  # a prohibition that is not told
        "除某某外，加强巡查",
        "某某之前，加强巡查",
        "遇某某情况，加强巡查",
        "试行某某，加强巡查",
        "欢迎大家某某，共享发展成果",
        "加强巡查，但某某",  # what limits it
        "条件成熟某某，加强巡查",
        "对某某企业，加强巡查",  # whom it is done to
        "某某甲，某某乙",  # nothing is certain
        "按照上级要求，某某",
        "",
    ],
)
def test_nothing_is_told_whose_sense_may_hang_on_what_is_left_out(chinese):
    assert gloss_in_part(chinese) is None


def test_a_directive_told_in_part_names_the_terms_of_the_rest():
    (result,) = Officialese().translate(["要对散煤销售某某彻查，补齐薄弱环节"], context="directive")
    assert result == Result(
        text="…; Shore up weak links", state=State.GLOSS, omitted="loose coal", why="directive rule, in part"
    )


def test_a_head_is_told_whole_or_not_at_all():
    (result,) = Officialese().translate(["某某到位，补齐薄弱环节"], context="head")
    assert result.state is State.NONE


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("各部门要加强巡查，某某甲要某某乙，压实责任", "All departments should strengthen patrols; …"),
        (
            "各部门要加强巡查，某某甲要某某乙。压实责任",
            "All departments should strengthen patrols; …; enforce responsibilities",
        ),
        (
            "各部门要加强巡查，某某乙，压实责任",
            "All departments should strengthen patrols; …; enforce responsibilities",
        ),
        ("加强巡查。对某某企业，压实责任。完善机制", "Strengthen patrols; …; improve mechanisms"),
        ("加强巡查，例如某某，压实责任", "Strengthen patrols; …"),
        ("加强巡查，让居民某某，压实责任，完善机制", "Strengthen patrols; …; improve mechanisms"),
        ("加强巡查，不断某某", "Strengthen patrols; …"),
    ],
)
def test_what_is_said_of_somebody_who_is_left_out_is_left_out(chinese, english):
    told, _ = gloss_in_part(chinese)
    assert told == english


@pytest.mark.parametrize(
    "chinese",
    [
        "近年来，各地区学习运用先进经验，加强巡查，乡村面貌焕然一新",
        "各地区出台多项措施，着力拓展产业链条，产业发展势头良好",
        "某某加大了巡查力度，压实责任",
        "市长主持召开某某，加强巡查",
    ],
)
def test_a_report_is_no_demand(chinese):
    assert gloss(chinese) is None
    assert gloss_in_part(chinese) is None


def test_a_report_beside_a_demand_is_left_out():
    assert gloss_in_part("要加强巡查。去年以来，各地区压实责任，成效显著。完善机制") == (
        "Strengthen patrols; …; improve mechanisms",
        "去年以来，各地区压实责任，成效显著",
    )


def test_a_ban_ends_where_somebody_else_is_named():
    assert gloss("严禁焚烧秸秆，由各乡镇负责落实") == (
        "Strictly forbid burning straw; all townships should be in charge of implementation"
    )
    assert gloss("严禁焚烧秸秆，销售某某") is None

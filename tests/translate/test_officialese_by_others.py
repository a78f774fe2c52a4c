"""Who does the second deed of two is not always who does the first; what is two words for one thing stays whole."""

from __future__ import annotations

import pytest

from digest.translate.officialese.directive import gloss
from digest.translate.officialese.nouns.common import parted_pairs
from digest.translate.officialese.nouns.other import apart


@pytest.mark.parametrize(
    "chinese",
    [
        "主动配合登记、查验证件",
        "主动配合调查、核实情况",
        "督促持续优化服务流程",
        "督促及时整改到位",
        "跟踪督促及时更新数据",
        "自觉进行核酸检测",
        "返乡人员要主动进行核酸检测",
        "强化工程调度",
        "指导及时修订应急预案",
    ],
)
def test_nothing_is_told_where_nobody_says_who_does_it(chinese):
    assert gloss(chinese) is None


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("督促施工单位加快工程进度", "Urge construction firms to speed up projects"),
        ("指导企业及时修订应急预案", "Guide companies to promptly revise emergency plans"),
        ("指导科学施肥", "Guide scientific use of fertilisers"),
        ("密切配合、通力协作", "Cooperate closely and work together"),
        ("对重点人群进行核酸检测", "Carry out nucleic acid testing of key groups"),
    ],
)
def test_who_is_named_does_it(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "统筹做好农村疫情防控和春耕生产工作",
            "Coordinate work on rural epidemic prevention and control as well as spring ploughing",
        ),
        (
            "做好森林火灾防控和秸秆禁烧工作",
            "Do good work on prevention and control of forest fires as well as the straw-burning ban",
        ),
        ("加强防控和救治", "Strengthen prevention and control as well as treatment"),
        ("加强研发和推广应用", "Strengthen research and development as well as wider use"),
        ("落实防控、救治等措施", "Implement prevention and control, treatment and other measures"),
    ],
)
def test_a_fixed_pair_stays_whole(chinese, english):
    assert gloss(chinese) == english


def test_a_fixed_pair_is_no_list():
    assert apart("prevention and control") == "prevention and control"
    assert apart("speeding and overloading") == "speeding, overloading"
    assert parted_pairs(["research and development", "sales"]) == ["research and development", "sales"]
    assert parted_pairs(["capacity", "quality and returns"]) == ["capacity", "quality", "returns"]


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("大力推进绿化造林", "Vigorously advance greening and afforestation"),
        ("为持续深化改革提供保障", "Provide safeguards for continuously deepening reform"),
        ("坚持以案为鉴", "Keep taking cases as a warning"),
        ("增进全省人民福祉", "Increase the wellbeing of the people across the province"),
        ("保障师生生命安全和身体健康", "Protect the lives and health of teachers and students"),
        (
            "启动新一轮国企改革深化提升行动",
            "Start a new campaign to deepen and upgrade the reform of state-owned companies",
        ),
        ("强化预算刚性约束", "Strengthen binding budget constraints"),
        ("筑牢拒腐防变的思想防线", "Firmly build ideological defences against corruption and moral decline"),
        ("广泛凝聚合力", "Bring all sides together"),
        ("要结合主题教育", "In conjunction with the theme education campaign"),
        ("加力推进问题整改", "Step up rectification of problems"),
    ],
)
def test_turns_of_campaigns_and_people(chinese, english):
    assert gloss(chinese) == english

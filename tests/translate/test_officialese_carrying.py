"""What carries what, whose slogan, what is said above all: pairs of words that English takes apart."""

from __future__ import annotations

import pytest

from digest.translate import State
from digest.translate.officialese import Officialese


@pytest.fixture(scope="module")
def engine() -> Officialese:
    return Officialese()


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("以高水平保护支撑高质量发展", "Use high-level protection to support high-quality development"),
        ("以良好生态环境支撑乡村振兴", "Use a good environment to support rural revitalisation"),
        ("以法治保障改革发展", "Use the rule of law to safeguard reform and development"),
        ("以党建引领社区治理", "Use Party building to lead community governance"),
        ("着眼于稳定市场预期", "Focus on stabilising market expectations"),
        ("特别是加强农村地区消防安全检查", "In particular, strengthen fire safety inspections in rural areas"),
        ("推动民营经济健康持续发展", "See that the private economy is developed in a sound and sustained way"),
        ("制定“一企一策”方案", "Draw up “one company, one policy” plans"),
        ("推行一户一策", "Roll out a tailored plan for each household"),
        ("督促调查员核查情况", "Urge interviewers to verify the situation"),
        ("完善住房相关政策", "Improve relevant policies on housing"),
        ("完成新时代新征程使命任务", "Fulfil the mission on the new journey in the new era"),
        ("面向国家重大需求", "Gear work to major national needs"),
        ("发挥生物资源优势", "Give play to advantages in biological resources"),
        ("明确监管主体", "Specify regulatory bodies"),
        ("强化实干意识", "Foster commitment to getting things done"),
        ("弘扬社会新风", "Promote new social norms"),
        ("专题研究解决企业困难", "Hold dedicated discussions to solve companies' difficulties"),
        ("加强防务和安全合作", "Strengthen defence and security cooperation"),
        ("全面梳理存在的问题", "Fully review existing problems"),
        ("巩固提高治理体系和能力", "Consolidate and improve the governance system and capacity"),
        ("提高应急管理体系和能力", "Improve the emergency management system and capacity"),
    ],
)
def test_said_as_meant(engine: Officialese, chinese: str, english: str) -> None:
    (told,) = engine.translate([chinese], context="directive")
    assert told.text == english


def test_one_meeting_has_one_speech(engine: Officialese) -> None:
    one, many = engine.translate(
        ["学习习近平总书记在二十大上的重要讲话精神", "学习习近平总书记关于安全生产的重要讲话精神"], context="directive"
    )
    assert one.text is not None
    assert "important speech at" in one.text
    assert many.text is not None
    assert "important speeches on" in many.text


@pytest.mark.parametrize("chinese", ["以优良作风保障工作落实", "明确认定主体", "强化敢闯意识", "面向基层选派干部"])
def test_what_nobody_can_tell_is_not_told(engine: Officialese, chinese: str) -> None:
    (told,) = engine.translate([chinese], context="directive")
    assert told.state is not State.GLOSS

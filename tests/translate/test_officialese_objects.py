"""What verbs take: pairs of verbs, nouns with a place, nouns with a clause before their 的."""

import pytest

from digest.translate.officialese.directive import gloss


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("持续巩固拓展整治成果", "Keep consolidating and expanding clean-up results"),
        ("及时抢修恢复道路", "Promptly repair and restore roads"),
        ("发现依法查处违法行为", " and investigate and punish them by law"),
        ("制定实施工作方案", "Draw up and carry out work plans"),
        ("了解分析企业需求", "Learn about and analyse companies' needs"),
    ],
)
def test_verbs_that_are_said_together_share_their_object(chinese, english):
    assert (gloss(chinese) or "").endswith(english)


def test_a_second_verb_that_may_be_a_noun_is_no_pair():
    assert " and " not in (gloss("巩固发展成果") or "")


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("做好全市防汛准备工作", " across the city"),
        ("谱写新时代乡村振兴新篇章", "a new chapter in rural revitalisation in the new era"),
    ],
)
def test_a_place_or_a_time_before_a_noun_phrase_goes_behind_it(chinese, english):
    assert english in (gloss(chinese) or "")


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("解决制约产业发展的问题", "problems that restrict industrial development"),
        ("减少灾害造成的损失", "Reduce losses caused by disasters"),
        ("履行法律赋予的职责", "duties conferred by law"),
        ("增强做好防汛工作的责任感、紧迫感", "the sense of responsibility and the sense of urgency in doing"),
        ("落实党中央关于推进改革的决策部署", "of the Party Central Committee on"),
        ("落实县委关于散煤治理工作要求", "of the county Party committee on"),
    ],
)
def test_a_clause_before_its_noun_goes_behind_it(chinese, english):
    assert english in (gloss(chinese) or "")


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("适应用工需求发生重大变化的新形势", "the new situation of major changes in"),
        ("守住不发生重大事故的底线", "the bottom line of no major accidents"),
        ("守住安全度汛底线", "the bottom line of "),
        ("认识科技创新对经济发展的重要意义", "of innovation in science and technology for economic development"),
        ("打开发展新空间", "new space for development"),
        ("突出治理重点", "governance priorities"),
        ("适应产业发展需要", "industrial development needs"),
        ("做好今年各项工作", "this year"),
        ("完善保障安全生产的制度体系", " for "),
    ],
)
def test_a_noun_is_told_by_what_stands_around_it(chinese, english):
    assert english in (gloss(chinese) or "")


def test_important_to_the_country_is_not_across_it():
    assert "across the country" not in (gloss("打造全国重要的能源基地") or "")


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("扶持有潜力的企业", "companies with potential"),
        ("打造更具影响力的品牌", "brands with greater influence"),
        ("营造有利于创新的环境", "that favours innovation"),
        ("发挥社区作为服务平台的作用", " as "),
    ],
)
def test_what_a_noun_has_and_is(chinese, english):
    assert english in (gloss(chinese) or "")


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("把握制度在推进改革中的定位", " in pushing forward reform"),
        ("建设以实体经济为支撑的产业体系", " with the real economy as the support"),
        ("发挥市场带动产业发展的重要作用", "the important role of "),
    ],
)
def test_in_what_and_as_what_a_noun_is(chinese, english):
    assert english in (gloss(chinese) or "")


def test_a_level_is_nothing_to_be_in():
    assert " in " not in (gloss("保持物价在合理水平上的稳定") or "")


def test_difficulties_are_of_people_and_in_things():
    assert "difficulties of residents" in (gloss("解决群众的困难") or "")


def test_a_second_verb_with_a_noun_of_its_own_before_de_is_no_pair():
    assert gloss("谋划布局产业的方向") is None

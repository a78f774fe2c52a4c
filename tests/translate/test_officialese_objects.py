"""What verbs take: pairs of verbs, nouns with a place, nouns with a clause before their 的."""

import pytest

from digest.translate.officialese.directive import gloss


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("持续巩固拓展整治成果", "Keep consolidating and expanding clean-up results"),
        ("及时抢修恢复道路", "Promptly repair and restore roads"),
        ("发现依法查处违法行为", "Find illegal acts and investigate and punish them by law"),
        ("制定实施工作方案", "Draw up and carry out work plans"),
        ("了解分析企业需求", "Learn about and analyse companies' needs"),
    ],
)
def test_verbs_that_are_said_together_share_their_object(chinese, english):
    assert gloss(chinese) == english


def test_a_second_verb_that_may_be_a_noun_is_no_pair():
    assert gloss("巩固发展成果") == "Consolidate the fruits of development"


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("做好全市防汛准备工作", "Make good preparations for floods across the city"),
        ("谱写新时代乡村振兴新篇章", "Write a new chapter in rural revitalisation in the new era"),
    ],
)
def test_a_place_or_a_time_before_a_noun_phrase_goes_behind_it(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("解决制约产业发展的问题", "Solve problems that restrict industrial development"),
        ("减少灾害造成的损失", "Reduce losses caused by disasters"),
        ("履行法律赋予的职责", "Fulfil duties conferred by laws"),
        (
            "增强做好防汛工作的责任感、紧迫感",
            "Strengthen the sense of responsibility and urgency in doing good flood control work",
        ),
        (
            "落实党中央关于推进改革的决策部署",
            "Implement the decisions and plans of the Party Central Committee on pushing forward reform",
        ),
        (
            "落实县委关于散煤治理工作要求",
            "Implement the work requirements of the county Party committee on loose-coal control",
        ),
    ],
)
def test_a_clause_before_its_noun_goes_behind_it(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("适应用工需求发生重大变化的新形势", "Adapt to the new situation of major changes in labour demand"),
        ("守住不发生重大事故的底线", "Hold the bottom line of no major accidents"),
        ("守住安全度汛底线", "Hold the bottom line of safety through the flood season"),
        (
            "认识科技创新对经济发展的重要意义",
            "Recognise the importance of scientific and technological innovation for economic development",
        ),
        ("打开发展新空间", "Open up new space for development"),
        ("突出治理重点", "Focus on governance priorities"),
        ("适应产业发展需要", "Adapt to industrial development needs"),
        ("做好今年各项工作", "Do a good job of all work this year"),
        ("完善保障安全生产的制度体系", "Improve the institutional system for ensuring workplace safety"),
    ],
)
def test_a_noun_is_told_by_what_stands_around_it(chinese, english):
    assert gloss(chinese) == english


def test_important_to_the_country_is_not_across_it():
    assert gloss("打造全国重要的能源基地") is None


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("扶持有潜力的企业", "Support companies with potential"),
        ("打造更具影响力的品牌", "Build brands with greater influence"),
        ("营造有利于创新的环境", "Create the environment that favours innovation"),
        ("发挥社区作为服务平台的作用", "Give play to the role of communities as service platforms"),
    ],
)
def test_what_a_noun_has_and_is(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("把握制度在推进改革中的定位", "Grasp the positioning of systems in pushing forward reform"),
        ("建设以实体经济为支撑的产业体系", "Build an industrial system with the real economy as the support"),
        (
            "发挥市场带动产业发展的重要作用",
            "Give play to the important role of markets in driving industrial development",
        ),
    ],
)
def test_in_what_and_as_what_a_noun_is(chinese, english):
    assert gloss(chinese) == english


def test_a_level_is_nothing_to_be_in():
    assert gloss("保持物价在合理水平上的稳定") == "Maintain the stability of prices at a reasonable level"


def test_difficulties_are_of_people():
    assert gloss("解决群众的困难") == "Solve the difficulties of residents"


def test_a_second_verb_with_a_noun_of_its_own_before_de_is_no_pair():
    assert gloss("谋划布局产业的方向") is None

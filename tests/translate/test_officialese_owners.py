"""Officialese: whose something is, with its article; whose duty it is; what several things lack."""

from __future__ import annotations

import pytest

from digest.translate.officialese.directive import gloss


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("按照县委部署要求", "In line with the requirements of the county Party committee"),
        ("准确把握党中央战略意图", "Accurately grasp the strategic intentions of the Party Central Committee"),
        ("维护评奖的公平性和资金的安全", "Safeguard the fairness of award selection and the safety of funds"),
        ("保持市场的稳定性", "Maintain the stability of markets"),
        ("制定城中村改造行动计划", "Draw up action plans for redevelopment of urban villages"),
    ],
)
def test_what_is_somebodys_has_its_article(text: str, english: str) -> None:
    assert gloss(text) == english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("压实企业安全生产主体责任", "Enforce companies' primary responsibility for workplace safety"),
        ("压实企业的安全生产主体责任", "Enforce the primary responsibility of companies for workplace safety"),
        ("明确各单位防汛责任", "Clarify the responsibility of all units for flood control"),
        ("落实农民工工资支付责任", "Fulfil responsibilities for payment of migrant workers' pay"),
    ],
)
def test_whose_duty_it_is_stands_before_what_it_is_for(text: str, english: str) -> None:
    assert gloss(text) == english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("补齐教育、医疗等短板", "Shore up weak spots in education, medical care, etc."),
        ("打通审批、监管等堵点", "Clear bottlenecks in approval, supervision, etc."),
        ("利用广播、微信等多种手段", "Make use of radio, WeChat and various other means"),
    ],
)
def test_weak_spots_are_in_what_is_listed(text: str, english: str) -> None:
    assert gloss(text) == english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("创新服务举措", "Develop new service measures"),
        ("创新社会治理", "Innovate in social governance"),
        ("顺应群众的新期待", "Respond to the new expectations of residents"),
        ("增强宗旨意识", "Strengthen the commitment to serving the people"),
        ("推进新型城镇化建设", "Push forward new urbanisation"),
        ("广大企业要加强管理", "Companies should strengthen management"),
        ("要下功夫提升服务质量", "Work hard to improve service quality"),
        ("以更高站位谋划工作", "From a higher standpoint, plan work"),
        ("支持和帮助企业转型升级", "Support and help companies to transform and upgrade"),
    ],
)
def test_english_has_another_verb_for_it(text: str, english: str) -> None:
    assert gloss(text) == english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("加强审计队伍建设", "Strengthen auditing teams"),
        ("加强队伍建设", "Strengthen the workforce"),
        ("加强专业化人才队伍建设", "Strengthen the professional talent pool"),
        ("加强统计队伍建设", "Strengthen statistics teams"),
    ],
)
def test_a_workforce_is_built(text: str, english: str) -> None:
    assert gloss(text) == english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("深化国际科技合作", "Deepen international cooperation in science and technology"),
        ("加强绿色能源合作", "Strengthen cooperation in green energy"),
        ("开展各项文化体育活动", "Carry out all activities for culture and sports"),
        (
            "中央区域协调发展领导小组要加强检查",
            "The central leading group on coordinated regional development should strengthen inspection",
        ),
        ("增强职工安全意识和能力", "Improve employees' safety awareness and capacity"),
        ("发挥协会作为行业组织的作用", "Give play to the role of associations as trade bodies"),
    ],
)
def test_what_begins_a_row_is_of_its_end(text: str, english: str) -> None:
    assert gloss(text) == english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("强化能源资源保障", "Strengthen supply of energy resources"),
        ("加大财政、金融等政策支持力度", "Step up fiscal, financial and other policy support"),
        ("加强用地、用电等政策支持", "Strengthen policy support in land, electricity use, etc."),
        ("树牢大抓项目的鲜明导向", "Give clear priority to projects"),
        ("实现建设农业强省的目标", "Achieve the goal of building a province strong in agriculture"),
        ("确保农民工工资发放", "Ensure the payment of migrant workers' wages"),
    ],
)
def test_what_is_given_and_aimed_at(text: str, english: str) -> None:
    assert gloss(text) == english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("实施国家重大工程", "Carry out major national projects"),
        ("建设国家重要能源基地", "Build important national energy bases"),
        ("加强残疾人服务保障", "Strengthen services and support for people with disabilities"),
        (
            "自觉接受人大监督、民主监督、社会监督",
            "Willingly accept oversight by people's congresses, democratic oversight and public oversight",
        ),
        (
            "支持工会、妇联等群团组织开展工作",
            "Support trade unions, women's federations and other mass organisations in carrying out work",
        ),
        ("办好全民健身活动", "Successfully hold public fitness activities"),
        ("确保电力系统的安全平稳运行", "Ensure the safe and steady operation of the power system"),
        ("提高工作积极性", "Boost the enthusiasm for work"),
        ("做好春节期间各项保障工作", "Ensure all support work during the Spring Festival"),
        ("实施城市内涝治理项目", "Carry out projects for control of urban flooding"),
        ("推动企业项目落地", "See that projects of companies are launched"),
    ],
)
def test_a_name_is_not_taken_apart(text: str, english: str) -> None:
    assert gloss(text) == english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        (
            "对整改不到位的企业和单位依法查处",
            "Investigate and punish companies and units with incomplete rectification by law",
        ),
        ("对工作不力的单位和个人严肃问责", "Hold poorly performing units and individuals to account"),
        ("对履职不力的人员和单位严肃问责", None),
        ("督促问题突出的企业整改", None),
        ("加强对特殊困难群体的走访慰问", "Strengthen visits to people in special difficulty"),
        ("加强对专项资金使用情况的监督检查", "Strengthen oversight and inspection of the use of special funds"),
    ],
)
def test_who_is_told_by_what_he_lacks(text: str, english: str | None) -> None:
    assert gloss(text) == english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("发挥税收调节作用", "Give play to the regulatory role of tax revenue"),
        ("发挥财政资金引导作用", "Give play to the guiding role of fiscal funds"),
        ("提升通关便利化水平", "Make customs clearance more convenient"),
        ("规范企业用工行为", "Regulate companies' employment practices"),
        ("打造堪当重任的高素质队伍", "Build highly qualified teams up to heavy responsibilities"),
    ],
)
def test_what_role_it_is(text: str, english: str) -> None:
    assert gloss(text) == english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("要在古树普查上有新的推进", "Make new progress in the census of ancient trees"),
        ("做细开幕式方案", "Draw up detailed opening ceremony plans"),
        ("把握城市的定位和使命", "Grasp the positioning and mission of the city"),
        ("解决区域发展不平衡问题", "Solve imbalances in regional development"),
        ("锻造忠诚的政法铁军", "Forge a loyal strong political and legal affairs force"),
        ("加强预警和应急响应联动", "Strengthen joint action between early warning and emergency response"),
        ("打破传统管理模式", "Break with traditional management models"),
        ("推动文化创新发展", "Drive the innovative development of culture"),
        ("推动科技创新发展", "Drive the development of scientific and technological innovation"),
        ("签订食品安全承诺书", "Sign letters of commitment on food safety"),
        ("认真落实各项迎检工作安排", "Conscientiously implement all arrangements of preparations for inspections"),
        ("加强流感等呼吸道传染病", None),
        ("坚决站稳坚持原则的坚强阵地", None),
        ("保障留校师生学习、工作和生活需求", None),
        ("落实各个层面各个行业的责任", None),
    ],
)
def test_what_nobody_would_write(text: str, english: str | None) -> None:
    assert gloss(text) == english

"""Plain English: whose things are, where adverbs stand, what people do themselves."""

from __future__ import annotations

import pytest

from digest.translate.officialese.directive import gloss


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("推动上海餐饮业转型", "Drive the transformation of Shanghai's catering industry"),
        ("提高首都餐饮业服务水平", "Raise the standard of services for the capital's catering industry"),
        ("全力守住粮食安全底线", "Go all out to hold the bottom line of food security"),
        ("全力推进河道治理", "Go all out to advance river control"),
        ("各单位要履职尽责", "All units should perform duties in full"),
        ("村干部要主动作为", "Village officials should take the initiative"),
        ("焕发干事创业的精气神", "Show the drive to get things done"),
        ("强化质量导向", "Strengthen a quality orientation"),
        ("分析问题产生的原因", "Analyse the causes of problems"),
        (
            "认识企业推进技术创新的重要意义",
            "Recognise the importance of companies pushing forward technological innovation",
        ),
        ("坚持科学救援", "Keep to scientific rescue"),
        ("加紧清理拖欠企业账款", "Step up efforts to clear up overdue payments to companies"),
        (
            "统筹恢复重建和防灾减灾",
            "Coordinate recovery and reconstruction as well as disaster prevention and reduction",
        ),
        (
            "学习总书记关于治水的重要讲话精神",
            "Study the guiding principles of the General Secretary's important speeches on water management",
        ),
        ("提升客运服务水平", "Improve the standard of passenger transport services"),
        ("满足群众养老服务的需求", "Meet the needs of residents for elderly care"),
        ("坚决遏制溺水事故的发生", "Resolutely curb drownings"),
        ("确保完成年度各项任务", "Make sure to complete all annual tasks"),
        (
            "制定支持养殖业发展的优惠政策",
            "Draw up preferential policies for supporting the development of livestock farming",
        ),
        ("形成最大合力", "Form the greatest joint efforts"),
        ("统筹推进水库加固", "Coordinate and push forward reservoir reinforcement"),
        ("一体推进教育改革", "Take an integrated approach to education reform"),
        ("推动文化和旅游深度融合", "See that culture and tourism are deeply integrated"),
    ],
)
def test_a_directive_reads_as_english(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "推动传统文化创造性转化、创新性发展",
            "Drive creative transformation and innovative development of traditional culture",
        ),
        ("努力建设更高水平服务体系", "Strive to build a higher-level service system"),
        ("聚焦推动改革不动摇", "Focus on driving reform without wavering"),
        (
            "着力抓好扩大就业、改善民生各项工作",
            "Work hard on all aspects of expanding employment and improving people's livelihood",
        ),
        ("依法追究相关企业责任", "Hold companies concerned to account by law"),
        ("推动加工等配套产业落地", "See that processing and other supporting industries are launched"),
        ("加快应急物资投运", "Speed up delivery of emergency supplies"),
        ("科学有力地推进灾后重建", "Scientifically and effectively push forward reconstruction after the disaster"),
    ],
)
def test_the_last_word_is_of_all_before_it(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    "chinese",
    [
        "落实巡查任务的具体情况",
        "推动改善民生、扩大内需“两个大局”",
        "提供坚强的作风和环境保障",
        "善作善成抓调研",
        "推进创新固本强基",
    ],
)
def test_nobody_can_tell_what_it_is_of(chinese):
    assert gloss(chinese) is None


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "加强道路交通消防危化品等重点领域监管",
            "Strengthen supervision in road traffic, firefighting, hazardous chemicals and other key areas",
        ),
        ("加强古树保护和合理利用", "Strengthen protection and rational use of ancient trees"),
        ("坚持源头防控系统治理", "Keep to prevention at source and systematic governance"),
        ("做好防汛救灾等工作", "Ensure effective flood control and relief as well as other work"),
        ("优先保障民生支出和重点项目建设", "Ensure livelihood spending and key project construction as a priority"),
        ("查处侵占挪用救灾资金行为", None),
        ("促进毕业生和农民工就业", "Promote employment of graduates and migrant workers"),
        ("推进文明城市和卫生城市创建", None),
        ("落实企业安全和环保主体责任", None),
        ("整治乱搭乱建现象", "Clean up unauthorised building"),
        ("打击非法捕捞行为", "Crack down on illegal fishing"),
        ("严查酒驾毒驾等违法行为", "Strictly investigate drink-driving, drug-driving and other illegal acts"),
        ("降低企业用能用地成本", "Lower costs of energy use and land for companies"),
        ("强化措施落地", "Strengthen implementation of measures"),
        (
            "增强村党组织政治功能和组织功能",
            "Strengthen the political functions and organisational functions of village Party organisations",
        ),
        ("引导居民绿色出行", None),
        ("组织专家评审", None),
        # nobody can tell what is of what
        ("加强煤矿消防管理", None),
        ("完善养老托育医疗服务体系", None),
        ("落实安全生产消防安全责任", None),
        ("压实属地管理和部门监管责任", None),
        ("推进城镇老旧小区加装电梯", None),
    ],
)
def test_a_row_without_commas_is_a_list_or_nothing(chinese, english):
    assert gloss(chinese) == english

"""Clauses that say what they mean by themselves: nothing that "it" points to is missing, no row is flattened."""

import pytest

from digest.translate.officialese.directive import gloss
from digest.translate.officialese.reporting import reported


@pytest.mark.parametrize(
    "chinese",
    ["纳入农田建设规划", "全部纳入年度预算", "统一纳入平台管理", "要纳入村规民约", "及时纳入监测", "列入重点任务"],
)
def test_what_is_put_somewhere_must_be_said(chinese):
    assert gloss(chinese) is None


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("把护林工作纳入年度考核", "Bring forest protection work into the annual assessment"),
        ("要引以为戒", "Heed the warning"),
        ("切实入脑入心", "Earnestly take what is learned to heart"),
        ("确保会议精神入脑入心", "Ensure that the guiding principles of the meeting are taken to heart"),
        ("决不姑息迁就", "Show no leniency"),
        ("要两手抓、两手硬", "Work firmly on both fronts at once"),
    ],
)
def test_nothing_points_to_what_is_not_said(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("推进改革攻坚、开放提升", "Push forward tough reforms and greater openness"),
        ("统筹做好值班值守、安全保卫等工作", "Coordinate on-duty staffing, security and other work"),
        ("增强业务本领", "Improve professional skills"),
        ("熟悉业务", "Be familiar with one's work"),
        ("加强项目调度", "Strengthen checks on project progress"),
        ("统一调度救援力量", "Centrally deploy rescue forces"),
        ("不断加强学习", "Keep learning"),
        ("为群众作出表率", "Set an example for residents"),
        ("提高居民对活动的满意度", "Raise residents' satisfaction with activities"),
        ("提高活动的参与度", "Raise participation in activities"),
        ("加强目标责任考核", "Strengthen assessment of performance against targets"),
        ("提高服务质量和效率", "Improve the quality and efficiency of services"),
        ("加强巡查、查缺补漏", "Strengthen patrols, and find and fill gaps"),
    ],
)
def test_pairs_and_words_of_many_senses_are_said_in_english(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    "chinese",
    ["强化调度", "做好调度工作", "提高活动的知晓率和参与度", "加强对经验的总结和宣传", "以座谈的形式听取意见"],
)
def test_what_no_one_preposition_or_sense_fits_is_not_told(chinese):
    assert gloss(chinese) is None


def test_what_a_meeting_asks_for_is_required():
    assert reported("会议要求") == "the meeting required"


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("完善减税、补贴等政策", "Improve policies on tax cuts, subsidies, etc."),
        (
            "依法打击破坏森林资源行为",
            "In accordance with the law, crack down on acts that damage forest resources",
        ),
        ("持续抓好机关的作风建设", "Keep doing a good job of improving conduct in government offices"),
        ("增强工作实效", "Make work more effective"),
        ("促进餐饮、住宿等消费", "Promote spending on catering, accommodation, etc."),
        ("推动落后产能有序退出", "Drive the orderly exit of outdated capacity"),
        ("支持商户更好发展", "Support merchants in developing better"),
        ("依法打击破坏耕地行为", "In accordance with the law, crack down on damaging farmland"),
        ("坚持质量第一", "Put quality first"),
        ("推进流程再造、服务优化", "Push forward redesign of procedures and service improvement"),
        ("把助残服务纳入发展规划", "Bring services for people with disabilities into development plans"),
        ("增强工作的主动性", "Take more initiative in work"),
        ("调动干部积极性", "Mobilise the initiative of officials"),
        ("打好关键技术攻坚战", "Fight the tough battle for key technologies"),
        ("优化仓库等设施布局", "Optimise the layout of warehouses and other facilities"),
        ("确保堤防建设取得实效", "Ensure that dyke construction achieves results"),
        ("统筹抓好衔接", "Ensure overall coordination"),
        ("拓宽民间投资空间", "Broaden room for private investment"),
    ],
)
def test_what_is_said_of_what(chinese, english):
    assert gloss(chinese) == english

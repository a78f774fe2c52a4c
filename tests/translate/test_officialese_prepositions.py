"""What joins things in English: whose they are, where they are, what they are for; and one wording throughout."""

import pytest

from digest.translate.officialese.directive import gloss


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("加强基层党组织建设", "Strengthen grassroots Party organisations"),
        ("关心爱护基层干部", "Care for grassroots officials"),
        ("教育广大党员干部", "Educate Party members and officials"),
        ("组织全体干部职工学习", "Organise all officials and employees to study"),
    ],
)
def test_officials_and_the_grassroots_have_one_name(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("提振农民信心", "Boost farmers' confidence"),
        ("坚定发展信心", "Have firm confidence in development"),
        ("做好基层“三保”工作", "Do good work on the “three guarantees” at the grassroots"),
    ],
)
def test_what_people_have_is_theirs_and_not_in_them(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("在水库管理上提高标准", "Raise standards in reservoir management"),
        ("进一步在深化改革上取得突破", "Further make breakthroughs in deepening reform"),
    ],
)
def test_what_something_is_done_in_goes_behind_it(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize("chinese", ["对列入名单的水库和堤坝应修尽修", "为林业发展奠定技术支撑"])
def test_a_verb_that_says_which_and_a_support_that_is_laid_have_no_reading(chinese):
    assert gloss(chinese) is None


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("明确任务举措", "Clarify tasks and measures"),
        ("听取农民意见诉求", "Listen to the opinions and demands of farmers"),
        ("改进作风学风", "Improve conduct and style of study"),
    ],
)
def test_nouns_of_a_kind_stand_side_by_side(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("稳定退役军人等重点群体就业", "Stabilise employment of veterans and other key groups"),
        ("做好孤儿等困难群众救助", "Do a good job of assistance for orphans and other people in difficulty"),
    ],
)
def test_people_who_sum_up_a_list_stand_behind_what_is_theirs(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("增加优质养老服务供给", "Increase supply of quality elderly care"),
        ("健全农业标准体系", "Improve agricultural standards systems"),
        ("深化海水淡化国际合作", "Deepen international cooperation in seawater desalination"),
        ("完善乡镇会商机制", "Improve the consultation mechanism for townships"),
        ("加强专业队伍能力", "Strengthen the capacity of specialist teams"),
    ],
)
def test_the_noun_decides_what_joins_it_and_what_an_adjective_is_of(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("为实现绿色发展努力奋斗", "To achieve green development, strive hard"),
        ("做好冬季供暖保障", "Do a good job of ensuring winter heating"),
        ("正视差距", "Face gaps squarely"),
    ],
)
def test_what_is_done_is_said_with_a_verb(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize("chinese", ["主动服务提升农业产能", "打造海洋强市制度支撑和资金支持体系"])
def test_serving_what_is_done_and_a_shared_system_have_no_reading(chinese):
    assert gloss(chinese) is None


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("打造高素质教师队伍", "Build a highly qualified body of teachers"),
        ("补齐农村基础设施短板", "Shore up weak spots in rural infrastructure"),
        ("保持对违法犯罪的高压态势", "Maintain high pressure on crime"),
    ],
)
def test_a_body_is_one_of_many_and_weak_spots_are_in_something(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("民盟要加强自身建设", "The China Democratic League should step up self-improvement"),
        ("健全现代企业制度", "Improve the modern corporate system"),
        ("加强基层党组织标准化规范化建设", "Strengthen standardisation of grassroots Party organisations"),
    ],
)
def test_parties_have_their_names_and_nothing_is_said_twice(chinese, english):
    assert gloss(chinese) == english

"""Clauses of officialese: what happens to things, who lets whom, what comes before the verb, and what has none."""

import pytest

from digest.translate.officialese.directive import gloss


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("推动各项工作迈上新台阶", "See that all work rises to a new level"),
        ("推动资源向基层下沉", "See that resources go down to the grassroots"),
        ("推动监管向事前预防转变", "See that supervision shifts towards prior prevention"),
        ("确保数据准确有效", "Ensure that data is accurate and effective"),
        ("让平台更好服务企业", "Let platforms better serve companies"),
    ],
)
def test_things_do_what_a_set_predicate_says(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("防汛形势仍然严峻", "The flood control situation is still grave"),
        ("群众安全意识逐步提升", "Residents' safety awareness is gradually improved"),
    ],
)
def test_an_adverb_tells_a_statement_from_a_demand(chinese, english):
    assert gloss(chinese) == english


def test_things_that_exist_are_not_had():
    assert gloss("风险隐患仍然存在") is None


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("为乡村振兴贡献力量", "Contribute to rural revitalisation"),
        ("把各项要求贯彻好", "Carry through all requirements"),
        ("在西部地区开展试点", "Carry out pilot projects in western regions"),
        ("以优质服务为企业发展提供保障", "Use quality services to provide safeguards for company development"),
    ],
)
def test_what_comes_before_the_verb_goes_behind_it(chinese, english):
    assert gloss(chinese) == english


def test_a_list_of_what_is_kept_to_belongs_to_keeping():
    assert gloss("坚持严格执法、精准执法") == "Keep enforcing the law strictly and precisely enforcing the law"


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("按照县委工作部署", "In line with the work plans of the county Party committee"),
        ("在推进改革的同时", "While pushing forward reform"),
        ("为推进改革", "To push forward reform"),
        ("在压实责任的基础上", "On the basis of enforcing responsibilities"),
    ],
)
def test_a_clause_without_a_verb_of_its_own_may_stand_alone(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize("chinese", ["各部门要按照县委工作部署", "与时俱进", "加强巡查，按照县委部署"])
def test_half_a_sentence_is_not_told(chinese):
    assert gloss(chinese) is None


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("坚持创新为动力", "Keep innovation as the driving force"),
        ("坚持发展和安全并重", "Give equal weight to development and security"),
        ("坚持改革不动摇", "Keep to reform without wavering"),
        ("将科技创新作为发展的抓手", "Treat scientific and technological innovation as a lever of development"),
        ("与企业加强合作", "Strengthen cooperation with companies"),
        ("以强烈的责任感抓好防汛工作", "With a strong sense of responsibility, do good flood control work"),
        ("确保数据准确、档案完整", "Ensure that data is accurate and archives are complete"),
        ("坚定不移全面从严治党", "Unswervingly govern the Party strictly in every respect"),
        ("探索创新", "Explore and innovate"),
    ],
)
def test_set_patterns_of_a_clause(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize("chinese", ["强化人才是第一资源的理念", "更加聚焦重点工作"])
def test_what_could_be_read_in_two_ways_is_not_told(chinese):
    assert gloss(chinese) is None


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("但严禁焚烧秸秆", "But strictly forbid burning straw"),
        ("坚持问题导向和目标导向相结合", "Combine a problem-oriented approach with a goal-oriented approach"),
        ("既要完善机制", "Improve mechanisms"),
        ("在推进改革时", "When pushing forward reform"),
        ("到2030年建成示范区", "Build demonstration zones by 2030"),
        ("做好2026年各项工作", "Do a good job of all work in 2026"),
    ],
)
def test_small_words_of_time_and_contrast(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("集中力量", "Concentrate forces"),
        ("活跃市场", "Invigorate markets"),
        ("推进监督检查常态化、规范化", "Make oversight and inspection regular and standardised"),
        ("把推进改革同改善民生结合起来", "Combine pushing forward reform with improving people's livelihood"),
        ("以科技创新引领发展", "Use scientific and technological innovation to lead development"),
        ("支持企业更好发展", "Support companies in developing better"),
        ("帮助解决困难", "Help solve difficulties"),
        ("支持企业扩大投资、引进人才", "Support companies in expanding investment and bringing in talent"),
        ("深入学习领会会议精神", "Thoroughly study and grasp the guiding principles of the meeting"),
        (
            "在扩大内需、改善民生等方面持续发力",
            "Keep up the effort in expanding domestic demand and improving people's livelihood, among other areas",
        ),
    ],
)
def test_verbs_by_their_place_and_company(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("聚焦高质量发展这个首要任务", "Focus on the primary task of high-quality development"),
        ("深化改革促进发展", "Deepen reform and promote development"),
        ("突出重点领域开展专项整治", "Focus on key areas and carry out a special clean-up campaign"),
    ],
)
def test_what_sums_up_and_what_goes_on(chinese, english):
    assert gloss(chinese) == english


def test_a_verb_that_may_be_an_attribute_goes_on_with_nothing():
    assert gloss("完善重大决策落实机制") is None


@pytest.mark.parametrize("chinese", ["监管机构各单位按照", "用电量巡视组根据", "各部门按照"])
def test_an_accordance_with_nothing_is_not_told(chinese):
    assert gloss(chinese) is None


def test_a_place_word_with_nothing_before_it_is_not_told():
    assert gloss("将科技创新作为中") is None

"""Who takes part in what, what is reported by whom, and with what something is done."""

import pytest

from digest.translate.officialese.directive import gloss


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("鼓励社会参与垃圾分类", "Encourage the public to take part in waste sorting"),
        ("鼓励公众参与治理", "Encourage the public to take part in governance"),
        ("引导农民参与治理", "Guide farmers to take part in governance"),
        ("激发社会参与热情", "Stimulate public participation enthusiasm"),
        ("解决农民反映的问题", "Solve the problems reported by farmers"),
        ("以监督成效保障改革", "Use oversight results to ensure reform"),
    ],
)
def test_a_verb_that_somebody_does_is_no_part_of_a_noun(chinese, english):
    assert gloss(chinese) == english


def test_a_verb_with_its_object_before_a_noun_has_no_reading():
    assert gloss("激发农民参与治理活力") is None


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("支持渔民返乡创业", "Support fishermen in returning home to start businesses"),
        ("组织党员志愿者入户宣传", "Organise Party member volunteers to do publicity door to door"),
        ("确保水库安全运行", "Ensure that reservoirs are kept running safely"),
        ("提高对风险的预判能力", "Improve the capacity to anticipate risks"),
        ("提高居民对政策的知晓率", "Raise residents' awareness of policies"),
        ("以更大力度推进改革", "Push forward reform with greater intensity"),
        ("深入宣传惠农政策", "Thoroughly publicise policies that benefit farmers"),
        ("加强水域岸线系统治理", "Strengthen systematic governance of shorelines"),
        ("加大社会各界支持力度", "Step up support from all sectors of society"),
    ],
)
def test_who_does_what_to_what(chinese, english):
    assert gloss(chinese) == english


def test_a_capacity_of_two_of_three_has_no_reading():
    assert gloss("提升城市供水、排水能力和应急处置能力") is None


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("带动周边群众就业增收", "Help nearby residents to find work and earn more"),
        ("促进农民就业增收", "Promote jobs and higher incomes for farmers"),
        ("加强科技成果转化应用", "Strengthen conversion and use of scientific and technological results"),
        ("加大人才培养引进力度", "Step up talent training and introduction"),
        ("加快林业改革步伐", "Speed up forestry reform"),
        ("保持社会稳定", "Maintain social stability"),
    ],
)
def test_what_people_get_and_what_is_done_next(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("解决制约林业发展的难题", "Solve difficult problems that restrict forestry development"),
        ("将信用信息纳入监管范围", "Bring credit information into the scope of supervision"),
        ("全面推行河湖长制", "Fully roll out the river and lake chief system"),
    ],
)
def test_a_verb_before_de_says_which_and_an_adverb_stands_first(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize("chinese", ["加强农户和园区安全风险管控", "通过以案促改完善制度"])
def test_a_place_beside_people_and_a_second_predicate_have_no_reading(chinese):
    assert gloss(chinese) is None


@pytest.mark.parametrize("chinese", ["加强危险化学品运输监管", "加强社保基金使用监管"])
def test_what_is_supervised_is_no_second_thing_done(chinese):
    assert gloss(chinese) is None


def test_a_service_that_serves_something_is_no_attribute_of_it():
    assert gloss("加强文化服务乡村振兴") is None


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("解决存在的不足", "Address existing shortcomings"),
        ("利用广播广泛宣传", "Use radio to do extensive publicity"),
        ("回应牧民关心的问题", "Respond to problems of concern to herdsmen"),
        ("让牧民有更多获得感", "Let herdsmen have a greater sense of gain"),
        ("壮大基础研究人才队伍", "Strengthen the talent pool for basic research"),
    ],
)
def test_what_exists_what_concerns_and_what_is_used(chinese, english):
    assert gloss(chinese) == english


def test_ways_of_doing_are_not_done():
    assert gloss("探索林业价值实现路径") is None


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("维护边境地区安全稳定", "Safeguard safety and stability in border areas"),
        ("夯实农业基础地位", "Consolidate the foundational position of agriculture"),
    ],
)
def test_safety_and_stability_are_two_and_a_position_is_of_something(chinese, english):
    assert gloss(chinese) == english


def test_a_job_of_work_of_doing_is_a_job_of_doing():
    assert gloss("做好加强宣传、凝聚共识的工作") == "Do a good job of strengthening publicity and building consensus"

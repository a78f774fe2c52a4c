"""Words whose nearest English would say something else."""

import pytest

from digest.translate.officialese.directive import gloss


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("加大宏观政策调控力度", "Step up macro policy regulation"),
        ("加快数智化改造升级", "Speed up digital and smart upgrading"),
        ("掌握产业发展的规律", "Understand patterns of industrial development"),
        ("尊重自然规律", "Respect the laws of nature"),
        ("从根本上解决问题", "Fundamentally solve problems"),
        ("全力推进项目建设", "Go all out to advance project construction"),
        ("织密安全防线", "Tightly weave the line of defence for safety"),
        ("减轻群众负担", "Reduce the burden on residents"),
        ("优化公共服务资源配置", "Optimise allocation of public service resources"),
        ("为企业履职提供服务", "Provide services for performance of duties by companies"),
        ("提高政治定力", "Raise political resolve"),
    ],
)
def test_the_sense_officials_mean(chinese, english):
    assert gloss(chinese) == english


def test_the_layout_of_a_city_is_not_what_it_shows():
    assert gloss("展现现代化建设的城市格局") is None


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("打通服务堵点", "Clear service bottlenecks"),
        ("打通信息壁垒", "Break down information barriers"),
        ("推动一批惠民项目", "Advance a number of public-benefit projects"),
        ("推动年度任务完成", "Drive the completion of tasks for the year"),
    ],
)
def test_a_verb_is_the_one_that_english_says_of_the_object(chinese, english):
    assert gloss(chinese) == english


def test_a_year_before_what_is_built_is_a_deadline():
    assert (
        gloss("锚定2031年建成旅游强市的战略目标")
        == "Aim firmly at the strategic goal of building a strong tourism city by 2031"
    )


def test_what_somebody_speaks_about_is_not_what_they_do():
    assert gloss("就举办国际茶叶博览会") is None
    assert gloss("就近办理业务") is not None


def test_who_acts_does_not_waver():
    assert gloss("聚焦推动发展不动摇") == "Focus on driving development without wavering"


def test_work_of_a_whole_list_is_not_of_its_last_member():
    assert gloss("着力抓好提振信心、扩大投资、防范风险各项工作") == (
        "Work hard on all aspects of boosting confidence, expanding investment and guarding against risks"
    )


def test_a_verb_said_three_times_is_a_list():
    assert gloss("带头遵守和维护党章、带头提高党性觉悟、带头落实会议精神") == (
        "Take the lead in complying with and safeguarding the Party constitution, take the lead in strengthening "
        "commitment to Party spirit and take the lead in acting on the guiding principles of the meeting"
    )


def test_officials_start_no_enterprises():
    assert gloss("保持干事创业劲头") == "Maintain the drive to get things done and break new ground"


def test_what_we_do_is_told_and_what_somebody_sent_is_not_asked_for():
    assert gloss("我们坚持高质量发展") == "We keep to high-quality development"
    assert gloss("各地区派出工作组") is None


def test_two_verbs_share_the_object_that_follows_them():
    assert gloss("及时评估和优化政策") == "Promptly assess and optimise policies"
    assert gloss("真抓实干、推进改革") == "Get real work done and push forward reform"


def test_one_sense_of_responsibility_is_a_sense():
    assert gloss("以高度的责任感，加强巡查") == "With a strong sense of responsibility, strengthen patrols"


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("净化市场环境", "Clean up the market environment"),
        ("坚持干字当头", "Keep putting action first"),
    ],
)
def test_plain_words_for_set_phrases(chinese, english):
    assert gloss(chinese) == english


def test_what_is_built_of_services_is_not_served():
    assert gloss("打造服务“升级版”") is None


def test_lives_and_property_are_kept_safe():
    assert gloss("保障居民的生命财产安全") == "Ensure the safety of lives and property of residents"


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("分类施策、集中力量开展整治", "Take measures by category and concentrate forces on carrying out clean-up"),
        ("加强巡查、查缺补漏", "Strengthen patrols, and find and fill gaps"),
        ("全面学习、把握、落实会议精神", "Fully study, grasp and implement the guiding principles of the meeting"),
        ("防范经济金融风险", "Guard against economic and financial risks"),
        ("加强对企业的业务指导", "Strengthen professional guidance for companies"),
    ],
)
def test_three_verbs_are_a_list(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("把改革与创新结合起来", "Combine reform with innovation"),
        ("把调查研究同理论学习结合起来", "Combine research and fact-finding with theoretical study"),
    ],
)
def test_one_thing_is_combined_with_another(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("集中整治乱收费", "Run an intensive clean-up of arbitrary charges"),
        ("在法治轨道上推进改革", "Push forward reform on the track of the rule of law"),
    ],
)
def test_how_it_is_done_stands_behind_the_object(chinese, english):
    assert gloss(chinese) == english


def test_persuading_while_serving_is_no_persuasion_of_services():
    assert gloss("开展文明交通服务劝导") is None


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("关注困难群众", "Pay attention to people in difficulty"),
        ("密切关注天气变化", "Pay close attention to changes in the weather"),
        ("排查老旧房屋", "Check old houses"),
        ("排查安全隐患", "Check for safety hazards"),
        ("全面排查桥梁", "Fully check bridges"),
        ("尊重农民意愿", "Respect farmers' wishes"),
        ("不得随意降低标准", "Do not lower standards at will"),
        ("安置受灾群众", "Find shelter for people hit by the disaster"),
        ("安置退役军人", "Find jobs for veterans"),
        ("安置搬迁群众", "Resettle relocated residents"),
        ("掌握核心技术", "Master core technologies"),
        ("掌握项目进展情况", "Keep track of project progress"),
        ("压实安全责任", "Enforce responsibility for safety"),
        ("确保税收应收尽收", "Collect all taxes due"),
        ("落实立德树人根本任务", "Carry out the fundamental task of fostering virtue through education"),
    ],
)
def test_what_a_verb_says_depends_on_what_it_takes(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("加强作风建设", "Improve conduct"),
        ("加强班子建设", "Strengthen leadership teams"),
        ("加强电网设施建设", "Step up construction of power grid facilities"),
        ("加强违法建设治理", "Strengthen control of illegal construction"),
        ("推进智慧消防建设", "Push forward the development of smart firefighting"),
        ("做好应急准备", "Make good emergency preparations"),
        ("做好供水保障", "Ensure water supply"),
        ("做好防汛工作", "Do good flood control work"),
        ("落实专人", "Assign dedicated staff"),
        ("落实会议精神", "Act on the guiding principles of the meeting"),
        ("提升价值链", "Move up value chains"),
        ("解决就业", "Address employment"),
        ("规范市场", "Regulate markets"),
        ("规范程序", "Standardise procedures"),
        ("制止餐饮浪费行为", "Stop food waste"),
        ("查处违法违规行为", "Investigate and punish violations of laws and regulations"),
        ("检查政策落实情况", "Inspect policy implementation"),
        ("关心身边的困难职工", "Show concern for nearby employees in difficulty"),
        ("召开专题会议", "Hold special meetings"),
    ],
)
def test_a_word_is_said_as_its_neighbours_ask(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize("chinese", ["深化国企", "推进企业", "确保困难群众应保尽保"])
def test_people_are_not_what_is_carried_out(chinese):
    assert gloss(chinese) is None


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("严禁吸烟", "Strictly forbid smoking"),
        ("驾驶人应当礼让行人", "Drivers should give way to pedestrians"),
        ("检查燃气报警器", "Inspect gas alarms"),
        ("不得销售过期食品", "Do not sell expired food"),
        ("严禁高空抛物", "Strictly forbid throwing things from high buildings"),
        ("妥善保管个人信息", "Keep personal information safe"),
        ("引导群众错峰出行", "Guide residents to travel off-peak"),
        ("减少户外作业", "Reduce outdoor work"),
        ("没收违法所得", "Confiscate illegal gains"),
        ("过往车辆应减速慢行", "Passing vehicles should slow down"),
    ],
)
def test_the_words_of_notices(chinese, english):
    assert gloss(chinese) == english


def test_safely_is_no_noun_before_what_is_done():
    assert gloss("引导群众安全出行") is None


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("建立一个平台", "Set up a platform"),
        ("查找自身问题", "Find their own problems"),
        ("企业要加强自身安全管理", "Companies should strengthen their own safety management"),
        ("配备专业设备", "Provide professional equipment"),
        ("尊重当地的风俗习惯", "Respect local customs"),
        ("健全三级应急体系", "Improve the three-level emergency system"),
    ],
)
def test_one_of_many_and_whose_it_is(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("严禁违规动火", "Strictly forbid hot work against the rules"),
        ("保护农民种粮积极性", "Protect farmers' willingness to grow grain"),
        ("清理废弃车辆", "Clear up abandoned vehicles"),
        ("化解政府隐性债务", "Defuse hidden government debts"),
        ("给予现金奖励", "Give cash rewards"),
    ],
)
def test_the_words_of_the_trades(chinese, english):
    assert gloss(chinese) == english

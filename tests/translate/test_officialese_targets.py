"""What is done to somebody, what is forbidden, who is asked: the verb and its object in English order, or nothing."""

import pytest

from digest.translate.officialese.directive import gloss


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("对隐患逐一排查", "Check for hazards one by one"),
        ("对老旧电梯及时更换", "Promptly replace old lifts"),
        ("对突出问题优先整改", "Rectify prominent problems as a priority"),
        (
            "对不合格产品及时下架召回",
            "Promptly take substandard products off the shelves and recall them",
        ),
        ("对风险点逐一排查、逐一整改", "Check risk points one by one and rectify them one by one"),
        ("对环境违法行为零容忍", "Show zero tolerance for environmental offences"),
        ("对重点工程实行挂牌督办", "Put key projects under listed supervision"),
        ("对重大项目实行清单管理", "Manage major projects by list"),
        ("对食品企业开展专项检查", "Carry out special inspections of food companies"),
        ("对居民开展消防宣传", "Carry out fire safety publicity for residents"),
        ("对失业人员开展技能培训", "Carry out skills training for the unemployed"),
        ("对危房进行改造", "Renovate dilapidated houses"),
        (
            "对存在重大隐患的工地一律停产整顿",
            "Without exception, shut down building sites with major hazards for rectification",
        ),
        ("对发现的火灾隐患立行立改", "Correct fire hazards found at once"),
        ("对检查发现的问题及时整改", "Promptly rectify the problems found in inspection"),
        ("对基层反映的突出问题认真梳理", "Conscientiously review prominent problems reported by the grassroots"),
        ("对隐患要早发现、早处置", "Find and deal with hazards early"),
        ("对下一步工作提出要求", "Set requirements for the next steps"),
        ("对财政资金全程监管", "Supervise fiscal funds from start to finish"),
        ("对防汛工作作出部署", "Make plans for flood control work"),
        ("对环境违法行为要严肃查处", "Seriously investigate and punish environmental offences"),
    ],
)
def test_what_is_done_to_something_begins_with_the_verb(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("对破坏耕地的严肃查处", "Seriously investigate and punish those who damage farmland"),
        ("对破坏耕地的行为严肃查处", "Seriously investigate and punish acts of damaging farmland"),
        ("对拖欠工资的企业严肃查处", "Seriously investigate and punish companies that default on wages"),
        (
            "对拖欠工程款的企业进行约谈",
            "Hold admonitory talks with companies that default on project payments",
        ),
        ("对滥用职权的干部严肃问责", "Hold officials who abuse power to account"),
        ("对瞒报事故的行为严肃追责", "Hold people to account for acts of concealing accidents"),
        ("对举报违法行为的群众给予奖励", "Reward residents who report illegal acts"),
        (
            "对违规排污的企业依法查处",
            "In accordance with the law, investigate and punish companies that discharge pollutants illegally",
        ),
        (
            "对侵占农田的个人依法处罚",
            "In accordance with the law, punish individuals who illegally occupy farmland",
        ),
    ],
)
def test_those_who_do_wrong_are_never_the_ones_who_act(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    "chinese",
    [
        "对受灾严重的农户给予补助",  # a clause, not two adjectives
        "对检查质量的深入评估",  # no headless wrong
        "对纳入监测的家庭定期走访",  # they include nothing
        "对非法采砂的船只依法扣押",
        "对非法占用的停车位予以清理",
        "对经营困难的企业给予救助",
        "对进度滞后的项目挂牌督办",
        "对干部教育管理监督",
        "对违反规定使用资金的单位严肃处理",
        "对工程质量严格把关",  # no object that English could name
        "对民生实事逐项抓好落实",
        "对难点问题亲自研究、亲自调度、亲自督办",
        "对发现的线索及时移交工作",
    ],
)
def test_a_predicate_that_is_not_known_is_not_left_behind_its_object(chinese):
    assert gloss(chinese) is None


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("严禁捕捞、销售野生动物", "Strictly forbid catching or selling wild animals"),
        ("禁止挪用和截留补贴资金", "Prohibit misusing or withholding subsidies"),
        ("严禁毁坏树木和破坏草原", "Strictly forbid damaging trees or damaging grassland"),
        ("禁止在林区内使用明火", "Prohibit using open flames in forest areas"),
        ("禁止在楼道停放电动自行车", "Prohibit parking electric bicycles in corridors"),
        ("禁止在道路堆放杂物", "Prohibit piling up clutter on roads"),
        ("严禁违规使用资金", "Strictly forbid using funds in breach of rules"),
        ("不得在河道内倾倒垃圾", "Do not dump rubbish in river courses"),
        ("不得在公路上晾晒粮食", "Do not sun-dry grain on roads"),
        ("不得截留、挪用专项资金", "Do not withhold or misuse special funds"),
        ("各单位不得截留、挪用专项资金", "No units may withhold or misuse special funds"),
        ("任何单位和个人不得占用耕地", "No unit or individual may occupy farmland"),
        ("任何人不得泄露个人信息", "Nobody may leak personal information"),
        ("未经许可不得开采砂石", "Do not extract sand and gravel without permission"),
        ("未经批准任何单位不得占用林地", "No unit may occupy forest land without approval"),
        ("严禁办理登记", None),
        ("严禁超标排放污水", None),  # what is done, and to what
    ],
)
def test_a_ban_is_on_each_verb_and_the_place_comes_last(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("请居民及时清理垃圾", "Residents are asked to promptly clear up rubbish"),
        ("希望大家积极参与志愿服务", "It is hoped that everyone will actively take part in volunteer services"),
        ("既要加强监管又要优化服务", "Strengthen supervision and also improve services"),
        ("汛期加强水库巡查", "During the flood season, strengthen reservoir patrols"),
        ("强降雨期间要加强水库巡查", "During heavy rain, strengthen reservoir patrols"),
        ("施工期间落实安全措施", "During construction work, implement safety measures"),
        ("施工期间，要加强安全管理", "During construction work, strengthen safety management"),
        ("各部门要对本行业领域开展排查", "All departments should check their own sector"),
        ("让企业发展", None),  # whom it lets do what
        ("执法人员当场下达通知书", None),  # told, not asked
        ("综合整治低价竞争", "Comprehensively clean up price-cutting competition"),
    ],
)
def test_who_is_asked_and_when(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("11月底前完成改造任务", "Complete renovation tasks by the end of November"),
        ("11月底前，完成改造任务", "By the end of November, complete renovation tasks"),
        ("10日内提交书面材料", "Submit written materials within 10 days"),
        ("建设高标准农田8万亩", "Build 80,000 mu of high-standard farmland"),
        ("新建公路120公里", "Build 120 km of new roads"),
        ("改造老旧小区30个以上", "Renovate at least 30 old residential compounds"),
        ("引进人才50名", "Bring in 50 skilled people"),
        ("完成投资12亿元", "Complete 1.2 billion yuan of investment"),
        ("确保合格率达到98%以上", "Ensure that the pass rate reaches 98% or more"),
        ("力争森林覆盖率提高到60%", "Strive to raise forest coverage to 60%"),
        ("引进高层次人才50名", "Bring in 50 high-level skilled people"),
        ("引进30名人才", "Bring in 30 skilled people"),
        ("改造1200套住房", "Renovate 1,200 homes"),
        ("到2030年森林覆盖率达到60%以上", "Bring forest coverage to 60% or more by 2030"),
        ("居民收入要增长6%左右", "Household income should rise by about 6%"),
        ("力争年底前建成停车场20个", "Strive to build 20 car parks by the end of the year"),
        ("今年要新建幼儿园5所", "Build 5 new kindergartens this year"),
        ("国庆节前完成道路修复", "Complete road repair before National Day"),
        ("增加床位500张", "Add 500 beds"),
        ("举办招聘会50余场", "Hold more than 50 job fairs"),
        ("累计发放贷款10亿元", None),  # told
        ("排查隐患500处", "Check 500 hazards"),
        ("合格率达到98%", None),  # it may tell what was reached
    ],
)
def test_figures_stand_where_english_puts_them(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("对照反馈意见制定整改方案", "In light of feedback, draw up rectification plans"),
        ("针对薄弱环节制定整改措施", "In response to weak links, draw up corrective measures"),
        ("针对项目特点实施差异化监管", "In light of project features, carry out differentiated supervision"),
        ("通过召开座谈会听取意见", "By holding discussions, listen to opinions"),
        ("在重点路段设置警示标志", "Set up warning signs at key road sections"),
        ("在社区设立便民服务点", "Set up public service points in communities"),
        ("在春节前发放救助资金", "Hand out relief funds before the Spring Festival"),
        ("学校要对学生加强安全教育", "Schools should strengthen safety education for students"),
        ("持续不断改进作风", "Continually improve conduct"),
        ("定期通报违反纪律的典型案例", "Regularly report typical cases of violating discipline"),
    ],
)
def test_where_when_and_how(chinese, english):
    assert gloss(chinese) == english

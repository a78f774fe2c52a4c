"""Demands of notices: who says so, on what condition, and who answers for it."""

import pytest

from digest.translate.officialese.directive import gloss, gloss_in_part


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("会议强调，要压实责任", "The meeting stressed: enforce responsibilities"),
        ("《通知》要求，各地要建立台账", "The notice requires: all localities should keep records"),
        (
            "《意见》明确各地要建立工作机制",
            "The guideline makes clear: all localities should set up working mechanisms",
        ),
        ("会议要求各地要高度重视", "The meeting required: all localities should attach great importance to this"),
        (
            "县委书记林知远强调，要加强管理",
            "Lin Zhiyuan, Party secretary of the county, stressed: strengthen management",
        ),
        ("严格落实要求", "Strictly implement requirements"),
    ],
)
def test_who_says_what_follows(chinese, english):
    assert gloss(chinese) == english


def test_who_says_it_stays_where_a_clause_is_left_out():
    assert gloss_in_part("《通知》指出，某某某某，要压实责任") == (
        "The notice notes: …; enforce responsibilities",
        "某某某某",
    )


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "逾期未整改的，责令限期拆除",
            "For those who fail to make rectification by the deadline, order demolition within a time limit",
        ),
        (
            "未按规定佩戴头盔的，予以处罚",
            "For those who fail to wear helmets as prescribed, impose penalties",
        ),
        (
            "未经批准擅自施工的，依法查处",
            "For those who carry out construction without approval, investigate and punish by law",
        ),
        (
            "违规收费的，依法严肃处理",
            "In cases of illegal charges, deal with the matter seriously in accordance with the law",
        ),
        ("情节严重的，移送司法机关处理", "In serious cases, refer the case to judicial organs"),
        ("凡发现安全隐患的，要立即整改", "If safety hazards are found, make corrections at once"),
        ("如遇强降雨，要及时转移群众", "If heavy rain occurs, promptly move residents to safety"),
        ("寒假前，各学校要加强安全教育", "Before the winter holiday, all schools should strengthen safety education"),
    ],
)
def test_conditions_lead_to_the_demand(chinese, english):
    assert gloss(chinese) == english


def test_a_condition_that_nobody_reads_takes_its_demand_with_it():
    assert gloss("未按某某佩戴头盔的，予以处罚") is None


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("严肃追究值班人员的责任", "Strictly hold duty staff to account"),
        ("严肃追究有关企业和个人法律责任", "Strictly hold relevant companies and individuals legally liable"),
        ("依法追究刑事责任", "Hold those responsible criminally liable by law"),
        ("坚决追究有关单位的责任", "Resolutely hold units concerned to account"),
    ],
)
def test_who_answers_for_it(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("各地各高校要加强管理", "All localities and universities should strengthen management"),
        ("严格落实各项森林防火制度措施", "Strictly implement all systems and measures for forest fire prevention"),
        ("解决形式主义突出问题", "Solve prominent problems of formalism"),
        ("集中力量化解信访积案", "Concentrate forces on resolving long-standing petitions"),
        ("推动集体经济发展壮大", "Drive the growth of the collective economy"),
        ("紧盯中秋、国庆等时间节点", "Keep a close eye on the Mid-Autumn Festival, National Day and other key dates"),
        (
            "加强展馆开放和消防安全检查工作",
            "Strengthen work on the opening of exhibition halls and fire safety inspections",
        ),
        ("保障市场供应和物流平稳运行", "Ensure market supply and smooth operation of logistics"),
    ],
)
def test_what_notices_ask_for(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("严禁在林区野外用火", "Strictly forbid outdoor fires in forest areas"),
        ("严禁以任何形式收取费用", "Strictly forbid collecting expenses in any form"),
        ("严禁迟报、漏报、瞒报", "Strictly forbid reporting late, omitting information or concealing facts"),
        ("不得瞒报、漏报、迟报", "Do not conceal facts, omit information or report late"),
        ("不得违规停车", "Do not engage in illegal parking"),
        ("任何单位和个人不得非法集资", "No unit or individual may engage in illegal fund-raising"),
    ],
)
def test_what_is_forbidden(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "小学生每天作业总量控制在50分钟以内",
            "The total amount of homework for primary school pupils is kept within 50 minutes a day",
        ),
        ("每天家庭作业时间不超过50分钟", "Homework time is no more than 50 minutes a day"),
        ("粮食产量稳定在50万吨以上", "Grain output stays at 500,000 tonnes or more"),
        ("森林火灾受害率控制在0.5‰以内", "The forest fire damage rate is kept within 0.5‰"),
        ("将上座率控制在75%以内", "Keep the occupancy rate within 75%"),
        ("合格率达到98%", None),
    ],
)
def test_bounds_that_are_set(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("外出要佩戴口罩", "When going out, wear masks"),
        ("学生返校须测温", "When students return to school, take temperatures"),
        ("各单位要于每月25日前报送材料", "All units should submit materials by the 25th of each month"),
        ("于每周五前报送材料", "Submit materials by Friday each week"),
        ("请各单位于3月15日前报送名单", "All units are asked to submit lists by 15 March"),
    ],
)
def test_when_it_is_to_be_done(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "于5月20日前将工作总结报县应急局",
            "By 20 May, submit work summaries to the county emergency management bureau",
        ),
        ("将自查报告报市教育局备案", "Submit self-check reports to the city education bureau for the record"),
        ("及时逐级报告至省水利厅", "Promptly report to the provincial department of water resources level by level"),
        ("提前向社区报备", "Report to communities for the record ahead of time"),
        ("向公安机关举报犯罪线索", "Report crime leads to the police"),
        ("将自查报告报某某备案", None),
    ],
)
def test_to_whom_it_is_sent(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "要结合实际制定工作方案或实施方案",
            "Draw up work plans or implementation plans in light of actual conditions",
        ),
        ("不得出租或出借证件", "Do not rent out or lend certificates"),
        ("制定工作方案或管理制度和标准", None),
    ],
)
def test_one_or_the_other(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("二、各地要建立台账", "All localities should keep records"),
        (
            "按照“谁主管，谁负责”的原则，压实责任",
            "In line with the principle that whoever is in charge is responsible, enforce responsibilities",
        ),
        (
            "各级党委要对防汛工作负总责",
            "Party committees at all levels should bear overall responsibility for flood control work",
        ),
        ("公安机关将加强巡查", "The police will strengthen patrols"),
        ("大力推进社区养老服务发展", "Vigorously advance the development of community care services for the elderly"),
    ],
)
def test_points_and_principles(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("禁止车辆驶入景区", "Prohibit vehicles from driving into tourist sites"),
        ("严禁学生私自下河游泳", "Strictly forbid students from swimming in rivers without permission"),
        ("严禁向河道倾倒垃圾", "Strictly forbid dumping rubbish into river courses"),
        ("非本单位人员一律不得入内", "Outsiders must not enter"),
        ("任何企业不得拖欠农民工工资", "No company may default on migrant workers' wages"),
    ],
)
def test_who_is_kept_from_it(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("采取有力措施稳定粮食生产", "Take strong measures to stabilise grain production"),
        ("充分认识防汛形势的严峻性", "Fully recognise the gravity of the flood control situation"),
        ("充分认识汛情严峻性和复杂性", "Fully recognise the gravity and complexity of the flood situation"),
        ("坚决依纪依法惩治腐败", "Resolutely punish corruption in accordance with discipline and law"),
    ],
)
def test_measures_and_states_of_things(chinese, english):
    assert gloss(chinese) == english


def test_a_speaker_with_nothing_said_is_no_part():
    assert gloss_in_part("《通知》要求，某某某某某，某某某某某") is None


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("由县水利局负责组织实施", "The county water bureau should be in charge of implementation"),
        ("各单位每季度至少组织一次应急演练", "All units should organise emergency drills at least once a quarter"),
        ("本办法自2023年5月1日起施行", "These rules take effect on 1 May 2023"),
        ("本通告自发布之日起施行", "This notice takes effect on the day of its publication"),
        ("主要负责同志是防汛工作第一责任人", "Principal leaders bear ultimate responsibility for flood control work"),
        ("自受理之日起20个工作日内作出决定", "Within 20 working days of acceptance, make a decision"),
        (
            "请各单位于5月10日前将名单报送市水利局",
            "All units are asked to submit lists to the city water bureau by 10 May",
        ),
        (
            "对巡查中发现的问题要建立台账、逐项销号",
            "For the problems found on patrol, keep records and check off item by item",
        ),
        ("民办学校不得违规招生", "Private schools must not enrol students in breach of rules"),
    ],
)
def test_set_forms(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("每村配备1名农技员", "Each village should provide 1 agricultural technician"),
        ("至少建成3个示范村", "Build at least 3 model villages"),
        ("完成厕所改造2000座", "Complete renovation of 2,000 toilets"),
        ("启动棚户区改造3000户", None),
        ("全年新增城镇就业2万人以上", "Throughout the year, add at least 20,000 new urban jobs"),
        ("力争完成固定资产投资增长8%", "Strive to raise fixed-asset investment by 8%"),
        ("粮食产量增长3%左右", None),
        (
            "到2025年底，绿色建筑占新建建筑比例达到90%以上",
            "By the end of 2025, the share of green buildings in new buildings reaches 90% or more",
        ),
        ("60岁以上老年人要尽快接种疫苗", "People aged 60 and over should get vaccinated as soon as possible"),
        ("成立由县长任组长的领导小组", "Set up a leading group headed by the county head"),
        (
            "通过发放传单、入户走访等方式开展宣传",
            "Through methods such as handing out leaflets and visiting households, carry out publicity",
        ),
        ("对整改情况进行“回头看”", "Check again on rectification"),
    ],
)
def test_figures_and_means_of_work_plans(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("各县（市、区）水利局要加强督导", "All county-level water bureaus should strengthen supervision"),
        ("瓶装液化气要实行实名制销售", None),
        ("冬季取暖要注意通风", None),
        ("恶劣天气要采取交通管制措施", "During bad weather, take traffic control measures"),
        ("货车严禁违法载人", "Lorries must not carry people illegally"),
        ("禁养区内不得新建养殖场", "Do not build new livestock farms in livestock-free zones"),
        ("发现火情及时拨打119", "If fires are found, promptly call 119"),
        ("发现险情及时处置", "If dangers are found, promptly respond"),
    ],
)
def test_who_acts_and_when(chinese, english):
    assert gloss(chinese) == english


def test_what_is_done_to_somebody_who_is_left_out_is_left_out():
    assert gloss_in_part("对某某企业，依法处罚，纳入黑名单") is None
    assert gloss_in_part("对违规企业，某某某某，纳入黑名单") is None


def test_rules_provide_and_a_speech_ends():
    assert gloss("本办法规定，企业应当落实责任") == "These rules provide: companies should fulfil responsibilities"
    assert gloss("最后，林知远强调，要抓好落实") == "Finally, Lin Zhiyuan stressed: ensure implementation"


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("推动企业建立健全管理制度", "See that companies set up and improve management rules"),
        ("推动平台企业规范健康发展", None),
        ("逐户排查安全隐患", "Check for safety hazards household by household"),
        (
            "逾期不改的，将依法处罚",
            "For those who fail to make rectification by the deadline, impose penalties in accordance with the law",
        ),
        (
            "从保障民生的高度，压实责任",
            "From the perspective of ensuring people's livelihood, enforce responsibilities",
        ),
    ],
)
def test_who_is_got_to_do_it_and_from_where_it_is_seen(chinese, english):
    assert gloss(chinese) == english

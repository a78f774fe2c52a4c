"""Demands of meeting news: who said it where, how well it is done, what a year is for, what is one's own."""

import pytest

from digest.translate.officialese.directive import gloss, gloss_in_part


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "学习贯彻习近平总书记在河北考察时的重要讲话",
            "Study and carry out General Secretary Xi Jinping's important speech during a visit to Hebei",
        ),
        (
            "深入贯彻习近平总书记考察山东重要讲话",
            "Thoroughly carry through General Secretary Xi Jinping's important speech during a visit to Shandong",
        ),
        ("落实市领导调研时的要求", "Implement the requirements of city leaders during a visit"),
        (
            "学习习近平总书记在全国教育大会上的重要讲话",
            "Study General Secretary Xi Jinping's important speech at the national conference on education",
        ),
        ("深入学习贯彻党的十九大精神", "Thoroughly study and act on the guiding principles of the 19th Party Congress"),
        (
            "贯彻落实党的十九届五中全会精神",
            "Act on the guiding principles of the fifth plenum of the 19th Central Committee",
        ),
    ],
)
def test_what_leaders_said_and_where(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("在推进会上，要压实责任", "At the meeting to advance work, enforce responsibilities"),
        (
            "在全市安全生产工作会议上，要压实责任",
            "At the city conference on workplace safety work, enforce responsibilities",
        ),
        ("在工作中要注重方法", "In work, focus on methods"),
        ("按照要求要加强管理", "Strengthen management as required"),
        ("要求各乡镇要加强值班值守", "All townships should strengthen on-duty staffing"),
        ("以确保任务圆满完成", "Ensure the successful completion of tasks"),
        ("做到在学习中统一思想", "In study, unify thinking"),
    ],
)
def test_what_stands_before_the_demand(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("今年是“十四五”规划的收官之年", "This year is the final year of the 14th five-year plan"),
        (
            "今年是实施乡村振兴战略的关键之年",
            "This year is a crucial year for implementing the rural revitalisation strategy",
        ),
        (
            "今年是我省推动高质量发展的重要一年",
            "This year is an important year for our province to drive high-quality development",
        ),
    ],
)
def test_what_a_year_is(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("把工作抓好、抓实、抓出成效", "Do good and solid work that brings results"),
        ("切实把防汛工作抓紧抓实抓细", "Give prompt, solid and detailed attention to flood control work"),
        ("把项目建设抓紧抓好", "Give prompt and proper attention to project construction"),
        ("把这项工作做精做好", "Do fine and good work on this"),
        ("把培训作为重要举措", "Treat training as an important measure"),
        ("把问题清单作为责任清单", "Treat lists of problems as lists of responsibilities"),
        ("明确主要负责人为第一责任人", "Designate the main leader as the person chiefly responsible"),
        ("公开办事流程", "Publish procedures"),
        ("实现管理规范化、制度化", "Make management standardised and institutionalised"),
        ("带头学习宪法、维护宪法", "Take the lead in studying the Constitution and safeguarding the Constitution"),
        ("大力支持、主动参与乡村建设", "Strongly support and actively take part in rural construction"),
        (
            "扎实开展河道采砂、车辆管控等专项整治行动",
            "Carry out special clean-up campaigns on river sand mining, vehicle control, etc. in earnest",
        ),
        ("开展燃气专项整治", "Carry out a special clean-up campaign on gas"),
        ("加快示范区建设步伐", "Speed up the construction of demonstration zones"),
        ("确保供应到位", "Ensure that supply is in place"),
        ("确保排查无死角、无遗漏", "Ensure that checks leave no blind spots or omissions"),
        ("确保零事故、零投诉", "Ensure that there are no accidents or complaints"),
        ("要全力以赴", "Go all out"),
        ("处理好发展和安全的关系", "Properly handle the relationship between development and security"),
        ("做到目标明确、措施具体", "Ensure that goals are clear and measures are specific"),
        (
            "对照年初确定的目标任务，加强管理",
            "In light of targets and tasks set at the beginning of the year, strengthen management",
        ),
        ("以时不我待的紧迫感推进各项工作", "With a sense of urgency, push forward all work"),
        ("加强极端天气应对", "Strengthen response to extreme weather"),
        ("确保机构到位、人员到位、经费到位", "Ensure that institutions, personnel and funds are in place"),
        ("主动向先进地区学习", "Proactively learn from advanced areas"),
        ("坚持一手抓防汛、一手抓生产", "Work on both flood control and production"),
        ("让企业有获得感", "Let companies have a sense of gain"),
        ("以高度负责的态度做好各项工作", "With a highly responsible attitude, do good work in all areas"),
        (
            "充分认识做好新形势下统战工作的重要性",
            "Fully recognise the importance of doing a good job of united front work in the new situation",
        ),
        (
            "在推动高质量发展的新征程上展现新作为",
            "Make new achievements on the new journey of driving high-quality development",
        ),
        ("打造一支高素质专业化干部队伍", "Build a highly qualified and professional body of officials"),
        ("建设一支作风优良的执法队伍", "Build a well disciplined law enforcement team"),
        ("要把工作做在前面", "Do the work ahead of time"),
        ("做到早部署、早准备、早落实", "Plan early, prepare early and carry work out early"),
        ("开创生态保护和经济发展新局面", "Open up new ground in ecological protection and economic development"),
        ("争创全国食品安全示范城市", "Strive to become a national food safety model city"),
        ("争创全省先进单位", "Strive to become a provincial outstanding unit"),
        ("组织党员集中学习", "Organise Party members to study together"),
        ("加强廉洁自律和厉行节约工作", "Strengthen work on integrity, self-discipline and thrift"),
        ("把安全生产作为头等大事来抓", "Treat workplace safety as the most important matter"),
        ("把教育作为最大民生工程来抓", "Treat education as the greatest livelihood project"),
        ("确保各项任务按期保质完成", "Ensure that all tasks are completed on schedule and to standard"),
        ("不断提升城市的吸引力竞争力", "Keep improving the appeal and competitiveness of the city"),
        (
            "履行政治协商、民主监督、参政议政职能",
            "Fulfil functions of political consultation, democratic oversight and participation in state affairs",
        ),
    ],
)
def test_how_it_is_done(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("增强解决企业自身困难的能力", "Improve the capacity to solve companies' own difficulties"),
        ("立足企业自身特点", "Start from companies' own features"),
        ("结合本部门工作实际，加强管理", "In light of the actual work of their own department, strengthen management"),
        ("解决企业面临的困难", "Solve difficulties facing companies"),
        ("把握发展面临的机遇和挑战", "Grasp opportunities and challenges facing development"),
        ("通报各部门任务完成情况", "Circulate a notice on task completion by all departments"),
        ("深刻认识法治建设的重要意义", "Deeply recognise the importance of building the rule of law"),
        (
            "加强对各部门落实政策情况的监督检查",
            "Strengthen oversight and inspection of policy implementation by all departments",
        ),
        ("向上级争取资金", "Strive for funds from higher levels"),
        ("自觉参与、大力支持垃圾分类", "Consciously take part in and strongly support waste sorting"),
        ("主动参与、强化担当", "Proactively take part and strengthen the sense of responsibility"),
        ("科学调度水源", "Sensibly allocate water sources"),
        (
            "二要结合本部门、本单位工作实际，加强管理",
            "Second, in light of the actual work of their own department and unit, strengthen management",
        ),
        ("积极创建卫生城市", "Actively work to become a hygienic city"),
        ("深入宣传医保惠民政策", "Thoroughly publicise medical insurance policies that benefit people"),
    ],
)
def test_whose_it_is(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize("chinese", ["坚决予以整改", "注重数字化创建", "为追赶超越的新时代注入动力", "加强平台创建"])
def test_what_nobody_can_tell_is_not_told(chinese):
    assert gloss(chinese) is None


def test_it_that_points_to_what_is_left_out():
    assert gloss_in_part("要加强管理，某某到位，使之成为发展的平台") == (
        "Strengthen management; …",
        "某某到位，使之成为发展的平台",
    )

"""What English says behind the verb, or in front of it, where Chinese has it the other way."""

from __future__ import annotations

import pytest

from digest.translate.officialese.directive import gloss


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        # where it is done, behind what is done
        ("在深化改革中激发活力", "Stimulate vitality while deepening reform"),
        ("在解决问题中推动发展", "Drive development while solving problems"),
        ("在人才培养方面加大投入", "Step up investment in talent training"),
        (
            "在扩大准入、打通堵点等方面实施一批举措",
            "Carry out a number of measures in expanding access and clearing bottlenecks, among other areas",
        ),
        # but not where another "in" would follow, or two things are done
        ("在学习贯彻中统一思想", "In study and implementation, unify thinking"),
        ("在开放中分享机遇、实现共赢", "In opening-up, share opportunities and achieve win-win results"),
        # what the work turns on, in front
        ("围绕中心推进工作", "Focusing on the central task, push forward work"),
        # whom it concerns
        ("全市餐饮企业要加强管理", "Catering companies across the city should strengthen management"),
        ("全市各级审计机关要加强管理", "Audit organs at all levels across the city should strengthen management"),
        ("服务全县民营企业", "Serve private companies across the county"),
        ("加强党对教育工作的领导", "Strengthen the Party's leadership over education"),
        # what it is a start of
        ("为推进新型工业化开好局起好步", "Make a good start in pushing forward new industrialisation"),
    ],
)
def test_what_stands_where(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("不断完善制度、强化监管", "Keep improving systems and strengthening supervision"),
        ("紧盯目标、抓好落实", "Keep a close eye on goals and ensure implementation"),
        ("进一步深刻认识形势", "More deeply recognise the situation"),
        ("进一步推动服务落地见效", "Continue to see that services take effect and show results"),
        ("多措并举促进就业", "Take a range of measures to promote employment"),
        ("下大力气推进项目建设", "Make great efforts to push forward project construction"),
        ("要走在前、作示范", "Lead the way and set an example"),
        (
            "在转方式、调结构、增动能上下功夫",
            "Work hard on changing the growth model, adjusting the structure and adding momentum",
        ),
    ],
)
def test_verbs_in_a_row_share_what_they_share(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("加强年度计划和五年规划的衔接", "Strengthen linkage between annual plans and five-year plans"),
        ("把握党的使命、党的任务", "Grasp the mission and tasks of the Party"),
        ("建立问题清单、任务清单、责任清单", "Set up lists of problems, tasks and responsibilities"),
        ("确保类似问题不再发生", "Ensure that similar problems do not happen again"),
        ("推动各地更好发展", "See that all localities develop better"),
        ("把质量管控贯穿建设全过程", "Apply quality control throughout the whole process of construction"),
        # another deed than keeping to something is not applied
        ("把改进作风贯穿教育全过程", None),
        (
            "把整改作为推动高质量发展和改革的有力抓手",
            "Treat rectification as a strong lever for driving high-quality development and reform",
        ),
    ],
)
def test_two_things_and_what_is_said_of_them(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("引进培养高层次人才", "Bring in and train high-level talent"),
        ("完善人才评价激励机制", "Improve mechanisms for talent evaluation and incentives"),
        (
            "严格落实食品安全校长负责制",
            "Strictly enforce the system of headteachers' responsibility for food safety",
        ),
        ("扩大优质医疗资源供给", "Expand supply of quality medical resources"),
        ("支持企业牵头组建联盟", "Support companies in taking the lead in forming alliances"),
        ("科学调度水库", "Scientifically operate reservoirs"),
        ("做好春运期间运输保障工作", "Ensure transport during the Spring Festival travel season"),
        ("做好困难群众走访慰问工作", "Do good work on visits to people in difficulty"),
        ("做好突发事件舆论引导", "Do a good job of public opinion guidance in emergencies"),
        (
            "推动项目早落地早开工早见效",
            "See that projects go ahead early, start construction early and show results early",
        ),
        (
            "打击电信网络诈骗等违法犯罪活动",
            "Crack down on telecom and online fraud and other criminal activities",
        ),
        (
            "严查酒驾醉驾、超员超速等违法行为",
            "Strictly investigate drink-driving, overcrowding, speeding and other illegal acts",
        ),
        ("整治损害营商环境突出问题", "Clean up prominent problems of harming the business environment"),
        ("整治破坏生态环境问题", "Clean up problems of damaging the environment"),
        (
            "推进社会治理体系和治理能力现代化",
            "Push forward the modernisation of the social governance system and governance capacity",
        ),
        ("推动文物活化利用", "See that cultural relics are put to new use"),
        ("做好冰冻灾害防范应对工作", "Ensure effective prevention of and response to ice disasters"),
        ("推动全民阅读", "Promote public reading"),
        ("实施标准化战略", "Implement the standardisation strategy"),
        ("向社会公开服务承诺和监督电话", "Make service pledges and oversight telephones public"),
        ("实现经济发展和环境保护双赢", "Achieve win-win results for economic development and environmental protection"),
        ("激发民间投资活力", "Stimulate the vitality of private investment"),
        ("加大对违法行为的处罚力度", "Step up penalties for illegal acts"),
        ("营造全社会尊重知识的氛围", "Create an atmosphere in which the whole of society respects knowledge"),
        ("营造尊重知识的氛围", "Create an atmosphere of respect for knowledge"),
        ("深化工会改革创新", "Deepen reform and innovation in trade unions"),
        ("加强设施建设和管理维护", "Strengthen construction, management and maintenance of facilities"),
        ("坚持公正文明执法", "Keep enforcing the law fairly and courteously"),
        ("坚持系统观念谋划工作", "Plan work with a systems approach"),
        ("坚持群众路线开展工作", "Carry out work in line with the mass line"),
        ("坚持问题导向和目标导向", "Keep to a problem-oriented approach and a goal-oriented approach"),
        ("确保不发生区域性重大疫情", "Ensure that there is no regional major epidemic"),
        ("通过政府购买服务方式提供养老服务", "Through government purchase of services, provide elderly care"),
        ("立足资源优势发展旅游", "Build on resource advantages and develop tourism"),
        ("推动科技和产业融合发展", "Drive the integrated development of science and technology with industries"),
        ("办好民生实事", "Deliver practical livelihood projects well"),
        ("规范津贴发放", "Regulate allowance payment"),
        ("按时发放工资", "Pay wages on time"),
        ("做好救灾物资发放", "Do a good job of handing out relief supplies"),
        ("做好供热供气保障", "Do a good job of heating and gas supply"),
        ("规范农药化肥使用", "Regulate use of pesticides and fertiliser"),
        ("收集上报信息", "Collect and report information"),
        ("规范中介服务收费", "Regulate charges of intermediary services"),
        ("做好果树修剪和施肥指导", None),
        ("强化政府采购监督", "Strengthen oversight of government procurement"),
        ("保障煤炭稳定供应", "Ensure the stable supply of coal"),
        ("加强教育和就业衔接", "Strengthen linkage between education and employment"),
        ("整治非法营运车辆", "Clean up vehicles that operate illegally"),
        (
            "以法治护航民营经济发展",
            "Use the rule of law to safeguard the growth of the private sector",
        ),
        (
            "推进生态环境治理体系和治理能力现代化",
            "Push forward the modernisation of environmental governance systems and governance capacity",
        ),
        ("推动生态产品价值实现", "Help realise the value of ecological products"),
        ("专题研究教育相关工作", "Hold dedicated discussions on education-related work"),
        ("规范彩票销售管理", "Regulate management of lottery sales"),
        ("严格危险废物转移管理", "Tighten management of hazardous waste transfer"),
        ("严格电工持证上岗", None),
        ("保障群众就医需求", "Meet residents' needs for medical treatment"),
        ("做好群众生活保障", "Do a good job of ensuring residents' basic needs"),
        ("聘请专家现场授课", "Engage experts to teach on the spot"),
        ("打击盗窃电动车犯罪", "Crack down on stealing electric bikes"),
        ("限时办结群众诉求", "Deal with residents' demands within a time limit"),
        ("提高特困人员供养标准", "Raise standards for support for people in extreme hardship"),
        ("加大执法力度、形成震慑", "Step up law enforcement and create deterrence"),
        # of what the output is, nobody can tell
        ("稳定粮食播种面积和产量", None),
        ("加强知识产权创造运用和保护", None),
    ],
)
def test_what_is_done_to_what(chinese, english):
    assert gloss(chinese) == english

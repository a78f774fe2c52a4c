"""What English says otherwise than word for word, and what the members of a list have in common."""

from __future__ import annotations

import pytest

from digest.translate.officialese.directive import gloss


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("以推进数字化改革为重点", "Focus on pushing forward digital reform"),
        ("要以预案的修订为契机", "Use the revision of contingency plans as an opportunity"),
        ("让居民更有归属感、获得感", "Let residents have a stronger sense of belonging and gain"),
        ("增强紧迫感、责任感、使命感", "Strengthen the sense of urgency, responsibility and mission"),
        ("坚持居安思危", "Stay prepared for danger in times of peace"),
        ("坚持优质高效服务", "Keep providing quality and efficient services"),
        ("不断加强纪律作风建设", "Keep improving discipline and conduct"),
        ("持续提升城市能级", "Keep upgrading the city"),
        ("深挖亮点", "Bring out highlights"),
        ("强化目标导向", "Take a goal-oriented approach"),
        ("以高水平安全保障高质量发展", "Use high-level security to safeguard high-quality development"),
        ("深入细致做好善后工作", "Do thorough and careful work on follow-up arrangements"),
        ("利用大数据提升监管水平", "Use big data to improve the standard of supervision"),
        ("依靠科技提高防汛能力", "Rely on science and technology to improve flood control capacity"),
        ("深刻吸取近期火灾事故教训", "Learn deeply from recent fires"),
        ("因地制宜", "Act in line with local conditions"),
    ],
)
def test_a_set_phrase_is_said_as_english_says_it(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("聚焦居民的基本需求", "Focus on the basic needs of residents"),
        ("推进自建房安全专项整治", "Push forward the special clean-up of self-built house safety hazards"),
        ("全面封堵安全漏洞", "Fully plug safety loopholes"),
        ("运用前期的成果", "Use earlier results"),
        ("谋划未来工作", "Plan future work"),
        ("开展安全隐患排查", "Carry out checks for safety hazards"),
        ("营造鼓励创新的良好氛围", "Create a good atmosphere that encourages innovation"),
        ("街道各部门要密切配合", "All departments of the subdistrict should cooperate closely"),
        ("制定老旧小区改造行动计划", "Draw up action plans for renovation of old residential compounds"),
    ],
)
def test_a_word_by_its_company(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("紧盯防汛重点部位、重点环节", "Keep a close eye on key spots and links for flood control"),
        ("聚焦重点区域、重点场所", "Focus on key areas and key places"),
        ("加强城市公园和口袋公园建设", "Step up construction of city parks and pocket parks"),
        ("加大对孵化平台和检测平台建设的支持力度", None),
    ],
)
def test_what_the_first_or_the_last_member_says_of_all(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("公租房要加快分配", "Public rental housing should be distributed faster"),
        ("各单位要加快建设", "All units should speed up construction"),
        ("强化政务数据共享和业务协同", None),
        ("推进高校与企业深度合作", "Push forward deep cooperation between universities and companies"),
        ("要积极争取上级政策和资金支持", None),
        ("加快推进项目前期工作", "Speed up preliminary project work"),
        ("提升应急处置能力和水平", "Improve emergency response capacity"),
        ("把问题整改与建章立制结合起来", "Combine rectification of problems with setting up rules and systems"),
        ("加强耕地质量建设", "Improve the quality of arable land"),
        ("强化长江禁捕执法监管", "Strengthen law enforcement and supervision of the Yangtze River fishing ban"),
        ("加强行政复议规范化建设", "Make administrative reconsideration more standardised"),
        ("提高路面管控力度", "Step up traffic control on the roads"),
        ("落实国家助学政策", "Implement national student aid policies"),
        ("加强市容整治", "Improve city appearance"),
    ],
)
def test_who_does_it_and_what_is_done(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("提供群众满意的服务", "Provide services that satisfy residents"),
        ("完善对困难家庭的救助机制", "Improve the assistance mechanism for families in difficulty"),
        ("精简文件会议", "Cut documents and meetings"),
        ("因地制宜发展特色产业", "Develop distinctive industries in line with local conditions"),
        ("以高度的政治责任感抓好落实", "With a strong sense of political responsibility, ensure implementation"),
        ("有针对性地开展帮扶", "Give support in a targeted way"),
        ("优化民营企业发展环境", "Optimise the development environment for private companies"),
        ("强化隐患整治", "Strengthen the clean-up of hazards"),
        ("加快推进落实", "Speed up implementation"),
        ("坚持远近结合", "Keep balancing short- and long-term needs"),
        ("把抗旱作为当前最突出重要的任务来抓", None),
        (
            "学习总书记关于防汛工作的重要指示",
            "Study the General Secretary's important instructions on flood control work",
        ),
    ],
)
def test_plain_words_for_what_is_said_in_a_row(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("使各项改革举措相互促进", "Enable all reform measures to reinforce each other"),
        ("提高对突发事件的应对能力", "Improve the capacity to respond to emergencies"),
        ("构建现代化综合交通体系", "Build a modern comprehensive transport system"),
        ("编制国土空间规划", "Draw up territorial spatial plans"),
        ("派驻工作队驻村帮扶", None),
        ("推动项目投产达效", "See that projects are put into operation and bring returns"),
        ("规范市场秩序", "Improve market order"),
        ("落实审计整改", "Carry out correction of audit problems"),
        ("申报科技项目", "Apply for science and technology projects"),
        ("保障职工权益", "Protect employees' rights"),
        ("加强交通安全劝导", "Step up reminders on road safety"),
        ("支持驻军部队建设", None),
        ("落实党管武装制度", "Implement systems for Party command of the armed forces"),
        ("破解用地难题", "Resolve land use problems"),
        ("放大政策叠加效应", "Magnify combined effects of policies"),
    ],
)
def test_each_thing_takes_its_verb(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("认清当前形势的严峻性", "Clearly recognise the gravity of the current situation"),
        ("统筹当前各项任务", "Coordinate all current tasks"),
        ("支持高校与企业联合攻关", "Support joint research on key problems by universities and companies"),
        ("加强部门联合执法", "Strengthen joint law enforcement by departments"),
        ("随机抽查企业落实情况", "Spot-check implementation by companies at random"),
        ("坚决整治乱收费行为", "Resolutely clean up arbitrary charges"),
        ("推进消费环境建设", "Push forward the building of the consumer environment"),
        ("办好老年大学", "Run universities for the elderly well"),
        ("统一规范执法标准", "Unify and standardise enforcement standards"),
        ("整治政务服务中的隐性门槛", "Remove hidden thresholds in government services"),
    ],
)
def test_whose_and_by_whom(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("健全投资促进服务体系", "Improve the service system for investment promotion"),
        ("健全产业促进服务体系", None),
        ("健全机制推动发展", "Improve mechanisms and drive development"),
        ("完善区域一体化发展机制", "Improve mechanisms for integrated regional development"),
        ("全力做好要素保障", "Go all out to ensure the supply of production factors"),
        ("抓好审计整改", "Carry out correction of audit problems"),
        ("抓好示范创建", "Press ahead with the drive to set up models"),
        ("提高产品质量和服务水平", "Improve product quality and the standard of service"),
    ],
)
def test_a_job_is_done_in_its_own_words(chinese, english):
    assert gloss(chinese) == english

"""The noun or the verb at the end of a list: said of all its members, or not at all."""

import pytest

from digest.translate.officialese.directive import gloss


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        # what nobody has by itself
        ("补齐城市教育和医疗卫生短板", "weak spots in urban education and health care"),
        ("补齐林区道路和通信设施短板", "weak spots in forest area roads and communications facilities"),
        ("补齐排水管网和泵站短板", "weak spots in drainage networks and pumping stations"),
        ("堵塞财务和资产管理漏洞", "loopholes in finances and asset management"),
        # reform of things and of bodies
        ("深化国企和金融改革", "reform of state-owned companies and finance"),
        ("深化事业单位和国有企业改革", "reform of public institutions and state-owned companies"),
        ("深化电力和天然气价格改革", "reform of electricity and natural gas prices"),
        # who gives support, and who gets it
        ("争取中央预算内投资和专项债券支持", "support from central budget investment and special bonds"),
        ("强化人才和资金支持", "talent and financial support"),
        ("加大对小微企业的信贷和政策支持", "credit and policy support for micro and small companies"),
        ("争取群众和企业支持", "support from residents and companies"),
        ("强化企业和群众支持", "support for companies and residents"),
        ("加强投资和专项债券支持", "support from investment and special bonds"),
        # services for people
        ("加强青少年和妇女服务", "services for young people and women"),
        ("做好考生和家长服务工作", "services for exam candidates and parents"),
        # systems, capacity and plans for what is done
        ("健全风险监测和预警机制", "mechanisms for risk monitoring and early warning"),
        ("健全医疗救助和慈善帮扶机制", "mechanisms for medical assistance and charity support"),
        ("健全追溯和监管机制", "mechanisms for tracing and supervision"),
        ("健全绿色生产和销售体系", "systems for green production and sales"),
        ("完善采购和验收制度", "systems for purchasing and acceptance inspections"),
        ("完善社会保险和社会救助制度", "systems for social insurance and social assistance"),
        ("完善医疗和教育体系", "systems for medical care and education"),
        ("提升供水和污水处理能力", "water supply and sewage treatment capacity"),
        ("提高灾害监测和预报能力", "capacity for disaster monitoring and forecasts"),
        ("制定防汛和抢险预案", "contingency plans for flood control and emergency rescue"),
        # what is listed, what is known
        ("建立排查和整改台账", "records of checks and rectification"),
        ("建立企业和项目台账", "records of companies and projects"),
        ("普及消防和急救知识", "knowledge of firefighting and first aid"),
        ("提升道路和环境质量", "quality of roads and the environment"),
        # one supply of both
        ("做好粮食和食用油储备供应", "reserves and supply of grain and cooking oil"),
        ("做好种子、化肥等农资储备供应", "reserves and supply of seeds, fertiliser and other farm supplies"),
        # what is done to all before 等
        ("加强扬尘、餐饮油烟等治理", "dust, restaurant fumes, etc."),
        ("强化食品、药品、特种设备等监管", "supervision of food, medicines, special equipment, etc."),
        # whole without what stands last
        ("提高产品质量和服务水平", "product quality and the standard of service"),
        ("完善市场准入和监管制度", "market access and supervision systems"),
        ("抓好招商引资和项目建设", "investment promotion and project construction"),
        ("推进民生支出和项目建设", "livelihood spending and project construction"),
        ("推进城市更新和老旧小区改造", "urban renewal and renovation of old residential compounds"),
        ("抓好秋收秋种和冬小麦播种", "the autumn harvest and sowing and winter wheat sowing"),
        # a role that two verbs name
        ("发挥政府投资引导带动作用", "the guiding and driving role of government investment"),
        ("发挥国有企业主导引领作用", "the leading role of state-owned companies"),
        ("发挥媒体宣传引导作用", "the publicity and guidance role of media"),
        ("发挥行业协会服务保障作用", "the service and support role of trade associations"),
    ],
)
def test_the_end_of_a_list_is_said_of_all_of_it(chinese, english):
    assert (gloss(chinese) or "").endswith(english)


@pytest.mark.parametrize(
    "chinese",
    [
        "加强流动人口和出租房屋管理",
        "做好流动人口和房屋管理",
        "推进老旧小区和城中村改造",
        "推进残疾人康复和就业服务",
        "加强灵活就业和新就业形态劳动者权益保障",
        "加强施工现场和宿舍安全检查",
        "开展道路和燃气安全检查",
        "加强农产品和食品质量监管",
        "加强城市供水和污水处理设施管理",
        "推进农村公路和饮水工程建设",
        "降低企业用电和物流成本",
        "降低企业用地和用能成本",
        "提高教师教学和科研能力",
        "提高建议的办理质量和满意率",
        "提高提案的办理质量和水平",
        "做好低保和临时救助工作",
        "做好高校毕业生和农民工就业工作",
        "完善校园安全和应急机制",
        "优化就业和营商环境",
        "优化产品和服务供给",
        "解决企业用工和融资难题",
        "引进技术和管理人才",
        "保障农民土地和财产权益",
        "保障医疗物资和生活必需品供应",
        "发挥项目带动和示范作用",
        "提供住房和生活保障",
        "开展法律和心理咨询服务",
        "提升博物馆和图书馆服务",  # by them or for them?
        "提升乡村规划和建设水平",
        "严守耕地和生态红线",
        "普及法律和科学知识",
        "维护投资者和消费者合法权益",
        "扩大蔬菜和水果种植面积",
        "强化省级资金和政策支持",  # are the policies the province's?
        "加强党组织和干部队伍建设",
    ],
)
def test_an_end_that_may_be_of_one_member_or_of_all_is_not_told(chinese):
    assert gloss(chinese) is None


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        # three verbs with one object
        ("传承创新发展传统工艺", "Pass on, innovate and develop traditional crafts"),
        ("保护传承弘扬长江文化", "Protect, pass on and carry forward Yangtze culture"),
        # how far it is done, never what is done
        ("督促责任单位限期整改到位", "Urge responsible units to complete rectification within the time limit"),
        ("督促物业公司立即整改到位", "Urge property management companies to complete rectification at once"),
        ("督促业主整改到位", "Urge owners to complete rectification"),
        ("挖掘保护传承红色文化", "Tap, protect and pass on revolutionary culture"),
        # two that are combined, one of which is two itself
        ("坚持教育引导和严格管理相结合", "Combine education and guidance with strict management"),
        ("坚持查处和教育相结合", "Combine investigation and punishment with education"),
        ("坚持打击和防范相结合", "Combine crackdown with prevention"),
        # what shall be, in one word
        ("推动优质医疗资源下沉", "See that quality medical resources go down to the grassroots"),
        ("推动乡村振兴向纵深发展", "See that rural revitalisation goes deeper"),
        ("确保疏散通道畅通", "Ensure that escape routes are kept open"),
        ("确保基本生活有保障", "Ensure that basic living needs are guaranteed"),
    ],
)
def test_verbs_in_a_row_and_short_predicates(chinese, english):
    assert gloss(chinese) == english


@pytest.mark.parametrize(
    "chinese",
    [
        "保障供应链稳定畅通",  # it is the chain that is open
        "收集整理分析数据",  # analyse the data, or data of the analysis?
        "监测预警处置灾情",
        "督促企业落实主体责任到位",  # nobody completes a responsibility
        "推动法律服务力量下沉",
        "推动资源和力量下沉",
        "保障供水和道路畅通",  # only roads are open
        "保护文物和古建筑修缮",
        "做好货车分流和旅客的安置",
        "清理垃圾和河道疏浚",
    ],
)
def test_verbs_in_a_row_that_nobody_can_be_sure_of(chinese):
    assert gloss(chinese) is None

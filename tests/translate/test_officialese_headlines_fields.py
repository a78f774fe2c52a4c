"""Headlines of bureaus, schools, hospitals and companies: who they are without their place, and what they meet on."""

from __future__ import annotations

import pytest

from digest.translate.officialese.headlines.bodies import body
from digest.translate.officialese.headlines.campaigns import topic
from digest.translate.officialese.headlines.headline import headline


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("城投集团", "the urban investment group"),
        ("理工大学", "the university of science and technology"),
        ("实验小学", "the experimental primary school"),
        ("妇联", "the women's federation"),
        ("医院", "the hospital"),
        ("工业园区", "the industrial park"),
        ("自然资源系统", "the natural resources system"),
        ("县市监局", "the county market regulation bureau"),
        ("市铁路建设办公室", "the city railway construction office"),
        ("市物业管理行业协会", "the city property management trade association"),
        ("政协", "the political consultative conference"),
        ("交通职业技术学院", "the vocational and technical college of transport"),
        ("软件学院", "the School of Software"),
        ("县医共体总院", "the county medical community general hospital"),
        ("移动公司县分公司", "the China Mobile county branch"),
        ("市农行", "the city Agricultural Bank of China branch"),
        ("工商银行", "the ICBC"),
        ("中铁二局集团有限公司", "China Railway No. 2 Engineering Group"),
        ("市教育工委", "the city Party working committee on education"),
        ("县中医院医共体", "the medical community of the county hospital of traditional Chinese medicine"),
        ("市通信管理办公室", "the city communications administration office"),
    ],
)
def test_one_without_its_place_is_the_one_here(text: str, english: str) -> None:
    assert body(text) == english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("全市教育工作领导小组会议召开", "A meeting of the city leading group on education was held"),
        ("全县药品安全委员会全体会议召开", "A plenary meeting of the county committee on medicine safety was held"),
        (
            "县农业农村局关于召开2024年畜牧业工作会议的通知",
            "Notice of the county agriculture and rural affairs bureau on holding the 2024 work meeting on animal husbandry",
        ),
        (
            "医院召开大会宣布市委关于院长任职的决定",
            (
                "The hospital held a conference to announce the decision of the city Party committee on the appointment of"
                " the president"
            ),
        ),
        (
            "市住建局集体约谈房地产企业",
            "The city housing and construction bureau holds joint admonitory talks with property companies",
        ),
        (
            "县非洲猪瘟防控工作领导小组召开第五次会议",
            "The county leading group on prevention and control of African swine fever held its 5th meeting",
        ),
        (
            "实验小学召开2024—2025学年度第一学期开学工作会议",
            "The experimental primary school held a work meeting on the start of term for the first term of 2024–2025",
        ),
        ("第一中学召开期中质量分析会", "No. 1 Middle School held a meeting to analyse mid-term results"),
        (
            "县乡村振兴局调研组来我镇召开座谈会",
            "The research team of the county rural revitalisation bureau held a discussion meeting in the town",
        ),
        (
            "县森林草原防灭火指挥部2024年第一次全体成员会议召开",
            "The county forest and grassland fire headquarters held its 1st plenary meeting of 2024",
        ),
        ("全县金融系统工作会议召开", "A county work meeting of the financial system was held"),
        ("全国文化馆年会在我市举行", "A national annual meeting of cultural centres was held in the city"),
        ("关于举办第三届职工运动会的通知", "Notice on holding the 3rd employees' sports meeting"),
    ],
)
def test_whose_meeting_and_which(text: str, english: str) -> None:
    assert headline(text) == english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("尾矿库安全度汛", "safety of tailings ponds through the flood season"),
        ("省级生态环境保护督察迎检", "preparations for provincial environmental inspections"),
        ("安全生产考核迎检", "preparations for the assessment of workplace safety"),
        ("农田建设领域突出问题整治", "clean-up of prominent problems in farmland construction"),
        ("创建全国文明城市问题整改", "correction of problems in seeking the title of national civilised city"),
        (
            "化工企业春节后复工复产安全",
            "safety in resuming work and production of chemical companies after the Spring Festival",
        ),
        ("落实食品安全“两个责任”", "implementing the “two responsibilities” on food safety"),
        ("科技企业培育", "cultivating technology companies"),
        ("违规收费整治", "clean-up of illegal charges"),
        ("文化旅游节筹备", "preparations for the culture and tourism festival"),
        ("快递员权益保障", "protection of the rights of couriers"),
        ("国有企业党建", "Party building in state-owned companies"),
        ("创新型县建设", "development of innovative counties"),
        ("地铁5号线征收拆迁", "expropriation and demolition for Metro Line 5"),
        ("轨道交通3号线一期工程初步设计", "preliminary design of the Metro Line 3 (phase 1) project"),
        ("农村生活污水治理“提质增效”", "“higher quality and efficiency” in rural sewage treatment"),
        ("文旅系统安全生产", "workplace safety in the culture and tourism system"),
        ("卫健系统安全生产暨信访维稳", "workplace safety and petitions and stability in the health system"),
        ("迎接省级安全生产考核", "preparations for the provincial assessment of workplace safety"),
        ("房屋安全隐患排查整治“回头看”", "a second round of checks and clean-up of housing hazards"),
        ("水稻病虫害防治技术", "techniques for control of pests and diseases of rice"),
        ("师德师风建设年活动", "the “year of improvement of teachers' ethics and conduct” activities"),
        ("义务教育均衡发展迎检", "preparations for the inspection of balanced development of compulsory education"),
        ("国庆黄金周旅游市场整治", "clean-up of the tourism market over the National Day holiday"),
        ("主要污染物总量减排", "cutting total emissions of main pollutants"),
        ("打击欺诈骗保集中宣传月活动", "the publicity month on cracking down on insurance fraud"),
        ("防御第9号台风“利奇马”", "defending against Typhoon Lekima (No. 9)"),
        ("云岭水库除险加固工程", "the Yunling Reservoir reinforcement project"),
        (
            "固体废物污染环境防治法执法检查",
            "inspection of enforcement of the Solid Waste Pollution Prevention and Control Law",
        ),
        ("台风“海葵”防御", "defence against Typhoon Haikui"),
        (
            "云岭高速公路扩建项目征地拆迁",
            "land expropriation and demolition for the Yunling Expressway expansion project",
        ),
        ("工业炉窑治理", "control of industrial furnaces"),
        ("黑臭水体治理", "treatment of foul water bodies"),
        ("智慧城市建设", "the building of smart cities"),
        ("第二轮土地承包到期后再延长三十年试点", "the pilot for extending land contracts by thirty years"),
        (
            "南水北调后续工程征地拆迁",
            "land expropriation and demolition for the follow-up works of the South-to-North Water Diversion Project",
        ),
    ],
)
def test_what_is_done_to_what(text: str, english: str) -> None:
    assert topic(text) == english

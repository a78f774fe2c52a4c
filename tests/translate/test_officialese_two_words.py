"""Two words side by side: one deed of the object of the other, how a thing is, whose both are; or nobody can tell."""

from __future__ import annotations

import pytest

from digest.translate import State
from digest.translate.officialese import Officialese


@pytest.fixture(scope="module")
def engine() -> Officialese:
    return Officialese()


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("做好舆情监测和引导", "Do a good job of monitoring and guidance of public opinion"),
        ("提升城市形象和品质", "Improve the image and quality of the city"),
        ("提高风险识别和化解能力", "Improve the capacity for risk identification and resolution"),
        ("促进高校毕业生和退役军人就业", "Promote employment of graduates and veterans"),
        ("推动文旅深度融合发展", "Drive the deep integrated development of culture and tourism"),
        ("做好政策宣传和解读", "Do a good job of policy publicity and explanation"),
        ("加强思想教育和青少年教育", "Strengthen ideological education and the education of young people"),
        ("加强人大监督", "Strengthen oversight by people's congresses"),
        (
            "接受人大法律监督和政协民主监督",
            "Accept legal oversight by people's congresses and democratic oversight by political consultative conferences",
        ),
        ("提高养老服务质量和水平", "Improve the quality and level of elderly care"),
        ("加强知识产权创造、运用和保护", "Strengthen creation, use and protection of intellectual property"),
        ("促进产业健康发展和提质升级", "Promote the sound development and upgrading of industries"),
        ("加快5G网络和数据中心建设", "Speed up the construction of 5G networks and data centres"),
        ("加强对企业的指导服务", "Strengthen guidance and services for companies"),
        ("做好党外知识分子工作", "Do good work with non-Party intellectuals"),
        ("优化区域开放布局", "Optimise the regional layout of opening-up"),
        (
            "贯彻党的二十大和二十届三中全会精神",
            "Act on the guiding principles of the 20th Party Congress and the third plenum of the 20th Central Committee",
        ),
        ("压实整改主体责任", "Enforce primary responsibility for rectification"),
        ("加强酒店民宿管理", "Strengthen management of hotels and guesthouses"),
        (
            "完善政府主导、社会参与的机制",
            "Improve mechanisms with government leadership and public participation",
        ),
        ("推进教材建设", "Push forward textbook development"),
        ("推进农村公路建设", "Push forward the construction of rural roads"),
        ("加强会风会纪建设", "Improve meeting discipline"),
        ("科学划定禁养区范围", "Scientifically demarcate the scope of livestock-free zones"),
        ("缩小城乡公共服务差距", "Narrow gaps in public services between urban and rural areas"),
        ("促进产业发展和农民增收", "Promote industrial development and higher incomes of farmers"),
        ("完善产业发展配套政策", "Improve supporting policies for industrial development"),
        ("加强机场铁路安保", "Strengthen security of airports and railways"),
        ("加强农药化肥管理", "Strengthen management of pesticides and fertiliser"),
        ("落实投资促进政策措施", "Implement policies and measures of investment promotion"),
        ("全面排查各类风险隐患", "Fully check for all kinds of risks and hazards"),
        ("完善企业统计制度", "Improve the statistical system for companies"),
        ("完善乡村物流配送体系", "Improve systems for rural logistics and delivery"),
    ],
)
def test_what_is_done_to_both(engine: Officialese, chinese: str, english: str) -> None:
    (reading,) = engine.translate([chinese], context="directive")
    assert (reading.state, reading.text) == (State.GLOSS, english)


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("建立权责清晰的体系", "Set up systems with clear powers and duties"),
        ("采取积极有效的措施", "Take active and effective measures"),
        ("采取更多有效的措施", "Take more effective measures"),
        ("形成清正廉洁的局面", "Form an honest and clean situation"),
        ("关心生活困难的群众", "Show concern for needy residents"),
        ("科学调度水库", "Scientifically operate reservoirs"),
        ("打破信息孤岛", "Break down information silos"),
        ("精简会议和文件", "Cut meetings and documents"),
        ("加强口岸通关便利化建设", "Strengthen port clearance facilitation"),
        ("加强产业链供应链安全保障", "Strengthen security safeguards for industrial and supply chains"),
        ("健全房地产长效机制", "Improve long-term mechanisms for property"),
        ("完成当前各项任务", "Complete all current tasks"),
        ("办好学前教育", "Provide good preschool education"),
        ("推动信访问题源头治理", "Move ahead with tackling petition matters at source"),
    ],
)
def test_how_it_is_and_what_english_says(engine: Officialese, chinese: str, english: str) -> None:
    (reading,) = engine.translate([chinese], context="directive")
    assert (reading.state, reading.text) == (State.GLOSS, english)


@pytest.mark.parametrize(
    "chinese",
    [
        "推进受灾严重的乡镇和村庄的重建",
        "帮扶创业困难的青年",
        "支持培养高层次人才",
        "加强业务培训和干部培训",
        "聚焦年初梳理的风险点",
        "外资企业在稳定出口方面具有重要作用",
        "落实工伤失业保险政策",
        "加强公路水路运输保障",
        "形成一级抓一级、层层抓落实的工作格局",
        "加强机关作风和效能建设",
    ],
)
def test_what_nobody_can_tell_is_not_told(engine: Officialese, chinese: str) -> None:
    (reading,) = engine.translate([chinese], context="directive")
    assert reading.state is not State.GLOSS

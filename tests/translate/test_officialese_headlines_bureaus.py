"""Whoever holds a meeting: bureaus of regions, branches of ministries, companies, institutes, games, communities."""

from __future__ import annotations

import pytest

from digest.translate.officialese.headlines.bodies import body
from digest.translate.officialese.headlines.congresses import congress
from digest.translate.officialese.headlines.headline import headline


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("西北能源监管局", "the Northwest China energy regulatory bureau"),
        ("民航华南地区管理局", "the South China regional administration of civil aviation"),
        ("国家能源局青川监管办公室", "the Qingchuan regulatory office of the National Energy Administration"),
        ("财政部青川监管局", "the Qingchuan regulatory bureau of the Ministry of Finance"),
        (
            "国家金融监督管理总局青川监管局",
            "the Qingchuan regulatory bureau of the National Financial Regulatory Administration",
        ),
        ("人民银行青州省分行", "the People's Bank of China Qingzhou provincial branch"),
        ("中国铁路青川局集团有限公司", "the China Railway Qingchuan bureau group"),
        ("市水务集团有限公司", "the city water group"),
        ("县供水有限公司", "the county water supply company"),
        ("八五四农场有限公司", "854 Farm Co., Ltd."),
        ("青川大学附属第二医院", "the Second Affiliated Hospital of Qingchuan University"),
        ("省农业科学院茶叶研究所", "the tea research institute of the provincial academy of agricultural sciences"),
        ("中国科学院青川分院", "the Qingchuan branch of the Chinese Academy of Sciences"),
        ("自贸试验区青川片区", "the Qingchuan area of the Pilot Free Trade Zone"),
        ("第九师云岭镇", "Yunling Town of the 9th Division"),
        ("第十届全国运动会组委会", "the organising committee of the 10th National Games"),
        ("青川省第八届运动会组委会", "the organising committee of the 8th Qingchuan provincial games"),
        ("胜利社区", "Shengli Community"),
        ("沿河五省区政协", None),
    ],
)
def test_a_body_is_named(chinese: str, english: str | None) -> None:
    assert body(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("第五届会员大会第三次会议", "the 3rd session of the 5th general meeting of members"),
        ("二届四次理事会", "the 4th meeting of the 2nd council"),
        (
            "三届二次教职工代表大会暨工会会员代表大会",
            "the 2nd session of the 3rd staff congress and trade union members' congress",
        ),
        ("十届人民代表大会二次会议", None),
    ],
)
def test_a_congress_has_a_term_and_sessions(chinese: str, english: str | None) -> None:
    assert congress(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("市青联召开五届二次理事会", "The city youth federation held the 2nd meeting of its 5th council"),
        (
            "省法学会召开六届二次全委会暨年度总结会",
            "The provincial law society held its 2nd plenary meeting (6th term) and an annual review meeting",
        ),
        (
            "云岭街道党工委召开2026年第8次党工委会议",
            "The Yunling Subdistrict Party working committee held its 8th meeting of 2026",
        ),
        (
            "全市180余名社区干部参加业务培训会",
            "More than 180 community officials of the city attended a training session",
        ),
        (
            "省国资委召开监管企业2026年上半年经济运行分析会",
            (
                "The provincial state assets commission held a meeting to analyse economic performance"
                " of supervised companies in the first half of 2026"
            ),
        ),
        (
            "云岭县法院召开2026年第二次案件质量分析会",
            "The Yunling County court held its 2nd meeting of 2026 to analyse the quality of cases",
        ),
        (
            "全县优秀教师暨先进班主任表彰大会召开",
            "A county commendation conference for excellent teachers and advanced class teachers was held",
        ),
        ("全国民政厅局长会议召开", "A national meeting of heads of civil affairs departments was held"),
        ("农业农村部部署春耕工作", "The Ministry of Agriculture and Rural Affairs plans spring ploughing work"),
    ],
)
def test_who_meets_and_how_often(chinese: str, english: str) -> None:
    assert headline(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "青川市检察院召开全市检察机关案件管理工作会议",
            "The Qingchuan City procuratorate held a city procuratorial work meeting on case management",
        ),
        (
            "公安部召开全国公安机关视频会议",
            "The Ministry of Public Security held a national police video conference",
        ),
        (
            "县政府召开常务会议 县长林知远主持",
            "The county government held an executive meeting, county head Lin Zhiyuan in the chair",
        ),
        (
            "林知远主持召开区委审计委员会会议暨区委国家安全委员会会议",
            (
                "Lin Zhiyuan chaired a meeting of the district Party audit commission and a meeting of the district"
                " Party commission on national security"
            ),
        ),
        ("红旗镇召开会议", "Hongqi Town held a meeting"),
        ("黄土岭村召开村民大会", "Huangtuling Village held a villagers' meeting"),
    ],
)
def test_whose_affairs_and_who_chairs(chinese: str, english: str) -> None:
    assert headline(chinese) == english

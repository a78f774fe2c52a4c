"""Who holds a meeting and where: bureaus, schools, hospitals, the corps, congresses, our own bodies."""

from __future__ import annotations

import pytest

from digest.translate.officialese.headlines.bodies import body
from digest.translate.officialese.headlines.headline import headline
from digest.translate.officialese.names.organs import field


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        # bureaus by what they are for, old and merged ones
        (
            "市教科体局召开校园安全工作会议",
            "The city education, science and sports bureau held a work meeting on school safety",
        ),
        (
            "省国土资源厅召开地质灾害防治工作会议",
            "The provincial department of land and resources held a work meeting on geological hazard prevention and control",
        ),
        (
            "市卫计委召开疫情防控工作会议",
            "The city health and family planning commission held a work meeting on epidemic prevention and control",
        ),
        (
            "县文广旅局召开旅游安全工作会议",
            "The county culture, broadcasting and tourism bureau held a work meeting on tourist safety",
        ),
        (
            "云岭县工业信息化和科技局召开工作会议",
            "The Yunling County industry, information technology, science and technology bureau held a work meeting",
        ),
        (
            "山西省人才中心召开就业工作座谈会",
            "The Shanxi provincial talent centre held a discussion meeting on employment",
        ),
        ("省局召开党建工作会议", "The provincial bureau held a work meeting on Party building"),
        (
            "国家税务总局云岭县税务局召开党建工作会议",
            "The Yunling County tax bureau held a work meeting on Party building",
        ),
        # schools, their parts and offices
        ("软件学院召开安全工作会议", "The School of Software held a work meeting on safety"),
        (
            "经济与管理学院召开毕业生就业工作推进会",
            "The School of Economics and Management held a meeting to advance work on graduate employment",
        ),
        ("智能制造学院召开安全工作会议", "The School of Smart Manufacturing held a work meeting on safety"),
        (
            "青川大学化学与化工学院召开全体教职工大会",
            "The School of Chemistry and Chemical Engineering of Qingchuan University held a meeting of all staff",
        ),
        (
            "青川大学第一附属医院召开安全生产工作会议",
            "The First Affiliated Hospital of Qingchuan University held a work meeting on workplace safety",
        ),
        ("教务处召开教学工作会议", "The academic affairs office held a work meeting on teaching"),
        ("校团委召开工作会议", "The Youth League committee of the school held a work meeting"),
        ("云岭三中举行毕业典礼", "Yunling No. 3 Middle School held a graduation ceremony"),
        (
            "县中医院召开行风建设工作会议",
            "The county hospital of traditional Chinese medicine held a work meeting on improvement of professional conduct",
        ),
        # whose headline it is, and where
        ("我校召开征兵工作会议", "The school held a work meeting on military recruitment"),
        ("我院召开党风廉政建设工作会议", "The institution held a work meeting on Party conduct and clean government"),
        (
            "全省水稻机插现场会在我县召开",
            "A provincial on-site meeting on rice machine transplanting was held in the county",
        ),
        ("全市教育工作会议在青川大学召开", "A city work meeting on education was held at Qingchuan University"),
        ("城市更新研讨会在汉召开", "A seminar on urban renewal was held in Wuhan"),
        ("湘赣召开联席会议", "Hunan and Jiangxi held a joint meeting"),
        ("我县公安局召开表彰大会", "The county public security bureau held a commendation conference"),
        ("我市云岭区召开工作会议", "Yunling District held a work meeting"),
        ("我校软件学院召开工作会议", "The School of Software of the school held a work meeting"),
        # the corps, banners
        (
            "十二师党委召开经济工作会议",
            "The Party committee of the 12th Division of the Xinjiang corps held an economic work conference",
        ),
        ("一四三团召开春播工作会议", "The 143rd Regiment held a work meeting on spring sowing"),
        ("敖汉旗召开春耕工作会议", "Aohan Banner held a work meeting on spring ploughing"),
        # congresses and their bodies
        ("中国共产党云岭市第八次代表大会开幕", "The 8th Party congress of Yunling City opened"),
        (
            "中国共产党云岭县第十四届纪律检查委员会第三次全体会议召开",
            "The Yunling County commission for discipline inspection held its 3rd plenary meeting (14th term)",
        ),
        ("共青团云岭县第九次代表大会召开", "Yunling County held the 9th congress of the Youth League"),
        (
            "云岭市妇女联合会第十届执行委员会第二次会议召开",
            "The Yunling City women's federation held the 2nd meeting of its 10th executive committee",
        ),
        (
            "云岭县十八届人大三次会议主席团举行第一次会议",
            "The presidium of the 3rd session of the 18th Yunling County people's congress held its 1st meeting",
        ),
        ("云岭乡人大主席团召开会议", "The presidium of the Yunling Township people's congress held a meeting"),
        (
            "学校第八届教职工代表大会第二次会议开幕",
            "The 2nd session of the 8th staff congress of the school opened",
        ),
        (
            "政协云岭市十四届常委会第七次会议召开",
            "The standing committee of the Yunling City political consultative conference held its 7th meeting (14th term)",
        ),
        # prefectures, provinces without their level, systems, the leading bodies
        ("喀什地区召开春耕工作会议", "Kashgar Prefecture held a work meeting on spring ploughing"),
        ("江西云岭县召开防汛工作会议", "Yunling County, Jiangxi held a work meeting on flood control"),
        ("市卫健系统召开安全工作会议", "The city health system held a work meeting on safety"),
        ("县四大班子召开会议", "The four leading bodies of the county held a meeting"),
        ("表彰大会在县会议中心召开", "A commendation conference was held at the county conference centre"),
        # a place that wants to be something
        ("云岭县召开平安云岭建设工作会议", "Yunling County held a work meeting on the “Safe Yunling” initiative"),
        (
            "县委平安云岭建设领导小组召开会议",
            "The county Party leading group on the “Safe Yunling” initiative held a meeting",
        ),
        # inner offices and societies
        (
            "教育部职业教育司召开座谈会",
            "The department of vocational education of the Ministry of Education held a discussion meeting",
        ),
        ("市旅游协会召开座谈会", "The city tourism association held a discussion meeting"),
        (
            "云岭县餐饮企业协会召开座谈会",
            "The Yunling County association of catering companies held a discussion meeting",
        ),
        # a level twice, a level before the topic, several bodies
        ("云岭县县委召开会议", "The Yunling County Party committee held a meeting"),
        ("市食品安全工作联席会议召开", "A city joint meeting on food safety was held"),
        ("市教育局等五部门联合召开会议", "The city education bureau and four other departments held a meeting"),
        ("云岭镇党委政府召开会议", "The Party committee and government of Yunling Town held a meeting"),
        ("云岭村委会召开会议", "The villagers' committee of Yunling Village held a meeting"),
        ("青川市云岭区委召开会议", "The Party committee of Yunling District, Qingchuan City held a meeting"),
    ],
)
def test_whoever_holds_a_meeting_is_named(chinese: str, english: str) -> None:
    assert headline(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("青川交通职业技术学院", "Qingchuan Vocational and Technical College of Transport"),
        ("青川文理学院", "Qingchuan College of Arts and Sciences"),
        ("青川商学院", "Qingchuan College of Business"),
        ("云岭县第二实验小学", "the Yunling County No. 2 Experimental Primary School"),
        ("云岭农商银行", "Yunling Rural Commercial Bank"),
        ("云岭湖风景区管委会", "the management committee of the Yunlinghu Scenic Area"),
        ("云岭街道阳光社区", "Yangguang Community, Yunling Subdistrict"),
        ("省安委会第二督导组", "the No. 2 supervision team of the provincial workplace safety committee"),
        ("中央第四生态环境保护督察组", "the No. 4 central environmental inspection team"),
        ("云岭县城投公司", "the Yunling County Urban Investment Company"),
        ("省督导组", "the provincial supervision team"),
        ("青川高新区", "the Qingchuan High-Tech Zone"),
        ("云岭水泥公司", "Yunling Cement Company"),
        ("云岭县茶叶协会", "the Yunling County tea association"),
        ("市残联委员会", "the committee of the city disabled persons' federation"),
        ("市、县两级", "city and county authorities"),
        ("学术委员会", "the academic committee"),
        ("一师一团", "the 1st Regiment of the 1st Division"),
    ],
)
def test_an_institution_is_told_by_its_name_and_sort(chinese: str, english: str) -> None:
    assert body(chinese) == english


@pytest.mark.parametrize(
    "text",
    [
        "民办学院",
        "二级医院",
        "基层法院",
        "承办法院",
        "外地商会",
        "师范学院",
        "一团",
        "法系",
        "部省",
        "全县中学",
        "浙江艺术某学院",
    ],
)
def test_a_sort_of_institution_is_no_name(text: str) -> None:
    assert body(text) is None


def test_fields_of_a_merged_office_are_one_list() -> None:
    assert field("教科体") == "education, science and sports"
    assert field("农业农村和水务") == "agriculture, rural affairs and water"
    assert field("教") is None
    assert field("教某") is None


@pytest.mark.parametrize(
    "text",
    [
        "黄河流域",
        "东部地区",
        "县科协某某委员会",
        "某某学院",
        "市教育局、市公安局等三部门",  # two and one more: no "others"
        "五星红旗",
        "香港地区",
        "中原地区",
    ],
)
def test_what_nobody_can_be_sure_of_is_no_body(text: str) -> None:
    assert body(text) is None


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("云岭县和平镇召开会议", "Heping Town, Yunling County held a meeting"),
        ("云岭县和云湖镇召开会议", "Yunling County and Yunhu Town held a meeting"),
        ("林知远到和平镇调研", "Lin Zhiyuan made a fact-finding visit to Heping Town"),
        ("光明街道召开工作会议", "Guangming Subdistrict held a work meeting"),
        ("县委召开重点镇座谈会", "The county Party committee held a discussion meeting on key towns"),
        ("中心召开工作会议", "The centre held a work meeting"),
    ],
)
def test_a_place_may_be_called_by_a_word(chinese: str, english: str) -> None:
    assert headline(chinese) == english

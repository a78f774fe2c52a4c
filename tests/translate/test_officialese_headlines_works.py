"""Headlines of meetings on works with a name, on surveys, hazards, resettlement. All examples are invented."""

from __future__ import annotations

import pytest

from digest.translate.officialese.headlines.campaigns import topic
from digest.translate.officialese.headlines.headline import headline


@pytest.mark.parametrize(
    ("matter", "english"),
    [
        ("云岭水库建设", "construction of the Yunling Reservoir"),
        ("云岭大桥项目", "the Yunling Bridge project"),
        ("青云铁路征地拆迁", "land expropriation and demolition for the Qingyun Railway"),
        ("清水河综合治理", "comprehensive control of the Qingshui River"),
        ("云岭新城项目建设", "construction of Yunling New Town"),
        ("供水管网改造工程", "projects for renovation of water supply networks"),
        ("宗教活动场所安全隐患排查整治", "checks for and clean-up of safety hazards at places of worship"),
        ("老旧小区火灾隐患排查整治", "checks for and clean-up of fire hazards at old residential compounds"),
        (
            "民族团结进步示范市创建",
            "the drive for accreditation as a demonstration city of ethnic unity and progress",
        ),
    ],
)
def test_works_and_hazards(matter: str, english: str) -> None:
    """A name before a kind of works is a name; hazards lie somewhere."""
    assert topic(matter) == english


@pytest.mark.parametrize("matter", ["跨海大桥建设", "小水库除险加固", "云岭火车站片区改造"])
def test_what_is_no_name(matter: str) -> None:
    """A bridge across the sea has no name; an area is more than its station."""
    assert topic(matter) is None


@pytest.mark.parametrize(
    ("text", "english"),
    [
        (
            "云岭县召开第三次全国农业普查总结会",
            "Yunling County held a review meeting on the 3rd national agricultural census",
        ),
        ("省局召开九月份重点工作调度会", "The provincial bureau held a dispatch meeting on key work for September"),
        (
            "云岭镇举行应急民兵集结点验仪式",
            "Yunling Town held an assembly and muster of emergency militia",
        ),
        (
            "我区召开跟班学习干部座谈会",
            "The district held a discussion meeting with officials on training placements",
        ),
    ],
)
def test_meetings(text: str, english: str) -> None:
    """The number of a survey, months in words, militia, placements."""
    assert headline(text) == english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        (
            "云岭县委召开会议传达总书记重要批示和全市防汛工作会议精神",
            (
                "The Yunling County Party committee held a meeting to pass on the guiding principles of "
                "General Secretary Xi Jinping's important instructions and of the city work meeting on flood control"
            ),
        ),
        ("林知远深入教育领域调研", "Lin Zhiyuan made a fact-finding visit to the education sector"),
        ("云岭县第五次党代会预备会议召开", "Yunling County held the preparatory meeting of the 5th Party congress"),
        (
            "民盟青川市第七次代表大会召开",
            "The Qingchuan City organisation of the China Democratic League held its 7th congress",
        ),
        (
            "县委召开全县领导干部会议林知远任云岭县委书记",
            (
                "The county Party committee held a county meeting of leading officials, Lin Zhiyuan appointed "
                "Party secretary of Yunling County"
            ),
        ),
        (
            "云岭县消防救援大队举行迎旗授衔换装仪式",
            (
                "The Yunling County fire and rescue brigade held a ceremony of welcoming the flag, conferring ranks and "
                "changing uniforms"
            ),
        ),
        ("云岭大桥举行通车仪式", "An opening-to-traffic ceremony for the Yunling Bridge was held"),
    ],
)
def test_what_is_passed_on_and_opened(text: str, english: str) -> None:
    """Words of a leader and of a meeting, sectors, ceremonies."""
    assert headline(text) == english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        (
            "青川市第十二届运动会筹备工作领导小组第二次会议召开",
            "The Qingchuan City leading group on preparation of the 12th sports meet held its 2nd meeting",
        ),
        (
            "云岭县召开第三届文化旅游节筹备工作会议",
            "Yunling County held a work meeting on preparations for the 3rd culture and tourism festival",
        ),
        (
            "云岭县第三届人大常委会第五次会议召开",
            "The Yunling County people's congress standing committee held its 5th meeting (3rd term)",
        ),
    ],
)
def test_the_number_of_what_is_prepared(text: str, english: str) -> None:
    """The 12th are the games, the 2nd is the meeting; a festival has no term of office."""
    assert headline(text) == english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("全市扶贫办主任会议召开", "A city meeting of directors of poverty relief offices was held"),
        ("全市商务局长会议召开", "A city meeting of heads of commerce bureaus was held"),
        (
            "云岭县人大常委会主任会议召开",
            "The Yunling County people's congress standing committee held a meeting of the chairs",
        ),
        (
            "林知远主持召开企业家招商引资座谈会",
            "Lin Zhiyuan chaired a discussion meeting with entrepreneurs on investment promotion",
        ),
        (
            "云岭县召开党外人士经济形势座谈会",
            "Yunling County held a discussion meeting with non-Party personages on the economic situation",
        ),
    ],
)
def test_whom_a_meeting_is_of_and_with(text: str, english: str) -> None:
    """Directors of offices are no chairs; guests at a table talk about something."""
    assert headline(text) == english


def test_the_term_of_who_meets() -> None:
    """Two terms in one headline: of who meets, and of whose principles are learnt."""
    assert headline("九届区委常委会召开会议传达省委十一届五次全会精神") == (
        "The district Party standing committee (9th term) held a meeting to pass on the guiding principles of "
        "the 5th plenary session of the provincial Party committee (11th term)"
    )


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "云岭县召开青云化工园区规划建设专题会议",
            "Yunling County held a special meeting on planning and construction of Qingyun Chemical Park",
        ),
        (
            "我县召开龙潭小区改造工作座谈会",
            "The county held a discussion meeting on renovation of the Longtan Residential Compound",
        ),
        ("我县召开青龙河流域治理工作会议", "The county held a work meeting on governance of the Qinglong River Basin"),
        (
            "云岭县召开云青山国家湿地公园项目推进会",
            "Yunling County held a meeting to advance the Yunqingshan National Wetland Park project",
        ),
        (
            "云岭县召开露天煤矿整治工作会议",
            "Yunling County held a work meeting on clean-up of open-pit coal mines",
        ),
    ],
)
def test_parks_and_mines_have_names_and_kinds_have_none(chinese: str, english: str) -> None:
    assert headline(chinese) == english

"""Headlines: whose 3rd meeting it is, and sessions of congresses of a term."""

import pytest

from digest.translate.officialese.headlines.headline import headline


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("县十八届人大三次会议隆重开幕", "The 3rd session of the 18th county people's congress opened"),
        ("云岭镇第十九届人民代表大会第四次会议召开", "The 19th Yunling Town people's congress held its 4th session"),
        ("云岭镇召开第十九届人民代表大会第四次会议", "Yunling Town held the 4th session of the 19th people's congress"),
        ("县政协召开十届二次会议", "The 10th county political consultative conference held its 2nd session"),
        (
            "县政协十届常委会第十二次会议召开",
            "The standing committee of the county political consultative conference held its 12th meeting (10th term)",
        ),
    ],
)
def test_congresses_meet_in_sessions(text: str, english: str) -> None:
    assert headline(text) == english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("县委、县政府召开2026年工作会议", "The county Party committee and government held their 2026 work meeting"),
        ("林知远召开2026年第一次工作会议", "Lin Zhiyuan held the 1st work meeting of 2026"),
        ("青川市承办2026年全省工作会议", "Qingchuan City held the 2026 provincial work meeting"),
        ("青川省云岭县召开第三次全体会议", "Yunling County, Qingchuan Province held its 3rd plenary meeting"),
    ],
)
def test_a_body_holds_its_meeting(text: str, english: str) -> None:
    assert headline(text) == english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        (
            "云岭市召开市六届人大四次会议代表建议交办会",
            (
                "Yunling City held a meeting to assign deputies' suggestions "
                "from the 4th session of the 6th city people's congress"
            ),
        ),
        (
            "云岭市召开市委巡察工作领导小组会议",
            "Yunling City held a meeting of the city Party leading group on disciplinary inspection",
        ),
        ("云岭市赴青川省举办招商推介会", "Yunling City held an investment promotion event in Qingchuan Province"),
        (
            "县检察院召开行政检察与行政执法监督衔接会议",
            (
                "The county procuratorate held a meeting on coordination between "
                "administrative procuratorial work and oversight of administrative law enforcement"
            ),
        ),
    ],
)
def test_whose_session_and_whose_group(text: str, english: str) -> None:
    assert headline(text) == english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("公安县人大常委会召开工作会议", "The Gong'an County people's congress standing committee held a work meeting"),
        ("大兴区召开招商推进会", "Daxing District held a meeting to advance investment promotion"),
        (
            "云岭区宗教团体负责人联席会议召开",
            "Yunling District held a joint meeting for heads of religious groups",
        ),
        (
            "云岭县召开党建引领项目攻坚现场会",
            "Yunling County held an on-site meeting on the Party-led drive for projects",
        ),
    ],
)
def test_names_that_are_words(text: str, english: str) -> None:
    assert headline(text) == english

"""Great events, ceremonies, competitions and exhibitions; when what a meeting is about goes on."""

from __future__ import annotations

import pytest

from digest.translate.officialese.headlines.headline import headline


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("第五届中国国际茶叶博览会开幕", "The 5th China International Tea Expo opened"),
        ("林知远出席2026世界互联网大会", "Lin Zhiyuan attended the 2026 World Internet Conference"),
        ("林知远出席全球服务贸易论坛", "Lin Zhiyuan attended the Global Forum on Trade in Services"),
        (
            "林知远出席第四届亚太旅游论坛开幕式并致辞",
            "Lin Zhiyuan attended the opening ceremony of the 4th Asia-Pacific Tourism Forum and gave an address",
        ),
    ],
)
def test_a_great_event_has_a_name_of_its_own(chinese: str, english: str) -> None:
    assert headline(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "云岭县第三届职工运动会开幕式举行",
            "Yunling County held the opening ceremony of the 3rd employees' sports meeting",
        ),
        (
            "云岭县举行首届青年创业大赛启动仪式",
            "Yunling County held the launch ceremony for the 1st start-up competition for young people",
        ),
        (
            "首届青川大学创新大赛启动仪式举行",
            "The launch ceremony for the 1st innovation competition of Qingchuan University was held",
        ),
        (
            "云岭县举办第三届文化旅游节新闻发布会",
            "Yunling County held a press conference on the 3rd culture and tourism festival",
        ),
        (
            "云岭县举行全县青年干部培训班开班仪式",
            "Yunling County held the opening ceremony of the county training course for young officials",
        ),
        ("云岭县举行春耕物资发放仪式", "Yunling County held a distribution ceremony for spring ploughing supplies"),
    ],
)
def test_the_number_is_of_the_event_not_of_its_ceremony(chinese: str, english: str) -> None:
    assert headline(chinese) == english


def test_a_ceremony_of_an_event_that_nobody_knows_is_not_told() -> None:
    assert headline("云岭县举行首届某某启动仪式") is None


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "云岭县召开平安建设工作三季度推进会",
            "Yunling County held a meeting to advance the public-safety drive for the third quarter",
        ),
        (
            "云岭县召开1-9月经济运行分析会",
            "Yunling County held a meeting to analyse economic performance for January to September",
        ),
        (
            "云岭县召开2026年5月份安全生产例会",
            "Yunling County held a regular meeting on workplace safety for May 2026",
        ),
        ("云岭县召开新学期教育工作会议", "Yunling County held a work meeting on education for the new term"),
        (
            "云岭县召开2026年秋季学期校园安全工作会议",
            "Yunling County held a work meeting on school safety for the autumn term of 2026",
        ),
        (
            "云岭中学召开2025-2026学年教学工作会议",
            "Yunling Middle School held the 2025–2026 work meeting on teaching",
        ),
    ],
)
def test_the_period_of_a_meeting(chinese: str, english: str) -> None:
    assert headline(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("云岭县召开工作务虚会议", "Yunling County held a brainstorming meeting"),
        (
            "云岭县召开移风易俗工作推动会",
            "Yunling County held a meeting to advance work on the changing of old customs",
        ),
        (
            "云岭县召开农机作业现场演示会",
            "Yunling County held an on-site demonstration meeting on farm machinery work",
        ),
        ("云岭县召开干部任职大会", "Yunling County held a conference to announce appointments of officials"),
        ("云岭县召开征兵工作网络视频会议", "Yunling County held an online video conference on military recruitment"),
        ("云岭县举行职工书法大赛", "Yunling County held a calligraphy competition for employees"),
    ],
)
def test_kinds_of_meetings_and_competitions(chinese: str, english: str) -> None:
    assert headline(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "云岭县召开庆祝建党105周年表彰大会",
            (
                "Yunling County held a commendation conference marking the 105th anniversary of the founding of "
                "the Communist Party of China"
            ),
        ),
        (
            "云岭县召开庆祝第42个教师节表彰大会",
            "Yunling County held a commendation conference marking the 42nd Teachers' Day",
        ),
        (
            "云岭中学召开高考倒计时100天誓师大会",
            "Yunling Middle School held a pledge rally for the 100-day countdown to the college entrance exam",
        ),
        (
            "青川大学举行2026届毕业典礼和学位授予仪式",
            "Qingchuan University held a graduation ceremony for the class of 2026 and a degree-awarding ceremony",
        ),
    ],
)
def test_what_a_meeting_marks(chinese: str, english: str) -> None:
    assert headline(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "云岭县委召开今年第二次党外人士座谈会",
            "The Yunling County Party committee held its 2nd discussion meeting of the year with non-Party personages",
        ),
        (
            "云岭县委召开2026年第22次常委会会议",
            "The Yunling County Party committee held the 22nd meeting of 2026 of its standing committee",
        ),
        (
            "云岭县召开年度护林员补贴发放大会",
            "Yunling County held an annual distribution meeting for subsidies for forest rangers",
        ),
    ],
)
def test_which_meeting_of_the_year(chinese: str, english: str) -> None:
    assert headline(chinese) == english


def test_the_assemblies_of_many_villages_are_not_one() -> None:
    assert headline("云岭县9个村党员大会召开") is None


def test_an_event_in_a_town() -> None:
    assert headline("林知远出席中国质量（深圳）大会") == "Lin Zhiyuan attended the China Quality (Shenzhen) Conference"


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "云岭县举行工业项目集中开工暨签约仪式",
            "Yunling County held a joint ground-breaking ceremony for industrial projects and a signing ceremony",
        ),
        (
            "云岭县举行政银合作签约揭牌仪式",
            "Yunling County held a signing and unveiling ceremony for cooperation between government and banks",
        ),
    ],
)
def test_two_ceremonies_in_one(chinese: str, english: str) -> None:
    assert headline(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("青川大学举行2026级新生开学典礼", "Qingchuan University held an opening ceremony for the 2026 intake"),
        (
            "青川大学举行2026年教师节庆祝大会暨表彰大会",
            "Qingchuan University held its 2026 celebration of Teachers' Day and a commendation conference",
        ),
    ],
)
def test_those_who_come_and_the_days_that_are_kept(chinese: str, english: str) -> None:
    assert headline(chinese) == english


def test_the_number_of_a_festival_is_no_township() -> None:
    assert headline("林溪县举行第三届乡村文化艺术节开幕式") == (
        "Linxi County held the opening ceremony of the 3rd village culture and arts festival"
    )


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("第六届青奥会新闻发布会召开", "A press conference on the 6th Youth Olympic Games was held"),
        (
            "云岭县召开第十二届省运会备战动员会",
            "Yunling County held a mobilisation meeting on preparations for the 12th provincial games",
        ),
    ],
)
def test_the_number_is_of_the_games_and_not_of_what_is_held_for_them(chinese: str, english: str) -> None:
    assert headline(chinese) == english

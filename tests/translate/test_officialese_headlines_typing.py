"""How headlines are typed: quotes of every sort, blanks for marks, where the news is from, plenums by their number."""

from __future__ import annotations

import pytest

from digest.translate.officialese.headlines.headline import headline


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "全区'两优一先'表彰大会召开",
            (
                "A district commendation conference on “outstanding Party members, Party workers and primary Party "
                "organisations” was held"
            ),
        ),
        (
            "青川市召开「智慧水利」工作会议",
            "Qingchuan City held a work meeting on “smart water management”",
        ),
        (
            "湖南：2026年省总工会工作会议在长沙召开",
            "Hunan: the provincial federation of trade unions held its 2026 work meeting in Changsha",
        ),
        (
            "林知远主持召开优化营商环境 促进民间投资座谈会",
            (
                "Lin Zhiyuan chaired a discussion meeting on improving the business environment and promoting "
                "private investment"
            ),
        ),
        (
            "学习贯彻党的二十届三中全会精神会议召开",
            (
                "A meeting on studying and acting on the guiding principles of the third plenum of the 20th Central "
                "Committee was held"
            ),
        ),
        (
            "云岭县召开学习党的十九届六中全会精神专题会议",
            (
                "Yunling County held a special meeting on studying the guiding principles of the sixth plenum of the 19th "
                "Central Committee"
            ),
        ),
    ],
)
def test_quotes_blanks_and_plenums_of_every_sort(chinese: str, english: str) -> None:
    assert headline(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "云岭县召开信访工作条例学习宣传贯彻座谈会",
            (
                "Yunling County held a discussion meeting on study of, publicity for and implementation of the Petition "
                "Work Regulations"
            ),
        ),
        (
            "县人大常委会召开食品安全法执法检查动员会",
            (
                "The county people's congress standing committee held a mobilisation meeting on inspection of enforcement "
                "of the Food Safety Law"
            ),
        ),
        ("云岭县召开工作方法培训会", "Yunling County held a training session on methods of work"),
        ("全区表彰大会暨党课报告会", "A district commendation conference and a report meeting on Party lessons"),
        (
            "县委召开乡村振兴培训班和招商推介会",
            "The county Party committee held a training course on rural revitalisation and an investment promotion event",
        ),
    ],
)
def test_laws_without_their_marks_and_meetings_without_a_verb(chinese: str, english: str) -> None:
    assert headline(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("哈尔滨道外区召开工作会议", "Daowai District, Harbin held a work meeting"),
        ("林知远到潍坊昌乐县调研", "Lin Zhiyuan made a fact-finding visit to Changle County, Weifang"),
        ("广东监管局召开工作会议", "The Guangdong regulatory bureau held a work meeting"),
        ("全县春耕工作安排部署会", "A county meeting to plan work on spring ploughing"),
        ("云岭县召开政企恳谈会", "Yunling County held a discussion meeting of government and companies"),
        ("省局召开“七·一”表彰大会", "The provincial bureau held a commendation conference for the Party's anniversary"),
    ],
)
def test_cities_without_their_level_and_meetings_of_two_sides(chinese: str, english: str) -> None:
    assert headline(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "云岭县委常委会第19次（扩大）会议召开",
            "The Yunling County Party standing committee held its 19th (enlarged) meeting",
        ),
        (
            "县水利局召开党委会议传达近期重要会议精神",
            (
                "The county water bureau held a meeting of the Party committee to pass on the guiding principles of "
                "recent important meetings"
            ),
        ),
        (
            "青川省医疗设备采购和管理新闻发布会在云岭市举行",
            "Qingchuan Province held a press conference in Yunling City on purchasing and management of medical equipment",
        ),
        (
            "县农业局召开产业精准扶贫推进会议",
            "The county agriculture bureau held a meeting to advance targeted poverty relief through industry",
        ),
        (
            "云湖村召开党员和村民代表大会",
            "Yunhu Village held a meeting of Party members and villagers' representatives",
        ),
        ("县水利局召开机关党员大会", "The county water bureau held a meeting of all Party members in the offices"),
    ],
)
def test_what_is_recent_enlarged_or_held_elsewhere(chinese: str, english: str) -> None:
    assert headline(chinese) == english


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("县委就防汛工作召开专题会议", "The county Party committee held a special meeting on flood control"),
        ("县委就近召开专题会议", None),  # nearby, not on 近
        (
            "云岭县政府召开第78次常务会议（林知远主持）",
            "The Yunling County government held its 78th executive meeting, Lin Zhiyuan in the chair",
        ),
        (
            "乡村公路建设突出问题整治推进会召开",
            ("A meeting to advance clean-up of prominent problems in construction of rural roads was held"),
        ),
        (
            "九届县委常委会召开会议专题传达学习省委十一届四次全会精神",
            (
                "The county Party standing committee (9th term) held a meeting to pass on and study the guiding principles "
                "of the 4th plenary session of the provincial Party committee (11th term)"
            ),
        ),
        ("启动仪式在甘肃青昌举行", "A launch ceremony was held in Qingchang, Gansu"),
        ("振兴区政府召开第12次常务会议", "The Zhenxing District government held its 12th executive meeting"),
    ],
)
def test_what_it_is_on_and_who_was_there_in_other_places(chinese: str, english: str | None) -> None:
    assert headline(chinese) == english

"""Headlines of meetings by their pattern, or not at all."""

import pytest

from digest.translate.officialese.headlines.headline import headline


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        (
            "云岭县召开冬季散煤治理工作推进会",
            "Yunling County held a meeting to advance work on winter loose-coal control",
        ),
        (
            "1月8日下午，青川市召开冬季供热宣传工作推进会",
            "Qingchuan City held a meeting to advance work on publicity for winter heating, 8 Jan (afternoon)",
        ),
        (
            "青川市云岭县召开安全生产、大气污染防治工作会议",
            (
                "Yunling County, Qingchuan City held a work meeting on workplace safety and "
                "air pollution prevention and control"
            ),
        ),
        ("我县召开防汛抗旱工作紧急会议", "The county held an emergency meeting on flood control and drought relief"),
        ("青川市政府召开常务会议", "The Qingchuan City government held an executive meeting"),
        ("云岭县大气治理工作动员会", "Yunling County: a mobilisation meeting on air pollution control"),
        ("专题会议召开", "A special meeting was held"),
        ("云岭县委常委会召开会议", "The Yunling County Party standing committee held a meeting"),
        ("林知远召开座谈会", "Lin Zhiyuan held a discussion meeting"),
        ("副县长林知远召开防汛工作调度会", "Deputy county head Lin Zhiyuan held a dispatch meeting on flood control"),
        ("林知远在云岭县召开调度会", "Lin Zhiyuan held a dispatch meeting in Yunling County"),
        ("青川市政府召开第38次常务会议", "The Qingchuan City government held its 38th executive meeting"),
        ("青川市召开2025年全市安全生产工作会议", "Qingchuan City held its 2025 city work meeting on workplace safety"),
        (
            "云岭县召开防汛工作部署会暨警示教育会",
            "Yunling County held a meeting to plan work on flood control and a warning education meeting",
        ),
        ("县政府召开会议研究防汛工作", "The county government held a meeting to study flood control work"),
        ("会议召开，部署防汛工作", "A meeting was held to plan flood control work"),
    ],
)
def test_a_meeting_headline_on_an_invented_place_is_rendered_by_its_pattern(chinese, english):
    assert headline(chinese) == english


@pytest.mark.parametrize(
    "chinese",
    [
        "关于召开某某会议的通知",
        "云岭县召开某某奇异事项推进会",
        "2026年第3期",
    ],
)
def test_a_headline_that_is_not_wholly_understood_is_not_rendered(chinese):
    assert headline(chinese) is None

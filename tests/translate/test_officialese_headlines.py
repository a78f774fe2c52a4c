"""Headlines of meetings and tours by rule: campaigns, terms, committees, the chair."""

from __future__ import annotations

import pytest

from digest.translate.officialese.headline import headline


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        # a campaign with a name of its own
        (
            "云岭县召开“清风护航”专项行动推进会",
            "Yunling County held a meeting to advance the “Qingfeng Huhang” special campaign",
        ),
        (
            "云岭县召开安全生产“清风护航”专项行动部署会",
            "Yunling County held a meeting to plan the “Qingfeng Huhang” special campaign on workplace safety",
        ),
        # numbers, years, terms
        ("县政府召开第38次常务会议", "The county government held the 38th executive meeting"),
        (
            "云岭县第五届人民政府第12次常务会议召开",
            "The Yunling County people's government held the 12th executive meeting (5th term)",
        ),
        (
            "云岭县委召开十五届三次全体会议",
            "The Yunling County Party committee held the 3rd plenary meeting (15th term)",
        ),
        (
            "林知远主持召开县政府党组2024年第3次会议",
            "Lin Zhiyuan held the 3rd meeting of 2024 of the leading Party group of the county government",
        ),
        # bodies by the matter they are there for
        ("云岭县防汛工作领导小组召开会议", "The Yunling County leading group on flood control held a meeting"),
        ("共青团云岭县委召开会议", "The Yunling County committee of the Communist Youth League held a meeting"),
        ("县委、县政府召开会议", "The county Party committee and government held a meeting"),
        ("法国和英国召开会议", "France and Britain held a meeting"),
        # one meeting on two matters, two meetings
        (
            "云岭县召开防汛暨安全生产工作会议",
            "Yunling County held a work meeting on flood control and workplace safety",
        ),
        # the chair, behind what the meeting did
        (
            "云岭县委召开会议研究部署防汛工作，林知远主持并讲话",
            (
                "The Yunling County Party committee held a meeting to study and plan flood control work, "
                "Lin Zhiyuan in the chair and speaking"
            ),
        ),
        # places whose names hold the ending of a level; cities without theirs
        ("福州市召开防汛工作会议", "Fuzhou City held a work meeting on flood control"),
        ("福州召开防汛工作会议", "Fuzhou held a work meeting on flood control"),
        ("安顺召开防汛工作会议", "Anshun held a work meeting on flood control"),
        ("要闻丨云岭县召开防汛工作会议", "Yunling County held a work meeting on flood control"),
        # tours
        ("林知远调研防汛工作", "Lin Zhiyuan looked into flood control work"),
        (
            "副县长林知远赴云岭县检查安全生产工作",
            "Deputy county head Lin Zhiyuan inspected workplace safety work in Yunling County",
        ),
    ],
)
def test_a_headline_is_rendered_whole(chinese, english):
    assert headline(chinese) == english


@pytest.mark.parametrize(
    "chinese",
    [
        "云岭县召开“讲文明树新风”推进会",  # a slogan is no name
        "云岭县召开“某某某某某某某某某”专项行动推进会",  # too long for a name
        "云岭县召开防汛工作会议暨某某会议",  # one meeting of two
        "2026世界人工智能会议召开",  # what the number counts
        "林知远调研某某",
        "某某调研防汛工作",
    ],
)
def test_a_headline_with_a_part_that_nobody_knows_is_not_rendered(chinese):
    assert headline(chinese) is None

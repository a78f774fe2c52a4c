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
            "Lin Zhiyuan chaired the 3rd meeting of 2024 of the leading Party group of the county government",
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
        # kinds of meetings made of parts
        (
            "云岭县召开秋粮收购工作专题调度部署会",
            "Yunling County held a special dispatch and planning meeting on purchases of autumn grain",
        ),
        ("云岭县召开第三季度防汛工作会议", "Yunling County held a work meeting on flood control for the third quarter"),
        (
            "云岭县召开2026年上半年消防工作点评会",
            "Yunling County held an appraisal meeting on firefighting for the first half of 2026",
        ),
        ("云岭县召开平台企业座谈会", "Yunling County held a discussion meeting with platform companies"),
        ("云岭县召开村党组织书记培训会", "Yunling County held a training session for village Party secretaries"),
        (
            "云岭县召开春节假期安全生产工作会议",
            "Yunling County held a work meeting on workplace safety over the Spring Festival holiday",
        ),
        ("云岭县召开《信访工作条例》宣讲会", "Yunling County held a lecture on the regulations on petitions"),
        ("云岭县将召开防汛工作会议", "Yunling County is to hold a work meeting on flood control"),
        (
            "云岭县召开防汛工作会议和安全生产工作会议",
            "Yunling County held a work meeting on flood control and a work meeting on workplace safety",
        ),
        (
            "云岭县召开庆祝中国共产党成立105周年大会",
            (
                "Yunling County held a conference on the 105th anniversary of the founding of "
                "the Communist Party of China"
            ),
        ),
        # bodies
        (
            "云岭县住建局党组召开会议",
            "The leading Party group of the Yunling County housing and construction bureau held a meeting",
        ),
        (
            "中共云岭县委十四届八次全会召开",
            "The Yunling County Party committee held the 8th plenary session (14th term)",
        ),
        ("云湖大学召开教学工作会议", "Yunhu University held a work meeting on teaching"),
        ("团县委召开会议", "The county committee of the Communist Youth League held a meeting"),
        ("市委审计委员会召开会议", "The city Party audit commission held a meeting"),
        ("云岭县与青川市举行座谈会", "Yunling County and Qingchuan City held a discussion meeting"),
        (
            "县委书记、县人大常委会主任林知远召开会议",
            (
                "Lin Zhiyuan, Party secretary of the county and chair of the people's congress standing committee "
                "of the county, held a meeting"
            ),
        ),
        # what stands around the news
        (
            "压实责任 守牢底线 云岭县召开防汛工作会议",
            "Pin down responsibilities, hold firmly to the bottom line: Yunling County held a work meeting on flood control",
        ),
        (
            "云岭县召开防汛工作会议 林知远讲话 王海燕主持",
            "Yunling County held a work meeting on flood control, Lin Zhiyuan speaking, Wang Haiyan in the chair",
        ),
        (
            "林知远在全市招商引资工作推进会上强调 压实责任",
            "At a city meeting to advance work on investment promotion, Lin Zhiyuan stressed: pin down responsibilities",
        ),
        (
            "林知远出席全市防汛工作会议并讲话",
            "Lin Zhiyuan attended a city work meeting on flood control and spoke",
        ),
        (
            "林知远调研防汛工作并召开座谈会",
            "Lin Zhiyuan looked into flood control work and held a discussion meeting",
        ),
        ("云岭县召开防汛工作会议（3月5日）", "Yunling County held a work meeting on flood control, 5 Mar"),
        ("云岭县第六次妇女代表大会闭幕", "The 6th congress of women of Yunling County closed"),
        # campaigns on a matter, seasons, representatives
        (
            "云岭县召开燃气安全专项整治工作推进会",
            "Yunling County held a meeting to advance work on the special clean-up campaign on gas safety",
        ),
        (
            "云岭县召开高温天气安全生产工作提醒会",
            "Yunling County held a reminder meeting on workplace safety in hot weather",
        ),
        ("云岭县召开退役军人代表座谈会", "Yunling County held a discussion meeting with representatives of veterans"),
        (
            "云岭县召开第四次全国文物普查工作推进会",
            "Yunling County held a meeting to advance work on the 4th national survey of cultural relics",
        ),
        ("云岭县召开安全生产月动员会", "Yunling County held a mobilisation meeting on Workplace Safety Month"),
        # bodies of the whole country; nobody named
        (
            "十四届全国人大常委会第十二次会议在京举行",
            "The National People's Congress Standing Committee held the 12th meeting in Beijing (14th term)",
        ),
        ("中央农村工作会议召开", "A central rural work conference was held"),
        ("多次召开专题会议", "Special meetings were held several times"),
        ("先后召开三次座谈会", "Three discussion meetings were held"),
        (
            "全国安全生产电视电话会议召开后 云岭县立即召开会议部署落实",
            (
                "After a national video and telephone conference on workplace safety, "
                "Yunling County held a meeting to plan implementation"
            ),
        ),
        # who said what, an office without a name, Party and government of one county
        ("王海燕强调：全力抓好安全生产工作", "Wang Haiyan stressed: go all out for workplace safety work"),
        ("县委书记调研防汛工作", "The Party secretary of the county looked into flood control work"),
        ("云岭县委县政府召开会议", "The Yunling County Party committee and government held a meeting"),
        ("云岭县召开以防汛为主题的座谈会", "Yunling County held a discussion meeting on flood control"),
        # a name that holds a word of the lexicon; a community
        ("方志强调研防汛工作", "Fang Zhiqiang looked into flood control work"),
        ("云湖社区召开居民议事会", "Yunhu Community held a residents' deliberation meeting"),
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
        "云岭县召开“四个年”活动推进会",  # years that are counted are no name
        "云岭县召开金融支持民营企业座谈会",  # with the companies, or on the support
        "林知远调研某某",
        "某某调研防汛工作",
    ],
)
def test_a_headline_with_a_part_that_nobody_knows_is_not_rendered(chinese):
    assert headline(chinese) is None

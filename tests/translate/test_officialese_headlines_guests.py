"""Headlines: whom a meeting is with, whose affairs it is on, for what day it is held, who else meets."""

import pytest

from digest.translate.officialese.headlines.headline import headline


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("全市退役军人工作会议召开", "A city work meeting on veterans affairs was held"),
        (
            "县法院召开人民陪审员工作座谈会",
            "The county court held a discussion meeting on the work of people's assessors",
        ),
        ("云岭县召开大型商超座谈会", "Yunling County held a discussion meeting with large supermarkets"),
        ("云岭县召开民兵骨干培训会", "Yunling County held a training session for core militia"),
        ("云岭县召开党员领导干部会议", "Yunling County held a meeting of leading Party officials"),
        (
            "云岭县召开离退休干部形势报告会",
            "Yunling County held a lecture on the current situation for retired officials",
        ),
        (
            "县纪委召开领导班子2026年度民主生活会",
            (
                "The county discipline commission held its 2026 meeting of criticism and self-criticism "
                "of the leadership team"
            ),
        ),
    ],
)
def test_whom_it_is_with(text: str, english: str) -> None:
    assert headline(text) == english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("云岭县召开庆祝“五一”国际劳动节表彰大会", "Yunling County held a commendation conference for May Day"),
        ("云岭县庆祝“三八”国际妇女节大会召开", "Yunling County held a conference for Women's Day"),
        (
            "云岭县召开重阳节老干部座谈会",
            "Yunling County held a discussion meeting with retired officials for the Double Ninth Festival",
        ),
        (
            "云岭县召开清明节期间意识形态工作会议",
            "Yunling County held a work meeting on ideology during the Tomb-Sweeping Festival",
        ),
    ],
)
def test_for_what_day(text: str, english: str) -> None:
    assert headline(text) == english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        (
            "云岭县召开巡察动员会暨县委第六轮巡察培训会",
            (
                "Yunling County held a mobilisation meeting on disciplinary inspection and "
                "a training session of the county Party committee on the 6th round of disciplinary inspection"
            ),
        ),
        (
            "云岭县召开党外人士座谈会征求意见建议",
            "Yunling County held a discussion meeting with non-Party personages to ask for opinions and suggestions",
        ),
        (
            "县法院召开党组（扩大）会议传达学习全国两会精神",
            (
                "The county court held an enlarged meeting of the leading Party group to pass on and study "
                "the guiding principles of the annual sessions of the NPC and the CPPCC"
            ),
        ),
        (
            "云岭县举行项目签约仪式 总投资35亿元",
            "Yunling County held a signing ceremony for projects, with a total investment of 3.5 billion yuan",
        ),
    ],
)
def test_what_is_done_there(text: str, english: str) -> None:
    assert headline(text) == english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        (
            "云岭县召开“作风提升年”活动动员大会",
            "Yunling County held a mobilisation conference on the “year of improvement of conduct” activities",
        ),
        ("云岭县召开“服务之星”表彰会", "Yunling County held a commendation meeting on “service stars”"),
        (
            "云岭县召开《云岭年鉴》编纂工作会议",
            "Yunling County held a work meeting on compilation of the Yunling Yearbook",
        ),
        (
            "民盟云岭县支部召开换届大会",
            "The Yunling County branch of the China Democratic League held an election conference",
        ),
    ],
)
def test_names_of_their_own(text: str, english: str) -> None:
    assert headline(text) == english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("云岭县召开“永远跟党走”主题宣讲会", "Yunling County held a lecture on the theme “Follow the Party forever”"),
        (
            "云岭县举行“书香云岭”全民阅读活动启动仪式",
            "Yunling County held a launch ceremony for the “Book-Loving Yunling” activities on public reading",
        ),
        (
            "云岭县召开“一村一辅警”工作推进会",
            "Yunling County held a meeting to advance work on “one auxiliary police officer for each village”",
        ),
        ("云岭县召开防汛安全生产工作会议", "Yunling County held a work meeting on flood control and workplace safety"),
        (
            "县教育系统召开庆祝中国共产党成立105周年暨“七一”表彰大会",
            (
                "The county education system held a commendation conference marking the 105th anniversary "
                "of the founding of the Communist Party of China"
            ),
        ),
        (
            "市委第二巡察组向市民政局党组反馈巡察情况",
            (
                "The No. 2 inspection team of the city Party committee gave the leading Party group "
                "of the city civil affairs bureau feedback on disciplinary inspection"
            ),
        ),
        (
            "云岭县委召开县委十四届七次全会",
            "The Yunling County Party committee held its 7th plenary session (14th term)",
        ),
    ],
)
def test_themes_and_two_works(text: str, english: str) -> None:
    assert headline(text) == english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        (
            "云岭县召开组织、编制、老干部工作会议",
            "Yunling County held a work meeting on organisation, staffing and services for retired officials",
        ),
        (
            "云岭县召开安全生产宣传月启动会",
            "Yunling County held a launch meeting of the publicity month on workplace safety",
        ),
        (
            "云岭县召开防汛再动员再部署会",
            "Yunling County held a further mobilisation and planning meeting on flood control",
        ),
        (
            "云岭县召开上半年经济运行分析会",
            "Yunling County held a meeting to analyse economic performance in the first half of the year",
        ),
        ("云岭县召开安全生产整改推进会", "Yunling County held a meeting to advance rectification of workplace safety"),
    ],
)
def test_said_once(text: str, english: str) -> None:
    assert headline(text) == english


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("云岭县召开民宿行业座谈会", "Yunling County held a discussion meeting on the guesthouse sector"),
        (
            "云岭县举办高端数控机床产业招商推介会",
            "Yunling County held an investment promotion event for the high-end CNC machine tool industry",
        ),
        (
            "省民政厅召开全省民政局长座谈会",
            (
                "The provincial department of civil affairs held a provincial discussion meeting "
                "with heads of civil affairs bureaus"
            ),
        ),
        (
            "云岭县召开县委统一战线工作会议",
            "Yunling County held a work meeting of the county Party committee on the united front",
        ),
        (
            "云岭县委召开十四届县委第五轮巡察动员会",
            (
                "The Yunling County Party committee held a mobilisation meeting "
                "on the 5th round of disciplinary inspection (14th term)"
            ),
        ),
    ],
)
def test_one_industry_and_whose(text: str, english: str) -> None:
    assert headline(text) == english

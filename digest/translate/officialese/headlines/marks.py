"""What stands around the name of a meeting without saying what it is about: year, period, number, whose, how often."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.translate.officialese.names import dates
from digest.translate.officialese.names.names import levels
from digest.translate.officialese.names.organs import AS_ADJECTIVE
from digest.translate.officialese.words.lexicon import match
from digest.translate.officialese.words.morphology import article

#: 省|第十六届|运动会: whose games they are
_OF_LEVEL = re.compile(rf"^([省市县区州])(第{dates.NUMBER}届)(?=.*(?:运动会|博览会|节|赛|展|展览))")
_DAYS = re.compile("^为期([两二三四五六七]|\\d{1,2})天的")
#: 以防汛为主题的座谈会
_THEMED = re.compile("^以(.{2,30})为主题的(.+)$")
_ENLARGED = re.compile(r"[（(]扩大(?:会议?)?[）)]")
#: "the whole city" before a topic says for whom: 全市安全生产工作会议
SCOPES = {
    "全国": "national",
    "全省": "provincial",
    "全市": "city",
    "全县": "county",
    "全区": "district",
    "全镇": "town",
    "全乡": "township",
    "全州": "prefectural",
    "全盟": "league",
    "全旗": "banner",
    "全师": "division",
    "全街道": "subdistrict",
    "全系统": "system-wide",
    "全行业": "industry-wide",
    "全校": "school-wide",
    **dict.fromkeys(
        ("全院", "全局", "全厅", "全所", "全行", "全公司", "全集团", "全厂", "全馆", "全系", "全团", "全辖", "全队"), ""
    ),
}
_SCOPES = frozenset(filter(None, SCOPES.values()))
_OF_A_BODY = re.compile(
    r"(\b(?:meeting|session) of the )"
    r"(?=(?:[a-z]+ )*?(?:leading group|headquarters|task force|committee|joint meeting)\b)"
    rf"(?!(?:{'|'.join(_SCOPES)}|Party|people's)\b|standing committee)"
)
#: where a number and a year go: before the first preposition
BEFORE_TOPIC = re.compile(r"(?= (?:on|of|to|with|in|for) |$)")


_WHOSE_SAID = {
    "法院": "court",
    **dict.fromkeys(("检察机关", "检察院"), "procuratorial"),
    **dict.fromkeys(("公安机关", "公安系统"), "police"),
}
_WHOSE = re.compile(f"^({'|'.join(_WHOSE_SAID)})(?:系统)?(?![院系机和与、及的领干])(?=.{{3}})")
#: 中央 before the name of a conference, not of a body
_NATIONAL = re.compile("^全国(?:“?两会|[文卫双].{1,8}(?:创建|复审|迎检|测评)|人大|政协|人民|妇联|总工会|工商联|党代)")
_CENTRAL = re.compile("^中央(?:经济|农村|城市|人才|民族|统战|外事|政法|人大|政协|金融|财经)工作会议")


@dataclass(frozen=True, kw_only=True, slots=True)
class Specified:
    """What stands around the name of a meeting that does not say what it is about."""

    year: str = ""
    period: str = ""
    scope: str = ""
    ordinal: str = ""
    enlarged: bool = False
    #: "half-year", where the year stands before it: 2025年半年度
    often: str = ""


#: 今年第二次民主协商会
_OF_THE_YEAR = re.compile(rf"^(?:今年|本年度)(?:第({dates.NUMBER})次|首次)")
#: 年度…发放大会; 年度考核 is a word of its own
_ANNUAL = re.compile("^年度(?=.{2})(?!考核|目标|计划|任务|重点|工作|预算|述职|总结|报告|审计|绩效|综合|检查|民主)")
_OFTEN = {"半年度": "half-year", "半年": "half-year", "年中": "mid-year", "月度": "monthly", "季度": "quarterly"}


def _of_the_year(text: str, ordinal: str) -> tuple[str, str, str, str]:
    """(year, number, how often, the rest) of ``今年第二次民主协商会`` and ``年度述职大会``."""
    if found := _OF_THE_YEAR.match(text):
        return "the year", dates.ordinal(dates.han_number(found[1] or "一")), "", text[found.end() :]
    if _ANNUAL.match(text):
        return "", ordinal, "annual", text.removeprefix("年度")
    return "", ordinal, "", text


def specified(text: str, *, national: bool = True) -> tuple[Specified, str]:
    """What is said around a name, and the rest; 全国 stays in the rest unless a meeting may be ``national``."""
    text = _OF_LEVEL.sub(r"\2全\1", text)
    enlarged = _ENLARGED.search(text) is not None
    text = _THEMED.sub(r"\1\2", _ENLARGED.sub("", text))
    year = period = scope = ordinal = often = ""
    if days := _DAYS.match(text):
        scope, text = f"{dates.how_many(days[1])}-day", text[days.end() :]
    for _ in range(4):
        before = text
        if not year:
            year, text = dates.year(text)
        if not year and not often:
            year, ordinal, often, text = _of_the_year(text, ordinal)
        if not period:
            period, text = dates.period(text)
        if not ordinal:
            ordinal, text = dates.session(text)
        found = next((zh for zh in SCOPES if text.startswith(zh)), "") if not scope else ""
        found = "" if found == "全国" and _NATIONAL.match(text) else found
        found = found if national or found != "全国" else ""
        scope, text = (SCOPES[found], text[len(found) :]) if found else (scope, text)
        if found and scope and (whose := _WHOSE.match(text)):  # 全市法院|信访工作会议
            scope, text = f"{scope} {_WHOSE_SAID[whose[1]]}", text[whose.end() :]
        if year and not often and (zh := next((zh for zh in _OFTEN if text.startswith(zh)), "")):
            often, text = _OFTEN[zh], text.removeprefix(zh)
        if text == before:
            break
    said = Specified(year=year, period=period, scope=scope, ordinal=ordinal, enlarged=enlarged, often=often)
    return said, text


def is_great(rest: str) -> bool:
    """``亚运会|新闻发布会``: games that have a number, and what is held for them has none."""
    if re.match("“[^”]+杯”", rest):
        return True
    games = match(rest, 0)
    return games is not None and games.zh.endswith("会") and re.match("the .*[Gg]ames$", games.en) is not None


def is_scoped(text: str) -> bool:
    """True where "the whole city" begins the name of a meeting, which nobody's name then does."""
    scoped = text.startswith(tuple(SCOPES)) and not _NATIONAL.match(text)
    return scoped or _CENTRAL.match(text) is not None or WHICH.match(text) is not None


#: 第三届乡村文化节: no township is called so
WHICH = re.compile(rf"首届|第{dates.NUMBER}届")


def marked(about: str, year: str, ordinal: str, marks: list[str]) -> str:
    """Year, number and scope behind the article: "the 2026 city work meeting on …", "the 3rd meeting of 2026 of …".

    The scope of a body's meeting is the body's: "a meeting of the city leading group on …".
    """
    for scope in (mark for mark in marks if mark in _SCOPES and _OF_A_BODY.search(about)):
        about, marks = _OF_A_BODY.sub(rf"\1{scope} ", about, count=1), [mark for mark in marks if mark != scope]
    marks = [f"({mark})" if ordinal and mark == "enlarged" else mark for mark in marks]  # 第3次（扩大）会议
    noun = re.sub(r"^(?:a|an|the) ", "", about)
    if year and ordinal:
        noun = BEFORE_TOPIC.sub(f" of {year}", noun, count=1)
    told = " ".join([word for word in ("" if year and ordinal else year, ordinal, *marks) if word] + [noun])
    if year or ordinal:
        return f"the {told}"
    return article(told) if marks else about


#: what is drafted or sat for a year, which the year before the name of a meeting is then of
_YEARLY = re.compile("(?:预算|决算)(?:草案)?编制|编制.{0,8}(?:预算|决算)|部门决算|高考|中考|研究生招生考试|公务员招录")
_YEARLY_SAID = re.compile(
    r"(?:\b(?:department|local|central|city|county|provincial|government|comprehensive) )?"
    r"\b(?:budgets?|final accounts|college entrance exam|[a-z ]*school entrance exam)\b"
)


def of_its_year(about: str | None, matter: str, year: str) -> tuple[str | None, str]:
    """``2026年预算编制`` "drafting of 2026 budgets": (what it is about, the year that is left for the meeting)."""
    found = _YEARLY_SAID.search(about) if about and year.isdigit() and _YEARLY.search(matter) else None
    if about is None or found is None:
        return about, year
    return f"{about[: found.start()]}{year} {about[found.start() :]}", ""


#: meetings that no Party group or committee has
_OF_GOVERNMENT = re.compile("^(?:第?[^会]{1,4}届)?(?:第?[^会]{1,4}次)?(?:常务会|办公会|主任会|主席会)")
_ORGANS = re.compile("^[^会]{0,6}?(政府|人大|政协|纪委|委)")
_NAMED = {"政府": "government", "人大": "congress", "政协": "conference", "纪委": "discipline", "委": "Party"}


def is_of_others(text: str, who: str | None) -> bool:
    """True where the second of two meetings is not of whoever holds the first: (县政府党组会议、)常务会议."""
    if not who:
        return False
    if _OF_GOVERNMENT.match(text):
        return "Party" in who
    found = _ORGANS.match(text)
    if found is None:
        return False
    return _NAMED[found[1]] not in who or ("Party group" in who and found[1] in {"政府", "人大", "政协"})


def scope_before(matter: str) -> str:
    """``市`` of 市食品安全联席会议: "city"; empty where no level stands before the matter."""
    level = levels().get(matter[:1], ("", ""))[1]
    is_of_body = re.match("[省市县区镇乡街村委]", matter[1:]) or _TITLE.match(matter[1:])
    return "" if is_of_body else AS_ADJECTIVE.get(level, level)


#: 省文明城市测评, 市文明单位创建: the level is of the title
_TITLE = re.compile(
    "(?:级|示范)?(?:文明|卫生|双拥|园林|森林|生态|平安|健康|食品安全|示范|模范|全域旅游|历史文化|节水|无废)"
    ".{0,10}(?:城市|县城|城|市|县|区|镇|村|单位|校园|社区|家庭|街区|机关|高中|中学|小学|幼儿园|医院|园区|景区)(?!管理|规划|建设|治理|更新)"
)

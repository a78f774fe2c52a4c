"""Title, dates, source, place and kind of a text: only what the page states.

A related-links list has titles and stamps too, so only the lines before the body and the credits after it are read.
The one value that is built is the title of a meeting report that has none (place + 召开 + meeting, from its lead), and
it is marked so (``title_basis = "lead"``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digest.text import notices, titles
from digest.text.clean import Cleaned, Line, kind
from digest.text.deadline_dates import parse_day
from digest.text.script import han_count

_SOURCE_END = r"(?=\s*(?:(?:作者|编辑|责任编辑|责编|记者|通讯员|发布|时间|日期|浏览|点击|阅读|审核)(?:时间|日期|人|量|次数)?\s*[：:]|字体|字号|打印|分享|我要|收藏|评论|A-|\d{4}[-年/.]|[|丨【（(]|$))"
_SOURCE = re.compile(rf"(?:信息|文章|稿件)?(?:来源|稿源)[ ]*[：:][ ]*(?P<source>[^：\s][^：]*?){_SOURCE_END}")
_STAMP = re.compile(r"(?P<y>20\d{2})[-/.年] ?(?P<m>\d{1,2})[-/.月] ?(?P<d>\d{1,2})(?!\d)")
_LABELLED_STAMP = re.compile(r"(?:发布|发表|更新|成文)?(?:时间|日期)[ ]*[：:][ ]*" + _STAMP.pattern)
#: 云溪融媒 2026-11-03 08:16 阅读 2046: a line above the body with a day and perhaps an outlet, and no label
_BARE_STAMP = re.compile(
    r"^(?:(?P<before>(?!时间|日期|更新|发布)[\u4e00-\u9fff]{2,12})\s+)?(?P<y>20\d{2})[-/.年](?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})日?"
    r"(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?(?:\s+(?P<after>(?!阅读|浏览|点击|第|访问|星期|字号)[\u4e00-\u9fff]{2,12}))?(?:\s+(?:阅读|浏览|点击|第|访问|星期)[^。]{0,14})*$"
)
#: 20260303 09:20:00
_COMPACT_STAMP = re.compile(r"^(?P<y>20\d{2})(?P<m>[01]\d)(?P<d>[0-3]\d) \d{2}:\d{2}(?::\d{2})?$")
#: 青屏日报 on a line of its own above the body
_OUTLET = re.compile(
    r"^[\u4e00-\u9fff]{2,10}(?:日报|晚报|早报|晨报|新闻网|人民网|新华网|政府网|融媒体中心|融媒|广播电视台|电视台)$"
)
#: a day of the lead that is no deadline
_EVENT = re.compile(
    r"(?<![于到至截自从])(?:(?P<y>20\d{2})年)?(?P<m>\d{1,2})月(?P<d>\d{1,2})日(?![前起止]|之前|以前|以来)"
)
_SPEECH = re.compile(r"强调|指出|要求|明确|提出|部署")
_DISCLAIMER_OWNER = re.compile(r"^(?P<owner>[\u4e00-\u9fff]{2,8}(?:网|报|报社|电视台|融媒|在线))(?:免责声明|版权声明)")
#: 来源:时间 :2026-06-01: the outlet is left out
_NEXT_LABEL = re.compile(r"\s*(?:发布)?(?:时间|日期|作者|编辑|记者|字号|浏览|点击)")
#: □本报记者 甲 通讯员 乙 报道: who wrote it
_BYLINE = re.compile(r"[□■◇○]?\s*(?:本报|本网|本台|特约)?(?:记者|通讯员)[\s:：]|[□■◇○]\s*(?:本报|本网|本台)")
#: 某市人民政府办公室 alone is who published it
_BARE_ORGAN = re.compile(r"[\u4e00-\u9fff]{2,24}(?:人民政府|办公室|办公厅|委员会|局|厅)$")
_CHANNEL = re.compile(r"^\d{4}年?专题$|(?:频道|专栏|专题|栏目|首页|要闻|动态|资讯)$|^[\u4e00-\u9fff]{2,20}文件$")
_DAY_FIRST = re.compile(
    r"^(?:(?:20\d{2}年)?(?:\d{1,2}月)?\d{1,2}日[至、—-]?)+(?:上午|下午|晚上?)?|^(?:近日|日前|今天|昨天)"
)
_UNIT = r"(?:自治区|自治州|地区|省|市|州|盟|新区|开发区|高新区|区|县|旗)"
_PLACE = re.compile(
    rf"(?:[\u4e00-\u9fff]{{2,3}}(?:省|自治区))?[\u4e00-\u9fff]{{1,4}}?{_UNIT}(?!长|政府办)(?:[\u4e00-\u9fff]{{1,3}}(?:新区|区|县|旗|市)(?!长))?"
)
_PROVINCES = "河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾"
_NOT_A_PLACE = re.compile(
    rf"^(?!(?:{'|'.join(_PROVINCES.split())})省)[\u4e00-\u9fff]*省"  # a word that happens to end in 省
    r"|^(?:副|成立|召开|全|各|本|我|该|两|辖|一线|十|按照|根据|要求|推进|开展|研究|审议|听取|部署|加强|加快|做好|抓好|认真|传达|学习|落实|贯彻|主持|经|针对|据|在|从|对|就|为|由|会同|超大|特大|建设|创建|打造)"
    r"|^[县区市省州原]|[丨副]|^(?:广大|因|各位|拟|凡)|(?:社区|小区|辖区)$|^(?:地|景|园|灾|片|城|街|山|库|老|校|厂|牧|林|专|超|都|夜|股|楼|门|菜|户)[区市]$|棚户区|文明城市$|卫生城市$|全[市县区省]$"
)
_BULLETIN = re.compile(r"第[一二三四五六七八九十百\d]+期|简报|快报|周报|专报")
_INSPECTION = re.compile(r"调研|督导|检查|走访|慰问|考察|暗访|督查|视察|巡查|看望")
_APPOINTMENT = re.compile(r"任前公示|任免|任职|任命|免去|拟任|当选")
_GATHERING = re.compile(r"会议|(?:推进|调度|部署|动员|座谈|常委|常务|全体|专题|现场|工作)会")


@dataclass(frozen=True, kw_only=True, slots=True)
class Metadata:
    """What the page says of itself; None where it says nothing."""

    title: str | None
    title_basis: str | None
    published: str | None
    event_date: str | None
    source: str | None
    place: str | None
    doc_type: str


def read_metadata(page: Cleaned) -> Metadata:
    """Read the metadata of a cleaned page."""
    lead = page.body[0] if page.body else ""
    stated = _title(page.head, "".join(page.body)[:400])
    doc_type = _doc_type(stated, page)
    published = _published(page)
    event = None if doc_type == "bulletin" else _event_date(lead, published)
    place = _place(stated or "", lead, page.body)
    built = None if stated else titles.build(page.body, place)
    return Metadata(
        title=stated or built,
        title_basis="stated" if stated else "lead" if built else None,
        published=published,
        event_date=event,
        source=_source(page),
        place=place,
        doc_type=doc_type,
    )


def _title(head: Sequence[str], lead: str) -> str | None:
    """The first line before the body that can be a title, unless a later one tells far more of the lead."""
    found = tuple(_possible_titles(head))
    told = [_told_of(title, lead) for title in found]
    best = max(told, default=0.0)
    if best >= 0.5 and told[0] < best / 4:
        return found[told.index(best)]  # 您好，欢迎来到信用青屏 ‖ 我市召开信用建设会议
    return found[0] if found else None


def _told_of(title: str, lead: str) -> float:
    """Share of the pairs of neighbouring characters of a title that stand in the lead."""
    pairs = [title[i : i + 2] for i in range(len(title) - 1)]
    return sum(pair in lead for pair in pairs) / max(1, len(pairs))


def _possible_titles(head: Sequence[str]) -> Iterator[str]:
    """Lines that can be a title: a channel label, a caption or a file name is none."""
    first = True
    for number, line in enumerate(head):
        text = re.sub(r"^(?:原标题|标题|题)[：:]\s*", "", line).strip()
        bracketed = text.startswith("（") and text.endswith("）")
        if whole := _long_title(head[number:]):
            yield whole
            continue
        none = _CHANNEL.search(text) or _BYLINE.match(text) or _BARE_ORGAN.match(text)
        if kind(text) in {Line.META, Line.JUNK, Line.RELATED} or bracketed or none:
            continue
        if han_count(text) >= 7 and not re.search(r"\.(?:jpe?g|png|gif)|微信图片|现场$|供图$", text):
            if not first and line.startswith("原"):
                continue  # 原标题：, below the title that this outlet gave
            first = False
            second = head[number + 1] if number + 1 < len(head) else ""
            # 某某调研供热工作时强调 ‖ 把温暖送到群众家门口: a headline in two lines
            runs_on = re.search(r"(?:强调|指出|要求|表示)[：:]?$", text) and kind(second) is Line.SHORT
            headline = re.sub(r"(?<=.{8}召开)(?:传达|学习|研究|部署|听取).*$", "", text)  # and deck in one line
            yield f"{text} {second}" if runs_on else headline.rstrip("。")


def _long_title(lines: Sequence[str]) -> str | None:
    """The title of a notice that takes several lines: 云溪县水利局、 ‖ 云溪县应急管理局 ‖ 关于做好防汛工作的通知."""
    for size in range(2, 5):
        *first, last = lines[:size]
        unfinished = all(notices.opens_title(line) for line in first) or (first and "关于" in first[0])
        whole = "".join(lines[:size])
        if size <= len(lines) and first and unfinished and "关于" in whole and notices.TITLE.search(last):
            return None if notices.TITLE.search(lines[0]) else whole
    return None


def _published(page: Cleaned) -> str | None:
    """The page's own stamp: labelled before unlabelled, above the body before below it."""
    below = [line for line in page.foot[:12] if kind(line) is Line.META]
    for pattern in (_LABELLED_STAMP, _STAMP):
        for line in (*page.head, *below):
            unlabelled_elsewhere = pattern is _STAMP and kind(line) is not Line.META
            if (match := pattern.search(line)) and not unlabelled_elsewhere:
                return _iso(match)
    bare = (m for line in page.head for pattern in (_BARE_STAMP, _COMPACT_STAMP) if (m := pattern.match(line)))
    match = _STAMP.search(page.dateline or "") or next(bare, None)
    match = match or next(filter(None, map(_COMPACT_STAMP.match, page.foot[:12])), None)
    return _iso(match) if match else None


def _iso(day: re.Match[str]) -> str | None:
    """The day, None for one that no calendar has."""
    iso = f"{day['y']}-{int(day['m']):02}-{int(day['d']):02}"
    return iso if parse_day(iso) else None


def _event_date(lead: str, published: str | None) -> str | None:
    """The first day named in the lead; its year is the text's own, else that of the stamp (the year before for a day after it)."""
    speech = _SPEECH.search(lead)
    match = _EVENT.search(lead[: min(160, speech.start() if speech else 160)])
    if not match or not (1 <= int(match["m"]) <= 12 and 1 <= int(match["d"]) <= 31):
        return None
    day = f"{int(match['m']):02}-{int(match['d']):02}"
    if not parse_day(f"2024-{day}"):  # 11月31日; a leap year has every day
        return None
    if match["y"] or published:
        year = int(match["y"]) if match["y"] else int((published or "")[:4]) - (day > (published or "")[5:])
        return f"{year}-{day}" if parse_day(f"{year}-{day}") else None
    return f"--{day}"


def _source(page: Cleaned) -> str | None:
    credits_below = [line for line in page.foot if kind(line) is Line.META][:8]
    for line in (*page.head, *credits_below):
        if (match := _SOURCE.search(line)) and not _NEXT_LABEL.match(match["source"]):
            return match["source"].strip(" 　《》")
    if outlet := next((line for line in page.head if _OUTLET.match(line)), None):
        return outlet
    stamps = [match for line in page.head if (match := _BARE_STAMP.match(line))]
    stamped = (str(match["before"] or match["after"] or "") for match in stamps)
    named = (*page.sources, *page.outlets, *filter(None, stamped))
    if named:
        return named[0]
    for line in page.foot:
        if match := _DISCLAIMER_OWNER.match(line):
            return match["owner"]
    return None


def _place(title: str, lead: str, body: Sequence[str]) -> str | None:
    """The place as stated: opening the title or a clause of the lead, else the one that the body names most."""
    first = _DAY_FIRST.sub("", re.split("。", lead, maxsplit=1)[0])
    for clause in (*re.split(r"[：，——丨｜\s]+", title), *first.split("，")):
        if (match := _PLACE.match(clause)) and not _NOT_A_PLACE.search(match[0]):
            return match[0]
    names = [n for p in body for n in re.findall(r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,3}(?:市|县|区)", p)]
    counts = {n: names.count(n) for n in names if not _NOT_A_PLACE.search(n)}
    best = max(counts, key=lambda n: counts[n], default=None)
    return best if best and counts[best] >= 2 else None


def _doc_type(title: str | None, page: Cleaned) -> str:
    body = page.body
    lead = body[0] if body else ""
    title = title or ""
    if _APPOINTMENT.search(title):
        return "appointment"
    if notices.is_notice(title, body, page.foot):
        return "notice"
    if _BULLETIN.search(title) or sum(kind(p) is Line.HEADING and p.startswith("【") for p in body) >= 2:
        return "bulletin"
    if _INSPECTION.search(title) or (not _GATHERING.search(lead[:120]) and _INSPECTION.search(lead[:120])):
        return "inspection"
    if _GATHERING.search(title) or _GATHERING.search(lead[:160]):
        return "meeting news"
    return "other"

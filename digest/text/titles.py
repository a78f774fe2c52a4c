"""The title of a report that has none, from the words of its lead: who held which meeting, or who went where.

Nothing is added to what the lead says; a title so built is marked (``title_basis = "lead"``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.text.directives.people import Officials

#: characters of the body in which a meeting or a visit is looked for
_LEAD = 600
_MEETING = (
    r"(?:(?:工作)?(?:推进|调度|周调度|部署|动员|座谈|协调|联席|专题|现场|视频|电视电话|通报|总结|分析|研讨|培训|启动|誓师|述职|表彰|宣贯|全体|常务|扩大|工作)*(?<!委员)(?<!常委)会议?"
    r"|全会|论坛|仪式)"
)
_HELD = re.compile(
    rf"(?P<who>[^，。]{{2,80}}?)(?:立即|迅速|随即|组织|主持|共同)?(?P<verb>召开|举行|举办)(?:了)?(?P<what>[^，。]{{0,60}}?{_MEETING}(?:（扩大）)?)(?=[，。]|$)"
)
_WAS_HELD = re.compile(
    rf"(?P<what>[^，。]{{4,60}}?{_MEETING})(?:在(?P<where>[^，。]{{2,15}}?))?(?:召开|举行)(?=[，。]|$)"
)
#: when something happened, wherever it stands in a clause: 近日, 今天（10日）下午, 7月28日
_WHEN = re.compile(
    r"(?:(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:至\d{1,2}日)?|近日|日前|今天|昨天|今日|昨日)(?:（[^）]{2,10}）)?(?:上午|下午|晚上?|中午|凌晨)?"
)
_PERSON = re.compile(r"书记|[市县区镇乡省州局厅处科部院校会]长|主任|主席")
#: 云川省委常委、青屏市委书记: the place of the last office is where the chair presides
_SEAT = re.compile(
    r"(?:^|、|，)(?P<place>[\u4e00-\u9fff]{2,8}?(?:自治区|自治州|省|市|州|盟|区|县|旗))(?:委(?:副?书记|常委)|长)"
)
#: the office in which somebody chairs, where no place is named: 区委书记 for 区委, 区长 for 区政府
_OFFICE = re.compile(r"(?P<party>[省市县区州]委)书记|(?<!副)(?P<government>[省市县区州])长(?!助理)")
#: a meeting whose name says whose it is
_OWN_BODY = re.compile(r"政府|党组|人大|政协")
#: 云溪市委常委会举行会议
_COMMITTEE = re.compile(
    r"^(?P<place>[\u4e00-\u9fff]{2,8}?)(?P<level>[省市县区州])(?P<body>委常委会|委全面深化改革委员会|政府党组)$"
)
_HELPERS = re.compile(r"(?<=.{3})(?:联合|组织|会同|邀请|在)[^，]*$")
#: 某某（近日）在某地调研（防汛工作）时强调
_VISITED = re.compile(
    r"(?:先后|深入|实地|专程)*(?:在|到|赴|来到)(?P<where>[^，。在到]{2,24}?)(?:，?实地|，?专题|，?现场|开展)?(?P<what>调研|考察|督导|检查|督查|视察|慰问|走访|看望)"
    r"(?P<topic>[^，。]{2,20}?(?:工作|情况|建设))?(?:时|中)?(?=[，。]|强调|指出|要求)"
)


def build(body: Sequence[str], place: str | None) -> str | None:
    """Place + 召开 + meeting, else who visited where; None where the lead tells of neither.

    >>> build(["11月2日，县长赵山主持召开防汛工作调度会，部署值守。"], "云溪县")
    '云溪县召开防汛工作调度会'
    >>> build(["11月2日，县长赵山在石桥镇调研防汛工作时强调，要落实责任。"], "云溪县")
    '赵山在石桥镇调研防汛工作'
    """
    first, *later = re.split(r"[。；\n]", "\n".join(body)[:_LEAD])
    return _meeting(first, place) or _visit(first) or next(filter(None, (_meeting(s, place) for s in later)), None)


def _meeting(sentence: str, place: str | None) -> str | None:
    for part in re.split(r"[，：]", sentence):
        clause = _WHEN.sub("", part).strip()
        if match := _HELD.match(clause):
            return _of_host(match["who"], match["verb"], match["what"], place)
        if match := _WAS_HELD.match(clause):
            where = re.search(r"[\u4e00-\u9fff]{2,3}[市县区]$", match["where"] or "")
            host = where[0].removeprefix("省") if where else place if place and place not in match["what"] else None
            return f"{host}召开{match['what']}" if host else f"{match['what']}召开"
    return None


def _of_host(who: str, verb: str, what: str, place: str | None) -> str:
    if committee := _COMMITTEE.match(who) if what == "会议" else None:
        return f"{committee['place']}{committee['level']}召开{committee['level']}{committee['body']}{what}"
    seats = _SEAT.findall(who)
    if _PERSON.search(who):  # the meeting is the place's, whoever presides
        host = seats[-1] if seats else place or _office(who, what)
        return f"{host}召开{what.removeprefix(host)}" if host else f"{what}召开"
    host = _HELPERS.sub("", who)
    if len(host) > 24 or "、" in host:
        return f"{place}召开{what}" if place else f"{what}召开"
    return f"{host}{verb}{what.removeprefix(host)}"


def _office(chair: str, meeting: str) -> str | None:
    office = _OFFICE.search(chair)
    if not office or _OWN_BODY.search(meeting):
        return None
    return office["party"] or f"{office['government']}政府"


def _visit(sentence: str) -> str | None:
    sentence = _WHEN.sub("", sentence)
    for visit in _VISITED.finditer(sentence):
        if who := Officials(sentence).subject_of_sentence(visit.start()):
            return f"{who.name}在{visit['where']}{visit['what']}{visit['topic'] or ''}"
    return None

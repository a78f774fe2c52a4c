"""A meeting and its matter: ``散煤治理工作推进会`` "a meeting to advance work on loose-coal control"."""

from __future__ import annotations

import re
from dataclasses import replace

from digest.translate.officialese.headlines.agenda import HOW, is_agenda, item, words_and_meeting
from digest.translate.officialese.headlines.bodies import body, holders
from digest.translate.officialese.headlines.campaigns import committee, topic
from digest.translate.officialese.headlines.congresses import congress, from_session
from digest.translate.officialese.headlines.endings import ONLY_KINDS, Ending, before, endings, is_no_matter
from digest.translate.officialese.headlines.events import great_event, named_by_places, with_places
from digest.translate.officialese.headlines.guests import with_people
from digest.translate.officialese.headlines.marks import (
    BEFORE_TOPIC,
    SCOPES,
    WHICH,
    Specified,
    is_great,
    is_of_others,
    is_scoped,
    marked,
    of_its_year,
    scope_before,
    specified,
)
from digest.translate.officialese.headlines.mottoes import theme
from digest.translate.officialese.headlines.occasions import class_of, feast
from digest.translate.officialese.headlines.parts import each, is_inside, the
from digest.translate.officialese.headlines.persons import one_post
from digest.translate.officialese.headlines.teams import inspection
from digest.translate.officialese.headlines.whomeets import A_MEETING, meets, of_body, of_party
from digest.translate.officialese.headlines.whose import is_themselves, meant_by
from digest.translate.officialese.names import dates
from digest.translate.officialese.names.organs import organ
from digest.translate.officialese.nouns.compound import joined
from digest.translate.officialese.words.lexicon import cut, match, section
from digest.translate.officialese.words.morphology import gerund, plain, with_quality

#: two meetings in one sentence: behind the end of the first
_JOINT = re.compile(r"暨|(?:(?<=会)|(?<=会议)|(?<=仪式)|(?<=典礼)|(?<=训班))[、和与及并](?=.*[会议式礼坛班]$)")
#: 全体扩大、廉政工作会议: the first of two meetings
_PLENARY = re.compile("^全体(?:扩大|（扩大）)(?:会议)?([、暨和及]|$)")
_SEASONS = {"春季": "spring", "夏季": "summer", "秋季": "autumn", "冬季": "winter"}
#: a list of a meeting's ends in these
_ENDS = ("会", "会议", "仪式", "典礼", "论坛", "班", "活动", "大赛", "节")


_HONOUR = ("表彰大会", "表彰会", "表彰会议", "命名大会", "颁奖大会")


def meetings(text: str, who: str | None) -> str | None:
    """One meeting, or several held together (暨); ``who`` holds it, in English."""
    if of_a_term := congress(text):
        return of_a_term  # of two congresses too
    text = _PLENARY.sub(r"全体（扩大）会议\1", text)
    whole = _meeting(text, who)
    joints = [found for found in _JOINT.finditer(text) if not is_inside(text, found.start())]
    if not joints or (whole and not any(_is_event(text[: joint.start()]) for joint in joints)):
        return whole
    for joint in joints:
        first, second = text[: joint.start()], text[joint.end() :]
        if second.endswith(_HONOUR) and not _is_event(first):
            return _meeting(f"{first}、{second}", who)  # 自强模范暨助残先进表彰大会: one meeting for both
        one = next((said for end in _ends_of(first, second) if (said := _meeting(first + end, who))), None)
        other = _second(second, who) if one else None
        if one and other:
            return f"{one} and {other}"
    return None


_PLACE = re.compile("(?:City|County|District|Banner|Prefecture|Town|Township|Subdistrict)$")


def _second(text: str, who: str | None) -> str | None:
    """The second of two meetings: of whoever holds the first, or of a body of the place that holds both."""
    if not is_of_others(text, who):
        return meetings(text, who)
    return _of_somebody(text) if who and _PLACE.search(who) else None


def _ends_of(first: str, second: str) -> tuple[str, ...]:
    """What the first of two meetings lacks: ``集中开工暨签约仪式``."""
    return ("", "会议")[not first.endswith(_ENDS) :] if not second.endswith("仪式") else ("", "仪式", "会议")


def _is_event(text: str) -> bool:
    """A meeting by its end, or a whole line of the list: 集中学习."""
    return text.endswith((*_ENDS, *ONLY_KINDS)) or any(not matter for matter, _ in endings(text))


#: whoever has a level of local government in their name holds no national meeting
_LOCAL = re.compile(r"\b(?:City|County|District|Town|Township|Subdistrict|Village|Prefecture|city|county|district)\b")


#: 监管企业|2025年上半年|经济运行分析会
_WHEN_INSIDE = re.compile(
    r"^([^年届第]{2,14}?)(20\d\d年(?:度|[上下]半年|前?[一二三四]季度|第[一二三四]季度)?)(?![以底初前后第末])(.{3,})$"
)


#: 2025年|第三次|经济运行分析会; a census of the country has a number of its own
_COUNTED = re.compile(rf"^(?:(20\d\d)年度?)?第({dates.NUMBER})次(?!全国|青藏|.*(?:普查|国土调查|土地调查))(.{{4,}})$")


def _meeting(text: str, who: str | None) -> str | None:
    if said := congress(text) or _in_order(text, who):
        return said
    if (counted := _COUNTED.match(text)) and (said := _in_order(counted[3], who)) and re.match("an? ", said):
        return marked(said, counted[1] or "", dates.ordinal(dates.han_number(counted[2])), [])
    moved = _WHEN_INSIDE.sub(r"\2\1\3", text)
    return _in_order(moved, who) if moved != text else None


def _in_order(text: str, who: str | None) -> str | None:
    if who and "全国" in text and _LOCAL.search(who) and (here := _as(text, who, national=False)):
        return here
    return _as(text, who, national=True)


_CUP = re.compile("第\\d+届“[^”]+杯”")


def _as(text: str, who: str | None, *, national: bool) -> str | None:
    if session := from_session(text):
        assigned = _as(session[1], None, national=national)
        return f"{assigned}{session[0]}" if assigned else None
    said, rest = specified(text, national=national)
    if said.ordinal and (_PREPARED.match(rest) or is_great(rest)):  # the number of what is prepared
        said, rest = replace(said, ordinal=""), f"第{said.ordinal[:-2]}届{rest}"
    if name := great_event(rest):
        return marked(name, said.year, said.ordinal, [])
    if named := named_by_places(rest):
        event = with_places(_as(named[1], None, national=national) or "", named[0])
        return marked(event, said.year, said.ordinal, []) if event else None
    if ceremony := _ceremony(text):
        return ceremony
    for matter, ending in endings(rest):
        if (
            _NUMBERED.match(text)
            and not _CUP.match(rest)
            and ((matter.endswith(_SHOWS) and not feast(matter)) or (said.ordinal and "ceremony" in ending.about))
        ):
            continue  # 首届…大赛启动仪式: the number is of what it opens
        if english := _with_matter(matter, ending, said, who):
            return english
    return _to_do(text, who)


#: 第十届运动会|筹备工作会议
_PREPARED = re.compile(r"^.{2,16}(?:筹备|筹办|备战|参赛|组委会|筹委会|执委会)")


def _with_matter(matter: str, ending: Ending, said: Specified, who: str | None) -> str | None:
    ordinal, matter = dates.numbered(matter, bare=ending.is_of_body or ending.about == A_MEETING)
    ending, matter = of_party(ending, matter)
    year, period = said.year, said.period
    if not year:
        year, matter = dates.year(matter, end=True)
    owner, matter = (
        ("", matter) if meets(ending) or organ(matter) or committee(matter) or body(matter) else _owner(matter)
    )
    behind, shorter = dates.period(matter, end=True) if not period else ("", matter)  # 平安建设工作三季度推进会
    about = _about(ending, shorter.removesuffix("工作"), who, number=bool(ordinal)) if behind and shorter else None
    period = behind if about else period
    about = about or _about(ending, matter, who, number=bool(ordinal))
    about, year = of_its_year(about, matter, year)
    if about is None and ordinal and matter.endswith("工作"):  # 防汛工作第三次调度会
        about = _about(ending, matter.removesuffix("工作"), who, number=True)
    if about is None and behind:
        period, about = behind, _about(ending, shorter, who, number=bool(ordinal))
    if about is None and not said.scope and (scope := scope_before(matter)):
        inner = replace(said, scope=scope, ordinal=ordinal or said.ordinal, year=year or said.year)
        return _with_matter(matter[1:], ending, inner, who)
    if about is None:
        return None
    marks = [mark for mark in (said.scope, "enlarged" if said.enlarged else "", said.often) if mark]
    told = marked(about, "" if period else year, ordinal or said.ordinal, marks)
    if owner and owner != who:
        told = BEFORE_TOPIC.sub(f" of {owner}", told, count=1)
    when = dates.whole_period(period, year)
    is_then = _OF_A_TIME.search(ending.about) and " to " not in when
    return f"{told}{when.replace(' for ', ' in ', 1) if is_then else when}"


#: how it was in a time, and not a meeting for that time
_OF_A_TIME = re.compile(r"^a meeting to (?:analyse|assess)\b")
#: whose meeting it is, before its matter: 县委农村工作会议
_OWNERS = re.compile(
    r"^[省市县区镇]?(?:委|政府|人大|政协)(?=.{2})(?!员|托|会|网|办|统(?!一战线|战工作)|宣(?!传)|组(?!织工作)|常|党|代表|工作报告)"
)


#: 全县教育系统学习…精神会议
_SYSTEM = re.compile("^.{2,14}?系统(?=学习|传达|贯彻|开展|落实)")


def _owner(matter: str) -> tuple[str, str]:
    found = _OWNERS.match(matter) or _SYSTEM.match(matter)
    word = match(matter, 0) if found else None
    if found is None or (word and len(word.zh) > len(found[0])):  # 政府采购
        return "", matter
    owner, rest = organ(found[0]) or body(found[0]), matter[found.end() :]
    return (owner, rest) if owner and (topic(rest) or _spirit(rest)) else ("", matter)


def _ceremony(text: str) -> str | None:
    """``第三届运动会开幕式``: a ceremony of what is itself an event, whose number and year it is."""
    is_marked = _NUMBERED.match(text) is not None
    for matter, ending in endings(text):
        opens = _opens(ending)
        is_event = matter.endswith(_EVENTS if opens else _SHOWS) and (opens or is_marked)
        event = _event(matter) if is_event else None
        if event:
            about = the(ending.about) if opens else ending.about
            return f"{about} {the(event)}"
    return None


def _event(text: str) -> str | None:
    """``首届青川大学创新大赛`` "the 1st innovation competition of Qingchuan University"."""
    which, rest = dates.session(text)
    event = _of_somebody(rest) if which else None
    return _of_somebody(text) or (marked(event, "", which, []) if event else None)


#: what the number or the year belongs to: 第三届文化节|新闻发布会
_NUMBERED = re.compile(rf"{WHICH.pattern}|20\d\d")
#: what is opened with a ceremony of its own
_SHOWS = ("运动会", "博览会", "交易会", "展览会", "赛", "节", "展", "展览", "论坛", "演练", "比武")
_EVENTS = (*_SHOWS, "会", "班")


def _opens(ending: Ending) -> bool:
    return ending.is_of_body and re.search("ceremony|session|launch|preparatory", ending.about) is not None


#: 青川大学党委书记任职宣布(大会)
_APPOINTMENT = re.compile("^(?:宣布)?(.{2,30}?)任职(?:命令|决定)?(?:宣布)?$")


def _about(ending: Ending, matter: str, who: str | None, *, number: bool) -> str | None:
    """The English of an ending with its topic; a body's own meeting names it once."""
    if not matter or matter in _SEASONS or is_themselves(matter, who):
        return with_quality(_SEASONS[matter], ending.alone) if matter in _SEASONS else ending.alone
    leavers = class_of(matter) if "ceremony" in ending.about else None
    if leavers or is_no_matter(ending, matter):
        return f"{ending.alone} for {leavers}" if leavers else None
    if (meeting := of_body(ending, matter, who, number=number)) is not None or _OF_A_BODY.search(ending.about):
        return meeting
    if ending.about.endswith((" on", " in")) and (said := with_people(ending, matter)) is not None:
        return said or None
    if occasion := _occasion(ending, matter, who):
        return f"{ending.alone} {occasion}"
    said = meant_by(matter, who) or _spirit(matter) or inspection(matter) or topic(matter) or theme(matter)
    said = None if _APPOINTMENT.match(matter) else said
    about = f"{ending.alone} marking" if said and _MARKED.match(said) else before(ending.about, said or "")
    return f"{about} {said}" if said else None


def _occasion(ending: Ending, matter: str, who: str | None) -> str | None:
    """``教师节``, ``青川大学党委书记任职宣布``: what a meeting is held for."""
    if ending.about.endswith(" on") and (day := feast(matter)):
        return f"for {day}"
    named = _APPOINTMENT.match(matter)
    post = one_post(named[1]) if named and not (who and re.search("Party (?:committee|group)", who)) else None
    return f"to announce the appointment of the {post}" if post else None


_OF_A_BODY = re.compile("of the (?:standing committee|leading Party group) of")
#: 庆祝建党百年表彰大会: why it is held
_MARKED = re.compile(r"the \d+(?:st|nd|rd|th) (?:anniversary|[A-Z](?!.*Games$))")


_SPIRIT = re.compile(
    "^(传达学习贯彻|学习传达贯彻|传达贯彻落实|学习贯彻落实|传达学习|学习传达|学习贯彻|传达贯彻|学习宣传贯彻|传达|学习|贯彻落实|贯彻)?((?:(?!学习|传达|贯彻).)+(?:会议|大会|全会|座谈会))精神$"
)


def _spirit(text: str, *, infinitive: bool = False) -> str | None:
    """``传达学习中央农村工作会议精神``: the guiding principles of a meeting that is named."""
    found = _SPIRIT.match(text)
    verb = cut(found[1]) if found and found[1] else ()
    reading = None if found is None or verb is None else _at_levels(found[2]) or _of_somebody(found[2])
    if reading is None:
        return None
    what = f"the guiding principles of {the(reading)}"
    done = verb[0].en if verb else ""
    return f"{done if infinitive else gerund(done)} {what}".strip()


_LEVELS = re.compile("^((?:(?:全国|全省|全市|全区|全县|全州|中央)[、和])+)(?=全[省市县区州])")


def _at_levels(text: str) -> str | None:
    """``全国、全省教育大会`` "the national and provincial conferences on education"."""
    found = _LEVELS.match(text)
    last = _of_somebody(text[found.end() :]) if found else None
    named = re.match("an? ([a-z-]+) (.*?)(meeting|conference|session)", last) if last else None
    if found is None or last is None or named is None:
        return None
    levels = [SCOPES.get(level, "central") for level in re.split("[、和]", found[1].rstrip("、和"))]
    return f"the {joined([*levels, named[1]])} {named[2]}{named[3]}s{last[named.end() :]}"


def _of_somebody(text: str) -> str | None:
    """``省委农村工作会议``, ``云岭县防汛工作会议``: a meeting with whose it is."""
    for holder, rest in () if is_scoped(text) else holders(text):
        if meeting := meetings(rest, holder):
            return BEFORE_TOPIC.sub(f" of {holder}", meeting, count=1)
    return meetings(text, None)


def _to_do(text: str, who: str | None) -> str | None:
    """``会议研究防汛工作`` "a meeting to study flood control work"."""
    for at in range(len(text) - 2, 1, -1):
        is_end = text[:at].endswith(("会", "会议", "会上")) and text[at] != " " and is_agenda(text[at:])
        if is_end and (reading := to_do(text[at:])) and (held := _as(text[:at], who, national=True)):
            return None if " to " in held else f"{held} to {reading}"
    return None


def deed(text: str) -> str | None:
    """``研究防汛工作`` as an infinitive whose verbs are marked."""
    known = text in section("meetings.txt", "deeds")
    text = text if known else HOW.sub("", text)
    if (both := words_and_meeting(text, deed)) is not None:
        return both or None
    return (None if known else _spirit(text, infinitive=True)) or item(text, _of_somebody)


def to_do(text: str) -> str | None:
    """``研究防汛工作，部署春耕工作`` "study flood control work and plan spring ploughing work"."""
    said = deeds(text)
    return joined([plain(reading) for reading in said]) if said else None


def deeds(text: str) -> list[str]:
    """What a meeting did, as infinitives whose verbs are marked; empty unless all of it is understood."""
    text = re.sub("我[省市县区镇](?=贯彻)", "", text)
    parts = [
        part
        for part in re.split(r"[，,；;\s]|(?<=精神)(?=研究|部署|安排|审议)|并(?=答|回答|发布|通报|宣读|签|颁)", text)
        if part
    ]
    return each(parts, deed)

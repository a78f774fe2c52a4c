"""One piece of news: who held which meeting."""

from __future__ import annotations

import re

from digest.translate.officialese.headlines.attending import WITH, attended, event_of, held_at, perhaps_held_by
from digest.translate.officialese.headlines.bodies import body, holders
from digest.translate.officialese.headlines.campaigns import people, topic
from digest.translate.officialese.headlines.marks import is_scoped
from digest.translate.officialese.headlines.meetings import deed, meetings
from digest.translate.officialese.headlines.parts import any_of, the
from digest.translate.officialese.headlines.persons import are_several, is_person, who
from digest.translate.officialese.headlines.sessions import own
from digest.translate.officialese.headlines.visits import toured, visit
from digest.translate.officialese.names import dates
from digest.translate.officialese.names.names import is_name
from digest.translate.officialese.names.organs import office
from digest.translate.officialese.names.pinyin import person
from digest.translate.officialese.words.lexicon import kind
from digest.translate.officialese.words.morphology import plain, present

_FED_BACK = re.compile("^(.+?[组团委办])向(.{2,24}?)反馈(.{2,20}?)(?:的?(?:情况|意见|结果|问题))+$")
_QUICKLY = (
    "(?:专门|随即|随后|接续|立即|迅速|及时|紧急|第一时间|近日|隆重|成功|顺利|圆满|正式|胜利|连夜|今日|今天|昨日)?"
)
_HELD = re.compile(
    rf"(?P<will>将|拟)?{_QUICKLY}(?P<chair>主持|牵头)?(?:组织)?(?P<verb>召开|举行|举办|开展|承办)(?:了)?(?!以来)"
)
_OPENED = re.compile(r"(?:隆重|成功|顺利|圆满|正式|胜利)?(开幕|闭幕|开班|开赛|开营|开讲|结业|启动|结束)$")
#: events that are "carried out"; what else stands behind 开展 is no event
_CARRIED_OUT = ("活动", "演练", "培训", "宣讲", "会", "班", "学习")
_SECOND = re.compile(r" and (?:a|an|the) [a-z0-9 -]*(?:meeting|conference|session|ceremony|forum|seminar)")
#: before 召开 where the headline does not say who, perhaps how often
_NOBODY = re.compile(
    "^(?:并|还|也|又|已|曾|再次|专门|先后|分别|连续|连夜|立即|及时|随后|近期|日前|联合|组织|共同|当[天日])*"
    "(?:([两二三四五六七八九十多])次)?(?:主持|组织)*$"
)


def news(text: str, *, has_date: bool) -> str | None:
    """``云岭县召开防汛工作会议``: one sentence of news; ``has_date``: its date is told elsewhere."""
    if (
        said := _shared(text)
        or _decided(text)
        or _elected(text)
        or _congratulated(text)
        or _opened(text)
        or _also_held(text)
        or _talked_to(text)
        or _fed_back(text)
    ):
        return said
    held = _HELD.search(text)
    if held is None:
        held_to = "held" if _TO.search(text) else ""
        named = alone(text) if is_scoped(text) else None  # 全区表彰大会: nobody is commended
        return attended(text) or named or _named_first(text, held_to) or _body_does(text) or visit(text)
    before, said = text[: held.start()].rstrip("：:"), text[held.end() :]
    if held["verb"] == "开展" and (told := toured(text) if said.endswith(_CARRIED_OUT) else visit(text)):
        return told
    if held["verb"] == "开展" and not said.endswith(_CARRIED_OUT):
        return None
    if not said:
        before, where = held_at(before)
        sentence = _named_first(before, "is to hold" if held["will"] else "held")
        return _there(sentence, where) if sentence else None
    return _held(before, said, held, has_date=has_date)


#: 县政府常务会议研究防汛工作: a sentence without 召开
_TO = re.compile(
    r"(?:(?<=会议)|(?<=[常党]委会|常务会|党组会|主席会|主任会))\s?(?:研究|部署|传达|学习|审议|听取|安排|讨论|通过|表决)"
)


_DOES = re.compile("(?:专题|集中|迅速|及时|第一时间|认真)?(?P<does>听取|审议|传达|表决通过|讨论通过|学习贯彻|通报)")


def _body_does(text: str) -> str | None:
    """``县委巡察工作领导小组听取巡察情况汇报`` "… hears reports on inspections"."""
    found = _DOES.search(text)
    holder, said = (who(text[: found.start()]), deed(text[found.start("does") :])) if found else (None, None)
    return f"{holder} {plain(present(said, plural=are_several(holder)))}" if holder and said else None


#: what is said at a meeting of many
_SHARING = dict.fromkeys(("交流发言", "经验交流", "经验介绍", "经验发言", "书面交流"), "shared experience")
_SHARING |= {"典型发言": "spoke as an example", "表态发言": "made a pledge"}
_SHARED = re.compile(f"^(.{{2,24}}?)在(.+[会议式坛])上(?:作|做)?({any_of(_SHARING)})$")


def _shared(text: str) -> str | None:
    """``云岭县在全市教育工作会议上作典型发言`` "Yunling County spoke as an example at …"."""
    found = _SHARED.match(text)
    somebody, where = (who(found[1]), perhaps_held_by(found[2])) if found else (None, None)
    return f"{somebody} {_SHARING[found[3]]} at {where}" if found and somebody and where else None


def held_alone(text: str) -> str | None:
    """``云岭县防汛工作会议`` before what was said there: "Yunling County held …"."""
    return _named_first(text, "held") if text.endswith(kind("meetings")) and not _HELD.search(text) else None


#: 120名网格员|参加培训会: news, and no meeting on taking part
_TAKES_PART = re.compile(r"\d+余?[名位家个].{1,14}(?:参加|出席)")


def alone(text: str) -> str | None:
    """``全县安全生产动员大会``: the name of a meeting as a whole headline."""
    if not text.endswith(kind("meetings")) or _HELD.search(text) or body(text) or _TAKES_PART.search(text):
        return None
    return meetings(text, None)


_DECIDED = re.compile("^(.+?)决定(?:于)?(.*?)(?:召开|举行|召集)(.+)$")


def _decided(text: str) -> str | None:
    """``县人大常委会决定4月18日召开第五次会议`` "decided to hold the 5th meeting on 18 Apr"."""
    found = _DECIDED.match(text)
    if found is None:
        return None
    date = dates.days(found[2]) if found[2] else ""
    holder = None if found[1].endswith(kind("meetings")) else who(found[1])
    by = held_alone(found[1]) or news(found[1], has_date=True) if holder is None else None
    meeting = event_of(found[3]) or meetings(found[3], holder) if date is not None and (holder or by) else None
    if meeting is None:
        return None
    return f"{by}, which decided to hold {meeting}{date}" if by else f"{holder} decided to hold {meeting}{date}"


_ELECTED = re.compile("^(.+?)(?:决定)?(选举|任命)(.{2,4}?)(?:同志)?为(.{2,20})$")


def _elected(text: str) -> str | None:
    """``云岭县十八届人大一次会议选举林知远为县长`` "… elected Lin Zhiyuan county head"."""
    found = _ELECTED.match(text)
    event, post = (who(found[1]) or event_of(found[1]), office(found[4])) if found else (None, None)
    if found is None or event is None or post is None or not is_name(found[3]):
        return None
    return f"{event} {'elected' if found[2] == '选举' else 'appointed'} {person(found[3])} {post}"


_CONGRATULATED = re.compile("^(?:热烈)?(?:祝贺|庆祝)(.+?)(?:隆重|成功|顺利|圆满|正式|胜利)*(召开|举行|开幕|闭幕)$")


def _congratulated(text: str) -> str | None:
    """``热烈祝贺云岭县第六次党代会召开`` "Warm congratulations on the opening of …"."""
    found = _CONGRATULATED.match(text)
    event = (event_of(found[1]) or meetings(found[1], None)) if found else None
    when = "close" if found and found[2] == "闭幕" else "opening"
    return f"warm congratulations on the {when} of {the(event)}" if event else None


def _also_held(text: str) -> str | None:
    """``林知远调研防汛工作并召开座谈会``: a tour and a meeting."""
    found = re.search("并(?:主持)?召开", text)
    tour = visit(text[: found.start()]) if found and found.start() else None
    meeting = meetings(text[found.end() :], None) if found and tour else None
    return f"{tour} and held {meeting}" if meeting else None


def _fed_back(text: str) -> str | None:
    """``市委第二巡察组向县民政局反馈巡察情况`` "… gave the county civil affairs bureau feedback on the inspection"."""
    found = _FED_BACK.match(text)
    team, whom, what = (who(found[1]), body(found[2]), topic(found[3])) if found else (None, None, None)
    return f"{team} gave {whom} feedback on {what}" if team and whom and what else None


_TALKED = re.compile(
    "^(.{2,24}?)(?:依法|再次|紧急|同时)*(联合)?(集体|集中)?(?:提醒|警示|行政)?约谈(?:了)?(.{2,24})(?<!会)(?<!会议)$"
)


def _talked_to(text: str) -> str | None:
    """``市住建局集体约谈房地产企业`` "the city housing and construction bureau holds joint admonitory talks with …"."""
    found = _TALKED.match(text)
    holder, whom = (who(found[1]), people(found[4]) or who(found[4])) if found else (None, None)
    if found is None or holder is None or whom is None:
        return None
    holds = f"{'jointly ' if found[2] else ''}{'hold' if are_several(holder) else 'holds'}"
    return f"{holder} {holds} {'joint ' if found[3] else ''}admonitory talks with {whom.removesuffix(',')}"


#: 表彰大会并举行启动仪式: one after the other
_THEN = re.compile("(?<=[会议式])并(?:举行|召开|举办|开展)(?=.*[会议式坛班]$)")


def _held(before: str, said: str, held: re.Match[str], *, has_date: bool) -> str | None:
    said = _THEN.sub("和", said)
    before = re.sub("当[天日]$", "", before)
    rest, where = held_at(f"并{before}") if "在" in before or before.startswith("赴") else (before, "")
    if (how := _NOBODY.match(rest)) is not None:
        return _was_held(said, how[1], where)
    late, subject = ("", before) if has_date else _date_after(before)
    subject, where = held_at(subject)
    if often := _OFTEN.search(subject):
        subject, where = subject[: often.start()], f"{where} {_times(often[1])}"
        said = said.removeprefix("了")
    holder = who(subject) or event_of(subject)
    meeting = (_first_and_second(said) or _several(_held_by(said, holder), often)) if holder else None
    if meeting is None and holder and is_person(subject):
        meeting = perhaps_held_by(said)
    if holder is None and (ceremony := _of_what(subject, said)):
        return f"{ceremony} {_was(ceremony)} held{where}{late}"
    if holder is None or meeting is None:
        return None
    verb = "is to hold" if held["will"] else "chaired" if held["chair"] == "主持" and is_person(subject) else "held"
    return f"{_there(f'{holder} {verb} {own(meeting, holder, subject)}', where)}{late}"


_CEREMONY = re.compile("^(?:集中)?(?:签约|揭牌|启动|开工|奠基|授牌|颁奖|首发|竣工|通车|开业)(?:仪式|典礼)$")


def _of_what(what: str, said: str) -> str | None:
    """``合作办学(举行签约仪式)``: no body holds the ceremony, it is for what stands before it."""
    return meetings(f"{what}{said}", None) if _CEREMONY.match(said) and people(what) is None else None


#: 举办骨干教师培训: a meeting without its 会
_IN_SHORT = re.compile("(?:培训|宣讲|座谈|约谈|会商|听证|辅导|研讨)$")


def _held_by(said: str, holder: str | None) -> str | None:
    return meetings(said, holder) or (meetings(f"{said}会", holder) if _IN_SHORT.search(said) else None)


def _was_held(said: str, times: str | None, where: str) -> str | None:
    """``多次(召开专题会议)`` "special meetings were held several times", ``(召开)三次座谈会`` "three …"."""
    counted = re.match(r"^(?:了)?(?:([两二三四五六七八九十])次|一系列(?:相关|重要)?)(?=.)", said)
    meeting = meetings(said[counted.end() :] if counted else said, None)
    if meeting is None or not (counted or times):
        return f"{meeting} {_was(meeting)} held{where}" if meeting else None
    several = _plural(meeting)
    if several is None:
        return None
    if counted:
        how_many = dates.how_many(counted[1]) if counted[1] else "a series of"
        return f"{how_many} {several} were held{where}"
    return f"{several} were held {_times(times or '')}{where}"


#: 两次召开: how often
_OFTEN = re.compile("(?:先后|连续|已)?([两二三四五六七八九十多])次$")


def _times(said: str) -> str:
    return "twice" if said in {"两", "二"} else f"{dates.how_many(said) or 'several'} times"


def _plural(meeting: str) -> str | None:
    """``a discussion meeting on`` → "discussion meetings on"; None for what is no plain meeting."""
    several = re.sub("^an? ([a-z -]*(?:meeting|conference|session))", r"\1s", meeting)
    return several if several != meeting else None


def _several(meeting: str | None, often: re.Match[str] | None) -> str | None:
    return _plural(meeting) if meeting and often else meeting


def _date_after(subject: str) -> tuple[str, str]:
    """``云岭县1月8日``: a date between subject and verb."""
    said, rest = dates.date(subject)
    return (said, rest) if said and subject.startswith(rest) else ("", subject)


def _there(sentence: str, where: str) -> str:
    """The place behind a sentence, or before it where the end of the sentence would be taken to be there.

    A town stands before what a long meeting is on: "held a press conference in Qingchuan City on …".
    """
    if where.startswith(" in ") and (held := _ON_LISTS.search(sentence)):
        return f"{sentence[: held.end(1)]}{where}{sentence[held.end(1) :]}"
    if where.startswith(" at ") and " times" not in where and " twice" not in where and _LONG.search(sentence):
        return f"{where.strip()}, {sentence}"
    return f"{sentence}{where}"


#: a meeting on several things, or on what is done somewhere
_ON_LISTS = re.compile(r"( held an? [a-z -]+?)(?= on [^“”]*(?: and | of | in ))")
#: a meeting with its matter
_LONG = re.compile(" held (?!in |at )(?:(?!was |were ).)* (?:on|to) ")


def _opened(text: str) -> str | None:
    """``云岭县第六次会议闭幕``, ``培训班开班``."""
    found = _OPENED.search(text)
    if found is None:
        return None
    verb = {"闭幕": "closed", "结业": "closed", "结束": "ended"}.get(found[1], "opened")
    event, where = held_at(text[: found.start()])
    named = event_of(event) or meetings(event, None)
    return f"{named} {verb}{where}" if named else None


_PAIR = re.compile("^第([一二三四五六七八九十]{1,2})次[、和]第([一二三四五六七八九十]{1,2})次(全体会议|会议)$")


def _first_and_second(text: str) -> str | None:
    """``第一次、第二次全体会议`` "its 1st and 2nd plenary meetings"."""
    found = _PAIR.match(text)
    if found is None:
        return None
    first, second = (dates.ordinal(dates.han_number(number)) for number in found.groups()[:2])
    return f"its {first} and {second} {'plenary ' if found[3] == '全体会议' else ''}meetings"


def _named_first(text: str, held: str) -> str | None:
    """``云岭县散煤治理工作推进会(召开)``: the longest beginning that names somebody, else the meeting alone."""
    if not held and body(text):
        return None  # 云岭县委员会
    year, text = dates.year(text)
    when = f"{year}年" if year else ""
    for holder, rest in () if is_scoped(text) else holders(text):
        whoever = text.removesuffix(rest)
        is_with = whoever.endswith(WITH)
        meeting = None if is_with else meetings(when + rest, holder)
        if meeting and not meeting.startswith("a meeting and "):  # whose meetings both are is said with each
            return f"{holder} {held} {own(meeting, holder, whoever)}" if held else f"{holder}: {meeting}"
    meeting = meetings(when + text, None)
    verb = f"{_was(meeting)} held" if held == "held" and meeting else "is to be held"
    return f"{meeting} {verb}" if meeting and held else None


def _was(meeting: str) -> str:
    return "were" if _SECOND.search(meeting) else "was"

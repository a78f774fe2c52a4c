"""Who attends which meeting, and whose meeting it is."""

from __future__ import annotations

import re

from digest.translate.officialese.headlines.bodies import holders, venue
from digest.translate.officialese.headlines.campaigns import PERSONS, people
from digest.translate.officialese.headlines.events import great_event
from digest.translate.officialese.headlines.marks import is_scoped
from digest.translate.officialese.headlines.meetings import meetings
from digest.translate.officialese.headlines.persons import titled, who
from digest.translate.officialese.names.names import levels, place, place_name
from digest.translate.officialese.words.lexicon import section
from digest.translate.officialese.words.morphology import parted

_LISTENED = "(?:组织|集中|集体)?(?:收听收看|收看|观看|收听)"
_ATTENDED = re.compile(
    rf"(?:应邀)?((?:出席|参加)并主持|(?:出席|参加|列席)(?:并)?指导|出席|(?:组织|集体)?参加|列席|主持|{_LISTENED})"
    "(?=.*[会议式坛班动习礼节赛演])"
)
_HOW_ATTENDED = {
    "并主持": "attended and chaired",
    "指导": "attended and guided",
    "主持": "chaired",
    "观看": "watched",
    "看": "followed",
    "听": "followed",
}


def attended(text: str) -> str | None:
    """``林知远出席全市教育大会``."""
    found = _ATTENDED.search(text)
    if found is None or not found.start():
        return None
    before = text[: found.start()]
    if there := _BRANCH.match(before):
        before, where = there[1], f" at the {_whose(there[2])}branch venue"
    else:
        before, where = held_at(before)
    somebody = titled(before) or who(before) or so_many(before)
    meeting = perhaps_held_by(text[found.end() :]) if somebody else None
    verb = next((said for how, said in _HOW_ATTENDED.items() if found[1].endswith(how)), "attended")
    return f"{somebody} {verb} {meeting}{where}" if meeting else None


_SO_MANY = re.compile(r"^(全[省市县区镇]|)(?:共)?(?:(近|超|逾)|)(\d+)(余|多)?([名位家个].{1,14})$")
_MORE = {"近": "nearly ", **dict.fromkeys(("超", "逾", "余", "多"), "more than ")}


def so_many(text: str) -> str | None:
    """``全市120余名网格员`` "more than 120 grid workers of the city"."""
    found = _SO_MANY.match(text)
    whom = people(f"20{found[5]}") if found else None  # any number of them, to be told as several
    if found is None or not whom:
        return None
    of = f" of {section('names.txt', 'not-places')[found[1]]}" if found[1] else ""
    return f"{_MORE.get(found[2] or found[4], '')}{found[3]} {whom.removeprefix('20 ')}{of}"


def held_at(text: str) -> tuple[str, str]:
    """``林知远在云岭县(召开…)``: (林知远, " in Yunling County")."""
    before, at, name = text.rpartition(next((to for to in "在赴来到" if to in text), "在"))
    said = venue(name) if at and before else None
    return (before, f" {said}") if said else (text, "")


#: 在我县分会场(出席)
_BRANCH = re.compile("^(.{2,24}?)在(.{0,6}?)分会场$")


def _whose(text: str) -> str:
    """``云岭`` "Yunling ", ``我县`` "county "."""
    our = levels().get(text[1:2]) if text.startswith("我") else None
    return f"{our[1]} " if our else f"{place(text) or place_name(text)} " if text else ""


def perhaps_held_by(text: str) -> str | None:
    """A meeting, perhaps with the body that holds it before: ``云岭县防汛工作会议``."""
    if is_scoped(text) and (meeting := meetings(text, None)):
        return meeting
    if (opening := _OPENING.match(text)) and (event := event_of(opening[1])):
        return f"the {'opening' if opening[2] == '开幕' else 'closing'} of {event}"
    for holder, rest in holders(text):
        whose = text.removesuffix(rest)
        if "暨" in text and text.partition("暨")[2].startswith(whose):
            continue  # 区委审计委员会会议暨区委国家安全委员会会议: each has its own
        is_with = whose.endswith(WITH) or whose in _ANY or not re.match("the |[A-Z]", holder)
        if not is_with and (meeting := meetings(rest, holder)) and not meeting.startswith("a meeting and "):
            kind, to, aim = meeting.partition(" to ")
            if " on " in kind:
                kind, to, aim = meeting, "", ""
            return f"{kind} {'of' if to or _BARE.fullmatch(kind) else 'held by'} {holder}{to}{aim}"
    return meetings(text, None)


#: 学校安全工作会议: a kind of body is what a meeting is about
_ANY = ("学校", "社区", "街道", "机关")
#: 县政协第五次会议开幕会
_OPENING = re.compile("^(.+(?:会议|大会|全会))(开幕|闭幕)(?:大?会|会议|式)$")
#: a meeting by its kind alone: it is a body's own
_BARE = re.compile(
    "(?:an?|the [0-9a-z ]+) (?:(?:\\(?enlarged\\)?|special|emergency|executive|plenary) )*"
    "(?:meeting|session|(?:Party )?congress)"
)


#: 云岭县企业家座谈会: they do not hold it, it is with them
WITH = (*PERSONS, *("妇女", "青年", "群众", "职工", "居民", "村民", "农民", "企业", "学生", "党员", "家庭", "市民"))


def event_of(event: str) -> str | None:
    """``云岭县第六次党代会``: a meeting by whose it is; a great one is nobody's."""
    if great := great_event(event):
        return great
    for holder, rest in holders(event):
        if meeting := meetings(rest, holder):
            _, bare = parted(meeting)
            return f"the {bare} of {holder}" if " on " not in bare or " of the " not in bare else f"{holder}: {meeting}"
    return None

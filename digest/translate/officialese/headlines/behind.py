"""What stands behind the news of a headline: what the meeting did, who was there, who was appointed, mottoes."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from digest.translate.officialese.headlines.agenda import is_agenda
from digest.translate.officialese.headlines.campaigns import people
from digest.translate.officialese.headlines.meetings import deeds
from digest.translate.officialese.headlines.mottoes import call, motto, mottoes, stressing
from digest.translate.officialese.headlines.parts import any_of, each, longest_first
from digest.translate.officialese.headlines.persons import leaders, one_post, several, titled, who
from digest.translate.officialese.names import dates
from digest.translate.officialese.names.figures import said_count
from digest.translate.officialese.names.names import is_name, levels, place, place_name
from digest.translate.officialese.names.organs import office
from digest.translate.officialese.names.pinyin import person
from digest.translate.officialese.nouns.compound import joined
from digest.translate.officialese.words.morphology import gerund, plain

Reader = Callable[[str], str | None]

_BRANCH = re.compile(
    r"^[我全]?([省市县区])(?:设(?:立)?分会场(?:收听收看)?|组织收听收看|组织收看|在分会场(?:收听收看|收看|参加|参会))$"
)
_BRANCH_OF = re.compile("^(.{2,8}?)设(?:立)?分会场(?:收听收看|收看)?$")
_SETS_OUT = re.compile("^(.{2,24}?)提出?([两三四五六七八九十])(?:点|条|个方面)(要求|意见|建议|希望)$")
_SET_OUT = {"要求": "requirements", "意见": "points", "建议": "suggestions", "希望": "hopes"}
_PRESENT = re.compile("^(?:共|共有|近)?(\\d+)(余|多)?((?:人|[名位家个]).{0,12}?)(?:参加|参会|出席)(?:会议|培训|活动)?$")
_AT_BRANCH = re.compile("^(.+?)在([\u4e00-\u9fff]{0,6}?)分会场$")
#: …会议 强调压实责任: what whoever chairs it stresses
_STRESSED = re.compile("^(.{0,24}?)(?:强调|要求|指出|提出)(?:要|必须)?[：:]?(.{4,})$")
#: 林知远强调 压实责任: all that follows is what was stressed
_STRESSED_NEXT = re.compile("^(.{0,24}?)(?:强调|要求|指出)[：:]?$")
_APPOINTED = re.compile("^(.+?)(?:同志)?(拟任|任|担任|出任|就任|兼任|当选为?|不再担任|不再兼任)(.{2,})$")
_APPOINTMENTS = {
    "拟任": "proposed as",
    "当选": "elected",
    "当选为": "elected",
    "不再担任": "no longer",
    "不再兼任": "no longer",
}


def _roles() -> dict[str, str]:
    """What somebody does at a meeting."""
    return longest_first("meetings.txt", "roles")


@cache
def _with_role() -> re.Pattern[str]:
    return re.compile(rf"^(.{{2,40}}?)({any_of(_roles())})$")


_SUMS = {
    **dict.fromkeys(("总投资", "总投资额", "投资总额", "计划总投资", "协议总投资", "协议投资"), "investment"),
    **dict.fromkeys(("签约金额", "签约总额", "签约总金额", "协议金额", "总金额", "合同金额"), "contract value"),
}
_MORE = {"约": "about ", "近": "nearly ", **dict.fromkeys(("超", "超过", "逾", "突破"), "more than ")}
#: 总投资35亿元: what was signed
_SUM = re.compile(rf"^({any_of(_SUMS)})达?({any_of(_MORE)})?(?:人民币)?([\d.]+)(万|亿)元$")


def attendance(text: str) -> str | None:
    """Who was there and did what, how many, and where else: ``林知远主持并讲话`` "Lin Zhiyuan in the chair …"."""
    if where := _branch(text):
        return where
    if found := _SETS_OUT.match(text):
        return _demands(found)
    if found := _PRESENT.match(text):
        return _counted(found)
    if found := _SUM.match(text):
        return f"with a total {_SUMS[found[1]]} of {_MORE.get(found[2] or '', '')}{said_count(found[3], found[4])} yuan"
    found = _with_role().match(text)
    return _in_role(found) if found else None


def _branch(text: str) -> str | None:
    """``我市设分会场``, ``青川市设分会场``."""
    if ours := _BRANCH.match(text):
        return f"with a branch venue in the {levels()[ours[1]][1]}"
    found = _BRANCH_OF.match(text)
    town = place(found[1]) if found else None
    return f"with a branch venue in {town}" if town else None


def _demands(found: re.Match[str]) -> str | None:
    """``林知远提出三点要求`` "Lin Zhiyuan setting out three requirements"."""
    somebody = _persons(found[1])
    return f"{somebody} setting out {dates.how_many(found[2])} {_SET_OUT[found[3]]}" if somebody else None


def _counted(found: re.Match[str]) -> str | None:
    """``50余人参加`` "more than 50 people taking part"."""
    whom = "people" if found[3] == "人" else people(f"20{found[3]}")  # any number of them, to be told as several
    more = "more than " if found[2] else ""
    return f"{more}{found[1]} {whom.removeprefix('20 ')} taking part" if whom else None


def _in_role(found: re.Match[str]) -> str | None:
    """``林知远主持并讲话``, ``林知远在云岭分会场参加``."""
    there = _AT_BRANCH.match(found[1])
    whoever = re.sub("^会议由", "", there[1] if there else found[1])
    somebody = _persons(whoever) if there else _persons(whoever) or who(whoever) or people(whoever)
    town = place(there[2]) or place_name(there[2]) if there and there[2] else ""
    where = f" at the {town + ' ' if town else ''}branch venue" if there else ""
    if somebody and "," not in somebody and _has_post(whoever):
        somebody = f"{somebody[0].lower()}{somebody[1:]}"
    return f"{somebody} {_roles()[found[2]]}{where}" if somebody else None


def _has_post(text: str) -> bool:
    """``县长林知远``: an office, which is small inside a sentence, before the name."""
    return any(len(text) > size + 1 and is_name(text[-size:]) and bool(one_post(text[:-size])) for size in (3, 2))


def chair_at_end(text: str) -> tuple[str, str]:
    """``…贯彻落实工作林知远主持并讲话``: (the text before it, ", Lin Zhiyuan in the chair and speaking")."""
    for role, english in _roles().items():
        before = text.removesuffix(role)
        for size in (3, 2) if before != text and not before.endswith("并") else ():
            if is_name(before[-size:]) and len(before) > 2 * size:
                return before[:-size], f", {person(before[-size:])} {english}"
    return text, ""


def _persons(text: str) -> str | None:
    """``林知远``, ``林知远王海燕``, ``林知远等县领导``, ``县领导``."""
    text = re.sub("同志(?=$|、)", "", text)
    return titled(text) or several(text) or leaders(text)


def _appointed(text: str) -> str | None:
    """``林知远同志任云岭县委书记`` "Lin Zhiyuan appointed Party secretary of Yunling County"."""
    found = _APPOINTED.match(text)
    somebody = _persons(found[1]) if found else None
    posts = _posts(found[3].split("、")) if found and somebody else []
    if found is None or somebody is None or not posts:
        return None
    return f"{somebody.removesuffix(',')} {_APPOINTMENTS.get(found[2], 'appointed')} {joined(posts)}"


def _posts(parts: list[str]) -> list[str]:
    """``云岭县委委员、常委、书记``: later posts are of the unit that the first one names."""
    first = parts[0]
    later = [next((first[:n] + part for n in _UNITS if office(first[:n] + part)), part) for part in parts[1:]]
    return each([first, *later], one_post)


#: characters of a unit before its posts, the most first: 云岭县委
_UNITS = range(8, 1, -1)


def _stressing(text: str) -> str | None:
    found = _STRESSED.match(text)
    said = motto(found[2]) if found else None
    somebody = _persons(found[1]) if found and found[1] and said else ""
    if not said or somebody is None:
        return None
    return f"{f'{somebody} ' if somebody else ''}{stressing(said)}"


def _with_names(parts: list[str]) -> list[str]:
    """``林涛 王海燕出席``: bare names belong to what the last of them does."""
    told: list[str] = []
    for part in parts:
        if told and is_name(told[-1].rpartition("、")[2]):
            told[-1] = f"{told[-1]}、{part}"
        else:
            told.append(part)
    return told


_NO_NAME = re.compile("(?:On|At|In|The|An?) ")


def behind(parts: list[str], news: Reader, *, is_over: bool = False) -> str | None:
    """What follows the news, None unless all of it is understood.

    ``news`` reads a second sentence; ``is_over``: the news is that a meeting ended, and what it did is told.
    """
    done, there, called = [], [], []
    also: list[str] = []
    parts = _with_names(parts)
    for at, part in enumerate(parts):
        if at + 1 < len(parts) and (stressed := _STRESSED_NEXT.match(part)):
            somebody, said = (_persons(stressed[1]) if stressed[1] else ""), mottoes(" ".join(parts[at + 1 :]))
            if somebody is None or said is None:
                return None
            there.append(f"{f'{somebody} ' if somebody else ''}stressing: {said}")
            break
        if said := attendance(part) or _appointed(part) or _stressing(part):
            if also:  # in the order of the headline
                also[-1] = f"{also[-1]}, {said}"
            else:
                there.append(said)
        elif is_agenda(part) and (acts := deeds(part)):
            done.append(joined(acts))
        elif said := call(part):
            called.append(said)
        elif said := news(part):
            also.append(said)
        else:
            return None
    is_over = is_over or bool(done and plain(done[0]).startswith("hold "))  # held to hold
    purpose = plain(f", {gerund(joined(done))}" if is_over else f" to {joined(done)}") if done else ""
    calls = f": {'; '.join(called)}" if called else ""
    further = (f"{one[0].lower()}{one[1:]}" if _NO_NAME.match(one) else one for one in also)
    return purpose + "".join(f", {one}" for one in there) + calls + "".join(f"; {one}" for one in further)

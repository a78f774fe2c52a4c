"""Whom a meeting is with or for: ``平台企业座谈会``, ``企业家招商引资座谈会``."""

from __future__ import annotations

import re

from digest.translate.officialese.headlines.bodies import body
from digest.translate.officialese.headlines.campaigns import PERSONS, people, topic
from digest.translate.officialese.headlines.endings import Ending
from digest.translate.officialese.headlines.occasions import feast_before
from digest.translate.officialese.headlines.parts import each
from digest.translate.officialese.nouns.compound import joined
from digest.translate.officialese.words.lexicon import kind, section

#: 企业家|招商引资座谈会: with whom, and on what
_GUESTS = re.compile(
    "^(.{0,8}?(?:企业家|政协委员|企业委员|人大代表|党外人士|专家学者|专家|老干部|离退休干部|乡贤|台商|侨商))"
    "(?!代表|参与|管理|培养|教育|服务|队伍|履职|提案|建议|议案|联络|工作|之家|培训|选举|引进|选拔|慰问|视察|和|、|及|与)(.{4,})$"
)


#: whose it is, and one: 党组集中学习会, 领导班子民主生活会
_OWN = {
    "党组": "leading Party group",
    "党委": "Party committee",
    "党工委": "Party working committee",
    **dict.fromkeys(("领导班子", "班子", "党政领导班子", "党政班子"), "leadership team"),
    **dict.fromkeys(("党组班子", "党组领导班子"), "leading Party group"),
    **dict.fromkeys(("党委班子", "党委领导班子"), "Party committee"),
}


def _role_models(text: str) -> str | None:
    """``优秀基层典型`` "outstanding grassroots role models": people who are held up to others."""
    said = topic(text) if text.endswith("典型") and not text.endswith(("反面典型", "负面典型", "案例典型")) else None
    models = re.sub(r"\b(?:models|examples)\b", "role models", said, count=1) if said else None
    return models if models != said else None


def _affairs(ending: Ending, matter: str) -> str | None:
    """``退役军人工作会议`` "a work meeting on veterans affairs": they are what it is on, and are not there."""
    rows = section("meetings.txt", "affairs")
    parts = re.split("[、和及]", matter) if ending.is_on_work else []
    said = each(parts, lambda part: rows.get(part) or topic(part)) if parts and parts[-1] in rows else []
    return f"{re.sub(' work on$', '', ending.about)} {joined(said)}" if said else None


def _members(ending: Ending, matter: str) -> str | None:
    """``党组集中学习会``, ``优秀典型座谈会``: whose meeting it is, or role models."""
    own, models = _OWN.get(matter), _role_models(matter) if ending.people == "with" else None
    return f"{_bare(ending)} of the {own}" if own else f"{_bare(ending)} with {models}" if models else None


def _on_a_matter(ending: Ending, matter: str) -> str | None:
    """``企业家招商引资座谈会``: with whom, and on what; empty where one of the two is not understood."""
    guests = _GUESTS.match(matter) if ending.people.startswith(("with", "on work for")) else None
    if guests is None:
        return None
    whom, about = people(guests[1]), topic(guests[2])
    return f"{_bare(ending)} with {whom} on {about}" if whom and about else ""


def _at_a_feast(ending: Ending, matter: str) -> str | None:
    """``教师节优秀教师座谈会``: with whom, and on what day."""
    day, others = feast_before(matter) if ending.people == "with" else ("", "")
    whom = people(others) if day else None
    return f"{_bare(ending)} with {whom} for {day}" if whom else None


#: 人民陪审员工作座谈会: it is they who do the work
_DO_THE_WORK = ("员", "师", "代表", "书记")


def _somebody(ending: Ending, matter: str) -> str | None:
    """``平台企业座谈会``, ``人民陪审员工作座谈会``."""
    is_work = ending.people.startswith("on work")
    somebody = people(matter, only_persons=ending.only_persons) if ending.people else None
    if somebody and "暨" in matter:
        return ""  # 工业稳增长暨重点企业(座谈会)
    if somebody is None or (is_work and matter.endswith("人才")):
        return None
    do_it = is_work and (not matter.endswith(PERSONS) or matter.endswith(_DO_THE_WORK))  # 乡镇人大工作座谈会
    return f"{_bare(ending)} {'on the work of' if do_it else ending.people} {somebody}" if somebody else ""


def _businesses(ending: Ending, matter: str) -> str | None:
    """``大型商超座谈会``: places of business, which sit at the table."""
    is_with = ending.people == "with" and matter.endswith(kind("businesses"))
    said = topic(matter) if is_with or ("admonitory" in ending.about and matter.endswith("平台")) else None
    return f"{_bare(ending)} with {said}" if said else None


def _whose(ending: Ending, matter: str) -> str | None:
    is_body = _bare(ending).endswith(" work meeting") and matter.endswith(("机关", "系统", "防指", "安委会"))
    whose = (body(matter) or topic(matter) or "") if is_body else ""
    return f"{_bare(ending)} of {whose}" if whose.startswith("the ") else None


def _bare(ending: Ending) -> str:
    return ending.about.removesuffix(" on").removesuffix(" in")


_READERS = (_affairs, _members, _on_a_matter, _at_a_feast, _somebody, _businesses, _whose)


def with_people(ending: Ending, matter: str) -> str | None:
    """``平台企业座谈会`` "a discussion meeting with …"; None where nobody is meant, empty where it is in doubt."""
    return next((said for read in _READERS if (said := read(ending, matter)) is not None), None)

"""Whom a meeting is with or for: ``平台企业座谈会``, ``企业家招商引资座谈会``."""

from __future__ import annotations

import re

from digest.translate.officialese.headlines.bodies import body
from digest.translate.officialese.headlines.campaigns import PERSONS, people, topic
from digest.translate.officialese.headlines.endings import Ending

#: 企业家|招商引资座谈会: with whom, and on what
_GUESTS = re.compile(
    "^(.{0,8}?(?:企业家|政协委员|企业委员|人大代表|党外人士|专家学者|专家|老干部|离退休干部|乡贤|台商|侨商))"
    "(?!代表|参与|管理|培养|教育|服务|队伍|履职|提案|建议|议案|联络|工作|之家|培训|选举|引进|选拔|慰问|视察|和|、|及|与)(.{4,})$"
)


#: whose it is, and one: 党组集中学习会
_OWN = {"党组": "leading Party group", "党委": "Party committee", "党工委": "Party working committee"}


def _role_models(text: str) -> str | None:
    """``优秀基层典型`` "outstanding grassroots role models": people who are held up to others."""
    said = topic(text) if text.endswith("典型") and not text.endswith(("反面典型", "负面典型", "案例典型")) else None
    models = re.sub(r"\b(?:models|examples)\b", "role models", said, count=1) if said else None
    return models if models != said else None


def with_people(ending: Ending, matter: str) -> str | None:
    """``平台企业座谈会`` "a discussion meeting with …"; None where nobody is meant, empty where it is in doubt."""
    meeting = ending.about.removesuffix(" on").removesuffix(" in")
    own, models = _OWN.get(matter), _role_models(matter) if ending.people == "with" else None
    if own or models:
        return f"{meeting} of the {own}" if own else f"{meeting} with {models}"
    if (guests := _GUESTS.match(matter)) and ending.people.startswith(("with", "on work for")):
        whom, about = people(guests[1]), topic(guests[2])
        return f"{meeting} with {whom} on {about}" if whom and about else ""
    is_work = ending.people.startswith("on work")
    somebody = people(matter, only_persons=ending.only_persons) if ending.people else None
    if somebody and "暨" in matter:
        return ""  # 工业稳增长暨重点企业(座谈会)
    if somebody is not None and not (is_work and matter.endswith("人才")):
        those = "on the work of" if is_work and not matter.endswith(PERSONS) else ending.people  # 乡镇人大工作座谈会
        return f"{meeting} {those} {somebody}" if somebody else ""
    platforms = topic(matter) if "admonitory" in meeting and matter.endswith("平台") else None
    if platforms:
        return f"{meeting} with {platforms}"
    whose = (
        body(matter)
        if meeting.endswith(" work meeting") and matter.endswith(("机关", "系统", "防指", "安委会"))
        else None
    )
    return f"{meeting} of {whose}" if whose else None

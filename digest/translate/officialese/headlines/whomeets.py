"""Whose meeting it is by its name: ``市委常委会`` + ``会议``, ``安委会、消安委`` + ``会议``."""

from __future__ import annotations

import re
from dataclasses import replace

from digest.translate.officialese.headlines.bodies import body
from digest.translate.officialese.headlines.campaigns import committee
from digest.translate.officialese.headlines.committees import of_level
from digest.translate.officialese.headlines.endings import Ending
from digest.translate.officialese.headlines.parts import each
from digest.translate.officialese.names.organs import organ
from digest.translate.officialese.nouns.compound import joined
from digest.translate.officialese.words.lexicon import words
from digest.translate.officialese.words.morphology import one_of

A_MEETING = "a meeting on"
#: what meets itself, whatever the meeting is called
_BODIES = ("委员会", "领导小组", "协调小组", "工作小组", "指挥部", "专班")


def meets(ending: Ending) -> bool:
    """True for "a meeting of the leading group on": who meets is said already."""
    return re.search("leading group|headquarters|task force|committee on|standing committee", ending.about) is not None


_OF_THE_PARTY = re.compile("^([省市县区州旗盟])委(?=.{2})(?![办员会托常])")


def of_party(ending: Ending, matter: str) -> tuple[Ending, str]:
    """``市委巡察(工作领导小组会议)``: the group is of the Party, not what it is on."""
    found = _OF_THE_PARTY.match(matter) if meets(ending) and "standing" not in ending.about else None
    if found is None:
        return ending, matter
    whose = f"{of_level(found[1])} Party "
    if "committee on" in ending.about:  # 县委审计委员会
        return replace(ending, about=ending.about.replace("committee on", f"{whose}commission on")), matter[2:]
    about, alone = (
        re.sub("(?=leading group|headquarters|task force|committee)", whose, one, count=1)
        for one in (ending.about, ending.alone)
    )
    return replace(ending, about=about, alone=alone), matter[len(found[0]) :]


def of_body(ending: Ending, matter: str, who: str | None, *, number: bool) -> str | None:
    """An ending whose matter is whoever meets: ``市委常委会`` + ``会议``."""
    if ending.is_of_body and (meets := _who_meets(matter)):
        return ending.alone if meets == who else f"{ending.about} {meets}"
    council = re.search("(?:council|board) meeting on", ending.about) and matter.endswith(("会", "公司", "集团"))
    is_body = council or matter.endswith(_BODIES) or (number and ending.about == A_MEETING)
    meets = committee(matter) or body(matter) if is_body and ending.about.endswith(" on") else None
    return f"{ending.about.removesuffix(' on')} of {meets}" if meets else None


def _who_meets(matter: str) -> str | None:
    """``安委会``, ``安委会、消安委``: one body or several."""
    if matter == "委员会":  # 第五届委员会
        return "the committee"
    word = words().get(matter) if matter.endswith(("委", "部", "会", "组", "团")) else None
    if word and word.tag == "o" and one_of(word.en) != word.en:
        return f"the {one_of(word.en)}"  # 纪委全会
    several_of_a_kind = (
        _word(matter) if matter.endswith(("馆", "院", "校", "园", "所", "站")) else None
    )  # 全国文化馆年会
    if one := several_of_a_kind or body(matter) or _word(matter) or committee(matter):
        return one
    parts = matter.split("、")
    several = each(parts, lambda part: organ(part) or committee(part) or body(part)) if len(parts) > 1 else []
    return joined(several) if several else None


def _word(text: str) -> str | None:
    entry = words().get(text)
    return entry.en if entry and entry.tag in {"o", "n"} else None

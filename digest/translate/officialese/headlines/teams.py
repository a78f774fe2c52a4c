"""Groups that visit: ``省防汛督导组``, ``教育部调研组``, ``云岭县党政代表团``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.translate.officialese.headlines.bodies import body
from digest.translate.officialese.headlines.campaigns import PERSONS, people
from digest.translate.officialese.headlines.committees import of_level
from digest.translate.officialese.names.dates import han_number
from digest.translate.officialese.names.names import place
from digest.translate.officialese.verbs.verb import doing
from digest.translate.officialese.words.lexicon import cut, section, words
from digest.translate.officialese.words.morphology import article, plain

_NUMBER = re.compile("第([一二三四五六七八九十]{1,3})")
_LONGEST_OWNER = 16
_WHOLE = {"国家": "national", "全国": "national", "中央": "central"}


def team(text: str) -> str | None:
    """A group by whose it is and what it is for.

    >>> team("省防汛督导组")
    'a provincial supervision team on flood control'
    """
    if text in words():
        return None
    kinds = section("visits.txt", "teams")
    ending = max(filter(text.endswith, kinds), key=len, default="")
    if not ending:
        return None
    english, before = kinds[ending], text.removesuffix(ending)
    if not before:
        return article(english)
    numbered = _NUMBER.search(before)
    if numbered and (known := body(text)):
        return known
    if numbered:
        before, english = _NUMBER.sub("", before), f"No. {han_number(numbered[1])} {english}"
    for about, owner in _parted(before):
        group = f"{owner[0]} {english}".strip()
        behind = f"{about}{owner[1]}" if about.startswith(" of ") else f"{owner[1]}{about}"
        return f"{f'the {group}' if numbered else article(group)}{behind}"
    return None


_INSPECTED = re.compile(
    "^(.+?(?:组|团)|)(?:对|进驻)?(巡视|巡察|督察|督查|督导|检查|审计|评估)(.{2,20}?)(?:工作|情况)?$"
)
_INSPECTION = {
    **dict.fromkeys(("巡视", "巡察", "督查", "督察"), "inspection"),
    "督导": "supervision",
    "检查": "check",
    "审计": "audit",
    "评估": "evaluation",
}


def inspection(text: str) -> str | None:
    """``县委第三巡察组巡察云岭镇`` "the inspection of Yunling Town by the No. 3 inspection team of …"."""
    found = _INSPECTED.match(text)
    by = body(found[1]) or team(found[1]) if found else None
    of = place(found[3]) or body(found[3]) if found and by else None
    if found is None or by is None or of is None:
        return None
    return f"the {_INSPECTION[found[2]]} of {of} by {by}"


_STATIONED = re.compile("^(.{3,24}?[组队])(?:正式|全面|陆续|全部)?进驻(.{2,14}?)(?:开展工作)?$")


def stationed(text: str) -> str | None:
    """``省生态环境保护督察组进驻云岭县``: where a team has begun its work."""
    found = _STATIONED.match(text)
    group = body(found[1]) or team(found[1]) if found else None
    where = place(found[2]) or body(found[2]) if found and group else None
    return f"{group} began work in {where}" if where else None


def _parted(text: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """(what the group is for, whose it is): the longest owner first."""
    if owner := _owner(text):
        yield "", owner
    for size in range(min(len(text) - 2, _LONGEST_OWNER), 0, -1):
        if (owner := _owner(text[:size])) and (about := _matter(text[size:])):
            yield about, owner
    if about := _matter(text):
        yield about, ("", "")


#: who may be in a group: 青年代表团
_MEMBERS = (*PERSONS, "青年", "妇女", "学生", "农民", "客商", "友人")


def _matter(text: str) -> str:
    """``防汛`` " on flood control", ``青年`` " of young people"."""
    if text.endswith(_MEMBERS):
        members = people(text)
        return f" of {members}" if members else ""
    entries = cut(text)
    about = doing(entries) if entries else None
    return f" on {plain(about)}" if about else ""


def _owner(text: str) -> tuple[str, str] | None:
    """(before the group, behind it): ("provincial", ""), ("", " of the Ministry of Education")."""
    bare = text.removesuffix("级")
    if known := _WHOLE.get(bare):
        return known, ""
    if level := of_level(bare):
        return level, ""
    if where := place(text):
        return "", f" from {where}"
    whose = None if text.endswith(_MEMBERS) else body(text)
    return ("", f" of {whose}") if whose else None

"""Committees and communities of a place: of the League, of parties, of villagers; congresses by their short names."""

from __future__ import annotations

import re

from digest.translate.officialese.names.names import is_bare_name, leading_place, levels, place, place_name
from digest.translate.officialese.names.organs import AS_ADJECTIVE, of_unit
from digest.translate.officialese.words.lexicon import kind, section, words


def of_level(text: str) -> str | None:
    """``省`` "provincial", ``县`` "county": a level of government before what it has; None for anything else."""
    alone = levels().get(text)
    return AS_ADJECTIVE.get(alone[1], alone[1]) if alone else None


_LEAGUE = re.compile(r"^(?:共青团(.+)委(?:员会)?|团(.+)委)$")
_CONFERENCE = re.compile(r"^(?:中国人民政治协商会议|政协)(.+?)(委员会|常委会|常务委员会|)$")


def league(text: str) -> str | None:
    """``共青团云岭县委``, ``团市委``."""
    found = _LEAGUE.match(text)
    whose = (found[1] or found[2]) if found else ""
    if not whose:
        return None
    where = of_level(whose) or place(whose[:-1]) or place(whose)
    return f"the {where} committee of the Communist Youth League" if where else None


_BRANCHES = {
    "基层委员会": "grassroots committee",
    "基层委": "grassroots committee",
    "总支委员会": "general branch",
    "总支": "general branch",
    "支部": "branch",
    "工作委员会": "working committee",
    "工委": "working committee",
    "委员会": "committee",
}
_BRANCH = re.compile(f"^(.+?)({'|'.join(_BRANCHES)})$")


def democratic_party(text: str) -> str | None:
    """``民建云湖市委会``, ``民盟市委``."""
    for party, english in section("offices.txt", "parties").items():
        if not text.startswith(party):
            continue
        whose = text.removeprefix(party).removesuffix("会")
        at = leading_place(whose)
        if at and at.level and at.length == len(whose):  # 民盟青川市(第七次代表大会)
            return f"the {at.english} organisation of the {english}"
        if branch := _BRANCH.match(text.removeprefix(party)):
            bare = place_name(branch[1]) if is_bare_name(branch[1]) else None
            where = of_level(branch[1]) or place(branch[1]) or bare
            return f"the {where} {_BRANCHES[branch[2]]} of the {english}" if where else None
        level = whose.removesuffix("委")
        if level != whose and (where := of_level(level) or place(level)):
            return f"the {where} committee of the {english}"
    return None


def named_committee(text: str) -> str | None:
    """``政协云岭县委员会``, ``云岭县委员会`` of the Party."""
    found = _CONFERENCE.match(text)
    named = found[1] if found else text.removesuffix("委员会")
    where = leading_place(named)
    if where is None or where.length != len(named):
        return None
    if found:
        of = "the standing committee of " if found[2].startswith("常") else ""
        return f"{of}{of_unit(where.english, 'political consultative conference')}"
    return of_unit(where.english, "Party committee") if text.endswith("委员会") else None


def villagers(text: str) -> str | None:
    """``云岭村委会`` "the villagers' committee of Yunling Village"."""
    found = leading_place(text.removesuffix("委会")) if text.endswith("村委会") else None
    whole = found is not None and found.level == "村" and found.length + len("委会") == len(text)
    return f"the villagers' committee of {found.english}" if found and whole else None


_COMMUNITY = re.compile("^(?![各多全所辖部本我每该两三几])([\u4e00-\u9fff]{2,5})(社区|村)$")


_NAMES = (*kind("names-of-communities"), *kind("names-behind-a-town"))


def community(text: str) -> str | None:
    """``云岭街道阳光社区`` "Yangguang Community, Yunling Subdistrict": its name may be a word."""
    found = leading_place(text)
    alone = _COMMUNITY.match(text) if found is None and text.endswith("社区") else None
    if alone and (alone[1] in kind("names-of-communities") or is_bare_name(alone[1])):
        return f"{place_name(alone[1])} Community"
    inner = _COMMUNITY.match(text[found.length :]) if found and found.level in {"街道", "镇", "乡"} else None
    known = words().get(inner[1]) if inner else None
    if found is None or inner is None or (known and known.tag == "a" and inner[1] not in _NAMES):
        return None
    sort = "Community" if inner[2] == "社区" else "Village"
    return f"{place_name(inner[1])} {sort}, {found.english}"


_CONGRESS = re.compile(
    "(中国共产党|中共|党的|中国共产主义青年团|共青团)(?!中央)(.{2,20}?)(第[一二三四五六七八九十]{1,3}[次届])代表大会"
)


#: 云岭县妇女|第十次|代表大会
_OF_WHOM = re.compile(r"(妇女|(?<!总)工会|残疾人|归侨侨眷|青年|团员)(第[\d一二三四五六七八九十]{1,3}[次届])代表大会")


def in_short(text: str) -> str:
    """``中国共产党云岭县第八次代表大会`` is ``云岭县第八次党代会``."""
    text = _OF_WHOM.sub(r"\2\1代表大会", text.replace("人民代表大会代表", "人大代表"))
    return _CONGRESS.sub(lambda found: f"{found[2]}{found[3]}{'团' if '团' in found[1] else '党'}代会", text)

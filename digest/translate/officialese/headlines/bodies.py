"""Bodies: places, organs, parts of organs, institutions with names of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from digest.text.tokens import dictionary
from digest.translate.officialese.headlines.branches import after_bare_place, branch, local_part
from digest.translate.officialese.headlines.campaigns import committee
from digest.translate.officialese.headlines.committees import (
    community,
    democratic_party,
    league,
    named_committee,
    of_level,
    villagers,
)
from digest.translate.officialese.headlines.institutions import (
    corps,
    institution,
    school,
    society,
    sort_of_society,
    without_place,
)
from digest.translate.officialese.headlines.parts import each
from digest.translate.officialese.headlines.regional import of_region, organisers
from digest.translate.officialese.names.dates import han_number, how_many, ordinal
from digest.translate.officialese.names.names import (
    is_bare_name,
    leading_place,
    levels,
    place,
    place_name,
    surnames,
)
from digest.translate.officialese.names.organs import department, of_unit, organ, system
from digest.translate.officialese.words.lexicon import section, words
from digest.translate.officialese.words.morphology import in_list

_PARTY = re.compile(r"^(?:中国共产党|中共)(?=.)")
_SHORTEST_TEXT = 2
_ALSO = re.compile("^([^（）]+)（([^（）]+)）$")


def body(text: str) -> str | None:
    """A place or a body, wholly understood."""
    if len(text) < _SHORTEST_TEXT:
        return section("names.txt", "short").get(text)
    if _PARTY.match(text) and text not in words() and text not in section("offices.txt", "bodies"):
        text = _PARTY.sub("", text)
    if known := section("offices.txt", "bodies").get(text):
        return known
    if also := _ALSO.match(text):  # 云岭县招商局（云岭县投资促进局）: a body with two names
        return body(also[1]) if body(also[2]) and not any(map(place, also.groups())) else None
    entry = words().get(text)
    if (not entry or entry.tag == "o") and (one := without_place(text) or department(text)):  # 妇联, 医院: the one here
        return f"the {one.removeprefix('the ')}"
    if entry and (entry.tag == "o" or (entry.tag == "n" and entry.en[:1].isupper() and " " not in entry.en)):
        return entry.en
    return next((said for read in _readers() if (said := read(text))), None)


def _readers() -> tuple[Callable[[str], str | None], ...]:
    named = (
        _ours,
        local_part,
        league,
        democratic_party,
        _team,
        after_bare_place,
        named_committee,
        organ,
        branch,
        _area,
        organisers,
        of_region,
    )
    parts = (
        _among,
        _all_levels,
        villagers,
        system,
        _bare_district,
        _presidium,
        community,
        _part,
        _inner,
        corps,
        school,
    )
    return (*named, *parts, institution, _of_place, committee, society)


def _ours(text: str) -> str | None:
    """``我校`` "the school": whose headline it is; ``我县教育局``, ``我市云岭区``, ``我校软件学院``: what is theirs."""
    if text[0] not in "我本":
        return None
    ours = section("offices.txt", "ours")
    if own := ours.get(text[1:]):
        return own
    if text[1] in levels() and not text.startswith("各", 2):
        named = body(text[2:]) or ""
        return organ(text[1:]) or (named if named[:1].isupper() else None)
    inner = school(text[2:]) if text[1] in ours else None
    return f"{inner} of {ours[text[1]]}" if inner else None


_AMONG = re.compile(
    r"^(.{3,40}?)等(?:([两二三四五六七八九十]|\d{1,2})个?|多个?)?(?:有关|相关)?(部门|单位|部委|厅局|机构)$"
)
_SORTS = {"部门": "departments", "单位": "units", "部委": "ministries", "厅局": "departments", "机构": "institutions"}


def _among(text: str) -> str | None:
    """``县教育局等五部门`` "the county education bureau and four other departments"."""
    found = _AMONG.match(text)
    named = each(re.split("[、和]", found[1]), body) if found else []
    if found is None or not named:
        return None
    others = han_number(found[2].replace("两", "二")) - len(named) if found[2] else 0
    if found[2] and not 1 < others < len(_HAN_DIGITS):
        return None
    many = f"{how_many(_HAN_DIGITS[others])} " if others else ""
    return f"{', '.join(named)} and {many}other {_SORTS[found[3]]}"


#: 省、市、县三级
_LEVELS = re.compile("^([省市县区镇乡村](?:[、和]?[省市县区镇乡村])+)([两三四五]级)?(.{2,12}?)?$")


def _all_levels(text: str) -> str | None:
    """``市、县两级`` "city and county authorities", ``市县两级水利局`` "the city and county water bureaus"."""
    found = _LEVELS.match(text)
    if found is None or not (found[2] or ("、" in found[1] and not found[3])):
        return None
    said = in_list([of_level(one) or "" for one in re.sub("[、和]", "", found[1])])
    if not found[3]:
        return f"{said} authorities"
    one = re.fullmatch("the county ([a-z -]+(?:bureau|court))", organ(f"县{found[3]}") or "")
    return f"the {said} {one[1]}s" if one else None


_HAN_DIGITS = "零一二三四五六七八九十"
_HAN = f"[{_HAN_DIGITS[1:]}]"
_NUMBER = f"第?({_HAN}{{1,3}})"
_PRESIDIUM = re.compile(
    f"^(.{{1,12}}?)(?:{_NUMBER}届)?((?:人大|人民代表大会)?)(?:{_NUMBER}届)?{_NUMBER}次会议(?:大会)?主席团$"
)


def _presidium(text: str) -> str | None:
    """``县十届人大三次会议主席团`` "the presidium of the 3rd session of the 10th county people's congress"."""
    found = _PRESIDIUM.match(text)
    whose = body(f"{found[1]}{found[3]}") if found else None
    if found is None or whose is None or not whose.endswith(("congress", "conference")):
        return None
    term = found[2] or found[4]
    whose = whose.replace("the ", f"the {ordinal(han_number(term))} ", 1) if term else whose
    return f"the presidium of the {ordinal(han_number(found[5]))} session of {whose}"


_TEAM = re.compile(
    f"^(?P<whose>.+?)(?:第(?P<round>{_HAN}{{1,2}})轮巡[察视])?第(?P<number>{_HAN}{{1,3}})"
    "(?P<field>(?:生态)?(?:环境保护|环保))?(?P<kind>(?:巡察|巡视|督查|督察|督导|指导|工作)组)$"
)
_OF_THE_WHOLE = {"中央": "central", "国家": "national", "国务院": "State Council"}


def _team(text: str) -> str | None:
    """``省委第五巡视组`` "the No. 5 inspection team of the provincial Party committee"."""
    found = _TEAM.match(text)
    if found is None:
        return None
    number = f"No. {han_number(found['number'])}"
    kind = f"{'environmental ' if found['field'] else ''}{section('visits.txt', 'teams')[found['kind']]}"
    if whole := _OF_THE_WHOLE.get(found["whose"]):
        return f"the {number} {whole} {kind}"
    alone = levels().get(found["whose"])
    whose = f"the {alone[1]}" if alone else body(found["whose"])
    which = f" ({ordinal(han_number(found['round']))} round)" if found["round"] else ""
    return f"the {number} {kind} of {whose}{which}" if whose else None


def _bare_district(text: str) -> str | None:
    """``宝山``: a district or county without its level, where nobody is called so and it is no word."""
    known, _ = dictionary()
    if len(text) != 2 or text in words() or text[0] in surnames() or text[0] in levels():
        return None
    return place_name(text) if any(known.get(text + level) for level in ("区", "县")) else None


def _of_place(text: str) -> str | None:
    """``云岭县``, ``云岭县各部门``, ``青川高新区``."""
    found = leading_place(text)
    if found is None or found.length == len(text):
        return found.english if found else _nowhere_else(text) or _zone(text)
    entry = words().get(text[found.length :])
    known = entry is not None and (entry.tag == "o" or (entry.zh.endswith("系统") and entry.en.startswith("the ")))
    return f"{entry.en} of {found.english}" if entry and known else None


#: 黄河流域, 东部地区: where something is done, not who does it
_REGIONS = re.compile("^(?!京津冀|长三角|珠三角|成渝).*(?:流域|地区|山区|老区)$")


def _nowhere_else(text: str) -> str | None:
    return None if _REGIONS.match(text) else place(text)


def _zone(text: str) -> str | None:
    """``青川高新区`` "the Qingchuan High-Tech Zone"."""
    for zone, english in section("names.txt", "not-places").items():
        name = text.removesuffix(zone)
        if english.startswith("the ") and english.endswith("Zone") and text != name:
            where = place(name) or _two_places(name) or (place_name(name) if is_bare_name(name) else None)
            if name and where:
                return f"the {where} {english.removeprefix('the ')}"
    return None


#: 自贸试验区云岭片区
_AREA = re.compile("^(.{3,16}区)(.{2,4})(片区|园区|分区)$")
_AREAS_OF_ZONES = {"片区": "area", "园区": "park", "分区": "section"}


def _area(text: str) -> str | None:
    """``自贸试验区云岭片区`` "the Yunling area of the Pilot Free Trade Zone"."""
    found = _AREA.match(text)
    whole = body(found[1]) if found else None
    where = place(found[2]) or (place_name(found[2]) if is_bare_name(found[2]) else None) if found else None
    known = found is not None and whole is not None and whole.endswith("Zone") and where is not None
    return f"the {where} {_AREAS_OF_ZONES[found[3]]} of {whole}" if found and known else None


def _two_places(name: str) -> str | None:
    """``武汉东湖``: a city, and what is in it."""
    city = place(name[:2]) if len(name) == 2 * _SHORTEST_TEXT else None
    return f"{city} {place_name(name[2:])}" if city and is_bare_name(name[2:]) else None


_INNER = re.compile("^(.{2,16}(?:[部委局厅署院办会]|大学|集团))(.{2,12}(?:[司处科室所院心]|委员会|管理局))$")


def _inner(text: str) -> str | None:
    """``教育部职业教育司`` "the department of vocational education of …", ``中国农业科学院水稻研究所``."""
    found = _INNER.match(text)
    whole = body(found[1]) if found else None
    known = section("offices.txt", "bodies").get(found[2], "") if found else ""  # 水利部黄河水利委员会
    inner = known.removeprefix("the ") or department(found[2]) or sort_of_society(found[2]) if found and whole else None
    return f"the {inner} of {whole}" if inner else None


#: who has a committee of their own that is called so
_FEDERATIONS = re.compile("(?:federation|association|society|federation of [a-z ]+|Red Cross)$")


def _part(text: str) -> str | None:
    """``县住建局党组`` "the leading Party group of the county housing bureau"."""
    for ending, english in section("offices.txt", "parts").items():
        owner = levels().get(text.removesuffix(ending), ("", ""))[1] if text.endswith(ending) else ""
        if owner and "bodies" not in english:  # 省督导组
            return of_unit(f"the {owner}", english.removeprefix("the ").removesuffix(" of {}"))
        if whose := _with(text, ending):
            return english.format(whose)
    if text.endswith("委员会") and (whose := organ(text.removesuffix("委员会"))) and _FEDERATIONS.search(whose):
        return f"the committee of {whose}"
    for ending, english in section("offices.txt", "divisions").items():
        if text == ending:
            return f"the {english}"
        if whose := _with(text, ending):
            return f"the {english} of {whose}"
    return None


def _with(text: str, ending: str) -> str | None:
    """Who has the part that a text ends in: ``校`` of 校党委, ``县住建局`` of 县住建局党组."""
    owner = text.removesuffix(ending)
    if not owner or owner == text:
        return None
    alone = levels().get(owner)
    return f"the {alone[1]}" if alone else body(owner) or section("offices.txt", "ours").get(owner)


def venue(text: str) -> str | None:
    """``我县`` "in the county", ``汉`` "in Wuhan", ``青川大学`` "at Qingchuan University"."""
    if town := section("names.txt", "venues").get(text) or (place(text) if len(text) > 1 else None):
        return f"in {town}"
    if said := body(text) if len(text) > 1 else None:
        return f"{'in' if is_area(said) else 'at'} {said}"
    provinces = section("names.txt", "provinces")
    province = next((zh for zh in provinces if text.startswith(zh) and is_bare_name(text.removeprefix(zh))), "")
    return f"in {place_name(text.removeprefix(province))}, {provinces[province]}" if province else None  # 云南宜良


def is_area(said: str) -> bool:
    """True for the English of what one is in rather than at."""
    return " " not in said or said.endswith(_AREAS)


#: what one is in rather than at
_AREAS = (" Zone", " Area", " District", " village", " banner", " regiment", " division", " community", " subdistrict")


#: characters of the longest name of whoever holds a meeting
_LONGEST_HOLDER = 24
#: 中央|第四督察组, 宗教团体|负责人: part of a longer name; 民营企业|参与…: part of what is done
_GOES_ON = re.compile(
    f"第{_HAN}{{1,3}}[^届次]{{0,8}}组|参与|(?:主要)?负责人|(?<=办公室)主任|(?<=组)巡[视察](?=.{{2,20}}工作动员)"
)


def _both(text: str) -> str | None:
    """``云岭县、白水区``: two places that meet."""
    first, mark, second = text.partition("、")
    named = each((first, second), lambda one: said if (said := place(one)) and said[0].isupper() else None)
    return " and ".join(named) if mark and named else None


def holders(text: str) -> Iterator[tuple[str, str]]:
    """(a body at the start of a text, the rest), the longest body first."""
    for size in range(min(len(text) - 1, _LONGEST_HOLDER), 1, -1):
        holder = None if _GOES_ON.match(text, size) else body(text[:size]) or _both(text[:size])
        if holder:
            yield holder, text[size:]

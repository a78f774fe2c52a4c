"""Where somebody goes in a headline: ``我县``, ``青山水库``, ``企业``, and when: ``春节前夕``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from digest.text.tokens import dictionary
from digest.translate.officialese.headlines.bodies import body, is_area
from digest.translate.officialese.headlines.campaigns import people
from digest.translate.officialese.headlines.matters import in_sector
from digest.translate.officialese.headlines.parts import any_of
from digest.translate.officialese.names.names import is_bare_name, leading_place, place, place_name
from digest.translate.officialese.nouns.compound import joined
from digest.translate.officialese.nouns.phrase import noun_phrase
from digest.translate.officialese.words.lexicon import cut, section, words
from digest.translate.officialese.words.morphology import plain


@dataclass(frozen=True, kw_only=True, slots=True)
class Spot:
    """Where somebody goes."""

    #: ``the county``
    english: str
    #: in, at or on; empty for what has one of its own ("at the grassroots")
    by: str

    @property
    def where(self) -> str:
        """Behind what is done there: " in the county"."""
        return f" {self.by} {self.english}"


#: areas, which one is "in"
_AREAS = re.compile(
    r"\b(?:town|township|subdistrict|village|communit|count|district|cit|area|zone|field|prefecture|province)(?:y|ies|s)?$"
)
_MANY = re.compile("^(?:部分|相关|有关|多个|多家|数家|几个|各个|各|辖区内?|辖区|所辖|城区|下属|所属)")
_AND_MORE = re.compile("等(?:地|处|多地|地方|乡镇|镇村|村|企业|单位|部门|地区|县区|县市区|学校)?$")
_MORE = {
    "乡镇": "other townships",
    "镇村": "other villages",
    "村": "other villages",
    "企业": "other companies",
    "单位": "other units",
    "部门": "other departments",
    "县区": "other counties and districts",
    "县市区": "other counties",
    "学校": "other schools",
}


#: 省直公积金中心: of the province
_DIRECTLY = re.compile("^([省市县区州])直(?=.{3})")


def spot(text: str) -> Spot | None:
    """A place, a body, a site with a name of its own, or a kind of place.

    >>> spot("我县").where
    ' in the county'
    """
    text = _DIRECTLY.sub(r"\1", text)
    readers = (_own, _several, _community, _in_a_place, _premises, _site, _kind, _home, _without_level, _field)
    return next((said for read in readers if (said := read(text))), None)


def _own(text: str) -> Spot | None:
    """``一线`` "on the front line"; a place: ``沪``, ``云岭县``."""
    if own := section("visits.txt", "own").get(text):
        return Spot(english=own.split("|")[1], by=own.split("|")[0])
    one = section("visits.txt", "one-character").get(text) or place(text)
    return Spot(english=one, by="in") if one else None


def _community(text: str) -> Spot | None:
    name = text.removesuffix("社区")
    return Spot(english=f"{place_name(name)} Community", by="in") if name != text and is_bare_name(name) else None


@cache
def _places() -> tuple[str, ...]:
    """What the name of a kind of place ends in."""
    return tuple(section("visits.txt", "places"))


_OFFICE = re.compile("(?:[局办厅委府会]|(?<!干)部)$")


def _premises(text: str) -> Spot | None:
    """``县教育局``: a body; people are none, though they may be a body that holds a meeting."""
    known = body(text) if text not in words() or text.endswith(_places()) or _OFFICE.search(text) else None
    return Spot(english=known, by="in" if is_area(known) else "at") if known else None


def _without_level(text: str) -> Spot | None:
    """``罗甸`` for 罗甸县, where one goes to: here it can be no person."""
    known, _ = dictionary()
    named = 1 < len(text) < 4 and text not in words() and any(known.get(text + level) for level in "县区市州")
    return Spot(english=place_name(text), by="in") if named else None


def _field(text: str) -> Spot | None:
    """``民政领域`` "the civil affairs sector"."""
    known = words().get(text) if text.endswith("领域") else None
    if known:
        is_whole = re.search(" sector$", known.en)
        is_field = is_whole or not re.search("field|area|sector|industries| and |own|materials", known.en)
        return Spot(english=known.en if is_whole else f"the {known.en} sector", by="in") if is_field else None
    said = in_sector(text, lambda _: None) if text.endswith("领域") else None
    return Spot(english=said, by="in") if said else None


_LEVELS = re.compile("[两二三四五六]([省市县区镇乡村])$")


def _several(text: str) -> Spot | None:
    """``云岭县、青川县等地``: each of them, and what else there is."""
    if not re.search("[、和与及]|等", text):
        return None
    level = _LEVELS.search(text)
    if level:  # 云岭、青川两县
        return _several("、".join(f"{part}{level[1]}" for part in re.split("[、和与及]", text[: level.start()])))
    more = _AND_MORE.search(text)
    parts = [part for part in re.split("[、和与及]", text[: more.start()] if more else text) if part]
    if len(parts) < 2 and not more:  # 高等学校: no list
        return None
    spots = [one for part in parts if (one := spot(part))]
    if not spots or len(spots) < len(parts):
        return None
    by = {one.by for one in spots}
    if len(by) > 1:
        return None
    others = [_MORE.get(more[0].removeprefix("等"), "other places")] if more else []
    return replace(spots[0], english=joined([*(one.english for one in spots), *others]))


def _site(text: str) -> Spot | None:
    """``青山水库`` "Qingshan Reservoir", ``云岭县青山水库``."""
    sites = section("visits.txt", "sites")
    ending = max((zh for zh in sites if text.endswith(zh) and text != zh), key=len, default="")
    if not ending:
        return None
    name, english = text.removesuffix(ending), sites[ending]
    found = leading_place(name)
    if found and found.level and found.length == len(name):
        return Spot(english=f"the {found.english} {english}", by="at")
    return Spot(english=f"{place_name(name)} {english}", by="at") if _is_name(name, ending) else None


def _is_name(name: str, ending: str) -> bool:
    """False for 酿酒(研究所): what an institute is for, not what it is called."""
    return is_bare_name(name) and not (ending in section("visits.txt", "named-by-field") and name in dictionary()[0])


def _kind(text: str) -> Spot | None:
    """``部分乡镇`` "some townships", ``重点企业`` "key companies"."""
    many = _MANY.match(text)
    rest = section("visits.txt", "own").get(text[many.end() :]) if many else None
    if many and rest and rest.split("|")[1].endswith("s"):
        return Spot(english=f"{_some(many[0])}{rest.split('|')[1].removeprefix('the ')}", by=rest.split("|")[0])
    for kind in (text, text[many.end() :]) if many else (text,):
        entries = cut(kind)
        if not entries or any(entry.tag not in {"n", "o", "a", "q", "k"} for entry in entries):
            continue
        if entries[-1].tag not in {"o", "n"} or not entries[-1].zh.endswith(_places()):
            continue
        if thing := noun_phrase(entries):
            english = plain(thing) if kind == text or not many else f"{_some(many[0])}{plain(thing)}"
            return Spot(english=english, by="in" if _AREAS.search(english) else "at")
    return None


def _home(text: str) -> Spot | None:
    """``困难群众家中`` "at the homes of people in difficulty"."""
    whose = people(re.sub("家[中里]?$", "", text)) if re.search("家[中里]?$", text) else None
    return Spot(english=f"the homes of {whose}", by="at") if whose else None


def _some(said: str) -> str:
    return "some " if said == "部分" else "several " if said.startswith(("多", "数", "几")) else ""


def _in_a_place(text: str) -> Spot | None:
    """``云岭县企业``: "companies in Yunling County"."""
    found = leading_place(text)
    if found is None or found.length == len(text):
        return None
    inner = spot(text[found.length :]) if len(text) > found.length + 1 else None
    if inner is None or inner.english.startswith("the "):
        return None
    return replace(inner, english=f"{inner.english} in {found.english}")


@cache
def _when(*, at_end: bool) -> re.Pattern[str]:
    days, around, times = (any_of(section("visits.txt", title)) for title in ("days", "around", "times"))
    said = rf"(?:(?P<time>{times})|(?:在?第\d{{1,3}}个)?(?P<day>{days})(?P<around>{around})?)"
    return re.compile(f"{said}$" if at_end else rf"^{said}[,，\s]*")


def when(text: str) -> tuple[str, str, str]:
    """(the text before a time, that time in English, the bare feast that it may be "for").

    >>> when("林知远春节前夕")
    ('林知远', ' before the Spring Festival', '')
    """
    found = _when(at_end=True).search(text)
    return (text[: found.start()], *_told(found)) if found else (text, "", "")


def when_first(text: str) -> tuple[str, str, str]:
    """``春节前夕，林知远``: (the text behind a time, that time in English, the bare feast that it may be "for")."""
    found = _when(at_end=False).match(text)
    return (text[found.end() :], *_told(found)) if found and found.end() < len(text) else (text, "", "")


def _told(found: re.Match[str]) -> tuple[str, str]:
    """(a time in English, or a feast that stands by itself)."""
    if found["time"]:
        said = section("visits.txt", "times")[found["time"]]
        return (f" {said}" if said else ""), ""
    day = section("visits.txt", "days")[found["day"]]
    if not found["around"]:
        return "", day
    by = section("visits.txt", "around")[found["around"]]
    if by == "over" or (found["around"] == "期间" and re.search("Day$|Year$", day)):
        return f" over the {day.removeprefix('the ')} holiday", ""
    return f" {by} {day}", ""

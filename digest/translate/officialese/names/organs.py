"""Offices of government by their names: ``县生态环境局``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from digest.translate.officialese.names.names import leading_place, levels
from digest.translate.officialese.words.lexicon import section, words
from digest.translate.officialese.words.morphology import in_list


def units(text: str) -> Iterator[tuple[str, str]]:
    """(the unit in English, the rest): ``县长`` → "the county"; ``云岭县委书记`` → "Yunling County"."""
    for ending, (_, alone) in levels().items():
        if text.startswith(ending):
            yield f"the {alone}", text[len(ending) :]
    found = leading_place(text)
    if found is not None and found.level:
        rest = text[found.length :]
        yield found.english, rest
        if rest.startswith(found.level):  # 云岭县县委, 青川省省政府
            yield found.english, rest.removeprefix(found.level)


AS_ADJECTIVE = {"province": "provincial", "prefecture": "prefectural", "region": "regional"}
_OF_PROVINCE = re.compile("^([A-Z][a-z]+(?: Mongolia)?) Province$")


def of_unit(unit: str, office: str) -> str:
    """``the county`` + ``water bureau``; ``Qingchuan Province`` is "the Qingchuan provincial …"."""
    bare = unit.removeprefix("the ")
    whose = r"\1 Provincial" if office[:1].isupper() and not office.startswith("Party ") else r"\1 provincial"
    bare = _OF_PROVINCE.sub(whose, AS_ADJECTIVE.get(bare, bare))
    if ", " in bare:
        return f"the {office} of {bare}"
    return f"the {office.replace(' of the ', f' of the {bare} ', 1) if ' of the ' in office else f'{bare} {office}'}"


#: between the fields of a merged office
_AND = re.compile("[和与及、]")
#: of a longer name no reading is looked for
_MOST_IN_FIELDS = 16


@cache
def _fields_of(text: str) -> tuple[str, ...]:
    """``教科体`` → education, science, sports; empty when a character is left."""
    known = section("offices.txt", "fields")
    for size in range(len(text), 0, -1) if len(text) <= _MOST_IN_FIELDS else ():
        first = known.get(text[:size])
        rest = _AND.sub("", text[size:], count=1) if _AND.match(text[size:]) else text[size:]
        others = _fields_of(rest) if first and rest else ()
        if first and (others or size == len(text)):
            return (first, *others)
    return ()


def field(text: str) -> str | None:
    """``文广旅`` "culture, broadcasting and tourism": what an office is for."""
    said = _fields_of(text) if len(text) > 1 else ()
    if len(said) < 2:
        return said[0] if said else None
    parts = list(dict.fromkeys(part for one in said for part in re.split(", | and ", one)))
    return in_list(parts)


@cache
def department(name: str) -> str | None:
    """``教科体局`` "education, science and sports bureau": an office by what it is for, without its level."""
    if listed := section("offices.txt", "organs").get(name):
        return listed
    for kind, english in section("offices.txt", "kinds").items():
        what = field(name.removesuffix(kind)) if name.endswith(kind) else None
        if what:
            return english.format(what)
    return None


#: 各县（市、区）教育局
_EVERY = re.compile(
    r"^各(?P<level>县（市、区）|县（区）|县市区|县区|区县|市（州）|市州|地市|市|县|区)(?P<what>.{2,}[局委厅])$"
)
_LEVELS = {"县": "county-level", "区": "district-level", "市": "city-level", "地": "city-level"}
_FIRST = re.compile("(bureau|commission|committee|department|office)")


def organ(text: str) -> str | None:
    """A government office: ``县生态环境局`` → "the county ecology and environment bureau".

    >>> organ("县生态环境局")
    'the county ecology and environment bureau'
    """
    if every := _EVERY.match(text):
        each = department(every["what"])
        many = _FIRST.sub(r"\1s", each, count=1) if each else None
        return f"all {_LEVELS[every['level'][0]]} {many}" if many else None
    plain = department(text)
    if plain and len(text) > 2:
        return f"the {plain}"
    for unit, rest in units(text):
        several = words().get(rest) if rest.endswith("部门") else None
        if english := department(rest) or (several.en if several else None):
            return of_unit(unit, english)
    return None


_LEADERS = {
    "局长": "director",
    "主任": "director",
    "主席": "chair",
    "部长": "head",
    "书记": "secretary",
    "厅长": "director",
}


#: 云岭县人民政府县长 is its 县长
_OF_GOVERNMENT = re.compile("(?:人民)?政府(?=(?:常务副|副|代)?[省市县区州镇乡]长$)")


#: 云岭县|代县长
_ACTING = re.compile("^(.{2,12}[省市县区州镇乡旗])代([省市县区州镇乡旗]长)$")


def office(text: str) -> str | None:
    """One office in English, wholly covered, else None."""
    exact = section("offices.txt", "exact")
    text = _OF_GOVERNMENT.sub("", text)
    text = text if text in exact else text.removeprefix("中共")
    if text in exact:
        return exact[text]
    for unit, rest in units(text):
        head = section("offices.txt", "heads").get(rest)
        if head:
            return head.format(unit)
    found = leading_place(text)
    if acting := _ACTING.match(text):  # no 代县
        here = leading_place(acting[1])
        head = exact.get(acting[2]) if here and here.length == len(acting[1]) else None
        return f"acting {head} of {here.english}" if here and head else None
    if found is None or not found.level:
        return _organ_leader(text)
    # 青川市副市长 names its level twice, 云岭县县长 too; 青川市市长 is as often written 青川市长
    for post in (text[found.length :], text[found.length - len(found.level) :]):
        if post in exact:
            return f"{exact[post]} of {found.english}"
    return _organ_leader(text)


def _organ_leader(text: str) -> str | None:
    for ending, english in _LEADERS.items():
        for prefix, rank in (("常务副", "executive deputy "), ("副", "deputy "), ("", "")):
            if text.endswith(prefix + ending):
                body = organ(text.removesuffix(prefix + ending))
                if body:
                    return f"{rank}{english} of {body}"
    return None


_FIELDS = re.compile("^(.{2,30}?)(等)?(?:相关|有关|职能)?(?:部门|单位)$")


def fields(text: str) -> str | None:
    """``应急、水利、气象等部门`` "the emergency management, water, meteorological and other departments"."""
    found = _FIELDS.match(text)
    parts = re.split("[、和]", found[1]) if found else []
    names = [field(part) for part in parts]
    known = [name for name in names if name]
    if found is None or len(parts) < 2 or len(known) != len(parts):
        return None
    if found[2]:
        return f"the {', '.join(known)} and other departments"
    return f"the {in_list(known)} departments"


def system(text: str) -> str | None:
    """``市税务系统``, ``全市税务系统`` "the city tax system", ``税务系统`` by itself."""
    for unit, rest in units(text.removeprefix("全")):
        name = field(rest.removesuffix("系统")) if rest.endswith("系统") else None
        if name:
            return f"the {unit.removeprefix('the ')} {name} system"
    name = field(text.removesuffix("系统")) if text.endswith("系统") else None
    known = words().get(text)
    return (known.en if known and known.en.startswith("the ") else f"the {name} system") if name else None

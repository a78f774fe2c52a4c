"""Offices of government by their names: ``县生态环境局``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.translate.officialese.names.names import leading_place, levels
from digest.translate.officialese.words.lexicon import section, words


def units(text: str) -> Iterator[tuple[str, str]]:
    """(the unit in English, the rest): ``县长`` → "the county"; ``云岭县委书记`` → "Yunling County"."""
    for ending, (_, alone) in levels().items():
        if text.startswith(ending):
            yield f"the {alone}", text[len(ending) :]
    found = leading_place(text)
    if found is not None and found.level:
        yield found.english, text[found.length :]


AS_ADJECTIVE = {"province": "provincial", "prefecture": "prefectural", "region": "regional"}


def organ(text: str) -> str | None:
    """A government office: ``县生态环境局`` → "the county ecology and environment bureau".

    >>> organ("县生态环境局")
    'the county ecology and environment bureau'
    """
    organs = section("offices.txt", "organs")
    plain = organs.get(text)
    if plain and len(text) > 2:
        return f"the {plain}"
    for unit, rest in units(text):
        department = words().get(rest) if rest.endswith("部门") else None
        english = organs.get(rest) or (department.en if department else None)
        bare = unit.removeprefix("the ")
        bare = AS_ADJECTIVE.get(bare, bare)
        if english and " of the " in english:
            return f"the {english.replace(' of the ', f' of the {bare} ', 1)}"
        if english:
            return f"the {bare} {english}"
    return None


_LEADERS = {
    "局长": "director",
    "主任": "director",
    "主席": "chair",
    "部长": "head",
    "书记": "secretary",
    "厅长": "director",
}


def office(text: str) -> str | None:
    """One office in English, wholly covered, else None."""
    exact = section("offices.txt", "exact")
    if text in exact:
        return exact[text]
    for unit, rest in units(text):
        head = section("offices.txt", "heads").get(rest)
        if head:
            return head.format(unit)
    found = leading_place(text)
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


#: what an office is called by: 水利局, 卫健委
_KINDS = ("局", "委", "厅", "办")
_FIELDS = re.compile("^(.{2,30}?)(等)?(?:相关|有关|职能)?(?:部门|单位)$")


def _field(text: str) -> str | None:
    """``水利`` "water", as in the name of the office for it."""
    organs = section("offices.txt", "organs")
    said = next((organs[text + kind] for kind in _KINDS if text + kind in organs), "")
    return None if not said or " of " in said else said.rpartition(" ")[0].removesuffix(" branch")


def fields(text: str) -> str | None:
    """``应急、水利、气象等部门`` "the emergency management, water, meteorological and other departments"."""
    found = _FIELDS.match(text)
    parts = re.split("[、和]", found[1]) if found else []
    names = [_field(part) for part in parts]
    known = [name for name in names if name]
    if found is None or len(parts) < 2 or len(known) != len(parts):
        return None
    if found[2]:
        return f"the {', '.join(known)} and other departments"
    return f"the {', '.join(known[:-1])} and {known[-1]} departments"


def system(text: str) -> str | None:
    """``市税务系统``, ``全市税务系统`` "the city tax system"."""
    for unit, rest in units(text.removeprefix("全")):
        name = _field(rest.removesuffix("系统")) if rest.endswith("系统") else None
        if name:
            return f"the {unit.removeprefix('the ')} {name} system"
    return None

"""Parts of a body somewhere: a local office of a whole, a branch of a bureau, an office behind a bare place."""

from __future__ import annotations

import re
from functools import cache

from digest.text.tokens import dictionary
from digest.translate.officialese.headlines.institutions import institution
from digest.translate.officialese.headlines.parts import any_of
from digest.translate.officialese.names.names import is_bare_name, leading_place, place, place_name
from digest.translate.officialese.names.organs import department, organ
from digest.translate.officialese.words.lexicon import section


@cache
def _branch() -> re.Pattern[str]:
    kinds = any_of(section("offices.txt", "branches"))
    wholes = "局|法院|检察院|银行|公司|集团|医院|大学|学院|学校|[科农林社]学?院"
    return re.compile(f"^(.+(?:{wholes}))(.{{2,6}}?)({kinds})$")


def local_part(text: str) -> str | None:
    """``国网云岭县供电公司``: a whole that is told with its local part."""
    for whole, english in section("offices.txt", "wholes").items():
        local = text.removeprefix(whole)
        said = (organ(local) or _bare_branch(local) or after_bare_place(local)) if local and local != text else None
        if said:
            return english.format(said.removeprefix("the "))
    found = re.match("^武警(.{2,6})([支总中]队)$", text)
    police = f"{found[1]}武警{found[2]}" if found else ""
    return (organ(police) or after_bare_place(police)) if police else None


@cache
def _local_part() -> re.Pattern[str]:
    return re.compile(f"^(.{{2,3}}?)({any_of(section('offices.txt', 'local-parts'))})$")


def _bare_branch(text: str) -> str | None:
    """``云岭支行`` behind the name of a bank: where it is, which no list has to know."""
    found = _local_part().match(text)
    where = _named(found[1]) if found else None
    return f"the {where} {section('offices.txt', 'local-parts')[found[2]]}" if found and where else None


def _named(text: str) -> str | None:
    """``华东``, ``青川``: a region or a place, by its bare name too."""
    region = section("offices.txt", "regions-of-bureaus").get(text)
    return region or place(text) or (place_name(text) if is_bare_name(text) else None)


def branch(text: str) -> str | None:
    """``青川市公安局云岭分局`` "the Yunling branch of the Qingchuan City public security bureau"."""
    found = _branch().match(text)
    whole, inner = (_whole(found[1]), leading_place(found[2])) if found else (None, None)
    if found is None or whole is None:
        return None
    kind = section("offices.txt", "branches")[found[3]]
    if inner and inner.level and inner.length == len(found[2]):
        return f"the {inner.english} {kind} of {whole}"
    is_word = len(found[3]) == 1 and _is_word(found[2])  # 稽查局, 看守所 are no branches
    is_name = is_bare_name(found[2]) and not is_word
    return f"the {place_name(found[2])} {kind} of {whole}" if is_name else None


def _is_word(text: str) -> bool:
    """True for a word of the dictionary that no place has for its name."""
    known, _ = dictionary()
    return bool(known.get(text)) and place(text) is None and not any(known.get(text + level) for level in "市县区镇乡")


def _whole(text: str) -> str | None:
    return section("offices.txt", "bodies").get(text) or organ(text) or institution(text)


def after_bare_place(text: str) -> str | None:
    """``上海警备区``, ``青岛海关``: an organ behind a city or a province without its level."""
    no_level = tuple(section("offices.txt", "no-level"))
    for size in (2, 3, 4):
        office = department(text[size:])
        where = (_named if text.endswith(no_level) else place)(text[:size]) if office else None
        if where and leading_place(text[:size]) is None:
            return f"the {where.removeprefix('the ')} {office}"
    return None

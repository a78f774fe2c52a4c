"""Who demands and who must act: issuers, offices, organs and owners."""

from __future__ import annotations

import re

from digest.translate.officialese.clause import phrase
from digest.translate.officialese.headlines.bodies import body
from digest.translate.officialese.names.names import is_name, leading_place, place
from digest.translate.officialese.names.organs import fields, office, organ, system
from digest.translate.officialese.names.pinyin import person
from digest.translate.officialese.words.lexicon import section

_TITLED = re.compile(r"^([^（(]+)[（(](.+)[）)]$")
_MEETING = re.compile(r"^(?:会议|会上|大会|全会)(?:[（(].*[）)])?$")


def issuer_en(name: str) -> str | None:
    """An issuer in English; the office only when all of it is understood, else the name alone.

    >>> issuer_en("会议")
    'The meeting'
    >>> issuer_en("林知远（县长）")
    'Lin Zhiyuan (county head)'
    """
    if _MEETING.match(name):
        return "The meeting"
    titled = _TITLED.match(name)
    if titled is None and is_name(name):
        return person(name)
    if titled is None:
        said = owner_en(name)
        return said[0].upper() + said[1:] if said else None
    who = person(titled[1])
    offices = [office(part) for part in re.split("[、，,兼]", titled[2])]
    whole = [one for one in offices if one is not None]
    if who is None or len(whole) != len(offices):
        return who
    return f"{who} ({', '.join(whole)})"


def _pieces(name: str) -> list[str]:
    """Owners joined by 、 or 和, but not inside brackets."""
    pieces, depth = [""], 0
    for char in name:
        depth += (char in "（(") - (char in "）)")
        if not depth and char in "、，,和":
            pieces.append("")
        else:
            pieces[-1] += char
    return pieces


def _of_place(text: str) -> str | None:
    """``青川市相关部门`` "departments concerned of Qingchuan City"."""
    found = leading_place(text)
    where, length = (found.english, found.length) if found else (body(text[:2]), 2)
    rest = phrase(text[length:]) if where and where[0].isupper() and length < len(text) else None
    return f"{rest} of {where}" if rest else None


def _of_body(text: str) -> str | None:
    """``国务院各部门`` "all departments of the State Council": a body of the whole country and what it has."""
    bodies = section("offices.txt", "bodies")
    known = next((zh for zh in sorted(bodies, key=len, reverse=True) if text.startswith(f"{zh}各")), "")
    rest = phrase(text.removeprefix(known)) if known else None
    return f"{rest} of {bodies[known]}" if rest else None


#: 乡（镇）: the same as 乡镇
_IN_BRACKETS = re.compile("[（(]([\u4e00-\u9fff])[）)]")
_MEMBERS = re.compile("^(各)?(.+?)(各)?成员单位$")


def _owner(text: str) -> str | None:
    """One owner of several."""
    for read in (organ, phrase, place, _of_place, system, fields, body, _members):
        if said := read(text):
            return said
    return None


def _members(text: str) -> str | None:
    """``县安委会各成员单位`` "all member units of the county workplace safety committee"."""
    found = _MEMBERS.match(text)
    whose = body(found[2]) if found else None
    return f"{'all ' if found[1] or found[3] else ''}member units of {whose}" if found and whose else None


def owner_en(name: str) -> str | None:
    """An owner in English, only when all of it is understood.

    >>> owner_en("各乡镇、各单位")
    'all townships, all units'
    >>> owner_en("某某专委") is None
    True
    """
    name = _IN_BRACKETS.sub(r"\1", name)
    whole = _of_body(name) or organ(name) or fields(name) or (phrase(name) if "、" not in name else None)
    if whole:
        return whole
    parts = [_owner(piece) for piece in _pieces(name)]
    known = [part for part in parts if part is not None]
    return ", ".join(known) if known and len(known) == len(parts) else None

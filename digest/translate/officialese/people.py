"""Who demands and who must act: issuers, offices, organs and owners."""

from __future__ import annotations

import re

from digest.translate.officialese.clause import phrase
from digest.translate.officialese.lexicon import section
from digest.translate.officialese.names import is_name, leading_place, person, place
from digest.translate.officialese.organs import organ, units

_TITLED = re.compile(r"^([^（(]+)[（(](.+)[）)]$")
_MEETING = re.compile(r"^(?:会议|会上|大会|全会)(?:[（(].*[）)])?$")
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
        body = owner_en(name)
        return body[0].upper() + body[1:] if body else None
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
    rest = phrase(text[found.length :]) if found and found.length < len(text) else None
    return f"{rest} of {found.english}" if found and rest else None


def owner_en(name: str) -> str | None:
    """An owner in English, only when all of it is understood.

    >>> owner_en("各乡镇、各单位")
    'all townships, all units'
    >>> owner_en("某某专委") is None
    True
    """
    whole = organ(name) or (phrase(name) if "、" not in name else None)
    if whole:
        return whole
    parts = [organ(piece) or phrase(piece) or place(piece) or _of_place(piece) for piece in _pieces(name)]
    known = [part for part in parts if part is not None]
    return ", ".join(known) if known and len(known) == len(parts) else None

"""What becomes more so: ``增强工作的针对性``, ``提升管理规范化水平``, ``使培训更具针对性``."""

from __future__ import annotations

import re

from digest.translate.officialese.verbs import Reader
from digest.translate.officialese.verbs.doubts import LETTING
from digest.translate.officialese.words.lexicon import Entry, Words, section
from digest.translate.officialese.words.morphology import MARK, in_list
from digest.translate.officialese.words.tags import LINKS

_RAISING = ("增强", "提高", "提升", "强化", "增进")
_HAVING = frozenset({"更有", "更具", "更加有", "更加具有", "更富"})
_JOINTS = re.compile("[和与及、]")
_LEVEL = "水平"
_MORE = "more "


def made_more(verb: Entry, rest: Words, thing: Reader) -> str | None:
    """``增强工作的针对性和实效性`` "make work more targeted and effective", or None for other objects."""
    lets = verb.zh in LETTING
    if (verb.tag != "v" and not lets) or not (lets or verb.zh.endswith(_RAISING)):
        return None
    end, said = _qualities(rest)
    if lets:
        if not end or rest[end - 1].zh not in _HAVING:
            return None
        end -= 1
    elif end and rest[end - 1].tag == "de":
        end -= 1
    what = thing(rest[:end]) if said and end else None
    how = verb.en.partition(MARK)[0]
    makes = "keep making" if f"{MARK}keep " in verb.en else "make"
    return f"{how}{MARK}{makes} {what} {_more(said)}" if what else None


def _qualities(rest: Words) -> tuple[int, list[str]]:
    """Where the qualities at the end begin, and what they are."""
    table, end = section("heads.txt", "more-so"), len(rest)
    said: list[str] = []
    while end:
        entry = rest[end - 1]
        if entry.tag in LINKS and said:
            end -= 1
            continue
        wide = entry.zh == _LEVEL and end > 1 and rest[end - 2].zh.endswith("化")
        name = rest[end - 2].zh + _LEVEL if wide else entry.zh
        found = [
            table.get(part.removesuffix(_LEVEL) if part.endswith("化水平") else part) for part in _JOINTS.split(name)
        ]
        if not all(found) or (name.endswith("化") and not said):
            break
        said = [*(one for one in found if one), *said]
        end -= 1 + wide
    return end, said


def _more(said: list[str]) -> str:
    if all(one.startswith(_MORE) for one in said):
        return _MORE + in_list([one.removeprefix(_MORE) for one in said])
    return in_list(said)

"""What is forbidden: ``严禁占用、堵塞消防通道``, ``禁止在公园内搭建棚屋``.

Each verb takes the object, and the place comes last.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable

from digest.translate.officialese.nouns.compound import never_first
from digest.translate.officialese.nouns.phrase import noun_phrase
from digest.translate.officialese.verbs import Reader
from digest.translate.officialese.verbs.adverbs import WRONGLY
from digest.translate.officialese.verbs.doubts import STARTS, ends_in_verb
from digest.translate.officialese.words.lexicon import Entry, Words, kind, section
from digest.translate.officialese.words.morphology import MARK, gerund, in_list, plain
from digest.translate.officialese.words.tags import ADVERBS, LINKS, NOUNS, QUALITIES, VERBAL

_BANS = frozenset({"严禁", "禁止", "严格禁止", "严令禁止"})
#: two words: a verb, and one more that may be its object or a second verb
_PAIR = 2


def is_ban(entry: Entry) -> bool:
    """严禁, 禁止."""
    return entry.zh in _BANS


def _is_act(first: Entry) -> bool:
    return first.tag in STARTS | ADVERBS | {"prep"} or first.zh in WRONGLY


def banned(ban: Entry, rest: Words, simple: Reader) -> str | None:
    """The ban and what it forbids, as -ing or as a noun; ``simple`` reads one verb phrase without a list."""
    if not rest or (len(rest) == _PAIR and all(e.tag in VERBAL for e in rest)):
        return None  # 严禁办理登记: nobody can tell the verb from its object
    where, rest = _place(rest)
    if named := _bare(rest, gerund):
        return f"{ban.en} {named}{where}"
    if said := _kept_from(ban, rest, simple):
        return said + where
    acts = rest and _is_act(rest[0])
    done = _acts(rest, simple, gerund) if acts else None
    if acts and done is None and not (rest[0].noun and len(rest) == 1):
        return None
    what = done or _things(rest)
    if what is None or (where and done is None and len(rest) > 1):
        return None
    return f"{ban.en} {what}{where}"


def _kept_from(ban: Entry, rest: Words, simple: Reader) -> str | None:
    """``禁止车辆驶入景区`` "prohibit vehicles from driving into tourist sites"."""
    at = next((i for i, e in enumerate(rest) if e.tag in STARTS | ADVERBS), 0)
    acts = at and (rest[at - 1].tag == "o" or rest[at].zh.startswith(kind("entering")))
    who, done = (noun_phrase(rest[:at]), _acts(rest[at:], simple, gerund)) if acts else (None, None)
    return f"{ban.en} {who} from {done}" if who and done and " and " not in who else None


def refrained(rest: Words, simple: Reader) -> str | None:
    """What follows 不得, in the base form: "occupy or block fire lanes"."""
    where, rest = _place(rest) if rest else ("", rest)
    if named := _bare(rest, plain) or _engaged_in(rest):
        return named + where
    done = _acts(rest, simple, plain) if rest and _is_act(rest[0]) else None
    return f"{done}{where}" if done else None


def _bare(rest: Words, form: Callable[[str], str]) -> str | None:
    """``迟报、瞒报``: verbs that need no object here, each as it is said alone."""
    acts = [entry for entry in rest if entry.tag not in LINKS]
    alone = [section("heads.txt", "alone").get(entry.zh) for entry in acts if entry.tag in {"v", "vp"}]
    said = [form(MARK + act) for act in alone if act]
    if len(acts) < _PAIR or len(said) != len(acts) or len(acts) * _PAIR != len(rest) + 1:
        return None
    return in_list(said, last="or")


def _engaged_in(rest: Words) -> str | None:
    """``违规收费``, ``非法集资``: wrongs that are nouns."""
    if len(rest) != 1 or rest[0].tag != "n" or not rest[0].zh.startswith(kind("wrong-ways")):
        return None
    levied = rest[0].en.endswith(("charges", "fines", "levies"))
    return f"{'impose' if levied else 'engage in'} {rest[0].en}"


def _place(rest: Words) -> tuple[str, Words]:
    """``在公园内|搭建棚屋``: (" in parks", what is done there); without a place ("", all)."""
    if rest[0].zh != "在":
        return "", rest
    at = next((i for i, e in enumerate(rest) if i and e.zh in {"内", "里", "上"} and e.tag == "loc"), 0)
    act = at + 1 if at else next((i for i, e in enumerate(rest) if e.tag in {"v", "vp"}), 0)
    if not act and len(rest) > _PAIR and rest[-1].tag == "n":
        act = len(rest) - 1  # 在林区野外用火
    last = (at or act) - 1
    if last < 1 or act >= len(rest) or rest[last].tag not in NOUNS:
        return "", rest
    place = noun_phrase(rest[1 : last + 1])
    on = rest[at].zh == "上" if at else rest[last].zh.endswith(kind("roads"))
    return (f" {'on' if on else 'in'} {place}", rest[act:]) if place else ("", rest)


def _acts(rest: Words, simple: Reader, form: Callable[[str], str]) -> str | None:
    """``占用、堵塞消防通道`` "occupying or blocking fire lanes", ``乱停车辆、乱倒垃圾``."""
    bounds = [-1, *(i for i, e in enumerate(rest) if e.tag in LINKS and rest[i + 1 :][:1]), len(rest)]
    parts = [rest[a + 1 : b] for a, b in itertools.pairwise(bounds)]
    if not all(parts):
        return None
    opens = [_is_act(part[0]) for part in parts]
    if all(opens) and len(parts) > 1:
        return _either(parts, simple, form)
    whole = simple(rest)
    return form(whole) if whole and ", " not in whole.partition(MARK)[0] else None


def _either(parts: list[Words], simple: Reader, form: Callable[[str], str]) -> str | None:
    """Several acts: the bare verbs before the last one share its object."""
    bare = [len(part) == 1 and part[0].tag in {"v", "vp"} and "{}" not in part[0].en for part in parts]
    last = simple(parts[-1])
    if last is None or bare[-1] or (any(bare[:-1]) and (not all(bare[:-1]) or parts[-1][0].tag not in {"v", "vp"})):
        return None
    if all(bare[:-1]) and parts[-1][0].en.count(" ") and "{}" in parts[-1][0].en:
        return None
    said = [part[0].en if bare[i] else simple(part) for i, part in enumerate(parts[:-1])]
    acts = [form(one) for one in (*said, last) if one]
    if len(acts) != len(parts) or any(", " in one or " and " in one for one in acts):
        return None
    return in_list(acts, last="or")


def _things(rest: Words) -> str | None:
    """Nouns alone: a verb among them could be the one that is forbidden."""
    names = all(e.tag in NOUNS | QUALITIES | LINKS | {"de"} or (e.tag in VERBAL and never_first(e)) for e in rest)
    known = names or (rest[-1].tag in NOUNS and not any(e.tag in {"v", "vp"} for e in rest))
    if any(a.tag in NOUNS and ends_in_verb(a) and b.tag not in LINKS for a, b in itertools.pairwise(rest)):
        return None  # 超标排放|污水: what is done, and to what
    lone = len(rest) == 1 and bool(rest[0].noun) and len(rest[0].zh) > 2  # 捆绑销售, not 聚集
    return noun_phrase(rest) if known or lone else None

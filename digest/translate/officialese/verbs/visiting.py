"""What leaders said where they were: ``总书记在海州考察时的重要讲话`` "the speech during a visit to Haizhou"."""

from __future__ import annotations

from digest.translate.officialese.nouns.phrase import noun_phrase
from digest.translate.officialese.nouns.row import said_by
from digest.translate.officialese.verbs import Reader
from digest.translate.officialese.verbs.places import at_meeting
from digest.translate.officialese.words.lexicon import Words, kind
from digest.translate.officialese.words.morphology import gerund
from digest.translate.officialese.words.tags import NOUNS

_VISITS = frozenset({"考察", "视察", "调研", "考察调研", "调研考察", "视察调研", "检查指导", "访问", "考察工作"})
_WHILE = frozenset({"时", "期间"})
_LEADS = ("书记", "主席", "总理", "领导", "领导同志", "省长", "市长", "县长", "区长")


def on_a_visit(entries: Words, verb_phrase: Reader) -> str | None:
    """The noun with the visit behind it; None where nobody visits, or more is said than this."""
    head = next((i for i, e in enumerate(entries) if i > 1 and e.zh.endswith(kind("spoken"))), 0)
    if not head or head != len(entries) - 1 or not entries[0].zh.endswith(_LEADS):
        return None
    said, where = noun_phrase(entries[head:]), entries[1:head]
    if where[-1].tag == "de":
        where = where[:-1]
    timed = len(where) > 1 and where[-1].zh in _WHILE
    where = where[:-1] if timed else where
    when = _visiting(where, verb_phrase, timed=timed) if said and where else None
    return f"{said_by(said, entries[0])} {when}" if said and when else None


def _visiting(where: Words, verb_phrase: Reader, *, timed: bool) -> str | None:
    """``在海州考察``, ``考察海州``, ``在听取汇报``."""
    inside = where[0].zh == "在"
    rest = where[1:] if inside else where
    if inside and rest[-1].zh == "上":
        return at_meeting(rest[:-1])
    visits = [i for i, e in enumerate(rest) if e.zh in _VISITS]
    if len(visits) == 1 and visits[0] in {0, len(rest) - 1}:
        spot = rest[1:] if visits[0] == 0 else rest[:-1]
        place = noun_phrase(spot) if spot and all(e.tag in NOUNS for e in spot) else None
        named = place and (place[0].isupper() or place.startswith("our "))
        return f"during a visit to {place}" if named else None if spot else "during a visit"
    reading = verb_phrase(rest) if inside and timed else None
    return f"while {gerund(reading)}" if reading and ", " not in reading and " of " not in reading else None

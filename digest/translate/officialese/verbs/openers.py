"""Times that open a clause: ``强降雨期间要…``, ``汛期…``, ``禁渔期内…``; a time does nothing itself."""

from __future__ import annotations

from digest.translate.officialese.nouns.phrase import noun_phrase
from digest.translate.officialese.verbs.doubts import STARTS, is_about
from digest.translate.officialese.verbs.verb import not_doing, verb_phrase
from digest.translate.officialese.words.lexicon import Entry, Words, kind
from digest.translate.officialese.words.morphology import plain
from digest.translate.officialese.words.tags import ADVERBS

_YEARS = frozenset({"今年", "明年", "下半年"})
_MOST_WORDS = 3
_NAMES = frozenset({"n", "k"})


def opening_time(entries: Words) -> tuple[str, Words] | None:
    """("during heavy rain", what follows), or None where no time opens the clause."""
    end = next((i + 1 for i, e in enumerate(entries[:_MOST_WORDS]) if _is_time(e)), 0)
    within = end == 0 and len(entries) > _MOST_WORDS and entries[0].zh.endswith("期") and entries[1].zh == "内"
    if within:
        return f"during {entries[0].en}", entries[2:]
    if not end or end == len(entries) or entries[end].tag not in STARTS | ADVERBS | {"m", "prep"}:
        return None
    time, before = entries[end - 1], entries[: end - 1]
    if time.zh == "期间":
        what = noun_phrase(before) if before else None
        return (f"during {what}", entries[end:]) if what and " and " not in what else None
    if before:
        return None
    if time.zh in _YEARS:
        return f"in {time.en}".replace("in next", "next").replace("in this", "this"), entries[1:]
    return f"during {time.en}", entries[1:]


_DEMAND = Entry(zh="要", tag="m", en="should")


def time_alone(entries: Words) -> str | None:
    """``施工期间``, ``11月底前``: a time that belongs to the clause behind it."""
    if len(entries) == 1 and entries[0].tag == "d" and " " in entries[0].en:
        return entries[0].en
    opens = opening_time((*entries, _DEMAND))
    return opens[0] if opens and opens[1] == (_DEMAND,) else None


def _is_time(entry: Entry) -> bool:
    return entry.tag in _NAMES and (entry.zh.endswith("期间") or entry.zh in {*_YEARS, *kind("times-of-year")})


def during(when: str, rest: Words) -> str | None:
    """``春节期间 VP``, ``春节期间要 VP``, ``春节期间不得 VP``."""
    if rest[0].tag == "m" and rest[0].en.endswith(" not"):
        act = not_doing(rest[1:])
        return f"{when}, do not {act}" if act else None
    asked, rest = rest[0].tag == "m", rest[rest[0].tag == "m" :]
    label = not rest or (not asked and is_about(rest[0], rest)) or (not rest[2:] and rest[-1].zh == "工作")
    reading = None if label else verb_phrase(rest)
    return f"{when}, {plain(reading)}" if reading else None

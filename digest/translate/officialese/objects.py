"""What a verb takes beyond a plain noun phrase: nouns with a verb in front of their 的."""

from __future__ import annotations

from collections.abc import Callable

from digest.translate.officialese.compound import ADVERBS, NOUNS
from digest.translate.officialese.doubts import STARTS
from digest.translate.officialese.lexicon import Entry, section
from digest.translate.officialese.morphology import MARK, gerund, participle
from digest.translate.officialese.phrase import noun_phrase

Words = tuple[Entry, ...]
Reader = Callable[[Words], str | None]


def done_by(entries: Words) -> str | None:
    """``各方面提出的意见`` "opinions proposed by all parties"."""
    cut = next((i for i, e in enumerate(entries) if e.tag == "de"), 0)
    purposes = section("heads.txt", "purpose")
    if not 2 <= cut < len(entries) - 1 or entries[cut - 1].tag != "v" or "{}" in entries[cut - 1].en:
        return None
    if entries[cut - 2].tag != "o" or any(e.tag in NOUNS for e in entries[: cut - 2]) or entries[-1].zh in purposes:
        return None
    who, what = noun_phrase(entries[: cut - 1]), noun_phrase(entries[cut + 1 :])
    return f"{what} {participle(entries[cut - 1].en)} by {who}" if who and what else None


def having(entries: Words) -> str | None:
    """``具有影响力的高地`` "high ground with influence"."""
    cut = next((i for i, e in enumerate(entries) if e.tag == "de"), 0)
    if cut < 2 or entries[0].zh not in {"具有", "富有", "充满"}:
        return None
    what, held = noun_phrase(entries[cut + 1 :]), noun_phrase(entries[1:cut])
    return f"{what} with {held}" if what and held else None


def with_purpose(entries: Words, verb_phrase: Reader) -> str | None:
    """``解决问题的能力`` "capacity to solve problems"."""
    cut = next((i for i in range(len(entries) - 1, 0, -1) if entries[i].tag == "de"), 0)
    if cut and entries[0].tag in {"o", "a"}:
        return _of_whom(entries, cut, verb_phrase)
    if not cut or entries[0].tag not in STARTS | ADVERBS or len(entries) - cut > 5:
        return None
    link = section("heads.txt", "purpose").get(entries[-1].zh)
    noun = noun_phrase(entries[cut + 1 :])
    reading = verb_phrase(entries[:cut]) if link and noun else None
    if reading is None or "; " in reading:
        return None
    return f"{noun} to {reading.replace(MARK, '')}" if link == "to" else f"{noun} {link} {gerund(reading)}"


def _of_whom(entries: Words, cut: int, verb_phrase: Reader) -> str | None:
    """``群众参与治理的积极性`` "initiative of residents for taking part in governance"."""
    link = section("heads.txt", "purpose").get(entries[-1].zh)
    noun = noun_phrase(entries[cut + 1 :]) if link else None
    for end in range(1, cut - 1) if noun else ():
        if entries[end - 1].tag == "o" and entries[end].tag in STARTS:
            who, reading = noun_phrase(entries[:end]), verb_phrase(entries[end:cut])
            if who and reading:
                doing_it = f"to {reading.replace(MARK, '')}" if link == "to" else f"{link} {gerund(reading)}"
                return f"{noun} of {who} {doing_it}"
    return None

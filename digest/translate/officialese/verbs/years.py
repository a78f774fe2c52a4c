"""What a year is for whoever speaks: ``今年是示范城市创建的关键之年`` "this year is crucial for …"."""

from __future__ import annotations

import re

from digest.translate.officialese.nouns.phrase import noun_phrase
from digest.translate.officialese.verbs.verb import verb_phrase
from digest.translate.officialese.words.lexicon import cut
from digest.translate.officialese.words.morphology import gerund, plain
from digest.translate.officialese.words.senses import settled

_YEAR = re.compile(
    r"^(?P<when>今年|明年|\d{4}年)(?:也|又|更)?是(?P<whose>[全我][省市县区]|全国|我国)?(?P<what>.+?)的?"
    r"(?P<kind>开局|起步|收官|关键|攻坚|决胜|决战|重要|奠基|深化|突破|提升)(?:之年|一年|年份|年)$"
)
_KINDS = {
    "开局": "the first year",
    "起步": "the first year",
    "奠基": "the founding year",
    "收官": "the final year",
    "关键": "a crucial year",
    "重要": "an important year",
    "攻坚": "a decisive year",
    "决胜": "a decisive year",
    "决战": "a decisive year",
    "深化": "a year of further progress",
    "突破": "a year of breakthroughs",
    "提升": "a year of improvement",
}
_WHEN = {"今年": "this year", "明年": "next year"}
_WHOSE = {"我国": "our country", "全国": "the whole country", "全省": "the whole province", "全市": "the whole city"}
_WHOSE |= {"全县": "the whole county", "全区": "the whole district", "我省": "our province", "我市": "our city"}
_WHOSE |= {"我县": "our county", "我区": "our district"}


def said_of_a_year(text: str) -> str | None:
    """The statement in English, or None."""
    found = _YEAR.match(text)
    if found is None:
        return None
    kind, whose = _KINDS[found["kind"]], _WHOSE.get(found["whose"] or "")
    what = _aim(found["what"], whose, joint="of" if kind.startswith("the ") else "for")
    return f"{_WHEN.get(found['when'], found['when'].removesuffix('年'))} is {kind} {what}" if what else None


def _aim(text: str, whose: str | None, *, joint: str) -> str | None:
    """``争创文明城市`` "for our city to seek …", or "for seeking …"; ``“十四五”规划`` "of the …"."""
    entries = settled(cut(text) or ())
    what = noun_phrase(entries) if entries else None
    if what:
        return f"{joint} {what}" + (f" in {whose}" if whose else "")
    reading = verb_phrase(entries) if entries else None
    if reading is None or ", " in reading:
        return None
    return f"for {whose} to {plain(reading)}" if whose else f"{joint} {gerund(reading)}"

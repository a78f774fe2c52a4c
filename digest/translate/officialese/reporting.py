"""Who says what follows: ``会议强调，`` "the meeting stressed:", ``《通知》要求，`` "the notice requires:"."""

from __future__ import annotations

import re

from digest.translate.officialese.headlines.bodies import body
from digest.translate.officialese.headlines.persons import titled
from digest.translate.officialese.words.lexicon import section
from digest.translate.officialese.words.morphology import is_plural

#: a paper says it now, a meeting and a person said it
_VERBS = {
    "强调指出": ("stresses", "stressed"),
    "强调": ("stresses", "stressed"),
    "指出": ("notes", "noted"),
    "要求": ("requires", "required"),
    "提出": ("proposes", "proposed"),
    "明确": ("makes clear", "made clear"),
    "规定": ("provides", "provided"),
    "提醒": ("reminds readers", "reminded those present"),
    "认为": ("holds", "held"),
    "表示": ("says", "said"),
}
_SAYS = re.compile(rf"^(?:最后[，,]?)?(?P<who>.{{1,24}}?)(?:还|并|同时|再次|最后)?(?P<verb>{'|'.join(_VERBS)})$")
_BEFORE = re.compile("强调|指出|要求|提出|明确|规定")
_PRESENT = re.compile(r"(?:(?<=ss)es|(?<!s)s)\b")
_PAPER = re.compile(r"^(?P<this>[本该])?《?(?P<name>[^《》]{2,4})》?$")


def reported(clause: str) -> str | None:
    """The reporting clause in English, beginning small, or None."""
    found = _SAYS.match(clause)
    if found is None:
        return None
    now, then = _VERBS[found["verb"]]
    paper = _PAPER.match(found["who"])
    if paper and (named := section("names.txt", "papers").get(paper["name"])):
        several = is_plural(named)
        this = ("these" if several else "this") if paper["this"] else "the"
        return f"{this} {named} {_PRESENT.sub(r'', now, count=1) if several else now}"
    who = section("names.txt", "speaking").get(found["who"]) or titled(found["who"])
    who = who or body(found["who"])
    return f"{who} {then}" if who else None


def says_first(clause: str) -> tuple[str, str] | None:
    """``会议强调要加强管理`` as (``会议强调``, ``要加强管理``), None where nobody is known to speak."""
    for found in _BEFORE.finditer(clause):
        if reported(clause[: found.end()]):
            return clause[: found.end()], clause[found.end() :]
    return None

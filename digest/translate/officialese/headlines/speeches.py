"""Who spoke at a meeting and what was stressed there."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from digest.translate.officialese.clause import clause_en
from digest.translate.officialese.headlines.parts import each
from digest.translate.officialese.headlines.persons import titled
from digest.translate.officialese.names.names import is_name, levels, person, place
from digest.translate.officialese.nouns.phrase import noun_phrase
from digest.translate.officialese.verbs.verb import doing, verb_phrase
from digest.translate.officialese.words.lexicon import cut, section
from digest.translate.officialese.words.morphology import plain

_BRANCH = re.compile(r"^[我全]?([省市县区])设(?:立)?分会场(?:收听收看)?$")
_STRESSED = re.compile(
    r"^(?P<who>[^在\s]{2,24}?)(?:在|赴|到|深入)(?P<meeting>\S+?)(?:上|时|中)?(?P<verb>强调|指出|要求|表示)(?:指出)?[：:，,\s]*(?P<what>.+)$"
)
_VERBS = {"强调": "stressed", "指出": "noted", "要求": "required", "表示": "said"}


@cache
def _roles() -> dict[str, str]:
    """What somebody does at a meeting, the longest first."""
    return dict(sorted(section("meetings.txt", "roles").items(), key=lambda row: -len(row[0])))


@cache
def _with_role() -> re.Pattern[str]:
    return re.compile(rf"^(.{{2,24}}?)({'|'.join(_roles())})$")


def imperative(text: str) -> str | None:
    """``压实责任``: "pin down responsibility", beginning small."""
    entries = cut(text)
    reading = verb_phrase(entries) if entries else None
    return plain(reading) if reading else clause_en(text)


def chaired(text: str) -> str | None:
    """``林知远主持并讲话``: "Lin Zhiyuan in the chair and speaking"."""
    branch = _BRANCH.match(text)
    if branch:
        return f"with a branch venue in the {levels()[branch[1]][1]}"
    found = _with_role().match(text)
    people = each(found[1].split("、"), titled) if found else []
    if found is None or not people:
        return None
    return f"{' and '.join(one.removesuffix(',') for one in people)} {_roles()[found[2]]}"


def chair_at_end(text: str) -> tuple[str, str]:
    """``…贯彻落实工作林知远主持并讲话``: (the text before it, ", Lin Zhiyuan in the chair and speaking")."""
    for role, english in _roles().items():
        before = text.removesuffix(role)
        for size in (3, 2) if before != text and not before.endswith("并") else ():
            if is_name(before[-size:]) and len(before) > 2 * size:
                return before[:-size], f", {person(before[-size:])} {english}"
    return text, ""


def _at(meeting: str | None) -> str | None:
    return f"at {meeting}" if meeting else None


def _whereabouts(text: str) -> str | None:
    """``云岭县`` " in Yunling County", ``企业`` " at companies"."""
    if town := place(text):
        return f" in {town}"
    entries = cut(text)
    thing = noun_phrase(entries) if entries else None
    return f" at {plain(thing)}" if thing else None


def _tour(text: str) -> str | None:
    """``云岭县调研(时强调)``: "on a fact-finding tour in Yunling County"."""
    found = re.match("^(.*?)(?:专题|实地)?(?:调研|考察|检查|督导|督查|走访)(.*)$", text)
    if found is None:
        return None
    where = _whereabouts(found[1]) if found[1] else ""
    entries = cut(found[2]) if found[2] else None
    about = doing(entries) if entries else None
    if where is None or (found[2] and not about):
        return None
    return f"on a fact-finding tour{where}{f' on {plain(about)}' if about else ''}"


def _demands(text: str) -> str | None:
    """``压实责任 守牢底线``: everything that was stressed."""
    said = each([piece for piece in re.split(r"[\s，,；;、]+", text) if piece], imperative)
    return "; ".join(said) if said else None


_SAYS = re.compile("^(.{2,24}?)(强调|指出|要求|表示)?[：:](.+)$")


def _said(text: str) -> str | None:
    """``林知远：全力抓好防汛工作``: who said what."""
    found = _SAYS.match(text)
    somebody = titled(found[1]) if found else None
    said = _demands(found[3]) if found and somebody else None
    if found is None or somebody is None or said is None:
        return None
    verb = f" {_VERBS[found[2]]}" if found[2] else ""
    return f"{somebody.removesuffix(',')}{verb}: {said}"


_SPOKE = re.compile("^(.{2,24}?)在(.+[会议式])上(?:作|发表)?(讲话|致辞|发言|报告)$")


def _spoke(text: str, meeting: Callable[[str], str | None]) -> str | None:
    """``林知远在全县教育工作会议上讲话``: who spoke, and where."""
    found = _SPOKE.match(text)
    somebody, where = (titled(found[1]), meeting(found[2])) if found else (None, None)
    if found is None or somebody is None or where is None:
        return None
    verb = {"致辞": "gave an address", "报告": "reported"}.get(found[3], "spoke")
    return f"{somebody} {verb} at {where}"


def speech(text: str, meeting: Callable[[str], str | None]) -> str | None:
    """``林知远在防汛工作会议上强调 压实责任``: who stressed what, and where."""
    found = _STRESSED.match(text)
    if found is None:
        return _spoke(text, meeting) or _said(text)
    somebody, where = titled(found["who"]), _tour(found["meeting"]) or _at(meeting(found["meeting"]))
    said = _demands(found["what"])
    if somebody is None or where is None or said is None:
        return None
    return f"{where}, {somebody} {_VERBS[found['verb']]}: {said}"

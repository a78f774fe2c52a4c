"""Who spoke at a meeting, on a tour or elsewhere, and what was stressed there."""

from __future__ import annotations

import re
from collections.abc import Callable

from digest.translate.officialese.headlines.bodies import body
from digest.translate.officialese.headlines.campaigns import people
from digest.translate.officialese.headlines.mottoes import mottoes, stressing
from digest.translate.officialese.headlines.parts import any_of
from digest.translate.officialese.headlines.persons import titled, who
from digest.translate.officialese.headlines.spots import spot
from digest.translate.officialese.names.names import place
from digest.translate.officialese.verbs.verb import doing
from digest.translate.officialese.words.lexicon import cut, section, words
from digest.translate.officialese.words.morphology import plain

Reader = Callable[[str], str | None]

_VERBS = {"强调": "stressed", "指出": "noted", "要求": "urged", "表示": "said"}
#: the occasion, and what was said
_STRESSED = re.compile(
    rf"^(?P<occasion>\S.*?)(?:[时上中]|期间)?(?P<verb>{any_of(_VERBS)})(?:指出)?[：:，,\s]*(?P<what>.+)$"
)
_AT = re.compile(r"^(?P<who>[^在\s]{2,24}?)(?:在|赴|到|来|深入)(?P<where>\S+)$")
#: 在检查…(时): what somebody does
_AT_WORK = re.compile(
    "^([^在]{2,24})在(?=检查|督|会见|看望|走访|慰问|参加|出席|主持|暗访|视察|察看|观摩|巡河|巡林|接待|接访|宣讲|现场|率|同|与|专题)"
)
_SAYS = re.compile(rf"^(.{{2,24}}?)(?:({any_of(_VERBS)})[：:\s]|[：:])\s*(.+)$")
#: how somebody spoke
_SPEECHES = {
    "讲话": "spoke",
    "发言": "spoke",
    "致辞": "gave an address",
    "报告": "reported",
    "演讲": "gave a speech",
    "重要讲话": "made an important speech",
    "动员讲话": "spoke",
    "总结讲话": "spoke",
    "交流发言": "spoke",
    "表态发言": "spoke",
    "主旨演讲": "gave a keynote speech",
    "主旨发言": "gave a keynote speech",
    "主旨报告": "gave a keynote report",
    "专题报告": "gave a special report",
    "工作报告": "delivered the work report",
}
_SPOKE = re.compile(f"^(.{{2,24}}?)在(.+[会议式班坛])上(?:作了?|发表)?({any_of(_SPEECHES)})$")


#: what may follow anything that somebody does
_TOURED = ("调研", "开展调研")


_GIVEN = {
    "颁奖": "presented awards to",
    "授牌": "presented plaques to",
    "授旗": "presented flags to",
    "送行": "saw off",
}
_TO_WHOM = re.compile(f"^(?:现场|共同)?[为向给](.{{2,16}}?)({any_of(_GIVEN)})$")


def _given(text: str) -> str | None:
    """``为优秀企业颁奖`` "presented awards to outstanding companies"."""
    found = _TO_WHOM.match(text)
    whom = people(found[1]) or body(found[1]) if found else None
    return f"{_GIVEN[found[2]]} {whom}" if found and whom else None


def tail_of(text: str) -> tuple[str, str]:
    """``林知远出席…会议并讲话``: (the text before it, " and spoke")."""
    before, did, what = text.rpartition("并")
    said = section("meetings.txt", "tails").get(what) or _given(what)
    told = said and did and (what in _TOURED or re.search("出席|参加|列席|主持", before))
    return (before, f" and {said}") if told else (text, "")


def speech(text: str, meeting: Reader, news: Reader) -> str | None:
    """``林知远在防汛工作会议上强调 压实责任``: who stressed what, and where.

    ``meeting`` reads a meeting, ``news`` whatever else was the occasion.
    """
    found = _STRESSED.match(text)
    if found is None:
        return _spoke(text, meeting) or _said(text)
    said = mottoes(found["what"])
    if said is None:
        return None
    if where := _at(found["occasion"], meeting):
        return f"{where} {_VERBS[found['verb']]}: {said}"
    occasion = news(_AT_WORK.sub(r"\1", found["occasion"])) or news(found["occasion"])
    return f"{occasion}, {stressing(said)}" if occasion else _said(text)


def _at(occasion: str, meeting: Reader) -> str | None:
    """``林知远在防汛工作会议(上强调)``: "at a work meeting on flood control, Lin Zhiyuan"."""
    found = _AT.match(occasion)
    somebody = titled(found["who"]) or who(found["who"]) if found else None
    if found is None or somebody is None:
        return None
    held = None if (tour := _tour(found["where"])) else meeting(found["where"])
    where = tour or (f"at {held}" if held else None)
    return f"{where}, {somebody}" if where else None


def _tour(text: str) -> str | None:
    """``云岭县调研(时强调)``: "on a fact-finding tour in Yunling County"."""
    found = re.match("^(.*?)(?:专题|实地)?(?:督导调研|调研|考察)(?:指导|督导)?(.*)$", text)
    if found is None:
        return None
    at = spot(found[1])
    where = at.where if at else None if found[1] else ""
    entries = cut(found[2]) if found[2] else None
    about = doing(entries) if entries else None
    if where is None or (found[2] and not about):
        return None
    return f"on a fact-finding tour{where}{f' on {plain(about)}' if about else ''}"


def _said(text: str) -> str | None:
    """``林知远：全力抓好防汛工作``: who said what."""
    found = _SAYS.match(text)
    somebody = titled(found[1]) or (None if found[2] else place(found[1]) or _the_body(found[1])) if found else None
    said = mottoes(found[3]) if found and somebody else None
    if found is None or somebody is None or said is None:
        return None
    verb = f" {_VERBS[found[2]]}" if found[2] else ""
    return f"{somebody.removesuffix(',')}{verb}: {said}"


def _the_body(text: str) -> str | None:
    """``教育部：加强…``: one body, and none of a kind."""
    said = body(text)
    return said if said and re.match("the [A-Z]" if text in words() else "the ", said) else None


def _spoke(text: str, meeting: Reader) -> str | None:
    """``林知远在全县教育工作会议上讲话``: who spoke, and where."""
    found = _SPOKE.match(text)
    somebody, where = (titled(found[1]), meeting(found[2])) if found else (None, None)
    return f"{somebody} {_SPEECHES[found[3]]} at {where}" if found and somebody and where else None

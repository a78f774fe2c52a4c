"""What makes a sentence worth one of the few places at the top of a story, besides the words it shares with the others.

The measures are factors of a sentence's rank. They were chosen on labelled articles (which five sentences a careful reader
would show) and on summaries of news; ``benchmarks/`` prints what they bring.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from digest.model import Directive, Sentence

#: sentences that only say who was there
_ATTENDANCE = re.compile(r"(?:出席|参加|列席|陪同|主持|交流发言|表态发言)[^，。要]{0,14}[。；]?$")
#: 会议强调，要管住工地扬尘。 The demands come behind it
_BARE_SPEECH = re.compile(r"[^，。]{1,14}(?:指出|强调|要求|提出|表示|认为)，.{1,26}[。；]")
#: what will come of it: no news
_OUTLOOK = re.compile(
    r"^(?:下一步|下步|接下来|此次|本次|这次|今后).*(?:将|召开)|标志着|将(?:以|继续|持续|进一步|积极|深入)"
)
#: 要充分认识…, 要深入贯彻…精神: ahead of the work
_PRINCIPLE = re.compile(
    r"(?:要|必须|应)?(?:充分|深刻|清醒|切实)?地?(?:认识|认清|领会|领悟)|提高政治站位|统一思想|提高思想认识"
    r"|增强(?:责任|政治|思想|行动)|深入(?:学习)?贯彻|认真学习|坚持以|以习近平"
)
#: 会议通报了…, 会议还研究了其他事项: what was on the agenda
_AGENDA = re.compile(
    r"^(?:会上，|会前，|随后，)?(?:与会人员|会议)(?:还|集体)?(?:通报|听取|传达|观看|收看|收听|审议|研究|宣读|学习|总结)[^，。]*[。；]$"
)
_OTHER_MATTERS = re.compile("其[他它](?:有关|相关)?(?:事项|问题|工作|议题)[。；]$")
_FIGURE = re.compile(r"\d")
#: characters in which a sentence of principle says so
_OPENING = 28
#: characters of a sentence that says little
_SHORT = 24
#: share of a sentence that a directive covers at least, to be in it
_COVERED = 0.2


@dataclass(frozen=True, kw_only=True, slots=True)
class Worth:
    """Factors; 1 leaves the rank of a sentence as it is."""

    attendance: float = 0.2
    outlook: float = 0.5
    agenda: float = 0.5
    short: float = 0.7
    #: it holds a number
    figure: float = 1.3
    principle: float = 0.5
    #: a demand that somebody can carry out, and one that names who
    work: float = 2.0
    owned: float = 1.3
    #: it demands nothing, in a text that demands something, and is not its lead
    aside: float = 0.4

    def of(self, sentence: Sentence, *, lead: bool, demanding: bool, directives: Sequence[Directive]) -> float:
        """The factor of a sentence; ``demanding`` says that its text has directives, ``directives`` are those in it."""
        text = sentence.text
        if _ATTENDANCE.search(text):
            return self.attendance
        factors = (
            (self.outlook, _OUTLOOK.search(text) is not None),
            (self.agenda, _AGENDA.search(text) is not None),
            (self.short, len(text) < _SHORT),
            (self.figure, _FIGURE.search(text) is not None),
            (self.principle, not lead and _PRINCIPLE.search(text, 0, _OPENING) is not None),
            (self.work, any(d.type == "operational" for d in directives)),
            (self.owned, any(d.owner for d in directives)),
            (self.aside, demanding and not directives and not lead),
        )
        worth = 1.0
        for factor, applies in factors:
            worth *= factor if applies else 1.0
        return worth


def tells(text: str) -> bool:
    """False for a sentence that only says who was there, only opens what a speaker says, or says 其他事项."""
    return not _ATTENDANCE.search(text) and not _BARE_SPEECH.fullmatch(text) and not _OTHER_MATTERS.search(text)


def covered(units: Sequence[Sentence], directives: Sequence[Directive]) -> list[float]:
    """The share of each unit, 0 to 1, that stands in directives; both are in order."""
    shares: list[float] = []
    first = 0
    for unit in units:
        while first < len(directives) and directives[first].end <= unit.start:
            first += 1
        shared, at = 0, unit.start
        for directive in directives[first:]:
            if directive.start >= unit.end:
                break
            start, end = max(at, directive.start), min(unit.end, directive.end)
            shared += max(0, end - start)
            at = max(at, end)
        shares.append(shared / max(1, unit.end - unit.start))
    return shares


def inside(units: Sequence[Sentence], directives: Sequence[Directive]) -> list[list[Directive]]:
    """The directives that each unit holds a good part of; both are in order."""
    found: list[list[Directive]] = []
    first = 0
    for unit in units:
        while first < len(directives) and directives[first].end <= unit.start:
            first += 1
        here = []
        for directive in directives[first:]:
            if directive.start >= unit.end:
                break
            if min(directive.end, unit.end) - max(directive.start, unit.start) > _COVERED * len(unit.text):
                here.append(directive)
        found.append(here)
    return found

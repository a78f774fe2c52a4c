"""Headlines of tours: ``林知远调研防汛工作``, ``副县长林知远赴云岭县检查安全生产工作``."""

from __future__ import annotations

import re
from collections.abc import Callable

from digest.translate.officialese.campaigns import named
from digest.translate.officialese.lexicon import cut
from digest.translate.officialese.morphology import plain
from digest.translate.officialese.names import place
from digest.translate.officialese.verb import doing

_DID = {
    "调研督导": "looked into and supervised",
    "督导调研": "supervised and looked into",
    "督导检查": "supervised and inspected",
    "检查督导": "inspected and supervised",
    "调研检查": "looked into and inspected",
    "检查指导": "inspected and guided",
    "调研指导": "looked into and guided",
    "调研": "looked into",
    "检查": "inspected",
    "督导": "supervised",
    "督查": "inspected",
    "视察": "inspected",
}
_TOUR = re.compile(
    rf"^(.{{2,16}}?)(?:[赴到在深入]{{1,2}}(.{{2,12}}?))?(?:专题|实地|现场|带队)?({'|'.join(_DID)})(?:了)?(.{{2,}})$"
)


def visit(text: str, who: Callable[[str], str | None]) -> str | None:
    """Who toured what, and where; None unless all of it is understood. ``who`` reads the person.

    A pair of verbs counts as one word, the longest first.
    """
    found = _TOUR.match(text)
    if found is None:
        return None
    person, where = who(found[1]), place(found[2]) if found[2] else ""
    entries = cut(found[4].removeprefix("我市").removeprefix("我县").removeprefix("我区"), named)
    what = doing(entries) if entries else None
    if person is None or where is None or what is None:
        return None
    return f"{person} {_DID[found[3]]} {plain(what)}{f' in {where}' if where else ''}"

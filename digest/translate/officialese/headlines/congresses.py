"""Congresses, councils and boards of a term: ``第五届理事会第三次会议`` "the 3rd meeting of the 5th council"."""

from __future__ import annotations

import re
from functools import cache

from digest.translate.officialese.headlines.bodies import body
from digest.translate.officialese.headlines.parts import any_of, each
from digest.translate.officialese.names.dates import NUMBER, han_number, ordinal
from digest.translate.officialese.words.lexicon import section


@cache
def _in_words() -> re.Pattern[str]:
    """``第三届职工代表大会第二次会议``, ``三届二次职工代表大会``; two of them with 暨 between."""
    one = f"(?:{any_of(section('meetings.txt', 'of-a-term'))})"
    several = f"({one}(?:[暨、和与](?:第?{NUMBER}届)?{one})*)"
    nth = f"第?({NUMBER})次"
    return re.compile(
        f"^第?({NUMBER})届(?:{several}{nth}(全体)?(?:代表)?(?:会议|大会)|{nth}(全体)?{several}(?:会议|大会)?)$"
    )


_ENLARGED = re.compile("（扩大）")
#: bodies that are a few people, and meet
_BODIES = ("council", "board", "committee", "presidium")


def congress(text: str) -> str | None:
    """The meeting of a body by its number and the body's term.

    >>> congress("三届二次职工代表大会")
    "the 2nd session of the 3rd employees' congress"
    """
    found = _in_words().match(_ENLARGED.sub("", text))
    if found is None:
        return None
    rows = section("meetings.txt", "of-a-term")
    term, which = ordinal(han_number(found[1])), ordinal(han_number(found[3] or found[5]))
    named = re.split("[暨、和与]", re.sub(f"第?{NUMBER}届", "", found[2] or found[7]))
    said = " and ".join(each(named, rows.get))
    kind = "meeting" if said.endswith(_BODIES) else "session"
    enlarged = "(enlarged) " if _ENLARGED.search(text) else ""
    plenary = "plenary " if found[4] or found[6] or "全" in named[0] else ""
    return f"the {which} {enlarged}{plenary}{kind} of the {term} {said}"


_FROM = re.compile(
    f"^(.{{0,8}}?(?:人大|人民代表大会|政协)|)第?({NUMBER})次(?:全体)?会议(?:期间)?((?:代表|委员|重点)*(?:建议|提案|议案).*)$"
)


def from_session(text: str) -> tuple[str, str] | None:
    """``市人大四次会议|代表建议交办会`` (" from the 4th meeting of the city people's congress", the rest), or None."""
    found = _FROM.match(text)
    whose = body(found[1]) if found and found[1] else ""
    if found is None or whose is None:
        return None
    which = ordinal(han_number(found[2]))
    return f" from the {which} meeting of {whose}" if whose else f" from its {which} session", found[3]

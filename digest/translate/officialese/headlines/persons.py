"""Who does something: persons with their offices, bodies, or several of them."""

from __future__ import annotations

import re

from digest.translate.officialese.headlines.bodies import body
from digest.translate.officialese.headlines.parts import each
from digest.translate.officialese.names.names import is_name, person
from digest.translate.officialese.names.organs import office
from digest.translate.officialese.nouns.compound import joined

#: between several bodies, and behind them
_BETWEEN = re.compile(r"联合|会同|[、和与同及]")
_TOGETHER = re.compile(r"(?:联合|共同)$")
_GROUP = re.compile(r"(?:一行|(?:带队|率队|亲自))$")


def titled(text: str) -> str | None:
    """``副市长林知远``, ``县委书记、县长林知远``, ``林知远``: a person, with offices that are wholly known."""
    text = _GROUP.sub("", text)
    for size in (4, 3, 2):
        name, said = text[-size:], text[:-size]
        if len(name) != size or not is_name(name):
            continue
        if not said:
            return person(name)
        known = each(re.split("[、，]", said), office)
        if not known:
            continue
        if len(known) > 1 or " of " in known[0]:
            return f"{person(name)}, {joined(known)},"
        return f"{known[0][0].upper()}{known[0][1:]} {person(name)}"
    return None


def who(text: str) -> str | None:
    """Whoever holds a meeting: a body, a person, or several."""
    text = _TOGETHER.sub("", text)
    one = body(text) or titled(text) or _two_names(text)
    if one:
        return one
    if post := office(text):
        return f"the {post}"
    parts = [part for part in _BETWEEN.split(text) if part]
    if len(parts) < 2:
        return None
    if posts := each(parts, office):
        return joined([f"the {post}" for post in posts])
    several = each(parts, lambda part: body(part) or titled(part))
    return joined([said.removesuffix(",") for said in several]) if several else None


def _two_names(text: str) -> str | None:
    """``林知远王海燕``: two names of three characters with nothing between."""
    first, second = text[:3], text[3:]
    both = len(second) == len(first) and is_name(first) and is_name(second)
    return f"{person(first)} and {person(second)}" if both else None


def is_person(text: str) -> bool:
    """True when somebody, not a body, holds the meeting."""
    return body(text) is None and titled(text) is not None

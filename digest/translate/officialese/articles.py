"""The article that Chinese has none of: "improve *the* quality of services", "promote *the* development of trade"."""

from __future__ import annotations

import re

#: what may stand between the verb and the noun: adjectives, no word that already tells which
_ADJECTIVES = (
    r"(?:(?!(?:the|a|an|that|and|or|of|on|in|for|to|from|with|by|up|their|our|its|this|these|all|any|more|each|every|higher"
    r"|better|greater|many|promoting|driving|supporting|encouraging"
    r"|advancing|speeding|leading|deepening) )[a-z-]+ ){0,2}"
)
#: how much of something there is
_SCALES = (
    r"(?:quality|efficiency|effectiveness|safety|capacity|renown|influence|image|authority|structure|coverage|level|pull"
    r"|precision|focus|appeal|scope|scale|layout|reliability|driving force|enthusiasm|initiative|vitality"
    r"|service life|rights and interests)"
    r"(?: and (?:quality|efficiency|effectiveness|safety|capacity|influence|accuracy|precision|pull|level|image"
    r"|initiative|creativity))?"
)
#: what comes about
_COURSES = (
    r"(?:development|growth|integration|transformation|commercialisation|construction|implementation|modernisation"
    r"|revitalisation|upgrading|digitisation|exit|withdrawal|solution)"
    r"(?: and (?:development|growth|upgrading|application|use))?"
)
_KEPT = (
    r"(?:improv|rais|ensur|increas|safeguard|enhanc|guarantee|strengthen|consolidat|protect|extend|expand|maintain|optimis|stimulat|mobilis|boost)"
    r"(?:e|ing)?|give full play to|giving full play to"
)
_DRIVEN = (
    r"(?:promot|driv|support|advanc|facilitat|encourag|deepen|lead|safeguard|ensur)(?:e|ing)?"
    r"|speed(?:ing)? up|push(?:ing)? forward"
    r"|work on|support for|approach to|environment for|conditions for|safeguards for"
)
_SCALE = re.compile(
    rf"\b({_KEPT}) ({_ADJECTIVES}{_SCALES} of |{_ADJECTIVES}(?:capacity|driving force|enthusiasm) for )"
)
_COURSE = re.compile(rf"\b({_DRIVEN}) ({_ADJECTIVES}{_COURSES} of )")


def with_articles(english: str) -> str:
    """A clause whose verbs stand before "quality of", "development of" … with "the" between.

    >>> with_articles("improve service quality of hotels and promote development of tourism")
    'improve the service quality of hotels and promote the development of tourism'
    """
    return _COURSE.sub(r"\1 the \2", _SCALE.sub(r"\1 the \2", english))

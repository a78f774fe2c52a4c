"""What is said before and after "other" in ``A、B 等 X``: "A, B and other X"."""

from __future__ import annotations

import re

#: what stands before "other"
SEVERAL = ("various ", "many ", "several ")
#: nouns without a plural that may follow "other"
MASS = frozenset(
    {"work", "infrastructure", "information", "support", "equipment", "action", "conduct", "research", "training"}
    | {"talent", "waste", "content", "misconduct", "consumption", "trade", "publicity", "management", "behaviour"}
    | {"knowledge", "space", "construction", "education", "production", "cooperation", "policy", "guidance"}
)


#: two words for one thing, in no list by themselves
FIXED_PAIR = re.compile(
    r"(?:.* )?(?:prevention and control|research and development|search and rescue|supply and demand"
    r"|rights and interests|science and technology)\b"
)
#: what is never without the one before it: 防汛救灾, 生命健康
OF_BOTH = frozenset({"relief", "health"})


def apart(member: str) -> str:
    """Two members of what is one in Chinese: 超员超速, but not "telecom and online fraud"."""
    one, _, other = member.partition(" and ")
    deeds = one.split(" ")[0].endswith("ing") and other.split(" ")[0].endswith("ing")
    whole = not deeds and (
        FIXED_PAIR.match(member) is not None
        or one.count(" ") < other.count(" ")
        or other in OF_BOTH
        or " of " in member
        or one.endswith("al")
    )
    return member if whole or " and " in other else member.replace(" and ", ", ")

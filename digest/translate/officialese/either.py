"""``A或B``: read as ``A和B`` where that has one "and", which is "or" then."""

from __future__ import annotations

import re

from digest.translate.officialese.clause import clause_en
from digest.translate.officialese.words.lexicon import cut

_OR = re.compile("或者|或是|或")
#: what English joins by "and" too, and what holds an 或 of its own
_ALSO = re.compile("[和与及并]|或许|抑或|又|同时")


def either_en(text: str) -> str | None:
    """English for one clause with one 或 in it, beginning small, or None."""
    if len(_OR.findall(text)) != 1 or _ALSO.search(text) or "、" in _OR.split(text)[1]:
        return None
    both = _OR.sub("和", text)
    entries = cut(both)
    if entries and any(" and " in said for entry in entries for said in (entry.en, entry.noun)):
        return None
    english = clause_en(both)
    if english and " and " not in english and english.count(" or ") == 1:
        return english  # 不得出租或出借证件
    if english is None or english.count(" and ") != 1 or re.search(r"\b(?:between|both|other)\b", english):
        return None
    return english.replace(" and ", " or ")

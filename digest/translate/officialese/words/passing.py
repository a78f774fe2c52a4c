"""通过 as a verb: an inspection is passed, where other nouns behind it are means."""

from __future__ import annotations

from digest.translate.officialese.words.lexicon import Entry, Words
from digest.translate.officialese.words.morphology import MARK
from digest.translate.officialese.words.tags import NOUNS, QUALITIES

_PASSED = ("验收", "评审", "复审", "复核", "认证")


def passing(entries: Words) -> Words:
    """``通过|省级|验收`` "pass provincial acceptance inspections", as long as it ends there."""
    at = next((i for i, entry in enumerate(entries) if entry.zh == "通过"), len(entries))
    rest = entries[at + 1 :]
    ends = bool(rest) and rest[-1].zh.endswith(_PASSED)
    if not ends or any(entry.tag not in NOUNS | QUALITIES for entry in rest[:-1]):
        return entries
    return (*entries[:at], Entry(zh="通过", tag="v", en=MARK + "pass"), *rest)

"""Fields named in a row without commas, ``交通消防燃气``: a list, none of them of the next."""

from __future__ import annotations

import itertools

from digest.translate.officialese.words.lexicon import Entry, Words, kind
from digest.translate.officialese.words.morphology import in_list
from digest.translate.officialese.words.tags import nominal

#: kinds of fields, and how many of one make a list
_TWO = ("schools", "carriers", "shops", "living", "insured", "driving", "uses", "ways", "goods", "faiths", "counts")
_FEWEST = dict.fromkeys(_TWO, 2) | {"risky": 3}


def in_a_row(entries: Words) -> Words | None:
    """The words of a compound with fields side by side joined to one noun, None where nobody can tell."""
    if any(_both_safe(a, b) for a, b in itertools.pairwise(entries)):
        return None
    found: list[Entry] = []
    at = 0
    while at < len(entries):
        name = next((name for name in _FEWEST if entries[at].zh in kind(name)), "")
        fields = kind(name) if name else ()
        end = at
        while end < len(entries) and entries[end].zh in fields and nominal(entries[end]):
            end += 1
        goes_on = end > at and entries[end:] and entries[end].zh.startswith(fields)  # 养老托育|医疗服务
        if goes_on or 1 < end - at < _FEWEST.get(name, 0):
            return None
        found += [_listed(entries[at:end])] if end - at > 1 else [entries[at]]
        at = max(end, at + 1)
    return tuple(found)


def _both_safe(one: Entry, other: Entry) -> bool:
    """安全生产|消防安全责任: two kinds of safety."""
    return one.zh.endswith(("安全", "安全生产")) and len(one.zh) > 2 and "安全" in other.zh[:4] and len(other.zh) > 2


def _listed(fields: Words) -> Entry:
    return Entry(zh=fields[-1].zh, tag="n", en=in_list([nominal(field) or "" for field in fields]))

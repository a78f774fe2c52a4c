"""Where a verb phrase may be divided, and where nobody can tell whether it is."""

from __future__ import annotations

from digest.translate.officialese.compound import ADVERBS, LINKS, VERBAL, attribute_heads, never_first
from digest.translate.officialese.lexicon import Entry, section

#: tags that a verb phrase can begin with, besides adverbs
STARTS = frozenset({"v", "vp", "vs", "va", "p", "ba", "vi", "neg"})

Words = tuple[Entry, ...]


def links(entries: Words) -> list[int]:
    """Coordinators after which a verb phrase can begin."""
    found = []
    for index, entry in enumerate(entries[:-1]):
        if index and entry.tag in LINKS:
            after = next((e for e in entries[index + 1 :] if e.tag not in ADVERBS), None)
            if after is not None and (after.tag in STARTS or after.zh == "以"):
                found.append(index)
    return found


def doubtful(entries: Words) -> bool:
    """The verb after a coordinator could be a noun beside the object of the first."""
    for link in links(entries):
        if entries[link].zh == "并":
            continue
        after = next(entry for entry in entries[link + 1 :] if entry.tag not in ADVERBS)
        if after.tag in VERBAL and after.noun and not never_first(after):
            return True
    return False


def is_light(verb: Entry) -> bool:
    """加强, 持续加强: a verb that says how much is done of what follows."""
    return verb.zh in section("heads.txt", "light") or verb.zh[-2:] in section("heads.txt", "light")


def is_nominal(entries: Words) -> bool:
    """``做好巡查和检查工作``: a verb that takes verbal nouns, and a noun that they stand before."""
    return is_light(entries[0]) and entries[-1].zh in section("heads.txt", "heads")


def is_cause(verb: Entry) -> bool:
    """推动, 大力推动."""
    return bool(section("heads.txt", "cause").keys() & {verb.zh, verb.zh[-2:]})


def last_may_be_of_all(entries: Words) -> bool:
    """``完善协同治理和联合惩戒机制``, ``做好防汛和维护稳定工作``: the last noun may be of the whole list."""
    last = entries[-1].zh
    return (last == "工作" and is_light(entries[0])) or (last in attribute_heads() and doubtful(entries))

"""Words whose tag depends on their neighbours: 重点 and 需要 at the end are nouns, 高度 before 的 is an adjective."""

from __future__ import annotations

from digest.translate.officialese.lexicon import Entry
from digest.translate.officialese.tags import LINKS, NOUNS, QUALITIES, VERBAL

Words = tuple[Entry, ...]

_NOUNS = {"重点": "priorities", "需要": "needs"}
_ADJECTIVES = {"高度": "high", "突出": "prominent"}


def settled(entries: Words) -> Words:
    """The same words with the tags that their places give them."""
    return tuple(
        _settled(entry, entries[index - 1] if index else None, entries[index + 1] if index + 1 < len(entries) else None)
        for index, entry in enumerate(entries)
    )


def _settled(entry: Entry, before: Entry | None, after: Entry | None) -> Entry:
    ends = after is None or after.tag in LINKS
    if entry.zh in _NOUNS and entry.tag in {"ad", "m"} and ends and before and before.tag in NOUNS | VERBAL | QUALITIES:
        return Entry(zh=entry.zh, tag="n", en=_NOUNS[entry.zh])
    if entry.zh == "高度" and after and after.tag in {"de", "n", "k"}:
        return Entry(zh=entry.zh, tag="a", en=_ADJECTIVES[entry.zh])
    if entry.zh == "突出" and before and before.tag == "de" and after and after.tag in NOUNS:
        return Entry(zh=entry.zh, tag="a", en=_ADJECTIVES[entry.zh])
    return entry

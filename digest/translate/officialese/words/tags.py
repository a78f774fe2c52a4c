"""What the tags of the lexicon mean for the grammar; the table is at the head of lexicon.txt."""

from __future__ import annotations

from digest.translate.officialese.words.lexicon import Entry

#: readings kept: one text is read from many sides
REMEMBERED = 8192

NOUNS = frozenset({"n", "k", "o"})
VERBAL = frozenset({"v", "vp", "vi", "p"})
LINKS = frozenset({"c", "and"})
QUALITIES = frozenset({"a", "ad", "q"})
ADVERBS = frozenset({"d", "ad"})


def adverb(entry: Entry) -> str:
    """``有效|ad|effective|effectively``: what an adverb, or an adjective that is one too, says before a verb."""
    return entry.noun.removeprefix(".") if entry.tag == "ad" else entry.en


def nominal(entry: Entry) -> str | None:
    """An entry as part of a noun phrase."""
    if entry.tag in NOUNS:
        return entry.en
    return entry.noun or None if entry.tag in VERBAL else None

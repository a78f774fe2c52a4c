"""Verb phrases: the verb, what it takes, what stands before it, what shall be."""

from __future__ import annotations

from collections.abc import Callable

from digest.translate.officialese.names.figures import dated
from digest.translate.officialese.words.lexicon import Words, cut
from digest.translate.officialese.words.senses import settled

#: a rule that reads words as English, or not at all
Reader = Callable[[Words], str | None]


def words_of(text: str) -> Words:
    """The words of a clause, with its dates and figures, as their places mean them; empty unless all are known."""
    return settled(cut(text, dated) or ())

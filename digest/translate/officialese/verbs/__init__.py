"""Verb phrases: the verb, what it takes, what stands before it, what shall be."""

from __future__ import annotations

from collections.abc import Callable

from digest.translate.officialese.words.lexicon import Words

#: a rule that reads words as English, or not at all
Reader = Callable[[Words], str | None]

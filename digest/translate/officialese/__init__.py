"""The embedded engine: no download, no account, and no sentence it is not sure of.

It knows the headlines of meeting news, offices and organs, deadlines, and the directives that its lexicon covers
completely. For the rest it lists the terms it recognises. It never renders word by word, and never shows pinyin
except for names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from digest.translate.engine import Context, Result, State
from digest.translate.officialese.clause import phrase
from digest.translate.officialese.directive import gloss, gloss_in_part
from digest.translate.officialese.headlines.headline import headline, headline_in_part, headline_terms
from digest.translate.officialese.names.deadline import deadline_en
from digest.translate.officialese.names.names import place
from digest.translate.officialese.people import issuer_en, owner_en
from digest.translate.officialese.words.lexicon import fingerprint, own_terms, section
from digest.translate.officialese.words.terms import SEPARATOR, key_terms

__all__ = ["Officialese", "issuer_en", "owner_en"]


def topic_en(name: str) -> str | None:
    """A topic in English: by its own list, else when the lexicon covers it."""
    return section("topics.txt").get(name) or phrase(name)


_RULES: dict[Context, Callable[[str], str | None]] = {
    Context.TITLE: headline,
    Context.DIRECTIVE: gloss,
    Context.HEAD: gloss,
    Context.ISSUER: issuer_en,
    Context.OWNER: owner_en,
    Context.TOPIC: topic_en,
    Context.PLACE: place,
    Context.DEADLINE: deadline_en,
}

#: (what is certain, with … for the rest; the rest) where a text is not understood as a whole
_IN_PART: dict[Context, Callable[[str], tuple[str, str] | None]] = {
    Context.TITLE: headline_in_part,
    Context.DIRECTIVE: gloss_in_part,
}

#: where a list of terms says something; half an office or half a topic does not
_TERMS: dict[Context, Callable[[str], tuple[str, ...]]] = {
    Context.TITLE: headline_terms,
    Context.DIRECTIVE: key_terms,
    Context.SENTENCE: key_terms,
}


class Officialese:
    """Rules and a lexicon; an :class:`~digest.translate.engine.Engine`."""

    name = "officialese"

    def __init__(self, terms: Mapping[str, str] | None = None) -> None:
        """``terms`` are the user's words with their English: nouns that win over the lexicon's."""
        self.fingerprint = f"officialese-{fingerprint()}"
        self._terms = dict(terms or {})

    def translate(self, texts: Sequence[str], *, context: str) -> list[Result]:
        """One result for each text. Raises ValueError for an unknown context, never for a text."""
        kind = Context(context)
        with own_terms(self._terms):
            return [self._one(text, kind) for text in texts]

    def _one(self, text: str, context: Context) -> Result:
        if text in self._terms:
            return Result(text=self._terms[text], state=State.HUMAN, why="term")
        rule = _RULES.get(context)
        english = rule(text) if rule else None
        if english:
            return Result(text=english, state=State.GLOSS, why=f"{context} rule")
        in_part = _IN_PART.get(context)
        if in_part and (part := in_part(text)):
            omitted = SEPARATOR.join(key_terms(part[1]))
            return Result(text=part[0], state=State.GLOSS, omitted=omitted, why=f"{context} rule, in part")
        terms = _TERMS[context](text) if context in _TERMS else ()
        if terms:
            return Result(text=SEPARATOR.join(terms), state=State.TERMS, why="not wholly covered")
        return Result(text=None, state=State.NONE, why="not covered")

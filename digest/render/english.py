"""What is to be translated, and how a translation is handed in.

``render`` does not translate: it says what it will show (:func:`texts_to_translate`) and takes the answers as a mapping
from (context, Chinese) to anything with a ``text``, a ``state`` and ``omitted`` terms. A text that is missing is shown
in Chinese only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from digest.model import Edition, Story


class Translated(Protocol):
    """The part of a translation result that a reader sees."""

    @property
    def text(self) -> str | None:
        """The English, or None."""

    @property
    def state(self) -> str:
        """``human``, ``mt``, ``gloss`` (by rule), ``terms`` or ``none``."""

    @property
    def omitted(self) -> str:
        """The terms of what a gloss leaves out; empty for none."""


#: (context, Simplified Chinese) → English
English = Mapping[tuple[str, str], Translated]


def _texts(story: Story) -> Iterator[tuple[str, str | None]]:
    article = story.brief.article
    yield "title", article.title
    yield "place", article.place
    for sentence in story.brief.background:
        yield "sentence", sentence.text
    if not story.brief.directives:
        for word in story.brief.keywords:
            yield "topic", word
    for directive in story.brief.directives:
        yield "issuer", directive.issuer
        yield "directive", directive.text
        yield "head", directive.head
        yield "owner", directive.owner
        for topic in directive.topics:
            yield "topic", topic
        yield "deadline", directive.deadline


def texts_to_translate(edition: Edition) -> tuple[tuple[str, str], ...]:
    """Every (context, text) of an edition that has an English column, each once, in the order shown.

    The contexts are ``title``, ``place``, ``sentence``, ``issuer``, ``directive``, ``head``, ``owner``, ``topic`` and
    ``deadline``.
    """
    wanted = ((context, text) for story in edition.stories for context, text in _texts(story) if text)
    return tuple(dict.fromkeys(wanted))

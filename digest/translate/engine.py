"""What every translation engine promises.

An engine is given Simplified Chinese, one unit of meaning at a time, and answers 1:1 in the same order. It never raises
because of one text: a text it cannot do comes back with ``state`` ``none`` and a reason. It raises only when nothing at
all can be done (a wrong key, no network), so that a chain of engines can fall back.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


class State(enum.StrEnum):
    """How an English text came about, best first; readers are told."""

    #: written or corrected by a person
    HUMAN = "human"
    #: by a machine translation engine
    MT = "mt"
    #: by rule, with every word covered
    GLOSS = "gloss"
    #: recognised terms only: a list, not a sentence
    TERMS = "terms"
    #: nothing
    NONE = "none"


class Context(enum.StrEnum):
    """What kind of text is translated; an office is not translated like a sentence."""

    TITLE = "title"
    DIRECTIVE = "directive"
    HEAD = "head"
    SENTENCE = "sentence"
    ISSUER = "issuer"
    OWNER = "owner"
    TOPIC = "topic"
    PLACE = "place"
    DEADLINE = "deadline"


@dataclass(frozen=True, kw_only=True, slots=True)
class Result:
    """The English of one text."""

    #: for ``terms`` the terms joined by " · "; None exactly when the state is ``none``
    text: str | None
    state: State
    #: the rule or model that made it, or why there is none
    why: str = ""

    def __post_init__(self) -> None:
        if (self.text is None) != (self.state is State.NONE):
            raise ValueError("a result has a text exactly when its state is not none")


class Engine(Protocol):
    """A way to turn Chinese into English."""

    #: short and stable: ``officialese``, ``deepl`` …
    name: str
    #: changes whenever the same text could come out differently: part of the key of every memory
    fingerprint: str

    def translate(self, texts: Sequence[str], *, context: str) -> list[Result]:
        """As many results as texts, in their order. ``context`` is a value of :class:`Context`."""
        ...

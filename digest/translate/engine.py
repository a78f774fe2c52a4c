"""What every translation engine promises.

An engine is given Simplified Chinese, one unit of meaning at a time, and answers 1:1 in the same order. It never raises
because of one text: a text it cannot do comes back with ``state`` ``none`` and a reason. It raises only when nothing at
all can be done, so that a chain of engines can fall back: EngineUnavailable (no network, no answer after retries),
EngineRefused (a wrong key, a quota that is used up).
"""

from __future__ import annotations

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol


class State(enum.StrEnum):
    """How an English text came about, best first; readers are told."""

    #: written or corrected by a person
    HUMAN = "human"
    #: by a machine translation engine
    MT = "mt"
    #: by rule, with every word covered; clauses that are not are left out (…)
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
    #: of a gloss that leaves clauses out (…): the terms recognised in those, joined in the same way
    omitted: str = ""
    #: the rule or model that made it, or why there is none
    why: str = ""
    #: who made it, as a chain of engines knows it: an engine's name, ``human``, ``officialese``
    engine: str = ""

    def __post_init__(self) -> None:
        if (self.text is None) != (self.state is State.NONE):
            raise ValueError("a result has a text exactly when its state is not none")


class Translator(Protocol):
    """A way to turn Chinese into English: the embedded rules, or a whole chain of engines."""

    @property
    def name(self) -> str:
        """Short and stable, as ``officialese``."""

    def translate(self, texts: Sequence[str], *, context: str) -> list[Result]:
        """As many results as texts, in their order. ``context`` is a value of :class:`Context`."""
        ...


class Engine(Protocol):
    """A translation engine that a chain asks."""

    @property
    def name(self) -> str:
        """Short and stable, as ``deepl``. Readers and operators see it."""

    @property
    def fingerprint(self) -> str:
        """Changes whenever the same text could come out differently: part of the key of every memory."""

    @property
    def paid(self) -> bool:
        """True if somebody is charged by the character: it counts against the budget of a run."""

    @property
    def leaves_machine(self) -> bool:
        """True if texts go to another machine."""

    @property
    def resent(self) -> int:
        """Characters of texts that it asked for more than once of its own accord, since it was made: they cost too."""

    def translate(self, texts: Sequence[str], *, terms: Mapping[str, str], context: str) -> list[Result]:
        """As many results as texts, in their order; never raises for one text.

        ``terms`` are the English of words, as the user wants them; ``context`` is a value of :class:`Context`. Raises
        EngineError, with the engine as its subject and a plain reason, when nothing at all can be done.
        """
        ...

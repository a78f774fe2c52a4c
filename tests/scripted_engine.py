"""An engine that does what a test says, and a memory in a dictionary."""

from __future__ import annotations

import dataclasses

from digest.errors import EngineUnavailable
from digest.translate import Result, State

#: sound English for any text without numbers and negations
SOUND = "They should strengthen this work in every respect"


class Scripted:
    """Answers by a function of the text; notes every call."""

    def __init__(self, answer=lambda text: SOUND, *, name="scripted", fingerprint="1", paid=False):
        self.name, self.fingerprint, self.paid, self.leaves_machine = name, fingerprint, paid, paid
        self.answer, self.calls, self.contexts, self.terms = answer, [], [], []
        self.down = ""
        self.resent = 0

    def translate(self, texts, *, terms, context):
        self.calls.append(list(texts))
        self.contexts.append(context)
        self.terms.append(dict(terms))
        if self.down:
            raise EngineUnavailable(self.down, subject=self.name)
        return [self._one(text) for text in texts]

    def _one(self, text):
        english = self.answer(text)
        if english is None:
            return Result(text=None, state=State.NONE, why="cannot")
        return Result(text=english, state=State.MT, why="script")

    @property
    def asked(self):
        return [text for call in self.calls for text in call]


class Rows:
    """A memory that is forgotten with the process."""

    def __init__(self):
        self.units, self.shown = {}, []

    def recall(self, keys):
        return {key: self.units[key] for key in keys if key in self.units}

    def keep(self, units):
        self.units |= {unit.key: unit for unit in units}

    def used(self, keys):
        self.shown += keys

    def age(self, **changes):
        self.units = {key: dataclasses.replace(unit, **changes) for key, unit in self.units.items()}

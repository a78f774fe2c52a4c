"""A chain of engines: what a person wrote, else the first engine whose English is sound, else the embedded rules.

For each engine in turn: its memory, then the engine itself in batches, then the gate; what the gate refuses is asked
once more, alone. An engine that fails is not asked again in this run, and the report says so; no failure stops a mail.
What was translated is in the memory before the next batch is asked, so that a crash never pays twice.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from digest.errors import DigestError
from digest.translate.engine import Engine, Result, State, Translator
from digest.translate.gate import objection
from digest.translate.memory import HUMAN, Memory, Unit, human_key, key_of, normal, with_terms
from digest.translate.report import Report, Tally

log = logging.getLogger(__name__)

#: texts and characters of a batch: after each the memory is written
BATCH_TEXTS, BATCH_CHARACTERS = 20, 3000

#: texts of a batch that are asked alone in vain, one after the other, before the rest of it is given up
_IN_VAIN = 3

_MISALIGNED = "answers with another number of texts"


@dataclass(frozen=True, kw_only=True, slots=True)
class _Asked:
    """A text on its way to an engine."""

    zh: str
    key: bytes
    fingerprint: str


#: each text with what the engine made of it and what is wrong with that, empty for nothing
_Answers = dict[_Asked, tuple[Result | None, str]]


class Chain:
    """The engines of one run, as one :class:`~digest.translate.engine.Translator`."""

    name = "chain"

    def __init__(
        self,
        engines: Sequence[Engine],
        memory: Memory,
        *,
        rules: Translator,
        now: datetime,
        budget: int | None = None,
        terms: Mapping[str, str] | None = None,
        progress: Callable[[], None] = lambda: None,
    ) -> None:
        """``budget`` is the most characters that paid engines get, together; None is no limit.

        ``progress`` is called before an engine is asked, which may take minutes.
        """
        self._engines, self._memory, self._rules = tuple(engines), memory, rules
        self._progress = progress
        self._now, self._budget, self._terms = now, budget, dict(terms or {})
        self._spent, self._corrected = 0, 0
        self._over: set[str] = set()
        self._tallies = {engine.name: Tally() for engine in engines}

    def translate(self, texts: Sequence[str], *, context: str) -> list[Result]:
        """As many results as texts, in their order; texts that are the same are asked once."""
        forms = [normal(text) for text in texts]
        first: dict[str, str] = {}
        for form, text in zip(forms, texts, strict=True):
            first.setdefault(form, text)
        found = self._by_people(first)
        for engine in self._engines:
            waiting = {form: text for form, text in first.items() if form not in found}
            found |= self._by_engine(engine, waiting, context) if waiting else {}
        rest = {form: text for form, text in first.items() if form not in found}
        found |= dict(zip(rest, self._by_rules(list(rest.values()), context), strict=True))
        return [found[form] for form in forms]

    def _by_rules(self, texts: Sequence[str], context: str) -> list[Result]:
        """What the rules say. A fault in them costs the English of the texts that show it, and no mail."""
        try:
            return [replace(r, engine=self._rules.name) for r in self._rules.translate(texts, context=context)]
        except Exception:
            if len(texts) > 1:
                return [result for text in texts for result in self._by_rules([text], context)]
            log.exception("%s: a fault in the program: this text has no English: %s", self._rules.name, *texts)
            return [Result(text=None, state=State.NONE, why="a fault in the program", engine=self._rules.name)]

    def report(self) -> Report:
        """What the run did so far."""
        return Report(
            engines=tuple(tally.told(name) for name, tally in self._tallies.items()),
            corrected=self._corrected,
            budget=self._budget,
            over_budget=len(self._over),
        )

    def _by_people(self, texts: Mapping[str, str]) -> dict[str, Result]:
        """What people wrote: a corrected text, or a text that is wholly one of the user's terms."""
        keys = {form: human_key(text) for form, text in texts.items()}
        known = self._memory.recall(keys.values())
        found = {form: unit.en for form, key in keys.items() if (unit := known.get(key)) and unit.en}
        self._memory.used([keys[form] for form in found])
        found |= {form: self._terms[t] for form, t in texts.items() if t in self._terms and form not in found}
        self._corrected += len(found)
        return {form: Result(text=en, state=State.HUMAN, engine=HUMAN) for form, en in found.items()}

    def _by_engine(self, engine: Engine, texts: Mapping[str, str], context: str) -> dict[str, Result]:
        tally, found = self._tallies[engine.name], dict[bytes, Result]()
        asked = {form: self._asked(engine, text) for form, text in texts.items()}
        known = self._memory.recall([one.key for one in asked.values()])
        open_ = []
        for one in asked.values():
            unit = known.get(one.key)
            if unit is None or unit.is_over(self._now):
                open_.append(one)
            elif why := self._refused(one.zh, unit.en, unit.why, context):
                tally.refuse(why)
            else:
                found[one.key] = Result(text=unit.en, state=State.MT, why=unit.why, engine=engine.name)
        tally.remembered += len(found)
        self._memory.used(found)
        for batch in _batches(open_):
            found |= self._ask(engine, batch, context)
        return {form: found[one.key] for form, one in asked.items() if one.key in found}

    def _asked(self, engine: Engine, text: str) -> _Asked:
        fingerprint = with_terms(engine.fingerprint, text, self._terms)
        return _Asked(zh=text, key=key_of(text, engine=engine.name, fingerprint=fingerprint), fingerprint=fingerprint)

    def _ask(self, engine: Engine, batch: Sequence[_Asked], context: str) -> dict[bytes, Result]:
        """One batch, then alone what was wrong in it. What is sound is kept at once, what stays wrong is noted."""
        answers = self._call(engine, batch, context)
        if answers is None:
            return {}
        found, in_vain = self._keep(engine, answers), 0
        for one, (_, why) in answers.items():
            if not why:
                continue
            again: _Answers | None = {one: (None, why)}
            # the same question again has the same answer, and an engine that can do none of a batch is not worth more
            if len(answers) > 1 and in_vain < _IN_VAIN:
                again = self._call(engine, [one], context)
            if again is None:  # the engine or the budget is at its end: nothing is known of the text
                break
            better = self._keep(engine, again, final=True)
            in_vain = 0 if better else in_vain + 1
            found |= better
        return found

    def _call(self, engine: Engine, batch: Sequence[_Asked], context: str) -> _Answers | None:
        """Each text of the batch that could be asked with its result and what is wrong with it.

        None when the engine failed, now or before, or when the budget allows for none of the texts.
        """
        tally = self._tallies[engine.name]
        affordable = self._affordable(engine, batch) if not tally.failure else ()
        if not affordable:
            return None
        texts, resent = [one.zh for one in affordable], engine.resent
        self._progress()
        try:
            results = engine.translate(texts, terms=self._terms, context=context)
        except DigestError as error:
            tally.fail(error.message)
            log.warning("%s: %s; it is not asked again in this run", engine.name, error.message)
            return None
        except Exception as error:
            tally.fail(f"a fault in the program: {type(error).__name__}")
            log.exception("%s: a fault in the program; it is not asked again in this run", engine.name)
            return None
        finally:
            characters = sum(map(len, texts)) + engine.resent - resent
            tally.characters += characters
            self._spent += characters if engine.paid else 0
        if len(results) != len(affordable):
            return dict.fromkeys(affordable, (None, _MISALIGNED))
        whys = [self._refused(one.zh, r.text, r.why, context) for one, r in zip(affordable, results, strict=True)]
        return dict(zip(affordable, zip(results, whys, strict=True), strict=True))

    def _affordable(self, engine: Engine, batch: Sequence[_Asked]) -> Sequence[_Asked]:
        """The texts of the batch that the budget still allows, from the first on."""
        if self._budget is None or not engine.paid:
            return batch
        left, allowed = self._budget - self._spent, 0
        for one in batch:
            left -= len(one.zh)
            if left < 0:
                break
            allowed += 1
        self._over.update(one.zh for one in batch[allowed:])
        return batch[:allowed]

    def _refused(self, zh: str, en: str | None, why: str, context: str) -> str:
        """Why an answer is not shown; empty when it is."""
        if en is None:
            return why or "no answer"
        return str(objection(zh, en, context=context, terms=self._terms) or "")

    def _keep(self, engine: Engine, answers: _Answers, *, final: bool = False) -> dict[bytes, Result]:
        """Remember what is sound, and, when it is final, what is not."""
        tally, found, units = self._tallies[engine.name], dict[bytes, Result](), []
        for one, (result, why) in answers.items():
            if why and not final:
                continue
            english = " ".join(result.text.split()) if result and result.text and not why else None
            said = why or (result.why if result else "")
            units.append(
                Unit(
                    key=one.key,
                    zh=one.zh,
                    en=english,
                    engine=engine.name,
                    fingerprint=one.fingerprint,
                    why=said,
                    made=self._now,
                )
            )
            if english is None:
                tally.refuse(why)
            else:
                tally.translated += 1
                found[one.key] = Result(text=english, state=State.MT, why=said, engine=engine.name)
        self._memory.keep(units)
        return found


def _batches(asked: Sequence[_Asked]) -> Iterator[Sequence[_Asked]]:
    batch: list[_Asked] = []
    for one in asked:
        if batch and (len(batch) >= BATCH_TEXTS or sum(len(o.zh) for o in (*batch, one)) > BATCH_CHARACTERS):
            yield batch
            batch = []
        batch.append(one)
    if batch:
        yield batch

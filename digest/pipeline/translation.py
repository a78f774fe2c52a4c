"""Translation as a step of the job: the engines of config.yaml over the memory in the store, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from digest.config import Settings
from digest.model import Edition
from digest.render import English, Notes, texts_to_translate
from digest.store import Store, facts, translations
from digest.store.translations import Translation
from digest.translate import Engine, State
from digest.translate.chain import Chain
from digest.translate.make import make
from digest.translate.memory import Unit, text_key
from digest.translate.officialese import Officialese
from digest.translate.report import Report

#: the name under which the last run's report is kept
FACT = "translation"


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredMemory:
    """The translation memory of a store; a :class:`~digest.translate.memory.Memory`. Each call is one transaction."""

    store: Store
    now: datetime

    def recall(self, keys: Collection[bytes]) -> Mapping[bytes, Unit]:
        """The rows of these keys, those that there are."""
        with self.store.read() as conn:
            return {key: _unit(row) for key, row in translations.recall(conn, keys).items()}

    def keep(self, units: Sequence[Unit]) -> None:
        """Write rows, in place of those with the same key."""
        if units:
            with self.store.transaction() as conn:
                translations.keep(conn, [row_of(unit) for unit in units])

    def used(self, keys: Collection[bytes]) -> None:
        """Note that these rows were shown."""
        if keys:
            with self.store.transaction() as conn:
                translations.mark_used(conn, keys, self.now)


def row_of(unit: Unit) -> Translation:
    """A unit as a row of the store."""
    return Translation(**asdict(unit), text_key=text_key(unit.zh))


def _unit(row: Translation) -> Unit:
    return Unit(
        key=row.key,
        zh=row.zh,
        en=row.en,
        engine=row.engine,
        fingerprint=row.fingerprint,
        why=row.why,
        made=row.made,
    )


def make_engines(settings: Settings) -> Sequence[Engine]:
    """The engines of config.yaml in their order; nothing is loaded or asked yet."""
    return make(settings.translation.specs(settings.state_dir))


def make_chain(
    store: Store,
    settings: Settings,
    engines: Sequence[Engine],
    now: datetime,
    *,
    progress: Callable[[], None] = lambda: None,
) -> Chain:
    """The engines of one run over the memory of the store.

    On a copy that is forgotten (a dry run, a preview) no engine that costs money is asked: it would be paid twice.
    """
    asked = settings.translation
    return Chain(
        engines,
        StoredMemory(store=store, now=now),
        rules=Officialese(dict(asked.terms or ())),
        now=now,
        budget=0 if store.is_private else asked.max_chars_per_run,
        terms=dict(asked.terms or ()),
        progress=progress,
    )


def translate(chain: Chain, edition: Edition) -> tuple[English, Notes]:
    """Every text of the edition that has an English column, translated once, and what the footer says of it."""
    before = chain.report()
    by_context: dict[str, list[str]] = {}
    for context, text in texts_to_translate(edition):
        by_context.setdefault(context, []).append(text)
    english = {
        (context, text): result
        for context, texts in by_context.items()
        for text, result in zip(texts, chain.translate(texts, context=context), strict=True)
    }
    used = {result.engine for result in english.values() if result.state is State.MT}
    return english, _notes(chain.report(), before, used)


def _notes(report: Report, before: Report, used: set[str]) -> Notes:
    return Notes(
        configured=bool(report.engines),
        engines=tuple(engine.name for engine in report.engines if engine.name in used),
        failures=report.failures,
        refused=report.refused - before.refused,
        budget=report.budget or 0,
        over_budget=report.over_budget - before.over_budget,
    )


def remember(store: Store, report: Report, now: datetime) -> None:
    """Keep the report of a run that translated something, for ``digest status``."""
    if any(engine.asked or engine.failure for engine in report.engines):
        with store.transaction() as conn:
            facts.put(conn, FACT, as_json(report), now)


def as_json(report: Report) -> dict[str, object]:
    """The report as JSON."""
    return {
        "engines": [
            {**asdict(replace(engine, refused=())), "refused": dict(engine.refused)} for engine in report.engines
        ],
        "corrected": report.corrected,
        "budget": report.budget,
        "over_budget": report.over_budget,
    }

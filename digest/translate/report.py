"""What the engines of a run did, for the footer of the mail and for the operator."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True, slots=True)
class EngineReport:
    """What one engine did."""

    name: str
    #: texts it translated now
    translated: int = 0
    #: texts it had translated before
    remembered: int = 0
    #: why texts were refused, and how many, the most frequent first
    refused: tuple[tuple[str, int], ...] = ()
    #: why it was not asked any more, in plain words
    failure: str | None = None
    #: characters of Chinese that it was given
    characters: int = 0

    @property
    def asked(self) -> bool:
        """True if it had any text before it."""
        return bool(self.translated or self.remembered or self.refused)


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """What a chain of engines did in one run."""

    engines: tuple[EngineReport, ...] = ()
    #: texts that a person translated or corrected
    corrected: int = 0
    #: the most characters that paid engines might get; None without a limit
    budget: int | None = None
    #: texts that paid engines were not asked for because of it
    over_budget: int = 0

    @property
    def refused(self) -> int:
        """Translations that were not shown."""
        return sum(n for engine in self.engines for _, n in engine.refused)

    @property
    def failures(self) -> tuple[tuple[str, str], ...]:
        """(engine, reason) of each engine that failed."""
        return tuple((engine.name, engine.failure) for engine in self.engines if engine.failure)


@dataclass(kw_only=True, slots=True)
class Tally:
    """One engine's report while it is being written."""

    translated: int = 0
    remembered: int = 0
    characters: int = 0
    failure: str | None = None
    refused: Counter[str] = field(default_factory=Counter)

    def refuse(self, why: str) -> None:
        """Count a text that is not shown."""
        self.refused[why] += 1

    def fail(self, why: str) -> None:
        """Note why the engine is not asked again."""
        self.failure = why

    def told(self, name: str) -> EngineReport:
        """The report so far."""
        return EngineReport(
            name=name,
            translated=self.translated,
            remembered=self.remembered,
            refused=tuple(self.refused.most_common()),
            failure=self.failure,
            characters=self.characters,
        )

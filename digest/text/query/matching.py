"""From tree and texts to yes or no, with the reasons."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from digest.text.query.tree import And, Due, Node, Not, Term
from digest.text.query.writing import written


@dataclass(frozen=True, kw_only=True, slots=True)
class Reason:
    """A term that decided, and where it was found, or that it was not found at all."""

    #: as it is written in a query: ``owner:街道``, ``due<30d``
    term: str
    #: the field in which it was found, ``due`` for a deadline; None when it was found nowhere
    field: str | None
    #: which of the field's values hold it, by position
    at: tuple[int, ...]
    #: for a reader: ``大气 in title``, ``due 2026-03-05``, ``no 粮食``
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """Whether a query matched, and the terms that decided it."""

    ok: bool
    reasons: tuple[Reason, ...]

    @property
    def why(self) -> tuple[str, ...]:
        """The reasons as sentences for the reader, each once."""
        return tuple(dict.fromkeys(reason.text for reason in self.reasons))


@dataclass(frozen=True, kw_only=True, slots=True)
class Scene:
    """What a query is matched against, folded once for all terms."""

    fields: Mapping[str, tuple[str, ...]]
    fold: Callable[[str], str]
    due: tuple[date, ...]
    today: date | None


def evaluate(node: Node, scene: Scene) -> Match:
    """Whether the scene satisfies the tree, and which of its parts decided."""
    if isinstance(node, Term):
        return _find(node, scene)
    if isinstance(node, Due):
        return _near(node, scene)
    if isinstance(node, Not):
        inner = evaluate(node.part, scene)
        return Match(ok=not inner.ok, reasons=inner.reasons)
    results = [evaluate(part, scene) for part in node.parts]
    ok = (all if isinstance(node, And) else any)(result.ok for result in results)
    # Of all parts, the ones that agree with the outcome explain it.
    reasons = [reason for result in results if result.ok == ok for reason in result.reasons]
    return Match(ok=ok, reasons=tuple(dict.fromkeys(reasons)))


def _find(term: Term, scene: Scene) -> Match:
    needle = _whole_words(scene.fold(term.text))
    fields = scene.fields if term.field is None else {term.field: scene.fields.get(term.field, ())}
    found = {name: tuple(i for i, text in enumerate(texts) if needle.search(text)) for name, texts in fields.items()}
    told = written(term)
    reasons = tuple(
        Reason(term=told, field=name, at=at, text=f"{term.text} in {name}") for name, at in found.items() if at
    )
    return Match(ok=bool(reasons), reasons=reasons or (_missing(told),))


def _near(due: Due, scene: Scene) -> Match:
    if scene.today is None:
        raise ValueError("a query with due<… needs today")
    today = scene.today
    near = [(i, day) for i, day in enumerate(scene.due) if 0 <= (day - today).days < due.days]
    told = written(due)
    reasons = tuple(Reason(term=told, field="due", at=(i,), text=f"due {day.isoformat()}") for i, day in near)
    return Match(ok=bool(reasons), reasons=reasons or (_missing(told),))


def _missing(told: str) -> Reason:
    return Reason(term=told, field=None, at=(), text=f"no {told}")


def _whole_words(needle: str) -> re.Pattern[str]:
    """Match ``needle``; where its edge is a Latin letter or a digit, no other one may follow on."""
    before = "(?<![a-z0-9])" if needle[:1].isascii() and needle[:1].isalnum() else ""
    after = "(?![a-z0-9])" if needle[-1:].isascii() and needle[-1:].isalnum() else ""
    return re.compile(before + re.escape(needle) + after)

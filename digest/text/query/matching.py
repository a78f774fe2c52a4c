"""From tree and texts to yes or no, with the reasons."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from digest.text.query.tree import And, Due, Node, Not, Term
from digest.text.query.writing import written


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """Whether a query matched, and the terms that decided it, as sentences for the reader."""

    ok: bool
    why: tuple[str, ...]


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
        return Match(ok=not inner.ok, why=inner.why)
    results = [evaluate(part, scene) for part in node.parts]
    ok = (all if isinstance(node, And) else any)(result.ok for result in results)
    # Of all parts, the ones that agree with the outcome explain it.
    reasons = [reason for result in results if result.ok == ok for reason in result.why]
    return Match(ok=ok, why=tuple(dict.fromkeys(reasons)))


def _find(term: Term, scene: Scene) -> Match:
    needle = _whole_words(scene.fold(term.text))
    fields = scene.fields if term.field is None else {term.field: scene.fields.get(term.field, ())}
    names = [name for name, texts in fields.items() if any(needle.search(text) for text in texts)]
    return Match(ok=bool(names), why=tuple(f"{term.text} in {name}" for name in names) or (f"no {written(term)}",))


def _near(due: Due, scene: Scene) -> Match:
    if scene.today is None:
        raise ValueError("a query with due<… needs today")
    today = scene.today
    days = [day for day in scene.due if 0 <= (day - today).days < due.days]
    return Match(ok=bool(days), why=tuple(f"due {day.isoformat()}" for day in days) or (f"no {written(due)}",))


def _whole_words(needle: str) -> re.Pattern[str]:
    """Match ``needle``; where its edge is a Latin letter or a digit, no other one may follow on."""
    before = "(?<![a-z0-9])" if needle[:1].isascii() and needle[:1].isalnum() else ""
    after = "(?![a-z0-9])" if needle[-1:].isascii() and needle[-1:].isalnum() else ""
    return re.compile(before + re.escape(needle) + after)

"""What the footer says of the English: who made it, which engine failed, what was not asked or not shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from digest.render.labels import Labels, Pieces, safe

#: what stands between the parts of a list
_COMMA = {"en": ", ", "zh-Hans": "，", "zh-Hant": "，"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Notes:
    """What is known of the translations of an edition."""

    #: True if any engine besides the embedded rules is configured
    configured: bool = False
    #: engines whose English is in the edition, in their order
    engines: tuple[str, ...] = ()
    #: (engine, reason) of those that failed
    failures: tuple[tuple[str, str], ...] = ()
    #: translations that were not shown because a check refused them
    refused: int = 0
    #: the most characters that engines which cost money might get, and the texts they were not asked for because of it
    budget: int = 0
    over_budget: int = 0


def told(notes: Notes, directives: Sequence[Pieces], labels: Labels) -> tuple[Pieces, ...]:
    """The lines of the footer, none without English. ``directives`` are the words of each directive as told."""
    if "en" not in labels.languages:
        return ()
    lines = [_made(notes, directives, labels)] if directives else []
    lines += [labels("engine_failed", engine=safe(name), reason=safe(reason)) for name, reason in notes.failures]
    if notes.refused:
        lines.append(labels("english_refused", n=notes.refused))
    if notes.over_budget:
        lines.append(labels("engine_budget", n=notes.over_budget, budget=notes.budget))
    return tuple(lines)


def _made(notes: Notes, directives: Sequence[Pieces], labels: Labels) -> Pieces:
    """Who made the English of how many directives."""
    made = Counter(next((p.kind for p in pieces if p.lang == "en" and p.kind != "terms"), "") for pieces in directives)
    total = len(directives)
    if not notes.configured and not made["human"]:
        return labels("engine_none", n=total - made[""], total=total)
    parts = {lang: _COMMA[lang].join(_parts(notes, made, labels, lang)) for lang in labels.languages}
    return labels("english_by", total=total, parts=parts)


def _parts(notes: Notes, made: Counter[str], labels: Labels, lang: str) -> list[str]:
    names = _COMMA[lang].join(map(safe, notes.engines))
    kinds = (("mt", "english_engine"), ("gloss", "english_rule"), ("human", "english_person"), ("", "english_rest"))
    return [labels.one(key, lang, n=made[kind], engine=names) for kind, key in kinds if made[kind]]

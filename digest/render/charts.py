"""What an edition is about and who speaks in it, as a few bars: a name, a number, a length."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from digest.model import Edition
from digest.render import dates
from digest.render.labels import Pieces
from digest.render.teller import Teller

#: bars of a chart; what is rarer is one bar together
_MOST = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Bar:
    """A bar of a chart."""

    label: Pieces
    number: str
    #: its length, of the longest one's; at least 1
    percent: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Chart:
    """A chart with at least two bars."""

    title: Pieces
    bars: tuple[Bar, ...]


def charts(edition: Edition, told: Teller) -> tuple[Chart, ...]:
    """Directives by topic (the strongest of each) and by issuer; without those in which there is nothing to compare."""
    directives = [d for story in edition.stories for d in story.brief.directives]
    found = (
        (told.labels("by_topic"), _bars((d.topic for d in directives), lambda name: told.tell("topic", name), told)),
        (told.labels("by_issuer"), _bars((d.issuer for d in directives), lambda name: told.tell("issuer", name), told)),
    )
    return tuple(Chart(title=title, bars=bars) for title, bars in found if len(bars) > 1)


def _bars(names: Iterable[str | None], label: Callable[[str], Pieces], told: Teller) -> tuple[Bar, ...]:
    """The most frequent first, the earlier one on a tie; the rest, and what has no name, as the last bar."""
    counts = Counter(names)
    nameless = counts.pop(None, 0)
    ranked = [(name, n) for name, n in counts.most_common() if name]
    if len(ranked) + bool(nameless) > _MOST:
        ranked, rest = ranked[: _MOST - 1], ranked[_MOST - 1 :]
        nameless += sum(n for _, n in rest)
    numbers = [(tuple(p for p in label(name) if p.kind != "terms"), n) for name, n in ranked]
    if nameless:
        numbers.append((told.labels("others"), nameless))
    longest = max((n for _, n in numbers), default=1)
    lang = told.languages[0]
    return tuple(
        Bar(label=pieces, number=dates.number(n, lang), percent=max(1, 100 * n // longest)) for pieces, n in numbers
    )

"""The deadlines that are near, gathered from all stories: the first thing a reader looks for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from digest.model import Directive, Edition
from digest.render import dates
from digest.render.labels import Pieces
from digest.render.teller import Teller, restored_marks


@dataclass(frozen=True, kw_only=True, slots=True)
class Due:
    """A directive that is due soon."""

    #: of its demand; empty where the mail does not show it
    anchor: str
    #: number of its story
    story: int
    owner: Pieces
    head: Pieces
    #: of its article: 各乡镇 are those of some place
    place: Pieces


@dataclass(frozen=True, kw_only=True, slots=True)
class DueDay:
    """What is due on one day."""

    date: Pieces
    #: 还剩 7 天
    left: Pieces
    demands: tuple[Due, ...]


def days_left(directive: Directive, today: date) -> int | None:
    """Whole days from ``today`` to the deadline, negative when it is past; None without a dated deadline."""
    parsed = dates.parse(directive.deadline_date)
    return (parsed[0] - today).days if parsed and parsed[1] else None


def _near(edition: Edition, today: date, within: int) -> list[tuple[int, int, int]]:
    """(days left, number of the story, number of the directive) of what is near, nearest first."""
    found = (
        (days_left(directive, today), number, index)
        for number, story in enumerate(edition.stories, 1)
        for index, directive in enumerate(story.brief.directives, 1)
    )
    return sorted((days, number, index) for days, number, index in found if days is not None and 0 <= days <= within)


def count(edition: Edition, today: date, within: int) -> int:
    """Directives of the whole edition, shown or not, whose deadline is at most ``within`` days away."""
    return len(_near(edition, today, within))


def listed(edition: Edition, today: date, within: int, most: int) -> tuple[tuple[int, int], ...]:
    """Indexes (of the story, of the directive) of the nearest ``most`` deadlines: what the box tells."""
    return tuple((number - 1, index - 1) for _, number, index in _near(edition, today, within)[:most])


def near(edition: Edition, shown: Sequence[frozenset[int]], most: int, told: Teller) -> tuple[DueDay, ...]:
    """The nearest ``most`` deadlines by day, in the order of the articles within a day.

    ``shown`` has for each story the indexes of the directives that the mail shows; the others have no anchor.
    """

    def demands(group: Iterator[tuple[int, int, int]]) -> Iterator[Due]:
        for _, number, index in group:
            story = edition.stories[number - 1]
            directive = story.brief.directives[index - 1]
            teller = replace(told, marked=restored_marks(story))
            yield Due(
                anchor=f"s{number}d{index}" if index - 1 in shown[number - 1] else "",
                story=number,
                owner=teller.tell("owner", directive.owner),
                head=teller.head(directive),
                place=teller.tell("place", story.brief.article.place),
            )

    def day(days: int) -> Pieces:
        each = {lang: dates.day(told.today, days, lang) for lang in told.languages}
        return told.labels("date", date=each)

    nearest = _near(edition, told.today, told.soon_days)[:most]
    return tuple(
        DueDay(date=day(days), left=told.left(days), demands=tuple(demands(group)))
        for days, group in groupby(nearest, key=lambda item: item[0])
    )

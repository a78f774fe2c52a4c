"""An edition as the templates see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from digest.model import EPOCH, Edition
from digest.render import dates, due, notes, points, story as stories
from digest.render.due import DueDay
from digest.render.english import English
from digest.render.labels import Labels, Piece, Pieces, tagged
from digest.render.notes import Notes
from digest.render.story import StoryView
from digest.render.teller import Teller

#: a deadline this many days ahead is near
SOON_DAYS = 14
_ALL = 1_000_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """How much of an edition is shown: so many directives, best first, and points per story."""

    directives: int = _ALL
    points: int = _ALL
    #: lines of the box of near deadlines
    due: int = _ALL
    #: every directive without key terms and quotations of its source
    compact: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Count:
    """A number of the summary."""

    number: int
    label: Pieces


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """A line of the footer in every language, and what the configuration says to it."""

    text: Pieces
    value: Piece | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class EditionView:
    """What a template may use."""

    lang: str
    title: Pieces
    date: Pieces
    period: Pieces
    preheader: str
    counts: tuple[Count, ...]
    due: tuple[DueDay, ...]
    #: near deadlines that the box leaves out
    due_more: int
    stories: tuple[StoryView, ...]
    more_stories: int
    #: why there is nothing to show; empty when there is something
    nothing: Pieces
    #: (file, reason) of documents that could not be read
    skipped: tuple[tuple[Piece, Piece], ...]
    footer: tuple[Note, ...]
    #: the catalogue: ``say("owner")``
    say: Labels
    #: directives in fewer lines each, because there are many
    compact: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """What a caller wants rendered; see :func:`digest.render.render`."""

    languages: tuple[str, ...]
    title: str | None
    keywords: str | None
    manage: str | None
    notes: Notes
    english: English


def today(edition: Edition) -> date:
    """The local day on which the period ends: the date of the edition."""
    return edition.period.end.astimezone(ZoneInfo(edition.timezone)).date()


def _shown(edition: Edition, limits: Limits) -> list[frozenset[int]]:
    """Indexes of the directives shown of each story: every story's best first, so that none is crowded out."""
    ranked = [stories.rank(story.brief.directives) for story in edition.stories]
    turns = sorted(
        ((turn // 3, number, turn) for number, order in enumerate(ranked) for turn in range(max(1, len(order)))),
    )[: limits.directives]
    shown: list[set[int]] = [set() for _ in ranked]
    for _, number, turn in turns:
        # -1 stands for a story without directives: it is shown, and has nothing to show
        shown[number].add(ranked[number][turn] if ranked[number] else -1)
    return [frozenset(indexes) for indexes in shown]


def _nothing(edition: Edition, labels: Labels) -> Pieces:
    if edition.stories:
        return ()
    read = edition.articles_read
    return labels("nothing_matched", n=read) if read else labels("nothing_read")


def _period(edition: Edition, labels: Labels) -> Pieces:
    zone = ZoneInfo(edition.timezone)
    end = {lang: dates.moment(edition.period.end, lang, zone) for lang in labels.languages}
    if edition.period.start <= EPOCH:
        return labels("period_open", end=end)
    start = {lang: dates.moment(edition.period.start, lang, zone) for lang in labels.languages}
    return labels("period", start=start, end=end)


def _footer(edition: Edition, order: Order, told: Teller) -> tuple[Note, ...]:
    say = told.labels
    demands = [told.demand(d) for story in edition.stories for d in story.brief.directives]
    lines = [
        *(Note(text=line) for line in notes.told(order.notes, demands, say)),
        Note(text=say("why"), value=tagged(edition.schedule)),
        Note(text=say("filter") if order.keywords else (), value=tagged(order.keywords or "")),
        Note(text=(tagged(order.manage),) if order.manage else say("manage")),
    ]
    return tuple(line for line in lines if line.text)


def teller(edition: Edition, order: Order) -> Teller:
    """Who tells the texts of this edition in the languages ordered."""
    return Teller(
        languages=order.languages,
        labels=Labels(languages=order.languages),
        english=order.english,
        today=today(edition),
        soon_days=SOON_DAYS,
    )


def title_of(order: Order, labels: Labels) -> Pieces:
    """The title from the configuration as it is written there, else the catalogue's."""
    return (tagged(order.title),) if order.title else labels("title")


def _stories(edition: Edition, shown: Sequence[frozenset[int]], limits: Limits, told: Teller) -> tuple[StoryView, ...]:
    """The stories of which something is shown."""
    box = due.listed(edition, told.today, told.soon_days, limits.due)
    chosen = points.chosen(edition.stories, shown, box, limits.points)
    return tuple(
        stories.view(story, number, indexes, sentences, told)
        for number, (story, indexes, sentences) in enumerate(zip(edition.stories, shown, chosen, strict=True), 1)
        if indexes
    )


def view(edition: Edition, order: Order, limits: Limits) -> EditionView:
    """An edition within limits, ready for a template."""
    told = teller(edition, order)
    labels = told.labels
    shown = _shown(edition, limits)
    views = _stories(edition, shown, limits, told)
    total = sum(len(story.brief.directives) for story in edition.stories)
    soon = due.count(edition, told.today, SOON_DAYS)
    numbers = (
        ("articles_read", edition.articles_read),
        ("stories", len(edition.stories)),
        ("directives", total),
        ("due_soon", soon),
    )
    main = order.languages[0]
    day = {lang: dates.long(today(edition), lang) for lang in order.languages}
    return EditionView(
        lang=main,
        title=title_of(order, labels),
        date=labels("date", date=day),
        period=_period(edition, labels),
        preheader=labels.one("preheader", main, directives=total, stories=len(edition.stories)),
        counts=tuple(Count(number=number, label=labels(key)) for key, number in numbers),
        due=due.near(edition, shown, limits.due, told),
        due_more=max(0, soon - limits.due),
        stories=views,
        more_stories=len(edition.stories) - len(views),
        nothing=_nothing(edition, labels),
        skipped=tuple((tagged(s.file), tagged(s.reason)) for s in edition.skipped),
        footer=_footer(edition, order, told),
        say=labels,
        compact=limits.compact,
    )

"""An edition as the templates see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from zoneinfo import ZoneInfo

from digest.model import EPOCH, Edition
from digest.render import dates, due, notes, points, story as stories
from digest.render.charts import Chart, charts
from digest.render.due import DueDay
from digest.render.english import English
from digest.render.labels import Labels, Piece, Pieces, tagged
from digest.render.notes import Notes
from digest.render.story import StoryView
from digest.render.teller import Teller

#: a deadline this many days ahead is near
SOON_DAYS = 14
#: characters of the line that a list of mails shows behind the subject
_PREHEADER = 160
_ALL = 1_000_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """How much of an edition is shown: so many directives, best first, and points per story."""

    directives: int = _ALL
    points: int = _ALL
    #: lines of the box of near deadlines
    due: int = _ALL
    #: documents that could not be read
    skipped: int = _ALL
    #: other outlets, and differences between them, of a story
    outlets: int = _ALL
    #: every directive without key terms and quotations of its source
    compact: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Count:
    """A number of the summary."""

    number: str
    label: Pieces
    #: something is wrong
    warn: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Note:
    """A line of the footer in every language, and what the configuration says to it."""

    text: Pieces
    value: Piece | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class EditionView:
    """What a template may use."""

    lang: str
    languages: tuple[str, ...]
    #: languages that stand side by side: those of the reader, and Chinese, in which the original is
    columns: tuple[str, ...]
    title: Pieces
    date: Pieces
    period: Pieces
    preheader: Pieces
    counts: tuple[Count, ...]
    due: tuple[DueDay, ...]
    #: near deadlines that the box leaves out
    due_more: int
    charts: tuple[Chart, ...]
    stories: tuple[StoryView, ...]
    more_stories: int
    #: why there is nothing to show; empty when there is something
    nothing: Pieces
    #: (file, reason) of documents that could not be read
    skipped: tuple[tuple[Piece, Piece], ...]
    #: such documents that are not listed
    skipped_more: int
    footer: tuple[Note, ...]
    #: the catalogue: ``say("owner")``
    say: Labels
    #: directives in fewer lines each, because there are many
    compact: bool
    #: what is left out is in a file that is attached
    attached: bool = False
    #: what that file is called on its own page; empty in the mail
    full: Pieces = ()

    @property
    def leaves_out(self) -> bool:
        """Whether it says of something that there is more."""
        return bool(self.more_stories or self.due_more or self.skipped_more or any(s.more for s in self.stories))


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
    late = (labels("period_missed", n=edition.missed) if edition.missed else ()) + (
        labels("period_left_out", n=edition.left_out) if edition.left_out else ()
    )
    if edition.period.start <= EPOCH:
        return labels("period_open", end=end) + late
    start = {lang: dates.moment(edition.period.start, lang, zone) for lang in labels.languages}
    return labels("period", start=start, end=end) + late


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
        stories.view(story, number, indexes, sentences, outlets=limits.outlets, teller=told)
        for number, (story, indexes, sentences) in enumerate(zip(edition.stories, shown, chosen, strict=True), 1)
        if indexes
    )


def _counts(edition: Edition, soon: int, labels: Labels) -> tuple[Count, ...]:
    lang = labels.languages[0]
    numbers = (
        ("articles_read", edition.articles_read),
        ("stories", len(edition.stories)),
        ("directives", sum(len(story.brief.directives) for story in edition.stories)),
        ("due_soon", soon),
    )
    bad = len(edition.skipped)
    return (
        *(Count(number=dates.number(number, lang), label=labels(key)) for key, number in numbers),
        *([Count(number=dates.number(bad, lang), label=labels("unreadable"), warn=True)] if bad else []),
    )


def _preheader(near: Sequence[DueDay], views: Sequence[StoryView], nothing: Pieces) -> Pieces:
    """What a list of mails shows behind the subject: what is due next and for whom, then the titles."""
    first = [pieces for day in near[:1] for pieces in (day.date, *(d.owner or d.head for d in day.demands[:2]))]
    told = [pieces[0] for pieces in (*first, *(view.title for view in views)) if pieces] or list(nothing[:1])
    length = accumulate(len(piece.text) for piece in told)
    return tuple(piece for piece, n in zip(told, length, strict=True) if n <= _PREHEADER)


def view(edition: Edition, order: Order, limits: Limits) -> EditionView:
    """An edition within limits, ready for a template."""
    told = teller(edition, order)
    labels = told.labels
    shown = _shown(edition, limits)
    views = _stories(edition, shown, limits, told)
    soon = due.count(edition, told.today, SOON_DAYS)
    near = due.near(edition, shown, limits.due, told)
    nothing = _nothing(edition, labels)
    day = {lang: dates.long(today(edition), lang) for lang in order.languages}
    chinese = any(lang.startswith("zh") for lang in order.languages)
    return EditionView(
        lang=order.languages[0],
        languages=order.languages,
        columns=order.languages if chinese else (*order.languages, "zh-Hans"),
        title=title_of(order, labels),
        date=labels("date", date=day),
        period=_period(edition, labels),
        preheader=_preheader(near, views, nothing),
        counts=_counts(edition, soon, labels),
        due=near,
        due_more=max(0, soon - limits.due),
        charts=charts(edition, told),
        stories=views,
        more_stories=len(edition.stories) - len(views),
        nothing=nothing,
        skipped=tuple((tagged(s.file), tagged(s.reason)) for s in edition.skipped[: limits.skipped]),
        skipped_more=max(0, len(edition.skipped) - limits.skipped),
        footer=_footer(edition, order, told),
        say=labels,
        compact=limits.compact,
    )

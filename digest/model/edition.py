"""What is told of it: stories, an edition of them, and who reads it in which form. Instants are aware datetimes."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from datetime import UTC, datetime

from digest.model.article import Article, Brief

#: The beginning of time for a first period.
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def require_aware(moment: datetime, name: str) -> None:
    """Refuse a naive datetime: an instant without a zone has cost every scheduler a digest."""
    if moment.tzinfo is None:
        raise ValueError(f"{name} must carry a time zone")


@dataclass(frozen=True, kw_only=True, slots=True)
class Period:
    """A half-open stretch of time ``[start, end)``, both aware; it never ends before it starts."""

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        require_aware(self.start, "Period.start")
        require_aware(self.end, "Period.end")
        if self.end < self.start:
            raise ValueError("a period cannot end before it starts")

    def __contains__(self, moment: datetime) -> bool:
        return self.start <= moment < self.end


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """A number or date that a copy tells otherwise than the text that is shown."""

    #: clause of the shown text, without white space, that holds ``shown``
    clause: str
    #: with its unit: 412起, 11月底前
    shown: str
    #: what the copy says in its place
    told: str
    #: key of the copy
    copy: str


class Verdict(enum.StrEnum):
    """What a directive is to the ledger; :mod:`digest.text.restated` decides."""

    #: nobody demanded it before
    NEW = "new"
    #: demanded before, by the same day and no more strictly
    REPEATED = "repeated"
    #: demanded before, less strictly
    STRONGER = "stronger"
    #: demanded before, by another day
    MOVED = "deadline moved"


@dataclass(frozen=True, kw_only=True, slots=True)
class Restated:
    """That a directive of a story was demanded before, on another occasion."""

    #: id of the directive
    directive: str
    #: never ``new``
    verdict: Verdict
    #: ISO day on which it was first demanded, as far as the ledger knows
    since: str
    #: ISO day of the deadline before; only of one that moved
    moved_from: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Story:
    """One event: the brief that is shown, and the articles that tell the same story elsewhere."""

    brief: Brief
    copies: tuple[Article, ...] = ()
    #: where the copies contradict the shown text in numbers or dates, in the order of that text
    differences: tuple[Difference, ...] = ()
    #: which directives of the brief were demanded before, and how they changed; the others are new
    restated: tuple[Restated, ...] = ()
    #: the article replaces an older version of the same file
    updated: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Skipped:
    """A document of the period that could not be read, and why; shown in the mail's footer."""

    file: str
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Edition:
    """The issue of a digest for one schedule and one period."""

    schedule: str
    #: ``daily:2026-11-22`` (local date of the slot) or ``daily:2026-11-22T10:31:07+0800`` for a run by hand
    slot: str
    period: Period
    #: IANA zone of the schedule: dates in the mail are told in it
    timezone: str
    stories: tuple[Story, ...]
    skipped: tuple[Skipped, ...] = ()
    #: articles first seen in the period, before stories were merged
    articles_read: int = 0
    #: earlier slots that passed without an edition, because the program did not run: this one covers them
    missed: int = 0
    #: articles that are too old for an edition that catches up
    left_out: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Subscription:
    """Who gets which edition, in which languages, with which filter."""

    email: str
    name: str | None
    schedule: str
    #: of ``zh-Hans``, ``zh-Hant``, ``en``, in the order shown
    languages: tuple[str, ...]
    #: a keyword query, or None for everything
    keywords: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class FullPage:
    """A whole edition as one HTML file that needs no other: what a mail attaches that leaves something out."""

    #: of the file, ASCII: ``digest-2026-11-28.html``
    name: str
    html: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Rendition:
    """An edition rendered once for one (languages, filter, template). Frozen; subscribers share it."""

    #: languages, filter and template as one string, unique within the edition
    key: str
    subject: str
    html: str
    text: str
    #: number of stories and directives shown, so that an empty one is known without parsing HTML
    stories: int
    directives: int
    #: None when the HTML leaves nothing out, and when the message would be too large with it
    full: FullPage | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Counts:
    """What one ingest of the folders did."""

    new: int = 0
    changed: int = 0
    known: int = 0
    pending: int = 0
    skipped: tuple[Skipped, ...] = field(default=())

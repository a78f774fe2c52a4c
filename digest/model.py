r"""The words of the project as frozen values. Standard library only; every other room speaks in these.

Offsets are always half-open character positions ``[start, end)``. Offsets of sentences, key sentences and directives
count in ``Article.text``, which is ``"\n".join(Article.body)``. Instants are aware datetimes.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from digest.postal import (  # words of the project, too
    Delivery as Delivery,  # noqa: PLC0414 - said here for all rooms
    DeliveryState as DeliveryState,  # noqa: PLC0414
    SuppressionReason as SuppressionReason,  # noqa: PLC0414
)


def require_aware(moment: datetime, name: str) -> None:
    """Refuse a naive datetime: an instant without a zone has cost every scheduler a digest."""
    if moment.tzinfo is None:
        raise ValueError(f"{name} must carry a time zone")


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """One file as it was read: decoded, not yet repaired."""

    path: str
    #: base name of the path, the ``file`` of ``extract --json``
    file: str
    text: str
    #: ``text``, or ``html`` for a page (.html, .htm, and what is one inside .eml and .mhtml)
    kind: str
    encoding: str
    #: hex SHA-256 of the bytes
    sha256: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Repair:
    """One kind of damage undone: how often, and where in the text that the rule was given."""

    kind: str
    count: int
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Article:
    """One news text, repaired and stripped to its body. A field the text does not state is None."""

    #: hex SHA-256 of title and body: the same words in another file or encoding are the same article
    key: str
    file: str
    title: str | None
    #: ``stated`` when the page shows it, ``lead`` when it was built from the lead sentence, None without a title
    title_basis: str | None
    #: ISO date of the page's own stamp
    published: str | None
    #: ISO date, ``--MM-DD`` when the text has no year
    event_date: str | None
    source: str | None
    place: str | None
    #: ``meeting news``, ``bulletin``, ``notice``, ``inspection``, ``appointment`` or ``other``
    doc_type: str
    #: paragraphs, Simplified Chinese, full-width punctuation
    body: tuple[str, ...]
    repairs: tuple[Repair, ...] = ()
    #: positions in ``text`` of characters that the page had lost and repair gave back on evidence
    restored: tuple[int, ...] = ()
    #: runs (position in ``text``, position in the decoded file, length) that lead back to what was read
    origin: tuple[tuple[int, int, int], ...] = ()

    @property
    def text(self) -> str:
        """The body as one string; all offsets count in it."""
        return "\n".join(self.body)


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """A span of a text: ``text[start:end] == self.text``, always."""

    text: str
    start: int
    end: int
    #: index of the paragraph it stands in
    paragraph: int


@dataclass(frozen=True, kw_only=True, slots=True)
class KeySentence:
    """A sentence that TextRank chose."""

    text: str
    start: int
    end: int
    score: float
    rank: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Directive:
    """One demand that an issuer places on somebody. ``article.text[start:end] == text``."""

    #: stable across runs and files: derived from issuer and text
    id: str
    text: str
    #: the shortest actionable phrase, a substring of the text
    head: str
    issuer: str | None
    verb: str | None
    #: the demand marker as written: 要, 一要, 严禁 …, or ``要(umbrella)`` / ``要(inherited)``
    marker: str
    owner: str | None
    #: what a reader may infer; never shown as the owner
    owner_implied: str | None
    deadline: str | None
    #: ISO day on which the deadline ends; None where the words or the page do not decide it
    deadline_date: str | None
    #: what the date was counted from and by which rule: ``published 2026-11-20``, ``end of month``
    deadline_basis: str | None
    deadline_rule: str | None
    #: of the maintained taxonomy, the strongest first
    topics: tuple[str, ...]
    #: ``must``, ``must not``, ``should`` or ``encouraged``
    strength: str
    #: 五个加大/二
    list_path: str | None
    #: ``principle`` or ``operational``
    type: str
    start: int
    end: int
    #: names of the rules that made it, in order
    rules: tuple[str, ...] = ()

    @property
    def topic(self) -> str | None:
        """The strongest topic."""
        return self.topics[0] if self.topics else None

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Directive:
        """Rebuild a Directive from ``dataclasses.asdict`` after a trip through JSON (lists for tuples)."""
        topic = data.get("topic")  # of a brief from before there were several
        since = {"deadline_basis": None, "deadline_rule": None, "topics": [topic] if topic else []}
        known = {name: value for name, value in {**since, **data}.items() if name != "topic"}
        return cls(**{**known, "rules": tuple(known["rules"]), "topics": tuple(known["topics"])})


@dataclass(frozen=True, kw_only=True, slots=True)
class Brief:
    """What one article says; sentences and words best first. ``background`` is what no directive of it says."""

    article: Article
    key_sentences: tuple[KeySentence, ...]
    directives: tuple[Directive, ...]
    background: tuple[KeySentence, ...] = ()
    keywords: tuple[str, ...] = ()

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Brief:
        """Rebuild a Brief from ``dataclasses.asdict`` after a trip through JSON (lists for tuples)."""
        article = dict(data["article"])
        article |= {"body": tuple(article["body"]), "restored": tuple(article.get("restored", ()))}
        article["origin"] = tuple((a, b, n) for a, b, n in article.get("origin", ()))
        repairs = ((r["kind"], r["count"], r["spans"]) for r in article["repairs"])
        article["repairs"] = tuple(Repair(kind=k, count=n, spans=tuple((a, b) for a, b in s)) for k, n, s in repairs)
        return cls(
            article=Article(**article),
            key_sentences=tuple(KeySentence(**k) for k in data["key_sentences"]),
            directives=tuple(Directive.from_dict(d) for d in data["directives"]),
            background=tuple(KeySentence(**k) for k in data.get("background", data["key_sentences"])),
            keywords=tuple(data.get("keywords", ())),
        )


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


#: The beginning of time for a first period.
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, kw_only=True, slots=True)
class Counts:
    """What one ingest of the folders did."""

    new: int = 0
    changed: int = 0
    known: int = 0
    pending: int = 0
    skipped: tuple[Skipped, ...] = field(default=())

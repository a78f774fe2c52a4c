"""Each edition once: its period, the stories it told, its renditions, and one delivery per subscriber."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, Row, insert, select, update

from digest.errors import StoreError
from digest.model import (
    DeliveryState,
    Difference,
    Edition,
    FullPage,
    Period,
    Rendition,
    Restated,
    Skipped,
    Story,
    Verdict,
)
from digest.store import articles
from digest.store.insert import insert_once
from digest.store.schema import deliveries, editions, full_pages, renditions, schedules


@dataclass(frozen=True, kw_only=True, slots=True)
class NewDelivery:
    """A delivery to be queued with its edition."""

    #: key of one of the edition's renditions
    rendition_key: str
    #: normalised address
    email: str
    name: str | None
    #: given now, so that every attempt sends the same message
    message_id: str
    #: the Date header
    date: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class EditionRow:
    """What is known of a saved edition without its stories."""

    id: int
    schedule: str
    slot: str
    period: Period
    built_at: datetime
    #: articles first seen in the period
    articles_read: int
    #: number of stories told
    stories: int
    #: ``empty`` when there was no story, so that nothing was mailed
    outcome: Literal["built", "empty"]


def known_since(conn: Connection, schedule: str, now: datetime) -> datetime:
    """Return when the program first knew this schedule: ``now``, if it never heard of it.

    An instant in the future was written by a clock that ran ahead; ``now`` takes its place, or nothing would be due
    until then.
    """
    if insert_once(conn, schedules, name=schedule, since=now) is None:
        ahead = (schedules.c.name == schedule) & (schedules.c.since > now)
        conn.execute(update(schedules).where(ahead).values(since=now))
    since: datetime = conn.execute(select(schedules.c.since).where(schedules.c.name == schedule)).scalar_one()
    return since


def last(conn: Connection, schedule: str, *, until: datetime | None = None) -> EditionRow | None:
    """Return the schedule's edition whose period ends last (and not after ``until``), or None without any."""
    query = _newest_first().where(editions.c.schedule == schedule)
    if until is not None:
        query = query.where(editions.c.period_end <= until)
    row = conn.execute(query.limit(1)).one_or_none()
    return None if row is None else _edition_row(row)


def exists(conn: Connection, schedule: str, slot: str) -> bool:
    """Return whether the edition of this slot was saved."""
    query = select(editions.c.id).where(editions.c.schedule == schedule, editions.c.slot == slot)
    return conn.execute(query).first() is not None


def save(
    conn: Connection,
    edition: Edition,
    *,
    built_at: datetime,
    renditions: Sequence[Rendition],
    deliveries: Sequence[NewDelivery],
) -> int | None:
    """Save an edition, its renditions and its deliveries (queued, due at once); returns its id.

    None, and nothing written, if the schedule already has an edition of this slot or one that starts at the same
    instant: saving twice saves once, also in a race. An edition without stories is saved as ``empty`` and mails
    nothing; ValueError if it has renditions or deliveries, and for a delivery of a rendition that is not there.
    """
    if not edition.stories and (renditions or deliveries):
        raise ValueError("an edition without stories has nothing to deliver")
    unknown = {delivery.rendition_key for delivery in deliveries} - {rendition.key for rendition in renditions}
    if unknown:
        raise ValueError(f"deliveries of renditions that are not there: {sorted(unknown)}")
    edition_id: int | None = insert_once(
        conn,
        editions,
        schedule=edition.schedule,
        slot=edition.slot,
        period_start=edition.period.start,
        period_end=edition.period.end,
        built_at=built_at,
        articles_read=edition.articles_read,
        stories=len(edition.stories),
        outcome="built" if edition.stories else "empty",
        content=_to_json(edition),
    )
    if edition_id is not None:
        ids = {rendition.key: _save_rendition(conn, edition_id, rendition) for rendition in renditions}
        _queue(conn, edition_id, ids, deliveries, built_at)
    return edition_id


def history(conn: Connection, limit: int) -> tuple[EditionRow, ...]:
    """Return the newest editions of all schedules, newest period first."""
    return tuple(_edition_row(row) for row in conn.execute(_newest_first().limit(limit)))


def get(conn: Connection, edition_id: int) -> Edition:
    """Rebuild an edition from its stored articles; StoreError if it, or one of them, is not there."""
    row = conn.execute(select(editions).where(editions.c.id == edition_id)).one_or_none()
    if row is None:
        raise StoreError(f"There is no edition {edition_id}")
    content = json.loads(row.content)
    keys = {key for story in content["stories"] for key in [story["article"], *story["copies"]]}
    briefs = articles.by_key(conn, keys)
    if keys - briefs.keys():
        raise StoreError(f"Edition {edition_id} tells articles that are no longer stored")
    return Edition(
        schedule=row.schedule,
        slot=row.slot,
        period=Period(start=row.period_start, end=row.period_end),
        timezone=content["timezone"],
        stories=tuple(
            Story(
                brief=briefs[story["article"]],
                copies=tuple(briefs[key].article for key in story["copies"]),
                differences=tuple(Difference(**difference) for difference in story["differences"]),
                restated=tuple(_restated(item) for item in story.get("restated", [])),
                updated=story["updated"],
            )
            for story in content["stories"]
        ),
        skipped=tuple(Skipped(**skipped) for skipped in content["skipped"]),
        articles_read=row.articles_read,
        missed=content.get("missed", 0),
        left_out=content.get("left_out", 0),
    )


def slot_of(conn: Connection, edition_id: int) -> str:
    """Return the slot of an edition; StoreError if it is not there."""
    slot: str | None = conn.scalar(select(editions.c.slot).where(editions.c.id == edition_id))
    if slot is None:
        raise StoreError(f"There is no edition {edition_id}")
    return slot


def rendition(conn: Connection, rendition_id: int) -> Rendition:
    """Return a rendition; StoreError if there is none with this id."""
    query = select(renditions, full_pages.c.name, full_pages.c.html.label("page")).outerjoin(full_pages)
    row = conn.execute(query.where(renditions.c.id == rendition_id)).one_or_none()
    if row is None:
        raise StoreError(f"There is no rendition {rendition_id}")
    return _rendition(row)


def _save_rendition(conn: Connection, edition_id: int, rendition: Rendition) -> int:
    values = asdict(rendition)
    full = values.pop("full")
    statement = insert(renditions).values(edition_id=edition_id, **values).returning(renditions.c.id)
    rendition_id: int = conn.execute(statement).scalar_one()
    if full:
        conn.execute(insert(full_pages).values(rendition_id=rendition_id, **full))
    return rendition_id


def _queue(
    conn: Connection, edition_id: int, ids: dict[str, int], queued: Sequence[NewDelivery], built_at: datetime
) -> None:
    """All readers in one statement: ten thousand take a second."""
    rows = [
        {
            "edition_id": edition_id,
            "rendition_id": ids[delivery.rendition_key],
            "email": delivery.email,
            "domain": delivery.email.rpartition("@")[2],
            "name": delivery.name,
            "message_id": delivery.message_id,
            "date": delivery.date,
            "state": DeliveryState.QUEUED,
            "attempts": 0,
            "next_at": built_at,
        }
        for delivery in queued
    ]
    if rows:
        conn.execute(insert(deliveries), rows)


def _to_json(edition: Edition) -> str:
    content = {
        "timezone": edition.timezone,
        "stories": [
            {
                "article": story.brief.article.key,
                "copies": [copy.key for copy in story.copies],
                "differences": [asdict(difference) for difference in story.differences],
                "restated": [asdict(restated) for restated in story.restated],
                "updated": story.updated,
            }
            for story in edition.stories
        ],
        "skipped": [asdict(skipped) for skipped in edition.skipped],
        "missed": edition.missed,
        "left_out": edition.left_out,
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True)


def _restated(item: dict[str, Any]) -> Restated:
    return Restated(**{**item, "verdict": Verdict(item["verdict"])})


def _newest_first() -> Any:
    return select(editions).order_by(editions.c.period_end.desc(), editions.c.id.desc())


def _edition_row(row: Row[Any]) -> EditionRow:
    return EditionRow(
        id=row.id,
        schedule=row.schedule,
        slot=row.slot,
        period=Period(start=row.period_start, end=row.period_end),
        built_at=row.built_at,
        articles_read=row.articles_read,
        stories=row.stories,
        outcome=row.outcome,
    )


def _rendition(row: Row[Any]) -> Rendition:
    return Rendition(
        key=row.key,
        subject=row.subject,
        html=row.html,
        text=row.text,
        stories=row.stories,
        directives=row.directives,
        full=None if row.name is None else FullPage(name=row.name, html=row.page),
    )

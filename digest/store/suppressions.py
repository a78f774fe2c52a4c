"""Readers who are not written to: who, since when and why; and what came back from their addresses.

A suppression is lifted, never deleted: how often it was lifted is part of the reader's unsubscribe token, so that a
token from before says nothing afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import ColumnElement, Connection, and_, func, insert, select, update

from digest.model import SuppressionReason
from digest.store.insert import insert_once
from digest.store.schema import bounces, deliveries, suppressions

BounceKind = Literal["hard", "soft"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Suppression:
    """One reader who is not written to."""

    #: in lower case
    email: str
    reason: SuppressionReason
    detail: str | None
    since: datetime


def is_suppressed(email: ColumnElement[str]) -> ColumnElement[bool]:
    """SQL: the reader of this column must not be written to."""
    found = select(suppressions.c.email).where(
        suppressions.c.email == func.lower(email), suppressions.c.lifted.is_(None)
    )
    return found.exists()


def suppress(
    conn: Connection, email: str, *, reason: SuppressionReason, now: datetime, detail: str | None = None
) -> bool:
    """Write to this reader no more; False, and the older reason kept, if that was decided before."""
    values = {"reason": reason, "detail": detail, "since": now, "lifted": None}
    if insert_once(conn, suppressions, email=email.lower(), generation=0, **values) is not None:
        return True
    lifted = and_(suppressions.c.email == email.lower(), suppressions.c.lifted.is_not(None))
    return bool(conn.execute(update(suppressions).where(lifted).values(**values)).rowcount)


def lift(conn: Connection, email: str, *, now: datetime) -> bool:
    """Write to this reader again; False if nothing kept us from it. Their older unsubscribe tokens are spent."""
    ours = and_(suppressions.c.email == email.lower(), suppressions.c.lifted.is_(None))
    values = {"lifted": now, "generation": suppressions.c.generation + 1}
    return bool(conn.execute(update(suppressions).where(ours).values(**values)).rowcount)


def listed(conn: Connection) -> tuple[Suppression, ...]:
    """Return those who are not written to, the newest first."""
    query = select(suppressions).where(suppressions.c.lifted.is_(None)).order_by(suppressions.c.since.desc())
    return tuple(
        Suppression(email=row.email, reason=SuppressionReason(row.reason), detail=row.detail, since=row.since)
        for row in conn.execute(query)
    )


def generation(conn: Connection, email: str) -> int:
    """Return how often the reader's suppression was lifted: part of the unsubscribe token."""
    found = select(suppressions.c.generation).where(suppressions.c.email == email.lower())
    return conn.scalar(found) or 0


def readers(conn: Connection) -> tuple[tuple[str, int], ...]:
    """Return everybody who was ever queued for, with the generation of their token."""
    query = (
        select(deliveries.c.email, func.coalesce(suppressions.c.generation, 0))
        .distinct()
        .outerjoin(suppressions, suppressions.c.email == func.lower(deliveries.c.email))
        .order_by(deliveries.c.email)
    )
    return tuple((email, number) for email, number in conn.execute(query))


def note_bounce(
    conn: Connection, *, email: str, delivery_id: int, at: datetime, status: str, kind: BounceKind, detail: str
) -> None:
    """Keep what came back from an address."""
    values = {"delivery_id": delivery_id, "at": at, "status": status, "kind": kind, "detail": detail}
    conn.execute(insert(bounces).values(email=email.lower(), **values))


def has_bounced(conn: Connection, delivery_id: int, kind: BounceKind) -> bool:
    """Return whether a bounce of this kind is known of a message."""
    query = select(bounces.c.id).where(bounces.c.delivery_id == delivery_id, bounces.c.kind == kind)
    return conn.execute(query.limit(1)).first() is not None


def bounce_days(conn: Connection, email: str, kind: BounceKind) -> tuple[datetime, ...]:
    """Return when mail to an address bounced since the last one of those accepted after it, oldest first."""
    lifted = select(suppressions.c.lifted).where(suppressions.c.email == email.lower()).scalar_subquery()
    query = (
        select(bounces.c.at)
        .where(bounces.c.email == email.lower(), bounces.c.kind == kind)
        .where(func.coalesce(bounces.c.at > lifted, bounces.c.id > 0))
        .order_by(bounces.c.at)
    )
    return tuple(conn.execute(query).scalars())

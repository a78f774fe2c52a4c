"""What the past says about the pace: how many went out lately, how an edition began, when the next one is due."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, and_, func, or_, select

from digest.model import DeliveryState
from digest.store.schema import attempts, deliveries
from digest.store.suppressions import is_suppressed

_state = deliveries.c.state
_WAITING = (DeliveryState.QUEUED, DeliveryState.RETRY)


def sent_since(conn: Connection, since: datetime) -> int:
    """Return how many messages were accepted after an instant: what a provider counts against a daily limit."""
    return conn.execute(select(func.count()).where(deliveries.c.sent_at > since)).scalar_one()


def next_due(conn: Connection) -> datetime | None:
    """Return when the next waiting delivery is due; None without any."""
    due: datetime | None = conn.scalar(select(func.min(deliveries.c.next_at)).where(_state.in_(_WAITING)))
    return due


def opening(conn: Connection, edition_id: int, number: int) -> tuple[int, int]:
    """Return how many of an edition's first ``number`` settled deliveries went out, and how many failed.

    Failures of readers who are suppressed by now do not count: the operator has dealt with them.
    """
    settled = (DeliveryState.SENT, DeliveryState.FAILED, DeliveryState.BOUNCED, DeliveryState.UNSUBSCRIBED)
    first = (
        select(_state)
        .join(attempts, and_(attempts.c.delivery_id == deliveries.c.id, attempts.c.outcome == _state))
        .where(deliveries.c.edition_id == edition_id, _state.in_(settled))
        .where(or_(_state != DeliveryState.FAILED, ~is_suppressed(deliveries.c.email)))
        .group_by(deliveries.c.id, _state)
        .order_by(func.min(attempts.c.id))
        .limit(number)
    )
    found = conn.execute(first).scalars().all()
    failed = found.count(DeliveryState.FAILED)
    return len(found) - failed, failed

"""What the past says about the pace: how many went out lately, how an edition began, when the next one is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, func, or_, select, update

from digest.model import DeliveryState
from digest.store.schema import attempts, deliveries
from digest.store.suppressions import is_suppressed

_state = deliveries.c.state
_WAITING = (DeliveryState.QUEUED, DeliveryState.RETRY)
#: No attempt waits longer for the next one.
_LONGEST = timedelta(days=1)


def bring_back(conn: Connection, now: datetime) -> None:
    """Make due what a clock that ran ahead put further off than any attempt waits: else it would wait for years."""
    ahead = and_(_state.in_(_WAITING), deliveries.c.next_at > now + _LONGEST)
    conn.execute(update(deliveries).where(ahead).values(next_at=now))


def sent_around(conn: Connection, now: datetime, span: timedelta) -> int:
    """Return how many messages were accepted within ``span``: what a provider counts against a daily limit.

    After ``now``, too, because a clock may have been set back; but not years after.
    """
    near = deliveries.c.sent_at.between(now - span, now + span)
    return conn.execute(select(func.count()).where(near)).scalar_one()


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


def waiting_editions(conn: Connection) -> tuple[int, ...]:
    """Return the editions that have something to send."""
    query = select(deliveries.c.edition_id).where(_state.in_(_WAITING)).distinct().order_by(deliveries.c.edition_id)
    return tuple(conn.execute(query).scalars())


def is_due(conn: Connection, now: datetime, domains: frozenset[str] | None = None) -> bool:
    """Return whether something is due; with ``domains``, for readers of these."""
    query = select(deliveries.c.id).where(_state.in_(_WAITING), deliveries.c.next_at <= now)
    if domains is not None:
        query = query.where(deliveries.c.domain.in_(domains))
    return conn.execute(query.limit(1)).first() is not None


@dataclass(frozen=True, kw_only=True, slots=True)
class HeldDelivery:
    """A message that may have been accepted."""

    id: int
    message_id: str
    #: when its body began to leave
    since: datetime
    #: to whom it was handed over, as ``mark_in_doubt`` noted it
    reply: str | None


def held(conn: Connection) -> tuple[HeldDelivery, ...]:
    """Return the doubts that nobody could settle yet, oldest first."""
    doubted = and_(attempts.c.delivery_id == deliveries.c.id, attempts.c.outcome == DeliveryState.IN_DOUBT)
    query = (
        select(deliveries.c.id, deliveries.c.message_id, deliveries.c.reply, func.max(attempts.c.at).label("since"))
        .join(attempts, doubted)
        .where(_state == DeliveryState.HELD)
        .group_by(deliveries.c.id, deliveries.c.message_id, deliveries.c.reply)
        .order_by(deliveries.c.id)
    )
    return tuple(
        HeldDelivery(id=row.id, message_id=row.message_id, since=row.since, reply=row.reply)
        for row in conn.execute(query)
    )


def lately_sent(conn: Connection, number: int, *, before: datetime) -> tuple[str, ...]:
    """Return the Message-IDs accepted last before an instant, or last of all when there are none.

    A witness that knows none of them is no witness. Those before show, too, that it reaches back as far as the instant:
    a folder of sent mail may be emptied from its old end.
    """
    query = select(deliveries.c.message_id).where(_state == DeliveryState.SENT)
    query = query.order_by(deliveries.c.sent_at.desc()).limit(number)
    earlier = conn.execute(query.where(deliveries.c.sent_at < before)).scalars().all()
    return tuple(earlier or conn.execute(query).scalars())


def last_to(conn: Connection, email: str, state: DeliveryState) -> int | None:
    """Return the newest delivery to a reader in a state; None without any."""
    query = select(func.max(deliveries.c.id)).where(func.lower(deliveries.c.email) == email.lower(), _state == state)
    found: int | None = conn.scalar(query)
    return found

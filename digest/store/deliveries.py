"""The state of every message. Each arrow is one function, one transaction of the caller, one line in the log.

::

    queued, retry ────────── claim, when due ─────────> sending
    sending, lease over ──── claim ───────────────────> sending     the other run is dead or too slow
    sending ──────────────── mark_in_doubt ───────────> in_doubt    before the final dot, and committed
    sending, in_doubt ────── mark_retry, mark_failed ─> retry, failed    the server said no
    sending, in_doubt ────── release ─────────────────> queued      the account is at fault: not counted
    in_doubt ─────────────── mark_sent ───────────────> sent        the server said yes
    sending ──────────────── recover ─────────────────> retry       at start: the body never left
    in_doubt ─────────────── recover ─────────────────> held        at start: nobody knows
    held ─────────────────── resolve ─────────────────> sent, retry
    failed, retry, expired ─ requeue ─────────────────> retry, due at once
    queued, retry ────────── sweep ───────────────────> expired, suppressed    too old; the reader wants none
    sent ─────────────────── mark_bounced ────────────> bounced         a report came back
    sent ─────────────────── mark_unsubscribed ───────> unsubscribed    the reader answered so

A message whose body may have left is never sent again by the program itself: of all orders of commits, only a doubt
that is written before the dot and held afterwards survives kill -9 with neither a duplicate nor a loss (RFC 1047 names
the window).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, func, insert, or_, select, update

from digest.errors import StoreError
from digest.model import Delivery, DeliveryState
from digest.store.schema import attempts, deliveries
from digest.store.suppressions import is_suppressed

#: Longer than the 10 minutes that RFC 5321 4.5.3.2.6 grants a server for its answer to the dot.
LEASE = timedelta(seconds=900)
#: Minutes from one attempt to the next; greylisting wants at least five.
RETRY_MINUTES = (5, 15, 30, 60, 120)

#: In the log of a delivery: from now on its age counts anew.
ASKED = "made due again by the operator"

_CLAIMED = (DeliveryState.SENDING, DeliveryState.IN_DOUBT)
_WAITING = (DeliveryState.QUEUED, DeliveryState.RETRY)
_state = deliveries.c.state
_outcome = attempts.c.outcome


@dataclass(frozen=True, kw_only=True, slots=True)
class Avoid:
    """What is not claimed for now."""

    #: too much mail went to them in the last minute
    domains: frozenset[str] = frozenset()
    #: too many of their first readers were refused
    editions: frozenset[int] = frozenset()


NOTHING = Avoid()


@dataclass(frozen=True, kw_only=True, slots=True)
class Recovery:
    """What a dead run left behind."""

    #: the body never left: due again at once
    requeued: int
    #: the body may have left: an operator decides
    held: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Swept:
    """What will not be sent."""

    #: too old
    expired: int
    #: the reader must not be written to
    suppressed: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Attempt:
    """One line of the log of a delivery."""

    at: datetime
    #: the state it went into
    outcome: DeliveryState
    code: int | None
    reply: str | None


def retry_at(attempts: int, now: datetime, *, jitter: float = 0.0) -> datetime:
    """Return when to try again after ``attempts`` attempts (at least one).

    ``jitter`` from -1 to 1 moves it by up to a fifth, so that those refused together do not come back together.

    >>> from datetime import UTC
    >>> [f"{retry_at(n, datetime(2026, 11, 22, tzinfo=UTC)):%H:%M}" for n in (1, 2, 3, 4, 5, 6)]
    ['00:05', '00:15', '00:30', '01:00', '02:00', '02:00']
    """
    if attempts < 1:
        raise ValueError("there was no attempt yet")
    minutes = RETRY_MINUTES[min(attempts, len(RETRY_MINUTES)) - 1]
    return now + timedelta(minutes=minutes * (1 + jitter / 5))


def claim(
    conn: Connection, *, owner: str, now: datetime, lease: timedelta = LEASE, avoid: Avoid = NOTHING
) -> Delivery | None:
    """Take the delivery that is due longest, as ``owner`` (unique to this run); None when nothing is due.

    Counts the attempt. A reader who is suppressed by now is passed over; so is what ``avoid`` names. Commit first.
    """
    due = or_(
        and_(_state.in_(_WAITING), deliveries.c.next_at <= now),
        and_(_state == DeliveryState.SENDING, deliveries.c.lease_until <= now),
    )
    due = and_(due, ~is_suppressed(deliveries.c.email))
    if avoid.domains:
        due = and_(due, deliveries.c.domain.not_in(avoid.domains))
    if avoid.editions:
        due = and_(due, deliveries.c.edition_id.not_in(avoid.editions))
    # two runs on PostgreSQL never wait for, nor get, the same row; SQLite has one writer anyway
    chosen = (
        select(deliveries.c.id)
        .where(due)
        .order_by(deliveries.c.next_at, deliveries.c.id)
        .limit(1)
        .with_for_update(skip_locked=True)
        .scalar_subquery()
    )
    row = conn.execute(
        update(deliveries)
        .where(deliveries.c.id == chosen)
        .values(
            state=DeliveryState.SENDING,
            owner=owner,
            lease_until=now + lease,
            attempts=deliveries.c.attempts + 1,
        )
        .returning(*deliveries.columns)
    ).one_or_none()
    return None if row is None else _delivery(row)


def mark_in_doubt(conn: Connection, delivery_id: int, *, owner: str, now: datetime, reply: str | None = None) -> None:
    """Note, before the final dot, that the body is about to leave, and in ``reply`` to whom. Commit before sending it.

    This and the other marks raise StoreError when the claim is no longer the owner's: then nothing may be sent.
    """
    _mark(conn, delivery_id, owner, (DeliveryState.SENDING,), now, state=DeliveryState.IN_DOUBT, code=None, reply=reply)


def mark_sent(
    conn: Connection, delivery_id: int, *, owner: str, now: datetime, code: int | None = None, reply: str | None = None
) -> None:
    """Note that the transport accepted the message, with the server's answer."""
    _mark(
        conn,
        delivery_id,
        owner,
        (DeliveryState.IN_DOUBT,),
        now,
        **_unclaimed(DeliveryState.SENT),
        sent_at=now,
        code=code,
        reply=reply,
    )


def mark_retry(
    conn: Connection,
    delivery_id: int,
    *,
    owner: str,
    now: datetime,
    next_at: datetime,
    code: int | None = None,
    reply: str | None = None,
) -> None:
    """Note a refusal for now; due again at ``next_at`` (see ``retry_at``)."""
    values = _unclaimed(DeliveryState.RETRY, next_at)
    _mark(conn, delivery_id, owner, _CLAIMED, now, **values, code=code, reply=reply)


def mark_failed(
    conn: Connection, delivery_id: int, *, owner: str, now: datetime, code: int | None = None, reply: str | None = None
) -> None:
    """Note a refusal for good."""
    _mark(conn, delivery_id, owner, _CLAIMED, now, **_unclaimed(DeliveryState.FAILED), code=code, reply=reply)


def release(
    conn: Connection,
    delivery_id: int,
    *,
    owner: str,
    now: datetime,
    next_at: datetime | None = None,
    code: int | None = None,
    reply: str | None = None,
) -> None:
    """Give a claim back because the account, not the message, is unusable: queued, attempt not counted.

    Due at once, or at ``next_at``. From ``in_doubt`` too: then the server has refused the body.
    """
    values = _unclaimed(DeliveryState.QUEUED, next_at or now)
    count = deliveries.c.attempts - 1
    _mark(conn, delivery_id, owner, _CLAIMED, now, **values, attempts=count, code=code, reply=reply)


def recover(conn: Connection, now: datetime) -> Recovery:
    """Settle the claims of dead runs, at start, under the lock: it takes every claim for dead."""
    requeued = _change(conn, _state == DeliveryState.SENDING, now, **_unclaimed(DeliveryState.RETRY, now))
    held = _change(conn, _state == DeliveryState.IN_DOUBT, now, **_unclaimed(DeliveryState.HELD))
    return Recovery(requeued=requeued, held=held)


def resolve(conn: Connection, delivery_id: int, *, sent: bool, now: datetime, why: str | None = None) -> None:
    """Settle a held delivery: it had arrived, or it is to be sent again; ``why`` unless the operator says so."""
    values = _unclaimed(DeliveryState.SENT) if sent else _unclaimed(DeliveryState.RETRY, now)
    more = {"sent_at": now, "reply": why} if sent else {"reply": why or ASKED}
    _decide(conn, delivery_id, (DeliveryState.HELD,), now, **values, **more)


def requeue(conn: Connection, delivery_id: int, *, now: datetime) -> None:
    """Make a failed, waiting or expired delivery due at once, because the operator removed the cause."""
    states = (DeliveryState.FAILED, DeliveryState.RETRY, DeliveryState.EXPIRED)
    _decide(conn, delivery_id, states, now, **_unclaimed(DeliveryState.RETRY, now), reply=ASKED)


def sweep(conn: Connection, now: datetime, *, give_up: timedelta | None) -> Swept:
    """Settle what will not be sent: readers who want none, and what is older than ``give_up`` (None: never).

    What the operator made due again counts from then on.
    """
    waiting = _state.in_(_WAITING)
    why = "the reader is on the list of suppressed addresses"
    values = _unclaimed(DeliveryState.SUPPRESSED)
    suppressed = _change(conn, and_(waiting, is_suppressed(deliveries.c.email)), now, **values, reply=why)
    if give_up is None:
        return Swept(expired=0, suppressed=suppressed)
    asked = select(attempts.c.delivery_id).where(attempts.c.reply == ASKED, attempts.c.at >= now - give_up)
    old = and_(waiting, deliveries.c.date < now - give_up, deliveries.c.id.not_in(asked))
    values = _unclaimed(DeliveryState.EXPIRED)
    why = f"not delivered within {give_up / timedelta(hours=1):g} hours"
    expired = _change(conn, old, now, **values, reply=why)
    return Swept(expired=expired, suppressed=suppressed)


def mark_bounced(conn: Connection, delivery_id: int, *, now: datetime, reply: str) -> bool:
    """Note that an accepted message came back; False, and nothing changed, when it is not ``sent``."""
    return bool(_change(conn, _sent(delivery_id), now, state=DeliveryState.BOUNCED, reply=reply))


def mark_unsubscribed(conn: Connection, delivery_id: int, *, now: datetime, reply: str) -> bool:
    """Note that the reader answered a message with a wish to get no more; False when it is not ``sent``."""
    return bool(_change(conn, _sent(delivery_id), now, state=DeliveryState.UNSUBSCRIBED, reply=reply))


def counts(conn: Connection, edition_id: int | None = None) -> dict[DeliveryState, int]:
    """Return the number of deliveries in each state, zeros too; of one edition, or of all."""
    query = select(_state, func.count()).group_by(_state)
    if edition_id is not None:
        query = query.where(deliveries.c.edition_id == edition_id)
    found = {DeliveryState(state): number for state, number in conn.execute(query)}
    return {state: found.get(state, 0) for state in DeliveryState}


def list_deliveries(
    conn: Connection, *, state: DeliveryState | None = None, edition_id: int | None = None
) -> tuple[Delivery, ...]:
    """Return the deliveries, oldest first; only those of a state or an edition if given."""
    query = select(deliveries).order_by(deliveries.c.id)
    if state is not None:
        query = query.where(_state == state)
    if edition_id is not None:
        query = query.where(deliveries.c.edition_id == edition_id)
    return tuple(_delivery(row) for row in conn.execute(query))


def get(conn: Connection, delivery_id: int) -> Delivery:
    """Return a delivery; StoreError if there is none with this id."""
    row = conn.execute(select(deliveries).where(deliveries.c.id == delivery_id)).one_or_none()
    if row is None:
        raise StoreError(f"There is no delivery {delivery_id}")
    return _delivery(row)


def attempts_of(conn: Connection, delivery_id: int) -> tuple[Attempt, ...]:
    """Return the log of a delivery, oldest first."""
    query = select(attempts).where(attempts.c.delivery_id == delivery_id).order_by(attempts.c.id)
    return tuple(
        Attempt(at=row.at, outcome=DeliveryState(row.outcome), code=row.code, reply=row.reply)
        for row in conn.execute(query)
    )


def _sent(delivery_id: int) -> ColumnElement[bool]:
    return and_(deliveries.c.id == delivery_id, _state == DeliveryState.SENT)


def _unclaimed(state: DeliveryState, next_at: datetime | None = None) -> dict[str, Any]:
    return {"state": state, "next_at": next_at, "owner": None, "lease_until": None}


def _mark(
    conn: Connection, delivery_id: int, owner: str, states: tuple[DeliveryState, ...], now: datetime, /, **values: Any
) -> None:
    ours = and_(deliveries.c.id == delivery_id, deliveries.c.owner == owner, _state.in_(states))
    if not _change(conn, ours, now, **values):
        raise StoreError(f"Lost the lease of delivery {delivery_id}: another run took it over")


def _decide(
    conn: Connection, delivery_id: int, states: tuple[DeliveryState, ...], now: datetime, /, **values: Any
) -> None:
    if not _change(conn, and_(deliveries.c.id == delivery_id, _state.in_(states)), now, **values):
        raise StoreError(f"Delivery {delivery_id} is not {' or '.join(states)}")


def _change(conn: Connection, which: ColumnElement[bool], now: datetime, *, state: DeliveryState, **values: Any) -> int:
    """Move rows into a state and log each of them; returns how many."""
    moved = conn.execute(update(deliveries).where(which).values(state=state, **values).returning(deliveries.c.id))
    ids = moved.scalars().all()
    if ids:
        entry = {"at": now, "outcome": state, "code": values.get("code"), "reply": values.get("reply")}
        conn.execute(insert(attempts), [{"delivery_id": delivery_id, **entry} for delivery_id in sorted(ids)])
    return len(ids)


def _delivery(row: Row[Any]) -> Delivery:
    return Delivery(
        id=row.id,
        edition_id=row.edition_id,
        rendition_id=row.rendition_id,
        email=row.email,
        name=row.name,
        message_id=row.message_id,
        date=row.date,
        state=DeliveryState(row.state),
        attempts=row.attempts,
        next_at=row.next_at,
        code=row.code,
        reply=row.reply,
        sent_at=row.sent_at,
    )

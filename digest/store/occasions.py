"""Each slot once, and why it had mail or had none: ``made``, ``empty``, ``held`` … in words for the operator.

A slot that is ``held`` or ``failed`` is still open: what is decided later replaces the row. All others stay.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, or_, select, update

from digest.model import DeliveryState
from digest.slots import OccasionOutcome
from digest.store.insert import insert_once
from digest.store.schema import attempts, deliveries, occasions

#: outcomes that a later attempt replaces
OPEN = (OccasionOutcome.HELD, OccasionOutcome.FAILED)
#: what an operator wants to know of mail, also when the first attempt went otherwise
TROUBLE = (DeliveryState.HELD, DeliveryState.FAILED, DeliveryState.EXPIRED)


@dataclass(frozen=True, kw_only=True, slots=True)
class Occasion:
    """A slot and what became of it."""

    schedule: str
    slot: str
    due_at: datetime
    decided_at: datetime
    outcome: OccasionOutcome
    #: in words for the operator
    reason: str
    #: addresses whose filter matched nothing
    silent: tuple[str, ...] = ()
    #: the edition of the slot, or the one that covers it
    edition_id: int | None = None


def decide(conn: Connection, occasion: Occasion) -> bool:
    """Write down what became of a slot; False, and nothing written, if that was decided before for good."""
    values = {
        "due_at": occasion.due_at,
        "decided_at": occasion.decided_at,
        "outcome": occasion.outcome,
        "reason": occasion.reason,
        "silent": json.dumps(occasion.silent),
        "edition_id": occasion.edition_id,
    }
    key = {"schedule": occasion.schedule, "slot": occasion.slot}
    if insert_once(conn, occasions, **key, **values) is not None:
        return True
    same = (occasions.c.schedule == occasion.schedule) & (occasions.c.slot == occasion.slot)
    before = of(conn, occasion.schedule, occasion.slot)
    if before is None or before.outcome is not occasion.outcome:
        values["told_at"] = None  # another outcome is to be told, too
    return conn.execute(update(occasions).where(same, occasions.c.outcome.in_(OPEN)).values(**values)).rowcount == 1


def of(conn: Connection, schedule: str, slot: str) -> Occasion | None:
    """Return what is known of a slot, or None."""
    query = select(occasions).where(occasions.c.schedule == schedule, occasions.c.slot == slot)
    row = conn.execute(query).one_or_none()
    return None if row is None else _occasion(row)


def settled(conn: Connection, schedule: str, slots: Sequence[str]) -> frozenset[str]:
    """Return those of the slots that were decided for good."""
    found = conn.scalars(
        select(occasions.c.slot).where(
            occasions.c.schedule == schedule, occasions.c.slot.in_(slots), occasions.c.outcome.not_in(OPEN)
        )
    )
    return frozenset(found)


def newest(conn: Connection, limit: int, *, schedule: str | None = None) -> tuple[Occasion, ...]:
    """Return what was decided last, newest first."""
    query = select(occasions).order_by(occasions.c.decided_at.desc(), occasions.c.due_at.desc(), occasions.c.id.desc())
    if schedule is not None:
        query = query.where(occasions.c.schedule == schedule)
    return tuple(_occasion(row) for row in conn.execute(query.limit(limit)))


def untold(conn: Connection, *, since: datetime) -> tuple[Occasion, ...]:
    """Return what the operator was not told yet, oldest first.

    Of the occasions decided after ``since`` also those whose mail came to grief after they were told of.
    """
    grief = (
        select(attempts.c.id)
        .join(deliveries, attempts.c.delivery_id == deliveries.c.id)
        .where(deliveries.c.edition_id == occasions.c.edition_id, deliveries.c.state.in_(TROUBLE))
        .where(attempts.c.outcome == deliveries.c.state, attempts.c.at > occasions.c.told_at)
        .exists()
    )
    late = (occasions.c.decided_at > since) & (occasions.c.outcome == OccasionOutcome.MADE) & grief
    query = select(occasions).where(or_(occasions.c.told_at.is_(None), late))
    return tuple(_occasion(row) for row in conn.execute(query.order_by(occasions.c.decided_at, occasions.c.id)))


def mark_told(conn: Connection, slots: Sequence[tuple[str, str]], now: datetime) -> None:
    """Note, before a letter leaves, that the operator is told of these (schedule, slot)."""
    for schedule, slot in slots:
        same = (occasions.c.schedule == schedule) & (occasions.c.slot == slot)
        conn.execute(update(occasions).where(same).values(told_at=now))


def _occasion(row: Row[Any]) -> Occasion:
    return Occasion(
        schedule=row.schedule,
        slot=row.slot,
        due_at=row.due_at,
        decided_at=row.decided_at,
        outcome=OccasionOutcome(row.outcome),
        reason=row.reason,
        silent=tuple(json.loads(row.silent)),
        edition_id=row.edition_id,
    )

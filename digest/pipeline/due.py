"""Which slot of a schedule wants an edition now, and what is written down about slots that get none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from digest.config.settings import ScheduleSettings
from digest.model import Edition
from digest.slots import OccasionOutcome, Slot
from digest.store import Store, editions, occasions
from digest.store.occasions import Occasion

#: how far back missed slots are looked for; older ones are covered all the same
_LONGEST = timedelta(days=400)


@dataclass(frozen=True, kw_only=True, slots=True)
class Due:
    """The latest open slot of a schedule. After downtime its edition covers the earlier ones, too."""

    slot: Slot
    #: earlier open slots, oldest first
    missed: tuple[Slot, ...] = ()
    #: articles dated before this day are too old to be told; None after a short downtime and after none
    not_before: date | None = None


def due_slot(store: Store, name: str, schedule: ScheduleSettings, now: datetime) -> Due | None:
    """The slot that is due; None when all are decided. Unmoved by a clock that is set back: a slot is decided once."""
    table = schedule.timetable(name)
    with store.transaction() as conn:
        since = editions.known_since(conn, name, now)
        last = editions.last(conn, name, until=now)
        since = max(since, last.period.end if last else since, now - _LONGEST)
        slots = table.due(since, now)
        done = occasions.settled(conn, name, [slot.key for slot in slots])
    waiting = [slot for slot in slots if slot.key not in done]
    if not waiting:
        return None
    *missed, slot = waiting
    return Due(slot=slot, missed=tuple(missed), not_before=_not_before(slot, missed, schedule))


def _not_before(slot: Slot, missed: list[Slot], schedule: ScheduleSettings) -> date | None:
    """The first day that an edition after a long downtime tells of: never within the slot's own period."""
    if not missed:
        return None
    oldest = min(slot.at - timedelta(days=schedule.catch_up_days), missed[-1].at)
    return oldest.astimezone(schedule.zone).date() if missed[0].at < oldest else None


def by_hand(slot: str, now: datetime) -> Due:
    """A run by hand as an occasion: it is due when it is asked for."""
    return Due(slot=Slot(key=slot, at=now))


def note(conn: Connection, name: str, due: Due, now: datetime, *, outcome: OccasionOutcome, reason: str) -> bool:
    """Write down why the slot has no edition; True if that is news, to be logged once."""
    before = occasions.of(conn, name, due.slot.key)
    occasions.decide(conn, _occasion(name, due.slot, now, outcome, reason))
    return before is None or (before.outcome, before.reason) != (outcome, reason)


def note_edition(
    conn: Connection,
    edition: Edition,
    edition_id: int,
    due: Due,
    now: datetime,
    *,
    readers: int,
    silent: tuple[str, ...],
) -> None:
    """Write down what became of the slot of an edition, and of those that it covers. ``silent``: no match for them."""
    outcome, reason = _reason(edition, readers, len(silent))
    occasion = _occasion(edition.schedule, due.slot, now, outcome, reason, edition_id=edition_id, silent=silent)
    occasions.decide(conn, occasion)
    for slot in due.missed:
        reason = f"missed, covered by {due.slot.key}"
        missed = _occasion(edition.schedule, slot, now, OccasionOutcome.CAUGHT_UP, reason, edition_id=edition_id)
        occasions.decide(conn, missed)


def _reason(edition: Edition, readers: int, silent: int) -> tuple[OccasionOutcome, str]:
    read, stories = edition.articles_read, len(edition.stories)
    older = f", {edition.left_out} too old left out" if edition.left_out else ""
    if not stories:
        return OccasionOutcome.EMPTY, f"nothing new: {read} read{older}"
    if readers and readers > silent:
        unmatched = f", {silent} without a match" if silent else ""
        return OccasionOutcome.MADE, f"{read} read, {stories} stories for {readers - silent} readers{unmatched}{older}"
    if readers:
        return OccasionOutcome.UNMATCHED, f"nothing new: {read} read, 0 matched{older}"
    return OccasionOutcome.NOBODY, f"{read} read, nobody subscribes{older}"


def _occasion(
    name: str,
    slot: Slot,
    now: datetime,
    outcome: OccasionOutcome,
    reason: str,
    *,
    edition_id: int | None = None,
    silent: tuple[str, ...] = (),
) -> Occasion:
    return Occasion(
        schedule=name,
        slot=slot.key,
        due_at=slot.at,
        decided_at=now,
        outcome=outcome,
        reason=reason,
        silent=silent,
        edition_id=edition_id,
    )

"""The main job, once: ingest, build what is asked for, deliver what is due. ``run-once`` and the daemon call it."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from digest.config import Settings
from digest.errors import DigestError, StoreError
from digest.mail import Sender, Transport
from digest.model import Counts, Delivery
from digest.pipeline import due
from digest.pipeline.build import Built, build, run_slot
from digest.pipeline.deliver import Policy, Report, deliver
from digest.pipeline.due import Due
from digest.pipeline.ingest import ingest
from digest.pipeline.outfit import make_policy
from digest.pipeline.translation import make_chain, remember
from digest.slots import OccasionOutcome
from digest.store import Store, editions
from digest.translate import Engine
from digest.translate.report import Report as Translations

log = logging.getLogger(__name__)

Clock = Callable[[], datetime]


@dataclass(frozen=True, kw_only=True, slots=True)
class Watch:
    """What somebody who looks on is told; every call is optional."""

    reading: Callable[[int, int], None] | None = None
    translating: Callable[[], None] = lambda: None
    sending: Callable[[Delivery, str], None] | None = None
    stop: Callable[[], bool] = lambda: False


@dataclass(frozen=True, kw_only=True, slots=True)
class Done:
    """What the job did."""

    counts: Counts
    built: tuple[Built, ...]
    #: None when sending was not asked for
    report: Report | None
    #: what the translation engines did
    translations: Translations


def by_hand(
    store: Store,
    settings: Settings,
    names: Sequence[str],
    clock: Clock,
    *,
    sender: Sender,
    engines: Sequence[Engine],
    transport: Transport | None,
    watch: Watch,
) -> Done:
    """``run-once``: an edition now for each schedule named; waits for files that are being written."""
    now = clock()
    _register(store, settings, now)
    counts = ingest(store, settings, now, progress=watch.reading)
    if counts.pending:
        time.sleep(max(source.settle_seconds for source in settings.sources))
        counts = _sum(counts, ingest(store, settings, clock(), progress=watch.reading))
    chain, built = make_chain(store, settings, engines, clock(), progress=watch.translating), []
    for name in names:
        now = clock()
        slot = due.by_hand(_unused_slot(store, settings, name, now), now)
        open_slot = due.due_slot(store, name, settings.schedules[name], now)
        if open_slot:  # what the daemon would have made by now is in this edition
            slot = replace(slot, missed=(*open_slot.missed, open_slot.slot), not_before=open_slot.not_before)
        edition = build(store, settings, name, slot, now, sender=sender, chain=chain, keep_empty=False)
        built += [edition] if edition else []
    remember(store, chain.report(), now)
    report = _deliver(store, sender, transport, clock, watch, policy=make_policy(settings))
    return Done(counts=counts, built=tuple(built), report=report, translations=chain.report())


def on_schedule(
    store: Store,
    settings: Settings,
    clock: Clock,
    *,
    sender: Sender,
    engines: Sequence[Engine],
    transport: Transport,
    watch: Watch,
    hold: str | None = None,
) -> Done:
    """One tick of the daemon: editions for the slots that are due, and whatever delivery is due.

    ``hold`` says why no edition may be made now; the slots stay open until it is None. A schedule whose edition cannot
    be made keeps neither the others nor the deliveries from their turn.
    """
    now = clock()
    _register(store, settings, now)
    counts = ingest(store, settings, now, progress=watch.reading)
    chain, built = make_chain(store, settings, engines, now, progress=watch.translating), []
    for name, schedule in settings.schedules.items():
        now = clock()
        slot = due.due_slot(store, name, schedule, now)
        if slot is None or watch.stop():
            continue
        if hold:
            _hold(store, name, slot, now, hold)
            continue
        try:
            edition = build(store, settings, name, slot, now, sender=sender, chain=chain, keep_empty=True)
        except StoreError:
            raise
        except Exception as error:  # noqa: BLE001 - told in the log and kept in the store
            _failed(store, name, slot, now, error)
            continue
        built += [edition] if edition else []
    remember(store, chain.report(), now)
    report = _deliver(store, sender, transport, clock, watch, policy=make_policy(settings, patient=True))
    return Done(counts=counts, built=tuple(built), report=report, translations=chain.report())


def _hold(store: Store, name: str, slot: Due, now: datetime, reason: str) -> None:
    """A slot that waits for the operator: told once in the log, kept in the store."""
    with store.transaction() as conn:
        fresh = due.note(conn, name, slot, now, outcome=OccasionOutcome.HELD, reason=reason)
    if fresh:
        log.warning("%s: held: %s", slot.slot.key, reason)


def _failed(store: Store, name: str, slot: Due, now: datetime, error: Exception) -> None:
    """A slot without an edition for now: told once in the log, kept in the store, tried again every minute."""
    known = isinstance(error, DigestError)
    reason = str(error) if known else f"a fault in the program: {type(error).__name__}: {error}"
    with store.transaction() as conn:
        fresh = due.note(conn, name, slot, now, outcome=OccasionOutcome.FAILED, reason=reason)
    if fresh:
        log.error("%s: no edition: %s", slot.slot.key, reason, exc_info=None if known else error)


def _unused_slot(store: Store, settings: Settings, name: str, now: datetime) -> str:
    """Slots by hand are told apart by the second; a second run within one takes the next second's name."""
    with store.read() as conn:
        while editions.exists(conn, name, slot := run_slot(name, settings.schedules[name], now)):
            now += timedelta(seconds=1)
    return slot


def _register(store: Store, settings: Settings, now: datetime) -> None:
    """A schedule's first period begins when the program first hears of it."""
    with store.transaction() as conn:
        for name in settings.schedules:
            editions.known_since(conn, name, now)


def _deliver(
    store: Store, sender: Sender, transport: Transport | None, clock: Clock, watch: Watch, *, policy: Policy
) -> Report | None:
    if transport is None:
        return None
    with transport:
        return deliver(store, sender, transport, clock, stop=watch.stop, progress=watch.sending, policy=policy)


def _sum(first: Counts, second: Counts) -> Counts:
    """Two looks at the same folders as one: each file counts once, with what became of it at last."""
    skipped = tuple(dict.fromkeys((*first.skipped, *second.skipped)))
    read_in_first = first.new + first.changed + len(skipped) - len(second.skipped)
    return replace(
        second,
        new=first.new + second.new,
        changed=first.changed + second.changed,
        known=max(0, second.known - read_in_first),
        skipped=skipped,
    )

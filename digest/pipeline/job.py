"""The main job, once: ingest, build what is asked for, deliver what is due. ``run-once`` and the daemon call it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from digest.config import Settings
from digest.mail import Sender, Transport
from digest.model import Counts, Delivery
from digest.pipeline.build import Built, build, due_slot, run_slot
from digest.pipeline.deliver import Report, deliver
from digest.pipeline.ingest import ingest
from digest.store import Store, editions
from digest.translate import Translator

Clock = Callable[[], datetime]


@dataclass(frozen=True, kw_only=True, slots=True)
class Watch:
    """What somebody who looks on is told; every call is optional."""

    reading: Callable[[int, int], None] | None = None
    sending: Callable[[Delivery, str], None] | None = None
    stop: Callable[[], bool] = lambda: False


@dataclass(frozen=True, kw_only=True, slots=True)
class Done:
    """What the job did."""

    counts: Counts
    built: tuple[Built, ...]
    #: None when sending was not asked for
    report: Report | None


def by_hand(
    store: Store,
    settings: Settings,
    names: Sequence[str],
    clock: Clock,
    *,
    sender: Sender,
    engine: Translator,
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
    built = []
    for name in names:
        now = clock()
        slot = _unused_slot(store, settings, name, now)
        edition = build(store, settings, name, slot, now, sender=sender, engine=engine, keep_empty=False)
        built += [edition] if edition else []
    return Done(counts=counts, built=tuple(built), report=_deliver(store, sender, transport, clock, watch))


def on_schedule(
    store: Store,
    settings: Settings,
    clock: Clock,
    *,
    sender: Sender,
    engine: Translator,
    transport: Transport,
    watch: Watch,
) -> Done:
    """One tick of the daemon: editions for the slots that are due, and whatever delivery is due."""
    now = clock()
    _register(store, settings, now)
    counts = ingest(store, settings, now, progress=watch.reading)
    built = []
    for name, schedule in settings.schedules.items():
        now = clock()
        slot = due_slot(store, name, schedule, now)
        if slot and not watch.stop():
            edition = build(store, settings, name, slot.key, now, sender=sender, engine=engine, keep_empty=True)
            built += [edition] if edition else []
    return Done(counts=counts, built=tuple(built), report=_deliver(store, sender, transport, clock, watch))


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


def _deliver(store: Store, sender: Sender, transport: Transport | None, clock: Clock, watch: Watch) -> Report | None:
    if transport is None:
        return None
    with transport:
        return deliver(store, sender, transport, clock, stop=watch.stop, progress=watch.sending)


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

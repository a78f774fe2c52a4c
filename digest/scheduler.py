"""The alarm clock: APScheduler wakes the job once a minute; what is due is decided from the store, not by the clock.

Nothing is kept in APScheduler (memory job store). A minute that was slept through needs no catching up, because the
next tick asks the store for every slot since the last edition: so ``coalesce``, and no grace time.
"""

from __future__ import annotations

import logging
import os
import signal
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from types import FrameType

from digest import systemd
from digest.errors import DigestError, StoreLocked
from digest.pipeline import Done, Live, Watch, make_sender, make_transport, on_schedule, write_html
from digest.pipeline.inbox import look
from digest.pipeline.operator import follow_up
from digest.store import Store, facts

log = logging.getLogger(__name__)

#: An inbox full of letters keeps the next minute's mail waiting no longer than this.
_INBOX_SECONDS = 40.0
#: How often the alarm clock itself is looked at, seconds.
_LOOK_SECONDS = 30.0
_MINUTE = timedelta(minutes=1)


def utc_now() -> datetime:
    """The clock of the entry points."""
    return datetime.now(UTC)


def run(live: Live, *, stop: threading.Event | None = None) -> None:
    """Tick until SIGTERM or SIGINT; the reader who is being served is finished first."""
    from apscheduler.schedulers.background import BackgroundScheduler  # noqa: PLC0415 - not needed for --help
    from apscheduler.triggers.cron import CronTrigger  # noqa: PLC0415

    stop = stop or threading.Event()
    _on_signal(stop.set)
    clock = BackgroundScheduler(timezone=UTC)
    job = clock.add_job(
        tick,
        # on the minute, in UTC, which has no daylight saving: an edition at 08:00 leaves at 08:00
        CronTrigger(second=0, timezone=UTC),
        args=(live, stop.is_set),
        next_run_time=utc_now(),
        coalesce=True,
        misfire_grace_time=None,
        max_instances=1,
    )
    clock.start()
    log.info("started; %s", ", ".join(live.settings.schedules))
    systemd.notify(systemd.READY)
    while not stop.wait(_LOOK_SECONDS):
        # after the clock was set back, the alarm would ring when it is there again
        if job.next_run_time - utc_now() > _MINUTE:
            job.modify(next_run_time=utc_now())
    systemd.notify(systemd.STOPPING)
    log.info("stopping after the current reader")
    clock.shutdown(wait=True)


def tick(live: Live, stop: Callable[[], bool]) -> None:
    """Do what is due. A fault is logged and tried again a minute later: the daemon never dies of one."""
    systemd.notify(systemd.WATCHDOG)
    try:
        live.refresh(utc_now())
        with Store.open(live.settings.database_url) as store, store.lock():
            url, hold = live.settings.database_url, live.settle(store, utc_now())
            if live.settings.database_url == url:  # else the next minute goes on in the other database
                _work(store, live, hold, stop)
    except StoreLocked:
        log.info("another run is at work; trying again in a minute")
    except DigestError as error:
        log.error("%s", error)  # noqa: TRY400 - a sentence for the operator
    except Exception:
        log.exception("a fault in the program; trying again in a minute")
    systemd.notify(systemd.WATCHDOG)


def _work(store: Store, live: Live, hold: str | None, stop: Callable[[], bool]) -> None:
    """The job, what it did in the log, and signs of life."""
    settings = live.settings
    _tell_state(store, live, hold)
    transport, sender = make_transport(settings), make_sender(settings)
    done = on_schedule(
        store,
        settings,
        utc_now,
        sender=sender,
        engines=live.engines,
        transport=transport,
        watch=Watch(reading=_alive, translating=_alive, sending=_alive, stop=stop),
        hold=hold,
    )
    for built in done.built:
        write_html(settings.state_dir / "editions", built)
    _log(done)
    look(store, settings, sender, utc_now, stop=_until(stop, seconds=_INBOX_SECONDS))
    follow_up(store, settings, sender, None if stop() else transport, utc_now())


def _until(stop: Callable[[], bool], *, seconds: float) -> Callable[[], bool]:
    """``stop``, or the end of so many seconds from now; a sign of life each time it is asked."""
    end = time.monotonic() + seconds

    def over() -> bool:
        _alive()
        return stop() or time.monotonic() >= end

    return over


def _log(done: Done) -> None:
    for built in done.built:
        log.info("%s: %d stories for %d readers", built.edition.slot, len(built.edition.stories), built.deliveries)
    if done.report and (done.report.sent or done.report.failed):
        log.info("sent %d, failed %d, held %d", done.report.sent, done.report.failed, done.report.held)


def _tell_state(store: Store, live: Live, hold: str | None) -> None:
    """What ``digest status`` says of the daemon, in the store and to the service manager."""
    value = {"pid": os.getpid(), "config": str(live.settings.path), "fault": live.fault, "hold": hold}
    with store.transaction() as conn:
        facts.put(conn, "daemon", value, utc_now())
    systemd.notify(f"STATUS={hold or live.fault or ', '.join(live.settings.schedules)}")


def _alive(*_progress: object) -> None:
    """A sign of life, whatever the work at hand says of itself."""
    systemd.notify(systemd.WATCHDOG)


def _on_signal(act: Callable[[], None]) -> None:
    def handle(_number: int, _frame: FrameType | None) -> None:
        act()

    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, handle)

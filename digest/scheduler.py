"""The alarm clock: APScheduler wakes the job once a minute; what is due is decided from the store, not by the clock.

Nothing is kept in APScheduler (memory job store). A minute that was slept through needs no catching up, because the
next tick asks the store for every slot since the last edition: so ``coalesce``, and no grace time.
"""

from __future__ import annotations

import logging
import signal
import threading
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from types import FrameType

from digest.config import Settings
from digest.errors import DigestError, StoreLocked
from digest.pipeline import Watch, make_sender, make_transport, on_schedule, write_html
from digest.store import Store
from digest.translate import Engine

log = logging.getLogger(__name__)


def utc_now() -> datetime:
    """The clock of the entry points."""
    return datetime.now(UTC)


def run(settings: Settings, engines: Sequence[Engine], *, stop: threading.Event | None = None) -> None:
    """Tick until SIGTERM or SIGINT; the reader who is being served is finished first."""
    from apscheduler.schedulers.background import BackgroundScheduler  # noqa: PLC0415 - not needed for --help
    from apscheduler.triggers.cron import CronTrigger  # noqa: PLC0415

    stop = stop or threading.Event()
    _on_signal(stop.set)
    clock = BackgroundScheduler(timezone=UTC)
    clock.add_job(
        tick,
        # on the minute, in UTC, which has no daylight saving: an edition at 08:00 leaves at 08:00
        CronTrigger(second=0, timezone=UTC),
        args=(settings, engines, stop.is_set),
        next_run_time=utc_now(),
        coalesce=True,
        misfire_grace_time=None,
        max_instances=1,
    )
    clock.start()
    log.info("started; %s", ", ".join(settings.schedules))
    stop.wait()
    log.info("stopping after the current reader")
    clock.shutdown(wait=True)


def tick(settings: Settings, engines: Sequence[Engine], stop: Callable[[], bool]) -> None:
    """Do what is due. A fault is logged and tried again a minute later: the daemon never dies of one."""
    try:
        with Store.open(settings.database_url) as store, store.lock():
            done = on_schedule(
                store,
                settings,
                utc_now,
                sender=make_sender(settings),
                engines=engines,
                transport=make_transport(settings),
                watch=Watch(stop=stop),
            )
        for built in done.built:
            log.info("%s: %d stories for %d readers", built.edition.slot, len(built.edition.stories), built.deliveries)
            write_html(settings.state_dir / "editions", built)
        if done.report and (done.report.sent or done.report.failed):
            log.info("sent %d, failed %d, held %d", done.report.sent, done.report.failed, done.report.held)
    except StoreLocked:
        log.info("another run is at work; trying again in a minute")
    except DigestError as error:
        log.error("%s", error)  # noqa: TRY400 - a sentence for the operator
    except Exception:
        log.exception("a fault in the program; trying again in a minute")


def _on_signal(act: Callable[[], None]) -> None:
    def handle(_number: int, _frame: FrameType | None) -> None:
        act()

    if threading.current_thread() is threading.main_thread():
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, handle)

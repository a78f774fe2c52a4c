"""A clock that ran ahead and was set right: nothing waits until the wrong time has come."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from digest import scheduler
from digest.mail import Limits
from digest.pipeline.deliver import Policy
from digest.store import pauses


def test_mail_queued_by_a_clock_that_ran_ahead_goes_out_when_it_is_set_right(queued):
    queued.later(days=-400)
    assert queued.deliver(policy=Policy(patient=True)).sent == 3


def test_what_a_clock_that_ran_ahead_sent_does_not_use_up_the_day(queued):
    assert queued.deliver(policy=Policy(limits=Limits(per_day=2))).sent == 2
    queued.later(days=-400)
    assert queued.deliver(policy=Policy(limits=Limits(per_day=2))).sent == 1


def test_a_pause_of_a_clock_that_ran_ahead_is_over(queued):
    with queued.store.transaction() as conn:
        pauses.pause(conn, pauses.ACCOUNT, until=queued.clock() + timedelta(days=400), reason="refused")
    assert queued.deliver(policy=Policy(patient=True)).sent == 3


@pytest.mark.parametrize("minutes", [59, 60])
def test_a_pause_holds_for_its_hour(queued, minutes):
    with queued.store.transaction() as conn:
        pauses.pause(conn, pauses.ACCOUNT, until=queued.clock() + timedelta(minutes=minutes), reason="refused")
    assert queued.deliver(policy=Policy(patient=True)).sent == 0


def test_the_daemon_goes_on_ticking_when_the_clock_is_set_back(monkeypatch):
    """The alarm clock is put where a clock four years ahead would have left it."""
    stop, second = threading.Event(), threading.Event()
    jobs, ticks = [], []

    live = SimpleNamespace(settings=SimpleNamespace(schedules={"daily": None}))

    def tick(*_):
        ticks.append(datetime.now(UTC))
        if len(ticks) == 1:
            jobs[0].modify(next_run_time=datetime.now(UTC) + timedelta(days=1461))
        else:
            second.set()

    from apscheduler.schedulers.background import BackgroundScheduler

    class Clock(BackgroundScheduler):
        def add_job(self, *args, **options):
            jobs.append(super().add_job(*args, **options))
            return jobs[0]

    monkeypatch.setattr("apscheduler.schedulers.background.BackgroundScheduler", Clock)
    monkeypatch.setattr(scheduler, "tick", tick)
    monkeypatch.setattr(scheduler, "_LOOK_SECONDS", 0.1)
    daemon = threading.Thread(target=scheduler.run, args=(live,), kwargs={"stop": stop})
    daemon.start()
    try:
        assert second.wait(5)
    finally:
        stop.set()
        daemon.join()

"""One minute of the daemon on the real clock."""

from __future__ import annotations

import logging
import os
from datetime import UTC, datetime, timedelta

import pytest
from office import WATER

from digest.pipeline import Live
from digest.scheduler import tick
from digest.store import Store, editions


@pytest.fixture
def due(office):
    """A schedule whose slot was due today or yesterday, whatever the time is now; one article in the folder."""
    office.save(schedules={"daily": {"at": "00:00", "days": "daily", "timezone": "UTC"}})
    os.utime(office.write("a.txt", WATER), (1_700_000_000, 1_700_000_000))
    with office.store.transaction() as conn:
        editions.known_since(conn, "daily", datetime.now(UTC) - timedelta(days=2))
    return office


def run(office, stop=lambda: False):
    tick(Live(office.config, lambda _settings: office.engines, env=office.env), stop)


def test_a_due_slot_is_made_and_mailed_once(due):
    run(due)
    run(due)
    (row,) = due.history()
    assert (row.slot, row.outcome) == (f"daily:{datetime.now(UTC).date().isoformat()}", "built")
    assert len(due.mails()) == 1
    assert len(list((due.settings.state_dir / "editions").glob("*.html"))) == 1


def test_a_slot_that_is_not_due_makes_nothing(office):
    run(office)
    assert (office.history(), office.mails()) == ((), [])


def test_another_run_at_work_is_no_error(due, caplog):
    with due.store.lock(), caplog.at_level(logging.INFO):
        run(due)
    assert "another run is at work" in caplog.text
    assert not [record for record in caplog.records if record.levelno >= logging.WARNING]
    run(due)
    assert len(due.mails()) == 1


def test_an_error_is_a_sentence_in_the_log_and_the_next_minute_goes_on(due, caplog):
    secret = due.settings.state_dir / "secret.key"
    secret.write_bytes(b"short")
    run(due)
    (record,) = [r for r in caplog.records if r.levelno == logging.ERROR]
    assert "is damaged" in record.message
    assert record.exc_info is None
    secret.unlink()
    run(due)
    assert len(due.mails()) == 1


def test_a_fault_in_the_program_does_not_end_the_daemon(due, caplog, monkeypatch):
    from digest.pipeline import build as module

    with monkeypatch.context() as broken:
        broken.setattr(module, "render", lambda *_, **__: 1 / 0)
        run(due)
    assert "a fault in the program" in caplog.text
    assert "ZeroDivisionError" in caplog.text
    assert due.history() == ()
    run(due)
    assert len(due.mails()) == 1


def test_a_stop_leaves_the_slot_to_the_next_start(due):
    run(due, stop=lambda: True)
    assert (due.history(), due.mails()) == ((), [])
    run(due)
    assert len(due.mails()) == 1


def test_a_tick_closes_the_store_behind_it(due):
    run(due)
    with Store.open(due.settings.database_url) as store, store.lock():
        assert store.name.endswith("digest.db")

"""One run writes at a time, and a dead one does not count."""

import time

import pytest

from digest.errors import StoreLocked
from digest.store import Store, articles

HOLD = """
import sys
from digest.store import Store
with Store.open(sys.argv[1]) as store, store.lock():
    print("held", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def holder(url, process):
    child = process(HOLD, url)
    assert child.stdout.readline() == "held\n"
    return child


def test_the_lock_excludes_a_second_process(url, holder):
    with Store.open(url) as store, pytest.raises(StoreLocked) as refused, store.lock():
        pytest.fail("two runs hold the lock")
    assert refused.value.exit_code == 75


def test_the_message_names_the_process_that_holds_the_lock(sqlite_url, process):
    child = process(HOLD, sqlite_url)
    child.stdout.readline()
    with Store.open(sqlite_url) as store, pytest.raises(StoreLocked, match=f"process {child.pid}"), store.lock():
        pass


def test_the_lock_excludes_a_second_store_in_the_same_process(url):
    with Store.open(url) as one, Store.open(url) as other, one.lock(), pytest.raises(StoreLocked), other.lock():
        pass


def test_the_lock_is_free_after_its_block(url, holder):
    holder.communicate("done\n", timeout=60)
    with Store.open(url) as store:
        for _ in range(2):
            with store.lock(), store.transaction() as conn:
                assert articles.count(conn) == 0


def test_kill_9_frees_the_lock(url, holder):
    holder.kill()
    holder.wait(timeout=60)
    deadline = time.monotonic() + 20
    with Store.open(url) as store:
        while True:  # a PostgreSQL server needs a moment to notice
            try:
                with store.lock():
                    return
            except StoreLocked:
                assert time.monotonic() < deadline
                time.sleep(0.05)


def test_reading_needs_no_lock(url, holder):
    with Store.open(url, read_only=True) as store, store.read() as conn:
        assert articles.count(conn) == 0


def test_a_migration_waits_for_the_lock_and_then_gives_up(url, holder, monkeypatch):
    from datetime import timedelta

    from sqlalchemy import text

    with Store.open(url) as store, store.transaction() as conn:
        conn.execute(text("DELETE FROM alembic_version"))
    monkeypatch.setattr("digest.store.connection._MIGRATION_WAIT", timedelta(milliseconds=100))
    with pytest.raises(StoreLocked):
        Store.open(url)

"""Never twice, never lost: what the server took is held against the rows, after kill -9 at every moment."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import chaos_rig
import pytest
from chaos_rig import copies, sender
from office import WATER, Office

from digest.mail import message_id
from digest.model import DeliveryState
from digest.store import Store, deliveries

RIG = Path(chaos_rig.__file__)


@pytest.fixture
def server(tmp_path):
    """Port and log of a server in a process of its own."""
    log = tmp_path / "accepted.log"
    log.touch()
    child = subprocess.Popen(
        [sys.executable, str(RIG.with_name("fsync_server.py")), str(log)], stdout=subprocess.PIPE, text=True
    )
    yield child.stdout.readline().strip(), log
    child.kill()
    child.communicate()


def queue(office: Office, readers: int) -> str:
    """An edition for so many readers; returns the store's URL."""
    office.readers(*(f"reader{number:03}@example.com" for number in range(readers)))
    office.write("a.txt", WATER)
    office.run(send=False)
    url = office.settings.database_url
    with office.store.transaction() as conn:  # the rig has a key and a clock of its own
        for row in deliveries.list_deliveries(conn):
            values = (
                message_id(sender(), "edition", row.email),
                datetime.now(UTC).isoformat(timespec="microseconds"),
                row.id,
            )
            conn.exec_driver_sql("UPDATE deliveries SET message_id = ?, next_at = ? WHERE id = ?", values)
    office.close()
    return url


def _lines(log: Path) -> int:
    return log.read_bytes().count(b"\n")


def run(url: str, server, *, witness: bool, kill_at: int = 0) -> subprocess.Popen:
    port, log = server
    command = [sys.executable, str(RIG), url, port, str(log) if witness else "-", str(kill_at)]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL)


def drain(url: str, server, *, witness: bool) -> dict[str, DeliveryState]:
    """Run to the end; retries that a kill caused are due at once."""
    assert run(url, server, witness=witness).wait(timeout=300) == 0
    with Store.open(url, read_only=True) as store, store.read() as conn:
        return {row.email: row.state for row in deliveries.list_deliveries(conn)}


def judge(url: str, server, states, *, witness: bool) -> int:
    """0 duplicates, 0 lost, held = unresolved doubts; returns how many are held."""
    taken = copies(server[1])
    held = {email for email, state in states.items() if state is DeliveryState.HELD}
    assert max(taken.values()) == 1
    assert set(states.values()) <= {DeliveryState.SENT, DeliveryState.HELD}
    assert {email for email in states if email not in taken} <= held
    assert set(taken) <= set(states)
    if witness:
        assert held == set()
        assert set(taken) == set(states)
    return len(held)


@pytest.mark.slow
@pytest.mark.parametrize("witness", [True, False], ids=["witness", "nobody to ask"])
def test_a_hundred_kills_at_random_make_no_duplicate_and_lose_nothing(office, server, witness):
    url, luck, kills = queue(office, 500), random.Random(20261128), 0
    while kills < 100:
        child = run(url, server, witness=witness)
        goal = _lines(server[1]) + luck.randint(1, 3)
        deadline = time.monotonic() + 60
        while _lines(server[1]) < goal and child.poll() is None and time.monotonic() < deadline:
            time.sleep(0.001)
        time.sleep(luck.uniform(0, 0.015))
        if child.poll() is not None:
            break
        child.send_signal(signal.SIGKILL)
        child.wait()
        kills += 1
    assert kills >= 100
    held = judge(url, server, drain(url, server, witness=witness), witness=witness)
    assert held <= kills


@pytest.mark.slow
def test_a_kill_at_every_commit_makes_no_duplicate_and_loses_nothing(office, server):
    url, boundary, kills = queue(office, 60), 0, 0
    while True:
        boundary += 1
        if (code := run(url, server, witness=True, kill_at=boundary).wait(timeout=120)) == 0:
            break  # it came to an end before that commit
        assert code == -signal.SIGKILL
        kills += 1
    assert kills >= 12
    judge(url, server, drain(url, server, witness=True), witness=True)


def test_a_kill_between_the_commits_of_one_mail_makes_no_duplicate_and_loses_nothing(office, server):
    url = queue(office, 3)
    for boundary in (4, 5, 6, 7, 8, 9):
        run(url, server, witness=True, kill_at=boundary).wait(timeout=60)
    judge(url, server, drain(url, server, witness=True), witness=True)

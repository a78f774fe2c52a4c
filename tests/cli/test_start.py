"""The daemon: it starts, works on the minute, and stops when told."""

from __future__ import annotations

import email
import email.policy
import signal
import time
from datetime import UTC, datetime, timedelta

import pytest
from office import FOREST, WATER

from digest.store import Store, articles


def wait_for(condition, seconds):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if result := condition():
            return result
        time.sleep(0.05)
    raise AssertionError(f"not within {seconds} s")


def articles_read(desk):
    with Store.open(desk.settings.database_url, read_only=True) as store, store.read() as conn:
        return articles.count(conn)


def test_an_idle_daemon_stops_at_once_with_exit_0(desk, program):
    later = (datetime.now(UTC) + timedelta(hours=12)).strftime("%H:%M")
    desk.save(schedules={"daily": {"at": later, "timezone": "UTC"}})
    desk.write("a.txt", WATER)
    child = program("start", cwd=desk.folder)
    wait_for(lambda: articles_read(desk), 30)
    started = time.monotonic()
    child.send_signal(signal.SIGTERM)
    out, err = child.communicate(timeout=60)
    assert time.monotonic() - started < 3
    assert (child.returncode, out) == (0, "")
    assert "started; daily" in err
    assert "stopping" in err
    assert "Traceback" not in err
    with Store.open(desk.settings.database_url) as store, store.lock():
        assert desk.mails() == []


def test_a_wrong_config_ends_the_daemon_with_exit_2(desk, digest):
    desk.save(schedules={})
    assert digest("start").code == 2


@pytest.mark.slow
def test_an_article_that_comes_while_the_daemon_runs_is_mailed_on_the_minute(desk, program):
    due = (datetime.now(UTC) + timedelta(seconds=75)).replace(second=0, microsecond=0)
    desk.save(schedules={"daily": {"at": due.strftime("%H:%M"), "days": "daily", "timezone": "UTC"}})
    for number in range(5):
        text = FOREST.replace("望岳区", f"{'甲乙丙丁戊'[number]}岳区")
        desk.write(f"{number}.txt", text)
    child = program("start", cwd=desk.folder)
    wait_for(lambda: articles_read(desk), 30)
    (desk.news / "sixth.txt").write_text(WATER, encoding="utf-8")
    (mail,) = wait_for(desk.mails, 150)
    assert datetime.now(UTC) - due < timedelta(seconds=30)
    message = email.message_from_bytes(mail.read_bytes(), policy=email.policy.default)
    assert "星桥市召开供水管网改造推进会" in message.get_body(("plain",)).get_content()
    wait_for(lambda: datetime.now(UTC) > due + timedelta(seconds=65), 90)  # another tick
    child.send_signal(signal.SIGTERM)
    child.communicate(timeout=20)
    assert (child.returncode, desk.mails()) == (0, [mail])
    (row,) = desk.history()
    assert row.slot == f"daily:{due.date().isoformat()}"

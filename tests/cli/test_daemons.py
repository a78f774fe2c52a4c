"""Daemons as processes: two at once, one killed between build and delivery, one that talks to a service manager."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta

import pytest
from office import WATER

from digest.store import editions


def wait_for(condition, seconds=90):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if result := condition():
            return result
        time.sleep(0.1)
    raise AssertionError(f"not within {seconds} s")


@pytest.fixture
def due(desk):
    """A slot that was due today or yesterday, whatever the time is now; one article."""
    desk.save(schedules={"daily": {"at": "00:00", "timezone": "UTC"}})
    desk.write("a.txt", WATER)
    with desk.store.transaction() as conn:
        editions.known_since(conn, "daily", datetime.now(UTC) - timedelta(days=2))
    desk.close()
    return desk


def stop(child):
    child.send_signal(signal.SIGTERM)
    out, err = child.communicate(timeout=60)
    assert (child.returncode, out) == (0, ""), err
    return err


def test_two_daemons_at_once_make_one_edition_and_one_mail(due, program):
    children = [program("start", cwd=due.folder) for _ in range(2)]
    wait_for(due.mails)
    errors = [wait_until_started(child) for child in children]
    assert "Traceback" not in "".join(errors)
    assert len(due.mails()) == 1
    assert [row.outcome for row in due.history()] == ["built"]


def wait_until_started(child):
    time.sleep(2)
    return stop(child)


KILLED = """
import os, signal, sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from digest.pipeline import Live, job, make_engines
from digest.scheduler import tick
job._deliver = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
tick(Live(Path("config.yaml"), make_engines), lambda: False)
"""


def test_a_kill_between_build_and_delivery_is_made_good_by_the_next_minute(due):
    done = subprocess.run([sys.executable, "-c", KILLED, "."], cwd=due.folder, check=False)
    assert done.returncode == -signal.SIGKILL
    assert (due.counts(), due.mails()) == ({"queued": 1}, [])
    due.at(datetime.now(UTC) + timedelta(minutes=1))
    assert due.tick().built == ()
    assert (due.counts(), len(due.mails()), len(due.history())) == ({"sent": 1}, 1, 1)


def test_a_stop_during_delivery_finishes_the_reader_being_served(due, program, smtp_server, certificates):
    due.readers(*(f"r{n}@example.com" for n in range(6)))
    due.smtp(smtp_server, certificates.ca_file)
    smtp_server.slow_dot(1.0)
    child = program("start", cwd=due.folder, env=due.env)
    wait_for(lambda: smtp_server.accepted)
    stop(child)
    counts = due.counts()
    assert counts["sent"] == len(smtp_server.accepted)
    assert 1 <= counts["sent"] < 6
    assert counts["queued"] == 6 - counts["sent"]
    assert set(counts) == {"sent", "queued"}


def test_the_daemon_tells_the_service_manager_and_logs_json_and_writes_figures(due, program, tmp_path):
    due.save(operation={"metrics": "figures/digest.prom", "operator": "ops@example.com"})
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(tmp_path / "notify"))
        manager.settimeout(60)
        env = {"NOTIFY_SOCKET": str(tmp_path / "notify")}
        child = program("start", "--log-format", "json", cwd=due.folder, env=env)
        said = []
        while not {"READY=1", "STATUS=daily"} <= set(said):
            said.append(manager.recv(4096).decode())
        wait_for((due.folder / "figures/digest.prom").exists)
        err = stop(child)
        manager.settimeout(0.1)
        while True:
            try:
                said.append(manager.recv(4096).decode())
            except TimeoutError:
                break
    assert said[-1] in {"STOPPING=1", "WATCHDOG=1"}
    assert "STOPPING=1" in said
    assert said.count("WATCHDOG=1") >= 3  # the minute begins, a file is read, a reader served, the minute ends
    lines = [json.loads(line) for line in err.splitlines()]
    assert {"time", "level", "logger", "message"} <= lines[0].keys()
    assert any("1 stories for 1 readers" in line["message"] for line in lines)
    assert 'digest_deliveries{state="sent"} 1' in (due.folder / "figures/digest.prom").read_text()


def test_status_and_history_explain_the_silence_and_the_daemon(due, program, digest):
    due.readers({"email": "reader@example.com", "keywords": "航天"})
    child = program("start", cwd=due.folder)
    wait_for(due.history)
    time.sleep(1)
    stop(child)
    (row,) = json.loads(digest("history", "--json").out)[:1]
    assert (row["fate"], row["reason"]) == ("unmatched", "nothing new: 1 read, 0 matched")
    assert row["silent"] == ["reader@example.com"]
    out = digest("history").out
    assert "unmatched: nothing new: 1 read, 0 matched" in out
    assert "nothing matched for reader@example.com" in out
    status = json.loads(digest("status", "--json").out)
    assert status["schedules"]["daily"]["last"]["slot"] == row["slot"]
    assert (status["daemon"]["alive"], status["daemon"]["fault"], status["daemon"]["pid"]) == (True, None, child.pid)
    assert "daemon: at work" in digest("status").out


def test_check_accept_confirms_a_shorter_list(due, digest):
    from digest.pipeline import live

    with due.store.transaction() as conn:
        live.accept(conn, due.settings, datetime.now(UTC))
        assert live.doubt(conn, due.settings) is None
    due.save(subscriptions=[])
    with due.store.read() as conn:
        assert "no readers where there were 1" in live.doubt(conn, due.settings)
    assert digest("check", "--accept").code == 0
    with due.store.read() as conn:
        assert live.doubt(conn, due.settings) is None
    assert digest("check").code == 0


# doctor, send-test


def levels(done):
    return {finding["what"]: finding["level"] for finding in json.loads(done.out)}


def test_doctor_finds_a_sound_office_sound(due, digest):
    done = digest("doctor", "--json")
    assert done.code == 0
    assert set(levels(done).values()) <= {"ok", "warn"}
    assert {"config.yaml", "articles", "state", "clock", "lock", "disk", "time zones"} <= levels(done).keys()
    assert {"templates", "translation", "from", "dkim", "mail account"} <= levels(done).keys()
    assert (due.mails(), due.history()) == ([], ())
    assert digest("doctor").out.startswith("ok")


def test_doctor_says_what_is_wrong_and_what_to_do(due, digest):
    due.save(
        sources=[{"folder": "nowhere/"}],
        mail={
            "from": "digest@office.example.cn",
            "transport": "smtp",
            "smtp": {"host": "127.0.0.1", "port": 9, "security": "none"},
        },
    )
    done = digest("doctor", "--json")
    found = {finding["what"]: finding for finding in json.loads(done.out)}
    assert done.code == 3
    assert (found["articles"]["level"], found["mail account"]["level"]) == ("fail", "fail")
    assert "cannot be reached" in found["mail account"]["found"]
    assert all(f["advice"] for f in found.values() if f["level"] != "ok")


def test_doctor_tries_the_real_account_and_tells_a_wrong_password(due, digest, smtp_server, certificates, monkeypatch):
    due.smtp(smtp_server, certificates.ca_file)
    monkeypatch.setenv("SMTP_PASSWORD", due.env["SMTP_PASSWORD"])
    assert levels(digest("doctor", "--json"))["mail account"] == "ok"
    monkeypatch.setenv("SMTP_PASSWORD", "wrong")
    done = digest("doctor", "--json")
    assert (done.code, levels(done)["mail account"]) == (4, "fail")
    assert "wrong" not in done.out
    assert smtp_server.accepted == []


def test_doctor_sees_a_clock_behind_the_state_and_a_run_at_work(due, digest):
    due.at(datetime.now(UTC) + timedelta(days=400))
    due.tick()
    with due.store.lock():
        done = digest("doctor", "--json")
    found = {finding["what"]: finding for finding in json.loads(done.out)}
    assert (done.code, found["clock"]["level"]) == (3, "fail")
    assert f"process {os.getpid()}" in found["lock"]["found"]


def test_doctor_of_a_wrong_config_is_exit_2(due, digest):
    due.save(schedules={})
    done = digest("doctor", "--json")
    assert (done.code, levels(done)) == (2, {"config.yaml": "fail"})


def test_send_test_sends_one_mail_and_remembers_nothing(due, digest, smtp_server, certificates, monkeypatch):
    due.smtp(smtp_server, certificates.ca_file)
    monkeypatch.setenv("SMTP_PASSWORD", due.env["SMTP_PASSWORD"])
    assert digest("send-test", "someone@example.com").code == 0
    (message,) = smtp_server.accepted
    assert message.rcpt == "someone@example.com"
    assert (due.history(), due.counts()) == ((), {})
    smtp_server.refuse("gone@example.com", "550 5.1.1 no such user")
    done = digest("send-test", "gone@example.com")
    assert done.code == 4
    assert "no such user" in done.err
    assert digest("send-test", "no address").code == 4


def test_run_once_writes_to_the_operator_and_the_figures_but_not_when_dry(due, digest):
    due.save(operation={"operator": "ops@example.com", "metrics": "figures.prom"})
    due.readers({"email": "reader@example.com", "keywords": "航天"})
    digest("run-once", "--dry-run")
    assert (due.mails(), (due.folder / "figures.prom").exists()) == ([], False)
    assert digest("run-once").code == 0
    (letter,) = due.mails()
    assert b"To: <ops@example.com>" in letter.read_bytes()
    assert "digest_articles 1" in (due.folder / "figures.prom").read_text()

"""What the log of a Postfix proves, and what it does not."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime, timedelta

import pytest

from digest.mail.doubts import Doubt, PostfixLog

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
ID = "<daily.x@example.org>"


def line(seconds, text):
    return f"{(NOW + timedelta(seconds=seconds)).isoformat()} host postfix/{text}\n"


CONNECT = line(-62, "smtpd[7]: connect from localhost[127.0.0.1]")
CLEANUP = line(-60, f"cleanup[9]: 4F2A: message-id={ID}")
ACTIVE = line(-60, "qmgr[3]: 4F2A: from=<bounce@example.org>, size=900, nrcpt=1 (queue active)")
BEFORE = line(-3600, "postfix-script[1]: starting the Postfix mail system")


def ask(tmp_path, *lines, since=-60, known=(), now=NOW):
    path = tmp_path / "mail.log"
    path.write_text("".join(lines))
    return PostfixLog(path).ask([Doubt(message_id=ID, since=NOW + timedelta(seconds=since))], known, now)[ID]


def test_both_lines_of_one_queue_id_mean_accepted(tmp_path):
    assert ask(tmp_path, CLEANUP, ACTIVE) is True


def test_the_id_alone_is_mail_that_was_never_completed(tmp_path):
    assert ask(tmp_path, BEFORE, CONNECT, CLEANUP) is False
    assert ask(tmp_path, BEFORE, CONNECT, CLEANUP, ACTIVE.replace("4F2A", "0000")) is False


def test_mail_that_the_server_is_still_at_work_on_is_not_absent(tmp_path):
    opened = line(-61, "submission/smtpd[7]: 4F2A: client=localhost[127.0.0.1]")
    ended = line(-5, "submission/smtpd[7]: lost connection after DATA (4096 bytes) from localhost[127.0.0.1]")
    assert ask(tmp_path, BEFORE, CONNECT, opened, CLEANUP) is None
    assert ask(tmp_path, BEFORE, CONNECT, opened, CLEANUP, ended) is False
    assert ask(tmp_path, BEFORE, CONNECT, opened, CLEANUP, opened.replace("4F2A", "5B3C")) is False
    assert ask(tmp_path, BEFORE, CONNECT, opened, CLEANUP, now=NOW + timedelta(minutes=10)) is False


@pytest.mark.parametrize(
    "lines",
    [
        (),
        (BEFORE,),
        (line(60, "smtpd[7]: connect from localhost[127.0.0.1]"),),
        (line(-30, "smtpd[7]: connect from localhost[127.0.0.1]"),),
    ],
    ids=["empty", "no connection then", "begins later", "rotated"],
)
def test_a_log_that_does_not_cover_the_moment_proves_nothing(tmp_path, lines):
    assert ask(tmp_path, *lines) is None


def test_a_log_that_knows_our_other_mail_is_trusted(tmp_path):
    other = CLEANUP.replace("4F2A", "77").replace(ID, "<other@example.org>"), ACTIVE.replace("4F2A", "77")
    assert ask(tmp_path, BEFORE, *other, known=("<other@example.org>",)) is False


def test_absent_means_nothing_while_the_server_may_be_at_work(tmp_path):
    assert ask(tmp_path, BEFORE, CONNECT, now=NOW - timedelta(seconds=58)) is None


def test_rotated_logs_are_read(tmp_path):
    (tmp_path / "mail.log.1").write_text(CLEANUP)
    (tmp_path / "mail.log.1.gz").write_bytes(gzip.compress(BEFORE.encode()))
    assert ask(tmp_path, ACTIVE) is True


@pytest.mark.parametrize("damage", [lambda raw: raw[:-9], lambda raw: raw[:12] + b"\xff" * 40])
def test_a_log_that_is_being_compressed_stops_nobody(tmp_path, damage):
    (tmp_path / "mail.log.1.gz").write_bytes(damage(gzip.compress(BEFORE.encode() * 9)))
    assert ask(tmp_path, CLEANUP, ACTIVE) is True


def test_times_without_a_year_are_understood(tmp_path):
    stamp = (NOW - timedelta(minutes=2)).astimezone().strftime("%b %e %H:%M:%S")
    old = f"{stamp} host postfix/smtpd[7]: connect from localhost[127.0.0.1]\n"
    assert ask(tmp_path, old) is False

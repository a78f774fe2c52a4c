"""The daemon reads the inbox by itself: now and then, told once what is wrong, never in the way of the mail."""

from __future__ import annotations

import logging

import pytest
from imap_rig import PASSWORD, USER, ImapServer
from office import SCHOOL
from post import READERS

from digest.errors import TransportUnusable
from digest.mail import unsubscribe_token
from digest.pipeline import Live, make_sender
from digest.pipeline.inbox import look
from digest.pipeline.outfit import make_policy
from digest.scheduler import tick
from digest.store import facts, suppressions


@pytest.fixture
def box(certificates):
    with ImapServer(certificates.context()) as server:
        yield server


@pytest.fixture
def desk(queued, box, certificates, tmp_path):
    (tmp_path / "imap.txt").write_text(PASSWORD)
    inbox = {
        "host": "127.0.0.1",
        "port": box.port,
        "username": USER,
        "password_file": str(tmp_path / "imap.txt"),
        "ca_file": str(certificates.ca_file),
    }
    queued.save(mail={**queued.parts["mail"], "inbox": inbox})
    queued.deliver()
    return queued


def wish(office, reader):
    token = unsubscribe_token(make_sender(office.settings).secret_key, reader)
    return f"From: {reader}\r\nSubject: unsubscribe {token}\r\n\r\n".encode()


def read(office, **options):
    return look(office.store, office.settings, make_sender(office.settings), office.clock, **options)


def unwanted(office):
    with office.store.read() as conn:
        return {item.email for item in suppressions.listed(conn)}


def test_the_inbox_is_read_every_quarter_of_an_hour(desk, box):
    box.letters.append(wish(desk, READERS[0]))
    assert (read(desk).letters, unwanted(desk)) == (1, {READERS[0]})
    box.letters.append(wish(desk, READERS[1]))
    desk.later(minutes=14)
    assert (read(desk), box.logins, unwanted(desk)) == (None, 1, {READERS[0]})
    desk.later(minutes=1)
    assert (read(desk).letters, box.logins, unwanted(desk)) == (1, 2, set(READERS[:2]))


def test_without_an_inbox_nothing_is_read(queued):
    assert read(queued) is None


def test_an_inbox_that_cannot_be_read_is_told_once_and_asked_no_more_often(desk, box, tmp_path, caplog):
    (tmp_path / "imap.txt").write_text("wrong")
    with caplog.at_level(logging.WARNING):
        for _ in range(40):
            assert read(desk) is None
            desk.later(minutes=1)
    assert caplog.text.count("the inbox cannot be read") == 1
    assert "wrong password" in caplog.text
    assert box.logins == 3
    (tmp_path / "imap.txt").write_text(PASSWORD)
    desk.later(minutes=15)
    assert read(desk).letters == 0


def test_a_password_that_imap_cannot_carry_is_a_sentence(desk, tmp_path, caplog):
    (tmp_path / "imap.txt").write_text("密码")
    assert read(desk) is None
    assert "takes only ASCII letters" in caplog.text


def test_a_full_inbox_is_read_on_a_minute_later(desk, box):
    box.letters += [wish(desk, reader) for reader in READERS]
    asked = iter([False, False, False, True])
    report = read(desk, stop=lambda: next(asked))
    assert (report.letters, report.finished) == (2, False)
    desk.later(minutes=1)
    assert (read(desk).letters, unwanted(desk)) == (1, set(READERS))


@pytest.mark.parametrize("password", [PASSWORD, "wrong"])
def test_a_minute_of_the_daemon_reads_the_inbox_after_the_mail(desk, box, tmp_path, password):
    (tmp_path / "imap.txt").write_text(password)
    desk.save(mail={**desk.parts["mail"], "give_up_hours": 0})
    desk.write("b.txt", SCHOOL)
    desk.run(send=False)
    for _ in range(2):
        tick(Live(desk.config, lambda _settings: desk.engines, env=desk.env), lambda: False)
    assert (desk.counts(), box.logins) == ({"sent": 6}, 1)


def bounced(office, reader, status):
    (row,) = (row for row in office.rows() if row.email == reader)
    lines = (
        "From: MAILER-DAEMON@example.net",
        'Content-Type: multipart/report; report-type=delivery-status; boundary="B"',
        "",
        "--B",
        "Content-Type: message/delivery-status",
        "",
        "Reporting-MTA: dns; example.net",
        "",
        f"Final-Recipient: rfc822; {reader}",
        "Action: failed",
        f"Status: {status}",
        "",
        "--B",
        "Content-Type: text/rfc822-headers",
        "",
        f"Message-ID: {row.message_id}",
        "",
        "--B--",
    )
    return "\r\n".join(lines).encode()


def test_a_hard_bounce_after_a_soft_one_of_the_same_mail_counts_once(desk, box):
    box.letters += [bounced(desk, READERS[0], status) for status in ("4.4.7", "5.1.1", "5.1.1", "4.4.7")]
    assert [f.what for f in read(desk).findings] == ["bounced", "bounced", "ignored", "ignored"]
    with desk.store.read() as conn:
        assert len(suppressions.bounce_days(conn, READERS[0], "hard")) == 1
    assert unwanted(desk) == set()


def test_figures_that_cannot_be_written_do_not_keep_the_inbox_from_being_read(desk, box, tmp_path):
    (tmp_path / "file").write_text("")
    desk.save(operation={"metrics": str(tmp_path / "file" / "digest.prom")})
    tick(Live(desk.config, lambda _settings: desk.engines, env=desk.env), lambda: False)
    assert box.logins == 1


def test_a_daemon_without_a_usable_account_is_still_seen_at_work(desk, monkeypatch):
    def refuse(_settings):
        raise TransportUnusable("no account")

    monkeypatch.setattr("digest.scheduler.make_transport", refuse)
    tick(Live(desk.config, lambda _settings: desk.engines, env=desk.env), lambda: False)
    with desk.store.read() as conn:
        assert facts.get(conn, "daemon") is not None


def test_a_sent_folder_without_a_login_does_not_stop_the_mail(queued, caplog):
    queued.save(mail={**queued.parts["mail"], "transport": "sendmail", "inbox": {"host": "127.0.0.1", "sent": "Sent"}})
    assert make_policy(queued.settings).witness is None
    assert "needs a username and a password_file" in caplog.text

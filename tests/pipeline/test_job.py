"""The whole job: what one run by hand, or one minute of the daemon, adds up to."""

from __future__ import annotations

import pytest
from office import FOREST, SCHOOL, WATER

from digest.errors import ConfigError, StoreError
from digest.pipeline import Watch, make_sender, make_transport


def settle(office, seconds):
    office.save(sources=[{"folder": "news/", "settle_seconds": seconds}])


@pytest.fixture
def waiting(office):
    """A clock that runs while the job waits for files to settle."""
    settle(office, 0.05)
    started = office.clock
    calls = iter(range(1000))

    def clock():
        office.later(milliseconds=100 * bool(next(calls)))
        return started()

    office.clock = clock
    return office


def test_a_run_by_hand_waits_for_a_file_that_is_being_written(waiting):
    waiting.write("a.txt", WATER, age=0)
    done = waiting.run()
    assert (done.counts.new, done.counts.pending, done.report.sent) == (1, 0, 1)


def test_each_file_counts_once_although_the_run_looks_twice(waiting):
    waiting.save(sources=[*waiting.parts["sources"], {"folder": "gone/"}])
    waiting.write("known.txt", FOREST)
    waiting.run()
    waiting.write("new.txt", WATER)
    waiting.write("bad.txt", b"")
    waiting.write("late.txt", SCHOOL, age=0)
    counts = waiting.run().counts
    assert (counts.new, counts.changed, counts.known, counts.pending) == (2, 0, 1, 0)
    assert sorted(s.file.rpartition("/")[2] for s in counts.skipped) == ["bad.txt", "gone"]


def test_a_run_without_sending_leaves_the_mail_to_the_next(office):
    office.write("a.txt", WATER)
    done = office.run(send=False)
    assert (done.report, office.counts(), office.mails()) == (None, {"queued": 1}, [])
    office.later(minutes=1)
    done = office.run()
    assert (done.built, done.report.sent, len(office.mails())) == ((), 1, 1)


def test_only_the_schedules_named_are_made(office):
    office.save(schedules={name: {"at": "08:00"} for name in ("daily", "weekly")})
    office.write("a.txt", WATER)
    assert [b.edition.schedule for b in office.run("weekly").built] == ["weekly"]
    office.later(minutes=1)
    assert [b.edition.schedule for b in office.run("daily").built] == ["daily"]


def test_the_onlooker_is_told_of_reading_and_sending(office):
    office.readers("a@example.com", "b@example.com")
    office.write("a.txt", WATER)
    read, sent = [], []
    watch = Watch(
        reading=lambda done, total: read.append((done, total)),
        sending=lambda delivery, state: sent.append((delivery.email, state)),
    )
    office.run(watch=watch)
    assert (read, sent) == ([(1, 1)], [("a@example.com", "sent"), ("b@example.com", "sent")])


def test_a_tick_retries_what_is_due_also_without_an_edition(office):
    office.write("a.txt", WATER)
    office.run(send=False)
    done = office.tick()
    assert (done.built, done.report.sent) == ((), 1)


def test_the_secret_is_made_once_and_kept_from_others(office):
    first = make_sender(office.settings)
    path = office.settings.state_dir / "secret.key"
    assert (len(path.read_bytes()), path.stat().st_mode & 0o777) == (32, 0o600)
    assert make_sender(office.settings).secret_key == first.secret_key
    path.write_bytes(b"short")
    with pytest.raises(StoreError, match="damaged"):
        make_sender(office.settings)


def test_a_secret_that_is_given_leaves_no_file(office):
    make_sender(office.settings, secret=bytes(32))
    assert not (office.settings.state_dir / "secret.key").exists()


def test_the_sender_is_what_the_config_says(office):
    office.save(
        mail={
            "from": "摘要 <digest@example.org>",
            "reply_to": "office@example.org",
            "unsubscribe": "leave@example.org",
            "list_name": "每日摘要",
        }
    )
    sender = make_sender(office.settings)
    assert (sender.name, sender.address, sender.reply_to) == ("摘要", "digest@example.org", "office@example.org")
    assert (sender.unsubscribe_mailbox, sender.list_name, sender.dkim) == ("leave@example.org", "每日摘要", None)


def test_smtp_without_an_account_is_a_config_error(office):
    settings = office.settings
    object.__setattr__(settings.mail, "transport", "smtp")
    with pytest.raises(ConfigError, match=r"mail\.smtp is missing"):
        make_transport(settings)


def test_mail_is_signed_when_the_config_names_a_key(office):
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import rsa

    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    encoding, kind = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    pem = key.private_bytes(encoding, kind, serialization.NoEncryption())
    (office.folder / "dkim.pem").write_bytes(pem)
    dkim = {"domain": "example.org", "selector": "s1", "key_file": "dkim.pem"}
    office.save(mail={"from": "digest@example.org", "dkim": dkim})
    office.write("a.txt", WATER)
    office.run()
    (path,) = office.mails()
    assert b"DKIM-Signature: " in path.read_bytes()

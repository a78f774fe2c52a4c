"""Over a real Postfix into a real Dovecot and back: signatures, bounces, doubts, copies, wishes to unsubscribe."""

from __future__ import annotations

import shutil
import subprocess
import time

import dkim
import postfix_rig
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from office import SCHOOL, WATER

from digest.mail.imap import ImapAccount, opened
from digest.pipeline import make_sender
from digest.pipeline.inbox import poll
from digest.pipeline.outfit import imap_account, make_policy
from digest.store import deliveries, suppressions

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(postfix_rig.missing() is not None, reason=str(postfix_rig.missing())),
]


@pytest.fixture(scope="module")
def post(certificates):
    with postfix_rig.Post(certificates) as running:
        yield running


@pytest.fixture
def key(tmp_path):
    made = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    private = made.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (tmp_path / "dkim.pem").write_bytes(private)
    public = made.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    return "".join(public.decode().splitlines()[1:-1])


@pytest.fixture
def bureau(office, post, certificates, key, tmp_path):
    """An office that sends over this Postfix, with a signature, a bounce mailbox and an inbox."""
    secret = tmp_path / "imap-password.txt"
    secret.write_text(postfix_rig.PASSWORD)
    office.save(
        mail={
            "from": "摘要 <digest@example.org>",
            "transport": "smtp",
            "bounce": "bounce@example.org",
            "unsubscribe": "bounce@example.org",
            "smtp": {
                "host": "127.0.0.1",
                "port": post.smtp,
                "ca_file": str(certificates.ca_file),
                "postfix_log": str(post.log),
            },
            "dkim": {"domain": "example.org", "selector": "s1", "key_file": str(tmp_path / "dkim.pem")},
            "inbox": {
                "host": "127.0.0.1",
                "port": post.imap,
                "username": "bounce@example.org",
                "password_file": str(secret),
                "ca_file": str(certificates.ca_file),
            },
        }
    )
    return office


def letters(post, certificates, address, *, wanted=1):
    """The letters in a mailbox, as soon as there are so many."""
    account = ImapAccount(
        host="127.0.0.1",
        port=post.imap,
        username=address,
        password=postfix_rig.PASSWORD,
        ca_file=certificates.ca_file,
    )
    deadline = time.monotonic() + 60
    while True:
        with opened(account, "INBOX") as box:
            found = [letter.raw for letter in box.letters(0)]
        if len(found) >= wanted or time.monotonic() > deadline:
            return found
        time.sleep(0.3)


def look(bureau):
    return poll(bureau.store, make_sender(bureau.settings), imap_account(bureau.settings), "INBOX", bureau.clock)


def look_until_something(bureau):
    deadline = time.monotonic() + 60
    while not (report := look(bureau)).findings and time.monotonic() < deadline:
        time.sleep(0.3)
    return report


def send(bureau, article=WATER, name="a.txt"):
    bureau.write(name, article)
    bureau.run(send=False)
    return bureau.deliver(policy=make_policy(bureau.settings))


def test_the_signature_is_valid_after_delivery_by_two_verifiers(bureau, post, certificates, key, tmp_path):
    bureau.readers("signed@example.com")
    assert send(bureau).sent == 1
    (raw,) = letters(post, certificates, "signed@example.com")
    record = f"v=DKIM1; k=rsa; p={key}".encode()
    assert dkim.verify(raw, dnsfunc=lambda *_, **__: record)
    assert not dkim.verify(raw.replace(b"Subject:", b"Subject: x\r\nSubject:", 1), dnsfunc=lambda *_, **__: record)
    if shutil.which("opendkim") is None:
        pytest.skip("verified by dkimpy only: opendkim is not installed")
    keys = tmp_path / "keys.txt"
    keys.write_text(f"s1._domainkey.example.org v=DKIM1; k=rsa; p={key}\n")
    (tmp_path / "opendkim.conf").write_text(f"Mode v\nSyslog no\nTestPublicKeys {keys}\n")
    (tmp_path / "mail.eml").write_bytes(raw)
    command = ["opendkim", "-x", tmp_path / "opendkim.conf", "-t", tmp_path / "mail.eml"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, "succeeded" in done.stdout + done.stderr) == (0, True), done


def test_a_bounce_is_mapped_to_its_reader_and_two_days_of_them_suppress(bureau, post):
    bureau.readers("gone@example.com")
    look(bureau)  # what came back to other tests
    assert send(bureau).sent == 1
    (finding,) = look_until_something(bureau).findings
    assert (finding.what, finding.email, finding.suppressed) == ("bounced", "gone@example.com", False)
    assert finding.detail.startswith("5.1.1")
    assert bureau.states() == {"gone@example.com": "bounced"}
    assert look(bureau).letters == 0
    bureau.later(days=1)
    send(bureau, SCHOOL, "b.txt")
    (finding,) = look_until_something(bureau).findings
    assert finding.suppressed
    with bureau.store.read() as conn:
        assert [item.email for item in suppressions.listed(conn)] == ["gone@example.com"]


def test_a_doubt_is_settled_by_the_log_and_a_copy_is_kept_once(bureau, post, certificates):
    bureau.readers("twice@example.com")
    assert send(bureau).sent == 1
    with bureau.store.transaction() as conn:  # as if the answer had been lost
        conn.exec_driver_sql("UPDATE deliveries SET state = 'held', sent_at = NULL")
    witness = make_policy(bureau.settings)
    assert (bureau.deliver(policy=witness).held, bureau.states()) == (0, {"twice@example.com": "sent"})
    with bureau.store.transaction() as conn:  # and as if an operator sent it again all the same
        conn.exec_driver_sql("UPDATE deliveries SET state = 'held', sent_at = NULL")
        deliveries.resolve(conn, bureau.rows()[0].id, sent=False, now=bureau.clock())
    assert bureau.deliver().sent == 1
    time.sleep(2)
    assert len(letters(post, certificates, "twice@example.com")) == 1


def test_a_wish_to_unsubscribe_works_once_and_its_token_is_spent_when_the_reader_comes_back(bureau, post, certificates):
    bureau.readers("leaving@example.com")
    send(bureau)
    (raw,) = letters(post, certificates, "leaving@example.com")
    token = raw.partition(b"?subject=unsubscribe%20")[2][:24].decode()

    def write(subject):
        import smtplib

        with smtplib.SMTP("127.0.0.1", post.smtp) as server:
            text = f"From: x@example.com\r\nTo: bounce@example.org\r\nSubject: {subject}\r\n\r\n."
            server.sendmail("x@example.com", ["bounce@example.org"], text)

    look(bureau)  # what came back to other tests
    write("unsubscribe aaaaaaaaaaaaaaaaaaaaaaaa")
    (forged,) = look_until_something(bureau).findings
    assert (forged.what, bureau.states()) == ("ignored", {"leaving@example.com": "sent"})
    write(f"unsubscribe {token}")
    (done,) = look_until_something(bureau).findings
    assert (done.what, done.email, done.suppressed) == ("unsubscribed", "leaving@example.com", True)
    assert bureau.states() == {"leaving@example.com": "unsubscribed"}
    with bureau.store.transaction() as conn:
        suppressions.lift(conn, "leaving@example.com", now=bureau.clock())
    write(f"unsubscribe {token}")
    (spent,) = look_until_something(bureau).findings
    assert (spent.what, spent.email) == ("ignored", None)

from __future__ import annotations

import base64
import re
import time

import dkim
import pytest
from cryptography.hazmat.primitives import serialization
from mail_samples import DATE, make_envelope, make_sender

from digest.errors import MailError
from digest.mail import Dkim


@pytest.fixture(scope="session")
def verifies(dkim_key):
    """A verifier with our public key in its DNS."""
    public = dkim_key.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    record = b"v=DKIM1; k=rsa; p=" + base64.b64encode(public)

    def verify(raw):
        return dkim.DKIM(raw).verify(dnsfunc=lambda name, timeout=5: record if name.startswith(b"s1.") else None)

    return verify


def test_the_signature_verifies(signing_sender, verifies):
    assert verifies(make_envelope(signing_sender).raw) is True


def test_the_signature_survives_a_relay_that_refolds_and_adds_lines(signing_sender, verifies):
    raw = make_envelope(signing_sender).raw
    relayed = b"Received: from a by b\r\n" + raw.replace(b"\r\nPrecedence: ", b"\r\nX-Added: 1\r\nPrecedence: ")
    assert verifies(relayed.replace(b"Auto-Submitted: auto", b"Auto-Submitted:  auto")) is True


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"List-Unsubscribe=One-Click", b"List-Unsubscribe=Two-Click"),
        (b"List-Unsubscribe: <https://digest", b"List-Unsubscribe: <https://other"),
        (b"Subject: ", b"Subject: evil\r\nSubject: "),
        (b"From: ", b"From: evil@example.net\r\nFrom: "),
        (b"To: ", b"To: other@example.net\r\nTo: "),
        (b"Reply-To: <editor", b"Reply-To: <nobody"),
        (b"Date: Sun, 22", b"Date: Sun, 23"),
        (b"Auto-Submitted: auto-generated", b"Auto-Submitted: no"),
    ],
)
def test_a_changed_or_added_header_breaks_the_signature(signing_sender, verifies, old, new):
    raw = make_envelope(signing_sender).raw
    changed = raw.replace(b"\r\n" + old, b"\r\n" + new, 1) if b"\r\n" + old in raw else raw.replace(old, new, 1)
    assert changed != raw
    assert not verifies(changed)


def test_a_changed_body_or_a_reply_to_put_in_breaks_the_signature(dkim_key, signing_sender, verifies):
    raw = make_envelope(signing_sender).raw
    with pytest.raises(dkim.ValidationError):
        verifies(raw.replace(b"\r\n--=_", b"\r\nmore\r\n--=_", 1))
    silent = make_sender(reply_to=None, dkim=signing_sender.dkim)
    unsigned_reply = make_envelope(silent).raw
    assert verifies(unsigned_reply)
    assert not verifies(unsigned_reply.replace(b"\r\nSubject: ", b"\r\nReply-To: spy@example.net\r\nSubject: ", 1))


def test_the_signature_names_what_receivers_want_covered_and_the_frozen_date(signing_sender):
    signature = make_envelope(signing_sender).raw.partition(b"\r\nDate: ")[0].decode()
    tags = dict(
        part.strip().split("=", 1) for part in re.sub(r"\s+", " ", signature.partition(":")[2]).split(";") if part
    )
    assert (tags["a"], tags["c"], tags["d"], tags["s"]) == ("rsa-sha256", "relaxed/relaxed", "example.org", "s1")
    assert tags["t"] == str(int(DATE.timestamp()))
    names = [name.strip() for name in tags["h"].split(":")]
    for name in ("from", "to", "subject", "date", "message-id", "reply-to"):
        assert names.count(name) == 2
    for name in ("list-id", "list-unsubscribe", "list-unsubscribe-post", "feedback-id", "auto-submitted"):
        assert names.count(name) == 1


def test_a_retry_seconds_later_signs_the_same_bytes(signing_sender):
    first = make_envelope(signing_sender).raw
    time.sleep(1.1)
    assert make_envelope(signing_sender).raw == first


def test_a_key_file_with_windows_line_ends_signs_the_same(signing_sender):
    key = signing_sender.dkim
    windows = Dkim(domain=key.domain, selector=key.selector, private_key=key.private_key.replace(b"\n", b"\r\n"))
    assert make_envelope(make_sender(dkim=windows)).raw == make_envelope(signing_sender).raw


@pytest.mark.parametrize(
    "pem",
    [
        b"",
        b"nonsense",
        b"-----BEGIN PRIVATE KEY-----\n!!!!\n-----END PRIVATE KEY-----\n",
        b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
    ],
)
def test_a_broken_key_is_named_without_being_shown(pem):
    sender = make_sender(dkim=Dkim(domain="example.org", selector="s1", private_key=pem))
    with pytest.raises(MailError, match=r"s1\._domainkey\.example\.org: the DKIM key cannot be used"):
        make_envelope(sender)
    assert "AAAA" not in repr(sender)


def test_a_selector_that_is_no_dns_name_is_refused():
    with pytest.raises(MailError, match="not a DKIM selector"):
        Dkim(domain="example.org", selector="s 1", private_key=b"")

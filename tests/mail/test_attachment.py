"""A message with the full edition attached: one attachment, ours, around the same two parts as ever."""

from __future__ import annotations

import base64
import email
import email.policy

import dkim
import pytest
from cryptography.hazmat.primitives import serialization
from mail_samples import HTML, TEXT, account_for, make_envelope, make_sender

from digest.errors import MailError
from digest.mail import OutcomeKind, compose_body
from digest.mail.smtp import SmtpTransport
from digest.model import FullPage

NAME = "digest-2026-11-28.html"
PAGE = (
    "<!DOCTYPE html>\n<html><body>"
    + "".join(f"<p>第{n}条：各乡镇要在{n}日内完成排查。</p>\n" for n in range(1, 4000))
    + "</body></html>\n"
)
FULL = FullPage(name=NAME, html=PAGE)


def parse(raw):
    return email.message_from_bytes(raw, policy=email.policy.default)


def lines(text):
    return text.replace("\r\n", "\n")


def test_the_page_stands_beside_the_two_parts_and_they_are_as_without_it(sender):
    message = parse(make_envelope(sender, full=FULL).raw)
    assert message.get_content_type() == "multipart/mixed"
    alternative, page = message.iter_parts()
    assert alternative.get_content_type() == "multipart/alternative"
    text, html = alternative.iter_parts()
    assert lines(text.get_content()) == TEXT
    assert lines(html.get_content()) == HTML
    bare = parse(make_envelope(sender).raw)
    assert [part.as_bytes() for part in bare.iter_parts()] == [part.as_bytes() for part in alternative.iter_parts()]
    assert bare.get_boundary() == alternative.get_boundary() != message.get_boundary()
    assert page["Content-Type"] == 'text/html; charset="utf-8"'
    assert page["Content-Disposition"] == f'attachment; filename="{NAME}"'
    assert page["Content-Transfer-Encoding"] == "base64"
    assert page.get_filename() == NAME
    assert lines(page.get_content()) == PAGE


def test_mail_programs_show_the_mail_and_list_one_attachment(sender):
    message = parse(make_envelope(sender, full=FULL).raw)
    assert lines(message.get_body(("html", "plain")).get_content()) == HTML
    assert lines(message.get_body(("plain",)).get_content()) == TEXT
    assert [part.get_filename() for part in message.walk() if part.get_content_disposition()] == [NAME]
    assert [part.defects for part in message.walk() if part.defects] == []
    assert [name for part in list(message.walk())[1:] for name in part if name == "MIME-Version"] == []


def test_the_bytes_are_fit_for_the_wire_and_always_the_same(signing_sender):
    raw = make_envelope(signing_sender, full=FULL).raw
    assert raw == make_envelope(signing_sender, full=FULL).raw
    assert raw.isascii()
    assert raw.count(b"\n") == raw.count(b"\r") == raw.count(b"\r\n")
    body = raw.partition(b"\r\n\r\n")[2]
    assert max(len(line) for line in body.split(b"\r\n")) <= 78


def test_without_a_page_nothing_changed(sender):
    assert make_envelope(sender, full=None) == make_envelope(sender)
    assert parse(make_envelope(sender).raw).get_content_type() == "multipart/alternative"


def test_the_signature_covers_the_attachment(signing_sender, dkim_key):
    public = dkim_key.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    record = b"v=DKIM1; k=rsa; p=" + base64.b64encode(public)

    def verifies(raw):
        return dkim.verify(raw, dnsfunc=lambda *_, **__: record)

    raw = make_envelope(signing_sender, full=FULL).raw
    assert verifies(raw)
    assert not verifies(raw[:-2000] + (b"A" if raw[-2000:-1999] != b"A" else b"B") + raw[-1999:])
    assert not verifies(raw.replace(b"multipart/mixed", b"multipart/alternative", 1))


@pytest.mark.parametrize(
    "name",
    [
        "",
        "config.yaml",
        "../digest.html",
        "/etc/passwd.html",
        "摘要.html",
        "a b.html",
        'a"; x="b.html',
        "a.html\r\nBcc: spy@example.net",
        "digest.html\n",
        ".html",
        "-rf.html",
        "digest.html.exe",
        "d" * 80 + ".html",
    ],
)
def test_only_a_name_of_ours_is_a_name(name):
    with pytest.raises(MailError, match="is no name for an attachment"):
        compose_body(TEXT, HTML, FullPage(name=name, html=PAGE))


@pytest.mark.parametrize(
    "html",
    [
        "config.yaml",
        "\r\n.\r\n--=_x\r\nContent-Disposition: attachment; filename=evil.exe\r\n\r\n",
        "From me\n..\n\0",
        "\ud800" + "行" * 5000,
    ],
)
def test_whatever_the_page_says_it_is_one_part(sender, html):
    raw = make_envelope(sender, full=FullPage(name=NAME, html=html)).raw
    message = parse(raw)
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "text/html",
    ]
    (page,) = message.iter_attachments()
    assert page.get_filename() == NAME
    assert lines(base64.b64decode(page.get_payload()).decode()).rstrip("\n") == lines(
        html.encode("utf-8", "replace").decode()
    ).rstrip("\n")


def test_a_real_server_receives_it(starttls_server, certificates):
    envelope = make_envelope(make_sender(), full=FULL)
    with SmtpTransport(account_for(starttls_server, certificates)) as transport:
        assert transport.deliver(envelope, lambda: None).kind is OutcomeKind.SENT
    (accepted,) = starttls_server.accepted
    assert accepted.raw == envelope.raw
    (page,) = parse(accepted.raw).iter_attachments()
    assert lines(page.get_content()) == PAGE

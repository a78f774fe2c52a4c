from __future__ import annotations

import base64
import email
import email.policy
import re
from datetime import UTC, datetime
from email.header import decode_header, make_header
from email.utils import getaddresses

import pytest
from mail_samples import DATE, EDITION, HEADLINES, HTML, TEXT, make_envelope, make_sender

from digest.errors import BadAddress, MailError
from digest.mail import compose, message_id, unsubscribe_token

READER = "reader@example.com"
HOSTILE = [
    "plain",
    "每日摘要",
    "a\r\nBcc: spy@example.net",
    "nul\0 tab\t vertical\v line\u2028end",
    "很" * 400,
    "mixed 中文 and English words, " * 20,
    'Zhang "San", Office',
    r"back\slash and 'quotes'",
    "emoji 🙂 family 👨‍👩‍👧",
    "=?utf-8?q?evil=0d=0aBcc:_x?=",
    "config.yaml",
    "x" * 400,
    "lone \ud800 surrogate",
    "; (comment) <tag@example.net>",
]


def parse(raw):
    return email.message_from_bytes(raw, policy=email.policy.default)


def head_of(raw):
    return raw.partition(b"\r\n\r\n")[0].decode("ascii").split("\r\n")


def mailbox_of(raw, header):
    """Name and address. Not by email.policy: before Python 3.12 it puts a space between two encoded words."""
    unfolded = re.search(rb"\r\n%s: (.*?)\r\n(?! )" % header.encode(), b"\r\n" + raw, re.DOTALL)[1].decode("ascii")
    ((name, address),) = getaddresses([unfolded.replace("\r\n", "")])
    return str(make_header(decode_header(name))), address


def cleaned(text):
    text = text.encode("utf-8", "replace").decode()
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f]+", " ", text).strip()


def test_a_message_has_each_required_header_once(signing_sender):
    message = parse(make_envelope(signing_sender).raw)
    names = [name.lower() for name in message]
    assert len(names) == len(set(names))
    assert message["From"].addresses[0].addr_spec == "digest@example.org"
    assert message["From"].addresses[0].display_name == "每日摘要"
    (to,) = message["To"].addresses
    assert (to.display_name, to.addr_spec) == ("读者", READER)
    assert message["Reply-To"] == "editor@example.org"
    assert message["Date"] == "Sun, 22 Nov 2026 00:00:00 +0000"
    assert message["Subject"] == "每日摘要 11月22日:2 项要求 / Daily digest: 2 directives"
    assert message["Message-ID"] == message_id(signing_sender, EDITION, READER)
    assert message["List-Id"] == "每日政策摘要, 日刊 <digest.example.org>"
    token = unsubscribe_token(signing_sender.secret_key, READER)
    assert message["List-Unsubscribe"] == (
        f"<https://digest.example.org/u/{token}>, <mailto:unsub@example.org?subject=unsubscribe%20{token}>"
    )
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["Content-Language"] == "zh-Hans, en"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Precedence"] == "bulk"
    assert message["X-Auto-Response-Suppress"] == "OOF, AutoReply"
    assert message["Feedback-ID"] == "daily-2026-11-22:digest-example-org:digest:example-org"
    assert len(message["X-Entity-Ref-ID"]) == 24
    assert not {"bcc", "list-post", "received", "return-path", "sender"} & set(names)


def test_the_parts_are_text_then_html_and_decode_to_what_was_given(sender):
    message = parse(make_envelope(sender).raw)
    assert message.get_content_type() == "multipart/alternative"
    text, html = message.iter_parts()
    assert (text.get_content_type(), html.get_content_type()) == ("text/plain", "text/html")
    assert text.get_content().replace("\r\n", "\n") == TEXT
    assert html.get_content().replace("\r\n", "\n") == HTML
    for part in (text, html):
        assert part["Content-Transfer-Encoding"] == "base64"
        assert part.get_content_charset() == "utf-8"
        assert "MIME-Version" not in part
    assert all(headline in text.get_content() for headline in HEADLINES)
    assert "<" not in text.get_content()


def test_the_bytes_are_fit_for_the_wire(signing_sender):
    raw = make_envelope(signing_sender, subject=HOSTILE[5], to_name=HOSTILE[4]).raw
    assert raw.isascii()
    assert raw.count(b"\n") == raw.count(b"\r") == raw.count(b"\r\n")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 998
    for line in head_of(raw):
        assert len(line) <= 78 or len(line.split()) <= 2, line
    assert all(len(word) <= 75 for word in re.findall(r"=\?[^?]*\?[^?]*\?[^?]*\?=", raw.decode()))


def test_the_same_values_make_the_same_bytes_also_when_signed(sender, signing_sender):
    assert make_envelope(sender) == make_envelope(sender)
    assert make_envelope(signing_sender).raw == make_envelope(signing_sender).raw
    utc = make_envelope(sender, date=DATE.astimezone(UTC))
    assert utc == make_envelope(sender)


def test_identifiers_differ_for_every_edition_and_reader_and_stay_the_same(sender):
    editions = ["daily:2026-11-22", "daily:2026-11-23", "weekly:2026-11-22", "每日:2026-11-22", "每周:2026-11-22"]
    readers = [READER, "other@example.com", "third@example.net"]
    ids = [message_id(sender, edition, reader) for edition in editions for reader in readers]
    assert len(set(ids)) == len(ids)
    assert ids == [message_id(sender, edition, reader) for edition in editions for reader in readers]
    assert all(re.fullmatch(r"<[A-Za-z0-9-]+\.[a-z2-7]{24}@example\.org>", identifier) for identifier in ids)
    assert message_id(sender, EDITION, " reader@EXAMPLE.com ") == message_id(sender, EDITION, READER)
    other_key = make_sender(secret_key=b"fedcba9876543210")
    assert message_id(other_key, EDITION, READER) != message_id(sender, EDITION, READER)


def test_the_unsubscribe_token_is_the_same_in_every_edition_and_the_bounce_address_is_not(sender):
    today = make_envelope(sender)
    tomorrow = make_envelope(sender, edition="daily:2026-11-23")
    assert parse(today.raw)["List-Unsubscribe"] == parse(tomorrow.raw)["List-Unsubscribe"]
    assert re.fullmatch(r"bounce\+[a-z2-7]{24}@example\.org", today.mail_from)
    assert today.mail_from != tomorrow.mail_from
    assert (today.rcpt, today.message_id) == (READER, message_id(sender, EDITION, READER))


def test_without_a_web_address_one_click_is_not_promised():
    message = parse(make_envelope(make_sender(unsubscribe_url=None)).raw)
    assert message["List-Unsubscribe"].startswith("<mailto:unsub@example.org?subject=unsubscribe%20")
    assert "List-Unsubscribe-Post" not in message


def test_the_bare_sender_needs_no_optional_value():
    bare = make_sender(
        name=None, reply_to=None, list_name=None, unsubscribe_mailbox=None, unsubscribe_url=None, bounce_mailbox=None
    )
    envelope = make_envelope(bare, to_name=None, languages=())
    message = parse(envelope.raw)
    assert envelope.mail_from == "digest@example.org"
    assert message["From"].addresses[0].addr_spec == "digest@example.org"
    assert message["List-Id"] == "<digest.example.org>"
    for name in ("Reply-To", "List-Unsubscribe", "List-Unsubscribe-Post", "Feedback-ID", "Content-Language"):
        assert name not in message


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_subject_stays_one_header_and_reads_back(sender, text):
    raw = make_envelope(sender, subject=text).raw
    message = parse(raw)
    assert "Bcc" not in message
    assert [line for line in head_of(raw) if line.lower().startswith("bcc")] == []
    assert message["Subject"] == cleaned(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_name_stays_one_address_and_reads_back(text):
    raw = make_envelope(make_sender(name=text, list_name=text), to_name=text).raw
    message = parse(raw)
    assert "Bcc" not in message
    for header, address in (("From", "digest@example.org"), ("To", READER)):
        assert mailbox_of(raw, header) == (cleaned(text), address)
    unfolded = raw.replace(b"\r\n ", b" ")
    assert re.search(rb"\r\nList-Id: [^\r]* <digest\.example\.org>\r\n", unfolded)


def test_a_long_unsubscribe_address_is_never_encoded_or_broken():
    url = "https://digest.example.org/" + "u" * 300
    raw = make_envelope(make_sender(unsubscribe_url=url)).raw
    token = unsubscribe_token(make_sender().secret_key, READER)
    assert f"<{url}/{token}>".encode() in raw
    assert b"\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n" in raw


def test_content_is_content_whatever_it_looks_like(sender):
    text = "config.yaml\r.\n..\nFrom me\r\n\ud800\0"
    message = parse(make_envelope(sender, text=text, html="config.yaml").raw)
    plain, html = message.iter_parts()
    assert html.get_content().strip() == "config.yaml"
    assert base64.b64decode(plain.get_payload()) == b"config.yaml\r\n.\r\n..\r\nFrom me\r\n?\0\r\n"


def test_a_non_ascii_domain_travels_as_a_labels():
    sender = make_sender(address="digest@河湾.example", list_id="digest")
    envelope = make_envelope(sender, "reader@云溪.example")
    assert envelope.rcpt.isascii()
    assert parse(envelope.raw)["From"].addresses[0].domain == "xn--ovw41b.example"
    assert envelope.message_id.endswith("@xn--ovw41b.example>")


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"to_email": "读者@example.com"}, BadAddress),
        ({"to_email": "a@example.com\r\nBcc: b@example.com"}, BadAddress),
        ({"message_id": "<a@b>\r\nBcc: spy@example.net"}, MailError),
        ({"message_id": "<no-domain>"}, MailError),
        ({"languages": ("en\r\nBcc: spy@example.net",)}, MailError),
        ({"date": datetime(2026, 11, 22, 8, 0)}, ValueError),  # noqa: DTZ001
    ],
)
def test_a_value_that_cannot_be_carried_is_refused(sender, changes, error):
    values = {
        "edition": EDITION,
        "to_email": READER,
        "to_name": None,
        "subject": "s",
        "body": b"\r\n",
        "message_id": "<a@example.org>",
        "date": DATE,
        "languages": (),
    }
    with pytest.raises(error):
        compose(sender, **{**values, **changes})


def test_a_line_that_no_server_would_carry_is_refused():
    with pytest.raises(MailError, match="not fit for the wire"):
        make_envelope(make_sender(list_id="a." * 500 + "example"))


@pytest.mark.parametrize(
    "changes",
    [
        {"unsubscribe_url": "http://digest.example.org/u"},
        {"unsubscribe_url": "https://digest.example.org/u>\r\nBcc: spy@example.net"},
        {"list_id": "two words"},
        {"secret_key": b"short"},
        {"address": "nobody"},
        {"bounce_mailbox": "bounce"},
    ],
)
def test_a_sender_that_would_spoil_every_message_cannot_be_made(changes):
    with pytest.raises(MailError):
        make_sender(**changes)


def test_the_secret_key_is_not_shown(sender):
    assert "0123456789abcdef" not in repr(sender)

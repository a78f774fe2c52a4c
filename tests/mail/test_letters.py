"""What a letter says, and what no letter can do."""

from __future__ import annotations

import random

import pytest

from digest.mail.letters import Bounce, Complaint, Unsubscription, read_letter

TOKEN = "abcdefghijklmnopqrstuvw2"


def letter(*lines: str) -> bytes:
    return "\r\n".join(lines).encode()


def dsn(*, action="failed", status="5.1.1", to=f"bounce+{TOKEN}@example.org", returned="message/rfc822"):
    return letter(
        "From: MAILER-DAEMON@mail.example.net",
        f"To: {to}",
        "Auto-Submitted: auto-replied",
        'Content-Type: multipart/report; report-type=delivery-status; boundary="B"',
        "",
        "--B",
        "Content-Type: text/plain",
        "",
        "Sorry.",
        "--B",
        "Content-Type: message/delivery-status",
        "",
        "Reporting-MTA: dns; mail.example.net",
        "",
        "Final-Recipient: rfc822; gone@example.com",
        f"Action: {action}",
        f"Status: {status}",
        "Diagnostic-Code: smtp; 550 5.1.1 <gone@example.com>:",
        "    no such user",
        "",
        "--B",
        f"Content-Type: {returned}",
        "",
        "Subject: digest",
        "Message-ID: <daily.x@example.org>",
        "",
        "--B--",
    )


@pytest.mark.parametrize("returned", ["message/rfc822", "text/rfc822-headers"])
def test_a_report_names_the_message_by_token_and_by_id(returned):
    assert read_letter(dsn(returned=returned)) == Bounce(
        tokens=(TOKEN,),
        message_ids=("<daily.x@example.org>",),
        status="5.1.1",
        detail="smtp; 550 5.1.1 <gone@example.com>: no such user",
    )


@pytest.mark.parametrize("action", ["delayed", "delivered", "relayed"])
def test_a_report_of_something_else_is_no_bounce(action):
    assert read_letter(dsn(action=action)) is None


def test_a_bounce_in_the_providers_own_words_counts_when_it_names_our_message():
    raw = letter(
        "From: PostMaster@qq.com", "To: digest@example.org", "Subject: =?utf-8?b?6YCA5L+h?=", "", "550 5.1.1", "",
        "Message-ID: <daily.x@example.org>",
    )  # fmt: skip
    assert read_letter(raw) == Bounce(tokens=(), message_ids=("<daily.x@example.org>",), status="5.1.1", detail="退信")
    assert read_letter(raw.replace(b"Message-ID", b"X-Other")) is None


@pytest.mark.parametrize(
    ("subject", "words", "counts"),
    [
        ("Warning: message 1a2b delayed 24 hours", "It has not been delivered yet.", False),
        ("邮件延迟投递通知", "4.4.1 connection timed out", False),
        ("Mail delayed, then failed", "550 5.1.1 no such user", True),
        ("Undelivered mail", "451 4.4.1 gave up", True),
    ],
)
def test_a_warning_that_mail_takes_longer_is_no_bounce(subject, words, counts):
    head = ("From: Mail Delivery System <Mailer-Daemon@mail.example.net>", f"To: bounce+{TOKEN}@example.org")
    assert isinstance(read_letter(letter(*head, f"Subject: {subject}", "", words)), Bounce) is counts


def test_a_complaint_names_the_message():
    raw = letter(
        "From: fbl@example.net",
        "To: abuse@example.org",
        'Content-Type: multipart/report; report-type=feedback-report; boundary="B"',
        "",
        "--B",
        "Content-Type: message/feedback-report",
        "",
        "Feedback-Type: abuse",
        "--B",
        "Content-Type: message/rfc822",
        "",
        "Message-ID: <daily.x@example.org>",
        "",
        "--B--",
    )
    assert read_letter(raw) == Complaint(tokens=(), message_ids=("<daily.x@example.org>",))


@pytest.mark.parametrize("subject", [f"unsubscribe {TOKEN}", f"Re: Unsubscribe {TOKEN.upper()}", f"退订 {TOKEN}"])
def test_a_wish_to_unsubscribe_carries_the_token_in_its_subject(subject):
    raw = letter("From: reader@example.com", "To: unsub@example.org", f"Subject: {subject}", "", "")
    assert read_letter(raw) == Unsubscription(tokens=(TOKEN,))


@pytest.mark.parametrize(
    "raw",
    [
        letter("From: a@example.com", "Subject: unsubscribe", "", ""),
        letter("From: a@example.com", f"Subject: hello {TOKEN}", "", ""),
        letter("From: a@example.com", "Auto-Submitted: auto-replied", f"Subject: unsubscribe {TOKEN}", "", ""),
        letter("From: a@example.com", "Subject: hi", "", f"unsubscribe {TOKEN}"),
        b"",
        b"\0\xff" * 1000,
        letter("Content-Type: multipart/report; report-type=delivery-status; boundary=B", "", "--B", "", "--B"),
        letter("Subject: =?no-such-charset?b?AAAA?=", "From: =?utf-8?b?////?=", "", ""),
    ],
)
def test_any_other_letter_says_nothing(raw):
    assert read_letter(raw) is None or read_letter(raw) == Bounce(tokens=(), message_ids=(), status="5.0.0", detail="")


def test_a_damaged_report_never_makes_a_bounce_of_another_message():
    luck, whole = random.Random(5965), dsn()
    for _ in range(500):
        damaged = bytearray(whole)
        for _ in range(luck.randint(1, 12)):
            damaged[luck.randrange(len(damaged))] = luck.randrange(256)
        try:
            found = read_letter(bytes(damaged))
        except Exception:  # noqa: BLE001 - the caller passes such a letter over
            continue
        assert not isinstance(found, Unsubscription)

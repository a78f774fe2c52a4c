"""What becomes of a message when the server refuses, hesitates or hangs up."""

from __future__ import annotations

import email
import email.policy
import socket

import pytest
from mail_samples import account_for, make_envelope

from digest.mail import Envelope, OutcomeKind
from digest.mail.smtp import SmtpTransport

READER = "reader@example.com"


class Hook:
    """Counts its calls; ``copies`` tells what the server had accepted by then."""

    def __init__(self, server):
        self.server, self.accepted = server, []

    def __call__(self):
        self.accepted.append(len(self.server.accepted))


class Clock:
    """A monotonic clock that is set by hand."""

    now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def server(starttls_server):
    return starttls_server


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def transport(server, certificates, clock):
    with SmtpTransport(account_for(server, certificates), monotonic=clock) as transport:
        yield transport


@pytest.fixture
def hook(server):
    return Hook(server)


def test_before_dot_runs_once_and_before_the_message_is_accepted(transport, sender, hook):
    transport.deliver(make_envelope(sender), hook)
    assert hook.accepted == [0]


def test_two_readers_are_two_transactions_and_never_see_each_other(transport, server, sender, hook):
    for reader in ("a@example.com", "b@example.net"):
        transport.deliver(make_envelope(sender, reader), hook)
    assert [message.rcpts for message in server.accepted] == [("a@example.com",), ("b@example.net",)]
    assert server.connections == 1
    for message, other in zip(server.accepted, ("b@example.net", "a@example.com"), strict=True):
        parsed = email.message_from_bytes(message.raw, policy=email.policy.default)
        assert [to.addr_spec for to in parsed["To"].addresses] == [message.rcpt]
        everything = message.raw + b"".join(part.get_payload(decode=True) for part in parsed.iter_parts())
        assert other.encode() not in everything
        assert other not in message.mail_from


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        ("550 5.1.1 no such user", OutcomeKind.PERM),
        ("451 4.7.1 greylisted, come back", OutcomeKind.TEMP),
        ("550 Domain frequency limited", OutcomeKind.TEMP),
        ("252 cannot verify", OutcomeKind.TEMP),
        ("354 what?", OutcomeKind.TEMP),
    ],
)
def test_a_refused_recipient_is_classified_and_does_not_poison_the_next(transport, sender, hook, reply, kind):
    server = hook.server
    server.refuse("gone@example.com", reply)
    outcome = transport.deliver(make_envelope(sender, "gone@example.com"), hook)
    assert (outcome.kind, f"{outcome.code} {outcome.detail}") == (kind, reply)
    assert hook.accepted == []
    assert transport.deliver(make_envelope(sender), hook).kind is OutcomeKind.SENT
    assert [message.rcpt for message in server.accepted] == [READER]


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        ("554 5.7.1 looks like spam", OutcomeKind.PERM),
        ("451 4.3.0 try again", OutcomeKind.TEMP),
        ("550 Sender frequency limited", OutcomeKind.TEMP),
        ("421 4.3.2 going down", OutcomeKind.TEMP),
        ("552 5.3.4 message too big", OutcomeKind.PERM),
    ],
)
def test_a_refusal_of_the_dot_is_an_answer(transport, sender, hook, reply, kind):
    hook.server.answer_dot(reply)
    outcome = transport.deliver(make_envelope(sender), hook)
    assert (outcome.kind, outcome.code) == (kind, int(reply[:3]))
    assert hook.accepted == [0]
    assert transport.deliver(make_envelope(sender), hook).kind is OutcomeKind.SENT
    assert hook.server.copies(READER) == 1


@pytest.mark.parametrize("reply", ["354 go on", "what is this"])
def test_an_answer_to_the_dot_that_means_nothing_is_unknown(transport, server, sender, hook, reply):
    server.answer_dot(reply)
    assert transport.deliver(make_envelope(sender), hook).kind is OutcomeKind.UNKNOWN
    assert transport.smtp is None


def test_a_connection_lost_after_acceptance_is_unknown_and_one_copy(transport, server, sender, hook):
    server.drop_after_acceptance()
    assert transport.deliver(make_envelope(sender), hook).kind is OutcomeKind.UNKNOWN
    assert server.copies(READER) == 1
    assert transport.deliver(make_envelope(sender, "next@example.com"), hook).kind is OutcomeKind.SENT
    assert server.copies(READER) == 1


def test_a_slow_answer_to_the_dot_is_unknown_and_one_copy(transport, server, sender, hook):
    server.slow_dot(5)
    transport.dot_timeout = 1.0
    outcome = transport.deliver(make_envelope(sender), hook)
    assert outcome.kind is OutcomeKind.UNKNOWN
    assert "timed out" in outcome.detail
    assert server.copies(READER) == 1


def test_the_answer_to_the_dot_is_awaited_longer_than_a_command(server, certificates, sender, hook):
    server.slow_dot(2.3)
    with SmtpTransport(account_for(server, certificates, timeout=2.0)) as transport:
        assert transport.deliver(make_envelope(sender), hook).kind is OutcomeKind.SENT
        assert transport.smtp.sock.gettimeout() == 2.0
    assert SmtpTransport.dot_timeout == 600


def test_a_connection_lost_before_the_body_is_not_sent(transport, server, sender, hook):
    server.drop_at_recipient()
    assert transport.deliver(make_envelope(sender), hook).kind is OutcomeKind.NOT_SENT
    assert hook.accepted == []
    assert transport.deliver(make_envelope(sender), hook).kind is OutcomeKind.SENT


def test_a_connection_lost_in_the_body_is_not_sent(transport, server, sender):
    big = make_envelope(sender, html="<p>x</p>" * 400_000)
    outcome = transport.deliver(big, lambda: transport.smtp.sock.shutdown(socket.SHUT_RDWR))
    assert outcome.kind is OutcomeKind.NOT_SENT
    assert server.accepted == []


def test_421_means_later_and_the_next_delivery_connects_anew(transport, server, sender, hook):
    server.limit_messages(3)
    readers = [f"r{number}@example.com" for number in range(5)]
    kinds = [transport.deliver(make_envelope(sender, reader), hook).kind for reader in readers]
    assert kinds == [OutcomeKind.SENT] * 3 + [OutcomeKind.TEMP, OutcomeKind.SENT]
    assert [message.connection for message in server.accepted] == [1, 1, 1, 2]


def test_a_hook_that_fails_sends_nothing_and_passes_its_error_on(transport, server, sender, hook):
    def fail():
        raise OSError("the row could not be written")

    with pytest.raises(OSError, match="the row could not be written"):
        transport.deliver(make_envelope(sender), fail)
    assert transport.smtp is None
    assert transport.deliver(make_envelope(sender), hook).kind is OutcomeKind.SENT
    assert server.copies(READER) == 1


def test_an_interrupt_in_the_hook_sends_nothing(transport, server, sender):
    def interrupt():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        transport.deliver(make_envelope(sender), interrupt)
    assert transport.smtp is None
    assert server.accepted == []


def test_a_login_refused_for_now_is_tried_again_later(transport, server, sender, hook):
    server.answer_auth("454 4.7.0 temporary failure", "451 too many failed logins")  # PLAIN, then LOGIN
    outcome = transport.deliver(make_envelope(sender), hook)
    assert (outcome.kind, outcome.code) == (OutcomeKind.NOT_SENT, 451)
    assert transport.deliver(make_envelope(sender), hook).kind is OutcomeKind.SENT


def test_a_sender_throttled_for_now_is_not_the_accounts_fault(transport, server, sender, hook):
    server.answer_mail("451 4.3.0 later", "550 too many today, try again")
    kinds = [transport.deliver(make_envelope(sender), hook).kind for _ in range(3)]
    assert kinds == [OutcomeKind.TEMP, OutcomeKind.TEMP, OutcomeKind.SENT]


def test_a_connection_is_kept_and_renewed_after_fifty_messages(transport, server, certificates, sender, hook):
    transport.max_messages = 2
    for number in range(5):
        transport.deliver(make_envelope(sender, f"r{number}@example.com"), hook)
    assert [message.connection for message in server.accepted] == [1, 1, 2, 2, 3]
    assert SmtpTransport(account_for(server, certificates)).max_messages == 50
    assert len(server.logins) == 3


def test_a_connection_older_than_five_minutes_is_renewed(transport, server, sender, hook, clock):
    transport.deliver(make_envelope(sender, "a@example.com"), hook)
    clock.now += 299
    transport.deliver(make_envelope(sender, "b@example.com"), hook)
    clock.now += 2
    transport.deliver(make_envelope(sender, "c@example.com"), hook)
    assert [message.connection for message in server.accepted] == [1, 1, 2]


def test_an_idle_connection_must_prove_that_it_lives(transport, server, sender, hook, clock):
    transport.deliver(make_envelope(sender, "a@example.com"), hook)
    transport.smtp.sock.shutdown(socket.SHUT_RDWR)
    clock.now += 31
    assert transport.deliver(make_envelope(sender, "b@example.com"), hook).kind is OutcomeKind.SENT
    assert [message.connection for message in server.accepted] == [1, 2]


def test_lines_that_begin_with_a_dot_arrive_as_they_were(transport, server, hook):
    raw = b"Subject: dots\r\n\r\n.\r\n..\r\n.hidden\r\nFrom here\r\n."
    envelope = Envelope(mail_from="digest@example.org", rcpt=READER, message_id="<a@example.org>", raw=raw)
    assert transport.deliver(envelope, hook).kind is OutcomeKind.SENT
    assert server.accepted[0].raw == raw + b"\r\n"


def test_a_message_over_the_servers_limit_is_the_messages_fault(transport, server, hook):
    raw = b"Subject: big\r\n\r\n" + b"x" * 70 + b"\r\n"
    envelope = Envelope(mail_from="digest@example.org", rcpt=READER, message_id="<a@example.org>", raw=raw)
    server.answer_mail("552 5.3.4 message size exceeds fixed limit")
    assert transport.deliver(envelope, hook).kind is OutcomeKind.PERM
    assert transport.deliver(envelope, hook).kind is OutcomeKind.SENT

"""What becomes of each reader's mail, over a real SMTP server and in a real Maildir."""

from __future__ import annotations

import email
import email.policy
from datetime import timedelta

import pytest
from office import PASSWORD, SCHOOL
from post import READERS, in_doubt
from smtp_rig import Certificates, SmtpServer, free_port

from digest.errors import StoreError
from digest.mail import Maildir
from digest.model import DeliveryState
from digest.pipeline import make_sender
from digest.pipeline.courier import handed
from digest.pipeline.envelopes import Envelopes
from digest.store import deliveries


def attempts(office, address):
    row = next(row for row in office.rows() if row.email == address)
    with office.store.read() as conn:
        return [(a.outcome.value, a.code) for a in deliveries.attempts_of(conn, row.id)]


# SMTP


def test_every_reader_gets_one_mail_of_their_own(smtp, smtp_server):
    report = smtp.deliver()
    assert (report.sent, report.retried, report.failed, report.held, report.unusable) == (3, 0, 0, 0, None)
    assert [smtp_server.copies(reader) for reader in READERS] == [1, 1, 1]
    assert attempts(smtp, READERS[0]) == [("in_doubt", None), ("sent", 250)]
    assert smtp.deliver().sent == 0
    assert len(smtp_server.accepted) == 3


def test_a_refusal_for_now_is_tried_again_when_it_is_due_with_the_same_bytes(smtp, smtp_server):
    smtp_server.answer_dot("250 OK", "451 4.7.1 greylisted, come back later", "250 OK")
    report = smtp.deliver()
    assert (report.sent, report.retried) == (2, 1)
    assert smtp.states() == {READERS[0]: "sent", READERS[1]: "retry", READERS[2]: "sent"}
    row = smtp.rows()[1]
    wait = row.next_at - smtp.clock()
    assert timedelta(minutes=4) <= wait <= timedelta(minutes=6)
    assert (row.code, "greylisted" in row.reply) == (451, True)
    smtp.later(seconds=wait.total_seconds() - 1)
    assert smtp.deliver().sent == 0
    smtp.later(seconds=1)
    assert smtp.deliver().sent == 1
    assert smtp_server.copies(READERS[1]) == 1
    sender = make_sender(smtp.settings)
    assert smtp_server.accepted[-1].raw == Envelopes(smtp.store, sender).of(row).envelope.raw


def test_a_refusal_for_good_is_failed_and_the_others_go_on(smtp, smtp_server):
    smtp_server.refuse(READERS[0], "550 5.1.1 no such user")
    report = smtp.deliver()
    assert (report.sent, report.failed, report.retried) == (2, 1, 0)
    assert smtp.states() == {READERS[0]: "failed", READERS[1]: "sent", READERS[2]: "sent"}
    smtp.later(days=1)
    assert (smtp.deliver().sent, smtp_server.copies(READERS[0])) == (0, 0)


def test_a_mail_that_was_accepted_without_an_answer_is_held_and_never_resent(smtp, smtp_server):
    smtp_server.drop_after_acceptance()
    report = smtp.deliver()
    assert (report.sent, report.held) == (2, 1)
    assert smtp_server.copies(READERS[0]) == 1
    for _ in range(3):
        smtp.later(days=1)
        assert (smtp.deliver().sent, smtp.deliver().held) == (0, 1)
    assert smtp.states()[READERS[0]] == "held"
    assert [smtp_server.copies(reader) for reader in READERS] == [1, 1, 1]


def test_a_connection_that_breaks_before_the_body_costs_only_time(smtp, smtp_server):
    smtp_server.drop_at_recipient()
    assert (smtp.deliver().retried, smtp.counts()) == (1, {"sent": 2, "retry": 1})
    smtp.later(minutes=6)
    smtp.deliver()
    assert [smtp_server.copies(reader) for reader in READERS] == [1, 1, 1]


def test_a_wrong_password_leaves_everything_queued_and_the_attempt_uncounted(smtp, smtp_server):
    smtp.env["SMTP_PASSWORD"] = "wrong"
    report = smtp.deliver()
    assert (report.sent, report.retried, report.failed, report.held) == (0, 0, 0, 0)
    assert "refused the login" in report.unusable
    assert "wrong" not in report.unusable.replace("what is wrong", "")
    assert smtp.counts() == {"queued": 3}
    assert {row.attempts for row in smtp.rows()} == {0}
    assert len(smtp_server.logins) <= 2  # one attempt: providers lock accounts that are tried too often
    smtp.env["SMTP_PASSWORD"] = PASSWORD
    assert (smtp.deliver().sent, smtp.counts()) == (3, {"sent": 3})


def test_an_account_that_fails_in_the_middle_leaves_the_rest_queued(smtp, smtp_server):
    report = smtp.deliver(progress=lambda *_: smtp_server.answer_mail("550 5.7.1 sender blocked"))
    assert (report.sent, "sender blocked" in report.unusable) == (1, True)
    assert smtp.counts() == {"sent": 1, "queued": 2}
    assert (smtp.deliver().sent, [smtp_server.copies(reader) for reader in READERS]) == (2, [1, 1, 1])


def test_an_untrusted_server_gets_neither_login_nor_mail_and_nothing_is_lost(queued, smtp_server, tmp_path):
    queued.smtp(smtp_server, Certificates(tmp_path, "strangers").ca_file)
    assert "certificate" in queued.deliver().unusable
    assert (smtp_server.logins, smtp_server.senders, smtp_server.accepted) == ([], [], [])
    assert queued.counts() == {"queued": 3}


def test_a_server_that_is_down_costs_only_time(queued):
    with SmtpServer(security="none") as server:
        queued.smtp(server, None, port=free_port())
        assert (queued.deliver().retried, queued.counts()) == (3, {"retry": 3})
        queued.smtp(server, None)
        queued.later(minutes=6)
        assert (queued.deliver().sent, len(server.accepted)) == (3, 3)


def test_stop_is_asked_between_two_readers_and_the_rest_stays_queued(smtp, smtp_server):
    seen = []
    report = smtp.deliver(
        progress=lambda delivery, state: seen.append((delivery.email, state)), stop=lambda: bool(seen)
    )
    assert (report.sent, seen) == (1, [(READERS[0], "sent")])
    assert smtp.counts() == {"sent": 1, "queued": 2}
    assert (smtp.deliver().sent, len(smtp_server.accepted)) == (2, 3)


def test_a_claim_of_a_dead_run_is_sent_and_a_doubt_of_one_is_held(smtp, smtp_server):
    in_doubt(smtp, READERS[1])  # READERS[0] stays claimed
    report = smtp.deliver()
    assert (report.sent, report.held) == (2, 1)
    assert smtp.states() == {READERS[0]: "sent", READERS[1]: "held", READERS[2]: "sent"}
    assert smtp_server.copies(READERS[1]) == 0
    with smtp.store.transaction() as conn:
        deliveries.resolve(conn, smtp.rows()[1].id, sent=False, now=smtp.clock())
    assert (smtp.deliver().sent, smtp_server.copies(READERS[1])) == (1, 1)


def test_a_run_that_is_interrupted_gives_the_reader_to_the_next_run(smtp, smtp_server):
    class Interrupted(KeyboardInterrupt):
        pass

    def interrupt(delivery, state):
        raise Interrupted

    with pytest.raises(Interrupted):
        smtp.deliver(progress=interrupt)
    assert (smtp.deliver().sent, [smtp_server.copies(reader) for reader in READERS]) == (2, [1, 1, 1])


def test_the_mail_shows_the_reader_alone_and_the_edition_as_it_was_frozen(smtp, smtp_server):
    smtp.save(digest={"title": "改了名的摘要"})  # after the edition was made
    smtp.deliver()
    for accepted in smtp_server.accepted:
        message = email.message_from_bytes(accepted.raw, policy=email.policy.default)
        assert message["To"].addresses[0].addr_spec == accepted.rcpt
        others = [reader for reader in READERS if reader != accepted.rcpt]
        assert not any(other.encode() in accepted.raw for other in others)
        assert "改了名的摘要" not in message["Subject"] + message.get_body(("plain",)).get_content()


# Maildir


def test_the_report_says_where_the_mails_are(queued):
    report = queued.deliver()
    assert (report.sent, sorted(report.places)) == (3, [str(path) for path in queued.mails()])


def test_doubts_about_a_maildir_are_resolved_by_looking(queued):
    maildir, sender = queued.maildir(), make_sender(queued.settings)
    arrived = in_doubt(queued, READERS[1])
    maildir.deliver(Envelopes(queued.store, sender).of(arrived).envelope, lambda: None)
    with queued.store.transaction() as conn:
        lost = deliveries.claim(conn, owner="dead", now=queued.clock())
        to = handed(maildir)
        deliveries.mark_in_doubt(conn, lost.id, owner="dead", now=queued.clock(), reply=to)
    report = queued.deliver()
    assert (report.held, queued.counts()) == (0, {"sent": 3})
    assert report.sent == 2  # the one that had arrived is not written again
    assert len(queued.mails()) == 3
    assert attempts(queued, READERS[1])[-1] == ("sent", None)


def test_a_mail_that_is_there_and_was_read_is_not_written_again(queued):
    with queued.store.transaction() as conn:
        claimed = deliveries.claim(conn, owner="dead", now=queued.clock())
    envelope = Envelopes(queued.store, make_sender(queued.settings)).of(claimed).envelope
    path = queued.maildir().deliver(envelope, lambda: None).detail
    seen = queued.maildir().root / "cur" / f"{claimed.message_id.strip('<>')}.eml:2,S"
    queued.mails()[0].rename(seen)
    report = queued.deliver()
    assert (len(queued.mails()), queued.counts()) == (2, {"sent": 3})
    assert (str(seen) in report.places, path in report.places) == (True, False)


def test_a_maildir_that_cannot_be_written_leaves_everything_queued(queued):
    root = queued.settings.mail.maildir
    root.parent.mkdir(parents=True, exist_ok=True)
    root.write_text("a file stands in the way")
    report = queued.deliver()
    assert str(root) in report.unusable
    assert queued.counts() == {"queued": 3}
    root.unlink()
    assert queued.deliver().sent == 3


# Faults of a single message, and of the store


def test_a_message_that_cannot_be_composed_fails_alone(queued):
    with queued.store.transaction() as conn:
        conn.exec_driver_sql("UPDATE deliveries SET email = 'not an address' WHERE email = 'a@example.com'")
    report = queued.deliver()
    assert (report.sent, report.failed) == (2, 1)
    assert queued.states()["not an address"] == "failed"


def test_a_claim_that_another_run_took_over_sends_nothing_and_is_not_blamed_on_the_message(queued, monkeypatch):
    seal = Envelopes.of

    def steal(self, delivery):
        with queued.store.transaction() as conn:
            conn.exec_driver_sql("UPDATE deliveries SET owner = 'another run' WHERE id = ?", (delivery.id,))
        return seal(self, delivery)

    monkeypatch.setattr(Envelopes, "of", steal)
    with pytest.raises(StoreError, match="Lost the lease"):
        queued.deliver()
    assert (queued.mails(), "failed" in queued.counts()) == ([], False)


def test_editions_of_several_days_are_delivered_oldest_first(queued):
    queued.later(days=1)
    queued.write("b.txt", SCHOOL)
    queued.run(send=False)
    sent = []
    queued.deliver(progress=lambda delivery, state: sent.append(delivery.edition_id))
    assert sent == sorted(sent)
    assert len(sent) == 6


def test_every_transport_keeps_the_message_id_of_the_row(queued):
    queued.deliver()
    for row in queued.rows():
        assert Maildir(queued.settings.mail.maildir).find(row.message_id) is not None
        assert row.state is DeliveryState.SENT

"""What a run of deliveries decides beyond one message: frozen bytes, witnesses, pace, pauses, who wants none."""

from __future__ import annotations

from datetime import timedelta

import pytest
from office import PASSWORD, SCHOOL
from post import READERS, in_doubt

from digest.mail import Limits
from digest.mail.doubts import PostfixLog
from digest.model import SuppressionReason
from digest.pipeline.deliver import Policy
from digest.pipeline.outfit import make_policy
from digest.store import deliveries, pacing, pauses, suppressions


class Answers:
    """A witness that says what it is told to say."""

    patience = timedelta(seconds=2)

    def __init__(self, answer):
        self.answer, self.asked = answer, []

    def ask(self, doubts, known, now):
        self.asked.append((tuple(doubt.message_id for doubt in doubts), tuple(known)))
        return {doubt.message_id: self.answer for doubt in doubts}


# The bytes


def test_a_later_attempt_repeats_the_bytes_whatever_was_changed_in_between(smtp, smtp_server):
    smtp_server.answer_dot("451 4.3.0 try again later")
    seen = []
    original = smtp_server.handle_DATA

    async def remember(server, session, envelope):
        seen.append((envelope.rcpt_tos[0], envelope.mail_from, envelope.original_content))
        return await original(server, session, envelope)

    smtp_server.handle_DATA = remember
    smtp.deliver()
    mail = smtp.settings.mail
    changed = {
        "from": "改名的摘要 <other@example.com>",
        "reply_to": "new@example.com",
        "unsubscribe": "off@example.com",
    }
    smtp.save(mail={**smtp.parts["mail"], **changed})
    (smtp.settings.state_dir / "secret.key").write_bytes(b"x" * 32)
    smtp.later(minutes=6)
    assert (smtp.deliver().sent, mail != smtp.settings.mail) == (1, True)
    first, again = [each for each in seen if each[0] == READERS[0]]
    assert first == again
    assert smtp_server.copies(READERS[0]) == 1


def test_the_body_is_stored_once_for_all_readers_of_a_rendition(smtp, smtp_server):
    smtp.deliver()
    with smtp.store.read() as conn:
        heads = conn.exec_driver_sql("SELECT head FROM messages").scalars().all()
        bodies = conn.exec_driver_sql("SELECT body FROM bodies").scalars().all()
    assert (len(heads), len(bodies)) == (3, 1)
    assert {(head + bodies[0]).encode() for head in heads} == {message.raw for message in smtp_server.accepted}
    assert max(map(len, heads)) < 4000


# Doubts


@pytest.mark.parametrize(("answer", "copies", "state"), [(True, 1, "sent"), (None, 1, "held")])
def test_a_lost_answer_is_put_to_the_witness_in_the_same_run(smtp, smtp_server, answer, copies, state):
    smtp_server.drop_after_acceptance()
    witness, slept = Answers(answer), []
    report = smtp.deliver(policy=Policy(witness=witness), sleep=slept.append)
    assert (smtp.states()[READERS[0]], report.held) == (state, int(answer is None))
    assert slept == [2.0]
    (ids, known) = witness.asked[0]
    assert (len(ids), set(known)) == (1, {row.message_id for row in smtp.rows()[1:]})
    assert smtp_server.copies(READERS[0]) == copies


def test_a_message_that_the_witness_never_saw_is_sent_again_at_once(smtp, smtp_server):
    in_doubt(smtp, READERS[1])
    report = smtp.deliver(policy=Policy(witness=Answers(False)))
    assert (report.sent, report.held) == (3, 0)
    assert [smtp_server.copies(reader) for reader in READERS] == [1, 1, 1]


def test_a_witness_that_cannot_be_asked_leaves_the_doubt_held(smtp, smtp_server, tmp_path):
    in_doubt(smtp, READERS[1])
    smtp.later(minutes=1)
    report = smtp.deliver(policy=Policy(witness=PostfixLog(tmp_path / "no.log")))
    assert (report.sent, report.held, smtp_server.copies(READERS[1])) == (2, 1, 0)


def test_another_account_is_no_witness_against_mail_it_never_got(smtp, smtp_server):
    in_doubt(smtp, READERS[1])
    account = {**smtp.parts["mail"]["smtp"], "host": "localhost"}
    smtp.save(mail={**smtp.parts["mail"], "smtp": account})
    report = smtp.deliver(policy=Policy(witness=Answers(False)))
    assert (report.sent, report.held, smtp_server.copies(READERS[1])) == (2, 1, 0)
    assert smtp.deliver(policy=Policy(witness=Answers(True))).held == 0


def test_a_folder_is_no_witness_against_mail_that_went_over_smtp(smtp, smtp_server):
    smtp_server.drop_after_acceptance()
    smtp.deliver()
    smtp.save(mail={"from": "digest@example.org"})
    report = smtp.deliver()
    assert (report.sent, report.held, smtp.mails()) == (0, 1, [])


def test_a_held_mail_says_to_whom_it_was_handed_not_what_an_earlier_attempt_was_told(smtp, smtp_server):
    smtp_server.answer_dot("451 4.7.1 greylisted")
    smtp.deliver()
    smtp_server.drop_after_acceptance()
    smtp.later(minutes=6)
    smtp.deliver()
    row = next(row for row in smtp.rows() if row.email == READERS[0])
    assert (row.state, row.code) == ("held", None)
    assert row.reply.startswith("handed to 127.0.0.1 as ")


def test_a_witness_must_know_mail_from_before_the_doubt(smtp):
    smtp.deliver()
    early = {row.message_id for row in smtp.rows()}
    smtp.write("b.txt", SCHOOL)
    smtp.later(days=1)
    smtp.run(send=False)
    in_doubt(smtp, READERS[1])
    witness = Answers(None)
    for _ in range(2):  # the second time, newer mail went out
        smtp.later(minutes=1)
        smtp.deliver(policy=Policy(witness=witness))
        assert set(witness.asked[-1][1]) == early


# Readers who want none


def test_a_reader_who_unsubscribes_after_the_edition_was_made_gets_nothing(smtp, smtp_server):
    with smtp.store.transaction() as conn:
        suppressions.suppress(conn, READERS[1].upper(), reason=SuppressionReason.UNSUBSCRIBED, now=smtp.clock())
    report = smtp.deliver()
    assert (report.sent, report.suppressed, smtp_server.copies(READERS[1])) == (2, 1, 0)
    assert smtp.states()[READERS[1]] == "suppressed"


def test_a_reader_who_unsubscribes_while_the_run_is_at_work_gets_nothing(smtp, smtp_server):
    def unsubscribe(*_):
        with smtp.store.transaction() as conn:
            suppressions.suppress(conn, READERS[2], reason=SuppressionReason.UNSUBSCRIBED, now=smtp.clock())

    assert smtp.deliver(progress=unsubscribe).sent == 2
    assert smtp_server.copies(READERS[2]) == 0
    assert smtp.deliver().suppressed == 1


# Too old


def test_what_could_not_be_delivered_in_time_is_given_up_and_reported(smtp, smtp_server):
    smtp_server.answer_dot("250 OK", "451 4.7.1 later")
    smtp.deliver()
    smtp.later(hours=49)
    policy = make_policy(smtp.settings)
    assert policy.give_up == timedelta(hours=48)
    report = smtp.deliver(policy=policy)
    assert (report.sent, report.expired, smtp.states()[READERS[1]]) == (0, 1, "expired")
    row = next(row for row in smtp.rows() if row.email == READERS[1])
    assert row.reply == "not delivered within 48 hours"
    with smtp.store.transaction() as conn:
        deliveries.requeue(conn, row.id, now=smtp.clock())
    assert (smtp.deliver(policy=policy).sent, smtp_server.copies(READERS[1])) == (1, 1)


# Faults of all mail


@pytest.fixture
def many(smtp):
    """An edition for thirty readers."""
    smtp.readers(*(f"r{number:02}@example.com" for number in range(30)))
    smtp.later(days=1)
    smtp.deliver()
    smtp.write("b.txt", SCHOOL)
    smtp.run(send=False)
    return smtp


def test_an_edition_whose_first_readers_are_refused_waits_for_the_operator(many, smtp_server):
    for number in range(30):
        smtp_server.refuse(f"r{number:02}@example.com", "550 5.1.1 no such user")
    report = many.deliver()
    assert (report.failed, many.counts()["queued"]) == (5, 25)
    assert "too many of its first readers were refused" in report.waiting[0]
    assert many.deliver().failed == 0  # it waits over runs, too
    smtp_server.script.recipients.clear()
    with many.store.transaction() as conn:
        for row in deliveries.list_deliveries(conn):
            if row.state == "failed":
                deliveries.requeue(conn, row.id, now=many.clock())
    assert many.deliver().sent == 30


def test_suppressing_dead_addresses_lets_the_edition_go_on(many, smtp_server):
    for number in range(5):
        smtp_server.refuse(f"r{number:02}@example.com", "550 5.1.1 no such user")
    assert many.deliver().waiting
    with many.store.transaction() as conn:
        for number in range(5):
            suppressions.suppress(
                conn, f"r{number:02}@example.com", reason=SuppressionReason.OPERATOR, now=many.clock()
            )
    report = many.deliver()
    assert (report.sent, report.waiting) == (25, ())


def test_mail_that_is_not_believed_to_be_ours_stops_the_run_and_nothing_is_lost(many, smtp_server):
    smtp_server.answer_dot(*["550 5.7.26 unauthenticated sender"] * 3)
    report = many.deliver()
    assert (report.sent, report.failed, "not accepted as ours" in report.unusable) == (0, 0, True)
    assert many.counts()["queued"] == 30
    assert {row.attempts for row in many.rows() if row.state == "queued"} == {0}
    many.later(minutes=16)
    assert many.deliver().sent == 30


def test_a_server_that_asks_to_send_less_is_left_alone(many, smtp_server):
    smtp_server.answer_dot("250 OK", "550 Sender frequency limited")
    report = many.deliver()
    assert (report.sent, report.retried, "asks to send less" in report.unusable) == (1, 1, True)
    assert "waits until" in many.deliver(policy=Policy(patient=True)).unusable
    many.later(minutes=16)
    assert many.deliver(policy=Policy(patient=True)).sent == 29


def test_a_wrong_password_is_not_tried_again_every_minute(many, smtp_server):
    many.env["SMTP_PASSWORD"] = "wrong"
    tries = []
    for _ in range(120):
        many.deliver(policy=Policy(patient=True))
        tries.append(sum(not login.succeeded for login in smtp_server.logins))
        many.later(minutes=1)
    assert tries[-1] <= 6  # PLAIN and LOGIN, three times in two hours
    many.env["SMTP_PASSWORD"] = PASSWORD
    assert many.deliver().sent == 30  # by hand, at once
    with many.store.read() as conn:
        assert pauses.last(conn, pauses.ACCOUNT) is None


def test_a_server_that_is_down_ends_the_run_after_three_readers(many, smtp_server):
    smtp_server.drop_at_recipient(times=100)
    report = many.deliver()
    assert (report.retried, "cannot be reached" in report.unusable) == (3, True)
    assert many.counts()["queued"] == 27


def test_a_server_that_never_answers_leaves_three_in_doubt_not_the_whole_list(many, smtp_server):
    smtp_server.drop_after_acceptance(times=100)
    report = many.deliver()
    assert (report.held, "does not say whether" in report.unusable, many.counts()["queued"]) == (3, True, 27)


# Pace


def test_a_daily_limit_leaves_the_rest_for_the_next_day(many, smtp_server):
    before = len(smtp_server.accepted)
    policy = Policy(limits=Limits(per_day=before + 10))
    report = many.deliver(policy=policy)
    assert (report.sent, "24 hours" in report.unusable, many.counts()["queued"]) == (10, True, 20)
    assert many.deliver(policy=policy).sent == 0
    many.later(hours=25)
    assert many.deliver(policy=policy).sent == before + 10


def test_a_daily_limit_that_is_used_up_is_no_fault_when_nothing_is_left(smtp):
    report = smtp.deliver(policy=Policy(limits=Limits(per_day=3)))
    assert (report.sent, report.unusable) == (3, None)
    assert smtp.deliver(policy=Policy(limits=Limits(per_day=3))).unusable is None


def test_a_pace_is_kept_by_hand_and_left_to_the_next_minute_by_the_daemon(many, smtp_server):
    policy = Policy(limits=Limits(per_minute=12))
    start = many.clock()
    assert many.deliver(policy=policy, sleep=lambda seconds: many.later(seconds=seconds)).sent == 30
    assert timedelta(seconds=145) <= many.clock() - start <= timedelta(seconds=150)


def test_the_daemon_does_not_wait_longer_than_its_minute(many, smtp_server):
    policy = Policy(limits=Limits(per_domain_minute=12), patient=True)
    start = many.clock()
    report = many.deliver(policy=policy, sleep=lambda seconds: many.later(seconds=seconds))
    assert (9 <= report.sent <= 10, report.unusable) == (True, None)
    assert many.clock() - start <= timedelta(seconds=46)
    with many.store.read() as conn:
        assert pacing.is_due(conn, many.clock(), frozenset({"example.com"}))


def test_several_connections_share_the_work_and_nobody_gets_two(many, smtp_server):
    many.save(mail={**many.parts["mail"], "smtp": {**many.parts["mail"]["smtp"], "connections": 4}})
    smtp_server.slow_dot(0.02)
    before = len(smtp_server.accepted)
    assert many.deliver().sent == 30
    new = smtp_server.accepted[before:]
    assert len({message.rcpt for message in new}) == len(new) == 30
    assert len({message.connection for message in new}) == 4

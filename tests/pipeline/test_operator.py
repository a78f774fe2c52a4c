"""What the operator is told of mail that came to grief, and of mail that waits for them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from office import WATER
from post import READERS

from digest.model import SuppressionReason
from digest.pipeline import make_sender, make_transport
from digest.pipeline.operator import fate, write_to_operator
from digest.pipeline.outfit import make_policy
from digest.store import deliveries, occasions, pauses, suppressions


@pytest.fixture
def watched(smtp):
    smtp.save(operation={"operator": "ops@example.com"})
    return smtp


def write(office):
    settings = office.settings
    return write_to_operator(office.store, settings, make_sender(settings), make_transport(settings), office.clock())


def word(office):
    with office.store.read() as conn:
        (occasion,) = occasions.newest(conn, 1)
        return fate(conn, occasion)


def settle(office, *, sent):
    with office.store.transaction() as conn:
        for row in deliveries.list_deliveries(conn):
            if row.state == "held":
                deliveries.resolve(conn, row.id, sent=sent, now=office.clock())


def test_mail_that_is_held_at_a_later_attempt_is_told(watched, smtp_server):
    smtp_server.answer_dot("451 4.7.1 greylisted")
    watched.deliver()
    assert (word(watched), write(watched)) == ("waiting", False)
    smtp_server.drop_after_acceptance()
    watched.later(minutes=6)
    watched.deliver()
    assert (word(watched), write(watched), write(watched)) == ("held", True, False)
    settle(watched, sent=True)
    watched.later(minutes=1)
    assert (word(watched), write(watched)) == ("sent", False)


def test_mail_that_expired_is_not_called_sent_and_is_told(watched, smtp_server):
    smtp_server.answer_dot("250 OK", "451 4.7.1 later")
    watched.deliver()
    assert not write(watched)
    watched.later(hours=49)
    watched.deliver(policy=make_policy(watched.settings))
    assert (word(watched), write(watched), write(watched)) == ("expired", True, False)


def test_an_edition_that_nobody_wants_is_not_called_sent(watched, smtp_server):
    with watched.store.transaction() as conn:
        for reader in READERS:
            suppressions.suppress(conn, reader, reason=SuppressionReason.OPERATOR, now=watched.clock())
    watched.deliver()
    assert (word(watched), write(watched), smtp_server.copies(READERS[0])) == ("suppressed", True, 0)


def test_an_edition_that_waits_for_the_operator_is_told_at_once(watched, smtp_server, caplog):
    watched.readers(*(f"r{number}@example.com" for number in range(8)))
    watched.later(days=1)
    watched.write("b.txt", WATER.replace("供水", "供热"))
    watched.deliver()
    watched.run(send=False)
    write(watched)
    for number in range(8):
        smtp_server.refuse(f"r{number}@example.com", "550 5.1.1 no such user")
    watched.deliver()
    assert watched.counts()["queued"] == 3
    assert caplog.text.count("the rest waits") == 1
    assert (write(watched), write(watched)) == (True, False)


def test_a_letter_waits_while_the_account_rests(watched):
    watched.deliver()
    watched.save(operation={"operator": "ops@example.com", "letters": "always"})
    with watched.store.transaction() as conn:
        pauses.pause(conn, pauses.ACCOUNT, until=watched.clock() + timedelta(minutes=15), reason="refused")
    assert not write(watched)
    watched.later(minutes=16)
    assert write(watched)

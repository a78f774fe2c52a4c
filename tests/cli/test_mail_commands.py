"""``deliveries`` and ``subscribers``, by their real entry point."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from office import WATER
from post import READERS, in_doubt

from digest.store import pauses


@pytest.fixture
def posted(desk):
    """An edition for three readers: one is held, the others wait."""
    desk.readers(*READERS)
    desk.write("a.txt", WATER)
    desk.run(send=False)
    in_doubt(desk, READERS[0])
    with desk.store.transaction() as conn:
        conn.exec_driver_sql(
            "UPDATE deliveries SET state = 'held', owner = NULL, lease_until = NULL WHERE state = 'in_doubt'"
        )
        conn.exec_driver_sql(
            "UPDATE deliveries SET state = 'failed', next_at = NULL, code = 550, reply = 'no such user' WHERE email = 'b@example.com'"
        )
    return desk


def test_a_held_mail_is_listed_explained_and_resolved(posted, digest):
    (row,) = json.loads(digest("deliveries", "list", "--state", "held", "--json").out)
    assert (row["email"], row["state"]) == (READERS[0], "held")
    assert "in_doubt" in digest("deliveries", "list", "--id", row["id"]).out
    assert digest("deliveries", "resolve", row["id"]).code == 2
    done = digest("deliveries", "resolve", row["id"], "--sent")
    assert (done.code, done.out) == (0, f"{READERS[0]}: noted as sent\n")
    assert posted.states()[READERS[0]] == "sent"
    again = digest("deliveries", "resolve", row["id"], "--resend")
    assert (again.code, "is not held" in again.err) == (1, True)


def test_failed_mail_shows_the_servers_words_and_is_made_due(posted, digest):
    listed = digest("deliveries", "list")
    assert "550 no such user" in listed.out
    assert digest("deliveries", "retry").out == "due at once: 1\n"
    assert posted.states()[READERS[1]] == "retry"
    assert digest("deliveries", "list", "--state", "nonsense").code == 2


def test_expired_mail_is_made_due_by_its_number_only(posted, digest):
    with posted.store.transaction() as conn:
        conn.exec_driver_sql("UPDATE deliveries SET state = 'expired', next_at = NULL WHERE state = 'failed'")
    assert digest("deliveries", "retry").out == "due at once: 0\n"
    (row,) = json.loads(digest("deliveries", "list", "--state", "expired", "--json").out)
    assert digest("deliveries", "retry", row["id"]).out == "due at once: 1\n"


def test_status_says_why_the_account_rests(desk, digest):
    with desk.store.transaction() as conn:
        pauses.pause(conn, pauses.ACCOUNT, until=datetime.now(UTC) + timedelta(minutes=9), reason="535 wrong password")
    assert ": 535 wrong password" in digest("status").out
    assert json.loads(digest("status", "--json").out)["pause"]["reason"] == "535 wrong password"


def test_a_suppressed_reader_is_listed_and_comes_back(posted, digest):
    assert digest("subscribers", "suppress", "C@example.com", "--reason", "by phone").code == 0
    listed = {row["email"]: row["suppressed"] for row in json.loads(digest("subscribers", "list", "--json").out)}
    assert listed[READERS[0]] is None
    assert listed[READERS[2]].startswith("operator on ")
    assert listed[READERS[2]].endswith("(by phone)")
    assert "written to again" in digest("subscribers", "unsuppress", READERS[2]).out
    assert "nothing kept us" in digest("subscribers", "unsuppress", READERS[2]).out


def test_an_inbox_must_be_named(desk, digest):
    done = digest("inbox")
    assert (done.code, "mail.inbox is missing" in done.err) == (2, True)

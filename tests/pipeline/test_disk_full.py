"""The disk is full at one commit after another: nothing is lost, nothing goes out twice, and the error says why."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from post import READERS
from sqlalchemy import event

from digest.errors import StoreError
from digest.pipeline.deliver import Policy

_ID = re.compile(rb"^Message-ID: (<[^>]+>)", re.MULTILINE)


class ServersMemory:
    """A witness that knows what the server took."""

    patience = timedelta(0)

    def __init__(self, server):
        self.server = server

    def ask(self, doubts, known, now):
        taken = {_ID.search(message.raw)[1].decode() for message in self.server.accepted}
        return {doubt.message_id: doubt.message_id in taken for doubt in doubts}


def deliver_with_a_full_disk_at(office, number, policy, told):
    """True when the run came to its end before that commit."""
    engine, seen = office.store._engine, 0

    def fill(conn):
        nonlocal seen
        if not conn.get_execution_options().get("writing"):
            return
        seen += 1
        if seen == number:
            pages = conn.exec_driver_sql("PRAGMA page_count").scalar()
            conn.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
            try:
                conn.exec_driver_sql("CREATE TABLE filler AS SELECT zeroblob(1000000)")
            finally:
                conn.exec_driver_sql("PRAGMA max_page_count = 1073741823")

    event.listen(engine, "commit", fill)
    try:
        office.deliver(policy=policy)
    except StoreError as error:
        told.append(str(error))
        return False
    else:
        return True
    finally:
        event.remove(engine, "commit", fill)


def test_a_full_disk_at_any_commit_loses_nothing_and_sends_nothing_twice(smtp, smtp_server):
    policy, number, told = Policy(witness=ServersMemory(smtp_server)), 0, []
    while True:
        number += 1
        if deliver_with_a_full_disk_at(smtp, number, policy, told):
            break
        assert max((smtp_server.copies(reader) for reader in READERS), default=0) <= 1
        assert set(smtp.states()) == set(READERS)
    assert number > 4
    assert all("full" in words and "digest.db" in words for words in told)
    assert smtp.counts() == {"sent": 3}
    assert [smtp_server.copies(reader) for reader in READERS] == [1, 1, 1]


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_full_disk_before_the_body_leaves_sends_nothing(smtp, smtp_server, number):
    assert not deliver_with_a_full_disk_at(smtp, number, Policy(), [])
    assert smtp_server.accepted == []
    assert (smtp.deliver().sent, smtp.counts()) == (3, {"sent": 3})

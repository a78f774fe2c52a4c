"""Every arrow of the state machine, and that there is no other."""

import threading
from datetime import timedelta

import pytest

from digest.errors import StoreError
from digest.model import DeliveryState as State, SuppressionReason
from digest.store import deliveries, suppressions

MINUTE = timedelta(minutes=1)


def only(conn):
    (delivery,) = deliveries.list_deliveries(conn)
    return delivery


def put(conn, state, now):
    """Walk the one queued delivery into a state by the arrows of the docstring."""
    if state is State.QUEUED:
        return only(conn)
    if state in (State.EXPIRED, State.SUPPRESSED):
        return put_aside(conn, state, now)
    delivery = deliveries.claim(conn, owner="me", now=now)
    if state in (State.IN_DOUBT, State.SENT, State.HELD, State.BOUNCED, State.UNSUBSCRIBED):
        deliveries.mark_in_doubt(conn, delivery.id, owner="me", now=now)
    if state in (State.SENT, State.BOUNCED, State.UNSUBSCRIBED):
        deliveries.mark_sent(conn, delivery.id, owner="me", now=now)
    elif state is State.RETRY:
        deliveries.mark_retry(conn, delivery.id, owner="me", now=now, next_at=now + MINUTE)
    elif state is State.FAILED:
        deliveries.mark_failed(conn, delivery.id, owner="me", now=now)
    elif state is State.HELD:
        deliveries.recover(conn, now)
    if state is State.BOUNCED:
        deliveries.mark_bounced(conn, delivery.id, now=now, reply="5.1.1 no such user")
    elif state is State.UNSUBSCRIBED:
        deliveries.mark_unsubscribed(conn, delivery.id, now=now, reply="asked by mail")
    assert only(conn).state is state
    return only(conn)


def put_aside(conn, state, now):
    """Into a state for mail that is not sent."""
    if state is State.SUPPRESSED:
        suppressions.suppress(conn, only(conn).email, reason=SuppressionReason.OPERATOR, now=now)
    deliveries.sweep(conn, now + 2 * MINUTE, give_up=MINUTE)
    assert only(conn).state is state
    return only(conn)


# arrow → (states it starts from, state it ends in)
ARROWS = {
    "mark_in_doubt": ({State.SENDING}, State.IN_DOUBT),
    "mark_sent": ({State.IN_DOUBT}, State.SENT),
    "mark_retry": ({State.SENDING, State.IN_DOUBT}, State.RETRY),
    "mark_failed": ({State.SENDING, State.IN_DOUBT}, State.FAILED),
    "release": ({State.SENDING, State.IN_DOUBT}, State.QUEUED),
    "resolve_sent": ({State.HELD}, State.SENT),
    "resolve_unsent": ({State.HELD}, State.RETRY),
    "requeue": ({State.FAILED, State.RETRY, State.EXPIRED}, State.RETRY),
}


def follow(conn, arrow, number, now, owner="me"):
    match arrow:
        case "resolve_sent" | "resolve_unsent":
            deliveries.resolve(conn, number, sent=arrow == "resolve_sent", now=now)
        case "requeue":
            deliveries.requeue(conn, number, now=now)
        case "mark_retry":
            deliveries.mark_retry(conn, number, owner=owner, now=now, next_at=now + MINUTE, code=451, reply="稍后")
        case "mark_in_doubt":
            deliveries.mark_in_doubt(conn, number, owner=owner, now=now)
        case _:
            getattr(deliveries, arrow)(conn, number, owner=owner, now=now, code=250, reply="OK\0\udc80")


@pytest.mark.parametrize("arrow", ARROWS)
def test_an_arrow_leads_only_from_where_it_is_drawn(conn, arrow, queue, now):
    starts, end = ARROWS[arrow]
    queue(conn)
    for state in State:
        walk = conn.begin_nested()
        number = put(conn, state, now).id
        before = only(conn), deliveries.attempts_of(conn, number)
        if state in starts:
            follow(conn, arrow, number, now)
            assert only(conn).state is end
            assert deliveries.attempts_of(conn, number)[-1].outcome is end
        else:
            with pytest.raises(StoreError):
                follow(conn, arrow, number, now)
            assert (only(conn), deliveries.attempts_of(conn, number)) == before
        walk.rollback()


@pytest.mark.parametrize("arrow", [name for name in ARROWS if name.startswith(("mark", "release"))])
def test_a_claim_that_another_run_took_over_cannot_be_marked(conn, arrow, queue, now):
    queue(conn)
    state = State.IN_DOUBT if arrow == "mark_sent" else State.SENDING
    number = put(conn, state, now).id
    with pytest.raises(StoreError, match=f"Lost the lease of delivery {number}"):
        follow(conn, arrow, number, now, owner="somebody else")
    assert only(conn).state is state


def test_a_claim_counts_the_attempt_and_is_exclusive(conn, queue, now):
    queue(conn)
    claimed = deliveries.claim(conn, owner="me", now=now)
    assert (claimed.state, claimed.attempts) == (State.SENDING, 1)
    assert claimed == only(conn)
    assert deliveries.claim(conn, owner="you", now=now) is None


def test_nothing_is_claimed_before_it_is_due(conn, queue, now):
    queue(conn, built_at=now + MINUTE)
    assert deliveries.claim(conn, owner="me", now=now) is None
    assert deliveries.claim(conn, owner="me", now=now + MINUTE) is not None


def test_what_is_due_longest_is_claimed_first(conn, queue, now):
    queue(conn, readers=2, day=1, built_at=now)
    queue(conn, day=0, built_at=now - MINUTE)
    claimed = [deliveries.claim(conn, owner="me", now=now).message_id for _ in range(3)]
    assert claimed == ["<0.0@example.com>", "<1.0@example.com>", "<1.1@example.com>"]


@pytest.mark.parametrize("state", [state for state in State if state not in (State.QUEUED, State.RETRY, State.SENDING)])
def test_a_settled_or_doubtful_delivery_is_never_claimed(conn, state, queue, now):
    queue(conn)
    put(conn, state, now)
    assert deliveries.claim(conn, owner="you", now=now + timedelta(days=365)) is None


def test_a_claim_is_taken_over_when_its_lease_is_over_and_not_before(conn, queue, now):
    queue(conn)
    number = deliveries.claim(conn, owner="me", now=now).id
    assert deliveries.claim(conn, owner="you", now=now + timedelta(seconds=899)) is None
    assert deliveries.claim(conn, owner="you", now=now + timedelta(seconds=900)).attempts == 2
    with pytest.raises(StoreError, match="Lost the lease"):
        deliveries.mark_in_doubt(conn, number, owner="me", now=now)


def test_a_sent_delivery_keeps_the_answer_and_the_time(conn, queue, now):
    queue(conn)
    number = put(conn, State.IN_DOUBT, now).id
    deliveries.mark_sent(conn, number, owner="me", now=now + MINUTE, code=250, reply="2.0.0 Ok: queued as 4F2")
    sent = only(conn)
    assert (sent.sent_at, sent.code, sent.reply) == (now + MINUTE, 250, "2.0.0 Ok: queued as 4F2")
    assert sent.next_at is None


def test_a_retry_is_due_when_told(conn, queue, now):
    queue(conn)
    put(conn, State.RETRY, now)
    assert deliveries.claim(conn, owner="me", now=now) is None
    assert deliveries.claim(conn, owner="me", now=now + MINUTE).attempts == 2


def test_a_released_delivery_is_queued_and_its_attempt_is_not_counted(conn, queue, now):
    queue(conn)
    number = put(conn, State.SENDING, now).id
    deliveries.release(conn, number, owner="me", now=now, code=535, reply="authentication failed")
    released = only(conn)
    assert (released.state, released.attempts, released.code) == (State.QUEUED, 0, 535)
    assert deliveries.claim(conn, owner="you", now=now).attempts == 1


def test_recovery_retries_what_never_left_and_holds_what_may_have(conn, queue, now):
    queue(conn, readers=4)
    first, second, _third = [deliveries.claim(conn, owner="dead", now=now) for _ in range(3)]
    deliveries.mark_in_doubt(conn, first.id, owner="dead", now=now)
    deliveries.mark_in_doubt(conn, second.id, owner="dead", now=now)
    assert deliveries.recover(conn, now + MINUTE) == deliveries.Recovery(requeued=1, held=2)
    assert [row.state for row in deliveries.list_deliveries(conn)] == [
        State.HELD,
        State.HELD,
        State.RETRY,
        State.QUEUED,
    ]
    assert deliveries.claim(conn, owner="me", now=now + MINUTE).id not in (first.id, second.id)
    assert deliveries.attempts_of(conn, first.id)[-1].outcome is State.HELD


def test_recovery_finds_nothing_after_a_clean_end(conn, queue, now):
    queue(conn)
    put(conn, State.SENT, now)
    assert deliveries.recover(conn, now) == deliveries.Recovery(requeued=0, held=0)


def test_a_held_delivery_that_is_resolved_is_sent_or_due_at_once(conn, queue, now):
    queue(conn)
    number = put(conn, State.HELD, now).id
    deliveries.resolve(conn, number, sent=False, now=now)
    assert deliveries.claim(conn, owner="me", now=now).id == number
    deliveries.mark_in_doubt(conn, number, owner="me", now=now)
    deliveries.recover(conn, now)
    deliveries.resolve(conn, number, sent=True, now=now + MINUTE)
    assert (only(conn).state, only(conn).sent_at) == (State.SENT, now + MINUTE)


def test_the_log_tells_the_whole_way(conn, queue, now):
    queue(conn)
    number = put(conn, State.RETRY, now).id
    deliveries.claim(conn, owner="me", now=now + MINUTE)
    deliveries.mark_in_doubt(conn, number, owner="me", now=now + MINUTE)
    deliveries.mark_failed(conn, number, owner="me", now=now + 2 * MINUTE, code=550, reply="no such user")
    log = [(entry.at - now, entry.outcome, entry.code, entry.reply) for entry in deliveries.attempts_of(conn, number)]
    assert log == [
        (0 * MINUTE, State.RETRY, None, None),
        (MINUTE, State.IN_DOUBT, None, None),
        (2 * MINUTE, State.FAILED, 550, "no such user"),
    ]


def test_counts_have_every_state(conn, queue, now):
    first, second = queue(conn, readers=2, day=0), queue(conn, readers=1, day=1)
    put_one = deliveries.claim(conn, owner="me", now=now)
    assert put_one.edition_id == first
    assert deliveries.counts(conn) == dict.fromkeys(State, 0) | {State.QUEUED: 2, State.SENDING: 1}
    assert deliveries.counts(conn, second) == dict.fromkeys(State, 0) | {State.QUEUED: 1}


def test_lists_are_chosen_by_state_and_edition(conn, queue, now):
    first, second = queue(conn, readers=2, day=0), queue(conn, readers=1, day=1)
    deliveries.claim(conn, owner="me", now=now)
    assert len(deliveries.list_deliveries(conn)) == 3
    assert len(deliveries.list_deliveries(conn, state=State.QUEUED)) == 2
    assert [row.edition_id for row in deliveries.list_deliveries(conn, state=State.QUEUED, edition_id=first)] == [first]
    assert [row.message_id for row in deliveries.list_deliveries(conn, edition_id=second)] == ["<1.0@example.com>"]


def test_threads_never_claim_the_same_delivery(store, queue, now):
    with store.transaction() as conn:
        queue(conn, readers=20)
    claimed = []

    def work(owner):
        while True:
            with store.transaction() as conn:
                delivery = deliveries.claim(conn, owner=owner, now=now)
            if delivery is None:
                return
            claimed.append(delivery.id)

    threads = [threading.Thread(target=work, args=(f"run {number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(claimed) == len(set(claimed)) == 20


def test_there_is_no_time_to_retry_before_the_first_attempt(now):
    with pytest.raises(ValueError, match="no attempt"):
        deliveries.retry_at(0, now)

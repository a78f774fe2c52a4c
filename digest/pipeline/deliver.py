"""Hand the due deliveries to a transport, one reader at a time, and write down what became of each before the next.

The order of commits is what keeps a mail from going out twice or getting lost: claimed, then in doubt before the body
leaves, then sent. The arrows are drawn in ``digest.store.deliveries``; what one connection does is in ``courier``.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from digest.errors import MailError
from digest.mail import Limits, Maildir, Sender, Transport
from digest.mail.doubts import Doubt, Witness
from digest.model import Delivery, DeliveryState
from digest.pipeline.courier import Courier, Round, handed
from digest.store import Store, deliveries, editions, pacing, pauses

log = logging.getLogger(__name__)

#: A run does not wait longer than this for a witness.
_LINGER = timedelta(seconds=10)
_KNOWN = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Policy:
    """How deliveries are made, besides by whom."""

    limits: Limits = field(default_factory=Limits)
    #: somebody who knows what became of a message whose answer was lost
    witness: Witness | None = None
    #: older mail is given up; None: never
    give_up: timedelta | None = None
    #: the daemon, which comes back in a minute: heeds pauses, and does not wait longer than this for the pace
    patient: bool = False
    linger: timedelta = timedelta(seconds=45)


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """What one run of deliveries did."""

    sent: int = 0
    #: refused for now, tried again later by itself
    retried: int = 0
    #: refused for good
    failed: int = 0
    #: nobody knows whether these arrived: an operator decides
    held: int = 0
    #: too old, given up
    expired: int = 0
    #: the reader must not be written to
    suppressed: int = 0
    #: why nothing, or nothing more, could be sent, in words for the operator
    unusable: str | None = None
    #: editions that wait for the operator, and why
    waiting: tuple[str, ...] = ()
    #: where the mails are, for a transport that has places (Maildir)
    places: tuple[str, ...] = ()


def deliver(
    store: Store,
    sender: Sender,
    transport: Transport,
    clock: Callable[[], datetime],
    *,
    stop: Callable[[], bool] = lambda: False,
    progress: Callable[[Delivery, str], None] | None = None,
    policy: Policy | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Report:
    """Deliver what is due. The caller holds the store's lock. ``stop`` is asked between two readers."""
    policy = policy or Policy()
    witness = policy.witness or (transport if isinstance(transport, Maildir) else None)
    with store.transaction() as conn:
        deliveries.recover(conn, clock())
        pacing.bring_back(conn, clock())
        swept = deliveries.sweep(conn, clock(), give_up=policy.give_up)
    _settle(store, witness, clock, transport)
    turn = Round(
        store=store, sender=sender, clock=clock, sleep=sleep, stop=stop, progress=progress, limits=policy.limits
    )
    turn.waits_until = clock() + policy.linger if policy.patient else None
    with store.read() as conn:
        pause = pauses.last(conn, pauses.ACCOUNT)
        turn.broken = {number for number in pacing.waiting_editions(conn) if turn.is_broken(conn, number)}
    if policy.patient and pause and pause.holds(clock()):
        turn.halted = f"waits until {pause.until:%Y-%m-%d %H:%M} UTC: {pause.reason}"
    _run(turn, transport)
    with store.transaction() as conn:  # those of this run whose answer was lost
        deliveries.recover(conn, clock())
    if _settle(store, witness, clock, transport, sleep=sleep) and not turn.halted and not stop():
        _run(turn, transport)
    return _report(store, turn, swept)


def _run(turn: Round, transport: Transport) -> None:
    """One courier, or as many as the transport has connections."""
    if turn.halted:
        return
    if transport.connections == 1:
        Courier(turn, transport).work()
        return
    others = [transport.another() for _ in range(transport.connections - 1)]
    try:
        with ThreadPoolExecutor(max_workers=transport.connections) as pool:
            for work in [pool.submit(Courier(turn, each).work) for each in (transport, *others)]:
                work.result()
    finally:
        for each in others:
            each.close()


def _settle(
    store: Store,
    witness: Witness | None,
    clock: Callable[[], datetime],
    transport: Transport,
    *,
    sleep: Callable[[float], None] | None = None,
) -> bool:
    """Ask about the doubts; with ``sleep``, wait for a witness that only needs a moment. True if mail is due again.

    The witness speaks for the account of today: its "no" about mail that was handed to another one says nothing.
    """
    with store.read() as conn:
        held = pacing.held(conn)
        if witness is None or not held:
            return False
        known = pacing.lately_sent(conn, _KNOWN, before=min(each.since for each in held))
    missing = witness.patience - (clock() - max(each.since for each in held))
    if sleep and timedelta(0) < missing <= _LINGER:
        sleep(missing.total_seconds())
    doubts = [Doubt(message_id=each.message_id, since=each.since) for each in held]
    try:
        answers = witness.ask(doubts, known, clock())
    except MailError as error:
        log.warning("nobody can be asked what became of %d messages: %s", len(held), error)
        return False
    again = False
    with store.transaction() as conn:
        for each in held:
            arrived = answers.get(each.message_id)
            if arrived or (arrived is False and each.reply == handed(transport)):
                why = "it was accepted" if arrived else "it was not accepted"
                deliveries.resolve(conn, each.id, sent=arrived, now=clock(), why=f"the witness says {why}")
                again = again or not arrived
    return again


def _report(store: Store, turn: Round, swept: deliveries.Swept) -> Report:
    with store.read() as conn:
        counts = deliveries.counts(conn)
        waiting = [
            f"{editions.slot_of(conn, number)}: too many of its first readers were refused for good; the rest waits. "
            "`digest deliveries list --state failed` shows why; `digest deliveries retry` goes on when it is mended"
            for number in sorted(turn.broken)
        ]
    if swept.expired:
        log.warning("%d mails were too old to be sent: given up", swept.expired)
    return Report(
        sent=turn.results.count("sent"),
        retried=turn.results.count("retry"),
        failed=turn.results.count("failed"),
        held=counts[DeliveryState.HELD] + counts[DeliveryState.IN_DOUBT],
        expired=swept.expired,
        suppressed=swept.suppressed,
        unusable=turn.halted or (None if turn.results.count("sent") else turn.disowned),
        waiting=tuple(waiting),
        places=tuple(turn.places),
    )

"""Hand the due deliveries to a transport, one reader at a time, and write down what became of each before the next.

The order of commits is what keeps a mail from going out twice or getting lost: claimed, then in doubt before the body
leaves, then sent. The arrows are drawn in ``digest.store.deliveries``.
"""

from __future__ import annotations

import logging
import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from digest.errors import DigestError, StoreError, TransportUnusable
from digest.mail import Envelope, Maildir, Outcome, OutcomeKind, Sender, Transport, compose
from digest.model import Delivery, DeliveryState
from digest.store import Store, deliveries, editions

log = logging.getLogger(__name__)


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
    #: why nothing could be sent at all, in words for the operator
    unusable: str | None = None
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
) -> Report:
    """Deliver what is due. The caller holds the store's lock. ``stop`` is asked between two readers."""
    courier = _Courier(store=store, sender=sender, transport=transport, clock=clock)
    courier.recover()
    results: list[str] = []
    unusable = None
    while not stop():
        delivery = courier.claim()
        if delivery is None:
            break
        try:
            results.append(courier.serve(delivery))
        except TransportUnusable as error:
            courier.give_back(delivery, str(error))
            unusable = str(error)
            log.error("nothing can be sent: %s", error)  # noqa: TRY400 - a sentence for the operator
            break
        if progress:
            progress(delivery, results[-1])
    return Report(
        sent=results.count("sent"),
        retried=results.count("retry"),
        failed=results.count("failed"),
        held=courier.held(),
        unusable=unusable,
        places=tuple(courier.places),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class _Courier:
    """One run of deliveries, known to the store by a name of its own."""

    store: Store
    sender: Sender
    transport: Transport
    clock: Callable[[], datetime]
    owner: str = field(default_factory=lambda: f"{os.getpid()}-{secrets.token_hex(4)}")
    places: list[str] = field(default_factory=list)

    def recover(self) -> None:
        """Settle the claims of dead runs. A folder, unlike a server, can be asked what arrived."""
        with self.store.transaction() as conn:
            deliveries.recover(conn, self.clock())
            if isinstance(self.transport, Maildir):
                for held in deliveries.list_deliveries(conn, state=DeliveryState.HELD):
                    arrived = self.transport.find(held.message_id) is not None
                    deliveries.resolve(conn, held.id, sent=arrived, now=self.clock())

    def claim(self) -> Delivery | None:
        with self.store.transaction() as conn:
            return deliveries.claim(conn, owner=self.owner, now=self.clock())

    def serve(self, delivery: Delivery) -> str:
        """Compose, hand over, write down; returns the state it led to."""
        try:
            envelope = envelope_of(self.store, self.sender, delivery)
        except StoreError:  # no fault of the message: it stays as it is, and the run ends
            raise
        except DigestError as error:  # a message that cannot be composed is refused for good, alone
            return self._record(delivery, Outcome(kind=OutcomeKind.PERM, detail=str(error)))
        doubted = False

        def before_dot() -> None:
            nonlocal doubted
            with self.store.transaction() as conn:
                deliveries.mark_in_doubt(conn, delivery.id, owner=self.owner, now=self.clock())
            doubted = True

        outcome = self.transport.deliver(envelope, before_dot)
        if outcome.kind is OutcomeKind.SENT and not doubted:  # already there: a run died before it wrote that down
            before_dot()
        return self._record(delivery, outcome)

    def give_back(self, delivery: Delivery, why: str) -> None:
        """The account is at fault, not the message: it waits, and the attempt does not count."""
        with self.store.transaction() as conn:
            deliveries.release(conn, delivery.id, owner=self.owner, now=self.clock(), reply=why)

    def held(self) -> int:
        with self.store.read() as conn:
            counts = deliveries.counts(conn)
        return counts[DeliveryState.HELD] + counts[DeliveryState.IN_DOUBT]

    def _record(self, delivery: Delivery, outcome: Outcome) -> str:
        now, owner, code, reply = self.clock(), self.owner, outcome.code, outcome.detail
        if outcome.kind is OutcomeKind.UNKNOWN:
            log.warning("%s: no answer after the message was handed over; held", delivery.email)
            return "in_doubt"
        with self.store.transaction() as conn:
            if outcome.kind is OutcomeKind.SENT:
                deliveries.mark_sent(conn, delivery.id, owner=owner, now=now, code=code, reply=reply)
                if isinstance(self.transport, Maildir):
                    self.places.append(reply)
                return "sent"
            log.warning("%s: not sent: %s", delivery.email, reply)
            if outcome.kind is OutcomeKind.PERM:
                deliveries.mark_failed(conn, delivery.id, owner=owner, now=now, code=code, reply=reply)
                return "failed"
            next_at = deliveries.retry_at(delivery.attempts, now)
            deliveries.mark_retry(conn, delivery.id, owner=owner, now=now, next_at=next_at, code=code, reply=reply)
            return "retry"


def envelope_of(store: Store, sender: Sender, delivery: Delivery) -> Envelope:
    """The exact bytes of a delivery: the same at every attempt."""
    with store.read() as conn:
        rendition = editions.rendition(conn, delivery.rendition_id)
        edition = editions.get(conn, delivery.edition_id)
    return compose(
        sender,
        edition=edition.slot,
        to_email=delivery.email,
        to_name=delivery.name,
        subject=rendition.subject,
        html=rendition.html,
        text=rendition.text,
        message_id=delivery.message_id,
        date=delivery.date,
        languages=rendition.key.split("|", 1)[0].split(","),
    )

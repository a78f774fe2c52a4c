"""The exact bytes of a delivery: composed for its first attempt, and taken from the store for every later one."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from sqlalchemy import Connection

from digest.mail import Envelope, Sender, compose, compose_body
from digest.model import Delivery, Rendition
from digest.store import Store, editions, messages, suppressions

#: Renditions whose bodies are kept in memory, about 100 kB each.
_KEPT = 16


@dataclass(frozen=True, kw_only=True, slots=True)
class _Shared:
    """What all readers of a rendition have in common."""

    slot: str
    rendition: Rendition
    body: bytes = field(repr=False)


@dataclass(frozen=True, kw_only=True, slots=True)
class Sealed:
    """A message ready to be sent, and the part of it that is the delivery's own."""

    envelope: Envelope
    body: bytes = field(repr=False)

    def freeze(self, conn: Connection, delivery: Delivery) -> None:
        """Keep it for later attempts, in the transaction that notes the doubt."""
        head = self.envelope.raw[: len(self.envelope.raw) - len(self.body)]
        messages.freeze(conn, delivery, mail_from=self.envelope.mail_from, head=head, body=self.body)


class Envelopes:
    """The envelopes of one run, for several threads."""

    def __init__(self, store: Store, sender: Sender) -> None:
        self._store = store
        self._sender = sender
        self._shared: dict[int, _Shared] = {}
        self._lock = threading.Lock()

    def of(self, delivery: Delivery) -> Sealed:
        """Seal a delivery. ``MailError`` when it cannot be composed, ``StoreError`` when the store is at fault."""
        shared = self._of_rendition(delivery)
        with self._store.read() as conn:
            frozen = messages.frozen(conn, delivery.id)
            generation = suppressions.generation(conn, delivery.email)
        if frozen is not None:
            raw = frozen.head + shared.body
            sealed = Envelope(mail_from=frozen.mail_from, rcpt=delivery.email, message_id=delivery.message_id, raw=raw)
            return Sealed(envelope=sealed, body=shared.body)
        return Sealed(envelope=self._compose(delivery, shared, generation), body=shared.body)

    def _compose(self, delivery: Delivery, shared: _Shared, generation: int) -> Envelope:
        return compose(
            self._sender,
            edition=shared.slot,
            to_email=delivery.email,
            to_name=delivery.name,
            subject=shared.rendition.subject,
            html=shared.rendition.html,
            text=shared.rendition.text,
            message_id=delivery.message_id,
            date=delivery.date,
            languages=shared.rendition.key.split("|", 1)[0].split(","),
            body=shared.body,
            generation=generation,
        )

    def _of_rendition(self, delivery: Delivery) -> _Shared:
        with self._lock:
            known = self._shared.get(delivery.rendition_id)
            if known is None:
                with self._store.read() as conn:
                    rendition = editions.rendition(conn, delivery.rendition_id)
                    body = messages.body(conn, delivery.rendition_id)
                    slot = editions.slot_of(conn, delivery.edition_id)
                body = body or compose_body(rendition.text, rendition.html)
                known = _Shared(slot=slot, rendition=rendition, body=body)
                if len(self._shared) >= _KEPT:
                    self._shared.pop(next(iter(self._shared)))
                self._shared[delivery.rendition_id] = known
            return known

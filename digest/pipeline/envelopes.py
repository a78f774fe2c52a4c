"""The exact bytes of a delivery: composed for its first attempt, and taken from the store for every later one."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from sqlalchemy import Connection

from digest.mail import Envelope, Sender, compose, compose_body
from digest.model import Delivery
from digest.store import Store, editions, messages, suppressions

#: Bytes of bodies that are kept in memory: some hundred mails, or a few with a full edition.
_KEPT = 32_000_000


@dataclass(frozen=True, kw_only=True, slots=True)
class _Shared:
    """What all readers of a rendition have in common."""

    slot: str
    subject: str
    languages: tuple[str, ...]
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
            subject=shared.subject,
            body=shared.body,
            message_id=delivery.message_id,
            date=delivery.date,
            languages=shared.languages,
            generation=generation,
        )

    def _of_rendition(self, delivery: Delivery) -> _Shared:
        with self._lock:
            known = self._shared.get(delivery.rendition_id)
            if known is None:
                known = self._read(delivery)
                kept = len(known.body) + sum(len(shared.body) for shared in self._shared.values())
                while kept > _KEPT and self._shared:
                    kept -= len(self._shared.pop(next(iter(self._shared))).body)
                self._shared[delivery.rendition_id] = known
            return known

    def _read(self, delivery: Delivery) -> _Shared:
        with self._store.read() as conn:
            rendition = editions.rendition(conn, delivery.rendition_id)
            body = messages.body(conn, delivery.rendition_id)
            slot = editions.slot_of(conn, delivery.edition_id)
        return _Shared(
            slot=slot,
            subject=rendition.subject,
            languages=tuple(rendition.key.split("|", 1)[0].split(",")),
            body=body or compose_body(rendition.text, rendition.html, rendition.full),
        )

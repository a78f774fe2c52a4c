"""The bytes of every message that was, or may have been, on the wire: a later attempt sends the same ones.

The header, the signature and the envelope sender are a delivery's own; the body is kept once for all readers of a
rendition. Both are written with the doubt, before the first byte leaves.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from digest.model import Delivery
from digest.store.insert import insert_once
from digest.store.schema import bodies, deliveries, messages


@dataclass(frozen=True, kw_only=True, slots=True)
class Frozen:
    """What a delivery sends at every attempt."""

    mail_from: str
    #: header lines, ASCII, CRLF; the signature on top
    head: bytes = field(repr=False)


def freeze(conn: Connection, delivery: Delivery, *, mail_from: str, head: bytes, body: bytes) -> None:
    """Keep a message; what was kept before stays."""
    known = select(bodies.c.rendition_id).where(bodies.c.rendition_id == delivery.rendition_id)
    if conn.scalar(known) is None:  # it may be megabytes, and only the first reader's is written
        insert_once(conn, bodies, rendition_id=delivery.rendition_id, body=body.decode("ascii"))
    insert_once(conn, messages, delivery_id=delivery.id, mail_from=mail_from, head=head.decode("ascii"))


def frozen(conn: Connection, delivery_id: int) -> Frozen | None:
    """Return what a delivery has put on the wire; None as long as that is nothing."""
    row = conn.execute(select(messages).where(messages.c.delivery_id == delivery_id)).one_or_none()
    return None if row is None else Frozen(mail_from=row.mail_from, head=row.head.encode("ascii"))


def body(conn: Connection, rendition_id: int) -> bytes | None:
    """Return the body of a rendition as it was first sent; None as long as nobody got it."""
    found: str | None = conn.scalar(select(bodies.c.body).where(bodies.c.rendition_id == rendition_id))
    return None if found is None else found.encode("ascii")


def delivery_of(conn: Connection, *, mail_from: str | None, message_id: str | None) -> int | None:
    """Return the delivery that a bounce is about, by its envelope sender, else by its Message-ID."""
    if mail_from is not None:
        by_sender = (
            conn.execute(select(messages.c.delivery_id).where(messages.c.mail_from == mail_from)).scalars().all()
        )
        if len(by_sender) == 1:
            return int(by_sender[0])
    if message_id is None:
        return None
    found: int | None = conn.scalar(select(deliveries.c.id).where(deliveries.c.message_id == message_id))
    return found

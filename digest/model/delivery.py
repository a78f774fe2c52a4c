"""How it reaches a reader: a delivery, its states, and why a reader is not written to."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import datetime


class DeliveryState(enum.StrEnum):
    """Where a delivery stands; the arrows are in ``digest.store.deliveries``."""

    #: a row, not yet a message
    QUEUED = "queued"
    #: claimed by a run
    SENDING = "sending"
    #: the server asked for the body; what became of it is unknown until it answers
    IN_DOUBT = "in_doubt"
    #: accepted by the transport
    SENT = "sent"
    #: refused for now; due again at ``next_at``
    RETRY = "retry"
    #: refused for good
    FAILED = "failed"
    #: a doubt nobody could resolve: an operator decides, the program never resends it
    HELD = "held"
    #: too old to be worth sending; given up and reported
    EXPIRED = "expired"
    #: not sent, because the reader must not be written to
    SUPPRESSED = "suppressed"
    #: accepted by the transport, and sent back later
    BOUNCED = "bounced"
    #: accepted, and answered with a request to unsubscribe or a complaint
    UNSUBSCRIBED = "unsubscribed"


class SuppressionReason(enum.StrEnum):
    """Why a reader is not written to."""

    #: asked for it by mail
    UNSUBSCRIBED = "unsubscribed"
    #: told the mail provider that this is spam
    COMPLAINT = "complaint"
    #: the address refused mail for good on two days
    BOUNCED = "bounced"
    #: ``digest subscribers suppress``
    OPERATOR = "operator"


@dataclass(frozen=True, kw_only=True, slots=True)
class Delivery:
    """One rendition on its way to one subscriber."""

    id: int
    edition_id: int
    rendition_id: int
    #: normalised address
    email: str
    name: str | None
    message_id: str
    #: the Date header, frozen when the row was written
    date: datetime
    state: DeliveryState
    attempts: int = 0
    next_at: datetime | None = None
    code: int | None = None
    reply: str | None = None
    sent_at: datetime | None = None

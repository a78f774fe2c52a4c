"""The tables of the mail: every delivery, the exact bytes it sends, and who must not be written to."""

from __future__ import annotations

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from digest.model import DeliveryState, SuppressionReason
from digest.store.columns import Instant, Words, metadata, one_of

_STATES = [state.value for state in DeliveryState]

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("edition_id", Integer, ForeignKey("editions.id"), nullable=False),
    Column("rendition_id", Integer, ForeignKey("renditions.id"), nullable=False),
    Column("email", Words, nullable=False),
    # what stands after the @: mail to one domain is paced, and paused, together
    Column("domain", Words, nullable=False),
    Column("name", Words),
    # given when the row is written, so that every attempt sends the same message
    Column("message_id", Text, nullable=False),
    Column("date", Instant, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    # when it is due
    Column("next_at", Instant),
    # who works on it, and until when nobody else may
    Column("lease_until", Instant),
    Column("owner", Text),
    # last answer of the server
    Column("code", Integer),
    Column("reply", Words),
    Column("sent_at", Instant),
    UniqueConstraint("message_id"),
    # nobody gets an edition twice
    UniqueConstraint("edition_id", "email"),
    CheckConstraint(one_of("state", _STATES), name="state"),
    CheckConstraint("(state IN ('sending', 'in_doubt')) = (owner IS NOT NULL)", name="owner"),
    CheckConstraint("(owner IS NULL) = (lease_until IS NULL)", name="lease"),
    CheckConstraint("state NOT IN ('queued', 'retry', 'sending') OR next_at IS NOT NULL", name="due"),
    CheckConstraint("(state IN ('sent', 'bounced', 'unsubscribed')) = (sent_at IS NOT NULL)", name="sent_at"),
    CheckConstraint("attempts >= 0", name="attempts"),
    Index(None, "email"),
    Index(None, "sent_at"),
)

# what claim() looks through; the sent rows, nearly all of them, stay out of it
Index(
    "ix_deliveries_due",
    deliveries.c.next_at,
    sqlite_where=deliveries.c.state.in_(["queued", "retry", "sending"]),
    postgresql_where=deliveries.c.state.in_(["queued", "retry", "sending"]),
)

attempts = Table(
    "attempts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("delivery_id", Integer, ForeignKey("deliveries.id"), nullable=False),
    Column("at", Instant, nullable=False),
    # the state the delivery went into
    Column("outcome", Text, nullable=False),
    Column("code", Integer),
    Column("reply", Words),
    CheckConstraint(one_of("outcome", _STATES), name="outcome"),
    Index(None, "delivery_id"),
)

# what was, or may have been, on the wire: header and signature of each delivery, the body once for all its readers
messages = Table(
    "messages",
    metadata,
    Column("delivery_id", Integer, ForeignKey("deliveries.id"), primary_key=True),
    # envelope sender: a bounce comes back to it
    Column("mail_from", Words, nullable=False),
    Column("head", Words, nullable=False),
    Index(None, "mail_from"),
)

bodies = Table(
    "bodies",
    metadata,
    Column("rendition_id", Integer, ForeignKey("renditions.id"), primary_key=True),
    Column("body", Words, nullable=False),
)

# readers who are not written to; a lifted row stays, because it tells which unsubscribe tokens are spent
suppressions = Table(
    "suppressions",
    metadata,
    # in lower case
    Column("email", Words, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("detail", Words),
    Column("since", Instant, nullable=False),
    Column("lifted", Instant),
    # how often it was lifted
    Column("generation", Integer, nullable=False),
    CheckConstraint(one_of("reason", [reason.value for reason in SuppressionReason]), name="reason"),
)

# what came back; an address is given up only when it bounced on two days
bounces = Table(
    "bounces",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("email", Words, nullable=False),
    Column("delivery_id", Integer, ForeignKey("deliveries.id"), nullable=False),
    Column("at", Instant, nullable=False),
    # enhanced status code (RFC 3463)
    Column("status", Words, nullable=False),
    Column("kind", Text, nullable=False),
    Column("detail", Words),
    CheckConstraint("kind IN ('hard', 'soft')", name="kind"),
    Index(None, "email"),
)

# how far the inbox was read (RFC 3501 2.3.1.1); reading a letter twice does no harm
mailboxes = Table(
    "mailboxes",
    metadata,
    # user, host and folder
    Column("name", Words, primary_key=True),
    Column("uidvalidity", BigInteger, nullable=False),
    Column("uid", BigInteger, nullable=False),
)

# what must wait: the account after a refused login, or when its provider asks for it
pauses = Table(
    "pauses",
    metadata,
    Column("scope", Words, primary_key=True),
    Column("until", Instant, nullable=False),
    Column("reason", Words, nullable=False),
)

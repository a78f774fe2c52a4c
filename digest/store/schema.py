"""All tables in one place. ``migrations/`` builds the same ones step by step; a test holds the two together."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.exc import DontWrapMixin
from sqlalchemy.types import TypeEngine

from digest.model import DeliveryState, Verdict, require_aware

#: The newest revision in ``migrations/versions``: a store that has it opens without loading Alembic.
REVISION = "0002"


class NaiveInstant(ValueError, DontWrapMixin):
    """An instant without a time zone was about to be stored."""


class Instant(TypeDecorator[datetime]):
    """An aware datetime, UTC on the way out, microseconds kept.

    SQLite has no type for it: ISO 8601 text of fixed width, whose order is the order in time. PostgreSQL has one.
    """

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the column type of the database."""
        return dialect.type_descriptor(DateTime(timezone=True) if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Refuse a naive datetime; turn the others into UTC."""
        if value is None:
            return None
        try:
            require_aware(value, "an instant in the store")
        except ValueError as error:
            raise NaiveInstant(str(error)) from error
        moment = value.astimezone(UTC)
        return moment if dialect.name == "postgresql" else moment.isoformat(timespec="microseconds")

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Give an aware datetime in UTC."""
        if value is None:
            return None
        return (value if isinstance(value, datetime) else datetime.fromisoformat(value)).astimezone(UTC)


class Words(TypeDecorator[str]):
    r"""Text that no database refuses: NUL and lone surrogates are written as visible escapes.

    Both come from outside: a file name in another encoding (``os.fsdecode``), the reply of a mail server. In JSON the
    escape of a surrogate is the surrogate again.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Escape what UTF-8 or PostgreSQL cannot hold."""
        if value is None:
            return None
        return value.encode("utf-8", "backslashreplace").decode("utf-8").replace("\0", "\\u0000")


def _one_of(column: str, values: list[str]) -> str:
    return f"{column} IN ({', '.join(repr(value) for value in values)})"


_STATES = [state.value for state in DeliveryState]

# Names of constraints are given by rule: SQLite forgets unnamed ones, and a migration must be able to drop them.
metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

articles = Table(
    "articles",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False),
    # decides the edition an article falls into; never changed afterwards
    Column("first_seen", Instant, nullable=False),
    # the older version of the same file
    Column("replaces", Integer, ForeignKey("articles.id")),
    # JSON of dataclasses.asdict(Brief), keys sorted
    Column("brief", Words, nullable=False),
    # version of the rules that made the brief
    Column("extractor", Text, nullable=False),
    # version of the rules that entered its directives into the ledger; null until then
    Column("ledger", Text),
    UniqueConstraint("key"),
    CheckConstraint("replaces <> id", name="replaces_another"),
    Index(None, "first_seen"),
)

documents = Table(
    "documents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("path", Words, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("mtime_ns", BigInteger, nullable=False),
    # of the bytes last read; null until then, and for a file that was too big or locked to be read
    Column("sha256", Text),
    Column("state", Text, nullable=False),
    # why it was skipped
    Column("reason", Words),
    # when this size and mtime were first seen: a file still being written keeps moving it
    Column("observed_at", Instant, nullable=False),
    # when this version was read or skipped; null until the first version was
    Column("first_seen", Instant),
    # the article last read from this path: a later version replaces it
    Column("article_id", Integer, ForeignKey("articles.id")),
    UniqueConstraint("path"),
    CheckConstraint(_one_of("state", ["pending", "read", "skipped"]), name="state"),
    CheckConstraint("(state = 'skipped') = (reason IS NOT NULL)", name="skipped_says_why"),
    CheckConstraint("state <> 'read' OR (sha256 IS NOT NULL AND article_id IS NOT NULL)", name="read_has_article"),
    CheckConstraint("state = 'pending' OR first_seen IS NOT NULL", name="decided_has_first_seen"),
    Index(None, "sha256"),
)

demands = Table(
    "demands",
    metadata,
    Column("id", Integer, primary_key=True),
    # the id that people see: of the directive in which it was first read
    Column("key", Text, nullable=False),
    Column("issuer", Words),
    # the issuer without the office: 许映川; null for 会议, which is anybody's
    Column("person", Words),
    Column("owner", Words),
    Column("place", Words),
    Column("text", Words, nullable=False),
    Column("head", Words, nullable=False),
    # JSON: a list, the strongest first
    Column("topics", Words, nullable=False),
    # the deadline and the strength that hold now
    Column("deadline", Words),
    Column("deadline_date", Text),
    Column("strength", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("first_seen", Instant, nullable=False),
    Column("last_seen", Instant, nullable=False),
    UniqueConstraint("key"),
    CheckConstraint("last_seen >= first_seen", name="seen"),
    Index(None, "last_seen"),
    Index(None, "deadline_date"),
)

# a few character triples of each demand: what is restated is looked up by them
shingles = Table(
    "shingles",
    metadata,
    Column("shingle", Words, primary_key=True),
    Column("demand_id", Integer, ForeignKey("demands.id"), primary_key=True),
)

mentions = Table(
    "mentions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("demand_id", Integer, ForeignKey("demands.id"), nullable=False),
    Column("article_id", Integer, ForeignKey("articles.id"), nullable=False),
    # id of the directive
    Column("directive", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    # day of the deadline before
    Column("moved_from", Text),
    # what recognition looks at
    Column("text", Words, nullable=False),
    Column("issuer", Words),
    Column("owner", Words),
    Column("place", Words),
    Column("topics", Words, nullable=False),
    Column("strength", Text, nullable=False),
    Column("deadline", Words),
    Column("deadline_date", Text),
    Column("said", Text),
    # its span in the article
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    UniqueConstraint("article_id", "directive"),
    CheckConstraint(_one_of("verdict", [verdict.value for verdict in Verdict]), name="verdict"),
    CheckConstraint("(verdict = 'deadline moved') = (moved_from IS NOT NULL)", name="moved_from"),
    Index(None, "demand_id"),
    Index(None, "directive"),
)

schedules = Table(
    "schedules",
    metadata,
    Column("name", Text, primary_key=True),
    # the first time the program knew the schedule: no slot before it is ever due
    Column("since", Instant, nullable=False),
)

editions = Table(
    "editions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("schedule", Text, nullable=False),
    Column("slot", Text, nullable=False),
    Column("period_start", Instant, nullable=False),
    Column("period_end", Instant, nullable=False),
    Column("built_at", Instant, nullable=False),
    Column("articles_read", Integer, nullable=False),
    Column("stories", Integer, nullable=False),
    # an empty edition is kept too: the period moves on
    Column("outcome", Text, nullable=False),
    # JSON: time zone, keys of the articles of every story, skipped documents
    Column("content", Words, nullable=False),
    # the same slot twice, or the same news twice, is the same digest twice
    UniqueConstraint("schedule", "slot"),
    UniqueConstraint("schedule", "period_start"),
    CheckConstraint("period_end >= period_start", name="period"),
    CheckConstraint("outcome IN ('built', 'empty') AND (outcome = 'empty') = (stories = 0)", name="outcome"),
)

renditions = Table(
    "renditions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("edition_id", Integer, ForeignKey("editions.id"), nullable=False),
    Column("key", Words, nullable=False),
    Column("subject", Words, nullable=False),
    Column("html", Words, nullable=False),
    Column("text", Words, nullable=False),
    Column("stories", Integer, nullable=False),
    Column("directives", Integer, nullable=False),
    UniqueConstraint("edition_id", "key"),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("edition_id", Integer, ForeignKey("editions.id"), nullable=False),
    Column("rendition_id", Integer, ForeignKey("renditions.id"), nullable=False),
    Column("email", Words, nullable=False),
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
    CheckConstraint(_one_of("state", _STATES), name="state"),
    CheckConstraint("(state IN ('sending', 'in_doubt')) = (owner IS NOT NULL)", name="owner"),
    CheckConstraint("(owner IS NULL) = (lease_until IS NULL)", name="lease"),
    CheckConstraint("state NOT IN ('queued', 'retry', 'sending') OR next_at IS NOT NULL", name="due"),
    CheckConstraint("(state = 'sent') = (sent_at IS NOT NULL)", name="sent_at"),
    CheckConstraint("attempts >= 0", name="attempts"),
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
    CheckConstraint(_one_of("outcome", _STATES), name="outcome"),
    Index(None, "delivery_id"),
)

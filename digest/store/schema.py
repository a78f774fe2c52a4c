"""All tables in one place. ``migrations/`` builds the same ones step by step; a test holds the two together.

Those of the mail stand in ``mail_tables``, the translation memory in ``translation_table``.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from digest.model import Verdict
from digest.slots import OccasionOutcome
from digest.store.columns import Instant, NaiveInstant, Words, metadata, one_of
from digest.store.mail_tables import attempts, bodies, bounces, deliveries, mailboxes, messages, pauses, suppressions
from digest.store.translation_table import translations

__all__ = [
    "REVISION",
    "Instant",
    "NaiveInstant",
    "Words",
    "articles",
    "attempts",
    "bodies",
    "bounces",
    "deliveries",
    "demands",
    "documents",
    "editions",
    "facts",
    "full_pages",
    "mailboxes",
    "mentions",
    "messages",
    "metadata",
    "occasions",
    "pauses",
    "renditions",
    "schedules",
    "shingles",
    "suppressions",
    "translations",
]

#: The newest revision in ``migrations/versions``: a store that has it opens without loading Alembic.
REVISION = "0006"

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
    CheckConstraint(one_of("state", ["pending", "read", "skipped"]), name="state"),
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
    CheckConstraint(one_of("verdict", [verdict.value for verdict in Verdict]), name="verdict"),
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

occasions = Table(
    "occasions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("schedule", Text, nullable=False),
    Column("slot", Text, nullable=False),
    # the instant of the slot; of a run by hand, when it ran
    Column("due_at", Instant, nullable=False),
    Column("decided_at", Instant, nullable=False),
    Column("outcome", Text, nullable=False),
    # in words for the operator
    Column("reason", Words, nullable=False),
    # JSON: addresses whose filter matched nothing
    Column("silent", Words, nullable=False),
    # the edition of the slot, or the one that covers it
    Column("edition_id", Integer, ForeignKey("editions.id")),
    # when the operator was written to about it, or it was found that there was no need
    Column("told_at", Instant),
    UniqueConstraint("schedule", "slot"),
    CheckConstraint(one_of("outcome", [o.value for o in OccasionOutcome]), name="outcome"),
    CheckConstraint("outcome <> 'made' OR edition_id IS NOT NULL", name="made"),
    Index(None, "decided_at"),
)

# what the program last said of itself: the daemon's last minute, the configuration it works with
facts = Table(
    "facts",
    metadata,
    Column("name", Text, primary_key=True),
    # JSON
    Column("value", Words, nullable=False),
    Column("at", Instant, nullable=False),
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

# the whole edition as a file, for a rendition whose HTML leaves something out
full_pages = Table(
    "full_pages",
    metadata,
    Column("rendition_id", Integer, ForeignKey("renditions.id"), primary_key=True),
    # of the file
    Column("name", Text, nullable=False),
    Column("html", Words, nullable=False),
)

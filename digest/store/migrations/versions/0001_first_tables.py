"""The first tables: documents, articles, schedules, editions, renditions, deliveries, attempts.

Frozen: nothing is imported from ``schema.py``, which goes on while this stays.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_INSTANT = sa.Text().with_variant(sa.DateTime(timezone=True), "postgresql")
_STATES = "('queued', 'sending', 'in_doubt', 'sent', 'retry', 'failed', 'held')"


def upgrade() -> None:
    _articles()
    _documents()
    _schedules()
    _editions()
    _renditions()
    _deliveries()
    _attempts()


def _articles() -> None:
    op.create_table(
        "articles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("first_seen", _INSTANT, nullable=False),
        sa.Column("replaces", sa.Integer()),
        sa.Column("brief", sa.Text(), nullable=False),
        sa.Column("extractor", sa.Text(), nullable=False),
        sa.CheckConstraint("replaces <> id", name=op.f("ck_articles_replaces_another")),
        sa.ForeignKeyConstraint(["replaces"], ["articles.id"], name=op.f("fk_articles_replaces")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_articles")),
        sa.UniqueConstraint("key", name=op.f("uq_articles_key")),
    )
    op.create_index(op.f("ix_articles_first_seen"), "articles", ["first_seen"])


def _documents() -> None:
    op.create_table(
        "documents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("mtime_ns", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.Text()),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("observed_at", _INSTANT, nullable=False),
        sa.Column("first_seen", _INSTANT),
        sa.Column("article_id", sa.Integer()),
        sa.CheckConstraint("state IN ('pending', 'read', 'skipped')", name=op.f("ck_documents_state")),
        sa.CheckConstraint("(state = 'skipped') = (reason IS NOT NULL)", name=op.f("ck_documents_skipped_says_why")),
        sa.CheckConstraint(
            "state <> 'read' OR (sha256 IS NOT NULL AND article_id IS NOT NULL)",
            name=op.f("ck_documents_read_has_article"),
        ),
        sa.CheckConstraint(
            "state = 'pending' OR first_seen IS NOT NULL", name=op.f("ck_documents_decided_has_first_seen")
        ),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_documents_article_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
        sa.UniqueConstraint("path", name=op.f("uq_documents_path")),
    )
    op.create_index(op.f("ix_documents_sha256"), "documents", ["sha256"])


def _schedules() -> None:
    op.create_table(
        "schedules",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("since", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_schedules")),
    )


def _editions() -> None:
    op.create_table(
        "editions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("schedule", sa.Text(), nullable=False),
        sa.Column("slot", sa.Text(), nullable=False),
        sa.Column("period_start", _INSTANT, nullable=False),
        sa.Column("period_end", _INSTANT, nullable=False),
        sa.Column("built_at", _INSTANT, nullable=False),
        sa.Column("articles_read", sa.Integer(), nullable=False),
        sa.Column("stories", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.CheckConstraint("period_end >= period_start", name=op.f("ck_editions_period")),
        sa.CheckConstraint(
            "outcome IN ('built', 'empty') AND (outcome = 'empty') = (stories = 0)", name=op.f("ck_editions_outcome")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_editions")),
        sa.UniqueConstraint("schedule", "slot", name=op.f("uq_editions_schedule_slot")),
        sa.UniqueConstraint("schedule", "period_start", name=op.f("uq_editions_schedule_period_start")),
    )


def _renditions() -> None:
    op.create_table(
        "renditions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("stories", sa.Integer(), nullable=False),
        sa.Column("directives", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["edition_id"], ["editions.id"], name=op.f("fk_renditions_edition_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_renditions")),
        sa.UniqueConstraint("edition_id", "key", name=op.f("uq_renditions_edition_id_key")),
    )


def _deliveries() -> None:
    op.create_table(
        "deliveries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("rendition_id", sa.Integer(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("name", sa.Text()),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("date", _INSTANT, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_at", _INSTANT),
        sa.Column("lease_until", _INSTANT),
        sa.Column("owner", sa.Text()),
        sa.Column("code", sa.Integer()),
        sa.Column("reply", sa.Text()),
        sa.Column("sent_at", _INSTANT),
        sa.CheckConstraint(f"state IN {_STATES}", name=op.f("ck_deliveries_state")),
        sa.CheckConstraint(
            "(state IN ('sending', 'in_doubt')) = (owner IS NOT NULL)", name=op.f("ck_deliveries_owner")
        ),
        sa.CheckConstraint("(owner IS NULL) = (lease_until IS NULL)", name=op.f("ck_deliveries_lease")),
        sa.CheckConstraint(
            "state NOT IN ('queued', 'retry', 'sending') OR next_at IS NOT NULL", name=op.f("ck_deliveries_due")
        ),
        sa.CheckConstraint("(state = 'sent') = (sent_at IS NOT NULL)", name=op.f("ck_deliveries_sent_at")),
        sa.CheckConstraint("attempts >= 0", name=op.f("ck_deliveries_attempts")),
        sa.ForeignKeyConstraint(["edition_id"], ["editions.id"], name=op.f("fk_deliveries_edition_id")),
        sa.ForeignKeyConstraint(["rendition_id"], ["renditions.id"], name=op.f("fk_deliveries_rendition_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deliveries")),
        sa.UniqueConstraint("message_id", name=op.f("uq_deliveries_message_id")),
        sa.UniqueConstraint("edition_id", "email", name=op.f("uq_deliveries_edition_id_email")),
    )
    due = sa.text("state IN ('queued', 'retry', 'sending')")
    op.create_index("ix_deliveries_due", "deliveries", ["next_at"], sqlite_where=due, postgresql_where=due)


def _attempts() -> None:
    op.create_table(
        "attempts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("code", sa.Integer()),
        sa.Column("reply", sa.Text()),
        sa.CheckConstraint(f"outcome IN {_STATES}", name=op.f("ck_attempts_outcome")),
        sa.ForeignKeyConstraint(["delivery_id"], ["deliveries.id"], name=op.f("fk_attempts_delivery_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempts")),
    )
    op.create_index(op.f("ix_attempts_delivery_id"), "attempts", ["delivery_id"])

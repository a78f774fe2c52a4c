"""The ledger: demands, the shingles they are looked up by, mentions.

The articles of a store that is brought up to date are entered by the next ingest: their ``ledger`` is null until then.
Frozen: nothing is imported from ``schema.py``, which goes on while this stays.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_INSTANT = sa.Text().with_variant(sa.DateTime(timezone=True), "postgresql")


def upgrade() -> None:
    op.add_column("articles", sa.Column("ledger", sa.Text()))
    _demands()
    _shingles()
    _mentions()


def _demands() -> None:
    op.create_table(
        "demands",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("issuer", sa.Text()),
        sa.Column("person", sa.Text()),
        sa.Column("owner", sa.Text()),
        sa.Column("place", sa.Text()),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("head", sa.Text(), nullable=False),
        sa.Column("topics", sa.Text(), nullable=False),
        sa.Column("deadline", sa.Text()),
        sa.Column("deadline_date", sa.Text()),
        sa.Column("strength", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("first_seen", _INSTANT, nullable=False),
        sa.Column("last_seen", _INSTANT, nullable=False),
        sa.CheckConstraint("last_seen >= first_seen", name=op.f("ck_demands_seen")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_demands")),
        sa.UniqueConstraint("key", name=op.f("uq_demands_key")),
    )
    op.create_index(op.f("ix_demands_last_seen"), "demands", ["last_seen"])
    op.create_index(op.f("ix_demands_deadline_date"), "demands", ["deadline_date"])


def _shingles() -> None:
    op.create_table(
        "shingles",
        sa.Column("shingle", sa.Text(), nullable=False),
        sa.Column("demand_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["demand_id"], ["demands.id"], name=op.f("fk_shingles_demand_id")),
        sa.PrimaryKeyConstraint("shingle", "demand_id", name=op.f("pk_shingles")),
    )


def _mentions() -> None:
    op.create_table(
        "mentions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("demand_id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("directive", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("moved_from", sa.Text()),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("issuer", sa.Text()),
        sa.Column("owner", sa.Text()),
        sa.Column("place", sa.Text()),
        sa.Column("topics", sa.Text(), nullable=False),
        sa.Column("strength", sa.Text(), nullable=False),
        sa.Column("deadline", sa.Text()),
        sa.Column("deadline_date", sa.Text()),
        sa.Column("said", sa.Text()),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "verdict IN ('new', 'repeated', 'stronger', 'deadline moved')", name=op.f("ck_mentions_verdict")
        ),
        sa.CheckConstraint(
            "(verdict = 'deadline moved') = (moved_from IS NOT NULL)", name=op.f("ck_mentions_moved_from")
        ),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_mentions_article_id")),
        sa.ForeignKeyConstraint(["demand_id"], ["demands.id"], name=op.f("fk_mentions_demand_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mentions")),
        sa.UniqueConstraint("article_id", "directive", name=op.f("uq_mentions_article_id_directive")),
    )
    op.create_index(op.f("ix_mentions_demand_id"), "mentions", ["demand_id"])
    op.create_index(op.f("ix_mentions_directive"), "mentions", ["directive"])

"""Why each slot of a schedule had mail or had none, and what the daemon last said of itself.

Frozen: nothing is imported from ``schema.py``, which goes on while this stays.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_INSTANT = sa.Text().with_variant(sa.DateTime(timezone=True), "postgresql")


def upgrade() -> None:
    op.create_table(
        "occasions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("schedule", sa.Text(), nullable=False),
        sa.Column("slot", sa.Text(), nullable=False),
        sa.Column("due_at", _INSTANT, nullable=False),
        sa.Column("decided_at", _INSTANT, nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("silent", sa.Text(), nullable=False),
        sa.Column("edition_id", sa.Integer()),
        sa.Column("told_at", _INSTANT),
        sa.CheckConstraint(
            "outcome IN ('made', 'empty', 'unmatched', 'nobody', 'caught up', 'held', 'failed')",
            name=op.f("ck_occasions_outcome"),
        ),
        sa.CheckConstraint("outcome <> 'made' OR edition_id IS NOT NULL", name=op.f("ck_occasions_made")),
        sa.ForeignKeyConstraint(["edition_id"], ["editions.id"], name=op.f("fk_occasions_edition_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_occasions")),
        sa.UniqueConstraint("schedule", "slot", name=op.f("uq_occasions_schedule_slot")),
    )
    op.create_index(op.f("ix_occasions_decided_at"), "occasions", ["decided_at"])
    op.create_table(
        "facts",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_facts")),
    )
    _carry_over()


def _carry_over() -> None:
    """The editions of the older store are occasions too."""
    op.execute(
        "INSERT INTO occasions (schedule, slot, due_at, decided_at, outcome, reason, silent, edition_id, told_at) "
        "SELECT schedule, slot, built_at, built_at, CASE outcome WHEN 'built' THEN 'made' ELSE 'empty' END, "
        "CAST(articles_read AS TEXT) || ' read, ' || CAST(stories AS TEXT) || ' stories', '[]', id, built_at "
        "FROM editions"
    )

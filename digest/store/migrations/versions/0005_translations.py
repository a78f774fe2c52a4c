"""The translation memory.

Frozen: nothing is imported from ``schema.py``, which goes on while this stays.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_INSTANT = sa.Text().with_variant(sa.DateTime(timezone=True), "postgresql")


def upgrade() -> None:
    op.create_table(
        "translations",
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("text_key", sa.LargeBinary(), nullable=False),
        sa.Column("zh", sa.Text(), nullable=False),
        sa.Column("en", sa.Text()),
        sa.Column("engine", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("made", _INSTANT, nullable=False),
        sa.Column("used", _INSTANT),
        sa.Column("hits", sa.Integer(), nullable=False),
        sa.CheckConstraint("en IS NOT NULL OR why <> ''", name=op.f("ck_translations_failure_says_why")),
        sa.CheckConstraint("hits >= 0", name=op.f("ck_translations_hits")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_translations")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_translations_text_key"), "translations", ["text_key"])
    op.create_index(op.f("ix_translations_engine_fingerprint"), "translations", ["engine", "fingerprint"])

"""The whole edition as a file that the mail attaches. Frozen, as all migrations are."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "full_pages",
        sa.Column("rendition_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("html", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["rendition_id"], ["renditions.id"], name=op.f("fk_full_pages_rendition_id")),
        sa.PrimaryKeyConstraint("rendition_id", name=op.f("pk_full_pages")),
    )

"""The mail: frozen bytes, suppressed readers, bounces, pauses; four more states of a delivery.

SQLite cannot change a check of a table: deliveries and attempts are copied. Frozen, as all migrations are.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_INSTANT = sa.Text().with_variant(sa.DateTime(timezone=True), "postgresql")
_STATES = (
    "IN ('queued', 'sending', 'in_doubt', 'sent', 'retry', 'failed', 'held', 'expired', 'suppressed', 'bounced', "
    "'unsubscribed')"
)
_SENT = "(state IN ('sent', 'bounced', 'unsubscribed')) = (sent_at IS NOT NULL)"
_WAITING = sa.text("state IN ('queued', 'retry', 'sending')")


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        _change()
    else:
        _copy()
    op.create_index(op.f("ix_deliveries_email"), "deliveries", ["email"])
    op.create_index(op.f("ix_deliveries_sent_at"), "deliveries", ["sent_at"])
    _messages()
    _readers()
    _inbox()


def _change() -> None:
    op.add_column("deliveries", sa.Column("domain", sa.Text()))
    op.execute("UPDATE deliveries SET domain = split_part(email, '@', 2)")
    op.alter_column("deliveries", "domain", nullable=False)
    for table, name, condition in (
        ("deliveries", "state", f"state {_STATES}"),
        ("deliveries", "sent_at", _SENT),
        ("attempts", "outcome", f"outcome {_STATES}"),
    ):
        op.drop_constraint(op.f(f"ck_{table}_{name}"), table)
        op.create_check_constraint(op.f(f"ck_{table}_{name}"), table, condition)


def _copy() -> None:
    op.drop_index("ix_deliveries_due", "deliveries")
    op.drop_index(op.f("ix_attempts_delivery_id"), "attempts")
    op.rename_table("deliveries", "old_deliveries")
    _deliveries()
    op.execute(
        "INSERT INTO deliveries (id, edition_id, rendition_id, email, domain, name, message_id, date, state, attempts, "
        "next_at, lease_until, owner, code, reply, sent_at) "
        "SELECT id, edition_id, rendition_id, email, substr(email, instr(email, '@') + 1), name, message_id, date, "
        "state, attempts, next_at, lease_until, owner, code, reply, sent_at FROM old_deliveries"
    )
    op.rename_table("attempts", "old_attempts")
    _attempts()
    op.execute("INSERT INTO attempts SELECT id, delivery_id, at, outcome, code, reply FROM old_attempts")
    op.drop_table("old_attempts")
    op.drop_table("old_deliveries")
    op.create_index("ix_deliveries_due", "deliveries", ["next_at"], sqlite_where=_WAITING)
    op.create_index(op.f("ix_attempts_delivery_id"), "attempts", ["delivery_id"])


def _deliveries() -> None:
    op.create_table(
        "deliveries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("rendition_id", sa.Integer(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("domain", sa.Text(), nullable=False),
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
        sa.CheckConstraint(f"state {_STATES}", name=op.f("ck_deliveries_state")),
        sa.CheckConstraint(
            "(state IN ('sending', 'in_doubt')) = (owner IS NOT NULL)", name=op.f("ck_deliveries_owner")
        ),
        sa.CheckConstraint("(owner IS NULL) = (lease_until IS NULL)", name=op.f("ck_deliveries_lease")),
        sa.CheckConstraint(
            "state NOT IN ('queued', 'retry', 'sending') OR next_at IS NOT NULL", name=op.f("ck_deliveries_due")
        ),
        sa.CheckConstraint(_SENT, name=op.f("ck_deliveries_sent_at")),
        sa.CheckConstraint("attempts >= 0", name=op.f("ck_deliveries_attempts")),
        sa.ForeignKeyConstraint(["edition_id"], ["editions.id"], name=op.f("fk_deliveries_edition_id")),
        sa.ForeignKeyConstraint(["rendition_id"], ["renditions.id"], name=op.f("fk_deliveries_rendition_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deliveries")),
        sa.UniqueConstraint("edition_id", "email", name=op.f("uq_deliveries_edition_id_email")),
        sa.UniqueConstraint("message_id", name=op.f("uq_deliveries_message_id")),
    )


def _attempts() -> None:
    op.create_table(
        "attempts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("code", sa.Integer()),
        sa.Column("reply", sa.Text()),
        sa.CheckConstraint(f"outcome {_STATES}", name=op.f("ck_attempts_outcome")),
        sa.ForeignKeyConstraint(["delivery_id"], ["deliveries.id"], name=op.f("fk_attempts_delivery_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempts")),
    )


def _messages() -> None:
    op.create_table(
        "messages",
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("mail_from", sa.Text(), nullable=False),
        sa.Column("head", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["delivery_id"], ["deliveries.id"], name=op.f("fk_messages_delivery_id")),
        sa.PrimaryKeyConstraint("delivery_id", name=op.f("pk_messages")),
    )
    op.create_index(op.f("ix_messages_mail_from"), "messages", ["mail_from"])
    op.create_table(
        "bodies",
        sa.Column("rendition_id", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["rendition_id"], ["renditions.id"], name=op.f("fk_bodies_rendition_id")),
        sa.PrimaryKeyConstraint("rendition_id", name=op.f("pk_bodies")),
    )


def _readers() -> None:
    op.create_table(
        "suppressions",
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text()),
        sa.Column("since", _INSTANT, nullable=False),
        sa.Column("lifted", _INSTANT),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "reason IN ('unsubscribed', 'complaint', 'bounced', 'operator')", name=op.f("ck_suppressions_reason")
        ),
        sa.PrimaryKeyConstraint("email", name=op.f("pk_suppressions")),
    )
    op.create_table(
        "bounces",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("delivery_id", sa.Integer(), nullable=False),
        sa.Column("at", _INSTANT, nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text()),
        sa.CheckConstraint("kind IN ('hard', 'soft')", name=op.f("ck_bounces_kind")),
        sa.ForeignKeyConstraint(["delivery_id"], ["deliveries.id"], name=op.f("fk_bounces_delivery_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bounces")),
    )
    op.create_index(op.f("ix_bounces_email"), "bounces", ["email"])


def _inbox() -> None:
    op.create_table(
        "mailboxes",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("uidvalidity", sa.BigInteger(), nullable=False),
        sa.Column("uid", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_mailboxes")),
    )
    op.create_table(
        "pauses",
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("until", _INSTANT, nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("scope", name=op.f("pk_pauses")),
    )

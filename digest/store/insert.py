"""Insert-or-ignore, the statement on which "never twice" rests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def insert_once(conn: Connection, table: Table, **values: Any) -> Any:
    """Insert a row and return its primary key; None, and nothing written, if a unique constraint already has it.

    Safe against a race: the other transaction is waited for, whether it commits decides.
    """
    insert = postgresql.insert if conn.dialect.name == "postgresql" else sqlite.insert
    statement = insert(table).values(**values).on_conflict_do_nothing().returning(*table.primary_key.columns)
    return conn.scalar(statement)


def insert_missing(conn: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert those rows that no unique constraint has yet."""
    insert = postgresql.insert if conn.dialect.name == "postgresql" else sqlite.insert
    if rows:
        conn.execute(insert(table).on_conflict_do_nothing(), list(rows))

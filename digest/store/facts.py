"""What the program last said of itself, one row for each name: readable by another process at any time."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select, update

from digest.store.insert import insert_once
from digest.store.schema import facts


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """A value and when it was written."""

    value: dict[str, Any]
    at: datetime


def put(conn: Connection, name: str, value: dict[str, Any], now: datetime) -> None:
    """Write a fact over what it was before."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    if insert_once(conn, facts, name=name, value=text, at=now) is None:
        conn.execute(update(facts).where(facts.c.name == name).values(value=text, at=now))


def get(conn: Connection, name: str) -> Fact | None:
    """Return a fact, or None if it was never written."""
    row = conn.execute(select(facts).where(facts.c.name == name)).one_or_none()
    return None if row is None else Fact(value=json.loads(row.value), at=row.at)

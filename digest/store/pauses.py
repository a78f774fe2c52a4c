"""What must wait, and why: the whole account after a refused login, one domain after 421. Remembered over restarts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from digest.store.schema import pauses

ACCOUNT = "account"


@dataclass(frozen=True, kw_only=True, slots=True)
class Pause:
    """One scope that waits."""

    #: ``account``, or a domain
    scope: str
    until: datetime
    reason: str


def pause(conn: Connection, scope: str, *, until: datetime, reason: str) -> None:
    """Let a scope wait; what was decided about it before is forgotten."""
    conn.execute(delete(pauses).where(pauses.c.scope == scope))
    conn.execute(insert(pauses).values(scope=scope, until=until, reason=reason))


def end(conn: Connection, scope: str) -> None:
    """Let a scope wait no longer."""
    conn.execute(delete(pauses).where(pauses.c.scope == scope))


def active(conn: Connection, now: datetime) -> tuple[Pause, ...]:
    """Return what waits now, by scope."""
    query = select(pauses).where(pauses.c.until > now).order_by(pauses.c.scope)
    return tuple(Pause(scope=row.scope, until=row.until, reason=row.reason) for row in conn.execute(query))

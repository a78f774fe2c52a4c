"""What must wait, and why: the account after a refused login, or when its provider asks for it. Survives restarts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select

from digest.store.schema import pauses

ACCOUNT = "account"
#: No pause is longer: one that seems to be was written by a clock that ran ahead.
LONGEST = timedelta(hours=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Pause:
    """One scope that waits."""

    scope: str
    until: datetime
    reason: str

    def holds(self, now: datetime) -> bool:
        """Whether the scope must still wait."""
        return now < self.until <= now + LONGEST


def pause(conn: Connection, scope: str, *, until: datetime, reason: str) -> None:
    """Let a scope wait; what was decided about it before is forgotten."""
    conn.execute(delete(pauses).where(pauses.c.scope == scope))
    conn.execute(insert(pauses).values(scope=scope, until=until, reason=reason))


def end(conn: Connection, scope: str) -> None:
    """Let a scope wait no longer."""
    conn.execute(delete(pauses).where(pauses.c.scope == scope))


def last(conn: Connection, scope: str) -> Pause | None:
    """Return the pause of a scope, also one that is over; None if it worked since."""
    row = conn.execute(select(pauses).where(pauses.c.scope == scope)).one_or_none()
    return None if row is None else Pause(scope=row.scope, until=row.until, reason=row.reason)

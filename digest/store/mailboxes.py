"""How far each mailbox was read."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from digest.store.schema import mailboxes


def read_until(conn: Connection, name: str, uidvalidity: int) -> int:
    """Return the UID of the last letter that was read; 0 for a mailbox that is new, or was numbered anew."""
    query = select(mailboxes.c.uid).where(mailboxes.c.name == name, mailboxes.c.uidvalidity == uidvalidity)
    return conn.scalar(query) or 0


def advance(conn: Connection, name: str, uidvalidity: int, uid: int) -> None:
    """Note that all letters up to this one were read."""
    conn.execute(delete(mailboxes).where(mailboxes.c.name == name))
    conn.execute(insert(mailboxes).values(name=name, uidvalidity=uidvalidity, uid=uid))

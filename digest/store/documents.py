"""The watched files: one row per path, and what became of its newest version.

::

    (new) ──observe──> pending ──mark_read────> read ────┐
                          ^  └───mark_skipped─> skipped ─┤
                          └──────────observe─────────────┘   size or mtime differ
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from typing import Any, Literal, get_args

from sqlalchemy import Connection, Row, func, insert, select, update

from digest.model import Period, Skipped
from digest.store.schema import documents

DocumentState = Literal["pending", "read", "skipped"]


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentRow:
    """What is known of one path."""

    #: characters that are not UTF-8 are shown as escapes
    path: str
    #: bytes
    size: int
    #: nanoseconds since the epoch
    mtime_ns: int
    #: hex, of the bytes last read; None until then
    sha256: str | None
    state: DocumentState
    #: why it was skipped, else None
    reason: str | None
    #: when this size and mtime were first seen
    observed_at: datetime
    #: when this version was read or skipped; None until the first version was
    first_seen: datetime | None
    #: the article last read from this path
    article_id: int | None


_COLUMNS = [column for column in documents.columns if column.name != "id"]


def get(conn: Connection, path: str) -> DocumentRow | None:
    """Return what is known of a path, or None."""
    row = conn.execute(select(*_COLUMNS).where(documents.c.path == path)).one_or_none()
    return None if row is None else _document(row)


def sha_known(conn: Connection, sha256: str) -> int | None:
    """Return the article that was read from a document with the same bytes: a renamed copy is not new."""
    return conn.scalar(
        select(documents.c.article_id)
        .where(documents.c.sha256 == sha256, documents.c.state == "read")
        .order_by(documents.c.article_id)
        .limit(1)
    )


def observe(conn: Connection, path: str, size: int, mtime_ns: int, now: datetime) -> None:
    """Note a version of a file before it is read: pending since ``now``. The version already known is left as it is."""
    known = get(conn, path)
    if known is None:
        _write(conn, path, known=False, size=size, mtime_ns=mtime_ns, state="pending", observed_at=now)
    elif (known.size, known.mtime_ns) != (size, mtime_ns):
        _write(conn, path, known=True, size=size, mtime_ns=mtime_ns, state="pending", reason=None, observed_at=now)


def mark_read(
    conn: Connection, path: str, *, size: int, mtime_ns: int, sha256: str, article_id: int, now: datetime
) -> None:
    """Note that this version of the file was read, and which article it is."""
    known = get(conn, path)
    _write(
        conn,
        path,
        known=known is not None,
        size=size,
        mtime_ns=mtime_ns,
        sha256=sha256,
        state="read",
        reason=None,
        observed_at=_observed_at(known, size, mtime_ns, now),
        first_seen=now,
        article_id=article_id,
    )


def mark_skipped(
    conn: Connection, path: str, *, size: int, mtime_ns: int, sha256: str | None, reason: str, now: datetime
) -> None:
    """Note that this version of the file cannot be read, and why.

    ``first_seen`` stays when the same version or the same bytes are skipped again: a mere ``touch`` is not told twice.
    """
    known = get(conn, path)
    told = known.first_seen if known and _skipped_before(known, size, mtime_ns, sha256) else None
    _write(
        conn,
        path,
        known=known is not None,
        size=size,
        mtime_ns=mtime_ns,
        sha256=sha256,
        state="skipped",
        reason=reason,
        observed_at=_observed_at(known, size, mtime_ns, now),
        first_seen=told or now,
    )


def skipped_between(conn: Connection, period: Period) -> tuple[Skipped, ...]:
    """Return the documents that were skipped in the half-open period, by time and path."""
    at = documents.c.first_seen
    rows = conn.execute(
        select(*_COLUMNS)
        .where(documents.c.state == "skipped", at >= period.start, at < period.end)
        .order_by(at, documents.c.path)
    )
    return tuple(Skipped(file=PurePath(row.path).name, reason=row.reason) for row in rows)


def list_skipped(conn: Connection) -> tuple[DocumentRow, ...]:
    """Return all documents that could not be read, by path."""
    return _in_state(conn, "skipped")


def list_pending(conn: Connection) -> tuple[DocumentRow, ...]:
    """Return all documents that are still waiting to be read, by path."""
    return _in_state(conn, "pending")


def counts(conn: Connection) -> dict[str, int]:
    """Return the number of documents in each state, zeros too."""
    found = conn.execute(select(documents.c.state, func.count()).group_by(documents.c.state))
    return dict.fromkeys(get_args(DocumentState), 0) | {row[0]: row[1] for row in found}


def _in_state(conn: Connection, state: DocumentState) -> tuple[DocumentRow, ...]:
    query = select(*_COLUMNS).where(documents.c.state == state).order_by(documents.c.path)
    return tuple(_document(row) for row in conn.execute(query))


def _observed_at(known: DocumentRow | None, size: int, mtime_ns: int, now: datetime) -> datetime:
    if known is not None and (known.size, known.mtime_ns) == (size, mtime_ns):
        return known.observed_at
    return now


def _skipped_before(known: DocumentRow, size: int, mtime_ns: int, sha256: str | None) -> bool:
    same_version = known.state == "skipped" and (known.size, known.mtime_ns) == (size, mtime_ns)
    same_bytes = known.state != "read" and sha256 is not None and known.sha256 == sha256
    return same_version or same_bytes


def _write(conn: Connection, path: str, *, known: bool, **values: Any) -> None:
    if known:
        conn.execute(update(documents).where(documents.c.path == path).values(**values))
    else:
        conn.execute(insert(documents).values(path=path, **values))


def _document(row: Row[Any]) -> DocumentRow:
    return DocumentRow(**row._mapping)  # noqa: SLF001 -- SQLAlchemy's public name for a row as a mapping

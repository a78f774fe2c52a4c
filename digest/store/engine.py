"""How a database is reached: one engine per way of using it, the same promises on SQLite and PostgreSQL.

``writing`` in the execution options of a connection chooses the transaction: SQLite begins IMMEDIATE for writers (a
lock that is taken late is a deadlock) and forbids writes to readers; PostgreSQL gives readers one snapshot, read-only.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from digest.errors import StoreError

#: Seconds a connection waits for another writer.
BUSY_SECONDS = 30


def parse(url: str) -> URL:
    """Read a database URL; StoreError for one that is neither a SQLite file nor PostgreSQL."""
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        # not the URL itself: it may hold a password
        raise StoreError("The database URL is not one: sqlite:///var/digest.db or postgresql://host/name") from error
    match parsed.get_backend_name():
        case "sqlite" if parsed.database and parsed.database != ":memory:" and not parsed.query:
            return parsed.set(drivername="sqlite")
        case "postgresql" | "postgres":
            # both versions 2.0 and 2.1 of SQLAlchemy, whose defaults differ
            return parsed.set(drivername="postgresql+psycopg")
    raise StoreError("The database must be a SQLite file or PostgreSQL", subject=describe(parsed))


def sqlite_path(url: URL) -> Path:
    """Return the file of a SQLite URL, absolute, links followed."""
    assert url.database
    return Path(url.database).resolve()


def describe(url: URL) -> str:
    """Name the database in a message: its file, or its URL without the password."""
    if url.get_backend_name() == "sqlite" and url.database:
        return url.database
    return url.render_as_string(hide_password=True)


def for_writing(url: URL) -> Engine:
    """Make the engine of a store that may be written; the folder of a SQLite file is created."""
    if url.get_backend_name() == "postgresql":
        return _postgresql(url)
    sqlite_path(url).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    _listen(engine)
    return engine


def for_reading(url: URL) -> Engine:
    """Make an engine that leaves no trace beside the database, not even the files of SQLite's write-ahead log."""
    if url.get_backend_name() == "postgresql":
        return _postgresql(url)
    path = sqlite_path(url)

    def connect() -> sqlite3.Connection:
        # Without a log nobody has the file open, and `immutable` keeps SQLite from making one; a writer that starts
        # now writes into its own log, not into the pages read here, until it closes. Asked anew for every connection.
        mode = "mode=ro" if Path(f"{path}-wal").exists() else "mode=ro&immutable=1"
        return sqlite3.connect(f"file:{quote(str(path))}?{mode}", uri=True, timeout=BUSY_SECONDS)

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)
    _listen(engine)
    return engine


def use_write_ahead_log(engine: Engine) -> None:
    """Switch a SQLite file to its write-ahead log, once and for all: readers no longer wait for the writer."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


def _postgresql(url: URL) -> Engine:
    try:
        return create_engine(url, pool_pre_ping=True)
    except ImportError as error:
        raise StoreError("PostgreSQL needs the extra: pip install 'directive-digest[postgres]'") from error


def _listen(engine: Engine) -> None:
    """Hang the promises of SQLite on every connection and transaction of the engine."""

    @event.listens_for(engine, "connect")
    def configure(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None  # Python's own BEGIN comes too late and is never IMMEDIATE
        # NORMAL loses the last commits when the power fails: a mail that was sent would be sent again
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql(f"PRAGMA query_only = {'OFF' if writing else 'ON'}")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

"""One run writes at a time: recovery after a crash takes over every claim, and would steal those of a live run.

The lock belongs to the process and goes with it, also after ``kill -9``: ``flock`` on ``<database>.lock`` beside a
SQLite file, a session's advisory lock on PostgreSQL. The lock file stays; deleting it would let two runs lock two
files.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from sqlalchemy import Engine, text

from digest.errors import StoreLocked
from digest.store.engine import describe, sqlite_path

#: Key of the advisory lock: the letters of "digest".
ADVISORY_KEY = int.from_bytes(b"digest", "big")
_POLL_SECONDS = 0.05


@contextmanager
def hold(engine: Engine, *, wait: timedelta = timedelta(0)) -> Iterator[None]:
    """Hold the lock of the database for the block; StoreLocked if another run still has it after ``wait``."""
    deadline = time.monotonic() + wait.total_seconds()
    with _advisory(engine, deadline) if engine.dialect.name == "postgresql" else _flock(engine, deadline):
        yield


@contextmanager
def _flock(engine: Engine, deadline: float) -> Iterator[None]:
    path = Path(f"{sqlite_path(engine.url)}.lock")
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() >= deadline:
                    holder = os.pread(descriptor, 20, 0).decode("ascii", "replace").strip() or "unknown"
                    message = f"Another run is using the state (process {holder})"
                    raise StoreLocked(message, subject=describe(engine.url)) from None
                time.sleep(_POLL_SECONDS)
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"{os.getpid()}\n".encode("ascii"), 0)
        yield
    finally:
        os.close(descriptor)


@contextmanager
def _advisory(engine: Engine, deadline: float) -> Iterator[None]:
    # no transaction is open while the lock is held, or the server could never clean up behind it
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        while not connection.scalar(text("SELECT pg_try_advisory_lock(:key)"), {"key": ADVISORY_KEY}):
            if time.monotonic() >= deadline:
                raise StoreLocked(subject=describe(engine.url))
            time.sleep(_POLL_SECONDS)
        try:
            yield
        finally:
            connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": ADVISORY_KEY})

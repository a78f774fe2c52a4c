"""The store: opens the database, hands out connections, holds the lock."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import timedelta
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Self, cast

from sqlalchemy import URL, Connection, Engine, insert, select
from sqlalchemy.exc import DatabaseError, DataError, IntegrityError, ProgrammingError

from digest.errors import StoreError
from digest.store import engine as engines, lock, migrate, schema

#: How long opening waits for another run that is migrating the same database.
_MIGRATION_WAIT = timedelta(seconds=10)
_BATCH = 200


class Store:
    """An open database. ``with`` closes it.

    ``Store.open(url)`` may be read and written. ``Store.open(url, read_only=True)`` creates nothing and changes
    nothing; a database that does not exist reads as an empty one. ``Store.scratch(url)`` is a private copy that may be
    written and is forgotten: a dry run is the real run on such a copy.
    """

    def __init__(
        self, engine: Engine, *, name: str, read_only: bool = False, folder: TemporaryDirectory[str] | None = None
    ) -> None:
        #: the file, or the URL without its password: for messages
        self.name = name
        self.read_only = read_only
        self._engine = engine
        #: where a private database lives, nowhere else known
        self._folder = folder
        self._writers = engine.execution_options(writing=True)
        self._readers = engine
        if engine.dialect.name == "postgresql":
            self._readers = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)

    @property
    def is_private(self) -> bool:
        """True for a copy that is forgotten: nothing beside it may be written either."""
        return self._folder is not None

    @classmethod
    def open(cls, url: str, *, read_only: bool = False) -> Self:
        """Open a database by URL (``sqlite:///var/digest.db``, ``postgresql://host/name``).

        For writing, the folder and the tables are made or brought up to date. UnknownSchema when a newer version of
        the program wrote it, StoreLocked when it must be migrated while another run is at work, StoreError when it
        cannot be used.
        """
        parsed = engines.parse(url)
        return cls._open_for_reading(parsed) if read_only else cls._open_for_writing(parsed)

    @classmethod
    def scratch(cls, url: str) -> Self:
        """Copy a database into a private one, which may be written and is deleted by ``close``; errors as ``open``."""
        with cls.open(url, read_only=True) as source:
            copy = cls._private(source.name, read_only=False)
            try:
                with source.read() as old:
                    copy._fill(old)  # noqa: SLF001 - its own kind
            except BaseException:
                copy.close()
                raise
        return copy

    @classmethod
    def _open_for_writing(cls, url: URL) -> Self:
        name = engines.describe(url)
        with _told(name):
            try:
                engine = engines.for_writing(url)
            except OSError as error:
                raise StoreError(f"Its folder cannot be made: {error.strerror}", subject=name) from error
            try:
                with engine.connect() as conn:
                    revision = migrate.revision_of(conn)
                if revision != schema.REVISION:
                    migrate.require_known(revision, name)
                    _migrate(engine)
            except BaseException:
                engine.dispose()
                raise
        return cls(engine, name=name)

    @classmethod
    def _open_for_reading(cls, url: URL) -> Self:
        name = engines.describe(url)
        if url.get_backend_name() == "sqlite" and not engines.sqlite_path(url).exists():
            return cls._private(name, read_only=True)
        with _told(name):
            engine = engines.for_reading(url)
            try:
                with engine.connect() as conn:
                    revision = migrate.revision_of(conn)
                if revision == schema.REVISION:
                    return cls(engine, name=name, read_only=True)
                migrate.require_known(revision, name)
            except BaseException:
                engine.dispose()
                raise
        engine.dispose()
        if revision is not None:
            raise StoreError("The state must be brought up to date first: `digest run-once` does it", subject=name)
        return cls._private(name, read_only=True)

    @classmethod
    def _private(cls, name: str, *, read_only: bool) -> Self:
        """Make an empty database of our own: a file, because one in memory cannot have two connections at work."""
        folder = TemporaryDirectory(prefix="digest-")
        engine = engines.for_writing(URL.create("sqlite", database=f"{folder.name}/digest.db"))
        engines.use_write_ahead_log(engine)
        with engine.execution_options(writing=True).begin() as conn:
            schema.metadata.create_all(conn)
        return cls(engine, name=name, read_only=read_only, folder=folder)

    def _fill(self, old: Connection) -> None:
        """Take over everything: from SQLite page by page, which is many times as fast as row by row."""
        source = old.connection.driver_connection
        if isinstance(source, sqlite3.Connection):
            target = self._engine.raw_connection()
            try:
                source.backup(cast("sqlite3.Connection", target.driver_connection))
            except sqlite3.Error as error:
                raise StoreError(str(error), subject=self.name) from error
            finally:
                target.close()
            return
        with self.transaction() as new:
            _copy(old, new)

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Give a connection for writing: committed at the end of the block, or rolled back by an error in it."""
        if self.read_only:
            raise StoreError("The state was opened for reading only", subject=self.name)
        with _told(self.name), self._writers.begin() as conn:
            yield conn

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that sees one moment of the database and cannot write."""
        with _told(self.name), self._readers.connect() as conn:
            yield conn

    def lock(self) -> AbstractContextManager[None]:
        """Hold the writer's lock for a block; StoreLocked at once if another run has it. A scratch copy needs none."""
        if self.read_only:
            raise StoreError("The state was opened for reading only", subject=self.name)
        return nullcontext() if self._folder else lock.hold(self._engine)

    def close(self) -> None:
        """Close all connections; delete a private copy."""
        self._engine.dispose()
        if self._folder:
            self._folder.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _copy(old: Connection, new: Connection) -> None:
    for table in schema.metadata.sorted_tables:
        rows = old.execute(select(table).order_by(*table.primary_key.columns)).mappings()
        for batch in rows.partitions(_BATCH):
            new.execute(insert(table), [dict(row) for row in batch])


def _migrate(engine: Engine) -> None:
    with lock.hold(engine, wait=_MIGRATION_WAIT):
        if engine.dialect.name == "sqlite":
            engines.use_write_ahead_log(engine)
        with engine.execution_options(writing=True).begin() as conn:
            migrate.upgrade(conn)


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Tell what the database refuses (full disk, no such server, not a database) as StoreError; a bug stays itself."""
    try:
        yield
    except (IntegrityError, ProgrammingError, DataError):
        raise
    except DatabaseError as error:
        raise StoreError(str(error.orig).strip(), subject=name) from error

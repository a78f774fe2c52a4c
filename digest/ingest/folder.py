"""What is in the watched folder, and which of it should be read now.

No file system events: they come while a file is still being written, and never from a network drive. A listing and the
last known size and time of each file say the same, a minute later.
"""

from __future__ import annotations

import enum
import logging
import os
import stat
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from digest.errors import DocumentError
from digest.ingest.encoding import printable
from digest.model import EPOCH, require_aware

logger = logging.getLogger(__name__)

#: what editors, browsers and copy programs write beside the real file
_PARTIAL = (".swp", ".swo", ".tmp", ".temp", ".part", ".partial", ".crdownload", ".download", ".bak")


@dataclass(frozen=True, kw_only=True, slots=True)
class FileState:
    """One file as the listing shows it."""

    path: Path
    #: bytes
    size: int
    #: last change, nanoseconds since 1970 UTC; the file system says so, hence it may lie in the future
    mtime_ns: int

    @property
    def key(self) -> str:
        """The path as it is stored and shown; equals ``Document.path``."""
        return printable(self.path)


class KnownState(enum.StrEnum):
    """What became of a file the last time."""

    #: seen, not yet settled
    PENDING = "pending"
    READ = "read"
    #: could not be read; the reason is recorded with it
    SKIPPED = "skipped"


@dataclass(frozen=True, kw_only=True, slots=True)
class Known:
    """What the store remembers of one path."""

    size: int
    mtime_ns: int
    state: KnownState
    #: when this size and this mtime were seen first; aware
    observed_at: datetime


class Decision(enum.Enum):
    """What to do with a file now."""

    SKIP_KNOWN = "skip"
    WAIT = "wait"
    READ = "read"


def scan(
    folder: Path, *, recursive: bool, suffixes: Collection[str], exclude: Collection[Path] = ()
) -> tuple[FileState, ...]:
    """The documents below a folder, by path; ``suffixes`` as ``.txt``, in any case.

    Left out: names that begin with a dot, backups and half-written downloads, and everything inside ``exclude`` (the
    state folders). Linked folders are entered once. A link that leads nowhere is listed, so that reading it tells why.
    Raises DocumentError when the folder itself cannot be listed.
    """
    wanted = tuple(suffix.lower() for suffix in suffixes)
    shut = {_identity(path) for path in exclude}
    try:
        if not folder.is_dir():
            reason = "a file, not a folder" if folder.exists() else "the folder does not exist"
            raise DocumentError(reason, subject=printable(folder))
        found = list(_walk(folder, recursive=recursive, suffixes=wanted, entered=shut - {None}))
    except OSError as error:
        reason = f"the folder cannot be listed ({error.strerror or error})"
        raise DocumentError(reason, subject=printable(folder)) from error
    return tuple(sorted(found, key=lambda state: state.key))


def decide(state: FileState, known: Known | None, *, now: datetime, settle: timedelta) -> Decision:
    """Whether a listed file is read now.

    A file is known when its size and mtime are those of the last reading. It is settled, and read, when its mtime is at
    least ``settle`` old, or when this same size and mtime were first observed at least ``settle`` ago: that serves
    clocks that run ahead and copies that keep an odd mtime.
    """
    require_aware(now, "now")
    same = known is not None and (known.size, known.mtime_ns) == (state.size, state.mtime_ns)
    if known is not None and same and known.state is not KnownState.PENDING:
        return Decision.SKIP_KNOWN
    observed_at = known.observed_at if known is not None and same else now
    age_ns = (now - EPOCH) // timedelta(microseconds=1) * 1000 - state.mtime_ns
    settled = age_ns >= settle // timedelta(microseconds=1) * 1000 or now - observed_at >= settle
    return Decision.READ if settled else Decision.WAIT


def _walk(
    folder: Path, *, recursive: bool, suffixes: tuple[str, ...], entered: set[tuple[int, int] | None]
) -> Iterator[FileState]:
    """Files of a folder not yet entered: ``entered`` holds devices and inodes, so that no link makes a circle."""
    identity = _identity(folder)
    if identity in entered:
        return
    entered.add(identity)
    with os.scandir(folder) as entries:
        paths = sorted(Path(entry.path) for entry in entries if not _ignored(entry.name))
    for path in paths:
        status = _status(path)
        if status is None:
            continue
        if stat.S_ISDIR(status.st_mode):
            if recursive:
                yield from _enter(path, suffixes, entered)
        elif path.name.lower().endswith(suffixes):
            yield FileState(path=path, size=status.st_size, mtime_ns=status.st_mtime_ns)


def _enter(path: Path, suffixes: tuple[str, ...], entered: set[tuple[int, int] | None]) -> Iterator[FileState]:
    """A folder below: one that cannot be listed must not hide the others."""
    try:
        yield from _walk(path, recursive=True, suffixes=suffixes, entered=entered)
    except OSError as error:
        logger.warning("%s: the folder cannot be listed (%s)", printable(path), error.strerror)


def _ignored(name: str) -> bool:
    return name.startswith((".", "~$")) or name.endswith("~") or name.lower().endswith(_PARTIAL)


def _status(path: Path) -> os.stat_result | None:
    """Of the link's target; of the link itself when it leads nowhere; None when the file has just vanished."""
    try:
        return path.stat()
    except OSError:
        try:
            return path.lstat()
        except OSError:
            return None


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino

"""The default transport: a Maildir on this machine, readable with ``mutt -f`` and every other mail program.

Exactly once by construction: the name of the file is the message's own identifier, so a second delivery finds the
first. Layout and rules as in maildir(5): written in ``tmp``, synced, then renamed into ``new``.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

from digest.errors import TransportUnusable
from digest.mail.doubts import Doubt
from digest.mail.outcome import Outcome, OutcomeKind
from digest.mail.transport import Envelope

#: No slash, no colon (it begins the flags), no leading dot (hidden), short enough for every file system.
_SAFE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9@._+-]{0,180}")


class Maildir:
    """One Maildir for all readers of this installation; it is the operator's own disk."""

    name = "maildir"
    connections = 1
    patience = timedelta(0)

    def __init__(self, root: Path) -> None:
        self.root = root

    @property
    def where(self) -> str:
        """The folder."""
        return str(self.root)

    def check(self) -> None:
        """Make the folders and write to them once; ``TransportUnusable`` when that fails."""
        self._make_folders()
        probe = self.root / "tmp" / f"check.{os.getpid()}"
        try:
            _write_synced(probe, b"")
            probe.unlink()
        except OSError as error:
            raise _unusable(self.root, error) from error

    def another(self) -> Self:
        """A second one to work beside this one."""
        return type(self)(self.root)

    def find(self, message_id: str) -> Path | None:
        """The file of a message, delivered or already read, else None: this answers a doubt after a crash."""
        name = _file_name(message_id)
        if (unread := self.root / "new" / name).is_file():
            return unread
        seen = self.root / "cur" / name
        candidates = [seen, *sorted(self.root.glob(f"cur/{name}:*")), *sorted(self.root.glob(f"new/{name}:*"))]
        return next((path for path in candidates if path.is_file()), None)

    def ask(self, doubts: Sequence[Doubt], known: Sequence[str], now: datetime) -> dict[str, bool | None]:  # noqa: ARG002
        """A folder, unlike a server, can be asked what arrived: see ``digest.mail.doubts``."""
        return {doubt.message_id: self.find(doubt.message_id) is not None for doubt in doubts}

    def deliver(self, envelope: Envelope, before_dot: Callable[[], None]) -> Outcome:
        """Put the message into ``new`` unless it is already there; ``Outcome.detail`` is its path."""
        self._make_folders()
        if (known := self.find(envelope.message_id)) is not None:
            return Outcome(kind=OutcomeKind.SENT, detail=str(known))
        name = _file_name(envelope.message_id)
        draft, target = self.root / "tmp" / name, self.root / "new" / name
        try:
            # Lines end in LF on disk, as every Maildir reader expects; CRLF belongs to the wire.
            _write_synced(draft, envelope.raw.replace(b"\r\n", b"\n"))
        except OSError as error:
            raise _unusable(self.root, error) from error
        before_dot()
        try:
            draft.rename(target)
        except OSError as error:
            return Outcome(kind=OutcomeKind.NOT_SENT, detail=f"{target}: {error.strerror}")
        try:
            _sync_folder(target.parent)
        except OSError as error:
            return Outcome(kind=OutcomeKind.UNKNOWN, detail=f"{target}: {error.strerror}")
        return Outcome(kind=OutcomeKind.SENT, detail=str(target))

    def close(self) -> None:
        """Nothing is held open."""

    def __enter__(self) -> Self:
        """Use it in a ``with`` block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing to close."""

    def _make_folders(self) -> None:
        try:
            for folder in ("tmp", "new", "cur"):
                (self.root / folder).mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise _unusable(self.root, error) from error


def _file_name(message_id: str) -> str:
    """``.eml`` so that a double click opens it, too."""
    stem = message_id.strip("<>")
    return f"{stem if _SAFE_NAME.fullmatch(stem) else hashlib.sha256(message_id.encode()).hexdigest()}.eml"


def _write_synced(path: Path, content: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # a folder cannot be opened there, and the rename is journalled
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _unusable(root: Path, error: OSError) -> TransportUnusable:
    reason = error.strerror or str(error)
    return TransportUnusable(
        f"mail cannot be written here ({reason}); check the folder and its permissions", subject=str(root)
    )

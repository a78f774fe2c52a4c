"""One file to one Document: the suffix says which reader, the bytes say which encoding."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from pathlib import Path

from digest.errors import BinaryDocument, DocumentError, EmptyDocument, HugeDocument
from digest.ingest.encoding import decode, printable
from digest.model import Document

#: suffix → ``Document.kind``. The page of an ``html`` stays markup: its body is found by the text room
KINDS = {".txt": "text", ".md": "text", ".html": "html", ".htm": "html"}

_REASONS = {
    errno.ENOENT: "the file does not exist (was it moved or deleted?)",
    errno.ENOTDIR: "the file does not exist (was it moved or deleted?)",
    errno.EACCES: "no permission to read the file",
    errno.EPERM: "no permission to read the file",
    errno.ELOOP: "a symbolic link that points to itself",
    errno.EISDIR: "a folder, not a file",
    errno.ENAMETOOLONG: "the file's name is too long",
    errno.EIO: "the disk could not read the file",
    errno.ESTALE: "the network drive lost the file",
}


def read(path: Path, *, max_bytes: int) -> Document:
    """Read and decode one file of at most ``max_bytes`` bytes.

    Raises EmptyDocument, HugeDocument, BinaryDocument, or DocumentError when the file cannot be opened or its suffix
    has no reader; each names the path as its subject.
    """
    subject = printable(path)
    kind = KINDS.get(path.suffix.lower())
    if kind is None:
        known = ", ".join(KINDS)
        raise DocumentError(f"no reader for files ending in {path.suffix!r}; digest reads {known}", subject=subject)
    data = _bytes(path, max_bytes, subject)
    try:
        text, encoding = decode(data)
    except BinaryDocument as error:
        raise BinaryDocument(error.message, subject=subject) from None
    if not text.strip():
        raise EmptyDocument(f"the file holds no text ({len(data)} bytes)", subject=subject)
    return Document(
        path=subject,
        file=printable(path.name),
        text=text,
        kind=kind,
        encoding=encoding,
        sha256=hashlib.sha256(data).hexdigest(),
    )


def _bytes(path: Path, max_bytes: int, subject: str) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # opening a named pipe would wait for ever
            what = "a folder" if stat.S_ISDIR(status.st_mode) else "a device or pipe"
            raise DocumentError(f"{what}, not a file", subject=subject)
        if status.st_size > max_bytes:
            raise HugeDocument(_too_large(status.st_size, max_bytes), subject=subject)
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except OSError as error:
        reason = _REASONS.get(error.errno or 0) or (os.strerror(error.errno) if error.errno else str(error))
        raise DocumentError(reason, subject=subject) from error
    except ValueError:  # a NUL in the name
        raise DocumentError("the file's name cannot be used", subject=subject) from None
    if len(data) > max_bytes:  # it grew after the stat
        raise HugeDocument(_too_large(len(data), max_bytes), subject=subject)
    if not data:
        raise EmptyDocument("the file is empty (0 bytes)", subject=subject)
    return data


def _too_large(size: int, max_bytes: int) -> str:
    return f"{_human(size)}, larger than the limit of {_human(max_bytes)} (ingest.max_bytes)"


def _human(size: int) -> str:
    """A number of bytes as people say it: 512 bytes, 3.4 kB, 12.0 MB."""
    if size < 1000:
        return f"{size} bytes"
    return f"{size / 1000:.1f} kB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"

"""A file to its Document, a feed to its Documents: the suffix says which reader, the bytes say which encoding.

Every reader takes bytes from strangers: it holds limits of size, never runs for more than some seconds, and fails with
a DocumentError that says in a sentence what is wrong with the file.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from pathlib import Path

from digest.errors import DocumentError, EmptyDocument, HugeDocument
from digest.ingest.encoding import decode, printable
from digest.model import Document

#: suffix of plain text → ``Document.kind``. The page of an ``html`` stays markup: its body is found by the text room
KINDS = {".txt": "text", ".md": "text", ".html": "html", ".htm": "html"}
_MIME = (".eml", ".mht", ".mhtml")
_FEEDS = (".rss", ".atom", ".xml")
#: everything that has a reader; .pdf needs the extra ``docs-in``
SUFFIXES = (*KINDS, ".docx", ".pdf", *_MIME, *_FEEDS)

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


def read_all(path: Path, *, max_bytes: int) -> tuple[Document, ...]:
    """Read one file of at most ``max_bytes`` bytes: its one document, or one for each entry of a feed; never none.

    The path of an entry is that of its file, ``#`` and a name that it keeps when the feed grows.

    Raises EmptyDocument, HugeDocument, BinaryDocument, or DocumentError when the file cannot be opened or its suffix
    has no reader; each names the path as its subject.
    """
    subject, suffix = printable(path), path.suffix.lower()
    if suffix not in SUFFIXES:
        known = ", ".join(SUFFIXES)
        raise DocumentError(f"no reader for files ending in {path.suffix!r}; digest reads {known}", subject=subject)
    data = _bytes(path, max_bytes, subject)
    try:
        return _entries(path, data) if suffix in _FEEDS else (_document(path, suffix, data),)
    except DocumentError as error:
        raise type(error)(error.message, subject=subject) from error


def read(path: Path, *, max_bytes: int) -> Document:
    """Read a file that holds one document; errors as ``read_all``, and DocumentError for a feed of several."""
    documents = read_all(path, max_bytes=max_bytes)
    if len(documents) > 1:
        raise DocumentError(f"a feed of {len(documents)} articles, not one article", subject=printable(path))
    return documents[0]


def _document(path: Path, suffix: str, data: bytes) -> Document:
    text, kind, encoding = _text(suffix, data)
    if not text.strip():
        raise EmptyDocument(f"the file holds no text ({len(data)} bytes)")
    return Document(
        path=printable(path),
        file=printable(path.name),
        text=text,
        kind=kind,
        encoding=encoding,
        sha256=hashlib.sha256(data).hexdigest(),
    )


def _text(suffix: str, data: bytes) -> tuple[str, str, str]:
    """Text, kind and encoding; each reader is loaded when its first file comes."""
    if suffix in _MIME:
        from digest.ingest import eml  # noqa: PLC0415

        body = eml.read(data)
        return body.text, body.kind, body.encoding
    if suffix == ".docx":
        from digest.ingest import docx  # noqa: PLC0415

        return docx.read(data), "text", "docx"
    if suffix == ".pdf":
        from digest.ingest import pdf  # noqa: PLC0415

        return pdf.read(data), "text", "pdf"
    text, encoding = decode(data)
    return text, KINDS[suffix], encoding


def _entries(path: Path, data: bytes) -> tuple[Document, ...]:
    from digest.ingest import feed  # noqa: PLC0415

    entries, encoding = feed.read(data)
    return tuple(
        Document(
            path=f"{printable(path)}#{entry.name}",
            file=f"{printable(path.name)}#{entry.name}",
            text=entry.page,
            kind="html",
            encoding=encoding,
            sha256=hashlib.sha256(entry.page.encode("utf-8", "replace")).hexdigest(),
        )
        for entry in entries
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

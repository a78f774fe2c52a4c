"""The article in a saved mail (.eml) or a saved web page (.mhtml): both are MIME, RFC 5322 and RFC 2557."""

from __future__ import annotations

import binascii
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message

from digest.errors import BinaryDocument, DocumentError, EmptyDocument
from digest.ingest.encoding import decode

#: parts that are looked at
_MAX_PARTS = 200
_FORWARDED = re.compile(r"^(?:\s*(?:re|fw|fwd|aw|转发|轉寄|回复|回覆|答复)\s*[:：])+\s*", re.IGNORECASE)
_HEADER = re.compile(rb"^[!-9;-~]{1,76}:[ \t]?", re.MULTILINE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Body:
    """The text of a mail or page."""

    text: str
    #: ``html`` or ``text``, as in Document
    kind: str
    encoding: str


def read(data: bytes) -> Body:
    """The HTML part, else the plain text, with the subject as its title where it has none.

    DocumentError says why there is no text. Attachments are not opened.
    """
    if not _HEADER.match(data.lstrip()):
        raise BinaryDocument("not a saved mail or web page, whatever its name says")
    try:
        # compat32: the newer policies parse every header by a grammar, which takes minutes on a bad one
        message = message_from_bytes(data.lstrip(), policy=policy.compat32)
        parts = list(_parts(message))
    except RecursionError as error:
        raise DocumentError("parts inside parts without end: no mail program writes that") from error
    for wanted in ("text/html", "text/plain"):
        for part in parts:
            if part.get_content_type() == wanted and (body := _body(part, _subject(message))):
                return body
    attached = [name for part in parts if (name := _file_name(part))]
    if attached:
        raise EmptyDocument(f"no text, only attachments ({', '.join(attached[:3])}): save them into the folder")
    raise EmptyDocument("the mail or page holds no text")


def _parts(message: Message) -> Iterator[Message]:
    for number, part in enumerate(message.walk()):
        if number >= _MAX_PARTS:
            return
        if not part.is_multipart():
            yield part


def _body(part: Message, subject: str) -> Body | None:
    if "attachment" in str(part.get("Content-Disposition", "")).lower():
        return None
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload.strip():
        return None
    text, encoding = decode(payload, declared=part.get_content_charset())
    if not text.strip():
        return None
    if part.get_content_type() == "text/html":
        titled = not subject or re.search(r"<title[\s>]", text, re.IGNORECASE)
        return Body(text=text if titled else _title(subject) + text, kind="html", encoding=encoding)
    return Body(
        text=text if not subject or subject in map(str.strip, text.splitlines()) else f"{subject}\n{text}",
        kind="text",
        encoding=encoding,
    )


def _title(subject: str) -> str:
    return f"<title>{html.escape(subject)}</title>\n"


def _subject(message: Message) -> str:
    """The subject without Re: and Fwd:, in one line; empty when there is none or it cannot be read."""
    raw = str(message.get("Subject", ""))[:2000]
    try:
        subject = str(make_header(decode_header(raw)))
    except (HeaderParseError, LookupError, UnicodeError, ValueError, binascii.Error):
        return ""
    return _FORWARDED.sub("", " ".join(subject.replace("\ufffd", "").split()))


def _file_name(part: Message) -> str | None:
    try:
        name = part.get_filename()
        return None if name is None else str(make_header(decode_header(name)))
    except (HeaderParseError, LookupError, UnicodeError, ValueError, TypeError, binascii.Error):
        return "?"

"""Values in, the exact bytes of one message out. Pure: the same arguments give the same bytes, on any day.

A retry must repeat Message-ID, Date and body, because receivers (Exchange, Dovecot, Gmail) recognise a copy by them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from email import policy
from email.message import EmailMessage
from email.utils import format_datetime

from digest.errors import MailError
from digest.mail.address import normalise_address
from digest.mail.headers import phrase_header, text_header, verbatim_header
from digest.mail.sender import Sender, bounce_token, slug, unsubscribe_token
from digest.mail.signing import sign
from digest.mail.transport import Envelope
from digest.model import FullPage, require_aware

_POLICY = policy.SMTP.clone(cte_type="7bit")
_MESSAGE_ID = re.compile(r"<[!#-;=?A-Z^-~]+@[A-Za-z0-9.-]+>")
_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,60}\.html")
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


def compose(
    sender: Sender,
    *,
    edition: str,
    to_email: str,
    to_name: str | None,
    subject: str,
    body: bytes,
    message_id: str,
    date: datetime,
    languages: Sequence[str],
    generation: int = 0,
) -> Envelope:
    """One message to one reader: its header, and the ``body`` of ``compose_body``.

    ``message_id`` comes from ``digest.mail.message_id`` by way of the delivery's row, ``date`` (aware) is frozen in the
    same row, ``languages`` are BCP 47 tags in the order shown. Names and subject may hold anything: a line break in
    them becomes a space. ``generation`` is that of ``unsubscribe_token``. Raises ``BadAddress`` for the address and
    ``MailError`` for the rest.
    """
    require_aware(date, "date")
    reader = normalise_address(to_email)
    if not _MESSAGE_ID.fullmatch(message_id):
        raise MailError("is not a Message-ID", subject=message_id[:80])
    bounce = bounce_token(sender.secret_key, edition, reader)
    head = [
        *_address_headers(sender, reader, to_name, date),
        text_header("Subject", subject),
        verbatim_header("Message-ID", message_id),
        *_list_headers(sender, reader, generation),
        *_automaton_headers(languages),
        *_feedback_headers(sender, edition, bounce),
    ]
    raw = "".join(head).encode("ascii") + body
    if sender.dkim is not None:
        raw = sign(raw, sender.dkim, date)
    _require_fit_for_the_wire(raw)
    return Envelope(mail_from=_mail_from(sender, bounce), rcpt=reader, message_id=message_id, raw=raw)


def _address_headers(sender: Sender, reader: str, name: str | None, date: datetime) -> list[str]:
    return [
        verbatim_header("Date", format_datetime(date.astimezone(UTC))),
        phrase_header("From", sender.name, sender.address),
        phrase_header("To", name, reader),
        *([phrase_header("Reply-To", None, sender.reply_to)] if sender.reply_to else []),
    ]


def compose_body(text: str, html: str, full: FullPage | None = None) -> bytes:
    """MIME fields, empty line and parts: the same for all readers of a rendition, so that it is kept and made once.

    multipart/alternative, text first; with a full page, both inside multipart/mixed, and the page attached. All parts
    are UTF-8 in base64: for Chinese it is half the size of quoted-printable. ``MailError`` for a name that is not ours.
    """
    message = EmailMessage(policy=_POLICY)
    message.set_content(_encodable(text), charset="utf-8", cte="base64")
    message.make_alternative(boundary=_boundary(text, html))
    message.add_alternative(_encodable(html), subtype="html", charset="utf-8", cte="base64")
    if full is not None:
        if not _FILE_NAME.fullmatch(full.name):
            raise MailError("is no name for an attachment", subject=full.name[:80])
        message.make_mixed(boundary=_boundary(text, html, full.html))
        page = _encodable(full.html)
        message.add_attachment(page, subtype="html", charset="utf-8", cte="base64", filename=full.name)
    for part in list(message.walk())[1:]:
        del part["MIME-Version"]
    return message.as_bytes()


def _boundary(*texts: str) -> str:
    """Between parts that are base64 it can be anything; made of what they say, it is the same at every attempt."""
    return "=_" + hashlib.sha256(b"\0".join(_encodable(text).encode() for text in texts)).hexdigest()[:32]


def _list_headers(sender: Sender, reader: str, generation: int) -> list[str]:
    """RFC 2919, RFC 2369, RFC 8058. One-click is promised only where an https address can keep the promise."""
    headers = [phrase_header("List-Id", sender.list_name or sender.name, sender.list_id)]
    token = unsubscribe_token(sender.secret_key, reader, generation)
    ways = []
    if sender.unsubscribe_url:
        ways.append(f"<{sender.unsubscribe_url.rstrip('/')}/{token}>")
    if sender.unsubscribe_mailbox:
        # The token is in the subject: mailboxes at QQ, 163 and many offices know no plus addresses.
        ways.append(f"<mailto:{_uri_mailbox(sender.unsubscribe_mailbox)}?subject=unsubscribe%20{token}>")
    if ways:
        headers.append(verbatim_header("List-Unsubscribe", ", ".join(ways)))
    if sender.unsubscribe_url:
        headers.append(verbatim_header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"))
    return headers


def _uri_mailbox(address: str) -> str:
    """A mailbox inside a ``mailto:`` URI (RFC 6068 2): what is special in a URI is percent-encoded."""
    return re.sub(r"[^A-Za-z0-9._~@+!$'*-]", lambda found: f"%{ord(found[0]):02X}", address)


def _automaton_headers(languages: Sequence[str]) -> list[str]:
    """So that holiday replies stay away (RFC 3834; Precedence and X-Auto-Response-Suppress for older servers)."""
    for tag in languages:
        if not _LANGUAGE_TAG.fullmatch(tag):
            raise MailError("is not a language tag", subject=tag)
    return [
        *([verbatim_header("Content-Language", ", ".join(languages))] if languages else []),
        verbatim_header("Auto-Submitted", "auto-generated"),
        verbatim_header("Precedence", "bulk"),
        verbatim_header("X-Auto-Response-Suppress", "OOF, AutoReply"),
    ]


def _feedback_headers(sender: Sender, edition: str, bounce: str) -> list[str]:
    """X-Entity-Ref-ID keeps Gmail from threading editions; Feedback-ID means something only on signed mail."""
    headers = [verbatim_header("X-Entity-Ref-ID", bounce)]
    if sender.dkim is not None:
        parts = (slug(edition), slug(sender.list_id), "digest", slug(sender.domain))
        headers.append(verbatim_header("Feedback-ID", ":".join(parts)))
    return headers


def _mail_from(sender: Sender, bounce: str) -> str:
    if sender.bounce_mailbox is None:
        return sender.address
    local, _, domain = sender.bounce_mailbox.rpartition("@")
    return f"{local}+{bounce}@{domain}"


def _encodable(text: str) -> str:
    """A lone surrogate, left by a broken decoder somewhere, must not stop the edition."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _require_fit_for_the_wire(raw: bytes) -> None:
    """ASCII, CRLF only, no line over 998 octets (RFC 5322 2.1.1): anything else is rewritten or refused on the way."""
    ends = raw.count(b"\r\n")
    folded = raw.count(b"\r") == raw.count(b"\n") == ends
    if not (raw.isascii() and folded and max(map(len, raw.split(b"\r\n"))) <= 998):
        raise MailError("the message is not fit for the wire")

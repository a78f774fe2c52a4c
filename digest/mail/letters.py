"""What a letter in the inbox says: undeliverable, a complaint, a wish to unsubscribe. Pure; any bytes may come in.

A letter is evidence only by what it cannot have guessed: the token in the envelope sender or the subject, or the
Message-ID of one of our messages. Nothing in it is shown, opened or fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message

_TOKEN = re.compile(r"(?<![a-z0-9])[a-z2-7]{24}(?![a-z0-9])", re.IGNORECASE)
_PLUS = re.compile(r"\+([a-z2-7]{24})@", re.IGNORECASE)
_MESSAGE_ID = re.compile(r"^message-id:[ \t]*(?:\r?\n[ \t]+)?(<[^<>\s]{3,500}>)", re.IGNORECASE | re.MULTILINE)
_STATUS = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])")
_ROBOTS = re.compile(r"\b(?:mailer-daemon|postmaster|mail delivery)\b", re.IGNORECASE)
_DELAY = re.compile(r"\bdelay(?:ed)?\b|\bwill retry\b|延迟|延误|稍后重试", re.IGNORECASE)
_WISH = re.compile(r"unsubscribe|退订", re.IGNORECASE)
_ADDRESSES = ("to", "delivered-to", "x-original-to", "envelope-to")


@dataclass(frozen=True, kw_only=True, slots=True)
class Bounce:
    """One of our messages could not be delivered."""

    #: of the envelope senders that it came back to
    tokens: tuple[str, ...]
    #: of the message it is about
    message_ids: tuple[str, ...]
    #: RFC 3463; ``5.0.0`` when none is told
    status: str
    #: the server's words, one line
    detail: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Complaint:
    """A reader told the provider that one of our messages is spam (RFC 5965)."""

    tokens: tuple[str, ...]
    message_ids: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Unsubscription:
    """Somebody asks to be taken off the list."""

    tokens: tuple[str, ...]


Notice = Bounce | Complaint | Unsubscription


def read_letter(raw: bytes) -> Notice | None:
    """What the letter says; None for one that is nothing to us."""
    message = message_from_bytes(raw)
    report = _report_type(message)
    if report == "feedback-report":
        return Complaint(tokens=_plus_tokens(message), message_ids=_returned_ids(message))
    if report == "delivery-status":
        return _bounce(message)
    if _ROBOTS.search(_text(message, "from")):
        return _informal_bounce(message)
    if message.get("Auto-Submitted", "no").strip().lower().startswith("auto-"):
        return None  # a holiday reply may quote anything
    subject = _text(message, "subject")
    tokens = (*_TOKEN.findall(subject), *_plus_tokens(message))
    if tokens and _WISH.search(subject):
        return Unsubscription(tokens=tuple(token.lower() for token in tokens))
    return None


def is_hard(status: str) -> bool:
    """Whether a status means that the address, not the moment, is at fault (RFC 3463: 5.1.x, 5.2.1, 5.4.4).

    >>> is_hard("5.1.1"), is_hard("5.2.2"), is_hard("4.4.1")
    (True, False, False)
    """
    return status.startswith("5.1.") or status in {"5.2.1", "5.4.4"}


def _report_type(message: Message) -> str | None:
    if message.get_content_type() != "multipart/report":
        return None
    value = message.get_param("report-type")
    return value.lower() if isinstance(value, str) else None


def _bounce(message: Message) -> Bounce | None:
    """RFC 3464. ``delayed``, ``delivered`` and the like are no bounces."""
    fields = _status_fields(message)
    if fields.get("action", "failed").lower() != "failed":
        return None
    found = _STATUS.search(fields.get("status", "")) or _STATUS.search(fields.get("diagnostic-code", ""))
    return Bounce(
        tokens=_plus_tokens(message),
        message_ids=_returned_ids(message),
        status=found[1] if found and found[1][0] != "2" else "5.0.0",
        detail=_one_line(fields.get("diagnostic-code", "") or fields.get("status", "")),
    )


def _informal_bounce(message: Message) -> Bounce | None:
    """A bounce in the provider's own words (QQ, 163): it must name our message, or come back to its token."""
    text = "\n".join(_bodies(message))
    ids = tuple(dict.fromkeys((*_returned_ids(message), *_MESSAGE_ID.findall(text))))
    tokens = _plus_tokens(message)
    if not ids and not tokens:
        return None
    codes = [code for code in _STATUS.findall(text) if code[0] in "45"]
    if _DELAY.search(_text(message, "subject")) and not any(code[0] == "5" for code in codes):
        return None  # a warning that it takes longer: it is still on its way
    return Bounce(
        tokens=tokens,
        message_ids=ids,
        status=codes[0] if codes else "5.0.0",
        detail=_one_line(_text(message, "subject")),
    )


def _status_fields(message: Message) -> dict[str, str]:
    """The fields of the first recipient in ``message/delivery-status``, names in lower case."""
    for part in message.walk():
        if part.get_content_type() != "message/delivery-status":
            continue
        groups = part.get_payload()
        blocks = [block for block in groups if isinstance(block, Message)] if isinstance(groups, list) else []
        for block in blocks:
            if block.get("Final-Recipient") or block.get("Action"):
                return {name.lower(): str(value) for name, value in block.items()}
    return {}


def _returned_ids(message: Message) -> tuple[str, ...]:
    """The Message-IDs of the mail that is returned in the letter, whole or its header only."""
    found: list[str] = []
    for part in message.walk():
        kind = part.get_content_type()
        if kind == "text/rfc822-headers":
            found += _MESSAGE_ID.findall(_payload(part))
        elif kind == "message/rfc822":
            inner = part.get_payload()
            if isinstance(inner, list) and inner and isinstance(inner[0], Message):
                found += re.findall(r"<[^<>\s]{3,500}>", str(inner[0].get("Message-ID", "")))
    return tuple(dict.fromkeys(found))


def _plus_tokens(message: Message) -> tuple[str, ...]:
    addresses = " ".join(str(value) for name in _ADDRESSES for value in message.get_all(name, []))
    return tuple(token.lower() for token in _PLUS.findall(addresses))


def _bodies(message: Message) -> Iterator[str]:
    return (_payload(part) for part in message.walk() if part.get_content_maintype() == "text")


def _payload(part: Message) -> str:
    payload = part.get_payload(decode=True)
    return payload.decode("utf-8", "replace")[:100_000] if isinstance(payload, bytes) else ""


def _text(message: Message, name: str) -> str:
    found = next((value for key, value in message.raw_items() if key.lower() == name), "")
    value = str(found).encode("utf-8", "surrogateescape").decode("utf-8", "replace")  # raw UTF-8 is not rare
    try:
        return str(make_header(decode_header(value)))
    except (MessageError, LookupError, ValueError):  # a charset or an encoding that does not exist
        return value


def _one_line(text: str) -> str:
    return " ".join(text.split())[:300]

"""A mailbox read over IMAP (RFC 3501): verified TLS, nothing is changed in it, its letters may be anything."""

from __future__ import annotations

import base64
import imaplib
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from digest.errors import TransportUnusable
from digest.mail.tls import tls_context

#: Of a letter, more than this is not read: a report stands at the beginning, the returned mail behind it.
MAX_LETTER = 262_144
_BATCH = 50
_UID = re.compile(rb"\bUID (\d+)")


@dataclass(frozen=True, kw_only=True, slots=True)
class ImapAccount:
    """Where the mailbox is and how it is opened."""

    host: str
    port: int
    username: str
    password: str = field(repr=False)
    security: Literal["tls", "starttls"] = "tls"
    ca_file: Path | None = None
    #: seconds for each command
    timeout: float = 60.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Letter:
    """One letter as the server has it, cut after ``MAX_LETTER`` bytes."""

    uid: int
    raw: bytes = field(repr=False)


class Folder:
    """An open folder, read-only."""

    def __init__(self, connection: imaplib.IMAP4, name: str) -> None:
        self._connection = connection
        self.name = name
        _ok(connection.select(_quoted(name), readonly=True), f"there is no folder {name}")
        found = connection.response("UIDVALIDITY")[1]
        #: numbers of letters are valid together with this one
        self.uidvalidity = int(found[0]) if found and found[0] else 0

    def letters(self, after: int) -> Iterator[Letter]:
        """The letters with a number above ``after``, in order."""
        (found,) = _ok(self._connection.uid("SEARCH", f"UID {after + 1}:*"), "cannot be searched")
        # "n:*" always gives the last letter, also when its number is below n
        numbers = sorted(number for number in map(int, (found or b"").split()) if number > after)
        for start in range(0, len(numbers), _BATCH):
            wanted = ",".join(map(str, numbers[start : start + _BATCH]))
            answer = _ok(self._connection.uid("FETCH", wanted, f"(UID BODY.PEEK[]<0.{MAX_LETTER}>)"), "cannot be read")
            letters = [_letter(item) for item in answer if isinstance(item, tuple)]
            yield from sorted((letter for letter in letters if letter), key=lambda letter: letter.uid)

    def has(self, message_id: str) -> bool:
        """Whether a letter with this Message-ID is there."""
        safe = message_id.replace("\\", "").replace('"', "")
        (found,) = _ok(self._connection.uid("SEARCH", "HEADER", "Message-ID", f'"{safe}"'), "cannot be searched")
        return bool(found)


@contextmanager
def opened(account: ImapAccount, folder: str) -> Iterator[Folder]:
    """Log in and open a folder. ``TransportUnusable`` says in plain words what is wrong."""
    where = f"{account.host}:{account.port}"
    try:
        connection = _connect(account)
        try:
            _log_in(connection, account)
            yield Folder(connection, folder)
        finally:
            _leave(connection)
    except ssl.SSLCertVerificationError as error:
        reason = f"shows a certificate that cannot be trusted ({error.verify_message}); the password was not given away"
        raise TransportUnusable(reason, subject=where) from error
    except imaplib.IMAP4.error as error:
        raise TransportUnusable(_words(error), subject=where) from error
    except UnicodeEncodeError as error:
        raise TransportUnusable("takes only ASCII letters in a user name and a password", subject=where) from error
    except OSError as error:
        raise TransportUnusable(f"cannot be reached: {error.strerror or error}", subject=where) from error


def _connect(account: ImapAccount) -> imaplib.IMAP4:
    context = tls_context(account.ca_file)
    if account.security == "tls":
        return imaplib.IMAP4_SSL(account.host, account.port, ssl_context=context, timeout=account.timeout)
    connection = imaplib.IMAP4(account.host, account.port, timeout=account.timeout)
    try:
        connection.starttls(context)
    except BaseException:
        connection.shutdown()
        raise
    return connection


def _log_in(connection: imaplib.IMAP4, account: ImapAccount) -> None:
    connection.login(account.username, account.password)
    if "ID" in connection.capabilities:
        # NetEase (163, 126) opens no folder for a client without a name (RFC 2971)
        connection.xatom("ID", '("name" "digest")')


def _leave(connection: imaplib.IMAP4) -> None:
    try:
        connection.logout()
    except (OSError, imaplib.IMAP4.error):
        connection.shutdown()


def _letter(item: tuple[bytes, bytes]) -> Letter | None:
    found = _UID.search(item[0])
    return Letter(uid=int(found[1]), raw=item[1]) if found else None


def _ok(answer: tuple[str, list[Any]], reason: str) -> list[Any]:
    status, data = answer
    if status != "OK":
        words = b" ".join(part for part in data if isinstance(part, bytes)).decode("utf-8", "replace")
        raise imaplib.IMAP4.error(f"{reason} ({words[:200]})")
    return data


def _words(error: imaplib.IMAP4.error) -> str:
    first = error.args[0] if error.args else ""
    text = first.decode("utf-8", "replace") if isinstance(first, bytes) else str(first)
    return " ".join(text.split())[:300] or "the server does not speak IMAP"


def _quoted(name: str) -> str:
    r"""A folder's name in modified UTF-7 (RFC 3501 5.1.3), quoted.

    >>> _quoted("Sent Messages"), _quoted("已发送")
    ('"Sent Messages"', '"&XfJT0ZAB-"')
    """
    encoded = re.sub(r"[^ -~]+|&", _shifted, name)
    return '"' + encoded.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _shifted(found: re.Match[str]) -> str:
    if found[0] == "&":
        return "&-"
    return "&" + base64.b64encode(found[0].encode("utf-16-be")).decode().rstrip("=").replace("/", ",") + "-"

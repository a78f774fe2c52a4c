"""Somebody who knows: whether a message whose answer was lost has been accepted (RFC 1047).

An answer is True, False or None. "No" is only said by a witness who proves to have been looking: a log that covers the
moment, a folder that holds other mail of ours. A wrong "no" would be a second copy.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Protocol

from digest.mail.imap import ImapAccount, opened


@dataclass(frozen=True, kw_only=True, slots=True)
class Doubt:
    """A message that may have been accepted."""

    message_id: str
    #: when its body began to leave
    since: datetime


class Witness(Protocol):
    """Somebody to ask."""

    @property
    def patience(self) -> timedelta:
        """How old a doubt must be before "no" is an answer: the server may still be at work on the message."""

    def ask(self, doubts: Sequence[Doubt], known: Sequence[str], now: datetime) -> dict[str, bool | None]:
        """Message-ID → accepted or not; None when nobody can tell. ``known`` were accepted lately."""


class PostfixLog:
    """The log of the Postfix on this machine that the mail was handed to.

    Accepted means that one queue id has both a ``message-id=`` line (cleanup) and a ``from=`` line (qmgr): the first
    alone is also written for mail that was never completed.
    """

    patience = timedelta(seconds=3)
    #: RFC 5321 4.5.3.2.6: so long a server may work on a message it has wholly, as when a milter looks at it
    work = timedelta(minutes=10)

    def __init__(self, path: Path) -> None:
        self.path = path

    def ask(self, doubts: Sequence[Doubt], known: Sequence[str], now: datetime) -> dict[str, bool | None]:
        """Read the log, and the ones rotated away, once for all doubts."""
        if not doubts:
            return {}
        record = _Record()
        for line in self._lines():
            record.read(line, now)
        accepted, at_work = record.accepted, record.at_work
        knows = bool(accepted & set(known))
        return {
            doubt.message_id: True
            if doubt.message_id in accepted
            else False
            if now - doubt.since >= (self.work if doubt.message_id in at_work else self.patience)
            and record.covers(doubt.since, trusted=knows)
            else None
            for doubt in doubts
        }

    def _lines(self) -> Iterator[str]:
        """Oldest first."""
        for path in (Path(f"{self.path}.1.gz"), Path(f"{self.path}.1"), self.path):
            opener = gzip.open if path.suffix == ".gz" else open
            try:
                with opener(path, "rt", encoding="utf-8", errors="replace") as file:
                    yield from file
            except (OSError, EOFError, zlib.error):
                continue  # not there, not ours to read, or half compressed: then it does not testify


class _Record:
    """What a log says."""

    _ID = re.compile(r"/cleanup\[\d+\]: (\w+): message-id=(<[^>\s]+>)")
    _ACTIVE = re.compile(r"/qmgr\[\d+\]: (\w+): from=<")
    _OPEN = re.compile(r"/smtpd\[(\d+)\]: (\w+): client=")
    _END = re.compile(r"/smtpd\[(\d+)\]: (?:disconnect|lost connection|timeout) ")
    _CONNECT = re.compile(r"/smtpd\[\d+\]: connect from ")
    #: a connection may have been open for so long before the message went over it
    _REUSE = timedelta(seconds=330)

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}
        self._active: set[str] = set()
        #: process → queue id of its transaction
        self._open: dict[str, str] = {}
        self._begin: datetime | None = None
        self._connects: list[datetime] = []

    def read(self, line: str, now: datetime) -> None:
        """Take one line in."""
        if found := self._ID.search(line):
            self._ids[found[1]] = found[2]
        elif found := self._ACTIVE.search(line):
            self._active.add(found[1])
        elif found := self._OPEN.search(line):
            self._open[found[1]] = found[2]
        elif found := self._END.search(line):
            self._open.pop(found[1], None)
        if self._begin is None or self._CONNECT.search(line):
            at = _instant(line, now)
            self._begin = self._begin or at
            if at:
                self._connects.append(at)

    @property
    def accepted(self) -> set[str]:
        """The Message-IDs of mail that was queued."""
        return {message_id for queue_id, message_id in self._ids.items() if queue_id in self._active}

    @property
    def at_work(self) -> set[str]:
        """The Message-IDs of mail that has come in at least in part, over a connection that is still open."""
        return {self._ids[queue_id] for queue_id in self._open.values() if queue_id in self._ids} - self.accepted

    def covers(self, moment: datetime, *, trusted: bool) -> bool:
        """Whether the log was being written at that moment, by the server that the mail went to."""
        if self._begin is None or self._begin > moment:
            return False
        window = (moment - self._REUSE, moment + timedelta(seconds=2))
        return trusted or any(window[0] <= at <= window[1] for at in self._connects)


def _instant(line: str, now: datetime) -> datetime | None:
    """The time of a log line: RFC 3339, or ``Nov 22 08:00:01`` in local time without a year."""
    first, *rest = line.split(" ", 1)
    try:
        return datetime.fromisoformat(first).astimezone(UTC)
    except ValueError:
        pass
    words = line.split(maxsplit=3)[:3] if rest else []
    for year in (now.year, now.year - 1):
        try:
            local = datetime.strptime(f"{year} {' '.join(words)}", "%Y %b %d %H:%M:%S")  # noqa: DTZ007 - local
        except ValueError:
            continue
        if (at := local.astimezone(UTC)) <= now + timedelta(days=1):
            return at
    return None


class SentFolder:
    """The folder in which the provider keeps what the account sent over SMTP."""

    #: a remote server may take its time with a message
    patience = timedelta(minutes=10)

    def __init__(self, account: ImapAccount, folder: str) -> None:
        self.account = account
        self.folder = folder

    def ask(self, doubts: Sequence[Doubt], known: Sequence[str], now: datetime) -> dict[str, bool | None]:
        """Search by Message-ID. "No" counts only if mail that was accepted lately is in the folder."""
        if not doubts:
            return {}
        with opened(self.account, self.folder) as folder:
            keeps = any(folder.has(message_id) for message_id in known)
            answers: dict[str, bool | None] = {}
            for doubt in doubts:
                absent = False if keeps and now - doubt.since >= self.patience else None
                answers[doubt.message_id] = folder.has(doubt.message_id) or absent
        return answers

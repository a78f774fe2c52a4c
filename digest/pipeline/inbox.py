"""Read the inbox: what came back, who complains, who wants no more mail; and act on it. No web server is needed.

Acting twice on one letter changes nothing: a message bounces once, a spent token names nobody. So a run may die at any
point, and a letter may be sent again by anybody.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from digest.config import Settings
from digest.errors import ConfigError, MailError
from digest.mail import Sender, unsubscribe_token
from digest.mail.imap import ImapAccount, Letter, opened
from digest.mail.letters import Bounce, Complaint, Notice, Unsubscription, is_hard, read_letter
from digest.model import DeliveryState, SuppressionReason
from digest.pipeline.outfit import imap_account
from digest.store import Store, deliveries, facts, mailboxes, messages, pacing, suppressions

log = logging.getLogger(__name__)

#: Name of the fact: when the daemon last looked, and what kept it from reading.
FACT = "inbox"
#: Providers do not like clients that log in more often.
_PAUSE = timedelta(minutes=15)


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """What was done about one letter."""

    #: ``bounced``, ``complaint``, ``unsubscribed``, or ``ignored`` for a token that is forged or spent
    what: str
    email: str | None
    detail: str
    #: whether the reader is written to no more
    suppressed: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class InboxReport:
    """What one look into the inbox found."""

    letters: int
    findings: tuple[Finding, ...]
    #: False when it was stopped before the last letter
    finished: bool = True


def look(
    store: Store,
    settings: Settings,
    sender: Sender,
    clock: Callable[[], datetime],
    *,
    stop: Callable[[], bool] = lambda: False,
) -> InboxReport | None:
    """Read the inbox for the daemon, if there is one and it was not read in the last 15 minutes.

    What keeps it from being read is told once in the log and kept as a fact; nothing is raised for it. A mailbox that
    was not read to its end (``stop``) is read on the next time.
    """
    now = clock()
    with store.read() as conn:
        before = facts.get(conn, FACT)
    known: dict[str, Any] = before.value if before else {"fault": None, "finished": True}
    rests = before is not None and known["finished"] and timedelta(0) <= now - before.at < _PAUSE
    if settings.mail.inbox is None or rests or stop():
        return None
    report, fault = None, None
    _note(store, now, fault=known["fault"], finished=True)  # before the login: a crash must not make it one a minute
    try:
        account = imap_account(settings)
        if account is not None:
            report = poll(store, sender, account, settings.mail.inbox.folder, clock, stop=stop)
    except (MailError, ConfigError) as error:
        fault = str(error)
        if fault != known["fault"]:
            log.warning("the inbox cannot be read: %s", fault)
    _note(store, now, fault=fault, finished=report is None or report.finished)
    for finding in report.findings if report else ():
        log.info("inbox: %s %s: %s", finding.what, finding.email or "", finding.detail)
    return report


def _note(store: Store, now: datetime, *, fault: str | None, finished: bool) -> None:
    with store.transaction() as conn:
        facts.put(conn, FACT, {"fault": fault, "finished": finished}, now)


def poll(
    store: Store,
    sender: Sender,
    account: ImapAccount,
    folder: str,
    clock: Callable[[], datetime],
    *,
    stop: Callable[[], bool] = lambda: False,
) -> InboxReport:
    """Read the letters that are new and act on each in a transaction of its own. The caller holds the lock.

    ``stop`` is asked between two letters.
    """
    name = f"{account.username}@{account.host}/{folder}"
    count = 0
    findings: list[Finding] = []
    with opened(account, folder) as box:
        with store.read() as conn:
            after = mailboxes.read_until(conn, name, box.uidvalidity)
        readers = _Readers(sender)
        for letter in box.letters(after):
            if stop():
                return InboxReport(letters=count, findings=tuple(findings), finished=False)
            count += 1
            with store.transaction() as conn:
                finding = act(conn, sender, readers, letter, clock())
                mailboxes.advance(conn, name, box.uidvalidity, letter.uid)
            findings += [finding] if finding else []
    return InboxReport(letters=count, findings=tuple(findings))


class _Readers:
    """Unsubscribe token → reader. The tokens are one-way, so all readers are tried, once."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender
        self._known: dict[str, str] | None = None

    def find(self, conn: Connection, token: str) -> str | None:
        """Whose token it is; None for one that is forged, or was spent when its reader came back."""
        if self._known is None:
            key = self._sender.secret_key
            self._known = {
                unsubscribe_token(key, email, generation): email for email, generation in suppressions.readers(conn)
            }
        return self._known.get(token)


def act(conn: Connection, sender: Sender, readers: _Readers, letter: Letter, now: datetime) -> Finding | None:
    """What one letter changes; None for one that is nothing to us."""
    match _read(letter):
        case Bounce() as bounce:
            return _bounced(conn, sender, bounce, now)
        case Complaint() as complaint:
            return _complained(conn, sender, complaint, now)
        case Unsubscription() as wish:
            return _unsubscribed(conn, readers, wish, now)
    return None


def _read(letter: Letter) -> Notice | None:
    try:
        return read_letter(letter.raw)
    except Exception:  # noqa: BLE001 - the parsers of the standard library stumble over hostile letters in many ways
        log.warning("letter %d of the inbox cannot be read; passed over", letter.uid)
        return None


def _bounced(conn: Connection, sender: Sender, bounce: Bounce, now: datetime) -> Finding:
    number = _delivery(conn, sender, bounce.tokens, bounce.message_ids)
    if number is None:
        return Finding(what="ignored", email=None, detail=f"it returns no mail of ours: {bounce.detail}")
    delivery = deliveries.get(conn, number)
    reader, hard = delivery.email, is_hard(bounce.status)
    reply = f"{bounce.status} {bounce.detail}".strip()
    # first "the mailbox is busy", then "there is no such mailbox": the second is news
    worse = hard and delivery.state is DeliveryState.BOUNCED and not suppressions.has_bounced(conn, number, "hard")
    if not deliveries.mark_bounced(conn, number, now=now, reply=reply) and not worse:
        return Finding(what="ignored", email=reader, detail=f"it was known already: {reply}")
    suppressions.note_bounce(
        conn,
        email=reader,
        delivery_id=number,
        at=now,
        status=bounce.status,
        kind="hard" if hard else "soft",
        detail=bounce.detail,
    )
    days = {at.date() for at in suppressions.bounce_days(conn, reader, "hard")}
    gone = hard and len(days) > 1
    if gone:
        suppressions.suppress(conn, reader, reason=SuppressionReason.BOUNCED, now=now, detail=reply)
    return Finding(what="bounced", email=reader, detail=reply, suppressed=gone)


def _complained(conn: Connection, sender: Sender, complaint: Complaint, now: datetime) -> Finding:
    number = _delivery(conn, sender, complaint.tokens, complaint.message_ids)
    reader = None if number is None else deliveries.get(conn, number).email
    if number is None or reader is None or not deliveries.mark_unsubscribed(conn, number, now=now, reply="complaint"):
        return Finding(what="ignored", email=reader, detail="a complaint that names no mail of ours, or was known")
    suppressions.suppress(conn, reader, reason=SuppressionReason.COMPLAINT, now=now)
    return Finding(what="complaint", email=reader, detail="told the provider that it is spam", suppressed=True)


def _unsubscribed(conn: Connection, readers: _Readers, wish: Unsubscription, now: datetime) -> Finding:
    reader = next((found for token in wish.tokens if (found := readers.find(conn, token))), None)
    if reader is None:
        return Finding(what="ignored", email=None, detail="a wish to unsubscribe with a forged or spent token")
    fresh = suppressions.suppress(conn, reader, reason=SuppressionReason.UNSUBSCRIBED, now=now, detail="asked by mail")
    if not fresh:
        return Finding(what="ignored", email=reader, detail="was unsubscribed already")
    last = pacing.last_to(conn, reader, DeliveryState.SENT)
    if last is not None:
        deliveries.mark_unsubscribed(conn, last, now=now, reply="asked by mail to be taken off the list")
    return Finding(what="unsubscribed", email=reader, detail="asked by mail", suppressed=True)


def _delivery(conn: Connection, sender: Sender, tokens: tuple[str, ...], message_ids: tuple[str, ...]) -> int | None:
    """Which of our messages a letter is about, by what nobody can guess."""
    local, _, domain = (sender.bounce_mailbox or "").rpartition("@")
    for token in tokens if local else ():
        if (found := messages.delivery_of(conn, mail_from=f"{local}+{token}@{domain}", message_id=None)) is not None:
            return found
    for message_id in message_ids:
        if (found := messages.delivery_of(conn, mail_from=None, message_id=message_id)) is not None:
            return found
    return None

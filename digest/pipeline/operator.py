"""Letters to the operator: why an edition that was due brought nobody any mail, and a letter to try the account.

Written at most once: that somebody is told is in the store before the letter leaves. A letter lost to a crash is better
than one every minute.
"""

from __future__ import annotations

import html
import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from digest.config import Settings
from digest.errors import MailError
from digest.mail import Outcome, OutcomeKind, Sender, Transport, compose, compose_body, message_id
from digest.mail.pace import BREAKER_WINDOW, is_broken
from digest.model import DeliveryState
from digest.pipeline import metrics
from digest.slots import OccasionOutcome
from digest.store import Store, deliveries, occasions, pacing, pauses
from digest.store.occasions import Occasion

log = logging.getLogger(__name__)

_PAGE = '<!DOCTYPE html>\n<html lang="en"><body><pre style="white-space:pre-wrap">{}</pre></body></html>\n'
_ON_THE_WAY = (DeliveryState.QUEUED, DeliveryState.SENDING)
_LEFT = (DeliveryState.SENT, DeliveryState.BOUNCED, DeliveryState.UNSUBSCRIBED)
#: nobody needs to wonder about these
_NO_SILENCE = frozenset({"sent", "waiting", OccasionOutcome.CAUGHT_UP.value})
#: how long it is looked whether mail came to grief after the letter about its edition; more than it takes to expire
_LOOKED_AT = timedelta(days=30)


def fate(conn: Connection, occasion: Occasion) -> str:
    """What became of a slot in one word: that of its outcome, or of the mail of its edition.

    ``sent``, ``waiting`` (queued or to be tried again), ``held``, ``failed``, ``expired`` and ``suppressed`` (no reader
    wants mail) tell of the mail.
    """
    if occasion.outcome is not OccasionOutcome.MADE:
        return occasion.outcome.value
    counts = deliveries.counts(conn, occasion.edition_id)
    if counts[DeliveryState.HELD] or counts[DeliveryState.IN_DOUBT]:
        return "held"
    for state in (DeliveryState.FAILED, DeliveryState.EXPIRED):
        if counts[state]:
            return state.value
    if any(counts[state] for state in (*_ON_THE_WAY, DeliveryState.RETRY)):
        return "waiting"
    return "sent" if any(counts[state] for state in _LEFT) or not any(counts.values()) else "suppressed"


def follow_up(store: Store, settings: Settings, sender: Sender, transport: Transport | None, now: datetime) -> None:
    """What comes after the job: the letter to the operator, if there is a transport, and the figures."""
    if transport is not None:
        write_to_operator(store, settings, sender, transport, now)
    if settings.operation.metrics:
        metrics.write(settings.operation.metrics, metrics.text(store, settings, now))


def write_to_operator(store: Store, settings: Settings, sender: Sender, transport: Transport, now: datetime) -> bool:
    """Write one letter about all that is to be told; True if it left. Nothing without an operator.

    While the account rests, all of it waits: a letter would be lost.
    """
    address, letters = settings.operation.operator, settings.operation.letters
    with store.transaction() as conn:
        pause = pauses.last(conn, pauses.ACCOUNT)
        if pause and pause.holds(now):
            return False
        untold = occasions.untold(conn, since=now - _LOOKED_AT)
        ready = [o for o in untold if not _is_on_its_way(conn, o) or _is_stopped(conn, o)]
        lines = [_line(conn, settings, o) for o in ready if letters == "always" or fate(conn, o) not in _NO_SILENCE]
        occasions.mark_told(conn, [(o.schedule, o.slot) for o in ready], now)
    if address is None or letters == "never" or not lines:
        return False
    subject = f"digest: {lines[0]}" if len(lines) == 1 else f"digest: {len(lines)} editions"
    text = "\n".join(lines) + f"\n\nConfiguration: {settings.path}\nMore: digest status, digest history\n"
    try:
        with transport:
            outcome = send_letter(sender, transport, to=address, subject=subject, text=text, now=now)
    except MailError as error:
        log.warning("the operator could not be written to: %s", error)
        return False
    if outcome.kind is not OutcomeKind.SENT:
        log.warning("the operator could not be written to: %s", outcome.detail)
    return outcome.kind is OutcomeKind.SENT


def send_letter(sender: Sender, transport: Transport, *, to: str, subject: str, text: str, now: datetime) -> Outcome:
    """Send plain words to one address, at once. Raises MailError when the account or the address cannot be used."""
    key = f"letter:{now.isoformat()}"
    envelope = compose(
        replace(sender, unsubscribe_mailbox=None, unsubscribe_url=None),  # no list to be taken off
        edition=key,
        to_email=to,
        to_name=None,
        subject=subject,
        body=compose_body(text, _PAGE.format(html.escape(text))),
        message_id=message_id(sender, key, to),
        date=now.replace(microsecond=0),
        languages=("en",),
    )
    return transport.deliver(envelope, lambda: None)


def told(occasions_: Sequence[Occasion], conn: Connection) -> list[dict[str, Any]]:
    """Occasions for JSON and tables: slot, instants, fate, reason, who had no match, deliveries by state."""
    return [
        {
            "schedule": o.schedule,
            "slot": o.slot,
            "due_at": o.due_at.isoformat(),
            "decided_at": o.decided_at.isoformat(),
            "outcome": o.outcome.value,
            "fate": fate(conn, o),
            "reason": o.reason,
            "silent": list(o.silent),
            "deliveries": _deliveries(conn, o),
        }
        for o in occasions_
    ]


def _deliveries(conn: Connection, occasion: Occasion) -> dict[str, int]:
    if occasion.edition_id is None or occasion.outcome is OccasionOutcome.CAUGHT_UP:
        return {}
    return {state.value: n for state, n in deliveries.counts(conn, occasion.edition_id).items() if n}


def _is_on_its_way(conn: Connection, occasion: Occasion) -> bool:
    """Whether the first attempts at its mail are still to be made."""
    if occasion.edition_id is None:
        return False
    counts = deliveries.counts(conn, occasion.edition_id)
    return any(counts[state] for state in _ON_THE_WAY)


def _is_stopped(conn: Connection, occasion: Occasion) -> bool:
    """Whether the rest of its mail waits for the operator, because too many of its first readers were refused."""
    return occasion.edition_id is not None and is_broken(pacing.opening(conn, occasion.edition_id, BREAKER_WINDOW)[1])


def _line(conn: Connection, settings: Settings, occasion: Occasion) -> str:
    schedule = settings.schedules.get(occasion.schedule)
    zone = schedule.zone if schedule else ZoneInfo("UTC")
    due = f"{occasion.due_at.astimezone(zone):%Y-%m-%d %H:%M}"
    return f"{occasion.schedule}, due {due}: {fate(conn, occasion)} ({occasion.reason})"

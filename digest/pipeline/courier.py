"""One connection at work: claim a delivery, hand it over, write down what became of it; and what stops a run."""

from __future__ import annotations

import logging
import os
import secrets
import threading
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum, auto

from sqlalchemy import Connection

from digest.errors import DigestError, StoreError, TransportUnusable
from digest.mail import Limits, Maildir, Outcome, OutcomeKind, Sender, Transport, asks_to_slow_down
from digest.mail.pace import BREAKER_WINDOW, is_broken
from digest.model import Delivery
from digest.pipeline.envelopes import Envelopes
from digest.pipeline.pacer import Pacer
from digest.store import Store, deliveries, pacing, pauses

log = logging.getLogger(__name__)

#: So many connections in a row that come to nothing end a run: the server is down.
_FAILURES = 3
#: The account rests so long after a refusal, and so long when it is refused again.
_REST = (timedelta(minutes=15), pauses.LONGEST)
_DAY = timedelta(days=1)
_STEP = 1.0


class _Claim(Enum):
    """Why there is no delivery."""

    NONE = auto()
    #: ask again in a moment
    LATER = auto()


@dataclass(kw_only=True)
class Round:
    """What all connections of one run share. Everything below ``lock`` is only touched while it is held."""

    store: Store
    sender: Sender
    clock: Callable[[], datetime]
    sleep: Callable[[float], None]
    stop: Callable[[], bool]
    progress: Callable[[Delivery, str], None] | None
    limits: Limits
    #: when waiting for the pace ends; None: never
    waits_until: datetime | None = None
    lock: threading.RLock = field(default_factory=threading.RLock)
    #: why nothing more is sent
    halted: str | None = None
    #: editions that wait
    broken: set[int] = field(default_factory=set)
    results: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    #: connections in a row that came to nothing, and refusals in a row that are our own fault
    failures: int = 0
    ours: int = 0
    #: the words of the last refusal that was our own fault
    disowned: str | None = None

    def __post_init__(self) -> None:
        """Count what went out lately."""
        self.envelopes = Envelopes(self.store, self.sender)
        with self.store.read() as conn:
            sent = pacing.sent_around(conn, self.clock(), _DAY) if self.limits.per_day else 0
        self.pacer = Pacer(self.limits, sent_today=sent)

    def is_broken(self, conn: Connection, edition_id: int) -> bool:
        """Whether too many of the edition's first readers were refused."""
        _, refused = pacing.opening(conn, edition_id, BREAKER_WINDOW)
        return is_broken(refused)

    def halt(self, reason: str, *, rest: bool = False) -> None:
        """Send nothing more in this run; with ``rest``, the daemon leaves the account alone for a while."""
        if self.halted is None:
            self.halted = reason
            log.error("nothing more is sent: %s", reason)
        if rest:
            with self.store.transaction() as conn:
                again = pauses.last(conn, pauses.ACCOUNT) is not None
                pauses.pause(conn, pauses.ACCOUNT, until=self.clock() + _REST[again], reason=reason)


class Courier:
    """One connection, known to the store by a name of its own."""

    def __init__(self, turn: Round, transport: Transport) -> None:
        self.turn = turn
        self.transport = transport
        self.owner = f"{os.getpid()}-{secrets.token_hex(4)}"

    def work(self) -> None:
        """Serve readers until nothing is due, the run is stopped, or something is wrong with all of them."""
        turn = self.turn
        while not turn.halted and not turn.stop():
            with turn.lock:
                claimed = self._claim()
            if claimed is _Claim.LATER:
                turn.sleep(_STEP)
                continue
            if not isinstance(claimed, Delivery):
                return
            try:
                result = self._serve(claimed)
            except TransportUnusable as error:
                with turn.lock:
                    self._give_back(claimed, str(error))
                    turn.halt(str(error), rest=True)
                return
            with turn.lock:
                turn.results.append(result)
                if turn.progress:
                    turn.progress(claimed, result)

    def _claim(self) -> Delivery | _Claim:
        turn = self.turn
        now = turn.clock()
        if turn.pacer.is_exhausted:
            with turn.store.read() as conn:
                left = pacing.is_due(conn, now)
            if left:
                limit = turn.limits.per_day
                turn.halt(f"the account has sent all it may in 24 hours ({limit}); the rest goes out later")
            return _Claim.NONE
        if turn.pacer.delay(now):
            return self._wait_or_leave(now)
        busy = frozenset(turn.pacer.busy_domains(now))
        avoid = deliveries.Avoid(domains=busy, editions=frozenset(turn.broken))
        with turn.store.transaction() as conn:
            claimed = deliveries.claim(conn, owner=self.owner, now=now, avoid=avoid)
        if claimed is not None:
            turn.pacer.count(claimed.email.rpartition("@")[2], now)
            return claimed
        with turn.store.read() as conn:
            due = bool(busy) and pacing.is_due(conn, now, busy)
        return self._wait_or_leave(now) if due else _Claim.NONE

    def _wait_or_leave(self, now: datetime) -> _Claim:
        until = self.turn.waits_until
        return _Claim.LATER if until is None or now < until else _Claim.NONE

    def _serve(self, delivery: Delivery) -> str:
        """Compose, hand over, write down; returns the state it led to."""
        turn = self.turn
        try:
            sealed = turn.envelopes.of(delivery)
        except StoreError:  # no fault of the message: it stays as it is, and the run ends
            raise
        except DigestError as error:  # a message that cannot be composed is refused for good, alone
            return self._record(delivery, Outcome(kind=OutcomeKind.PERM, detail=str(error)))
        doubted, handed_to = False, handed(self.transport)

        def before_dot() -> None:
            nonlocal doubted
            with turn.lock, turn.store.transaction() as conn:
                sealed.freeze(conn, delivery)
                deliveries.mark_in_doubt(conn, delivery.id, owner=self.owner, now=turn.clock(), reply=handed_to)
            doubted = True

        outcome = self.transport.deliver(sealed.envelope, before_dot)
        if outcome.kind is OutcomeKind.SENT and not doubted:  # already there: a run died before it wrote that down
            before_dot()
        return self._record(delivery, outcome)

    def _give_back(self, delivery: Delivery, why: str) -> None:
        """The account is at fault, not the message: it waits, and the attempt does not count."""
        with self.turn.store.transaction() as conn:
            deliveries.release(conn, delivery.id, owner=self.owner, now=self.turn.clock(), reply=why)

    def _record(self, delivery: Delivery, outcome: Outcome) -> str:
        if outcome.kind is OutcomeKind.UNKNOWN:
            log.warning("%s: no answer after the message was handed over; held", delivery.email)
            with self.turn.lock:  # else a server that never answers would leave the whole list in doubt
                self.turn.failures += 1
                if self.turn.failures >= _FAILURES:
                    self.turn.halt(f"the server takes mail and does not say whether it accepts it ({outcome.detail})")
            return "in_doubt"
        with self.turn.lock:
            result = self._write(delivery, outcome)
            self._draw_conclusions(delivery, outcome, result)
        return result

    def _write(self, delivery: Delivery, outcome: Outcome) -> str:
        now, owner, code, reply = self.turn.clock(), self.owner, outcome.code, outcome.detail
        with self.turn.store.transaction() as conn:
            if outcome.kind is OutcomeKind.SENT:
                deliveries.mark_sent(conn, delivery.id, owner=owner, now=now, code=code, reply=reply)
                if self.turn.ours or self.turn.failures or "sent" not in self.turn.results:
                    pauses.end(conn, pauses.ACCOUNT)
                return "sent"
            log.warning("%s: not sent: %s", delivery.email, reply)
            if outcome.kind is OutcomeKind.PERM:
                deliveries.mark_failed(conn, delivery.id, owner=owner, now=now, code=code, reply=reply)
                return "failed"
            if outcome.kind is OutcomeKind.OURS:
                later = now + _REST[0]  # behind the others: one strict server must not stand in everybody's way
                deliveries.release(conn, delivery.id, owner=owner, now=now, next_at=later, code=code, reply=reply)
                return "ours"
            next_at = deliveries.retry_at(delivery.attempts, now, jitter=_jitter(delivery))
            deliveries.mark_retry(conn, delivery.id, owner=owner, now=now, next_at=next_at, code=code, reply=reply)
            return "retry"

    def _draw_conclusions(self, delivery: Delivery, outcome: Outcome, result: str) -> None:
        """What one message tells about the others."""
        turn, kind = self.turn, outcome.kind
        unreachable = kind is OutcomeKind.NOT_SENT or outcome.code == 421
        turn.failures = turn.failures + 1 if unreachable else 0
        if kind is not OutcomeKind.NOT_SENT:
            turn.ours = turn.ours + 1 if kind is OutcomeKind.OURS else 0
        if kind is OutcomeKind.OURS:
            turn.disowned = f"our mail is not accepted as ours ({outcome.code} {outcome.detail})"
        if result == "sent" and isinstance(self.transport, Maildir):
            turn.places.append(outcome.detail)
        if kind is OutcomeKind.TEMP and asks_to_slow_down(outcome.detail):
            turn.halt(f"the server asks to send less ({outcome.code} {outcome.detail})", rest=True)
        elif turn.failures >= _FAILURES:
            turn.halt(f"the server cannot be reached or sends us away ({outcome.detail})")
        elif turn.ours >= _FAILURES and turn.disowned:
            turn.halt(turn.disowned, rest=True)
        elif result == "failed":
            with turn.store.read() as conn:
                if turn.is_broken(conn, delivery.edition_id):
                    log.error("too many of the first readers of this edition were refused for good; the rest waits")
                    turn.broken.add(delivery.edition_id)


def handed(transport: Transport) -> str:
    """What the log of a delivery says while nobody knows whether it arrived."""
    return f"handed to {transport.where}, no answer"


def _jitter(delivery: Delivery) -> float:
    """From -1 to 1, by chance but always the same for this attempt."""
    return zlib.crc32(f"{delivery.message_id} {delivery.attempts}".encode()) / 0x7FFFFFFF - 1

"""How fast mail may leave. Pure: every decision takes ``now``.

A ``Bucket`` fills with time and is emptied by messages: short bursts pass, the average does not rise above the limit.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """What one account may send; None is no limit."""

    per_minute: int | None = None
    #: in any 24 hours
    per_day: int | None = None
    #: to the readers of one domain
    per_domain_minute: int | None = None
    #: over one connection
    per_connection: int = 50
    #: connections at the same time
    connections: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Bucket:
    """At most ``per_minute`` messages in a minute on average, a quarter of them (at least one) at once."""

    per_minute: int
    #: messages that may leave now, as of ``at``
    level: float
    at: datetime

    @property
    def size(self) -> float:
        """The largest burst."""
        return max(1.0, self.per_minute / 4)


def full(per_minute: int, now: datetime) -> Bucket:
    """A bucket from which nothing was taken yet."""
    bucket = Bucket(per_minute=per_minute, level=0.0, at=now)
    return replace(bucket, level=bucket.size)


def filled(bucket: Bucket, now: datetime) -> Bucket:
    """The bucket as it is now; a clock that was set back fills nothing."""
    seconds = max(0.0, (now - bucket.at) / timedelta(seconds=1))
    return replace(bucket, level=min(bucket.size, bucket.level + seconds * bucket.per_minute / 60), at=now)


def take(bucket: Bucket, now: datetime) -> Bucket:
    """The bucket after one message left.

    >>> from datetime import UTC
    >>> noon = datetime(2026, 11, 22, 12, tzinfo=UTC)
    >>> wait(take(take(full(8, noon), noon), noon), noon)
    datetime.timedelta(seconds=7, microseconds=500000)
    """
    now_filled = filled(bucket, now)
    return replace(now_filled, level=now_filled.level - 1)


def wait(bucket: Bucket, now: datetime) -> timedelta:
    """How long until the next message may leave; zero if at once."""
    missing = 1 - filled(bucket, now).level
    return timedelta(seconds=max(0.0, missing * 60 / bucket.per_minute))


#: Of the first readers of an edition, so many are looked at …
BREAKER_WINDOW = 20
#: … and so many may be refused for good; more means that the mail, not the readers, is at fault.
BREAKER_REFUSALS = 4


def is_broken(refused: int) -> bool:
    """Whether so many refusals among an edition's first ``BREAKER_WINDOW`` readers stop it.

    A broken From or a blocked account would otherwise "fail" the whole list, one by one.
    """
    return refused > BREAKER_REFUSALS

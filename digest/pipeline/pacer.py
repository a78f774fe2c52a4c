"""When the next mail may leave: one for all connections of a run. What to do is decided in ``digest.mail.pace``."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from digest.mail.pace import Bucket, Limits, full, take, wait

_NOW = timedelta(0)
#: in the place of a domain: the account as a whole
_ALL = ""


class Pacer:
    """Counts what leaves. The caller holds a lock around every call."""

    def __init__(self, limits: Limits, *, sent_today: int) -> None:
        self.limits = limits
        self._sent = sent_today
        self._buckets: dict[str, Bucket] = {}

    @property
    def is_exhausted(self) -> bool:
        """Whether the account has sent all it may in 24 hours."""
        return self.limits.per_day is not None and self._sent >= self.limits.per_day

    def delay(self, now: datetime) -> timedelta:
        """How long nothing at all may leave."""
        bucket = self._buckets.get(_ALL)
        return wait(bucket, now) if bucket else _NOW

    def busy_domains(self, now: datetime) -> dict[str, timedelta]:
        """The domains that must wait, and how long."""
        waits = {domain: wait(bucket, now) for domain, bucket in self._buckets.items() if domain}
        return {domain: pause for domain, pause in waits.items() if pause > _NOW}

    def count(self, domain: str, now: datetime) -> None:
        """One message leaves, or tries to."""
        self._sent += 1
        for name, per_minute in ((_ALL, self.limits.per_minute), (domain, self.limits.per_domain_minute)):
            if per_minute is not None:
                # without a burst: a new run, once a minute, must not begin with one
                fresh = replace(full(per_minute, now), level=1.0)
                self._buckets[name] = take(self._buckets.get(name, fresh), now)

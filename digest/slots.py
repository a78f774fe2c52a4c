"""When a schedule is due: pure functions of instants, so that both daylight-saving changes can be tested in a table.

A slot belongs to a *local date*: ``daily:2026-11-22``. Its key has no time in it, so that editing the time of a
schedule after today's edition cannot make a second one. A wall time that occurs twice means its first occurrence; one
that a gap swallows means the first valid instant after the gap.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from digest.model import require_aware

_DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Slot:
    """One firing of a schedule."""

    #: ``schedule:YYYY-MM-DD``
    key: str
    #: in UTC
    at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Timetable:
    """The name of a schedule and when it fires."""

    name: str
    at: time
    #: weekdays, Monday is 0
    days: frozenset[int]
    zone: ZoneInfo

    def due(self, since: datetime, now: datetime) -> tuple[Slot, ...]:
        """Slots whose instant lies in ``(since, now]``, oldest first.

        >>> table = Timetable(name="daily", at=time(8), days=frozenset(range(7)), zone=ZoneInfo("Asia/Shanghai"))
        >>> since = datetime(2026, 11, 22, 1, tzinfo=UTC)
        >>> [s.key for s in table.due(since, since + timedelta(days=2))]
        ['daily:2026-11-23', 'daily:2026-11-24']
        """
        require_aware(since, "since")
        require_aware(now, "now")
        first = since.astimezone(self.zone).date() - _DAY
        last = now.astimezone(self.zone).date()
        return tuple(slot for slot in self._slots(first, last) if since < slot.at <= now)

    def upcoming(self, now: datetime, count: int) -> tuple[Slot, ...]:
        """The next ``count`` slots after ``now``."""
        require_aware(now, "now")
        found: list[Slot] = []
        first = now.astimezone(self.zone).date() - _DAY
        for slot in self._slots(first, None):
            if slot.at > now:
                found.append(slot)
            if len(found) == count:
                break
        return tuple(found)

    def _slots(self, first: date, last: date | None) -> Iterator[Slot]:
        day = first
        while last is None or day <= last:
            if day.weekday() in self.days:
                yield Slot(key=f"{self.name}:{day.isoformat()}", at=instant(day, self.at, self.zone))
            day += _DAY


def instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The UTC instant of a wall time on a local date.

    >>> instant(date(2026, 11, 1), time(1, 30), ZoneInfo("America/New_York")).isoformat()
    '2026-11-01T05:30:00+00:00'
    >>> instant(date(2026, 3, 8), time(2, 30), ZoneInfo("America/New_York")).isoformat()
    '2026-03-08T07:00:00+00:00'
    """
    wall = datetime.combine(day, at, tzinfo=zone)
    utc = wall.astimezone(UTC)
    if utc.astimezone(zone).replace(tzinfo=None) == wall.replace(tzinfo=None):
        return utc
    # in a gap: bisect for the first second whose wall time is not before the wanted one
    low, high = utc - timedelta(hours=36), utc + timedelta(hours=36)
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) / 2
        if middle.astimezone(zone).replace(tzinfo=None) >= wall.replace(tzinfo=None):
            high = middle
        else:
            low = middle
    return high.replace(microsecond=0)

"""When a schedule is due: pure functions of instants, so that both daylight-saving changes can be tested in a table.

A slot belongs to a *local date*: ``daily:2026-11-22``. Its key has no time in it, so that editing the time of a
schedule after today's edition cannot make a second one; only a schedule with several times a day has them in its keys.
A wall time that occurs twice means its first occurrence; one that a gap swallows means the first valid instant after
the gap.
"""

from __future__ import annotations

import calendar
import enum
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from digest.model import require_aware

_DAY = timedelta(days=1)
EVERY_DAY = frozenset(range(7))
#: for ``Timetable.month_day``: the last day of every month
LAST_DAY = 31


class OccasionOutcome(enum.StrEnum):
    """What became of a slot; the states of its deliveries tell the rest."""

    #: an edition that goes to somebody
    MADE = "made"
    #: no new article
    EMPTY = "empty"
    #: new articles, and no reader's filter matched any
    UNMATCHED = "unmatched"
    #: new articles, and nobody subscribes to the schedule
    NOBODY = "nobody"
    #: missed while the program did not run; a later slot's edition covers it
    CAUGHT_UP = "caught up"
    #: waits for a decision of the operator
    HELD = "held"
    #: the edition could not be made; tried again every minute
    FAILED = "failed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Slot:
    """One firing of a schedule."""

    #: ``schedule:YYYY-MM-DD``; ``schedule:YYYY-MM-DDTHH:MM`` of a schedule that fires several times a day
    key: str
    #: in UTC
    at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Timetable:
    """The name of a schedule and when it fires."""

    name: str
    #: wall times of a day on which it fires, ascending
    times: tuple[time, ...]
    zone: ZoneInfo
    #: weekdays, Monday is 0
    days: frozenset[int] = EVERY_DAY
    #: once a month, on this day, whatever weekday it is; a shorter month's last day stands for the missing one
    month_day: int | None = None

    def __post_init__(self) -> None:
        """Refuse a timetable that would never fire."""
        if not self.times or not self.days:
            raise ValueError("a timetable needs a time and a day")
        if list(self.times) != sorted(set(self.times)):
            raise ValueError("the times of a day must ascend")
        if self.month_day is not None and not 1 <= self.month_day <= LAST_DAY:
            raise ValueError("a day of the month is between 1 and 31")

    def due(self, since: datetime, now: datetime) -> tuple[Slot, ...]:
        """Slots whose instant lies in ``(since, now]``, oldest first.

        >>> table = Timetable(name="daily", times=(time(8),), zone=ZoneInfo("Asia/Shanghai"))
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
            if len(found) == count:
                break
            if slot.at > now:
                found.append(slot)
        return tuple(found)

    def _slots(self, first: date, last: date | None) -> Iterator[Slot]:
        day = first
        while last is None or day <= last:
            if self._fires_on(day):
                for at in self.times:
                    yield Slot(key=self._key(day, at), at=instant(day, at, self.zone))
            day += _DAY

    def _fires_on(self, day: date) -> bool:
        if self.month_day is None:
            return day.weekday() in self.days
        return day.day == min(self.month_day, calendar.monthrange(day.year, day.month)[1])

    def _key(self, day: date, at: time) -> str:
        return f"{self.name}:{day.isoformat()}" + (f"T{at:%H:%M}" if len(self.times) > 1 else "")


def every_hours(hours: int, first: time, last: time) -> tuple[time, ...]:
    """Wall times of a day, ``hours`` apart, from the first to the last at the latest.

    >>> [f"{at:%H:%M}" for at in every_hours(4, time(8, 30), time(18))]
    ['08:30', '12:30', '16:30']
    """
    if hours < 1:
        raise ValueError("an hour is the shortest step")
    start, end = first.hour * 60 + first.minute, last.hour * 60 + last.minute
    return tuple(time(*divmod(minute, 60)) for minute in range(start, end + 1, hours * 60))


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

"""The rules of a schedule as people write them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pydantic import ValidationError

from digest.config.settings import ScheduleSettings

#: a Thursday
NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "slots", "words"),
    [
        ({"at": "08:00"}, ["2026-01-01", "2026-01-02", "2026-01-03"], "08:00 daily UTC"),
        ({"at": "08:00", "every": "weekdays"}, ["2026-01-01", "2026-01-02", "2026-01-05"], "08:00 mon-fri UTC"),
        ({"at": "08:00", "every": "weekly"}, ["2026-01-05", "2026-01-12"], "08:00 mon UTC"),
        ({"at": "08:00", "every": "Weekly", "days": "tue,fri"}, ["2026-01-02", "2026-01-06"], "08:00 tue,fri UTC"),
        ({"at": "08:00", "every": "monthly"}, ["2026-01-01", "2026-02-01"], "08:00 monthly, day 1 UTC"),
        (
            {"at": "08:00", "every": "monthly", "day": "31"},
            ["2026-01-31", "2026-02-28"],
            "08:00 monthly, the last day UTC",
        ),
        ({"at": "08:00", "every": "monthly", "day": "last"}, ["2026-01-31"], "08:00 monthly, the last day UTC"),
        (
            {"at": "08:30", "every": "4 hours", "until": "18:00", "days": "mon-fri"},
            ["2026-01-01T08:30", "2026-01-01T12:30", "2026-01-01T16:30", "2026-01-02T08:30"],
            "08:30-16:30 every 4 hours, mon-fri UTC",
        ),
        (
            {"at": "22:00", "every": "hourly"},
            ["2026-01-01T22:00", "2026-01-01T23:00"],
            "22:00-23:00 every hour, daily UTC",
        ),
    ],
)
def test_a_preset_is_a_timetable_and_says_so_in_words(written, slots, words):
    schedule = ScheduleSettings(timezone="UTC", **written)
    found = schedule.timetable("x").upcoming(NEW_YEAR, len(slots))
    assert [slot.key for slot in found] == [f"x:{slot}" for slot in slots]
    assert schedule.in_words() == words


@pytest.mark.parametrize("every", ["0 hours", "24 hours", "3", "cron", 5, "every other day"])
def test_what_is_no_preset_is_refused(every):
    with pytest.raises(ValidationError):
        ScheduleSettings(at="08:00", every=every)


@pytest.mark.parametrize(("written", "hours"), [("2 hours", 2), ("2h", 2), ("12 Hours", 12), ("１ hour", 1)])
def test_hours_are_read_as_people_write_them(written, hours):
    assert ScheduleSettings(at="00:00", every=written).every == f"{hours} hours"

"""When a schedule is due: daylight saving, days that do not exist, and the store's memory of what was made."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from office import BUSES, FOREST, SCHOOL, WATER, titles

from digest.pipeline.due import due_slot
from digest.slots import Timetable, instant


def table(at, zone, days=range(7)):
    return Timetable(name="daily", times=(time.fromisoformat(at),), days=frozenset(days), zone=ZoneInfo(zone))


def utc(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


CASES = [
    # (what, zone, wall date and time, instant in UTC)
    ("an ordinary day", "Asia/Shanghai", "2026-11-23 08:00", "2026-11-23 00:00"),
    ("New York, before spring", "America/New_York", "2026-03-07 08:00", "2026-03-07 13:00"),
    ("New York, the spring day itself", "America/New_York", "2026-03-08 08:00", "2026-03-08 12:00"),
    ("New York, just before the gap", "America/New_York", "2026-03-08 01:59", "2026-03-08 06:59"),
    ("New York, at the gap", "America/New_York", "2026-03-08 02:00", "2026-03-08 07:00"),
    ("New York, in the gap", "America/New_York", "2026-03-08 02:59", "2026-03-08 07:00"),
    ("New York, just after the gap", "America/New_York", "2026-03-08 03:00", "2026-03-08 07:00"),
    ("New York, the first 01:30", "America/New_York", "2026-11-01 01:30", "2026-11-01 05:30"),
    ("New York, after the second 01:30", "America/New_York", "2026-11-01 02:00", "2026-11-01 07:00"),
    ("Beirut skips midnight", "Asia/Beirut", "2026-03-29 00:00", "2026-03-28 22:00"),
    ("Beirut skips half past midnight", "Asia/Beirut", "2026-03-29 00:30", "2026-03-28 22:00"),
    ("Beirut, morning after", "Asia/Beirut", "2026-03-29 08:00", "2026-03-29 05:00"),
    ("Cairo skips midnight", "Africa/Cairo", "2026-04-24 00:15", "2026-04-23 22:00"),
    ("Cairo, the first of two late evenings", "Africa/Cairo", "2026-10-29 23:30", "2026-10-29 20:30"),
    ("Apia, the day before the missing one", "Pacific/Apia", "2011-12-29 08:00", "2011-12-29 18:00"),
    ("Apia skips a whole day", "Pacific/Apia", "2011-12-30 08:00", "2011-12-30 10:00"),
    ("Apia, the day after", "Pacific/Apia", "2011-12-31 08:00", "2011-12-30 18:00"),
    ("a leap day", "Asia/Shanghai", "2028-02-29 08:00", "2028-02-29 00:00"),
    ("half an hour of daylight saving", "Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-03 15:30"),
]


@pytest.mark.parametrize(("zone", "wall", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_a_wall_time_is_one_instant(zone, wall, expected):
    day, at = wall.split()
    assert instant(date.fromisoformat(day), time.fromisoformat(at), ZoneInfo(zone)) == utc(expected)


@pytest.mark.parametrize(
    ("zone", "first", "last"),
    [
        ("America/New_York", "2026-03-01", "2026-03-15"),
        ("America/New_York", "2026-10-25", "2026-11-08"),
        ("Asia/Beirut", "2026-03-22", "2026-04-05"),
        ("Africa/Cairo", "2026-04-17", "2026-05-01"),
        ("Africa/Cairo", "2026-10-23", "2026-11-06"),
        ("Asia/Shanghai", "2028-02-22", "2028-03-07"),
        ("Pacific/Apia", "2011-12-22", "2012-01-05"),
    ],
)
@pytest.mark.parametrize("at", ["00:00", "00:30", "01:30", "02:30", "08:00", "23:30"])
def test_every_local_date_has_one_slot_whenever_it_is_asked(zone, first, last, at):
    timetable = table(at, zone)
    start, end = (instant(date.fromisoformat(day), time(12), ZoneInfo(zone)) for day in (first, last))
    at_once = timetable.due(start, end)
    assert len(at_once) == 14
    assert len({slot.key for slot in at_once}) == 14
    assert [s.at for s in at_once] == sorted(s.at for s in at_once)
    bit_by_bit, moment = [], start
    while moment < end:
        following = min(moment + timedelta(minutes=37), end)
        bit_by_bit += timetable.due(moment, following)
        moment = following
    assert tuple(bit_by_bit) == at_once
    assert timetable.upcoming(start, 14) == at_once


def test_only_the_days_of_the_schedule_are_due():
    timetable = table("08:00", "Asia/Shanghai", days=[0, 4])
    keys = [s.key for s in timetable.due(utc("2026-11-19 12:00"), utc("2026-11-30 12:00"))]
    assert keys == ["daily:2026-11-20", "daily:2026-11-23", "daily:2026-11-27", "daily:2026-11-30"]


def test_a_leap_day_is_due_and_only_in_leap_years():
    timetable = table("08:00", "Asia/Shanghai")
    for year, expected in ((2027, False), (2028, True)):
        keys = [s.key for s in timetable.due(utc(f"{year}-02-26 00:00"), utc(f"{year}-03-02 00:00"))]
        assert (f"daily:{year}-02-29" in keys) is expected


def test_due_is_open_at_the_start_and_closed_at_the_end():
    timetable, eight = table("08:00", "Asia/Shanghai"), utc("2026-11-23 00:00")
    assert [s.key for s in timetable.due(eight - timedelta(hours=1), eight)] == ["daily:2026-11-23"]
    assert timetable.due(eight, eight + timedelta(hours=1)) == ()


@pytest.mark.parametrize("ask", ["due", "upcoming"])
def test_a_naive_instant_is_refused(ask):
    arguments = {"due": (datetime(2026, 1, 1), utc("2026-01-02")), "upcoming": (datetime(2026, 1, 1), 1)}  # noqa: DTZ001
    with pytest.raises(ValueError, match="time zone"):
        getattr(table("08:00", "UTC"), ask)(*arguments[ask])


# With the store's memory


def slots(office):
    return [row.slot for row in office.history()]


def test_the_first_edition_is_that_of_the_next_firing(office):
    office.write("a.txt", WATER)
    office.at("2026-11-23 09:00")
    assert office.tick().built == ()
    office.at("2026-11-24 07:59")
    assert office.tick().built == ()
    office.at("2026-11-24 08:00")
    (built,) = office.tick().built
    assert (built.edition.slot, len(built.edition.stories)) == ("daily:2026-11-24", 1)
    for _ in range(3):
        office.later(minutes=1)
        assert office.tick().built == ()
    assert len(office.mails()) == 1


def test_three_days_of_downtime_make_one_edition_of_everything(office):
    office.tick()
    for day, text in enumerate([WATER, SCHOOL, FOREST]):
        office.later(days=1)
        office.write(f"{day}.txt", text)
    office.at("2026-11-26 10:17")
    (built,) = office.tick().built
    assert (built.edition.slot, len(titles(built))) == ("daily:2026-11-26", 3)
    office.later(minutes=1)
    assert office.tick().built == ()
    assert slots(office) == ["daily:2026-11-26"]


def test_a_later_time_set_after_the_edition_does_not_make_a_second_one_that_day(office):
    office.tick()
    office.at("2026-11-24 08:00")
    office.write("a.txt", WATER)
    office.tick()
    office.save(schedules={"daily": {"at": "18:00"}})
    office.at("2026-11-24 18:00")
    office.write("b.txt", SCHOOL)
    assert office.tick().built == ()
    office.at("2026-11-25 18:00")
    assert [titles(b) for b in office.tick().built] == [["云溪县部署中小学校园食堂安全检查"]]
    assert slots(office) == ["daily:2026-11-24", "daily:2026-11-25"]


def test_an_earlier_time_set_before_the_edition_is_due_at_once(office):
    office.save(schedules={"daily": {"at": "18:00"}})
    office.at("2026-11-23 20:00")
    office.tick()
    office.at("2026-11-24 10:00")
    office.write("a.txt", WATER)
    assert office.tick().built == ()
    office.save(schedules={"daily": {"at": "09:00"}})
    (built,) = office.tick().built
    assert built.edition.slot == "daily:2026-11-24"


def test_another_zone_set_after_the_edition_does_not_make_a_second_one_that_date(office):
    office.tick()
    office.at("2026-11-24 08:00")
    office.tick()
    office.save(schedules={"daily": {"at": "08:00", "timezone": "Europe/London"}})
    office.at("2026-11-24 16:00")  # 08:00 in London
    assert office.tick().built == ()


def test_an_edition_by_hand_before_the_firing_leaves_the_rest_to_the_firing(office):
    office.tick()
    office.at("2026-11-24 07:30")
    office.write("a.txt", WATER)
    office.run()
    office.at("2026-11-24 07:50")
    office.write("b.txt", SCHOOL)
    office.at("2026-11-24 08:00")
    assert [titles(b) for b in office.tick().built] == [["云溪县部署中小学校园食堂安全检查"]]
    assert len(office.mails()) == 2


def test_a_day_without_news_closes_its_slot_silently(office):
    office.tick()
    office.at("2026-11-24 08:00")
    (built,) = office.tick().built
    assert (built.deliveries, office.mails()) == (0, [])
    office.later(minutes=1)
    office.write("late.txt", BUSES)
    assert office.tick().built == ()
    office.at("2026-11-25 08:00")
    assert [len(b.edition.stories) for b in office.tick().built] == [1]
    assert [row.outcome for row in office.history()] == ["empty", "built"]


def test_both_daylight_saving_changes_make_one_edition_a_day(office):
    office.save(schedules={"daily": {"at": "01:30", "timezone": "America/New_York"}})
    office.at(utc("2026-10-30 12:00"))
    for _ in range(24 * 4):
        office.tick()
        office.later(hours=1)
    assert slots(office) == [f"daily:2026-{day}" for day in ("10-31", "11-01", "11-02", "11-03")]


def test_each_schedule_is_due_by_itself(office):
    office.save(schedules={"morning": {"at": "08:00"}, "evening": {"at": "18:00"}})
    office.readers(*({"email": "a@example.com", "schedule": name} for name in ("morning", "evening")))
    office.tick()
    office.at("2026-11-23 18:00")
    office.write("a.txt", WATER)
    assert [b.edition.schedule for b in office.tick().built] == ["evening"]
    office.at("2026-11-24 08:00")
    office.write("b.txt", SCHOOL)
    (built,) = office.tick().built
    assert (built.edition.schedule, len(built.edition.stories)) == ("morning", 2)


def test_a_stop_before_the_build_leaves_the_slot_open(office):
    from digest.pipeline import Watch

    office.tick()
    office.at("2026-11-24 08:00")
    office.write("a.txt", WATER)
    assert office.tick(watch=Watch(stop=lambda: True)).built == ()
    assert len(office.tick().built) == 1


def test_due_slot_changes_nothing_but_the_schedules_birthday(office):
    schedule = office.settings.schedules["daily"]
    assert due_slot(office.store, "daily", schedule, office.clock()) is None
    office.later(days=1)
    first = due_slot(office.store, "daily", schedule, office.clock())
    assert first == due_slot(office.store, "daily", schedule, office.clock())
    assert (first.slot.key, office.history()) == ("daily:2026-11-24", ())

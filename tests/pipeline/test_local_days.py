"""One edition for each local day, exactly: whole years in zones that change their clocks, outages, a clock set back."""

from __future__ import annotations

import itertools
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings, strategies as st
from office import FOREST, SCHOOL, WATER, titles

from digest.slots import Timetable, every_hours, instant
from digest.store import editions

#: both changes of each; midnight itself is skipped in the last four
ZONES = ["America/New_York", "Europe/Berlin", "Asia/Beirut", "Africa/Cairo", "America/Santiago", "America/Havana"]
TIMES = ["00:00", "00:30", "01:30", "02:30", "08:00", "23:30"]
YEAR = 2026


def table(at, zone, **rule):
    return Timetable(name="daily", times=(time.fromisoformat(at),), zone=ZoneInfo(zone), **rule)


def days(first, last):
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def walk(timetable, start, end, steps):
    """What is due from look to look; ``steps`` are minutes between them, repeated."""
    found, since, count = [], start, 0
    while since < end:
        now = min(since + timedelta(minutes=steps[count % len(steps)]), end)
        found += timetable.due(since, now)
        since, count = now, count + 1
    return found


def changes(zone, year):
    """The local dates on which the clocks of a zone change in a year."""
    noon = [datetime(year, 1, 1, 12, tzinfo=ZoneInfo(zone)) + timedelta(days=n) for n in range(365)]
    return [b.date() for a, b in itertools.pairwise(noon) if a.utcoffset() != b.utcoffset()]


@pytest.mark.parametrize("zone", ZONES)
def test_each_of_the_zones_changes_its_clocks_twice(zone):
    assert len(changes(zone, YEAR)) == 2


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("at", TIMES)
def test_a_year_of_local_days(zone, at):
    timetable = table(at, zone)
    start = instant(date(YEAR, 1, 1), time(0), ZoneInfo(zone)) - timedelta(seconds=1)
    end = instant(date(YEAR + 1, 1, 1), time(0), ZoneInfo(zone)) - timedelta(seconds=1)
    slots = walk(timetable, start, end, [61, 1440, 7, 4000])
    assert [slot.key for slot in slots] == [f"daily:{day}" for day in days(date(YEAR, 1, 1), date(YEAR, 12, 31))]
    assert [slot.at for slot in slots] == sorted({slot.at for slot in slots})
    for slot in slots:
        assert slot.at.astimezone(ZoneInfo(zone)).date().isoformat() == slot.key.partition(":")[2]


@settings(max_examples=150, deadline=None)
@given(
    zone=st.sampled_from([*ZONES, "Asia/Shanghai", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Tehran"]),
    at=st.times().map(lambda t: t.replace(second=0, microsecond=0)),
    first=st.dates(date(2000, 1, 1), date(2035, 1, 1)),
    length=st.integers(1, 40),
    steps=st.lists(st.integers(1, 5000), min_size=1, max_size=5),
)
def test_every_local_day_is_due_once_however_often_and_when_it_is_asked(zone, at, first, length, steps):
    timetable = Timetable(name="daily", times=(at,), zone=ZoneInfo(zone))
    day = timedelta(days=1)
    last = first + length * day
    start = instant(first, at, ZoneInfo(zone)) - timedelta(seconds=1)
    end = instant(last, at, ZoneInfo(zone))
    slots = walk(timetable, start, end, steps)
    assert [slot.key for slot in slots] == [f"daily:{d}" for d in days(first, last)]
    assert tuple(slots) == timetable.due(start, end) == timetable.upcoming(start, len(slots))


@settings(max_examples=80, deadline=None)
@given(day=st.integers(1, 31), year=st.integers(2000, 2032), zone=st.sampled_from(ZONES))
def test_every_month_has_one_edition_whatever_the_day(day, year, zone):
    timetable = table("00:30", zone, month_day=day)
    start = instant(date(year, 1, 1), time(0), ZoneInfo(zone)) - timedelta(seconds=1)
    found = [date.fromisoformat(s.key.partition(":")[2]) for s in timetable.upcoming(start, 12)]
    assert [d.month for d in found] == list(range(1, 13))
    assert all(d.day == day or (d.day < day and (d + timedelta(days=1)).day == 1) for d in found)


def test_day_31_is_the_last_of_shorter_months_and_the_leap_day_counts():
    found = [s.key for s in table("08:00", "Asia/Shanghai", month_day=31).upcoming(datetime(2028, 1, 1, tzinfo=UTC), 4)]
    assert found == ["daily:2028-01-31", "daily:2028-02-29", "daily:2028-03-31", "daily:2028-04-30"]


def test_hours_of_a_day_have_keys_of_their_own_and_a_fold_fires_once():
    hours = every_hours(1, time(0), time.max)
    timetable = Timetable(name="hourly", times=hours, zone=ZoneInfo("America/New_York"))
    start = datetime(2026, 11, 1, 3, 59, tzinfo=UTC)  # 23:59 of the day before
    slots = timetable.due(start, start + timedelta(hours=25))
    assert len(slots) == len({s.key for s in slots}) == 24
    assert len({s.at for s in slots}) == 24
    assert [s.key for s in slots[:3]] == [f"hourly:2026-11-01T0{n}:00" for n in range(3)]


@pytest.mark.parametrize(
    "wrong",
    [{"times": ()}, {"days": frozenset()}, {"month_day": 32}, {"month_day": 0}, {"times": (time(9), time(8))}],
)
def test_a_timetable_that_never_fires_is_refused(wrong):
    values = {"name": "x", "times": (time(8),), "zone": ZoneInfo("UTC")} | wrong
    with pytest.raises(ValueError, match=r"timetable|ascend|month"):
        Timetable(**values)


# With the store's memory


def slots_of(office):
    return [row.slot for row in office.history()]


@pytest.mark.parametrize("zone", ZONES)
def test_the_weeks_around_both_changes_make_one_edition_a_day(office, zone):
    for change in changes(zone, YEAR):
        name = f"daily{change.month}"
        office.save(schedules={name: {"at": "00:00", "timezone": zone}})
        office.readers({"email": "reader@example.com", "schedule": name})
        office.at(datetime.combine(change - timedelta(days=3), time(12), tzinfo=ZoneInfo(zone)))
        office.tick()
        for hours in [12] * 4 + [1] * 27 + [12] * 2:
            office.at(office.clock() + timedelta(hours=hours))
            office.tick()
        end = office.clock().astimezone(ZoneInfo(zone)).date()
        expected = [f"{name}:{day}" for day in days(change - timedelta(days=2), end)]
        made = [slot for slot in slots_of(office) if slot.startswith(f"{name}:")]
        assert made == expected


@pytest.mark.slow
@pytest.mark.parametrize("zone", ZONES)
def test_a_year_of_the_daemon_makes_one_edition_a_day(office, zone):
    office.save(schedules={"daily": {"at": "00:00", "timezone": zone}})
    office.at(datetime(YEAR, 1, 1, 0, 0, 1, tzinfo=ZoneInfo(zone)).astimezone(UTC))
    office.tick()
    while office.clock() < datetime(YEAR + 1, 1, 1, 12, tzinfo=UTC):
        office.at(office.clock() + timedelta(hours=6))
        office.tick()
    with office.store.read() as conn:
        made = [row.slot for row in editions.history(conn, 1000)]
    assert made[::-1] == [f"daily:{day}" for day in days(date(YEAR, 1, 2), date(YEAR + 1, 1, 1))]


def test_a_clock_that_steps_back_an_hour_makes_no_second_edition_and_loses_none(office):
    office.at("2026-11-23 09:00")
    office.tick()
    office.at("2026-11-24 08:00")
    office.write("a.txt", WATER)
    assert len(office.tick().built) == 1
    office.at("2026-11-24 07:00")
    office.write("b.txt", SCHOOL)
    for _ in range(13):
        office.later(minutes=10)
        assert office.tick().built == ()
    office.at("2026-11-25 08:00")
    (built,) = office.tick().built
    assert (built.edition.slot, titles(built)) == ("daily:2026-11-25", ["云溪县部署中小学校园食堂安全检查"])


def test_a_clock_that_ran_a_year_ahead_silences_nobody_once_it_is_right(office):
    office.at("2027-11-23 09:00")
    office.tick()
    office.at("2027-11-24 08:00")
    office.write("a.txt", WATER)
    assert len(office.tick().built) == 1
    office.at("2026-11-24 09:00")
    office.tick()
    office.write("b.txt", SCHOOL)
    for day in (25, 26):
        office.at(f"2026-11-{day} 08:00")
        office.tick()
        office.later(minutes=1)
        office.tick()
    assert sorted(slots_of(office)) == ["daily:2026-11-25", "daily:2026-11-26", "daily:2027-11-24"]
    assert len(office.mails()) == 2


def outcomes(office):
    from digest.store import occasions

    with office.store.read() as conn:
        return {o.slot.partition(":")[2]: (o.outcome.value, o.reason) for o in occasions.newest(conn, 100)}


def test_three_days_of_downtime_are_told_in_the_edition_and_kept(office):
    office.at("2026-11-23 09:00")
    office.tick()
    office.at("2026-11-26 10:17")
    office.write("a.txt", WATER)
    (built,) = office.tick().built
    assert (built.edition.missed, built.edition.left_out) == (2, 0)
    (rendition,) = built.renditions
    for part in (rendition.text, rendition.html):
        assert "错过 2 期" in part
        assert "2 earlier editions were missed" in " ".join(part.split())
    assert {day: outcome for day, (outcome, _) in outcomes(office).items()} == {
        "2026-11-24": "caught up",
        "2026-11-25": "caught up",
        "2026-11-26": "made",
    }
    assert outcomes(office)["2026-11-24"][1] == "missed, covered by daily:2026-11-26"
    assert office.edition(office.history()[0]).missed == 2


def test_after_a_long_downtime_old_articles_are_counted_and_not_told(office):
    office.save(schedules={"daily": {"at": "08:00", "catch_up_days": 3}})
    office.at("2026-11-01 09:00")
    office.tick()
    office.at("2026-11-23 10:00")
    office.write("old.txt", WATER.replace("2026-11-20", "2026-11-10"))
    office.write("new.txt", SCHOOL.replace("2026-11-20", "2026-11-21"))
    (built,) = office.tick().built
    assert titles(built) == ["云溪县部署中小学校园食堂安全检查"]
    assert (built.edition.left_out, built.edition.articles_read) == (1, 2)
    assert "另有 1 篇较早的文章" in built.renditions[0].text
    assert outcomes(office)["2026-11-23"] == ("made", "2 read, 1 stories for 1 readers, 1 too old left out")


def test_a_late_article_of_an_ordinary_day_is_told_however_old(office):
    office.save(schedules={"daily": {"at": "08:00", "catch_up_days": 0}})
    office.at("2026-11-23 09:00")
    office.tick()
    office.at("2026-11-24 08:00")
    office.write("old.txt", FOREST.replace("2026-11-21", "2025-01-10"))
    (built,) = office.tick().built
    assert (built.edition.missed, built.edition.left_out, len(titles(built))) == (0, 0, 1)


def test_an_edition_by_hand_covers_the_slots_that_were_missed(office):
    office.at("2026-11-23 09:00")
    office.tick()
    office.at("2026-11-25 09:30")
    office.write("a.txt", WATER)
    assert len(office.run().built) == 1
    office.later(minutes=1)
    assert office.tick().built == ()
    assert [outcomes(office)[f"2026-11-{day}"][0] for day in (24, 25)] == ["caught up", "caught up"]

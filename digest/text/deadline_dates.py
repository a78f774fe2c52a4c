"""The day on which a deadline ends, where its words and the page decide one.

``6月底前`` needs a year and ``3日内`` a day: both come from a reference day that the page states. Each rule has a name, kept
with the directive beside the reference. Words without a fixed day (立即, 汛期前, 供暖季前, N个工作日内) give none: a wrong day is
worse than no day. Lunar festivals and solar terms come from the lunar_python package.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from lunar_python import Lunar

from digest.text.numerals import cardinal

#: digits of a year that is written out: 二〇二七
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0}
_N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_STATED_YEAR = r"(?P<y>(?:20\d{2}|二[〇○零][一二三四五六七八九〇○零]{2}) ?年|[今明本当]年)"
_YEAR = f"{_STATED_YEAR}?"


@dataclass(frozen=True, kw_only=True, slots=True)
class Resolution:
    """The last day of a deadline, what it was counted from, and by which rule."""

    day: date
    rule: str
    #: of the reference: ``published 2026-11-20``; None where the words themselves are complete
    basis: str | None


def resolve(words: str | None, *, published: str | None = None, event_date: str | None = None) -> Resolution | None:
    """The day a deadline ends. The day of the event counts before the page's stamp: its words were said then.

    >>> found = resolve("6月底前", published="2026-03-02")
    >>> found.day.isoformat(), found.rule, found.basis
    ('2026-06-30', 'end of month', 'published 2026-03-02')
    >>> resolve("春节前", published="2026-12-20").day.isoformat(), resolve("立即", published="2026-12-20")
    ('2027-02-05', None)
    """
    if not words:
        return None
    today, basis = None, None
    for name, stated in (("event", event_date), ("published", published)):
        if today is None and (day := parse_day(stated)):
            today, basis = day, f"{name} {stated}"
    for rule, pattern, compute in _RULES:
        if match := pattern.search(words):
            try:
                day = compute(match, today)
            except (ValueError, OverflowError):  # 6月31日, 两三日: we do not guess
                return None
            complete = bool("y" in match.groupdict() and match["y"] and re.search(r"[\d二]", match["y"]))
            return Resolution(day=day, rule=rule, basis=None if complete else basis) if day else None
    return None


def parse_day(stated: str | None) -> date | None:
    """The day of an ISO date; None for ``--06-01``, for 2026-11-31, for nothing."""
    if not stated or not re.fullmatch(r"\d{4}-\d\d-\d\d", stated):
        return None
    try:
        return date.fromisoformat(stated)
    except ValueError:
        return None


def _day(match: re.Match[str], today: date | None) -> date | None:
    month, day = _number(match["m"]), _number(match["d"])
    year = _year(match["y"], today)
    if year is None:
        if today is None:
            return None
        year = today.year + (date(today.year, month, day) < today - timedelta(days=31))
    return date(year, month, day)


def _day_of_month(match: re.Match[str], today: date | None) -> date | None:
    if today is None:
        return None
    day = _number(match["d"])
    month = today if day >= today.day else _months_later(today.replace(day=1), 1)
    return date(month.year, month.month, day)


def _part_of_month(match: re.Match[str], today: date | None) -> date | None:
    return _in_month(match, today, {"上旬": 10, "中旬": 20}.get(match["part"]))


def _before_month(match: re.Match[str], today: date | None) -> date | None:
    found = _in_month(match, today, 1)
    return found - timedelta(days=1) if found else None


def _in_month(match: re.Match[str], today: date | None, day: int | None) -> date | None:
    month = _number(match["m"])
    year = _year(match["y"], today)
    if year is None:
        if today is None:
            return None
        year = today.year + (month < today.month)
    return date(year, month, day) if day else _month_end(year, month)


def _year_end(match: re.Match[str], today: date | None) -> date | None:
    year = _year(match["y"], today) or (today.year if today else None)
    return date(year, 12, 31) if year else None


def _half_year(match: re.Match[str], today: date | None) -> date | None:
    year = _year(match["y"], today) or (today.year if today else None)
    return (date(year, 6, 30) if match["half"] == "上" else date(year, 12, 31)) if year else None


def _quarter(match: re.Match[str], today: date | None) -> date | None:
    if today is None:
        return None
    named = match["q"]
    month = (today.month + 2) // 3 * 3 if named == "本" else 3 * _number(named)
    return _month_end(today.year + (month < today.month), month)


def _month_named(match: re.Match[str], today: date | None) -> date | None:
    if today is None:
        return None
    month = _months_later(today.replace(day=1), int(match["which"] in {"下", "次"}))
    return _month_end(month.year, month.month)


def _week(match: re.Match[str], today: date | None) -> date | None:
    if today is None:
        return None
    return today + timedelta(days=6 - today.weekday() + 7 * (match["which"] == "下"))


def _within(match: re.Match[str], today: date | None) -> date | None:
    if today is None:
        return None
    count, unit = _number(match["n"]), match["unit"]
    if "月" in unit:
        return _months_later(today, count)
    if unit == "年":
        return _months_later(today, 12 * count)
    if unit == "小时":
        return today + timedelta(days=count // 24) if count % 24 == 0 else None
    return today + timedelta(days=count * (7 if unit == "周" else 1))


def _same_day(match: re.Match[str], today: date | None) -> date | None:
    return today + timedelta(days=int(match[0].startswith("明"))) if today else None


def _festival(match: re.Match[str], today: date | None) -> date | None:
    """The day before the next such festival."""
    if today is None:
        return None
    stated = _year(match["y"], today)
    days = (_festival_of(match["name"], year) for year in ((stated,) if stated else (today.year, today.year + 1)))
    return next((day - timedelta(days=1) for day in days if stated or day > today), None)


def _festival_of(name: str, year: int) -> date:
    if name in _SOLAR_FESTIVALS:
        return date(year, *_SOLAR_FESTIVALS[name])
    lunar = Lunar.fromYmd(year, *_LUNAR_FESTIVALS.get(name, (1, 1)))
    solar = lunar.getJieQiTable()["清明"] if name == "清明" else lunar.getSolar()
    return date(solar.getYear(), solar.getMonth(), solar.getDay())


_SOLAR_FESTIVALS = {"元旦": (1, 1), "五一": (5, 1), "高考": (6, 7), "国庆": (10, 1), "十一": (10, 1)}
_LUNAR_FESTIVALS = {"春节": (1, 1), "元宵": (1, 15), "端午": (5, 5), "中秋": (8, 15)}
_FESTIVALS = "|".join([*_SOLAR_FESTIVALS, *_LUNAR_FESTIVALS, "清明"])

#: the first that matches decides; of a span 自…至… the last day counts, so that is looked for from the end
_RULES: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str], date | None], date | None]], ...] = (
    ("end of span", re.compile(rf"[至到] ?{_YEAR} ?(?P<m>{_N}) ?月 ?(?P<d>{_N}) ?[日号]"), _day),
    ("day", re.compile(rf"{_YEAR} ?(?P<m>{_N}) ?月 ?(?P<d>{_N}) ?[日号]"), _day),
    ("part of month", re.compile(rf"{_YEAR} ?(?P<m>{_N}) ?月(?P<part>[上中下]旬)"), _part_of_month),
    ("end of month", re.compile(rf"{_YEAR} ?(?P<m>{_N}) ?月(?P<part>[底末])"), _part_of_month),
    (
        "within",
        re.compile(
            r"(?P<n>(?<![\d.])\d{1,3}|(?<![百千一二三四五六七八九十两])[一二三四五六七八九十两]+)个?(?P<unit>日|天|周|月|年|小时)(?:之|以)?内"
        ),
        _within,
    ),
    ("before month", re.compile(rf"{_YEAR} ?(?P<m>{_N}) ?月(?:之|以)?前"), _before_month),
    ("day of month", re.compile(r"(?<![\d月])(?P<d>\d{1,2})[日号]"), _day_of_month),
    (
        "before festival",
        re.compile(rf"{_YEAR}[“]?(?P<name>{_FESTIVALS})[”节]?(?:假期|期间)?(?:到来|来临)?(?:之|以)?前"),
        _festival,
    ),
    ("end of half-year", re.compile(rf"{_YEAR}(?P<half>[上下])半年"), _half_year),
    ("end of quarter", re.compile(r"(?P<q>[本一二三四])季度"), _quarter),
    ("end of month", re.compile(r"(?P<which>[本当下次])?(?<![半数几个])月(?:[底末]|(?:之|以)?内)"), _month_named),
    ("end of week", re.compile(r"(?P<which>[本下])周"), _week),
    (
        "end of year",
        re.compile(rf"(?:{_STATED_YEAR}年?|(?<![半后前去])(?P<bare>年))(?:[底末]|(?:之|以)?内)"),
        _year_end,
    ),
    ("same day", re.compile(r"今[天晚日]|明天"), _same_day),
)


def _year(stated: str | None, today: date | None) -> int | None:
    """The stated year; 今年 and 明年 by the reference day; None where none is stated."""
    words = (stated or "").strip().removesuffix("年").strip()
    if len(words) == 4:
        return int(words) if words.isdigit() else int("".join(str(_DIGITS[c]) for c in words))
    return today.year + (words == "明") if words and today else None


def _months_later(day: date, count: int) -> date:
    month = day.month - 1 + count
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _number(words: str) -> int:
    """ValueError for numerals that are no number: 两三."""
    if not re.fullmatch(r"\d+|[一二三四五六七八九]?十[一二三四五六七八九]?|[零一二三四五六七八九两]", words):
        raise ValueError(words)
    return cardinal(words)

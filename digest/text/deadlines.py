"""A deadline in words, as a date: only where the words and a reference date decide it.

``6月底前`` needs a year, ``3日内`` a day: both come from the reference date (the page's stamp, else the day of the
event). Without one, or for 立即 and 汛期前, there is no date.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

_NUMERALS = {c: n for n, c in enumerate("零一二三四五六七八九十")} | {"两": 2}
_DAY = re.compile(r"(?:(?P<y>20\d{2})年)?(?P<m>\d{1,2})月(?P<d>\d{1,2})[日号]")
_MONTH_END = re.compile(r"(?:(?P<y>20\d{2})年)?(?P<m>\d{1,2})月(?:底|末|(?=[前内之以]))")
_MONTH_PART = re.compile(r"(?:(?P<y>20\d{2})年)?(?P<m>\d{1,2})月(?P<part>[上中]旬|初)")
_YEAR_END = re.compile(r"(?:(?P<y>20\d{2})年|[今本当]?年)(?:[底末]|内)")
_WITHIN = re.compile(r"(?P<n>\d+|[一二三四五六七八九十两]+)个?(?P<unit>日|天|周|月|个月)(?:之|以)?内")


def resolve(words: str | None, reference: str | None) -> str | None:
    """ISO date of a deadline, or None.

    >>> resolve("6月底前", "2026-03-02"), resolve("3日内", "2026-03-02")
    ('2026-06-30', '2026-03-05')
    >>> resolve("立即", "2026-03-02"), resolve("6月底前", None)
    (None, None)
    """
    if not words:
        return None
    today = date.fromisoformat(reference) if reference and re.fullmatch(r"\d{4}-\d\d-\d\d", reference) else None
    try:
        found = _absolute(words, today) or (_relative(words, today) if today else None)
    except ValueError:  # 6月31日: the page is wrong, and we do not guess
        return None
    return found.isoformat() if found else None


def _absolute(words: str, today: date | None) -> date | None:
    if match := _DAY.search(words):
        year = _year(match["y"], int(match["m"]), today)
        return date(year, int(match["m"]), int(match["d"])) if year else None
    if match := _MONTH_PART.search(words):
        year = _year(match["y"], int(match["m"]), today)
        return date(year, int(match["m"]), {"初": 5, "上旬": 10, "中旬": 20}[match["part"]]) if year else None
    if match := _MONTH_END.search(words):
        year = _year(match["y"], int(match["m"]), today)
        return _month_end(year, int(match["m"])) if year else None
    if match := _YEAR_END.search(words):
        year = int(match["y"]) if match["y"] else today.year if today else None
        return date(year, 12, 31) if year else None
    return None


def _relative(words: str, today: date) -> date | None:
    if match := _WITHIN.search(words):
        count = int(match["n"]) if match["n"].isdigit() else _number(match["n"])
        if match["unit"] in {"日", "天", "周"}:
            return today + timedelta(days=count * (7 if match["unit"] == "周" else 1))
        month = today.month - 1 + count
        year, month = today.year + month // 12, month % 12 + 1
        return date(year, month, min(today.day, calendar.monthrange(year, month)[1]))
    if re.search(r"本?周内", words):
        return today + timedelta(days=6 - today.weekday())
    if re.search(r"[本当]?月(?:底|末|内)", words):
        return _month_end(today.year, today.month)
    return None


def _year(stated: str | None, month: int, today: date | None) -> int | None:
    """The stated year; else the next such month at or after the reference date."""
    if stated:
        return int(stated)
    return today.year + (month < today.month) if today else None


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _number(words: str) -> int:
    tens, _, ones = words.rpartition("十")
    return (_NUMERALS.get(tens, 1) * 10 if "十" in words else 0) + (_NUMERALS.get(ones, 0) if ones else 0)

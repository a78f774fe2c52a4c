"""Deadlines as officialese writes them."""

from __future__ import annotations

import re

from digest.translate.officialese.names.dates import MONTHS, QUARTERS, han_number, ordinal
from digest.translate.officialese.words.lexicon import section

_MONTH_END = re.compile(r"^(?:(\d{4})年)?(\d{1,2})月(?:底|末)(?:之?前)?$")
_DAY = re.compile(r"^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:之?前)$")
_YEAR_END = re.compile(r"^(\d{4})年(?:年)?(?:底|末)(?:之?前)?$")
_COUNT = r"(\d{1,3}|[一二两三四五六七八九十]{1,3})"
_WITHIN = re.compile(rf"^{_COUNT}(?:个)?(小时|天|日|工作日|月|周|星期|季度|年)(?:之?内)$")
_UNITS = {
    "小时": "hour",
    "天": "day",
    "日": "day",
    "工作日": "working day",
    "周": "week",
    "星期": "week",
    "月": "month",
    "季度": "quarter",
    "年": "year",
}
_HOUR = re.compile(r"^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(\d{1,2})[时点](?:之?前)$")
_ON_DAY = re.compile(r"^(?:于|在)?(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日$")
_PART_OF_MONTH = re.compile(r"^(?:(\d{4})年)?(\d{1,2})月(上旬|中旬|下旬|份|初)?(?:之?(前|内))?$")
_BY_YEAR = re.compile(r"^(?:力争)?到(\d{4})年(底|末)?$")
_IN_YEAR = re.compile(r"^(\d{4})年(?:年?内)?$")
_QUARTER = re.compile(r"^(?:(\d{4})年)?第?([一二三四1234])季度(末|底|末前|底前|前)?$")
_REGULAR = re.compile(r"^每月(?:(\d{1,2})日|(底|末))(?:之?前)$")
_WEEKLY = re.compile(r"^每周([一二三四五六日])(?:之?前)$")
_DAYS = dict(
    zip("一二三四五六日", ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), strict=True)
)
_AIMED = re.compile("^(?:力争|争取|确保|务必|最迟|最晚|截至|于|在)(?=.)")
_THAT_YEAR = {"今年": "this year", "明年": "next year"}
_PARTS = {"上旬": "early ", "初": "early ", "中旬": "mid-", "下旬": "late "}
_MOST_HOURS = 24


def deadline_en(text: str) -> str | None:
    """A deadline in English, or None when its form is not known.

    >>> deadline_en("6月底前")
    'by the end of June'
    """
    if fixed := section("names.txt", "deadlines").get(text):
        return fixed
    if (aimed := _AIMED.sub("", text)) != text:
        return deadline_en(aimed)
    if (year := _THAT_YEAR.get(text[:2])) and re.match(r"\d|第?[一二三四]季", text[2:]):
        when = deadline_en(text[2:])
        return f"{when} {year}" if when else None
    if found := _YEAR_END.match(text):
        return f"by the end of {found[1]}"
    if found := _WITHIN.match(text):
        count = 2 if found[1] == "两" else han_number(found[1])
        return f"within {count} {_UNITS[found[2]]}{'' if count == 1 else 's'}"
    return _of_month(text) or _of_year(text) or _at_hour(text)


def _of_year(text: str) -> str | None:
    """``到2030年``, ``2026年二季度末``, ``每月5日前``."""
    if found := _BY_YEAR.match(text):
        return f"by {'the end of ' if found[2] else ''}{found[1]}"
    if found := _IN_YEAR.match(text):
        return f"in {found[1]}"
    if found := _QUARTER.match(text):
        when = f"the {QUARTERS[found[2]]} quarter{f' of {found[1]}' if found[1] else ''}"
        return f"by the end of {when}" if found[3] and found[3] != "前" else f"{'before' if found[3] else 'in'} {when}"
    return _regularly(text)


def _regularly(text: str) -> str | None:
    """``每月5日前``, ``每周五前``, ``每季度末前``."""
    if found := _WEEKLY.match(text):
        return f"by {_DAYS[found[1]]} each week"
    if found := _REGULAR.match(text):
        return f"by the {ordinal(int(found[1]))} of each month" if found[1] else "by the end of each month"
    return "by the end of each quarter" if re.match("每季度[末底]", text) else None


def _at_hour(text: str) -> str | None:
    """``8月5日18时前``."""
    found = _HOUR.match(text)
    if found is None or not 1 <= int(found[2]) <= len(MONTHS) or int(found[4]) > _MOST_HOURS:
        return None
    year = f" {found[1]}" if found[1] else ""
    return f"by {int(found[4])}:00 on {int(found[3])} {MONTHS[int(found[2]) - 1]}{year}"


def _of_month(text: str) -> str | None:
    """``6月底前``, ``6月10日前``, ``6月中旬``."""
    part = _PART_OF_MONTH.match(text)
    if part and 1 <= int(part[2]) <= len(MONTHS):
        when = f"{_PARTS.get(part[3] or '', '')}{MONTHS[int(part[2]) - 1]}{f' {part[1]}' if part[1] else ''}"
        before = "by" if part[3] in _PARTS else "before"
        return f"{before if part[4] == '前' else 'in'} {when}"
    for pattern, form in (
        (_MONTH_END, "by the end of {month}{year}"),
        (_DAY, "by {day} {month}{year}"),
        (_ON_DAY, "on {day} {month}{year}"),
    ):
        found = pattern.match(text)
        if found and 1 <= int(found[2]) <= len(MONTHS):
            year = f" {found[1]}" if found[1] else ""
            day = "" if pattern is _MONTH_END else int(found[3])
            return form.format(day=day, month=MONTHS[int(found[2]) - 1], year=year)
    return None

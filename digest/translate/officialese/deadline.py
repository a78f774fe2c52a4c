"""Deadlines as officialese writes them."""

from __future__ import annotations

import re

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_FIXED = {
    "立即": "immediately",
    "即日起": "from today on",
    "马上": "at once",
    "第一时间": "at the first moment",
    "今天": "today",
    "明天": "tomorrow",
    "今日": "today",
    "尽快": "as soon as possible",
    "尽早": "as early as possible",
    "早日": "at an early date",
    "入冬前": "before winter",
    "入汛前": "before the flood season",
    "主汛期前": "before the main flood season",
    "本周末前": "by the end of this week",
    "本季度末前": "by the end of this quarter",
    "上半年": "in the first half of the year",
    "下半年": "in the second half of the year",
    "元旦前": "before New Year",
    "五一前": "before May Day",
    "中秋节前": "before the Mid-Autumn Festival",
    "年内": "within this year",
    "今年内": "within this year",
    "在最短时间内": "in the shortest possible time",
    "最短时间内": "in the shortest possible time",
    "本周内": "within this week",
    "本月内": "within this month",
    "本月底前": "by the end of this month",
    "月底前": "by the end of the month",
    "年底前": "by the end of the year",
    "今年年底前": "by the end of this year",
    "今年底前": "by the end of this year",
    "春节前": "before the Spring Festival",
    "国庆节前": "before National Day",
    "汛期前": "before the flood season",
    "汛前": "before the flood season",
}
_MONTH_END = re.compile(r"^(?:(\d{4})年)?(\d{1,2})月(?:底|末)(?:之?前)?$")
_DAY = re.compile(r"^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:之?前)$")
_YEAR_END = re.compile(r"^(\d{4})年(?:年)?(?:底|末)(?:之?前)?$")
_WITHIN = re.compile(r"^(\d{1,3})(?:个)?(小时|天|日|工作日|月)(?:之?内)$")
_UNITS = {"小时": "hour", "天": "day", "日": "day", "工作日": "working day", "月": "month"}


def deadline_en(text: str) -> str | None:
    """A deadline in English, or None when its form is not known.

    >>> deadline_en("6月底前")
    'by the end of June'
    """
    if text in _FIXED:
        return _FIXED[text]
    if found := _YEAR_END.match(text):
        return f"by the end of {found[1]}"
    if found := _WITHIN.match(text):
        return f"within {found[1]} {_UNITS[found[2]]}{'' if found[1] == '1' else 's'}"
    for pattern, form in ((_MONTH_END, "by the end of {month}{year}"), (_DAY, "by {day} {month}{year}")):
        found = pattern.match(text)
        if found and 1 <= int(found[2]) <= 12:
            year = f" {found[1]}" if found[1] else ""
            day = int(found[3]) if pattern is _DAY else ""
            return form.format(day=day, month=_MONTHS[int(found[2]) - 1], year=year)
    return None

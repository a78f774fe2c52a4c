"""Deadlines as officialese writes them."""

from __future__ import annotations

import re

from digest.translate.officialese.names.dates import han_number, ordinal

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
    "明天前": "by tomorrow",
    "今晚": "tonight",
    "本周五前": "by this Friday",
    "本周五": "this Friday",
    "周五前": "by Friday",
    "下周": "next week",
    "下周一": "next Monday",
    "下周一前": "by next Monday",
    "本月": "this month",
    "本月底": "by the end of this month",
    "下月": "next month",
    "下个月": "next month",
    "下月底前": "by the end of next month",
    "月底": "by the end of the month",
    "季度末": "by the end of the quarter",
    "本季度": "this quarter",
    "下季度": "next quarter",
    "今年": "this year",
    "明年": "next year",
    "到明年": "by next year",
    "明年底": "by the end of next year",
    "明年底前": "by the end of next year",
    "明年年底前": "by the end of next year",
    "明年初": "early next year",
    "年底": "by the end of the year",
    "年终": "by the end of the year",
    "到年底": "by the end of the year",
    "今年底": "by the end of this year",
    "今年年底": "by the end of this year",
    "年前": "before the New Year",
    "上半年前": "by the end of the first half of the year",
    "上半年内": "within the first half of the year",
    "下半年内": "within the second half of the year",
    "前三季度": "in the first three quarters",
    "今冬明春": "this winter and next spring",
    "当天": "on the same day",
    "当日": "on the same day",
    "当日内": "within the same day",
    "开学前": "before the start of term",
    "秋季开学前": "before the start of the autumn term",
    "春季开学前": "before the start of the spring term",
    "高考前": "before the college entrance exam",
    "中考前": "before the senior secondary entrance exam",
    "清明前": "before the Qingming Festival",
    "清明节前": "before the Qingming Festival",
    "端午节前": "before the Dragon Boat Festival",
    "五一节前": "before May Day",
    "元旦节前": "before New Year",
    "国庆前": "before National Day",
    "七一前": "before 1 July",
    "两会前": "before the annual sessions",
    "春耕前": "before spring ploughing",
    "秋收前": "before the autumn harvest",
    "供暖前": "before the heating season",
    "供暖季前": "before the heating season",
    "采暖季前": "before the heating season",
    "汛期来临前": "before the flood season",
    "主汛期来临前": "before the main flood season",
    "台风登陆前": "before the typhoon makes landfall",
    "节前": "before the holiday",
    "节后": "after the holiday",
    "会后": "after the meeting",
    "“十五五”期间": "during the 15th five-year plan",
    "“十五五”末": "by the end of the 15th five-year plan",
    "“十四五”期间": "during the 14th five-year plan",
    "“十四五”末": "by the end of the 14th five-year plan",
}
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
_AIMED = re.compile("^(?:力争|争取|确保|务必|最迟|最晚|截至|于|在)(?=.)")
_THAT_YEAR = {"今年": "this year", "明年": "next year"}
_PARTS = {"上旬": "early ", "初": "early ", "中旬": "mid-", "下旬": "late "}
_QUARTERS = dict(zip("一二三四1234", ("first", "second", "third", "fourth") * 2, strict=True))
_MOST_MONTHS, _MOST_HOURS = 12, 24


def deadline_en(text: str) -> str | None:
    """A deadline in English, or None when its form is not known.

    >>> deadline_en("6月底前")
    'by the end of June'
    """
    if text in _FIXED:
        return _FIXED[text]
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
        when = f"the {_QUARTERS[found[2]]} quarter{f' of {found[1]}' if found[1] else ''}"
        return f"by the end of {when}" if found[3] and found[3] != "前" else f"{'before' if found[3] else 'in'} {when}"
    if found := _REGULAR.match(text):
        return f"by the {ordinal(int(found[1]))} of each month" if found[1] else "by the end of each month"
    return None


def _at_hour(text: str) -> str | None:
    """``8月5日18时前``."""
    found = _HOUR.match(text)
    if found is None or not 1 <= int(found[2]) <= _MOST_MONTHS or int(found[4]) > _MOST_HOURS:
        return None
    year = f" {found[1]}" if found[1] else ""
    return f"by {int(found[4])}:00 on {int(found[3])} {_MONTHS[int(found[2]) - 1]}{year}"


def _of_month(text: str) -> str | None:
    """``6月底前``, ``6月10日前``, ``6月中旬``."""
    part = _PART_OF_MONTH.match(text)
    if part and 1 <= int(part[2]) <= _MOST_MONTHS:
        when = f"{_PARTS.get(part[3] or '', '')}{_MONTHS[int(part[2]) - 1]}{f' {part[1]}' if part[1] else ''}"
        before = "by" if part[3] in _PARTS else "before"
        return f"{before if part[4] == '前' else 'in'} {when}"
    for pattern, form in (
        (_MONTH_END, "by the end of {month}{year}"),
        (_DAY, "by {day} {month}{year}"),
        (_ON_DAY, "on {day} {month}{year}"),
    ):
        found = pattern.match(text)
        if found and 1 <= int(found[2]) <= _MOST_MONTHS:
            year = f" {found[1]}" if found[1] else ""
            day = "" if pattern is _MONTH_END else int(found[3])
            return form.format(day=day, month=_MONTHS[int(found[2]) - 1], year=year)
    return None

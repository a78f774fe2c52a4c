"""Deadlines: the words that bound completion, and their date where the words and a reference date decide it.

``6月底前`` needs a year, ``3日内`` a day: both come from the reference date (the page's stamp, else the day of the
event). Without one, or for 立即 and 汛期前, there is no date: a wrong one is worse than none.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

_NUMERALS = {c: n for n, c in enumerate("零一二三四五六七八九十")} | {"〇": 0, "○": 0, "两": 2}
_N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = r"(?:(?:20\d{2}|二[〇○零][一二三四五六七八九〇○零]{2}) ?年|[今明本当]年)"
_CLOCK = r"(?:\d{1,2}(?:时|点|:\d{2})(?:\d{1,2}分)?)?"
#: a day, a month or a part of one, with or without its year; never a number's tail (十|月) nor 每月, 去年
_DATE = rf"(?<![\d每去上一二三四五六七八九十]){_YEAR}? ?{_N} ?月(?: ?{_N} ?[日号]{_CLOCK}|[底末初]|[上中下]旬)?|(?<![\d月每一二三四五六七八九十])\d{{1,2}}[日号]{_CLOCK}"
_SPAN = r"(?<![\d每去上下明一二三四五六七八九十])[本当]?(?:月|季度|年)[底末]|[下]月[底末]|(?:今|明|20\d{2})年年?[底末]|[下本上]?[季半]年?度?末"
_FESTIVAL = r"[“”]?(?:春节|元旦|清明|五一|端午|中秋|国庆|十一|两节|双节|元宵)[“”]?(?:假期|期间)?|汛期|主汛期|入冬|入汛|供暖季|采暖季|供暖期|高考|中考|开学"
_BEFORE = r"(?:到来|来临)?(?:之前|以前|前)(?![后往来进列提沿期些段])"
_FIND = re.compile(
    rf"(?:{_DATE}|{_SPAN}|{_FESTIVAL}){_BEFORE}|{_YEAR}{_BEFORE}"
    rf"|(?:截至|截止到?|到)(?:{_DATE})(?![前至])|到(?:20\d{{2}}|[今明])年(?:年?底)?(?!\d)"
    rf"|即日起(?:至(?:{_DATE}))?|自(?:{_DATE})(?:起)?至(?:{_DATE})"
    r"|(?:[一二三四五六七八九十两半\d]+)(?:个)?(?:工作日|小时|天|日|周|个?月|年)(?:之|以)?内(?!出现|发生|累计|连续|超过|[两三四五六七八九十]次)"
    r"|(?:本周|下周|本月|下月|本季度|今年|上半年|下半年|汛期|假期)(?:之|以)?内|(?<![\d全常往去几多半近一两三四五六七八九十])年内(?!生产)"
    r"|在?最短时间内|在?第一时间(?!窗)|立即(?!\S{0,2}召开)|立刻|马上|限期|今晚|今天(?!的)|明天|当天|当日|当晚"
)
_DAY = re.compile(rf"(?P<y>{_YEAR})? ?(?P<m>{_N}) ?月 ?(?P<d>{_N}) ?[日号]")
_MONTH = re.compile(rf"(?P<y>{_YEAR})? ?(?P<m>{_N}) ?月(?P<part>[上中下]旬|[底末初])?")
_YEAR_END = re.compile(r"(?:(?P<y>20\d{2}|[今明本当])年年?|(?<!\d)年)(?:[底末]|之?内)")
_WITHIN = re.compile(r"(?P<n>\d+|[一二三四五六七八九十两]+)个?(?P<unit>日|天|周|月|个月)(?:之|以)?内")


def find(text: str) -> str | None:
    """The words that bound completion: a date, a period, 立即; 及时 and 尽快 are none.

    >>> find("各县要在6月底前完成整改"), find("要及时上报"), find("3日内报县政府"), find("春节前后加强巡查")
    ('6月底前', None, '3日内', None)
    >>> find("十月底前完成"), find("明年3月底前完成"), find("下周内报告"), find("每月底前报送")
    ('十月底前', '明年3月底前', '下周内', None)
    """
    match = _FIND.search(text)
    return match[0] if match else None


def resolve(words: str | None, reference: str | None) -> str | None:
    """ISO date of a deadline, or None.

    >>> resolve("6月底前", "2026-03-02"), resolve("3日内", "2026-03-02"), resolve("明年3月底前", "2026-03-02")
    ('2026-06-30', '2026-03-05', '2027-03-31')
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
    """A day, a part of a month, a year's end; of a span (自…至…) its last day."""
    if days := list(_DAY.finditer(words)):
        month, day = _number(days[-1]["m"]), _number(days[-1]["d"])
        year = _year(days[-1]["y"], month, today)
        return date(year, month, day) if year else None
    if match := _MONTH.search(words):
        month, part = _number(match["m"]), match["part"]
        year = _year(match["y"], month, today)
        last = {"初": 5, "上旬": 10, "中旬": 20}.get(part or "")
        return (date(year, month, last) if last else _month_end(year, month)) if year else None
    if "月" not in words and "季" not in words and "半" not in words and (match := _YEAR_END.search(words)):
        year = _year(f"{match['y'] or '今'}年", 12, today)
        return date(year, 12, 31) if year else None
    return None


def _relative(words: str, today: date) -> date | None:
    if match := _WITHIN.search(words):
        count = _number(match["n"])
        if match["unit"] in {"日", "天", "周"}:
            return today + timedelta(days=count * (7 if match["unit"] == "周" else 1))
        return _months_later(today, count)
    week = today + timedelta(days=6 - today.weekday())
    if re.search(r"[本下]周", words):
        return week + timedelta(days=7 * ("下周" in words))
    if re.search(r"[本当下]?月(?:[底末]|内)", words):
        month = _months_later(today.replace(day=1), int("下月" in words))
        return _month_end(month.year, month.month)
    return None


def _months_later(day: date, count: int) -> date:
    month = day.month - 1 + count
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _year(stated: str | None, month: int, today: date | None) -> int | None:
    """The stated year; 今年 and 明年 by the reference date; else the next such month at or after it."""
    words = (stated or "").strip().removesuffix("年").strip()
    if len(words) == 4:
        return int(words) if words.isdigit() else int("".join(str(_NUMERALS[c]) for c in words))
    if today is None:
        return None
    return today.year + 1 if words == "明" else today.year if words else today.year + (month < today.month)


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _number(words: str) -> int:
    if words.isdigit():
        return int(words)
    tens, _, ones = words.rpartition("十")
    return (_NUMERALS.get(tens, 1) * 10 if "十" in words else 0) + (_NUMERALS.get(ones, 0) if ones else 0)

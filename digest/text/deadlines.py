"""Deadlines: the words of a demand that bound its completion. ``deadline_dates`` tells which day they mean."""

from __future__ import annotations

import re

_N = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = r"(?:(?:20\d{2}|二[〇○零][一二三四五六七八九〇○零]{2}) ?年|[今明本当]年)"
_CLOCK = r"(?:\d{1,2}(?:时|点|:\d{2})(?:\d{1,2}分)?)?"
#: a day, a month or a part of one, with or without its year; never a number's tail (十|月) nor 每月, 去年
_DATE = rf"(?<![\d每去上一二三四五六七八九十]){_YEAR}? ?{_N} ?月(?: ?{_N} ?[日号]{_CLOCK}|[底末初]|[上中下]旬)?|(?<![\d月每一二三四五六七八九十])\d{{1,2}}[日号]{_CLOCK}"
_SPAN = r"(?<![\d每去上下明后前半个次一二三四五六七八九十])[本当]?(?:月|季度|年)[底末]|[下次]月[底末]|(?:今|明|20\d{2})年年?[底末]|[下本上]?[季半]年?度?末"
_FESTIVAL = r"[“”]?(?:春节|元旦|清明|五一|端午|中秋|国庆|十一|两节|双节|元宵)[“”]?(?:假期|期间)?|汛期|主汛期|入冬|入汛|供暖季|采暖季|供暖期|高考|中考|开学"
_BEFORE = r"(?:到来|来临)?(?:之前|以前|前)(?![后往来进列提沿期些段])"
_FIND = re.compile(
    rf"(?:{_DATE}|{_SPAN}|{_FESTIVAL}){_BEFORE}|{_YEAR}{_BEFORE}"
    rf"|(?:截至|截止到?|到)(?:{_DATE})(?![前至])|到(?:20\d{{2}}|[今明])年(?:年?底)?(?!\d)"
    rf"|即日起(?:至(?:{_DATE}))?|自(?:{_DATE})(?:起)?至(?:{_DATE})"
    r"|(?<![百千.\d])(?:[一二三四五六七八九十两半\d]+)(?:个)?(?:工作日|小时|天|日|周|个?月|年)(?:之|以)?内(?!出现|发生|累计|连续|超过|[两三四五六七八九十]次)"
    r"|(?:本周|下周|本月|下月|本季度|今年|上半年|下半年|汛期|假期)(?:之|以)?内|(?<![\d全常往去几多半近一两三四五六七八九十])年内(?!生产)"
    r"|在?最短时间内|在?第一时间(?!窗)|立即(?!\S{0,2}召开)|立刻|马上|限期|今晚|今天(?!的)|明天|当天|当日|当晚"
)


#: without one of these a text bounds nothing
_HINT = re.compile("[前内起晚天日到]|第一时间|最短时间|立[即刻]|马上|限期|截")


def find(text: str) -> str | None:
    """The words that bound completion: a date, a period, 立即; 及时 and 尽快 are none.

    >>> find("各县要在6月底前完成整改"), find("要及时上报"), find("3日内报县政府"), find("春节前后加强巡查")
    ('6月底前', None, '3日内', None)
    >>> find("十月底前完成"), find("明年3月底前完成"), find("下周内报告"), find("每月底前报送")
    ('十月底前', '明年3月底前', '下周内', None)
    """
    for clause in text.split("，") if _HINT.search(text) else ():
        match = _FIND.search(clause) if _HINT.search(clause) else None
        if match:
            return match[0]
    return None

"""Numbers and dates of a text with their values: 8.4万, 412起, 三项, 11月底前, 5日.

Values are spelt the same however the text spells them, so that two of them can be compared as strings.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_UNITS = "个项条起家名次批处户天周年期届轮场座辆艘台人件吨米元套所只本份篇组队栋间亩岁位"
NUMBER = re.compile(
    rf"""
      (?:(?P<year>\d{{4}})年)?(?P<month>\d{{1,2}})月份?(?:(?P<day>\d{{1,2}})[日号]|(?P<part>[底末初]|[上中下]旬))?
    | (?P<bare>\d{{1,2}})日
    | (?P<only>(?:19|20)\d{{2}})年
    | (?P<digits>\d+(?:,\d{{3}})*(?:\.\d+)?)(?P<times>[万亿]?)(?P<percent>[%‰]?)
    | (?P<han>[一二两三四五六七八九十百千]+)(?P<han_times>[万亿]?)(?=个?[{_UNITS}])
    """,
    re.VERBOSE,
)
_DATE_TAIL = re.compile(r"(?:之?前|以前|之?内|以内|起)?")
_TAIL = re.compile(rf"(?P<round>[余多])?(?P<unit>个百分点|平方公里|平方米|公里|公斤|小时|分钟|[{_UNITS}])?")
_ROUGH = re.compile(r"[近约超逾达]$")
#: the end of a month and its last day
_SAME_DAY = ({"底", "28"}, {"底", "29"}, {"底", "30"}, {"底", "31"})
_TIMES = {"": 1, "万": 10_000, "亿": 100_000_000}
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2}
_POWERS = {"十": 10, "百": 100, "千": 1000}


@dataclass(frozen=True, kw_only=True, slots=True)
class Number:
    """A number or date: ``text[start:end]`` is the number alone, ``text`` also has its unit (412起, 11月底前)."""

    text: str
    start: int
    end: int
    #: comparable spelling: ``412``, ``84000``, ``8.3%``, and ``2026-11-5``, ``-11-底``, ``--5`` for dates
    value: str
    unit: str
    #: 余 or 近 for a rounded number, else empty
    rough: str
    is_date: bool

    def differs(self, other: Number) -> bool:
        """True if the two cannot both be right, of the same thing."""
        if self.is_date != other.is_date or self.rough != other.rough:
            return False
        if not self.is_date:
            return self.unit == other.unit and self.value != other.value
        stated = [{a, b} for a, b in zip(self.value.split("-"), other.value.split("-"), strict=True) if a and b]
        return any(len(both) > 1 and both not in _SAME_DAY for both in stated)


def numbers(text: str) -> tuple[Number, ...]:
    """The numbers of a text without white space, in order.

    >>> [(n.text, n.value) for n in numbers("11月底前完成8.4万户改造，排查隐患三项、整改率94.6%")]
    [('11月底前', '-11-底'), ('8.4万户', '84000'), ('三项', '3'), ('94.6%', '94.6%')]
    """
    return tuple(_number(match, text) for match in NUMBER.finditer(text))


def cardinal(numeral: str) -> int:
    """The value of a number below ten thousand in digits or Chinese numerals.

    >>> cardinal("四百一十二"), cardinal("十二"), cardinal("三"), cardinal("21")
    (412, 12, 3, 21)
    """
    if numeral.isdecimal():
        return int(numeral)
    total, digit = 0, 0
    for character in numeral:
        if character in _POWERS:
            total, digit = total + (digit or 1) * _POWERS[character], 0
        else:
            digit = _DIGITS[character]
    return total + digit


def _number(match: re.Match[str], text: str) -> Number:
    is_date = bool(match["month"] or match["bare"] or match["only"])
    tail = (_DATE_TAIL if is_date else _TAIL).match(text, match.end())
    assert tail is not None  # both match the empty text
    found = tail.groupdict()
    return Number(
        text=text[match.start() : tail.end()],
        start=match.start(),
        end=match.end(),
        value=_date(match) if is_date else _count(match),
        unit=found.get("unit") or "",
        rough="余" if found.get("round") else "近" if _ROUGH.search(text[: match.start()]) else "",
        is_date=is_date,
    )


def _date(match: re.Match[str]) -> str:
    part = "底" if match["part"] == "末" else match["part"]
    day = match["day"] or match["bare"]
    return "-".join([match["year"] or match["only"] or "", *(_plain(x) for x in (match["month"], day or part))])


def _plain(number: str | None) -> str:
    return number.lstrip("0") if number else ""


def _count(match: re.Match[str]) -> str:
    if match["han"]:
        value = Decimal(cardinal(match["han"])) * _TIMES[match["han_times"]]
    else:
        value = Decimal(match["digits"].replace(",", "")) * _TIMES[match["times"]]
    return f"{value.normalize():f}{match['percent'] or ''}"

"""How a segment opens: bullets, numbers and names that are layout, and the words behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.text.directives.markers import Ordinal, ordinal

_SECTION = re.compile(r"^[●\s]*【([^】]{2,20})】")
_BULLET = re.compile(r"^[●■◆★▲○◎\s]*(?:【[^】]*】)?")
_ITEM = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．、](?!\d)|[①-⑳]|第[一二三四五六七八九十]{1,3}条[ 　：]*)\s*"
)
_MARKS = re.compile(r"[、（）.．第条章\s：]")
#: 二、管制要求：实行单向通行: the name of an item, then what it asks
_NAME = re.compile(r"[\u4e00-\u9fff]{2,10}：(?=\S)")
#: 二、清理范围: what and when, not what to do
_HEADING = re.compile(
    r"^[\u4e00-\u9fff]{2,6}(?:范围|时间|时段|地点|对象|条件|期限|区域|路段|依据|电话|方式)(?:[。；]?$|[：:])"
)
_NUMBERS = "一二三四五六七八九十"
_AFTER = dict(zip(_NUMBERS, [*_NUMBERS[1:], "十一"], strict=True))


@dataclass(frozen=True, kw_only=True, slots=True)
class Opening:
    """Where the words of a segment begin, and what stands before them."""

    at: int
    #: the number of a paragraph (一、 （二） 3.) without its marks
    number: str | None = None
    #: 一是, 首先 …, a word that is kept
    ordinal: Ordinal | None = None
    #: the words only name a range, a time or a place
    heading: bool = False


def opening(text: str, *, first: bool) -> Opening:
    """Read how a segment opens; only the ``first`` of a paragraph has a number.

    >>> opening("二、各乡镇要加强巡查。", first=True)
    Opening(at=2, number='二', ordinal=None, heading=False)
    >>> opening("三、管制时间：5月1日。", first=True).heading
    True
    """
    bullet = _BULLET.match(text)
    at = bullet.end() if bullet else 0
    if not first:
        return Opening(at=at)
    item = _ITEM.match(text, at)
    at = item.end() if item else at
    heading = _HEADING.match(text[at:]) is not None
    return Opening(at=at, number=_MARKS.sub("", item[0]) if item else None, ordinal=ordinal(text[at:]), heading=heading)


def behind_name(text: str, at: int) -> int:
    """Where the words of a numbered item begin behind its name: 管制要求：|实行单向通行."""
    name = _NAME.match(text, at)
    return name.end() if name else at


def section_of(paragraph: str) -> str | None:
    """The name of the bulletin section that a paragraph opens: 【领导活动】."""
    section = _SECTION.match(paragraph)
    return section[1] if section else None


def is_item(text: str) -> bool:
    """True for a paragraph that opens with a number."""
    return _ITEM.match(text) is not None


def follows(number: str | None, found: Ordinal | None) -> bool:
    """True if an ordinal is the next of a list that has come to ``number``."""
    return found is not None and found.number == (_AFTER.get(number) if number else "一")

"""Items of a notice that say how things shall be: 夜校照常上课, 湖上游船停运."""

from __future__ import annotations

import re

from digest.text.directives.owner import is_owner

_ARRANGED = re.compile(
    r"(?:照常|继续|一律|全部|统一)?(?:放假|停课|停学|复课|上[课班学]|停运|停驶|停工|停产|停业|停[水电气]|封闭|关闭|延期|暂停|取消|顺延)"
)
_DAYS = re.compile(r"(?:自|从|于)?(?:\d{4}年)?\d{1,2}月\d{1,2}日.*$")
_WEEKDAY = re.compile(r"（[^）]{1,12}）$")


def arranges(text: str) -> bool:
    """True for words that say what stops, is shut or goes on.

    >>> arranges("夜校照常上课"), arranges("咨询电话见附件")
    (True, False)
    """
    return _ARRANGED.search(text) is not None


def arranged(text: str) -> str | None:
    """Whom an arrangement of its first clause concerns, where they can be told to do something.

    >>> arranged("城东小学、镇幼儿园11月20日停课一天"), arranged("湖上游船停运")
    ('城东小学、镇幼儿园', None)
    """
    clause = text.partition("，")[0]
    found = _ARRANGED.search(clause)
    who = _WEEKDAY.sub("", _DAYS.sub("", clause[: found.start()])) if found else ""
    return who if who and is_owner(who) else None

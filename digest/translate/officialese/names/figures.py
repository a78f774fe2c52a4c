"""Figures as work plans write them: deadlines in a clause, and amounts behind what they count: ``修建步道12公里``."""

from __future__ import annotations

import re
from functools import cache

from digest.translate.officialese.names.dates import han_number, ordinal
from digest.translate.officialese.names.deadline import deadline_en
from digest.translate.officialese.words.lexicon import Entry, section

#: the tag of an amount behind its noun; its English has a place for the noun
AMOUNT = "fig"

_DEADLINE = re.compile(
    r"(?:(?:于|在)?(?:\d{4}年|今年|明年)?\d{1,2}月(?:\d{1,2}日|上旬|中旬|下旬|底|末)?之?前"
    r"|\d{4}年年?(?:底|末)之?前?|(?:于|在)?每月(?:\d{1,2}日|底|末)之?前|(?:于|在)?每周[一二三四五六日]之?前|(?:于|在)?每季度(?:末|底)之?前|(?:在)?第?[一二三四]季度末之?前?"
    r"|(?:在)?(?:\d{1,3}|[一二两三四五六七八九十]{1,2})个?(?:小时|天|日|工作日|月|周|季度|年)之?内)"
)
#: what may stand before a deadline is no digit and no year, or it would be the rest of a date
_IN_A_DATE = re.compile(r"[\d年.第约近]$")

_MEASURES = {
    "亩": "mu",
    "公里": "km",
    "千米": "km",
    "米": "metres",
    "平方米": "square metres",
    "平方公里": "square km",
    "立方米": "cubic metres",
    "公顷": "hectares",
    "吨": "tonnes",
    "千瓦": "kilowatts",
    "元": "yuan",
}
_COUNTED = "人个名处户座家所套台部辆口株项起件场批条间张盏面对宗艘头"
_AMOUNT = re.compile(
    rf"(?P<least>不少于|不低于|至少|超过|约|近)?(?P<count>\d[\d,]*(?:\.\d+)?)(?P<times>万|亿)?(?P<more>余|多)?"
    rf"(?P<unit>{'|'.join(sorted(_MEASURES, key=len, reverse=True))}|[{_COUNTED}])(?P<bound>以上|左右)?(?=$|、)"
)
_TIMES = {"万": 10_000, "亿": 100_000_000}
_BEFORE = {
    "不少于": "at least ",
    "不低于": "at least ",
    "至少": "at least ",
    "超过": "more than ",
    "约": "about ",
    "近": "nearly ",
}
_BILLION, _MILLION = 1_000_000_000, 1_000_000


def dated(text: str, at: int) -> Entry | None:
    """A deadline or an amount at a position of a clause, for :func:`cut`."""
    return _deadline(text, at) or _amount(text, at) or of_the_party(text, at) or _aged(text, at)


_AGED = re.compile(
    r"(?P<from>\d{1,2})(?:岁?(?:至|到|-)(?P<to>\d{1,2}))?岁(?P<bound>以上|及以上|以下)?的?"
    r"(?P<who>老年人|老人|人群|人员|未成年人|儿童|青少年)"
)
_WHO = {"儿童": "children", "青少年": "young people", "未成年人": "minors"}


def _aged(text: str, at: int) -> Entry | None:
    """``60岁以上老年人`` "people aged 60 and over"."""
    found = _AGED.match(text, at)
    if found is None or bool(found["to"]) == bool(found["bound"]):
        return None
    who = _WHO.get(found["who"], "people")
    if found["to"]:
        return Entry(zh=found[0], tag="o", en=f"{who} aged {found['from']} to {found['to']}")
    if found["bound"] == "以下":
        return Entry(zh=found[0], tag="o", en=f"{who} under {found['from']}")
    return Entry(zh=found[0], tag="o", en=f"{who} aged {found['from']} and over")


_CONGRESS = re.compile(
    r"(?:党的)?(?P<congress>十[六七八九]|二十[一-九]?)(?:大|届(?P<plenum>[一二三四五六七])中全会)(?P<said>精神|报告精神|报告|决定)?"
)
_SAID = {
    "精神": "the guiding principles of ",
    "报告精神": "the guiding principles of the report of ",
    "报告": "the report of ",
    "决定": "the decision of ",
}


def of_the_party(text: str, at: int) -> Entry | None:
    """``党的十九届四中全会精神``, ``党的十九大``: a congress, or a plenum of the committee that it elected."""
    found = _CONGRESS.match(text, at)
    term = han_number(found["congress"]) if found else None
    if found is None or not term or (found["plenum"] and found["said"] in {"报告", "报告精神"}):
        return None
    plenum = _PLENUMS.get(found["plenum"] or "")
    body = (
        f"the {plenum} plenum of the {ordinal(term)} Central Committee"
        if plenum
        else f"the {ordinal(term)} Party Congress"
    )
    return Entry(zh=found[0], tag="n", en=_SAID.get(found["said"] or "", "") + body)


_PLENUMS = dict(zip("一二三四五六七", ("first", "second", "third", "fourth", "fifth", "sixth", "seventh"), strict=True))


def _deadline(text: str, at: int) -> Entry | None:
    found = None if _IN_A_DATE.search(text[:at]) else _DEADLINE.match(text, at)
    said = found[0] if found else _at_a_time(text, at)
    english = deadline_en(said) if said else None
    return Entry(zh=said, tag="d", en=english) if said and english else None


#: what is aimed at is said by a verb of its own
_AIMS = ("力争", "争取", "确保", "务必")
#: characters of 在 and a time
_LONGEST = 9


@cache
def _ends() -> frozenset[str]:
    """Last characters of a time that something is to be done by."""
    return frozenset("前内底末旬日号时点初") | {zh[-1] for zh in section("names.txt", "deadlines")}


def _at_a_time(text: str, at: int) -> str | None:
    """``在春节前``, and ``国庆节前`` where a clause begins: 在 belongs to the time."""
    begins = text[at] == "在" or (not at and not text.startswith(_AIMS))
    for size in range(min(_LONGEST, len(text) - at), 2, -1) if begins else ():
        if text[at + size - 1] not in _ends():
            continue
        english = deadline_en(text[at : at + size])
        if english and english.startswith(("before ", "by ", "within ")):
            return text[at : at + size]
    return None


def _amount(text: str, at: int) -> Entry | None:
    """``8万亩`` as "80,000 mu of {}", ``30处`` as "30 {}"."""
    found = _AMOUNT.match(text, at) if at else None
    if found is None or (found["least"] and (found["bound"] or found["more"])):
        return None
    said = said_count(found["count"], found["times"])
    if found["bound"] == "以上":
        said = f"at least {said}"
    elif found["bound"] == "左右":
        said = f"about {said}"
    elif found["more"]:
        said = f"more than {said}"
    said = _BEFORE.get(found["least"] or "", "") + said
    unit = _MEASURES.get(found["unit"])
    return Entry(zh=found[0], tag=AMOUNT, en=f"{said} {unit} of {{}}" if unit else f"{said} {{}}")


def said_count(count: str, times: str | None) -> str:
    """A figure with its multiplier.

    >>> said_count("12", "亿"), said_count("8", "万"), said_count("1200", None)
    ('1.2 billion', '80,000', '1,200')
    """
    value = round(float(count.replace(",", "")) * _TIMES.get(times or "", 1), 2)
    if times and value >= _MILLION:
        return f"{value / _BILLION:g} billion" if value >= _BILLION else f"{value / _MILLION:g} million"
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"

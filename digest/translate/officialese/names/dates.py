"""Dates, years, periods, terms of office and ordinal numbers in headlines."""

from __future__ import annotations

import re
from functools import cache

from digest.translate.officialese.words.lexicon import number as counted, section

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
#: characters of a month in a dateline
_SHORT = 3
#: characters of 三季度
_QUARTER = 3
_DAY = r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(上午|下午|晚上?)?"
_FIRST = re.compile(rf"^{_DAY}[，,：:]?")
_LAST = re.compile(rf"[（(]?({_DAY})[）)]?$")
_PARTS = {"上午": " (morning)", "下午": " (afternoon)", "晚": " (evening)", "晚上": " (evening)", None: ""}
#: 6, 六: a number of something, for :func:`han_number`
NUMBER = r"[\d一二三四五六七八九十]{1,3}"
#: ``第六轮巡察``
_ROUND = re.compile(rf"第({NUMBER})([轮批])")
#: words that say "today": the date of the article says it better
_LATELY = re.compile(
    r"^(?:(?:今日|今天|昨日|昨天|近日|日前|\d{1,2}日)(?:上午|下午|晚上?)?[，,]?|(?:昨晚|今晚|本周|上周|连日来|近期|连夜)[，,])"
)
_HAN = "[一二三四五六七八九十]{1,3}"
#: 十四届(常委会): which term a body is in
_EVENTS = "节|赛|展|论坛|博览会|运动会|发大会|发展大会"
_BODIES_OF_TERMS = f"委|政府|人大|人民代表大会|政协|常委会|全体|会议|{_HAN}次"
_OF_A_BODY = (
    rf"第?(\d{{1,2}}|{_HAN})届(?!{_HAN}中全会|[^委府会协]{{0,8}}(?:{_EVENTS})|.{{0,16}}会议(?:大会)?主席团)"
    rf"(?=.{{0,10}}(?:{_BODIES_OF_TERMS}))"
)
_HAN_NUMBERS = {han: number for number, han in enumerate("一二三四五六七八九十", start=1)}
QUARTERS = dict(zip("一二三四1234", ["first", "second", "third", "fourth"] * 2, strict=True))
#: a period before or behind what a meeting is about
_TERMS = {
    "春季学期": "the spring term",
    "春季新学期": "the spring term",
    "秋季学期": "the autumn term",
    "秋季新学期": "the autumn term",
    "新学期": "the new term",
    "本学期": "the term",
    "第一学期": "the first term",
    "第二学期": "the second term",
    "新学年": "the new school year",
    "本学年": "the school year",
}
_SPOKEN = {
    "上半年": "the first half",
    "下半年": "the second half",
    "全年": "the whole",
    "前三季度": "the first three quarters",
}
_MONTH = r"\d{1,2}(?:(?:月份?)?[-—–至到]\d{1,2})?月(?:份|(?![\d日底末初上中下来]))"
_HAN_MONTH = "(?:十[一二]?|[一二三四五六七八九])月份"
_PERIOD = rf"{'|'.join((*_SPOKEN, *_TERMS))}|第?[一二三四1234]季度|{_MONTH}|{_HAN_MONTH}"
_AT_START = re.compile(rf"^(?:第[一二]学期|(?:{_PERIOD})(?!开学))")
_AT_END = re.compile(rf"(?:{_PERIOD})$")
_YEAR_START = re.compile(
    r"^(?:(\d{4})[-—–]+(\d{4})(?:学年(?:度)?|年度?)"
    r"|(\d{4}) ?年(?:度|(?!\d)|(?=\d{1,2}月(?:份|(?!\d))))"
    r"|(20\d\d)(?=[\u4e00-\u9fff])(?![届级个名家户人亩])) ?"
)
_YEAR_END = re.compile(r"(\d{4})年度?$")
#: 第63次区委常委会会议: before whoever meets
_BODY = (
    "全[省市县区镇乡州]|[省市县区镇乡]?"
    "(?:委|政府|人大|政协|党组|党委|党工委|常务|常委|主任|主席|书记|[省市县区镇]长|局长|院长|校长)"
)
_SESSION = re.compile(rf"首届|第({NUMBER})(?:届|次(?=(?:[^会]|会员)+代表大会(?!筹备)|{_BODY}))")
_TIME = re.compile(rf"第?({NUMBER})次$|第({NUMBER})[场期届]$|首(?:次|场|期)$")


def date(text: str) -> tuple[str, str]:
    """(", 8 Jan (afternoon)", the rest of the text) of a date at the start, else of one at the end."""
    first = _FIRST.match(text)
    found = first or _LAST.search(text)
    if found is None:
        return "", _LATELY.sub("", text)
    year, month, day, part = found.groups()[-4:]
    if not 1 <= int(month) <= len(MONTHS):
        return "", text
    rest = text[found.end() :] if first else text[: found.start()]
    said = f", {int(day)} {MONTHS[int(month) - 1][:_SHORT]}{f' {year}' if year else ''}{_PARTS[part]}"
    return said, rest.strip("，, ")


_SPAN = re.compile(
    r"^(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日?(?:[至到—-](?:(\d{1,2})月)?(\d{1,2})日)?|([上中下])旬|底|初|末)(?:在京)?$"
)


def days(text: str) -> str | None:
    """``6月17日至19日`` " on 17–19 Jun", ``4月下旬`` " in late April"; None for anything else."""
    found = _SPAN.match(text)
    if found is None or not 1 <= int(found[2]) <= len(MONTHS):
        return None
    month, year = MONTHS[int(found[2]) - 1], f" {found[1]}" if found[1] else ""
    if not found[3]:
        part = {"上": "early", "中": "mid-", "下": "late"}.get(found[6], "early" if "初" in text else "late")
        return f" in {part}{'' if part.endswith('-') else ' '}{month}{year}"
    first = f"{int(found[3])}"
    if found[5] and found[4]:
        return f" from {first} {month[:_SHORT]} to {int(found[5])} {MONTHS[int(found[4]) - 1][:_SHORT]}{year}"
    return f" on {first}{f'–{int(found[5])}' if found[5] else ''} {month[:_SHORT]}{year}"


def how_many(said: str) -> str:
    """``三`` "three", ``12`` "12"; empty for what is no number."""
    found = counted(f"{said}个", 0)
    return found.en if found else ""


def ordinal(number: int) -> str:
    """``22`` → "22nd"."""
    end = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{end}"


def han_number(said: str) -> int:
    """``二十三`` and ``23`` → 23; 0 for anything else."""
    if said.isdigit():
        return int(said)
    tens, ten, ones = said.rpartition("十")
    if not ten:
        return _HAN_NUMBERS.get(said, 0)
    return 10 * (_HAN_NUMBERS.get(tens, 0) if tens else 1) + (_HAN_NUMBERS.get(ones, 0) if ones else 0)


def numbered(text: str, *, bare: bool) -> tuple[str, str]:
    """(ordinal, the rest) of what a meeting is about when ``第38次`` or ``第三期`` ends it; "" for none.

    ``bare``: a number without 第 counts too, as in 十届三次全体会议.
    """
    found = _TIME.search(text)
    if found and not bare and found[0][0] not in "第首":
        return "", text  # 三次座谈会: how many
    number = han_number(found[1] or found[2] or "一") if found else 0
    return (ordinal(number), text[: found.start()]) if found and number else ("", text)


def round_at(text: str, at: int) -> tuple[str, int] | None:
    """("the 6th round of", characters) of ``第六轮`` at a position."""
    found = _ROUND.match(text, at)
    number = han_number(found[1]) if found else 0
    kind = "round" if found and found[2] == "轮" else "batch"
    return (f"the {ordinal(number)} {kind} of", len(found[0])) if found and number else None


def session(text: str) -> tuple[str, str]:
    """(ordinal, the rest) when ``第四届`` or ``首届`` begins the name of a meeting."""
    found = _SESSION.match(text)
    number = (han_number(found[1]) if found[1] else 1) if found else 0
    return (ordinal(number), text[found.end() :]) if found and number else ("", text)


def year(text: str, *, end: bool = False) -> tuple[str, str]:
    """("2026", the rest) of a year at the start or the end; "" for none."""
    found = _YEAR_END.search(text) if end else _YEAR_START.match(text)
    if found is None:
        return "", text
    if end:
        return found[1], text[: found.start()]
    return "–".join(number for number in found.groups() if number), text[found.end() :]


def period(text: str, *, end: bool = False) -> tuple[str, str]:
    """("the third quarter", the rest) of a period at the start or the end; "" for none."""
    found = (_AT_END if end else _AT_START).search(text)
    if found is None:
        return "", text
    rest = text[: found.start()] if end else text[found.end() :]
    said = _TERMS.get(found[0]) or _period(found[0].removeprefix("第"))
    return (said, rest) if said else ("", text)


def _period(said: str) -> str:
    if said.endswith("季度") and len(said) == _QUARTER:
        return f"the {QUARTERS[said[0]]} quarter"
    if said.endswith("月份") and not said[0].isdigit():
        return MONTHS[han_number(said.removesuffix("月份")) - 1]
    if not said[0].isdigit():
        return _SPOKEN.get(said) or _TERMS[said]
    numbers = [int(number) for number in re.findall(r"\d+", said)]
    if not all(1 <= number <= len(MONTHS) for number in numbers):
        return ""
    return " to ".join(MONTHS[number - 1] for number in numbers)


def whole_period(said: str, of_year: str) -> str:
    """What a meeting is "for": the first half of 2026, the third quarter; empty for no period."""
    if not said:
        return ""
    if of_year:
        return f" for {said} {'' if said[0].isupper() else 'of '}{of_year}"
    if said not in _SPOKEN.values() or said.endswith("quarters"):
        return f" for {said}"
    return " for the whole year" if said == "the whole" else f" for {said} of the year"


@cache
def _term() -> re.Pattern[str]:
    """A term, but for congresses and councils whose own it is: 第五届理事会."""
    own = "|".join(section("meetings.txt", "of-a-term"))
    return re.compile(
        f"{_OF_A_BODY}(?!第?{NUMBER}次(?!全)(?:{own})|(?:{own}|[暨、和与])+第?{NUMBER}次(?:全体|代表)?(?:会议|大会))"
    )


def term(text: str) -> tuple[str, str]:
    """``区第十七届政府``: (the text without its term, "17th")."""
    found = _term().findall(text)
    number = han_number(found[0]) if len(found) == 1 else 0
    return (_term().sub("", text), ordinal(number)) if number else (text, "")

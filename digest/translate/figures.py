"""Whether the numbers and dates of a Chinese text are all in its English.

Both sides are turned into values: 8.4万, ``84,000`` and ``84 thousand`` are one value; 6月 is June or a 6. What English
says in another way is let through (50% is half, 24小时 around the clock): a text is refused for a number that is gone,
not for one that is spelt out.

>>> lost("6月底前完成3.2亿元投资", "complete an investment of 320 million yuan by the end of June")
False
>>> lost("30日前整改五万户", "rectify households by the 30th")
True
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from digest import data
from digest.text.numerals import NUMBER, cardinal

_TIMES = {"": 1, "万": 10_000, "亿": 100_000_000}
#: numerals inside names and sayings count nothing
_NOT_COUNTED = re.compile(
    "七台河|五台|九台|三元(?=区|桥)|八所(?=镇|港)|三天两头|一家一户|千家万户|百年大计|两个毫不动摇"
)
_HAN_MONTH = re.compile(
    "(?P<month>十[一二]?|[一二三四五六七八九])月(?:(?P<day>[二三]?十?[一二三四五六七八九]|[二三]?十)[日号]|份|[底初末前]|[上中下]旬)"
)
#: counted things besides those of numerals.NUMBER
_HAN_MORE = re.compile(
    "百分之(?P<share>[一二两三四五六七八九十百]+)"
    # 二十大 and 十四五: the 20th congress, the 14th plan; 十大 is ten great ones
    '|(?P<ordinal>十[一二三四五六](?=五[”"]|五(?:规划|时期|期间))|(?:二?十[一二三四五六七八九]?)(?=大(?![力量型批片])))'
    "|(?P<han>[二两三四五六七八九十百]+)(?=日[之以]?[内前]|小时|分钟|公[里顷]|平方|立方)"
)
#: units that English may give with another prefix: 30万千瓦 is 300 MW
_PREFIXED = re.compile("[千兆毫]?[瓦吨克米升]|公[里斤]")

_LISTS = data.sections("translation_gate")
_WORDS = {word: n for part in ("cardinal", "ordinal") for n, word in enumerate(_LISTS[part])}
_TENS_WORDS = {word: 10 * (n % 8 + 2) for n, word in enumerate(_LISTS["tens"])}
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_LETTER_SCALES = {"k": 1000, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9}
_MONTHS = {word: n for part in ("month", "month_short") for n, word in enumerate(_LISTS[part], 1)} | {"sept": 9}
#: stands for an article and its like, with which English says 1个, and no date
_ARTICLE = -100
#: other words that say a number
_SAID = (
    (re.compile(r"\b(?:an?|single|once|each|every|per|annual\w*|daily|the)\b"), (_ARTICLE,)),
    (re.compile(r"\b(?:both|pairs?|twice|doubl\w+|couple|twofold|dual|bi\w+)\b"), (2,)),
    (re.compile(r"\b(?:tripl\w+|thrice|threefold|tri\w+)\b"), (3,)),
    (re.compile(r"\b(?:quadrupl\w+|fourfold|quarterly)\b"), (4,)),
    (re.compile(r"\bhal(?:f|ves|ve|ved|ving)\b"), (50, 2)),
    (re.compile(r"\bquarters?\b"), (25, 4)),
    (re.compile(r"\bweek(?:ly)?\b"), (7,)),
    (re.compile(r"\bfortnight\w*\b"), (14, 15)),
    (re.compile(r"\bdozens?\b"), (12,)),
    (re.compile(r"\bdecades?\b"), (10,)),
    (re.compile(r"\b(?:century|centuries|centenary)\b"), (100,)),
    (re.compile(r"\b(?:noon|midday)\b"), (12,)),
    (re.compile(r"\bmidnight\b"), (24,)),
    (re.compile(r"24/7|\b(?:a?round[ -]the[ -]clock|day and night)\b"), (24, 7)),
    (re.compile(r"\b(?:year[ -]end|(?:end|close) of (?:the|this|next) year)\b"), (12, 31)),
    (re.compile(r"\b(?:all|full(?:y)?|complete(?:ly)?|entire(?:ly)?|whole|total(?:ly)?)\b"), (100,)),
)
_TOKEN = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[a-z]+")


def lost(source: str, english: str, *, names: bool = False) -> bool:
    """True if a number or date of ``source`` is not in ``english``.

    ``names``: the text is a name, whose Chinese numerals count nothing (七台河市).
    """
    said = _said(english)
    return any(said.isdisjoint(accepted) for accepted in _wanted(source, names=names))


def _wanted(source: str, *, names: bool) -> Iterator[frozenset[Decimal]]:
    """For each number of the source the values of which one must be said."""
    text = unicodedata.normalize("NFKC", source)
    text = _NOT_COUNTED.sub("", re.sub(r"(?<!\d)\s+|\s+(?!\d)", "", text))
    for match in NUMBER.finditer(text):
        if match["han"]:
            if not names and match["han"] not in "一百千":
                yield _one_of(cardinal(match["han"]) * _TIMES[match["han_times"]])
        elif match["digits"]:
            yield from _digits(match, text[match.end() :])
        else:
            yield from (_one_of(int(match[part])) for part in ("year", "day", "bare", "only") if match[part])
            if match["month"]:
                yield _month(int(match["month"]))
    if not names:
        for match in _HAN_MONTH.finditer(text):
            yield _month(cardinal(match["month"]))
            if match["day"]:
                yield _one_of(cardinal(match["day"]))
        for match in _HAN_MORE.finditer(text):
            yield _one_of(cardinal(match["share"] or match["ordinal"] or match["han"]))


def _digits(match: re.Match[str], rest: str) -> Iterator[frozenset[Decimal]]:
    value = Decimal(match["digits"].replace(",", "")) * _TIMES[match["times"]]
    if not value:  # 08:00 is 8 a.m.
        return
    accepted = [value, *((Decimal(_ARTICLE),) if value == 1 else ())]
    if match["percent"] == "‰":
        accepted.append(value / 10)
    if _PREFIXED.match(rest):
        accepted += [value * 1000, value / 1000, value / 10**6]
    if re.match("[时点]", rest) and 12 < value < 24:
        accepted.append(value - 12)
    if re.match(r"[-–—~至到]\d{1,2}月", rest):
        accepted.append(-value)
    yield _one_of(*accepted)


def _one_of(*values: Decimal | int) -> frozenset[Decimal]:
    return frozenset(Decimal(value) for value in values)


def _month(number: int) -> frozenset[Decimal]:
    return _one_of(number, -number)


def _said(english: str) -> set[Decimal]:
    """Every value that the English says, and the months it names as negative numbers."""
    text = unicodedata.normalize("NFKC", english).casefold()
    values = set(_numbers(text))
    # a month by its name is no 6 of anything else, and "may" is mostly no month: kept apart by its sign
    values |= {Decimal(-_MONTHS[word]) for word in re.findall("[a-z]+", text) if word in _MONTHS}
    values |= {Decimal(n) for pattern, said in _SAID if pattern.search(text) for n in said}
    if re.search(r"\bp\.?m\b", text):
        values |= {value + 12 for value in values if value < 12}
    return values


def _numbers(text: str) -> Iterator[Decimal]:
    """The numbers of an English text: digits, words, and both with a scale behind them."""
    total: Decimal = Decimal(0)
    current: Decimal | None = None
    tens = False
    for word in (*_TOKEN.findall(text), ""):
        if word in _SCALES:
            # hundreds go on (two hundred thousand), thousands begin anew (one million two hundred)
            current = (1 if current is None else current) * Decimal(_SCALES[word])
            if word != "hundred":
                total, current = total + current, Decimal(0)
            tens = False
            continue
        if word == "and" and current is not None and (total or current >= 100):
            continue
        small = _WORDS.get(word, _TENS_WORDS.get(word))
        below_tens = tens and small is not None and small < 10
        if current is not None and not (small is not None and (below_tens or _round(total, current))):
            yield total + current
            yield from ((total + current) * n for n in (_LETTER_SCALES.get(word),) if n)
            total, current = Decimal(0), None
        if small is not None:
            current = (current or Decimal(0)) + small
        elif word[:1].isdigit():
            current = Decimal(word.replace(",", ""))
        tens = word in _TENS_WORDS


def _round(total: Decimal, current: Decimal) -> bool:
    """True if tens and ones may follow: two hundred, one million."""
    return bool(total or current) and current % 100 == 0

"""Two texts side by side: the numbers and dates they tell differently, and what proves that they are two stories.

Sentences are paired by the characters they share, their numbers left out; the pairs are aligned (the matching
blocks of :mod:`difflib`) and the numbers that stand in the same place are compared by value, not by spelling.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from digest.model import Article, Difference
from digest.text.numerals import NUMBER, Number, cardinal, numbers
from digest.text.segment import clauses, segments, sentences

#: share of character pairs that two sentences must have in common to be two versions of one
_VERSION = 0.55
#: shorter sentences are formulas (会议强调) that any article may hold; longer ones are no sentences
_SHORTEST, _LONGEST = 8, 2000
#: a template shows by the same exchange of words at so many places; the title counts twice
_EXCHANGES = 3
#: so many numbers of which most are other ones: a form filled in anew
_FIGURES = 4
#: share of its words, numbers left out, that a copy has in common with the other but for a slip; and how many runs of
#: five characters make a long text
_SAME, _LONG = 0.95, 250
#: the beginning of an article, in sentences after its title
_LEAD = 2

#: how a text ends that was not cut off, and how much of a broken end may be half a number
_FINISHED, _BROKEN = "。；！？”）》」", 4

_PLACE = re.compile(
    r"([\u4e00-\u9fff]{2})(?:省|市(?![场民区级直容值面政委])|县(?![级委])|区(?![域别间分位块级委])|旗|州|镇|乡(?!村)|街道|村(?!民)|社区|路(?![口面段])|大道|学校|中学|小学|医院|公司|水库)"
)
#: words before such an ending that name no place: 我市, 各区, 小区, 地区, 全县
_NO_NAME = re.compile(
    r"[本我全各该此辖小地城园社校景灾山片库林牧郊市县镇乡这两三几个街道关等与和的在属下上中内外级有类在名]$|[各全等]"
)
_ORDINAL = re.compile(r"第(\d+|[一二三四五六七八九十]+)([次届期批轮号])|〕(\d+)(号)")
_DAY = re.compile(r"(?:(\d{1,2})月)?(\d{1,2})日(?!(?:起|之?前|以前|之?内|以内|底|至|到))")
_YEAR = re.compile(r"20\d\d(?=年|〕)")
_EXCHANGED = re.compile(r"[\u4e00-\u9fff]{2,8}$")


def bare(text: str) -> str:
    """A text without white space: outlets differ in it, and it means nothing in Chinese."""
    return "".join(text.split())


def differences(shown: Article, copies: Sequence[Article]) -> tuple[Difference, ...]:
    """Numbers and dates that the copies tell otherwise than the text that is shown, in the order of that text.

    No difference is a number that each of the two texts holds somewhere, another spelling (8.4万 and 84000), a rounded
    number (412起 and 400余起), or a date with more or less of it said (11月5日 and 5日).
    """
    found: dict[tuple[str, str, str], Difference] = {}
    for copy in copies:
        for pair in _disagreements(shown, copy):
            found.setdefault((copy.key, pair.shown.text, pair.told.text), _difference(pair, copy))
    return tuple(found.values())


def contradiction(a: Article, b: Article) -> str | None:
    """Why two texts with much in common are two stories, or None.

    ``place``, ``day`` or ``number``: each names, in its title or lead, a place, a day or an ordinal (第三次) that the
    other one never names. ``template``: the same words are exchanged again and again. ``figures``: most numbers are
    others. Of a day alone two outlets may disagree when all else they say is the same.

    >>> def told(text):
    ...     return Article(key=text, file="", title=None, title_basis=None, published=None, event_date=None, source=None,
    ...                    place=None, doc_type="other", body=(text,))
    >>> contradiction(told("青屏市部署冬季供热工作。"), told("霁州市部署冬季供热工作。"))
    'place'
    >>> contradiction(told("青屏市部署冬季供热工作。"), told("我市部署冬季供热工作。"))
    """
    first, second = _Marks.of(a), _Marks.of(b)
    if _each_its_own(first.places, second.places, first.text, second.text):
        return "place"
    if _other_ordinal(first, second):
        return "number"
    other_year = _each_its_own(first.year, second.year, first.text, second.text)
    if (other_year or _other_day(first, second)) and not _slip(a, b):
        return "day"
    if _template(a, b):
        return "template"
    return "figures" if _filled_anew(first, second) else None


@dataclass(frozen=True, kw_only=True, slots=True)
class _Marks:
    """What tells one story from another of its kind."""

    text: str
    places: frozenset[str]
    days: frozenset[tuple[str, str]]
    ordinals: frozenset[tuple[int, str]]
    #: the latest year of the text: what it is about
    year: frozenset[str]
    numbers: frozenset[str]

    @staticmethod
    @lru_cache(maxsize=1024)
    def of(article: Article) -> _Marks:
        text = bare(f"{article.title or ''}。{article.text}")
        lead = bare("。".join([article.title or "", *(s.text for s in sentences(article.body)[:_LEAD])]))
        return _Marks(
            text=text,
            places=frozenset(m[1] for m in _PLACE.finditer(lead) if not _NO_NAME.search(m[1])),
            days=_days(lead),
            ordinals=_ordinals(lead),
            year=frozenset([max(_YEAR.findall(text), default="")]),
            numbers=frozenset(n.value + n.unit for n in numbers(bare(article.text))),
        )


def _days(text: str) -> frozenset[tuple[str, str]]:
    """(month or nothing, day), deadlines left out."""
    return frozenset(((m[1] or "").lstrip("0"), m[2].lstrip("0")) for m in _DAY.finditer(text))


def _ordinals(text: str) -> frozenset[tuple[int, str]]:
    return frozenset((cardinal(m[1] or m[3]), m[2] or m[4]) for m in _ORDINAL.finditer(text))


def _each_its_own(a: frozenset[str], b: frozenset[str], text_a: str, text_b: str) -> bool:
    """Each side names one that the other's text never names."""
    return any(name not in text_b for name in a) and any(name not in text_a for name in b)


def _other_ordinal(a: _Marks, b: _Marks) -> bool:
    def unknown(own: _Marks, other: _Marks) -> set[str]:
        return {unit for _, unit in own.ordinals - _ordinals(other.text)}

    return bool(unknown(a, b) & unknown(b, a))


def _other_day(a: _Marks, b: _Marks) -> bool:
    def unknown(own: _Marks, other: _Marks) -> bool:
        told = _days(other.text)
        return any(all(day != d or (month and m and month != m) for m, d in told) for month, day in own.days)

    return unknown(a, b) and unknown(b, a)


def _slip(a: Article, b: Article) -> bool:
    """Two outlets that tell one day in two ways and all else in the same words.

    An outlet does not disagree with itself: its second text is about another day. Where an outlet is not stated only a
    long text is told twice by accident; short ones are the warnings of one office, day after day.
    """
    if a.source and a.source == b.source:
        return False
    words_a, words_b = _words(a), _words(b)
    if not (a.source and b.source) and min(len(words_a), len(words_b)) < _LONG:
        return False
    told = {(d.shown.value, d.told.value) for d in _disagreements(a, b)}
    return len(told) == 1 and len(words_a & words_b) >= _SAME * min(len(words_a), len(words_b))


def _template(a: Article, b: Article) -> bool:
    """The same exchange of words at several places, and neither text knows the other's words."""
    text_a, text_b = _Marks.of(a).text, _Marks.of(b).text
    exchanged: Counter[tuple[str, str]] = Counter()
    titles = _Versions(_Line.of(a.title or ""), _Line.of(b.title or ""))
    for pair in (titles, titles, *_versions(a, b)):
        for left, right in pair.replaced():
            one, other = pair.first.words(*left), pair.second.words(*right)
            if _EXCHANGED.match(one) and _EXCHANGED.match(other):
                exchanged[one, other] += 1
    return any(n >= _EXCHANGES and one not in text_b and other not in text_a for (one, other), n in exchanged.items())


def _filled_anew(a: _Marks, b: _Marks) -> bool:
    short, long = sorted((a, b), key=lambda marks: len(marks.text))
    return len(short.numbers) >= _FIGURES and len(short.numbers & long.numbers) * 2 < len(short.numbers)


def _words(article: Article) -> frozenset[str]:
    """Runs of five characters, numbers left out."""
    text = NUMBER.sub("", re.sub(r"[\W_]+", "", article.text))
    return frozenset(text[i : i + 5] for i in range(len(text) - 4))


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence as a list of characters in which every number is one item."""

    text: str
    items: tuple[str | Number, ...]

    @classmethod
    @lru_cache(maxsize=4096)
    def of(cls, sentence: str) -> _Line:
        text = bare(sentence)
        items: list[str | Number] = []
        end = 0
        for number in numbers(text):
            items += [*text[end : number.start], number]
            end = number.end
        return cls(text, (*items, *text[end:]))

    def keys(self) -> list[str]:
        return [f"#{i.value}" if isinstance(i, Number) else i for i in self.items]

    def words(self, start: int, end: int) -> str:
        return "".join(i.text if isinstance(i, Number) else i for i in self.items[start:end])

    def numbers(self, start: int, end: int) -> list[Number]:
        return [i for i in self.items[start:end] if isinstance(i, Number)]

    def pairs(self) -> frozenset[str]:
        letters = [i for i in self.items if isinstance(i, str) and i.isalnum()]
        return frozenset(map("".join, pairwise(letters)))


@dataclass(frozen=True, slots=True)
class _Versions:
    """One sentence as the first and as the second text have it."""

    first: _Line
    second: _Line

    def replaced(self) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
        matcher = SequenceMatcher(None, self.first.keys(), self.second.keys(), autojunk=False)
        for kind, a, b, c, d in matcher.get_opcodes():
            if kind == "replace":
                yield (a, b), (c, d)


def _versions(a: Article, b: Article) -> Iterator[_Versions]:
    """Sentences of the two texts that say the same in other words or numbers; each of ``b`` with its nearest of ``a``."""
    ours = {bare(s.text): None for s in segments(a.body)}
    theirs = {bare(s.text): None for s in segments(b.body)}
    known = [_Line.of(s) for s in ours if s not in theirs and _SHORTEST <= len(s) <= _LONGEST]
    places: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(known):
        for pair in line.pairs():
            places[pair].append(index)
    for sentence in theirs:
        if sentence in ours or not _SHORTEST <= len(sentence) <= _LONGEST:
            continue
        line = _Line.of(sentence)
        shared = Counter(index for pair in line.pairs() for index in places[pair])
        scored = [(2 * n / (len(line.pairs()) + len(known[i].pairs())), -i) for i, n in shared.most_common(3)]
        if scored and max(scored)[0] >= _VERSION:
            yield _Versions(known[-max(scored)[1]], line)


@dataclass(frozen=True, slots=True)
class _Disagreement:
    shown: Number
    told: Number
    sentence: str


def _disagreements(a: Article, b: Article) -> list[_Disagreement]:
    in_a, in_b = _Marks.of(a).numbers, _Marks.of(b).numbers
    found = []
    for pair in _versions(a, b):
        whole = len(pair.second.text) - _cut_off(pair.second, b)
        for left, right in pair.replaced():
            ours, theirs = pair.first.numbers(*left), pair.second.numbers(*right)
            if len(ours) != len(theirs):
                continue  # rewritten: nothing tells which number stands for which
            for shown, told in zip(ours, theirs, strict=True):
                both_tell_both = shown.value + shown.unit in in_b and told.value + told.unit in in_a
                if shown.differs(told) and not both_tell_both and told.end < whole:
                    found.append(_Disagreement(shown, told, pair.first.text))
    text = bare(a.text)
    return sorted(found, key=lambda d: (text.find(d.sentence), d.shown.start))


def _cut_off(line: _Line, article: Article) -> int:
    """Characters at the end of a truncated copy in which a number may have lost its last digits."""
    unfinished = line.text[-1] not in _FINISHED and bare(article.text).endswith(line.text)
    return _BROKEN if unfinished else 0


def _difference(pair: _Disagreement, copy: Article) -> Difference:
    at = pair.shown.start
    clause = next((pair.sentence[s:e] for s, e in clauses(pair.sentence) if s <= at < e), pair.sentence)
    return Difference(clause=clause.strip("。；！？"), shown=pair.shown.text, told=pair.told.text, copy=copy.key)

"""Undo machine damage, exactly.

The pages were ruined by three machine processes that can all be inverted: a script inserted the pinyin of Traditional
characters *byte-wise* into GBK text (so that it sometimes straddles two characters), a filter doubled commas before
other punctuation, and single bytes were lost. Each rule below undoes one of them, says where it acted, and leaves alone
whatever it cannot prove. A text without damage comes back as it was; repairing twice is repairing once.

>>> repair("推進(jìn)會(huì)召開,、落實(shí)部署").text
'推进会召开，、落实部署'
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from digest.model import Repair
from digest.text.script import is_traditional, to_simplified, traditional_share

HAN = "\u3400-\u9fff"
#: lower-case letters with tone marks as pinyin is written, à (U+00E0) to ǜ (U+01DC)
PINYIN = "[a-z\u00e0-\u01dc]{1,7}"

#: a document counts as Traditional from this share of its Han on; machine-made Traditional has 25 to 40 %
TRADITIONAL_SHARE = 0.05

#: glosses from which on a machine wrote them
MACHINE_MADE = 3

Span = tuple[int, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class Repaired:
    """A repaired text and what was done to it."""

    text: str
    repairs: tuple[Repair, ...]


def repair(text: str) -> Repaired:
    """Apply every rule in its order; the spans of a rule count in the text that it was given."""
    done: list[Repair] = []
    for kind, rule in RULES:
        text, spans = rule(text)
        if spans:
            done.append(Repair(kind=kind, count=len(spans), spans=tuple(spans)))
    return Repaired(text=text, repairs=tuple(done))


@cache
def _readings() -> dict[int, str]:
    from pypinyin.pinyin_dict import pinyin_dict  # noqa: PLC0415 - a large table

    return dict(pinyin_dict)


def is_reading(character: str, pinyin: str) -> bool:
    """True if the dictionary of pypinyin gives ``pinyin`` as a reading of the character."""
    return pinyin in _readings().get(ord(character), "").split(",")


@cache
def _by_byte(lead: bool, value: int) -> tuple[str, ...]:
    """Traditional GBK Han whose lead (or trail) byte has this value."""
    found = []
    for other in range(0x40, 0xFF):
        pair = bytes((value, other) if lead else (other, value))
        try:
            character = pair.decode("gbk")
        except UnicodeDecodeError:
            continue
        if len(character) == 1 and "\u3400" <= character <= "\u9fff" and is_traditional(character):
            found.append(character)
    return tuple(found)


_STRADDLE = re.compile(rf"([{HAN}])\?({PINYIN})\)([^?\n]{{0,12}})\?({PINYIN})\)")


def straddled_pinyin(text: str) -> tuple[str, list[Span]]:
    """Pinyin inserted across a character boundary: the middle two bytes of 日報 (C8D5 88F3) are 請.

    Replaced only if exactly one original fits the bytes, or exactly one of them makes a word with what follows: both 強
    and 廧 are read qiáng and fit, and before 調 only 強 does.

    >>> straddled_pinyin("日?qǐng)?bào)")[0]
    '日報'
    >>> straddled_pinyin("真的?qǐng)?bào)")[0]
    '真的?qǐng)?bào)'
    """
    spans: list[Span] = []

    def undo(match: re.Match[str]) -> str:
        originals = _straddle_originals(*match.groups())
        if len(originals) > 1:
            following = text[match.end() : match.end() + 1]
            originals = {found for found in originals if _is_word(found[-1] + following)}
        if len(originals) != 1:
            return match[0]
        spans.append(match.span())
        return originals.pop()

    return _STRADDLE.sub(undo, text), spans


def _is_word(text: str) -> bool:
    """True for a word of jieba's dictionary, which is loaded only for this doubt."""
    from digest.text.tokens import dictionary  # noqa: PLC0415

    return dictionary()[0].get(to_simplified(text), 0) > 0


def _straddle_originals(first: str, pinyin: str, gap: str, last_pinyin: str) -> set[str]:
    """Every original that damages to ``first?pinyin)gap?last_pinyin)``."""
    found: set[str] = set()
    try:
        trail = first.encode("gbk")[1]
        # NFKC folded full-width forms to ASCII after the damage: in the bytes they are still two
        inner = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in gap).encode("gbk")
    except UnicodeEncodeError:
        return found
    for false_match in _by_byte(True, trail):
        if not is_reading(false_match, pinyin):
            continue
        rest = false_match.encode("gbk")[1:] + inner
        if len(rest) % 2 == 0:
            continue
        try:
            middle = rest[:-1].decode("gbk")
        except UnicodeDecodeError:
            continue
        found.update(first + middle + y for y in _by_byte(True, rest[-1]) if is_reading(y, last_pinyin))
    return found


_RUBY = re.compile(rf"([{HAN}])[(（]({PINYIN})[)）]")


def inserted_pinyin(text: str) -> tuple[str, list[Span]]:
    """Pinyin in brackets after its own character. A bracket that is not a reading of the character stays.

    In a Simplified document fewer than three are an author's gloss of a rare name, and stay too.

    >>> inserted_pinyin("推進(jìn)會(huì)")[0]
    '推進會'
    >>> inserted_pinyin("居民消費價格(cpi)")[0], inserted_pinyin("县长李翀(chōng)出席")[0]
    ('居民消費價格(cpi)', '县长李翀(chōng)出席')
    """
    found = [m for m in _RUBY.finditer(text) if is_reading(m[1], m[2])]
    if not found or (len(found) < MACHINE_MADE and traditional_share(text) < TRADITIONAL_SHARE):
        return text, []
    spans = [(m.end(1), m.end()) for m in found]
    pieces = [text[a:b] for a, b in zip([0, *(b for _, b in spans)], [*(a for a, _ in spans), len(text)], strict=True)]
    return "".join(pieces), spans


_LOST_BYTE = re.compile(rf"(?<=[{HAN}”’）)》】0-9%])\?([@-~])(?=[{HAN}])")


def lost_full_stop(text: str) -> tuple[str, list[Span]]:
    """A full stop whose first byte was lost: 。縣 is A1A3 BF68, without A1 it reads ``?h``.

    Only in a Traditional document: in a Simplified one ``?A`` may be a question.

    >>> lost_full_stop("促進空氣質量持續改善提升?h委書記出席會議")[0]
    '促進空氣質量持續改善提升。縣委書記出席會議'
    >>> lost_full_stop("你会买吗?A股怎么走")[0]
    '你会买吗?A股怎么走'
    """
    if not _LOST_BYTE.search(text) or traditional_share(text) < TRADITIONAL_SHARE:
        return text, []
    spans: list[Span] = []

    def undo(match: re.Match[str]) -> str:
        try:
            original = (b"\xa1\xa3\xbf" + match[1].encode("ascii")).decode("gbk")
        except UnicodeDecodeError:
            return match[0]
        if len(original) != 2 or not "\u3400" <= original[1] <= "\u9fff":
            return match[0]
        spans.append(match.span())
        return original

    return _LOST_BYTE.sub(undo, text), spans


_DOUBLED = re.compile("[,，](?=[,，、。;；!！])")
_DOUBLED_SURE = re.compile("[,，][、。]")


def doubled_comma(text: str) -> tuple[str, list[Span]]:
    """A comma doubled before other punctuation, if the document does so at least three times.

    >>> doubled_comma("摸清底數,、補上缺口,、守住關口,。")[0]
    '摸清底數、補上缺口、守住關口。'
    >>> doubled_comma("先说好,,再做")[0]
    '先说好,,再做'
    """
    if len(_DOUBLED_SURE.findall(text)) < 3:
        return text, []
    spans = [m.span() for m in _DOUBLED.finditer(text)]
    return _DOUBLED.sub("", text), spans


def simplified(text: str) -> tuple[str, list[Span]]:
    r"""Traditional lines to Simplified, one span for each changed character (the whole line if its length changed).

    A Simplified line is left alone: to OpenCC the 著 of 显著 would be a Traditional 着.

    >>> simplified("關於煙花爆竹\n显著成效")[0]
    '关于烟花爆竹\n显著成效'
    """
    if traditional_share(text) == 0:
        return text, []
    lines, spans, at = text.split("\n"), [], 0
    for number, line in enumerate(lines):
        if traditional_share(line) >= TRADITIONAL_SHARE:
            result = to_simplified(line)
            if len(result) == len(line):
                spans += [(at + i, at + i + 1) for i, (a, b) in enumerate(zip(line, result, strict=True)) if a != b]
            else:
                spans.append((at, at + len(line)))
            lines[number] = result
        at += len(line) + 1
    return "\n".join(lines), spans


_BRACKETED = re.compile(rf"\(([^()（）\n]*[{HAN}][^()（）\n]*)\)")
_FULL_WIDTH = str.maketrans(",;:!?()", "，；：！？（）")
_CJK = rf"{HAN}“”‘’《》〈〉【】、。，；：！？（）…—"
_FOLDED = re.compile(
    rf"(?<=[{_CJK}])[,;:!?()]|[,;:!?()](?=[{_CJK}])|(?<=[{_CJK}][0-9A-Za-z%])[,;!?)](?![0-9A-Za-z,])|[,;](?= ?[{_CJK}])"
)


def folded_punctuation(text: str) -> tuple[str, list[Span]]:
    """ASCII punctuation beside Chinese back to full width; numbers, times and addresses keep theirs.

    >>> folded_punctuation("会议指出,要抓好(三项)工作;16:28:23 http://a.cn/?id=1")[0]
    '会议指出，要抓好（三项）工作；16:28:23 http://a.cn/?id=1'
    """
    spans = [span for m in _BRACKETED.finditer(text) for span in ((m.start(), m.start() + 1), (m.end() - 1, m.end()))]
    text = _BRACKETED.sub(r"（\1）", text)
    while found := [m.span() for m in _FOLDED.finditer(text)]:  # a converted mark makes its neighbour convertible
        spans.extend(found)
        text = _FOLDED.sub(lambda m: m[0].translate(_FULL_WIDTH), text)
    return text, sorted(spans)


#: in this order: a straddle looks like two damaged rubies, and a lost byte like a question
RULES: tuple[tuple[str, Callable[[str], tuple[str, list[Span]]]], ...] = (
    ("straddled_pinyin", straddled_pinyin),
    ("inserted_pinyin", inserted_pinyin),
    ("lost_full_stop", lost_full_stop),
    ("doubled_comma", doubled_comma),
    ("simplified", simplified),
    ("folded_punctuation", folded_punctuation),
)

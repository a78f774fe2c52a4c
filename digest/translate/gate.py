"""Why an English text is not shown: a reader who has the Chinese beside it shall not be told something else in English.

Each rule looks for one failure that was reported of real engines: blank or repeated Chinese, loops, truncated and
merged lines, lost numbers, lost negations, and the chatter of language models. A text is refused when a rule is sure;
style and wording are nobody's business here.
"""

from __future__ import annotations

import enum
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence

from digest.text.script import han_count
from digest.translate import coverage, figures, negation
from digest.translate.engine import Context


class Fault(enum.StrEnum):
    """What is wrong with an English text, in words for the operator."""

    BLANK = "blank"
    CONTROL = "control characters"
    ECHO = "the Chinese again"
    HAN = "Chinese left in it"
    LETTERS = "letters that are not English"
    CHATTER = "more than the translation"
    LOOP = "repeats itself"
    SHORT = "too short: truncated"
    LONG = "too long"
    NUMBER = "a number or date is lost"
    NEGATION = "a negation is lost"
    MISSING = "a part of it is missing"
    PROHIBITION = "a prohibition that the Chinese does not have"


#: names and single words: abbreviations are right (发展和改革委员会, NDRC), signs of negation are syllables (无锡)
_NAMES = frozenset({Context.ISSUER, Context.OWNER, Context.PLACE, Context.TOPIC})

#: English has at most 12 characters for a Han character; a single one may take a long word
_LONGEST, _FEW_HAN = 12, 6
#: and at least so many: (from so many Han on, characters for each). Of 2044 directives of real articles that the rules
#: translate, those of 12 Han have 1.6 or more, those of 20 have 2.9 or more.
_SHORTEST, _SHORTEST_NAME = ((20, 1.5), (12, 1.0), (0, 0.8)), 0.3
#: Han that may stay beside a name, and the share of the text that may not be exceeded
_MOST_HAN, _HAN_SHARE = 2, 0.2

#: tone marks that no English word has: pinyin that was left over
_TONED = re.compile("[āēěīǐōǒūǔǎǖǘǚǜ]", re.IGNORECASE)
_SCIENCE = frozenset("µμΩαβγδλσπ")

_CHATTER = re.compile(
    r"""^\W*(?:sure|certainly|of\ course|here(?:'s|\ is|\ are)\ (?:the|your|my)|(?:english\ )?translation:|note:
    |translated\ text|i(?:'m|\ am)\ sorry|i\ can(?:not|'t)|as\ an\ ai
    |the\ (?:translation|chinese\ text|sentence)\ (?:is|means|translates))
    |```|&(?:\#\d+|quot|amp|lt|gt|apos|nbsp);|</?(?:p|b|i|br|div|span|think|x|g|s|target|source)\b[^>]*>|^\s*[{\[]\s*["{]""",
    re.IGNORECASE | re.VERBOSE,
)

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
#: so many words in a row, so many times in a row
_LOOPS = ((1, 4), (2, 3), (3, 3), (4, 3), (5, 3), (6, 2), (7, 2), (8, 2), (10, 2), (12, 2), (16, 2))
#: a run of words that a sentence has no reason to say three times
_LONG_RUN, _MOST_RUNS = 6, 2
_STUTTER = re.compile(r"([^\W\d_]{1,8}?)\1{5,}", re.IGNORECASE)
#: nobody ends a sentence so
_CUT_OFF = re.compile(r"(?:[,(（，、:]|\b(?:the|an?|of|and|or|which))$", re.IGNORECASE)


def objection(source: str, english: str, *, context: str, terms: Mapping[str, str] | None = None) -> Fault | None:
    """The first fault of ``english`` as a translation of ``source``, or None.

    ``terms`` whose English was used are taken for granted: what they say of numbers and negation is the user's.

    >>> objection("严禁焚烧秸秆", "Straw burning is strictly prohibited", context="directive") is None
    True
    >>> str(objection("12月1日前完成", "Complete it by December", context="directive"))
    'a number or date is lost'
    """
    shown = " ".join(unicodedata.normalize("NFC", english).split())
    return (
        _form(source, english, shown)
        or _length(source, shown, Context(context))
        or _meaning(source, shown, Context(context), terms or {})
    )


def _form(source: str, english: str, shown: str) -> Fault | None:
    found = (
        (Fault.BLANK, not any(c.isalnum() for c in shown) and any(c.isalnum() for c in source)),
        (Fault.CONTROL, any(_is_control(c) for c in english)),
        (Fault.ECHO, han_count(source) > 0 and _bare(source) == _bare(english)),
        (Fault.HAN, han_count(shown) > max(_MOST_HAN, _HAN_SHARE * len(shown))),
        (Fault.LETTERS, _foreign(shown, source)),
        (Fault.CHATTER, "\n" in english.strip() or bool(_CHATTER.search(shown) and not _CHATTER.search(source))),
        (Fault.LOOP, _loops(shown, source)),
    )
    return next((fault for fault, is_so in found if is_so), None)


def _bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def _is_control(character: str) -> bool:
    """White space aside: control and direction characters, unassigned and private ones, the sign of a lost byte."""
    kind = unicodedata.category(character)
    joiner = character in "\u200c\u200d\u00ad"
    return character == "\ufffd" or (kind in {"Cc", "Cf", "Cs", "Co", "Cn"} and not character.isspace() and not joiner)


def _foreign(english: str, source: str) -> bool:
    strange = {
        c
        for c in english
        if c.isalpha() and not c.isascii() and c not in _SCIENCE and c not in source and not _is_latin(c)
    }
    return any(not han_count(c) for c in strange) or bool(_TONED.search(english) and not _TONED.search(source))


def _is_latin(character: str) -> bool:
    return unicodedata.name(character, "").startswith(("LATIN", "FULLWIDTH LATIN", "FEMININE", "MASCULINE"))


def _loops(english: str, source: str) -> bool:
    words = [word.casefold() for word in _WORD.findall(english)]
    if _STUTTER.search(english):
        return True
    for size, times in _LOOPS:
        for start in range(len(words) - size * times + 1):
            first = words[start : start + size]
            if all(words[start + k * size : start + (k + 1) * size] == first for k in range(1, times)):
                return True
    most = max(_MOST_RUNS, _most_often(_bare(source)))  # some Chinese says it as often
    return _most_often(words) > most


def _most_often(run: Sequence[str]) -> int:
    """How often the most frequent run of six is there."""
    runs = Counter(tuple(run[i : i + _LONG_RUN]) for i in range(len(run) - _LONG_RUN + 1))
    return max(runs.values(), default=0)


def _length(source: str, shown: str, context: Context) -> Fault | None:
    han = han_count(source)
    latin = sum(c.isascii() and c.isalnum() for c in source)
    shortest = next(floor for least, floor in _SHORTEST if han >= least)
    if len(shown) < (_SHORTEST_NAME if context in _NAMES else shortest) * han:
        return Fault.SHORT
    if context not in _NAMES and han > _FEW_HAN and _CUT_OFF.search(shown) and not _CUT_OFF.search(source):
        return Fault.SHORT
    if len(shown) > _LONGEST * max(han, _FEW_HAN) + 2 * latin:
        return Fault.LONG
    return None


def _meaning(source: str, shown: str, context: Context, terms: Mapping[str, str]) -> Fault | None:
    is_name = context in _NAMES
    rest = source
    for zh, en in terms.items():
        if zh in rest and en.casefold() in shown.casefold():
            rest = rest.replace(zh, "")
    if figures.lost(rest, shown, names=is_name):
        return Fault.NUMBER
    if is_name:
        return None
    if negation.lost(rest, shown):
        return Fault.NEGATION
    if coverage.lost(source, shown, terms):
        return Fault.MISSING
    return Fault.PROHIBITION if negation.invented(source, shown) else None

"""The word lists of ``digest/data/officialese`` as values, and how a text is cut into their words."""

from __future__ import annotations

import hashlib
import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from digest.translate.officialese.words.morphology import mark, parted

#: Raised whenever a rule changes, so that no memory serves the output of an older rule.
RULES_VERSION = 7

#: the words; a word stands in one of them only
WORD_FILES = ("lexicon.txt", "verbs.txt", "nouns.txt", "fields.txt", "qualities.txt")
_FUNCTION = "function.txt"
_KINDS = "kinds.txt"
_CONDITIONS = "conditions.txt"
_FILES = (
    *WORD_FILES,
    _FUNCTION,
    _CONDITIONS,
    "heads.txt",
    "meetings.txt",
    "offices.txt",
    "names.txt",
    "topics.txt",
    "around.txt",
    "visits.txt",
    _KINDS,
)

HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One word and how it is said."""

    zh: str
    #: of the tables at the head of lexicon.txt and function.txt, or ``q``, which :func:`cut` makes for numbers
    tag: str
    en: str = ""
    #: the noun form of a verb, empty when it has none
    noun: str = ""


#: words in the order of the text
Words = tuple[Entry, ...]
#: the members of a list, each with its words
Groups = list[list[Entry]]


def _read(name: str) -> str:
    return files("digest.data").joinpath("officialese", name).read_text(encoding="utf-8")


def _rows(name: str) -> list[tuple[str, list[str]]]:
    """Every line that is not a comment as (section, fields)."""
    rows, section = [], ""
    for line in _read(name).splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("["):
            section = line.strip("[] ")
            continue
        rows.append((section, line.split("|")))
    return rows


@cache
def fingerprint() -> str:
    """Hex digest of the word lists and the rules: changes whenever an output can."""
    digest = hashlib.sha256(str(RULES_VERSION).encode())
    for name in _FILES:
        digest.update(_read(name).encode())
    return digest.hexdigest()[:16]


#: tags whose English begins with a verb that may have to change its form
_INFLECTED = frozenset({"v", "vp", "vs", "va", "vi", "p", "b", "b2"})


def _entry(fields: list[str]) -> Entry:
    zh, tag, en, noun = (*fields, "", "")[:4]
    if tag in _INFLECTED and not en.startswith("are "):
        en = mark(en, both=tag in {"v", "vp"})
    return Entry(zh=zh, tag=tag, en=en, noun=noun)


#: a number and the word that counts things, which English leaves out
_NUMBER = re.compile(
    r"(\d+(?:\.\d+)?|[一二两三四五六七八九十])(万|亿|%|％|个百分点)?(?:余|多)?([个项名家条类大次批处户套所场件位支]?)"
)
_SAID = dict(
    zip(
        "一二两三四五六七八九十",
        ["one", "two", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
        strict=True,
    )
)


def number(text: str, at: int) -> Entry | None:
    """A number with what it counts by: ``三项`` "three", ``5万户`` "50,000", ``10%`` "10%"."""
    found = _NUMBER.match(text, at)
    if found is None or (found[1] in _SAID and (not found[3] or found[2])) or found[1] == "一":
        return None
    if found[1] in _SAID:
        english = _SAID[found[1]] + (" major" if found[3] == "大" else "")
    elif found[2] == "亿":
        english = f"{found[1]} hundred million" if "." in found[1] else f"{int(found[1]) * 100:,} million"
    elif found[2] == "万":
        english = f"{round(float(found[1]) * 10000):,}"
    elif found[2]:
        english = found[1] + ("%" if found[2] in "%％" else " percentage points")
    else:
        english = f"{int(found[1]):,}" if found[3] and found[1].isdigit() else found[1]
    return Entry(zh=found[0], tag="q", en=english)


_YEAR = re.compile(r"([到至])?(\d{4})年(?:度)?(?![\d底末初])((?:全面|基本|率先|如期)?(?:建成|实现|达到|形成))?")


def year(text: str, at: int) -> Entry | None:
    """``到2030年`` and ``2030年(建成)`` "by 2030", ``2026年`` "in 2026"."""
    found = _YEAR.match(text, at)
    if found is None:
        return None
    zh = found[0].removesuffix(found[3] or "")
    return Entry(zh=zh, tag="d", en=f"{'by' if found[1] or found[3] else 'in'} {found[2]}")


@cache
def words() -> dict[str, Entry]:
    """The lexicon by word."""
    return {fields[0]: _entry(fields) for name in WORD_FILES for _, fields in _rows(name)}


@cache
def function_words() -> dict[str, Entry]:
    """The small words of a clause, by word."""
    return {fields[0]: _entry(fields) for _, fields in _rows(_FUNCTION)}


@cache
def section(name: str, title: str = "") -> dict[str, str]:
    """Two-column lists: the Chinese and the rest of its line (columns still joined by ``|``)."""
    return {fields[0]: "|".join(fields[1:]) for part, fields in _rows(name) if part == title}


@cache
def kind(name: str) -> tuple[str, ...]:
    """The words, or ends of words, of a kind that a rule asks for."""
    return tuple(section(_KINDS)[name].split(" "))


@cache
def _known() -> tuple[dict[str, Entry], int]:
    """(every word with the lexicon over the function words, the length of the longest)."""
    known = function_words() | words()
    return known, max(map(len, known))


@cache
def _sizes() -> dict[str, tuple[int, ...]]:
    """Two characters → lengths of the words that begin with them, the longest first."""
    found: dict[str, set[int]] = {}
    for zh in _known()[0]:
        if len(zh) > 1:
            found.setdefault(zh[:2], set()).add(len(zh))
    return {start: tuple(sorted(sizes, reverse=True)) for start, sizes in found.items()}


#: the user's words of the call at hand; they win over the lexicon
_OWN: ContextVar[tuple[dict[str, Entry], int]] = ContextVar("own", default=({}, 0))


@contextmanager
def own_terms(terms: Mapping[str, str]) -> Iterator[None]:
    """While this is open, these words are said as given; a word that the lexicon does not know is a noun."""
    known = words()
    own = {zh: _entry([zh, known[zh].tag if zh in known else "n", en]) for zh, en in terms.items()}
    token = _OWN.set((own, max(map(len, own), default=0)))
    try:
        yield
    finally:
        _OWN.reset(token)


#: the end of a word and what follows, which are one word: 企业|发展壮大, 生态环境|执法监管, 项目|投产达效
_APART = frozenset({("发展", "壮大"), ("执法", "监管"), ("投产", "达效")})


def match(text: str, at: int) -> Entry | None:
    """The longest word that starts at a position: the user's, of the lexicon, or a function word, in this order."""
    own, longest_own = _OWN.get()
    known, longest = _known()
    most = min(max(longest, longest_own), len(text) - at)
    for size in range(most, 0, -1) if own else (*_sizes().get(text[at : at + 2], ()), 1):
        piece = text[at : at + size]
        entry = own.get(piece) or known.get(piece)
        if entry is None or len(piece) < size:
            continue
        if len(piece) > 2 and piece.endswith("安全") and text.startswith(kind("done-safely"), at + size):
            continue  # 农机|安全生产
        behind = text[at + size :]
        if piece == "要把" and (whole := match(text, at + 1)) and whole.zh.startswith("把") and len(whole.zh) > 1:
            continue  # 要|把好事办好
        if len(piece) > 2 and behind.startswith("化") and f"{piece[-2:]}化" in known and behind[:2] not in known:
            continue  # 管理|规范化, but 高标准|化工园区
        if len(piece) > 2 and (piece[-2:], behind[:2]) in _APART:
            continue
        if piece == "和解" and behind.startswith(("读", "决", "释")):
            continue  # 宣传和|解读
        if len(piece) > 3 and piece.endswith("融合") and behind.startswith("发展"):
            continue  # 文旅|深度|融合发展
        if len(piece) > 2 and entry.tag == "n" and f"{piece[-2:]}到位" in known and behind[:2] == "到位":
            continue  # 问题|整改到位
        return entry
    return None


def cut(text: str, more: Callable[[str, int], Entry | None] | None = None) -> Words | None:
    """A text as words, or None unless every character is covered. Words of tag ``0`` are dropped.

    ``more`` finds words that only one kind of text has, by the text and a position.

    A word of tag ``x`` is known only to guard against a wrong cut: a text that holds one is not covered.
    """
    entries: list[Entry] = []
    at = 0
    while at < len(text):
        entry = (more and more(text, at)) or match(text, at) or year(text, at) or number(text, at) or _quoted(text, at)
        if entry is None or entry.tag == "x" or (entry.zh == "地" and not _makes_adverb(entries)):
            return None
        at += len(entry.zh)
        if entries and entries[-1].zh in _MORE and entry.tag in {"a", "ad"}:
            entries[-1] = _more(entry)
        elif entry.tag != "0":
            entries.append(entry)
    return tuple(entries)


def _makes_adverb(entries: list[Entry]) -> bool:
    """地 behind an adjective or adverb; in 供给地 it is a place."""
    return bool(entries) and entries[-1].tag in {"a", "ad", "d", "p"}


_MORE = frozenset({"更", "更加"})


def _more(entry: Entry) -> Entry:
    """``更加有效``: "more effective", "more effectively"."""
    noun = entry.noun.removeprefix(".")
    said = f"more {noun}" if entry.tag == "ad" and " " not in noun else noun
    better = "better" if entry.en == "good" else f"more {entry.en}"
    return Entry(zh=entry.zh, tag=entry.tag, en=better, noun=said)


#: characters of 促消费, 抓项目: a verb and its object
_SHORT = 3


def opened(entries: Words) -> Words | None:
    """Words with those set predicates opened that are not the end of a phrase: 聚焦重点|领域 → 聚焦|重点|领域."""
    for index, entry in enumerate(entries[:-1]):
        if entry.tag in {"p", "b"} and entries[index + 1].tag not in {"c", "and"} and (verb := _first_verb(entry)):
            after = cut(entry.zh[len(verb.zh) :] + "".join(word.zh for word in entries[index + 1 :]))
            return (*entries[:index], verb, *(opened(after) or after)) if after else None
    return None


def _first_verb(entry: Entry) -> Entry | None:
    """What a set predicate begins with: 聚焦 of 聚焦重点, 抓 of 抓产业."""
    known = _known()[0]
    if known.get(entry.zh[:2]) and known.get(entry.zh[2:]):
        return known[entry.zh[:2]]
    short = section("heads.txt", "short").get(entry.zh[0]) if len(entry.zh) == _SHORT else None
    return _entry([entry.zh[0], "v", short]) if short else None


def _quoted(text: str, at: int) -> Entry | None:
    """Quoted nouns as one noun; a quoted slogan with a verb in it is not read."""
    end = text.find("”", at) if text[at] == "“" else -1
    inside = cut(text[at + 1 : end]) if end > at + 1 else None
    if not inside or any(entry.tag not in {"n", "k", "o", "a", "q"} for entry in inside) or inside[-1].tag in "aq":
        return None
    counted = inside[0].tag == "q" or inside[0].en in {"two", "three"}
    if counted and (not inside[-1].en.endswith("s") or inside[-1].en.startswith(("a ", "an "))):
        return None
    if any(entry.tag == "n" and entry.en.endswith("s") for entry in inside[:-1]):
        return None  # “企业清单”: no row of plurals
    if any(b.tag == "a" and a.tag != "a" for a, b in itertools.pairwise(inside)):
        return None  # “企业受灾清单”
    known, last = parted(inside[-1].en)
    english = " ".join([*(entry.en.removeprefix("the ") for entry in inside[:-1]), last])
    return Entry(zh=text[at : end + 1], tag=inside[-1].tag, en=f"{known}“{english}”")

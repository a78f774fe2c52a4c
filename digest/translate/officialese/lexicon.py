"""The word lists of ``digest/data/officialese`` as values, and how a text is cut into their words."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from digest.translate.officialese.morphology import mark

#: Raised whenever a rule changes, so that no memory serves the output of an older rule.
RULES_VERSION = 3

#: the words; a word stands in one of them only
WORD_FILES = ("lexicon.txt", "verbs.txt", "nouns.txt", "qualities.txt")
_FILES = (*WORD_FILES, "heads.txt", "meetings.txt", "offices.txt", "names.txt", "topics.txt")

HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One word and how it is said."""

    zh: str
    #: a letter of the table at the head of lexicon.txt, or one of :data:`FUNCTION_TAGS`
    tag: str
    en: str = ""
    #: the noun form of a verb, empty when it has none
    noun: str = ""


#: ``m`` modal, ``de`` 的, ``c`` list comma, ``and`` conjunction, ``ba`` object marker, ``prep`` preposition,
#: ``etc`` 等, ``neg`` 不 before a verb; :func:`cut` makes ``q`` for numbers
FUNCTION_WORDS = {
    "要": Entry(zh="要", tag="m", en="should"),
    "应": Entry(zh="应", tag="m", en="should"),
    "应当": Entry(zh="应当", tag="m", en="should"),
    "需": Entry(zh="需", tag="m", en="should"),
    "须": Entry(zh="须", tag="m", en="must"),
    "必须": Entry(zh="必须", tag="m", en="must"),
    "务必": Entry(zh="务必", tag="m", en="must"),
    "应该": Entry(zh="应该", tag="m", en="should"),
    "需要": Entry(zh="需要", tag="m", en="should"),
    "一定要": Entry(zh="一定要", tag="m", en="must"),
    "必须要": Entry(zh="必须要", tag="m", en="must"),
    "都要": Entry(zh="都要", tag="m", en="should"),
    "就要": Entry(zh="就要", tag="m", en="should"),
    "还要": Entry(zh="还要", tag="m", en="should also"),
    "也要": Entry(zh="也要", tag="m", en="should also"),
    "不得": Entry(zh="不得", tag="m", en="must not"),
    "不能": Entry(zh="不能", tag="m", en="must not"),
    "不准": Entry(zh="不准", tag="m", en="must not"),
    "不许": Entry(zh="不许", tag="m", en="must not"),
    "不要": Entry(zh="不要", tag="m", en="must not"),
    "绝不能": Entry(zh="绝不能", tag="m", en="must not"),
    "决不能": Entry(zh="决不能", tag="m", en="must not"),
    "不": Entry(zh="不", tag="neg"),
    "的": Entry(zh="的", tag="de"),
    "、": Entry(zh="、", tag="c"),
    "和": Entry(zh="和", tag="and"),
    "与": Entry(zh="与", tag="and"),
    "及": Entry(zh="及", tag="and"),
    "以及": Entry(zh="以及", tag="and"),
    "暨": Entry(zh="暨", tag="and"),
    "并": Entry(zh="并", tag="and"),
    "把": Entry(zh="把", tag="ba"),
    "将": Entry(zh="将", tag="ba"),
    "等": Entry(zh="等", tag="etc"),
    "对": Entry(zh="对", tag="prep", en="regarding"),
    "针对": Entry(zh="针对", tag="prep", en="regarding"),
    "按照": Entry(zh="按照", tag="prep", en="in line with"),
    "根据": Entry(zh="根据", tag="prep", en="according to"),
    "通过": Entry(zh="通过", tag="prep", en="through"),
    "结合": Entry(zh="结合", tag="prep", en="in light of"),
    "依托": Entry(zh="依托", tag="prep", en="relying on"),
    "对于": Entry(zh="对于", tag="prep", en="regarding"),
    "以": Entry(zh="以", tag="prep", en="with"),
    "在": Entry(zh="在", tag="prep"),
    "为": Entry(zh="为", tag="prep", en="for"),
    "给": Entry(zh="给", tag="prep"),
    "向": Entry(zh="向", tag="prep"),
    "从": Entry(zh="从", tag="prep"),
    "同": Entry(zh="同", tag="prep"),
    "关于": Entry(zh="关于", tag="prep"),
    "围绕": Entry(zh="围绕", tag="prep", en="focusing on"),
    "紧紧围绕": Entry(zh="紧紧围绕", tag="prep", en="focusing closely on"),
    "中": Entry(zh="中", tag="loc"),
    "上": Entry(zh="上", tag="loc"),
    "下": Entry(zh="下", tag="loc"),
    "内": Entry(zh="内", tag="loc"),
    "方面": Entry(zh="方面", tag="loc"),
    "过程中": Entry(zh="过程中", tag="loc"),
    "基础上": Entry(zh="基础上", tag="loc"),
    "前提下": Entry(zh="前提下", tag="loc"),
    "背景下": Entry(zh="背景下", tag="loc"),
    "框架下": Entry(zh="框架下", tag="loc"),
}


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
        english = found[1]
    return Entry(zh=found[0], tag="q", en=english)


@cache
def words() -> dict[str, Entry]:
    """The lexicon by word."""
    return {fields[0]: _entry(fields) for name in WORD_FILES for _, fields in _rows(name)}


@cache
def section(name: str, title: str = "") -> dict[str, str]:
    """Two-column lists: the Chinese and the rest of its line (columns still joined by ``|``)."""
    return {fields[0]: "|".join(fields[1:]) for part, fields in _rows(name) if part == title}


@cache
def _known() -> tuple[dict[str, Entry], int]:
    """(every word with the lexicon over the function words, the length of the longest)."""
    known = FUNCTION_WORDS | words()
    return known, max(map(len, known))


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


def match(text: str, at: int) -> Entry | None:
    """The longest word that starts at a position: the user's, of the lexicon, or a function word, in this order."""
    own, longest_own = _OWN.get()
    known, longest = _known()
    for size in range(min(max(longest, longest_own), len(text) - at), 0, -1):
        piece = text[at : at + size]
        entry = own.get(piece) or known.get(piece)
        if entry is not None:
            return entry
    return None


def cut(text: str, more: Callable[[str, int], Entry | None] | None = None) -> tuple[Entry, ...] | None:
    """A text as words, or None unless every character is covered. Words of tag ``0`` are dropped.

    ``more`` finds words that only one kind of text has, by the text and a position.

    A word of tag ``x`` is known only to guard against a wrong cut: a text that holds one is not covered.
    """
    entries: list[Entry] = []
    at = 0
    while at < len(text):
        entry = (more and more(text, at)) or match(text, at) or number(text, at) or _quoted(text, at)
        if entry is None or entry.tag == "x":
            return None
        at += len(entry.zh)
        if entries and entries[-1].zh in _MORE and entry.tag in {"a", "ad"}:
            entries[-1] = _more(entry)
        elif entry.tag != "0":
            entries.append(entry)
    return tuple(entries)


_MORE = frozenset({"更", "更加"})


def _more(entry: Entry) -> Entry:
    """``更加有效``: "more effective", "more effectively"."""
    noun = entry.noun.removeprefix(".")
    said = f"more {noun}" if entry.tag == "ad" and " " not in noun else noun
    better = "better" if entry.en == "good" else f"more {entry.en}"
    return Entry(zh=entry.zh, tag=entry.tag, en=better, noun=said)


def opened(entries: tuple[Entry, ...]) -> tuple[Entry, ...] | None:
    """Words with those set predicates opened that are not the end of a phrase: 聚焦重点|领域 → 聚焦|重点|领域."""
    known = _known()[0]
    found: list[Entry] = []
    for index, entry in enumerate(entries):
        follows = entries[index + 1].tag if index + 1 < len(entries) else "c"
        parts = [known.get(entry.zh[:2]), known.get(entry.zh[2:])]
        if entry.tag in {"p", "b"} and follows not in {"c", "and"} and all(parts):
            found += [part for part in parts if part is not None]
        else:
            found.append(entry)
    return tuple(found) if len(found) > len(entries) else None


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
    english = " ".join(entry.en.removeprefix("the ") for entry in inside)
    return Entry(zh=text[at : end + 1], tag=inside[-1].tag, en=f"“{english}”")

"""The word lists of ``digest/data/officialese`` as values, and how a text is cut into their words."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

#: Raised whenever a rule changes, so that no memory serves the output of an older rule.
RULES_VERSION = 1

_FILES = ("lexicon.txt", "meetings.txt", "offices.txt", "names.txt", "topics.txt")

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


#: ``m`` modal, ``de`` 的, ``c`` list comma, ``and`` conjunction, ``ba`` object marker, ``prep`` preposition, ``etc`` 等
FUNCTION_WORDS = {
    "要": Entry(zh="要", tag="m", en="should"),
    "应": Entry(zh="应", tag="m", en="should"),
    "应当": Entry(zh="应当", tag="m", en="should"),
    "需": Entry(zh="需", tag="m", en="should"),
    "须": Entry(zh="须", tag="m", en="must"),
    "必须": Entry(zh="必须", tag="m", en="must"),
    "务必": Entry(zh="务必", tag="m", en="must"),
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


@cache
def words() -> dict[str, Entry]:
    """The lexicon by word."""
    entries = {}
    for _, fields in _rows("lexicon.txt"):
        zh, tag, en, noun = (*fields, "", "")[:4]
        entries[zh] = Entry(zh=zh, tag=tag, en=en, noun=noun)
    return entries


@cache
def section(name: str, title: str = "") -> dict[str, str]:
    """Two-column lists: the Chinese and the rest of its line (columns still joined by ``|``)."""
    return {fields[0]: "|".join(fields[1:]) for part, fields in _rows(name) if part == title}


@cache
def _longest() -> int:
    return max(map(len, words()))


def match(text: str, at: int) -> Entry | None:
    """The longest word that starts at a position; the lexicon wins over function words of the same length."""
    for size in range(min(_longest(), len(text) - at), 0, -1):
        piece = text[at : at + size]
        entry = words().get(piece) or FUNCTION_WORDS.get(piece)
        if entry is not None:
            return entry
    return None


def cut(text: str) -> tuple[Entry, ...] | None:
    """A text as words, or None unless every character is covered. Words of tag ``0`` are dropped.

    A word of tag ``x`` is known only to guard against a wrong cut: a text that holds one is not covered.
    """
    entries: list[Entry] = []
    at = 0
    while at < len(text):
        entry = match(text, at)
        if entry is None or entry.tag == "x":
            return None
        at += len(entry.zh)
        if entry.tag != "0":
            entries.append(entry)
    return tuple(entries)

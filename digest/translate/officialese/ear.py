"""What no English ear accepts, whatever the grammar says: a word said twice, a chain of "of"."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from digest.translate.officialese.words.lexicon import Entry, Words
from digest.translate.officialese.words.morphology import MARK, gerund

#: the same word on both sides, where Chinese had two
_TWICE = re.compile(
    r"\b((?!more\b)[a-z]{4,}|[a-z]{4,} [a-z]{4,})(?: and|,| of(?: the)?)? \1\b|\bnew new\b|\buse of use\b"
    r"|\b([a-z]{8})[a-z]* \2[a-z]*\b"  # standardised standardisation
    r"|\b([a-z]+(?: [a-z]+){2,4}) (?:to )?\3\b"  # go all out to go all out
)
#: 改善民生、扩大内需“两个大局”: the slogan sums up all that stands before it
_SUMS_UP = re.compile("、[^“]*“[两二三四五六七八九十]")
#: X of Y of Z in one breath: of such clauses readers marked four in ten below 4 of 5
_CHAIN = re.compile(
    r"(?<!job)(?<!sense) of (?:(?!(?:and|or|in|on|to|for|by|with|from|as|at|that|who) )[\w'“”-]+ ){1,6}"
    r"(?<!job )(?<!sense )of "
)
#: an "of" that only says how many
_COUNTS = re.compile(r"\b(number|kinds?|types?|series|batch|mass|aspects) of ")
#: person by person
_ONE_BY_ONE = re.compile(r"\b([a-z]+) by \1\b")
_WORD = re.compile(r"[a-z]{5,}")
#: words that official English repeats
_OFTEN = frozenset({"party", "their", "which", "level", "levels", "development", "other", "those", "people", "close"})
_OFTEN |= {"front", "central", "safety", "higher", "constitution", "criticism", "national", "public", "leading"}


#: the importance of building something, not "of the building of" it
_OF_BUILDING = re.compile(r"\b(importance|significance|necessity|urgency) of (?:the )?building of ")
#: "work plans of own area": whose own the sentence leaves open
_OWN = re.compile(r"(?<!their )(?<!our )(?<!its )(?<!'s )(?<!s' )\bown (?=[a-z])")


def smoothed(english: str) -> str:
    """A clause in the words that English has for what Chinese says in a row."""
    return _OWN.sub("their own ", _OF_BUILDING.sub(r"\1 of building ", english))


def jars(english: str, text: str, entries: Words) -> bool:
    """Nobody would write this clause so; ``text`` and ``entries`` are its Chinese."""
    sums_up = _SUMS_UP.search(text) is not None and "” of " in english
    misplaced = any(not _beside(a, b, english) for a, b in itertools.pairwise(entries))
    return repeats(english) or sums_up or misplaced or _says_again(english, text) or _chains(english, entries)


def repeats(english: str) -> bool:
    """A word beside itself."""
    return _TWICE.search(english) is not None


def _beside(quality: Entry, noun: Entry, english: str) -> bool:
    """中小型金融机构风险: the institutions are small, not the risks."""
    if quality.tag != "a" or not quality.zh.endswith("型") or noun.tag not in {"n", "o"}:
        return True
    return f"{quality.en} {noun.en.removeprefix('the ')[:4]}" in english


def _says_again(english: str, text: str) -> bool:
    """A word twice where Chinese has nothing twice."""
    english = _ONE_BY_ONE.sub(r"\1", english)
    said = Counter(word.removesuffix("s") for word in _WORD.findall(english) if word not in _OFTEN)
    return max(said.values(), default=0) > max(Counter(text).values())


def _chains(english: str, entries: Words) -> bool:
    """A chain of "of", beside those that words have of their own."""
    owns = {entry.en for entry in entries if " of " in entry.en or " up the " in entry.en}
    for phrase in (*owns, *(gerund(own) for own in owns if MARK in own)):
        own = phrase.replace(MARK, "")
        english = english.replace(own, re.sub(" of(?: |$)", "-of-", own))
    return _CHAIN.search(_COUNTS.sub(r"\1-of-", english)) is not None

"""What can be read off a demand once it is cut: head, strength, topic, and whether it is a principle."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

from digest import data
from digest.text.directives.markers import Kind, connective_length, ordinal, read_clause
from digest.text.segment import clauses

_CUES = data.sections("cues")
_FORBIDS = re.compile(rf"(?:{data.alternation(_CUES['marker_not'])})")
_ENCOURAGES = re.compile(r"^(?:鼓励|提倡|倡导|支持)")
#: characters of title and lead that may tell the topic where the demand does not
CONTEXT = 400
#: topics that a demand has at most
TOPICS = 3
_DEMANDING = frozenset({Kind.MARKED, Kind.ACTION, Kind.OWNED})
_MUST = re.compile(r"必须|务必|务须|须(?!知)")
_PRINCIPLE = re.compile(rf"(?:{data.alternation(_CUES['principle'])})|[\W_]|习近平[^，、]*(?:思想|精神|论述)|“[^”]*”")


def strength(marker: str, text: str) -> str:
    """``must not``, ``must``, ``encouraged`` or ``should``, from the marker that opens the demand."""
    if _FORBIDS.search(marker):
        return "must not"
    if _MUST.search(marker):
        return "must"
    return "encouraged" if _ENCOURAGES.match(text) else "should"


def demand_type(text: str) -> str:
    """``principle`` if nothing is left after attitude, style, spirit and campaign are struck, else ``operational``."""
    return "operational" if _work(text) else "principle"


@lru_cache(maxsize=256)  # the head of a demand asks clause by clause
def _work(clause: str) -> bool:
    """True if three characters are left once every word of principle is struck."""
    bare, at, left = _naked(clause), 0, 0
    while at < len(bare) and left < 3:
        struck = _PRINCIPLE.match(bare, at)
        left += struck is None
        at = struck.end() if struck else at + 1
    return left >= 3


def _naked(clause: str) -> str:
    """A clause without connective, ordinal, owner and marker."""
    bare = clause[connective_length(clause) :]
    if found := ordinal(bare):
        bare = bare[len(found.text) :].lstrip("，要")
    read = read_clause(bare)
    if read.marker:
        bare = bare[len(read.prefix) :]
        bare = bare if _FORBIDS.match(bare) else bare.removeprefix(read.marker)
    elif read.owner:
        bare = bare[len(read.owner) :]
    return bare


def head(text: str) -> str:
    """The shortest actionable phrase, a substring of the text: the first clause of work, without owner and marker."""
    parts = [text[a:b] for a, b in clauses(re.sub("[。；]", "，", text))] or [text]
    chosen = next((p for p in parts if _work(p) and read_clause(p).kind in _DEMANDING), parts[0])
    naked = _naked(chosen)
    phrase = naked if len(naked) >= 4 else chosen
    return phrase if phrase in text else chosen


def topics(text: str, context: str) -> tuple[str, ...]:
    """The topics whose keywords stand in the demand, most first; else the main one of its context (title and lead)."""
    return _ranked(text)[:TOPICS] or _ranked(context[:CONTEXT])[:1]


@lru_cache(maxsize=64)  # all demands of an article share their context
def _ranked(text: str) -> tuple[str, ...]:
    counts: Counter[str] = Counter()
    words = _topic_words()
    for at in range(len(text) - 1):
        for word, name in words.get(text[at : at + 2], ()):
            if text.startswith(word, at):
                counts[name] += 1
    order = list(data.sections("topics"))
    return tuple(sorted(counts, key=lambda name: (-counts[name], order.index(name))))


@cache
def _topic_words() -> dict[str, tuple[tuple[str, str], ...]]:
    """The first two characters of a keyword → the keywords that open so, with their topics."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for name, words in data.sections("topics").items():
        for word in words:
            found[word[:2]] = (*found.get(word[:2], ()), (word, name))
    return found

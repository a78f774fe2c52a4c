"""The topics of demands, told by the keywords that stand in them (``digest/data/topics.txt``)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cache

from digest import data

#: characters of title and lead that may tell the topic where the demand does not
CONTEXT = 400
#: topics that a demand has at most
MOST = 3


class Topics:
    """Where the keywords of topics stand in one article."""

    def __init__(self, text: str, *, title: str | None, lead: int) -> None:
        """``lead`` is the length of the first paragraph: its main topic is that of a demand without a keyword."""
        self._places = _places(text)
        self._starts = [place[0] for place in self._places]
        named = [topic for _, _, topic in _places(title or "")]
        self._main = _ranked(named + self._between(0, min(lead, CONTEXT)))[:1]

    def of(self, start: int, end: int) -> tuple[str, ...]:
        """The topics whose keywords stand in ``text[start:end]``, most first; else the main one of title and lead."""
        return _ranked(self._between(start, end))[:MOST] or self._main

    def _between(self, start: int, end: int) -> list[str]:
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [topic for _, stop, topic in self._places[first:last] if stop <= end]


def _ranked(found: list[str]) -> tuple[str, ...]:
    """Topics by how often their keywords were found; the first of the list wins a tie."""
    if len(found) < 2:
        return tuple(found)
    counts, order = Counter(found), _order()
    return tuple(sorted(counts, key=lambda topic: (-counts[topic], order[topic])))


def _places(text: str) -> list[tuple[int, int, str]]:
    """Start, end and topic of every keyword in the text, in order."""
    words, found = _keywords(), []
    for candidate in _opening().finditer(text):
        at = candidate.start()
        for word, topic in words.get(text[at : at + 2], ()):
            if text.startswith(word, at):
                found.append((at, at + len(word), topic))
    return found


@cache
def _keywords() -> dict[str, tuple[tuple[str, str], ...]]:
    """The first two characters of a keyword → the keywords that open so, with their topics."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for topic, words in data.sections("topics").items():
        for word in words:
            found[word[:2]] = (*found.get(word[:2], ()), (word, topic))
    return found


@cache
def _opening() -> re.Pattern[str]:
    """A character that opens a keyword, ahead of one that is second in a keyword."""
    firsts, seconds = (re.escape("".join(sorted({pair[i] for pair in _keywords()}))) for i in (0, 1))
    return re.compile(f"[{firsts}](?=[{seconds}])")


@cache
def _order() -> dict[str, int]:
    return {topic: number for number, topic in enumerate(data.sections("topics"))}

"""The points of each story: the best of what its directives do not say, and nothing that the mail has told before.

A sentence was told when four fifths of its character 5-grams stand in one text told before and it is no other fact: no
other number, no other word in the same place (two towns' sentences made from one template differ in a name), no
negation of one alone, no other town or day that the words do not name. In doubt it is shown: what is told twice costs a
moment, what is left out is lost.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from heapq import nlargest

from digest.model import Article, KeySentence, Story
from digest.text.numerals import numbers
from digest.text.similarity import grams

#: share of a sentence's 5-grams that stand in a text that tells it
_TOLD = 0.8
#: characters without punctuation; shorter ones are formulas, and a name is most of them
_SHORTEST = 12
#: texts that are compared character by character, those with the most 5-grams in common
_NEAREST = 5
_HAN = re.compile(r"[\u3400-\u9fff]")
_NEGATION = re.compile(r"[不未无没非]")


@dataclass(frozen=True, slots=True)
class _Words:
    """A text as it is compared."""

    bare: str
    grams: frozenset[str]
    numbers: frozenset[str]
    #: it says on which day
    dated: bool

    @staticmethod
    @lru_cache(maxsize=16_384)
    def of(text: str) -> _Words:
        found = numbers("".join(text.split()))
        return _Words(
            bare=re.sub(r"[\W_]+", "", text),
            grams=grams(text),
            numbers=frozenset(n.value + n.unit for n in found),
            dated=any(n.is_date for n in found),
        )


class Told:
    """What a mail has told so far."""

    def __init__(self) -> None:
        self._texts: list[tuple[_Words, Article]] = []
        self._holders: dict[str, list[int]] = defaultdict(list)

    def add(self, text: str, article: Article) -> None:
        """Remember a text of an article."""
        words = _Words.of(text)
        if len(words.bare) < _SHORTEST:
            return
        for gram in words.grams:
            self._holders[gram].append(len(self._texts))
        self._texts.append((words, article))

    def has(self, text: str, article: Article) -> bool:
        """True if some text told before says what this text of an article says."""
        words = _Words.of(text)
        if len(words.bare) < _SHORTEST:
            return False
        alike = (
            told
            for told, other in self._sharing(words)
            if _holds(told, words) and _one_place(words, article, other) and _one_day(words, article, other)
        )
        nearest = nlargest(_NEAREST, alike, key=lambda told: len(told.grams & words.grams))
        return any(not _other_sense(told.bare, words.bare) for told in nearest)

    def _sharing(self, words: _Words) -> Iterator[tuple[_Words, Article]]:
        """Texts that may hold enough of the 5-grams: each of those holds one of any so many, and the rarest will do."""
        rarest = sorted(words.grams, key=lambda gram: (len(self._holders.get(gram, ())), gram))
        enough = len(rarest) - math.ceil(_TOLD * len(rarest)) + 1
        found = {index for gram in rarest[:enough] for index in self._holders.get(gram, ())}
        return (self._texts[index] for index in sorted(found))


def _holds(told: _Words, words: _Words) -> bool:
    """True if a text has enough of the words, and all of their numbers."""
    return len(words.grams & told.grams) >= _TOLD * len(words.grams) and words.numbers <= told.numbers


@lru_cache(maxsize=16_384)
def _other_sense(told: str, words: str) -> bool:
    """True if words are exchanged for others, or a negation stands in one text alone."""
    changes = SequenceMatcher(None, told, words, autojunk=False).get_opcodes()
    return any(
        (_HAN.search(told[a:b]) and _HAN.search(words[c:d])) or _NEGATION.search(told[a:b] + words[c:d])
        for kind, a, b, c, d in changes
        if kind != "equal" and (c < d or 0 < c < len(words))
    )


def _one_place(words: _Words, article: Article, other: Article) -> bool:
    """True for 南京市 and 江苏省南京市, where neither article states a place, and where the words name theirs."""
    one, two = article.place, other.place
    return (
        one == two or bool(one and two and (one in two or two in one)) or any(p and p in words.bare for p in (one, two))
    )


def _one_day(words: _Words, article: Article, other: Article) -> bool:
    """True unless the articles tell of two days and the words name none."""
    one, two = article.event_date, other.event_date
    return words.dated or not one or not two or one[-5:] == two[-5:]


def chosen(
    stories: Sequence[Story], shown: Sequence[frozenset[int]], due: Iterable[tuple[int, int]], limit: int
) -> list[tuple[KeySentence, ...]]:
    """The points of each story: the best ``limit``, in the order of the article.

    ``shown`` has for each story the indexes of the directives that the mail shows, empty for a story that it does not
    show; ``due`` the indexes (of the story, of the directive) of those in the box of near deadlines.
    """
    told = Told()
    for number, index in due:
        brief = stories[number].brief
        told.add(brief.directives[index].head, brief.article)
    return [
        _points(story, indexes, limit, told) if indexes else () for story, indexes in zip(stories, shown, strict=True)
    ]


def _points(story: Story, indexes: frozenset[int], limit: int, told: Told) -> tuple[KeySentence, ...]:
    """The points of a story, and its directives, become told."""
    brief, article = story.brief, story.brief.article
    for index, directive in enumerate(brief.directives):
        if index in indexes:
            told.add(directive.text, article)
    best: list[KeySentence] = []
    for sentence in sorted(brief.background, key=lambda s: s.rank):
        if len(best) < limit and not told.has(sentence.text, article):
            told.add(sentence.text, article)
            best.append(sentence)
    return tuple(sorted(best, key=lambda s: s.start))

"""TextRank: the key sentences of a text.

``textrank`` starts from sentences as a graph with BM25 edges (see ``graph``) and departs from the papers where news does:
what opens a text comes first; a sentence close to the title gains; what a sentence is worth
to a reader of this news is told apart (see ``worth``); and what has been chosen discounts what repeats it (maximal marginal
relevance, J. Carbonell and J. Goldstein, SIGIR 1998), so that five sentences say five things. ``textrank4zh`` is the
definition of the package of that name, with equal scores.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from digest.model import Directive, KeySentence, Sentence
from digest.text.graph import Incidence, bm25_scores, shared_word_scores
from digest.text.script import han_count
from digest.text.segment import segments, sentences
from digest.text.tokens import Jieba, Tokenizer, plain, tagged_words, words
from digest.text.worth import Worth, covered, inside, tells

Mode = Literal["textrank", "textrank4zh"]

#: a longer sentence is cut at ； before it is ranked
LONG_SENTENCE = 120
#: Han characters; shorter ones are headings and exclamations
SHORTEST = 10
_ENDS = re.compile(r"[。！；”]$")
#: share of a sentence that stands in the list of directives, to be told there
_LISTED = 0.7
_BULLETS = "●■◆★▲○◎ "
#: where textrank4zh cuts sentences
_DELIMITERS = re.compile(r"[^?!;？！。；…\n]+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Weights:
    """The options of ``textrank``, with the values that the development corpora chose."""

    #: exponent of the place of a sentence, counted from the start, in a text with directives
    position: float = 0.25
    #: the same in other news, which says at once what it has to say (Zheng and Lapata, ACL 2019, on position)
    position_in_news: float = 1.5
    #: factor of the first sentence of a text
    lead: float = 8.0
    #: weight of the similarity to the title: 1 + title × cosine
    title: float = 2.0
    #: share of its score that a sentence loses to an equal one that was chosen before
    novelty: float = 1.0
    worth: Worth = field(default_factory=Worth)


DEFAULT = Weights()


@dataclass(frozen=True, kw_only=True, slots=True)
class Ranking:
    """The sentences of a text that may be shown, each with its score; made by ``ranked``."""

    units: Sequence[Sentence]
    #: the words of each unit
    tokens: Sequence[Sequence[str]]
    #: (n,), they sum to at most 1
    scores: Sequence[float]
    graph: Incidence
    #: of the text, in order
    directives: Sequence[Directive]
    #: see Weights
    novelty: float

    def best(self, limit: int) -> tuple[KeySentence, ...]:
        """The ``limit`` best sentences, best first; ties go to the earlier sentence."""
        return self._chosen(limit, range(len(self.units)))

    def beside_the_list(self, limit: int) -> tuple[KeySentence, ...]:
        """The best of what the list of directives does not say already: what happened, who met, which figures."""
        share = covered(self.units, self.directives)
        told = [i for i, unit in enumerate(self.units) if share[i] < _LISTED and tells(unit.text)]
        return self._chosen(limit, told)

    def _chosen(self, limit: int, candidates: Sequence[int]) -> tuple[KeySentence, ...]:
        return _shown(self.units, self.scores, _marginal(self.scores, self.graph, candidates, limit, self.novelty))


def ranked(
    body: Sequence[str],
    *,
    title: str | None = None,
    directives: Sequence[Directive] = (),
    tokenizer: Tokenizer | None = None,
    weights: Weights = DEFAULT,
) -> Ranking:
    """The sentences of a body, ranked by ``textrank``."""
    units = _units(body)
    tokens = [words(unit.text, tokenizer) for unit in units]
    graph = Incidence(tokens)
    scores: list[float] = []
    if units:
        factors = _factors(body, units, directives, weights)
        cosines = graph.cosines(Counter(words(title or "", tokenizer)))
        scores = [float(s) for s in bm25_scores(graph) * factors * (1 + weights.title * cosines)]
        total = sum(scores) or 1.0
        scores = [round(score / total, 12) for score in scores]
    return Ranking(
        units=units, tokens=tokens, scores=scores, graph=graph, directives=directives, novelty=weights.novelty
    )


def key_sentences(
    body: Sequence[str],
    *,
    title: str | None = None,
    directives: Sequence[Directive] = (),
    limit: int = 5,
    mode: Mode = "textrank",
    tokenizer: Tokenizer | None = None,
    weights: Weights = DEFAULT,
) -> tuple[KeySentence, ...]:
    """The ``limit`` best sentences, best first; scores sum to at most 1, ties go to the earlier sentence."""
    if mode == "textrank4zh":
        return by_textrank4zh(body, limit, tokenizer)
    return ranked(body, title=title, directives=directives, tokenizer=tokenizer, weights=weights).best(limit)


def textrank4zh_scores(tokens: Sequence[Sequence[str]]) -> list[float]:
    """Scores of sentences, given as words, by textrank4zh's definition; they sum to 1."""
    return [float(score) for score in shared_word_scores(Incidence(tokens))]


def by_textrank4zh(body: Sequence[str], limit: int, tokenizer: Tokenizer | None = None) -> tuple[KeySentence, ...]:
    """The key sentences of the package textrank4zh: between its delimiters, of words tagged by ``jieba.posseg``."""
    text = "\n".join(body)
    paragraphs = [text.count("\n", 0, m.start()) for m in _DELIMITERS.finditer(text)]
    found = [(m, n) for m, n in zip(_DELIMITERS.finditer(text), paragraphs, strict=True) if m[0].strip()]
    units = [Sentence(text=m[0], start=m.start(), end=m.end(), paragraph=n) for m, n in found]
    tokens = tagged_words([unit.text for unit in units], tokenizer if isinstance(tokenizer, Jieba) else plain())
    scores = [round(score, 12) for score in textrank4zh_scores(tokens)]
    order = sorted(range(len(units)), key=lambda i: (-scores[i], i))
    return _shown(units, scores, order[:limit])


def _shown(units: Sequence[Sentence], scores: Sequence[float], chosen: Sequence[int]) -> tuple[KeySentence, ...]:
    return tuple(
        KeySentence(text=units[i].text, start=units[i].start, end=units[i].end, score=round(scores[i], 6), rank=rank)
        for rank, i in enumerate(chosen, 1)
    )


def _units(body: Sequence[str]) -> list[Sentence]:
    """Sentences that may be shown: with a full stop, long ones cut at ；, without bullets, each wording once."""
    parts = deque(segments(body))
    units: list[Sentence] = []
    seen: set[str] = set()
    for sentence in sentences(body):
        inside_it = []
        while parts and parts[0].start < sentence.end:
            inside_it.append(parts.popleft())
        for unit in inside_it if len(sentence.text) > LONG_SENTENCE else [sentence]:
            if han_count(unit.text) >= SHORTEST and _ENDS.search(unit.text) and unit.text not in seen:
                seen.add(unit.text)
                units.append(_without_bullet(unit))
    return units


def _without_bullet(unit: Sentence) -> Sentence:
    text = unit.text.lstrip(_BULLETS)
    return Sentence(text=text, start=unit.end - len(text), end=unit.end, paragraph=unit.paragraph)


def _factors(
    body: Sequence[str], units: Sequence[Sentence], directives: Sequence[Directive], weights: Weights
) -> list[float]:
    """What place and worth make of each unit."""
    places, sections = _places(body, units)
    held = inside(units, directives)
    exponent = weights.position if directives else weights.position_in_news
    factors = []
    for unit, place, here in zip(units, places, held, strict=True):
        lead = place == 1 and sections == 1
        worth = weights.worth.of(unit, lead=lead, demanding=bool(directives), directives=here)
        factors.append(worth * (weights.lead if lead else 1.0) / place**exponent)
    return factors


def _places(body: Sequence[str], units: Sequence[Sentence]) -> tuple[list[int], int]:
    """1, 2, 3 … for the sentences of a text, but 1 for all of a text of several sections (【…】 or ●); and their number.

    The sections of a bulletin are texts of their own: what stands further down in it is not less important.
    """
    sections = sum(paragraph.startswith(("【", "●")) for paragraph in body)
    if sections > 1:
        return [1] * len(units), sections
    return list(range(1, len(units) + 1)), 1


def _marginal(
    scores: Sequence[float], graph: Incidence, candidates: Sequence[int], limit: int, novelty: float
) -> list[int]:
    """Indices of candidates by maximal marginal relevance, the best first.

    Redundancy discounts a score instead of being subtracted from it: the position prior leaves late sentences scores so
    small that, subtracted, novelty alone would choose among them.
    """
    import numpy as np  # noqa: PLC0415

    left: Any = np.full(len(scores), -1.0)
    left[list(candidates)] = np.array(scores)[list(candidates)]
    redundancy = np.zeros(len(scores))
    chosen: list[int] = []
    while len(chosen) < min(limit, len(candidates)):
        discounted = np.where(left < 0, -1.0, left * (1 - novelty * redundancy))
        chosen.append(int(discounted.argmax()))
        left[chosen[-1]] = -1.0
        redundancy = np.maximum(redundancy, graph.cosines_with(chosen[-1]))
    return chosen

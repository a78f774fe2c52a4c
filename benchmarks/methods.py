"""Ways to put the sentences of an article in order, for summaries: each gives place and wording, the best first."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import cache

from inputs import text_document
from rankers import RANKERS, Ranker
from rouge import SEED, rouge

#: more than any article has
ALL = 100_000

Ordered = Sequence[tuple[int, str]]
Method = Callable[[str], Ordered]


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def digest(text: str) -> Ordered:
    """The whole reading: repair, clean, title, directives, key sentences."""
    from digest.errors import DocumentError
    from digest.text import brief

    try:
        read = brief.read(text_document("sample", text), sentences=ALL, tokenizer=_jieba())
    except DocumentError:
        return []
    return [(k.start, k.text) for k in read.key_sentences]


def digest_uncleaned(text: str) -> Ordered:
    """Key sentences of the lines as they are, with the directives read from them."""
    from digest.text.directives import extract
    from digest.text.rank import key_sentences

    found = key_sentences(lines(text), directives=extract(lines(text)), limit=ALL, tokenizer=_jieba())
    return [(k.start, k.text) for k in found]


def bm25_alone(text: str) -> Ordered:
    """The graph of digest without place, title, worth and novelty."""
    from digest.text.graph import Incidence, bm25_scores
    from digest.text.tokens import words

    found = in_order(text)
    scores = bm25_scores(Incidence([words(sentence, _jieba()) for _, sentence in found]))
    return [found[i] for i in sorted(range(len(found)), key=lambda i: -round(float(scores[i]), 12))]


def in_order(text: str) -> list[tuple[int, str]]:
    from digest.text.segment import sentences

    return [(s.start, s.text) for s in sentences(lines(text))]


def lead_of_cleaned(text: str) -> Ordered:
    """The sentences in order of what the reading leaves of the page."""
    from digest.text.clean import clean
    from digest.text.repair import repair

    return in_order("\n".join(clean(repair(text).text).body))


def shuffled(text: str) -> Ordered:
    found = in_order(text)
    random.Random(f"{SEED} {text[:200]}").shuffle(found)
    return found


def of_peer(name: str) -> Method:
    """A peer, whose sentences are looked up in the text to know their place."""

    def order(text: str) -> Ordered:
        joined = "\n".join(lines(text))
        return [(joined.find(sentence.strip()), sentence) for sentence in _peer(name)(lines(text), ALL)]

    return order


def oracle(text: str, reference: str, budget: int) -> Ordered:
    """The sentence that raises ROUGE most, again and again, while one within the budget does."""
    left, chosen, reached = in_order(text), [], 0.0
    while True:
        used = sum(len(sentence) for _, sentence in chosen)
        fitting = [s for s in left if not chosen or used + len(s[1]) <= budget]
        gains = [(sum(rouge(shown([*chosen, s]), reference)), s) for s in fitting]
        score, sentence = max(gains, default=(0.0, (0, "")))
        if score <= reached:
            return chosen
        reached = score
        chosen.append(sentence)
        left.remove(sentence)


def shown(chosen: Ordered) -> str:
    return "".join(sentence for _, sentence in sorted(chosen))


@cache
def _jieba():
    from digest.text.tokens import Jieba

    return Jieba()


@cache
def _peer(name: str) -> Ranker:
    return RANKERS[name]()


METHODS: dict[str, Method] = {
    "digest": digest,
    "digest, text as it is": digest_uncleaned,
    "BM25 TextRank alone": bm25_alone,
    "textrank4zh": of_peer("textrank4zh"),
    "sumy TextRank": of_peer("sumy TextRank"),
    "sumy LexRank": of_peer("sumy LexRank"),
    "sumy LSA": of_peer("sumy LSA"),
    "snownlp": of_peer("snownlp"),
    "lead": in_order,
    "lead, cleaned by digest": lead_of_cleaned,
    "random": shuffled,
}
#: too slow to be asked twice about every article
CLEAN_ONLY = ("snownlp",)

"""Everything that ranks sentences here: each takes the paragraphs of a text and gives its sentences, the best first.

What a factory returns is ready but for its dictionary. Imports stand inside the factories, so that an interpreter that
measures one of them has loaded nothing else.
"""

from __future__ import annotations

import logging
import re
import sys
import warnings
from collections.abc import Callable, Sequence

Ranker = Callable[[Sequence[str], int], list[str]]

_SENTENCE = re.compile(r"[^。！？…\n]+[。！？…]*[”’」』）】》]*")


def _digest(name: str, **options: str) -> Ranker:
    """``name`` is the tokenizer; with jieba, rjieba is as if it were not installed."""
    if name == "jieba":
        sys.modules["rjieba"] = None  # type: ignore[assignment]
    from digest.text.rank import key_sentences
    from digest.text.tokens import make

    tokenizer = make(name)
    return lambda body, limit: [k.text for k in key_sentences(body, tokenizer=tokenizer, limit=limit, **options)]


def _textrank4zh() -> Ranker:
    """The package with what networkx 3 took away from it."""
    import jieba
    import networkx as nx

    jieba.setLogLevel(logging.WARNING)
    nx.from_numpy_matrix = nx.from_numpy_array
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from textrank4zh import TextRank4Sentence
    ranker = TextRank4Sentence()

    def rank(body: Sequence[str], limit: int) -> list[str]:
        ranker.analyze(text="\n".join(body), lower=True, source="no_stop_words")
        return [item.sentence for item in ranker.get_key_sentences(num=limit, sentence_min_len=1)]

    return rank


class ChineseTokenizer:
    """What sumy asks of a tokenizer, by jieba; its own wants data that NLTK downloads."""

    def __init__(self) -> None:
        import jieba

        jieba.setLogLevel(logging.WARNING)
        self._cut = jieba.cut

    def to_sentences(self, paragraph: str) -> tuple[str, ...]:
        return tuple(found for match in _SENTENCE.finditer(paragraph) if (found := match[0].strip()))

    def to_words(self, sentence: str) -> tuple[str, ...]:
        return tuple(word for word in self._cut(sentence) if any(map(str.isalnum, word)))


def _sumy(module: str, summarizer: str) -> Ranker:
    from importlib import import_module

    from sumy.parsers.plaintext import PlaintextParser
    from sumy.utils import get_stop_words

    tokenizer = ChineseTokenizer()
    summarize = getattr(import_module(f"sumy.summarizers.{module}"), summarizer)()
    summarize.stop_words = get_stop_words("chinese")

    def rank(body: Sequence[str], limit: int) -> list[str]:
        ranked: list[str] = []

        def take(infos: list) -> list:  # sumy hands over the sentences best first, and returns them in order of text
            ranked.extend(str(info.sentence) for info in infos[:limit])
            return infos[:limit]

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # LSA of a short text
            summarize(PlaintextParser.from_string("\n\n".join(body), tokenizer).document, take)
        return ranked

    return rank


def _snownlp() -> Ranker:
    """It cuts at commas: what it ranks are clauses."""
    from snownlp import SnowNLP

    return lambda body, limit: SnowNLP("\n".join(body)).summary(limit)


RANKERS: dict[str, Callable[[], Ranker]] = {
    "digest, jieba": lambda: _digest("jieba"),
    "digest, rjieba": lambda: _digest("rjieba"),
    "digest, textrank4zh's definition": lambda: _digest("jieba", mode="textrank4zh"),
    "textrank4zh": _textrank4zh,
    "sumy TextRank": lambda: _sumy("text_rank", "TextRankSummarizer"),
    "sumy LexRank": lambda: _sumy("lex_rank", "LexRankSummarizer"),
    "sumy LSA": lambda: _sumy("lsa", "LsaSummarizer"),
    "snownlp": _snownlp,
}

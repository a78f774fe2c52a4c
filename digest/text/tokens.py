"""Words: the one place that knows jieba, and rjieba where it is installed (the extra ``fast``).

A tokenizer is a value of its own: no other user of jieba in the process sees its dictionary, its words or its log. What is
counted for ranking are jieba's words without textrank4zh's stop words and without marks. That package is not imported,
it would pull networkx and a function that networkx 3 removed: its file of stop words is read in place. Its tagger
(``jieba.posseg``) is used only where its exact definition is asked for: it is 6 times slower on Simplified text and 500
times on Traditional, and for sentences it only tells what is punctuation.
"""

from __future__ import annotations

import gc
import logging
import os
import tempfile
import threading
import warnings
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

from digest.text.route import best_ends
from digest.text.script import one_to_one

#: characters given to jieba at once: its search for unknown words takes the square of the length
_PIECE = 1000


class Tokenizer(Protocol):
    """Cuts a text into words."""

    #: jieba or rjieba
    name: str

    def cut(self, text: str) -> list[str]:
        """Every word and mark of a Simplified text in order; together they are the text."""
        ...


class Jieba:
    """jieba (MIT) with words of its own, ready when the first text is cut; ``cache`` as for ``dictionary``."""

    name = "jieba"

    def __init__(self, *, cache: Path | None = None, words: Iterable[str] = ()) -> None:
        self._cache, self._words = cache, tuple(words)
        self._tokenizer: Any = None
        self._tagger: Any = None

    def cut(self, text: str) -> list[str]:
        """See Tokenizer."""
        tokenizer = self.loaded()
        if len(text) <= _PIECE:
            return list(tokenizer.cut(text))
        return [word for at in range(0, len(text), _PIECE) for word in tokenizer.cut(text[at : at + _PIECE])]

    def loaded(self) -> Any:
        """The ``jieba.Tokenizer`` behind it."""
        if self._tokenizer is None:
            frequencies, total = dictionary(self._cache)
            tokenizer = _tokenizer_class()()
            tokenizer.FREQ = {**frequencies} if self._words else frequencies
            tokenizer.total, tokenizer.initialized = total, True
            for word in self._words:
                tokenizer.add_word(word)
            self._tokenizer = tokenizer
        return self._tokenizer

    def tagger(self) -> Any:
        """The ``jieba.posseg`` of its words. To make one reads the whole dictionary again, for the tags in it."""
        if self._tagger is None:
            from jieba import posseg  # noqa: PLC0415 - a tagger of 5 MB

            self._tagger = posseg.POSTokenizer(self.loaded())
        return self._tagger


class FastJieba:
    """rjieba (MIT): jieba in Rust, several times as fast. It keeps numbers and addresses whole, and is else the same."""

    name = "rjieba"

    def __init__(self, *, words: Iterable[str] = ()) -> None:
        import rjieba  # noqa: PLC0415 - an extra

        self._tokenizer = rjieba.Jieba()
        for word in words:
            self._tokenizer.add_word(word, None, None)

    def cut(self, text: str) -> list[str]:
        """See Tokenizer."""
        return list(self._tokenizer.cut(text))


def has_fast() -> bool:
    """True if the extra ``fast`` is installed."""
    return find_spec("rjieba") is not None


def make(name: str | None = None, *, cache: Path | None = None, words: Iterable[str] = ()) -> Tokenizer:
    """The tokenizer of that name; without one, rjieba if it is installed, else jieba."""
    if name == "rjieba" or (name is None and has_fast()):
        return FastJieba(words=words)
    return Jieba(cache=cache, words=words)


@cache
def default() -> Tokenizer:
    """The tokenizer of whoever asks for none in particular."""
    return make()


@cache
def plain() -> Jieba:
    """jieba, for what only jieba can do, where the tokenizer is another one."""
    return Jieba()


@cache
def stop_words() -> frozenset[str]:
    """The stop words of textrank4zh."""
    spec = find_spec("textrank4zh")
    if spec is None or spec.origin is None:
        return frozenset()
    text = Path(spec.origin).with_name("stopwords.txt").read_text("utf-8")
    return frozenset(line.strip() for line in text.splitlines() if line.strip())


def cut(text: str) -> list[str]:
    """Every word and mark of a Simplified text, by the default tokenizer."""
    return default().cut(text)


def words(sentence: str, tokenizer: Tokenizer | None = None) -> list[str]:
    """Words of one sentence, lower case, without stop words, punctuation and white space.

    A Traditional sentence is cut as its Simplified shadow, so that both are counted by the same words.

    >>> words("会议强调，要加强消防安全工作。")
    ['会议', '强调', '加强', '消防安全', '工作']
    >>> words("會議強調，要加強消防安全工作。") == words("会议强调，要加强消防安全工作。")
    True
    """
    stops = stop_words()
    shadow = one_to_one(sentence)
    found = (tokenizer or default()).cut(shadow)
    if shadow != shadow.lower():
        found = [word.lower() for word in found]
    return [word for word in found if word not in stops and (word.isalnum() or any(map(str.isalnum, word)))]


def tagged_words(sentences: Sequence[str], tokenizer: Jieba) -> list[list[str]]:
    """Words of sentences exactly as textrank4zh counts them: by ``jieba.posseg``, without marks and stop words."""
    tagger, stops = tokenizer.tagger(), stop_words()
    return [
        [
            word
            for pair in tagger.cut(text)
            if pair.flag != "x" and (word := pair.word.strip().lower()) and word not in stops
        ]
        for text in sentences
    ]


def dictionary(cache: Path | None = None) -> tuple[dict[str, int], int]:
    """Jieba's dictionary: word → occurrences, 0 for what is only the beginning of words; and their sum. Never changed.

    It is read once for the whole process. ``cache`` is a folder of this user for the dictionary as jieba has parsed it,
    which saves a second at the next start (by default ``~/.cache/directive-digest``). It is written under another name
    and moved there, so that programs that start at once do not see each other's half.
    """
    with _READING:
        if not _READ:
            tokenizer = _import_jieba().Tokenizer()
            tokenizer.tmp_dir = str(_writable(cache or _user_cache()))
            collects = gc.isenabled()
            gc.disable()  # half a million new objects would call the collector in vain
            try:
                tokenizer.initialize()
            finally:
                if collects:
                    gc.enable()
            _READ.append((tokenizer.FREQ, tokenizer.total))
        return _READ[0]


_READING = threading.Lock()
_READ: list[tuple[dict[str, int], int]] = []


def _user_cache() -> Path:
    return Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "directive-digest"


def _writable(folder: Path) -> Path:
    """The folder, or a fresh one where it cannot be made."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        return Path(tempfile.mkdtemp())
    return folder


@cache
def _tokenizer_class() -> Any:
    """The tokenizer of jieba with its search for the best cut replaced by an equal one."""

    class Tokenizer(_import_jieba().Tokenizer):  # type: ignore[misc]  # jieba ships no types
        def get_DAG(self, sentence: str) -> None:  # noqa: ARG002, N802 - jieba's name; calc does both steps
            return None

        def calc(self, sentence: str, DAG: None, route: dict[int, tuple[None, int]]) -> None:  # noqa: ARG002, N803
            for start, end in enumerate(best_ends(sentence, self.FREQ, self.total)):
                route[start] = (None, end)

    return Tokenizer


def _import_jieba() -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba 0.42.1 asks for pkg_resources and has unescaped regular expressions
        import jieba  # noqa: PLC0415 - 0.2 s

    jieba.setLogLevel(logging.WARNING)
    return jieba

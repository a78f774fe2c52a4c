"""Words of a sentence as textrank4zh counts them: jieba's segmentation without stop words and punctuation.

The stop words are textrank4zh's own file. Importing the package would pull networkx and a function that networkx 3
removed, so the file is read in place. Part-of-speech tagging is left out on purpose: for sentences it only tells
punctuation, and it is 500 times slower on Traditional text.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

#: characters given to jieba at once: its search for unknown words takes the square of the length
_PIECE = 1000


@cache
def segmenter() -> Any:
    """The jieba module, its dictionary not yet loaded."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba 0.42.1 asks for pkg_resources and has unescaped regular expressions
        import jieba  # noqa: PLC0415 - a dictionary of 5 MB

    jieba.setLogLevel(logging.WARNING)
    return jieba


@cache
def stop_words() -> frozenset[str]:
    """The stop words of textrank4zh."""
    spec = find_spec("textrank4zh")
    if spec is None or spec.origin is None:
        return frozenset()
    text = Path(spec.origin).with_name("stopwords.txt").read_text("utf-8")
    return frozenset(line.strip() for line in text.splitlines() if line.strip())


def cut(text: str) -> Iterator[str]:
    """Every word and mark of the text in order; together they are the text."""
    for at in range(0, len(text), _PIECE):
        yield from segmenter().cut(text[at : at + _PIECE])


def words(sentence: str) -> list[str]:
    """Words of one sentence, lower case, without stop words, punctuation and white space.

    >>> words("会议强调，要加强消防安全工作。")
    ['会议', '强调', '加强', '消防安全', '工作']
    """
    stops = stop_words()
    found = (word.strip().lower() for word in cut(sentence))
    return [w for w in found if w and w not in stops and any(c.isalnum() for c in w)]

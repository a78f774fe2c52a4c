"""Simplified and Traditional Chinese, through OpenCC.

Inside, all text is Simplified. ``tw2s`` is used because plain ``t2s`` leaves 著眼 as it is; ``tw2sp`` and ``s2twp``
are never used, they swap vocabulary (执行 → 运行, 社区 → 社群) and would change what an official said.
"""

from __future__ import annotations

import operator
import re
import unicodedata
from functools import cache
from typing import Any

from digest import data

#: characters that OpenCC takes for Traditional and Simplified texts write too: 显著, 乾县, 於小满
_BOTH = frozenset("著乾於")
#: characters whose Simplified form depends on their neighbours → the one that is compared
_ONE_FORM = str.maketrans("著乾於幺麽徵藉瞭馀锺覆沉", "着干于么么征借了余钟复沈")
_HAN = re.compile("[\u3400-\u9fff]+")


@cache
def _converter(config: str) -> Any:
    import opencc  # noqa: PLC0415 - loads dictionaries

    return opencc.OpenCC(config)


def to_simplified(text: str) -> str:
    """Simplified characters, vocabulary untouched."""
    return str(_converter("tw2s").convert(text))


def one_to_one(text: str) -> str:
    """Simplified characters, each in the place of its Traditional one: the shadow that a text is cut into words by.

    >>> one_to_one("會議強調"), len(one_to_one("瞭解於此")) == 4
    ('会议强调', True)
    """
    return text.translate(_one_to_one())


@cache
def _one_to_one() -> dict[int, int]:
    table = data.sections("one_to_one")
    return str.maketrans("".join(table["traditional"]), "".join(table["simplified"]))


def fold(text: str) -> str:
    """A text for comparison only: Simplified, and one form for what OpenCC tells apart by context.

    It takes 显著 for Traditional (显着) and 顯著 not (显著); whether 乾 is 干 depends on the word it stands in.
    """
    return to_simplified(text).translate(_ONE_FORM)


def to_traditional(text: str) -> str:
    """Traditional characters as written in Taiwan, vocabulary untouched."""
    return str(_converter("s2tw").convert(text))


def search_words(text: str) -> tuple[str, ...]:
    """The words of a search without what its writer does not mean: script, width, case, punctuation.

    >>> search_words("消防通道、許映川（市長） ＡＱＩ")
    ('消防通道', '许映川', '市长', 'aqi')
    """
    folded = to_simplified(unicodedata.normalize("NFKC", text).casefold())
    return tuple(re.findall(r"\w+", unicodedata.normalize("NFKC", folded)))


@cache
def is_traditional(character: str) -> bool:
    """True if the character changes on the way to Simplified."""
    return to_simplified(character) != character


def traditional_share(text: str) -> float:
    """Share of the Han characters in ``text`` that change on the way to Simplified, 0 for a text without Han.

    Converted as a whole: one by one, OpenCC takes the Simplified 么 for a rare Traditional character.
    """
    if one_to_one(text) == text:
        return 0.0
    simplified = to_simplified(text)
    if len(simplified) != len(text):
        return len(text) / max(1, han_count(text))
    changed: int = sum(map(operator.ne, text, simplified))
    both: int = (
        sum(a in _BOTH and a != b for a, b in zip(text, simplified, strict=True)) if _BOTH.intersection(text) else 0
    )
    return (changed - both) / max(1, han_count(text))


def han_count(text: str) -> int:
    """Number of Han characters of the BMP (U+3400 to U+9FFF), which is where this news is written."""
    return len(text) - len(_HAN.sub("", text))

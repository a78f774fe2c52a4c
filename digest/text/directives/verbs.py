"""Words that jieba's dictionary calls verbs or adverbs: what an explicit owner may be told to do needs no list of ours.

The dictionary is a file of the jieba package (MIT), one line per word: word, frequency, part of speech.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

#: tags that open a verb phrase; names and nouns made of verbs (vn alone) do not
_VERBAL = ("v", "d", "vd", "vi")
#: 每半月, 7月底前, 按季, 对…, 把…
_FRAME = re.compile(
    r"\d|每|按[月季周日年照]|把|将|对(?!于|方|象)|于|在|向|为|以(?!及|上|下|来|内|外)|从|由|[一二三四五六七八九十]+月|[年月季]底|[五十]一前|春节前|节前|限期|一律|逐|入户|上门|驻点|错时|靠前|专人|统一"
)
#: what somebody did or is; a reporter's words
_TELLS = re.compile(
    r"汇报|介绍|表示|出席|参加|列席|主持|召开|举行|陪同|发言|认为|是|有|作了|通报了|交流|反映|获|位于|属于|来到|前往|感谢|希望|以来|以及|已|曾|正在|还有|共有|共计"
)


@cache
def _verbs() -> frozenset[str]:
    lines = files("jieba").joinpath("dict.txt").read_text("utf-8").splitlines()
    words = (line.split(" ") for line in lines)
    return frozenset(word[0] for word in words if len(word) == 3 and word[2] in _VERBAL and len(word[0]) >= 2)


def opens_verb_phrase(text: str) -> bool:
    """True if ``text`` opens with a verb or adverb of the dictionary, a time or a preposition, and tells nothing done.

    >>> opens_verb_phrase("开设曝光台"), opens_verb_phrase("每半月通报一次"), opens_verb_phrase("出席会议")
    (True, True, False)
    """
    if _TELLS.match(text):
        return False
    return _FRAME.match(text) is not None or any(text[:size] in _verbs() for size in (2, 3, 4))

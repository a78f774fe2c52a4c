"""Words that jieba's dictionary calls verbs or adverbs: what an explicit owner may be told to do needs no list of ours.

The dictionary is a file of the jieba package (MIT), one line per word: word, frequency, part of speech.
"""

from __future__ import annotations

import operator
import re
from functools import cache
from importlib.resources import files

from digest import data

#: tags that open a verb phrase; names and nouns made of verbs (vn alone) do not
_VERBAL = ("v", "d", "vd", "vi")
_TAGS = frozenset(["v", "vn", "vd", "vi", "n", "a", "ad", "an", "d"])
#: 每半月, 7月底前, 按季, 对…, 把…
_FRAME = re.compile(
    r"\d|每|按[月季周日年照]|把|将|对(?!于|方|象)|于|在|向|为|以(?!及|上|下|来|内|外)|从|由|[一二三四五六七八九十]+月|[年月季]底|[五十]一前|春节前|节前|[派设建抓管守拆补清查报停限增](?!设|案|告|者|率|长)|限期|一律|逐|入户|上门|驻点|错时|靠前|专人|统一"
)
#: what somebody did or is; a reporter's words
_TELLS = re.compile(
    r"负责(?:人|同志)|领导(?:干部|同志|班子)?(?=要|亲)|汇报|介绍|在[^，]{2,20}后|此前|近日|日前|印发|发布|下发|出台|提出|指出|强调|启动了?|表示|出席|参加|列席|主持|召开|举行|陪同|发言|认为|是|有|作了|通报了|交流|反映|获|位于|属于|来到|前往|感谢|希望|以来|以及|已|曾|正在|还有|共有|共计"
)

_CUES = data.sections("cues")
#: verbs that stand inside the names of offices and groups: 退役军人事务局, 现场指挥部工作组
_IN_NAMES = frozenset(_CUES["verb_in_name"])
#: adverbs that no name holds
_ADVERB = re.compile(data.alternation(_CUES["adverb_not_in_name"]))


@cache
def _dictionary() -> dict[str, str]:
    """Word → part of speech, of the words of two to four characters that are no names."""
    lines = files("jieba").joinpath("dict.txt").read_text("utf-8").splitlines()
    words = (line.split(" ") for line in lines)
    return {word[0]: word[2] for word in words if len(word) == 3 and 2 <= len(word[0]) <= 4 and word[2] in _TAGS}


def _tagged(tags: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for word, tag in _dictionary().items() if tag in tags)


@cache
def _verbs() -> frozenset[str]:
    return _tagged(_VERBAL)


@cache
def _governing() -> frozenset[str]:
    return _tagged(("v",)) - _IN_NAMES


@cache
def common_words() -> frozenset[str]:
    """Words of two and three characters that are verbs, nouns, adjectives or adverbs."""
    return frozenset(word for word in _dictionary() if len(word) <= 3)


def holds_verb_and_object(noun: str) -> bool:
    """True if a supposed noun phrase is a sentence: a verb in it has five characters or more to govern, or an adverb.

    >>> holds_verb_and_object("村民申请经镇农业服务部门"), holds_verb_and_object("市退役军人事务局")
    (True, False)
    """
    pairs = map(operator.add, noun[:-6], noun[1:-5]) if len(noun) > 6 else ()
    return not _governing().isdisjoint(pairs) or _ADVERB.search(noun) is not None


def tells(text: str) -> bool:
    """True if what follows a subject is what it did or is (汇报了…, 在启动响应后…), never what it shall do."""
    return _TELLS.match(text) is not None


def opens_verb_phrase(text: str) -> bool:
    """True if ``text`` opens with a verb or adverb of the dictionary, a time or a preposition, and tells nothing done.

    >>> opens_verb_phrase("开设曝光台"), opens_verb_phrase("每半月通报一次"), opens_verb_phrase("出席会议")
    (True, True, False)
    """
    if tells(text):
        return False
    verbs = _verbs()
    opens = text[:2] in verbs or text[:3] in verbs or text[:4] in verbs
    return opens or _FRAME.match(text) is not None

"""Which answers of a language model belong to which sentence, and are worth keeping.

Models merge, split, drop and shift sentences without saying so, and the number of answers does not show it. So each
item has an id and must repeat the first characters of its source. The numbers here are those that eleven misbehaving
servers were caught with.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from digest.translate import figures

#: characters of the source that an item repeats
ECHO = 12
_SAME = 0.75
#: Han characters of the longest names, which English may abbreviate
_NAME = 12
_HAN = re.compile(r"[㐀-鿿]")
_WORD = re.compile(r"[A-Za-z0-9'’-]+")
_THOUGHT = re.compile(r"<think>.*?(?:</think>|\Z)", re.DOTALL)


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """One item of an answer."""

    echo: str
    english: str


def parse(content: str) -> dict[str, Answer]:
    """Items of an answer by id; the first of each id counts. Whatever is not the agreed JSON gives no items.

    >>> parse('<think>Hm {</think>```json{"items": [{"id": "1", "src": "要快", "en": "Be quick"}]}```')
    {'1': Answer(echo='要快', english='Be quick')}
    """
    content = _THOUGHT.sub("", content)
    try:
        data: Any = json.loads(content[content.find("{") : content.rfind("}") + 1])
    except (ValueError, RecursionError):
        return {}
    items = data.get("items") if isinstance(data, dict) else None
    found: dict[str, Answer] = {}
    for item in items if isinstance(items, list) else []:
        if isinstance(item, dict) and isinstance(item.get("en"), str):
            answer = Answer(echo=str(item.get("src", "")), english=item["en"].strip())
            found.setdefault(str(item.get("id")), answer)
    return found


def misplaced(source: str, answer: Answer | None) -> str:
    """Why an answer cannot be taken for one to this source; empty when it can."""
    if answer is None:
        return "no answer"
    if not answer.english:
        return "an empty answer"
    begin = source[:ECHO]
    if difflib.SequenceMatcher(None, begin, answer.echo[: len(begin) + 2], autojunk=False).ratio() < _SAME:
        return "an answer to another sentence"
    return ""


def poor(source: str, english: str) -> str:
    """Why an answer is no translation of its source: Chinese, too short or long, or in a loop; empty when it may be."""
    han = len(_HAN.findall(source))
    if len(_HAN.findall(english)) > max(2.0, 0.2 * len(english)):
        return "an answer in Chinese"
    shortest = 0.8 if han > _NAME else 0.3  # 湖南省发展和改革委员会 is the Hunan NDRC
    if not shortest * han <= len(english) <= 12 * max(6, han):
        return "an answer of the wrong length"
    if _loops(english):
        return "an answer that repeats itself"
    return ""


def settle(sources: Sequence[str], answers: Mapping[str, Answer]) -> list[str]:
    """Why each source, whose id is its number from 1, is to be asked again; empty where its answer can be kept.

    An answer before one that is missing is asked again too: it may have swallowed its neighbour.
    """
    whys: list[str] = []
    for number, source in enumerate(sources, 1):
        answer = answers.get(str(number))
        why = misplaced(source, answer)
        if why and number > 1 and not whys[-1]:
            whys[-1] = "an answer that may hold the next sentence too"
        if not why and answer is not None:
            why = poor(source, answer.english) or (
                "a number is missing" if figures.lost(source, answer.english) else ""
            )
        whys.append(why)
    return whys


def _loops(english: str) -> bool:
    """Whether three words stand three times in a row."""
    words = [word.lower() for word in _WORD.findall(english)]
    return any(words[i : i + 3] == words[i + 3 : i + 6] == words[i + 6 : i + 9] for i in range(len(words) - 8))

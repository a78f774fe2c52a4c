"""Which answers of a language model belong to which sentence, and are worth keeping.

Models merge, split, drop and shift sentences without saying so, and the number of answers does not show it. So each
item has an id and must repeat the first characters of its source. The numbers here are those that eleven misbehaving
servers were caught with. Merges that repeat every echo in its place, as such a model fills the schema, are found by the
length that is usual in the batch and by the words of the neighbours: 107 of 108, one at every place of batches of ten
made from tests/translate/truncation_pairs.txt, and 389 of the 432 answers that moved up behind them; no sound answer is
asked again there (tests/translate/test_align.py).
"""

from __future__ import annotations

import difflib
import json
import re
import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from digest.text.script import han_count
from digest.translate import coverage, figures

#: characters of the source that an item repeats
ECHO = 12
_SAME = 0.75
#: Han characters of the longest names, which English may abbreviate
_NAME = 12
_WORD = re.compile(r"[A-Za-z0-9'’-]+")
#: Han characters and answers from which on lengths can be compared
_LONG_ENOUGH, _ENOUGH = 8, 4
#: how much longer than usual an answer is that holds two sentences: by itself, and when the other's words are in it;
#: in one style of English lengths stray by a seventh
_TWICE, _LONGER = 1.75, 1.3
#: words of a sentence by which it is known, and the share of them that is heard
_KNOWN_BY, _HEARD = 2, 0.65
_OTHER = "an answer to another sentence"
_BOTH = "an answer that may hold the next sentence too"
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
        return _OTHER
    return ""


def poor(source: str, english: str) -> str:
    """Why an answer is no translation of its source: Chinese, too short or long, or in a loop; empty when it may be."""
    han = han_count(source)
    if han_count(english) > max(2.0, 0.2 * len(english)):
        return "an answer in Chinese"
    shortest = 0.8 if han > _NAME else 0.3  # 湖南省发展和改革委员会 is the Hunan NDRC
    if not shortest * han <= len(english) <= 12 * max(6, han):
        return "an answer of the wrong length"
    if _loops(english):
        return "an answer that repeats itself"
    return ""


def usual_length(sources: Sequence[str], answers: Mapping[str, Answer]) -> float | None:
    """Characters of English for a Han character, in the middle one of these answers; None if they are too few."""
    ratios = [
        len(answers[key].english) / han
        for key, source in _numbered(sources)
        if (han := han_count(source)) >= _LONG_ENOUGH and not misplaced(source, answers.get(key))
    ]
    return statistics.median(ratios) if len(ratios) >= _ENOUGH else None


def settle(sources: Sequence[str], answers: Mapping[str, Answer], usual: float | None = None) -> list[str]:
    """Why each source, whose id is its number from 1, is to be asked again; empty where its answer can be kept.

    An answer before one that is missing is asked again too: it may have swallowed its neighbour. So is one that says
    the words of its neighbour, whatever it repeats of its own source, or is much longer than ``usual``; after two such
    answers nothing that follows is believed.
    """
    whys: list[str] = []
    for key, source in _numbered(sources):
        answer = answers.get(key)
        why = misplaced(source, answer)
        if why and whys and not whys[-1]:
            whys[-1] = _BOTH
        if not why and answer is not None:
            why = poor(source, answer.english) or (
                "a number is missing" if figures.lost(source, answer.english) else ""
            )
        whys.append(why)
    strays: list[int] = []
    for place, why in enumerate(tuple(whys)):
        english = answers[str(place + 1)].english if not why else ""
        if not why and _is_of_neighbour(place, sources, english):
            strays.append(place)
            whys[place] = _OTHER
        elif not why and _holds_next(place, sources, english, usual):
            strays.append(place)
            whys[place], whys[place + 1] = _BOTH, whys[place + 1] or _OTHER
    if len(strays) > 1:  # the answers have moved, with the echoes in their old places
        whys[strays[0] :] = [why or _OTHER for why in whys[strays[0] :]]
    return whys


def _numbered(sources: Sequence[str]) -> Iterator[tuple[str, str]]:
    return ((str(number), source) for number, source in enumerate(sources, 1))


def _is_of_neighbour(place: int, sources: Sequence[str], english: str) -> bool:
    """Whether an answer says what the sentence before or after says, and nothing of its own."""
    source = sources[place]
    for other in (*sources[max(0, place - 1) : place], *sources[place + 1 : place + 2]):
        said, words = coverage.heard(source, other, english)
        if words >= _KNOWN_BY and not said and _is_heard(other, source, english):
            return True
    return False


def _holds_next(place: int, sources: Sequence[str], english: str, usual: float | None) -> bool:
    han = han_count(sources[place])
    if usual is None or han < _LONG_ENOUGH or place + 1 == len(sources):
        return False
    longer = len(english) / han / usual
    return longer > _TWICE or (longer > _LONGER and _is_heard(sources[place + 1], sources[place], english))


def _is_heard(source: str, other: str, english: str) -> bool:
    """Whether English says what ``source`` says and ``other`` does not."""
    said, words = coverage.heard(source, other, english)
    return words >= _KNOWN_BY and said >= _HEARD * words


def _loops(english: str) -> bool:
    """Whether three words stand three times in a row."""
    words = [word.lower() for word in _WORD.findall(english)]
    return any(words[i : i + 3] == words[i + 3 : i + 6] == words[i + 6 : i + 9] for i in range(len(words) - 8))

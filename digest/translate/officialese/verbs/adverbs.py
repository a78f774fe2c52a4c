"""Where an adverb stands: one word before the verb, several words behind it or in front."""

from __future__ import annotations

import re

from digest.translate.officialese.nouns.compound import never_first
from digest.translate.officialese.verbs import Reader
from digest.translate.officialese.words.lexicon import Entry, Words, kind, section, words
from digest.translate.officialese.words.morphology import MARK, is_adverb
from digest.translate.officialese.words.tags import ADVERBS, VERBAL, adverb

#: what stands before the verb as one adverb does
_TWO_ADVERBS = re.compile(r"[a-z]+ly and [a-z]+ly$")
_ON = frozenset({"continuously", "continually"})
#: behind a longer phrase, or one with a clause in it, an adverbial would belong to the wrong verb
_LONGEST = 60
#: what belongs to somebody begins so
CLAUSE = re.compile(r" (?:that|who|which) ")

#: adjectives that say how a wrong is done before a verb: 违规排放污水
WRONGLY = {"违法": "illegally", "非法": "illegally", "违规": "in breach of rules", "违法违规": "illegally"}


def with_adverb(english: str, reading: str) -> str | None:
    """One word, or "strive to", stands before the verb; an adverbial of several words behind it, or in front.

    None where the place depends on the verb: 更加聚焦.
    """
    if english == "more" and not is_adverb(reading.split(" ", maxsplit=1)[0]):
        return None
    if english.endswith(" to"):
        if ", " in reading and not reading.startswith(MARK):
            return None  # what is strived for would be a preposition
        return f"{MARK}{english} {reading.replace(MARK, '').removeprefix('strive to ')}"
    if " " not in english or _TWO_ADVERBS.match(english):
        before, _, act = reading.partition(MARK)
        if before.endswith(", ") and act:
            return f"{before}{english} {MARK}{act}"  # in accordance with the law, resolutely punish
        return _one_word(english, reading)
    simple = (
        "," not in reading
        and not english.startswith("focusing ")
        and f" and {MARK}" not in reading
        and len(reading) < _LONGEST
    )
    return f"{reading} {english}" if simple and not CLAUSE.search(reading) else f"{english}, {reading}"


def _one_word(english: str, reading: str) -> str:
    """An adverb of one word and a reading that may begin with another."""
    first = reading.split(" ", maxsplit=1)[0]
    if english in _ON and first in _ON:
        return reading  # 持续不断
    if english == "further" and first.endswith("ly"):
        return f"more {reading}".replace("more properly", "better")  # 进一步深刻认识
    if english == "further" and reading.startswith(f"{MARK}see that "):
        return f"{MARK}continue to {reading.removeprefix(MARK)}"
    also = english.endswith("ly") and is_adverb(first)
    return f"{english} and {reading}" if also else f"{english} {reading}"


def with_adverbs(adverbs: Words, reading: str | None) -> str | None:
    """A reading with all the adverbs that stand before it."""
    for word in reversed(adverbs):
        reading = with_adverb(adverb(word), reading) if reading else None
    return reading


def adverbs_from(entries: Words, end: int) -> int:
    """Where the adverbs begin that stand before ``end``; never with the first word."""
    while end > 1 and entries[end - 1].tag in ADVERBS:
        end -= 1
    return end


def wrongly(first: Entry, rest: Words) -> Entry:
    """The adjective as an adverb where a verb follows: 违规|排放, not 违规|项目."""
    acts = rest and (rest[0].tag in {"v", "vp"} or (rest[0].tag in {"vi", "p"} and len(rest) == 1))
    return Entry(zh=first.zh, tag="d", en=WRONGLY[first.zh]) if acts and first.zh in WRONGLY else first


#: verbs that are done to a rule
_KEEPS = frozenset({"执行", "遵守", "控制", "按照"})


def names_rule(first: Entry, rest: Words) -> bool:
    """``严格评选程序``: the procedures are of what the verb says, nobody selects them."""
    if first.zh not in section("heads.txt", "tighten") or len(rest) < 2 or any(e.tag == "de" for e in rest):
        return False
    verb = rest[0]
    attribute = verb.tag in VERBAL and bool(verb.noun) and not never_first(verb) and verb.zh[-2:] not in _KEEPS
    return attribute and rest[-1].zh.endswith(kind("observed"))


def tightened(first: Entry, rest: Words, thing: Reader) -> str | None:
    """``严格管理`` "tighten management", ``严格时间节点`` "strictly observe deadlines"."""
    said = section("heads.txt", "tighten").get(first.zh)
    if said and rest and rest[-1].zh.endswith(kind("observed")):
        said = "strictly observe"
    about = thing(rest) if said and (len(rest) > 1 or (rest and rest[0].tag not in VERBAL)) else None
    return f"{MARK}{said} {about}" if about else None


#: 稳定、健康发展: words before a deed that both say how it is done
_HOW = "稳定|平稳|安全|持续|健康|有序|快速|高效|协调|和谐|绿色|低碳|优质|规范|公平|公正|公开|文明|均衡|稳步"
_PARALLEL = re.compile(f"({_HOW})、((?:{_HOW})(?=发展|运行|推进|增长|转型|建设|开展|实施|竞争|稳定|执法|运转|度汛))")
#: 工程安全有序推进, 考试安全平稳有序: no safety is pushed forward or orderly
_UNCLEAR = re.compile(
    r"(..安全)、?(?:(?:有序|有效|规范|快速|高效|平稳)(?:推进|建设|开展|实施|使用|利用|施工)|(?:平稳)?有序$)"
)


def as_one(text: str) -> str:
    """The clause with both as one word; empty where they make none, or the first may be of the noun before it."""
    found, known = _PARALLEL.search(text), words()
    unclear = _UNCLEAR.search(text)
    if (found and found[1] + found[2] not in known) or (unclear and unclear[1] in known):
        return ""
    return _PARALLEL.sub(r"\1\2", text)

"""Verb phrases of officialese as English imperatives.

Every verb that may still change its form carries a mark (:mod:`morphology`); :func:`verb_phrase` returns marked text.
Order of reading is fixed: adverbs, then a preposition or 把 with what it governs, then the verb. Where words can be
read in two ways that mean different things (``研究巡查和检查工作``), there is no reading.
"""

from __future__ import annotations

import itertools
from functools import lru_cache

from digest.translate.officialese.compound import ADVERBS, LINKS, NOUNS, REMEMBERED, VERBAL, adverb, joined, never_first
from digest.translate.officialese.doubts import (
    STARTS,
    are_two_verbs,
    doubtful,
    is_about,
    is_cause,
    is_light,
    is_nominal,
    last_may_be_of_all,
    links,
    shares_end,
)
from digest.translate.officialese.fronted import fronted
from digest.translate.officialese.lexicon import Entry, section, words
from digest.translate.officialese.morphology import (
    MARK,
    article,
    gerund,
    is_adverb,
    is_determiner,
    job_of,
    participle,
    plain,
    taking,
)
from digest.translate.officialese.phrase import noun_phrase
from digest.translate.officialese.states import achieves, state

_FROM = frozenset({"防止", "避免", "杜绝", "严防", "坚决防止", "坚决杜绝", "坚决避免", "切实防止", "谨防", "防范"})
_HAPPENS = frozenset({"发生", "出现"})
_LONGEST = 16

Words = tuple[Entry, ...]


@lru_cache(maxsize=REMEMBERED)
def thing(entries: tuple[Entry, ...]) -> str | None:
    """What a verb takes: a noun phrase, or ``解决问题的能力`` "the ability to solve problems"."""
    if not entries:
        return None
    return noun_phrase(entries) or _with_purpose(entries) or _done_by(entries) or _having(entries)


def doing(entries: Words) -> str | None:
    """What a preposition takes: a thing, or a verb phrase as -ing."""
    about = thing(entries)
    if about is None and entries and entries[0].tag in STARTS | ADVERBS and not is_about(entries[0], entries):
        reading = verb_phrase(entries)
        return gerund(reading) if reading else None
    return about


def _done_by(entries: Words) -> str | None:
    """``各方面提出的意见`` "opinions proposed by all parties"."""
    cut = next((i for i, e in enumerate(entries) if e.tag == "de"), 0)
    purposes = section("heads.txt", "purpose")
    if not 2 <= cut < len(entries) - 1 or entries[cut - 1].tag != "v" or "{}" in entries[cut - 1].en:
        return None
    if entries[cut - 2].tag != "o" or any(e.tag in NOUNS for e in entries[: cut - 2]) or entries[-1].zh in purposes:
        return None
    who, what = noun_phrase(entries[: cut - 1]), noun_phrase(entries[cut + 1 :])
    return f"{what} {participle(entries[cut - 1].en)} by {who}" if who and what else None


def _having(entries: Words) -> str | None:
    """``具有影响力的高地`` "high ground with influence"."""
    cut = next((i for i, e in enumerate(entries) if e.tag == "de"), 0)
    if cut < 2 or entries[0].zh not in {"具有", "富有", "充满"}:
        return None
    what, held = noun_phrase(entries[cut + 1 :]), noun_phrase(entries[1:cut])
    return f"{what} with {held}" if what and held else None


def _with_purpose(entries: Words) -> str | None:
    cut = next((i for i in range(len(entries) - 1, 0, -1) if entries[i].tag == "de"), 0)
    if cut and entries[0].tag in {"o", "a"}:
        return _of_whom(entries, cut)
    if not cut or entries[0].tag not in STARTS | ADVERBS or len(entries) - cut > 5:
        return None
    link = section("heads.txt", "purpose").get(entries[-1].zh)
    noun = noun_phrase(entries[cut + 1 :])
    reading = verb_phrase(entries[:cut]) if link and noun else None
    if reading is None or "; " in reading:
        return None
    return f"{noun} to {reading.replace(MARK, '')}" if link == "to" else f"{noun} {link} {gerund(reading)}"


def _of_whom(entries: Words, cut: int) -> str | None:
    """``群众参与治理的积极性`` "initiative of residents for taking part in governance"."""
    link = section("heads.txt", "purpose").get(entries[-1].zh)
    noun = noun_phrase(entries[cut + 1 :]) if link else None
    for end in range(1, cut - 1) if noun else ():
        if entries[end - 1].tag == "o" and entries[end].tag in STARTS:
            who, reading = noun_phrase(entries[:end]), verb_phrase(entries[end:cut])
            if who and reading:
                doing_it = f"to {reading.replace(MARK, '')}" if link == "to" else f"{link} {gerund(reading)}"
                return f"{noun} of {who} {doing_it}"
    return None


@lru_cache(maxsize=REMEMBERED)
def verb_phrase(entries: tuple[Entry, ...]) -> str | None:
    """A marked imperative, or None when the words have no reading, or two."""
    if not entries or len(entries) > _LONGEST:
        return None
    if are_two_verbs(entries):
        return None
    split = _split(entries)
    whole = _simple(entries)
    if split and not whole and last_may_be_of_all(entries):
        return None
    if split and whole:
        return split if not doubtful(entries) else whole if is_nominal(entries) else None
    return split or whole


def _split(entries: Words) -> str | None:
    """``V N、V N`` and ``V N 并 V N`` as "V N, V N and V N"."""
    found = links(entries)
    if not found or any(entry.tag == "etc" for entry in entries[found[0] :]):
        return None
    if any(entry.tag == "de" for entry in entries[found[-1] :]) and entries[-1].zh in section("heads.txt", "purpose"):
        return None  # 发现问题和解决问题的能力
    bounds = [-1, *found, len(entries)]
    if entries[found[0]].zh != "并" and shares_end(entries, found):
        return None
    parts = [_simple(entries[a + 1 : b]) for a, b in itertools.pairwise(bounds)]
    said = [part for part in parts if part is not None]
    if len(said) == len(parts):
        return joined(said)
    for link in found if len(found) > 1 else ():
        left, right = _simple(entries[:link]), verb_phrase(entries[link + 1 :])
        if left and right:
            return f"{left} and {right}"
    return None


@lru_cache(maxsize=REMEMBERED)
def _simple(entries: tuple[Entry, ...]) -> str | None:
    """One verb phrase without coordination of verb phrases."""
    if not entries:
        return None
    first, rest = entries[0], entries[1:]
    if first.tag in ADVERBS:
        reading = _simple(rest)
        return _with_adverb(adverb(first), reading) if reading else None
    if first.tag in {"ba", "prep"}:
        return fronted(entries, thing, doing, verb_phrase)
    if first.tag == "neg":
        reading = _simple(rest)
        return f"{MARK}do not {reading}" if reading else None
    return _core(first, rest)


def _with_adverb(english: str, reading: str) -> str | None:
    """One word, or "strive to", stands before the verb; an adverbial of several words behind it, or in front."""
    if english.endswith(" to"):
        if ", " in reading and not reading.startswith(MARK):
            return None  # what is strived for would be a preposition
        return f"{MARK}{english} {reading.replace(MARK, '')}"
    if " " not in english:
        also = english.endswith("ly") and is_adverb(reading.split(" ", maxsplit=1)[0])
        return f"{english} and {reading}" if also else f"{english} {reading}"
    simple = "," not in reading and f" and {MARK}" not in reading and len(reading) < 60
    return f"{reading} {english}" if simple else f"{english}, {reading}"


def _core(first: Entry, rest: Words) -> str | None:
    """A verb and what it takes."""
    if first.tag in {"p", "vi"}:
        return _closed(first, rest)
    if not rest and (alone := section("heads.txt", "alone").get(first.zh)):
        return MARK + alone
    if first.tag == "va":
        return _with_phrase(first, rest)
    if first.tag == "b":
        about = thing(rest)
        return first.en.format(about) if about else None
    if first.tag == "vs":
        return _ensured(first, rest)
    return _transitive(first, rest) if first.tag in {"v", "vp"} else None


def _closed(first: Entry, rest: Words) -> str | None:
    """A predicate that says everything by itself, and ``下大力气推进 N`` "make great efforts and push forward N"."""
    if first.en.startswith("are "):
        return None
    if not rest:
        return first.en
    if first.tag == "p" and rest[0].tag in {"v", "vp", "vs", "va"}:
        reading = _simple(rest)
        return f"{first.en} and {reading}" if reading else None
    return None


def _with_phrase(verb: Entry, rest: Words) -> str | None:
    """A verb that takes a verb phrase, or a thing with its second English: ``加快 V`` "move faster to", ``加快 N``."""
    if not rest:
        return None
    about = thing(rest) if verb.noun else None
    said = f"{verb.noun} {about}" if about else None
    if said and rest[0].tag not in STARTS | ADVERBS:
        return said
    reading = verb_phrase(rest)
    if reading is None:
        return said
    if verb.en.endswith(" to"):
        return f"{verb.en} {reading.replace(MARK, '')}"
    if ", " in reading.partition(MARK)[0]:
        return None  # 坚持在竞争中发展
    return f"{verb.en} {gerund(reading)}"


def _transitive(verb: Entry, rest: Words) -> str | None:
    """A verb with an object, by the first pattern that fits."""
    if rest and rest[0].zh == "好":
        rest = rest[1:]
    if len(rest) > 1 and rest[-1].zh in _HAPPENS and verb.zh in section("heads.txt", "prevent"):
        rest = rest[:-1]
    if not rest:
        return None
    if verb.zh not in {"让", "使"} and rest[-1].zh in section("heads.txt", "purpose") and (said := _with_purpose(rest)):
        return taking(verb.en, said)
    for pattern in (_chained, _prevented, _seen_to, _asked_to, _plain_object, _serial):
        if said := pattern(verb, rest):
            return said
    return None


def _plain_object(verb: Entry, rest: Words) -> str | None:
    if len(rest) == 1 and rest[0].tag in VERBAL and never_first(rest[0]) and not is_light(verb):
        return None  # 更新完善: two verbs
    about = thing(rest)
    if verb.en.endswith("job of") and about:
        last = words().get(rest[-1].zh[-2:], rest[-1])  # 问题整改 ends in a verb of its own
        return job_of(verb.en, last.noun, last.en if last.tag in {"v", "vp"} else "", about)
    if about is None or (verb.en.endswith(" no") and (is_determiner(about) or " of " in about)):
        return None
    if verb.zh in section("heads.txt", "creating") and about.startswith("the ") and " of " not in about:
        about = about if about.endswith("s") else article(about.removeprefix("the "))
    return taking(verb.en, about)


def _serial(verb: Entry, rest: Words) -> str | None:
    """``聚焦 N 谋划 N`` "focus on N and plan N", ``V N 确保 …`` "V N and ensure that …"."""
    found = None
    if rest[0].tag in STARTS and verb.en.endswith((" on", " to", " from")) and (reading := verb_phrase(rest)):
        return f"{verb.en} {gerund(reading)}"
    for end in range(1, len(rest)):
        after = rest[end]
        if after.tag != "vs" and (verb.zh not in section("heads.txt", "serial") or after.tag not in STARTS - {"vi"}):
            continue
        if rest[end - 1].tag in LINKS | {"de"}:
            continue
        if is_about(after, rest) or (rest[end + 1 :] and rest[end + 1 :][-1].zh == "情况"):
            return None  # 发挥支付监控平台作用: monitoring is what the platform does
        if any(entry.tag == "de" for entry in rest):
            return None  # 找准强化功能的着力点: a verb before 的 begins no phrase of its own
        about, reading = thing(rest[:end]), verb_phrase(rest[end:])
        if about and reading:
            if found:
                return None
            found = f"{taking(verb.en, about)} and {reading}"
    return found


def _chained(verb: Entry, rest: Words) -> str | None:
    """``研究制定 N``, ``谋划和推进 N``: two verbs with one object, unless the second is a noun in the object."""
    linked = rest[0].tag in LINKS
    if len(rest) < 2 or rest[linked].tag not in {"v", "vp"}:
        return None
    second, after = (rest[1], rest[2:]) if rest[0].tag in LINKS else (rest[0], rest[1:])
    after = after[1:] if after and after[0].zh == "好" else after
    if is_light(verb) or "{}" in verb.en + second.en or verb.en.endswith(" of"):
        return None
    chained = section("heads.txt", "chained").keys() & {verb.zh, verb.zh[-2:]}
    if not linked and (not chained or is_about(second, rest)):
        return None  # 拓宽统计公开渠道: the channels are of what the second verb says
    study = section("heads.txt", "study")
    if any(entry.tag == "de" for entry in after) and not (verb.zh[-2:] in study and second.zh[-2:] in study):
        return None  # 关注涉及立法的热点: the second verb belongs to what is before 的
    if not never_first(second) and noun_phrase(rest if rest[0].tag not in LINKS else rest[1:]):
        return None
    if len(after) > 1 and after[-1].zh in _HAPPENS and second.zh in section("heads.txt", "prevent"):
        after = after[:-1]
    about = thing(after)
    also = gerund(second.en) if verb.en.startswith(f"{MARK}keep ") else second.en
    return f"{verb.en} and {also} {about}" if about else None


def _asked_to(verb: Entry, rest: Words) -> str | None:
    """``组织 NP VP``: organise somebody to do something."""
    if verb.tag != "vp":
        return None
    for end in range(1, len(rest)):
        acts = rest[end - 1].tag == "o" or (rest[end - 1].tag in NOUNS and achieves(rest[end:]))
        if not acts or rest[end].tag in LINKS | {"de", "etc"} | NOUNS:
            continue
        somebody, reading = thing(rest[:end]), verb_phrase(rest[end:])
        if somebody and reading:
            link = " " if verb.zh == "让" else " to "
            return f"{verb.en} {somebody}{link}{reading.replace(MARK, '')}"
    return None


def _prevented(verb: Entry, rest: Words) -> str | None:
    """``防止 NP 反弹``: "prevent NP from rebounding"."""
    if verb.zh not in _FROM:
        return None
    if len(rest) > 1 and rest[-1].tag == "vi" and rest[-1].en.startswith(MARK):
        about = thing(rest[:-1])
        return f"{verb.en} {about} from {gerund(rest[-1].en)}" if about else None
    return None


def _seen_to(verb: Entry, rest: Words) -> str | None:
    """``推动 NP 落到实处`` "see that NP is put into practice", ``推动 NP 取得实效`` "see that NP achieves …"."""
    said = state(rest, thing, verb_phrase) if is_cause(verb) else None
    return f"{MARK}see that {said}" if said else None


def _ensured(verb: Entry, rest: Words) -> str | None:
    """``确保 NP``, and ``确保 NP`` with a state or a verb that reads as one."""
    said = state(rest, thing, verb_phrase)
    if said:
        return f"{verb.en} {said}"
    adverbs = len(rest) > 2 and rest[0].tag in ADVERBS
    done = verb_phrase(rest) if rest and rest[adverbs].tag in {"v", "vp"} else None
    if done and (adverbs or rest[0].zh.endswith(("完成", "实现"))):
        return f"{MARK}make sure to {plain(done)}"  # 确保圆满完成任务
    about = thing(rest)
    if about and not verb.en.endswith(" that"):
        return f"{verb.en} {about}"
    return f"{verb.en.removesuffix(' that')} {about}" if about else None

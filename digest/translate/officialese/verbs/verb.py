"""Verb phrases of officialese as English imperatives.

Every verb that may still change its form carries a mark (:mod:`morphology`); :func:`verb_phrase` returns marked text.
Order of reading is fixed: adverbs, then a preposition or 把 with what it governs, then the verb. Where words can be
read in two ways that mean different things (``研究巡查和检查工作``), there is no reading.
"""

from __future__ import annotations

import itertools
import re
from functools import lru_cache

from digest.translate.officialese.names.figures import AMOUNT
from digest.translate.officialese.nouns.compound import never_first
from digest.translate.officialese.nouns.phrase import noun_phrase
from digest.translate.officialese.verbs.adverbs import names_rule, tightened, with_adverb, with_adverbs, wrongly
from digest.translate.officialese.verbs.amounts import amount_of
from digest.translate.officialese.verbs.attributes import between, newly
from digest.translate.officialese.verbs.bans import banned, is_ban, refrained
from digest.translate.officialese.verbs.chains import (
    HAPPENS,
    and_does,
    asked_to,
    chained,
    is_fought,
    listed,
    prevented,
    seen_to,
    serial,
    summed,
)
from digest.translate.officialese.verbs.doubts import (
    LETTING,
    STARTS,
    adds_bare_deed,
    are_two_verbs,
    doubtful,
    is_about,
    is_cause,
    is_done_alone,
    is_half,
    is_light,
    is_nominal,
    last_may_be_of_all,
    lays_no_ground,
    links,
    shares_end,
)
from digest.translate.officialese.verbs.ensuring import ensured
from digest.translate.officialese.verbs.fronted import fronted
from digest.translate.officialese.verbs.keeping import guided, kept
from digest.translate.officialese.verbs.objects import described, done_to, located, with_purpose
from digest.translate.officialese.verbs.qualities import made_more
from digest.translate.officialese.verbs.receiving import said_of_people
from digest.translate.officialese.verbs.targets import CONDUCT, LIGHT, ON
from digest.translate.officialese.verbs.visiting import on_a_visit
from digest.translate.officialese.words.idioms import job_of, taking
from digest.translate.officialese.words.lexicon import Entry, Words, kind, section, words
from digest.translate.officialese.words.morphology import (
    MARK,
    created,
    gerund,
    is_adverb,
    is_determiner,
    mark,
)
from digest.translate.officialese.words.tags import ADVERBS, LINKS, NOUNS, REMEMBERED, VERBAL, adverb

_LONGEST = 16


@lru_cache(maxsize=REMEMBERED)
def thing(entries: Words) -> str | None:
    """What a verb takes: a noun phrase, or ``解决问题的能力`` "the ability to solve problems"."""
    if not entries or entries[-1].tag == "de":
        return None
    english = (
        on_a_visit(entries, verb_phrase)
        or between(entries)
        or done_to(entries)
        or newly(entries)
        or noun_phrase(entries)
    )
    spread = entries[0].zh.startswith("我") and any(entry.tag in LINKS for entry in entries)
    if english and (spread or (" of " in english and entries[0].zh.startswith("全"))):
        behind = located(entries)
        return behind if behind and " of " not in behind else english
    return english or described(entries, verb_phrase)


def doing(entries: Words) -> str | None:
    """What a preposition takes: a thing, or a verb phrase as -ing."""
    about = thing(entries)
    if about is None and entries and entries[0].tag in STARTS | ADVERBS and not is_about(entries[0], entries):
        reading = verb_phrase(entries)
        return gerund(reading) if reading else None
    return about


@lru_cache(maxsize=REMEMBERED)
def verb_phrase(entries: Words) -> str | None:
    """A marked imperative, or None when the words have no reading, or two."""
    if not entries or len(entries) > _LONGEST:
        return None
    at = next((i for i, e in enumerate(entries) if e.tag not in ADVERBS), 0)
    if is_ban(entries[at]):
        return with_adverbs(entries[:at], banned(entries[at], entries[at + 1 :], _simple))
    if are_two_verbs(entries):
        return _pair_alone(entries)
    return _one_reading(entries, None if entries[at].zh in ON else _split(entries), _simple(entries))


def _one_reading(entries: Words, split: str | None, whole: str | None) -> str | None:
    """Of a list of verb phrases and one phrase the one that is certain."""
    if (split and not whole and last_may_be_of_all(entries)) or (whole and not split and is_done_alone(entries)):
        return None
    if split and whole and (_takes_all(entries) or _shares_object(entries) or adds_bare_deed(entries)):
        return whole
    if split and whole:
        return split if split == whole or not doubtful(entries) else whole if is_nominal(entries) else None
    return split or whole


def not_doing(entries: Words) -> str | None:
    """What follows "do not", in the base form."""
    return refrained(entries, _simple)


def _shares_object(entries: Words) -> bool:
    """及时评估和优化政策: the first verb has no object of its own before the link."""
    at = links(entries)[0]
    bare = entries[at - 1].tag in {"v", "vp"} and all(e.tag in ADVERBS for e in entries[: at - 1])
    return bare and len(links(entries)) == 1 and entries[at].zh != "并" and entries[at + 1].tag in {"v", "vp"}


def _takes_all(entries: Words) -> bool:
    """坚持严格执法、精准执法, 聚焦巩固成果、推进振兴: the list is all of what the first verb says."""
    looks = entries[0].en.endswith((" on", " from")) and entries[1].tag in STARTS
    again = any(entry.zh == entries[0].zh for entry in entries[1:])  # 带头学习、带头宣传
    return (
        not again and (entries[0].zh in kind("keeping") or looks) and all(entries[i].tag == "c" for i in links(entries))
    )


def _pair_alone(entries: Words) -> str | None:
    """``探索创新``, ``严密组织实施``: verbs that are said together, without an object."""
    said = section("heads.txt", "alone").get("".join(entry.zh for entry in entries[-2:]))
    if said is None:
        return None
    reading = MARK + said
    for entry in reversed(entries[:-2]):
        english = adverb(entry)
        reading = f"{reading} {english}" if " " in english else f"{english} {reading}"
    return reading


def _split(entries: Words) -> str | None:
    """``V N、V N`` and ``V N 并 V N`` as "V N, V N and V N"."""
    found = links(entries)
    if not found or any(entry.tag == "etc" for entry in entries[found[0] :]):
        return None
    if any(entry.tag == "de" for entry in entries[found[-1] :]) and entries[-1].zh in section("heads.txt", "purpose"):
        return None  # 发现问题和解决问题的能力
    segments = [entries[a + 1 : b] for a, b in itertools.pairwise([-1, *found, len(entries)])]
    owned = any(part and part[-1].zh == "工作" and any(e.tag == "de" for e in part) for part in segments[1:])
    owned = owned or [e.zh for e in entries[-2:]] == ["各项", "工作"]
    works = len(segments[-1]) > 2 and entries[-1].zh == "各项工作"
    last = segments[-1]
    able = len(last) == 2 and last[1].zh == "能力" and not last[0].zh.endswith(kind("raised"))  # 风险识别和化解能力
    if owned or works or able or (entries[found[0]].zh != "并" and shares_end(entries, found)):
        return None  # 优化环境、服务企业的工作
    parts = [_simple(segment) for segment in segments]
    said = [part for part in parts if part is not None]
    if len(said) == len(parts):
        return listed(said)
    for link in found if len(found) > 1 else ():
        left = None if is_done_alone(entries[:link]) else _simple(entries[:link])
        right = verb_phrase(entries[link + 1 :])
        if left and right:
            again = left.partition(" ")[0] == right.partition(" ")[0] and f" and {MARK}" in right
            return f"{left}{',' if again else ' and'} {right}"
    return None


@lru_cache(maxsize=REMEMBERED)
def _simple(entries: Words) -> str | None:
    """One verb phrase without coordination of verb phrases."""
    if not entries or (entries[-1].tag == AMOUNT and entries[0].tag in {"v", "vp", "p", "a"}):
        return amount_of(entries, thing)
    first, rest = wrongly(entries[0], entries[1:]), entries[1:]
    if first.zh == "坚定" and rest and rest[-1].zh.endswith(("信心", "决心", "信念")):
        about = thing(rest)  # 坚定战胜困难的信心: nobody overcomes a confidence
        return f"{MARK}strengthen {about}" if about else None
    if first.tag in ADVERBS:
        return _adverbial(first, rest)
    if first.tag in {"ba", "prep"} or first.zh == "与":
        return fronted(entries, thing, doing, verb_phrase)
    if first.tag == "neg":
        reading = _simple(rest)
        return f"{MARK}do not {reading}" if reading else None
    return _core(first, rest)


def _adverbial(first: Entry, rest: Words) -> str | None:
    """An adverb before a verb phrase, or one that is a verb itself before a noun: ``严格标准`` "tighten standards"."""
    if not rest and (alone := section("heads.txt", "alone").get(first.zh)):
        return MARK + alone  # 全力以赴
    if not names_rule(first, rest) and (reading := _simple(rest)):
        return with_adverb(adverb(first), reading)
    return tightened(first, rest, thing)


def _core(first: Entry, rest: Words) -> str | None:
    """A verb and what it takes."""
    if first.tag in {"p", "vi"}:
        return _closed(first, rest)
    if not rest and (alone := section("heads.txt", "alone").get(first.zh)):
        return MARK + alone
    if first.tag == "va":
        return kept(first, rest, thing) or guided(first, rest, thing, verb_phrase) or _with_phrase(first, rest)
    if first.tag == "b":
        about = thing(rest)
        return first.en.format(about) if about else None
    if first.tag == "vs":
        return ensured(first, rest, thing, verb_phrase)
    return _with_object(first, rest) if first.tag in {"v", "vp"} else None


def _closed(first: Entry, rest: Words) -> str | None:
    """A predicate that says everything by itself, and ``下大力气推进 N`` "make great efforts to push forward N"."""
    if first.en.startswith("are "):
        alone = section("heads.txt", "alone").get(first.zh)
        return MARK + alone if alone and not rest else None
    if not rest:
        return first.en
    if first.tag == "p" and rest[0].tag in {"v", "vp", "vs", "va", "p"} and not first.zh.endswith("服务"):
        ends = words().get(first.zh[2:])
        open_end = first.zh[0] in section("heads.txt", "short") or (ends is not None and ends.tag in {"a", "ad"})
        if open_end and rest[0].tag != "p" and rest[0].noun and not never_first(rest[0]):
            return None  # 抓产业|发展, 聚焦重点|服务领域: what is worked on is the development
        reading = _simple(rest) if f" and {MARK}" not in first.en else None
        return and_does(first, reading) if reading else None
    return None


def _with_phrase(verb: Entry, rest: Words) -> str | None:
    """A verb that takes a verb phrase, or a thing with its second English: ``加快 V`` "move faster to", ``加快 N``."""
    if not rest:
        return None
    about = thing(rest) if verb.noun else None
    said = mark(f"{verb.noun} {about}", both=False) if about else None
    if said and rest[0].tag not in STARTS | ADVERBS:
        return said
    reading = verb_phrase(rest)
    if reading is None:
        return said
    if verb.en.endswith(" to") and not verb.en.endswith("an end to"):
        return f"{verb.en} {reading.replace(MARK, '')}"
    if ", " in reading.partition(MARK)[0]:
        return None  # 坚持在竞争中发展
    return f"{verb.en} {gerund(reading)}"


#: what is begun is one of many
_CAMPAIGN = re.compile(r"the special (?:[a-z-]+ ){0,4}clean-up")
#: a wrong is a verb and what it is done to, before 行为
_WRONG = 2


def _with_object(verb: Entry, rest: Words) -> str | None:
    if not rest:
        return None
    if said := said_of_people(verb, rest, verb_phrase):
        return said
    if verb.zh in LIGHT and rest[-1].tag in VERBAL and not rest[-1].zh.endswith(kind("given-to-people")):
        return None  # 坚决予以整改: done to what stands before
    whole = summed(verb, rest, thing, verb_phrase)
    return _transitive(verb, rest) if whole is None else whole or None


def _transitive(verb: Entry, rest: Words) -> str | None:
    """A verb with an object, by the first pattern that fits."""
    if rest[0].zh == "好":
        rest = rest[1:]
    fought = len(rest) > 1 and rest[-2].tag == "n" and (rest[-1].zh == "现象" or rest[-2].en.endswith("ing"))
    fought = fought and rest[-1].zh in CONDUCT
    if fought and verb.zh[-2:] in section("heads.txt", "against"):
        rest = rest[:-1]  # 整治乱搭乱建现象
    if len(rest) > 1 and rest[-1].zh in HAPPENS and verb.zh in section("heads.txt", "prevent"):
        rest = rest[: -2 if len(rest) > 2 and rest[-2].tag == "de" else -1]
    if not rest:
        return None
    if (
        verb.zh not in LETTING
        and rest[-1].zh in section("heads.txt", "purpose")
        and (said := with_purpose(rest, verb_phrase))
    ):
        return taking(verb.en, said)
    raised = made_more(verb, rest, thing)
    if said := raised or chained(verb, rest, thing) or prevented(verb, rest, thing) or _wrong(verb, rest):
        return said
    for pattern in (asked_to, seen_to) if verb.zh in LETTING else (seen_to, asked_to):
        if said := pattern(verb, rest, thing, verb_phrase):
            return said
    return _plain_object(verb, rest) or serial(verb, rest, thing, verb_phrase)


def _wrong(verb: Entry, rest: Words) -> str | None:
    """``打击占用耕地行为`` "crack down on occupying farmland": English leaves out that it is conduct."""
    if len(rest) <= _WRONG:
        return None
    if rest[0].tag not in {"v", "vp"} or not (rest[0].zh in section("heads.txt", "wrongs") or is_fought(verb, rest[0])):
        return None
    if (rest[-1].zh not in CONDUCT and rest[-1].zh != "犯罪") or any(entry.tag in {"c", "and", "de"} for entry in rest):
        return None
    done = None if rest[1].tag in {"v", "vp"} else _transitive(rest[0], rest[1:-1])  # 侵占挪用资金行为: two wrongs
    against = f"{MARK}act against" if verb.zh.endswith(("整治", "治理", "清理", "纠正", "纠治")) else verb.en
    return taking(against, gerund(done)) if done else None


def _follows_on(verb: Entry, rest: Words) -> bool:
    """发现险情及时处置, 跟踪|研判: what is done next, not what the first verb takes."""
    alone = len(rest) == 1 and rest[0].tag == "v" and verb.zh[-2:] in {"跟踪", "梳理", "收集", "排除"}
    uses = verb.zh.endswith(("利用", "运用")) and len(rest) > 1 and is_adverb(rest[-1].en.split(" ", maxsplit=1)[0])
    then = len(rest) > 2 and rest[-1].tag in {"v", "vp"} and rest[-2].tag == "ad" and rest[-3].tag in NOUNS
    return alone or uses or (then and not is_cause(verb) and verb.zh not in {"确保", "实现", "保障"})


def _plain_object(verb: Entry, rest: Words) -> str | None:
    if len(rest) == 1 and rest[0].tag in VERBAL and never_first(rest[0]) and not is_light(verb):
        return None  # 更新完善: two verbs
    if is_half(verb, rest) or verb.zh in LETTING:
        return None  # 让农民增收: whom it lets do what
    solved = verb.zh[-2:] in {"解决", "化解"} and rest[-1].zh in {"措施", "办法", "方案", "对策", "思路", "举措"}
    if solved or lays_no_ground(verb, rest) or (not is_light(verb) and _follows_on(verb, rest)):
        return None  # 研究解决措施: the measures solve
    about = thing(rest)
    if verb.en.endswith("job of") and about:
        if rest[-1].zh == "工作" and len(rest) > 1 and rest[-2].tag in VERBAL | {"n"} and (what := thing(rest[:-1])):
            about = f"work {'in' if rest[-2].en[:1].isupper() else 'on'} {what}"
        last = words().get(rest[-1].zh[-2:], rest[-1])  # 问题整改 ends in a verb of its own
        return job_of(verb.en, last.noun, last.en if last.tag in {"v", "vp"} else "", about)
    if about is None or (verb.en.endswith(" no") and (is_determiner(about) or " of " in about)):
        return None
    campaign = verb.zh.endswith(("开展", "启动")) and _CAMPAIGN.match(about)
    return taking(verb.en, created(about) if campaign or verb.zh in section("heads.txt", "creating") else about)

"""What shall be: the state of things that 确保 and 推动 ask for."""

from __future__ import annotations

import itertools
import re

from digest.translate.officialese.nouns.compound import joined, never_first
from digest.translate.officialese.nouns.ends import is_deed
from digest.translate.officialese.verbs import Reader
from digest.translate.officialese.words.lexicon import Entry, Words, kind, section, words
from digest.translate.officialese.words.morphology import (
    MARK,
    be,
    is_adverb,
    is_plural,
    one_of_many,
    participle,
    plain,
    present,
)
from digest.translate.officialese.words.tags import ADVERBS, LINKS, NOUNS, VERBAL, adverb


def states(entries: Words, thing: Reader, verb_phrase: Reader) -> str | None:
    """One state, or a list of them: ``经济持续增长、民生持续改善``."""
    if whole := state(entries, thing, verb_phrase):
        return whole
    bounds = [-1, *(i for i, e in enumerate(entries) if e.tag == "c"), len(entries)]
    if len(bounds) == 2 and len(entries) > 1:
        return None
    parts = [state(_opened(entries[a + 1 : b]), thing, verb_phrase) for a, b in itertools.pairwise(bounds)]
    said = [part for part in parts if part]
    return joined(said) if len(said) == len(parts) else None


#: characters of a state with its subject: 分工明确
_WHOLE = 4


def _opened(entries: Words) -> Words:
    """``分工明确`` in one word as ``分工|明确``."""
    if len(entries) != 1 or entries[0].tag != "a" or len(entries[0].zh) != _WHOLE:
        return entries
    what, how = words().get(entries[0].zh[:2]), words().get(entries[0].zh[2:])
    return (what, how) if what and how and what.tag in NOUNS | VERBAL else entries


def state(entries: Words, thing: Reader, verb_phrase: Reader) -> str | None:
    """A clause that states what shall be: ``项目按时完成`` "projects are completed on time"."""
    for end in range(1, len(entries)):
        if entries[end - 1].tag not in NOUNS | VERBAL | {"etc"} or entries[end].tag in LINKS | {"de"}:
            continue
        before, rest = entries[:end], entries[end:]
        if _people_do(before, rest) or any(e.tag == "prep" for e in before):
            continue
        deeds = any(e.tag in VERBAL for e in before) or (is_deed(before[0]) and rest[-1].zh == "畅通")
        if deeds and any(e.tag in LINKS for e in before):
            continue  # 作风转变、工作见效: two clauses
        if any(a.zh.endswith(_KEPT) and b.tag in LINKS for a, b in itertools.pairwise(before)):
            continue  # 保障财产安全和城市运行: two things
        if (said := _towards(before, rest, thing)) is not None:
            return said
        if entries[end - 1].zh.endswith(("安全", "稳定")) and rest[-1].zh.endswith(kind("runs")):
            continue  # 电网安全稳定运行: the grid runs, not its safety
        said = stated(rest)
        acts = achieves(rest) or _acts(rest) or _somebody_does(before, rest)
        subject = thing(before) if said or acts else None
        if said and subject:
            both = " and " in subject and rest[-1].zh.endswith("融合")  # one thing is not integrated
            return f"{subject} {said if both else said.replace('are ', f'{be(subject)} ', 1)}"
        reading = verb_phrase(rest) if subject else None
        if reading and subject and subject.rsplit(" ", 1)[-1] not in reading:  # 问题早发现: problems find nothing
            return f"{subject} {plain(present(_alone(reading, subject), plural=is_plural(subject)))}"
    return None


def _alone(reading: str, subject: str) -> str:
    """``旅游业成为新的增长点`` "(tourism) becomes a new growth point": one of them."""
    become = None if is_plural(subject) else _BECOME.match(reading)
    return f"{become[1]}{one_of_many(become[2])}" if become else reading


_BECOME = re.compile(rf"((?:[a-z]+ly )?{MARK}become )(.+)")
#: what is kept up by itself, and does not run
_KEPT = ("安全", "稳定", "生活", "需求", "权益", "供应", "供给")


def _somebody_does(before: Words, rest: Words) -> bool:
    """``企业|建立制度``: a verb that is no noun, and those who can do it."""
    grows = rest[-1].zh.endswith(("发展", "运行", "增长"))  # 企业规范健康发展: the growth is regulated
    return before[-1].tag == "o" and rest[0].tag in {"v", "vp"} and never_first(rest[0]) and len(rest) > 1 and not grows


def _people_do(before: Words, rest: Words) -> bool:
    """``物流降本提质增效``, ``创新固本强基``: two predicates; ``群众就业增收``: people earn, not their work."""
    earns = rest[-1].zh.endswith("增收") and before[-1].tag != "o"
    deeds = len(before) == 1 and before[0].zh in {"创新", "改革"} and _acts(rest) and not achieves(rest)
    mixed = before[-1].tag == "o" and any(b.tag in LINKS and a.tag != "o" for a, b in itertools.pairwise(before))
    return earns or deeds or mixed or before[-1].tag == rest[0].tag == "p"  # 产业发展和农民增收: two things


def _towards(before: Words, rest: Words, thing: Reader) -> str | None:
    """``资源向基层倾斜`` "resources are tilted to the grassroots"; ``各地更好发展``: they develop by themselves."""
    if [e.zh for e in rest] == ["更好", "发展"] and before[-1].tag == "o" and (subject := thing(before)):
        return f"{subject} {present(f'{MARK}develop', plural=is_plural(subject))} better"
    form = section("heads.txt", "towards").get(rest[-1].zh) if rest[0].zh == "向" else None
    subject, where = (thing(before), thing(rest[1:-1])) if form else (None, None)
    if not form or not subject or not where:
        return None
    return f"{subject} {plain(present(MARK + form.format(where), plural=is_plural(subject)))}"


def _acts(entries: Words) -> bool:
    """A set predicate, perhaps with adverbs, that cannot be a noun: 协同发力, 迈上新台阶."""
    last = entries[-1]
    adverbs = all(e.tag in ADVERBS for e in entries[:-1])
    sends = last.zh.endswith("下沉") and last.zh[:-2] in {"力量", "警力", "资源"}  # 法律服务|力量下沉
    says = last.tag == "p" and last.en.startswith(MARK) and (not last.noun or len(entries) > 1)
    return adverbs and says and not sends


def achieves(entries: Words) -> bool:
    """The first verb is one that things do too: to achieve, to take effect."""
    first = next((e for e in entries if e.tag not in ADVERBS), None)
    return first is not None and first.zh in section("heads.txt", "achieve")


_PREPOSITIONS = (" in", " to", " on", " of", " for", " with", " at", " into", " up", " against")
_WITH_ADVERB = re.compile(r"\{\} (?:in|at|to|as|by|across|on|well|fully|open) ?")


def stated(entries: Words, *, bare: bool = False) -> str | None:
    """A predicate with "are" in it: a state, an adjective, or a transitive verb without object, as a passive.

    ``bare``: the verb needs no adverb to be read so.
    """
    last = entries[-1]
    if last.tag in {"a", "ad"} and len(entries) > 1 and all(e.tag in {"a", "ad"} and _predicates(e) for e in entries):
        qualities = [said for e in entries for said in e.en.split(" and ")]
        return f"are {joined(qualities)}"  # 准确完整: two adjectives
    adverbs = [adverb(e) for e in entries[:-1] if e.tag in ADVERBS]
    if len(adverbs) != len(entries) - 1 or any(said.endswith(" to") for said in adverbs):
        return None
    before = " and ".join(a for a in adverbs if " " not in a)
    after = " ".join(a for a in adverbs if " " in a)
    if last.tag == "vi" and last.en.startswith("are "):
        said = last.en.removeprefix("are ")
    elif last.tag == "b" and last.noun:
        said = last.noun.removeprefix("are ")
    elif last.tag == "v" and (adverbs or bare or _with_adverb(last) or _WITH_ADVERB.search(last.en)):
        if last.en.endswith((*_PREPOSITIONS, f"{MARK}have")):
            return None
        said = participle(last.en.replace(" {}", ""))
    elif last.zh == "明确" or (last.tag in {"a", "ad"} and _predicates(last)):
        said = "clear" if last.zh == "明确" else last.en
    else:
        return None
    return " ".join(part for part in ("are", before, said, after) if part)


def _with_adverb(verb: Entry) -> bool:
    """高效推进: the adverb is in the word, and it is no noun."""
    return not verb.noun and is_adverb(verb.en.split(" ", 1)[0])


def _predicates(entry: Entry) -> bool:
    """An adjective that may follow "are"."""
    return entry.noun.startswith((".", "are"))

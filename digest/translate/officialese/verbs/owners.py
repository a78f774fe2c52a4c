"""Clauses by who shall act: whom a demand goes to, what they will do or must not, owners that do nothing.

``外出要佩戴口罩``, ``对隐患要建立台账、逐项销号``, ``公安机关将加强巡查``.
"""

from __future__ import annotations

import re

from digest.translate.officialese.verbs.bans import is_ban
from digest.translate.officialese.verbs.verb import not_doing, thing, verb_phrase
from digest.translate.officialese.words.lexicon import Entry, Words, kind, words
from digest.translate.officialese.words.morphology import MARK, gerund, is_plural, participle, plain, present
from digest.translate.officialese.words.tags import ADVERBS, NOUNS, VERBAL


def theirs(english: str) -> str:
    """What somebody else shall do with what is their own: "be strict with themselves"."""
    return re.sub(r"\bone's\b", "their", english).replace("oneself", "themselves")


def goes(entry: Entry) -> bool:
    """外出, 进入校园: where somebody goes, or how."""
    return entry.tag in {"vi", "p"} and entry.zh in kind("going")


def on_the_way(owner: Words, modal: Entry, rest: Words) -> str | None:
    """``外出要佩戴口罩`` "when going out, wear masks", ``学生返校须测温`` "when students return …"."""
    if not owner or not goes(owner[-1]):
        return None
    barred_from = not_doing(rest) if modal.en.endswith(" not") and len(owner) == 1 else None
    if modal.en.endswith(" not"):
        return f"when {gerund(owner[-1].en)}, do not {barred_from}" if barred_from else None
    who, act, reading = thing(owner[:-1]) if owner[:-1] else "", owner[-1].en, verb_phrase(rest)
    if who is None or reading is None or not reading.startswith(MARK):
        return None
    going = f"{who} {plain(present(act, plural=is_plural(who)))}" if who else gerund(act)
    return f"when {going}, {plain(reading)}"


def done_for(owner: Words, rest: Words) -> str | None:
    """``对存在的隐患要建立台账、逐项销号``: set predicates that take nothing, each for what 对 begins."""
    closed = any(e.tag == "c" for e in rest) and all(e.tag in {"p", "c"} for e in rest)
    what, reading = (thing(owner[1:]), verb_phrase(rest)) if closed else (None, None)
    return f"for {what}, {plain(reading)}" if what and reading else None


def done_faster(rest: Words) -> str | None:
    """``(住房要)加快建设`` "be built faster": what things do not do themselves."""
    known = words().get(rest[0].zh[2:]) if len(rest) == 1 else rest[-1]
    if not rest[0].zh.startswith("加快") or len(rest) > 2 or rest[0].zh == "加快推进" or known is None:
        return None
    plain_verb = known.tag == "v" and known.zh != "发展" and "{}" not in known.en
    return f"be {participle(known.en)} faster" if plain_verb else None


def announced(entries: Words) -> str | None:
    """``公安机关将依法查处违法行为``: 将 before what will be done, and no object."""
    at = next((i for i, e in enumerate(entries) if i and e.zh == "将" and entries[i - 1].tag == "o"), 0)
    rest = entries[at + 1 :]
    subject, reading = (thing(entries[:at]), verb_phrase(rest)) if at and rest else (None, None)
    if not subject or not reading or ", " in reading or rest[0].tag not in VERBAL | ADVERBS:
        return None
    return f"{subject} will {theirs(plain(reading))}"


def barred(entries: Words) -> str | None:
    """``货车严禁载人`` "trucks must not carry people"."""
    at = next((i for i, e in enumerate(entries) if i and is_ban(e)), 0)
    named = at and entries[at - 1].tag in NOUNS and all(e.tag in NOUNS | {"a", "c", "and"} for e in entries[:at])
    subject, act = (thing(entries[:at]), not_doing(entries[at + 1 :])) if named else (None, None)
    return f"{subject} must not {theirs(act)}" if subject and act else None


def kept_out(owner: Words, modal: Entry, rest: Words) -> str | None:
    """``禁养区内不得新建养殖场`` "do not build new livestock farms in no-breeding zones"."""
    inside = len(owner) > 1 and owner[-1].zh in {"内", "里"} and modal.en.endswith(" not")
    where, act = (thing(owner[:-1]), not_doing(rest)) if inside else (None, None)
    return f"do not {act} in {where}" if where and act and " and " not in where else None


def does_nothing(owner: Words, rest: Words) -> bool:
    """``瓶装气要实行实名制``, ``冬季取暖要注意通风``: a thing does not do what people do."""
    act = next((e for e in rest if e.tag not in ADVERBS), None)
    people = act is not None and act.tag in {"v", "vp", "va", "vi"} and act.zh.endswith(kind("done-by-people"))
    return people and owner[-1].tag in {"n", "k"} and not owner[-1].zh.endswith(kind("acting"))


def urged(modal: Entry, reading: str) -> str:
    """``必须依法办理``, said to nobody by name: more than a plain imperative; ``也要`` "also"."""
    bare, fronted = plain(reading), ", " in reading.partition(MARK)[0]
    if modal.en == "must" and MARK in reading and not fronted:
        return f"it is essential to {bare}"
    return f"also {bare}" if modal.en.endswith(" also") else bare

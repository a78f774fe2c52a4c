"""对 X and what is done to it: ``对隐患逐一排查``, ``对违规者依法查处``, ``对企业开展检查``, or nothing.

English puts the verb first, so the rules here must know the verb, its object and where one ends. A predicate that
they do not know is not left behind "Regarding X,": nobody writes so.
"""

from __future__ import annotations

import re

from digest.translate.officialese.nouns.phrase import noun_phrase
from digest.translate.officialese.verbs import Reader
from digest.translate.officialese.verbs.adverbs import CLAUSE, WRONGLY, adverbs_from, with_adverb, with_adverbs
from digest.translate.officialese.verbs.attributes import first_de
from digest.translate.officialese.verbs.doubts import STARTS, is_light
from digest.translate.officialese.words.idioms import taking
from digest.translate.officialese.words.lexicon import Entry, Words, kind, section, words
from digest.translate.officialese.words.morphology import MARK, gerund, is_plural, parted, plain, present
from digest.translate.officialese.words.tags import ADVERBS, LINKS, NOUNS, QUALITIES, VERBAL

#: verbs that only say that the noun behind them is done
_CARRIED = frozenset({"进行", "开展", "实施", "实行"})
LIGHT = frozenset({"予以", "给予", "加以"})
_DOING = _CARRIED | LIGHT
#: verbs of doing more of what follows
_MORE = frozenset({"加强", "强化"})
#: what a wrong is called
CONDUCT = frozenset({"行为", "现象", "违法行为", "违法犯罪行为"})
_ACTS_OF = re.compile(r"^acts of ([a-z]+ing) of ")
#: what has a fault: 存在隐患的矿井 "mines with hazards"
_HOLD = frozenset({"存在", "有"})
_MOSTCONDUCT = 2
#: characters of a verb with its adverb
_WITH_ADVERB = 4
#: what begins what is acted on
ON = frozenset({"对", "对于"})


def targeted(rest: Words, thing: Reader, verb_phrase: Reader) -> str | None:
    """What follows 对: an object and one of the predicates that are known, else None."""
    rest = tuple(word for entry in rest for word in _light_apart(entry))
    for pattern in (_by_table, _to_account, _done, _acted):
        if said := pattern(rest, thing, verb_phrase):
            return said
    return None


def _light_apart(entry: Entry) -> Words:
    """``予以|处罚``, where they are one word."""
    light, what = words().get(entry.zh[:2]), words().get(entry.zh[2:])
    return (light, what) if entry.tag == "p" and entry.zh[:2] in LIGHT and light and what else (entry,)


def _target(entries: Words, thing: Reader, verb_phrase: Reader) -> str | None:
    """The object: a thing, ``违规排污的企业`` "companies that …", ``破坏耕地的`` "those who …"."""
    if any(e.tag == "prep" for e in entries):
        return None
    cut = first_de(entries)
    acts = cut and (entries[0].tag in STARTS or entries[0].zh in WRONGLY) and entries[0].tag != "neg"
    if acts:
        return _acting(entries, cut, thing, verb_phrase)
    wrong = cut and entries[cut - 1].tag in NOUNS and entries[cut - 1].zh[:2] in WRONGLY
    if wrong and entries[-1].zh not in CONDUCT:
        return None  # 非法采砂的船只: they do it
    if (cut and cut == len(entries) - 1) or _is_clause(entries[:cut]):
        return None
    what = thing(entries)
    return _ACTS_OF.sub(r"acts of \1 ", what) if what else None


def _acting(entries: Words, cut: int, thing: Reader, verb_phrase: Reader) -> str | None:
    """An object with a verb before its 的."""
    if cut == 1 and entries[0].tag in {"v", "vp"}:
        wrong = entries[0].zh[:2] in WRONGLY
        return None if wrong else thing(entries) or _found(entries, cut)  # 发现的问题
    if entries[0].zh in _HOLD:
        what, held = noun_phrase(entries[cut + 1 :]), noun_phrase(entries[1:cut])
        return f"{what} with {held}" if what and held and " of " not in what else None
    return _doer(entries[:cut], entries[cut + 1 :], verb_phrase)


def _is_clause(before: Words) -> bool:
    """``受灾严重(的农户)``, ``生活困难(的群众)``: a predicate and its subject, no row of attributes."""
    if not before or (len(before) > 1 and before[-2].tag in LINKS | ADVERBS):
        return False
    quality = len(before) > 1 and before[-1].tag in QUALITIES
    return quality or (before[-1].zh.endswith(kind("predicated")) and (len(before) > 1 or before[0].tag in NOUNS))


def _found(entries: Words, cut: int) -> str | None:
    """``发现的火灾隐患`` "fire hazards found"."""
    what = noun_phrase(entries[cut + 1 :]) if entries[0].zh in {"发现", "查出"} else None
    return f"{what} found" if what and " of " not in what else None


def _doer(act: Words, head: Words, verb_phrase: Reader) -> str | None:
    """Those who do something, or the deed."""
    wrongly = WRONGLY.get(act[0].zh)
    if wrongly:
        act = act[1:]
    wrong = bool(act) and act[0].zh in section("heads.txt", "wrongs")
    acts = act and (act[0].tag in {"p", "vi"} or act[0].zh in kind("done-by-others") or wrong)
    reading = verb_phrase(act) if acts or (act and wrongly and act[0].tag in STARTS) else None
    if reading is None or ", " in reading or any(e.tag in LINKS | {"prep", "v", "vp"} for e in act[1:]):
        return None  # 违反规定使用资金: two verbs
    said = f"{reading} {wrongly}" if wrongly else reading
    if not head and not wrongly and not wrong:
        return None  # 对检查质量的|深入评估
    if not head:
        return f"those who {plain(present(said, plural=True))}"
    if len(head) == 1 and head[0].zh in CONDUCT:
        return f"acts of {gerund(said)}"
    bodies = head[-1].zh.endswith(kind("bodies"))
    who = noun_phrase(head) if head[-1].tag == "o" or bodies else None
    if who is None or not is_plural(who) or " of " in who:
        return None
    return f"{who} {'that' if bodies else 'who'} {plain(present(said, plural=True))}"


def _by_table(rest: Words, thing: Reader, verb_phrase: Reader) -> str | None:
    """``对违法行为零容忍`` "show zero tolerance for offences": predicates with a place for their object."""
    forms = section("heads.txt", "to-target")
    for size in (3, 2, 1):
        form = forms.get("".join(e.zh for e in rest[-size:])) if len(rest) > size else None
        if form is None:
            continue
        start = adverbs_from(rest, len(rest) - size)
        before, adverbs = rest[:start], rest[start : len(rest) - size]
        does = len(before) > 1 and before[-1].zh in _DOING | {"坚持", "保持", "做到", "要"}
        what = _target(before[: len(before) - does], thing, verb_phrase)
        return with_adverbs(adverbs, form.format(MARK, what)) if what else None
    return None


def _to_account(rest: Words, thing: Reader, verb_phrase: Reader) -> str | None:
    """``对失职人员严肃追责`` "hold … to account", ``对失职行为严肃问责`` "hold people to account for …"."""
    at = next((i for i, e in enumerate(rest) if e.zh in kind("to-account")), 0)
    start = adverbs_from(rest, at)
    if not at or any(e.zh not in kind("to-account") for e in rest[at:]):
        return None
    what = _target(rest[:start], thing, verb_phrase)
    people = rest[start - 1].tag in {"o", "de"}
    said = f"{MARK}hold {what if people else f'people to account for {what}'}{' to account' if people else ''}"
    return with_adverbs(rest[start:at], said) if what else None


def _done(rest: Words, thing: Reader, verb_phrase: Reader) -> str | None:
    """``对企业开展安全检查`` "carry out safety inspections of companies"."""
    at = next((i for i, e in enumerate(rest) if i and (e.zh in _DOING or e.zh[-2:] in _MORE)), 0)
    if not at or at == len(rest) - 1:
        return None
    start = adverbs_from(rest, at)
    what = _target(rest[:start], thing, verb_phrase)
    done = rest[at + 1 :]
    said = _on_target(rest[at], done, what) if what else None
    return with_adverbs(rest[start:at], said)


def _on_target(doing: Entry, done: Words, what: str) -> str | None:
    """The verb of a verbal noun with its object; else the noun and what joins it to its object."""
    last = done[-1]
    if (
        doing.zh in _DOING
        and last.tag in {"v", "vp"}
        and all(e.tag in ADVERBS for e in done[:-1])
        and "{}" not in last.en
    ):
        return with_adverbs(done[:-1], taking(last.en, what))
    joints = section("heads.txt", "on-target")
    joint = next((joints[last.zh[i:]] for i in range(len(last.zh)) if last.zh[i:] in joints), None)
    noun = noun_phrase(done) if joint and all(e.tag in NOUNS | VERBAL | {"a", "ad"} for e in done) else None
    if noun is None or " of " in noun or " and " in noun or parted(noun)[0]:
        return None
    light = doing.en if doing.zh[-2:] in _MORE else f"{MARK}carry out" if doing.zh in _CARRIED else None
    return taking(light, f"{noun} {joint} {what}") if light and not _repeats(noun, what) else None


def _repeats(noun: str, what: str) -> bool:
    """The noun says a word of its object again."""
    return any(len(word) > 3 and word in what for word in noun.split(" "))


def _acted(rest: Words, thing: Reader, verb_phrase: Reader) -> str | None:
    """``对不合格产品及时下架召回``: one verb or two, each with adverbs of one word before it."""
    end = len(rest)
    deeds: list[tuple[Words, Entry]] = []
    while end > 1 and rest[end - 1].tag in {"v", "vp"}:
        start = adverbs_from(rest, end - 1)
        deeds.insert(0, (rest[start : end - 1], rest[end - 1]))
        end = start - (rest[start - 1].tag == "c" and start > 1)
        if end == start and deeds[0][0]:
            break
    if (
        not deeds
        or len(deeds) > _MOSTCONDUCT
        or any(is_light(verb) for _, verb in deeds)
        or (not deeds[0][0] and not _is_certain(deeds[0][1]))
    ):
        return None
    what = _target(rest[:end], thing, verb_phrase)
    if what is None:
        return None
    both = [
        _said(adverbs, verb, what if not i else "them" if is_plural(what) else "it")
        for i, (adverbs, verb) in enumerate(deeds)
    ]
    said = [one for one in both if one]
    return " and ".join(said) if len(said) == len(deeds) else None


def _is_certain(verb: Entry) -> bool:
    """依法查处, 逐一排查: the adverb is in the word; a bare verb may be a noun of the object: 对食品安全检查."""
    return len(verb.zh) == _WITH_ADVERB and words().get(verb.zh[:2], verb).tag in ADVERBS


def _said(adverbs: Words, verb: Entry, what: str) -> str | None:
    first, place, last = verb.en.partition(" {}")
    if place and last and CLAUSE.search(what):  # far behind its verb, "by law" would be of the clause
        said = with_adverb(last.strip().replace("by law", "in accordance with the law"), f"{first} {what}")
        return with_adverbs(adverbs, said)
    return with_adverbs(adverbs, taking(verb.en, what))

"""One clause of a directive in English by rule, or nothing.

A clause is rendered only if every character is covered by the lexicon and the grammar below has exactly one reading
of it. Two readings are as bad as none: a wrong sentence that looks right is worse than a list of terms.
"""

from __future__ import annotations

import itertools
import re

from digest.translate.officialese.ear import halts, jars
from digest.translate.officialese.names.names import place
from digest.translate.officialese.names.organs import organ
from digest.translate.officialese.nouns.phrase import noun_phrase, noun_phrase_of
from digest.translate.officialese.smoothing import as_meant, smoothed
from digest.translate.officialese.verbs import words_of
from digest.translate.officialese.verbs.adverbs import as_one
from digest.translate.officialese.verbs.amounts import rated, well_counted
from digest.translate.officialese.verbs.asking import asked
from digest.translate.officialese.verbs.attributes import POINTING, sums_up
from digest.translate.officialese.verbs.conditions import condition
from digest.translate.officialese.verbs.doubts import ends_in_verb, is_about
from digest.translate.officialese.verbs.ensuring import leaving_none
from digest.translate.officialese.verbs.fronted import CARRIES, one_sense
from digest.translate.officialese.verbs.openers import during, opening_time, time_alone
from digest.translate.officialese.verbs.owners import (
    announced,
    barred,
    does_nothing,
    done_faster,
    done_for,
    goes,
    kept_out,
    on_the_way,
    theirs,
    urged,
)
from digest.translate.officialese.verbs.places import acts_somewhere, against, is_doing, placed
from digest.translate.officialese.verbs.sending import sent
from digest.translate.officialese.verbs.states import stated
from digest.translate.officialese.verbs.targets import ON
from digest.translate.officialese.verbs.verb import doing, not_doing, thing, verb_phrase
from digest.translate.officialese.verbs.years import said_of_a_year
from digest.translate.officialese.words.lexicon import HAN, Entry, Words, kind, opened, section, words
from digest.translate.officialese.words.morphology import MARK, be, is_plural, plain
from digest.translate.officialese.words.tags import ADVERBS, NOUNS, QUALITIES, VERBAL

_ORDINAL = re.compile(r"^(首先|其次|最后|[一二三四五六七八九十]{1,2}是|[一二三四五六七八九十](?=要))[，,]?(?:是?要)?")
_ORDINALS = dict(
    zip(
        "一二三四五六七八九十",
        ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth"),
        strict=True,
    )
) | {"首先": "First", "其次": "Next", "最后": "Finally"}

#: shorter clauses are labels, not sentences
_SHORTEST = 4
_MAX_PREPOSITIONS = 1
#: what may begin what somebody does
_ACTS = frozenset({"d", "ad", "v", "vp", "vs", "va", "p", "vi", "ba", "prep"})
#: a plain noun phrase
_PLAIN = NOUNS | {"a", "de", "c", "and"}
#: a preposition and what it governs, before the verb
_FRONTED = re.compile(
    r"(?:when|in|during|through|under|on|focusing|with|to|by|regarding|within|relying|according)\b[^,]*, "
)
#: what may stand beside a thing and point to it
_APPOSED = POINTING | {"这些", "这种"}
_BUT = re.compile(r"^但(?:是)?")
#: 就设立基金提出意见: what somebody speaks about, or nothing but stress; nobody can tell; 累计: told
_ABOUT = re.compile(r"^累计|^就(?![近地业医诊任职学读餐绪要])")
#: what only joins a clause to the one before
_JOINING = re.compile(r"^(?:并且|以(?=确保|保证)|并|而且|同时|此外|另外|进而|从而|也(?=要)|其中)")
#: what is said of one among several
_ABOVE_ALL = re.compile(r"^(?:特别是|尤其是)")


def _modal(entries: Words) -> int | None:
    """Where 要, 应 or 不得 stands."""
    return next((index for index, entry in enumerate(entries) if entry.tag == "m"), None)


def _clause(entries: Words) -> str | None:
    """One clause: an imperative, "somebody should …", or "X is Y"."""
    joints = [entry.zh for entry in entries if entry.tag == "prep"]
    if len(joints) - ("以" in joints and "为" in joints) > _MAX_PREPOSITIONS:
        return None
    if not sums_up(entries) and any(
        b.zh in _APPOSED and a.tag in (NOUNS | VERBAL if "prep" in {e.tag for e in entries[:2]} else NOUNS)
        for a, b in itertools.pairwise(entries)
    ):
        return None  # 质量提升这一任务: one names the other
    if opens := opening_time(entries):
        return during(*opens)
    modal = _modal(entries)
    if modal is not None:
        parts = entries[:modal], entries[modal], entries[modal + 1 :]
        return on_the_way(*parts) or kept_out(*parts) or _demanded(*parts)
    told = entries[0].zh == "将" and all(e.tag in ADVERBS | {"p", "c"} for e in entries[1:-1])  # 将|移送司法机关
    told = told and entries[-1].tag in {"p", "v"}
    reading = verb_phrase(entries[told:])
    if reading is not None:
        return plain(reading)
    owned = barred(entries) or (None if _is_narrated(entries) else _by_owner(entries) or announced(entries))
    return owned or _is(entries) or _told(entries)


def _is_activity(owner: Words) -> bool:
    """舆情处置, 队伍建设: it does nothing itself; who shall do it is left out."""
    return (len(owner) > 1 and owner[-1].tag in VERBAL) or owner[-1].zh.endswith("建设") or goes(owner[-1])


def _demanded(owner: Words, modal: Entry, rest: Words) -> str | None:
    """``各部门要 VP``; without an owner an imperative."""
    if owner and owner[0].zh == "要求":
        owner = owner[1:]  # 要求各部门要…: what is required
    if len(owner) > 1 and owner[-1].zh in {"一律", "均", "绝对"} and modal.en.endswith(" not"):
        owner = owner[:-1]
    if not rest or (owner and (owner[0].tag in {"prep", "ba"} or all(e.tag in ADVERBS for e in owner))):
        return _targeted(owner, modal, rest) if rest else None
    subject = thing(owner)
    if owner and (subject is None or _is_activity(owner) or does_nothing(owner, rest)):
        return None
    acts = bool(owner) and owner[-1].tag == "o"
    if modal.en.endswith(" not"):
        return _forbidden(subject, modal, rest)
    reading = verb_phrase(rest)
    sooner = done_faster(rest) if subject and not acts else None
    if reading is not None and subject is None:
        return urged(modal, reading)
    if reading is not None and not sooner:
        fronted = rest[0].tag == "prep" and ", " in reading and not reading.startswith(MARK)
        pause = "," if fronted else ""
        return f"{subject} {modal.en}{pause} {theirs(plain(reading))}"
    state = sooner or (stated(rest, bare=True) if subject and not acts else None)
    return f"{subject} {modal.en} {plain(state).replace('are ', 'be ', 1)}" if state else None


def _targeted(owner: Words, modal: Entry, rest: Words) -> str | None:
    """``对违法行为要严肃查处``, ``今年要…``, ``在工作中要…``: what 对 begins is acted on, and a time owns nothing."""
    acted = owner[0].zh in ON or owner[0].tag in ADVERBS
    if owner[0].tag == "prep" and not acted and len(owner) > 1 and modal.en == "should":
        where, reading = _governed(owner[0], owner[1:]), verb_phrase(rest)
        return f"{where}, {plain(reading)}" if where and reading and ", " not in reading.partition(MARK)[0] else None
    reading = verb_phrase((*owner, *rest)) if acted and not modal.en.endswith(" not") else None
    return plain(reading) if reading else done_for(owner, rest) if owner[0].zh in ON else None


def _forbidden(subject: str | None, modal: Entry, rest: Words) -> str | None:
    """``不得 V``: "do not", ``任何单位不得 V``: "no unit may"."""
    act = not_doing(rest)
    if act is None:
        return None
    if subject is None:
        return f"do not {act}"
    every = re.match("(?:any|all|each|every) ", subject)
    if every and (not is_plural(subject) or " and " in subject):
        return None
    return f"no {subject[every.end() :]} may {theirs(act)}" if every else f"{subject} {modal.en} {theirs(act)}"


def _is_narrated(entries: Words) -> bool:
    """``执法人员当场查封``: told of somebody, not asked of them; and what 对 begins owns nothing."""
    owner = next((e for e in entries if e.tag == "o"), None)
    on_the_spot = owner is not None and owner.zh.endswith(kind("on-the-spot"))
    told = any(zh in kind("narrated") for e in entries for zh in (e.zh, e.zh[:2]))
    tightens = entries[0].zh in section("heads.txt", "tighten")  # 严格电工持证上岗
    return entries[0].tag in {"prep", "ba"} or on_the_spot or told or tightens


def _by_owner(entries: Words) -> str | None:
    """``各部门 VP``: among demands, what somebody does is what somebody should do."""
    for end in range(1, len(entries)):
        if entries[end - 1].tag == "o" and entries[end].tag in _ACTS:
            if is_about(entries[end], entries[end:]) and not {e.tag for e in entries[end + 1 : end + 2]} & QUALITIES:
                return None  # 创新人才培养机制
            subject, reading = thing(entries[:end]), verb_phrase(entries[end:])
            if entries[end].zh in kind("told-of") or any(e.zh.endswith(("配合", "协助")) for e in entries[: end - 1]):
                return None  # 配合社区人员|开展排查: they are helped
            if reading and entries[end].tag == "prep" and ", " in reading and not reading.startswith(MARK):
                return None  # 群众对住房有要求
            if subject == "we":  # no demand: what we do
                return f"we {plain(reading)}" if reading else None
            if subject and reading:
                return f"{subject} should {theirs(plain(reading))}"
    return None


def _told(entries: Words) -> str | None:
    """``形势仍然严峻`` "the situation is still grim", ``意识不断增强``: a statement, told by its adverb."""
    at = next((i for i, e in enumerate(entries) if i and e.zh in section("heads.txt", "telling")), 0)
    if not at or entries[at - 1].tag not in {"n", "k"}:
        return None
    last = entries[-1]
    if last.tag == "a":  # any adjective may follow 仍然
        last = Entry(zh=last.zh, tag="a", en=last.en, noun="are")
    subject, said = thing(entries[:at]), stated((*entries[at:-1], last))
    return f"{subject} {plain(said).replace('are', be(subject), 1)}" if subject and said else None


def _are_many(what: str) -> bool:
    return all(is_plural(part) for part in what.partition(" of ")[0].split(" and "))


def _is(entries: Words) -> str | None:
    """``X 是 Y`` of two noun phrases."""
    at = next((index for index, entry in enumerate(entries) if entry.tag == "cop"), 0)
    if not at:
        return None
    subject, rest = noun_phrase(entries[:at]), entries[at + 1 :]
    what = thing(rest) if rest else None
    if (
        subject
        and what is None
        and entries[at - 1].zh in section("heads.txt", "is-to")
        and (reading := verb_phrase(rest))
    ):
        what = f"to {plain(reading)}"
    if subject is None or what is None or (_are_many(what) and not is_plural(subject)):
        return None  # 改造是公益项目: one of them or many
    if is_plural(subject) and what.startswith("the person "):
        return None
    return f"{subject} {be(subject)} {what}"


def _fragment(entries: Words) -> str | None:
    """``按照 X 要求``: what belongs to the clause behind it."""
    if when := time_alone(entries):
        return when
    modal = _modal(entries)
    if modal is not None:
        subject = thing(entries[:modal]) if modal else None
        rest = _fragment(entries[modal + 1 :])
        if rest is None or (modal and subject is None):
            return None
        return f"{subject} {entries[modal].en}, {rest}" if subject else rest
    return _governed(entries[0], entries[1:]) if len(entries) > 1 and entries[0].tag == "prep" else None


def _from(rest: Words) -> str | None:
    """``从选种、管护等方面`` "in terms of …", ``从保障民生的高度`` "from the perspective of …"."""
    if rest[-1].zh == "方面" and len(rest) > 1:
        about = thing(rest[:-1])
        return f"in terms of {about}" if about else None
    seen = [entry.zh for entry in rest[-2:]] == ["的", "高度"]
    about = doing(rest[:-2]) if seen else None
    return f"from the perspective of {about}" if about else None


def _governed(word: Entry, rest: Words) -> str | None:
    """A preposition and what it governs: ``为推动 X`` "to drive X"."""
    if word.zh == "为" and rest[0].tag in VERBAL | {"vs", "va", "d", "ad"}:
        aim = verb_phrase(rest)
        return f"to {plain(aim)}" if aim else None
    then = word.zh == "通过" and rest[0].tag == "p" and len(rest) > 1  # 通过以案促改|完善制度
    acted = word.zh in ON and (ends_in_verb(rest[-1]) or any(e.tag == "de" for e in rest[:-1]))
    acted = acted or (rest[-1].tag == "p" and len(rest) > 1 and rest[-2].tag in NOUNS)  # 围绕产业|招商引资
    acted = acted or (word.zh == "以" and any(e.zh.endswith(CARRIES) for e in rest[:-1]))
    acted = acted or (word.zh == "在" and acts_somewhere(rest) and not placed(rest, doing))
    if word.zh == "从":
        return _from(rest)
    if acted or then or rest[0].tag == "neg" or (word.zh == "以" and any(entry.tag not in _PLAIN for entry in rest)):
        return None  # 以新理念引领发展: a verb that is no noun
    about = doing(rest) if word.en or word.zh == "在" else None
    if about and word.zh == "以":
        about = one_sense(rest[0], about)
    joint = against(rest, verb_phrase) if word.zh == "针对" else word.en or "in"
    if about and word.zh == "通过" and rest[0].tag in VERBAL | {"va"} and is_doing(about):
        joint = "by"
    return f"{joint} {about}" if about else placed(rest, doing)


#: 要“守住底线，…”: the quote is what was said, and a comma parts its ends; 把品牌“树”起来: one word stressed
_OPENS = re.compile(r"^((?:[^“”]*要)?)“(?=[^“”]*$)")
_CLOSES = re.compile(r"^([^“”]*)”$")
_SPOKEN = re.compile(r"^((?:[^“”]*要)?)“([^“”]{6,})”$")
_STRESSED = re.compile(r"“(.)”(?=起来)")


def _unquoted(text: str) -> str:
    """A clause without the quotes that only say that somebody said it."""
    for pattern in (_OPENS, _CLOSES, _SPOKEN, _STRESSED):
        text = pattern.sub(lambda found: "".join(found.groups()), text)
    return text


#: clauses that are read by what they begin or end with
_FORMS = (asked, sent, rated, said_of_a_year, leaving_none)


def clause_en(text: str) -> str | None:
    """English for one clause, beginning small, or None."""
    lead, text = "", as_one(_unquoted(text))
    ordinal = _ORDINAL.match(text)
    if ordinal:
        lead = _ORDINALS.get(ordinal[1].removesuffix("是"), "")
        if not lead:
            return None
        lead, text = f"{lead}, ", text[ordinal.end() :]
    text = _JOINING.sub("", text)
    if above_all := _ABOVE_ALL.match(text):
        lead, text = f"{lead}in particular, ", text[above_all.end() :]
    if but := _BUT.match(text):
        lead, text = f"{lead}but ", text[but.end() :]
    if len(text) < _SHORTEST or _ABOUT.match(text):
        return None
    if said := next((said for form in _FORMS if (said := form(text))), None):
        return lead + said
    office, modal, rest = text.partition("要")
    party = section("offices.txt", "parties").get(office)
    named = f"the {party}" if party else organ(office) or place(office)  # 民盟 is no league of banners
    known = None if place(office) else words().get(office)
    body = named if modal and "各" not in office[1:] and not (known and known.tag in NOUNS) else None
    entries = words_of(rest if body else text)
    if not entries or (body and any(entry.tag == "m" for entry in entries)):
        return None
    english = _clause(entries)
    if english is None and (again := opened(entries)) is not None:
        english = _clause(again)
    english = well_counted(english) if english else None
    if english is None or jars(english, text, entries):
        return None
    english = smoothed(as_meant(english, text))
    pause = "," if _FRONTED.match(english) else ""
    return f"{lead}{body} should{pause} {english}" if body else lead + english


def fragment_en(text: str) -> str | None:
    """English for what belongs to the clause behind it, ``按照会议要求``, or None."""
    if said := condition(text):
        return said
    ordinal = _ORDINAL.match(text)
    lead = _ORDINALS.get(ordinal[1].removesuffix("是"), "") if ordinal else ""
    entries = words_of(text[ordinal.end() :] if ordinal and lead else text)
    english = _fragment(entries) if entries else None
    if english is None or halts(english, text):
        return None
    return f"{lead}, {smoothed(english)}" if lead else smoothed(english)


def phrase(text: str) -> str | None:
    """English for a noun phrase (a topic, an owner), or None unless every character is covered.

    >>> phrase("散煤治理工作")
    'loose-coal control work'
    """
    english = noun_phrase_of(text)
    return None if english is None or HAN.search(english) else plain(english)

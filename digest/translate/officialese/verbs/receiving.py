"""What is accepted or won from somebody, who does something before a 的, and what somebody is to be.

``接受群众监督`` "oversight by residents", ``争取上级支持`` "support from", ``举报违法的群众`` "residents who report".
"""

from __future__ import annotations

from digest.translate.officialese.nouns.compound import joined
from digest.translate.officialese.nouns.phrase import noun_phrase
from digest.translate.officialese.nouns.sharing import members_of
from digest.translate.officialese.nouns.steps import opened_verb
from digest.translate.officialese.verbs import Reader
from digest.translate.officialese.verbs.attributes import first_de
from digest.translate.officialese.words.lexicon import Entry, Groups, Words, kind, section
from digest.translate.officialese.words.morphology import MARK, is_plural, one_of, present, with_quality
from digest.translate.officialese.words.tags import NOUNS, QUALITIES, VERBAL, nominal

_PAIR = 2
_WIN = ("争取", "获得", "赢得", "寻求", "得到")


def said_of_people(verb: Entry, rest: Words, verb_phrase: Reader) -> str | None:
    """A verb whose object says who does something, or who somebody is."""
    return _received(verb, rest) or _being(verb, rest) or _named_as(verb, rest) or _with_doer(verb, rest, verb_phrase)


def _received(verb: Entry, rest: Words) -> str | None:
    """``接受 X (的) R`` "accept R by X", ``配合 X R``, ``争取 X (的) R`` "strive for R from X"; None for any other."""
    accepts = verb.zh.endswith(("接受", "配合"))
    ends = kind("accepted") if accepts else kind("won") if verb.zh.endswith(_WIN) else ()
    if not ends or "{}" in verb.en or not rest[-1].zh.endswith(ends):
        return None
    members = members_of(rest)
    alike = all(len(member) == 1 and member[0].tag == "n" and member[0].zh.endswith(ends) for member in members)
    if len(members) > 1 and alike:
        named = _said(rest)  # 接受社会监督和舆论监督: each says by whom
        return f"{verb.en} {named}" if named else None
    givers, deeds = _shared(members) or _parted(rest)
    who, what = noun_phrase(givers) if givers else None, _said(deeds)
    if not who or not what or " of " in who or " by " in who:
        return None  # 接受人大法律监督和政协民主监督: each has its own
    return f"{verb.en} {what} {'by' if accepts else 'from'} {who}"


def _shared(members: Groups) -> tuple[Words, Words] | None:
    """``群众监督和评议``: both are theirs."""
    first, *others = members
    first = list(opened_verb(first[0], last="")) if len(first) == 1 and first[0].zh.startswith("群众") else first
    if len(first) != _PAIR or first[0].tag not in NOUNS or not others or any(len(member) != 1 for member in others):
        return None
    deeds = [first[1], *(member[0] for member in others)]
    if not all(deed.zh.endswith(kind("accepted")) for deed in deeds):
        return None
    listed = [word for deed in deeds for word in (Entry(zh="和", tag="and"), deed)]
    return (first[0],), tuple(listed[1:])


def _parted(rest: Words) -> tuple[Words, Words]:
    """Who does it and what is done; nobody where the words do not say it."""
    cut = first_de(rest)
    if cut:
        return rest[:cut], rest[cut + 1 :]
    deed = opened_verb(rest[-1], last="")[-1:] if rest[-1].zh.startswith("群众") else [rest[-1]]
    givers = rest[:-1]
    acts = bool(givers) and givers[-1].tag in NOUNS and (givers[-1].tag == "o" or rest[-1].zh == "支持")
    return (givers, tuple(deed)) if acts and not givers[-1].zh.endswith(("政策", "资金", "技术")) else ((), ())


def _said(deeds: Words) -> str | None:
    """``法律监督和工作监督`` "oversight of laws and of work": each as it stands."""
    said = [noun_phrase(tuple(member)) for member in members_of(deeds)] if deeds else []
    known = [what for what in said if what]
    ends = {what.rpartition(" ")[2] for what in known}
    if len(ends) == 1 and len(known) > 1:  # legal and work oversight
        known = [*(what.rpartition(" ")[0] or what for what in known[:-1]), known[-1]]
    whole = joined(known) if known and len(known) == len(said) else None
    plain = whole is not None and " by " not in whole and (" of " not in whole or len(known) == len(deeds[::2]))
    return whole if plain else None


def doer(entries: Words, verb_phrase: Reader) -> str | None:
    """``举报违法行为的群众`` "residents who report illegal acts"."""
    cut = first_de(entries)
    who = entries[cut + 1 :]
    if cut < 2 or not who or not _is_deed_of(entries[:cut], who):
        return None
    act, somebody = entries[:cut], noun_phrase(who)
    named = len(act) == _PAIR and act[1].tag in VERBAL  # 参与|救援
    reading = f"{act[0].en} {act[1].noun}" if named else verb_phrase(act)
    if reading is None or somebody is None or not reading.startswith(MARK) or " of " in somebody:
        return None
    that = "that" if who[-1].zh.endswith(kind("no-people")) else "who"
    return f"{somebody} {that} {present(reading, plural=is_plural(somebody))}"


def _is_deed_of(act: Words, who: Words) -> bool:
    """A verb of the list ``does``, its object, and people."""
    does = act[0].zh in section("heads.txt", "does") and len(act) > 1
    ends = act[-1].tag in NOUNS or (len(act) == _PAIR and bool(nominal(act[1])))
    return does and ends and who[-1].tag == "o" and all(e.tag in NOUNS | QUALITIES for e in who)


def _with_doer(verb: Entry, rest: Words, verb_phrase: Reader) -> str | None:
    """``奖励举报违法行为的群众``: the second verb is what they do, not what is done to them."""
    whom = doer(rest, verb_phrase) if rest[0].tag in VERBAL and "{}" not in verb.en else None
    return f"{verb.en} {whom}" if whom else None


def _named_as(verb: Entry, rest: Words) -> str | None:
    """``明确分管领导为责任人`` "designate leaders in charge as persons responsible"."""
    at = next((i for i, e in enumerate(rest) if i and e.zh == "为"), 0)
    if verb.zh[-2:] not in {"明确", "确定", "指定"} or not at or rest[at - 1].tag != "o" or rest[-1].tag != "o":
        return None
    whom, role = noun_phrase(rest[:at]), noun_phrase(rest[at + 1 :])
    if whom is None or role is None:
        return None
    if is_plural(whom) and role.startswith("the person "):
        whom = f"the {one_of(whom)}"
    return f"{MARK}designate {whom} as {role}"


def _being(verb: Entry, rest: Words) -> str | None:
    """``做文明的传播者`` "be communicators of civility", ``当好宣传员`` "be good publicity workers"."""
    good = verb.zh in {"当好", "做好"}
    if not (good or verb.zh in {"做", "当"}) or not rest[-1].zh.endswith(kind("roles")):
        return None
    if verb.zh == "做好" and not rest[-1].zh.endswith(("者", "宣传员")):
        return None
    what = noun_phrase(rest) if nominal(rest[-1]) and rest[-1].tag in NOUNS else None
    if what is None or (good and (what.startswith("the ") or " and " in what)):
        return None
    if rest[-1].zh.endswith("员"):
        what = what.replace(" of ", " for ", 1)
    return f"{MARK}be {with_quality('good', what) if good else what}"

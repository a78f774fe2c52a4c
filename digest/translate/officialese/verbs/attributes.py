"""Nouns behind a clause that is no attribute in English: changes in X, the bottom line of no X, what X means for Y."""

from __future__ import annotations

from digest.translate.officialese.nouns.fields import in_a_row
from digest.translate.officialese.nouns.phrase import noun_phrase
from digest.translate.officialese.nouns.row import owned_by
from digest.translate.officialese.verbs import Reader
from digest.translate.officialese.words.lexicon import Words, kind, section
from digest.translate.officialese.words.morphology import (
    MARK,
    gerund,
    is_determiner,
    is_plural,
    one_of_many,
    parted,
    plain,
    present,
)
from digest.translate.officialese.words.tags import ADVERBS, NOUNS, VERBAL

#: nouns that say what one thing is for another
_MEANINGS = ("意义", "重要性", "作用", "影响")


def first_de(entries: Words) -> int:
    """Where the first 的 stands, or 0."""
    return next((i for i, e in enumerate(entries) if e.tag == "de"), 0)


def last_de(entries: Words) -> int:
    """Where the last 的 stands, or 0."""
    return next((i for i in range(len(entries) - 1, 0, -1) if entries[i].tag == "de"), 0)


def changes(entries: Words) -> str | None:
    """``供求关系发生重大变化(的新形势)`` "(the new situation of) major changes in supply and demand"."""
    cut = last_de(entries)
    clause = entries[:cut] if cut else entries
    at = next((i for i, e in enumerate(clause) if i and e.zh == "发生"), 0)
    if not at or clause[-1].zh != "变化":
        return None
    what, changed = noun_phrase(clause[at + 1 :]), noun_phrase(clause[:at])
    head = noun_phrase(entries[cut + 1 :]) if cut else ""
    if what is None or changed is None or head is None:
        return None
    return f"{head} of {what} in {changed}" if head else f"{what} in {changed}"


def never(entries: Words) -> str | None:
    """``不发生重大事故的底线`` "the bottom line of no major accidents"."""
    if len(entries) < 4 or entries[0].tag != "neg" or entries[1].zh not in {"发生", "出现"} or entries[-1].zh != "底线":
        return None
    what = noun_phrase(entries[2 : len(entries) - 1 - (entries[-2].tag == "de")])
    bare = parted(what)[1] if what else None
    return f"the bottom line of no {bare}" if bare and " of " not in bare else None


def named_by(entries: Words) -> str | None:
    """``安全度汛底线`` "the bottom line of getting through the flood season safely": a set predicate and its noun."""
    if len(entries) != 2 or entries[0].tag not in {"p", "vi"}:
        return None
    joint = section("heads.txt", "named-by").get(entries[1].zh)
    if joint is None:
        return None
    act = entries[0].en if entries[0].en.startswith(MARK) else MARK + entries[0].en.replace("are ", "be ", 1)
    done = act.replace(MARK, "") if joint == "to" else gerund(act)
    return f"{entries[1].en} {joint} {done}"


def meaning(entries: Words, doing: Reader) -> str | None:
    """``创新对发展的重要意义`` "the significance of innovation for development"."""
    cut = last_de(entries)
    at = next((i for i, e in enumerate(entries[:cut]) if i and e.zh == "对"), 0)
    if not at or at == cut - 1 or not entries[-1].zh.endswith(_MEANINGS):
        return None
    what, whose, whom = noun_phrase(entries[cut + 1 :]), doing(entries[:at]), doing(entries[at + 1 : cut])
    return f"{what} of {whose} for {whom}" if what and whose and whom else None


def worth_building(entries: Words) -> str | None:
    """``信用体系建设的重要意义`` "the importance of building a credit system"."""
    cut = last_de(entries)
    if cut < 2 or entries[cut - 1].zh != "建设" or not entries[-1].zh.endswith(_WORTH):
        return None
    what, built = noun_phrase(entries[cut + 1 :]), noun_phrase(entries[: cut - 1])
    return f"{what} of building {built}" if what and built and entries[cut - 2].zh.endswith(kind("built")) else None


def between(entries: Words) -> str | None:
    """``发展和安全的关系`` "the relationship between development and security"."""
    owned = len(entries) > 2 and entries[-1].zh == "关系" and entries[-2].tag == "de"
    both = noun_phrase(entries[:-2]) if owned else None
    return f"the relationship between {both}" if both and both.count(" and ") == 1 and ", " not in both else None


#: nouns that say why something is done
_WORTH = ("意义", "重要性", "必要性", "紧迫性")


#: the ends of what 在 begins that are said as "in"
_INSIDE = frozenset({"中", "上", "方面"})


def within(entries: Words, doing: Reader) -> str | None:
    """``专利法在促进创新中的作用`` "the role of the patent law in promoting innovation"."""
    cut = last_de(entries)
    at = next((i for i, e in enumerate(entries[:cut]) if e.zh == "在"), cut)
    if at >= cut - 2 or entries[cut - 1].zh not in _INSIDE or not entries[cut + 1 :]:
        return None
    if entries[cut - 1].zh == "上" and entries[at + 1 : cut][0].tag not in VERBAL:
        return None  # 在合理水平上: at a level
    what, where = noun_phrase(entries[cut + 1 :]), doing(entries[at + 1 : cut - 1])
    whose = noun_phrase(entries[:at]) if at else ""
    if what is None or where is None or whose is None or " of " in what:
        return None
    return f"{owned_by(what, 'of', whose)} in {where}" if whose else f"{what} in {where}"


def having_as(entries: Words, doing: Reader) -> str | None:
    """``以实体经济为支撑的产业体系`` "an industrial system with the real economy as the support"."""
    cut = last_de(entries)
    at = next((i for i, e in enumerate(entries[:cut]) if i > 1 and e.zh == "为"), 0)
    if entries[0].zh != "以" or not at or at == cut - 1 or not entries[cut + 1 :]:
        return None
    role = section("heads.txt", "roles").get(entries[cut - 1].zh)
    quality = entries[at + 1 : cut - 1]
    if role is None or any(e.tag != "a" for e in quality):
        return None
    as_ = (
        " ".join(("the", *(e.en for e in quality), role.removeprefix("the ").removeprefix("an "))) if quality else role
    )
    what, whom = noun_phrase(entries[cut + 1 :]), doing(entries[1:at])
    return f"{what} with {whom} as {as_}" if what and whom else None


POINTING = frozenset({"这一", "这个", "这项"})


def sums_up(entries: Words) -> bool:
    """The words end in a noun that says what the thing before it is."""
    at = next((i for i, e in enumerate(entries) if e.zh in POINTING), 0)
    if entries[at + 1 :] and entries[at + 1].zh == "任务":
        return False  # 质量提升这一任务: a mere name for it
    plain = all(e.tag in {"n", "k", "a", "ad"} for e in entries[at:])
    return bool(at) and plain and entries[-1].zh.endswith(kind("sums-up"))


def summed_up(entries: Words, doing: Reader) -> str | None:
    """``高质量发展这个首要任务`` "the first task of high-quality development"."""
    if not sums_up(entries):
        return None
    at = next(i for i, e in enumerate(entries) if e.zh in POINTING)
    what, whose = noun_phrase(entries[at + 1 :]), doing(entries[:at])
    if what is None or whose is None:
        return None
    one = what[:-1] if what.endswith("s") and not what.endswith("ss") else what
    return f"the {parted(one)[1]} of {whose}"


def in_the_role(entries: Words) -> str | None:
    """``政协作为协商机构的作用`` "the role of political consultative conferences as consultative bodies"."""
    cut = last_de(entries)
    at = next((i for i, e in enumerate(entries[:cut]) if i and e.zh == "作为"), 0)
    if not at or at == cut - 1 or entries[at].tag != "prep":
        return None
    what, whose, role = noun_phrase(entries[cut + 1 :]), noun_phrase(entries[:at]), noun_phrase(entries[at + 1 : cut])
    if role and whose and not is_plural(whose) and ", " not in role:
        role = " and ".join(one_of_many(one) for one in role.split(" and "))
    return f"{what} of {whose} as {role}" if what and whose and role else None


def means_for(entries: Words) -> str | None:
    """``高层建筑火灾防控能力`` "fire prevention and control capacity for high-rise buildings"."""
    if len(entries) != 3 or entries[0].tag not in NOUNS or entries[1].tag not in NOUNS | VERBAL:
        return None
    if in_a_row(entries) is None:
        return None  # 工伤失业保险政策
    if entries[2].tag not in NOUNS or not entries[2].zh.endswith(kind("means")) or is_determiner(entries[0].en):
        return None
    means, what = noun_phrase(entries[1:]), noun_phrase(entries[:1])
    if means is None or what is None or " of " in means + what or parted(means)[0]:
        return None
    joint = "of" if " for " in means or entries[2].zh.endswith(("水平", "效率")) else "for"
    return f"{means} {joint} {what}"


#: what is newly found in development or for it
_NEW = {
    "新优势": "in",
    "新领域": "for",
    "新赛道": "for",
    "新动能": "for",
    "新空间": "for",
    "空间": "for",
    "动能": "for",
}


def newly(entries: Words) -> str | None:
    """``发展新空间`` "new space for development", ``发展新优势`` "new advantages in development"."""
    joint = _NEW.get(entries[-1].zh)
    if len(entries) < 2 or joint is None or entries[0].zh != "发展" or not entries[1].zh.startswith("新"):
        return None
    what = noun_phrase(entries[1:])
    return f"{what} {joint} development" if what else None


def in_which(entries: Words, verb_phrase: Reader) -> str | None:
    """``全社会关心教育的氛围`` "an atmosphere in which the whole of society cares for education"."""
    people, acts, last = entries[0], entries[1:-2], entries[-1]
    if people.tag != "o" or not acts or entries[-2].tag != "de" or not last.zh.endswith("氛围"):
        return None
    reading = verb_phrase(acts) if acts[0].tag in {"v", "vp"} | ADVERBS else None
    does = plain(present(reading, plural=is_plural(people.en))) if reading else None
    return f"{last.en} in which {people.en} {does}" if does else None

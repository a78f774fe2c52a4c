"""Noun phrases of officialese in English: Chinese order is English order, until a 的."""

from __future__ import annotations

from functools import lru_cache

from digest.translate.officialese.nouns.compound import (
    MOST_DE,
    compound,
    joined,
    never_first,
    qualified,
)
from digest.translate.officialese.nouns.ends import hangs_open, has_own_deed, with_head_of_all
from digest.translate.officialese.nouns.fields import in_a_row
from digest.translate.officialese.nouns.joints import link, of_whose
from digest.translate.officialese.nouns.row import owned_by, said_by, towards
from digest.translate.officialese.nouns.shaping import act_of, lying_there
from digest.translate.officialese.nouns.sharing import (
    is_nested,
    members_of,
    says_its_verb,
    shares_head,
    with_common_end,
    with_common_object,
    with_common_start,
    with_end_of_each,
    with_object_of_first,
)
from digest.translate.officialese.nouns.steps import opened_verb
from digest.translate.officialese.words.lexicon import Entry, kind, section
from digest.translate.officialese.words.morphology import is_determiner, is_plural, plain, with_quality
from digest.translate.officialese.words.tags import LINKS, NOUNS, QUALITIES, REMEMBERED, VERBAL, nominal


def _groups(entries: tuple[Entry, ...]) -> list[str] | None:
    """The members of a list joined by 、 and 和, or one member that says what they have in common."""
    groups = _with_adjectives(members_of(entries))
    close = len(groups) > 1 and all(entry.zh != "、" for entry in entries)
    if len(groups) > 1:
        if not all(groups) or is_nested(entries, groups):
            return None
        said = lying_there(groups) or with_common_end(groups) or with_common_object(groups)
        if said := said or (with_object_of_first(groups) if close else None):
            return [said]
        if (said := with_common_start(groups)) is not None:
            return [said] if said else None
        opened = with_end_of_each(groups)
        said = _of_members(opened) or "" if opened else with_head_of_all(groups)
        if said is not None:
            return [said] if said else None
        doubt = shares_head(groups, commas=all(e.zh != "和" for e in entries))
        if doubt:
            return [said] if doubt == "shared" and (said := _of_members(groups)) else None
    parts = [compound(tuple(group), within=len(groups) > 1) for group in groups]
    whole = [part for part in parts if part is not None]
    return whole if len(whole) == len(parts) and not (close and hangs_open(groups, whole)) else None


def _with_adjectives(groups: list[list[Entry]]) -> list[list[Entry]]:
    """``区域性、系统性风险``: a member that is only an adjective belongs to the noun of the next."""
    found: list[list[Entry]] = []
    waiting: list[str] = []
    for group in groups:
        if len(group) == 1 and group[0].zh == "特色" and group is not groups[-1]:
            waiting.append("distinctive")
        elif len(group) == 1 and group[0].tag == "a":
            waiting.append(group[0].en)
        elif waiting and group and group[0].tag == "a":
            quality = joined([part for said in (*waiting, group[0].en) for part in said.split(" and ")])
            found.append([Entry(zh=group[0].zh, tag="a", en=quality), *group[1:]])
            waiting = []
        else:
            found.append(group)
    return groups if waiting else found


def _of_members(groups: list[list[Entry]]) -> str | None:
    """What all members share, as in "support of policies and funds"."""
    head = compound(tuple(groups[-1][1:]))
    members = [compound((group[0],)) for group in groups]
    said = [member for member in members if member]
    if head is None or len(said) != len(members) or any(" of " in member for member in said):
        return None
    return f"{head} {link(groups[-1][-1], groups[-1][0])} {joined(said)}"


def _shared(entries: tuple[Entry, ...]) -> list[str] | None:
    """``债券发行和使用``: verbal nouns that share what stands before the first, "issuance and use of bonds"."""
    if entries[-3:-2] and entries[-1].zh == "工作" and entries[-3].tag in LINKS:
        entries = entries[:-1]  # 群众转移和安置工作
    at = next((index for index, entry in enumerate(entries) if entry.tag in LINKS), 0)
    if at < 2 or entries[at - 1].tag not in VERBAL or entries[at - 2].tag in VERBAL | QUALITIES:
        return None
    rest = entries[at:]
    if any(e.tag not in LINKS for e in rest[::2]) or any(e.tag not in VERBAL for e in rest[1::2]):
        return None
    done = [nominal(entry) for entry in (entries[at - 1], *rest[1::2])]
    said = [name for name in done if name]
    about = compound(entries[: at - 1])
    return [f"{joined(said)} of {about}"] if about and len(said) == len(done) else None


_TOGETHER = ("良性互动", "深度融合", "有机融合", "融合发展", "有效衔接", "精准对接")


def _together(entries: tuple[Entry, ...]) -> str | None:
    """``A 和 B 深度融合``: the last word is of all members, not of the last one."""
    end = len(entries) - 1
    while end and entries[end - 1].tag in QUALITIES:
        end -= 1
    first = members_of(entries)[0]
    if entries[-1].zh == "保障" and first and says_its_verb(first[-1]):
        return None  # 资金支持和要素保障: two things
    if entries[-1].zh == "保障" and end and entries[end - 1].tag != "o" and not entries[end - 1].zh.endswith("权益"):
        return None  # 住房和生活保障
    members = _groups(entries[:end]) if end else None
    done = qualified(nominal(entries[-1]), entries[end:-1])
    owner = entries[end - 1]
    joint = "of" if owner.tag == "o" else link(entries[-1], owner)
    return f"{done} {joint} {joined(members)}" if members and len(members) > 1 and done else None


def _listed(entries: tuple[Entry, ...]) -> str | None:
    """A list without 的: "A, B and C", ``A、B等`` as "A, B, etc.", ``A、B等X`` as "A, B and other X"."""
    again = entries[-1] in entries[:-1] if entries else False  # 政策协同和工作协同
    if (
        entries
        and not again
        and (entries[-1].zh in section("heads.txt", "together") or entries[-1].zh.endswith(_TOGETHER))
        and any(e.tag in LINKS for e in entries)
    ):
        return _together(entries)
    closing = [index for index, entry in enumerate(entries) if entry.tag == "etc"]
    if not closing:
        members = _shared(entries) or _groups(entries)
        return joined(members) if members else None
    return _and_others(entries, closing[0]) if len(closing) == 1 else None


#: what is said of every member before 等 and of the noun that sums them up
_OF_ALL_MEMBERS = frozenset({"安全", "质量", "能力", "水平", "作用", "成本", "情况", "稳定"})


def _are_somebody(entries: tuple[Entry, ...]) -> bool:
    return all(group[-1:] and group[-1].tag == "o" for group in members_of(entries))


def _and_others(entries: tuple[Entry, ...], closing: int) -> str | None:
    members = _fields(entries[:closing]) or _groups(entries[:closing])
    after = _with_people(entries[closing + 1 :])
    entries = (*entries[: closing + 1], *after)
    if not members or (after and _is_named_work(after)):
        return None
    if not after or [entry.zh for entry in after] == ["情况"]:
        return f"{', '.join(members)}, etc."
    does = says_its_verb(after[0]) and not says_its_verb(entries[closing - 1])
    if len(after) == 1 and (does or after[0].zh in kind("done-to-all")):
        return f"{nominal(after[0])} of {', '.join(members)}, etc." if nominal(after[0]) else None
    if len(after) == 2 and _is_of_people(after[0]) and nominal(after[1]) and not after[1].en.startswith(("a ", "the ")):
        others = _summed_up(entries[:-1], closing, members)
        return f"{nominal(after[1])} {link(after[1], after[0])} {others}" if others else None
    if _are_somebody(entries[:closing]) and after[-1].tag != "o":
        what = compound(after)  # 企业、商户等需求
        return f"{what} {link(after[-1], entries[closing - 1])} {', '.join(members)} and others" if what else None
    return _summed_up(entries, closing, members)


def _fields(entries: tuple[Entry, ...]) -> list[str] | None:
    """``交通消防燃气(等领域)``: the members of a list without commas."""
    alone = len(entries) > 1 and len(in_a_row(entries) or entries) == 1
    return [nominal(entry) or "" for entry in entries] if alone else None


def _with_people(after: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """``(农民等)重点群体就业``: the people are summed up, not what they do."""
    opened = opened_verb(after[0]) if len(after) == 1 else []
    return tuple(opened) if len(opened) > 1 and _is_of_people(opened[0]) else after


def _is_of_people(entry: Entry) -> bool:
    return entry.tag == "o" or entry.zh.endswith(("群体", "人群"))


def _is_named_work(after: tuple[Entry, ...]) -> bool:
    """``(煤矿、汛期等)安全防范工作``: precautions in mines, not mines and other precautions."""
    named = after[-1].zh.endswith("工作") and not after[-1].en.endswith("work")
    return named or (len(after) > 1 and after[-1].zh == "工作" and after[-2].tag not in QUALITIES)


#: nouns without a plural that may follow "other"
_MASS = frozenset(
    {"work", "infrastructure", "information", "support", "equipment", "action", "conduct", "research", "training"}
    | {"talent", "waste", "content", "misconduct", "consumption", "trade", "publicity", "management", "behaviour"}
    | {"knowledge", "space", "construction", "education", "production", "cooperation", "policy", "guidance"}
)


def _summed_up(entries: tuple[Entry, ...], closing: int, members: list[str]) -> str | None:
    """``A、B 等 X`` "A, B and other X"."""
    after = entries[closing + 1 :]
    if len(after) > 1:
        ending = _of_others(entries, closing)
        if ending is not None or sum(entry.tag not in QUALITIES for entry in after) > 1:
            return ending  # 触电等典型事例警示教育: the fires are cases, not education
    other = compound(after) if after[0].tag != "q" and after[-1].tag not in VERBAL else None
    bare = other.removeprefix("the ") if other else ""
    mass = is_plural(bare) or bare.rpartition(" ")[2] in _MASS if bare else False
    if not mass or " of " in bare or (is_determiner(bare) and not bare.startswith("other ")):
        return None
    said = members[0].replace(" and ", ", ") if len(members) == 1 and " of " not in members[0] else ", ".join(members)
    return f"{said} and {bare if bare.startswith('other ') else f'other {bare}'}"


def _of_others(entries: tuple[Entry, ...], closing: int) -> str | None:
    """``水库等重点部位巡查``, ``铁路等设施安全``, ``物流等领域投资``: what is said of all members together."""
    after = entries[closing + 1 :]
    last = after[-1]
    if (last.tag in VERBAL and after[-2].tag in NOUNS) or last.zh in _OF_ALL_MEMBERS:
        rest = None if _is_field(after[0]) else _and_others(entries[:-1], closing)
        if rest and nominal(last):
            return f"{nominal(last)} of {rest}"
    if not _is_field(after[0]):
        return None
    rest, what = _and_others(entries[: closing + 2], closing), compound(after[1:])
    joint = link(last, after[0]) if after[0].zh.endswith(("工作", "任务")) else "in"
    return f"{what} {joint} {rest}" if rest and what else None


def _is_field(entry: Entry) -> bool:
    """领域, 重点工作: the noun that sums up a list before what is done there."""
    return entry.zh.endswith(("领域", "行业", "方面", "工作", "任务"))


#: what leaders say on something
_SAID_ON = ("精神", "部署", "判断", "分析", "指示", "批示", "论述", "安排", "要求", "意见")
_AUTHORITY = frozenset({"领导", "指导", "监督"})
_ON = frozenset({"对", "关于", "对于", "在"})
_ABOUT = frozenset({"对", "对于", "与", "同", "关于"})


def _directed(entries: tuple[Entry, ...], cut: int, *, skip: int = 1) -> str | None:
    """``对 X 的 R``, ``与 X 的 R``, ``关于 X 的 R``: the noun decides the preposition."""
    about, owned = noun_phrase(entries[1 : cut + 1 - skip]), _listed(entries[cut + 1 :])
    if about is None or owned is None:
        return None
    table = section("heads.txt", "about")
    if len(entries) - cut == 3 and entries[-1].zh == "能力" and entries[-2].tag == "v" and "{}" not in entries[-2].en:
        return f"capacity to {plain(entries[-2].en)} {about}"  # 对风险的预判能力
    given = "for" if entries[-1].zh.endswith("支持") else "of"
    word = {"与": "with", "同": "with", "关于": "on"}.get(entries[0].zh) or table.get(entries[-1].zh, given)
    return f"{owned} {word} {about}"


def _said_of(entries: tuple[Entry, ...], cut: int) -> str | None:
    """``党中央关于 X 的决策部署`` "the decisions of the Party Central Committee on X"."""
    at = entries[1].zh == "在"
    end = cut - (entries[cut - 1].zh in {"作出", "做出", "提出"} or (at and entries[cut - 1].tag == "loc"))
    over = entries[1].zh in {"对", "对于"} and entries[-1].zh.endswith(("领导", "管理"))
    ends = [entry.zh for entry in entries[cut + 1 :] if entry.zh != "能力"][-1:]
    helps = entries[1].zh == "对" and ends[0].endswith(("支撑", "支持", "保障", "意义", "重要性")) if ends else False
    on = section("heads.txt", "about").get(entries[-1].zh, "on")
    where = "over" if over else "for" if helps else ("in" if entries[cut - 1].zh == "中" else "at") if at else on
    about, said = noun_phrase(entries[2:end]), _listed(entries[cut + 1 :])
    of_whom = entries[1].zh == "对" and not over and not helps and not entries[-1].zh.endswith(_SAID_ON)
    if not about or not said or (of_whom and entries[-1].zh not in section("heads.txt", "about")):
        return None
    if of_whom:
        return towards(said, entries[0], entries[-1], where, about)
    return f"{said_by(said, entries[0])} {where} {about}"


def _both_owned(entries: tuple[Entry, ...], cuts: list[int]) -> str | None:
    """``A 的 B 和 C 的 D`` "B of A and D of C"; None for what is no such list, empty where a member has no reading."""
    links = [at for at in range(cuts[0], cuts[-1]) if entries[at].tag in LINKS]
    if len(links) != 1 or links[0] - cuts[0] == 1 or cuts[-1] - links[0] == 1:
        return None
    members = [noun_phrase(entries[: links[0]]), noun_phrase(entries[links[0] + 1 :])]
    said = [member for member in members if member]
    return joined(said) if len(said) == len(members) else ""


@lru_cache(maxsize=REMEMBERED)
def noun_phrase(entries: tuple[Entry, ...]) -> str | None:
    """English for a noun phrase, or None when the words do not form one that we are sure of."""
    cuts = [index for index, entry in enumerate(entries) if entry.tag == "de"]
    if not entries or len(cuts) > MOST_DE:
        return None
    if not cuts:
        verbal = entries[0].zh in _ABOUT and len(entries) > 2 and entries[-1].tag in VERBAL
        return _directed(entries, len(entries) - 2, skip=0) if verbal else _listed(entries)
    both = _both_owned(entries, cuts)
    return _of_owner(entries, cuts) if both is None else both or None


def _of_owner(entries: tuple[Entry, ...], cuts: list[int]) -> str | None:
    """A noun phrase with a 的."""
    if len(cuts) == 1 and entries[0].zh in _ABOUT:
        return _directed(entries, cuts[0])
    if len(cuts) == 1 and len(entries) > 4 and entries[0].tag in NOUNS and entries[1].zh in _ON:
        return _said_of(entries, cuts[0])
    left, right = entries[: cuts[-1]], entries[cuts[-1] + 1 :]
    strong = bool(left and right) and left[-1].tag in QUALITIES and right[-1].zh == "保障"
    owned = None if strong and any(e.tag in LINKS for e in right) else _listed(right)  # 坚强的作风和环境保障
    return _needed(left, right, owned) or _owned(left, right, owned) if owned and left else None


def _needed(left: tuple[Entry, ...], right: tuple[Entry, ...], owned: str) -> str | None:
    """``企业融资的需求`` "demand of companies for financing": whose and for what."""
    if len(left) < 2 or left[0].tag != "o" or left[1].tag in LINKS | {"de"} or not right[-1].zh.endswith("需求"):
        return None
    what = noun_phrase(left[1:])
    return f"{owned} of {left[0].en} for {what}" if what else None


def _does(left: tuple[Entry, ...]) -> bool:
    """Whoever stands before the verb does it: 群众关心(的问题), 党支部、业委会服务(的作用)."""
    if len(left) == 1:
        return never_first(left[0])
    together = left[-1].zh in section("heads.txt", "together")
    return left[-2].tag == "o" or (not together and any(e.tag in LINKS for e in left[:-1]))


def _owned(left: tuple[Entry, ...], right: tuple[Entry, ...], owned: str) -> str | None:
    """``L 的 R``: an adjective before R, "R in L" after 中, else "R of L"."""
    if all(entry.tag in {"a", "ad"} | LINKS for entry in left) and left[-1].tag not in LINKS:
        said = [" ".join(entry.en for entry in member) for member in members_of(left)]
        parts = [part for one in said for part in one.split(" and ")]
        return with_quality(said[0] if len(said) == 1 else joined(parts), owned)
    if len(left) > 1 and left[-1].tag == "loc":
        place = noun_phrase(left[:-1])
        return f"{owned} {'under' if left[-2].zh in _AUTHORITY else 'in'} {place}" if place else None
    first = left[0] if len(left) > 1 and left[1].tag == "c" else left[-1]
    combines = left[-1].zh.endswith("相结合") and any(e.tag == "de" for e in left)  # 村民的共建、共享相结合的体系
    holds = len(left) > 1 and left[0].zh in section("heads.txt", "that")  # 制约发展的问题: problems that hold it back
    holds = holds or act_of(left, right)
    if combines or holds or first.tag != left[-1].tag or (left[-1].tag in VERBAL and _does(left)):
        return None  # 从严治党、党的自我革命: a list whose last member has the 的
    if len(left) == 1 and left[0].zh == "我们":
        return with_quality("our", owned)
    owner = noun_phrase(left)
    listed = any(e.tag in LINKS for e in right)
    open_end = listed and " of " in owned.replace("the sense of ", "").partition(" and ")[0]
    open_end = open_end or has_own_deed(members_of(left), list(right))
    if owner is None or open_end or (listed and any(e.tag in LINKS for e in left)):
        return None  # 建议的办理质量和满意率: the "of" at the end would be of the rates alone
    return owned_by(owned, of_whose(right[-1], left[-1], several=len(members_of(left)) == 2), owner)

"""Noun phrases of officialese in English: Chinese order is English order, until a 的."""

from __future__ import annotations

import re
from functools import lru_cache

from digest.translate.officialese.nouns.compound import MOST_DE, joined, never_first
from digest.translate.officialese.nouns.ends import has_own_deed, is_deed
from digest.translate.officialese.nouns.joints import of_whose
from digest.translate.officialese.nouns.lists import noun_list
from digest.translate.officialese.nouns.row import definite, owned_by, said_by, towards
from digest.translate.officialese.nouns.shaping import act_of
from digest.translate.officialese.nouns.sharing import members_of
from digest.translate.officialese.words.lexicon import Entry, Words, cut, kind, section, words
from digest.translate.officialese.words.morphology import article, is_determiner, plain, with_quality
from digest.translate.officialese.words.tags import LINKS, NOUNS, QUALITIES, REMEMBERED, VERBAL

#: what leaders say on something
_SAID_ON = ("精神", "部署", "判断", "分析", "指示", "批示", "论述", "安排", "要求", "意见")
_AUTHORITY = frozenset({"领导", "指导", "监督"})
_ON = frozenset({"对", "关于", "对于", "在"})
_ABOUT = frozenset({"对", "对于", "与", "同", "关于"})


#: what is for those whom 对 names
_GIVEN_TO = ("支持", "保障", "机制", "政策", "措施", "制度", "办法", "服务", "帮扶", "救助", "关爱")


def _directed(entries: Words, cut: int, *, skip: int = 1) -> str | None:
    """``对 X 的 R``, ``与 X 的 R``, ``关于 X 的 R``: the noun decides the preposition."""
    about, owned = noun_phrase(entries[1 : cut + 1 - skip]), noun_list(entries[cut + 1 :])
    if about is None or owned is None:
        return None
    table = section("heads.txt", "about")
    able = len(entries) - cut <= 3 and "".join(entry.zh for entry in entries[cut + 1 :]).removesuffix("能力")
    deed = words().get(able) if able and entries[-1].zh.endswith("能力") else None
    if deed and deed.tag == "v" and "{}" not in deed.en:
        return f"capacity to {plain(deed.en)} {about}"  # 对风险的预判能力
    given = "for" if entries[-1].zh.endswith(_GIVEN_TO) else "of"
    word = {"与": "with", "同": "with", "关于": "on"}.get(entries[0].zh) or table.get(entries[-1].zh, given)
    return owned_by(owned, word, about)


def _said_of(entries: Words, cut: int) -> str | None:
    """``党中央关于 X 的决策部署`` "the decisions of the Party Central Committee on X"."""
    at = entries[1].zh == "在"
    end = cut - (entries[cut - 1].zh in {"作出", "做出", "提出"} or (at and entries[cut - 1].tag == "loc"))
    over = entries[1].zh in {"对", "对于"} and entries[-1].zh.endswith(("领导", "管理"))
    ends = [entry.zh for entry in entries[cut + 1 :] if entry.zh != "能力"][-1:]
    helps = entries[1].zh == "对" and ends[0].endswith(("支撑", "支持", "保障", "意义", "重要性")) if ends else False
    on = section("heads.txt", "about").get(entries[-1].zh, "on")
    where = "over" if over else "for" if helps else ("in" if entries[cut - 1].zh == "中" else "at") if at else on
    about, said = noun_phrase(entries[2:end]), noun_list(entries[cut + 1 :])
    of_whom = entries[1].zh == "对" and not over and not helps and not entries[-1].zh.endswith(_SAID_ON)
    if not about or not said or (of_whom and entries[-1].zh not in section("heads.txt", "about")):
        return None
    if where == "at" and entries[end - 1].zh.endswith("水平"):
        about = article(about.removeprefix("the "))  # 物价在合理水平上的稳定
    if of_whom:
        return towards(said, entries[0], entries[-1], where, about)
    return f"{said_by(said, entries[0])} {where} {about}"


def _both_owned(entries: Words, cuts: list[int]) -> str | None:
    """``A 的 B 和 C 的 D`` "B of A and D of C"; None for what is no such list, empty where a member has no reading."""
    links = [at for at in range(cuts[0], cuts[-1]) if entries[at].tag in LINKS]
    if len(links) != 1 or links[0] - cuts[0] == 1 or cuts[-1] - links[0] == 1:
        return None
    whose, again = entries[: cuts[0]], entries[links[0] + 1 : cuts[-1]]
    if whose == again:  # 党的使命和党的任务
        return noun_phrase((*entries[: links[0] + 1], *entries[cuts[-1] + 1 :])) or ""
    if is_deed(entries[links[0] - 1]) != is_deed(entries[-1]):
        return ""  # 受灾的乡镇和村庄的重建
    members = [noun_phrase(entries[: links[0]]), noun_phrase(entries[links[0] + 1 :])]
    said = [member for member in members if member]
    return joined(said) if len(said) == len(members) else ""


@lru_cache(maxsize=REMEMBERED)
def noun_phrase(entries: Words) -> str | None:
    """English for a noun phrase, or None when the words do not form one that we are sure of."""
    cuts = [index for index, entry in enumerate(entries) if entry.tag == "de"]
    if not entries or len(cuts) > MOST_DE:
        return None
    if not cuts:
        verbal = entries[0].zh in _ABOUT and len(entries) > 2 and entries[-1].tag in VERBAL
        return _directed(entries, len(entries) - 2, skip=0) if verbal else noun_list(entries)
    both = _both_owned(entries, cuts)
    return _of_owner(entries, cuts) if both is None else both or None


def noun_phrase_of(text: str) -> str | None:
    """The same of a text that is not yet cut into its words."""
    return noun_phrase(cut(text) or ())


def _of_owner(entries: Words, cuts: list[int]) -> str | None:
    """A noun phrase with a 的."""
    if len(cuts) == 1 and entries[0].zh in _ABOUT:
        return _directed(entries, cuts[0])
    if len(cuts) == 1 and len(entries) > 4 and entries[0].tag in NOUNS and entries[1].zh in _ON:
        return _said_of(entries, cuts[0])
    left, right = entries[: cuts[-1]], entries[cuts[-1] + 1 :]
    strong = bool(left and right) and left[-1].tag in QUALITIES and right[-1].zh == "保障"
    owned = None if strong and any(e.tag in LINKS for e in right) else noun_list(right)  # 坚强的作风和环境保障
    return _needed(left, right, owned) or _owned(left, right, owned) if owned and left else None


def _needed(left: Words, right: Words, owned: str) -> str | None:
    """``企业融资的需求`` "demand of companies for financing": whose and for what."""
    if len(left) < 2 or left[0].tag != "o" or left[1].tag in LINKS | {"de"} or not right[-1].zh.endswith("需求"):
        return None
    what = noun_phrase(left[1:])
    return f"{definite(owned, left[0].en)} of {left[0].en} for {what}" if what else None


def _does(left: Words) -> bool:
    """Whoever stands before the verb does it: 群众关心(的问题), 党支部、业委会服务(的作用)."""
    if len(left) == 1:
        return never_first(left[0])
    together = left[-1].zh in section("heads.txt", "together")
    return left[-2].tag == "o" or (not together and any(e.tag in LINKS for e in left[:-1]))


def _told_how(left: Words, right: Words, owned: str) -> str | None:
    """``安全、便捷的环境``: adjectives before R."""
    if any(e.zh.endswith(kind("predicated")) for e in left[1:]):
        return None  # 受灾严重的乡镇: how something else is
    if any(" to " in e.en for e in left):
        return f"{owned} {left[0].en}" if len(left) == 1 else None  # 堪当重任的队伍
    said = [_beside(member) for member in members_of(left)]
    parts = [part for one in said for part in one.split(" and ")]
    owned = re.sub("(, | and )the ", r"\1", owned) if len(members_of(right)) > 1 else owned
    return with_quality(said[0] if len(said) == 1 else joined(parts), owned)


def _beside(qualities: list[Entry]) -> str:
    """``美丽|宜居`` "beautiful and liveable", ``更多|优质`` "more quality"."""
    first, said = qualities[0].en, [entry.en for entry in qualities]
    of_one_kind = len(said) == 2 and all(" " not in one for one in said) and not is_determiner(first)
    return " and ".join(said) if of_one_kind and first not in _HOW_MANY else " ".join(said)


_HOW_MANY = frozenset({"more", "many", "various", "several", "other", "new", "better", "greater", "further", "such"})


def _owned(left: Words, right: Words, owned: str) -> str | None:
    """``L 的 R``: an adjective before R, "R in L" after 中, else "R of L"."""
    if all(entry.tag in {"a", "ad"} | LINKS for entry in left) and left[-1].tag not in LINKS:
        return _told_how(left, right, owned)
    if len(left) > 1 and left[-1].tag == "loc":
        place = noun_phrase(left[:-1])
        return f"{owned} {'under' if left[-2].zh in _AUTHORITY else 'in'} {place}" if place else None
    first = left[0] if len(left) > 1 and left[1].tag == "c" else left[-1]
    combines = left[-1].zh.endswith("相结合") and any(e.tag == "de" for e in left)  # 村民的共建、共享相结合的体系
    holds = len(left) > 1 and left[0].zh in section("heads.txt", "that")  # 制约发展的问题: problems that hold it back
    holds = holds or act_of(left, right)
    holds = holds or left[-1].zh.endswith("满意")  # 群众满意的服务: it satisfies them
    if combines or holds or first.tag != left[-1].tag or (left[-1].tag in VERBAL and _does(left)):
        return None  # 从严治党、党的自我革命: a list whose last member has the 的
    if len(left) == 1 and left[0].zh == "我们":
        return with_quality("our", owned)
    hard = right[-1].tag == "o" and len(left) > 1 and left[-1].zh.endswith(kind("predicated"))  # 创业困难的青年
    told = len(left) > 1 and left[-1].tag in VERBAL and left[0].zh.startswith(("年", "去年", "上年", "前期", "近期"))
    owner = None if hard or told else noun_phrase(left)  # 年初梳理的风险点: when it was done
    listed = any(e.tag in LINKS for e in right)
    open_end = listed and " of " in owned.replace("the sense of ", "").partition(" and ")[0]
    open_end = open_end or has_own_deed(members_of(left), list(right))
    if owner is None or open_end or (listed and any(e.tag in LINKS for e in left)):
        return None  # 建议的办理质量和满意率: the "of" at the end would be of the rates alone
    several = members_of(left)
    roles = len(several) > 1 and all(member[-1].zh.endswith(_ROLES) for member in several)
    joint = "with" if roles else of_whose(right[-1], left[-1], several=len(several) == 2)
    return owned_by(owned, joint, owner)


#: who does what in a system: 政府主导、社会参与的机制
_ROLES = ("主导", "协同", "参与", "负责", "统筹", "联动", "配合", "支撑")

"""The noun at the end of a list that is of all its members: ``基础设施和公共服务短板``."""

from __future__ import annotations

import re

from digest.translate.officialese.nouns.compound import attribute_heads, compound, joined
from digest.translate.officialese.nouns.row import modifier, stands_before
from digest.translate.officialese.words.lexicon import Entry, Groups, kind, words
from digest.translate.officialese.words.morphology import is_plural
from digest.translate.officialese.words.tags import NOUNS, QUALITIES, VERBAL, nominal

#: what nobody has by itself, only in something: the preposition behind it
_SPOTS = {
    "新局面": "in",
    "新篇章": "in",
    "新成效": "in",
    "新进展": "in",
    "新突破": "in",
    "短板": "in",
    "弱项": "in",
    "漏洞": "in",
    "痛点": "in",
    "堵点": "in",
}
#: what there is for doing things
_FOR_DEEDS = {"机制": "for", "体系": "for", "制度": "for", "能力": "for", "水平": "of", "效率": "of", "负担": "of"}
_FOR_DEEDS |= {"职能": "of", "职责": "of", "成本": "of", "预案": "for", "理念": "of"}
#: what a system may be for that stands beside a thing: 基础设施和管理制度 are two
_OF_ANYTHING = frozenset({"管理", "工作", "规章", "运行", "保障", "责任", "监督", "监管", "服务", "考核"})
_SUPPLY = ("供给", "供应")
#: what lists things
_LISTS = frozenset({"台账", "清单", "档案", "名单", "名录"})

#: a name of what is done, by its English
_DOING = re.compile(
    r"(?:(?<!hous)(?<!build)(?<!cloth)(?<!th)ing|control|supply|relief|rescue|transport|drainage|treatment"
    r"|management|cuts|use|tourism|inheritance|assistance"
    r"|\b(?!information|situation|population|organi[sz]ation|institution|station|pension|section|regulation)[a-z]+[st]ion)$"
)
#: what would join the next member too: "snow on roads and ice"
_HANGING = re.compile(r" (?:of|on|for) ")
_HEAD = _PAIR = 2
_SHORT = 2


def is_deed(entry: Entry) -> bool:
    """监测, 事前预防, 秋收秋种: what is done, not what it is done to."""
    done = words().get(entry.zh[-2:])
    named = len(entry.zh) > _HEAD and done is not None and done.tag in VERBAL
    if named and entry.zh.endswith(_THINGS):
        return False
    return entry.tag in VERBAL or named or bool(entry.tag in NOUNS - {"o"} and _DOING.search(entry.en))


#: verbs that are things at the end of a name: 技术规范
_THINGS = ("要求", "规范", "规定", "规划", "计划", "部署", "安排")


def is_whole(group: list[Entry]) -> bool:
    """工作机制, 市场秩序: a member with a head of its own, which needs nothing behind it."""
    last = group[-1].zh
    named = len(group) > 1 or len(last) > _HEAD
    named = named and not last.endswith("宅基地")  # no base
    return named and (last[-_HEAD:] in attribute_heads() or last.endswith((*kind("abstract"), *_THINGS)))


def _with_head(group: list[Entry]) -> list[Entry]:
    """The last member with its head apart, ``药品|监管`` where it is one word."""
    last = group[-1]
    heads = _SPOTS.keys() | _FOR_DEEDS.keys() | _LISTS | {"改革", "服务", "支持", "工作", "保障", "知识", "质量"}
    if len(last.zh) <= _HEAD or last.tag not in NOUNS or last.zh[-_HEAD:] not in heads:
        return group
    what, head = words().get(last.zh[:-_HEAD]), words().get(last.zh[-_HEAD:])
    return [*group[:-1], what, head] if what and head and what.tag in NOUNS | VERBAL else group


def with_head_of_all(groups: Groups) -> str | None:
    """``(补齐)基础设施和公共服务短板`` "weak spots in infrastructure and public services".

    None where the end is not such a noun or the first members are whole without it, empty where nobody can tell.
    """
    last = _with_head(groups[-1])
    head, before = last[-1], [group[-1] for group in groups[:-1]]
    whole = any(is_whole(group) for group in groups[:-1])
    whole = whole and not (head.zh == "水平" and before[0].zh.endswith("规划"))  # 乡村规划和建设水平
    alone = len(last) == 1 and len(head.zh) == _HEAD
    doubt = (not alone and _is_open(head, before, whole=whole)) or _is_of_both(groups, whole=whole)
    if doubt or len(last) < 2 or last[-2].tag in QUALITIES or any(e.zh[-2:] == head.zh for e in before):
        return "" if doubt else None
    members = [*groups[:-1], last[:-1]]
    if head.zh == "工作" and len(last) > 2:
        return with_head_of_all(members)
    reform = head.zh == "改革" and not whole and not any(is_deed(e) for e in before)
    people = head.zh == "服务" and all(e.tag == "o" for e in [*before, last[-2]])
    listed = head.zh in _LISTS | {"知识", "质量"} and not whole and (head.zh != "质量" or len(members) == _PAIR)
    joint = _SPOTS.get(head.zh) or ("of" if reform or listed else "for" if people else "")
    if joint:
        return _said(head, joint, members)
    if head.zh == "支持":
        return _of_givers(head, members)
    return _for_deeds(head, members, groups) if head.zh in _FOR_DEEDS and not whole else None


def _is_of_both(groups: Groups, *, whole: bool) -> bool:
    """``就业和营商环境``, ``技术和管理人才``, ``物资和粮食供应``, ``(供水和)污水处理设施管理``, ``安全和应急机制``."""
    last, first = groups[-1], groups[0][-1]
    if last[-1].zh.endswith("需求") and len(groups[0]) > 1 and groups[0][0].tag == "o":
        return True  # 师生学习、工作和生活需求
    if last[-1].zh.endswith(_SUPPLY) and last[-1].tag in NOUNS:
        return not is_deed(first)
    if len(last) > 1 and last[-1].tag in VERBAL and last[-2].zh.endswith(("设施", "设备")) and is_deed(first):
        return True
    if len(last) > 1 and last[-1].zh == "发展" and last[-2].zh.endswith(("融合", "协同", "协调")):
        return True
    if last[-1].zh.endswith("机制") and first.zh.endswith(("安全", "质量")):
        return True
    head = next((end for end in kind("of-both") if last[-1].zh.endswith(end)), None)
    alone = last[-1].zh == head and all(entry.tag in QUALITIES for entry in last[:-1])
    people = first.tag == "o" and (head == "人才" or last[-1].zh == "权益")
    return head is not None and not (alone or people or whole or first.zh.endswith(kind("of-both")))


def _is_open(head: Entry, before: list[Entry], *, whole: bool) -> bool:
    """``项目带动和示范作用``, ``住房和生活保障``: the role and the support may be of the first too."""
    if head.zh.endswith("作用"):
        return any(is_deed(entry) and not entry.zh.endswith("作用") for entry in before)
    if head.zh.endswith("知识"):  # 法律和科学知识, where it is one word
        return len(head.zh) > _HEAD and not whole and not before[0].zh.endswith("知识")
    if head.zh == "服务" and all(entry.tag == "o" for entry in before):
        return before[0].zh.endswith(kind("serving"))
    return (
        head.zh in {"保障", "服务"} and not whole and any(entry.tag != "o" and not is_deed(entry) for entry in before)
    )


def _for_deeds(head: Entry, members: Groups, groups: Groups) -> str | None:
    """``城市防洪和污水处理能力`` "capacity for urban flood control and sewage treatment"."""
    what = members[-1][-1]
    if not all(is_deed(member[-1]) for member in members[:-1]):
        if what.zh in _OF_ANYTHING or not is_deed(what) or members[0][-1].tag not in NOUNS:
            return None
        things = any(is_plural(m[-1].en) or m[-1].zh.endswith("设施") for m in members[:-1]) or len(members[-1]) > 1
        return "" if things or head.zh not in {"体系", "制度"} else _said(head, "for", members)
    bare = head.zh == "水平" and any(len(member) == 1 and member[0].tag in VERBAL for member in members)
    acts = len(members[-1]) > 1 and any(entry.tag in VERBAL for entry in members[-1][:-1])
    if not is_deed(what) or acts or bare or what.zh.endswith("保障"):  # 防范和惩治造假体系, 创造、运用和服务水平
        return ""
    row = compound(tuple(groups[-1]), within=True) or ""
    short = all(len(group) == 1 and group[0].en.count(" ") < _SHORT for group in members[:-1])
    if short and row.endswith(f" {head.en}") and head.zh in {"能力", "效率", "成本"}:
        return None  # water supply and sewage treatment capacity
    return _said(head, _FOR_DEEDS[head.zh], members)


def _of_givers(head: Entry, members: Groups) -> str | None:
    """``投资和专项债券支持`` is support from both, for neither."""
    if all(member[-1].tag == "o" for member in members):
        return _said(head, "for", members)
    if any(not member[-1].zh.endswith(kind("given-in-support")) for member in members):
        return ""
    if any(member[-1].zh.endswith(("投资", "债券")) for member in members):
        return _said(head, "from", members)
    if all(len(member) == 1 and stands_before(member[0]) for member in members):
        said = [modifier(member[0]).replace("funds", "financial") for member in members]
        return f"{joined(said)} {nominal(head)}"
    if all(len(member) == 1 for member in members):
        return ""
    return None  # 省级资金和政策支持: both are sought


def has_own_deed(whose: Groups, done: list[Entry]) -> bool:
    """``车辆分流和旅客的疏导``: the first has its deed, the second the one behind its 的."""
    deed = len(done) == 1 and is_deed(done[0]) and done[0].tag in VERBAL
    return deed and len(whose) > 1 and all(whose) and is_deed(whose[0][-1]) and not is_deed(whose[-1][-1])


#: "the area sown to grain (and output)": what stands behind the noun may be of the next one too
_TOLD_BEHIND = re.compile(r" (?:of|to|for|in|on) ")


def hangs_open(groups: Groups, said: list[str]) -> bool:
    """``企业用电和物流成本``, ``办理质量和满意率``: in "use of companies and costs" the companies stand with the costs.

    ``said``: the members in English.
    """
    first, last = groups[0], groups[-1]
    last = last[:-1] if len(last) == _PAIR and last[-1].zh == "工作" else last
    if (
        len(first) == len(last) == 1
        and last[0].zh in kind("owned")
        and last[0].zh != "水平"
        and _TOLD_BEHIND.search(said[0])
    ):
        return True
    held = len(last) == 1 and last[0].zh in attribute_heads()  # 养老服务质量和水平
    if len(said) != len(groups) or (len(first) < 2 and not held) or not _HANGING.search(said[0]) or " of " in said[-1]:
        return False
    bare = (
        (len(last) == 1 or last[-1].zh[-_HEAD:] in attribute_heads() | _FOR_DEEDS.keys())
        and last[0].tag != "o"
        and last[0].en.removeprefix("the ").islower()
    )
    return bare and (first[0].tag == "o" or len(last[0].zh) <= _HEAD)


def _said(head: Entry, joint: str, members: Groups) -> str:
    said = [compound(tuple(member), within=True) for member in members]
    whole = [member for member in said if member and not _HANGING.search(member)]
    return f"{nominal(head)} {joint} {joined(whole)}" if nominal(head) and len(whole) == len(said) else ""


#: people of a sort: 留守儿童
_SORTS = ("人员", "群众", "儿童", "家庭", "居民", "职工", "旅客", "学生", "老人", "青年")


def are_of_people(groups: Groups) -> bool:
    """``返乡和留守人员``, ``困难和残疾群众``: what the first members say is of the people too."""
    people = next((e for e in groups[-1] if e.tag not in QUALITIES), groups[-1][-1])
    apart = people is not groups[-1][0] or (len(people.zh) > _HEAD + 1 and people.zh.endswith(_SORTS))
    so = any(len(g) == 1 and (g[0].tag == "vi" or g[0].zh == "困难") for g in groups[:-1])
    return so and apart and people.tag == "o"

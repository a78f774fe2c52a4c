"""Where a verb phrase may be divided, and where nobody can tell whether it is."""

from __future__ import annotations

import itertools

from digest.translate.officialese.nouns.compound import attribute_heads, never_first
from digest.translate.officialese.words.lexicon import Entry, Words, kind, section, words
from digest.translate.officialese.words.morphology import MARK
from digest.translate.officialese.words.tags import ADVERBS, LINKS, NOUNS, VERBAL

#: tags that a verb phrase can begin with, besides adverbs
STARTS = frozenset({"v", "vp", "vs", "va", "p", "ba", "vi", "neg"})
#: verbs of letting somebody do something, or something be so
LETTING = frozenset({"让", "使"})


def links(entries: Words) -> list[int]:
    """Coordinators after which a verb phrase can begin."""
    found = []
    for index, entry in enumerate(entries[:-1]):
        if index and entry.tag in LINKS:
            after = next((e for e in entries[index + 1 :] if e.tag not in ADVERBS), None)
            sinks = after is not None and after.tag == "p" and after.zh.endswith("下沉")  # 资源和力量下沉
            holds = after is not None and after.tag == "b" and entries[-1].tag in NOUNS  # 落实落细|措施
            if after is not None and not sinks and (after.tag in STARTS or holds or after.zh == "以"):
                found.append(index)
    return found


def doubtful(entries: Words) -> bool:
    """The verb after a coordinator could be a noun beside the object of the first."""
    for link in links(entries):
        if entries[link].zh == "并":
            continue
        after = next(entry for entry in entries[link + 1 :] if entry.tag not in ADVERBS)
        if after.tag in VERBAL and after.noun and not never_first(after):
            return True
    return False


def is_light(verb: Entry) -> bool:
    """加强, 持续加强: a verb that says how much is done of what follows."""
    return verb.zh in section("heads.txt", "light") or verb.zh[-2:] in section("heads.txt", "light")


def is_nominal(entries: Words) -> bool:
    """``做好巡查和检查工作``: a verb that takes verbal nouns, and a noun that they stand before."""
    return is_light(entries[0]) and entries[-1].zh in section("heads.txt", "heads")


def adds_bare_deed(entries: Words) -> bool:
    """强化部署和协调: the verb at the end is one more thing that is strengthened."""
    at = links(entries)[-1]
    return is_light(entries[0]) and at == len(entries) - 2 and entries[at].tag == "and" and entries[at].zh != "并"


def is_cause(verb: Entry) -> bool:
    """推动, 大力推动."""
    return bool(section("heads.txt", "cause").keys() & {verb.zh, verb.zh[-2:]})


def is_done_alone(entries: Words) -> bool:
    """``找准差距、精准分析``: a verb behind an adverb, between commas, where what the first verb takes is none."""
    bounds = [-1, *(i for i, entry in enumerate(entries) if entry.tag in LINKS), len(entries)]
    first = next((entry for entry in entries if entry.tag not in ADVERBS), entries[0])
    if first.tag not in VERBAL or ends_in_verb(entries[bounds[1] - 1]):
        return False
    parts = [entries[a + 1 : b] for a, b in itertools.pairwise(bounds[1:])]
    return any(
        len(part) > 1 and part[-1].tag in VERBAL and all(entry.tag in ADVERBS for entry in part[:-1]) for part in parts
    )


def ends_in_verb(entry: Entry) -> bool:
    """检查, 器官捐献: a verb, or a name that ends in one."""
    return words().get(entry.zh[-2:], entry).tag in VERBAL


def last_may_be_of_all(entries: Words) -> bool:
    """``完善部门会商和联合处罚机制``, ``做好防汛和维护稳定工作``: the last noun may be of the whole list."""
    last = entries[-1].zh
    for link in links(entries):  # 实施系统保护和修复工程: two nouns, or two verbs
        verb = entries[link + 1]
        named = verb.tag in VERBAL and bool(verb.noun) and not never_first(verb)
        if entries[link].zh in {"和", "与", "及"} and named:
            return True
    return (last == "工作" and is_light(entries[0])) or (last in attribute_heads() and doubtful(entries))


def shares_end(entries: Words, found: list[int]) -> bool:
    """``完善防范和惩治造假体系``: the second verb belongs to the object of the first."""
    at, last = found[0], entries[-1].zh
    before, link, after = entries[at - 1], entries[at], entries[at + 1]
    bare = at > 1 and before.tag in VERBAL and entries[at - 2].tag in STARTS and bool(before.noun) and last != "工作"
    alike = link.tag == "and" and before.zh[-2:] == last[-2:]
    alike = alike or (link.zh in {"和", "与"} and is_cause(after) and last in kind("systems"))
    if before.zh.endswith("参与") and any(e.zh.endswith("支持") for e in entries[at + 1 : at + 3]):
        return True  # 自觉参与、大力支持乡村建设
    in_a_row = link.tag == "c" and any(e.tag == "c" for e in entries[:at])
    if in_a_row and after.noun and (not never_first(after) or after.zh == "组织"):
        return True  # 推进基础网络、融合网络建设
    return alike or (bare and link.tag == "and" and last[-2:] in section("heads.txt", "heads"))


def lays_no_ground(verb: Entry, what: Words) -> bool:
    """奠定支撑: only ground is laid; 深化企业: nobody is deepened."""
    if verb.zh[-2:] in kind("on-work") and what and what[-1].tag == "o":
        return True
    if verb.zh == "迈出" and len(what) > 1 and what[0].tag in VERBAL | NOUNS:
        return True  # 迈出改革坚实步伐: the steps are in it
    return (
        verb.zh in {"奠定", "打下"} and bool(what) and what[-1].zh[-2:] not in {"基础", "基石", "根基", "底子", "基调"}
    )


def are_two_verbs(entries: Words) -> bool:
    """``管理监督``: two verbs without an object."""
    while len(entries) > 2 and entries[0].tag in ADVERBS:
        entries = entries[1:]
    if len(entries) != 2 or any(entry.tag not in {"v", "vp"} for entry in entries):
        return False
    if entries[0].zh in kind("for-growth") and entries[1].zh in {"发展", "创新", "改革"}:
        return False  # 引领发展: the second is what is led
    if entries[0].zh.endswith("完成"):
        return False  # 完成改造
    return bool(entries[0].noun) and not is_light(entries[0]) and not is_cause(entries[0])


def is_about(verb: Entry, what: Words) -> bool:
    """A verb that may as well be a noun before the noun at the end: ``监控平台作用``."""
    last = what[-1].zh
    attribute = verb.tag in VERBAL and bool(verb.noun) and not never_first(verb)
    return attribute and last != "工作" and last[-2:] in section("heads.txt", "heads")


def is_half(verb: Entry, what: Words) -> bool:
    """``建立问题、任务清单`` cut in two; ``落实任务的情况``: a label, nobody implements a state of things."""
    last = what[-1].zh
    if verb.zh.endswith(kind("put-somewhere")):
        return True  # 纳入规划: what is put there stands in the clause before
    if verb.zh[-2:] in {"加强", "强化"} and last.endswith(("病", "疫情", "灾害", "事故", "犯罪", "隐患", "现象")):
        return True  # 加强传染病: what is done against it is left out
    label = verb.zh in {"落实", "完成", "执行", "开展"} and last.endswith("情况")
    does = len(what) > 1 and len(last) > 2 and ends_in_verb(what[-1]) and not last.endswith("参与")
    does = does or (len(what) > 2 and all(entry.tag in VERBAL for entry in what[-2:]))  # 组织群众转移避险
    does = does or (len(what) > 1 and what[0].zh.endswith(kind("actors")) and what[-1].tag in VERBAL)  # 组织专家评审
    acted = len(what) > 2 and what[1].tag in VERBAL  # 引导居民|投放|垃圾
    asked = verb.zh[-2:] in kind("asking") and what[0].tag == "o" and (does or acted)
    handled = verb.zh[-2:] in kind("on-things") and what[-1].tag in {"v", "vp"} and any(e.tag in LINKS for e in what)
    if handled:
        return True  # 保护文物和古建筑修缮
    third = f" and {MARK}" in verb.en and len(what) == 2 and what[0].tag in VERBAL and what[1].tag in NOUNS
    if third and not verb.zh.endswith(kind("making")):
        return True  # 收集整理|分析数据: three verbs, or data of the analysis
    return asked or label or (verb.zh.endswith("建立") and last == "问题")

"""What the members of a list have in common: the noun at its end, the noun at its start, or nobody knows."""

from __future__ import annotations

import itertools

from digest.translate.officialese.nouns.compound import attribute_heads
from digest.translate.officialese.nouns.ends import are_of_people, is_deed, is_whole
from digest.translate.officialese.words.lexicon import Entry, Groups, Words, kind, words
from digest.translate.officialese.words.tags import LINKS, NOUNS, QUALITIES, VERBAL


def members_of(entries: Words) -> Groups:
    """The words between the commas and conjunctions of a list."""
    groups: Groups = [[]]
    for entry in entries:
        if entry.tag in LINKS:
            groups.append([])
        else:
            groups[-1].append(entry)
    return groups


def is_nested(entries: Words, groups: Groups) -> bool:
    """``防灾水平和极端天气、山洪应对能力``: a list within a list."""
    links = [entry.zh for entry in entries if entry.tag in LINKS]
    if any(group in groups[:index] for index, group in enumerate(groups)):
        return True  # 产业发展与转型、城市发展与转型
    return (
        len(groups[-1]) > 1
        and "、" in links
        and any(zh != "、" for zh in links[: len(links) - links[::-1].index("、")])
    )


#: a longer word is a name of its own: its head is nobody else's
WHOLE_NAME = 3


def shares_head(groups: Groups, *, commas: bool) -> str:
    """``政策和资金支持``: what stands last may belong to every member ("shared"), or nobody knows ("open").

    ``commas``: no 和 or 与 in the list, which makes it closer.
    """
    if are_of_people(groups):
        return "open"
    open_ends = any(_head_is_open(a, b) for a, b in itertools.combinations(groups, 2))
    if _all_are_built(groups):
        return "shared" if len(groups[-1]) == 2 and groups[-1][1].zh == "建设" else "open"
    if open_ends or _verb_in_the_middle(groups) or _starts_open(groups) or _two_of_three_able(groups):
        return "open"
    if all(len(group) == 1 for group in groups[:-1]):
        return _end_of_words(groups, commas=commas)
    return ""


def _all_are_built(groups: Groups) -> bool:
    """``创新平台和成果转化平台建设``, ``网络和数据中心建设``: things, and the word that says that they are built."""
    first, last = groups[0][-1].zh, "".join(entry.zh for entry in groups[-1])
    alike = last[-4:-2] == first[-2:] or (last[-4:-2] in _BUILT and first[-2:] in _BUILT and len(groups) == 2)
    return last.endswith("建设") and len(groups[0]) == 1 and alike


#: what is built: the ends of its names
_BUILT = frozenset({"网络", "平台", "设施", "中心", "基地", "园区", "管网", "站点", "场馆", "校舍", "道路"})


def _verb_in_the_middle(groups: Groups) -> bool:
    """``土地、停建项目处置和交楼``: the land may be handled too."""
    pairs = itertools.pairwise(groups[:-1])
    return any(
        len(b) > 1 and b[-1].tag in VERBAL and len(a) == 1 and a[-1].tag not in VERBAL and not says_its_verb(a[-1])
        for a, b in pairs
    )


def _two_of_three_able(groups: Groups) -> bool:
    """``供水、排水能力和应急能力``: water may be supplied, or there may be the capacity to."""
    ends = [group[-1].zh[-2:] for group in groups if group]
    return len(ends) > 2 and ends[-1] == ends[-2] != ends[0] and ends[-1] in _ABLE and ends[0] not in kind("owned")


def _starts_open(groups: Groups) -> bool:
    """``资源勘探、开发利用和规范管理``: verbs without an object of their own, behind one that has it."""
    first, rest = groups[0], groups[1:]
    if len(first) < 2 or first[-1].tag not in VERBAL or any(len(group) > 1 for group in rest):
        return False
    return any(says_its_verb(entry) and _is_done_to(entry.zh[:2]) and entry.en[-1:] != "s" for (entry,) in rest)


def _is_done_to(zh: str) -> bool:
    start = words().get(zh)
    return start is not None and start.tag in {"v", "vp"} | QUALITIES


def _end_of_words(groups: Groups, *, commas: bool) -> str:
    """As :func:`shares_head`, where all members but the last are one word."""
    last, before = groups[-1], groups[:-1]
    if all(group[0].tag == "o" for group in before) and (_is_owned(last) or _is_of_place(last)):
        return "shared" if len(last) > 1 and last[0].tag == "o" else "open"  # 党中央、市委决策部署
    if len(last) > 1 and (
        last[-1].zh.endswith(("战", "传统", "创新")) or [entry.zh for entry in last[1:]] == ["各项", "工作"]
    ):
        return "shared"
    conduct = last[-1].zh.endswith("建设") and before[0][0].zh[-2:] == "作风" != before[0][0].zh  # 机关作风和效能建设
    if conduct or last[-1].zh.endswith("队伍建设"):
        return "open" if conduct or len(last) > 1 else ""  # 党组织和干部队伍建设
    if _is_of_all(before, last):
        return "shared" if commas else "open"
    does = all(says_its_verb(group[-1]) or is_deed(group[-1]) for group in before)
    each = last[-1].tag in VERBAL and does  # 事前预防、源头管控
    whole = len(groups) == 2 and (does or groups[0][-1].zh.endswith("团结"))
    watched = not does and not is_whole(groups[0]) and _is_watched(last)
    if each or whole or len(last) < 2 or not _is_common(groups[0][0], last):
        return "open" if watched else ""
    verbal = last[-1].tag in VERBAL and last[-1].zh != "要求" and not watched
    return "shared" if verbal or last[-1].zh.endswith("作用") else "open"


def _is_done(named: Entry) -> bool:
    """农民工就业: whose it is and what is done."""
    return len(named.zh) > WHOLE_NAME and (is_deed(named) or named.zh.endswith("就业"))


def _is_watched(last: list[Entry]) -> bool:
    """``(工地和)宿舍安全检查``, ``(道路和)燃气安全检查``: the safety of both is checked."""
    if len(last) == 1:
        return False
    named = last[-1].tag == "n" and len(last[-1].zh) > WHOLE_NAME and is_deed(last[-1])
    return named or (last[-1].tag in VERBAL and last[-2].zh.endswith(("安全", "质量")))


def _is_of_all(before: Groups, last: list[Entry]) -> bool:
    """``拥军、爱民光荣传统``, ``种业、农机关键技术攻关``: words of one kind before what they share."""
    if any(group[0].tag != last[0].tag or len(group[0].zh) != len(last[0].zh) for group in before):
        return False
    if len(last) > 2 and last[1].tag in QUALITIES:
        return True
    return len(last) == 2 and last[-1].tag == "n" and says_its_verb(last[-1]) and last[-1].zh not in _DONE


def _is_common(first: Entry, last: list[Entry]) -> bool:
    """Nouns whose last one is no name of its own, and not of the kind that the first is too."""
    if last[-1].zh == "建设" and first.zh.endswith(kind("not-built")):
        return False  # 民生支出和项目建设
    if first.tag == "n" and last[-1].zh.endswith("供应"):
        return not is_deed(first)
    if first.tag not in NOUNS or last[0].tag not in NOUNS or first.zh[-2:] in attribute_heads():
        return False
    short = len(last[-1].zh) <= WHOLE_NAME or last[-1].zh.endswith("供应")
    return last[-1].zh != "工作" and (short or last[-1].zh[-2:] in attribute_heads())


_SYSTEMS = frozenset({"机制", "体系", "制度", "平台"})
#: 基础设施和公共服务布局: how things stand to each other
_PATTERNS = frozenset({"布局", "比例", "关系", "基地", "集群", "园区", "效应", "安全"})
#: what is done has them
_ENDS = frozenset({"节奏", "进度", "目标", "篇章"})
_ABLE = frozenset({"能力", "水平"})

#: what support is given in
_GIVEN = frozenset({"政策", "资金", "项目", "技术", "人才", "资源"})
#: what ends a member that is whole without the verb at the end of the list
_DONE = frozenset(
    {"工作", "能力", "水平", "服务", "保障", "效率", "质量", "作用", "任务", "职责", "活动", "需求", "安全"}
)


def _is_of_place(last: list[Entry]) -> bool:
    """``(企业和)园区安全监管``: somebody, and what is done at a place."""
    return len(last) > 1 and last[0].tag in NOUNS and last[-1].tag != "o"


def _is_owned(last: list[Entry]) -> bool:
    """市委决策部署, in two words or in one: what somebody has."""
    owner = words().get(last[0].zh[:2])
    return (
        last[0].tag == "o" != last[-1].tag
        if len(last) > 1
        else last[0].tag == "n" and owner is not None and owner.tag == "o"
    )


def says_its_verb(entry: Entry) -> bool:
    """事前预防, 科技创新: a name whose end is a verb."""
    done = words().get(entry.zh[-2:])
    return len(entry.zh) > WHOLE_NAME and done is not None and (done.tag in VERBAL or done.zh == "结构")


def _head_is_open(first: list[Entry], last: list[Entry]) -> bool:
    """``追溯和监管机制``, ``相关产品和技术进出口``: the end may be of the first member too."""
    one, two = ([entry for entry in group if entry.tag not in QUALITIES] for group in (first, last))
    if len(two) > 1 and last[-1].zh[-2:] in _PATTERNS and first[-1].zh[-2:] != last[-1].zh[-2:]:
        return True
    if last[-1].zh.endswith("支持") and first[-1].zh[-2:] in _GIVEN and (len(first) > 1 or len(first[-1].zh) > 2):
        return True  # 上级政策和资金支持
    if last[-1].zh.endswith("战略") and not first[-1].zh.endswith("战略"):
        return True
    if len(one) > 1 and one[-1].tag in VERBAL and len(last) > len(two) and all(e.tag in VERBAL for e in two):
        return True  # 人才开发和自主培养
    return _end_is_open(first, last, one, two)


def _end_is_open(first: list[Entry], last: list[Entry], one: list[Entry], two: list[Entry]) -> bool:
    """As :func:`_head_is_open`; ``one`` and ``two`` are the members without adjectives."""
    is_short = len(first) == 1 and first[0].tag in {"n", "k"} and len(first[0].zh) == 2
    duty = last[-1].zh.endswith("责任") and first[-1].zh.endswith(("安全", "环保", "质量", "消防"))
    taught = last[-1].zh == "指导" and len(two) > 1 and two[-2].tag in VERBAL and bool(one) and one[-1].tag in VERBAL
    duty = duty or taught  # 果树修剪和施肥指导
    if duty or not one or not two or len(last) == 1:  # 企业安全和环保主体责任
        return duty or (bool(one) and _name_is_open(one, last[-1], is_short=is_short))
    if len(two) < 2 or last[-1].zh == "工作":  # 棚户区和老旧小区改造工作
        people = len(last) == 2 and one[-1].zh.endswith(PEOPLE) and _is_done(last[0])
        alone = len(first) == 1 and first[0].tag == "n" and len(first[0].zh) <= WHOLE_NAME
        alone = alone and not is_deed(first[0]) and not is_whole(first)
        done = len(two) > 1 and (two[-2].tag in VERBAL or says_its_verb(two[-2]))
        return people or (alone and done)  # 毕业生和农民工就业工作
    of_verb = last[-1].zh[-2:] in _SYSTEMS | _ENDS or (last[-1].zh in _ABLE and two[-2].zh.endswith("化"))
    if (of_verb and (says_its_verb(one[-1]) or one[-1].zh.endswith("支撑"))) or (is_short and last[0].tag == "o"):
        return True  # 分区保护和源头治理机制; 通信和电力企业重建
    if one[-1].tag in VERBAL:  # 公积金提取和贷款支持
        return last[-1].zh == "支持" or (two[0].tag in VERBAL and last[-1].zh[-2:] in attribute_heads())
    if len(two) > 2 and (is_short or last[-1].zh in _ABLE):
        return is_short or first[-1].zh[-2:] not in _ABLE  # 供水和供电企业灾后恢复; 冰雪天气、山洪灾害应对能力
    thing = first[-1].tag == "n" and first[-1].zh[-2:] not in attribute_heads() and not says_its_verb(first[-1])
    able = thing and len(first) > 1 and last[-1].zh[-2:] in _ABLE and last[-1].zh not in _ABLE  # 房屋、设施抗震能力
    done = last[-1].tag in VERBAL or last[-1].zh == "进出口" or says_its_verb(last[-1])
    long = len(first) > 1 or len(two) > 2 or last[0].tag in QUALITIES
    return able or (done and long and first[-1].zh[-2:] not in _DONE | {last[-1].zh[-2:]})


PEOPLE = ("生", "员", "者", "工", "民", "人", "群众", "家庭", "企业")


def _name_is_open(one: list[Entry], last: Entry, *, is_short: bool) -> bool:
    """``政策和制度创新``, ``协作和信息共享机制`` where the end is one word of the lexicon."""
    first = one[-1]
    named = says_its_verb(last) and not says_its_verb(first) and first.tag in NOUNS
    alike = first.zh[-1] == last.zh[-1]  # 公正司法、全民守法
    if named and last.tag == "n" and is_deed(last) and not (alike or is_deed(first) or is_whole(one)):
        return True  # 流动人口和房屋管理, 国有企业和金融改革
    people = first.zh.endswith(PEOPLE)  # 毕业生和农民工就业
    if named and (is_short or people or first.zh[-2:] == last.zh[-4:-2]):
        return True  # 文明城市和卫生城市创建
    does = first.tag in VERBAL or says_its_verb(first)  # 创造、运用和服务水平
    duty = last.zh.endswith("责任") and not first.zh.endswith("责任")  # 属地管理和部门监管责任
    return len(last.zh) > WHOLE_NAME and does and (duty or last.zh[-2:] in _SYSTEMS | _ABLE)

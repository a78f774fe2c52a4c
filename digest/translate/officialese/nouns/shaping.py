"""Words of a compound that say together what none says alone: 用权|行为 is the use of power, 楼市|股市 two markets."""

from __future__ import annotations

import itertools

from digest.translate.officialese.nouns.joints import lies, premises
from digest.translate.officialese.nouns.row import modifier, stands_before
from digest.translate.officialese.nouns.steps import opened_verb
from digest.translate.officialese.words.lexicon import Entry, Groups, Words, kind, section, words
from digest.translate.officialese.words.morphology import gerund, in_list, is_determiner, with_quality
from digest.translate.officialese.words.tags import NOUNS, QUALITIES, VERBAL, nominal

_DISTINCTIVE = Entry(zh="特色", tag="a", en="distinctive")
#: last characters of two nouns that are never one of the other: 楼市股市, 国企央企, 家风乡风
_ALIKE = "市企风汛旱灾情"
_NOT_ALIKE = frozenset({"城市", "超市", "集市", "中企"})
#: 春耕春播, 秋收秋种
_SEASONS = "春夏秋冬"
_NOT_SEASONAL = ("季", "节", "天", "日", "期")
#: two things with no comma between
_BOTH = frozenset({("就业", "创业"), ("津贴", "补贴"), ("风俗", "习惯"), ("水质", "水量"), ("教育", "医疗")})
_FARM_SUPPLIES = frozenset({"农药", "化肥", "种子", "农膜", "饲料", "兽药"})
_BOTH |= {("能源", "环境"), ("救援", "善后")}
_PAIR = 2
#: what is done with things at a place and leaves the place as it is
_THERE = frozenset({"使用", "管理", "存放", "储存", "供应", "销售", "维护", "检测", "采购", "加工"})


#: what stands before "national"
_WEIGHTY = frozenset({"重大", "重点", "重要", "大型", "关键"})


#: ends of what is modern: 现代化综合交通体系
_MODERN = ("体系", "系统", "网络", "都市", "园区", "设施")


def shaped(entries: Words) -> Words:
    """The words of a compound with those joined that are said together."""
    entries = _wronged(_national(entries))
    entries = _of_the_last(_areas(_distinctive(_slogan(_pairs(_typical(_handled(entries)))))))
    if len(entries) < _PAIR:
        return entries
    before, last = entries[-2], entries[-1]
    if last.zh == "发现的问题" and before.tag in VERBAL and before.noun:
        return (*entries[:-2], Entry(zh=last.zh, tag="n", en=f"{last.en} in {before.noun}"))
    if last.zh == "办学行为" and before.zh.endswith(("学校", "机构", "园", "院", "单位")):
        return (*entries[:-1], Entry(zh="办学", tag="n", en="the operation"))  # of schools would be said twice
    if last.zh == "行为" and _is_deed(before):
        return (*entries[:-2], Entry(zh=before.zh + last.zh, tag="n", en=nominal(before) or ""))
    return entries


def _national(entries: Words) -> Words:
    """``国家|重点|实验室``, ``国家|重大项目``: the words with an adjective for 国家, behind "major"."""
    if len(entries) > 1 and entries[0].zh == "现代化" and entries[-1].zh.endswith(_MODERN):
        return (Entry(zh="现代化", tag="a", en="modern"), *entries[1:])
    if entries[0].zh != "国家" or len(entries) == 1:
        return entries
    first, rest = entries[1], entries[2:]
    known = words().get(first.zh[:2])
    if first.zh[:2] not in _WEIGHTY or known is None or not first.en.startswith(known.en):
        return (Entry(zh="国家", tag="a", en="national"), first, *rest)
    what = Entry(zh=first.zh[2:], tag=first.tag, en=first.en.removeprefix(f"{known.en} "))
    both = Entry(zh=first.zh[:2], tag="a", en=known.en), Entry(zh="国家", tag="a", en="national")
    return (*both, *((what,) if what.zh else ()), *rest)


def _of_the_last(entries: Words) -> Words:
    """``高水平国际|科技|合作``, ``中央|区域发展|领导小组``: what begins the row is said of its end."""
    last = entries[-1]
    if entries[0].zh == "中央" and last.zh.endswith("领导小组"):
        return (*entries[1:-1], Entry(zh="中央", tag="a", en="central"), last)
    broad = [e for e in entries[:-2] if e.zh in kind("of-cooperation")] if last.zh.endswith("合作") else []
    field = tuple(e for e in entries[:-1] if e not in broad)
    return (*field, *broad, last) if broad and field[0].tag not in QUALITIES else entries


def _wronged(entries: Words) -> Words:
    """``损害|营商环境|问题`` "problems of harming the business environment"."""
    if entries[0].zh not in section("heads.txt", "wrongs") or not entries[-1].zh.endswith("问题"):
        return entries
    harmed = words().get(entries[-1].zh.removesuffix("问题")) if len(entries) == _PAIR else entries[1]
    what = nominal(harmed) if harmed and len(entries) <= _PAIR + 1 else None
    if not what or entries[0].tag not in VERBAL or "{}" in entries[0].en:
        return entries
    problems = "problems" if len(entries) == _PAIR else nominal(entries[-1])
    return (Entry(zh="问题", tag="k", en=f"{problems} of {gerund(entries[0].en)} {what}"),)


def _slogan(entries: Words) -> Words:
    """``“一户一策”|方案``: before a noun in the short form that its row has."""
    first = entries[0]
    short = len(entries) > 1 and first.noun.startswith("“one ")
    return (Entry(zh=first.zh, tag="a", en=first.noun), *entries[1:]) if short else entries


def _is_deed(entry: Entry) -> bool:
    """执行, 电信诈骗: English says the deed and leaves out that it is conduct."""
    return bool(nominal(entry)) and opened_verb(entry)[-1].tag in VERBAL


def _handled(entries: Words) -> Words:
    """``投诉|处理|机制`` "complaint handling mechanisms", not mechanisms for complaints and handling."""
    if len(entries) <= _PAIR or entries[-1].tag not in NOUNS:
        return entries
    brought, done = entries[-3], entries[-2]
    if brought.zh not in kind("brought") or done.zh not in kind("handled") or not brought.noun or not done.noun:
        return entries
    said = f"{modifier(brought)} {done.noun}"
    return (*entries[:-3], Entry(zh=brought.zh + done.zh, tag="n", en=said, noun=said), entries[-1])


def _typical(entries: Words) -> Words:
    """``典型|违法行为``: no model."""
    wrong = (
        len(entries) > 1 and entries[0].zh == "典型" and entries[1].zh.startswith(("违", "问题", "案", "事故", "腐败"))
    )
    return (Entry(zh="典型", tag="a", en="typical"), *entries[1:]) if wrong else entries


def _areas(entries: Words) -> Words:
    """``高风险|地区|人员``: the areas are at high risk."""
    if len(entries) <= _PAIR or entries[0].tag != "a" or entries[1].zh != "地区" or is_determiner(entries[0].en):
        return entries
    return (Entry(zh="某地区", tag="n", en=f"{entries[0].en} areas"), *entries[2:])


def _distinctive(entries: Words) -> Words:
    """``特色|劳务|品牌`` "distinctive labour brands": an adjective where something follows."""
    return tuple(
        _DISTINCTIVE if entry.zh == "特色" and entry.tag in NOUNS and after is not None else entry
        for entry, after in itertools.zip_longest(entries, entries[1:])
    )


def _pairs(entries: Words) -> Words:
    """``楼市|股市|政策``: the two nouns as one."""
    found: list[Entry] = []
    for entry in entries:
        if found and _are_two(found[-1], entry):
            both = f"{nominal(found[-1])} and {(nominal(entry) or '').removeprefix('the ')}"
            found[-1] = Entry(zh=entry.zh, tag="n", en=both)
        elif found and found[-1].zh.endswith("就业") and entry.zh == "创业":
            found[-1:] = opened_verb(found[-1], last="就业")  # 残疾人就业|创业
            found[-1] = Entry(zh="就业创业", tag="n", en=f"employment and {nominal(entry)}")
        else:
            found.append(entry)
    return tuple(found)


def _are_two(one: Entry, other: Entry) -> bool:
    if one.zh[0] == other.zh[0] and one.zh[0] in "防供" and one.tag == other.tag == "n":
        return True  # 防汛|防溺水, 供热|供气
    if len(one.zh) != _PAIR or len(other.zh) != _PAIR or not nominal(one) or not nominal(other):
        return False
    kinds = one.zh[-1] == other.zh[-1] and one.zh[-1] in _ALIKE and not _NOT_ALIKE & {one.zh, other.zh}
    seasonal = one.zh[0] == other.zh[0] and one.zh[0] in _SEASONS
    return (
        kinds
        or (one.zh, other.zh) in _BOTH
        or {one.zh, other.zh} <= _FARM_SUPPLIES
        or (seasonal and not one.zh.endswith(_NOT_SEASONAL) and not other.zh.endswith(_NOT_SEASONAL))
    )


def lying_there(groups: Groups) -> str | None:
    """``路面|积雪、结冰`` "lying snow and icing on road surfaces"."""
    first, rest = groups[0], groups[1:]
    where = lies(first[1], first[0]) if len(first) == _PAIR and rest else None
    if where is None or any(len(group) != 1 or lies(group[0], first[0]) is None for group in rest):
        return None
    what = [nominal(entry) or "" for entry in (first[1], *(group[0] for group in rest))]
    return f"{in_list(what)} {where} {nominal(first[0])}"


def done_there(heads: Words) -> str | None:
    """``餐饮场所燃气使用`` "gas use in restaurants": what is done with a thing at a place."""
    if len(heads) != 3 or heads[1].tag not in NOUNS - {"o"} or heads[2].zh not in _THERE:
        return None
    where, thing, done = premises(heads[0]), heads[1], heads[2].noun
    if where is None or not done or " " in done or not stands_before(thing):
        return None
    return f"{with_quality(modifier(thing), done)} {where} {nominal(heads[0])}"


#: nouns that are verbs where an object follows
_DEEDS_TOO = frozenset({"冲击", "污染", "伤害", "影响", "威胁", "损害", "破坏", "违法"})


def act_of(left: Words, right: Words) -> bool:
    """``举报违法行为(的群众)``: who report them, not "residents of reports"."""
    acts = len(left) > 1 and left[0].tag in VERBAL and left[1].tag in NOUNS and left[-1].tag in NOUNS
    does = len(left) > 1 and right[-1].tag == "o" and left[0].zh in section("heads.txt", "does")
    named = len(left) > 1 and left[0].zh in _DEEDS_TOO and left[1].tag in NOUNS  # 冲击社会底线(的事件)
    wrong = acts and left[0].zh in section("heads.txt", "wrongs")
    return does or named or wrong or (acts and left[1].zh[-2:] not in section("heads.txt", "heads"))


def that_do(heads: Words) -> str | None:
    """``医保惠民政策`` "medical insurance policies that benefit people": the row stands before the first noun."""
    first, that, clause = (nominal(heads[-1]) or "").partition(" that ")
    if not that or len(heads) != _PAIR or not stands_before(heads[0]):
        return None
    return f"{with_quality(modifier(heads[0]), first)}{that}{clause}"


_BODIES = (
    "部门",
    "单位",
    "班子",
    "机关",
    "组织",
    "成员",
    "党委",
    "党组",
    "干部",
    "乡镇",
    "街道",
    "企业",
    "学校",
    "医院",
)


def is_done_by(heads: Words) -> bool:
    """``各部门|政策|落实情况``: those before it do what is reported on."""
    bodies = heads[0].tag == "o" and (heads[0].zh.startswith(("各", "相关", "有关")) or heads[0].zh.endswith(_BODIES))
    return bodies and len(heads) >= _PAIR and heads[-1].zh.endswith(kind("how-far"))

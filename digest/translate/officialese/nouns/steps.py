"""Names that end in a verb, opened: 文物保护|利用 is protection and use, 物流|基础设施建设 is for logistics."""

from __future__ import annotations

import itertools
import re

from digest.translate.officialese.nouns.fields import in_a_row
from digest.translate.officialese.nouns.row import whose
from digest.translate.officialese.words.lexicon import Entry, Words, kind, words
from digest.translate.officialese.words.morphology import gerund
from digest.translate.officialese.words.tags import NOUNS, VERBAL, nominal

#: characters of a word that is no name
_LONG = 2

#: nouns of one kind, which stand side by side without a comma: 任务举措 "tasks and measures"
_OF_A_KIND = (
    frozenset({"目标", "任务", "举措", "措施", "办法", "方法", "路径", "思路", "步骤"}),
    frozenset({"困难", "问题", "难题", "矛盾", "不足"}),
    frozenset({"经验", "做法"}),
    frozenset({"短板", "弱项", "差距", "不足"}),
    frozenset({"意见", "建议", "诉求", "需求"}),
    frozenset({"动力", "活力", "潜力"}),
    frozenset({"作风", "学风", "文风", "会风", "行风", "教风"}),
    frozenset({"制度", "政策", "机制", "办法"}),
)
#: adjectives that say what kind of thing the word behind them is: 优质|服务供给 is supply of quality services
_OF_A_SORT = frozenset({"优质", "配套", "绿色", "便民", "普惠", "普惠性", "高端", "专业", "志愿"})
_HELD_BY = ("供给", "水平", "质量", "体系", "能力")


def _pair(one: Entry, other: Entry) -> Entry | None:
    """Two nouns of a kind as one noun."""
    if other.zh == "保障" and one.tag == "n" and one.zh.endswith("服务") and one.en.count("services") == 1:
        return Entry(zh=other.zh, tag="n", en=one.en.replace("services", "services and support"))  # 公共服务|保障
    if (
        one.tag not in NOUNS
        or other.tag not in NOUNS
        or not any({one.zh[-2:], other.zh} <= alike for alike in _OF_A_KIND)
    ):
        return None
    return Entry(zh=other.zh, tag=other.tag, en=f"{one.en} and {other.en.removeprefix('the ')}")


def opened_verb(entry: Entry, *, last: str = "") -> list[Entry]:
    """文物保护 as 文物 and 保护, where both are words and ``last``, if given, is its verb."""
    verb, noun = words().get(entry.zh[-2:]), words().get(entry.zh[:-2])
    if entry.tag != "n" or verb is None or noun is None or (last and entry.zh[-2:] != last):
        return [entry]
    return [noun, verb] if verb.tag in VERBAL | {"n", "k"} and noun.tag in NOUNS | {"a"} else [entry]


#: what is developed in new ways, where innovation in it is no thing of its own
_RENEWED = frozenset({"工作", "文化", "企业", "产业", "金融", "服务", "教育", "旅游", "农业"})


def _renewed(entries: Words) -> Words:
    """``文化创新|发展`` as 文化|创新发展."""
    what = entries[-2].zh.removesuffix("创新") if len(entries) > 1 and entries[-1].zh == "发展" else ""
    known = words().get(what) if what in _RENEWED else None
    return (*entries[:-2], known, words()["创新发展"]) if known else entries


#: whose end is no step that another follows
_NAMES = frozenset({"安全生产", "政府采购"})


def with_steps(entries: Words) -> Words:
    """The words of a compound with those names opened that have their verb in common with what stands beside them.

    Empty where nobody can tell what is of what.
    """
    row = in_a_row(_renewed(entries))
    if row is None:
        return ()
    found = list(row)
    if len(found) < 2:
        return row
    is_put_right = found[-1].zh == "整治" and found[-2].zh[-2:] not in kind("steps-to-clean-up")  # 违规收费|整治
    reformed = found[-1].zh == "创新" and found[-2].zh.endswith("改革")  # 工会改革|创新
    if (reformed or found[-1].zh in kind("next-steps")) and found[-1].tag in VERBAL and not is_put_right:
        done = words().get(found[-2].zh[-2:])
        if done is not None and done.tag in VERBAL and len(found[-2].zh) > _LONG and found[-2].zh not in _NAMES:
            found[-2:-1] = opened_verb(found[-2])
    elif found[-1].zh.endswith("队伍建设") or (
        found[-2].tag in NOUNS and found[-1].en.endswith((" construction", " building"))
    ):
        found[-1:] = opened_verb(found[-1], last="建设")  # 物流|基础设施建设
    elif found[-2].tag in NOUNS and found[-1].zh[:3] != "产业链" and found[-1].zh[:2] == "产业":
        industry, rest = words().get("产业"), words().get(found[-1].zh[2:])
        if industry is not None and rest is not None:
            found[-1:] = [industry, rest]  # 能源|产业优势
    elif found[-2].tag == "o" and found[-1].zh.endswith("工作") and found[-1].en.endswith(" work"):
        done = words().get(found[-1].zh[:-2])
        if done is not None and done.tag in VERBAL and done.noun:
            found[-1] = done  # 群众|救助工作: relief of people
    return (*found[:-2], *(_judged(found[-2], found[-1]) or _last_two(found[-2], found[-1])))


#: how people are judged, and what follows from it
_JUDGED = frozenset({"评价", "考核", "考评", "评估", "监督", "选拔", "培养", "引进", "使用", "管理", "监测"})
_THEN = frozenset({"激励", "约束", "奖惩", "问责", "反馈", "通报", "预警"})


def _judged(one: Entry, last: Entry) -> Words:
    """``人才评价|激励机制`` is for both deeds, ``校长|负责制`` one system; empty where it is neither."""
    if last.zh == "负责制" and (own := whose(one)):
        return (Entry(zh=last.zh, tag="n", en=f"the system of {own} responsibility"),)
    deed, then = opened_verb(one), last.zh.removesuffix("机制")
    both = deed[-1].zh in _JUDGED and then in _THEN and then != last.zh
    return (*deed, words()[then], words()["机制"]) if both else ()


#: 服务保障, 宣传引导: two deeds in one name
_TWO_DEEDS = re.compile(r"(?:service|[a-z]+(?:ion|ance|ight|ity)) and [a-z]+(?:ion|ance|ight|ort)$")


#: characters of 金融服务; a longer name is no verb: 普惠托育服务|发展
_NAMED = 4


#: what is demanded of the Party or a place as a whole, and the bodies that it may be said of
_DEMANDS = ("从严治党", "依法治国", "依法治省", "依法治市", "依法治县", "依法治区", "深化改革")
_GOVERNED = ("系统", "组织", "企业", "国企", "高校", "学校", "医院", "机关", "党委", "党组", "单位", "部门", "行业")


def serves(heads: Words) -> bool:
    """``金融服务|实体经济``: banks serve it; ``(培养)干部|全面从严治党`` is a new demand."""
    if len(heads) > 1 and heads[-1].zh.endswith(_DEMANDS) and not heads[-2].zh.endswith(_GOVERNED):
        return True
    served = ("经济", "振兴", "发展", "大局", "民生", "战略", "“三农”", "三农")
    return any(
        a.zh.endswith("服务") and b.zh.endswith(served) and not (b.zh == "发展" and len(a.zh) > _NAMED)
        for a, b in itertools.pairwise(heads)
    )


def _last_two(one: Entry, last: Entry) -> Words:
    """``优质|服务供给`` opened, ``任务|举措`` as one."""
    of_things = one.tag in NOUNS and last.zh == "标准体系"
    if of_things or (one.zh in _OF_A_SORT and last.zh.endswith(_HELD_BY)):
        return (one, *opened_verb(last))
    if one.tag in NOUNS - {"o"} and last.zh == "服务水平":
        return one, words()["服务"], Entry(zh="水平", tag="n", en="the standard")  # 交通|服务水平
    role = last.en.removeprefix("a ").removesuffix(" role")
    both = (nominal(one) or "").replace("services", "service")
    if last.zh == "作用" and one.tag != "o" and _TWO_DEEDS.match(both):
        return (Entry(zh="作用", tag="n", en=f"the {both} role"),)  # 宣传引导|作用
    if one.tag in {"v", "vp"} and last.zh.endswith("作用") and role.endswith("ing") and " " not in one.en + role:
        how = dict.fromkeys((gerund(one.en), role))  # 引导|带动作用
        return (Entry(zh="作用", tag="n", en=f"the {' and '.join(how)} role"),)
    brought = one.zh in kind("brought") and last.zh in kind("handled")
    if (brought or (one.zh in kind("activities") and last.zh in kind("controls"))) and one.noun and last.noun:
        joint = "for" if last.zh in {"服务", "补贴"} else "of"
        return (Entry(zh=one.zh + last.zh, tag="n", en=f"{last.noun} {joint} {one.noun}"),)
    pair = _pair(one, last)
    return (pair,) if pair else (one, last)

"""Which of two nouns in a row comes first in English: ``数字经济高质量发展`` "high-quality development of …"."""

from __future__ import annotations

from digest.translate.officialese.nouns.joints import is_wrong, lies
from digest.translate.officialese.words.lexicon import Entry, kind, section
from digest.translate.officialese.words.morphology import is_determiner
from digest.translate.officialese.words.tags import VERBAL, nominal


def is_measure(entry: Entry) -> bool:
    """水平, 要求; 新成效."""
    return entry.zh in kind("measures") or (entry.zh.startswith("新") and entry.zh in section("heads.txt", "link"))


#: what begins a deed that is done to what stands before it: 河道|综合治理
_MANNERS = ("系统", "综合", "整体", "协同", "源头", "集中", "专项", "全面", "分类")
_DEEDS = ("治理", "保护", "整治", "利用", "改造", "监管", "管理", "防治")


#: what a state of things has: "the gravity of the epidemic"
_HOW_IT_IS = ("严峻性", "复杂性", "艰巨性", "长期性", "紧迫性")


def stands_first(last: Entry, before: Entry) -> bool:
    """The head of 数字经济高质量发展, 空气质量水平: it comes first in English."""
    english = nominal(last) or "the"
    long = last.tag in VERBAL and " " in last.noun
    whole = " " in last.en and len(last.zh) == 4 and last.zh.startswith(_MANNERS) and last.zh.endswith(_DEEDS)
    growth = (
        whole
        or (last.zh.endswith("发展") and " " in last.en)
        or last.en.startswith(("high-level", "higher-", "stable ", "effective use"))
    )
    joint = section("heads.txt", "link").get(last.zh) == "by" or lies(last, before) is not None
    base = last.zh in {"落实", "落地"} or (last.zh == "基础" and before.tag in VERBAL)  # 任务落实
    base = base or last.zh.startswith("长效") or (last.zh == "主体责任" and before.tag in VERBAL)
    base = base or (last.zh == "建设" and before.zh.endswith("队伍"))
    wrong = last.zh.endswith(("突出问题", "难题", "叠加效应", *_HOW_IT_IS)) or is_wrong(last, before)
    determined = wrong or is_determiner(english) or last.en.startswith("the whole ")
    return is_measure(last) or joint or base or growth or long or determined


def is_managed(deed: Entry, last: Entry) -> bool:
    """``彩票|销售|管理``: the sales are managed, and not the lottery sold and managed."""
    return last.zh in {"管理", "监管"} and deed.zh in kind("managed")

"""What joins a noun to the one before it in Chinese: capacity *for*, problems *of*, cooperation *in*."""

from __future__ import annotations

import re

from digest.translate.officialese.words.lexicon import Entry, kind, section

_YEARS = re.compile(r"[半今明全去本\d]年$|新年度$")

#: what people have themselves
_HAD = frozenset({"要求", "困难", "问题", "难题", "信心", "决心", "优势", "能力", "本领", "内生动力"})
_HAD |= {"服务能力", "项目", "工程", "参与度", "参与率", "支持率", "满意度", "满意率"}
#: the ends of longer words that take the same preposition: 国际合作 in
_ENDS_ALIKE = ("合作", "机制", "平台", "体系", "渠道", "支持", "方案", "计划", "保障", "制度")
_OWNED_BY = ("责任", "要求", "规定", "部署", "工作")
#: what people bring before what is done with it: 投诉处理
_BROUGHT = ("投诉处", "投诉办", "投诉受", "举报受", "举报办", "举报核", "申请受", "申请审", "咨询答", "求助办")
#: what people are educated on
_TAUGHT = ("安全", "知识", "纪律", "法治", "道德", "风险", "国防", "健康")
#: what is a problem itself: 形式主义问题
_WRONGS = ("主义", "之风")
_MUTUAL_AREAS = ("结对", "融合", "互动", "差距", "联动")
#: what is between two
_MUTUAL = ("合作", "协作", "联动", "衔接", "互动", "沟通", "交流")
#: what somebody has who is told by it: 整改不到位的企业, 存在隐患的单位
_LACKS = ("不到位", "不力", "不足", "缺失", "隐患", "问题", "困难")
#: what is between two things too
_BETWEEN = ("衔接", "互动", "联动")
#: with whom work is done, which they do not do: 知识分子工作
_WORKED_WITH = ("知识分子", "人士", "同胞", "侨胞", "归侨", "侨眷", "信教群众")
#: work that is done for people
_DONE_FOR = ("援助工作", "服务工作", "服务保障工作")
_LENT = ("投放", "放贷", "贷款")
#: what a benefit is given by: 补贴政策
_PAPERS = ("政策", "制度", "标准", "项目", "资金")
_OVERSIGHT = ("监督", "评议", "评判", "检验", "监督检查", "质询", "询问")


def is_time(entry: Entry) -> bool:
    """汛期: "roads in the rainy season", no "rainy season roads"."""
    return entry.zh.endswith(kind("seasons"))


def premises(entry: Entry) -> str | None:
    """The preposition of a place that people go to, None for what is none."""
    if entry.zh.endswith(kind("premises-at")):
        return "at"
    return "in" if entry.zh.endswith(kind("premises-in")) else None


def lies(owned: Entry, owner: Entry) -> str | None:
    """``路面|积雪`` "snow on roads", ``河道|垃圾`` "rubbish in rivers"; None for what lies nowhere."""
    if not owned.zh.endswith(kind("lying")):
        return None
    return "on" if owner.zh.endswith(kind("surfaces")) else "in" if owner.zh.endswith(kind("waters")) else None


def is_wrong(problem: Entry, owner: Entry) -> bool:
    """``形式主义|突出问题``: "prominent problems of formalism", which is one itself."""
    return problem.zh.endswith("问题") and owner.zh.endswith(_WRONGS)


def is_oversight(entry: Entry) -> bool:
    """民主监督, 评议: what is done to whoever accepts it."""
    return entry.zh.endswith(_OVERSIGHT)


def of_whose(owned: Entry, owner: Entry, *, several: bool) -> str:
    """As :func:`link` where a 的 stands between, which may be between two."""
    if owned.tag == "o" and owner.zh.endswith(_LACKS):
        return "with"
    if several and owned.zh.endswith(_MUTUAL if owner.tag == "o" else _BETWEEN):
        return "between"
    return link(owned, owner)


def _of_people(owned: Entry, owner: Entry) -> str | None:
    """What people have, give, are given or do."""
    if is_oversight(owned) and owner.zh.endswith(kind("overseers")):
        return "by"  # 群众监督
    if owned.zh == "工作" and owner.zh.endswith(_WORKED_WITH):
        return "with"
    sayers = owner.tag == "o" or owner.zh.endswith(("会议", "大会", "全会", "书记"))
    if (owner.tag == "o" and owned.zh in _HAD) or (
        sayers and owned.zh.endswith(_OWNED_BY) and not owned.zh.endswith(_DONE_FOR)
    ):
        return "of"  # 群众的困难, 各方责任: theirs, not for them
    if owner.tag == "o" and owned.zh.startswith("联合"):
        return "by"
    if owned.zh.startswith("支持") and owner.zh in {"社会各界", "各方面", "各方", "社会"}:
        return "from"
    return _given(owned, owner) if owner.tag == "o" else None


def _given(owned: Entry, owner: Entry) -> str | None:
    """What is done by people, lent to them or meant for them."""
    if (owned.zh.endswith("行为") and "conduct" not in owned.en) or owned.en.startswith(("breaches", "violations")):
        return "by"
    if owned.zh.startswith(_BROUGHT):
        return "from"
    if owned.zh.endswith(("服务", "服务保障", *_DONE_FOR)) and owner.zh.endswith(kind("served")):
        return "for"
    if owner.zh.endswith(kind("givers")):
        return None
    if owned.zh.endswith(_LENT):
        return "to"
    benefit = owned.zh[:-2] if owned.zh.endswith((*_PAPERS, "援助工作")) else owned.zh
    return "for" if benefit.endswith(kind("benefits")) else None


def _when_or_where(owned: Entry, owner: Entry) -> str | None:
    """A time or a place in which something is done."""
    if owner.zh.endswith(("期间", *kind("festivals"))):
        return "during"
    if owner.zh.endswith(("基层", "节点")):
        return "at"
    if _YEARS.search(owner.zh):
        return "for"
    if is_time(owner) or owner.zh.endswith(kind("times-and-places")):
        return "between" if owner.zh == "城乡" and owned.zh.startswith(_MUTUAL_AREAS) else "in"
    return premises(owner) if owned.zh.endswith(kind("goes-on")) else lies(owned, owner)


def link(owned: Entry, owner: Entry) -> str:
    """The preposition between a noun and the one before it in Chinese."""
    if said := _of_people(owned, owner) or _when_or_where(owned, owner):
        return said
    if is_wrong(owned, owner):
        return "of"
    if owned.zh.endswith("优势") and owner.zh.endswith(("制度", "体制", "机制", "体系", "市场")):
        return "of"
    chosen = owned.zh.startswith("重点") and owner.zh.startswith("防")  # 防汛重点部位
    if chosen or (owned.zh.endswith("环境") and owner.zh.endswith("发展")):
        return "for"
    if owned.zh.endswith("教育") and (owner.zh.endswith(_TAUGHT) or owner.zh.startswith("防")):
        return "on"
    named = section("heads.txt", "link")
    return named.get(owned.zh.strip("“”")) or next((named[end] for end in _ENDS_ALIKE if owned.zh.endswith(end)), "of")

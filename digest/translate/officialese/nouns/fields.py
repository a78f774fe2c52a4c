"""Fields named in a row without commas, ``交通消防燃气``: a list, none of them of the next."""

from __future__ import annotations

import itertools

from digest.translate.officialese.words.lexicon import Entry
from digest.translate.officialese.words.morphology import in_list
from digest.translate.officialese.words.tags import nominal

#: where accidents happen; two of them may be of each other (煤矿消防), three are a list
_RISKY = frozenset({"道路交通", "交通", "消防", "危化品", "危险化学品", "燃气", "城镇燃气", "建筑施工", "煤矿", "矿山"})
_RISKY |= {"非煤矿山", "特种设备", "烟花爆竹", "工贸", "民爆", "油气", "电力", "自建房", "校园", "文旅"}
#: what people live by; never one of another
_LIVING = frozenset({"养老", "托育", "托幼", "育幼", "教育", "医疗", "就业", "住房", "社保", "社会保障"})
_DRIVING = frozenset({"酒驾", "醉驾", "酒驾醉驾", "毒驾", "超速", "超员", "超载", "疲劳驾驶", "超限", "闯红灯"})
#: what a company pays for
_USES = frozenset({"用能", "用地", "用电", "用水", "用气", "用工", "融资", "物流"})
_WAYS = frozenset({"公路", "桥梁", "隧道", "涵洞", "公路桥梁"})
#: where people learn, are cared for, buy and travel; two of them side by side are two
_SCHOOLS = frozenset(
    {"学校", "中小学", "中小学校", "大中小学", "幼儿园", "高校", "托育机构", "医院", "养老院", "敬老院"}
)
_SHOPS = frozenset({"商场", "超市", "宾馆", "酒店", "饭店", "网吧", "车站", "机场", "码头", "影剧院"})
_FEWEST = {_SCHOOLS: 2, _SHOPS: 2, _RISKY: 3, _LIVING: 2, _DRIVING: 2, _USES: 2, _WAYS: 2}


def in_a_row(entries: tuple[Entry, ...]) -> tuple[Entry, ...] | None:
    """The words of a compound with fields side by side joined to one noun, None where nobody can tell."""
    if any(_both_safe(a, b) for a, b in itertools.pairwise(entries)):
        return None
    found: list[Entry] = []
    at = 0
    while at < len(entries):
        kind = next((kind for kind in _FEWEST if entries[at].zh in kind), frozenset())
        end = at
        while end < len(entries) and entries[end].zh in kind and nominal(entries[end]):
            end += 1
        goes_on = end > at and entries[end:] and entries[end].zh.startswith(tuple(kind))  # 养老托育|医疗服务
        if goes_on or 1 < end - at < _FEWEST.get(kind, 0):
            return None
        found += [_listed(entries[at:end])] if end - at > 1 else [entries[at]]
        at = max(end, at + 1)
    return tuple(found)


def _both_safe(one: Entry, other: Entry) -> bool:
    """安全生产|消防安全责任: two kinds of safety."""
    return one.zh.endswith(("安全", "安全生产")) and len(one.zh) > 2 and "安全" in other.zh[:4] and len(other.zh) > 2


def _listed(fields: tuple[Entry, ...]) -> Entry:
    return Entry(zh=fields[-1].zh, tag="n", en=in_list([nominal(field) or "" for field in fields]))

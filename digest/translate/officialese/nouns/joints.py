"""What joins a noun to the one before it in Chinese: capacity *for*, problems *of*, cooperation *in*."""

from __future__ import annotations

import re

from digest.translate.officialese.words.lexicon import Entry, section

_YEARS = re.compile(r"[半今明全去本\d]年$")
_IN_TIME_OR_PLACE: tuple[str, ...] = ("春季", "夏季", "秋季", "冬季", "迎峰度夏", "时期", "期间", "新时代")
_IN_TIME_OR_PLACE += ("领域", "地区", "区域", "山区", "灾区")

#: what people have themselves
_HAD = frozenset({"要求", "困难", "问题", "难题", "信心", "决心", "优势", "能力", "本领"})
#: the ends of longer words that take the same preposition: 国际合作 in
_ENDS_ALIKE = ("合作", "机制", "平台", "体系", "渠道")
_OWNED_BY = ("责任", "要求", "规定", "部署", "工作")


def link(owned: Entry, owner: Entry) -> str:
    """The preposition between a noun and the one before it in Chinese."""
    if owner.zh.endswith("期间"):
        return "during"
    sayers = owner.tag == "o" or owner.zh.endswith(("会议", "大会", "全会", "书记"))
    if (owner.tag == "o" and owned.zh in _HAD) or (sayers and owned.zh.endswith(_OWNED_BY)):
        return "of"  # 群众的困难, 各方责任: theirs, not for them
    if owned.zh.startswith("支持") and owner.zh in {"社会各界", "各方面", "各方", "社会"}:
        return "from"
    if owner.zh == "基层":
        return "at"
    if owner.zh.endswith(_IN_TIME_OR_PLACE) or _YEARS.search(owner.zh):
        return "for" if _YEARS.search(owner.zh) else "in"
    named = section("heads.txt", "link")
    return named.get(owned.zh) or next((named[end] for end in _ENDS_ALIKE if owned.zh.endswith(end)), "of")

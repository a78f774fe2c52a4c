"""Words whose tag depends on their neighbours: 重点 and 需要 at the end are nouns, 高度 before 的 is an adjective."""

from __future__ import annotations

from digest.translate.officialese.words.lexicon import Entry, words
from digest.translate.officialese.words.morphology import MARK
from digest.translate.officialese.words.tags import LINKS, NOUNS, QUALITIES, VERBAL

Words = tuple[Entry, ...]

_NOUNS = {"重点": "priorities", "需要": "needs"}
_ADJECTIVES = {"高度": "high", "突出": "prominent"}


#: adjectives and nouns that are verbs where a clause begins, before a noun: 集中力量
_VERBS = {
    "集中": "concentrate",
    "准备": "prepare",
    "活跃": "invigorate",
    "支撑": "support",
    "坚定": "strengthen",
}
_RESOLVE = ("信心", "决心", "信念")


def settled(entries: Words) -> Words:
    """The same words with the tags that their places give them."""
    found: list[Entry] = []
    entries = _acting(entries)
    for index, entry in enumerate(entries):
        before, after = entries[index - 1] if index else None, entries[index + 1] if index + 1 < len(entries) else None
        opens = all(e.tag in {"d", "m"} for e in entries[max(0, index - 1) : index])
        verb = _as_verb(entry, after, entries[-1]) if opens and after else None
        found.append(verb or _settled(entry, before, after))
    return tuple(found)


#: what taking part has: 公众参与渠道
OF_TAKING_PART = ("性", "热情", "度", "意识", "作用", "渠道", "机制", "活力", "程度", "率", "方式", "格局", "氛围")
_TAKES_PART = "参与"


def _acting(entries: Words) -> Words:
    """``公众参与|治理`` as 公众|参与|治理: what somebody takes part in follows."""
    found: list[Entry] = []
    for index, entry in enumerate(entries):
        after, known = entries[index + 1 : index + 2], words()
        bare = not found or found[-1].tag not in NOUNS | {"loc"}
        if entry.zh == "存在" and bare and after and after[0].tag == "de":
            found.append(Entry(zh="现存", tag="a", en="existing"))  # 存在的不足, but 工作中存在的不足
            continue
        if entry.tag == "de" and found and found[-1].zh == "现存":
            continue
        whole = not after or after[0].tag not in NOUNS | VERBAL or after[0].zh.endswith(OF_TAKING_PART)
        if whole or entry.tag != "n" or not entry.zh.endswith(_TAKES_PART) or entry.zh[:-2] not in _PUBLIC:
            found.append(entry)
        else:
            found += [Entry(zh=entry.zh[:-2], tag="o", en=_PUBLIC[entry.zh[:-2]]), known[_TAKES_PART]]
    return tuple(found)


_PUBLIC = {"社会": "the public", "公众": "the public", "全民": "all the people"}


def _as_verb(entry: Entry, after: Entry, last: Entry) -> Entry | None:
    english = _VERBS.get(entry.zh)
    if english is None or entry.tag not in {"a", "ad", "n"}:
        return None
    if entry.zh == "坚定":
        fits = after.tag in NOUNS | VERBAL and last.zh.endswith(_RESOLVE)
    else:
        fits = after.tag == "and" if entry.zh == "支撑" else after.tag in NOUNS
    return Entry(zh=entry.zh, tag="v", en=MARK + english) if fits else None


def _settled(entry: Entry, before: Entry | None, after: Entry | None) -> Entry:
    ends = after is None or after.tag in LINKS
    if entry.zh in _NOUNS and entry.tag in {"ad", "m"} and ends and before and before.tag in NOUNS | VERBAL | QUALITIES:
        return Entry(zh=entry.zh, tag="n", en=_NOUNS[entry.zh])
    if entry.zh == "作为" and before and after and after.tag not in LINKS | {"de", "etc"}:
        return Entry(zh=entry.zh, tag="prep", en="as")
    if entry.zh == "高度" and after and after.tag in {"de", "n", "k"}:
        return Entry(zh=entry.zh, tag="a", en=_ADJECTIVES[entry.zh])
    if entry.zh == "突出" and before and before.tag == "de" and after and after.tag in NOUNS:
        return Entry(zh=entry.zh, tag="a", en=_ADJECTIVES[entry.zh])
    return _after_goods(entry, before) or entry


def _after_goods(entry: Entry, before: Entry | None) -> Entry | None:
    """产业落地, 物资投运: industries are launched, supplies are delivered."""
    if entry.zh == "落地" and before and before.zh.endswith(("产业", "企业", "项目")):
        return Entry(zh=entry.zh, tag="vi", en="are launched", noun="the launch")
    if entry.zh == "投运" and before and before.zh.endswith(("物资", "食品")):
        return Entry(zh=entry.zh, tag="vi", en="are delivered", noun="delivery")
    return None

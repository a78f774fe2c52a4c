"""Words whose tag depends on their neighbours: 重点 and 需要 at the end are nouns, 高度 before 的 is an adjective."""

from __future__ import annotations

import re
from dataclasses import replace

from digest.translate.officialese.words.lexicon import Entry, Words, cut, function_words, kind, section, words
from digest.translate.officialese.words.morphology import MARK
from digest.translate.officialese.words.passing import passing
from digest.translate.officialese.words.tags import LINKS, NOUNS, QUALITIES, VERBAL

_NOUNS = {"重点": "priorities", "需要": "needs"}


#: adjectives and nouns that are verbs where a clause begins, before a noun: 集中力量
_VERBS = {
    "集中": "concentrate",
    "准备": "prepare",
    "活跃": "invigorate",
    "支撑": "support",
    "坚定": "strengthen",
    "公开": "publish",
}
_RESOLVE = ("信心", "决心", "信念")


def settled(entries: Words) -> Words:
    """The same words with the tags that their places give them."""
    found: list[Entry] = []
    entries = _told_once(_acting(_related(_able(_industrial(passing(entries))))))
    for index, entry in enumerate(entries):
        before, after = entries[index - 1] if index else None, entries[index + 1] if index + 1 < len(entries) else None
        opens = before is None or before.tag in {"d", "m", "ad"}
        verb = _as_verb(entry, after, entries[-1]) if opens and after else None
        against = entry.zh == "对照" and after and any(e.tag in {"v", "vp"} for e in entries[index + 2 :])
        if entry.zh in _BUILT_NEW and after and after.tag in NOUNS and before and _forbids(before):
            found.append(Entry(zh=entry.zh, tag="v", en=MARK + _BUILT_NEW[entry.zh]))
            continue
        light = Entry(zh=entry.zh, tag="prep", en="in light of") if against else None  # 对照意见|制定方案
        found.append(light or verb or _settled(entry, before, after))
    return _titled(found)


def _able(entries: Words) -> Words:
    """``应急处置能力|和|水平``: one thing."""
    both = len(entries) > 2 and entries[-1].zh == "水平" and entries[-2].tag in LINKS
    return entries[:-2] if both and entries[-3].zh.endswith("能力") else entries


def _industrial(entries: Words) -> Words:
    """``生物、信息等|产业``: the field, no living things."""
    if not any(field in entry.zh for entry in entries for field in ("产业", "技术", "赛道")):
        return entries
    return tuple(replace(e, en="biotechnology") if e.zh == "生物" else e for e in entries)


def _related(entries: Words) -> Words:
    """``住房|相关政策`` as 住房|相关|政策: "relevant policies on housing"."""
    found: list[Entry] = []
    for entry in entries:
        what = words().get(entry.zh[2:]) if entry.zh.startswith("相关") else None
        split = what and what.tag in {"n", "k"} and found and found[-1].tag == "n"
        found += [words()["相关"], what] if what and split else [entry]
    return tuple(found)


def _titled(found: list[Entry]) -> Words:
    """``全国|社会信用|示范城市``: the model city is national."""
    at = (
        next((i for i, e in enumerate(found) if e.zh in _LEVELS), None)
        if found and found[-1].zh.endswith(kind("sought"))
        else None
    )
    if at is None or any(e.tag not in NOUNS for e in found[at:]):
        return tuple(found)
    national = Entry(zh=found[at].zh, tag="a", en=_LEVELS[found[at].zh])
    return (*found[:at], *found[at + 1 : -1], national, found[-1])


_LEVELS = {"全国": "national", "全省": "provincial"}
#: 不得新建养殖场: what is new otherwise
_BUILT_NEW = {"新建": "build new", "新增": "add new", "新上": "start new"}


def _forbids(word: Entry) -> bool:
    return word.zh in {"严禁", "禁止", "严格禁止", "停止"} or (word.tag == "m" and word.en.endswith(" not"))


#: verbs that are about how somebody behaves: 规范经营行为
_BEHAVIOUR = frozenset({"规范", "引导", "约束", "监督", "文明", "评价", "严格规范", "进一步规范", "不断规范"})
_CONDUCT = "行为"
_STATE = "情况"
_REPORTS = frozenset({"汇报", "报告", "通报", "的"})
#: as many as there are: 应保尽保
_ALL_DUE = re.compile(r"应.{1,3}尽")


def _told_once(entries: Words) -> Words:
    """``浪费|行为`` is waste, ``政策|落实|情况`` is how policies are implemented: the last word adds nothing."""
    found: list[Entry] = []
    behaves = any(entry.zh in _BEHAVIOUR for entry in entries)
    for index, entry in enumerate(entries):
        before, after = found[-1] if found else None, entries[index + 1] if index + 1 < len(entries) else None
        ends = after is None or after.tag in LINKS | {"loc", "etc"} or after.zh in _REPORTS
        if after is None and _is_pace(entry, before) and any(_SPEEDS.search(e.zh) for e in found):
            found += [words()[entry.zh[:-2]]] if entry.zh[:-2] else []
            continue  # 加快示范区建设步伐: the building is sped up
        if entry.en.startswith(_OWN) and (whole := _own_of_both(found, entry)):
            found[-1 - (found[-1].tag in LINKS) :] = [whole]
            continue
        if before and (own := _own(before, entry, after)):
            found[-1:] = own
            continue
        if before and _adds_nothing(entry, before, ends=ends):
            continue
        if entry.zh == _STATE and ends and (deed := _deed_of(found)):
            found = [e for e in found if e is not deed]
            found.append(Entry(zh=deed.zh + _STATE, tag="n", en=deed.noun))
        elif entry.zh == _STATE and before and ends and not _is_asked(found) and (noun := _done(before)):
            found[-1] = Entry(zh=before.zh + _STATE, tag="n", en=noun)
        elif entry.zh == "创建" and before and before.tag in {"n", "k", "a"} and not before.zh.endswith(kind("titles")):
            found.append(Entry(zh=entry.zh, tag="x"))  # 数字化创建: no title of that name is sought
        elif entry.tag == "p" and before and before.tag in NOUNS and _ALL_DUE.match(entry.zh):
            found.append(Entry(zh=entry.zh, tag="x"))  # 困难群众应保尽保: they cover nobody
        else:
            found.append(Entry(zh=_CONDUCT, tag="k", en="acts") if entry.zh == _CONDUCT and not behaves else entry)
    return tuple(found)


def _adds_nothing(entry: Entry, before: Entry, *, ends: bool) -> bool:
    """``浪费|行为``, ``通关便利化|建设``, ``市民|朋友``, who are spoken to."""
    if entry.zh == "朋友":
        return before.tag == "o"
    if entry.zh == "问题":
        return ends and before.tag in {"n", "vi", "a"} and before.zh.endswith(kind("misdeeds"))
    if entry.zh == "建设":
        return ends and before.tag == "n" and before.zh.endswith(("便利化", "准化"))
    return entry.zh == _CONDUCT and before.zh.endswith(kind("acts")) and before.tag in {"n", "vi"}


_OWN = "own "


def _own_of_both(found: list[Entry], entry: Entry) -> Entry | None:
    """``本部门、本单位(工作)``: the work of both."""
    one = next((e for e in reversed(found) if e.tag not in LINKS), None)
    near = one is not None and one in found[-2:] and one.en.startswith(_OWN)
    return Entry(zh=entry.zh, tag=entry.tag, en=f"{one.en} and {entry.en.removeprefix(_OWN)}") if one and near else None


def _deed_of(found: list[Entry]) -> Entry | None:
    """``各部门|落实|政策|(情况)``: the verb of which the state is told, and somebody before it."""
    at = next((i for i in range(len(found) - 1, 0, -1) if found[i].tag not in NOUNS), 0)
    deed = found[at] if 0 < at < len(found) - 1 and found[at - 1].tag == "o" else None
    return deed if deed and deed.tag in {"v", "vp"} and deed.noun and deed.zh.endswith(kind("reported")) else None


def _own(whose: Entry, own: Entry, after: Entry | None) -> list[Entry]:
    """``企业|自身|优势``, ``企业|自身优势`` "companies' own strengths"; empty where nobody has it."""
    what = words().get(own.zh.removeprefix("自身"))
    opens = own.zh == "自身" and after is not None and after.tag in NOUNS
    if not own.zh.startswith("自身") or whose.tag not in {"o", "n"} or own.zh == "自身建设":
        return []
    if not whose.en.endswith("s"):
        return [whose, Entry(zh=own.zh, tag="x")]  # 园区自身优势, where English has no "'s"
    theirs = Entry(zh=f"{whose.zh}自身", tag="a", en=f"{whose.en}' own")
    return [theirs] if opens else [theirs, what] if what and what.tag in NOUNS else []


def _is_asked(found: list[Entry]) -> bool:
    """``督促|调查员|核查|(情况)``: they are to do it."""
    return len(found) > 2 and found[-1].tag == "v" and found[-2].tag == "o" and found[-3].tag == "vp"


def _done(entry: Entry) -> str:
    """The noun of a deed: of 落实, and of 项目建设, which ends in one."""
    if entry.tag in VERBAL:
        return entry.noun
    ends = words().get(entry.zh[-2:])
    return entry.en if entry.tag == "n" and ends and ends.tag in VERBAL else ""


_TAKES_PART = "参与"


def _is_pace(entry: Entry, before: Entry | None) -> bool:
    """步伐, 审批进度: the pace of what stands before; 加快|进度 has nothing there."""
    if not entry.zh.endswith("进度"):
        return entry.zh.endswith("步伐")
    done = words().get(entry.zh[:-2]) if entry.zh[:-2] else before
    return done is not None and not _SPEEDS.search(done.zh) and (done.tag in NOUNS or bool(done.noun))


_SPEEDS = re.compile("加快|(?:推进|加速)$")
_FACED = "面临的"
#: verbs that are nouns before 面临: 发展面临的机遇
_DEVELOPS = frozenset({"发展", "建设", "改革", "治理", "转型", "创新"})


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
        if entry.zh.startswith(_FACED) and (not bare or (found and found[-1].zh in _DEVELOPS)):
            found += known["面临"], function_words()["的"], *(cut(entry.zh.removeprefix(_FACED)) or ())
            continue  # 企业面临的困难: they face them
        whole = not after or after[0].tag not in NOUNS | VERBAL or after[0].zh.endswith(kind("of-taking-part"))
        if whole or entry.tag != "n" or not entry.zh.endswith(_TAKES_PART) or entry.zh[:-2] not in _PUBLIC:
            found.append(entry)
        else:
            found += [Entry(zh=entry.zh[:-2], tag="o", en=_PUBLIC[entry.zh[:-2]]), known[_TAKES_PART]]
    return tuple(found)


_PUBLIC = {"社会": "the public", "公众": "the public", "全民": "all the people"}


def _as_verb(entry: Entry, after: Entry, last: Entry) -> Entry | None:
    english = _VERBS.get(entry.zh)
    if english is None or entry.tag not in {"a", "ad", "n", "d"}:
        return None
    if entry.zh == "坚定":
        fits = after.tag in NOUNS | VERBAL and last.zh.endswith(_RESOLVE)
    else:
        fits = after.tag == "and" if entry.zh == "支撑" else after.tag in NOUNS
    return Entry(zh=entry.zh, tag="v", en=MARK + english) if fits else None


#: words that are adjectives before others, by the tags of those
_ADJECTIVES = {
    "高度": (frozenset({"de", "n", "k"}), "high"),
    "包容": (frozenset({"de"}), "inclusive"),  # 公平包容的环境
    "前期": (frozenset({"de"}), "earlier"),  # 前期的成果, but 前期工作
    "未来": (NOUNS, "future"),
}


def _settled(entry: Entry, before: Entry | None, after: Entry | None) -> Entry:
    ends = after is None or after.tag in LINKS
    if entry.zh in _NOUNS and entry.tag in {"ad", "m"} and ends and before and before.tag in NOUNS | VERBAL | QUALITIES:
        return Entry(zh=entry.zh, tag="n", en=_NOUNS[entry.zh])
    if entry.zh == "作为" and before and after and after.tag not in LINKS | {"de", "etc"}:
        return Entry(zh=entry.zh, tag="prep", en="as")
    if after and after.tag in _ADJECTIVES.get(entry.zh, ((), ""))[0]:
        return Entry(zh=entry.zh, tag="a", en=_ADJECTIVES[entry.zh][1])
    if entry.zh == "时间节点" and before and (before.tag in {"etc", "c"} or before.zh in kind("festivals")):
        return Entry(zh=entry.zh, tag="n", en="key dates")  # 春节、国庆等时间节点
    if entry.zh == "突出" and before and before.tag == "de" and after and after.tag in NOUNS:
        return Entry(zh=entry.zh, tag="a", en="prominent")
    return (
        _after_goods(entry, before)
        or _secured(entry, before, after)
        or _of_kind(entry, before, after)
        or _left_so(entry, before, after)
        or entry
    )


#: a deed, the kind of what it is done to, and its noun then
_NOUN_OF_KIND = (
    ("治理", "controlled", "control"),
    ("治理", "treated", "treatment"),
    ("治理", "regulated", "regulation"),
    ("建设", "improved", "improvement"),
    ("建设", "developed", "development"),
    ("开放", "opened", "the opening"),
    ("发放", "paid", "payment"),
    ("转移", "handed-on", "transfer"),
    ("改造", "upgraded", "upgrading"),
    ("发放", "issued", "the issuance"),
    ("整治", "put-in-order", "improvement"),
)


def _noun_of_kind(entry: Entry, what: str) -> str:
    """The noun of a deed by what it is done to, empty where it stays as it is."""
    for deed, of, noun in _NOUN_OF_KIND:
        if entry.zh == deed and what.endswith(kind(of)):
            return noun
    built = what.endswith((*kind("constructed"), *kind("built"), "化", "后", "”"))
    return "development" if entry.zh == "建设" and what and not built else ""  # 学科建设


def _of_kind(entry: Entry, before: Entry | None, after: Entry | None) -> Entry | None:
    """治理, 建设 and 自身 by what stands before them, 身边 by what follows."""
    what = before.zh.strip("“”") if before and before.tag in {"n", "k", "a"} else ""
    if noun := _noun_of_kind(entry, what):
        return replace(entry, noun=noun)
    if entry.zh == "自身" and before and before.tag in {"v", "vp", "va"}:
        return Entry(zh=entry.zh, tag=entry.tag, en="one's own")
    if entry.zh == "全部" and before and before.tag in {"v", "vp"} and after and after.tag in {"n", "k"}:
        return Entry(zh=entry.zh, tag="a", en="all")  # 完成全部任务
    if entry.zh == "办法" and before and before.zh in {"按照", "依照", "依据", "根据"}:
        return Entry(zh=entry.zh, tag="n", en="the rules")
    if entry.zh == "身边" and after and (before is None or before.tag not in NOUNS):
        return Entry(zh=entry.zh, tag="a", en="nearby")
    return None


#: what secures something, behind a verb of giving
_SECURED = {"保障": "safeguards", "有力保障": "strong safeguards"}


def _secured(entry: Entry, before: Entry | None, after: Entry | None) -> Entry | None:
    """``提供|保障`` "provide safeguards", ``引领|保障`` "guidance and support", ``能源|保障`` its supply."""
    if entry.zh not in _SECURED or before is None or (after and after.tag not in LINKS | {"de", "loc"}):
        return None
    if before.zh.endswith("提供"):
        return Entry(zh=entry.zh, tag="n", en=_SECURED[entry.zh])
    if before.zh.endswith(kind("supplied")):
        return words()["供应"]
    helps = before.zh.endswith(("引领", "服务", "管理", "支撑", "支持")) and entry.noun
    return replace(entry, noun="support") if helps else None


#: verbs of holding meetings at all
_HELD = ("精简", "减少", "压减", "压缩", "规范", "控制", "各类", "各种", "少开")


#: what is polluted: 修复|污染|土壤
_SPOILT = ("土壤", "水体", "地块", "河段", "水源", "场地", "农田", "土地")


def _left_so(entry: Entry, before: Entry | None, after: Entry | None) -> Entry | None:
    """``滞留|旅客`` "stranded passengers", where no noun before it is what was left so."""
    if before is None or before.tag in NOUNS or after is None or after.tag not in NOUNS:
        return None
    polluted = entry.zh == "污染" and after.zh.endswith(_SPOILT)
    english = "polluted" if polluted else section("heads.txt", "left").get(entry.zh)
    return Entry(zh=entry.zh, tag="a", en=english) if english else None


def _after_goods(entry: Entry, before: Entry | None) -> Entry | None:
    """产业落地, 物资投运, 精简会议: industries are launched, supplies are delivered, meetings are held at all."""
    if entry.zh == "会议" and before and before.zh.endswith(_HELD):
        return Entry(zh=entry.zh, tag="k", en="meetings")
    if entry.zh == "落地" and before and before.zh.endswith(("产业", "企业", "项目")):
        return Entry(zh=entry.zh, tag="vi", en="are launched", noun="the launch")
    if entry.zh == "投运" and before and before.zh.endswith(("物资", "食品")):
        return Entry(zh=entry.zh, tag="vi", en="are delivered", noun="delivery")
    return None

"""Amounts behind what is done (``修建步道12公里``) and rates that shall be reached (``确保合格率达到95%以上``)."""

from __future__ import annotations

import re

from digest.translate.officialese.names.deadline import deadline_en
from digest.translate.officialese.names.figures import AMOUNT, said_count
from digest.translate.officialese.nouns.phrase import noun_phrase_of
from digest.translate.officialese.nouns.steps import opened_verb
from digest.translate.officialese.verbs import Reader
from digest.translate.officialese.words.idioms import taking
from digest.translate.officialese.words.lexicon import Entry, Words, words
from digest.translate.officialese.words.morphology import (
    MARK,
    be,
    is_determiner,
    is_plural,
    one_of,
    parted,
    plain,
    present,
)
from digest.translate.officialese.words.tags import NOUNS, VERBAL

#: what is new is built or added
_NEW = {"新建": "build", "新增": "add"}
#: a verb with its object, and the amount
_PAIR = 2
_HOUSED = re.compile(r"\b(?:households|families|homes|users|customers|farmers|businesses|merchants|companies|people)$")
_COMPLETED = frozenset({"完成", "实施", "启动", "推进", "开展"})
#: nouns without a plural that are counted in other words
_COUNTED = {
    "urban employment": "urban jobs",
    "talent": "skilled people",
    "affordable housing": "affordable homes",
    "housing": "homes",
}


def amount_of(entries: Words, thing: Reader) -> str | None:
    """What ends in an amount, as a verb phrase: "build 12 km of footpaths"; None where that is not certain."""
    if len(entries) < _PAIR or entries[-1].tag != AMOUNT:
        return None
    entries = _opened(entries)
    first, rest = entries[0], entries[1:-1]
    if new := _NEW.get(first.zh) if rest and rest[-1].tag in NOUNS else None:
        about = thing(rest)
        what = _counted(entries[-1], about, "new ") if about else None
        return f"{MARK}{new} {what}" if what else None
    if first.tag not in {"v", "vp"} or "{}" in first.en or any(e.tag == AMOUNT for e in rest):
        return None
    if done := _of_deed(first, rest, entries[-1], thing):
        return done
    about = thing(rest)
    what = _counted(entries[-1], about) if about else None
    verb = first.en.replace(f"{MARK}increase", f"{MARK}add")
    return taking(verb, what) if what else None


def _of_deed(first: Entry, rest: Words, amount: Entry, thing: Reader) -> str | None:
    """``完成|老旧小区改造|50个`` "complete renovation of 50 old residential compounds"."""
    opened = (*rest[:-1], *opened_verb(rest[-1])) if rest else ()
    if len(opened) < _PAIR or opened[-1].tag not in VERBAL or not opened[-1].noun or first.zh not in _COMPLETED:
        return None
    about = thing(opened[:-1])
    what = _counted(amount, about) if about else None
    return f"{first.en} {opened[-1].noun} of {what}" if what else None


def _opened(entries: Words) -> Words:
    """``排查隐患|500处`` as 排查|隐患|500处."""
    if entries[0].tag != "p" or len(entries) > _PAIR:
        return entries
    verb, what = words().get(entries[0].zh[:2]), words().get(entries[0].zh[2:])
    return (verb, what, entries[-1]) if verb and what and what.tag in NOUNS else entries


def _counted(amount: Entry, about: str, quality: str = "") -> str | None:
    """A plural behind "30 {}"; behind "12 km of {}" any noun without an article."""
    for mass, many in _COUNTED.items():
        about = re.sub(rf"\b{mass}$", many, about)
    if is_determiner(about) or " and " in about or ", " in about or parted(about)[0]:
        return None
    measured = amount.en.endswith(" of {}")
    if "户" in amount.zh and not _HOUSED.search(about):
        return None  # 改造棚户区3000户: homes in them
    if (not measured and not is_plural(about)) or (measured and " of " in about):
        return None
    if amount.en.endswith("yuan of {}") and about in {"funds", "funding", "money"}:
        return amount.en.removesuffix(" of {}")
    return amount.en.format(quality + about)


_RATE = re.compile(
    r"^(?P<lead>确保|力争|争取|努力使|使|将|把)?(?P<done>完成|实现)?(?P<what>[^，,]+?)(?P<modal>要|应|须)?"
    r"(?P<verb>达到|达|(?:提高|提升|上升|增长|增加|提)[到至]|(?:下降|降低|降)[到至]|(?:保持|稳定|控制)在|不低于|不超过|"
    r"不少于|下降|降低|提高|提升|增长)(?P<about>约)?(?P<rate>\d+(?:\.\d+)?)(?P<times>万|亿)?"
    r"(?P<unit>%|％|‰|个百分点|分钟|个?小时|个?工作日|天|元|吨|人次)(?P<bound>以上|以下|之?内|以内|左右)?$"
)
#: units behind their figure
_UNITS = {"%": "%", "％": "%", "‰": "‰", "个百分点": " percentage points", "分钟": " minutes", "小时": " hours"}
_UNITS |= {"工作日": " working days", "天": " days", "元": " yuan", "吨": " tonnes", "人次": " visits"}
#: 每天作业时间: how often it is counted
_EVERY = re.compile(r"^(?P<whose>.*?)(?P<every>每[天日周月年])(?P<what>.+)$")
PER = {"天": "a day", "日": "a day", "周": "a week", "月": "a month", "个月": "a month", "年": "a year"}
PER |= {"季度": "a quarter", "半年": "every six months", "学期": "a term"}
#: 绿色建筑占新建建筑比例
_SHARE = re.compile(r"^(?P<part>.+?)占(?P<whole>.+?)的?(?:比例|比重|比率)$")
_WITHIN = frozenset({"以内", "内", "之内"})
#: what is done to a rate, and what it does
_TO_RATE = {
    "达": ("bring {} to {}", "reach"),
    "升": ("raise {} to {}", "rise to"),
    "降": ("cut {} to {}", "fall to"),
    "在": ("keep {} at {}", "stay at"),
    "内": ("keep {} within {}", "be kept within"),
    "不少于": ("keep {} no less than {}", "be no less than"),
    "不低于": ("keep {} no lower than {}", "be no lower than"),
    "不超过": ("keep {} no higher than {}", "be no higher than"),
    "增": ("raise {} by {}", "rise by"),
    "减": ("cut {} by {}", "fall by"),
}
#: 合格率: a rate that is one
_ONE_RATE = re.compile(r"^((?!the )[a-z -]+) rates\b")
_STRIVES = frozenset({"力争", "争取", "努力使"})


def _kind(found: re.Match[str]) -> str:
    verb = found["verb"]
    if verb.startswith("不"):
        return verb
    if verb == "控制在" and found["bound"] in _WITHIN:
        return "内"
    if verb.startswith("达"):
        return "达"
    if verb.endswith("在"):
        return "在"
    falls = verb.startswith(("下降", "降"))
    if verb.endswith(("到", "至")):
        return "降" if falls else "升"
    return "减" if falls else "增"


def rated(text: str) -> str | None:
    """``确保合格率达到95%以上`` "ensure that the pass rate reaches 95% or more".

    Nothing unless the words ask for it, as a deadline or a bound does: a bare ``合格率达到95%`` may tell what was
    reached.
    """
    size, by = _until(text)
    said = _rated(text[size:], by)
    return f"{said} {by}" if said and by else said


#: characters of a deadline before a rate
_LONGEST = 11


def _until(text: str) -> tuple[int, str]:
    """(length, English) of the deadline that a text begins with."""
    for size in range(min(_LONGEST, len(text)), 1, -1):
        by = deadline_en(text[:size])
        if by and by.startswith(("by ", "within ")):
            return size, by
    return 0, ""


def _is_asked(found: re.Match[str]) -> bool:
    """A bound asks for something, but a bare ``增长6%左右`` may tell what was."""
    asks = bool(found["lead"] or found["done"] or found["modal"])
    return asks or (bool(found["bound"] or found["verb"][0] == "不") and _kind(found) not in {"升", "降", "增", "减"})


def _rated(text: str, by: str) -> str | None:
    found = _RATE.match(text)
    if found is None or not (by or _is_asked(found)):
        return None
    what, per = _measured(found["what"])
    rate = _rate(found, per)
    if what is None or rate is None or what.count(" of ") > 1 + bool(per):
        return None
    to_do, does = map(_of_quantity if rate[-1].isalpha() else str, _TO_RATE[_kind(found)])
    if found["modal"] and not found["lead"]:
        return f"{what} should {does} {rate}"
    if found["lead"] in {None, "确保"} and not ((by or found["done"]) and not found["lead"]):
        verb = (
            does.replace("be ", f"{be(what)} ", 1)
            if does.startswith("be ")
            else plain(present(MARK + does, plural=is_plural(what)))
        )
        return f"{'ensure that ' if found['lead'] else ''}{what} {verb} {rate}"
    said = to_do.format(what, rate)
    return f"strive to {said}" if found["lead"] in _STRIVES else said


def _of_quantity(form: str) -> str:
    """60 minutes are no more than so many, a rate is no higher."""
    return form.replace("no higher", "no more").replace("no lower", "no less")


def _measured(said: str) -> tuple[str | None, str]:
    """(what is measured, how often): ``学生每天作业时间`` ("homework time for pupils", " a day")."""
    if share := _SHARE.match(said):
        shares = [noun_phrase_of(of_what) for of_what in share.groups()]
        return (f"the share of {shares[0]} in {shares[1]}" if all(shares) else None), ""
    every = _EVERY.match(said)
    what = noun_phrase_of(every["what"] if every else said)
    if what is None:
        return None, ""
    per = f" {PER[every['every'].removeprefix('每')]}" if every else ""
    what = _ONE_RATE.sub(r"the \1 rate", what)
    if every is None or not every["whose"]:
        return what, per
    who = noun_phrase_of(every["whose"])
    return (f"{what} for {who}" if who else None), per


def _rate(found: re.Match[str], per: str) -> str | None:
    """The figure with its bound: "at least 95%"."""
    unit = _UNITS[found["unit"].removeprefix("个") if found["unit"] != "个百分点" else "个百分点"]
    count = said_count(found["rate"], found["times"]) if unit.startswith(" ") else found["rate"]
    said = count + unit + per
    bounded = found["bound"] and _kind(found) != "内"
    if bounded and (found["about"] or found["verb"].startswith("不")):
        return None
    if bounded and found["bound"] in _WITHIN | {"以下"}:
        return f"{said} or less"
    if found["bound"] == "以上":
        return f"{said} or more"
    return f"about {said}" if found["about"] or found["bound"] == "左右" else said


_MANY = re.compile(r"\b(\d[\d,]*) ((?:[a-z-]+ )*?)(talent|affordable housing|housing)\b(?! [a-z]+s\b)")
_MASS = re.compile(
    r"\b\d[\d,]* (?:[a-z-]+ )?(?:equipment|farmland|infrastructure|information|training|research|waste)\b"
)


def well_counted(english: str) -> str | None:
    """Things without a plural as what can be counted: "50 skilled people"; None where nothing fits."""
    said = _MANY.sub(lambda found: f"{found[1]} {found[2]}{_COUNTED[found[3]]}", english)
    one = re.search(r"\b1 (?=[a-z])", said)
    if one and is_plural(said[one.end() :]):
        said = said[: one.end()] + one_of(said[one.end() :])  # 1 villages
    return None if _MASS.search(said) else said

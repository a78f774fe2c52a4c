"""Amounts behind what is done (``修建步道12公里``) and rates that shall be reached (``确保合格率达到95%以上``)."""

from __future__ import annotations

import re

from digest.translate.officialese.names.deadline import deadline_en
from digest.translate.officialese.names.figures import AMOUNT
from digest.translate.officialese.nouns.phrase import noun_phrase
from digest.translate.officialese.verbs import Reader
from digest.translate.officialese.words.idioms import taking
from digest.translate.officialese.words.lexicon import Entry, Words, cut, words
from digest.translate.officialese.words.morphology import MARK, be, is_determiner, is_plural, parted, plain, present
from digest.translate.officialese.words.tags import NOUNS

#: what is new is built or added
_NEW = {"新建": "build", "新增": "add", "新改建": "build"}
#: a verb with its object, and the amount
_PAIR = 2
#: nouns without a plural that are counted in other words
_COUNTED = {"talent": "skilled people", "affordable housing": "affordable homes", "housing": "homes"}


def amount_of(entries: Words, thing: Reader) -> str | None:
    """What ends in an amount, as a verb phrase: "build 12 km of footpaths"; None where that is not certain."""
    if len(entries) < _PAIR or entries[-1].tag != AMOUNT:
        return None
    entries = _opened(entries)
    first, rest = entries[0], entries[1:-1]
    if new := _NEW.get(first.zh) if rest and rest[0].tag in NOUNS else None:
        about = thing(rest)
        what = _counted(entries[-1], about, "new ") if about else None
        return f"{MARK}{new} {what}" if what else None
    if first.tag not in {"v", "vp"} or "{}" in first.en or any(e.tag == AMOUNT for e in rest):
        return None
    about = thing(rest)
    what = _counted(entries[-1], about) if about else None
    verb = first.en.replace(f"{MARK}increase", f"{MARK}add")
    return taking(verb, what) if what else None


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
    if (not measured and not is_plural(about)) or (measured and " of " in about):
        return None
    if amount.en.endswith("yuan of {}") and about in {"funds", "funding", "money"}:
        return amount.en.removesuffix(" of {}")
    return amount.en.format(quality + about)


_RATE = re.compile(
    r"^(?P<lead>确保|力争|争取|努力使|使|将|把)?(?P<what>[^，,、]+?)(?P<modal>要|应|须)?"
    r"(?P<verb>达到|达|(?:提高|提升|上升|增长|增加|提)[到至]|(?:下降|降低|降)[到至]|(?:保持|稳定|控制)在|不低于|不超过|"
    r"下降|降低|提高|提升|增长)(?P<about>约)?(?P<rate>\d+(?:\.\d+)?)(?P<unit>%|％|个百分点)(?P<bound>以上|以下|以内|左右)?$"
)
#: what is done to a rate, and what it does
_TO_RATE = {
    "达": ("bring {} to {}", "reach"),
    "升": ("raise {} to {}", "rise to"),
    "降": ("cut {} to {}", "fall to"),
    "在": ("keep {} at {}", "stay at"),
    "不低于": ("keep {} no lower than {}", "be no lower than"),
    "不超过": ("keep {} no higher than {}", "be no higher than"),
    "增": ("raise {} by {}", "rise by"),
    "减": ("cut {} by {}", "fall by"),
}
#: 合格率: a rate that is one
_ONE_RATE = re.compile(r"^((?!the )[a-z -]+) rates\b")
_STRIVES = frozenset({"力争", "争取", "努力使"})


def _kind(verb: str) -> str:
    if verb in {"不低于", "不超过"}:
        return verb
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

    Nothing unless the words ask for it, as a deadline does: a bare ``合格率达到95%`` may tell what was reached.
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


def _rated(text: str, by: str) -> str | None:
    found = _RATE.match(text)
    if found is None or not (found["lead"] or found["modal"] or by):
        return None
    named = cut(found["what"])
    what, rate = noun_phrase(named) if named else None, _rate(found)
    if what is None or rate is None or what.count(" of ") > 1:
        return None
    what = _ONE_RATE.sub(r"the \1 rate", what)
    to_do, does = _TO_RATE[_kind(found["verb"])]
    if found["modal"] and not found["lead"]:
        return f"{what} should {does} {rate}"
    if found["lead"] == "确保":
        verb = (
            does.replace("be ", f"{be(what)} ", 1)
            if does.startswith("be ")
            else plain(present(MARK + does, plural=is_plural(what)))
        )
        return f"ensure that {what} {verb} {rate}"
    said = to_do.format(what, rate)
    return f"strive to {said}" if found["lead"] in _STRIVES else said


def _rate(found: re.Match[str]) -> str | None:
    """The figure with its bound: "at least 95%"."""
    said = found["rate"] + ("%" if found["unit"] in "%％" else " percentage points")
    within = found["bound"] in {"以内", "以下"}
    if found["bound"] and (found["about"] or found["verb"] in {"不低于", "不超过"}):
        return None
    if within:
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
    return None if _MASS.search(said) else said

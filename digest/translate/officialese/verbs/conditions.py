"""Conditions that a demand hangs on: ``逾期未整改的``, ``如遇强降雨``, ``情节严重的``; the demand comes behind them."""

from __future__ import annotations

import re

from digest.translate.officialese.names.deadline import deadline_en
from digest.translate.officialese.nouns.phrase import noun_phrase
from digest.translate.officialese.verbs import words_of
from digest.translate.officialese.verbs.verb import not_doing, verb_phrase
from digest.translate.officialese.words.lexicon import Words, section
from digest.translate.officialese.words.morphology import MARK, be, is_plural, plain, present
from digest.translate.officialese.words.tags import VERBAL

_IF = "(?P<if>如果|如|若|倘若|一旦)?"
_HAPPENS = re.compile(rf"^{_IF}(?:再次)?(?P<verb>发生|出现|遇有|遇到|遇|存在|有)(?P<what>[^的]+?)(?P<end>的|时)?$")
_FOUND = re.compile(rf"^(?:{_IF}|凡是?|一经)(?:发现|查实|查出|经?查实有)(?P<what>[^的]+?)(?P<end>的|时)?$")
_WHOSE = re.compile(
    r"^(?:对于?|凡是?)?(?P<how>逾期未|逾期不|拒不|拒绝|未按规定|未按要求|未按时|未按期|未及时|未能|未)(?P<act>.{2,})的$"
)
_WHO = re.compile(r"^(?:对于?|凡是?)?(?P<without>未经(?:批准|许可|同意|审批))?(?P<act>.{2,})的$")
#: how an act is left undone
_UNDONE = {
    "逾期未": "fail to {} by the deadline",
    "逾期不": "fail to {} by the deadline",
    "拒不": "refuse to {}",
    "拒绝": "refuse to {}",
    "未按规定": "fail to {} as prescribed",
    "未按要求": "fail to {} as required",
    "未按时": "fail to {} on time",
    "未按期": "fail to {} on time",
    "未及时": "fail to {} in time",
    "未能": "fail to {}",
    "未": "fail to {}",
}
_IN_BREACH = re.compile("^违反(?:有关|相关)?(?:规定|要求)(?=[^的]{2})")
#: what is to be asked for first
LEAVE = {"批准": "approval", "许可": "permission", "同意": "consent", "审批": "approval", "授权": "authorisation"}
#: how an act of those who shall answer for it is done
_WRONG_WAYS = frozenset({"擅自", "违规", "违法", "非法", "故意", "恶意"})


def condition(text: str) -> str | None:
    """The condition in English, beginning small, or None."""
    if fixed := section("conditions.txt").get(text.removeprefix("对").removeprefix("凡")):
        return fixed
    return _happening(text) or _finding(text) or _undone(text) or _done(text) or _counted_from(text)


_FROM = re.compile(r"^(?:在|自)?(?P<got>收到|接到)?(?P<what>[^，]{2,8}?)之日起的?(?P<within>.{2,8}?内)$")


def _counted_from(text: str) -> str | None:
    """``自受理之日起20个工作日内`` "within 20 working days of acceptance"."""
    found = _FROM.match(text)
    within, what = (deadline_en(found["within"]), noun_phrase(words_of(found["what"]))) if found else (None, None)
    if found is None or not within or not what or not within.startswith("within "):
        return None
    return f"{within} of {'receipt of ' if found['got'] else ''}{what.removeprefix('the ')}"


def _thing(text: str) -> str | None:
    """A noun that alone is what happens or is found: no verb could be that of the clause."""
    entries = words_of(text)
    what = noun_phrase(entries) if entries and entries[0].tag not in {"v", "vp", "p"} else None
    return None if what is None or ", " in what else what


def _happening(text: str) -> str | None:
    """``如遇强降雨``, ``发生险情时``: "if dangers arise"."""
    found = _HAPPENS.match(text)
    if found is None or not (found["if"] or found["verb"] == "遇有" or found["end"]):
        return None
    what = _thing(found["what"])
    if what is None or (found["verb"] in {"存在", "有"} and not found["if"]):
        return None
    if found["verb"] in {"存在", "有"}:
        return f"if there {be(what)} {what}"
    return f"if {what} {plain(present(MARK + 'occur', plural=is_plural(what)))}"


def _finding(text: str) -> str | None:
    """``发现问题的``, ``如发现异常情况``: "if problems are found"."""
    found = _FOUND.match(text)
    if found is None or not (found["if"] or found["end"] or text.startswith(("凡", "一经"))):
        return None
    what = _thing(found["what"])
    return f"if {what} {be(what)} found" if what else None


def _undone(text: str) -> str | None:
    """``逾期未整改的``: "for those who fail to make rectification by the deadline"."""
    found = _WHOSE.match(text)
    entries = words_of(found["act"]) if found else ()
    act = not_doing(entries) or _alone(entries)
    return f"for those who {_UNDONE[found['how']].format(act)}" if found and act and " or " not in act else None


def _alone(entries: Words) -> str | None:
    """A verb without its object, where English has one of its own: 整改, 报备."""
    return section("heads.txt", "alone").get(entries[0].zh) if len(entries) == 1 else None


def _done(text: str) -> str | None:
    """``未经批准擅自施工的``, ``违规收费的``: "for those who …"."""
    found = _WHO.match(text)
    entries = words_of(_IN_BREACH.sub("违规", found["act"])) if found else ()
    if found is None or not entries:
        return None
    if len(entries) == 1 and entries[0].tag == "n" and entries[0].zh[:2] in _WRONG_WAYS:
        return f"in cases of {entries[0].en}"
    wrong = entries[0].zh in _WRONG_WAYS or entries[0].zh in section("heads.txt", "wrongs") or found["without"]
    acts = entries[1:] if entries[0].zh in _WRONG_WAYS else entries
    if not wrong or not acts or acts[0].tag not in VERBAL or any(entry.tag in {"v", "vp"} for entry in acts[1:]):
        return None
    if found["without"] and entries[0].zh == "擅自":
        entries = entries[1:]
    reading = verb_phrase(entries) if entries else None
    if reading is None or ", " in reading or f" and {MARK}" in reading:
        return None
    leave = f" without {LEAVE[found['without'][2:]]}" if found["without"] else ""
    return f"for those who {plain(present(reading, plural=True))}{leave}"

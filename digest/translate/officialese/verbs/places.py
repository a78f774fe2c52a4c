"""Where and when: what 在 begins, and what 针对 answers."""

from __future__ import annotations

import re

from digest.translate.officialese.nouns.phrase import noun_phrase
from digest.translate.officialese.verbs import Reader
from digest.translate.officialese.words.lexicon import Words, kind
from digest.translate.officialese.words.morphology import MARK
from digest.translate.officialese.words.tags import ADVERBS, VERBAL

IN = {
    "中": "in {}",
    "上": "when it comes to {}",
    "下": "under {}",
    "内": "within {}",
    "里": "in {}",
    "方面": "in terms of {}",
    "过程中": "in the course of {}",
    "基础上": "on the basis of {}",
    "前提下": "on the premise of {}",
    "背景下": "against the background of {}",
    "框架下": "within the framework of {}",
}


def against(rest: Words, verb_phrase: Reader) -> str:
    """针对 by the last noun before a verb phrase."""
    last = next((e.zh for i, e in enumerate(rest, start=1) if i == len(rest) or verb_phrase(rest[i:])), "")
    if last.endswith(kind("considered")):
        return "in light of"
    return "in response to" if last.endswith(kind("answered")) else "regarding"


def is_bare(act: Words) -> bool:
    """A verb with nothing but adverbs: 协同发力."""
    return bool(act) and all(e.tag in ADVERBS for e in act[:-1]) and act[-1].tag in VERBAL


#: what somebody is doing meanwhile
WHILE = {"同时": "while {}", "时": "when {}"}


def is_doing(what: str) -> bool:
    """It begins with a deed: "pushing forward construction"."""
    return what.split(" ", 1)[0].rstrip(",").endswith("ing")


def behind(last: str, where: str, reading: str) -> str | None:
    """What is done before where it is done: "set an example while leading reform", "act in A, among other areas"."""
    if not reading.startswith(MARK) or re.search(r", | (?:in|on|while|that) ", reading):
        return None
    about = where.removeprefix("in ")
    if last == "方面" and about != where:
        return f"{reading} in {about.removeprefix('terms of ')}"
    return f"{reading} while {about}" if last == "中" and about != where and is_doing(about) else None


#: words of 的新征程
_JOURNEY = 2


def placed(rest: Words, doing: Reader) -> str | None:
    """What 在 begins and no verb follows: ``在实践中``, ``在推进建设的同时`` "while pushing forward construction"."""
    *about, last = rest
    form = WHILE.get(last.zh) or IN.get(last.zh)
    if last.zh == "方面" and about and about[0].tag in VERBAL | ADVERBS | {"va", "vs"}:
        others = about[-1].tag == "etc"
        form, about = "in {}, among other areas" if others else "in {}", about[: len(about) - others]
    if last.zh == "上" and len(about) > _JOURNEY and about[-1].zh == "新征程" and about[-2].tag == "de":
        what = doing(tuple(about[:-2]))
        return f"on the new journey of {what}" if what else None
    if about and about[-1].tag == "de":
        about = about[:-1]
    what = doing(tuple(about)) if form and about else None
    if last.zh == "下" and what and what.startswith("leadership"):
        return f"under the {what}"
    if last.zh == "上" and about and about[-1].zh.endswith(("会", "会议")):
        return at_meeting(tuple(about))
    if what is None or form is None or (last.zh in WHILE and not is_doing(what)):
        return None
    return form.format(what)


def at_meeting(named: Words) -> str | None:
    """``推进会(上)`` "at the meeting to advance work": the one that is meant, of those that the word names."""
    whole = _LEVELS.get(named[0].zh) if len(named) > 1 and named[-1].zh in {"大会", "会议"} else None
    about = noun_phrase(named[1:-1]) if whole and len(named) > 2 else None
    if about:
        return f"at the {whole} conference on {about}"
    what = (noun_phrase(named) or "").replace("discussions", "symposium")
    joint = " with " if len(named) > 1 and named[-2].tag == "o" else " on "
    many = _MEETING.match(what)
    return f"at the {many[1]}{what[many.end() :].replace(' of ', joint, 1)}" if many else None


_LEVELS = {"全国": "national", "全省": "provincial", "全市": "city", "全县": "county", "中央": "central"}
_MEETING = re.compile(
    r"(?:the |an? )?((?:[a-z-]+ )*?(?:meeting|conference|session|congress|symposium|forum))(?:e?s)?\b"
)


def at_place(rest: Words, thing: Reader, verb_phrase: Reader) -> str | None:
    """``在西部地区 VP`` "VP in western regions": a place without 中 or 上."""
    for end in range(1, len(rest)):
        spot = rest[end - 1].zh.endswith(kind("spots"))
        if (spot or rest[end - 1].zh.endswith(kind("places"))) and rest[end].tag in {"v", "vp", "p"} | ADVERBS:
            where, reading = thing(rest[:end]), verb_phrase(rest[end:])
            simple = reading and ", " not in reading and " in " not in reading
            return f"{reading} {'at' if spot else 'in'} {where}" if where and simple else None
    return None


def acts_somewhere(rest: Words) -> bool:
    """``在春节前|发放资金``: no place but what is done there."""
    return any(e.tag in {"v", "vp", "vs", "va"} for e in rest)

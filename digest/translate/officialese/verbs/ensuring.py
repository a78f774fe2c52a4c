"""What 确保, 做到 and 力求 ask for: that something is so, that something is done, that nothing is left."""

from __future__ import annotations

import re

from digest.translate.officialese.nouns.phrase import noun_phrase_of
from digest.translate.officialese.nouns.sharing import members_of
from digest.translate.officialese.verbs import Reader
from digest.translate.officialese.verbs.states import states
from digest.translate.officialese.words.lexicon import Entry, Words, section, words
from digest.translate.officialese.words.morphology import MARK, be, in_list, is_plural, plain
from digest.translate.officialese.words.tags import ADVERBS


def ensured(verb: Entry, rest: Words, thing: Reader, verb_phrase: Reader) -> str | None:
    """``确保 NP``, and ``确保 NP`` with a state or a verb that reads as one."""
    listed = len(members_of(rest)) > 1 and _in_place(rest, thing)
    said = listed or states(rest, thing, verb_phrase) or _in_place(rest, thing)
    if said:
        return f"{verb.en.removesuffix(' that')} that {said}"
    if rest and rest[0].zh == "在" and verb.zh == "做到":
        return verb_phrase(rest)  # 做到在学习中统一思想
    if rest and rest[0].tag == "p" and (said := verb_phrase(rest)):
        return said  # 做到守土有责: the predicate says it all
    adverbs = len(rest) > 2 and rest[0].tag in ADVERBS
    done = verb_phrase(rest) if rest and rest[adverbs].tag in {"v", "vp"} else None
    if done and (adverbs or rest[0].zh.endswith(("完成", "实现"))):
        return f"{MARK}make sure to {plain(done)}"  # 确保圆满完成任务
    if all(e.tag in {"v", "p", "c"} | ADVERBS for e in rest) and len(rest) > 1 and (acts := verb_phrase(rest)):
        return f"{MARK}make sure to {plain(acts)}"  # 确保快速响应、妥善应对
    about = thing(rest)
    return f"{verb.en.removesuffix(' that')} {about}" if about else None


def _in_place(entries: Words, thing: Reader) -> str | None:
    """``供应到位``, ``思想到位、措施到位``: all members end so; "supply is in place"."""
    members = [_without_end(member) for member in members_of(entries)]
    said = [thing(member) if member else None for member in members]
    subject = in_list([what for what in said if what]) if all(said) else ""
    return f"{subject} {be(subject)} in place" if subject else None


def _without_end(member: list[Entry]) -> Words:
    """``机构|到位`` and ``责任到位`` without 到位; empty for what does not end so."""
    if not member or not member[-1].zh.endswith("到位"):
        return ()
    what = words().get(member[-1].zh.removesuffix("到位"))
    return (*member[:-1], what) if what else tuple(member[:-1]) if member[-1].zh == "到位" else ()


_ROW = re.compile(
    r"^(?:切实|真正|坚决)?(?:确保|做到|实现|力求|力争|保证)?(?P<what>[^无零不留、]{2,12}?)?(?P<row>(?:[无零]|不留)[^、无零不]{2}(?:、?(?:[无零]|不留)[^、无零不]{2})+)$"
)
_ONE = re.compile(r"(?:[无零]|不留)([^、无零不]{2})")


def leaving_none(text: str) -> str | None:
    """``确保排查无死角、无遗漏`` "ensure that checks leave no blind spots or omissions": what shall not be left."""
    found = _ROW.match(text)
    if found is None:
        return None
    table = section("heads.txt", "never-left")
    said = [table.get(one, "") for one in _ONE.findall(found["row"])]
    what = noun_phrase_of(found["what"]) if found["what"] else None
    if not all(said) or (found["what"] and what is None):
        return None
    each = list(dict.fromkeys(one.removeprefix("=") for one in said))
    none = f"no {in_list(each, last='or')}"
    if any(one.startswith("=") for one in said):  # what happens, and is not left behind
        return f"ensure that there are {none}{f' in {what}' if what else ''}"
    return f"ensure that {what} leave{'' if is_plural(what) else 's'} {none}" if what else f"leave {none}"

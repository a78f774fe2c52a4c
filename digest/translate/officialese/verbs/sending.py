"""What is sent to an office: ``将汇总表报送至县教育局``, ``及时报市应急局备案``."""

from __future__ import annotations

import re

from digest.translate.officialese.names.organs import organ
from digest.translate.officialese.nouns.phrase import noun_phrase
from digest.translate.officialese.verbs import words_of
from digest.translate.officialese.verbs.adverbs import with_adverbs
from digest.translate.officialese.verbs.verb import thing
from digest.translate.officialese.words.lexicon import Words, cut
from digest.translate.officialese.words.morphology import MARK, plain
from digest.translate.officialese.words.tags import ADVERBS

_SENT = re.compile(
    r"^(?P<please>请)?(?P<before>.*?)(?P<verb>报送|报告|上报|提交|反馈|移交|抄送|报)(?:至|到|给)?"
    r"(?P<to>(?![报送告上提反移抄])[^，,、的]{2,16}?)(?P<why>备案|审批|审核|审定|批准|汇总)?$"
)
_TOLD = re.compile(
    r"^(?P<please>请)?(?P<before>.*?)向(?P<to>[^，,、的]{2,16}?)(?P<verb>报告|汇报|反映|举报|报备)(?P<what>[^的]{2,})?$"
)
_VERBS = {
    "报送": "submit",
    "报告": "report",
    "上报": "report",
    "提交": "submit",
    "反馈": "report back",
    "移交": "hand over",
    "抄送": "copy",
    "报": "submit",
    "汇报": "report",
    "反映": "report",
    "举报": "report",
    "报备": "report",
}
#: verbs that need no object
_ALONE = frozenset({"报告", "上报", "汇报", "举报", "报备"})
_WHY = {
    None: "",
    "备案": " for the record",
    "审批": " for approval",
    "批准": " for approval",
    "审核": " for review",
    "审定": " for review",
    "汇总": " for compilation",
}


def sent(text: str) -> str | None:
    """The clause in English, beginning small, or None where it sends nothing to an office that is known."""
    found = _SENT.match(text)
    to = _addressee(found["to"]) if found else None
    if found and to:
        return _said(found, found["before"], f" to {to}{_WHY[found['why']]}")
    told = _TOLD.match(text)
    to = _addressee(told["to"]) if told else None
    if told is None or to is None or "将" in told["before"]:
        return None
    before = f"{told['before']}将{told['what']}" if told["what"] else told["before"]
    return _said(told, before, f" to {to}{' for the record' if told['verb'] == '报备' else ''}")


def _said(found: re.Match[str], before: str, to: str) -> str | None:
    """``before``: who shall do it, how, and what is sent behind a 将."""
    entries = words_of(before)
    if before and not entries:
        return None
    at = next((i for i, entry in enumerate(entries) if entry.tag in ADVERBS | {"m", "ba"}), len(entries))
    asks = at < len(entries) and entries[at].tag == "m" and entries[at].en == "should"
    owner, rest = entries[:at], entries[at + asks :]
    act = _act(rest, found["verb"], to)
    who = thing(owner) if owner else ""
    if act is None or who is None or (owner and owner[-1].tag != "o"):
        return None
    if who:
        before, _, core = act.partition(MARK)
        early = before if before.endswith(", ") else ""
        asked = "are asked to" if found["please"] else "should"
        return f"{early}{who} {asked} {core if early else plain(act)}"
    return f"please {plain(act)}" if found["please"] else plain(act)


def _addressee(name: str) -> str | None:
    """``县教育局``, ``主管部门``."""
    if said := organ(name):
        return said
    entries = cut(name)
    return noun_phrase(entries) if entries and entries[-1].tag == "o" else None


def _act(rest: Words, verb: str, to: str) -> str | None:
    """The adverbs, what 将 begins, and the verb."""
    at = next((i for i, entry in enumerate(rest) if entry.tag == "ba"), len(rest))
    adverbs, what = rest[:at], rest[at + 1 :]
    about = thing(what) if what else None
    if any(entry.tag not in ADVERBS for entry in adverbs) or (what and about is None):
        return None
    if about is None and (at < len(rest) or verb not in _ALONE):
        return None
    return with_adverbs(adverbs, f"{MARK}{_VERBS[verb]}{f' {about}' if about else ''}{to}")

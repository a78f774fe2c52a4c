"""How well a thing shall be done: ``把工作抓紧、抓实、抓出成效`` "do prompt and solid work that brings results"."""

from __future__ import annotations

from digest.translate.officialese.nouns.compound import joined
from digest.translate.officialese.verbs import Reader
from digest.translate.officialese.verbs.adverbs import adverbs_from, with_adverbs
from digest.translate.officialese.words.lexicon import Words
from digest.translate.officialese.words.morphology import MARK, is_determiner

#: 抓 and 做 with the quality of the work
_HOW = {
    "好": "good",
    "实": "solid",
    "细": "detailed",
    "紧": "prompt",
    "早": "early",
    "牢": "firm",
    "深": "thorough",
    "精": "fine",
    "优": "excellent",
    "到位": "complete",
}
_RESULTS = {"出成效": "that brings results", "出实效": "that brings real results", "出特色": "with its own features"}
_SEVERAL = 2


def grasped(rest: Words, thing: Reader) -> str | None:
    """The phrase behind 把, or None where it does not end in such a row."""
    end, found = len(rest), list[str]()
    while end > 1 and (how := _how(rest[end - 1].zh)):
        found[:0] = how
        end -= 1 + (rest[end - 2].tag == "c")
    what = thing(rest[: adverbs_from(rest, end)]) if len(found) >= _SEVERAL and end > 0 else None
    if what is None or " as well as " in what:
        return None
    about = {"work": "", "all work": " in all areas", "this work": " on this"}.get(what)
    last = found.pop() if found[-1] in _RESULTS.values() else ""
    if about is None and not last and what.endswith(" work") and not is_determiner(what):
        said = f"{MARK}do {joined(found)} {what.removeprefix('the ')}"
    else:
        about = f" on {what.removeprefix('work on ')}" if about is None else about
        said = f"{MARK}do {joined(found)} work{about}"
    return with_adverbs(rest[adverbs_from(rest, end) : end], f"{said} {last}".strip())


def _how(zh: str) -> list[str]:
    """``抓好`` ["good"], ``抓实抓细`` ["solid", "detailed"]; empty for another word."""
    found = []
    while zh[:1] in {"抓", "做"}:
        end = next((end for end in (*_RESULTS, *_HOW) if zh[1:].startswith(end)), None)
        if end is None:
            return []
        found.append(_RESULTS.get(end) or _HOW[end])
        zh = zh[1 + len(end) :]
    return [] if zh else found

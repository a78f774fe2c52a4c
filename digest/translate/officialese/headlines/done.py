"""What is done to what the nouns before it name: ``科技企业培育``, ``棚户区和老旧小区改造``."""

from __future__ import annotations

from digest.translate.officialese.nouns.phrase import noun_phrase
from digest.translate.officialese.words.lexicon import Entry, words
from digest.translate.officialese.words.morphology import gerund, plain

_BOTH_TAKE = ("改造", "整治", "治理", "建设", "保护", "管理", "管控", "提升")


def opened_last(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """``棚户区和|老旧小区改造``: what is done is done to both, though a word holds it with the second."""
    last = entries[-1]
    ending = next((zh for zh in _BOTH_TAKE if last.zh.endswith(zh)), "")
    thing = words().get(last.zh.removesuffix(ending))
    if not ending or thing is None or thing.tag != "n" or len(entries) < 3 or entries[-2].tag != "and":
        return entries
    first = entries[-3]
    acts = words().get(first.zh[-2:])
    if first.tag != "n" or first.zh.endswith(_BOTH_TAKE) or (acts and acts.tag in {"v", "vi", "vp"}):
        return entries
    return (*entries[:-1], thing, words()[ending])


#: what others do to whoever is named: 科技企业|培育
_DONE_TO_PEOPLE = frozenset({"培育", "引进", "培养", "招引", "评选", "评审", "认定", "监管", "管理", "整治", "组建"})


def done_to_all(entries: tuple[Entry, ...]) -> str | None:
    """``城区供水水质提升`` "improvement of …": a row of nouns, and what is done to what they name."""
    last, before = entries[-1], entries[:-1]
    tags = {"n", "k", "a", "o"} if last.zh in _DONE_TO_PEOPLE else {"n", "k", "a"}
    if last.tag != "v" or not before or any(entry.tag not in tags for entry in before):
        return None
    what = noun_phrase(before)
    return plain(f"{f'{last.noun} of' if last.noun else gerund(last.en)} {what}") if what else None

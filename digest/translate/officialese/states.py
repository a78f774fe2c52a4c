"""What shall be: the state of things that 确保 and 推动 ask for."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

from digest.translate.officialese.compound import ADVERBS, LINKS, NOUNS, VERBAL, adverb
from digest.translate.officialese.lexicon import Entry, section
from digest.translate.officialese.morphology import be, is_plural, participle, present

Words = tuple[Entry, ...]
Reader = Callable[[Words], str | None]


def state(entries: Words, thing: Reader, verb_phrase: Reader) -> str | None:
    """A clause that states what shall be: ``项目按时完成`` "projects are completed on time"."""
    for end in range(1, len(entries)):
        if entries[end - 1].tag not in NOUNS | VERBAL | {"etc"} or entries[end].tag in LINKS | {"de"}:
            continue
        before, rest = entries[:end], entries[end:]
        if any(e.tag in LINKS for e in before) and any(e.tag in VERBAL for e in before):
            continue  # 作风转变、工作见效: two clauses
        if any(a.zh.endswith(("安全", "稳定")) and b.tag in LINKS for a, b in itertools.pairwise(before)):
            continue  # 保障财产安全和城市运行: two things
        said = stated(rest)
        subject = thing(before) if said or achieves(rest) else None
        if said and subject:
            return f"{subject} {said.replace('are ', f'{be(subject)} ', 1)}"
        reading = verb_phrase(rest) if subject else None
        if reading and subject:
            return f"{subject} {present(reading, plural=is_plural(subject))}"
    return None


def achieves(entries: Words) -> bool:
    """The first verb is one that things do too: to achieve, to take effect."""
    first = next((e for e in entries if e.tag not in ADVERBS), None)
    return first is not None and first.zh in section("heads.txt", "achieve")


_PREPOSITIONS = (" in", " to", " on", " of", " for", " with", " at", " into", " up", " against")
_WITH_ADVERB = re.compile(r"\{\} (?:in|at|to|as|by|across|on|well|fully) ?")


def stated(entries: Words, *, bare: bool = False) -> str | None:
    """A predicate with "are" in it: a state, an adjective, or a transitive verb without object, as a passive.

    ``bare``: the verb needs no adverb to be read so.
    """
    adverbs = [adverb(e) for e in entries[:-1] if e.tag in ADVERBS]
    last = entries[-1]
    if len(adverbs) != len(entries) - 1 or any(said.endswith(" to") for said in adverbs):
        return None
    before = " and ".join(a for a in adverbs if " " not in a)
    after = " ".join(a for a in adverbs if " " in a)
    if last.tag == "vi" and last.en.startswith("are "):
        said = last.en.removeprefix("are ")
    elif last.tag == "b" and last.noun:
        said = last.noun.removeprefix("are ")
    elif last.tag == "v" and (adverbs or bare or _WITH_ADVERB.search(last.en)):
        if last.en.endswith(_PREPOSITIONS):
            return None
        said = participle(last.en.replace(" {}", ""))
    elif last.tag in {"a", "ad"} and last.noun.startswith((".", "are")):
        said = last.en
    else:
        return None
    return " ".join(part for part in ("are", before, said, after) if part)

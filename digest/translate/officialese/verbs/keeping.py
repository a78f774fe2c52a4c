"""坚持 and what is kept to: ``坚持创新为动力``, ``坚持发展和安全并重``, ``坚持科学救援``."""

from __future__ import annotations

from digest.translate.officialese.verbs import Reader
from digest.translate.officialese.words.lexicon import Entry, Words, section, words
from digest.translate.officialese.words.morphology import MARK
from digest.translate.officialese.words.tags import LINKS, VERBAL

#: what is said of both: 坚持 A 和 B 并重
_BOTH = {"并重": f"{MARK}give equal weight to", "并举": f"{MARK}pursue both", "相结合": f"{MARK}combine"}
#: blanks in a noun that may follow an adjective
_SHORT = 2
#: characters of a name that says a deed
_WHOLE = 4


def kept(verb: Entry, rest: Words, thing: Reader) -> str | None:
    """``坚持创新为动力``, ``坚持发展和安全并重``, ``坚持党的领导``."""
    if not rest or verb.zh[-2:] != "坚持":
        return None
    if said := _two_deeds(rest) or _kept_so(rest):
        return said
    last, before = rest[-1], rest[:-1]
    if last.zh.endswith("领导") and (what := thing(rest)):
        return f"{MARK}uphold {what}"
    role = section("heads.txt", "roles").get(last.zh)
    if role and len(before) > 1 and before[-1].zh == "为" and before[0].zh != "以" and (what := thing(before[:-1])):
        return f"{MARK}keep {what} as {role}"
    if last.zh in _BOTH and (what := thing(before)):
        both = (with_each_other(before, thing) or combined(what)) if last.zh == "相结合" else what
        return f"{_BOTH[last.zh]} {both}" if " and " in what else None
    what = thing(before) if last.zh == "不动摇" and before else None
    return f"{MARK}keep to {what} without wavering" if what else None


#: what somebody works by, and what English says with "with"
_WAYS = ("观念", "思维", "导向", "理念", "原则", "方针", "路线")
_WITH = ("观念", "思维", "导向")


def guided(verb: Entry, rest: Words, thing: Reader, verb_phrase: Reader) -> str | None:
    """``坚持系统观念谋划工作`` "plan work with a systems approach"."""
    at = next((i for i, e in enumerate(rest) if i and e.tag in {"v", "vp"} and rest[i - 1].zh.endswith(_WAYS)), 0)
    if verb.zh[-2:] != "坚持" or not at or any(e.tag in LINKS | {"de"} for e in rest):
        return None
    way, does = thing(rest[:at]), verb_phrase(rest[at:])
    if not way or not does or not does.startswith(MARK) or " with " in does:
        return None
    return f"{does} {'with' if rest[at - 1].zh.endswith(_WITH) else 'in line with'} {way}"


def combined(both: str) -> str:
    """Two things that are combined: "A with B", as long as "and" stands once."""
    once = both.count(" and ") == 1 and not any(said in both for said in (", ", " with "))
    return both.replace(" and ", " with ") if once else both


def with_each_other(both: Words, thing: Reader) -> str | None:
    """``教育引导和严格管理`` "education and guidance with strict management": two, one of which is two itself."""
    at = [index for index, entry in enumerate(both) if entry.tag in LINKS]
    if len(at) != 1:
        return None
    one, other = thing(both[: at[0]]), thing(both[at[0] + 1 :])
    apart = (
        one
        and other
        and (thing(both) or "").replace(", ", " and ") in {f"{one} and {other}", f"{one} as well as {other}"}
    )
    return f"{one} with {other}" if apart else None


def _two_deeds(rest: Words) -> str | None:
    """``坚持源头防控系统治理``: two of them, no one of the other."""
    deeds = [e for e in rest if e.tag == "n" and len(e.zh) == _WHOLE and words().get(e.zh[2:], e).tag in VERBAL]
    if len(deeds) != len(rest) or len(deeds) != 2:
        return None
    return f"{MARK}keep to {deeds[0].en} and {deeds[1].en}"


def _kept_so(rest: Words) -> str | None:
    """``坚持科学救援`` "keep to scientific rescue"."""
    done = rest[-1] if [e.tag for e in rest[:-1]] == ["ad"] else None
    noun = done.noun if done and done.tag in VERBAL and done.noun.count(" ") < _SHORT else ""
    return f"{MARK}keep to {rest[0].en} {noun}" if noun else None

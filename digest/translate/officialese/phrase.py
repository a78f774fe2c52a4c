"""Noun phrases of officialese in English: Chinese order is English order, until a 的."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from digest.translate.officialese.lexicon import Entry, section
from digest.translate.officialese.morphology import is_determiner, with_quality

_MAX_COMPOUND = 5
_MOST_DE = 2

#: readings kept: one text is read from many sides
_REMEMBERED = 8192

NOUNS = frozenset({"n", "k", "o"})
VERBAL = frozenset({"v", "vp", "vi", "p"})
LINKS = frozenset({"c", "and"})
QUALITIES = frozenset({"a", "ad", "q"})
ADVERBS = frozenset({"d", "ad"})


def adverb(entry: Entry) -> str:
    """``有效|ad|effective|effectively``: what an adverb, or an adjective that is one too, says before a verb."""
    return entry.noun.removeprefix(".") if entry.tag == "ad" else entry.en


#: plural in form, not to be cut when they modify another noun
_FIXED_PLURALS = frozenset(
    {
        "gas",
        "bus",
        "fireworks",
        "premises",
        "species",
        "progress",
        "funds",
        "statistics",
        "headquarters",
        "grassroots",
        "sports",
    }
    | {"affairs", "resources", "politics", "economics", "ethics", "logistics", "news", "customs", "goods"}
    | {"studies", "always", "electronics", "mass", "rights", "communications", "sciences"}
)


#: words that make an English noun too heavy to stand before another noun
_HEAVY = re.compile(r" (?:of|and|that|by|to|in|for|with|on|or|from) |'s |,")
_LIGHT_WORDS = 3
_LIGHT_ROW = 2
_DOING = re.compile(r"^[a-z]+ing (?:a|the|reform) ")


def _singular(word: str) -> str:
    if not word.islower() or word in _FIXED_PLURALS or word.endswith(("ss", "us", "is")) or not word.endswith("s"):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("sses", "ches", "shes", "xes")) else word[:-1]


def _modifier(entry: Entry) -> str:
    """A noun in front of another noun: its own attributive form, else without article and singular."""
    if entry.tag in NOUNS and entry.noun:
        return entry.noun
    english = entry.en if entry.tag in NOUNS else entry.noun
    for article in ("the ", "a ", "an "):
        english = english.removeprefix(article)
    head, _, last = english.rpartition(" ")
    return f"{head} {_singular(last)}".strip()


def _is_light(entry: Entry) -> bool:
    """True for a noun that reads well in front of another."""
    if entry.tag in NOUNS and entry.noun:
        return True
    english = _nominal(entry) or ""
    return (
        entry.tag != "o"
        and english != ""
        and not is_determiner(english)
        and not english.startswith("“")
        and not _HEAVY.search(english)
        and english.count(" ") < _LIGHT_WORDS
    )


def _heads() -> dict[str, str]:
    return section("heads.txt", "heads")


def never_first(verb: Entry) -> bool:
    """A verb that never stands before a noun as its attribute: 完善机制 is always "improve mechanisms"."""
    return not verb.noun or verb.zh in section("heads.txt", "verbs")


def _may_follow(before: Entry, entry: Entry) -> bool:
    """A verb in its noun form takes another verb, or a noun that is used to it, or an object after an -ing."""
    if before.tag not in VERBAL:
        return True
    if entry.tag in VERBAL:
        return entry.tag != "p" and bool(entry.noun) and not never_first(before)
    if never_first(before):
        return False
    return entry.zh in _heads() or entry.zh[-2:] in _heads() or before.noun.split()[0].endswith("ing")


def _nominal(entry: Entry) -> str | None:
    """An entry as part of a noun phrase."""
    if entry.tag in NOUNS:
        return entry.en
    return entry.noun or None if entry.tag in VERBAL else None


def _chain(heads: tuple[Entry, ...]) -> str | None:
    """Nouns and verbal nouns side by side, without adjectives."""
    parts: list[str] = []
    for index, entry in enumerate(heads):
        english = _nominal(entry)
        if english is None or (index and not _may_follow(heads[index - 1], entry)):
            return None
        follows = heads[index + 1] if index < len(heads) - 1 else None
        if follows is not None and entry.tag in VERBAL and follows.tag in VERBAL:
            english = f"{english} and"
        elif follows is not None:
            english = _modifier(entry)
        parts.append(english)
    last = parts.pop()
    return with_quality(" ".join(parts), last) if parts else last


def _reads_in_a_row(heads: tuple[Entry, ...], qualities: tuple[Entry, ...]) -> bool:
    before, last = heads[:-1], heads[-1]
    if any(not _is_light(entry) for entry in before) or is_determiner(_nominal(last) or "the"):
        return False
    if last.tag in VERBAL and before[-1].tag not in VERBAL and (qualities or len(before) > 1):
        return False
    words = sum(_modifier(entry).count(" ") + 1 for entry in before)
    many = (_nominal(last) or "").removeprefix("the ").count(" ")
    return words <= _LIGHT_ROW and not (many and words > 1) and many <= 1


def _named(heads: tuple[Entry, ...], qualities: tuple[Entry, ...], inner: tuple[Entry, ...]) -> str | None:
    """Heads in a row where they are short, else "HEAD of REST": ``重大项目建设`` "construction of major projects".

    ``qualities`` stand before the first head, ``inner`` before the last.
    """
    if len(heads) == 1:
        return _qualified(_nominal(heads[0]), (*qualities, *inner))
    if all(entry.tag == "o" and entry.zh.startswith(("各", "全")) for entry in heads):
        return _qualified(joined([entry.en for entry in heads]), (*qualities, *inner))
    if len({entry.zh[-1] for entry in heads}) == 1 and heads[0].zh[-1] in "性感":
        return _qualified(joined([_nominal(entry) or "" for entry in heads]), (*qualities, *inner))
    if sum(entry.zh.startswith("新") for entry in heads) > 1:
        return None  # 新时代新任务: side by side, not one of the other
    if not inner and _reads_in_a_row(heads, qualities):
        return _qualified(_chain(heads), qualities)
    last = heads[-1]
    head = _qualified(_nominal(last), inner)
    if last.tag in VERBAL and heads[-2].tag in VERBAL:
        return _done_to(heads, qualities) if not inner else None
    if heads[-2].tag in VERBAL and not _may_follow(heads[-2], last):
        return None
    rest = _named(heads[:-1], qualities, ())
    if head is None or rest is None or head.count(" of ") + rest.count(" of ") > 1 or _DOING.match(head):
        return None
    return f"{head} {_link(last, heads[-2])} {rest}"


def _done_to(heads: tuple[Entry, ...], qualities: tuple[Entry, ...]) -> str | None:
    """``内涝预防处置`` "prevention and handling of flooding"."""
    start = len(heads)
    while start and heads[start - 1].tag in VERBAL:
        start -= 1
    done = _chain(heads[start:])
    what = _named(heads[:start], qualities, ()) if start and done else None
    return f"{done} of {what}" if what and what.count(" of ") < _MOST_DE else None


def _link(owned: Entry, owner: Entry) -> str:
    if owner.zh.endswith(("时期", "期间")):
        return "in"
    return section("heads.txt", "link").get(owned.zh, "of")


def _qualified(noun: str | None, qualities: tuple[Entry, ...]) -> str | None:
    for quality in reversed(qualities):
        noun = with_quality(quality.en, noun) if noun else None
    return noun


@lru_cache(maxsize=_REMEMBERED)
def compound(entries: tuple[Entry, ...]) -> str | None:
    """Words side by side; adjectives first, 各级 last in English."""
    if not entries or len(entries) > _MAX_COMPOUND:
        return None
    if len(entries) > 1 and entries[0].zh == "各级":
        whose = compound(entries[1:])
        return f"{whose} at all levels" if whose else None
    qualities: list[Entry] = []
    inner: list[Entry] = []
    heads: list[Entry] = []
    for entry in entries:
        if entry.tag not in QUALITIES:
            if inner and entry is not entries[-1]:
                if entry.tag in VERBAL:
                    return None
                qualities, inner = (*qualities, *inner), []
            heads.append(entry)
        elif heads and (heads[-1].tag in VERBAL or entry.tag == "q"):
            return None
        else:
            (inner if heads else qualities).append(entry)
    if not heads or entries[-1] is not heads[-1]:
        return None
    return _named(tuple(heads), tuple(qualities), tuple(inner))


def _groups(entries: tuple[Entry, ...]) -> list[str] | None:
    """The members of a list joined by 、 and 和."""
    groups: list[list[Entry]] = [[]]
    for entry in entries:
        if entry.tag in LINKS:
            groups.append([])
        else:
            groups[-1].append(entry)
    parts = [compound(tuple(group)) for group in groups]
    whole = [part for part in parts if part is not None]
    return whole if len(whole) == len(parts) else None


def joined(members: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    return members[0] if len(members) == 1 else f"{', '.join(members[:-1])} and {members[-1]}"


def _shared(entries: tuple[Entry, ...]) -> list[str] | None:
    """``债券发行和使用``: verbal nouns that share what stands before the first, "issuance and use of bonds"."""
    at = next((index for index, entry in enumerate(entries) if entry.tag in LINKS), 0)
    if at < 2 or entries[at - 1].tag not in VERBAL or entries[at - 2].tag in VERBAL | QUALITIES:
        return None
    rest = entries[at:]
    if any(
        (entry.tag in LINKS) == bool(index % 2) or (index % 2 and entry.tag not in VERBAL)
        for index, entry in enumerate(rest)
    ):
        return None
    done = [_nominal(entry) for entry in (entries[at - 1], *rest[1::2])]
    said = [name for name in done if name]
    about = compound(entries[: at - 1])
    return [f"{joined(said)} of {about}"] if about and len(said) == len(done) else None


def _together(entries: tuple[Entry, ...]) -> str | None:
    """``A 和 B 深度融合``: the last word is of all members, not of the last one."""
    end = len(entries) - 1
    while end and entries[end - 1].tag in QUALITIES:
        end -= 1
    members = _groups(entries[:end]) if end else None
    done = _qualified(_nominal(entries[-1]), entries[end:-1])
    return f"{done} of {joined(members)}" if members and len(members) > 1 and done else None


def _listed(entries: tuple[Entry, ...]) -> str | None:
    """A list without 的: "A, B and C", ``A、B等`` as "A, B, etc.", ``A、B等X`` as "A, B and other X"."""
    if entries and entries[-1].zh in section("heads.txt", "together") and any(e.tag in LINKS for e in entries):
        return _together(entries)
    closing = [index for index, entry in enumerate(entries) if entry.tag == "etc"]
    if len(closing) > 1:
        return None
    members = _shared(entries) if not closing else None
    members = members or _groups(entries[: closing[0]] if closing else entries)
    if not members:
        return None
    if not closing:
        return joined(members)
    if closing[0] == len(entries) - 1:
        return f"{', '.join(members)}, etc."
    other = compound(entries[closing[0] + 1 :])
    if not other or entries[closing[0] + 1].tag == "q":
        return None
    other = other.removeprefix("the ")
    return (
        f"{', '.join(members)} and {other}" if other.startswith("other ") else f"{', '.join(members)} and other {other}"
    )


_ABOUT = frozenset({"对", "对于", "与", "同", "关于"})


def _directed(entries: tuple[Entry, ...], cut: int, *, skip: int = 1) -> str | None:
    """``对 X 的 R``, ``与 X 的 R``, ``关于 X 的 R``: the noun decides the preposition."""
    about, owned = noun_phrase(entries[1 : cut + 1 - skip]), _listed(entries[cut + 1 :])
    if about is None or owned is None:
        return None
    table = section("heads.txt", "about")
    word = {"与": "with", "同": "with", "关于": "on"}.get(entries[0].zh) or table.get(entries[-1].zh, "of")
    return f"{owned} {word} {about}"


def _said_of(entries: tuple[Entry, ...], cut: int) -> str | None:
    """``党中央关于 X 的决策部署`` "the decisions of the Party Central Committee on X"."""
    end = cut - (entries[cut - 1].zh in {"作出", "做出", "提出"})
    about, said = noun_phrase(entries[2:end]), _listed(entries[cut + 1 :])
    return f"{said} of {entries[0].en} on {about}" if about and said else None


@lru_cache(maxsize=_REMEMBERED)
def noun_phrase(entries: tuple[Entry, ...]) -> str | None:
    """English for a noun phrase, or None when the words do not form one that we are sure of."""
    if not entries:
        return None
    cuts = [index for index, entry in enumerate(entries) if entry.tag == "de"]
    if not cuts and entries[0].zh in _ABOUT and len(entries) > 2 and entries[-1].tag in VERBAL:
        return _directed(entries, len(entries) - 2, skip=0)
    if not cuts:
        return _listed(entries)
    if len(cuts) > _MOST_DE:
        return None
    if entries[0].zh in _ABOUT and len(cuts) == 1:
        return _directed(entries, cuts[0])
    if len(cuts) == 1 and len(entries) > 4 and entries[0].tag in NOUNS and entries[1].zh in {"对", "关于", "对于"}:
        return _said_of(entries, cuts[0])
    left, right = entries[: cuts[-1]], entries[cuts[-1] + 1 :]
    owned = _listed(right)
    if owned is None or not left:
        return None
    if len(cuts) == 1 and all(entry.tag in {"a", "ad"} | LINKS for entry in left) and left[-1].tag in {"a", "ad"}:
        qualities = [e.en for e in left if e.tag not in LINKS]
        linked = any(e.tag in LINKS for e in left)
        return with_quality(joined(qualities) if linked else " ".join(qualities), owned)
    if len(left) > 1 and left[-1].tag == "loc":
        place = noun_phrase(left[:-1])
        return f"{owned} in {place}" if place else None
    if len(left) == 1 and left[0].tag in VERBAL and never_first(left[0]):
        return None
    owner = noun_phrase(left)
    if owner is None or (any(e.tag in LINKS for e in left) and any(e.tag in LINKS for e in right)):
        return None
    return f"{owned} {_link(right[-1], left[-1])} {owner}"

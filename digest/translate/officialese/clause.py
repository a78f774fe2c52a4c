"""A directive in English by rule, or nothing.

A clause is rendered only if every character is covered by the lexicon and the grammar below has exactly one reading
of it. Two readings are as bad as none: a wrong sentence that looks right is worse than a list of terms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest.translate.officialese.lexicon import HAN, Entry, cut
from digest.translate.officialese.organs import organ
from digest.translate.officialese.phrase import noun_phrase

_ORDINAL = re.compile(r"^(首先|其次|最后|[一二三四五六七八九十]{1,2}是|[一二三四五六七八九十](?=要))[，,]?(?:是?要)?")
_ORDINALS = dict(
    zip(
        "一二三四五六七八九十",
        ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth"),
        strict=True,
    )
) | {"首先": "First", "其次": "Next", "最后": "Finally"}

_SEPARATORS = re.compile(r"[，,；;：:。！!]")
#: shorter clauses are labels, not sentences
_SHORTEST = 4
_MAX_PREPOSITIONS = 1

_PUT = {"落到实处": "into practice", "落实到位": "into full practice", "落实落地": "into practice"}


_VERBS = frozenset({"v", "vp", "vi"})


def _readings(entries: Sequence[Entry]) -> Iterator[str]:
    """Every way to read words as a verb phrase in the imperative."""
    if not entries:
        return
    yield from _coordinated(entries)
    first, rest = entries[0], entries[1:]
    if first.tag == "d":
        for reading in _readings(rest):
            yield _with_adverb(first.en, reading)
    elif first.tag == "prep":
        for end in range(1, len(rest)):
            place = noun_phrase(rest[:end])
            if place:
                yield from (f"{first.en} {place}, {reading}" for reading in _readings(rest[end:]))
    elif first.tag == "ba":
        yield from _fronted_object(rest)
    else:
        yield from _core(entries)


def _with_adverb(adverb: str, reading: str) -> str:
    """One word, or "strive to", stands before the verb; a longer adverbial stands in front of the sentence."""
    if " " in adverb and not adverb.endswith(" to"):
        return f"{adverb}, {reading}"
    return f"{adverb} {reading}"


def _coordinated(entries: Sequence[Entry]) -> Iterator[str]:
    """``V N 并 V N`` and ``V、V N``."""
    for index, entry in enumerate(entries):
        if entry.tag not in {"c", "and"} or not index:
            continue
        left, right = entries[:index], entries[index + 1 :]
        if len(left) == 1 and left[0].tag in {"v", "vp"}:
            yield from (f"{left[0].en} and {reading}" for reading in _core(right))
        if entry.zh != "并" and right and right[0].noun and all(e.tag in _VERBS for e in left):
            continue  # 抓好曝光和反馈问题整改: the second verb may be a noun beside the first
        for before in _core(left):
            yield from (f"{before} and {after}" for after in _readings(right))


def _core(entries: Sequence[Entry]) -> Iterator[str]:
    """A verb and what it takes."""
    if not entries:
        return
    first, rest = entries[0], entries[1:]
    if first.tag in {"p", "vi"}:
        if not rest and not first.en.startswith("are "):
            yield first.en
    elif first.tag in {"v", "vp"}:
        thing = noun_phrase(rest)
        if thing:
            yield f"{first.en} {thing}"
        if first.tag == "vp":
            yield from _asked_to(first, rest)
    elif first.tag == "vs":
        yield from _ensured(first, rest)


def _asked_to(verb: Entry, rest: Sequence[Entry]) -> Iterator[str]:
    """``组织 NP VP``: organise somebody to do something."""
    for end in range(1, len(rest)):
        somebody = noun_phrase(rest[:end])
        if somebody and rest[end - 1].tag in {"n", "k"}:
            yield from (f"{verb.en} {somebody} to {reading}" for reading in _core(rest[end:]))


def _ensured(verb: Entry, rest: Sequence[Entry]) -> Iterator[str]:
    """``确保 NP``, and ``确保 NP 落到实处`` with a verb that reads "are put into practice"."""
    thing = noun_phrase(rest)
    if thing:
        yield f"{verb.en.removesuffix(' that')} {thing}"
    if rest and rest[-1].tag == "vi" and rest[-1].en.startswith("are "):
        subject = noun_phrase(rest[:-1])
        if subject:
            many = subject.endswith("s") or " and " in subject
            state = rest[-1].en if many else "is " + rest[-1].en.removeprefix("are ")
            yield f"{verb.en} {subject} {state}"


def _fronted_object(entries: Sequence[Entry]) -> Iterator[str]:
    """``把 X V``: the verb comes last in Chinese and first in English."""
    if len(entries) < 2:
        return
    thing, verb = noun_phrase(entries[:-1]), entries[-1]
    if thing is None:
        return
    if verb.zh in _PUT:
        yield f"put {thing} {_PUT[verb.zh]}"
    elif verb.tag == "v":
        yield f"{verb.en} {thing}"


def _clause(entries: Sequence[Entry]) -> str | None:
    """One clause: an imperative, or "somebody should …"."""
    modal = next((index for index, entry in enumerate(entries) if entry.tag == "m"), None)
    subject = ""
    if modal is not None:
        if modal:
            owner = noun_phrase(entries[:modal])
            if owner is None:
                return None
            subject = f"{owner} {entries[modal].en} "
        entries = entries[modal + 1 :]
    if sum(entry.tag == "prep" for entry in entries) > _MAX_PREPOSITIONS:
        return None
    readings = set(_readings(entries))
    return subject + readings.pop() if len(readings) == 1 else None


def _gloss_clause(text: str) -> str | None:
    lead = ""
    ordinal = _ORDINAL.match(text)
    if ordinal:
        lead = _ORDINALS.get(ordinal[1].removesuffix("是"), "")
        if not lead:
            return None
        lead, text = f"{lead}, ", text[ordinal.end() :]
    if len(text) < _SHORTEST:
        return None
    office, modal, rest = text.partition("要")
    body = organ(office) if modal else None
    entries = cut(rest if body else text)
    if entries is None or (body and any(entry.tag == "m" for entry in entries)):
        return None
    english = _clause(entries)
    if english is None:
        return None
    return f"{lead}{body} should {english}" if body else lead + english


def gloss(text: str) -> str | None:
    """English for a whole directive, or None unless every clause of it is certain.

    >>> gloss("要加强动态监管")
    'Strengthen dynamic supervision'
    >>> gloss("要加强某某监管") is None
    True
    """
    clauses = [clause for clause in _SEPARATORS.split(text.strip()) if clause]
    parts = [_gloss_clause(clause) for clause in clauses]
    whole = [part for part in parts if part is not None]
    if not whole or len(whole) != len(parts):
        return None
    english = "; ".join(whole)
    if HAN.search(english):
        return None
    return english[0].upper() + english[1:]


def phrase(text: str) -> str | None:
    """English for a noun phrase (a topic, an owner), or None unless every character is covered.

    >>> phrase("散煤治理工作")
    'loose-coal control work'
    """
    entries = cut(text)
    english = noun_phrase(entries) if entries else None
    return None if english is None or HAN.search(english) else english

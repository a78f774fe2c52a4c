"""Give back a Han character that a scraper ate everywhere, on evidence only.

The damage is of one kind: a filter drops *every* instance of a character (烟花爆竹 → 花爆竹, 扁平化 → 扁化). It leaves no
byte behind, so what speaks for a lost character is that the body has it nowhere, and that fragments stand where word
groups of ``data/collocations.txt`` or of jieba's dictionary would be with it. One fragment proves nothing. A character
comes back if

- the title has the intact word and the body only the broken one, or
- one broken group repeats and is long enough to mean nothing else, or
- several different groups are broken.

How badly a place reads is measured, not listed: the logarithm by which its best segmentation into words of a unigram
model becomes more likely when the character is put back. Where the text reads fine without it, nothing is restored.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from digest import data
from digest.text.tokens import dictionary

#: a place counts from this gain on, in natural logarithms: seven times as likely with the character
MIN_GAIN = 2.0
#: one fragment speaks for at most this much; several must bring that together
MAX_WEIGHT, MIN_WEIGHT = 6.0, 7.5
#: a single group that repeats: how often, and how badly each place reads
MIN_REPEATS, MIN_REPEAT_GAIN = 3, 8.0
#: fragments that bring less than this are not looked at twice
MIN_GLANCE = 4.0
#: characters looked at on each side of a place, and the longest word group with its bars
_REACH, _LONGEST, _LONGEST_WORD = 9, 9, 6
#: last characters of names of places
_UNITS = frozenset("省市州县区旗镇乡村")
#: occurrences from which a word of jieba's dictionary counts (its rare ones are mostly names)
_FREQUENT = 5
#: a number that is missing cannot be told from a number that was never there
_NEVER = frozenset("〇零一二三四五六七八九十百千万亿两|、")
#: log frequency of a listed group; an ending weighs as much as the most frequent words, for its rest is made of words
_GROUP, _ENDING = math.log(300), math.log(3_000_000)
_NOT_HAN = re.compile("[^\u4e00-\u9fff、]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Restoration:
    """One character that was put back: ``paragraphs[paragraph][at] == character`` in the restored text."""

    paragraph: int
    at: int
    character: str
    #: the word or word group that it completes
    word: str
    #: why: ``title:`` or ``body:`` and the words that were found broken
    evidence: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Restored:
    """Paragraphs with what was lost, and each character that was put back, in reading order."""

    paragraphs: tuple[str, ...]
    restorations: tuple[Restoration, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Word:
    """A word that the plain text would hold with the character: ``text`` without ``text[offset]`` stands at ``start``."""

    text: str
    start: int
    offset: int
    in_title: bool = False

    @property
    def neighbours(self) -> tuple[str, str]:
        """What stands on both sides of the character inside the word."""
        return self.text[: self.offset][-1:], self.text[self.offset + 1 :][:1]

    @property
    def shown(self) -> str:
        """The word without what stands before 、 or behind a bar."""
        return self.text.strip("|").rpartition("、")[2]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Place:
    """A position of the plain text where a character would complete a word, and how much better it reads then."""

    at: int
    word: _Word
    gain: float


def restore(paragraphs: Sequence[str], *, context: Sequence[str] = ()) -> Restored:
    """Put dropped characters back into the paragraphs of one document, in Simplified Chinese.

    ``context`` are the lines of the same document outside its body, the title above all: where the intact words stand.
    A text that reads well comes back as it was.

    >>> restore(["建立健全扁化工作体系，提高治理能力现代化水。"]).paragraphs
    ('建立健全扁平化工作体系，提高治理能力现代化水平。',)
    >>> restore(["建立健全工作体系，提高饮用水质量。"]).restorations
    ()
    """
    plain = "|" + "|".join(_NOT_HAN.sub("|", p) for p in paragraphs) + "|"
    title = "|".join(_NOT_HAN.sub("|", line) for line in context)
    found: dict[int, tuple[str, _Place, str]] = {}
    for character, asked in _suspects(plain, title).items():
        places, evidence = _examine(plain, character, asked)
        for place in places:
            if place.at not in found or found[place.at][1].gain < place.gain:
                found[place.at] = (character, place, evidence)
    return _insert(paragraphs, found)


def _suspects(plain: str, title: str) -> dict[str, set[_Word]]:
    """Characters that the body lacks though fragments or the title ask for them, with the words they would complete."""
    present = _NEVER.union(plain)
    fragments, lengths = _fragments(), _lengths()
    suspects: dict[str, set[_Word]] = defaultdict(set)
    for candidate in _may_begin().finditer(plain):
        start = candidate.start()
        for length in lengths.get(plain[start : start + 2], ()):
            for group, offset in fragments.get(plain[start : start + length], ()):
                if group[offset] not in present:
                    suspects[group[offset]].add(_Word(text=group, start=start, offset=offset))
    for character in sorted(set(title) - present):
        for word, offset in _title_words(title, character):
            rest = word[:offset] + word[offset + 1 :]
            starts = {m.start() for m in re.finditer(rest, plain)}
            suspects[character].update(_Word(text=word, start=i, offset=offset, in_title=True) for i in starts)
    return suspects


def _title_words(title: str, character: str) -> set[tuple[str, int]]:
    """Words of the title that are none without the character, and names of places of three characters."""
    words = set()
    for at in (m.start() for m in re.finditer(character, title)):
        for start in range(max(0, at - _LONGEST_WORD + 1), at + 1):
            for end in range(max(at + 1, start + 3), min(len(title), start + _LONGEST_WORD) + 1):
                word, rest = title[start:end], title[start:at] + title[at + 1 : end]
                place = len(word) == 3 and start < at < end - 1 and word[-1] in _UNITS and not {"|", "、"} & set(word)
                if (place or _is_word(word)) and not _is_word(rest):
                    words.add((word, at - start))
    return words


def _examine(plain: str, character: str, asked: Collection[_Word]) -> tuple[list[_Place], str]:
    """Every place to restore and the evidence for it; no places without evidence."""
    places = _places(plain, character, asked)
    if _weight(places) < MIN_GLANCE and not any(p.word.in_title for p in places):
        return [], ""
    places = _places(plain, character, {*asked, *_dictionary_words(plain, character)})
    titled = [p.word.text for p in places if p.word.in_title]
    if len(titled) > 1 or any(len(word) > 3 for word in titled):
        return places, "title: " + max(titled, key=len)
    if _weight(places) < MIN_WEIGHT and len(places) < MIN_REPEATS:
        return [], ""
    sole = {key for key, place in _by_fragment(places).items() if not _has_rival(plain, character, place)}
    clear = [p for p in places if p.word.neighbours in sole]
    if _weight(clear) >= MIN_WEIGHT and len(sole) > 1:
        return places, "body: " + "、".join(dict.fromkeys(p.word.shown for p in clear))
    long = [p.word.text for p in clear if p.gain >= MIN_REPEAT_GAIN and len(p.word.text) > 3]
    if len(long) >= MIN_REPEATS and len(set(long)) == 1:
        return places, f"body: {len(long)} × {long[0]}"
    return [], ""


def _by_fragment(places: Sequence[_Place]) -> dict[tuple[str, str], _Place]:
    """The clearest place for each fragment: 县委书记 and 县委常委 are one for 县."""
    best: dict[tuple[str, str], _Place] = {}
    for place in sorted(places, key=lambda p: p.gain):
        best[place.word.neighbours] = place
    return best


def _weight(places: Sequence[_Place]) -> float:
    """What different fragments bring together."""
    return sum(min(place.gain, MAX_WEIGHT) for place in _by_fragment(places).values())


def _has_rival(plain: str, character: str, place: _Place) -> bool:
    """True if another lost character would read nearly as well here: 抢险救 may be 抢险救灾 or 抢险救援."""
    frequencies, present = _frequencies(), _NEVER.union(plain)
    before, after = plain[place.at - 1], plain[place.at]
    rest = place.word.text[: place.word.offset], place.word.text[place.word.offset + 1 :]
    left, right = plain[max(0, place.at - _REACH) : place.at], plain[place.at : place.at + _REACH]
    for other in _characters():
        if other == character or other in present:
            continue
        words = (before + other, other + after, other.join(rest))
        if any(frequencies.get(w, 0) >= _FREQUENT for w in words) or words[2] in _groups():
            gain = _likelihood(left + other + right) - _likelihood(left + right)
            if gain > place.gain / 2:
                return True
    return False


@cache
def _characters() -> tuple[str, ...]:
    """Every Han character of jieba's dictionary."""
    return tuple(w for w, seen in _frequencies().items() if len(w) == 1 and seen and not _NOT_HAN.match(w))


def _places(plain: str, character: str, words: Collection[_Word]) -> list[_Place]:
    """Where the text reads better with the character, one place for each fragment, in reading order."""
    titled = frozenset(w.text for w in words if w.in_title)
    longest: dict[int, _Word] = {}
    for word in sorted(words, key=lambda w: (w.in_title, len(w.text), w.text)):
        longest[word.start + word.offset] = word
    found = []
    for at, word in longest.items():
        left, right = plain[max(0, at - _REACH) : at], plain[at : at + _REACH]
        gain = _likelihood(left + character + right, titled) - _likelihood(left + right, titled)
        if gain >= MIN_GAIN:
            found.append(_Place(at=at, word=word, gain=gain))
    apart: list[_Place] = []
    for place in sorted(found, key=lambda p: (-p.gain, p.at)):  # 议 asks for 会 before it and behind it
        if all(abs(place.at - other.at) > 1 for other in apart):
            apart.append(place)
    return sorted(apart, key=lambda p: p.at)


def _dictionary_words(plain: str, character: str) -> Iterator[_Word]:
    """Words of jieba's dictionary that the character would complete, and whose rest is none."""
    frequencies = _frequencies()
    for at in range(1, len(plain)):
        for start in range(max(0, at - _LONGEST_WORD + 1), at + 1):
            prefix = plain[start:at] + character
            end = at
            while prefix in frequencies:  # jieba lists every beginning of a word
                rest = plain[start:end]
                if frequencies[prefix] >= _FREQUENT and (len(rest) == 1 or (rest and not _is_word(rest))):
                    yield _Word(text=prefix, start=start, offset=at - start)
                prefix += plain[end : end + 1] or "|"
                end += 1


@cache
def _groups() -> frozenset[str]:
    return frozenset(group for groups in data.sections("collocations").values() for group in groups)


@cache
def _fragments() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """What is left of a group without one of its characters → groups and offsets. Nothing that is a word itself."""
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for group in sorted(_groups() - set(data.sections("collocations")["sound"])):
        for offset, character in enumerate(group):
            rest = group[:offset] + group[offset + 1 :]
            if character not in "|、" and not _is_word(rest):
                found[rest].append((group, offset))
    return {rest: tuple(groups) for rest, groups in found.items() if len(rest) > 1}


@cache
def _lengths() -> Mapping[str, tuple[int, ...]]:
    """The first two characters of fragments → how long those are."""
    found: dict[str, set[int]] = defaultdict(set)
    for fragment in _fragments():
        found[fragment[:2]].add(len(fragment))
    return {pair: tuple(sorted(lengths)) for pair, lengths in found.items()}


@cache
def _may_begin() -> re.Pattern[str]:
    """A first character of fragments ahead of a second one."""
    firsts, seconds = (re.escape("".join(sorted({pair[i] for pair in _lengths()}))) for i in (0, 1))
    return re.compile(f"[{firsts}](?=[{seconds}])")


def _frequencies() -> Mapping[str, int]:
    """Jieba's dictionary: word → occurrences, 0 for a mere beginning of words."""
    return dictionary()[0]


@cache
def _corpus_size() -> float:
    return math.log(dictionary()[1])


def _is_word(text: str) -> bool:
    return text in _groups() or bool(_frequencies().get(text))


@lru_cache(maxsize=8)  # the groups, and the titles of the last documents
def _with_beginnings(words: frozenset[str]) -> Mapping[str, float]:
    """Log frequency of listed words, 0 for what is only the beginning of one: tells when to stop looking."""
    endings = set(data.sections("collocations")["endings"])
    found = {word[:end]: 0.0 for word in words for end in range(1, len(word))}
    return {**found, **{word: _ENDING if word in endings else _GROUP for word in words}}


@lru_cache(maxsize=1 << 12)  # every character that a document may have lost is tried in the same places
def _likelihood(text: str, titled: frozenset[str] = frozenset()) -> float:
    """Log probability of the best segmentation of the text; a bar costs nothing, a single character is always a word.

    ``titled`` are words of the title, which count as groups do.
    """
    frequencies, total = _frequencies(), _corpus_size()
    groups, more = _with_beginnings(_groups()), _with_beginnings(titled) if titled else {}
    best = [0.0] * (len(text) + 1)
    for start in range(len(text) - 1, -1, -1):
        single = text[start]
        found = best[start + 1]
        if single not in "|、":
            found += _log(frequencies.get(single) or 1) - total
        for end in range(start + 2, len(text) + 1):
            word = text[start:end]
            seen, listed = frequencies.get(word), groups.get(word, -1.0)
            if more:
                listed = max(listed, more.get(word, -1.0))
            if seen is None and listed < 0:
                break
            if (known := max(_log(seen) if seen else 0.0, listed)) > 0:
                found = max(found, known - total + best[end])
        best[start] = found
    return best[0]


_log = lru_cache(maxsize=1 << 15)(math.log)


def _insert(paragraphs: Sequence[str], found: Mapping[int, tuple[str, _Place, str]]) -> Restored:
    if not found:
        return Restored(paragraphs=tuple(paragraphs), restorations=())
    restored: list[str] = []
    restorations: list[Restoration] = []
    start = 1  # the bar in front of the first paragraph
    for number, paragraph in enumerate(paragraphs):
        pieces, done = [], 0
        for offset in range(len(paragraph) + 1):
            if start + offset not in found:
                continue
            character, place, evidence = found[start + offset]
            pieces += [paragraph[done:offset], character]
            done = offset
            at = sum(map(len, pieces)) - 1
            restorations.append(
                Restoration(paragraph=number, at=at, character=character, word=place.word.shown, evidence=evidence)
            )
        restored.append("".join([*pieces, paragraph[done:]]))
        start += len(paragraph) + 1
    return Restored(paragraphs=tuple(restored), restorations=tuple(restorations))

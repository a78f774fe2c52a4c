"""The speech of one segment, read for what cutting needs: its first demand clause and everything after it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.model import Sentence
from digest.text.directives.markers import (
    MAY_MARK,
    Clause,
    Kind,
    Ordinal,
    acts,
    appraises,
    connective_length,
    is_condition,
    ordinal,
    read_before,
    read_clause,
)
from digest.text.directives.owner import is_owner, standing_owner
from digest.text.directives.verbs import opens_verb_phrase
from digest.text.segment import clauses

#: （责任单位：县住建局） behind an item of a plan
ASSIGNMENT = re.compile(r"[。；]?（(?:责任|牵头|配合|主办)[^（）：]{0,8}[：:](?P<whom>[^（）]{2,80})）$")
_PLEASE = re.compile("(?:届时|同时|另外|此外)?[敬特恳]?请(?![示假教问客柬帖愿求神])")
#: several organs at once
_PLURAL = re.compile(r"等(?:有关|相关)?(?:部门|单位)$")
#: whoever these follow is told, in an inner clause too: 学校切实履行校内责任
_SURELY = re.compile("牵头|负责|配合|切实|严格|认真|积极(?!性)|主动(?!性)")
#: without one of these an inner clause tells nobody
_MAY_TELL = re.compile(f"[{MAY_MARK}各由牵负配等切严认积主]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Content:
    """The speech of one segment: its first demand clause and everything after."""

    text: str
    text_with_end: str
    start: int
    end: int
    #: where the speech of the segment begins, appraisal included
    opening: int
    kind: Kind
    marker: str | None
    owner: str | None
    ordinal: Ordinal | None
    new_topic: bool
    clause_texts: tuple[str, ...]
    #: which of them is the first demand clause
    first: int
    demand: str
    #: the clauses ahead of the first demand clause
    lead_in: tuple[str, ...]

    @property
    def inner_owners(self) -> tuple[str, ...]:
        """Whom the clauses behind the first demand clause tell."""
        if not _MAY_TELL.search(self.demand, len(self.clause_texts[self.first])):
            return ()
        told = (_told(clause) for clause in self.clause_texts[self.first + 1 :])
        return tuple(dict.fromkeys(owner for owner in told if owner and owner != self.owner))

    @property
    def asks_readers(self) -> bool:
        """True if a clause begins with 请: 孩子如约伴外出，|请您问清去处."""
        return any(map(_PLEASE.match, self.clause_texts))

    @property
    def can_be_requested(self) -> bool:
        """True for what can be carried out after 要求 alone, though it has no marker."""
        acting = (Kind.ACTION, Kind.OWNED)
        if self.kind in acting or any(read_clause(clause).kind in acting for clause in self.clause_texts):
            return True
        return opens_verb_phrase(self.demand)

    @property
    def appraised(self) -> bool:
        """True if it is marked, or appraisal stands ahead of the first demand clause: the demand begins behind that."""
        return self.kind is Kind.MARKED or any(map(appraises, self.lead_in))

    @property
    def later_marker(self) -> str | None:
        """The marker behind an unmarked demand clause, if no appraisal stands between: 提高认识，|务必落实责任."""
        if self.kind is Kind.MARKED:
            return None
        later = map(read_clause, self.clause_texts[self.first + 1 :])
        return next((clause.marker for clause in later if clause.kind in (Kind.MARKED, Kind.OTHER)), None)

    @property
    def owners(self) -> str | None:
        """Everybody whom the segment tells to act, in order."""
        return "、".join(filter(None, (self.owner, *self.inner_owners))) or None

    @classmethod
    def read(cls, segment: Sentence, at: int, *, whole: bool = False) -> Content | None:
        """The speech of ``segment`` from position ``at`` on, None if nothing is left; ``whole`` trims nothing off it."""
        text = _words(segment.text[at:])
        text = ASSIGNMENT.sub("", text) if text.endswith("）") else text
        at = segment.text.find(text, at)
        if not text:
            return None
        spans = clauses(text)
        texts = tuple(text[a:b] for a, b in spans)
        index, first = _first_demand(texts)
        if whole or ordinal(text[connective_length(text) :]):
            index = 0
        trim = 0 if whole or first.kind is Kind.OTHER else spans[index][0]
        trim += connective_length(text[trim:])
        found = ordinal(text[trim:])
        if trim >= len(text):
            return None  # nothing but a connective: 同时。
        return cls(
            text=text,
            text_with_end=segment.text,
            start=segment.start + at + trim,
            end=segment.start + at + len(text),
            opening=segment.start + at + connective_length(text),
            kind=first.kind,
            marker=first.marker,
            owner=first.owner or (texts[0] if whole and len(texts) > 1 and is_owner(texts[0]) else None),
            ordinal=found,
            new_topic=found is not None or first.prefix.endswith("工作"),
            clause_texts=texts,
            first=index,
            demand=text[trim:],
            lead_in=texts if first.kind is Kind.OTHER else texts[:index],
        )


def _words(text: str) -> str:
    """The text without the marks around it; a quotation mark stays with its other half inside."""
    text = text.lstrip("，：: ")
    if text.startswith("“") and "”" not in text.rstrip("。；！？…”’ "):
        text = text.lstrip("“")
    return text.rstrip("。；！？…”’ " if text.count("“") < text.count("”") else "。；！？… ")


#: 各县区，|特别是任务重的乡镇，|要…
_APPOSITION = re.compile("(?:特别|尤其|主要)是(?!要|在)|包括")


def _told(clause: str) -> str | None:
    """Whom an inner clause tells: 相关部门要…, 各居民区严格…, 由公安机关…; 企业… may be what the measure does."""
    if not _MAY_TELL.search(clause):
        return None
    read = read_clause(clause)
    owner = read.owner or ""
    leads = owner and not acts(owner) and _SURELY.match(clause.partition(owner)[2])
    tells = read.kind is Kind.MARKED or owner.startswith("各") or "由" in clause or leads or _PLURAL.search(owner)
    return owner if tells else None


def _first_demand(texts: tuple[str, ...]) -> tuple[int, Clause]:
    """Index and reading of the first demand clause.

    Appraisal before a marked clause is passed over; frames are kept with the marked clause they lead to. An unmarked verb
    phrase after appraisal has the subject of that appraisal and is no demand of its own.
    """
    frame: int | None = None
    for i, clause in enumerate(texts):
        read = read_before(clause, texts[i + 1]) if i + 1 < len(texts) else read_clause(clause)
        if read.kind is Kind.MARKED and not (i and is_condition(texts[i - 1], clause)):
            return (i if frame is None else frame), read
        if read.kind in (Kind.ACTION, Kind.OWNED):
            if frame is not None or i == 0 or not texts[i - 1][connective_length(texts[i - 1]) :]:
                return (i if frame is None else frame), read
            if not any(read_clause(t).kind is Kind.OTHER and t[connective_length(t) :] for t in texts[:i]):
                return i, read
        elif read.kind is Kind.FRAME and frame is None:
            frame = i
        elif i == 0 and len(texts) > 1 and (owner := standing_owner(clause[connective_length(clause) :])):
            named_too = len(texts) > 2 and _APPOSITION.match(texts[1]) is not None
            following = read_clause(texts[2 if named_too else 1])  # 任务重的县（市、区），|抓紧补齐短板
            if following.kind in (Kind.ACTION, Kind.FRAME, Kind.MARKED):
                kind = Kind.MARKED if following.kind is Kind.MARKED else Kind.OWNED
                return 0, Clause(kind=kind, marker=following.marker, prefix=owner, owner=owner)
        elif read.kind is Kind.OTHER:
            frame = None
    return (frame, Clause(kind=Kind.ACTION)) if frame is not None else (0, Clause(kind=Kind.OTHER))

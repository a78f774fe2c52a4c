"""Tells the texts of an article in the languages of a subscription, with their English where there is one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from digest.model import Directive, KeySentence, Story
from digest.render import dates
from digest.render.english import English
from digest.render.labels import Labels, Piece, Pieces, in_script, safe
from digest.text.segment import sentences

_NEGATION = re.compile(r"[不无非勿未禁]|避免|杜绝|防止|严防")
_CONDITION = re.compile(r"如[果有遇]|若|凡|一旦|倘|除非|(?:的|时|后|之前)[，,]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Deadline:
    """When something is due: as written, and as a date where the text allows one."""

    text: Pieces
    date: Pieces
    #: how many days are left; empty unless the day is near
    left: Pieces
    past: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Teller:
    """Tells texts in the languages of a subscription."""

    languages: tuple[str, ...]
    labels: Labels
    english: English
    #: the day of the edition in its zone
    today: date
    soon_days: int
    #: texts that hold characters the page had lost → the same with those in 〔〕
    marked: Mapping[str, str] = field(default_factory=dict)

    def tell(self, context: str, text: str | None, strong: str = "") -> Pieces:
        """A Chinese text in every language; the original is never lost, also when only English is read."""
        if not text:
            return ()
        chinese = [lang for lang in self.languages if lang.startswith("zh")]
        pieces: dict[str, Piece] = {}
        for lang in self.languages:
            piece = self._english(context, text) if lang == "en" else self._chinese(text, lang, strong)
            if piece is not None:
                pieces.setdefault(piece.text, piece)
        if not chinese:
            kind = "original" if pieces else ""
            original = replace(self._chinese(text, "zh-Hans", strong), kind=kind)
            pieces.setdefault(original.text, original)
        return tuple(pieces.values())

    def _chinese(self, text: str, lang: str, strong: str) -> Piece:
        shown = in_script(safe(self.marked.get(text, text)), lang)
        emphasis = in_script(safe(self.marked.get(strong, strong)), lang)
        start = shown.find(emphasis) if emphasis else -1
        span = (start, start + len(emphasis)) if start >= 0 else (0, 0)
        return Piece(lang=lang, text=shown, strong=span)

    def _english(self, context: str, text: str) -> Piece | None:
        result = self.english.get((context, text))
        if result is None or not result.text:
            return None
        return Piece(lang="en", text=safe(result.text), kind=str(result.state))

    def sentence(self, sentence: KeySentence) -> Pieces:
        """A sentence of the article; a list of terms beside it would say less than it takes to read."""
        told = [piece for piece in self.tell("sentence", sentence.text) if piece.kind != "terms"]
        return (replace(told[0], kind=""),) if len(told) == 1 and told[0].lang != "en" else tuple(told)

    def demand(self, directive: Directive) -> Pieces:
        """The words of a directive, and the terms of what its English leaves out.

        Where nothing of the whole can be told in English but its head can, the head is told.
        """
        told = self.tell("directive", directive.text, directive.head)
        if "en" not in self.languages:
            return told
        rest = [piece for piece in told if piece.lang != "en"]
        english = [piece for piece in told if piece.lang == "en"]
        if any(piece.kind != "terms" for piece in english):
            omitted = self.english["directive", directive.text].omitted
            english += [Piece(lang="en", text=safe(omitted), kind="terms")] if omitted else []
        elif _stands_alone(directive) and (head := self._english("head", directive.head)):
            english.insert(0, replace(head, text=f"{head.text} …"))
        return tuple([*english, *rest] if self.languages[0] == "en" else [*rest, *english])

    def head(self, directive: Directive) -> Pieces:
        """The head where it may stand alone; else the whole text, so that no 严禁 is lost in a list. Never terms."""
        alone = _stands_alone(directive)
        told = self.tell("head", directive.head) if alone else self.tell("directive", directive.text)
        return tuple(piece for piece in told if piece.kind != "terms")

    def deadline(self, directive: Directive) -> Deadline | None:
        """The deadline as it is written, its date, and whether it is near or gone."""
        if directive.deadline is None:
            return None
        parsed = dates.parse(directive.deadline_date)
        days = (parsed[0] - self.today).days if parsed and parsed[1] else None
        text = self.tell("deadline", directive.deadline)
        return Deadline(
            text=text,
            date=self._day(directive.deadline_date, text),
            left=self.left(days) if days is not None and 0 <= days <= self.soon_days else (),
            past=days is not None and days < 0,
        )

    def _day(self, stated: str | None, text: Pieces) -> Pieces:
        """A date in the languages whose wording does not say it, with its year where that is not this one."""
        if stated is None:
            return ()
        each = dates.stated_each(stated.replace(f"{self.today.year}-", "--", 1), self.languages)
        told = self.labels("date", date=each) if each else ()
        return tuple(p for p in told if not any(p.text in said.text for said in text if said.lang == p.lang))

    def left(self, days: int) -> Pieces:
        """How many days are left, counted from the day of the edition."""
        return self.labels("days_left", n=days) if days else self.labels("due_today")


def _stands_alone(directive: Directive) -> bool:
    """No negation governs the head, and no condition: 存在隐患的，一律停用 says nothing of the others."""
    if directive.strength == "must not":
        return False
    before, found, _ = directive.text.partition(directive.head)
    return bool(found) and not _CONDITION.search(before) and not _NEGATION.search(re.split("[，。；：]", before)[-1])


def restored_marks(story: Story) -> dict[str, str]:
    """The texts of a story that hold characters given back by repair, with 〔〕 around those."""
    brief = story.brief
    body, restored = brief.article.text, frozenset(brief.article.restored)
    if not restored:
        return {}
    heads = ((d.start + d.text.find(d.head), d.head) for d in brief.directives)
    spans = [
        *((s.start, s.end) for s in sentences(brief.article.body)),
        *((k.start, k.end) for k in brief.background),
        *((d.start, d.end) for d in brief.directives),
        *((start, start + len(head)) for start, head in heads),
    ]
    return {
        body[a:b]: "".join(f"〔{body[i]}〕" if i in restored else body[i] for i in range(a, b))
        for a, b in spans
        if not restored.isdisjoint(range(a, b))
    }

"""One story as the templates see it: grouped, numbered, in the reader's languages, every demand with its source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from digest.model import Article, Brief, Difference, Directive, KeySentence, Restated, Sentence, Story, Verdict
from digest.render import dates
from digest.render.labels import Labels, Piece, Pieces, in_script, safe, tagged
from digest.render.teller import Deadline, Teller, restored_marks
from digest.text.segment import sentences

#: longest source sentence shown whole, in characters; of a longer one the middle is left out
_QUOTE = 110
#: letters of a sentence that the directives read in it do not say, for which it is worth quoting: 会议强调 is not
_SAYS_MORE = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class Reference:
    """Where a text was read."""

    #: of those with a quotation; 0 without
    number: int
    anchor: str
    paragraph: int
    #: its sentence; empty where the directives shown say all of it
    quote: Pieces


@dataclass(frozen=True, kw_only=True, slots=True)
class Demand:
    """A directive, ready to be shown. Empty tuples are fields that the article does not state."""

    anchor: str
    #: its place in a numbered list of the article, 二, where its words do not begin with it
    mark: str
    #: the same, whatever its words are
    item: str
    text: Pieces
    head: Pieces
    owner: Pieces
    deadline: Deadline | None
    strength: str
    strength_label: Pieces
    topics: tuple[Pieces, ...]
    #: says that it was demanded before, and how it changed; empty for a new one
    restated: Pieces
    reference: Reference


@dataclass(frozen=True, kw_only=True, slots=True)
class DemandList:
    """Demands that stand under one heading of the article: 五个加大. ``name`` is empty outside lists."""

    name: Pieces
    demands: tuple[Demand, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """What one issuer demands."""

    issuer: Pieces
    lists: tuple[DemandList, ...]
    #: statements of principle: told briefly, behind what is to be done
    principles: tuple[Demand, ...]
    #: "2 further statements of principle", without "further" where there is nothing else
    principles_label: Pieces


@dataclass(frozen=True, kw_only=True, slots=True)
class Point:
    """A sentence of what happened."""

    number: int
    text: Pieces
    paragraph: int
    #: None for a whole sentence, whose source would be the same words again
    reference: Reference | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Disagreement:
    """A number or date that another outlet tells otherwise."""

    #: what the shown text says, its number emphasised
    clause: Pieces
    outlet: Pieces
    told: Pieces


@dataclass(frozen=True, kw_only=True, slots=True)
class StoryView:
    """A story, ready to be shown."""

    anchor: str
    number: int
    title: Pieces
    kind: Pieces
    place: Pieces
    when: Pieces
    published: Pieces
    source: Pieces
    also_in: tuple[Pieces, ...]
    #: other outlets that are not named
    also_more: int
    disagreements: tuple[Disagreement, ...]
    #: says what 〔〕 means, where some stand in the story
    restored: Pieces
    updated: bool
    #: what it is about, where no directive has a topic
    keywords: tuple[Pieces, ...]
    #: in the order of the article
    points: tuple[Point, ...]
    #: says that all of them are told elsewhere in the mail; empty when some are shown here, or there are none
    told_elsewhere: Pieces
    groups: tuple[Group, ...]
    #: where the story was read, and the sentences of it that are referred to
    file: Piece
    references: tuple[Reference, ...]
    #: directives of the story altogether, and how many of them are not shown
    total: int
    more: int


def rank(directives: Sequence[Directive]) -> list[int]:
    """Indexes of directives, the one a reader would miss most first: concrete, dated, owned, binding."""

    def weight(index: int) -> tuple[bool, bool, bool, bool, int]:
        d = directives[index]
        return (d.type == "principle", d.deadline is None, d.owner is None, d.strength == "encouraged", index)

    return sorted(range(len(directives)), key=weight)


def _quote(text: str) -> str:
    text = safe(text)
    return text if len(text) <= _QUOTE else f"{text[: _QUOTE - 40]}……{text[-30:]}"


class _References:
    """The sentences of one article that are referred to; those that say more than the directives shown are numbered."""

    def __init__(self, article: Article, anchor: str, told: Sequence[Directive], teller: Teller) -> None:
        self._sentences = sentences(article.body)
        self._anchor, self._teller = anchor, teller
        #: places of the text that the mail shows in a directive
        self._told = frozenset(place for d in told for place in range(d.start, d.end))
        self.found: dict[int, Reference] = {}

    def _index(self, start: int) -> int:
        """Of the sentence that holds a position of the article's text."""
        return max(0, bisect_right(self._sentences, start, key=lambda s: s.start) - 1)

    def point(self, number: int, point: KeySentence) -> Point:
        """A point with its paragraph, and with its source where that says more."""
        sentence = self._sentences[self._index(point.start)]
        return Point(
            number=number,
            text=self._teller.sentence(point),
            paragraph=sentence.paragraph + 1,
            reference=None if point.text == sentence.text else self.at(point.start),
        )

    def at(self, start: int) -> Reference:
        """The sentence that holds a position of the article's text."""
        index = self._index(start)
        if index not in self.found:
            sentence = self._sentences[index] if self._sentences else None
            quote = self._quoted(sentence) if sentence else ()
            number = sum(bool(r.quote) for r in self.found.values()) + 1
            self.found[index] = Reference(
                number=number if quote else 0,
                anchor=f"{self._anchor}-{number}" if quote else "",
                paragraph=sentence.paragraph + 1 if sentence else 1,
                quote=quote,
            )
        return self.found[index]

    def _quoted(self, sentence: Sentence) -> Pieces:
        own = {place for place, c in enumerate(sentence.text, sentence.start) if c.isalnum()}
        if len(own - self._told) < _SAYS_MORE:
            return ()
        lang = next((lang for lang in self._teller.languages if lang.startswith("zh")), "zh-Hans")
        quote = in_script(_quote(self._teller.marked.get(sentence.text, sentence.text)), lang)
        return (Piece(lang=lang, text=quote),)


def _item(directive: Directive) -> str:
    return safe((directive.list_path or "").rpartition("/")[2])


def _mark(directive: Directive) -> str:
    """The item's number in its list, unless the text begins with it: 二要加大 says it."""
    item = _item(directive)
    return "" if directive.text.startswith(item) else item


def _restated(directive: Directive, restated: Restated | None, teller: Teller) -> Pieces:
    if restated is None:
        return ()
    days = (restated.since, restated.moved_from, directive.deadline_date)
    since, old, new = (dates.stated_each(day, teller.languages) for day in days)
    if restated.verdict is Verdict.MOVED:
        return teller.labels("restated_moved", old=old, new=new)
    return teller.labels(f"restated_{restated.verdict.value}", date=since)


def _demand(
    directive: Directive, anchor: str, teller: Teller, references: _References, restated: Restated | None
) -> Demand:
    return Demand(
        anchor=anchor,
        mark=_mark(directive),
        item=_item(directive),
        text=teller.demand(directive),
        head=teller.head(directive),
        owner=teller.tell("owner", directive.owner),
        deadline=teller.deadline(directive),
        strength=directive.strength,
        strength_label=teller.labels("strength_" + directive.strength.replace(" ", "_")),
        topics=tuple(teller.tell("topic", topic) for topic in directive.topics),
        restated=_restated(directive, restated, teller),
        reference=references.at(directive.start),
    )


def _groups(directives: Sequence[tuple[Directive, Demand]], teller: Teller) -> tuple[Group, ...]:
    """By issuer, each in the order of the article."""
    by_issuer: dict[str | None, list[tuple[Directive, Demand]]] = {}
    for directive, demand in directives:
        by_issuer.setdefault(directive.issuer, []).append((directive, demand))
    return tuple(_group(issuer, mine, teller) for issuer, mine in by_issuer.items())


def _group(issuer: str | None, directives: Sequence[tuple[Directive, Demand]], teller: Teller) -> Group:
    lists = _lists([pair for pair in directives if pair[0].type != "principle"], teller)
    principles = tuple(demand for directive, demand in directives if directive.type == "principle")
    key = "principles_further" if lists else "principles"
    return Group(
        issuer=teller.tell("issuer", issuer) or teller.labels("issuer_unstated"),
        lists=lists,
        principles=principles,
        principles_label=teller.labels(key, n=len(principles)) if principles else (),
    )


def _lists(directives: Sequence[tuple[Directive, Demand]], teller: Teller) -> tuple[DemandList, ...]:
    """By the list they stand in. What stands in none comes before the lists without a heading, or behind under one."""
    by_name: dict[str | None, list[Demand]] = {}
    for directive, demand in directives:
        listed = (directive.list_path or "").rpartition("/")[0]
        leads = not listed and not by_name.keys() - {None}
        by_name.setdefault(None if leads else listed, []).append(demand)
    others = by_name.pop("", None)
    lists = [DemandList(name=teller.tell("list", name), demands=tuple(demands)) for name, demands in by_name.items()]
    if others:
        lists.append(DemandList(name=teller.labels("other_directives"), demands=tuple(others)))
    return tuple(lists)


def _title(article: Article, teller: Teller) -> Pieces:
    """The title, a list of terms never first; the file's name where the article has none."""
    if article.title:
        return tuple(sorted(teller.tell("title", article.title), key=lambda piece: piece.kind == "terms"))
    name = tagged(article.file)
    if name.lang == "en" and "en" not in teller.languages:
        name = replace(name, lang=teller.languages[0])
    return (name, *(replace(piece, kind="original") for piece in teller.labels("untitled")))


def _when(article: Article, labels: Labels) -> tuple[Pieces, Pieces]:
    """(event date, publication date), each as pieces or empty."""
    event = dates.stated_each(article.event_date, labels.languages)
    published = dates.stated_each(article.published, labels.languages)
    told = labels("date", date=event) if event else ()
    return told, labels("published", date=published) if published and article.published != article.event_date else ()


def _disagreement(d: Difference, outlet: Pieces, teller: Teller) -> Disagreement:
    clause, told = teller.tell("difference", d.clause, d.shown), teller.tell("difference", d.told)
    return Disagreement(clause=clause, outlet=outlet, told=told)


def _keywords(brief: Brief, teller: Teller) -> tuple[Pieces, ...]:
    """What a story without directives is about; the others have the topics of their directives."""
    return () if brief.directives else tuple(teller.tell("topic", word) for word in brief.keywords)


def view(
    story: Story, number: int, shown: frozenset[int], points: Sequence[KeySentence], *, outlets: int, teller: Teller
) -> StoryView:
    """A story with the directives whose indexes are in ``shown``, these points, and so many other outlets."""
    article, anchor = story.brief.article, f"s{number}"
    teller = replace(teller, marked=restored_marks(story))
    chosen = [(i, d) for i, d in enumerate(story.brief.directives, 1) if i - 1 in shown]
    references = _References(article, anchor, [d for _, d in chosen], teller)
    told = tuple(references.point(i, sentence) for i, sentence in enumerate(points, 1))
    restated = {r.directive: r for r in story.restated}
    demands = [(d, _demand(d, f"{anchor}d{i}", teller, references, restated.get(d.id))) for i, d in chosen]
    when, published = _when(article, teller.labels)
    kind = "type_" + article.doc_type.replace(" ", "_")
    copies = {copy.key: teller.tell("source", copy.source) or (tagged(copy.file),) for copy in story.copies}
    also_in = tuple(dict.fromkeys(copies.values()))
    return StoryView(
        anchor=anchor,
        number=number,
        title=_title(article, teller),
        kind=() if article.doc_type == "other" else teller.labels(kind),
        place=teller.tell("place", article.place),
        when=when,
        published=published,
        source=teller.tell("source", article.source),
        also_in=also_in[:outlets],
        also_more=max(0, len(also_in) - outlets),
        disagreements=tuple(_disagreement(d, copies[d.copy], teller) for d in story.differences[:outlets]),
        restored=teller.labels("restored") if article.restored else (),
        updated=story.updated,
        keywords=_keywords(story.brief, teller),
        points=told,
        told_elsewhere=teller.labels("told_elsewhere") if story.brief.background and not told else (),
        groups=_groups(demands, teller),
        file=tagged(article.file),
        references=tuple(r for r in references.found.values() if r.quote),
        total=len(story.brief.directives),
        more=len(story.brief.directives) - len(demands),
    )

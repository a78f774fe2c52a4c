r"""What was read: a document, the article in it, and what the article says.

Offsets are always half-open character positions ``[start, end)``. Offsets of sentences, key sentences and directives
count in ``Article.text``, which is ``"\n".join(Article.body)``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """One file as it was read: decoded, not yet repaired."""

    path: str
    #: base name of the path, the ``file`` of ``extract --json``
    file: str
    text: str
    #: ``text``, or ``html`` for a page (.html, .htm, and what is one inside .eml and .mhtml)
    kind: str
    encoding: str
    #: hex SHA-256 of the bytes
    sha256: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Repair:
    """One kind of damage undone: how often, and where in the text that the rule was given."""

    kind: str
    count: int
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Article:
    """One news text, repaired and stripped to its body. A field the text does not state is None."""

    #: hex SHA-256 of title and body: the same words in another file or encoding are the same article
    key: str
    file: str
    title: str | None
    #: ``stated`` when the page shows it, ``lead`` when it was built from the lead sentence, None without a title
    title_basis: str | None
    #: ISO date of the page's own stamp
    published: str | None
    #: ISO date, ``--MM-DD`` when the text has no year
    event_date: str | None
    source: str | None
    place: str | None
    #: ``meeting news``, ``bulletin``, ``notice``, ``inspection``, ``appointment`` or ``other``
    doc_type: str
    #: paragraphs, Simplified Chinese, full-width punctuation
    body: tuple[str, ...]
    repairs: tuple[Repair, ...] = ()
    #: positions in ``text`` of characters that the page had lost and repair gave back on evidence
    restored: tuple[int, ...] = ()
    #: runs (position in ``text``, position in the decoded file, length) that lead back to what was read
    origin: tuple[tuple[int, int, int], ...] = ()

    @property
    def text(self) -> str:
        """The body as one string; all offsets count in it."""
        return "\n".join(self.body)


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """A span of a text: ``text[start:end] == self.text``, always."""

    text: str
    start: int
    end: int
    #: index of the paragraph it stands in
    paragraph: int


@dataclass(frozen=True, kw_only=True, slots=True)
class KeySentence:
    """A sentence that TextRank chose."""

    text: str
    start: int
    end: int
    score: float
    rank: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Directive:
    """One demand that an issuer places on somebody. ``article.text[start:end] == text``."""

    #: stable across runs and files: derived from issuer and text
    id: str
    text: str
    #: the shortest actionable phrase, a substring of the text
    head: str
    issuer: str | None
    verb: str | None
    #: the demand marker as written: 要, 一要, 严禁 …, or ``要(umbrella)`` / ``要(inherited)``
    marker: str
    owner: str | None
    #: what a reader may infer; never shown as the owner
    owner_implied: str | None
    deadline: str | None
    #: ISO day on which the deadline ends; None where the words or the page do not decide it
    deadline_date: str | None
    #: what the date was counted from and by which rule: ``published 2026-11-20``, ``end of month``
    deadline_basis: str | None
    deadline_rule: str | None
    #: of the maintained taxonomy, the strongest first
    topics: tuple[str, ...]
    #: ``must``, ``must not``, ``should`` or ``encouraged``
    strength: str
    #: 五个加大/二
    list_path: str | None
    #: ``principle`` or ``operational``
    type: str
    start: int
    end: int
    #: names of the rules that made it, in order
    rules: tuple[str, ...] = ()

    @property
    def topic(self) -> str | None:
        """The strongest topic."""
        return self.topics[0] if self.topics else None

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Directive:
        """Rebuild a Directive from ``dataclasses.asdict`` after a trip through JSON (lists for tuples)."""
        topic = data.get("topic")  # of a brief from before there were several
        since = {"deadline_basis": None, "deadline_rule": None, "topics": [topic] if topic else []}
        known = {name: value for name, value in {**since, **data}.items() if name != "topic"}
        return cls(**{**known, "rules": tuple(known["rules"]), "topics": tuple(known["topics"])})


@dataclass(frozen=True, kw_only=True, slots=True)
class Brief:
    """What one article says; sentences and words best first. ``background`` is what no directive of it says."""

    article: Article
    key_sentences: tuple[KeySentence, ...]
    directives: tuple[Directive, ...]
    background: tuple[KeySentence, ...] = ()
    keywords: tuple[str, ...] = ()

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Brief:
        """Rebuild a Brief from ``dataclasses.asdict`` after a trip through JSON (lists for tuples)."""
        article = dict(data["article"])
        article |= {"body": tuple(article["body"]), "restored": tuple(article.get("restored", ()))}
        article["origin"] = tuple((a, b, n) for a, b, n in article.get("origin", ()))
        repairs = ((r["kind"], r["count"], r["spans"]) for r in article["repairs"])
        article["repairs"] = tuple(Repair(kind=k, count=n, spans=tuple((a, b) for a, b in s)) for k, n, s in repairs)
        return cls(
            article=Article(**article),
            key_sentences=tuple(KeySentence(**k) for k in data["key_sentences"]),
            directives=tuple(Directive.from_dict(d) for d in data["directives"]),
            background=tuple(KeySentence(**k) for k in data.get("background", data["key_sentences"])),
            keywords=tuple(data.get("keywords", ())),
        )

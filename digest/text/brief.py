"""A document, read: repair, clean, metadata, key sentences, directives, in that order.

``read`` is a pure function of the document; the same bytes give the same Brief on every machine.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import asdict, replace
from typing import Any

from digest.errors import EmptyDocument, HugeDocument
from digest.model import Article, Brief, Directive, Document, KeySentence, Repair
from digest.text.clean import Cleaned, clean
from digest.text.deadline_dates import resolve
from digest.text.directives import extract
from digest.text.dropped import restore
from digest.text.html import page_lines
from digest.text.keywords import keywords
from digest.text.metadata import Metadata, read_metadata
from digest.text.notices import issued_by
from digest.text.provenance import raw_span, trace
from digest.text.rank import Mode, by_textrank4zh, ranked
from digest.text.repair import repair
from digest.text.tokens import Tokenizer
from digest.text.unwrap import unwrap

#: changes whenever the same document would be read differently; kept with every stored brief
VERSION = "3"
#: keywords told at most of an article without directives; those have topics
KEYWORDS = 6
#: characters; the longest government reports have a quarter of it, and what is longer is a dump of many
LONGEST = 150_000
#: characters of a page with its markup, scripts and pictures
LONGEST_PAGE = 3_000_000
#: 接到通知后|3日内, 自受理之日起|5日内: counted from a day that the page does not state
_FROM_ANOTHER_DAY = re.compile(r"(?:(?<!会)(?<!会议)(?<!会议结束)后|起|之日)的?$")


def read(
    document: Document,
    *,
    sentences: int = 5,
    restore_dropped: bool = True,
    ranking: Mode = "textrank",
    tokenizer: Tokenizer | None = None,
) -> Brief:
    """Read a document. ``restore_dropped`` gives back characters that a scraper ate everywhere, on evidence.

    Raises EmptyDocument if no article text is left once the page around it is gone, HugeDocument for a text longer than
    any article.
    """
    text = _text(document)
    repaired = repair(text)
    page = clean(unwrap(repaired.text))
    if not page.body:
        raise EmptyDocument("no article text found, only page furniture", subject=document.path)
    page, lost = _restore(page) if restore_dropped else (page, ())
    about = read_metadata(page)
    article = _article(document, page, about, (*repaired.repairs, *_as_repair(lost)), lost)
    directives = _directives(page, about)
    ranks = ranked(page.body, title=about.title, directives=directives, tokenizer=tokenizer)
    strict = ranking == "textrank4zh"
    return Brief(
        article=article,
        key_sentences=by_textrank4zh(page.body, sentences, tokenizer) if strict else ranks.best(sentences),
        directives=directives,
        background=ranks.beside_the_list(sentences),
        keywords=() if directives else keywords(ranks.tokens, article.text, limit=KEYWORDS),
    )


def _article(
    document: Document, page: Cleaned, about: Metadata, repairs: tuple[Repair, ...], lost: tuple[int, ...]
) -> Article:
    return Article(
        key=hashlib.sha256("\n".join([about.title or "", *page.body]).encode()).hexdigest(),
        file=document.file,
        title=about.title,
        title_basis=about.title_basis,
        published=about.published,
        event_date=about.event_date,
        source=about.source,
        place=about.place,
        doc_type=about.doc_type,
        body=page.body,
        repairs=repairs,
        restored=lost,
        origin=trace("\n".join(page.body), document.text),
    )


def _directives(page: Cleaned, about: Metadata) -> tuple[Directive, ...]:
    notice = about.doc_type == "notice"
    issuing_body = issued_by(about.title, page.body, page.foot, about.source, page.head) if notice else None
    found = extract(page.body, title=about.title, doc_type=about.doc_type, issuing_body=issuing_body)
    return tuple(_dated(directive, about) for directive in found)


def _text(document: Document) -> str:
    """The lines of the document, of a length that can be an article."""
    text = document.text
    if document.kind == "html":
        text = page_lines(_at_most(LONGEST_PAGE, text, document))
    return _at_most(LONGEST, text, document)


def _at_most(limit: int, text: str, document: Document) -> str:
    if len(text) > limit:
        raise HugeDocument(f"{len(text):,} characters: longer than any article", subject=document.path)
    return text


def _restore(page: Cleaned) -> tuple[Cleaned, tuple[int, ...]]:
    """The page with its lost characters, and where in the joined body they stand."""
    found = restore(page.body, context=page.head)
    starts = [0]
    for paragraph in found.paragraphs:
        starts.append(starts[-1] + len(paragraph) + 1)
    return replace(page, body=found.paragraphs), tuple(sorted(starts[r.paragraph] + r.at for r in found.restorations))


def _as_repair(lost: tuple[int, ...]) -> tuple[Repair, ...]:
    """The restorations as a repair; unlike the others its spans count in the body."""
    return (Repair(kind="dropped_character", count=len(lost), spans=tuple((i, i + 1) for i in lost)),) if lost else ()


def _dated(directive: Directive, about: Metadata) -> Directive:
    """Resolve the deadline by the day of the event, else by the page's stamp; a notice is dated by its stamp alone."""
    event = None if about.doc_type == "notice" and about.published else about.event_date
    found = resolve(directive.deadline, published=about.published, event_date=event)
    if found is None or (
        found.rule == "within" and _FROM_ANOTHER_DAY.search(directive.text.split(directive.deadline)[0])
    ):
        return directive
    return replace(directive, deadline_date=found.day.isoformat(), deadline_basis=found.basis, deadline_rule=found.rule)


def _raw(article: Article, start: int, end: int) -> dict[str, int | None]:
    """The span of the decoded file that holds ``article.text[start:end]``."""
    span = raw_span(article.origin, start, end)
    return {"raw_start": span[0] if span else None, "raw_end": span[1] if span else None}


def _sentence(article: Article, found: KeySentence) -> dict[str, Any]:
    span = {"start": found.start, "end": found.end, **_raw(article, found.start, found.end)}
    return {"text": found.text, **span, "score": found.score}


def to_json(brief: Brief) -> dict[str, Any]:
    """The object that ``extract --json`` prints for one article."""
    article = brief.article
    return {
        "file": article.file,
        "title": article.title,
        "title_basis": article.title_basis,
        "published": article.published,
        "event_date": article.event_date,
        "source": article.source,
        "place": article.place,
        "doc_type": article.doc_type,
        "body": list(article.body),
        "repairs": [{"kind": r.kind, "count": r.count, "spans": [list(s) for s in r.spans]} for r in article.repairs],
        "key_sentences": [_sentence(article, k) for k in brief.key_sentences],
        "background": [_sentence(article, k) for k in brief.background],
        "keywords": list(brief.keywords),
        "directives": [{**asdict(d), "topic": d.topic, **_raw(article, d.start, d.end)} for d in brief.directives],
    }

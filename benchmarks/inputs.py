"""What is measured on: the project's seeds, and real articles where they lie beside the checkout."""

from __future__ import annotations

import json
from pathlib import Path

from measure import CORPORA, SEEDS

#: texts of many sentences are made of these, in this order
LONG_FROM = ("gov_news.jsonl", "summaries_meetings.jsonl")
SHORTEST = 10


def seed_documents() -> list:
    from digest.ingest import folder, readers

    found = folder.scan(SEEDS, recursive=True, suffixes=readers.KINDS)
    return [readers.read(state.path, max_bytes=10_000_000) for state in found]


def corpus_documents(path: Path) -> list:
    """One article a line, ``{"id": …, "text": …}``."""
    return [text_document(r["id"], r["text"]) for r in rows(path)]


def text_document(name: str, text: str):
    from digest.model import Document

    return Document(path=name, file=name, text=text, kind="text", encoding="utf-8", sha256="")


def rows(path: Path) -> list[dict]:
    return [json.loads(row) for row in path.read_text(encoding="utf-8").splitlines() if row]


def megabytes(documents: list) -> float:
    """Of UTF-8."""
    return sum(len(d.text.encode()) for d in documents) / 1e6


def sample_bodies(count: int = 5) -> list[list[str]]:
    """The bodies of the first text files among the seeds, as the reading leaves them."""
    from digest.text import brief

    texts = [d for d in seed_documents() if d.file.endswith(".txt")]
    return [list(brief.read(document).article.body) for document in texts[:count]]


def corpus_paragraphs() -> list[list[str]]:
    """Paragraphs of real articles as lists of sentences with a full stop, each wording once; of seeds without them."""
    found = [CORPORA / name for name in LONG_FROM if (CORPORA / name).is_file()]
    if not found:
        print(f"no articles in {CORPORA.parent.name}/{CORPORA.name} beside the checkout: long texts are made of seeds")
    documents = [d for path in found for d in corpus_documents(path)] or seed_documents()
    seen: set[str] = set()
    return [wordings for document in documents for wordings in _paragraphs(document, seen)]


def _paragraphs(document, seen: set[str]) -> list[list[str]]:
    from digest.text.clean import clean
    from digest.text.html import page_lines
    from digest.text.repair import repair
    from digest.text.segment import sentences
    from digest.text.unwrap import unwrap

    text = page_lines(document.text) if document.kind == "html" else document.text
    by_paragraph: dict[int, list[str]] = {}
    for sentence in sentences(clean(unwrap(repair(text).text)).body):
        if sentence.text not in seen and sentence.text.endswith("。") and len(sentence.text) >= SHORTEST:
            seen.add(sentence.text)
            by_paragraph.setdefault(sentence.paragraph, []).append(sentence.text)
    return list(by_paragraph.values())


def long_body(paragraphs: list[list[str]], sentences: int) -> list[str] | None:
    """A body of exactly so many different sentences; None where there are not so many."""
    body: list[str] = []
    left = sentences
    for paragraph in paragraphs:
        if left == 0:
            break
        body.append("".join(paragraph[:left]))
        left -= len(paragraph[:left])
    return body if left == 0 else None

"""How much of real articles the embedded rules say in English, where they lie beside the checkout, and how fast.

A clause counts as shown when the engine glosses it whole; of four articles three were read while the lexicon was
written, one was not.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

from inputs import corpus_documents
from measure import CORPORA

FILES = ("gov_news.jsonl", "summaries_meetings.jsonl")
_CLAUSES = re.compile(r"[，,；;：:。！!]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_MEETING = re.compile(r"(?:会|会议|仪式)$|召开|举行")
#: one article of so many stays unread
_EVERY = 4
#: shorter pieces are labels
_SHORTEST = 3


def _texts(path: Path, *, was_read: bool) -> Iterator[tuple[str, str]]:
    """(context, text) of the articles that were read while the lexicon was written, or of the others."""
    from digest.text import brief

    for index, document in enumerate(corpus_documents(path)):
        if (index % _EVERY != _EVERY - 1) is not was_read:
            continue
        read = brief.read(document)
        if read.article.title and _MEETING.search(read.article.title):
            yield "title", read.article.title
        if read.article.place:
            yield "place", read.article.place
        for directive in read.directives:
            yield "directive", directive.text
            yield "head", directive.head
            pieces = (clause.strip() for clause in _CLAUSES.split(directive.text))
            yield from (("clause", piece) for piece in pieces if len(_HAN.findall(piece)) >= _SHORTEST)
            said = (directive.issuer, directive.owner, directive.deadline, *directive.topics)
            contexts = ("issuer", "owner", "deadline", *("topic" for _ in directive.topics))
            yield from ((context, text) for context, text in zip(contexts, said, strict=True) if text)


def shares(path: Path, *, was_read: bool) -> dict[str, tuple[int, int]]:
    """Context → (glossed, all)."""
    from digest.translate import State
    from digest.translate.officialese import Officialese

    engine, counts = Officialese(), dict[str, tuple[int, int]]()
    for context, text in _texts(path, was_read=was_read):
        (result,) = engine.translate([text], context="directive" if context == "clause" else context)
        told = {context: result.state is State.GLOSS}
        if context in {"directive", "title"}:  # whole, or in some of its clauses
            told[f"{context}, whole"] = told[context] and not result.why.endswith("in part")
        for name, is_told in told.items():
            glossed, total = counts.get(name, (0, 0))
            counts[name] = (glossed + is_told, total + 1)
    return counts


def speed(path: Path) -> float:
    """Clauses a second, each text once."""
    from digest.translate.officialese import Officialese

    texts = list(dict.fromkeys(text for context, text in _texts(path, was_read=False) if context == "clause"))
    engine = Officialese()
    engine.translate(texts[:1], context="head")
    start = time.perf_counter()
    engine.translate(texts, context="head")
    return len(texts) / (time.perf_counter() - start)


def run() -> None:
    """Print the shares of both parts of each file, then the speed."""
    found = [CORPORA / name for name in FILES if (CORPORA / name).is_file()]
    if not found:
        print("the articles are not beside the checkout: no share of English by rule")
        return
    for path in found:
        for was_read, name in ((True, "read while written"), (False, "not read")):
            counts = shares(path, was_read=was_read)
            told = "  ".join(f"{c} {100 * a / b:.0f} % of {b}" for c, (a, b) in sorted(counts.items()))
            print(f"officialese {path.stem}, {name}: {told}")
    print(f"officialese: {speed(found[0]):,.0f} clauses a second")


if __name__ == "__main__":
    run()

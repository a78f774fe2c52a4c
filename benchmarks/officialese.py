"""How much of real articles the embedded rules say in English, where they lie beside the checkout, and how fast.

A clause counts as shown when the engine glosses it whole; a half of the articles (every second one) was read while the
lexicon was written, the other half was not.
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
#: shorter pieces are labels
_SHORTEST = 3


def _texts(path: Path, half: int) -> Iterator[tuple[str, str]]:
    """(context, text) of every second article, from the first (0) or the second (1) on."""
    from digest.text import brief

    for document in corpus_documents(path)[half::2]:
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


def shares(path: Path, half: int) -> dict[str, tuple[int, int]]:
    """Context → (glossed, all)."""
    from digest.translate import State
    from digest.translate.officialese import Officialese

    engine, counts = Officialese(), dict[str, tuple[int, int]]()
    for context, text in _texts(path, half):
        (result,) = engine.translate([text], context="directive" if context == "clause" else context)
        told = {context: result.state is State.GLOSS}
        if context == "directive":  # whole, or in some of its clauses
            told["directive, whole"] = told[context] and not result.why.endswith("in part")
        for name, is_told in told.items():
            glossed, total = counts.get(name, (0, 0))
            counts[name] = (glossed + is_told, total + 1)
    return counts


def speed(path: Path) -> float:
    """Clauses a second, each text once."""
    from digest.translate.officialese import Officialese

    texts = list(dict.fromkeys(text for context, text in _texts(path, 1) if context == "clause"))
    engine = Officialese()
    engine.translate(texts[:1], context="head")
    start = time.perf_counter()
    engine.translate(texts, context="head")
    return len(texts) / (time.perf_counter() - start)


def run() -> None:
    """Print the shares of each half of each file, then the speed."""
    found = [CORPORA / name for name in FILES if (CORPORA / name).is_file()]
    if not found:
        print("the articles are not beside the checkout: no share of English by rule")
        return
    for path in found:
        for half, name in ((0, "read while written"), (1, "not read")):
            counts = shares(path, half)
            told = "  ".join(f"{c} {100 * a / b:.0f} % of {b}" for c, (a, b) in sorted(counts.items()))
            print(f"officialese {path.stem}, {name}: {told}")
    print(f"officialese: {speed(found[0]):,.0f} clauses a second")


if __name__ == "__main__":
    run()

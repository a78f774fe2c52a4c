"""Side-by-side measurements of digest: printed, never judged. ``make bench``.

Each number is the best of several runs in one process on one core, except the start of the command line, which is a
process of its own. The peer is run in the same process on the same words.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
DEFAULT_CORPUS = ROOT.parent / "shared" / "corpora" / "gov_news.jsonl"


def best(action: Callable[[], object], runs: int = 5) -> float:
    """Seconds of the fastest of several runs."""
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        action()
        times.append(time.perf_counter() - begin)
    return min(times)


def line(label: str, value: str) -> None:
    print(f"{label:<78} {value}")


def seed_documents() -> list:
    from digest.ingest import folder, readers

    found = folder.scan(SEEDS, recursive=True, suffixes=readers.KINDS)
    return [readers.read(state.path, max_bytes=10_000_000) for state in found]


def corpus_documents(path: Path) -> list:
    """One article a line, ``{"id": …, "text": …}``."""
    from digest.model import Document

    rows = [json.loads(row) for row in path.read_text(encoding="utf-8").splitlines() if row]
    return [
        Document(path=r["id"], file=r["id"], text=r["text"], kind="text", encoding="utf-8", sha256="") for r in rows
    ]


def size(documents: list) -> float:
    """Megabytes of UTF-8."""
    return sum(len(d.text.encode()) for d in documents) / 1e6


def start() -> None:
    program = str(Path(sys.executable).with_name("digest"))
    for arguments in (["--help"], ["run-once", "--help"], ["--version"]):
        command = [program, *arguments]
        seconds = best(lambda command=command: subprocess.run(command, check=True, stdout=subprocess.DEVNULL))
        line(f"digest {' '.join(arguments)}: wall time, best of 5", f"{seconds * 1000:.0f} ms")


def repairs(label: str, documents: list) -> None:
    from digest.text.repair import repair

    texts = [d.text for d in documents]
    seconds = best(lambda: [repair(text) for text in texts], 3)
    line(f"repair, {label}", f"{size(documents) / seconds:.2f} MB/s")


def extraction(label: str, documents: list) -> None:
    from digest.errors import DocumentError
    from digest.text import brief

    unreadable = 0

    def read_all() -> None:
        nonlocal unreadable
        unreadable = 0
        for document in documents:
            try:
                brief.read(document)
            except DocumentError:
                unreadable += 1

    seconds = best(read_all, 3)
    line(f"extract, {label}", f"{len(documents) / seconds:.0f} articles/s, {size(documents) / seconds:.2f} MB/s")
    if unreadable:
        line(f"extract, {label}: without an article in them", str(unreadable))


def directives(label: str, documents: list) -> None:
    """The extraction of directives alone, of bodies that are already clean; then one body of about a megabyte."""
    from digest.text.clean import clean
    from digest.text.directives import extract
    from digest.text.repair import repair

    bodies = [body for document in documents if (body := clean(repair(document.text).text).body)]
    megabytes = sum(len("\n".join(body).encode()) for body in bodies) / 1e6
    seconds = best(lambda: [extract(body) for body in bodies], 3)
    line(f"directives alone, {label}", f"{megabytes / seconds:.2f} MB/s")
    joined = [paragraph for body in bodies for paragraph in body] * max(1, round(1 / megabytes))
    size_of_one = len("\n".join(joined).encode()) / 1e6
    seconds = best(lambda: extract(joined), 2)
    line(f"directives alone, one article of {size_of_one:.1f} MB", f"{size_of_one / seconds:.2f} MB/s")


def textrank4zh() -> tuple:
    """The peer's class and function, with what networkx 3 took away from it, and the name of its PageRank."""
    import networkx as nx

    nx.from_numpy_matrix = nx.from_numpy_array
    algorithm = "networkx with scipy"
    if find_spec("scipy") is None:
        from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python

        nx.pagerank = _pagerank_python
        algorithm = "networkx without scipy, which is slower"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from textrank4zh import TextRank4Sentence
        from textrank4zh.util import sort_sentences
    return TextRank4Sentence, sort_sentences, algorithm


def rank_against_textrank4zh(document: object) -> None:
    """The same text by both, words included; then the ranking of given words alone."""
    from digest.text import brief
    from digest.text.rank import key_sentences, textrank4zh_scores
    from digest.text.segment import sentences
    from digest.text.tokens import words

    ranker, sort_sentences, algorithm = textrank4zh()
    article = brief.read(document).article
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = best(lambda: ranker().analyze(text=article.text, lower=True, source="no_stop_words"))
    ours = best(lambda: key_sentences(article.body, title=article.title))
    line("key sentences of one seed, digest", f"{ours * 1000:.2f} ms")
    line(f"key sentences of one seed, textrank4zh ({algorithm})", f"{theirs * 1000:.2f} ms")
    line("key sentences of one seed, textrank4zh / digest", f"{theirs / ours:.1f} x")
    tokens = [words(sentence.text) for sentence in sentences(article.body)]
    names = [str(number) for number in range(len(tokens))]
    ratio = best(lambda: sort_sentences(names, tokens)) / best(lambda: textrank4zh_scores(tokens))
    line("ranking of given words, textrank4zh / digest, same scores", f"{ratio:.1f} x")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=DEFAULT_CORPUS, help="JSON lines with id and text")
    options = parser.parse_args()
    seeds = seed_documents()
    start()
    extraction("warm-up, dictionary loaded here", seeds[:1])
    sets = {f"the project's {len(seeds)} seeds, 10 times": seeds * 10}
    if options.corpus.is_file():
        corpus = corpus_documents(options.corpus)
        sets[f"{options.corpus.name}, {len(corpus)} articles"] = corpus
    for label, documents in sets.items():
        repairs(label, documents)
        extraction(label, documents)
        directives(label, documents)
    rank_against_textrank4zh(seeds[0])


if __name__ == "__main__":
    main()

"""Speed of the command line and of the whole reading, on the seeds and on real articles. ``make bench``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from inputs import corpus_documents, megabytes, seed_documents
from measure import CORPORA, best, environment, fresh, heading, line

CORPUS = CORPORA / "gov_news.jsonl"
#: seconds of work for the corpus ten times
LIMIT = 300


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
    line(f"repair, {label}", f"{megabytes(documents) / seconds:.2f} MB/s")


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
    line(f"extract, {label}", f"{len(documents) / seconds:.0f} articles/s, {megabytes(documents) / seconds:.2f} MB/s")
    if unreadable:
        line(f"extract, {label}: without an article in them", str(unreadable))


def directives(label: str, documents: list) -> None:
    """The extraction of directives alone, of bodies that are already clean; then one body of about a megabyte."""
    from digest.text.clean import clean
    from digest.text.directives import extract
    from digest.text.repair import repair

    bodies = [body for document in documents if (body := clean(repair(document.text).text).body)]
    amount = sum(len("\n".join(body).encode()) for body in bodies) / 1e6
    seconds = best(lambda: [extract(body) for body in bodies], 3)
    line(f"directives alone, {label}", f"{amount / seconds:.2f} MB/s")
    joined = [paragraph for body in bodies for paragraph in body] * max(1, round(1 / amount))
    size_of_one = len("\n".join(joined).encode()) / 1e6
    seconds = best(lambda: extract(joined), 2)
    line(f"directives alone, one article of {size_of_one:.1f} MB", f"{size_of_one / seconds:.2f} MB/s")


def against_segmentation() -> None:
    """The whole reading beside what ``jieba.cut`` alone takes for the same texts, ten times in one process."""
    heading("Whole extract beside bare jieba.cut of the same texts; memory after each of ten passes")
    if not CORPUS.is_file():
        print(f"{CORPUS.name} is not beside the checkout: not measured")
        return
    found = {name: fresh("reading", name, str(CORPUS), limit=LIMIT) for name in ("jieba", "rjieba")}
    cut = min(times["cut"] for times in found.values() if times)
    for name, times in found.items():
        if times is None:
            line(f"extract with {name}", f"> {LIMIT} s")
            continue
        peaks = times["peaks"]
        ratio, first = times["best"] / cut, times["first"] / cut
        line(f"extract with {name}, a pass of {CORPUS.name}", f"{times['best']:.2f} s; jieba.cut {cut:.2f} s")
        line(f"extract with {name} / jieba.cut", f"{ratio:.2f} x (first pass {first:.2f} x)")
        line(f"extract with {name}, memory at most", f"pass 1 {peaks[0]:.0f} MB, pass 10 {peaks[-1]:.0f} MB")


def run() -> None:
    heading("Command line and reading")
    start()
    seeds = seed_documents()
    extraction("warm-up, dictionary loaded here", seeds[:1])
    sets = {f"the project's {len(seeds)} seeds, 10 times": seeds * 10}
    if CORPUS.is_file():
        corpus = corpus_documents(CORPUS)
        sets[f"{CORPUS.name}, {len(corpus)} articles"] = corpus
    for label, documents in sets.items():
        repairs(label, documents)
        extraction(label, documents)
        directives(label, documents)
    against_segmentation()


def main() -> None:
    environment()
    run()


if __name__ == "__main__":
    main()

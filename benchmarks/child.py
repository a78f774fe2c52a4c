"""One measurement in an interpreter of its own, printed as JSON; ``measure.fresh`` starts it.

``rank NAME BODY``: key sentences of one body. ``cold NAME BODY…``: five of them, from the start of the interpreter.
``reading TOKENIZER CORPUS``: whole articles, again and again. A body is a JSON file of paragraphs.

A run of more than a second counts by its processor time, so that other programs on the machine are left out; a shorter
one by the wall, where the best of several runs does the same.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time

from rankers import RANKERS

#: runs of one measurement: at most so many, and none begins after so many seconds
RUNS, SPENT = 15, 6.0
PASSES = 10
#: as in ``measure``, which is not imported: it would count as start of the ranker
LIMIT_NAME = "BENCH_LIMIT"
HEAVY = ("networkx", "pandas", "sklearn", "scipy")


def main() -> None:
    limit = int(os.environ[LIMIT_NAME])
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 10))
    what, name, *files = sys.argv[1:]
    json.dump({"rank": rank, "cold": cold, "reading": reading}[what](name, *files), sys.stdout)


def rank(name: str, path: str) -> dict:
    ranker, paragraphs = RANKERS[name](), body(path)
    ranker(["市水务局要在月底前完成管网改造。市住建局要逐栋排查消防隐患。"], 5)  # dictionaries are loaded
    times, picks = repeated(lambda: ranker(paragraphs, 5))
    peak = peak_memory()
    found = {"seconds": min(times), "runs": len(times), "peak": peak, "picks": [pick.strip() for pick in picks]}
    if name in {"digest, jieba", "digest, rjieba"}:
        found["cut"] = bare_cut(name.partition(", ")[2], paragraphs)
    return found


def cold(name: str, *paths: str) -> dict:
    """Only what a program would do that ranks five bodies; the caller holds the watch."""
    ranker = RANKERS[name]()
    for path in paths:
        ranker(body(path), 5)
    return {"heavy": [module for module in HEAVY if module in sys.modules]}


def reading(name: str, path: str) -> dict:
    """The corpus ten times, and then ``jieba.cut`` of the same texts."""
    if name == "jieba":
        sys.modules["rjieba"] = None  # type: ignore[assignment]
    from pathlib import Path

    from inputs import corpus_documents, seed_documents

    from digest.errors import DocumentError
    from digest.text import brief, tokens

    documents, tokenizer = corpus_documents(Path(path)), tokens.make(name)

    def read_all() -> None:
        for document in documents:
            try:
                brief.read(document, tokenizer=tokenizer)
            except DocumentError:
                continue

    brief.read(seed_documents()[0], tokenizer=tokenizer)
    times, peaks = [], []
    for _ in range(PASSES):
        times.append(timed(read_all)[0])
        peaks.append(peak_memory())
    import jieba

    jieba.lcut(documents[0].text)
    cuts = [timed(lambda: [jieba.lcut(d.text) for d in documents])[0] for _ in range(PASSES)]
    return {"first": times[0], "best": min(times), "cut": min(cuts), "peaks": peaks}


def bare_cut(tokenizer_name: str, paragraphs: list[str]) -> float:
    """Seconds of the tokenizer alone, sentence by sentence."""
    from digest.text.segment import sentences
    from digest.text.tokens import make

    tokenizer, texts = make(tokenizer_name), [sentence.text for sentence in sentences(paragraphs)]
    tokenizer.cut(texts[0])
    return min(repeated(lambda: [tokenizer.cut(text) for text in texts])[0])


def repeated(action) -> tuple[list[float], object]:
    """The times of several runs, and what the last one returned."""
    times: list[float] = []
    result = None
    while len(times) < RUNS and sum(times) < SPENT:
        took, result = timed(action)
        times.append(took)
    return times, result


def timed(action) -> tuple[float, object]:
    wall, work = time.perf_counter(), time.process_time()
    result = action()
    wall, work = time.perf_counter() - wall, time.process_time() - work
    return (wall if wall < 1 else work), result


def body(path: str) -> list[str]:
    with open(path, encoding="utf-8") as file:  # noqa: PTH123 - pathlib would count as start of the ranker
        return json.load(file)


def peak_memory() -> float:
    """Megabytes this process has held at most. Linux lets ``ru_maxrss`` begin with the size of the parent."""
    try:
        with open("/proc/self/status", encoding="utf-8") as file:  # noqa: PTH123
            return next(int(text.split()[1]) for text in file if text.startswith("VmHWM")) / 1024
    except OSError:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    main()

"""Time and memory from a text to its five key sentences, words included: digest beside its peers. ``make bench``.

Every figure comes from an interpreter of its own whose dictionary is loaded; fast ones are the best of several runs,
slow ones run once, and count by the processor time of their one thread. Nobody gets a title or directives.
"""

from __future__ import annotations

import json
import resource
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from inputs import corpus_paragraphs, long_body, sample_bodies
from measure import duration, environment, fresh, heading, line, row, seconds
from rankers import RANKERS

#: seconds of work after which a ranker is stopped, its start and further runs included
LIMIT = 300
#: sentences; a longer text would take the peer longer than the limit
LARGEST = {"snownlp": 1000}
#: sentences of the texts in the table, and of further points of the curve
SIZES, BETWEEN = (100, 1000, 3000), (50, 300)
OURS = ("digest, jieba", "digest, rjieba")
STRICT = "digest, textrank4zh's definition"
CURVE = (*OURS, "textrank4zh", "sumy TextRank", "sumy LexRank")
COLD = {"digest, jieba": 5, "digest, rjieba": 5, "textrank4zh": 3}


@dataclass(frozen=True, kw_only=True)
class Timing:
    """One ranker on one text."""

    seconds: float
    runs: int
    #: megabytes
    peak: float
    #: the five sentences
    picks: tuple[str, ...]
    #: seconds of the tokenizer alone; digest only
    cut: float | None = None


#: None where the limit was, or would be, overrun
Table = dict[tuple[str, str], Timing | None]


def bodies(sizes: Sequence[int]) -> dict[str, list[str]]:
    """The texts by name: one article, then texts of so many sentences."""
    found = {"1 article": sample_bodies(1)[0]}
    paragraphs = corpus_paragraphs()
    for size in sizes:
        body = long_body(paragraphs, size)
        if body is None:
            print(f"not so many different sentences here: {size}")
        else:
            found[f"{size:,}"] = body
    return found


def measure(texts: dict[str, list[str]], names: Sequence[str], *, printed: bool = False) -> Table:
    """Every ranker on every text; ``printed`` shows the row of a ranker when it is done."""
    table: Table = {}
    with tempfile.TemporaryDirectory() as folder:
        paths = {label: Path(folder) / f"{number}.json" for number, label in enumerate(texts)}
        for label, path in paths.items():
            path.write_text(json.dumps(texts[label]), encoding="utf-8")
        for name in names:
            for label, path in paths.items():
                table[name, label] = _one(name, label, path)
            if printed:
                row(name, [_cell(table[name, label]) for label in texts], wide=22)
    return table


def _one(name: str, label: str, path: Path) -> Timing | None:
    if label[0].isdigit() and "article" not in label and int(label.replace(",", "")) > LARGEST.get(name, 10**9):
        return None
    found = fresh("rank", name, str(path), limit=LIMIT)
    return None if found is None else Timing(**{**found, "picks": tuple(found["picks"])})


def show(table: Table, labels: Sequence[str]) -> None:
    for ours in (*OURS, STRICT):
        heading(f"… how many times as long as {ours}")
        row("sentences", labels, wide=22)
        for name in list(RANKERS)[3:] if ours in OURS else ["textrank4zh"]:
            row(name, [_ratio(table.get((name, label)), table.get((ours, label))) for label in labels], wide=22)
    heading("Share of the tokenizer alone in the time of key sentences")
    for ours in OURS:
        row(ours, [_share(table.get((ours, label))) for label in labels], wide=22)
    same = [label for label in labels if _same(table.get((STRICT, label)), table.get(("textrank4zh", label)))]
    line("the same five sentences by textrank4zh and by our textrank4zh mode", f"{', '.join(same) or 'nowhere'}")


def _cell(timing: Timing | None) -> str:
    if timing is None:
        return f"> {LIMIT} s"
    once = ", once" if timing.runs == 1 else ""
    return f"{duration(timing.seconds)}{once} ({timing.peak:.0f})"


def _ratio(theirs: Timing | None, ours: Timing | None) -> str:
    if ours is None:
        return "-"
    return f"{theirs.seconds / ours.seconds:.1f} x" if theirs else f"> {LIMIT / ours.seconds:.0f} x"


def _share(timing: Timing | None) -> str:
    return "-" if timing is None or timing.cut is None else f"{100 * timing.cut / timing.seconds:.0f} %"


def _same(ours: Timing | None, theirs: Timing | None) -> bool:
    return ours is not None and theirs is not None and ours.picks == theirs.picks


def cold_start() -> None:
    """From the start of the interpreter to the key sentences of five samples whose bodies lie there as JSON."""
    heading("Cold: start of the interpreter to the key sentences of five seeds, ranking alone, dictionaries cached")
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, body in enumerate(sample_bodies(5)):
            paths.append(str(Path(folder) / f"{number}.json"))
            Path(paths[-1]).write_text(json.dumps(body), encoding="utf-8")
        for name, runs in COLD.items():
            found = fresh("cold", name, *paths, limit=LIMIT) or {"heavy": []}  # caches are written
            times = [_wall_and_work(name, paths) for _ in range(runs)]
            wall, work = (min(column) for column in zip(*times, strict=True))
            heavy = ", ".join(found["heavy"]) or "nothing heavy"
            line(f"{name}: best of {runs}", f"{wall:.2f} s, processor time {work:.2f} s; imports {heavy}")


def _wall_and_work(name: str, paths: Sequence[str]) -> tuple[float, float]:
    """Seconds on the wall and on the processor of one cold start."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    wall = seconds(lambda: fresh("cold", name, *paths, limit=LIMIT))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def run() -> Table:
    """Measure, print, and hand over what the curve is drawn of."""
    texts = bodies(SIZES)
    heading("Key sentences of a text, words included: time (megabytes at most)")
    row("sentences", list(texts), wide=22)
    table = measure(texts, list(RANKERS), printed=True)
    show(table, list(texts))
    cold_start()
    return table


def main() -> None:
    environment()
    run()


if __name__ == "__main__":
    main()

"""Quality of key sentences as summaries: character ROUGE against references, digest beside its peers. ``make bench``.

Every method fills the same budget by the same rule: its sentences in their order as long as the budget is not overrun,
the first one always, shown in the order of the text. The pages are the same articles with furniture around them; only
those methods clean them that say so, and digest, which reads pages.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from statistics import fmean

from furniture import page
from inputs import rows
from measure import CORPORA, environment, heading, line
from methods import CLEAN_ONLY, METHODS, Ordered, oracle, shown
from rouge import check, interval, rouge

#: file and budget in characters
SETS = {"news": ("summaries_news.jsonl", 150), "meetings": ("summaries_meetings.jsonl", 60)}
#: a sentence that does not fit ends the summary, or is left out
FILLS = ("stop", "skip")

Rouges = list[tuple[float, float, float]]


@dataclass(frozen=True, kw_only=True)
class Sample:
    """One set: its texts as they are given to the methods."""

    name: str
    texts: tuple[str, ...]
    references: tuple[str, ...]
    budget: int
    noisy: bool


def samples() -> Iterator[Sample]:
    for name, (file, budget) in SETS.items():
        if not (CORPORA / file).is_file():
            print(f"{file} is not beside the checkout: not measured")
            continue
        found = rows(CORPORA / file)
        texts, references = tuple(r["text"] for r in found), tuple(r["reference"] for r in found)
        yield Sample(name=name, texts=texts, references=references, budget=budget, noisy=False)
        pages = tuple(page(text, number) for number, text in enumerate(texts))
        yield Sample(name=f"{name} as pages", texts=pages, references=references, budget=budget, noisy=True)


def filled(order: Ordered, budget: int, fill: str) -> str:
    chosen: list[tuple[int, str]] = []
    used = 0
    for place, sentence in order:
        if chosen and used + len(sentence) > budget:
            if fill == "stop":
                break
            continue
        chosen.append((place, sentence))
        used += len(sentence)
    return shown(chosen)


def scored(sample: Sample) -> dict[tuple[str, str], Rouges]:
    """By method and rule of filling: ROUGE-1, -2 and -L of each text."""
    warnings.simplefilter("ignore")
    pairs = list(zip(sample.texts, sample.references, strict=True))
    scores: dict[tuple[str, str], Rouges] = {}
    for name, method in METHODS.items():
        if sample.noisy and name in CLEAN_ONLY:
            continue
        orders = [method(text) for text in sample.texts]
        for fill in FILLS:
            summaries = [filled(order, sample.budget, fill) for order in orders]
            scores[name, fill] = [rouge(s, r) for s, r in zip(summaries, sample.references, strict=True)]
    best = [rouge(shown(oracle(text, reference, sample.budget)), reference) for text, reference in pairs]
    return scores | dict.fromkeys((("oracle", fill) for fill in FILLS), best)


def show(sample: Sample, scores: dict[tuple[str, str], Rouges], fill: str) -> None:
    heading(f"Summaries: {sample.name}, {len(sample.texts)} articles, {sample.budget} characters, “{fill}”")
    print(f"{'':<25}   R1     R2     RL    mean   even    odd   minus lead            minus textrank4zh")
    means = {name: [fmean(values) for values in found] for (name, rule), found in scores.items() if rule == fill}
    for name, mean in sorted(means.items(), key=lambda item: -fmean(item[1])):
        three = [fmean(column) for column in zip(*scores[name, fill], strict=True)]
        figures = (*three, fmean(mean), fmean(mean[::2]), fmean(mean[1::2]))
        against = "  ".join(_difference(mean, means[other]) for other in ("lead", "textrank4zh"))
        print(f"{name:<25}" + "".join(f"{figure:6.2f} " for figure in figures) + "  " + against)


def _difference(ours: list[float], theirs: list[float]) -> str:
    difference, low, high = interval(ours, theirs)
    return f"{difference:+6.2f} [{low:+.1f}, {high:+.1f}]".ljust(22)


def overall(found: list[tuple[Sample, dict[tuple[str, str], Rouges]]]) -> None:
    """Means over the sets, each of equal weight, of the methods that all of them have."""
    heading("Summaries: mean of all sets, by both rules of filling")
    for name in (*(name for name in METHODS if name not in CLEAN_ONLY), "oracle"):
        means = [[fmean(fmean(v) for v in scores[name, fill]) for _, scores in found] for fill in FILLS]
        told = "   ".join(f"{fill} {fmean(m):6.2f}" for fill, m in zip(FILLS, means, strict=True))
        line(name, told)


def run() -> None:
    check()
    chosen = list(samples())
    with ProcessPoolExecutor() as pool:
        found = list(zip(chosen, pool.map(scored, chosen), strict=True))
    for fill in FILLS:
        for sample, scores in found:
            show(sample, scores, fill)
    if found:
        overall(found)


def main() -> None:
    environment()
    run()


if __name__ == "__main__":
    main()

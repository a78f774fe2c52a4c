"""Character ROUGE-1, -2 and -L (F1) without punctuation and white space, and bootstrap intervals of differences.

C.-Y. Lin: ROUGE: A Package for Automatic Evaluation of Summaries, 2004. The longest common subsequence is computed a
row of bits at a time (H. Hyyrö: Bit-parallel LCS-length computation revisited, 2004).
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from typing import Any

RESAMPLES, SEED = 2000, 20_261_102


def characters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).lower()


def rouge(candidate: str, reference: str) -> tuple[float, float, float]:
    """ROUGE-1, -2 and -L in percent.

    >>> [round(value, 1) for value in rouge("县长要求，排查。", "县长排查")]
    [80.0, 50.0, 80.0]
    """
    ours, theirs = characters(candidate), characters(reference)
    pairs = [ours[i : i + 2] for i in range(len(ours) - 1)], [theirs[i : i + 2] for i in range(len(theirs) - 1)]
    return (
        _f1((Counter(ours) & Counter(theirs)).total(), len(ours), len(theirs)),
        _f1((Counter(pairs[0]) & Counter(pairs[1])).total(), len(pairs[0]), len(pairs[1])),
        _f1(common_subsequence(ours, theirs), len(ours), len(theirs)),
    )


def _f1(hits: int, candidate: int, reference: int) -> float:
    return 200 * hits / (candidate + reference) if hits else 0.0


def common_subsequence(first: str, second: str) -> int:
    """Length of the longest common subsequence; bit i of the row is 0 where it grows at ``first[i]``."""
    places: dict[str, int] = {}
    for i, character in enumerate(first):
        places[character] = places.get(character, 0) | 1 << i
    full = (1 << len(first)) - 1
    row = full
    for character in second:
        matches = row & places.get(character, 0)
        row = (row + matches | row - matches) & full
    return len(first) - row.bit_count()


def check() -> None:
    """The bits against the table of the textbook, on random words of few letters."""
    chance = random.Random(SEED)
    for _ in range(300):
        first, second = ("".join(chance.choices("甲乙丙丁", k=chance.randrange(40))) for _ in range(2))
        assert common_subsequence(first, second) == _by_table(first, second), (first, second)


def _by_table(first: str, second: str) -> int:
    above = [0] * (len(second) + 1)
    for mine in first:
        here = [0]
        for j, other in enumerate(second):
            here.append(above[j] + 1 if mine == other else max(above[j + 1], here[j]))
        above = here
    return above[-1]


def interval(ours: Sequence[float], theirs: Sequence[float]) -> tuple[float, float, float]:
    """Mean difference of paired values, and the bounds of its 95 % interval by the bootstrap."""
    import numpy as np

    difference: Any = np.asarray(ours) - np.asarray(theirs)
    drawn = np.random.default_rng(SEED).integers(0, len(difference), (RESAMPLES, len(difference)))
    low, high = np.percentile(difference[drawn].mean(axis=1), [2.5, 97.5])
    return float(difference.mean()), float(low), float(high)

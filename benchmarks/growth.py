"""Draws ``docs/ranking-growth.png``: how the time to the key sentences grows with the text. ``make bench``."""

from __future__ import annotations

from dataclasses import dataclass

from measure import ROOT, duration, environment, line
from ranking import BETWEEN, CURVE, SIZES, Table, bodies, measure

PICTURE = ROOT / "docs" / "ranking-growth.png"
#: drawn twice as large as a README shows it
WIDTH, HEIGHT, DOTS = 8.0, 4.6, 200
INK, GRID = "#333333", "#e4e4e4"
SECONDS = (0.001, 0.01, 0.1, 1, 10, 100)


@dataclass(frozen=True, kw_only=True)
class Look:
    """One curve."""

    color: str
    marker: str
    width: float


LOOKS = {
    "digest, jieba": Look(color="#0b6e4f", marker="o", width=2.4),
    "digest, rjieba": Look(color="#36a97b", marker="s", width=2.4),
    "textrank4zh": Look(color="#b3261e", marker="^", width=1.5),
    "sumy TextRank": Look(color="#6b7280", marker="v", width=1.5),
    "sumy LexRank": Look(color="#9a6b15", marker="D", width=1.5),
}


def points(table: Table) -> dict[str, list[tuple[int, float]]]:
    """By ranker: number of sentences and seconds."""
    curves: dict[str, list[tuple[int, float]]] = {name: [] for name in CURVE}
    for (name, label), timing in table.items():
        if name in curves and timing is not None and "article" not in label:
            curves[name].append((int(label.replace(",", "")), timing.seconds))
    return {name: sorted(curve) for name, curve in curves.items() if curve}


def draw(curves: dict[str, list[tuple[int, float]]]) -> None:
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    plt.rcParams.update({"font.size": 10, "text.color": INK, "axes.labelcolor": INK, "font.family": "DejaVu Sans"})
    figure, axes = plt.subplots(figsize=(WIDTH, HEIGHT), dpi=DOTS, layout="constrained")
    for name, curve in curves.items():
        look, (x, y) = LOOKS[name], zip(*curve, strict=True)
        axes.plot(x, y, color=look.color, marker=look.marker, linewidth=look.width, markersize=5)
    _label(axes, curves)
    _dress(axes, sorted({x for curve in curves.values() for x, _ in curve}))
    figure.savefig(PICTURE, metadata={"Software": None})
    plt.close(figure)


def _label(axes, curves: dict[str, list[tuple[int, float]]]) -> None:
    """Name and last value at the end of each curve, pushed apart where they would meet.

    A curve that ends early, at the limit of time, is named above its end.
    """
    last = max(curve[-1][0] for curve in curves.values())
    lowest = 0.0
    for name, curve in sorted(curves.items(), key=lambda item: item[1][-1][1]):
        x, y = curve[-1]
        at, side = (x, y * 1.8), "right"
        if x == last:
            lowest = max(y, lowest * 1.75)
            at, side = (x * 1.14, lowest), "left"
        style = {"color": LOOKS[name].color, "va": "center", "ha": side, "fontsize": 9.5, "annotation_clip": False}
        axes.annotate(f"{name}  {duration(y)}", (x, y), at, **style)


def _dress(axes, sizes: list[int]) -> None:
    axes.set(xscale="log", yscale="log", xlabel="sentences in the text", ylabel="time to five key sentences")
    axes.set_xticks(sizes, [f"{size:,}" for size in sizes])
    axes.set_yticks(SECONDS, [f"{s:g} s" if s >= 1 else f"{s * 1000:g} ms" for s in SECONDS])
    axes.minorticks_off()
    axes.set_xlim(sizes[0] * 0.85, sizes[-1] * 1.08)
    axes.grid(color=GRID, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.tick_params(length=0, colors=INK)
    for side in ("top", "right", "left", "bottom"):
        axes.spines[side].set_visible(False)
    axes.set_title("From a text to its key sentences, words included", loc="left", fontsize=11, fontweight="bold")


def run(table: Table) -> None:
    """Draw what the table of ``ranking`` has, and the points between its sizes."""
    curves = points(table | measure({k: v for k, v in bodies(BETWEEN).items() if "article" not in k}, CURVE))
    if not curves:
        print("no long texts: no curve is drawn")
        return
    draw(curves)
    line("growth of the time with the text", str(PICTURE.relative_to(ROOT)))


def main() -> None:
    environment()
    run(measure({k: v for k, v in bodies(SIZES).items() if "article" not in k}, CURVE))


if __name__ == "__main__":
    main()

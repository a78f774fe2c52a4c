"""Quality on real articles, where they lie beside the checkout: what the README says. ``make bench``."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

FIGURES = ("P", "R", "F1", "cover_F1", "issuer_acc", "owner_acc")


def known() -> dict:
    """The articles the developers know, against their gold standard."""
    import test_labels

    score = test_labels.load_score()
    command = [sys.executable, "-m", "digest", "extract", str(test_labels.SHARED / "seeds"), "--json"]
    printed = subprocess.run(command, check=True, capture_output=True).stdout
    return score.score(score.load_gold(str(test_labels.SHARED / "gold")), json.loads(printed))[1]


def main() -> None:
    import test_labels

    if not test_labels.CORPUS.exists():
        print("the labelled articles are not beside the checkout: no quality figures")
        return
    for name, total in {"known": known(), **test_labels.figures()}.items():
        print(f"{name:<8}" + "  ".join(f"{figure} {total[figure]:.3f}" for figure in FIGURES))


if __name__ == "__main__":
    main()

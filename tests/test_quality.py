"""Floors on the five real articles and their gold standard; raised, never lowered. Skipped where they are absent."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(
        not (SHARED / "gold" / "score.py").exists(), reason="the real articles are not beside the checkout"
    ),
]


@pytest.fixture(scope="module")
def total(tmp_path_factory):
    out = tmp_path_factory.mktemp("quality") / "out.json"
    printed = subprocess.run(
        [sys.executable, "-m", "digest", "extract", str(SHARED / "seeds"), "--json"], check=True, capture_output=True
    ).stdout
    out.write_bytes(printed)
    spec = importlib.util.spec_from_file_location("score", SHARED / "gold" / "score.py")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    return score.score(score.load_gold(str(SHARED / "gold")), json.loads(printed))[1]


@pytest.mark.parametrize(
    ("figure", "floor"),
    [
        ("F1", 0.95),
        ("cover_F1", 0.97),
        ("issuer_acc", 0.95),
        ("owner_acc", 0.95),
        ("owner_named_recall", 0.9),
        ("deadline_acc", 0.98),
        ("title_exact", 1.0),
        ("date_exact", 1.0),
        ("source_exact", 1.0),
    ],
)
def test_the_figure_does_not_fall_below_its_floor(total, figure, floor):
    assert total[figure] >= floor


def test_no_boilerplate_residue_or_repetition_is_shown(total):
    assert total["leaks"] == 0
    assert total["dup"] == 0
    assert total["owner_invented"] == 0
    assert not any(total["residue"].values())

"""Floors on 257 labelled articles; the mistakes of ``tune`` and ``readouts`` were studied. Skipped without the corpora."""

import importlib.util
import json
from pathlib import Path

import pytest

from digest.model import Document
from digest.text.brief import read

HERE = Path(__file__).parent
SHARED = HERE.parents[1] / "shared"
CORPUS = SHARED / "corpora" / "gov_news.jsonl"
#: name of the labels and their corpus, and the sets that it gives
SETS = {"gov_news": ("tune", "test"), "summaries_meetings": ("readouts",)}

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not CORPUS.exists(), reason="the labelled corpus is not beside the checkout"),
]


def load_score():
    spec = importlib.util.spec_from_file_location("score", SHARED / "gold" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold_of(name, label, text):
    """A label as the scorer wants it."""
    directives = [
        {
            "text": text[slice(*d["span"])],
            "text_alt": [text[slice(*span)] for span in d.get("alt", [])],
            **{key: d[key] for key in ("issuer", "owner", "owner_implied", "deadline", "type")},
        }
        for d in label["directives"]
    ]
    unscored = {"title": None, "title_fallback": "", "published": None, "source": None, "key_sentences": []}
    neutral = [text[slice(*span)] for span in label["neutral"]]
    return {"file": name, "directives": directives, "neutral": neutral, "body": [text], "not_body": [], **unscored}


@pytest.fixture(scope="module")
def totals():
    return figures()


def figures():
    """Figures of the ``tune``, the ``test`` and the ``readouts`` set, by name."""
    score = load_score()
    found = {}
    for corpus, parts in SETS.items():
        labels = json.loads((HERE / "labels" / f"{corpus}.json").read_text("utf-8"))
        rows = (SHARED / "corpora" / f"{corpus}.jsonl").read_text("utf-8").splitlines()
        texts = {row["id"]: row["text"] for row in map(json.loads, rows)}
        for part in parts:
            names = [name for name, label in labels.items() if label["set"] == part]
            gold = {name: gold_of(name, labels[name], texts[name]) for name in names}
            found[part] = score.score(gold, [read_as_system(name, texts[name]) for name in names])[1]
    return found


def read_as_system(name, text):
    """What the scorer wants of a system."""
    brief = read(Document(path=name, file=name, text=text, kind="text", encoding="utf-8", sha256=""))
    keys = ("text", "issuer", "owner", "deadline")
    return {"file": name, "directives": [{k: getattr(d, k) for k in keys} for d in brief.directives]}


@pytest.mark.parametrize("part", ["tune", "test", "readouts"])
@pytest.mark.parametrize(
    ("figure", "floor"),
    [
        ("F1", 0.975),
        ("core_F1", 0.97),
        ("cover_F1", 0.965),
        ("issuer_acc", 0.98),
        ("owner_acc", 0.98),
        ("owner_named_recall", 0.85),
        ("deadline_acc", 0.99),
    ],
)
def test_the_figure_does_not_fall_below_its_floor(totals, part, figure, floor):
    assert totals[part][figure] >= floor


@pytest.mark.parametrize("part", ["tune", "test", "readouts"])
def test_no_owner_is_invented(totals, part):
    assert totals[part]["owner_invented"] <= 1

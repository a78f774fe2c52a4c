"""Every character of the body leads back to the file it was read from."""

from pathlib import Path

import damage
import pytest
from hypothesis import given, settings, strategies as st

from digest.ingest import readers
from digest.model import Document
from digest.text.brief import read, to_json
from digest.text.provenance import raw_span, trace
from digest.text.script import to_simplified

SEEDS = sorted((Path(__file__).parents[2] / "seeds").iterdir())
SENTENCES = (
    "11月2日，云溪县召开防汛工作推进会。",
    "县长赵山强调，各乡镇要在11月底前完成隐患排查，建立台账。",
    "会议要求，要落实值班制度，严肃追责问责。",
    "县水利局要加强调度，确保群众安全。",
    "会议通报了有关情况。",
)


def places(runs):
    return {here + k: there + k for here, there, length in runs for k in range(length)}


def assert_honest(body, decoded):
    """Monotonic, and each Han character leads to itself or its Traditional form."""
    found = places(trace(body, decoded))
    order = [found[i] for i in sorted(found)]

    assert order == sorted(order)
    for i, at in found.items():
        if "\u3400" <= body[i] <= "\u9fff":
            assert body[i] == decoded[at] or to_simplified(decoded[at]) == body[i] or decoded[at] == "著"
    return found


@pytest.mark.parametrize("seed", SEEDS, ids=lambda p: p.stem)
def test_every_seed_is_traced_whole(seed):
    document = readers.read(seed, max_bytes=10**7)
    article = read(document).article

    found = assert_honest(article.text, document.text)

    han = [i for i, c in enumerate(article.text) if "\u3400" <= c <= "\u9fff"]
    lost = [article.text[i] for i in han if i not in found]
    assert len(lost) <= 5, lost  # what repair gave back was not in the file


def test_spans_of_the_file_hold_the_words():
    document = readers.read(SEEDS[0], max_bytes=10**7)
    printed = to_json(read(document))

    for directive in printed["directives"]:
        assert document.text[directive["raw_start"] : directive["raw_end"]] == directive["text"]


@given(
    st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=8),
    st.sampled_from(["plain", "pinyin", "commas", "twice"]),
)
@settings(max_examples=60, deadline=None)
def test_random_damage_is_traced_honestly(chosen, kind):
    clean = "\n".join(dict.fromkeys(chosen))
    page = {
        "plain": lambda t: t,
        "pinyin": lambda t: damage.nfkc_fold(damage.pinyin_bytewise(damage.machine_traditional(t))),
        "commas": lambda t: damage.double_commas(t, share=1.0, seed=1),
        "twice": lambda t: f"首页 > 新闻\n{t}\n分享到\n{t}",
    }[kind](clean)
    article = read(Document(path="a", file="a", text=page, kind="text", encoding="", sha256="")).article

    assert_honest(article.text, page)


def test_what_is_not_there_has_no_span():
    runs = trace("要加强巡查", "别的文字")

    assert runs == ()
    assert raw_span(runs, 0, 3) is None

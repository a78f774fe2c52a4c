"""The corpora of damage are the specification of repair: each entry says what it was, what it should be, and why."""

import itertools
import json
import re
from pathlib import Path

import damage
import pytest
from hypothesis import given, settings, strategies as st

from digest.text.dropped import restore
from digest.text.repair import HAN, PINYIN, RULES, repair

CORPUS = Path(__file__).parent.parent / "corpus"
#: what the spans of a kind may hold; a line whose length changed on the way to Simplified is one span
DAMAGE = {
    "straddled_pinyin": re.compile(rf"[{HAN}]\?{PINYIN}\)[^?\n]*\?{PINYIN}\)"),
    "inserted_pinyin": re.compile(rf"[(（]{PINYIN}[)）]"),
    "lost_full_stop": re.compile(r"\?[@-~]"),
    "doubled_comma": re.compile("[,，]"),
    "simplified": re.compile(f"[{HAN}]|[^\n]{{2,}}"),
    "folded_punctuation": re.compile("[,;:!?()]"),
}


def entries(folder):
    return [
        pytest.param(entry, id=f"{path.stem}: {entry['label']}")
        for path in sorted((CORPUS / folder).glob("*.json"))
        for entry in json.loads(path.read_text("utf-8"))
    ]


def mended(text, context=()):
    """The text after every exact repair and the restoration of dropped characters, and the kinds that acted."""
    repaired = repair(text)
    restored = restore(repaired.text.split("\n"), context=context)
    kinds = {r.kind for r in repaired.repairs} | ({"dropped_han"} if restored.restorations else set())
    return "\n".join(restored.paragraphs), kinds


def assert_mended(entry):
    context = entry.get("context", ())

    text, kinds = mended(entry["original"], context)

    assert text == entry["fixed"]
    assert kinds == set(entry["expect"])
    assert mended(text, context) == (text, set())


def assert_spans_point_at_the_damage(text):
    """Replayed rule by rule: spans are in order, hold what the rule is for, and everything outside them stays."""
    found = {r.kind: r.spans for r in repair(text).repairs}
    for kind, rule in RULES:
        spans = found.pop(kind, ())
        after = rule(text)[0]
        if kind == "doubled_comma":
            assert all(text[end] in ",，、。;；!！" for _, end in spans)
        assert all(DAMAGE[kind].fullmatch(text[a:b]) for a, b in spans)
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
        kept, at = [], 0
        for start, end in (*spans, (len(text), len(text))):
            kept.append(re.escape(text[at:start]))
            at = end
        assert re.fullmatch(r"[^\n]*?".join(kept), after)
        text = after
    assert not found


@pytest.mark.parametrize("entry", entries("in_the_wild"))
def test_damage_seen_in_the_wild_is_undone(entry):
    assert_mended(entry)
    assert_spans_point_at_the_damage(entry["original"])


@pytest.mark.parametrize("entry", entries("negative"))
def test_what_only_looks_like_damage_stays(entry):
    assert set(entry["expect"]) <= {"folded_punctuation"}
    assert_mended(entry)


@pytest.mark.parametrize("entry", entries("synthetic"))
def test_damage_made_from_clean_text_is_undone(entry):
    assert_mended(entry)
    assert_spans_point_at_the_damage(entry["original"])


@pytest.mark.parametrize("entry", entries("synthetic"))
def test_the_corpus_is_what_the_generator_makes(entry):
    generator = getattr(damage, entry["damage"])

    assert generator(entry["fixed"]) == entry["original"]
    assert set(entry["expect"]) <= damage.CLASSES[generator]


@pytest.mark.parametrize("generator", damage.CLASSES, ids=lambda g: g.__name__)
def test_every_class_of_damage_has_entries_that_need_each_of_its_repairs(generator):
    needed = [set(e.values[0]["expect"]) for e in entries("synthetic") if e.values[0]["damage"] == generator.__name__]

    assert len(needed) >= 5
    assert set().union(*needed) == damage.CLASSES[generator]


@pytest.mark.parametrize("entry", entries("known_failures"))
@pytest.mark.xfail(strict=True, raises=AssertionError, reason="the comment of the entry says what is missing")
def test_known_failure(entry):
    assert_mended(entry)


def test_the_corpora_are_large_enough_to_mean_something():
    assert len(entries("in_the_wild")) >= 25
    assert len(entries("negative")) >= 25


SENTENCES = (
    "清坪县县长江远帆主持会议并讲话。",
    "会议强调，要压实包片责任，强化每周通报；",
    "各乡镇、各部门要认真履职，确保11月30日前完成整改（含复查）工作。",
    "县应急管理局要牵头开展隐患排查、专项整治！",
    "重点领域专项检查共发现问题128处，整改率达98.5%，",
    "岚汀日报记者报道：",
    "谁来负责？谁来验收？",
    "要做到领导到位、措施到位、物资到位。",
    "县气象台发布预警信息，请广大群众关注。",
)
#: three enumerations end here: enough for a doubled comma to be the page's habit
ENDING = "会议还传达了省、市、县有关精神，听取了应急、水利、气象部门的汇报。"


@given(sentences=st.lists(st.sampled_from(SENTENCES), max_size=8), generator=st.sampled_from(list(damage.CLASSES)))
@settings(max_examples=150, deadline=None)
def test_noise_over_clean_text_gives_the_exact_text_back(sentences, generator):
    clean = "".join(sentences) + ENDING

    damaged = generator(clean)
    repaired = repair(damaged)

    assert damaged != clean
    assert repaired.text == clean
    assert {r.kind for r in repaired.repairs} <= damage.CLASSES[generator]
    assert_spans_point_at_the_damage(damaged)

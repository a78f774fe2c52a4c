"""The engine: one answer for each text, by the rule of its context, else the terms that it knows."""

import pytest
from hypothesis import given, settings, strategies as st

from digest.data import sections
from digest.translate import Context, Result, State
from digest.translate.officialese import Officialese
from digest.translate.officialese.words.lexicon import HAN, function_words, words


@pytest.fixture(scope="module")
def engine():
    return Officialese()


def test_a_headline_outside_the_pattern_falls_back_to_place_and_terms(engine):
    (result,) = engine.translate(["云岭县散煤治理某某纪实"], context="title")
    assert result.state is State.TERMS
    assert result.text == "Yunling County · loose-coal control"


def test_a_directive_that_is_not_glossed_lists_its_key_terms(engine):
    (result,) = engine.translate(["要对散煤销售某某彻查，某某补齐薄弱环节"], context="directive")
    assert result == Result(text="loose coal · weak links", state=State.TERMS, why="not wholly covered")


def test_terms_of_the_user_win_over_the_lexicon():
    engine = Officialese({"散煤": "bulk coal", "云岭模式": "the Yunling model", "强化": "tighten"})
    (known, new, verb, whole) = engine.translate(["整治散煤", "推广云岭模式", "强化监管", "散煤"], context="directive")
    assert known.text == "Clean up bulk coal"
    assert new.text == "Promote the Yunling model"
    assert verb.text == "Tighten supervision"
    assert (whole.text, whole.state) == ("bulk coal", State.HUMAN)
    (after,) = Officialese().translate(["整治散煤"], context="directive")
    assert after.text == "Clean up loose coal"


def test_every_context_answers_one_to_one_and_in_order(engine):
    texts = ["要加强动态监管", "", "\u202e乱", "x" * 5000, "要加强动态监管"]
    for context in Context:
        results = engine.translate(texts, context=context)
        assert len(results) == len(texts)
        assert results[0] == results[-1]
    with pytest.raises(ValueError):
        engine.translate(["要"], context="poem")


_PIECES = sorted(words())[::7] + sorted(function_words()) + ["某", "，", "；", "不", "7", "“", "县", "市"]


@settings(deadline=None)  # the first example reads the lists
@given(st.lists(st.sampled_from(_PIECES), max_size=9).map("".join), st.sampled_from(list(Context)))
def test_no_english_ever_holds_a_han_character(chinese, context):
    (result,) = Officialese().translate([chinese], context=context)
    assert (result.text is None) == (result.state is State.NONE)
    if result.text is not None:
        assert not HAN.search(result.text)
        assert "{" not in result.text
        assert "None" not in result.text
        assert "\x01" not in result.text
        assert "  " not in result.text
        assert Officialese().translate([chinese], context=context) == [result]


def test_a_result_without_text_says_none_and_no_other_does():
    with pytest.raises(ValueError, match="exactly when"):
        Result(text=None, state=State.GLOSS)
    with pytest.raises(ValueError, match="exactly when"):
        Result(text="x", state=State.NONE)


def test_every_topic_that_the_extractor_knows_has_an_english_name(engine):
    topics = list(sections("topics"))
    assert [r.state for r in engine.translate(topics, context="topic")] == [State.GLOSS] * len(topics)


def test_the_fingerprint_is_stable_and_names_the_engine(engine):
    assert engine.fingerprint == Officialese().fingerprint
    assert engine.fingerprint.startswith("officialese-")

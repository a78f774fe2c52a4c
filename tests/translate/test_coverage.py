"""Engines that stop early: how many of their texts are found, and that no sound one is refused for it."""

import pytest
from parallel_text import pairs

from digest.translate import coverage
from digest.translate.gate import Fault, objection


def refused(source, english):
    return objection(source, english, context="directive")


def test_the_pairs_are_aligned():
    assert len(pairs()) == 127
    assert len({pair.chinese for pair in pairs()}) == 60
    assert [pair.source for pair in pairs() if pair.style != "free" and len(pair.english) != len(pair.chinese)] == []


def test_no_sound_english_is_refused():
    assert [(p.style, p.whole) for p in pairs() if refused(p.source, p.whole)] == []


def test_hardly_any_long_text_is_refused():
    """Demands that stand side by side as one text of up to eighteen clauses."""
    asked, lost = 0, 0
    for style in ("terse", "wordy"):
        of_style = [pair for pair in pairs() if pair.style == style]
        for size in (2, 3, 4):
            for start in range(len(of_style) - size + 1):
                some = of_style[start : start + size]
                asked += 1
                lost += coverage.lost("".join(p.source for p in some), " ".join(p.whole for p in some))
    assert asked == 348
    assert lost <= 1


def found(styles, rule, gone):
    """How many of the cut texts the rule finds, and how many there are."""
    cut = [(p.source, left) for p in pairs() if p.style in styles for left, lost in p.cuts() if lost >= gone]
    return sum(bool(rule(source, left)) for source, left in cut), len(cut)


@pytest.mark.parametrize(
    ("styles", "rule", "gone", "least", "of"),
    [
        (("terse", "wordy"), coverage.lost, 0.4, 150, 214),
        (("terse",), coverage.lost, 0.4, 92, 107),
        (("wordy",), coverage.lost, 0.4, 58, 107),
        (("terse", "wordy"), refused, 0.4, 155, 214),
        (("terse", "wordy"), coverage.lost, 0.0, 163, 334),
    ],
)
def test_so_many_cut_texts_are_found(styles, rule, gone, least, of):
    """The figures that the rule tells of itself; more words may only find more."""
    caught, cut = found(styles, rule, gone)
    assert cut == of
    assert caught >= least


def test_what_a_sentence_lost_in_the_middle_is_found_too():
    source = "要加强森林防火，备足救灾物资，落实值班制度。供热企业要检修锅炉，畅通服务热线。"
    whole = (
        "Prevent forest fires, stock relief supplies and keep duty rosters. Heating firms must overhaul boilers "
        "and answer hotlines."
    )
    assert refused(source, whole) is None
    assert refused(source, "Prevent forest fires. Heating firms must overhaul boilers and answer hotlines.") is (
        Fault.MISSING
    )


@pytest.mark.parametrize(
    ("english", "is_lost"),
    [
        ("First, the control at the source must be strengthened; second, the supervision must be strict.", True),
        ("1. Strengthen the control at the source; 2. Supervise the process strictly.", True),
        ("First, strengthen the source; second, supervise strictly; third, inspect more.", False),
        ("1. Strengthen the source; 2. Supervise strictly; 3. Inspect more.", False),
        ("First, strengthen the source, then supervise strictly and finally inspect more.", False),
        ("Strengthen the source, supervise strictly and inspect more.", False),
        ("Put the source first, supervise strictly and inspect more.", False),
    ],
)
def test_numbered_items_are_there_to_the_last(english, is_lost):
    assert coverage.lost("一是强化源头管控，二是严格过程监管，三是加大督查力度。", english) is is_lost


def test_latin_names_and_the_terms_of_the_user_are_missed_too():
    source = "各园区要对照要求逐项梳理到位，加快建设LNG储罐，同步推进VOCs收集和蓝盾行动"
    english = "All parks must go through each requirement item by item and carry it out to the letter."
    full = "All parks go through the requirements, build the LNG tank faster, collect VOCs and advance "
    assert coverage.lost(source, english, {"蓝盾行动": "Operation Blue Shield"})
    assert not coverage.lost(source, full + "Operation Blue Shield", {"蓝盾行动": "Operation Blue Shield"})


def test_a_text_of_one_clause_or_of_few_characters_is_never_called_cut():
    assert not coverage.lost("加强隐患排查整治", "Work", {})
    assert not coverage.lost("要快，要稳", "Be quick", {})
    assert not coverage.lost("", "", {})

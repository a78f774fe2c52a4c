"""Engines that stop early: how many of their texts are found, and that no sound one is refused for it."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from digest.translate import coverage
from digest.translate.gate import Fault, objection

PAIRS = Path(__file__).with_name("truncation_pairs.txt").read_text("utf-8")
#: a closing word or mark that belongs to the clause that is gone
_OPEN_END = re.compile(r"(?:[,;:\s]+|\b(?:and|so|but|that|who))+$")


@dataclass(frozen=True)
class Pair:
    chinese: tuple[str, ...]
    english: tuple[str, ...]
    style: str

    @property
    def source(self):
        return "".join(self.chinese)

    def cut(self, left):
        return _OPEN_END.sub("", _joined(self.english[:left])) + "."

    def cuts(self):
        """(English that is left, share of the clauses that is gone)."""
        whole = len(self.chinese)
        return [(self.cut(left), 1 - left / whole) for left in range(1, whole) if self.style != "free"]


def _joined(parts):
    return " ".join(part.strip() for part in parts)


def pairs():
    found, chinese = [], ()
    for line in PAIRS.splitlines():
        style, colon, text = line.partition(": ")
        if style == "zh":
            chinese = tuple(text.split("|"))
        elif colon and not line.startswith("#"):
            found.append(Pair(chinese=chinese, english=tuple(text.split("|")), style=style))
    return found


def refused(source, english):
    return objection(source, english, context="directive")


def test_the_pairs_are_aligned():
    assert len(pairs()) == 127
    assert len({pair.chinese for pair in pairs()}) == 60
    assert [pair.source for pair in pairs() if pair.style != "free" and len(pair.english) != len(pair.chinese)] == []


def test_no_sound_english_is_refused():
    assert [(p.style, _joined(p.english)) for p in pairs() if refused(p.source, _joined(p.english))] == []


def found(style, rule, gone=0.4):
    """How many of the cut texts the rule finds, and how many there are."""
    cut = [(p.source, left) for p in pairs() if p.style in style for left, lost in p.cuts() if lost >= gone]
    return sum(bool(rule(source, left)) for source, left in cut), len(cut)


def test_the_figures_of_the_rule_are_those_it_tells():
    assert found(("terse", "wordy"), coverage.lost) == (150, 214)
    assert found(("terse",), coverage.lost) == (92, 107)
    assert found(("wordy",), coverage.lost) == (58, 107)
    assert found(("terse", "wordy"), refused) == (155, 214)
    assert found(("terse", "wordy"), coverage.lost, gone=0.0) == (163, 334)


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

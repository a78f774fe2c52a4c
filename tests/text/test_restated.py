"""Restated demands: the pairs of tests/corpus/restated, read as the program reads articles."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from digest.model import Document, Verdict
from digest.text.brief import read
from digest.text.restated import (
    SAME,
    Saying,
    distinction,
    is_same,
    judge,
    likeness,
    person,
    recognise,
    sketch,
    standing,
)

CORPUS = Path(__file__).parents[1] / "corpus" / "restated"
DAYS = {"a": "2026-11-02", "b": "2026-12-01"}


def load(name):
    return json.loads((CORPUS / name).read_text("utf-8"))


def pairs(name):
    return [*map(named, load(name))]


def named(pair):
    marks = [pytest.mark.xfail(reason=pair["known_failure"])] if "known_failure" in pair else []
    return pytest.param(pair, id=pair["name"].replace(" ", "-"), marks=marks)


def said(pair, side):
    """The one directive of a page that says this."""
    told = {"in": "青屏市", "as": "市长许映川强调", "about": "专项", "on": DAYS[side], **pair[side]}
    where = told["in"] or ""
    lead = f"{where}召开{told['about']}工作会议。" if where else f"{told['about']}工作会议召开。"
    page = f"{where}召开{told['about']}工作会议\n{told['on']} 来源：某报\n\n{lead}{told['as']}，{told['text']}。\n"
    if "notice" in told:
        page = f"{where}人民政府关于{told['about']}工作的通告\n{told['on']}\n\n现将有关事项通告如下：\n一、{told['text']}。\n"
    brief = read(Document(path="a.txt", file="a.txt", text=page, kind="text", encoding="utf-8", sha256="0"))
    (directive,) = brief.directives
    return replace(Saying.of(directive, brief.article), place=told["in"])


def both(pair):
    return said(pair, "a"), said(pair, "b")


@pytest.mark.parametrize("pair", pairs("same.json"))
def test_a_restated_demand_is_known_again_and_what_became_of_it(pair):
    a, b = both(pair)
    assert is_same(a, b), (likeness(a.text, b.text, a.deadline, b.deadline), distinction(a, b))
    assert is_same(b, a)
    assert judge(b, [a]).verdict == pair["verdict"]


@pytest.mark.parametrize("pair", pairs("other.json"))
def test_demands_that_are_worded_alike_stay_two(pair):
    a, b = both(pair)
    assert not is_same(a, b)
    assert not is_same(b, a)


def test_the_threshold_has_room_on_both_sides():
    def score(pair):
        a, b = both(pair)
        return likeness(a.text, b.text, a.deadline, b.deadline), distinction(a, b)

    same = [score(pair)[0] for pair in load("same.json") if "known_failure" not in pair]
    others = [score(pair) for pair in load("other.json") if pair["a"].get("in", "") == pair["b"].get("in", "")]
    assert min(same) >= SAME + 0.05
    assert max((alike for alike, why in others if why is None), default=0) <= SAME - 0.05


def test_restatements_can_be_looked_up_by_their_sketches():
    for pair in load("same.json"):
        a, b = both(pair)
        assert set(sketch(a.text, a.deadline)) & set(sketch(b.text, b.deadline)), pair["name"]
    assert len(sketch("要" + "各县区要逐村逐户核查散煤用户，建立动态档案，做到底数清、情况明")) == 16
    assert sketch("") == ()


SAYING = Saying(
    text="市住建局要打通86个老旧小区的消防通道",
    issuer="许映川（市长）",
    owner="市住建局",
    place="青屏市",
    topics=("安全生产",),
    strength="should",
    deadline="12月20日前",
    deadline_date="2026-12-20",
    said="2026-11-02",
)


def later(day, strength="should", said="2026-12-01", words=None):
    return replace(SAYING, deadline=words or day, deadline_date=day, strength=strength, said=said)


def test_of_several_known_demands_the_most_alike_is_meant():
    shorter = replace(SAYING, text="市住建局要打通86个老旧小区的消防通道，清理占道堆物，施划禁停标线")
    assert recognise(SAYING, [shorter, SAYING]) == 1
    assert recognise(SAYING, [SAYING, SAYING]) == 0
    assert recognise(SAYING, []) is None


def test_a_day_told_before_is_no_move_and_the_last_day_is_the_one_it_moved_from():
    january, february = later("2027-01-20"), later("2027-02-10", said="2027-01-05")
    assert judge(january, [SAYING]).moved_from == "2026-12-20"
    assert judge(february, [SAYING, january]).moved_from == "2027-01-20"
    assert judge(replace(february, deadline_date="2026-12-20"), [SAYING, january]).verdict is Verdict.REPEATED


def test_an_older_page_that_is_read_late_changes_nothing():
    old = later("2026-12-10", said="2026-10-01", strength="must")
    assert judge(old, [SAYING]).verdict is Verdict.REPEATED


def test_what_holds_is_the_last_deadline_and_the_greatest_strength():
    january = later("2027-01-20", strength="must")
    copy = replace(SAYING, said="2026-12-02")
    found = standing([SAYING, january, copy])
    assert (found.strength, found.deadline_date) == ("must", "2027-01-20")
    undated = replace(SAYING, deadline=None, deadline_date=None)
    assert standing([undated, january]).deadline_date == "2027-01-20"


def test_a_person_is_known_without_the_office_and_a_meeting_is_nobody():
    assert person("许映川（市委副书记、市长）") == person("许映川（市长）") == "许映川"
    assert (person("会议"), person("通知"), person(None)) == (None, None, None)
    assert person("市安委办") == "市安委办"

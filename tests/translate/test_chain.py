"""The chain: people before engines, each engine's memory before the engine, the gate behind it, the rules at last."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta

import pytest
from scripted_engine import SOUND, Rows, Scripted

from digest.errors import EngineRefused
from digest.translate import State
from digest.translate.chain import BATCH_CHARACTERS, BATCH_TEXTS, Chain
from digest.translate.memory import Unit, human_key, key_of, normal, with_terms
from digest.translate.officialese import Officialese

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
CHECK, SCHOOL, BUSES = "加强隐患排查整治", "改善校园食堂管理", "优化公交线网布局"


@pytest.fixture
def memory():
    return Rows()


@pytest.fixture
def chain(memory):
    def make(*engines, now=NOW, **options):
        return Chain(engines, memory, rules=Officialese(), now=now, **options)

    return make


def english(results):
    return [(result.text, result.state, result.engine) for result in results]


def by_hand(memory, zh, en):
    memory.keep([Unit(key=human_key(zh), zh=zh, en=en, engine="human", fingerprint="", why="", made=NOW)])


# Keys


def test_a_key_is_the_hash_that_is_documented():
    told = "deepl\x1fv1\x1fzh\x1fen\x1f推进会议,要求"
    assert key_of("推进会议，要求", engine="deepl", fingerprint="v1") == hashlib.sha256(told.encode()).digest()


def test_simplified_traditional_and_pinyin_ridden_copies_share_a_row():
    copies = [
        "推进会议要求强化隐患治理",
        "推進會議要求強化隱患治理",
        "推進(jìn)會(huì)議(yì)要求強(qiáng)化隱患治理",
        "推进 会议 要求强化隐患治理",
    ]
    assert len({key_of(text, engine="deepl", fingerprint="1") for text in copies}) == 1


@pytest.mark.parametrize(
    "other",
    [
        {"zh": SCHOOL, "engine": "deepl", "fingerprint": "1"},
        {"zh": CHECK, "engine": "chat", "fingerprint": "1"},
        {"zh": CHECK, "engine": "deepl", "fingerprint": "2"},
        {"zh": CHECK, "engine": "deepl1", "fingerprint": ""},
    ],
)
def test_another_text_engine_or_fingerprint_is_another_row(other):
    assert key_of(**other) != key_of(CHECK, engine="deepl", fingerprint="1")


def test_a_key_exists_for_any_text():
    assert len({key_of(text, engine="e", fingerprint="") for text in ("", "\ud800", "a" * 10_000)}) == 3
    assert normal("a\x1fb") == "ab"


def test_only_the_terms_of_a_text_change_its_fingerprint():
    terms = {"隐患": "hazard", "食堂": "canteen"}
    assert with_terms("1", BUSES, terms) == "1"
    assert with_terms("1", CHECK, terms) == with_terms("1", CHECK, {"隐患": "hazard"}) != "1"
    assert with_terms("1", CHECK, terms) != with_terms("1", CHECK, {"隐患": "danger"})


# Memory


def test_a_second_run_makes_no_call(chain, memory):
    engine = Scripted()
    first = chain(engine).translate([CHECK, SCHOOL], context="directive")
    assert engine.asked == [CHECK, SCHOOL]
    run = chain(engine)
    assert run.translate([SCHOOL, CHECK], context="directive") == list(reversed(first))
    assert engine.asked == [CHECK, SCHOOL]
    assert english(first) == [(SOUND, State.MT, "scripted")] * 2
    (report,) = run.report().engines
    assert (report.translated, report.remembered, report.characters) == (0, 2, 0)
    assert set(memory.shown) == set(memory.units)


def test_another_fingerprint_asks_again(chain):
    engine = Scripted()
    chain(engine).translate([CHECK], context="directive")
    engine.fingerprint = "2"
    chain(engine).translate([CHECK], context="directive")
    assert engine.asked == [CHECK, CHECK]


def test_a_new_term_asks_again_only_for_texts_that_contain_it(chain):
    engine = Scripted()
    chain(engine).translate([CHECK, SCHOOL], context="directive")
    chain(engine, terms={"隐患": "hazard"}).translate([CHECK, SCHOOL], context="directive")
    assert engine.calls == [[CHECK, SCHOOL], [CHECK]]
    assert engine.terms == [{}, {"隐患": "hazard"}]


def test_the_same_text_is_asked_once_in_any_script(chain):
    engine = Scripted()
    results = chain(engine).translate([CHECK, "加強隱患排查整治", SCHOOL, CHECK], context="directive")
    assert engine.asked == [CHECK, SCHOOL]
    assert [r.text for r in results] == [SOUND] * 4


def test_texts_are_asked_in_batches_and_kept_after_each(chain, memory):
    texts = [f"{word}隐患排查{tail}" for word in "加改优推深严抓补防建" for tail in "整治工作机制"]
    kept = []
    engine = Scripted(lambda text: kept.append(len(memory.units)) or SOUND)
    chain(engine).translate(texts, context="directive")
    assert [len(call) for call in engine.calls] == [BATCH_TEXTS] * 3
    assert kept[::BATCH_TEXTS] == [0, BATCH_TEXTS, 2 * BATCH_TEXTS]


def test_long_texts_make_short_batches(chain):
    engine = Scripted(lambda text: "Strengthen the checks and remedies of hazards " * 2)
    long = ["加强" * (BATCH_CHARACTERS // 5) + end for end in "甲乙丙"]
    chain(engine).translate(long, context="sentence")
    assert [len(call) for call in engine.calls if len(call) > 1] == [2]


def test_what_the_gate_would_refuse_today_is_not_served_from_the_memory_nor_paid_again(chain, memory):
    engine = Scripted()
    chain(engine).translate([CHECK], context="directive")
    memory.age(en="Go")
    run = chain(engine)
    (result,) = run.translate([CHECK], context="directive")
    assert (result.engine, engine.asked) == ("officialese", [CHECK])
    assert run.report().engines[0].refused == (("too short: truncated", 1),)


# People


def test_what_a_person_wrote_wins_over_every_engine_at_once(chain, memory):
    engine = Scripted()
    chain(engine).translate([CHECK], context="directive")
    by_hand(memory, "加強隱患排查整治", "Look for hazards and remove them")
    run = chain(engine)
    (result,) = run.translate([CHECK], context="directive")
    assert english([result]) == [("Look for hazards and remove them", State.HUMAN, "human")]
    assert (engine.asked, run.report().corrected) == ([CHECK], 1)


def test_a_correction_needs_no_engine(chain, memory):
    by_hand(memory, CHECK, "Look for hazards")
    assert chain().translate([CHECK], context="title")[0].state is State.HUMAN


def test_a_text_that_is_a_term_is_what_the_user_says(chain):
    engine = Scripted()
    run = chain(engine, terms={"市住建局": "City Housing Bureau"})
    (result,) = run.translate(["市住建局"], context="owner")
    assert (result.text, result.state, engine.calls) == ("City Housing Bureau", State.HUMAN, [])


# Gate and fallback


def test_what_the_gate_refuses_is_asked_once_more_alone(chain):
    tries = iter(["加强", SOUND, SOUND])
    engine = Scripted(lambda text: next(tries))
    run = chain(engine)
    results = run.translate([CHECK, SCHOOL], context="directive")
    assert engine.calls == [[CHECK, SCHOOL], [CHECK]]
    assert [r.text for r in results] == [SOUND, SOUND]
    assert run.report().engines[0].refused == ()


def test_what_stays_wrong_goes_to_the_next_engine_and_is_counted(chain):
    bad, good = Scripted(lambda text: text, name="echo"), Scripted(name="good")
    run = chain(bad, good)
    results = run.translate([CHECK, SCHOOL], context="directive")
    assert [r.engine for r in results] == ["good", "good"]
    assert bad.calls == [[CHECK, SCHOOL], [CHECK], [SCHOOL]]
    assert run.report().engines[0].refused == (("the Chinese again", 2),)


def test_without_sound_english_the_rules_and_terms_stand(chain):
    results = chain(Scripted(lambda text: "")).translate(["星桥市", "某某甲乙丙丁"], context="place")
    assert results[0].engine == results[1].engine == "officialese"
    assert results[0].state is State.GLOSS


def test_a_failure_is_believed_for_a_day(chain):
    engine = Scripted(lambda text: None)
    chain(engine).translate([CHECK], context="directive")
    run = chain(engine, now=NOW + timedelta(hours=23, minutes=59))
    run.translate([CHECK], context="directive")
    assert engine.asked == [CHECK]
    assert run.report().engines[0].refused == (("cannot", 1),)
    engine.answer = lambda text: SOUND
    (result,) = chain(engine, now=NOW + timedelta(hours=24)).translate([CHECK], context="directive")
    assert (result.text, engine.asked) == (SOUND, [CHECK, CHECK])


def test_a_failure_of_a_clock_that_was_set_back_is_not_believed(chain):
    engine = Scripted(lambda text: None)
    chain(engine).translate([CHECK], context="directive")
    chain(engine, now=NOW - timedelta(hours=1)).translate([CHECK], context="directive")
    assert engine.asked == [CHECK, CHECK]


def test_an_engine_that_fails_is_not_asked_again_in_the_run_and_says_why(chain, memory):
    down, good = Scripted(name="down"), Scripted(name="good")
    down.down = "no connection"
    run = chain(down, good)
    run.translate([CHECK], context="directive")
    run.translate([SCHOOL], context="title")
    assert (len(down.calls), good.asked) == (1, [CHECK, SCHOOL])
    assert run.report().failures == (("down", "no connection"),)
    assert {unit.engine for unit in memory.units.values()} == {"good"}
    down.down = ""
    chain(down, good).translate([CHECK], context="directive")
    assert len(down.calls) == 2


def test_the_memory_of_an_engine_that_fails_still_serves(chain):
    engine = Scripted()
    chain(engine).translate([CHECK], context="directive")
    engine.down = "no connection"
    results = chain(engine).translate([SCHOOL, CHECK], context="directive")
    assert [r.engine for r in results] == ["officialese", "scripted"]


def test_a_fault_inside_an_engine_stops_no_mail(chain, caplog):
    class Broken(Scripted):
        def translate(self, texts, *, terms, context):
            raise KeyError("translations")

    run = chain(Broken(name="broken"), Scripted(name="good"))
    assert run.translate([CHECK], context="directive")[0].engine == "good"
    assert run.report().failures == (("broken", "a fault in the program: KeyError"),)
    assert "KeyError" in caplog.text


def test_a_fault_inside_the_rules_costs_the_text_that_shows_it_and_no_other(memory, caplog):
    class Fragile(Officialese):
        def translate(self, texts, *, context):
            if SCHOOL in texts:
                raise IndexError("string index out of range")
            return super().translate(texts, context=context)

    run = Chain((), memory, rules=Fragile(), now=NOW)
    check, school, same = run.translate([CHECK, SCHOOL, CHECK], context="directive")
    assert (school.text, school.state, school.engine) == (None, State.NONE, "officialese")
    assert check.text
    assert same == check
    assert SCHOOL in caplog.text
    assert "IndexError" in caplog.text


def test_an_engine_that_refuses_in_the_middle_keeps_what_was_paid(chain, memory):
    class Quota(Scripted):
        def translate(self, texts, *, terms, context):
            if self.calls:
                raise EngineRefused("the quota is used up", subject=self.name)
            return super().translate(texts, terms=terms, context=context)

    texts = [f"{word}隐患排查{tail}" for word in "加改优推深" for tail in "整治工作机制"]
    run = chain(Quota(paid=True))
    results = run.translate(texts, context="directive")
    assert [r.engine for r in results].count("scripted") == BATCH_TEXTS == len(memory.units)
    assert run.report().failures == (("scripted", "the quota is used up"),)


def test_an_answer_of_the_wrong_length_is_asked_singly(chain):
    class Merging(Scripted):
        def translate(self, texts, *, terms, context):
            return super().translate(texts, terms=terms, context=context)[: max(1, len(texts) - 1)]

    engine = Merging()
    results = chain(engine).translate([CHECK, SCHOOL, BUSES], context="directive")
    assert [len(call) for call in engine.calls] == [3, 1, 1, 1]
    assert [r.engine for r in results] == ["scripted"] * 3


def test_an_engine_that_never_answers_one_to_one_is_left_and_counted(chain):
    class Doubling(Scripted):
        def translate(self, texts, *, terms, context):
            return super().translate(texts, terms=terms, context=context) * 2

    run = chain(Doubling())
    run.translate([CHECK], context="directive")
    assert run.report().engines[0].refused == (("answers with another number of texts", 1),)


def test_a_batch_that_is_hopeless_is_not_paid_for_text_by_text(chain, memory):
    engine = Scripted(lambda text: None)
    texts = [f"{word}隐患排查整治" for word in "加改优推深严抓补"]
    chain(engine).translate(texts, context="directive")
    assert [len(call) for call in engine.calls] == [8, 1, 1, 1]
    assert len(memory.units) == 8


# Budget


def test_paid_engines_stop_at_the_budget_and_free_ones_go_on(chain):
    paid, free = Scripted(name="paid", paid=True), Scripted(name="free")
    run = chain(paid, free, budget=len(CHECK) + len(SCHOOL) + 3)
    run.translate([CHECK, SCHOOL, BUSES], context="directive")
    run.translate(["推动公交优先发展"], context="directive")
    report = run.report()
    assert (paid.asked, free.asked) == ([CHECK, SCHOOL], [BUSES, "推动公交优先发展"])
    assert (report.engines[0].characters, report.budget, report.over_budget) == (len(CHECK + SCHOOL), 19, 2)
    assert report.failures == ()


def test_the_budget_is_one_for_all_paid_engines_and_counts_retries(chain):
    echo, other = Scripted(lambda text: text, name="echo", paid=True), Scripted(name="other", paid=True)
    run = chain(echo, other, budget=2 * len(CHECK + SCHOOL))
    run.translate([CHECK, SCHOOL], context="directive")
    assert (len(echo.calls), other.calls, run.report().over_budget) == (3, [], 2)


def test_what_an_engine_asks_again_by_itself_counts_too(chain):
    class Doubting(Scripted):
        def translate(self, texts, *, terms, context):
            self.resent += sum(map(len, texts))
            return super().translate(texts, terms=terms, context=context)

    run = chain(Doubting(paid=True), budget=len(CHECK + SCHOOL))
    run.translate([CHECK], context="directive")
    run.translate([SCHOOL], context="directive")
    assert (run.report().engines[0].characters, run.report().over_budget) == (2 * len(CHECK), 1)


def test_a_sign_of_life_comes_before_every_question(chain):
    signs = []
    run = chain(engine := Scripted(lambda text: text), progress=lambda: signs.append(len(engine.calls)))
    run.translate([CHECK, SCHOOL], context="directive")
    assert signs == [0, 1, 2]


def test_what_is_remembered_costs_nothing(chain):
    engine = Scripted(paid=True)
    chain(engine).translate([CHECK], context="directive")
    run = chain(engine, budget=0)
    assert run.translate([CHECK], context="directive")[0].text == SOUND
    assert run.report().over_budget == 0


def test_results_are_one_to_one_whatever_happens(chain):
    texts = [CHECK, "", "　", CHECK, "\ud800", "12月1日前完成", normal(CHECK)]
    for answer in (lambda t: SOUND, lambda t: None, lambda t: t, lambda t: "\x00"):
        results = chain(Scripted(answer, fingerprint=str(id(answer)))).translate(texts, context="sentence")
        assert len(results) == len(texts)
        assert results[0] == results[3] == results[6]

"""The table of the translation memory, on SQLite and PostgreSQL."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from digest.store import translations
from digest.store.translations import EngineRows, Translation, Wanted


@pytest.fixture
def row(now):
    def make(number, **changes):
        values = {
            "key": f"key {number}".encode(),
            "text_key": f"text {number}".encode(),
            "zh": f"第{number}批改造",
            "en": f"Batch {number} of renovation",
            "engine": "deepl",
            "fingerprint": "v1",
            "why": "",
            "made": now,
        }
        return Translation(**(values | changes))

    return make


def test_rows_are_recalled_by_key_and_nothing_else(conn, row):
    translations.keep(conn, [row(1), row(2)])
    assert translations.recall(conn, [b"key 1", b"key 3"]) == {b"key 1": row(1)}
    assert translations.recall(conn, []) == {}


def test_thousands_of_keys_are_one_question(conn, row):
    translations.keep(conn, [row(n) for n in range(2000)])
    found = translations.recall(conn, [f"key {n}".encode() for n in range(3000)])
    assert len(found) == 2000
    translations.mark_used(conn, list(found), row(1).made)
    assert {r.hits for r in translations.recall(conn, list(found)).values()} == {1}


def test_a_row_that_is_there_gets_the_new_english_and_keeps_its_hits(conn, row, now):
    translations.keep(conn, [row(1, en=None, why="blank")])
    translations.mark_used(conn, [b"key 1"], now)
    later = now + timedelta(days=2)
    translations.keep(conn, [row(1, made=later)])
    assert translations.recall(conn, [b"key 1"])[b"key 1"] == row(1, made=later, used=now, hits=1)


def test_any_text_can_be_kept(conn, row):
    translations.keep(conn, [row(1, zh="加\x00强\ud800", en="a\x00b")])
    (kept,) = translations.search(conn, Wanted())
    assert (kept.zh, kept.en) == ("加\\u0000强\\ud800", "a\\u0000b")


def test_a_failure_without_a_reason_is_refused(store, row):
    with pytest.raises(IntegrityError), store.transaction() as conn:
        translations.keep(conn, [row(1, en=None, why="")])


def test_what_people_wrote_stands_first(conn, row, now):
    human = row(9, text_key=b"text 1", engine="human", fingerprint="", made=now - timedelta(days=9))
    # an engine may be called human: it has a fingerprint
    fake = row(8, text_key=b"text 1", engine="human", fingerprint="v1")
    translations.keep(conn, [row(1), human, fake])
    assert [r.key for r in translations.of_text(conn, b"text 1")] == [b"key 9", b"key 1", b"key 8"]
    assert translations.search(conn, Wanted(human=True)) == (human,)
    assert len(translations.search(conn, Wanted(human=False))) == 2


def test_rows_are_found_by_their_words_in_either_language(conn, row):
    translations.keep(conn, [row(1), row(2, en="A 100% share"), row(3, en=None, why="blank")])
    found = {
        text: [r.key for r in translations.search(conn, Wanted(text=text))] for text in ("第1批", "RENOVATION", "0%")
    }
    assert found == {"第1批": [b"key 1"], "RENOVATION": [b"key 1"], "0%": [b"key 2"]}
    assert [r.key for r in translations.search(conn, Wanted(failed=True))] == [b"key 3"]
    assert len(translations.search(conn, Wanted(engine="deepl"), limit=2)) == 2


def test_rows_that_nobody_needed_are_forgotten(conn, row, now):
    old = now - timedelta(days=400)
    translations.keep(conn, [row(1, made=old), row(2, made=old), row(3)])
    translations.mark_used(conn, [b"key 2"], now)
    assert translations.forget(conn, Wanted(unused_since=now - timedelta(days=365))) == 1
    assert set(translations.recall(conn, [b"key 1", b"key 2", b"key 3"])) == {b"key 2", b"key 3"}
    assert translations.remove(conn, b"key 2")
    assert not translations.remove(conn, b"key 2")


def test_stats_count_by_engine_and_version(conn, row, now):
    human = row(5, engine="human", fingerprint="")
    translations.keep(conn, [row(1), row(2, en=None, why="blank"), row(3, fingerprint="v2"), human])
    translations.mark_used(conn, [b"key 1"], now)
    first, second, third = translations.stats(conn)
    assert (first.engine, third.fingerprint) == ("human", "v2")
    assert second == EngineRows(
        engine="deepl", fingerprint="v1", translated=1, failed=1, characters=5, hits=1, last_made=now
    )

"""Articles and their briefs, once each."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import text

from digest.errors import StoreError
from digest.model import Period
from digest.store import articles

HOUR = timedelta(hours=1)


def test_a_brief_comes_back_as_it_was(conn, brief, now):
    number, new = articles.add(conn, brief(), extractor="1", first_seen=now)
    assert new
    assert articles.get(conn, number) == brief()


def test_the_same_words_are_one_article_and_stay_as_first_seen(conn, brief, now):
    first, _ = articles.add(conn, brief(), extractor="1", first_seen=now)
    again = articles.add(conn, brief(file="copy.html"), extractor="2", first_seen=now + HOUR)
    assert again == (first, False)
    assert articles.get(conn, first).article.file == "1.txt"
    assert articles.newest_first_seen(conn) == now
    assert articles.count(conn) == 1


def test_characters_outside_the_first_plane_and_control_characters_survive(conn, brief, now):
    odd = brief(title="𠮷野\0\x7f\ufeff😀\ud800")
    number, _ = articles.add(conn, odd, extractor="1", first_seen=now)
    assert articles.get(conn, number) == odd


def test_the_stored_brief_is_readable_json_with_sorted_keys(conn, brief, now):
    articles.add(conn, brief(), extractor="7", first_seen=now)
    stored, extractor = conn.execute(text("SELECT brief, extractor FROM articles")).one()
    assert "星桥市" in stored
    assert list(json.loads(stored)) == ["article", "background", "directives", "key_sentences", "keywords"]
    assert extractor == "7"


def test_the_articles_of_a_half_open_period_come_oldest_first(conn, brief, now):
    for number, at in [(1, now + 2 * HOUR), (2, now), (3, now + HOUR), (4, now + HOUR), (5, now - HOUR)]:
        articles.add(conn, brief(number), extractor="1", first_seen=at)
    found = articles.first_seen_in(conn, Period(start=now, end=now + 2 * HOUR))
    assert [stored.brief.article.file for stored in found] == ["2.txt", "3.txt", "4.txt"]
    assert [stored.first_seen for stored in found] == [now, now + HOUR, now + HOUR]


def test_a_new_version_knows_what_it_replaces(conn, brief, now):
    old, _ = articles.add(conn, brief(1), extractor="1", first_seen=now)
    new, _ = articles.add(conn, brief(2), extractor="1", first_seen=now, replaces=old)
    found = articles.first_seen_in(conn, Period(start=now, end=now + HOUR))
    assert [(stored.id, stored.replaces) for stored in found] == [(old, None), (new, old)]


def test_the_newest_versions_are_those_that_nothing_replaces_oldest_first(conn, brief, now):
    articles.add(conn, brief(3), extractor="1", first_seen=now + HOUR)
    old, _ = articles.add(conn, brief(1), extractor="1", first_seen=now)
    middle, _ = articles.add(conn, brief(2), extractor="1", first_seen=now, replaces=old)
    articles.add(conn, brief(4), extractor="1", first_seen=now + 2 * HOUR, replaces=middle)
    assert [found.article.file for found in articles.newest_versions(conn)] == ["3.txt", "4.txt"]


def test_an_empty_store_has_no_newest_article(conn):
    assert articles.newest_first_seen(conn) is None
    assert articles.count(conn) == 0


def test_an_unknown_article_is_an_error_by_number(conn):
    with pytest.raises(StoreError, match="no article 7"):
        articles.get(conn, 7)


def test_briefs_are_found_by_key(conn, brief, now):
    for number in (1, 2):
        articles.add(conn, brief(number), extractor="1", first_seen=now)
    key = brief(1).article.key
    assert articles.by_key(conn, [key, "unknown"]) == {key: brief(1)}

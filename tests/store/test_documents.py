"""The rows of the watched files."""

from datetime import timedelta

import pytest

from digest.model import Period, Skipped
from digest.store import articles, documents

HOUR = timedelta(hours=1)


@pytest.fixture
def article(conn, brief, now):
    return articles.add(conn, brief(), extractor="1", first_seen=now)[0]


def read(conn, path, article_id, now, **changes):
    values = {"size": 10, "mtime_ns": 1, "sha256": "a" * 64, "article_id": article_id, "now": now}
    documents.mark_read(conn, path, **{**values, **changes})


def skip(conn, path, now, **changes):
    values = {"size": 10, "mtime_ns": 1, "sha256": "b" * 64, "reason": "empty", "now": now}
    documents.mark_skipped(conn, path, **{**values, **changes})


def test_an_unknown_path_is_none(conn):
    assert documents.get(conn, "news/1.txt") is None


def test_a_version_seen_again_keeps_the_time_it_was_first_seen(conn, now):
    documents.observe(conn, "1.txt", 10, 2**62, now)
    documents.observe(conn, "1.txt", 10, 2**62, now + HOUR)
    row = documents.get(conn, "1.txt")
    assert (row.state, row.size, row.mtime_ns, row.observed_at) == ("pending", 10, 2**62, now)
    assert (row.sha256, row.reason, row.first_seen, row.article_id) == (None, None, None, None)


@pytest.mark.parametrize(("size", "mtime_ns"), [(11, 1), (10, 2)])
def test_a_file_that_still_changes_is_observed_anew(conn, now, size, mtime_ns):
    documents.observe(conn, "1.txt", 10, 1, now)
    documents.observe(conn, "1.txt", size, mtime_ns, now + HOUR)
    assert documents.get(conn, "1.txt").observed_at == now + HOUR


def test_a_document_read_knows_its_article(conn, now, article):
    documents.observe(conn, "1.txt", 10, 1, now)
    read(conn, "1.txt", article, now + HOUR)
    row = documents.get(conn, "1.txt")
    assert (row.state, row.sha256, row.article_id) == ("read", "a" * 64, article)
    assert (row.observed_at, row.first_seen) == (now, now + HOUR)


def test_a_known_version_is_not_pending_again(conn, now, article):
    read(conn, "1.txt", article, now)
    skip(conn, "2.txt", now)
    for path in ("1.txt", "2.txt"):
        documents.observe(conn, path, 10, 1, now + HOUR)
    assert documents.counts(conn) == {"pending": 0, "read": 1, "skipped": 1}


def test_a_changed_document_is_pending_and_remembers_the_article_it_replaces(conn, now, article):
    read(conn, "1.txt", article, now)
    documents.observe(conn, "1.txt", 20, 2, now + HOUR)
    row = documents.get(conn, "1.txt")
    assert (row.state, row.article_id) == ("pending", article)


def test_the_same_bytes_under_another_name_are_known(conn, now, article):
    read(conn, "1.txt", article, now)
    assert documents.sha_known(conn, "a" * 64) == article
    assert documents.sha_known(conn, "c" * 64) is None


def test_bytes_that_were_skipped_are_no_article_even_where_one_stood_before(conn, now, article):
    read(conn, "1.txt", article, now)
    skip(conn, "1.txt", now, mtime_ns=2)
    assert documents.sha_known(conn, "b" * 64) is None


def test_a_skipped_document_says_why_and_can_be_read_later(conn, now, article):
    skip(conn, "1.txt", now, sha256=None, reason="unreadable: permission denied")
    assert documents.get(conn, "1.txt").reason == "unreadable: permission denied"
    read(conn, "1.txt", article, now + HOUR, mtime_ns=2)
    row = documents.get(conn, "1.txt")
    assert (row.state, row.reason, row.first_seen) == ("read", None, now + HOUR)


def test_skipped_documents_are_told_in_the_half_open_period_they_were_skipped_in(conn, now):
    for path, at in [("in/甲.txt", now), ("in/乙.txt", now + HOUR), ("in/丙.txt", now - HOUR)]:
        skip(conn, path, at)
    period = Period(start=now, end=now + HOUR)
    assert documents.skipped_between(conn, period) == (Skipped(file="甲.txt", reason="empty"),)


def test_the_same_bytes_skipped_again_are_not_told_again(conn, now):
    skip(conn, "1.txt", now)
    documents.observe(conn, "1.txt", 10, 2, now + HOUR)
    skip(conn, "1.txt", now + HOUR, mtime_ns=2)
    assert documents.get(conn, "1.txt").first_seen == now


def test_other_bytes_skipped_in_the_same_place_are_told(conn, now, article):
    skip(conn, "1.txt", now)
    skip(conn, "1.txt", now + HOUR, mtime_ns=2, sha256="c" * 64)
    assert documents.get(conn, "1.txt").first_seen == now + HOUR
    read(conn, "2.txt", article, now)
    skip(conn, "2.txt", now + HOUR, sha256="a" * 64)
    assert documents.get(conn, "2.txt").first_seen == now + HOUR


def test_lists_are_by_path(conn, now, article):
    for path in ("b", "a"):
        documents.observe(conn, f"pending/{path}", 1, 1, now)
        skip(conn, f"skipped/{path}", now)
    read(conn, "read", article, now)
    assert [row.path for row in documents.list_pending(conn)] == ["pending/a", "pending/b"]
    assert [row.path for row in documents.list_skipped(conn)] == ["skipped/a", "skipped/b"]


def test_a_file_name_in_another_encoding_is_kept_as_escapes(conn, now):
    path = "星桥市.txt".encode("gbk").decode("utf-8", "surrogateescape")
    documents.observe(conn, path, 1, 1, now)
    documents.observe(conn, path, 1, 1, now + HOUR)
    assert documents.get(conn, path).observed_at == now
    assert "\\udc" in documents.get(conn, path).path

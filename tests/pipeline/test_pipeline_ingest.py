"""From the watched folders to the store."""

from __future__ import annotations

import os

import pytest
from office import BUSES, FOREST, SCHOOL, WATER

from digest.model import EPOCH, Period
from digest.store import articles, documents


def seen(counts):
    return counts.new, counts.changed, counts.known, counts.pending, [s.file for s in counts.skipped]


def stored(office):
    with office.store.read() as conn:
        return articles.first_seen_in(conn, Period(start=EPOCH, end=office.clock().replace(year=2100)))


def test_new_articles_are_read_once(office):
    office.write("a.txt", WATER)
    office.write("deep/er/b.txt", SCHOOL)
    assert seen(office.ingest()) == (2, 0, 0, 0, [])
    office.later(minutes=1)
    assert seen(office.ingest()) == (0, 0, 2, 0, [])
    assert [s.brief.article.file for s in stored(office)] == ["a.txt", "b.txt"]


def test_progress_counts_every_file(office):
    from digest.pipeline import ingest

    office.write("a.txt", WATER)
    office.write("b.txt", b"")
    told = []
    ingest(office.store, office.settings, office.clock(), progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


def test_a_renamed_file_is_not_new(office):
    first = office.write("a.txt", WATER)
    office.ingest()
    first.rename(office.news / "b.txt")
    assert seen(office.ingest()) == (0, 0, 1, 0, [])
    assert office.article_count() == 1


def test_a_copy_in_another_folder_is_not_new_even_in_the_same_run(office):
    office.write("a.txt", WATER)
    office.write("archive/a.txt", WATER)
    assert seen(office.ingest()) == (1, 0, 1, 0, [])


def test_a_changed_file_is_a_new_version_that_replaces_the_old_one(office):
    office.write("a.txt", WATER)
    office.ingest()
    office.later(hours=1)
    office.write("a.txt", WATER.replace("12月20日", "12月31日"))
    assert seen(office.ingest()) == (0, 1, 0, 0, [])
    old, new = stored(office)
    assert (old.replaces, new.replaces) == (None, old.id)


def test_another_story_under_the_same_name_replaces_nothing(office):
    office.write("latest.txt", WATER)
    office.ingest()
    office.later(hours=1)
    office.write("latest.txt", SCHOOL)
    assert seen(office.ingest()) == (1, 0, 0, 0, [])
    assert [s.replaces for s in stored(office)] == [None, None]


def test_a_touched_file_is_not_new(office):
    path = office.write("a.txt", WATER)
    office.ingest()
    os.utime(path, (1, 1))
    assert seen(office.ingest()) == (0, 0, 1, 0, [])


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8-sig"])
def test_the_same_words_in_another_encoding_are_not_new(office, encoding):
    office.write("a.txt", WATER)
    office.ingest()
    office.write("b.txt", WATER, encoding=encoding)
    assert seen(office.ingest()) == (0, 0, 2, 0, [])
    assert office.article_count() == 1


BAD = {
    "binary.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "not text|binary"),
    "blank.txt": (" \n\n　\n".encode(), "no text"),
    "empty.txt": (b"", "empty"),
    "furniture.html": (b"<html><body><nav><a href='/'>x</a></nav></body></html>", "no "),
    "huge.txt": ((SCHOOL * 80).encode(), "larger than the limit"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_read_is_recorded_with_its_reason_and_the_others_go_on(office, name):
    content, reason = BAD[name]
    office.save(sources=[{"folder": "news/", "max_bytes": 20_000}])
    office.write(name, content)
    office.write("z.txt", WATER)
    counts = office.ingest()
    assert seen(counts) == (1, 0, 0, 0, [name])
    with office.store.read() as conn:
        (row,) = documents.list_skipped(conn)
    assert row.path.endswith(name)
    assert row.reason == counts.skipped[0].reason
    assert any(word in row.reason for word in reason.split("|"))


def test_a_bad_file_is_told_once_and_read_when_it_is_repaired(office):
    office.write("a.txt", b"")
    assert seen(office.ingest())[4] == ["a.txt"]
    office.later(minutes=1)
    assert seen(office.ingest()) == (0, 0, 1, 0, [])
    office.later(minutes=1)
    office.write("a.txt", WATER)
    assert seen(office.ingest()) == (1, 0, 0, 0, [])
    with office.store.read() as conn:
        assert documents.list_skipped(conn) == ()


def test_a_link_that_leads_nowhere_is_told(office):
    (office.news / "a.txt").symlink_to(office.news / "gone.txt")
    office.now = office.now.replace(year=2100)  # the link's own age is the file system's
    (skipped,) = office.ingest().skipped
    assert (skipped.file, "does not exist" in skipped.reason) == ("a.txt", True)


def test_a_fault_in_the_program_stops_neither_the_run_nor_the_other_articles(office, monkeypatch):
    from digest.text import brief as reading

    real = reading.read

    def faulty(document, **options):
        if document.file == "a.txt":
            raise ZeroDivisionError("a bug")
        return real(document, **options)

    monkeypatch.setattr(reading, "read", faulty)
    office.write("a.txt", WATER)
    office.write("b.txt", SCHOOL)
    counts = office.ingest()
    assert seen(counts) == (1, 0, 0, 0, ["a.txt"])
    assert counts.skipped[0].reason == "a fault in the program: ZeroDivisionError: a bug"


def test_a_file_that_is_still_being_written_waits(office):
    office.write("a.txt", WATER[:80], age=0.5)
    assert seen(office.ingest()) == (0, 0, 0, 1, [])
    office.later(seconds=1)
    office.write("a.txt", WATER[:120], age=0)
    assert seen(office.ingest()) == (0, 0, 0, 1, [])
    office.later(seconds=1)
    office.write("a.txt", WATER, age=0)
    assert seen(office.ingest()) == (0, 0, 0, 1, [])
    assert office.article_count() == 0
    office.later(seconds=2)
    assert seen(office.ingest()) == (1, 0, 0, 0, [])
    (only,) = stored(office)
    assert only.brief.article.title == "星桥市召开供水管网改造推进会"


def test_a_file_dated_in_the_future_is_read_once_it_rests(office):
    office.write("a.txt", WATER, age=-86400)
    assert seen(office.ingest()) == (0, 0, 0, 1, [])
    office.later(seconds=2)
    assert seen(office.ingest()) == (1, 0, 0, 0, [])


def test_a_missing_source_is_reported_while_another_goes_on(office):
    office.save(sources=[{"folder": "gone/"}, {"folder": "news/"}])
    office.write("a.txt", WATER)
    counts = office.ingest()
    assert counts.new == 1
    (skipped,) = counts.skipped
    assert skipped.file == str(office.folder / "gone")
    assert skipped.reason == "the folder does not exist"


def test_two_sources_with_one_folder_read_it_once(office):
    office.save(sources=[{"folder": "news/"}, {"folder": "news/"}])
    office.write("a.txt", WATER)
    assert seen(office.ingest()) == (1, 0, 1, 0, [])


def test_the_states_own_folder_is_never_news(office):
    office.save(sources=[{"folder": "./"}], mail={"from": "digest@example.org", "maildir": "post/"})
    office.write("a.txt", WATER)
    for folder in ("var", "post"):
        (office.folder / folder).mkdir(exist_ok=True)
        (office.folder / folder / "b.txt").write_text(FOREST, encoding="utf-8")
    office.later(days=1000)
    counts = office.ingest()
    assert (counts.new, office.article_count()) == (1, 1)


def test_only_the_suffixes_of_the_source_are_read(office):
    office.save(sources=[{"folder": "news/", "suffixes": [".TXT"], "recursive": False}])
    office.write("a.txt", WATER)
    office.write("b.md", SCHOOL)
    office.write("below/c.txt", BUSES)
    assert seen(office.ingest()) == (1, 0, 0, 0, [])


def test_words_and_ranking_of_the_configuration_reach_the_reading(office, monkeypatch):
    from digest.text import brief as reading

    (office.config.parent / "words.txt").write_text("河长制办\n", "utf-8")
    office.save(digest={"words": "words.txt", "ranking": "textrank4zh"})
    office.write("a.txt", WATER)
    asked = []
    read = reading.read
    monkeypatch.setattr(reading, "read", lambda document, **options: asked.append(options) or read(document, **options))
    assert seen(office.ingest())[0] == 1
    (options,) = asked
    assert options["ranking"] == "textrank4zh"
    assert "河长制办" in options["tokenizer"].cut("请河长制办报送")

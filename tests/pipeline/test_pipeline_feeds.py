"""A feed file holds several articles: each is read once, however the file grows."""

from __future__ import annotations

import os

import pytest
from document_files import LEAD, docx_bytes, eml_bytes, pdf_bytes, pdf_page, rss, rss_item, wrapped
from office import BUSES, FOREST, SCHOOL, WATER

from digest.model import EPOCH, Period
from digest.store import articles, documents


def seen(counts):
    return counts.new, counts.changed, counts.known, counts.pending, [s.file for s in counts.skipped]


def item(number, text):
    title, _, *body = text.splitlines()
    return rss_item(number, title=title, body="".join(f"<p>{line}</p>" for line in body if line))


def stored(office):
    with office.store.read() as conn:
        return articles.first_seen_in(conn, Period(start=EPOCH, end=office.clock().replace(year=2100)))


def row(office, path):
    with office.store.read() as conn:
        return documents.get(conn, str(path))


def test_each_entry_of_a_feed_is_an_article_once(office):
    office.write("feed.xml", rss(item(2, SCHOOL), item(1, WATER)))
    assert seen(office.ingest()) == (2, 0, 0, 0, [])
    office.later(minutes=1)
    assert seen(office.ingest()) == (0, 0, 1, 0, [])


def test_a_feed_that_grows_brings_only_what_is_new(office):
    path = office.write("feed.xml", rss(item(2, SCHOOL), item(1, WATER)))
    office.ingest()
    newest = row(office, path).article_id
    office.later(hours=1)
    office.write("feed.xml", rss(item(4, BUSES), item(3, FOREST), item(2, SCHOOL)))
    assert seen(office.ingest()) == (2, 0, 1, 0, [])
    assert office.article_count() == 4
    assert all(s.replaces is None for s in stored(office))
    assert row(office, path).article_id not in {None, newest}


def test_a_changed_entry_replaces_its_older_version_and_no_other(office):
    office.write("feed.xml", rss(item(2, SCHOOL), item(1, WATER)))
    office.ingest()
    office.later(hours=1)
    office.write("feed.xml", rss(item(3, FOREST), item(2, SCHOOL), item(1, WATER.replace("12月20日", "12月31日"))))
    assert seen(office.ingest()) == (1, 1, 1, 0, [])
    replaced = {s.id: s.brief.article.title for s in stored(office)}
    assert [replaced[s.replaces] for s in stored(office) if s.replaces] == [WATER.splitlines()[0]]


def test_a_renamed_or_touched_feed_is_not_new(office):
    path = office.write("feed.xml", rss(item(2, SCHOOL), item(1, WATER)))
    office.ingest()
    os.utime(path, (1, 1))
    assert seen(office.ingest()) == (0, 0, 2, 0, [])
    path.rename(office.news / "other.rss")
    assert seen(office.ingest()) == (0, 0, 2, 0, [])
    assert office.article_count() == 2


def test_an_entry_that_cannot_be_read_is_told_once_and_the_others_are_read(office):
    bad = rss_item(9, title="云溪县召开冬季防火工作会议", body="")
    path = office.write("feed.xml", rss(bad, item(1, WATER)))
    counts = office.ingest()
    assert seen(counts)[:4] == (1, 0, 0, 0)
    (skipped,) = counts.skipped
    assert skipped.file.startswith("feed.xml#2026-11-t9.html-")
    assert "no article text" in skipped.reason
    assert row(office, path).state == "read"
    office.later(minutes=1)
    office.write("feed.xml", rss(item(2, SCHOOL), bad, item(1, WATER)))
    assert seen(office.ingest()) == (1, 0, 2, 0, [])


def test_a_feed_without_one_readable_entry_is_skipped_with_its_entries(office):
    path = office.write("feed.xml", rss(rss_item(1, body="<p>图</p>"), rss_item(2, body="<p>表</p>")))
    counts = office.ingest()
    assert seen(counts)[:4] == (0, 0, 0, 0)
    assert len(counts.skipped) == 2
    assert row(office, path).reason == "none of its 2 entries could be read"
    assert seen(office.ingest()) == (0, 0, 1, 0, [])


def test_a_run_cut_short_inside_a_feed_is_made_good_by_the_next(office, monkeypatch):
    real = articles.add

    def cut(conn, brief, **rest):
        if brief.article.title == SCHOOL.splitlines()[0]:
            raise KeyboardInterrupt
        return real(conn, brief, **rest)

    path = office.write("feed.xml", rss(item(1, WATER), item(2, SCHOOL)))
    with monkeypatch.context() as patch:
        patch.setattr(articles, "add", cut)
        with pytest.raises(KeyboardInterrupt):
            office.ingest()
    assert row(office, path) is None
    assert office.article_count() == 1
    assert seen(office.ingest()) == (1, 0, 1, 0, [])


def test_one_story_as_word_pdf_and_mail_is_one_article(office):
    office.write("a.docx", docx_bytes())
    office.write("b.pdf", pdf_bytes(pdf_page(wrapped())))
    office.write("c.eml", eml_bytes())
    assert seen(office.ingest()) == (1, 0, 2, 0, [])
    (only,) = stored(office)
    assert LEAD in only.brief.article.body


def test_a_damaged_word_file_is_told_in_a_sentence(office):
    office.write("a.docx", docx_bytes()[:2000])
    (skipped,) = office.ingest().skipped
    assert (skipped.file, skipped.reason) == (
        "a.docx",
        "damaged or cut off: it does not open as a Word file (.docx)",
    )

"""Periods, slots, stories, filters and renditions of an edition."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

from office import BUSES, FOREST, SCHOOL, WATER, titles
from sqlalchemy import func, select

from digest.model import EPOCH, Period
from digest.store import articles
from digest.store.schema import renditions

WATER_TITLE = "星桥市召开供水管网改造推进会"


def rendition_keys(office):
    with office.store.read() as conn:
        return sorted(conn.execute(select(renditions.c.key)).scalars())


# Periods


def test_periods_follow_each_other_half_open_without_gap_or_overlap(office):
    office.open_schedule()
    for day, text in enumerate([WATER, SCHOOL, FOREST, BUSES]):
        office.write(f"{day}.txt", text)
        office.ingest()
        office.build(f"daily:{day}")
        office.later(days=1)
    periods = [row.period for row in office.history()]
    assert len(periods) == 4
    assert all(a.end == b.start for a, b in pairwise(periods))
    with office.store.read() as conn:
        everything = articles.first_seen_in(conn, Period(start=EPOCH, end=office.clock()))
        told = [stored.id for period in periods for stored in articles.first_seen_in(conn, period)]
    assert told == [stored.id for stored in everything]
    assert len(told) == 4


def test_what_was_read_at_the_very_instant_of_the_build_is_in_it_and_not_in_the_next(office):
    office.open_schedule()
    office.write("a.txt", WATER)
    office.ingest()
    first = office.build("daily:1")
    assert titles(first) == [WATER_TITLE]
    assert office.clock() in first.edition.period
    office.later(minutes=1)
    assert office.build("daily:2") is None


def test_a_clock_that_was_set_back_loses_no_article_and_tells_none_twice(office):
    office.open_schedule()
    office.later(hours=2)
    office.write("a.txt", WATER)
    office.ingest()
    office.later(hours=-1)
    assert titles(office.build("daily:1")) == [WATER_TITLE]
    for number, text in enumerate([SCHOOL, FOREST], 2):
        office.later(minutes=10)
        office.write(f"{number}.txt", text)
        office.ingest()
        assert titles(office.build(f"daily:{number}")) == [text.splitlines()[0]]


def test_a_schedule_that_is_added_later_tells_only_what_comes_after(office):
    office.write("a.txt", WATER)
    office.run()
    schedules = office.parts["schedules"]
    office.save(schedules={**schedules, "weekly": {"at": "07:00", "days": "mon"}})
    office.later(hours=1)
    office.open_schedule("weekly")
    office.later(hours=1)
    office.write("b.txt", SCHOOL)
    office.ingest()
    assert titles(office.build("weekly:1", name="weekly")) == ["云溪县部署中小学校园食堂安全检查"]


# Nothing twice


def test_running_twice_makes_and_mails_nothing_twice(office):
    office.write("a.txt", WATER)
    first = office.run()
    assert (len(first.built), first.report.sent) == (1, 1)
    mails = {path: path.read_bytes() for path in office.mails()}
    office.later(minutes=5)
    second = office.run()
    assert (second.built, second.report.sent, second.counts.known) == ((), 0, 1)
    assert {path: path.read_bytes() for path in office.mails()} == mails
    assert len(office.history()) == 1


def test_ingesting_twice_before_a_build_tells_each_story_once(office):
    office.open_schedule()
    office.write("a.txt", WATER)
    office.ingest()
    office.later(minutes=1)
    office.ingest()
    assert titles(office.build()) == [WATER_TITLE]


def test_a_slot_has_one_edition_even_when_more_has_come_since(office):
    office.open_schedule()
    office.write("a.txt", WATER)
    office.ingest()
    assert office.build("daily:2026-11-23") is not None
    office.later(minutes=1)
    office.write("b.txt", SCHOOL)
    office.ingest()
    assert office.build("daily:2026-11-23") is None
    assert len(office.rows()) == 1
    assert titles(office.build("daily:2026-11-24")) == ["云溪县部署中小学校园食堂安全检查"]


def test_two_runs_by_hand_in_one_second_are_two_editions(office):
    told = []
    for name, text in (("a.txt", WATER), ("b.txt", SCHOOL), ("c.txt", FOREST)):
        office.write(name, text)
        told += [titles(built) for built in office.run().built]
        office.later(milliseconds=200)
    assert told == [[text.splitlines()[0]] for text in (WATER, SCHOOL, FOREST)]
    slots = [row.slot for row in office.history()]
    assert slots == [f"daily:2026-11-23T09:00:0{second}+0800" for second in range(3)]
    assert len(office.mails()) == 3


# Stories


def test_copies_of_one_story_are_merged_and_named(office):
    office.open_schedule()
    office.write("a.txt", WATER)
    office.write("b.txt", WATER.replace("星桥日报", "星桥晚报").replace("，部分小区高峰时段水压不足", ""))
    office.write("c.txt", SCHOOL)
    office.ingest()
    built = office.build()
    assert titles(built) == [WATER_TITLE, "云溪县部署中小学校园食堂安全检查"]
    first, second = built.edition.stories
    assert [article.source for article in first.copies] == ["星桥晚报"]
    assert (first.updated, second.copies, built.edition.articles_read) == (False, (), 3)


def test_a_version_that_was_replaced_within_the_period_is_not_shown_and_the_new_one_is_no_update(office):
    office.open_schedule()
    for minute in (10, 20, 30):
        office.write("a.txt", WATER.replace("三十公里", f"{minute}公里"))
        office.ingest()
        office.later(minutes=1)
    (story,) = office.build().edition.stories
    assert "30公里" in story.brief.article.text
    assert (story.updated, story.copies) == (False, ())


def test_a_version_that_replaces_one_of_an_earlier_edition_is_an_update(office):
    office.write("a.txt", WATER)
    office.run()
    office.later(hours=1)
    office.write("a.txt", WATER.replace("三十公里", "四十公里"))
    (built,) = office.run().built
    (story,) = built.edition.stories
    assert "40公里" in story.brief.article.text or "四十公里" in story.brief.article.text
    assert story.updated


def test_the_last_of_two_new_versions_updates_what_the_earlier_edition_told(office):
    office.write("a.txt", WATER)
    office.run()
    for length in ("四十公里", "五十公里"):
        office.later(hours=1)
        office.write("a.txt", WATER.replace("三十公里", length))
        office.ingest()
    (story,) = office.build("daily:2").edition.stories
    assert "五十公里" in story.brief.article.text
    assert story.updated


def test_another_story_in_a_file_that_is_used_again_loses_neither(office):
    office.open_schedule()
    office.write("latest.txt", WATER)
    office.ingest()
    office.later(minutes=1)
    office.write("latest.txt", SCHOOL)
    office.ingest()
    built = office.build()
    assert titles(built) == [WATER_TITLE, "云溪县部署中小学校园食堂安全检查"]
    assert not any(story.updated for story in built.edition.stories)


def test_a_document_that_could_not_be_read_is_named_in_the_mail(office):
    office.write("a.txt", WATER)
    office.write("broken.txt", b"")
    (built,) = office.run().built
    assert [s.file for s in built.edition.skipped] == ["broken.txt"]
    assert "broken.txt" in built.renditions[0].text
    assert "broken.txt" in built.renditions[0].html


# Readers


def test_readers_with_the_same_languages_and_filter_share_a_rendition(office):
    office.readers(
        "a@example.com",
        "b@example.com",
        {"email": "c@example.com", "languages": ["en", "zh-Hans"]},
        {"email": "d@example.com", "keywords": "管网"},
        {"email": "e@example.com", "languages": ["zh-Hant"]},
        {"email": "f@example.com", "keywords": "管网"},
    )
    office.write("a.txt", WATER)
    (built,) = office.run().built
    assert built.deliveries == len(office.mails()) == 6
    assert rendition_keys(office) == ["en,zh-Hans|", "zh-Hans,en|", "zh-Hans,en|管网", "zh-Hant|"]
    same = {row.email[0]: row.rendition_id for row in office.rows()}
    assert same["a"] == same["b"]
    assert same["d"] == same["f"]
    assert len(set(same.values())) == 4


def test_each_reader_gets_what_passes_the_filter_and_no_mail_when_nothing_does(office):
    office.readers(
        {"email": "all@example.com"},
        {"email": "water@example.com", "keywords": "topic:供水 OR 管网"},
        {"email": "owner@example.com", "keywords": "owner:县教育局"},
        {"email": "nobody@example.com", "keywords": "航天"},
    )
    office.write("a.txt", WATER)
    office.write("b.txt", SCHOOL)
    (built,) = office.run().built
    stories = {rendition.key.partition("|")[2]: rendition.stories for rendition in built.renditions}
    assert stories == {"": 2, "topic:供水 OR 管网": 1, "owner:县教育局": 1}
    assert set(office.states()) == {"all@example.com", "water@example.com", "owner@example.com"}
    by_key = {rendition.key.partition("|")[2]: rendition for rendition in built.renditions}
    assert "管网" not in by_key["owner:县教育局"].text
    assert "食堂" in by_key["owner:县教育局"].text


def test_a_filter_in_traditional_characters_finds_simplified_news(office):
    office.readers({"email": "hant@example.com", "languages": ["zh-Hant"], "keywords": "食堂 AND 縣教育局"})
    office.write("b.txt", SCHOOL)
    office.run()
    assert office.states() == {"hant@example.com": "sent"}


def test_a_deadline_filter_counts_from_the_day_of_the_edition(office):
    office.readers(
        {"email": "soon@example.com", "keywords": "due<30d"}, {"email": "sooner@example.com", "keywords": "due<5d"}
    )
    office.write("a.txt", WATER)
    office.run()
    assert office.states() == {"soon@example.com": "sent"}


def test_only_the_readers_of_the_schedule_get_its_edition(office):
    office.save(schedules={name: {"at": "08:00"} for name in ("daily", "weekly")})
    office.readers("a@example.com", {"email": "b@example.com", "schedule": "weekly"})
    office.write("a.txt", WATER)
    office.run("weekly")
    assert office.states() == {"b@example.com": "sent"}


def test_an_edition_without_readers_is_made_and_mails_nothing(office):
    office.readers()
    office.write("a.txt", WATER)
    done = office.run()
    assert (done.built[0].deliveries, done.report.sent) == (0, 0)


# Nothing new


def test_a_scheduled_edition_without_stories_mails_nothing_and_closes_its_slot(office):
    office.open_schedule()
    office.later(days=1)
    built = office.build("daily:2026-11-24", keep_empty=True)
    assert (built.deliveries, built.renditions) == (0, ())
    (row,) = office.history()
    assert (row.outcome, row.slot) == ("empty", "daily:2026-11-24")
    assert office.build("daily:2026-11-24", keep_empty=True) is None
    assert office.rows() == ()


def test_a_run_by_hand_without_news_leaves_no_edition(office):
    done = office.run()
    assert (done.built, office.history()) == ((), ())


# Preview and HTML


def test_a_preview_is_what_would_be_sent_and_leaves_nothing(office):
    from digest.pipeline import preview

    office.open_schedule()
    office.write("a.txt", WATER)
    office.ingest()
    reader = office.settings.subscriptions[0].subscription()
    shown = preview(office.store, office.settings, "daily", reader, office.clock(), chain=office.chain())
    assert (office.history(), office.rows()) == ((), ())
    (sent,) = office.build().renditions
    assert shown == sent


def test_the_html_of_an_edition_is_written_under_a_name_that_every_file_system_takes(office):
    from digest.pipeline import write_html

    office.write("a.txt", WATER)
    (built,) = office.run().built
    (written,) = write_html(office.folder / "pages", built)
    path = written.html
    assert path.name == "daily-2026-11-23T09-00-00+0800.1.html"
    assert path.read_text(encoding="utf-8") == built.renditions[0].html


def test_a_delivery_is_saved_with_its_edition_and_never_alone(office):
    office.write("a.txt", WATER)
    office.run(send=False)
    with office.store.read() as conn:
        assert conn.scalar(select(func.count()).select_from(renditions)) == 1
    (row,) = office.rows()
    assert (row.state.value, row.date - office.clock()) == ("queued", timedelta(0))

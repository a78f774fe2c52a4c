"""From articles to the ledger, and from the ledger to what a story says of its directives."""

import pytest
from office import WATER
from sqlalchemy import text

from digest.store import demands, ledger
from digest.store.demands import Wanted

AGAIN = """\
星桥市再次调度供水管网改造
{published} 09:00 来源：星桥日报

{day}，星桥市召开供水管网改造调度会，副市长沈未央主持会议。
会议要求，市水务局{must}在{due}前完成三十公里老旧管网更换。市财政局要保障改造资金及时拨付到位。
"""


def again(published="2026-12-07", day="12月7日", due="12月20日", must="要"):
    return AGAIN.format(published=published, day=day, due=due, must=must)


def ledger_of(office):
    with office.store.read() as conn:
        return {d.head: d for d in demands.search(conn, Wanted())}


def told(built, number=0):
    """Text of a directive → what its story says of it."""
    story = built.edition.stories[number]
    texts = {d.id: d.text for d in story.brief.directives}
    return {texts[r.directive][:4]: (r.verdict.value, r.since, r.moved_from) for r in story.restated}


@pytest.fixture
def desk(office):
    """The day after a first edition that told of the water works."""
    office.open_schedule()
    office.write("first.txt", WATER)
    office.later(minutes=1)
    office.ingest()
    assert office.build().edition.stories[0].restated == ()
    office.at("2026-12-08 08:00")
    return office


def next_story(desk, *texts):
    for number, words in enumerate(texts):
        desk.write(f"next{number}.txt", words)
    desk.ingest()
    return desk.build("daily:2026-12-08")


def test_ingest_enters_every_directive_once(office):
    office.write("a.txt", WATER)
    office.ingest()
    office.write("b.txt", WATER + "\n")
    office.ingest()
    assert sorted(d.owner for d in ledger_of(office).values()) == ["市水务局", "市财政局"]
    assert {d.mentions for d in ledger_of(office).values()} == {1}


def test_a_directive_that_is_demanded_again_is_told_with_its_first_day(desk):
    built = next_story(desk, again())
    assert told(built) == {
        "市水务局": ("repeated", "2026-11-19", None),
        "市财政局": ("repeated", "2026-11-19", None),
    }
    assert {d.mentions for d in ledger_of(desk).values()} == {2}


def test_a_moved_deadline_is_told_with_the_day_before(desk):
    built = next_story(desk, again(due="12月30日"))
    assert told(built)["市水务局"] == ("deadline moved", "2026-11-19", "2026-12-20")
    (demand,) = (d for d in ledger_of(desk).values() if d.owner == "市水务局")
    assert demand.deadline_date == "2026-12-30"


def test_a_stricter_word_is_told(desk):
    assert told(next_story(desk, again(must="必须")))["市水务局"][0] == "stronger"


def test_the_copies_of_one_story_repeat_nothing(office):
    office.open_schedule()
    office.write("a.txt", WATER)
    office.write("b.txt", WATER.replace("星桥日报", "星桥晚报").replace("推进会\n", "会议\n", 1))
    office.later(minutes=1)
    office.ingest()
    built = office.build()
    assert [(len(s.copies), s.restated) for s in built.edition.stories] == [(1, ())]
    assert {d.mentions for d in ledger_of(office).values()} == {2}


def test_a_copy_that_comes_a_day_later_repeats_nothing_either(desk):
    assert told(next_story(desk, WATER.replace("星桥日报", "星桥晚报") + "记者从会上获悉以上内容。\n")) == {}


def test_a_new_version_of_the_page_tells_only_what_it_moved(desk):
    desk.write("first.txt", WATER.replace("12月20日", "12月25日"))
    desk.ingest()
    built = desk.build("daily:2026-12-08")
    assert built.edition.stories[0].updated
    assert told(built) == {"市水务局": ("deadline moved", "2026-11-19", "2026-12-20")}


def test_a_saved_edition_still_knows_what_was_restated(desk):
    built = next_story(desk, again(due="12月30日"))
    assert desk.edition(desk.history()[-1]).stories[0].restated == built.edition.stories[0].restated


def test_the_next_ingest_enters_what_a_store_held_before_the_ledger(desk):
    before = ledger_of(desk)
    with desk.store.transaction() as conn:
        for statement in ("DELETE FROM mentions", "DELETE FROM shingles", "DELETE FROM demands"):
            conn.execute(text(statement))
        conn.execute(text("UPDATE articles SET ledger = NULL"))
    desk.ingest()
    assert ledger_of(desk) == before
    with desk.store.read() as conn:
        assert ledger.waiting(conn) == ()

"""Editions, saved once, with everything that belongs to them or not at all."""

import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from digest.errors import StoreError
from digest.model import DeliveryState, Difference, FullPage, Period, Rendition, Skipped, Story
from digest.store import Store, articles, deliveries, editions
from digest.store.schema import full_pages

HOUR = timedelta(hours=1)
RENDITIONS = [
    Rendition(key="zh-Hans", subject="摘要", html="<p>好</p>", text="好\0", stories=1, directives=2),
    Rendition(key="zh-Hans|en", subject="摘要 Digest", html="<p>好 good</p>", text="好 good", stories=1, directives=2),
]


def to(email, key="zh-Hans", *, now, message_id=None):
    message_id = message_id or f"<{email}>"
    return editions.NewDelivery(rendition_key=key, email=email, name="读者", message_id=message_id, date=now)


def test_a_schedule_is_known_since_it_was_first_asked_for(conn, now):
    assert editions.known_since(conn, "daily", now) == now
    assert editions.known_since(conn, "daily", now + HOUR) == now
    assert editions.known_since(conn, "weekly", now + HOUR) == now + HOUR


def test_an_edition_is_saved_with_its_renditions_and_queued_deliveries(conn, brief, edition, now):
    issue = edition(stories=(Story(brief=brief()),))
    readers = [to("a@example.com", now=now), to("b@example.com", "zh-Hans|en", now=now)]
    number = editions.save(conn, issue, built_at=now, renditions=RENDITIONS, deliveries=readers)
    queued = deliveries.list_deliveries(conn, edition_id=number)
    assert [(row.email, row.name, row.state, row.attempts) for row in queued] == [
        ("a@example.com", "读者", DeliveryState.QUEUED, 0),
        ("b@example.com", "读者", DeliveryState.QUEUED, 0),
    ]
    assert {row.next_at for row in queued} == {row.date for row in queued} == {now}
    kept = [editions.rendition(conn, row.rendition_id).key for row in queued]
    assert kept == ["zh-Hans", "zh-Hans|en"]
    assert editions.rendition(conn, queued[1].rendition_id) == RENDITIONS[1]


def test_the_full_page_is_kept_once_for_all_readers_of_a_rendition(conn, brief, edition, now):
    full = FullPage(name="digest-2026-11-22.html", html="<p>完整</p>" * 1000)
    made = [replace(RENDITIONS[0], full=full), RENDITIONS[1]]
    readers = [to(f"r{n}@example.com", now=now) for n in range(50)] + [to("both@example.com", "zh-Hans|en", now=now)]
    number = editions.save(
        conn, edition(stories=(Story(brief=brief()),)), built_at=now, renditions=made, deliveries=readers
    )
    rows = deliveries.list_deliveries(conn, edition_id=number)
    first, second = sorted({row.rendition_id for row in rows})
    assert editions.rendition(conn, first).full == full
    assert editions.rendition(conn, second) == RENDITIONS[1]
    assert conn.scalar(select(func.count()).select_from(full_pages)) == 1


def test_an_edition_comes_back_whole(conn, brief, edition, now):
    for number in (1, 2):
        articles.add(conn, brief(number), extractor="1", first_seen=now)
    told = Difference(clause="完成第1批管网改造", shown="6月底前", told="7月底前", copy=brief(2).article.key)
    issue = edition(
        stories=(Story(brief=brief(1), copies=(brief(2).article,), differences=(told,), updated=True),),
        skipped=(Skipped(file="坏.txt", reason="binary"),),
        articles_read=2,
    )
    number = editions.save(conn, issue, built_at=now, renditions=[], deliveries=[])
    assert editions.get(conn, number) == issue


def test_an_edition_whose_articles_were_never_stored_cannot_be_rebuilt(conn, brief, edition, now):
    issue = edition(stories=(Story(brief=brief()),))
    number = editions.save(conn, issue, built_at=now, renditions=[], deliveries=[])
    with pytest.raises(StoreError, match="no longer stored"):
        editions.get(conn, number)


def test_what_is_not_there_is_an_error_by_number(conn):
    with pytest.raises(StoreError, match="no edition 7"):
        editions.get(conn, 7)
    with pytest.raises(StoreError, match="no rendition 7"):
        editions.rendition(conn, 7)


def test_an_edition_without_stories_moves_the_period_on_and_mails_nothing(conn, edition, now):
    number = editions.save(conn, edition(), built_at=now, renditions=[], deliveries=[])
    row = editions.last(conn, "daily")
    assert (row.id, row.outcome, row.stories, row.period) == (number, "empty", 0, edition().period)
    assert not any(deliveries.counts(conn).values())


def test_an_edition_without_stories_cannot_be_mailed(conn, edition, now):
    with pytest.raises(ValueError, match="nothing to deliver"):
        editions.save(conn, edition(), built_at=now, renditions=RENDITIONS, deliveries=[])


def test_a_delivery_of_an_unknown_rendition_is_refused_before_anything_is_written(conn, brief, edition, now):
    issue = edition(stories=(Story(brief=brief()),))
    with pytest.raises(ValueError, match="zh-Hant"):
        editions.save(
            conn, issue, built_at=now, renditions=RENDITIONS, deliveries=[to("a@example.com", "zh-Hant", now=now)]
        )
    assert editions.last(conn, "daily") is None


def test_saving_twice_saves_nothing_twice(conn, queue, now):
    assert queue(conn, readers=3) is not None
    assert queue(conn, readers=3, built_at=now + HOUR) is None
    assert len(editions.history(conn, 10)) == 1
    assert deliveries.counts(conn)[DeliveryState.QUEUED] == 3


def test_another_slot_that_starts_at_the_same_instant_is_not_saved(conn, edition, now):
    assert editions.save(conn, edition(), built_at=now, renditions=[], deliveries=[])
    by_hand = edition(slot="daily:2026-11-21T10:31:07+0800")
    assert editions.save(conn, by_hand, built_at=now, renditions=[], deliveries=[]) is None
    assert not editions.exists(conn, "daily", by_hand.slot)


def test_two_schedules_have_their_own_editions(conn, edition, now):
    for schedule in ("daily", "weekly"):
        assert editions.save(conn, edition(schedule=schedule), built_at=now, renditions=[], deliveries=[])
    assert editions.exists(conn, "daily", edition().slot)
    assert not editions.exists(conn, "weekly", edition().slot)


def test_one_reader_twice_in_an_edition_is_refused_and_nothing_is_kept(store, brief, edition, now):
    issue = edition(stories=(Story(brief=brief()),))
    readers = [to("a@example.com", now=now), to("a@example.com", now=now, message_id="<2@example.com>")]
    with pytest.raises(IntegrityError), store.transaction() as conn:
        editions.save(conn, issue, built_at=now, renditions=RENDITIONS, deliveries=readers)
    with store.read() as conn:
        assert editions.last(conn, "daily") is None


def test_the_last_edition_is_the_one_whose_period_ends_last(conn, edition, now):
    for day in (1, 0):
        editions.save(conn, edition(day), built_at=now, renditions=[], deliveries=[])
    assert editions.last(conn, "daily").period == edition(1).period
    assert editions.last(conn, "weekly") is None


def test_history_is_newest_first_and_limited(conn, edition, now):
    for day in range(3):
        editions.save(conn, edition(day, articles_read=day), built_at=now, renditions=[], deliveries=[])
    assert [row.articles_read for row in editions.history(conn, 2)] == [2, 1]
    assert editions.history(conn, 2)[0].built_at == now


def test_a_period_of_no_length_is_kept(conn, edition, now):
    issue = edition(period=Period(start=now, end=now))
    assert editions.save(conn, issue, built_at=now, renditions=[], deliveries=[])


def test_threads_that_save_the_same_edition_save_it_once(store, queue):
    barrier, saved = threading.Barrier(4), []

    def save():
        barrier.wait()
        with store.transaction() as conn:
            saved.append(queue(conn, readers=2))

    threads = [threading.Thread(target=save) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len([number for number in saved if number is not None]) == 1
    assert len(saved) == 4
    with store.read() as conn:
        assert deliveries.counts(conn)[DeliveryState.QUEUED] == 2


SAVE = """
import sys
from datetime import datetime, timedelta, UTC
from digest.model import Edition, Period
from digest.store import Store, editions
start = datetime(2026, 11, 21, tzinfo=UTC)
with Store.open(sys.argv[1]) as store:
    print("ready", flush=True)
    sys.stdin.readline()
    saved = 0
    for day in range(20):
        period = Period(start=start + timedelta(days=day), end=start + timedelta(days=day + 1))
        edition = Edition(schedule="daily", slot=f"daily:{day}", period=period, timezone="Asia/Shanghai", stories=())
        with store.transaction() as conn:
            saved += editions.save(conn, edition, built_at=start, renditions=[], deliveries=[]) is not None
    print(saved)
"""


def test_processes_that_save_the_same_editions_save_each_once(url, process):
    Store.open(url).close()
    children = [process(SAVE, url) for _ in range(2)]
    for child in children:
        assert child.stdout.readline() == "ready\n"
    for child in children:
        child.stdin.write("go\n")
        child.stdin.flush()
    assert sum(int(child.communicate(timeout=60)[0]) for child in children) == 20
    with Store.open(url) as store, store.read() as conn:
        assert len(editions.history(conn, 100)) == 20

"""A store of an older version of the program keeps all it has."""

import json
from dataclasses import asdict
from pathlib import Path

from alembic import command
from sqlalchemy import create_engine, text

from digest.model import FullPage, Rendition, Story
from digest.store import Store, articles, deliveries, demands, editions, engine as engines, ledger, messages, migrate
from digest.store.demands import Wanted

OLD = text(
    "INSERT INTO articles (id, key, first_seen, brief, extractor) VALUES (1, :key, '2026-11-20T00:00:00.000000+00:00', :brief, '1')"
)


def as_first_written(brief):
    """A brief as the first version wrote it: one topic, and no word on how a deadline got its day."""
    found = asdict(brief)
    for directive in found["directives"]:
        directive["topic"] = (directive.pop("topics") or [None])[0]
        del directive["deadline_basis"], directive["deadline_rule"]
    return found


def make_old_store(url, brief):
    """A store as the first version left it, with one article."""
    if url.startswith("sqlite"):
        Path(url.removeprefix("sqlite:///")).parent.mkdir()
    plain = create_engine(engines.parse(url))
    with plain.begin() as conn:
        config = migrate.alembic_config()
        config.attributes["connection"] = conn
        command.upgrade(config, "0001")
        values = {"key": brief.article.key, "brief": json.dumps(as_first_written(brief), ensure_ascii=False)}
        conn.execute(OLD, values)
    plain.dispose()


def test_the_articles_of_an_older_store_wait_for_the_ledger_and_are_entered(url, brief):
    make_old_store(url, brief())
    with Store.open(url) as store, store.transaction() as conn:
        assert articles.get(conn, 1) == brief()
        assert ledger.waiting(conn) == (1,)
        ledger.enter(conn, 1, articles.get(conn, 1))
        assert [demand.id for demand in demands.search(conn, Wanted())] == ["d1"]
        assert ledger.waiting(conn) == ()


def test_the_deliveries_of_an_older_store_keep_their_states_and_their_log(url):
    if url.startswith("sqlite"):
        Path(url.removeprefix("sqlite:///")).parent.mkdir()
    plain = create_engine(engines.parse(url))
    at = "2026-11-20T00:00:00.000000+00:00"
    with plain.begin() as conn:
        config = migrate.alembic_config()
        config.attributes["connection"] = conn
        command.upgrade(config, "0003")
        conn.execute(
            text(
                "INSERT INTO editions (id, schedule, slot, period_start, period_end, built_at, articles_read, stories, "
                f"outcome, content) VALUES (1, 'daily', 'daily:1', '{at}', '{at}', '{at}', 1, 1, 'built', '{{}}')"
            )
        )
        conn.execute(
            text(
                "INSERT INTO renditions (id, edition_id, key, subject, html, text, stories, directives) "
                "VALUES (1, 1, 'en', 's', 'h', 't', 1, 0)"
            )
        )
        for number, state, sent in ((1, "sent", f"'{at}'"), (2, "held", "NULL")):
            conn.execute(
                text(
                    "INSERT INTO deliveries (id, edition_id, rendition_id, email, message_id, date, state, attempts, "
                    f"sent_at) VALUES ({number}, 1, 1, 'r{number}@example.com', '<{number}@x>', '{at}', '{state}', 1, {sent})"
                )
            )
            conn.execute(text(f"INSERT INTO attempts (delivery_id, at, outcome) VALUES ({number}, '{at}', '{state}')"))
    plain.dispose()
    with Store.open(url) as store, store.transaction() as conn:
        found = deliveries.list_deliveries(conn)
        assert [(row.email, row.state.value) for row in found] == [
            ("r1@example.com", "sent"),
            ("r2@example.com", "held"),
        ]
        assert conn.execute(text("SELECT domain FROM deliveries")).scalars().all() == ["example.com"] * 2
        assert [entry.outcome.value for entry in deliveries.attempts_of(conn, 2)] == ["held"]
        deliveries.resolve(conn, 2, sent=True, now=found[0].date)
        assert deliveries.mark_bounced(conn, 1, now=found[0].date, reply="5.1.1")


def test_what_an_older_store_has_queued_and_sent_stays_as_it_was_and_new_editions_have_a_full_page(
    url, brief, edition, now
):
    if url.startswith("sqlite"):
        Path(url.removeprefix("sqlite:///")).parent.mkdir()
    plain = create_engine(engines.parse(url))
    at = "2026-11-10T00:00:00.000000+00:00"
    rows = (
        (
            "editions (id, schedule, slot, period_start, period_end, built_at, articles_read, stories, outcome, content) "
            f"VALUES (70, 'daily', 'daily:1', '{at}', '{at}', '{at}', 1, 1, 'built', '{{}}')"
        ),
        "renditions (id, edition_id, key, subject, html, text, stories, directives) VALUES (70, 70, 'en', 's', 'h', 't', 1, 0)",
        (
            "deliveries (id, edition_id, rendition_id, email, domain, message_id, date, state, attempts, next_at) "
            f"VALUES (70, 70, 70, 'r@example.com', 'example.com', '<r@x>', '{at}', 'retry', 1, '{at}')"
        ),
        "messages (delivery_id, mail_from, head) VALUES (70, 'b@example.org', 'Subject: s')",
        "bodies (rendition_id, body) VALUES (70, 'MIME-Version: 1.0')",
    )
    with plain.begin() as conn:
        config = migrate.alembic_config()
        config.attributes["connection"] = conn
        command.upgrade(config, "0005")
        for row in rows:
            conn.execute(text(f"INSERT INTO {row}"))
    plain.dispose()
    full = FullPage(name="digest-2026-11-22.html", html="<p>完整</p>")
    made = Rendition(key="zh-Hans", subject="摘要", html="h", text="t", stories=1, directives=1, full=full)
    with Store.open(url) as store, store.transaction() as conn:
        old = editions.rendition(conn, 70)
        assert (old.subject, old.html, old.text, old.full) == ("s", "h", "t", None)
        assert (messages.frozen(conn, 70).head, messages.body(conn, 70)) == (b"Subject: s", b"MIME-Version: 1.0")
        assert deliveries.claim(conn, owner="o", now=now).email == "r@example.com"
        told = edition(stories=(Story(brief=brief()),))
        number = editions.save(conn, told, built_at=now, renditions=[made], deliveries=[])
        new = conn.execute(text(f"SELECT id FROM renditions WHERE edition_id = {number}")).scalar_one()
        assert editions.rendition(conn, new) == made

"""A store of an older version of the program keeps all it has."""

import json
from dataclasses import asdict
from pathlib import Path

from alembic import command
from sqlalchemy import create_engine, text

from digest.store import Store, articles, demands, engine as engines, ledger, migrate
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

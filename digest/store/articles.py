"""Each article once, by content, with the brief that was made of it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select

from digest.errors import StoreError
from digest.model import Brief, Period
from digest.store.insert import insert_once
from digest.store.schema import articles


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredBrief:
    """A brief, and when and in whose place its article came."""

    #: of the article
    id: int
    first_seen: datetime
    #: id of the older version of the same file
    replaces: int | None
    brief: Brief


def add(
    conn: Connection, brief: Brief, *, extractor: str, first_seen: datetime, replaces: int | None = None
) -> tuple[int, bool]:
    """Keep a brief; returns the id of its article, and whether it is new. A known article stays exactly as it was.

    ``extractor`` is the version of the rules that made the brief, ``replaces`` the article that the same file held
    before.
    """
    key = brief.article.key
    new = insert_once(
        conn, articles, key=key, first_seen=first_seen, replaces=replaces, brief=_to_json(brief), extractor=extractor
    )
    if new is not None:
        return new, True
    return conn.execute(select(articles.c.id).where(articles.c.key == key)).scalar_one(), False


def get(conn: Connection, article_id: int) -> Brief:
    """Return the brief of an article; StoreError if there is none with this id."""
    text = conn.scalar(select(articles.c.brief).where(articles.c.id == article_id))
    if text is None:
        raise StoreError(f"There is no article {article_id}")
    return _from_json(text)


def by_key(conn: Connection, keys: Iterable[str]) -> dict[str, Brief]:
    """Return the briefs of the articles with these keys, as far as they are known."""
    query = select(articles.c.key, articles.c.brief).where(articles.c.key.in_(list(keys)))
    return {row.key: _from_json(row.brief) for row in conn.execute(query)}


def first_seen_in(conn: Connection, period: Period) -> tuple[StoredBrief, ...]:
    """Return what was first seen in the half-open period, oldest first."""
    at = articles.c.first_seen
    query = select(articles).where(at >= period.start, at < period.end).order_by(at, articles.c.id)
    return tuple(
        StoredBrief(id=row.id, first_seen=row.first_seen, replaces=row.replaces, brief=_from_json(row.brief))
        for row in conn.execute(query)
    )


def newest_versions(conn: Connection) -> tuple[Brief, ...]:
    """Return every article that no newer version of its file replaces, oldest first."""
    replaced = select(articles.c.replaces).where(articles.c.replaces.is_not(None))
    query = select(articles.c.brief).where(articles.c.id.not_in(replaced))
    return tuple(_from_json(row.brief) for row in conn.execute(query.order_by(articles.c.first_seen, articles.c.id)))


def older_versions(conn: Connection, article_id: int) -> frozenset[int]:
    """Return the ids of all articles that this one replaces, one after the other."""
    found: set[int] = set()
    current: int | None = article_id
    while current := conn.scalar(select(articles.c.replaces).where(articles.c.id == current)):
        if current in found:
            break
        found.add(current)
    return frozenset(found)


def newest_first_seen(conn: Connection) -> datetime | None:
    """Return when the newest article came, or None without any: a clock set back behind it would lose articles."""
    newest: datetime | None = conn.scalar(select(func.max(articles.c.first_seen)))
    return newest


def count(conn: Connection) -> int:
    """Return the number of articles."""
    return conn.execute(select(func.count()).select_from(articles)).scalar_one()


def _to_json(brief: Brief) -> str:
    return json.dumps(asdict(brief), ensure_ascii=False, sort_keys=True)


def _from_json(text: str) -> Brief:
    return Brief.from_dict(json.loads(text))

"""Looking things up in the ledger: demands by who, where, what and when, and all mentions of one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, and_, func, or_, select
from sqlalchemy.sql.elements import ColumnElement

from digest.errors import UnknownDirective
from digest.model import Article, Verdict
from digest.store import articles as stored
from digest.store.schema import articles, demands, mentions
from digest.text.restated import day_of
from digest.text.script import search_words

#: directives named when an id is ambiguous
_NAMED = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Demand:
    """One demand, however often it was made."""

    #: id of the directive in which it was first read
    id: str
    issuer: str | None
    owner: str | None
    #: place of the article
    place: str | None
    text: str
    head: str
    topics: tuple[str, ...]
    #: the deadline and strength that hold now: of the last mention that changed them
    deadline: str | None
    deadline_date: str | None
    strength: str
    type: str
    first_seen: datetime
    last_seen: datetime
    #: how often it was read
    mentions: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Mention:
    """One place where a demand was read: ``text`` is ``[start, end)`` of its article."""

    #: id of the directive
    directive: str
    verdict: Verdict
    #: ISO day of the deadline before; only of one that moved
    moved_from: str | None
    text: str
    strength: str
    deadline: str | None
    deadline_date: str | None
    start: int
    end: int
    #: of the article
    article_id: int
    seen: datetime
    #: base name
    file: str
    outlet: str | None
    title: str | None
    #: ISO day on which it was said, else published
    date: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """What is looked for; None matches everything. Words are found in any script and width; all of them must stand."""

    issuer: str | None = None
    owner: str | None = None
    place: str | None = None
    topic: str | None = None
    #: words of the demand as it was made anywhere
    text: str | None = None
    #: read on or after this instant, the first time or again
    since: datetime | None = None
    #: due before this day, and on a day at all
    due_before: date | None = None
    #: ``principle`` or ``operational``
    type: str | None = None


def search(conn: Connection, wanted: Wanted, limit: int | None = None) -> tuple[Demand, ...]:
    """Return the demands that match, those read last first."""
    query = _demands().where(*_conditions(wanted)).order_by(demands.c.last_seen.desc(), demands.c.id.desc())
    return tuple(_demand(row) for row in conn.execute(query.limit(limit)))


def find(conn: Connection, prefix: str) -> Demand:
    """Return the demand with this id, or the one that a directive with this id mentions; a unique beginning is enough.

    UnknownDirective if there is none, or more than one.
    """
    by_id = select(demands.c.key).order_by(demands.c.key).limit(_NAMED)
    by_mention = by_id.join(mentions, mentions.c.demand_id == demands.c.id).distinct()
    keys = conn.scalars(by_id.where(_begins(demands.c.key, prefix))).all()
    key = _only(keys or conn.scalars(by_mention.where(_begins(mentions.c.directive, prefix))).all(), prefix)
    return _demand(conn.execute(_demands().where(demands.c.key == key)).one())


def mentions_of(conn: Connection, ids: Iterable[str]) -> dict[str, tuple[Mention, ...]]:
    """Return the mentions of these demands, in the order in which they were read."""
    query = (
        select(demands.c.key.label("demand"), mentions, articles.c.first_seen)
        .join_from(mentions, demands, demands.c.id == mentions.c.demand_id)
        .join(articles, articles.c.id == mentions.c.article_id)
        .where(demands.c.key.in_(list(ids)))
        .order_by(mentions.c.id)
    )
    rows = conn.execute(query).all()
    read = {number: stored.get(conn, number).article for number in {row.article_id for row in rows}}
    found: dict[str, tuple[Mention, ...]] = {}
    for row in rows:
        found[row.demand] = (*found.get(row.demand, ()), _mention(row, read[row.article_id]))
    return found


def article_of(conn: Connection, prefix: str) -> tuple[int, str]:
    """Return the newest article that holds the directive with this id or unique beginning of it, and its whole id.

    UnknownDirective if there is none, or more than one.
    """
    named = select(mentions.c.directive).where(_begins(mentions.c.directive, prefix)).distinct()
    directive = _only(conn.scalars(named.order_by(mentions.c.directive).limit(_NAMED)).all(), prefix)
    newest = select(func.max(mentions.c.article_id)).where(mentions.c.directive == directive)
    return conn.execute(newest).scalar_one(), directive


def _begins(column: ColumnElement[Any], prefix: str) -> ColumnElement[bool]:
    return column.startswith(prefix.strip().lower(), autoescape=True)


def _only(ids: Sequence[str], prefix: str) -> str:
    """The only id that begins so."""
    if len(ids) > 1:
        raise UnknownDirective(f"several directives begin so: {', '.join(sorted(ids))}", subject=prefix)
    if not ids:
        raise UnknownDirective("there is no such directive in the ledger", subject=prefix)
    return ids[0]


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    columns = (
        (demands.c.issuer, wanted.issuer),
        (demands.c.owner, wanted.owner),
        (demands.c.place, wanted.place),
        (demands.c.topics, wanted.topic),
    )
    found = [_holds(column, word) for column, words in columns for word in search_words(words or "")]
    if words := search_words(wanted.text or ""):
        said = [_holds(mentions.c.text, word) for word in words]
        found.append(demands.c.id.in_(select(mentions.c.demand_id).where(and_(*said))))
    if wanted.since:
        found.append(demands.c.last_seen >= wanted.since)
    if wanted.due_before:
        found.append(demands.c.deadline_date < wanted.due_before.isoformat())
    if wanted.type:
        found.append(demands.c.type == wanted.type)
    return found


def _holds(column: ColumnElement[Any], word: str) -> ColumnElement[bool]:
    return or_(*(func.lower(column).contains(variant, autoescape=True) for variant in _widths(word)))


def _widths(word: str) -> set[str]:
    """The folded word, and as pages write it in full width: ｗｉｆｉ, ＷＩＦＩ; no database knows the case of those."""
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in word)
    return {word, wide, wide.upper()}


def _demands() -> Select[Any]:
    count = select(func.count()).where(mentions.c.demand_id == demands.c.id).scalar_subquery()
    return select(demands, count.label("mentions"))


def _demand(row: Any) -> Demand:
    values = row._asdict()
    del values["id"], values["person"]
    return Demand(id=values.pop("key"), topics=tuple(json.loads(values.pop("topics"))), **values)


def _mention(row: Any, article: Article) -> Mention:
    return Mention(
        directive=row.directive,
        verdict=Verdict(row.verdict),
        moved_from=row.moved_from,
        text=row.text,
        strength=row.strength,
        deadline=row.deadline,
        deadline_date=row.deadline_date,
        start=row.start,
        end=row.end,
        article_id=row.article_id,
        seen=row.first_seen,
        file=article.file,
        outlet=article.source,
        title=article.title,
        date=day_of(article),
    )

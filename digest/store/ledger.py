"""How the ledger grows: every demand once, with every place where it was read. ``demands`` looks things up in it.

An article is entered once, in the transaction that adds it. Each of its directives becomes a mention: of a known
demand, as :func:`digest.text.restated.recognise` decides among those that share a shingle with it, or of a new one.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, insert, literal, or_, select, update
from sqlalchemy.sql.elements import ColumnElement

from digest.model import Article, Brief, Directive
from digest.store.insert import insert_missing, insert_once
from digest.store.schema import articles, demands, mentions, shingles
from digest.text.restated import Saying, judge, person, recognise, sketch, standing

#: changes whenever the same articles would be entered differently; kept with each article
VERSION = "1"


@dataclass(frozen=True, kw_only=True, slots=True)
class Earlier:
    """A mention before another one of the same demand."""

    article_id: int
    seen: datetime
    saying: Saying


def waiting(conn: Connection) -> tuple[int, ...]:
    """Return the ids of articles that are not entered yet, oldest first: those of a store from before the ledger."""
    query = select(articles.c.id).where(articles.c.ledger.is_(None)).order_by(articles.c.first_seen, articles.c.id)
    return tuple(conn.scalars(query))


def enter(conn: Connection, article_id: int, brief: Brief) -> None:
    """Enter the directives of an article; nothing happens for one that was entered before."""
    row = conn.execute(select(articles.c.first_seen, articles.c.ledger).where(articles.c.id == article_id)).one()
    if row.ledger is not None:
        return
    for directive in brief.directives:
        _enter(conn, article_id, directive, brief.article, row.first_seen)
    conn.execute(update(articles).where(articles.c.id == article_id).values(ledger=VERSION))


def earlier(conn: Connection, story: Sequence[int]) -> dict[str, tuple[Earlier, ...]]:
    """Return what was demanded before by others, for each directive of the first of these articles, oldest first.

    The articles are those of one story: what they say of a demand is one mention, and what came after it is left out.
    """
    shown = select(mentions.c.directive, mentions.c.demand_id).where(mentions.c.article_id == story[0])
    directives: dict[int, list[str]] = {}
    for row in conn.execute(shown):
        directives.setdefault(row.demand_id, []).append(row.directive)
    query = (
        select(mentions, articles.c.first_seen)
        .join(articles, articles.c.id == mentions.c.article_id)
        .where(mentions.c.demand_id.in_(select(shown.subquery().c.demand_id)))
        .order_by(mentions.c.id)
    )
    found: dict[str, tuple[Earlier, ...]] = {}
    told: set[int] = set()
    for row in conn.execute(query):
        if row.article_id in story:
            told.add(row.demand_id)
        elif row.demand_id not in told:
            for directive in directives[row.demand_id]:
                before = Earlier(article_id=row.article_id, seen=row.first_seen, saying=_saying(row))
                found[directive] = (*found.get(directive, ()), before)
    return found


def _enter(conn: Connection, article_id: int, directive: Directive, article: Article, seen: datetime) -> None:
    saying = Saying.of(directive, article)
    looked_up = sketch(directive.text, directive.deadline)
    known = _candidates(conn, saying, looked_up, article_id)
    index = recognise(saying, [other for _, other in known])
    if index is None:
        demand_id, before = _new(conn, directive, article, seen), []
    else:
        demand_id = known[index][0]
        before = [other for other_id, other in known if other_id == demand_id]
    judgement = judge(saying, before)
    conn.execute(
        insert(mentions).values(
            demand_id=demand_id,
            article_id=article_id,
            directive=directive.id,
            verdict=judgement.verdict.value,
            moved_from=judgement.moved_from,
            start=directive.start,
            end=directive.end,
            **_columns(saying),
        )
    )
    insert_missing(conn, shingles, [{"shingle": shingle, "demand_id": demand_id} for shingle in looked_up])
    if before:
        _hold(conn, demand_id, [*before, saying], seen)


def _candidates(
    conn: Connection, saying: Saying, looked_up: Sequence[str], article_id: int
) -> list[tuple[int, Saying]]:
    """All mentions in other articles of the demands that share a shingle and may have the same source, oldest first."""
    near = select(shingles.c.demand_id).where(shingles.c.shingle.in_(looked_up))
    same: list[ColumnElement[bool]] = [demands.c.text == saying.text]
    if name := person(saying.issuer):
        same.append(demands.c.person == name)
    if saying.place:
        there = [demands.c.place.endswith(saying.place), literal(saying.place).endswith(demands.c.place)]
        same += [demands.c.place.is_(None), *there]
    query = (
        select(mentions)
        .join(demands, demands.c.id == mentions.c.demand_id)
        .where(demands.c.id.in_(near), or_(*same), mentions.c.article_id != article_id)
        .order_by(mentions.c.id)
    )
    return [(row.demand_id, _saying(row)) for row in conn.execute(query)]


def _new(conn: Connection, directive: Directive, article: Article, seen: datetime) -> int:
    """A new demand; one that says the same words as another (会议 of two places) has an id of its own."""
    values = {
        "issuer": directive.issuer,
        "person": person(directive.issuer),
        "owner": directive.owner,
        "place": article.place,
        "text": directive.text,
        "head": directive.head,
        "topics": json.dumps(directive.topics, ensure_ascii=False),
        "deadline": directive.deadline,
        "deadline_date": directive.deadline_date,
        "strength": directive.strength,
        "type": directive.type,
        "first_seen": seen,
        "last_seen": seen,
    }
    key = directive.id
    while (demand_id := insert_once(conn, demands, key=key, **values)) is None:
        key = sha256(f"{key}|{article.key}".encode()).hexdigest()[: len(directive.id)]
    return int(demand_id)


def _hold(conn: Connection, demand_id: int, sayings: Sequence[Saying], seen: datetime) -> None:
    """Write what holds of a demand now."""
    now = standing(sayings)
    latest = max(seen, conn.execute(select(demands.c.last_seen).where(demands.c.id == demand_id)).scalar_one())
    conn.execute(
        update(demands)
        .where(demands.c.id == demand_id)
        .values(strength=now.strength, deadline=now.deadline, deadline_date=now.deadline_date, last_seen=latest)
    )


_SAYING = tuple(Saying.__dataclass_fields__)


def _columns(saying: Saying) -> dict[str, Any]:
    values = {name: getattr(saying, name) for name in _SAYING}
    return {**values, "topics": json.dumps(saying.topics, ensure_ascii=False)}


def _saying(row: Any) -> Saying:
    values = {name: getattr(row, name) for name in _SAYING}
    return Saying(**{**values, "topics": tuple(json.loads(row.topics))})

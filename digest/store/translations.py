"""The translation memory: one row per text, engine and version of the engine; keys are made by the caller.

Rows of people are those of the engine ``human`` with an empty fingerprint.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, case, delete, func, not_, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from digest.store.translation_table import translations

#: keys of one statement; SQLite takes 32 766 variables
_MOST_KEYS = 500
_HUMAN = and_(translations.c.engine == "human", translations.c.fingerprint == "")


@dataclass(frozen=True, kw_only=True, slots=True)
class Translation:
    """One row."""

    key: bytes
    #: the same for all rows of a text
    text_key: bytes
    zh: str
    #: None when it could not be translated
    en: str | None
    engine: str
    fingerprint: str
    #: why there is no English; else what the engine said of it
    why: str
    made: datetime
    #: when it was last shown
    used: datetime | None = None
    #: how often it was shown
    hits: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class EngineRows:
    """What the memory has of one version of an engine."""

    engine: str
    fingerprint: str
    translated: int
    failed: int
    #: of Chinese, of what was translated
    characters: int
    hits: int
    last_made: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """Which rows are asked for; everything that is None is not asked about."""

    #: stands in the Chinese or in the English
    text: str | None = None
    engine: str | None = None
    #: only what people wrote, or only what engines did
    human: bool | None = None
    failed: bool | None = None
    #: not shown, and not made, since
    unused_since: datetime | None = None


def recall(conn: Connection, keys: Collection[bytes]) -> dict[bytes, Translation]:
    """The rows of these keys, those that there are."""
    found: dict[bytes, Translation] = {}
    for some in _chunks(keys):
        rows = conn.execute(select(translations).where(translations.c.key.in_(some)))
        found |= {row.key: _translation(row) for row in rows}
    return found


def keep(conn: Connection, rows: Sequence[Translation]) -> None:
    """Write rows; one that is there gets the new English, and keeps how often it was shown."""
    if not rows:
        return
    insert = postgresql.insert if conn.dialect.name == "postgresql" else sqlite.insert
    statement = insert(translations)
    changed = {name: statement.excluded[name] for name in ("zh", "en", "why", "made")}
    statement = statement.on_conflict_do_update(index_elements=[translations.c.key], set_=changed)
    names = translations.columns.keys()
    conn.execute(statement, [{name: getattr(row, name) for name in names} for row in rows])


def mark_used(conn: Connection, keys: Collection[bytes], now: datetime) -> None:
    """Note that these rows were shown."""
    for some in _chunks(keys):
        hits = translations.c.hits + 1
        conn.execute(update(translations).where(translations.c.key.in_(some)).values(used=now, hits=hits))


def of_text(conn: Connection, text_key: bytes) -> tuple[Translation, ...]:
    """The rows of all engines for a text: people first, then the newest."""
    order = (case((_HUMAN, 0), else_=1), translations.c.made.desc(), translations.c.engine)
    rows = conn.execute(select(translations).where(translations.c.text_key == text_key).order_by(*order))
    return tuple(_translation(row) for row in rows)


def search(conn: Connection, wanted: Wanted, limit: int | None = None) -> tuple[Translation, ...]:
    """The rows that are asked for, the newest first."""
    order = (translations.c.made.desc(), translations.c.zh, translations.c.engine)
    rows = conn.execute(select(translations).where(*_conditions(wanted)).order_by(*order).limit(limit))
    return tuple(_translation(row) for row in rows)


def forget(conn: Connection, wanted: Wanted) -> int:
    """Delete the rows that are asked for; returns how many."""
    return conn.execute(delete(translations).where(*_conditions(wanted))).rowcount


def remove(conn: Connection, key: bytes) -> bool:
    """Delete one row; False if there is none."""
    return conn.execute(delete(translations).where(translations.c.key == key)).rowcount > 0


def stats(conn: Connection) -> tuple[EngineRows, ...]:
    """What the memory has of each engine and version, what people wrote first."""
    done = translations.c.en.is_not(None)
    columns = (
        translations.c.engine,
        translations.c.fingerprint,
        func.sum(case((done, 1), else_=0)).label("translated"),
        func.sum(case((done, 0), else_=1)).label("failed"),
        func.sum(case((done, func.length(translations.c.zh)), else_=0)).label("characters"),
        func.sum(translations.c.hits).label("hits"),
        func.max(translations.c.made, type_=translations.c.made.type).label("last_made"),
    )
    groups = (translations.c.engine, translations.c.fingerprint)
    rows = conn.execute(select(*columns).group_by(*groups).order_by(case((_HUMAN, 0), else_=1), *groups))
    return tuple(EngineRows(**row._mapping) for row in rows)  # noqa: SLF001 -- SQLAlchemy's public name


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.text is not None:
        inside = (translations.c.zh, translations.c.en)
        found.append(or_(*(column.icontains(wanted.text, autoescape=True) for column in inside)))
    if wanted.engine is not None:
        found.append(translations.c.engine == wanted.engine)
    if wanted.human is not None:
        found.append(_HUMAN if wanted.human else not_(_HUMAN))
    if wanted.failed is not None:
        found.append(translations.c.en.is_(None) if wanted.failed else translations.c.en.is_not(None))
    if wanted.unused_since is not None:
        found.append(func.coalesce(translations.c.used, translations.c.made) < wanted.unused_since)
    return found


def _chunks(keys: Collection[bytes]) -> list[list[bytes]]:
    found = list(dict.fromkeys(keys))
    return [found[start : start + _MOST_KEYS] for start in range(0, len(found), _MOST_KEYS)]


def _translation(row: Row[Any]) -> Translation:
    return Translation(**row._mapping)  # noqa: SLF001 -- SQLAlchemy's public name for a row as a mapping

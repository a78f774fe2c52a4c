"""The table of the translation memory."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Index, Integer, LargeBinary, Table

from digest.store.columns import Instant, Words, metadata

translations = Table(
    "translations",
    metadata,
    # hash of engine, fingerprint, languages and the normal form of the text
    Column("key", LargeBinary, primary_key=True),
    # hash of the normal form alone: the rows of all engines for a text
    Column("text_key", LargeBinary, nullable=False),
    Column("zh", Words, nullable=False),
    # null for a text that could not be translated
    Column("en", Words),
    # "human" with an empty fingerprint is what people wrote
    Column("engine", Words, nullable=False),
    Column("fingerprint", Words, nullable=False),
    # why there is no English; else what the engine said of it
    Column("why", Words, nullable=False),
    Column("made", Instant, nullable=False),
    # when it was last shown, and how often
    Column("used", Instant),
    Column("hits", Integer, nullable=False),
    CheckConstraint("en IS NOT NULL OR why <> ''", name="failure_says_why"),
    CheckConstraint("hits >= 0", name="hits"),
    Index(None, "text_key"),
    Index(None, "engine", "fingerprint"),
    sqlite_with_rowid=False,
)

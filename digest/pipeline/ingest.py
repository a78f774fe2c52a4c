"""From the watched folders to articles in the store: each document once, each failure with its reason."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection

from digest.config import Settings
from digest.config.settings import DigestSettings, SourceSettings
from digest.errors import DigestError, DocumentError
from digest.ingest import folder, readers
from digest.model import Brief, Counts, Document, Skipped
from digest.store import Store, articles, documents, editions, ledger
from digest.text import brief as reading, tokens
from digest.text.similarity import COPY, containment, grams
from digest.text.tokens import Tokenizer

log = logging.getLogger(__name__)


def ingest(
    store: Store, settings: Settings, now: datetime, *, progress: Callable[[int, int], None] | None = None
) -> Counts:
    """Read every document that is new or changed and has settled; one that cannot be read is recorded and passed over.

    ``progress(done, total)`` is called after each file. Raises StoreError only.
    """
    _enter_waiting(store)
    cache = None if store.is_private else settings.state_dir
    run = _Run(
        store=store,
        look=settings.digest,
        cache=cache,
        now=now,
        first_seen=_after_last_edition(store, now),
    )
    files = [
        (state, source)
        for source in settings.sources
        for state in run.scan(source, (settings.state_dir, settings.mail.maildir))
    ]
    for done, (state, source) in enumerate(files, 1):
        run.look_at(state, source)
        if progress:
            progress(done, len(files))
    return Counts(new=run.new, changed=run.changed, known=run.known, pending=run.pending, skipped=tuple(run.skipped))


@dataclass(kw_only=True, slots=True)
class _Run:
    """One look at all folders, and the tally of what it did."""

    store: Store
    look: DigestSettings
    #: where jieba's dictionary is kept once it is parsed; None in a run that leaves no trace here
    cache: Path | None
    now: datetime
    #: of what is read now
    first_seen: datetime
    #: made for the first document that is read: most minutes of a daemon bring none
    tokenizer: Tokenizer | None = None
    new: int = 0
    changed: int = 0
    known: int = 0
    pending: int = 0
    skipped: list[Skipped] = field(default_factory=list)

    def scan(self, source: SourceSettings, exclude: tuple[Path, ...]) -> tuple[folder.FileState, ...]:
        try:
            return folder.scan(source.folder, recursive=source.recursive, suffixes=source.suffixes, exclude=exclude)
        except DocumentError as error:
            log.warning("%s", error)
            self.skipped.append(Skipped(file=str(source.folder), reason=error.message))
            return ()

    def look_at(self, state: folder.FileState, source: SourceSettings) -> None:
        with self.store.read() as conn:
            row = documents.get(conn, state.key)
        decision = folder.decide(state, _known(row), now=self.now, settle=timedelta(seconds=source.settle_seconds))
        if decision is folder.Decision.SKIP_KNOWN:
            self.known += 1
        elif decision is folder.Decision.WAIT:
            with self.store.transaction() as conn:
                documents.observe(conn, state.key, state.size, state.mtime_ns, self.now)
            self.pending += 1
        else:
            self._read(state, source.max_bytes, row)

    def _read(self, state: folder.FileState, max_bytes: int, row: documents.DocumentRow | None) -> None:
        found: tuple[Document, ...] = ()
        try:
            found = readers.read_all(Path(state.path), max_bytes=max_bytes)
        except DigestError as error:
            self._skip(state, state.key, None, error.message)
        except Exception as error:  # one bad file never stops the others
            log.exception("%s: a fault in the program while reading", state.key)
            self._skip(state, state.key, None, _fault(error))
        if len(found) == 1 and found[0].path == state.key:
            self._keep(state, found[0], row)
        elif found:
            self._keep_feed(state, found)

    def _keep_feed(self, state: folder.FileState, entries: Sequence[Document]) -> None:
        """Each entry has a row of its own; the file's row comes last, so that a run cut short reads the feed again."""
        kept: list[tuple[str, int]] = []
        for entry in entries:
            with self.store.read() as conn:
                row = documents.get(conn, entry.path)
            if row and row.state == "skipped" and row.sha256 == entry.sha256:
                self.known += 1  # told before; the feed has grown around it
            elif article_id := self._keep(state, entry, row):
                kept.append((entry.sha256, article_id))
        size, mtime_ns = state.size, state.mtime_ns
        with self.store.transaction() as conn:
            if kept:
                sha256, article_id = kept[0]  # the newest entry stands first
                documents.mark_read(
                    conn, state.key, size=size, mtime_ns=mtime_ns, sha256=sha256, article_id=article_id, now=self.now
                )
            else:
                none = f"none of its {len(entries)} entries could be read"
                documents.mark_skipped(
                    conn, state.key, size=size, mtime_ns=mtime_ns, sha256=None, reason=none, now=self.first_seen
                )

    def _keep(self, state: folder.FileState, document: Document, row: documents.DocumentRow | None) -> int | None:
        """Read a document into the store; the id of its article, or None when it had to be skipped."""
        brief, replaces = None, row.article_id if row else None
        try:
            with self.store.read() as conn:
                article_id = documents.sha_known(conn, document.sha256)
            if article_id is None:
                brief = self._brief(document)
                replaces = self._older_version(brief, replaces)
        except DigestError as error:
            self._skip(state, document.path, document.sha256, error.message)
            return None
        except Exception as error:  # one bad article never stops the others
            log.exception("%s: a fault in the program while reading", document.path)
            self._skip(state, document.path, document.sha256, _fault(error))
            return None
        with self.store.transaction() as conn:
            fresh = False
            if brief is not None:  # else a renamed copy, which is not new
                article_id, fresh = articles.add(
                    conn, brief, extractor=reading.VERSION, first_seen=self.first_seen, replaces=replaces
                )
                _enter(conn, article_id, brief)
            assert article_id is not None
            seen = {"size": state.size, "mtime_ns": state.mtime_ns}
            documents.mark_read(
                conn, document.path, **seen, sha256=document.sha256, article_id=article_id, now=self.now
            )
        self.new += fresh and replaces is None
        self.changed += fresh and replaces is not None
        self.known += not fresh
        return article_id

    def _brief(self, document: Document) -> Brief:
        tokens.dictionary(self.cache)
        if self.tokenizer is None:
            self.tokenizer = tokens.make(cache=self.cache, words=self.look.words or ())
        return reading.read(
            document,
            sentences=self.look.key_sentences,
            restore_dropped=self.look.restore_dropped,
            ranking=self.look.ranking,
            tokenizer=self.tokenizer,
        )

    def _older_version(self, brief: Brief, article_id: int | None) -> int | None:
        """The article that the file held before, if this is a version of it and not another story of the same name."""
        if article_id is None:
            return None
        with self.store.read() as conn:
            before = articles.get(conn, article_id)
        shared = containment(grams(before.article.text), grams(brief.article.text))
        return article_id if shared >= COPY else None

    def _skip(self, state: folder.FileState, path: str, sha256: str | None, reason: str) -> None:
        log.info("%s: %s", path, reason)
        with self.store.transaction() as conn:
            documents.mark_skipped(
                conn,
                path,
                size=state.size,
                mtime_ns=state.mtime_ns,
                sha256=sha256,
                reason=reason,
                now=self.first_seen,
            )
        self.skipped.append(Skipped(file=Path(path).name, reason=reason))


def _enter_waiting(store: Store) -> None:
    """Articles of a store from before the ledger, one transaction each: a run cut short goes on next time."""
    with store.read() as conn:
        waiting = ledger.waiting(conn)
    for article_id in waiting:
        with store.transaction() as conn:
            _enter(conn, article_id, articles.get(conn, article_id))


def _enter(conn: Connection, article_id: int, brief: Brief) -> None:
    """Enter the directives of an article; one that cannot be entered stays in the mail and waits for the next run."""
    try:
        ledger.enter(conn, article_id, brief)
    except (ValueError, TypeError, LookupError, ArithmeticError):
        log.exception("%s: a fault in the program while entering its directives in the ledger", brief.article.file)


def _fault(error: Exception) -> str:
    return f"a fault in the program: {type(error).__name__}: {error}"


def _after_last_edition(store: Store, now: datetime) -> datetime:
    """Now; or the end of the last period if the clock was set back behind it: no edition tells what came before."""
    with store.read() as conn:
        newest = editions.history(conn, 1)
    return max([now, *(edition.period.end for edition in newest)])


def _known(row: documents.DocumentRow | None) -> folder.Known | None:
    if row is None:
        return None
    return folder.Known(
        size=row.size, mtime_ns=row.mtime_ns, state=folder.KnownState(row.state), observed_at=row.observed_at
    )

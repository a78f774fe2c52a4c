"""Figures for Prometheus, in a file for the textfile collector of its node exporter.

Format: https://prometheus.io/docs/instrumenting/exposition_formats/ (text, version 0.0.4). The file appears whole or
not at all: it is written beside its place and renamed.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from digest.config import Settings
from digest.errors import StoreError
from digest.pipeline.due import due_slot
from digest.store import Store, articles, deliveries, documents, editions, facts

#: name → what it is
_HELP = {
    "digest_last_run_timestamp_seconds": "When the job was last done.",
    "digest_articles": "Articles in the store.",
    "digest_documents": "Watched files by state.",
    "digest_deliveries": "Deliveries by state.",
    "digest_last_edition_timestamp_seconds": "When the newest edition of the schedule was made.",
    "digest_lag_seconds": "For how long the schedule waits for an edition that is due; 0 when none is.",
    "digest_readers": "People the configuration writes to.",
    "digest_config_refused": "1 when config.yaml was changed and the last good one is kept, or editions are held.",
}


def text(store: Store, settings: Settings, now: datetime) -> str:
    """All figures as they are now."""
    lags = {name: _lag(store, settings, name, now) for name in settings.schedules}
    with store.read() as conn:
        last = {name: row.built_at.timestamp() for name in lags if (row := editions.last(conn, name)) is not None}
        daemon = facts.get(conn, "daemon")
        refused = daemon is not None and bool(daemon.value["fault"] or daemon.value["hold"])
        figures: dict[str, Iterable[tuple[str, float]]] = {
            "digest_last_run_timestamp_seconds": [("", now.timestamp())],
            "digest_articles": [("", articles.count(conn))],
            "digest_documents": [(_label("state", state), n) for state, n in documents.counts(conn).items()],
            "digest_deliveries": [(_label("state", state.value), n) for state, n in deliveries.counts(conn).items()],
            "digest_last_edition_timestamp_seconds": [(_label("schedule", name), at) for name, at in last.items()],
            "digest_lag_seconds": [(_label("schedule", name), lag) for name, lag in lags.items()],
            "digest_readers": [("", len({item.email for item in settings.subscriptions}))],
            "digest_config_refused": [("", int(refused))],
        }
    lines = []
    for name, samples in figures.items():
        lines += [f"# HELP {name} {_HELP[name]}", f"# TYPE {name} gauge"]
        lines += [f"{name}{labels} {value:.15g}" for labels, value in samples]
    return "\n".join(lines) + "\n"


def write(path: Path, content: str) -> None:
    """Put the file in place at once; StoreError when that fails. The collector must be able to read it."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(content, encoding="utf-8")
        draft.chmod(0o644)
        draft.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise StoreError(f"the figures cannot be written: {error.strerror}", subject=str(path)) from error


def _lag(store: Store, settings: Settings, name: str, now: datetime) -> float:
    waiting = due_slot(store, name, settings.schedules[name], now)
    if waiting is None:
        return 0.0
    return (now - [*waiting.missed, waiting.slot][0].at).total_seconds()


def _label(name: str, value: str) -> str:
    escaped = value.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")
    return f'{{{name}="{escaped}"}}'

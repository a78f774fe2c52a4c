"""The configuration of a running daemon: read again when the file changes; the last good one is kept.

A list of readers that is suddenly empty, or less than half, is more likely a slip than a wish. It is not used before
somebody confirms it (``digest check --accept``): what an edition without readers tells is told to nobody, ever.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from digest.config import Settings, load
from digest.errors import ConfigError
from digest.store import Store, facts
from digest.translate import Engine
from digest.translate.packages import record_path

log = logging.getLogger(__name__)

#: seconds for which a file must have been left alone: an editor may still be writing it
_SETTLE = 2.0
_READERS = "readers"


def readers_of(settings: Settings) -> int:
    """How many people the configuration writes to."""
    return len({item.email for item in settings.subscriptions})


def accept(conn: Connection, settings: Settings, now: datetime) -> None:
    """Take the list of readers as it is for what is wanted."""
    facts.put(conn, _READERS, {"count": readers_of(settings)}, now)


def doubt(conn: Connection, settings: Settings) -> str | None:
    """Why the list of readers may not be what is wanted, or None."""
    known, count = facts.get(conn, _READERS), readers_of(settings)
    before = known.value["count"] if known else 0
    if 2 * count < before:
        return f"{count or 'no'} readers where there were {before}; if that is right, `digest check --accept` says so"
    return None


class Live:
    """The settings and the engines that the daemon works with. ConfigError when the first reading fails."""

    def __init__(
        self, path: Path, make_engines: Callable[[Settings], Sequence[Engine]], *, env: Mapping[str, str] = os.environ
    ) -> None:
        self._path, self._make_engines, self._env = path, make_engines, env
        self._seen = _stamp(path)
        self.settings = load(path, env=env)
        self._models = _stamp(record_path(self.settings.state_dir))
        self.engines = make_engines(self.settings)
        #: why the file as it is now is not used
        self.fault: str | None = None
        self._candidate: Settings | None = None
        self._admitted = False

    def refresh(self, now: datetime) -> None:
        """Read the file again if it changed and was left alone since; take up models that were installed since."""
        self._renew()
        stamp = _stamp(self._path)
        if stamp is None:
            self._seen = None  # also the same file is news when it is back
            self._refuse(f"{self._path} is gone")
            return
        settling = 0 <= now.timestamp() - stamp[0] / 1e9 < _SETTLE
        if stamp == self._seen or settling:
            return
        self._seen, self._candidate = stamp, None
        try:
            self._candidate = load(self._path, env=self._env)
        except ConfigError as error:
            self._refuse(str(error))

    def _renew(self) -> None:
        models = _stamp(record_path(self.settings.state_dir))
        if models != self._models:
            self.engines = self._make_engines(self.settings)
            self._models = models
            log.info("the installed translation models changed and are taken up")

    def settle(self, store: Store, now: datetime) -> str | None:
        """Take over what was read, unless its readers are in doubt; why no edition may be made, else None.

        Only a daemon that starts with a list in doubt makes no editions: later there is the last good one.
        """
        candidate = self._candidate or (None if self._admitted else self.settings)
        if candidate is None:
            return None
        with store.transaction() as conn:
            reason = doubt(conn, candidate)
            if reason is None:
                accept(conn, candidate, now)
        if reason is None:
            self._take(candidate)
        elif self._admitted:
            self._refuse(f"{self._path}: {reason}")
        return None if self._admitted else reason

    def _take(self, settings: Settings) -> None:
        if self._candidate is not None:
            self._models = _stamp(record_path(settings.state_dir))
            self.engines = self._make_engines(settings)
            log.info(
                "%s was read again: %s; %d readers", self._path, ", ".join(settings.schedules), readers_of(settings)
            )
        self.settings, self.fault, self._candidate, self._admitted = settings, None, None, True

    def _refuse(self, fault: str) -> None:
        """Keep the last good one, and say so once."""
        if fault != self.fault:
            log.error("the last good configuration is kept: %s", fault)
        self.fault = fault


def _stamp(path: Path) -> tuple[int, int, int] | None:
    """Time of the last change in nanoseconds, size and inode; None for a file that is not there."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino

"""What all commands share: the --config option, errors as sentences, logs to stderr, JSON to stdout."""

from __future__ import annotations

import enum
import json
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from digest.errors import ConfigError

if TYPE_CHECKING:
    from digest.config import Settings

ConfigOption = Annotated[
    Path | None,
    typer.Option("-c", "--config", help="The configuration; else $DIGEST_CONFIG, else ./config.yaml."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]


def load_settings(config: Path | None) -> Settings:
    """The settings of the file that was asked for; ConfigError lists every problem with its line."""
    from digest.config import find, load

    return load(find(config))


def choose_schedules(settings: Settings, name: str | None) -> list[str]:
    """All schedules, or the one named; ConfigError for a name that is not there."""
    if name is None:
        return list(settings.schedules)
    if name not in settings.schedules:
        known = ", ".join(settings.schedules)
        raise ConfigError(f"there is no schedule {name!r}; there are: {known}", subject=str(settings.path))
    return [name]


def print_json(value: Any) -> None:
    """JSON to stdout, UTF-8, the same bytes for the same value."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")


class LogFormat(enum.StrEnum):
    """How logs are written."""

    TEXT = "text"
    JSON = "json"


LogFormatOption = Annotated[
    LogFormat, typer.Option("--log-format", help="Logs as lines of text, or one JSON object a line.")
]


class _JsonLines(logging.Formatter):
    """One object a line: time (UTC), level, logger, message and, after a fault in the program, its traceback."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            **({"traceback": self.formatException(record.exc_info)} if record.exc_info else {}),
        }
        return json.dumps(line, ensure_ascii=False)


def set_up_logging(*, verbose: bool, log_format: LogFormat = LogFormat.TEXT) -> None:
    """Logs go to stderr, one line each."""
    logging.basicConfig(
        stream=sys.stderr,
        level=logging.INFO if verbose else logging.WARNING,
        format="%(asctime)s %(levelname)s %(message)s" if verbose else "%(levelname)s %(message)s",
    )
    if log_format is LogFormat.JSON:
        for handler in logging.getLogger().handlers:
            handler.setFormatter(_JsonLines())
    for noisy in ("apscheduler", "trafilatura", "htmldate", "alembic"):
        logging.getLogger(noisy).setLevel(logging.ERROR)


@contextmanager
def progress(label: str) -> Iterator[Any]:
    """A bar on stderr for long work, ``advance(done, total)``; silent when stderr is no terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(label, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)

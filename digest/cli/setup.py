"""The commands that come first: ``init`` writes a config.yaml, ``check`` tells what is wrong with it."""

from __future__ import annotations

import json
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from digest.errors import ConfigError

if TYPE_CHECKING:  # pydantic takes a tenth of a second that --help does not have
    from digest.config import Problem, Settings

_SAMPLE = "sample_article.txt"


def check(
    config: Annotated[
        Path | None,
        typer.Option("-c", "--config", help="The file to check; else $DIGEST_CONFIG, else ./config.yaml."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
    accept: Annotated[
        bool, typer.Option("--accept", help="Confirm a list of readers that is empty or much shorter.")
    ] = False,
) -> None:
    """Check config.yaml: every problem with its line, or a short summary.

    Exit code 2 when there is an error. Warnings do not count. Nothing is read or sent; only --accept writes: that the
    list of readers is meant as it is, so that digest start takes it over.

    Example: digest check -c office.yaml
    """
    from digest.cli.engine import warn_of_leaving
    from digest.config import Severity, find, read

    path = find(config)
    settings, found = read(path)
    if as_json:
        typer.echo(json.dumps(_report(path, settings, found), ensure_ascii=False, indent=2))
    else:
        for problem in found:
            typer.echo(problem.at(str(path)), err=True)
            if problem.excerpt:
                typer.echo(problem.excerpt, err=True)
        if settings is not None:
            _print_summary(path, settings)
            warn_of_leaving(settings, settings.translation.engines)
    if any(problem.severity is Severity.ERROR for problem in found):
        raise typer.Exit(ConfigError.exit_code)
    if accept and settings is not None:
        _accept(settings)


def _accept(settings: Settings) -> None:
    from digest.pipeline import live
    from digest.scheduler import utc_now
    from digest.store import Store

    with Store.open(settings.database_url) as store, store.transaction() as conn:
        live.accept(conn, settings, utc_now())
    typer.echo(f"accepted: {live.readers_of(settings)} readers", err=True)


def _report(path: Path, settings: Settings | None, found: Sequence[Problem]) -> dict[str, Any]:
    return {
        "file": str(path),
        "ok": settings is not None,
        "problems": [
            {"line": p.line, "column": p.column, "severity": p.severity.value, "message": p.message} for p in found
        ],
    }


def _print_summary(path: Path, settings: Settings) -> None:
    from rich.console import Console
    from rich.table import Table

    console = Console(markup=False, highlight=False, emoji=False)
    console.print(f"{path}: ok", soft_wrap=True)
    table = Table(show_header=False, box=None, padding=(0, 2, 0, 2))
    for source in settings.sources:
        table.add_row("reads", str(source.folder))
    for name, schedule in settings.schedules.items():
        readers = [item.email for item in settings.subscriptions if item.schedule == name]
        table.add_row(name, f"{schedule.in_words()} → {', '.join(readers[:3]) or 'nobody'}{_more(len(readers) - 3)}")
    smtp = settings.mail.smtp if settings.mail.transport == "smtp" else None
    table.add_row("mail", f"smtp {smtp.host}:{smtp.effective_port}" if smtp else f"maildir {settings.mail.maildir}")
    table.add_row("english", " → ".join([*settings.translation.engines, "officialese"]))
    table.add_row("state", "database" if settings.database else str(settings.state_dir))
    console.print(table, soft_wrap=True)


def _more(count: int) -> str:
    return f" and {count} more" if count > 0 else ""


def init(
    folder: Annotated[Path, typer.Argument(help="Where to begin; made if it is not there.")] = Path(),
    force: Annotated[bool, typer.Option("--force", help="Overwrite a config.yaml that is there.")] = False,
) -> None:
    """Write a commented config.yaml and a sample article to begin with.

    A file that is there is kept: exit code 2, unless --force is given.

    Example: digest init news-digest
    """
    from importlib.resources import files

    config, articles = folder / "config.yaml", folder / "articles"
    data = files("digest.data")
    if config.exists() and not force:
        raise ConfigError("this file is there already; --force overwrites it", subject=str(config))
    try:
        articles.mkdir(parents=True, exist_ok=True)
        config.write_text(data.joinpath("config.yaml").read_text(encoding="utf-8"), encoding="utf-8")
        sample = articles / _SAMPLE
        if force or not sample.exists():
            sample.write_text(data.joinpath(_SAMPLE).read_text(encoding="utf-8"), encoding="utf-8")
    except OSError as error:
        raise ConfigError(f"cannot be written: {error.strerror}", subject=str(error.filename)) from error
    typer.echo(f"{config}\n{sample}")
    option = "" if folder == Path() else f" -c {shlex.quote(str(config))}"
    typer.echo(f"Next: edit {config}, then run `digest check{option}` and `digest run-once{option}`.", err=True)

"""``match``: which articles a keyword query finds, and why; by the rules of a subscription's filter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from digest.cli.common import ConfigOption, JsonOption, choose_schedules, load_settings, print_json, set_up_logging
from digest.cli.extract import line_of, read_briefs
from digest.errors import ConfigError, DocumentError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from digest.model import Brief, Directive
    from digest.text.query import Match, Query, Reason


@dataclass(frozen=True, kw_only=True, slots=True)
class _Found:
    """An article, whether the query matches it, and each reason with the directives it was found in."""

    brief: Brief
    match: Match
    reasons: tuple[tuple[Reason, tuple[Directive, ...]], ...]


def match(
    query: Annotated[str, typer.Argument(help="A keyword query, as in config.yaml.", show_default=False)],
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files or folders; by default what the program has read.")
    ] = None,
    *,
    why: Annotated[bool, typer.Option("--why", help="All articles, each with the terms that decided.")] = False,
    edition: Annotated[
        str | None, typer.Option("--edition", help="The schedule in whose zone due<30d counts; by default the first.")
    ] = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show which articles a keyword query matches, by the rules of a reader's filter.

    Files are read as by extract, without configuration or state, and due<30d counts from today in this machine's zone.
    A mail tells the copies of a story once and filters the one that it shows. Exit code 2 when the query does not
    parse, 3 when a file could not be read.

    Example: digest match 'topic:消防 AND due<30d' --why
    """
    from digest.text.query import parse

    set_up_logging(verbose=False)
    parsed = parse(query)
    if paths and edition:
        raise ConfigError("--edition is for articles of the state: leave it out, or leave out the files")
    briefs, today, failed = _of_files(paths) if paths else _of_state(config, edition)
    found = [_look(brief, parsed, today) for brief in briefs]
    shown = [item for item in found if why or item.match.ok]
    if as_json:
        print_json([_as_json(item, why=why) for item in shown])
    else:
        for item in shown:
            _show(item, why=why)
        typer.echo(f"{sum(item.match.ok for item in found)} of {len(found)} articles match", err=True)
    if failed:
        raise typer.Exit(DocumentError.exit_code)


def _of_files(paths: list[Path]) -> tuple[Sequence[Brief], date, int]:
    from digest.scheduler import utc_now

    briefs, failed = read_briefs(paths, sentences=0)
    return briefs, utc_now().astimezone().date(), failed


def _of_state(config: Path | None, edition: str | None) -> tuple[Sequence[Brief], date, int]:
    from digest.scheduler import utc_now
    from digest.store import Store, articles

    settings = load_settings(config)
    zone = settings.schedules[choose_schedules(settings, edition)[0]].zone
    with Store.open(settings.database_url, read_only=True) as store, store.read() as conn:
        return articles.newest_versions(conn), utc_now().astimezone(zone).date(), 0


def _look(brief: Brief, query: Query, today: date) -> _Found:
    from digest.model import Story
    from digest.pipeline import match as decide, searchable

    story = searchable(Story(brief=brief))
    decided = decide(story, query, today)
    return _Found(
        brief=brief, match=decided, reasons=tuple((reason, story.directives(reason)) for reason in decided.reasons)
    )


def _as_json(item: _Found, *, why: bool) -> dict[str, Any]:
    article = item.brief.article
    told: dict[str, Any] = {"file": article.file, "title": article.title, "matches": item.match.ok}
    if why:
        told["why"] = [
            {
                "term": reason.term,
                "field": reason.field,
                "text": reason.text,
                "directives": [{"id": d.id, "text": d.text} for d in directives],
            }
            for reason, directives in item.reasons
        ]
    return told


def _show(item: _Found, *, why: bool) -> None:
    article = item.brief.article
    line = f"{article.file}  {article.title or '(untitled)'}"
    if not why:
        typer.echo(line)
        return
    typer.secho(f"{'match   ' if item.match.ok else 'no match'}  {line}", bold=item.match.ok)
    for reason, directives in item.reasons:
        typer.echo(f"  {reason.text}")
        for directive in directives:
            typer.echo(f"    ▸ {line_of(directive)}")

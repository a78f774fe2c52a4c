"""``directives``: what is in the ledger. Reads only."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from zoneinfo import ZoneInfo

import typer

from digest.cli.common import ConfigOption, JsonOption, load_settings, print_json
from digest.cli.export import Entry, Format, as_json, export as make_file
from digest.errors import ConfigError
from digest.model import EPOCH

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from digest.store.demands import Demand, Wanted

#: demands whose mentions are asked for at once
_BATCH = 500

directives = typer.Typer(
    help="Look into the ledger: every directive ever read, once, with every place where it was seen.",
    no_args_is_help=True,
)


class DirectiveType(StrEnum):
    """What kind of directive is looked for."""

    OPERATIONAL = "operational"
    PRINCIPLE = "principle"


def _words(what: str) -> Any:
    return typer.Option(help=f"Words of {what}; Simplified or Traditional, full or half width.")


def _date(what: str) -> Any:
    return typer.Option(help=what, formats=["%Y-%m-%d"], metavar="YYYY-MM-DD")


Issuer = Annotated[str | None, _words("the issuer")]
Owner = Annotated[str | None, _words("the owner")]
Place = Annotated[str | None, _words("the place")]
Topic = Annotated[str | None, _words("the topic")]
Text = Annotated[str | None, _words("the directive")]
Since = Annotated[datetime | None, _date("Read on or after this day, the first time or again.")]
DueBefore = Annotated[datetime | None, _date("Due before this day.")]
Kind = Annotated[DirectiveType | None, typer.Option("--type", help="Only directives of this type.")]
Limit = Annotated[int | None, typer.Option(help="At most so many, those read last first.", min=1)]


@directives.command("list")
def list_(
    *,
    config: ConfigOption = None,
    issuer: Issuer = None,
    owner: Owner = None,
    place: Place = None,
    topic: Topic = None,
    text: Text = None,
    since: Since = None,
    due_before: DueBefore = None,
    kind: Kind = None,
    limit: Limit = 50,
    as_json_: JsonOption = False,
) -> None:
    """List directives, those read last first.

    Example: digest directives list --owner 住建局 --due-before 2026-12-31
    """
    with _ledger(config) as (conn, zone):
        wanted = _wanted(
            issuer=issuer,
            owner=owner,
            place=place,
            topic=topic,
            text=text,
            since=since,
            due_before=due_before,
            kind=kind,
            zone=zone,
        )
        entries = _entries(conn, wanted, limit)
    if as_json_:
        print_json([as_json(entry, zone) for entry in entries])
        return
    for entry in entries:
        _print(entry.demand)
    if not entries:
        typer.echo("no directive matches", err=True)


@directives.command()
def show(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="Id of a directive, or the beginning of one.")],
    config: ConfigOption = None,
    as_json_: JsonOption = False,
) -> None:
    """Show one directive with every place where it was seen.

    Exit code 2 when no directive, or more than one, has an id that begins so.

    Example: digest directives show 3f9a
    """
    from digest.store import demands

    with _ledger(config) as (conn, zone):
        demand = demands.find(conn, identifier)
        entry = Entry(demand=demand, mentions=demands.mentions_of(conn, [demand.id])[demand.id])
    if as_json_:
        print_json(as_json(entry, zone))
        return
    _print(demand)
    for mention in entry.mentions:
        moved = f" {mention.moved_from} → {mention.deadline_date}" if mention.moved_from else ""
        where = " · ".join(part for part in (mention.date, mention.outlet, mention.title, mention.file) if part)
        typer.echo(f"  {mention.verdict.value}{moved}: {where}")
        if mention.text != demand.text:
            typer.echo(f"    {mention.text}")


@directives.command()
def export(
    *,
    config: ConfigOption = None,
    issuer: Issuer = None,
    owner: Owner = None,
    place: Place = None,
    topic: Topic = None,
    text: Text = None,
    since: Since = None,
    due_before: DueBefore = None,
    kind: Kind = None,
    limit: Limit = None,
    form: Annotated[Format, typer.Option("--format", help="The kind of file.")] = Format.CSV,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="The file; else stdout.")] = None,
) -> None:
    """Write directives to a file: a table (csv, xlsx), json, or tasks for a calendar (ics: those with a due date).

    Example: digest directives export --format xlsx -o directives.xlsx
    """
    if form is Format.XLSX and output is None and sys.stdout.isatty():
        raise ConfigError("xlsx is not text: name a file with -o FILE.xlsx, or redirect the output")
    with _ledger(config) as (conn, zone):
        wanted = _wanted(
            issuer=issuer,
            owner=owner,
            place=place,
            topic=topic,
            text=text,
            since=since,
            due_before=due_before,
            kind=kind,
            zone=zone,
        )
        content = make_file(_entries(conn, wanted, limit), form, zone)
    _write(content, output)


def _write(content: bytes, output: Path | None) -> None:
    if output is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise ConfigError(f"cannot be written: {error.strerror}", subject=str(output)) from error
    typer.echo(str(output))


@contextmanager
def _ledger(config: Path | None) -> Iterator[tuple[Connection, ZoneInfo]]:
    """A connection to the ledger, and the zone in which its days are told: that of the first schedule."""
    from digest.store import Store

    settings = load_settings(config)
    zone = next(iter(settings.schedules.values())).zone
    with Store.open(settings.database_url, read_only=True) as store, store.read() as conn:
        yield conn, zone


def _wanted(
    *,
    issuer: str | None,
    owner: str | None,
    place: str | None,
    topic: str | None,
    text: str | None,
    since: datetime | None,
    due_before: datetime | None,
    kind: DirectiveType | None,
    zone: ZoneInfo,
) -> Wanted:
    from digest.store.demands import Wanted

    return Wanted(
        issuer=issuer,
        owner=owner,
        place=place,
        topic=topic,
        text=text,
        # no store holds anything from before EPOCH, and year 1 has no UTC east of Greenwich
        since=max(since, EPOCH.replace(tzinfo=None)).replace(tzinfo=zone) if since else None,
        due_before=due_before.date() if due_before else None,
        type=kind.value if kind else None,
    )


def _entries(conn: Connection, wanted: Wanted, limit: int | None) -> Sequence[Entry]:
    from digest.store import demands

    found = demands.search(conn, wanted, limit)
    mentions = {
        key: told
        for start in range(0, len(found), _BATCH)
        for key, told in demands.mentions_of(conn, [demand.id for demand in found[start : start + _BATCH]]).items()
    }
    return [Entry(demand=demand, mentions=mentions[demand.id]) for demand in found]


def _print(demand: Demand) -> None:
    owner = f" → {demand.owner}" if demand.owner else ""
    due = f" [{' '.join(part for part in (demand.deadline, demand.deadline_date) if part)}]" if demand.deadline else ""
    typer.secho(demand.id, bold=True, nl=False)
    typer.echo(f"  {demand.issuer or '?'}{owner}{due}: {demand.text}")
    times = "seen once" if demand.mentions == 1 else f"seen {demand.mentions} times"
    facts = [demand.place, *demand.topics, demand.strength, demand.type, times]
    typer.echo("  " + " · ".join(fact for fact in facts if fact))

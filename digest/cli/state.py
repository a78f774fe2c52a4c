"""``schedule``, ``status`` and ``history``: when it fires next, what waits, what went out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from digest.cli.common import ConfigOption, JsonOption, load_settings, print_json
from digest.cli.translations import print_report

if TYPE_CHECKING:
    from sqlalchemy import Connection


def schedule(
    config: ConfigOption = None,
    count: Annotated[int, typer.Option("--next", help="Firings for each schedule.", min=1, max=366)] = 3,
    as_json: JsonOption = False,
) -> None:
    """Show when each schedule fires next.

    Example: digest schedule --next 5
    """
    from digest.scheduler import utc_now

    settings = load_settings(config)
    now = utc_now()
    rows = [
        {"schedule": name, "slot": slot.key, "at": slot.at.astimezone(item.zone).isoformat(), "timezone": item.timezone}
        for name, item in settings.schedules.items()
        for slot in item.timetable(name).upcoming(now, count)
    ]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        typer.echo(f"{row['schedule']}  {row['at']}  {row['timezone']}")


def status(config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """Show what was read, what could not be read and why, and where every delivery stands.

    Example: digest status --json
    """
    from digest.store import Store, articles, deliveries, documents

    settings = load_settings(config)
    with Store.open(settings.database_url, read_only=True) as store, store.read() as conn:
        report: dict[str, Any] = {
            "articles": articles.count(conn),
            "documents": documents.counts(conn),
            "skipped": [  # those that still lie in the folder: a file that is gone needs no attention
                {"path": d.path, "reason": d.reason} for d in documents.list_skipped(conn) if Path(d.path).exists()
            ],
            "pending": [d.path for d in documents.list_pending(conn)],
            "deliveries": {state.value: n for state, n in deliveries.counts(conn).items()},
            "translation": _translation(conn),
        }
    if as_json:
        print_json(report)
        return
    typer.echo(f"articles: {report['articles']}")
    typer.echo("documents: " + ", ".join(f"{n} {state}" for state, n in report["documents"].items()))
    for skipped in report["skipped"]:
        typer.echo(f"  skipped {skipped['path']}: {skipped['reason']}")
    for path in report["pending"]:
        typer.echo(f"  still being written: {path}")
    typer.echo("deliveries: " + ", ".join(f"{n} {state}" for state, n in report["deliveries"].items()))
    if report["translation"]:
        print_report(report["translation"])


def _translation(conn: Connection) -> dict[str, Any] | None:
    """What the engines did in the last run that asked any."""
    from digest.pipeline.translation import FACT
    from digest.store import facts

    fact = facts.get(conn, FACT)
    return {**fact.value, "at": fact.at.isoformat()} if fact else None


def history(
    config: ConfigOption = None,
    limit: Annotated[int, typer.Option("--limit", help="How many editions.", min=1)] = 20,
    as_json: JsonOption = False,
) -> None:
    """Show the editions that were made, newest first.

    Example: digest history --limit 5
    """
    from digest.store import Store, deliveries, editions

    settings = load_settings(config)
    with Store.open(settings.database_url, read_only=True) as store, store.read() as conn:
        rows: list[dict[str, Any]] = [
            {
                "slot": row.slot,
                "built_at": row.built_at.isoformat(),
                "articles": row.articles_read,
                "stories": row.stories,
                "outcome": row.outcome,
                "deliveries": {s.value: n for s, n in deliveries.counts(conn, row.id).items() if n},
            }
            for row in editions.history(conn, limit)
        ]
    if as_json:
        print_json(rows)
        return
    if not rows:
        typer.echo("no edition was made yet")
    for row in rows:
        told = ", ".join(f"{n} {state}" for state, n in row["deliveries"].items()) or "no mail"
        typer.echo(f"{row['slot']}  {row['articles']} articles, {row['stories']} stories, {row['outcome']}: {told}")

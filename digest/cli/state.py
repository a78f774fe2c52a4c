"""``schedule``, ``status`` and ``history``: when it fires next, what waits, what went out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from digest.cli.common import ConfigOption, JsonOption, load_settings, print_json
from digest.cli.translations import print_report

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from digest.config import Settings

#: seconds without a word after which the daemon is not at work: it speaks once a minute, but a delivery may be long
_ALIVE = 900


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
    """Show what was read, why the last edition had mail or none, and where every delivery stands.

    Example: digest status --json
    """
    from digest.scheduler import utc_now
    from digest.store import Store, articles, deliveries, documents

    settings = load_settings(config)
    with Store.open(settings.database_url, read_only=True) as store, store.read() as conn:
        report: dict[str, Any] = {
            "daemon": _daemon(conn, utc_now()),
            "schedules": _schedules(conn, settings, utc_now()),
            "articles": articles.count(conn),
            "documents": documents.counts(conn),
            "skipped": [  # those that still lie in the folder: a file that is gone needs no attention
                {"path": d.path, "reason": d.reason} for d in documents.list_skipped(conn) if Path(d.path).exists()
            ],
            "pending": [d.path for d in documents.list_pending(conn)],
            "deliveries": {state.value: n for state, n in deliveries.counts(conn).items()},
            "translation": _translation(conn),
            "inbox": _inbox(conn),
            "pause": _pause(conn, utc_now()),
        }
    if as_json:
        print_json(report)
        return
    _print_daemon(report["daemon"])
    for name, item in report["schedules"].items():
        last = item["last"]
        told = f"{last['slot']} {last['fate']} ({last['reason']})" if last else "no edition was due yet"
        typer.echo(f"{name}: {told}; next {item['next']}")
    typer.echo(f"articles: {report['articles']}")
    typer.echo("documents: " + ", ".join(f"{n} {state}" for state, n in report["documents"].items()))
    for skipped in report["skipped"]:
        typer.echo(f"  skipped {skipped['path']}: {skipped['reason']}")
    for path in report["pending"]:
        typer.echo(f"  still being written: {path}")
    typer.echo("deliveries: " + ", ".join(f"{n} {state}" for state, n in report["deliveries"].items()))
    _print_outside(report["pause"], report["inbox"], report["translation"])


def _translation(conn: Connection) -> dict[str, Any] | None:
    """What the engines did in the last run that asked any."""
    from digest.pipeline.translation import FACT
    from digest.store import facts

    fact = facts.get(conn, FACT)
    return {**fact.value, "at": fact.at.isoformat()} if fact else None


def _print_outside(
    pause: dict[str, Any] | None, inbox: dict[str, Any] | None, translation: dict[str, Any] | None
) -> None:
    """What the account, the inbox and the engines did last."""
    if pause:
        typer.echo(f"  the account rests until {pause['until']}: {pause['reason']}")
    if inbox and inbox["fault"]:
        typer.echo(f"inbox: could not be read at {inbox['at']}: {inbox['fault']}")
    if translation:
        print_report(translation)


def _pause(conn: Connection, now: datetime) -> dict[str, Any] | None:
    """Why the daemon leaves the account alone for now."""
    from digest.store import pauses

    pause = pauses.last(conn, pauses.ACCOUNT)
    holds = pause is not None and pause.holds(now)
    return {"until": pause.until.isoformat(), "reason": pause.reason} if pause and holds else None


def _inbox(conn: Connection) -> dict[str, Any] | None:
    """The daemon's last look into the inbox, and what kept it from reading."""
    from digest.pipeline.inbox import FACT
    from digest.store import facts

    fact = facts.get(conn, FACT)
    return {"at": fact.at.isoformat(), "fault": fact.value["fault"]} if fact else None


def _daemon(conn: Connection, now: datetime) -> dict[str, Any] | None:
    """The last minute of ``digest start``; it writes one fact a minute."""
    from digest.store import facts

    fact = facts.get(conn, "daemon")
    if fact is None:
        return None
    seconds = int((now - fact.at).total_seconds())
    return {**fact.value, "last_minute": fact.at.isoformat(), "seconds_ago": seconds, "alive": abs(seconds) < _ALIVE}


def _print_daemon(daemon: dict[str, Any] | None) -> None:
    if daemon is None:
        return
    state = "at work" if daemon["alive"] else "not at work"
    typer.echo(f"daemon: {state}, last minute {daemon['last_minute']} ({daemon['seconds_ago']} s ago)")
    if daemon["fault"]:
        typer.echo(f"  the last good configuration is kept: {daemon['fault']}")
    if daemon["hold"]:
        typer.echo(f"  no edition is made: {daemon['hold']}")


def _schedules(conn: Connection, settings: Settings, now: datetime) -> dict[str, Any]:
    from digest.pipeline.operator import told
    from digest.store import occasions

    return {
        name: {
            "last": next(iter(told(occasions.newest(conn, 1, schedule=name), conn)), None),
            "next": item.timetable(name).upcoming(now, 1)[0].at.astimezone(item.zone).isoformat(),
        }
        for name, item in settings.schedules.items()
    }


def history(
    config: ConfigOption = None,
    limit: Annotated[int, typer.Option("--limit", help="How many editions.", min=1)] = 20,
    as_json: JsonOption = False,
) -> None:
    """Show every edition that was due, newest first: sent, held, failed, or why there was no mail.

    Example: digest history --limit 5
    """
    from digest.pipeline.operator import told
    from digest.store import Store, occasions

    settings = load_settings(config)
    with Store.open(settings.database_url, read_only=True) as store, store.read() as conn:
        rows = told(occasions.newest(conn, limit), conn)
    if as_json:
        print_json(rows)
        return
    if not rows:
        typer.echo("no edition was due yet")
    for row in rows:
        mail = ", ".join(f"{n} {state}" for state, n in row["deliveries"].items())
        typer.echo(f"{row['slot']}  {row['fate']}: {row['reason']}" + (f"; mail: {mail}" if mail else ""))
        if row["silent"]:
            typer.echo(f"  nothing matched for {', '.join(row['silent'])}")

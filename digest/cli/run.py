"""``run-once`` and ``start``: the main job, by hand and on schedule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from digest.cli.common import (
    ConfigOption,
    JsonOption,
    LogFormat,
    LogFormatOption,
    choose_schedules,
    load_settings,
    print_json,
    progress,
    set_up_logging,
)
from digest.cli.translations import print_report

if TYPE_CHECKING:
    from digest.config import Settings
    from digest.pipeline import Built, Done, Report, Written

_PARTIAL, _NOTHING_SENT = 3, 4


def run_once(  # noqa: PLR0917 - options, which Typer passes by name
    config: ConfigOption = None,
    edition: Annotated[str | None, typer.Option("--edition", help="Only this schedule's edition.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Do everything on a copy: no state, no mail.")] = False,
    no_send: Annotated[bool, typer.Option("--no-send", help="Build the edition, leave its mail queued.")] = False,
    as_json: JsonOption = False,
    log_format: LogFormatOption = LogFormat.TEXT,
) -> None:
    """Read what is new, make an edition of it now, and send it.

    Running it again sends nothing twice. Exit code 3 when an article, a reader or a translation engine failed, 4 when
    nothing could be sent.

    Example: digest run-once --edition daily --dry-run
    """
    from digest.pipeline import Watch, by_hand, make_engines, make_sender, make_transport, write_html
    from digest.pipeline.operator import follow_up
    from digest.scheduler import utc_now
    from digest.store import Store

    set_up_logging(verbose=False, log_format=log_format)
    settings = load_settings(config)
    names = choose_schedules(settings, edition)
    store = Store.scratch(settings.database_url) if dry_run else Store.open(settings.database_url)
    with store, store.lock(), progress("reading") as advance:
        transport = None if dry_run or no_send else make_transport(settings)
        sender = make_sender(settings, secret=bytes(32) if dry_run else None)
        engines, watch = make_engines(settings), Watch(reading=advance)
        done = by_hand(
            store, settings, names, utc_now, sender=sender, engines=engines, transport=transport, watch=watch
        )
        if not dry_run:
            follow_up(store, settings, sender, transport, utc_now())
        pages = {} if dry_run else {b.id: write_html(settings.state_dir / "editions", b) for b in done.built}
    _print(settings, done, pages, as_json=as_json, dry_run=dry_run)
    raise typer.Exit(_exit_code(done))


def start(
    config: ConfigOption = None,
    log_format: LogFormatOption = LogFormat.TEXT,
) -> None:
    """Run the job on schedule, until SIGTERM; the reader who is being served is finished first.

    config.yaml is read again when it changes; while it is wrong, the last good one is kept.

    Example: digest start -c /etc/digest/config.yaml --log-format json
    """
    from digest.config import find
    from digest.pipeline import Live, make_engines
    from digest.scheduler import run

    set_up_logging(verbose=True, log_format=log_format)
    run(Live(find(config), make_engines))


def _exit_code(done: Done) -> int:
    report = done.report
    if report and not report.sent and (report.unusable or report.failed or report.retried):
        return _NOTHING_SENT
    troubled = report and (
        report.unusable or report.failed or report.retried or report.held or report.expired or report.waiting
    )
    return _PARTIAL if troubled or done.counts.skipped or done.translations.failures else 0


def _print(
    settings: Settings, done: Done, pages: dict[int, tuple[Written, ...]], *, as_json: bool, dry_run: bool
) -> None:
    if as_json:
        print_json(_as_json(done, pages))
        return
    from digest.pipeline.translation import as_json as as_json_report

    counts, report = done.counts, done.report
    typer.echo(f"read: {counts.new} new, {counts.changed} changed, {counts.known} known, {len(counts.skipped)} skipped")
    if counts.pending:
        typer.echo(f"  still being written, read next time: {counts.pending}")
    for skipped in counts.skipped:
        typer.echo(f"  skipped {skipped.file}: {skipped.reason}", err=True)
    for built in done.built:
        _print_edition(built, pages.get(built.id, ()), dry_run=dry_run)
    if not done.built:
        typer.echo("nothing new: no edition made")
    print_report(as_json_report(done.translations))
    if report:
        _print_mail(report)
    if report and settings.mail.transport == "maildir":
        typer.echo(f"  open it with: mutt -f {settings.mail.maildir}")


def _print_mail(report: Report) -> None:
    typer.echo(f"mail: {report.sent} sent, {report.retried} to retry, {report.failed} failed, {report.held} held")
    for place in report.places:
        typer.echo(f"  mail: {place}")
    if report.expired or report.suppressed:
        typer.echo(f"  not sent: {report.expired} too old, {report.suppressed} to readers who want no mail")
    for reason in report.waiting:
        typer.echo(reason, err=True)
    if report.unusable:
        what = "the rest could not" if report.sent else "nothing could"
        typer.echo(f"{what} be sent: {report.unusable}", err=True)


def _print_edition(built: Built, pages: tuple[Written, ...], *, dry_run: bool) -> None:
    directives = sum(len(s.brief.directives) for s in built.edition.stories)
    made = "would be made" if dry_run else "made"
    typer.echo(
        f"edition {built.edition.slot} {made}: {len(built.edition.stories)} stories, {directives} directives, "
        f"{built.deliveries} readers"
    )
    for page in pages:
        typer.echo(f"  html: {page.html}")
        if page.full:
            typer.echo(f"  full edition, attached: {page.full}")


def _as_json(done: Done, pages: dict[int, tuple[Written, ...]]) -> dict[str, Any]:
    from digest.pipeline.translation import as_json as as_json_report

    counts, report = done.counts, done.report
    return {
        "read": {
            "new": counts.new,
            "changed": counts.changed,
            "known": counts.known,
            "skipped": [{"file": s.file, "reason": s.reason} for s in counts.skipped],
        },
        "editions": [
            {
                "slot": built.edition.slot,
                "stories": len(built.edition.stories),
                "directives": sum(len(s.brief.directives) for s in built.edition.stories),
                "readers": built.deliveries,
                "html": [str(p.html) for p in pages.get(built.id, ())],
                "full": [str(p.full) for p in pages.get(built.id, ()) if p.full],
            }
            for built in done.built
        ],
        "translation": as_json_report(done.translations),
        "mail": None
        if report is None
        else {
            "sent": report.sent,
            "retry": report.retried,
            "failed": report.failed,
            "held": report.held,
            "expired": report.expired,
            "suppressed": report.suppressed,
            "waiting": list(report.waiting),
            "unusable": report.unusable,
            "places": list(report.places),
        },
    }

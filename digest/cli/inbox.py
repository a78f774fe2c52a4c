"""``inbox`` and ``subscribers``: what came back, and who is not written to."""

from __future__ import annotations

from typing import Annotated

import typer

from digest.cli.common import ConfigOption, JsonOption, load_settings, print_json, set_up_logging
from digest.errors import ConfigError

AddressArgument = Annotated[str, typer.Argument(help="Address of the reader.")]

subscribers = typer.Typer(no_args_is_help=True, help="Who gets mail, and who must not be written to.")


def inbox(config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """Read the inbox over IMAP: undeliverable mail, complaints, requests to unsubscribe; nothing in it is changed.

    `digest start` does it by itself every 15 minutes; without it, let cron or a timer call this.

    Example: digest inbox --json
    """
    from digest.pipeline import make_sender
    from digest.pipeline.inbox import poll
    from digest.pipeline.outfit import imap_account
    from digest.scheduler import utc_now
    from digest.store import Store

    set_up_logging(verbose=False)
    settings = load_settings(config)
    account = imap_account(settings)
    if account is None or settings.mail.inbox is None:
        raise ConfigError("mail.inbox is missing: name the IMAP server", subject=str(settings.path))
    with Store.open(settings.database_url) as store, store.lock():
        report = poll(store, make_sender(settings), account, settings.mail.inbox.folder, utc_now)
    if as_json:
        rows = [
            {"what": f.what, "email": f.email, "detail": f.detail, "suppressed": f.suppressed} for f in report.findings
        ]
        print_json({"letters": report.letters, "findings": rows})
        return
    typer.echo(f"letters: {report.letters} new, {len(report.findings)} about our mail")
    for finding in report.findings:
        end = "; not written to any more" if finding.suppressed else ""
        typer.echo(f"  {finding.what} {finding.email or ''}: {finding.detail}{end}")


@subscribers.command("list")
def list_(config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """Show the readers of config.yaml and those who are not written to, with the reason.

    Example: digest subscribers list
    """
    from digest.store import Store, suppressions

    settings = load_settings(config)
    with Store.open(settings.database_url, read_only=True) as store, store.read() as conn:
        found = {item.email: item for item in suppressions.listed(conn)}
    rows = [
        {"email": each.email, "schedule": each.schedule, "suppressed": _why(found.pop(each.email.lower(), None))}
        for each in settings.subscriptions
    ]
    rows += [{"email": item.email, "schedule": None, "suppressed": _why(item)} for item in found.values()]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        why = f"not written to: {row['suppressed']}" if row["suppressed"] else "written to"
        typer.echo(f"{row['email']}  {row['schedule'] or 'no subscription'}  {why}")


@subscribers.command()
def suppress(
    address: AddressArgument,
    config: ConfigOption = None,
    reason: Annotated[str | None, typer.Option("--reason", help="In your words.")] = None,
) -> None:
    """Write to this reader no more, from now on, also not what is queued.

    Example: digest subscribers suppress reader@example.com --reason "asked by phone"
    """
    from digest.mail import normalise_address
    from digest.model import SuppressionReason
    from digest.scheduler import utc_now
    from digest.store import Store, suppressions

    settings, email = load_settings(config), normalise_address(address)
    with Store.open(settings.database_url) as store, store.transaction() as conn:
        done = suppressions.suppress(conn, email, reason=SuppressionReason.OPERATOR, now=utc_now(), detail=reason)
    typer.echo(f"{email}: {'not written to any more' if done else 'was not written to anyway'}")


@subscribers.command()
def unsuppress(address: AddressArgument, config: ConfigOption = None) -> None:
    """Write to this reader again. Links to unsubscribe in mail from before no longer work.

    Example: digest subscribers unsuppress reader@example.com
    """
    from digest.mail import normalise_address
    from digest.scheduler import utc_now
    from digest.store import Store, suppressions

    settings, email = load_settings(config), normalise_address(address)
    with Store.open(settings.database_url) as store, store.transaction() as conn:
        done = suppressions.lift(conn, email, now=utc_now())
    typer.echo(f"{email}: {'written to again' if done else 'nothing kept us from writing'}")


def _why(item: object) -> str | None:
    from digest.store.suppressions import Suppression

    if not isinstance(item, Suppression):
        return None
    detail = f" ({item.detail})" if item.detail else ""
    return f"{item.reason.value} on {item.since:%Y-%m-%d}{detail}"

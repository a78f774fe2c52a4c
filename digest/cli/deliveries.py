"""``deliveries``: where every mail stands and why; try again what failed, decide what nobody knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from digest.cli.common import ConfigOption, JsonOption, load_settings, print_json
from digest.errors import ConfigError

if TYPE_CHECKING:
    from datetime import datetime

    from digest.model import Delivery

deliveries = typer.Typer(no_args_is_help=True, help="Where every mail stands; decide what nobody knows.")
NumbersArgument = Annotated[list[int] | None, typer.Argument(help="Numbers; without any, all that failed or wait.")]


@deliveries.command("list")
def list_(
    config: ConfigOption = None,
    state: Annotated[str | None, typer.Option("--state", help="Only this state: failed, held, retry …")] = None,
    number: Annotated[int | None, typer.Option("--id", help="Only this delivery, with its whole log.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Show the deliveries that are not simply sent, oldest first; with --state sent also those.

    Example: digest deliveries list --state held
    """
    from digest.model import DeliveryState
    from digest.store import Store, deliveries as table, editions

    chosen = _state(state)
    settings = load_settings(config)
    with Store.open(settings.database_url, read_only=True) as store, store.read() as conn:
        found = (table.get(conn, number),) if number is not None else table.list_deliveries(conn, state=chosen)
        if chosen is None and number is None:
            found = tuple(row for row in found if row.state is not DeliveryState.SENT)
        slots = {edition: editions.slot_of(conn, edition) for edition in {row.edition_id for row in found}}
        rows = [_row(row, slots[row.edition_id]) for row in found]
        if number is not None:
            rows[0]["log"] = [
                {"at": entry.at.isoformat(), "state": entry.outcome.value, "code": entry.code, "reply": entry.reply}
                for entry in table.attempts_of(conn, number)
            ]
    if as_json:
        print_json(rows)
        return
    if not rows:
        typer.echo("no delivery waits, failed or is in doubt" if chosen is None else f"no delivery is {chosen.value}")
    for row in rows:
        due = f", next {row['next_at']}" if row["next_at"] else ""
        typer.echo(f"{row['id']}  {row['email']}  {row['edition']}  {row['state']} ({row['attempts']} attempts{due})")
        if row["reply"]:
            typer.echo(f"    {' '.join(str(part) for part in (row['code'], row['reply']) if part is not None)}")
        for entry in row.get("log", []):
            words = " ".join(str(entry[key]) for key in ("code", "reply") if entry[key] is not None)
            typer.echo(f"    {entry['at']}  {entry['state']}  {words}".rstrip())


@deliveries.command()
def retry(numbers: NumbersArgument = None, config: ConfigOption = None) -> None:
    """Make deliveries that failed, wait or expired due at once: their cause was removed. The next run sends them.

    What expired is only sent when its number is given: it may be months old.

    Example: digest deliveries retry 17 18
    """
    from digest.model import DeliveryState
    from digest.scheduler import utc_now
    from digest.store import Store, deliveries as table

    settings = load_settings(config)
    with Store.open(settings.database_url) as store, store.lock(), store.transaction() as conn:
        chosen = numbers or [
            row.id
            for state in (DeliveryState.FAILED, DeliveryState.RETRY)
            for row in table.list_deliveries(conn, state=state)
        ]
        for number in chosen:
            table.requeue(conn, number, now=utc_now())
    typer.echo(f"due at once: {len(chosen)}")


@deliveries.command()
def resolve(
    number: Annotated[int, typer.Argument(help="Number of a delivery that is held.")],
    config: ConfigOption = None,
    sent: Annotated[bool, typer.Option("--sent", help="It had arrived.")] = False,
    resend: Annotated[
        bool, typer.Option("--resend", help="It had not: send it again, with the same identifier.")
    ] = False,
) -> None:
    """Decide about a delivery whose fate nobody knows.

    Ask the reader, or look into the log of the mail server for its Message-ID (deliveries list --id).

    Example: digest deliveries resolve 17 --sent
    """
    from digest.scheduler import utc_now
    from digest.store import Store, deliveries as table

    if sent == resend:
        raise ConfigError("say either --sent or --resend", subject=str(number))
    settings = load_settings(config)
    with Store.open(settings.database_url) as store, store.lock(), store.transaction() as conn:
        table.resolve(conn, number, sent=sent, now=utc_now())
        row = table.get(conn, number)
    typer.echo(f"{row.email}: {'noted as sent' if sent else 'due at once, sent by the next run'}")


def _state(word: str | None) -> Any:
    from digest.model import DeliveryState

    if word is None:
        return None
    try:
        return DeliveryState(word)
    except ValueError:
        known = ", ".join(state.value for state in DeliveryState)
        raise ConfigError(f"there is no such state; there are: {known}", subject=word) from None


def _row(row: Delivery, slot: str) -> dict[str, Any]:
    return {
        "id": row.id,
        "edition": slot,
        "email": row.email,
        "state": row.state.value,
        "attempts": row.attempts,
        "next_at": _iso(row.next_at),
        "sent_at": _iso(row.sent_at),
        "message_id": row.message_id,
        "code": row.code,
        "reply": row.reply,
    }


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None

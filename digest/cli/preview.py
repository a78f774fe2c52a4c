"""``preview``: what would be sent now, to a file or to the terminal. Writes no state."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from digest.cli.common import ConfigOption, choose_schedules, load_settings, progress, set_up_logging
from digest.errors import ConfigError

if TYPE_CHECKING:
    from digest.config import Settings
    from digest.model import Rendition, Subscription

_KINDS = (".html", ".txt", ".eml")


def preview(
    config: ConfigOption = None,
    edition: Annotated[str | None, typer.Option("--edition", help="The schedule; by default the reader's.")] = None,
    subscriber: Annotated[
        str | None, typer.Option("--subscriber", help="Address of a reader; by default the first.")
    ] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="FILE.html, FILE.txt or FILE.eml.")] = None,
) -> None:
    """Show what a reader would get now. Nothing is sent or remembered.

    When the mail is too long to be shown whole, the full edition that it attaches is written beside FILE.html.

    Example: digest preview --subscriber reader@example.com -o preview.html
    """
    from digest.pipeline import ingest, make_chain, make_engines, preview as make_preview
    from digest.scheduler import utc_now
    from digest.store import Store

    set_up_logging(verbose=False)
    if output and output.suffix not in _KINDS:
        raise ConfigError(f"the file must end in {', '.join(_KINDS)}", subject=str(output))
    settings = load_settings(config)
    name, reader = _reader(settings, edition, subscriber)
    now = utc_now()
    with Store.scratch(settings.database_url) as store, progress("reading") as advance:
        from digest.store import editions

        with store.transaction() as conn:
            editions.known_since(conn, name, now)
        ingest(store, settings, now, progress=advance)
        chain = make_chain(store, settings, make_engines(settings), utc_now())
        rendition = make_preview(store, settings, name, reader, utc_now(), chain=chain)
    if rendition is None:
        typer.echo(f"nothing new for {reader.email}: no mail would be sent", err=True)
        return
    if output is None:
        typer.echo(f"{rendition.subject}\n\n{rendition.text}")
        return
    _write_all(settings, rendition, reader, output)


def _write_all(settings: Settings, rendition: Rendition, reader: Subscription, output: Path) -> None:
    """The file that was asked for and, beside a page that had to be shortened, the full one."""
    _write(output, _content(settings, rendition, reader, output.suffix))
    if rendition.full and output.suffix == ".html":
        _write(output.with_suffix(".full.html"), rendition.full.html.encode())


def _reader(settings: Settings, edition: str | None, subscriber: str | None) -> tuple[str, Subscription]:
    name = choose_schedules(settings, edition)[0] if edition else None
    for item in settings.subscriptions:
        if (name is None or item.schedule == name) and (subscriber is None or item.email == subscriber.strip().lower()):
            return item.schedule, item.subscription()
    wanted = f"{subscriber or 'nobody'} on {edition or 'any schedule'}"
    raise ConfigError(f"there is no subscription of {wanted}", subject=str(settings.path))


def _write(path: Path, content: bytes) -> None:
    """Write a file and print where it is."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise ConfigError(f"cannot be written: {error.strerror}", subject=str(path)) from error
    typer.echo(str(path))


def _content(settings: Settings, rendition: Rendition, reader: Subscription, suffix: str) -> bytes:
    if suffix == ".html":
        return rendition.html.encode()
    if suffix == ".txt":
        return f"{rendition.subject}\n\n{rendition.text}".encode()
    from digest.mail import compose, compose_body, message_id
    from digest.pipeline import make_sender
    from digest.scheduler import utc_now

    sender = make_sender(settings, secret=bytes(32))  # a preview's identifiers lead nowhere
    return compose(
        sender,
        edition="preview",
        to_email=reader.email,
        to_name=reader.name,
        subject=rendition.subject,
        body=compose_body(rendition.text, rendition.html, rendition.full),
        message_id=message_id(sender, "preview", reader.email),
        date=utc_now(),
        languages=reader.languages,
    ).raw

"""The command line: parse, call, print. stdout is data, stderr is logs and progress.

Exit codes: 0 done (also "nothing new"), 1 a fault in the program, 2 usage or configuration, 3 partial, 4 nothing could
be sent, 75 another run holds the lock, 130 interrupted.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from digest import __version__
from digest.cli.deliveries import deliveries
from digest.cli.directives import directives
from digest.cli.doctor import doctor, send_test
from digest.cli.engine import engine
from digest.cli.explain import explain
from digest.cli.extract import extract
from digest.cli.inbox import inbox, subscribers
from digest.cli.match import match
from digest.cli.preview import preview
from digest.cli.run import run_once, start
from digest.cli.setup import check, init
from digest.cli.state import history, schedule, status
from digest.cli.tm import tm
from digest.errors import DigestError

app = typer.Typer(
    name="digest",
    help="Read the news of Chinese local government and mail people what matters in it.",
    epilog="Examples: digest run-once · digest extract article.txt --json · digest schedule --next 5",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"digest {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read the news of Chinese local government and mail people what matters in it."""


for _command in (
    run_once,
    start,
    extract,
    explain,
    match,
    preview,
    check,
    init,
    schedule,
    status,
    history,
    doctor,
    send_test,
):
    app.command(name=_command.__name__.replace("_", "-"))(_command)

app.add_typer(directives, name="directives")
app.add_typer(deliveries, name="deliveries")
app.add_typer(subscribers, name="subscribers")
app.command(name="inbox")(inbox)
app.add_typer(engine, name="engine")
app.add_typer(tm, name="tm")


def main() -> None:
    """Run the command line; an error we know is a sentence on stderr and its own exit code."""
    try:
        app()
    except DigestError as error:
        typer.echo(str(error), err=True)
        sys.exit(error.exit_code)
    except KeyboardInterrupt:
        sys.exit(130)

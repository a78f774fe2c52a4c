"""``doctor`` tries everything for real, ``send-test`` sends one mail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from digest.cli.common import ConfigOption, JsonOption, load_settings, print_json, set_up_logging
from digest.errors import ConfigError, MailError

if TYPE_CHECKING:
    from digest.pipeline.doctor import Finding

_COLOURS = {"ok": "green", "warn": "yellow", "fail": "red"}
_FAILED = 3


def doctor(config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """Try everything the job needs: folders, state, clock, disk, templates, translation, the mail account.

    Nothing is sent. Exit code 0 when all is well or only doubtful, 2 for config.yaml, 4 when no mail could be sent, 3
    for anything else.

    Example: digest doctor --json
    """
    from digest.config import find, read
    from digest.pipeline.doctor import Finding, Level, examine
    from digest.scheduler import utc_now

    set_up_logging(verbose=False)
    path = find(config)
    settings, problems = read(path)
    findings = [
        Finding(
            what="config.yaml",
            level=Level.FAIL if p.severity.value == "error" else Level.WARN,
            found=p.at(str(path)),
            advice="digest check shows it",
        )
        for p in problems
    ] or [Finding(what="config.yaml", level=Level.OK, found=str(path))]
    if settings is not None:
        findings += examine(settings, utc_now())
    _print(findings, as_json=as_json)
    failed = {finding.what for finding in findings if finding.level is Level.FAIL}
    if settings is None:
        raise typer.Exit(ConfigError.exit_code)
    if failed:
        raise typer.Exit(MailError.exit_code if failed <= {"mail account", "from", "dkim"} else _FAILED)


def _print(findings: list[Finding], *, as_json: bool) -> None:
    if as_json:
        print_json([{"what": f.what, "level": f.level.value, "found": f.found, "advice": f.advice} for f in findings])
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    for finding in findings:
        words = Text(finding.found, overflow="fold")
        if finding.advice:
            words.append(f"\n→ {finding.advice}", style="bold")
        table.add_row(Text(finding.level.value, style=_COLOURS[finding.level.value]), Text(finding.what), words)
    Console(markup=False, highlight=False, emoji=False).print(table)


def send_test(
    address: Annotated[str, typer.Argument(help="Who gets the mail.")],
    config: ConfigOption = None,
) -> None:
    """Send one mail over the account of config.yaml, at once. It is no edition, and nothing is remembered of it.

    Example: digest send-test you@example.com
    """
    from digest.mail import OutcomeKind
    from digest.pipeline import make_sender, make_transport
    from digest.pipeline.operator import send_letter
    from digest.scheduler import utc_now

    set_up_logging(verbose=False)
    settings, now = load_settings(config), utc_now()
    text = f"This is a test of digest, sent at {now:%Y-%m-%d %H:%M:%S} UTC.\n这是 digest 的测试邮件。\n"
    with make_transport(settings) as transport:
        outcome = send_letter(
            make_sender(settings), transport, to=address, subject="digest: test 测试", text=text, now=now
        )
    if outcome.kind is not OutcomeKind.SENT:
        raise MailError(f"not sent: {outcome.detail}", subject=address)
    typer.echo(f"{address}: {outcome.detail or 'accepted'}")

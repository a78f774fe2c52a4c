"""What the translation engines did, as ``run-once`` and ``status`` tell it."""

from __future__ import annotations

from typing import Any

import typer


def print_report(report: dict[str, Any]) -> None:
    """Print a report (as JSON) in sentences: what was done to stdout, what failed to stderr."""
    for engine in report["engines"]:
        told = (
            f"translation: {engine['name']}: {engine['translated']} texts translated, {engine['remembered']} remembered"
        )
        refused = ", ".join(f"{n} × {why}" for why, n in engine["refused"].items())
        typer.echo(told + (f", refused {refused}" if refused else ""))
        if engine["failure"]:
            typer.echo(f"  {engine['name']} failed: {engine['failure']}", err=True)
    if report["over_budget"]:
        limit = report["budget"]
        why = (
            f"one run may give them {limit} characters" if limit else "neither a dry run nor a limit of 0 pays for any"
        )
        typer.echo(f"  {report['over_budget']} texts were not given to engines that cost money: {why}", err=True)

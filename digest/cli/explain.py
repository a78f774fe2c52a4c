"""``explain``: why something was read as a directive, and where each of its fields comes from."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from digest.cli.common import ConfigOption, JsonOption, load_settings, print_json, set_up_logging
from digest.errors import DigestError, DocumentError, UnknownDirective

if TYPE_CHECKING:
    from digest.model import Article, Brief, Directive

_NAMED = 5


def explain(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="Id of a directive, or the beginning of one.")],
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE]…", help="Files or folders to read it from, not the store.")
    ] = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Tell where a directive was read and by which rules. With files it needs no state and no configuration.

    Exit code 2 when no directive, or more than one, has an id that begins so.

    Example: digest explain 3f9a seeds/
    """
    set_up_logging(verbose=False)
    brief, directive = _in_files(identifier, paths) if paths else _in_store(identifier, config)
    found = explained(brief.article, directive)
    if as_json:
        print_json(found)
    else:
        _print(found)


def explained(article: Article, directive: Directive) -> dict[str, Any]:
    """Everything that is known of how a directive was read, in the order in which it is told."""
    from digest.text.directives.rules import MEANINGS
    from digest.text.segment import sentences

    told = sentences(article.body)
    inside = [i for i, s in enumerate(told) if s.start < directive.end and directive.start < s.end]
    before = told[inside[0] - 1].text if inside and inside[0] else None
    after = told[inside[-1] + 1].text if inside and inside[-1] + 1 < len(told) else None
    return {
        "id": directive.id,
        "text": directive.text,
        "head": directive.head,
        "issuer": directive.issuer,
        "verb": directive.verb,
        "marker": directive.marker,
        "owner": directive.owner,
        "deadline": directive.deadline,
        "deadline_date": directive.deadline_date,
        "deadline_basis": directive.deadline_basis,
        "deadline_rule": directive.deadline_rule,
        "strength": directive.strength,
        "list_path": directive.list_path,
        "type": directive.type,
        "topics": list(directive.topics),
        "rules": [{"rule": rule, "meaning": MEANINGS.get(rule)} for rule in directive.rules],
        "file": article.file,
        "title": article.title,
        "start": directive.start,
        "end": directive.end,
        "paragraph": told[inside[0]].paragraph + 1 if inside else None,
        "before": before,
        "source": "".join(told[i].text for i in inside),
        "after": after,
    }


def _in_store(prefix: str, config: Path | None) -> tuple[Brief, Directive]:
    from digest.store import Store, articles, demands

    settings = load_settings(config)
    with Store.open(settings.database_url, read_only=True) as store, store.read() as conn:
        article_id, directive_id = demands.article_of(conn, prefix)
        brief = articles.get(conn, article_id)
    return brief, next(d for d in brief.directives if d.id == directive_id)


def _in_files(prefix: str, paths: list[Path]) -> tuple[Brief, Directive]:
    """The directive in the first file that has it; if none has it, a file that could not be read is the error."""
    from digest.cli.extract import find_files, read_file

    found: dict[str, tuple[Brief, Directive]] = {}
    failed = False
    for path in find_files(paths):
        for brief in read_file(path):
            if isinstance(brief, DigestError):
                failed = True
                typer.echo(str(brief), err=True)
                continue
            for directive in brief.directives:
                if directive.id.startswith(prefix.strip().lower()):
                    found.setdefault(directive.id, (brief, directive))
    if len(found) > 1:
        raise UnknownDirective(f"several directives begin so: {', '.join(sorted(found)[:_NAMED])}", subject=prefix)
    if not found:
        if failed:
            raise typer.Exit(DocumentError.exit_code)
        raise UnknownDirective("there is no such directive in these files", subject=prefix)
    return next(iter(found.values()))


def _print(found: dict[str, Any]) -> None:
    typer.secho(found["text"], bold=True)
    for name in ("id", "head", "issuer", "verb", "marker", "owner", "strength", "list_path", "type"):
        _line(name, found[name])
    due = [found["deadline"], found["deadline_date"]]
    how = [f"counted from {found['deadline_basis']}" if found["deadline_basis"] else None, found["deadline_rule"]]
    _line("deadline", _joined(due, " → "), _joined(how, ", rule: "))
    _line("topics", _joined(found["topics"], ", "))
    for rule in found["rules"]:
        _line("rule", rule["rule"], rule["meaning"])
    _line("file", found["file"], found["title"])
    _line("span", f"{found['start']} to {found['end']}, paragraph {found['paragraph']}")
    _line("before", found["before"])
    _line("source", found["source"])
    _line("after", found["after"])


def _joined(parts: Iterable[str | None], gap: str) -> str:
    return gap.join(part for part in parts if part)


def _line(name: str, value: str | None, note: str | None = None) -> None:
    """A field, with ``-`` for what the text does not state."""
    typer.echo(f"  {name.replace('_', ' '):9}  {value or '-'}{f'  ({note})' if note else ''}")

"""``extract``: read files and print what they say; no state, no configuration."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from digest.cli.common import JsonOption, print_json, progress, set_up_logging
from digest.errors import DigestError, DocumentError

if TYPE_CHECKING:
    from digest.model import Brief, Directive

SENTENCES, MAX_BYTES = 5, 20_000_000


def extract(
    paths: Annotated[list[Path], typer.Argument(help="Files or folders.")],
    as_json: JsonOption = False,
    sentences: Annotated[int, typer.Option(help="Key sentences for each article.", min=0, max=50)] = SENTENCES,
    restore: Annotated[bool, typer.Option(help="Put back characters that a page lost everywhere.")] = True,
    max_bytes: Annotated[int, typer.Option(help="A larger file is refused.", min=1)] = MAX_BYTES,
) -> None:
    """Print title, key sentences and directives of articles. The same input gives the same bytes.

    Exit code 3 when a file could not be read; the others are printed.

    Example: digest extract seeds/ --json > briefs.json
    """
    from digest.text import brief as reading

    set_up_logging(verbose=False)
    briefs, failed = read_briefs(paths, sentences=sentences, restore=restore, max_bytes=max_bytes)
    if as_json:
        print_json([reading.to_json(brief) for brief in briefs])
    else:
        for brief in briefs:
            _show(brief)
    if failed:
        raise typer.Exit(DocumentError.exit_code)


def read_briefs(
    paths: list[Path], *, sentences: int, restore: bool = True, max_bytes: int = MAX_BYTES
) -> tuple[list[Brief], int]:
    """The briefs of files and folders in the order given, and how many could not be read: those are told on stderr."""
    files = list(find_files(paths))
    briefs: list[Brief] = []
    failed = 0
    with progress("reading") as advance:
        for done, path in enumerate(files, 1):
            for brief in read_file(path, max_bytes, sentences, restore=restore):
                if isinstance(brief, DigestError):
                    failed += 1
                    typer.echo(str(brief), err=True)
                else:
                    briefs.append(brief)
            advance(done, len(files))
    return briefs, failed


def read_file(
    path: Path, max_bytes: int = MAX_BYTES, sentences: int = SENTENCES, *, restore: bool = True
) -> Iterator[Brief | DigestError]:
    """The briefs of a file (a feed has several), and an error in the place of each one that could not be read."""
    from digest.ingest import readers
    from digest.text import brief as reading

    if not path.exists():  # said before a reader is looked for by its ending
        yield DocumentError("there is no such file or folder", subject=str(path))
        return
    try:
        documents = readers.read_all(path, max_bytes=max_bytes)
    except DigestError as error:
        yield error
        return
    for document in documents:
        try:
            yield reading.read(document, sentences=sentences, restore_dropped=restore)
        except DigestError as error:
            yield error


def find_files(paths: list[Path]) -> Iterator[Path]:
    """The files given, and those of the folders given, by name."""
    from digest.ingest import folder, readers

    for path in paths:
        if path.is_dir():
            yield from (Path(state.path) for state in folder.scan(path, recursive=True, suffixes=readers.SUFFIXES))
        else:
            yield path


def _show(brief: Brief) -> None:
    article = brief.article
    typer.secho(article.title or article.file, bold=True)
    facts = [article.place, article.event_date or article.published, article.source, article.doc_type]
    typer.echo("  " + " · ".join(fact for fact in facts if fact))
    for sentence in brief.key_sentences:
        typer.echo(f"  {sentence.rank}. {sentence.text}")
    for directive in brief.directives:
        typer.echo(f"  ▸ {line_of(directive)}")
    typer.echo()


def line_of(directive: Directive) -> str:
    """A directive on one line: who demands of whom, by when, what."""
    owner = f" → {directive.owner}" if directive.owner else ""
    due = f" [{directive.deadline}]" if directive.deadline else ""
    return f"{directive.issuer or '?'}{owner}{due}: {directive.text}"

"""``extract``: read files and print what they say; no state, no configuration."""

from __future__ import annotations

import json
import traceback
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeVar

import typer

from digest.cli.common import JsonOption, progress, set_up_logging
from digest.errors import DigestError, DocumentError

if TYPE_CHECKING:
    from digest.model import Brief, Directive

T = TypeVar("T")
#: as ``digest.text.rank.Mode``, which is not imported: ``--help`` must be fast
Ranking = Literal["textrank", "textrank4zh"]

SENTENCES, MAX_BYTES = 5, 20_000_000
#: files, and bytes of them, that are read here before other processes had loaded what reading takes
FEW, LITTLE = 8, 100_000
_PRELOAD = ("digest.cli.preload",)


def extract(
    paths: Annotated[list[Path], typer.Argument(help="Files or folders.")],
    *,
    as_json: JsonOption = False,
    sentences: Annotated[int, typer.Option(help="Key sentences for each article.", min=0, max=50)] = SENTENCES,
    restore: Annotated[bool, typer.Option(help="Put back characters that a page lost everywhere.")] = True,
    ranking: Annotated[
        Ranking, typer.Option(help="How key sentences are chosen; textrank4zh is exactly that package's way.")
    ] = "textrank",
    max_bytes: Annotated[int, typer.Option(help="A larger file is refused.", min=1)] = MAX_BYTES,
    workers: Annotated[
        int | None, typer.Option(help="Processes that read; else one for each core, if there is work for them.", min=1)
    ] = None,
) -> None:
    """Print title, key sentences and directives of articles. The same input gives the same bytes.

    Exit code 3 when a file could not be read; the others are printed.

    Example: digest extract seeds/ --json > briefs.json
    """
    set_up_logging(verbose=False)
    form = _as_item if as_json else _as_lines
    read = partial(read_as, form=form, max_bytes=max_bytes, sentences=sentences, restore=restore, ranking=ranking)
    out = typer.get_text_stream("stdout")  # asked for before the bar, which puts a stream of its own in its place
    tally = _Tally()
    with closing(_readings(paths, read, workers=workers, bar=not out.isatty())) as readings:
        pieces = tally.good(readings)
        if as_json:
            out.writelines(_array(pieces))
        else:
            for piece in pieces:
                typer.echo(piece, nl=False, file=out)
    out.flush()  # here a reader that has gone is no fault, at the end of the process it would be
    if tally.failed:
        raise typer.Exit(DocumentError.exit_code)


def read_briefs(
    paths: list[Path],
    *,
    sentences: int,
    restore: bool = True,
    max_bytes: int = MAX_BYTES,
    workers: int | None = None,
) -> tuple[list[Brief], int]:
    """The briefs of files and folders in the order given, and how many could not be read: those are told on stderr."""
    read = partial(read_as, form=_as_is, max_bytes=max_bytes, sentences=sentences, restore=restore)
    tally = _Tally()
    with closing(_readings(paths, read, workers=workers)) as readings:
        briefs = list(tally.good(readings))
    return briefs, tally.failed


@dataclass(slots=True)
class _Tally:
    """How many could not be read."""

    failed: int = 0

    def good(self, readings: Iterable[T | DigestError]) -> Iterator[T]:
        """What was read; what could not be is counted and told on stderr in its turn."""
        for reading in readings:
            if not isinstance(reading, DigestError):
                yield reading
                continue
            self.failed += 1
            for line in (str(reading), *getattr(reading, "__notes__", ())):
                typer.echo(line, err=True)


def _readings(
    paths: list[Path], read: Callable[[Path], list[T | DigestError]], *, workers: int | None, bar: bool = True
) -> Generator[T | DigestError, None, None]:
    """What ``read`` makes of each file, in the order of the files; by several processes where that is faster."""
    from digest.cli.parallel import Died, ordered
    from digest.ingest.encoding import printable

    files = list(find_files(paths))
    most = min(workers or _worth_while(files), len(files))
    done = ordered(read, files, workers=most, prepare=partial(set_up_logging, verbose=False), preload=_PRELOAD)
    with closing(done), progress("reading") if bar else nullcontext(_no_bar) as advance:
        for number, found in enumerate(done, 1):
            if isinstance(found, Died):
                yield DocumentError(f"the process that read it {found.reason}", subject=printable(found.item))
            else:
                yield from found
            advance(number, len(files))


def _worth_while(files: list[Path]) -> int:
    """How many processes to read files with: one if that is as soon done."""
    from digest.cli.parallel import cores

    if len(files) < FEW:
        return 1
    size = 0
    for path in files:
        try:
            size += path.stat().st_size
        except (OSError, ValueError):  # told by the one who reads it
            continue
        if size >= LITTLE:
            return cores()
    return 1


def _no_bar(_done: int, _total: int) -> None:
    """The results on the terminal show how far it is; a bar would be drawn over them."""


def read_as(
    path: Path,
    *,
    form: Callable[[Brief], T],
    max_bytes: int,
    sentences: int,
    restore: bool,
    ranking: Ranking = "textrank",
) -> list[T | DigestError]:
    """A form of every brief of a file. Made where the file is read: a text travels lighter than a brief."""
    read = read_file(path, max_bytes, sentences, restore=restore, ranking=ranking)
    return [found if isinstance(found, DigestError) else form(found) for found in read]


def read_file(
    path: Path,
    max_bytes: int = MAX_BYTES,
    sentences: int = SENTENCES,
    *,
    restore: bool = True,
    ranking: Ranking = "textrank",
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
    except Exception as error:  # noqa: BLE001 - one bad file never stops the others
        yield _fault(error, str(path))
        return
    for document in documents:
        try:
            yield reading.read(document, sentences=sentences, restore_dropped=restore, ranking=ranking)
        except DigestError as error:
            yield error
        except Exception as error:  # noqa: BLE001 - nor does one bad article
            yield _fault(error, document.path)


def _fault(error: Exception, subject: str) -> DocumentError:
    """An error of the program, with the traceback as a note, which tells its maker what happened."""
    told = DocumentError(f"a fault in the program: {type(error).__name__}: {error}", subject=subject)
    told.add_note("".join(traceback.format_exception(error)).rstrip())
    return told


def find_files(paths: list[Path]) -> Iterator[Path]:
    """The files given, and those of the folders given, by name."""
    from digest.ingest import folder, readers

    for path in paths:
        if path.is_dir():
            yield from (Path(state.path) for state in folder.scan(path, recursive=True, suffixes=readers.SUFFIXES))
        else:
            yield path


def _as_is(brief: Brief) -> Brief:
    return brief


def _as_item(brief: Brief) -> str:
    """A brief as an item of the list that ``print_json`` would print."""
    from digest.text.brief import to_json

    return json.dumps(to_json(brief), ensure_ascii=False, indent=1).replace("\n", "\n ")


def _array(items: Iterable[str]) -> Iterator[str]:
    """The pieces of the list, so that it never stands in memory as a whole."""
    opening = "[\n "
    for item in items:
        yield opening + item
        opening = ",\n "
    yield "[]\n" if opening.startswith("[") else "\n]\n"


def _as_lines(brief: Brief) -> str:
    """A brief for people, with an empty line behind it."""
    article = brief.article
    facts = [article.place, article.event_date or article.published, article.source, article.doc_type]
    lines = [
        typer.style(article.title or article.file, bold=True),
        "  " + " · ".join(fact for fact in facts if fact),
        *(f"  {sentence.rank}. {sentence.text}" for sentence in brief.key_sentences),
        *(f"  ▸ {line_of(directive)}" for directive in brief.directives),
    ]
    return "\n".join(lines) + "\n\n"


def line_of(directive: Directive) -> str:
    """A directive on one line: who demands of whom, by when, what."""
    owner = f" → {directive.owner}" if directive.owner else ""
    due = f" [{directive.deadline}]" if directive.deadline else ""
    return f"{directive.issuer or '?'}{owner}{due}: {directive.text}"

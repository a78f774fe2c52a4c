"""``tm``: the translation memory, its corrections by people, and its exchange with other programs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from digest import __version__
from digest.cli.common import ConfigOption, JsonOption, load_settings, print_json
from digest.errors import ConfigError, DocumentError

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from digest.store.translations import Translation

tm = typer.Typer(help="Look into the translation memory, correct it, exchange it.", no_args_is_help=True)

EngineOption = Annotated[str | None, typer.Option("--engine", help="Only rows of this engine.")]


@tm.command()
def stats(config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """Show how many texts each engine translated and how often they were used again.

    Example: digest tm stats
    """
    from digest.store import translations

    with _reading(config) as conn:
        rows = translations.stats(conn)
    if as_json:
        print_json(
            [
                {
                    "engine": row.engine,
                    "fingerprint": row.fingerprint,
                    "translated": row.translated,
                    "failed": row.failed,
                    "characters": row.characters,
                    "shown": row.hits,
                    "last_made": row.last_made.isoformat(),
                }
                for row in rows
            ]
        )
        return
    for row in rows:
        version = f" [{row.fingerprint}]" if row.fingerprint else ""
        typer.echo(
            f"{row.engine}{version}: {row.translated} texts, {row.characters} characters, "
            f"shown again {row.hits} times, {row.failed} without English, last {row.last_made:%Y-%m-%d}"
        )
    if not rows:
        typer.echo("the memory is empty", err=True)


@tm.command("list")
def list_(  # noqa: PLR0917 - every one is an option
    config: ConfigOption = None,
    text: Annotated[str | None, typer.Option("--text", help="Stands in the Chinese or the English.")] = None,
    engine: EngineOption = None,
    human: Annotated[bool, typer.Option("--human", help="Only what people wrote.")] = False,
    failed: Annotated[bool, typer.Option("--failed", help="Only texts without English, with the reason.")] = False,
    limit: Annotated[int, typer.Option("--limit", help="At most so many, the newest first.", min=1)] = 50,
    as_json: JsonOption = False,
) -> None:
    """List what is remembered, the newest first.

    Example: digest tm list --text 隐患 --engine deepl
    """
    from digest.store import translations
    from digest.translate.memory import tidy

    words = tidy(text) if text else None
    wanted = translations.Wanted(text=words, engine=engine, human=human or None, failed=failed or None)
    with _reading(config) as conn:
        rows = translations.search(conn, wanted, limit)
    _print(rows, as_json=as_json)


@tm.command()
def edit(
    chinese: Annotated[str, typer.Argument(metavar="CHINESE", help="The whole text, in any script.")],
    english: Annotated[str | None, typer.Argument(metavar="ENGLISH", help="Its English from now on.")] = None,
    config: ConfigOption = None,
    remove: Annotated[bool, typer.Option("--remove", help="Take back what a person wrote for the text.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Correct the English of a text: it wins over every engine from the next edition on.

    Without ENGLISH, show what is known of the text. A title, a sentence, a directive, its head, an office: each is a
    text of its own, as the mail shows it.

    Example: digest tm edit 压实属地责任 "hold local authorities responsible"
    """
    from digest.store import Store, translations
    from digest.translate.memory import text_key, tidy

    if not tidy(chinese):
        raise ConfigError("there is no text")
    if english is None and not remove:
        with _reading(config) as conn:
            _print(translations.of_text(conn, text_key(tidy(chinese))), as_json=as_json)
        return
    if english is not None and (remove or not english.strip()):
        raise ConfigError("give the English, or --remove without any")
    with Store.open(load_settings(config).database_url) as store, store.transaction() as conn:
        if english is None:
            _take_back(conn, tidy(chinese))
        else:
            _put(conn, [(tidy(chinese), english)])
            _doubt(tidy(chinese), english)
        rows = translations.of_text(conn, text_key(tidy(chinese)))
    _print(rows, as_json=as_json)


@tm.command("import")
def import_(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="TMX files, from any program.")],
    config: ConfigOption = None,
) -> None:
    """Read TMX files: their English wins over every engine, as if written with `tm edit`.

    Units that this program exported as machine translations are passed over. A file that is damaged or declares
    entities is refused whole: exit code 3.

    Example: digest tm import glossary.tmx
    """
    from digest.store import Store
    from digest.translate.tmx import read

    found = []
    for file in files:
        try:
            found += read(file.read_bytes(), name=str(file))
        except OSError as error:
            raise DocumentError(f"cannot be read: {error.strerror}", subject=str(file)) from error
    pairs = [(pair.zh, pair.en) for pair in found if not pair.machine]
    with Store.open(load_settings(config).database_url) as store, store.transaction() as conn:
        known = _put(conn, pairs)
    machine = len(found) - len(pairs)
    typer.echo(f"{len(pairs)} read, {known} of them in place of others, {machine} machine translations passed over")


@tm.command()
def export(
    config: ConfigOption = None,
    everything: Annotated[bool, typer.Option("--all", help="Machine translations too, marked as such.")] = False,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="The file; else stdout.")] = None,
) -> None:
    """Write what people wrote as TMX 1.4, for other programs and other installations.

    Example: digest tm export -o corrections.tmx
    """
    from digest.store import translations
    from digest.translate.memory import HUMAN
    from digest.translate.tmx import Pair, write

    wanted = translations.Wanted(failed=False, human=None if everything else True)
    with _reading(config) as conn:
        rows = translations.search(conn, wanted)
    pairs = [
        Pair(
            zh=row.zh,
            en=row.en or "",
            by=row.engine,
            made=row.made,
            machine=(row.engine, row.fingerprint) != (HUMAN, ""),
        )
        for row in rows
    ]
    content = write(pairs, tool_version=__version__)
    if output is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise ConfigError(f"cannot be written: {error.strerror}", subject=str(output)) from error
    typer.echo(str(output))


@tm.command()
def forget(
    config: ConfigOption = None,
    engine: EngineOption = None,
    failed: Annotated[bool, typer.Option("--failed", help="Texts without English: they are asked again.")] = False,
    unused_days: Annotated[
        int | None, typer.Option("--unused-days", help="Rows that were not shown for so many days.", min=1)
    ] = None,
) -> None:
    """Delete machine translations, so that they are asked (and paid) again. What people wrote stays.

    Example: digest tm forget --engine deepl --unused-days 365
    """
    from digest.scheduler import utc_now
    from digest.store import Store, translations

    if engine is None and not failed and unused_days is None:
        raise ConfigError("say which: --engine, --failed or --unused-days")
    since = utc_now() - timedelta(days=unused_days) if unused_days else None
    wanted = translations.Wanted(engine=engine, failed=failed or None, unused_since=since, human=False)
    with Store.open(load_settings(config).database_url) as store, store.transaction() as conn:
        typer.echo(f"{translations.forget(conn, wanted)} forgotten")


@contextmanager
def _reading(config: Path | None) -> Iterator[Connection]:
    from digest.store import Store

    settings = load_settings(config)
    with Store.open(settings.database_url, read_only=True) as store, store.read() as conn:
        yield conn


def _put(conn: Connection, pairs: list[tuple[str, str]]) -> int:
    """Write what people say; how many of the texts had something by people before. The last of a text wins."""
    from digest.pipeline.translation import row_of
    from digest.scheduler import utc_now
    from digest.store import translations
    from digest.translate.memory import HUMAN, Unit, human_key, tidy

    now, units = utc_now(), {}
    for zh, en in pairs:
        key = human_key(tidy(zh))
        english = " ".join(en.split())
        units[key] = Unit(key=key, zh=tidy(zh), en=english, engine=HUMAN, fingerprint="", why="", made=now)
    known = translations.recall(conn, units)
    translations.keep(conn, [row_of(unit) for unit in units.values()])
    return len(known)


def _take_back(conn: Connection, chinese: str) -> None:
    from digest.store import translations
    from digest.translate.memory import human_key

    if not translations.remove(conn, human_key(chinese)):
        raise ConfigError("nobody wrote anything for this text", subject=chinese)


def _doubt(chinese: str, english: str) -> None:
    """A person is believed; what the gate would have said to an engine is only mentioned."""
    from digest.translate.gate import objection

    fault = objection(chinese, english, context="sentence")
    if fault:
        typer.echo(f"kept as you wrote it; of an engine it would be refused: {fault}", err=True)


def _print(rows: tuple[Translation, ...], *, as_json: bool) -> None:
    if as_json:
        print_json([_as_json(row) for row in rows])
        return
    before = None
    for row in rows:
        if row.text_key != before:
            typer.secho(row.zh, bold=True)
        before = row.text_key
        said = row.en if row.en is not None else f"no English: {row.why}"
        typer.echo(f"  {row.engine}: {said} ({row.made:%Y-%m-%d}, shown {row.hits} times)")
    if not rows:
        typer.echo("nothing is known", err=True)


def _as_json(row: Translation) -> dict[str, Any]:
    return {
        "zh": row.zh,
        "en": row.en,
        "engine": row.engine,
        "fingerprint": row.fingerprint,
        "why": row.why,
        "made": row.made.isoformat(),
        "used": row.used.isoformat() if row.used else None,
        "shown": row.hits,
    }

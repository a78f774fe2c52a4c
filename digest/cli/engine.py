"""``engine``: which translation engines there are, how they read, and which are used."""

from __future__ import annotations

import dataclasses
import os
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from digest.cli.common import ConfigOption, JsonOption, load_settings, print_json
from digest.errors import ConfigError, EngineError

if TYPE_CHECKING:
    from digest.config import Settings
    from digest.translate.packages import Package
    from digest.translate.spec import EngineSpec

#: seconds that ``list`` waits for a server
_SHORT = 5.0
#: what is sent, in the words of the warning
_SENT = (
    "the titles, key sentences and directives of your articles, with the offices and people they name; "
    "nothing of your readers or your configuration"
)
#: sentences of our own with all that is hard in official Chinese, and how a translator put them
SAMPLES = (
    (
        "各乡镇要压实属地责任，切实抓好秸秆禁烧工作。",
        "All townships must take full responsibility for their own areas and enforce the straw burning ban strictly.",
    ),
    (
        "市住建局要在12月20日前完成30公里老旧管网更换。",
        "The municipal housing and construction bureau must finish replacing 30 km of old pipelines by 20 December.",
    ),
    (
        "严禁采购来源不明的食材，发现一起、查处一起。",
        "Buying food of unknown origin is strictly prohibited; every case that is found must be dealt with.",
    ),
    (
        "会议强调，要坚持问题导向，建立台账，逐项销号。",
        "The meeting stressed that work must start from the problems: keep a register and close its items one by one.",
    ),
    (
        "非必要不离开本市，确需外出的应提前报备。",
        "Do not leave the city unless it is necessary; those who must travel should report it in advance.",
    ),
)

engine = typer.Typer(help="Choose and try the engines that translate into English.", no_args_is_help=True)


@engine.command("list")
def list_(config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """List the engines: those in use first, in their order, whether they are ready, and where texts go.

    Servers are asked whether they are there, for at most 5 seconds each; no text is sent.

    Example: digest engine list
    """
    settings = load_settings(config)
    rows = [_row(spec, _place(settings, spec.name)) for spec in _specs(settings)]
    rows.sort(key=lambda row: (row["position"] is None, row["position"]))
    if as_json:
        print_json(rows)
        return
    for row in rows:
        used = f"{row['position']}." if row["position"] else "- "
        where = f"texts go to {row['host']}" if row["leaves_machine"] else "texts stay on this machine"
        state = "ready" if row["ready"] else "not ready"
        typer.echo(f"{used} {row['name']} ({row['kind']}): {state}: {row['detail']}; {where}")
    typer.echo("always last: officialese, the rules of this program; texts stay on this machine")


def _row(spec: EngineSpec, position: int | None) -> dict[str, Any]:
    from digest.translate.make import make_one
    from digest.translate.spec import host_of
    from digest.translate.wire import Patience

    quick = dataclasses.replace(spec, timeout_seconds=min(spec.timeout_seconds, _SHORT))
    made = make_one(quick, patience=Patience(retries=0))
    try:
        ready, detail = True, made.probe()
    except EngineError as error:
        ready, detail = False, error.message
    return {
        "name": spec.name,
        "kind": spec.kind.value,
        "position": position,
        "ready": ready,
        "detail": detail,
        "leaves_machine": made.leaves_machine,
        "host": host_of(spec) or None,
    }


def _specs(settings: Settings) -> list[EngineSpec]:
    known = settings.translation.known()
    return [item.spec(name, settings.state_dir) for name, item in known.items()]


def _place(settings: Settings, name: str) -> int | None:
    chain = settings.translation.engines
    return chain.index(name) + 1 if name in chain else None


def _check_known(settings: Settings, names: Sequence[str]) -> None:
    from digest.config.problem import did_you_mean

    known = settings.translation.known()
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known)
            message = f"there is no engine {name} in translation: engine_settings: {hint}"
            raise ConfigError(message, subject=str(settings.path))


@engine.command("test")
def try_out(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="Only this engine; else all in use.")] = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Translate five fixed sentences and show them beside a translator's English, with the verdict of the checks.

    The checks find what is broken (numbers, negations, Chinese left over); whether it reads well is for you to see.
    Exit code 3 when an engine does not work. Paid engines charge about 100 characters.

    Example: digest engine test deepl
    """
    settings = load_settings(config)
    if name is not None:
        _check_known(settings, [name])
    names = [name] if name is not None else list(settings.translation.engines)
    if not names:
        raise ConfigError("no engine is in use: name one, as in `digest engine test ct2`", subject=str(settings.path))
    tests = [_try(settings, one) for one in names]
    if as_json:
        print_json(tests)
    else:
        _print_tests(tests)
    if any(one["error"] for one in tests):
        raise typer.Exit(EngineError.exit_code)


def _try(settings: Settings, name: str) -> dict[str, Any]:
    from digest.translate.gate import objection
    from digest.translate.make import make_one

    made = make_one(settings.translation.known()[name].spec(name, settings.state_dir))
    terms = dict(settings.translation.terms or ())
    started = time.monotonic()
    try:
        results = made.translate([zh for zh, _ in SAMPLES], terms=terms, context="directive")
    except EngineError as error:
        return {"engine": name, "error": error.message, "seconds": None, "sentences": []}
    seconds = round(time.monotonic() - started, 2)
    sentences = []
    for (zh, reference), result in zip(SAMPLES, results, strict=True):
        fault = objection(zh, result.text, context="directive", terms=terms) if result.text is not None else result.why
        verdict = str(fault) if fault else "ok"
        sentences.append({"zh": zh, "reference": reference, "english": result.text, "verdict": verdict})
    return {"engine": name, "error": None, "seconds": seconds, "sentences": sentences}


def _print_tests(tests: Sequence[dict[str, Any]]) -> None:
    from rich.console import Console
    from rich.table import Table

    console = Console(markup=False, highlight=False, emoji=False)
    for told in tests:
        if told["error"]:
            console.print(f"{told['engine']}: {told['error']}", soft_wrap=True)
            continue
        console.print(f"{told['engine']}: {told['seconds']} seconds")
        table = Table("Chinese", "a translator", told["engine"], "verdict", show_lines=True)
        for one in told["sentences"]:
            table.add_row(one["zh"], one["reference"], one["english"] or "", one["verdict"])
        console.print(table)


@engine.command()
def install(
    pair: Annotated[str, typer.Argument(metavar="[PAIR]", help="Languages of the model.")] = "zh-en",
    *,
    config: ConfigOption = None,
    file: Annotated[
        Path | None, typer.Option("--file", help="A package that lies here, instead of a download.", exists=True)
    ] = None,
    accept_change: Annotated[
        bool, typer.Option("--accept-change", help="Take a file that differs from the one installed before.")
    ] = False,
) -> None:
    """Download a translation model, check it, and put it into the state folder for the engine ct2.

    A download that breaks off is continued by the same command. Needs pip install "directive-digest[mt]".

    Example: digest engine install zh-en
    """
    from digest.translate import ct2

    settings = load_settings(config)
    ct2.check_extra()
    try:
        package = _install(settings, pair, file, accept_change=accept_change)
    except OSError as error:  # a full disk, a folder that belongs to somebody else
        raise EngineError(f"cannot be written: {error.strerror}", subject=str(settings.state_dir)) from error
    typer.echo(f"{package.pair} {package.version} sha256 {package.sha256}\n{package.folder}")
    if not any(spec.kind.value == "ct2" for spec in settings.translation.specs(settings.state_dir)):
        typer.echo("Next: `digest engine test ct2`, then `digest engine use ct2`.", err=True)


def _install(settings: Settings, pair: str, file: Path | None, *, accept_change: bool) -> Package:
    from digest.translate import archive, ct2, download, packages

    state_dir = settings.state_dir
    if file is not None:
        return packages.install(file, state_dir=state_dir, pair=pair, prove=ct2.load, accept_change=accept_change)
    url = settings.translation.package_index or os.environ.get("ARGOS_PACKAGE_INDEX") or packages.INDEX_URL
    offer = packages.pick(packages.offers(url), pair)
    typer.echo(f"{offer.pair} {offer.version} from {offer.url}", err=True)
    part = state_dir / "engines" / f"{offer.pair}-{offer.version}.part"
    with _bytes(f"{offer.pair} {offer.version}") as advance:
        download.fetch(offer.url, part, advance=advance)
    try:
        package = packages.install(part, state_dir=state_dir, pair=pair, prove=ct2.load, accept_change=accept_change)
    except EngineError:
        if not archive.is_whole(part):  # else the next call would go on with it, and fail again
            download.discard(part)
        raise
    download.discard(part)
    return package


@contextmanager
def _bytes(label: str) -> Iterator[Any]:
    """A bar on stderr for a download, ``advance(done, total)``; silent when stderr is no terminal."""
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn, TransferSpeedColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, TimeRemainingColumn(), console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task(label, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


@engine.command()
def use(
    names: Annotated[list[str], typer.Argument(metavar="NAME…", help="Engines in the order they are asked.")],
    config: ConfigOption = None,
) -> None:
    """Write into config.yaml which engines translate, in this order; comments stay. officialese alone: none.

    Says which engines send text to another machine, and what.

    Example: digest engine use ct2
    """
    from digest.config.edit import set_engines

    settings = load_settings(config)
    chosen = list(dict.fromkeys(name for name in names if name != "officialese"))
    _check_known(settings, chosen)
    set_engines(settings.path, chosen)
    typer.echo(f"engines: {', '.join([*chosen, 'officialese'])}")
    warn_of_leaving(settings, chosen)


def warn_of_leaving(settings: Settings, names: Sequence[str]) -> None:
    """Say on stderr which of these engines send text to another machine, and what."""
    from digest.translate.spec import leaves_for

    for name in names:
        if there := leaves_for(settings.translation.known()[name].spec(name, settings.state_dir)):
            typer.echo(f"{name}: text will leave this machine. To {there} go {_SENT}.", err=True)

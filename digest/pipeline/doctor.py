"""Everything that the job leans on, tried for real: one finding each, with what to do.

Nothing is sent and nothing is remembered: the state is opened for reading, the mail account is only logged in to.
"""

from __future__ import annotations

import enum
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from zoneinfo import TZPATH

from digest.config import Settings
from digest.errors import DigestError, EngineError, MailError, StoreLocked
from digest.mail import Sender, compose, compose_body, message_id
from digest.model import DeliveryState
from digest.pipeline import live
from digest.pipeline.outfit import KEY_BYTES, make_sender, make_transport
from digest.pipeline.trial import render_sample
from digest.store import Store, articles, deliveries, editions, facts
from digest.translate.make import make_one
from digest.translate.spec import leaves_for

_MEGABYTE = 1_000_000
_FULL, _TIGHT = 100 * _MEGABYTE, 1000 * _MEGABYTE
#: domains that RFC 2606 keeps for examples: no mail of theirs arrives
_EXAMPLES = ("example.com", "example.org", "example.net", ".example", ".invalid", ".test", ".localhost")
_OLD_ZONES = timedelta(days=2 * 365)


class Level(enum.StrEnum):
    """How bad it is."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One thing that was tried."""

    #: what was tried, in a word or two
    what: str
    level: Level
    #: what was found, in words
    found: str
    #: what to do about it; empty when nothing is to be done
    advice: str = ""


def examine(settings: Settings, now: datetime) -> Iterator[Finding]:
    """Try everything, one after the other."""
    for name, check in _CHECKS.items():
        try:
            yield from check(settings, now)
        except (DigestError, OSError) as error:
            yield _fail(name, str(error), "see the message")


def _ok(what: str, found: str) -> Finding:
    return Finding(what=what, level=Level.OK, found=found)


def _warn(what: str, found: str, advice: str) -> Finding:
    return Finding(what=what, level=Level.WARN, found=found, advice=advice)


def _fail(what: str, found: str, advice: str) -> Finding:
    return Finding(what=what, level=Level.FAIL, found=found, advice=advice)


def _folders(settings: Settings, _now: datetime) -> Iterator[Finding]:
    for source in settings.sources:
        folder = source.folder
        if not folder.is_dir():
            yield _fail("articles", f"there is no folder {folder}", "make it, or correct sources: in config.yaml")
        elif not os.access(folder, os.R_OK | os.X_OK):
            yield _fail("articles", f"{folder} cannot be read", "give the user that runs digest the right to read it")
        else:
            files = (f for f in folder.rglob("*") if f.suffix.lower() in source.suffixes and f.is_file())
            count = sum(1 for _ in files)
            found = f"{folder}: {count} files"
            yield _ok("articles", found) if count else _warn("articles", found, "is this where your articles arrive?")


def _store(settings: Settings, now: datetime) -> Iterator[Finding]:
    state = _existing(settings.state_dir)
    if not os.access(state, os.W_OK | os.X_OK):
        yield _fail("state", f"{state} cannot be written", "give the user that runs digest the right to write there")
        return
    with Store.open(settings.database_url, read_only=True) as store, store.read() as conn:
        held = deliveries.counts(conn)[DeliveryState.HELD]
        known = articles.count(conn)
        newest = articles.newest_first_seen(conn)
        last = [row.period.end for row in editions.history(conn, 1)]
    yield _ok("state", f"{store.name}: {known} articles")
    if held:
        yield _warn("mail held", f"{held} mails may or may not have arrived", "digest deliveries list")
    ahead = [moment for moment in (newest, *last) if moment is not None and moment > now + timedelta(minutes=5)]
    if ahead:
        yield _fail("clock", f"it is {now:%Y-%m-%d %H:%M} UTC, but the state knows {max(ahead):%Y-%m-%d %H:%M}", _NTP)
    else:
        yield _ok("clock", f"{now:%Y-%m-%d %H:%M} UTC")


def _lock(settings: Settings, now: datetime) -> Iterator[Finding]:
    key = settings.state_dir / "secret.key"
    if key.exists() and key.stat().st_size < KEY_BYTES:
        yield _fail("secret", f"{key} is damaged", "restore it from a copy of the state folder")
    with Store.open(settings.database_url, read_only=True) as store, store.read() as conn:
        daemon = facts.get(conn, "daemon")
        doubt = live.doubt(conn, settings)
    if doubt:
        yield _warn("readers", doubt, "digest check --accept, if that is right")
    if daemon and now - daemon.at < timedelta(minutes=15) and (fault := daemon.value["fault"] or daemon.value["hold"]):
        yield _warn("daemon", str(fault), "correct config.yaml; digest check")
    if not settings.database and not (settings.state_dir / "digest.db").exists():
        yield _ok("lock", "free; the state is made by the first run")
        return
    try:
        with Store.open(settings.database_url) as store, store.lock():
            yield _ok("lock", "free")
    except StoreLocked as error:
        yield _ok("lock", f"{error.message}: that is so while a run is at work")


def _sender(settings: Settings, now: datetime) -> Iterator[Finding]:
    sender = make_sender(settings, secret=bytes(KEY_BYTES))
    real = settings.mail.transport != "maildir"
    if sender.domain.endswith(_EXAMPLES) and real:
        yield _warn("from", f"{sender.address} is an address for examples", "write your own address in mail: from:")
    else:
        yield _ok("from", sender.address)
    if real and not (settings.mail.unsubscribe or settings.mail.unsubscribe_url):
        yield _warn("unsubscribe", "readers find no way out in their mail program", "write mail: unsubscribe:")
    if sender.dkim is None:
        yield _ok("dkim", "not signed here; that is for your mail server to do")
        return
    _trial_message(sender, now)
    domain = sender.dkim.domain
    if sender.domain == domain or sender.domain.endswith(f".{domain}"):
        yield _ok("dkim", f"signs for {domain}, selector {sender.dkim.selector}")
    else:
        yield _fail("dkim", f"signs for {domain}, but the mail is from {sender.domain}", "the domains must be the same")


def _trial_message(sender: Sender, now: datetime) -> None:
    """Sign a message; MailError when the key cannot be used."""
    compose(
        sender,
        edition="doctor",
        to_email=sender.address,
        to_name=None,
        subject="doctor",
        body=compose_body("", ""),
        message_id=message_id(sender, "doctor", sender.address),
        date=now,
        languages=("en",),
    )


def _transport(settings: Settings, _now: datetime) -> Iterator[Finding]:
    transport = make_transport(settings)
    where = str(settings.mail.maildir)
    if settings.mail.transport == "smtp" and settings.mail.smtp:
        where = f"{settings.mail.smtp.host}:{settings.mail.smtp.effective_port}, {settings.mail.smtp.security}"
    try:
        with transport:
            transport.check()
    except MailError as error:
        yield _fail("mail account", str(error), "correct mail: in config.yaml; then digest send-test ADDRESS")
        return
    does = {"maildir": "can be written; no mail leaves this machine", "smtp": "encrypted and logged in"}
    yield _ok("mail account", f"{where}: {does.get(transport.name, 'ready')}")


def _disk(settings: Settings, _now: datetime) -> Iterator[Finding]:
    folder = _existing(settings.state_dir)
    free = shutil.disk_usage(folder).free
    found = f"{free // _MEGABYTE} MB free at {folder}"
    if free < _FULL:
        yield _fail("disk", found, "make room: nothing can be remembered on a full disk")
    elif free < _TIGHT:
        yield _warn("disk", found, "make room soon")
    else:
        yield _ok("disk", found)


def _zones(settings: Settings, now: datetime) -> Iterator[Finding]:
    names = sorted({schedule.timezone for schedule in settings.schedules.values()})
    stated, advice = _zone_data(), "update the system's tzdata, or pip install --upgrade tzdata: rules of time change"
    year = stated[:4]
    old = year.isdecimal() and datetime(int(year), 12, 31, tzinfo=UTC) + _OLD_ZONES < now
    found = f"{', '.join(names)}; data of {stated}"
    yield _warn("time zones", found, advice) if old else _ok("time zones", found)


def _zone_data() -> str:
    """The version of the time zone data in use: the system's where it says so, else the package's."""
    for folder in TZPATH:
        for name in ("+VERSION", "tzdata.zi"):
            path = Path(folder, name)
            if path.is_file():
                with path.open(encoding="utf-8") as file:
                    return file.readline().removeprefix("# version").strip()
    try:
        return version("tzdata") if not any(Path(folder).is_dir() for folder in TZPATH) else "the system"
    except PackageNotFoundError:
        return "the system"


def _templates(settings: Settings, now: datetime) -> Iterator[Finding]:
    languages = sorted({item.languages for item in settings.subscriptions}) or [("zh-Hans", "en")]
    size = sum(len(render_sample(settings, chosen, now).html.encode()) for chosen in languages)
    yield _ok("templates", f"a sample was rendered for {len(languages)} choices of languages, {size // 1000} kB")


def _translation(settings: Settings, _now: datetime) -> Iterator[Finding]:
    for spec in settings.translation.specs(settings.state_dir):
        engine = make_one(spec)
        if there := leaves_for(spec):
            yield _warn(
                "translation",
                f"{engine.name}: titles, key sentences and directives leave this machine, for {there}",
                "if that is not wanted, `digest engine use` chooses an engine on this machine",
            )
        try:
            yield _ok("translation", f"{engine.name}: {engine.probe()}")
        except EngineError as error:
            yield _warn(
                "translation", f"{engine.name}: {error.message}", "the next engine, or key terms, take its place"
            )
    yield _ok("translation", "officialese: embedded, always there")


def _readers(settings: Settings, _now: datetime) -> Iterator[Finding]:
    count = live.readers_of(settings)
    found = f"{count} on {len(settings.schedules)} schedules"
    yield _ok("readers", found) if count else _warn("readers", found, "write subscriptions: in config.yaml")


def _existing(folder: Path) -> Path:
    """The folder, or the nearest one above it that is there."""
    return next(f for f in (folder, *folder.parents) if f.exists())


_NTP = "set the clock (timedatectl set-ntp true); editions go on where the state ends"

_CHECKS = {
    "articles": _folders,
    "readers": _readers,
    "state": _store,
    "lock": _lock,
    "disk": _disk,
    "time zones": _zones,
    "templates": _templates,
    "translation": _translation,
    "from": _sender,
    "mail account": _transport,
}

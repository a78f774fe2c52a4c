"""Model packages: what an index offers, and what is installed in the state folder.

    <state>/engines/packages.json          the current package of each pair, the sha256 of every version ever installed
    <state>/engines/zh-en-1.9-0a1b2c3d/    one package

An index of Argos packages tells no checksums. So the first installation of a version records its sha256, and another
file under the same version is refused later: whoever could change it unseen would write our readers' English.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from digest.errors import ConfigError, EngineError
from digest.translate.archive import unpack
from digest.translate.wire import Wire

INDEX_URL = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/index.json"
DEFAULT_PAIR = "zh-en"
#: what Argos calls Simplified and Traditional Chinese
_CHINESE = ("zh", "zt")
_TIMEOUT_SECONDS = 30.0
_SCRATCH = ".unpack-"
#: seconds after which no installation can still be at work in its folder
_STALE = 86_400


@dataclass(frozen=True, kw_only=True, slots=True)
class Offer:
    """One package of an index."""

    pair: str
    version: str
    url: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Package:
    """One installed package."""

    pair: str
    version: str
    sha256: str
    folder: Path


def offers(index_url: str) -> list[Offer]:
    """Packages of an index that turn Chinese into English. EngineError if it cannot be read."""
    wire = Wire(engine="index of models", url=index_url, timeout_seconds=_TIMEOUT_SECONDS)
    reply = wire.get("")
    data = reply.data
    if reply.status != 200 or not isinstance(data, list):
        raise wire.unavailable(f"{index_url} answers {reply.status} and is no list of packages")
    found = [_offer(item) for item in data if isinstance(item, dict)]
    return [offer for offer in found if offer is not None and (not index_url.startswith("https:") or _safe(offer))]


def _safe(offer: Offer) -> bool:
    """An index that came over TLS does not send us elsewhere without it."""
    return offer.url.startswith("https:")


def _offer(item: dict[str, Any]) -> Offer | None:
    links = item.get("links")
    source, target, version = item.get("from_code"), item.get("to_code"), item.get("package_version")
    link = links[0] if isinstance(links, list) and links else None
    if not isinstance(link, str) or not link.startswith(("http://", "https://")):
        return None
    if source not in _CHINESE or target != "en" or not isinstance(version, str):
        return None
    return Offer(pair=f"{source}-{target}", version=version, url=link)


def pick(found: Sequence[Offer], pair: str) -> Offer:
    """The newest package of a pair. ConfigError if there is none."""
    fitting = [offer for offer in found if offer.pair == pair]
    if not fitting:
        pairs = ", ".join(sorted({offer.pair for offer in found})) or "none from Chinese to English"
        raise ConfigError(f"the index offers no model {pair}; it offers {pairs}")
    return max(fitting, key=lambda offer: _numbers(offer.version))


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdigit() else 0 for part in version.split("."))


def record_path(state_dir: Path) -> Path:
    """The file that changes whenever a model is installed."""
    return state_dir / "engines" / "packages.json"


def installed(state_dir: Path, pair: str) -> Path | None:
    """The folder of the current package of a pair; None also if the record is damaged: ``install`` says so."""
    try:
        name = _read(state_dir).get("current", {}).get(pair)
    except (EngineError, OSError):
        return None
    folder = state_dir / "engines" / name if isinstance(name, str) else None
    return folder if folder is not None and folder.is_dir() else None


def install(
    archive: Path, *, state_dir: Path, pair: str | None, prove: Callable[[Path], object], accept_change: bool = False
) -> Package:
    """Install a package file; None as ``pair`` takes that of the file. What was there stays until this one is proved.

    ``prove`` loads the unpacked folder, and raises EngineError if it is of no use. EngineError for a file that is no
    package or is another one than the version that was installed before.
    """
    home = state_dir / "engines"
    home.mkdir(parents=True, exist_ok=True)
    _sweep(home)
    with archive.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    with tempfile.TemporaryDirectory(dir=home, prefix=_SCRATCH) as scratch:
        folder = Path(scratch) / "package"
        metadata = unpack(archive, folder)
        package = _package(archive, metadata, sha256, home)
        if pair is not None and package.pair != pair:
            raise EngineError(f"this is a model for {package.pair}, not for {pair}", subject=archive.name)
        _check_seen(state_dir, package, accept_change=accept_change)
        prove(folder)
        _note(state_dir, package)
        if package.folder.exists():
            shutil.rmtree(package.folder)
        folder.rename(package.folder)
    _make_current(state_dir, package)
    return package


def _sweep(home: Path) -> None:
    """Remove what installations that were killed left behind."""
    for left in home.glob(f"{_SCRATCH}*"):
        if left.stat().st_mtime < time.time() - _STALE:
            shutil.rmtree(left, ignore_errors=True)


def _package(archive: Path, metadata: dict[str, Any], sha256: str, home: Path) -> Package:
    source, target, version = (metadata.get(key) for key in ("from_code", "to_code", "package_version"))
    if source not in _CHINESE or target != "en":
        raise EngineError(f"this is a model from {source!r} to {target!r}, not from Chinese", subject=archive.name)
    if not isinstance(version, str) or not version.replace(".", "").isalnum():
        raise EngineError("its metadata.json has no version", subject=archive.name)
    pair = f"{source}-{target}"
    return Package(pair=pair, version=version, sha256=sha256, folder=home / f"{pair}-{version}-{sha256[:8]}")


def _check_seen(state_dir: Path, package: Package, *, accept_change: bool) -> None:
    known = _read(state_dir).get("seen", {}).get(f"{package.pair} {package.version}")
    if known is None or known == package.sha256 or accept_change:
        return
    raise EngineError(
        f"version {package.version} is not the file that was installed before: its sha256 was {known} and is now "
        f"{package.sha256}. If you know why it changed, repeat the command with --accept-change",
        subject=package.pair,
    )


def _note(state_dir: Path, package: Package) -> None:
    record = _read(state_dir)
    record.setdefault("seen", {})[f"{package.pair} {package.version}"] = package.sha256
    _write(state_dir, record)


def _make_current(state_dir: Path, package: Package) -> None:
    """Point to the new package, and only then remove the old one."""
    record = _read(state_dir)
    old = record.setdefault("current", {}).get(package.pair)
    record["current"][package.pair] = package.folder.name
    _write(state_dir, record)
    if old and old != package.folder.name:
        shutil.rmtree(state_dir / "engines" / old, ignore_errors=True)


def _read(state_dir: Path) -> dict[str, Any]:
    path = record_path(state_dir)
    try:
        data = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict) or not all(isinstance(data.get(part, {}), dict) for part in ("current", "seen")):
        raise EngineError("is damaged: remove it and install the models again", subject=str(path))
    return data


def _write(state_dir: Path, record: dict[str, Any]) -> None:
    path = record_path(state_dir)
    fresh = path.with_suffix(".new")
    with fresh.open("w", encoding="utf-8") as file:
        json.dump(record, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)

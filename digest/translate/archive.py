"""Unpacking a model package that came from somewhere else: nothing leaves the folder, nothing grows without end."""

from __future__ import annotations

import json
import re
import stat
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import Any

from digest.errors import EngineError

MAX_FILES, MAX_BYTES = 2000, 4_000_000_000
#: what a package holds for us, relative to its metadata.json; sentence splitters of other makers stay behind
_WANTED = ("metadata.json", "sentencepiece.model", "README.md", "LICENSE", "model/")
_BLOCK = 1 << 20
_UNSAFE = re.compile(r"^/|^[A-Za-z]:|\\|\0")


def unpack(archive: Path, folder: Path) -> dict[str, Any]:
    """Unpack a package into a folder that is not there yet, and return its metadata. EngineError for every fault."""
    try:
        with zipfile.ZipFile(archive) as package:
            entries = [info for info in package.infolist() if not info.is_dir()]
            root = _root(entries, archive)
            left = MAX_BYTES
            for info in entries:
                inner = info.filename.removeprefix(root)
                if info.filename.startswith(root) and inner.startswith(_WANTED):
                    left -= _copy(package, info, folder / inner, left)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise EngineError(f"is damaged or no model package: {error}", subject=archive.name) from error
    return _metadata(folder, archive)


def is_whole(archive: Path) -> bool:
    """Whether every file of an archive is as its checksum says."""
    try:
        with zipfile.ZipFile(archive) as package:
            return package.testzip() is None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
        return False


def _root(entries: list[zipfile.ZipInfo], archive: Path) -> str:
    """The folder inside the archive that holds metadata.json; every name was checked."""
    if len(entries) > MAX_FILES:
        raise EngineError(f"it holds more than {MAX_FILES} files", subject=archive.name)
    names = [info.filename for info in entries]
    for info in entries:
        if _UNSAFE.search(info.filename) or ".." in PurePosixPath(info.filename).parts:
            raise EngineError(f"it would write outside its folder ({info.filename!r})", subject=archive.name)
        if stat.S_ISLNK(info.external_attr >> 16):
            raise EngineError(f"it holds a link ({info.filename!r})", subject=archive.name)
    if len(set(names)) < len(names):
        raise EngineError("it holds two files of one name", subject=archive.name)
    found = min((name for name in names if PurePosixPath(name).name == "metadata.json"), key=len, default=None)
    if found is None:
        raise EngineError("is no model package: it has no metadata.json", subject=archive.name)
    return found.removesuffix("metadata.json")


def _copy(package: zipfile.ZipFile, info: zipfile.ZipInfo, target: Path, left: int) -> int:
    """Copy one file and return its size; the archive's own word for it is not trusted."""
    target.parent.mkdir(parents=True, exist_ok=True)
    size = 0
    with package.open(info) as source, target.open("xb") as file:
        while block := source.read(_BLOCK):
            size += len(block)
            if size > left:
                raise EngineError(f"it holds more than {MAX_BYTES} bytes", subject=info.filename)
            file.write(block)
    return size


def _metadata(folder: Path, archive: Path) -> dict[str, Any]:
    for name in ("sentencepiece.model", "model/model.bin"):
        if not (folder / name).is_file():
            raise EngineError(f"it has no {name}: this kind of package cannot be used", subject=archive.name)
    try:
        metadata = json.loads((folder / "metadata.json").read_text("utf-8"))
    except ValueError as error:
        raise EngineError("its metadata.json is no JSON", subject=archive.name) from error
    if not isinstance(metadata, dict):
        raise EngineError("its metadata.json is of another kind", subject=archive.name)
    return metadata

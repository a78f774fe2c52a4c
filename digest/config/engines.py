"""What no single value of ``translation:`` can tell: which engines are there, and which keys one of this kind needs.

Also the keys of engines: ``${NAME}`` from the environment and ``key_file``. No message here ever quotes a value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from digest.config.document import Path as KeyPath, YamlDocument
from digest.config.problem import Severity, did_you_mean
from digest.config.translation import BUILT_IN, RULES
from digest.config.values import resolve
from digest.translate.spec import Kind, is_loopback

_NAME = re.compile(r"\$\{([^{}]*)\}")
_ONLY = {
    "model": ("ct2", "chat"),
    "url": ("libretranslate", "deepl", "chat"),
    "key": ("libretranslate", "deepl", "chat"),
    "key_file": ("libretranslate", "deepl", "chat"),
    "folder": ("ct2",),
    "threads": ("ct2",),
    "timeout_seconds": ("libretranslate", "deepl", "chat"),
    "batch_size": ("chat",),
    "response_format": ("chat",),
}


def engines_of(data: Any) -> Iterator[tuple[KeyPath, dict[str, Any]]]:
    """Each engine of the plain data with its path; what has another shape is left to the settings."""
    section = data.get("translation") if isinstance(data, dict) else None
    engines = section.get("engine_settings") if isinstance(section, dict) else None
    for name, engine in engines.items() if isinstance(engines, dict) else ():
        if isinstance(engine, dict):
            yield ("translation", "engine_settings", name), engine


def is_key(path: KeyPath) -> bool:
    """Whether a path of the file is the key of an engine."""
    return len(path) == 4 and path[:2] == ("translation", "engine_settings") and path[3] == "key"


def _chain(data: Any) -> list[str]:
    section = data.get("translation") if isinstance(data, dict) else None
    engines = section.get("engines") if isinstance(section, dict) else None
    return [name for name in engines if isinstance(name, str)] if isinstance(engines, list) else []


def fill_in_keys(document: YamlDocument, env: Mapping[str, str], base: Path) -> None:
    """Put the key of each engine in its place; a missing one is an error only for an engine that is used."""
    used = _chain(document.data)
    for path, engine in engines_of(document.data):
        severity = Severity.ERROR if path[-1] in used else Severity.WARNING
        written, file = engine.pop("key", None), engine.get("key_file")
        here = (*path, "key")
        if written is None:
            if isinstance(file, str):
                _from_file(document, engine, (*path, "key_file"), resolve(file, base))
            continue
        found = _NAME.fullmatch(written.strip()) if isinstance(written, str) else None
        if found is None:
            document.add(here, 'a key must not stand in this file: write key: "${DEEPL_KEY}", or key_file: PATH')
        elif file is not None:
            document.add(here, "write either key or key_file, not both")
        elif secret := env.get(found[1], "").strip():
            if _is_one_word(secret):
                engine["key"] = secret
            else:
                document.add(here, f"the environment variable {found[1]} does not hold a key", severity=severity)
        else:
            document.add(here, f"the environment variable {found[1]} is not set (or empty)", severity=severity)


def _is_one_word(key: str) -> bool:
    """Whether a key can travel in a header."""
    return bool(key) and key.isascii() and key.isprintable() and " " not in key


def _from_file(document: YamlDocument, engine: dict[str, Any], path: KeyPath, file: Path) -> None:
    if not file.is_file():
        return  # the settings refuse it
    try:
        key = file.read_text(encoding="utf-8-sig").strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        document.add(path, f"{file} cannot be read: {reason}")
        return
    if not _is_one_word(key):
        document.add(path, f"{file} does not hold one key on one line")
        return
    engine["key"] = key


def check_engines(document: YamlDocument) -> None:
    """Note engines that are not there, and keys that are missing or of no use."""
    known = {BUILT_IN, *(str(path[-1]) for path, _ in engines_of(document.data))}
    chain = _chain(document.data)
    for number, name in enumerate(chain):
        here = ("translation", "engines", number)
        if name == RULES:
            document.add(here, "the program's own rules are always there: leave officialese out")
        elif name not in known:
            document.add(here, f"there is no engine {name} in engine_settings: {did_you_mean(name, sorted(known))}")
        elif name in chain[:number]:
            document.add(here, f"{name} stands there twice")
    for path, engine in engines_of(document.data):
        if path[-1] == RULES:
            document.add(path, "officialese is the name of the program's own rules: choose another", of_key=True)
        _check_kind(document, path, engine)


def _check_kind(document: YamlDocument, path: KeyPath, engine: dict[str, Any]) -> None:
    kind = engine.get("kind")
    if kind not in set(Kind):
        return  # the settings refuse it
    for key, kinds in _ONLY.items():
        if kind not in kinds and (*path, key) in document.keys:
            document.add((*path, key), f"an engine of kind {kind} has no {key}", of_key=True)
    if kind == "chat" and "model" not in engine:
        document.add(path, "an engine of kind chat needs model: the name of the model", of_key=True)
    written = [key for key in ("key", "key_file") if (*path, key) in document.keys]
    if kind == "deepl" and not written:
        document.add(path, 'an engine of kind deepl needs key: "${NAME}" or key_file', of_key=True)
    url = engine.get("url")
    if written and isinstance(url, str) and url.strip().startswith("http://") and not is_loopback(url.strip()):
        message = "with http:// the key and all texts travel open: use https:// outside of this machine"
        document.add((*path, "url"), message, severity=Severity.WARNING)

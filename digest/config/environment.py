"""Secrets: ``${NAME}`` from the environment and ``password_file``. No message here ever quotes a value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from digest.config.document import Path as KeyPath, YamlDocument
from digest.config.engines import fill_in_keys, is_key
from digest.config.problem import Severity
from digest.config.values import resolve

_NAME = re.compile(r"\$\{([^{}]*)\}")
_ALLOWED: tuple[KeyPath, ...] = (("mail", "smtp", "password"), ("mail", "smtp", "username"), ("database",))
_WHERE = "password, username, database and the key of an engine"


def fill_in(document: YamlDocument, env: Mapping[str, str], base: Path) -> None:
    """Replace ``${NAME}`` and ``password_file`` in the data by what they stand for; note what is missing."""
    if not isinstance(document.data, dict):
        return
    _refuse_elsewhere(document, document.data, ())
    _password(document, env, base)
    _username(document, env)
    _database(document, env, base)
    fill_in_keys(document, env, base)


def _refuse_elsewhere(document: YamlDocument, value: Any, path: KeyPath) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            _refuse_elsewhere(document, inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            _refuse_elsewhere(document, inner, (*path, number))
    elif isinstance(value, str) and path not in _ALLOWED and not is_key(path) and _NAME.search(value):
        document.add(path, f"${{NAME}} is read from the environment only in {_WHERE}")


def _smtp(document: YamlDocument) -> dict[str, Any]:
    mail = document.data.get("mail")
    smtp = mail.get("smtp") if isinstance(mail, dict) else None
    return smtp if isinstance(smtp, dict) else {}


def _severity(document: YamlDocument) -> Severity:
    """A secret of an account that is not used yet is no reason to stop."""
    used = document.data["mail"].get("transport") == "smtp"
    return Severity.ERROR if used else Severity.WARNING


def _password(document: YamlDocument, env: Mapping[str, str], base: Path) -> None:
    smtp, path = _smtp(document), ("mail", "smtp", "password")
    written, file = smtp.pop("password", None), smtp.get("password_file")
    if isinstance(written, str):
        found = _NAME.fullmatch(written.strip())
        if found is None:
            advice = 'write password: "${SMTP_PASSWORD}" to read it from the environment, or password_file: PATH'
            document.add(path, f"a password must not stand in this file: {advice}")
        elif file is not None:
            document.add(path, "write either password or password_file, not both")
        elif secret := env.get(found[1]):
            smtp["password"] = secret
        else:
            _unset(document, path, found[1], severity=_severity(document))
    elif written is not None:
        document.add(path, 'write "${SMTP_PASSWORD}" in quotes')
    elif isinstance(file, str):
        _from_file(document, smtp, resolve(file, base))


def _from_file(document: YamlDocument, smtp: dict[str, Any], file: Path) -> None:
    path = ("mail", "smtp", "password_file")
    if not file.is_file():
        return  # the settings refuse it
    try:
        smtp["password"] = file.read_text(encoding="utf-8-sig").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        document.add(path, f"{file} cannot be read: {reason}")
        return
    if not smtp["password"]:
        document.add(path, f"{file} is empty")


def _username(document: YamlDocument, env: Mapping[str, str]) -> None:
    smtp, path = _smtp(document), ("mail", "smtp", "username")
    written = smtp.get("username")
    found = _NAME.fullmatch(written) if isinstance(written, str) else None
    if found is None:
        return
    if env.get(found[1]):
        smtp["username"] = env[found[1]]
    else:
        del smtp["username"]
        _unset(document, path, found[1], severity=_severity(document))


def _database(document: YamlDocument, env: Mapping[str, str], base: Path) -> None:
    """Fill in and complete the URL: the driver of PostgreSQL, the absolute path of SQLite."""
    path, written = ("database",), document.data.pop("database", None)
    if written is None:
        return
    if not isinstance(written, str):
        document.add(path, "write a URL, as in postgresql://user:${DB_PASSWORD}@host/name")
        return
    unset = [name for name in _NAME.findall(written) if not env.get(name)]
    for name in unset:
        _unset(document, path, name)
    if unset:
        return
    if _has_literal_password(written):
        document.add(path, "a password must not stand in this file: write ${DB_PASSWORD} in its place")
        return
    whole = _NAME.fullmatch(written.strip())
    # Inside a URL a password may hold @ or /, so it is quoted; a URL that is a variable as a whole is taken as it is.
    url = env[whole[1]] if whole else _NAME.sub(lambda found: quote(env[found[1]], safe=""), written.strip())
    document.data["database"] = _complete(document, url, base)


def _has_literal_password(url: str) -> bool:
    if re.search(r"[?&]password=(?!\$\{)", url):
        return True
    try:
        password = urlsplit(url).password
    except ValueError:
        return False
    return bool(password) and _NAME.search(password or "") is None


def _complete(document: YamlDocument, url: str, base: Path) -> str:
    scheme, separator, rest = url.partition("://")
    if separator and scheme in ("postgres", "postgresql", "postgresql+psycopg"):
        return f"postgresql+psycopg://{rest}"  # SQLAlchemy would look for psycopg2
    if separator and scheme == "sqlite" and rest.startswith("/"):
        return f"sqlite:///{resolve(rest[1:], base)}"
    document.add(("database",), "write a URL that begins with postgresql:// or sqlite:///")
    return url


def _unset(document: YamlDocument, path: KeyPath, name: str, *, severity: Severity = Severity.ERROR) -> None:
    document.add(path, f"the environment variable {name} is not set (or empty)", severity=severity)

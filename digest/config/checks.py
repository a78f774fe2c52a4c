"""What no single value of config.yaml can tell: whether the parts fit each other.

The checks read the plain data, not the settings, so that they also run while another part is still wrong, and the user
sees every problem at once. They leave values of the wrong shape to the settings.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from digest.config.document import YamlDocument
from digest.config.engines import check_engines
from digest.config.problem import Severity, did_you_mean
from digest.config.schedule import check_schedule
from digest.config.values import read_address, resolve

_LOOPBACK = ("localhost", "127.0.0.1", "::1")


#: a time that is right but for its quotes; a wrong one is told by its own message
_TIME = re.compile(r"(?:[01]?\d|2[0-3])[:：][0-5]\d")


def check_together(document: YamlDocument, base: Path) -> None:
    """Note what does not fit together."""
    if not isinstance(document.data, dict):
        return
    _folders(document, base)
    _schedules(document)
    _subscriptions(document)
    _mail(document)
    check_engines(document)


def _mapping(data: Any, key: str) -> dict[str, Any]:
    value = data.get(key) if isinstance(data, dict) else None
    return value if isinstance(value, dict) else {}


def _items(data: dict[str, Any], key: str) -> list[tuple[int, dict[str, Any]]]:
    value = data.get(key)
    items = value if isinstance(value, list) else []
    return [(number, item) for number, item in enumerate(items) if isinstance(item, dict)]


def _folders(document: YamlDocument, base: Path) -> None:
    for number, source in _items(document.data, "sources"):
        folder = source.get("folder")
        if not isinstance(folder, str):
            continue
        place, path = ("sources", number, "folder"), resolve(folder, base)
        if path.exists() and not path.is_dir():
            document.add(place, f"{path} is not a folder")
        elif not path.exists():
            document.add(place, f"there is no folder {path} yet", severity=Severity.WARNING)


def _schedules(document: YamlDocument) -> None:
    known = _mapping(document.data, "schedules")
    used = set()
    for number, item in _items(document.data, "subscriptions"):
        name = item.get("schedule")
        if not isinstance(name, str):
            continue
        used.add(name)
        if name not in known:
            message = f"there is no schedule {name}: {did_you_mean(name, known)}"
            document.add(("subscriptions", number, "schedule"), message)
    for name, item in known.items():
        if not isinstance(item, dict):
            continue
        check_schedule(document, name, item)
        for key in ("at", "until"):
            path, at = ("schedules", name, key), item.get(key)
            if isinstance(at, str) and _TIME.fullmatch(at) and path not in document.quoted:
                document.add(path, f'a time needs quotes, other programs read it as a number: write {key}: "{at}"')
    for name in known:
        if name not in used:
            message = "nobody subscribes to this schedule"
            document.add(("schedules", name), message, of_key=True, severity=Severity.WARNING)


def _subscriptions(document: YamlDocument) -> None:
    """One reader gets one edition once, however the address is written."""
    first: dict[tuple[str, str], int] = {}
    for number, item in _items(document.data, "subscriptions"):
        email, schedule = item.get("email"), item.get("schedule")
        if not isinstance(email, str) or not isinstance(schedule, str):
            continue
        try:
            # RFC 5321 2.4 lets case count before the @, but no provider makes two people of it.
            key = (read_address(email).casefold(), schedule)
        except ValueError:
            continue  # the settings refuse it
        if key in first:
            mark = document.mark(("subscriptions", first[key], "email"))
            line = mark.line if mark else None
            message = f"{key[0]} already has a subscription to {schedule}, on line {line}"
            document.add(("subscriptions", number, "email"), message)
        else:
            first[key] = number


def _mail(document: YamlDocument) -> None:
    mail = _mapping(document.data, "mail")
    smtp, here = _mapping(mail, "smtp"), ("mail", "smtp")
    if mail.get("transport") == "smtp" and "smtp" not in mail:
        document.add(("mail", "transport"), "smtp needs a section smtp: with the host of your mail account")
    written = [name for name in ("password", "password_file", "oauth_file") if (*here, name) in document.keys]
    if written and (*here, "username") not in document.keys:
        document.add((*here, written[0]), "a password needs a username")
    if (*here, "username") in document.keys and not written:
        document.add((*here, "username"), "a username needs a password, a password_file or an oauth_file")
    if smtp.get("security") == "none" and written:
        document.add((*here, "security"), "with none the password would travel open: use starttls or tls")
    elif smtp.get("security") == "none" and smtp.get("host") not in _LOOPBACK:
        message = "none is only for a mail server on this machine: use starttls or tls"
        document.add((*here, "security"), message)

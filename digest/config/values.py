"""How the text of a value in config.yaml becomes a typed one. Each reader raises ValueError with advice."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from digest.config.problem import did_you_mean
from digest.errors import BadAddress

WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LANGUAGES = ("zh-Hans", "zh-Hant", "en")

#: what people write for a language or a zone, and what it is called
_LANGUAGE_NAMES = {
    "zh": "zh-Hans",
    "zh-cn": "zh-Hans",
    "cn": "zh-Hans",
    "chinese": "zh-Hans",
    "中文": "zh-Hans",
    "zh-tw": "zh-Hant",
    "zh-hk": "zh-Hant",
    "english": "en",
    "en-us": "en",
    "en-gb": "en",
}
_ZONE_NAMES = dict.fromkeys(
    ("asia/beijing", "beijing", "china", "cst", "utc+8", "utc+08:00", "gmt+8", "+08:00", "北京", "北京时间"),
    "Asia/Shanghai",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Mailbox:
    """A normalised address with the name that people read in front of it."""

    name: str | None
    address: str


def read_time(value: Any) -> time:
    """Read ``"08:00"`` as a time of day, to the minute."""
    if isinstance(value, time):
        return value
    if not isinstance(value, str):
        raise ValueError('write one time, as in "08:00"; a second time of day is a second schedule')  # noqa: TRY004
    text = unicodedata.normalize("NFKC", value).strip()
    if (moment := _time(re.fullmatch(r"(\d{1,2}):(\d\d)", text))) is not None:
        return moment
    loose = re.fullmatch(r"(\d{1,2})[:.]?(\d\d)?(?:[:.]\d\d)?", text)
    if (moment := _time(loose)) is not None:
        raise ValueError(f'{value} is not a time of day: write at: "{moment:%H:%M}" in quotes')
    raise ValueError(f'{value} is not a time of day: write it in quotes, from "00:00" to "23:59", as in at: "08:00"')


def _time(found: re.Match[str] | None) -> time | None:
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def read_days(value: Any) -> frozenset[int]:
    """Read ``mon-fri``, ``mon,wed``, ``daily`` or a list of these as days, 0 for Monday."""
    parts = value if isinstance(value, (list, tuple)) else [value]
    days: set[int] = set()
    for part in parts:
        if not isinstance(part, str):
            raise ValueError("write days as mon-fri, as mon,wed,fri or as daily")  # noqa: TRY004
        days |= _days(unicodedata.normalize("NFKC", part).strip().lower())
    if not days:
        raise ValueError("there is no day in the list: write days as mon-fri, as mon,wed,fri or as daily")
    return frozenset(days)


def _days(text: str) -> set[int]:
    if text in ("daily", "every day", "everyday", "all"):
        return set(range(7))
    if text in ("weekdays", "workdays"):
        return set(range(5))
    days: set[int] = set()
    for token in re.split(r"[,、\s]+", re.sub(r"\s*[-–—~]\s*", "-", text)):
        first, _, last = token.partition("-")
        start = _day(first)
        end = _day(last) if last else start
        days |= {(start + step) % 7 for step in range((end - start) % 7 + 1)}
    return days


def _day(text: str) -> int:
    for number, name in enumerate(WEEK):
        if len(text) >= 3 and name.startswith(text):
            return number
    known = [name[:3] for name in WEEK]
    raise ValueError(f"{text or 'nothing'} is not a day of the week: {did_you_mean(text, known)}")


def read_zone(value: str) -> str:
    """Check an IANA zone name."""
    name = value.strip()
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        known = _ZONE_NAMES.get(name.casefold())
        hint = (
            f"did you mean {known}?"
            if known
            else did_you_mean(name, sorted(available_timezones(), key=_region), cutoff=0.7)
        )
        if not hint.startswith("did"):
            hint = "write an IANA name such as Asia/Shanghai"
        raise ValueError(f"there is no time zone {name}: {hint}") from None
    return name


def _region(zone: str) -> tuple[bool, str]:
    return (not zone.startswith("Asia/"), zone)


def read_language(value: str) -> str:
    """Check a language tag."""
    if value in LANGUAGES:
        return value
    known = _LANGUAGE_NAMES.get(value.casefold())
    raise ValueError(
        f"there is no language {value}: {f'did you mean {known}?' if known else did_you_mean(value, LANGUAGES)}"
    )


def read_address(value: str) -> str:
    """Check and normalise a mail address by the rules of the mail room."""
    from digest.mail.address import normalise_address  # noqa: PLC0415 - brings idna

    try:
        return normalise_address(value.strip())
    except BadAddress as error:
        raise ValueError(f"{error.subject} {error.message}") from None


def read_mailbox(value: Any) -> Mailbox:
    """Read ``name <address>`` or a bare address."""
    if isinstance(value, Mailbox):
        return value
    if not isinstance(value, str):
        raise ValueError('write a mail address, as in "摘要 <digest@example.com>"')  # noqa: TRY004
    found = re.fullmatch(r'\s*"?([^<>"]*?)"?\s*<([^<>]*)>\s*', value)
    name, address = (found[1], found[2]) if found else ("", value)
    return Mailbox(name=read_line(name) or None, address=read_address(address))


def read_line(value: str) -> str:
    """Keep text that becomes part of a mail header on one line, without control characters."""
    if any(unicodedata.category(char) == "Cc" for char in value):
        raise ValueError("a line break or control character cannot stand here")
    return value.strip()


def read_host(value: str) -> str:
    """Check the bare name of a mail server."""
    name = value.strip()
    if not name or re.search(r"[\s/@]", name):
        raise ValueError(f"{value} is not the name of a server: write it bare, as in smtp.example.com")
    if name.count(":") == 1:
        raise ValueError(
            f"write the port of {name.partition(':')[0]} as a key of its own: port: {name.partition(':')[2]}"
        )
    return name


def read_query(value: str) -> str:
    """Check a keyword query; the error carries in its context the column, and the query with a caret below it."""
    from digest.text.query import find_fault, pointer  # noqa: PLC0415 - below config, wanted here only

    if (fault := find_fault(value)) is not None:
        context = {"reason": fault.reason, "column": fault.column, "pointer": pointer(value, fault)}
        raise PydanticCustomError("query", "{reason}", context)
    return value


def read_folder(value: Any, info: ValidationInfo) -> Path:
    """Resolve a path against the folder of config.yaml; ``context["base"]`` says where that is."""
    if not isinstance(value, (str, Path)):
        raise ValueError("write the path of a file or folder")  # noqa: TRY004
    return resolve(str(value), (info.context or {}).get("base", Path()))


def read_file(value: Any, info: ValidationInfo) -> Path:
    """Resolve the path of a file that must be there."""
    path = read_folder(value, info)
    if not path.is_file():
        raise ValueError(f"there is no file {path}")
    return path


def read_words(value: Any, info: ValidationInfo) -> tuple[str, ...]:
    """Read a file of words: the first of each line (so that a user dictionary of jieba will do), # opens a comment."""
    path = read_file(value, info)
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (UnicodeDecodeError, OSError) as error:
        raise ValueError(f"{path} cannot be read as UTF-8 text: save it as UTF-8") from error
    found: dict[str, None] = {}
    for number, line in enumerate(lines, 1):
        word, *_ = [*line.partition("#")[0].split(), ""]
        if len(word) == 1:
            raise ValueError(f"{path}, line {number}: {word} is one character; a word here has two or more")
        if word:
            found[word] = None
    return tuple(found)


def resolve(text: str, base: Path) -> Path:
    """Make a path of config.yaml absolute."""
    return (base / Path(text).expanduser()).resolve()

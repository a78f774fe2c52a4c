"""The translation memory: what was asked once is not asked, or paid for, again.

A row belongs to one engine in one version (its fingerprint). What people wrote stands under an engine of its own,
``human``, and is looked up before all others. A text that could not be translated is remembered too, with the reason,
for a day. Keys are taken from the repaired text in Simplified characters, so that the Simplified, the Traditional and
the pinyin-ridden copy of a sentence share a row.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from digest.text.repair import repair
from digest.text.script import to_simplified

#: the engine of rows that people wrote; its fingerprint is empty
HUMAN = "human"
#: how long a failure is believed
FAILURE_HOLDS = timedelta(hours=24)
#: U+001F, which no text contains
_SEPARATOR = "\x1f"
_SOURCE, _TARGET = "zh", "en"


@dataclass(frozen=True, kw_only=True, slots=True)
class Unit:
    """One row."""

    key: bytes
    #: the Chinese, as it was asked for
    zh: str
    #: None when it could not be translated
    en: str | None
    engine: str
    fingerprint: str
    #: why there is no English; else what the engine said of it
    why: str
    made: datetime

    def is_over(self, now: datetime) -> bool:
        """True for a failure that is no longer believed: the engine is asked again."""
        return self.en is None and not timedelta(0) <= now - self.made < FAILURE_HOLDS


class Memory(Protocol):
    """Where the rows are kept. Everything that ``keep`` was given is safe when it returns."""

    def recall(self, keys: Collection[bytes]) -> Mapping[bytes, Unit]:
        """The rows of these keys, those that there are."""
        ...

    def keep(self, units: Sequence[Unit]) -> None:
        """Write rows, in place of those with the same key."""
        ...

    def used(self, keys: Collection[bytes]) -> None:
        """Note that these rows were shown."""
        ...


def tidy(zh: str) -> str:
    """A text as the pipeline asks for it: repaired, Simplified, on one line, without marks of restored characters."""
    shown = " ".join(zh.encode("utf-8", "backslashreplace").decode().replace("〔", "").replace("〕", "").split())
    return to_simplified(repair(shown).text)


def normal(zh: str) -> str:
    """The form of a text that decides whether two are the same: repaired, Simplified, of one width, without spaces.

    >>> normal("推進(jìn)會 議,要求(第1批)") == normal("推进会议，要求（第1批）")
    True
    """
    simplified = to_simplified(repair(zh.encode("utf-8", "backslashreplace").decode()).text)
    return "".join(unicodedata.normalize("NFKC", simplified).split())


def key_of(zh: str, *, engine: str, fingerprint: str) -> bytes:
    """The key of a text's row: 32 bytes."""
    parts = (engine, fingerprint, _SOURCE, _TARGET, normal(zh))
    return hashlib.sha256(_SEPARATOR.join(parts).encode()).digest()


def text_key(zh: str) -> bytes:
    """The same for all rows of a text, whichever engine they are of."""
    return hashlib.sha256(normal(zh).encode()).digest()


def human_key(zh: str) -> bytes:
    """The key of what a person wrote for a text."""
    return key_of(zh, engine=HUMAN, fingerprint="")


def with_terms(fingerprint: str, zh: str, terms: Mapping[str, str]) -> str:
    """The fingerprint of an engine for a text: the user's terms that stand in it could change its English.

    A new term makes the texts that contain it be asked again, and no others.
    """
    present = sorted((word, english) for word, english in terms.items() if word in zh)
    if not present:
        return fingerprint
    told = _SEPARATOR.join(part for pair in present for part in pair)
    return f"{fingerprint} terms {hashlib.sha256(told.encode('utf-8', 'backslashreplace')).hexdigest()[:12]}"

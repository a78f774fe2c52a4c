"""What the user says of an engine, as the engines are made from it."""

from __future__ import annotations

import enum
import ipaddress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit


class Kind(enum.StrEnum):
    """The wire that an engine speaks."""

    #: a downloaded model, run on this machine by CTranslate2
    CT2 = "ct2"
    LIBRETRANSLATE = "libretranslate"
    DEEPL = "deepl"
    #: a language model behind the chat interface of OpenAI: Ollama, llama.cpp, DeepSeek, Qwen …
    CHAT = "chat"


class Format(enum.StrEnum):
    """How a chat engine is told to answer in JSON; the answer is checked all the same."""

    SCHEMA = "json_schema"
    OBJECT = "json_object"
    TEXT = "text"


#: addresses where a server of this kind listens unless it is told otherwise; DeepL's depends on the key
DEFAULT_URLS = {Kind.LIBRETRANSLATE: "http://127.0.0.1:5000", Kind.CHAT: "http://127.0.0.1:11434/v1"}


@dataclass(frozen=True, kw_only=True, slots=True)
class EngineSpec:
    """One engine."""

    #: short, of the user's choice: it is shown beside what the engine wrote
    name: str
    kind: Kind
    #: where the program keeps what it learns or downloads for engines
    state_dir: Path
    #: None where the kind has a default
    url: str | None = None
    key: str | None = field(default=None, repr=False)
    #: chat: the model's name; ct2: the installed pair, as ``zh-en``
    model: str | None = None
    #: ct2: an Argos package folder, instead of an installed one
    folder: Path | None = None
    timeout_seconds: float = 30.0
    #: ct2: 0 is as many as the machine has, at most 4
    threads: int = 0
    #: chat: texts of one request
    batch_size: int = 20
    response_format: Format = Format.SCHEMA


def is_loopback(url: str) -> bool:
    """Whether an address is this machine."""
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"

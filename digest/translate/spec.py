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


#: where a service is unless its address is given: a server of one's own, an account by its key
_LIBRETRANSLATE, _OLLAMA = "http://127.0.0.1:5000", "http://127.0.0.1:11434/v1"
_DEEPL, _DEEPL_FREE = "https://api.deepl.com", "https://api-free.deepl.com"


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


def url_of(spec: EngineSpec) -> str:
    """Where texts are sent; empty for an engine that sends none."""
    match spec.kind:
        case Kind.CT2:
            return ""
        case Kind.LIBRETRANSLATE:
            return spec.url or _LIBRETRANSLATE
        case Kind.CHAT:
            return spec.url or _OLLAMA
        case Kind.DEEPL:  # keys of free accounts end so
            return spec.url or (_DEEPL_FREE if (spec.key or "").endswith(":fx") else _DEEPL)


def host_of(spec: EngineSpec) -> str:
    """The machine that texts are sent to, without port; empty for an engine that sends none."""
    return urlsplit(url_of(spec)).hostname or ""


def leaves_for(spec: EngineSpec) -> str:
    """The other machine that texts are sent to, and whether anybody on the way can read them; empty if they stay."""
    url = url_of(spec)
    if not url or is_loopback(url):
        return ""
    return host_of(spec) + ("" if urlsplit(url).scheme == "https" else " (not encrypted)")


def is_loopback(url: str) -> bool:
    """Whether an address is this machine."""
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"

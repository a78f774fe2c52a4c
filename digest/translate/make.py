"""From what the user says of engines to the engines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol
from urllib.parse import urlsplit

from digest.translate.chat import Chat
from digest.translate.ct2 import Ct2
from digest.translate.deepl import DeepL, host_of
from digest.translate.engine import Engine
from digest.translate.libretranslate import LibreTranslate
from digest.translate.spec import DEFAULT_URLS, EngineSpec, Kind
from digest.translate.wire import Patience


class Probed(Engine, Protocol):
    """An engine that can be asked whether it is ready."""

    def probe(self) -> str:
        """What can be said of it, in a few words; raises EngineError with the reason when it cannot work."""
        ...


def make(specs: Sequence[EngineSpec]) -> list[Probed]:
    """The engines, in their order. Nothing is loaded or asked yet, so this never fails: their first call may."""
    return [make_one(spec) for spec in specs]


def make_one(spec: EngineSpec, *, patience: Patience | None = None) -> Probed:
    """One engine; without ``patience`` it has that of its kind."""
    match spec.kind:
        case Kind.CT2:
            return Ct2(spec)
        case Kind.LIBRETRANSLATE:
            return LibreTranslate(spec, patience)
        case Kind.DEEPL:
            return DeepL(spec, patience)
        case Kind.CHAT:
            return Chat(spec, patience)


def host(spec: EngineSpec) -> str:
    """The machine that texts are sent to, without port; empty for an engine that sends none."""
    if spec.kind is Kind.CT2:
        return ""
    url = spec.url or (host_of(spec.key or "") if spec.kind is Kind.DEEPL else DEFAULT_URLS[spec.kind])
    return urlsplit(url).hostname or ""

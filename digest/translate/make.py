"""From what the user says of engines to the engines. What one engine needs is imported when it is made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from digest.translate.engine import Engine
from digest.translate.spec import EngineSpec, Kind

if TYPE_CHECKING:
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
            from digest.translate.ct2 import Ct2  # noqa: PLC0415

            return Ct2(spec)
        case Kind.LIBRETRANSLATE:
            from digest.translate.libretranslate import LibreTranslate  # noqa: PLC0415

            return LibreTranslate(spec, patience)
        case Kind.DEEPL:
            from digest.translate.deepl import DeepL  # noqa: PLC0415

            return DeepL(spec, patience)
        case Kind.CHAT:
            from digest.translate.chat import Chat  # noqa: PLC0415

            return Chat(spec, patience)

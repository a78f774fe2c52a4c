"""From Chinese to English: one protocol, many engines, and an embedded one that never guesses."""

from digest.translate.engine import Context, Engine, Result, State, Translator

__all__ = ["Context", "Engine", "Result", "State", "Translator"]

"""Word lists that a language person may extend without touching code.

A list is a UTF-8 text file: lines starting with ``#`` are comments (the first ones say source, licence and how to
extend), ``[name]`` opens a section, and every other non-empty line holds one or more entries separated by white space.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files


@cache
def sections(name: str) -> dict[str, tuple[str, ...]]:
    """Read ``digest/data/<name>.txt`` as section → entries, in file order."""
    found: dict[str, list[str]] = {}
    current: list[str] | None = None
    for number, raw in enumerate(files(__package__).joinpath(f"{name}.txt").read_text("utf-8").splitlines(), 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("[") and line.endswith("]"):
            current = found.setdefault(line[1:-1], [])
        elif current is None:
            raise ValueError(f"{name}.txt:{number}: an entry stands before the first [section]")
        else:
            current.extend(line.split())
    return {section: tuple(entries) for section, entries in found.items()}


def alternation(words: tuple[str, ...]) -> str:
    """A regular expression for any of the words, longest first, so that 副书记 wins over 书记."""
    return "|".join(sorted(words, key=lambda w: (-len(w), w)))


class Endings:
    """Tells whether a text ends with one of many words, without trying them all: by the text's last character."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_last = _grouped(words, -1)

    def __contains__(self, text: str) -> bool:
        return text.endswith(self._by_last.get(text[-1:], _NOTHING))


class Openings:
    """Tells whether a text opens with one of many words, by the text's first character."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_first = _grouped(words, 0)

    def __contains__(self, text: str) -> bool:
        return text.startswith(self._by_first.get(text[:1], _NOTHING))


_NOTHING: tuple[str, ...] = ()


def _grouped(words: Iterable[str], at: int) -> dict[str, tuple[str, ...]]:
    """Words by the character that each of them has at ``at``."""
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[at], []).append(word)
    return {character: tuple(found) for character, found in groups.items()}

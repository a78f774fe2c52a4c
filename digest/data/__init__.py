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
        by_last: dict[str, list[str]] = {}
        for word in words:
            by_last.setdefault(word[-1], []).append(word)
        self._by_last = {last: tuple(found) for last, found in by_last.items()}

    def __contains__(self, text: str) -> bool:
        return text != "" and text.endswith(self._by_last.get(text[-1], ()))

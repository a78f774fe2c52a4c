"""Key terms: the nouns of a text that we know, when the text as a whole is beyond us."""

from __future__ import annotations

from itertools import accumulate

from digest.text.tokens import cut
from digest.translate.officialese.words.lexicon import match

SEPARATOR = " · "
_MOST = 6
#: 生态环境局 is an office, not the environment
_ORGAN = frozenset("局厅委办部院所")


def _boundaries(text: str) -> frozenset[int]:
    """Positions where a word ends or begins: 手机制造 holds no 机制."""
    return frozenset(accumulate((len(word) for word in cut(text)), initial=0))


def key_terms(text: str) -> tuple[str, ...]:
    """English of the specific nouns in a text, in its order, each once, at most six."""
    edges: frozenset[int] | None = None
    found: dict[str, None] = {}
    at = 0
    while at < len(text) and len(found) < _MOST:
        entry = match(text, at)
        if entry is None:
            at += 1
            continue
        english = entry.en if entry.tag == "n" else entry.noun if entry.tag == "vi" else ""
        if english and len(entry.zh) > 1 and not english.startswith("all "):
            edges = _boundaries(text) if edges is None else edges
            end = at + len(entry.zh)
            if at in edges and end in edges and text[end : end + 1] not in _ORGAN:
                found[english.removeprefix("the ")] = None
        at += len(entry.zh)
    return tuple(found)

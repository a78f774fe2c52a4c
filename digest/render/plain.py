"""Plain text for people: lines are filled by display width, where a Han character takes two columns."""

from __future__ import annotations

import re
import unicodedata

COLUMNS = 78

#: marks that must not begin a line
_NO_START = frozenset("，。、；：！？”’）》」』】〉…,.;:!?)]}%")
#: marks that must not end a line
_NO_END = frozenset("“‘（《「『【〈([{")

#: what may not be torn apart: a run of Latin letters, digits, URLs; every other character stands alone
_ATOMS = re.compile(r"[\u0021-\u024f]+|\s+|.", re.DOTALL)


def width(text: str) -> int:
    """Columns that a text takes on a terminal."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _atoms(text: str) -> list[str]:
    """Units between which a line may be broken."""
    atoms: list[str] = []
    for piece in _ATOMS.findall(text):
        if atoms and not piece.isspace() and (piece[0] in _NO_START or atoms[-1][-1] in _NO_END):
            atoms[-1] += piece
        else:
            atoms.append(" " if piece.isspace() else piece)
    return atoms


def wrap(text: str, first: str = "", rest: str | None = None, columns: int = COLUMNS) -> str:
    """Fill a paragraph; ``first`` opens its first line and ``rest`` (default: as many spaces) the others.

    An unbreakable run longer than a line (a URL) is left whole.
    """
    rest = " " * width(first) if rest is None else rest
    lines, line, used, bare = [], first, width(first), True
    for atom in _atoms(text.strip()):
        size = width(atom)
        if used + len(atom.rstrip()) * size // max(1, len(atom)) > columns and not bare:
            lines.append(line.rstrip())
            line, used, bare = rest, width(rest), True
            if atom.isspace():
                continue
        line, used, bare = line + atom, used + size, bare and atom.isspace()
    return "\n".join([*lines, line.rstrip()])

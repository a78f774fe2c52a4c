"""One thing that is wrong in config.yaml, and where."""

from __future__ import annotations

import difflib
import enum
from collections.abc import Iterable
from dataclasses import dataclass


class Severity(enum.StrEnum):
    """An error stops the program; a warning is for the reader of ``digest check``."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """Where (counted from 1; None when no line is to blame) and what. It never quotes a secret."""

    message: str
    line: int | None = None
    column: int | None = None
    severity: Severity = Severity.ERROR
    #: the value on one line and a caret below the fault on the next, where that helps; a keyword query
    excerpt: str | None = None

    def at(self, file: str) -> str:
        """Tell the problem as ``config.yaml:3:7: message``, the form that editors and terminals make clickable."""
        place = ":".join(str(part) for part in (file, self.line, self.column) if part is not None)
        mark = "warning: " if self.severity is Severity.WARNING else ""
        return f"{place}: {mark}{self.message}"


def did_you_mean(word: str, known: Iterable[str], *, cutoff: float = 0.6) -> str:
    """Build the second half of a sentence about an unknown word: the close match, else the words there are."""
    names = list(known)
    folded = {name.casefold(): name for name in names}
    close = difflib.get_close_matches(word.casefold(), folded, n=1, cutoff=cutoff)
    if close:
        return f"did you mean {folded[close[0]]}?"
    return f"one of {', '.join(names)}" if names else "there is none"

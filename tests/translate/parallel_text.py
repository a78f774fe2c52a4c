"""Demands and sentences with sound English in several styles, from truncation_pairs.txt."""

import re
from dataclasses import dataclass
from pathlib import Path

PAIRS = Path(__file__).with_name("truncation_pairs.txt").read_text("utf-8")
#: a closing word or mark that belongs to the clause that is gone
_OPEN_END = re.compile(r"(?:[,;:\s]+|\b(?:and|so|but|that|who))+$")


@dataclass(frozen=True)
class Pair:
    chinese: tuple[str, ...]
    english: tuple[str, ...]
    style: str

    @property
    def source(self):
        return "".join(self.chinese)

    @property
    def whole(self):
        return joined(self.english)

    def cut(self, left):
        return _OPEN_END.sub("", joined(self.english[:left])) + "."

    def cuts(self):
        """(English that is left, share of the clauses that is gone)."""
        whole = len(self.chinese)
        return [(self.cut(left), 1 - left / whole) for left in range(1, whole) if self.style != "free"]


def joined(parts):
    return " ".join(part.strip() for part in parts)


def pairs():
    found, chinese = [], ()
    for line in PAIRS.splitlines():
        style, colon, text = line.partition(": ")
        if style == "zh":
            chinese = tuple(text.split("|"))
        elif colon and not line.startswith("#"):
            found.append(Pair(chinese=chinese, english=tuple(text.split("|")), style=style))
    return found

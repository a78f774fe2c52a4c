"""Lines that a page broke at its margin, joined again into paragraphs.

Plain-text bulletins and copies of printed pages end every line at the same width, in the middle of a sentence or of a
word. Such a page is told by its lines: most of the long ones end at one margin and many of those are no sentence's end.
Everything else is left as it is.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

#: columns; a Han character counts two. A narrower margin would be that of a table
NARROWEST = 30
#: columns: punctuation may not begin a line, so one ends up to two characters early or one late
RAGGED = 4
#: columns; no paragraph is indented so far
HANGING = 12
#: full lines that a wrapped page has at least
FEWEST = 4
_SENTENCE_END = re.compile(r"[。！？!?：:][”’」』）)]*$")
_GOES_ON = re.compile(r"[\u3400-\u9fff，、；（“]\s*$")
_INDENTED = re.compile(r"[ \t\u3000\u00a0]")
#: 一、 （二） 3. ●: these open a paragraph wherever they stand at the start of a line
_OPENS = re.compile(
    r"[ \t\u3000\u00a0]*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．、](?!\d)|[●■◆★]|附件[:：])"
)
#: Unicode Standard Annex 11, classes W and F, without emoji
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6"
    "\U00020000-\U0003fffd]+"
)
_ASCII_EDGE = re.compile("[!-~]")


def unwrap(text: str) -> str:
    r"""Join the lines of a page that was wrapped at a margin; any other text comes back as it is.

    >>> page = "\n".join(["会议指出，各乡镇要认真落实值班制度，加", "强巡查，发现险情立即上报，并组织群众转", "移到安全地带，做好安置，备足"
    ... "食品和药", "品，确保无人伤亡。要抢修受损的道路和电", "力、通信设施。"])
    >>> unwrap(page).count("\n")
    0
    """
    lines = _without_hanging(text.split("\n"))
    text = "\n".join(lines)
    margin = _margin(lines)
    if margin is None:
        return text
    joined = [lines[0]]
    indents = any(
        _INDENTED.match(line) for before, line in itertools.pairwise(lines) if before.strip() and line.strip()
    )
    for before, line in itertools.pairwise(lines):
        if _goes_on(before, line, margin, indents=indents):
            joined[-1] = _glued(joined[-1].rstrip(), line.lstrip())
        else:
            joined.append(line)
    return "\n".join(joined)


def _without_hanging(lines: list[str]) -> list[str]:
    """Join the lines that a page's own layout set far to the right, in the middle of a sentence."""
    joined: list[str] = []
    for line in lines:
        hangs = joined and len(line) - len(line.lstrip(" ")) >= HANGING and line.strip()
        if hangs and width(joined[-1].strip()) >= NARROWEST and _GOES_ON.search(joined[-1]):
            joined[-1] = _glued(joined[-1].rstrip(), line.strip())
        else:
            joined.append(line)
    return joined


def width(line: str) -> int:
    """Columns of a line where a full-width character takes two."""
    return 2 * len(line) - len(_WIDE.sub("", line))


def _margin(lines: Sequence[str]) -> int | None:
    """Where the page broke its lines, None if it did not."""
    widths = [width(line.rstrip()) for line in lines]
    long = [w for w in widths if w >= NARROWEST]
    if len(long) < FEWEST:
        return None
    places = Counter(place for w in long for place in range(w - RAGGED // 2, w + RAGGED // 2 + 1))
    margin = max(places, key=lambda place: (places[place], place))
    full = [line.rstrip() for line, w in zip(lines, widths, strict=True) if abs(w - margin) <= RAGGED]
    cut = sum(not _SENTENCE_END.search(line) for line in full)
    wider = sum(w > margin + 3 * RAGGED for w in widths)
    wrapped = len(full) >= FEWEST and cut >= len(full) / 2 and len(full) >= len(long) / 2 and wider <= len(long) / 10
    return margin if wrapped else None


def _goes_on(before: str, line: str, margin: int, *, indents: bool) -> bool:
    """Whether the sentence of one line goes on in the next; ``indents`` says that the page indents its paragraphs."""
    full = width(before.rstrip()) >= margin - RAGGED
    if not full or not line.strip() or _OPENS.match(line) or (indents and _INDENTED.match(line)):
        return False
    return indents or not _SENTENCE_END.search(before.rstrip())


def _glued(before: str, after: str) -> str:
    """A space between two Latin words, nothing between Chinese characters."""
    space = " " if _ASCII_EDGE.match(before[-1:]) and _ASCII_EDGE.match(after[:1]) else ""
    return f"{before}{space}{after}"

"""The text of a PDF: its lines read by PDFium in a process of its own, then joined into paragraphs.

A PDF knows where each line stands, not where a sentence goes on. A line that reaches the right margin goes on in the
next one unless that is indented or set apart. PDFium (``pypdfium2``) reads Chinese as it is shown; pypdf and
pdfminer.six give the Kangxi radicals that browsers write into PDFs (⼯ U+2F2F for 工), and take ten times as long.
"""

from __future__ import annotations

import itertools
import json
import re
import statistics
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from digest.errors import BinaryDocument, DocumentError, EmptyDocument, HugeDocument

_SECONDS = 4.0
_MAX_PAGES = 200
_MAX_CHARACTERS = 200_000
_WORKER = Path(__file__).with_name("pdf_worker.py")

#: shares of the page's height, above and below: headers, footers and page numbers; what a browser adds
_EDGE, _RIM = 0.12, 0.05
_PAGE_NUMBER = re.compile(r"[-—–·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/，,共]+\s*\d{1,4}\s*页?)?[-—–·\s]*")
#: what browsers print around a page: its address, and the minute of printing with the title
_PRINTED = re.compile(r"(?:https?|file)://\S+(?:\s+\d+/\d+)?|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\D{1,4}\d{1,2}:\d\d\b.*")
_SENTENCE_END = re.compile(r"[。！？!?][”’」』）)]*$")
#: points; line ends are counted in steps of it
_GRID = 8
_LIST_ITEM = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．、]|附件[:：])")
_ASCII_EDGE = re.compile(r"[!-~]")
#: half of a pair in UTF-16, which damaged tables of letters give: no character and in no encoding
_HALF_PAIR = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One line of a page; the box in points, y upwards from the foot of the page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    page: int
    page_height: float


def read(data: bytes) -> str:
    """The paragraphs of a PDF, one on each line; DocumentError says why there are none."""
    if b"%PDF-" not in data[:1024]:
        raise BinaryDocument("not a PDF file, whatever its name says")
    lines = _body(_lines(_ask(data)))
    text = "\n".join(_paragraphs(lines))
    if not text.strip():
        raise EmptyDocument("a scan: pictures of pages without text; put it through text recognition (OCR) first")
    unreadable = sum(c == "\ufffd" or "\ue000" <= c <= "\uf8ff" or c < "\t" for c in text)
    if unreadable > len(text) * 0.2:
        raise BinaryDocument("its letters cannot be copied as text (the PDF hides which signs they are)")
    return text


def _ask(data: bytes) -> list[dict[str, Any]]:
    """Let the worker read; its answer, or the reason why there is none."""
    if find_spec("pypdfium2") is None:
        raise DocumentError('PDF files need a part that is not installed: pip install "directive-digest[docs-in]"')
    command = [sys.executable, "-P", str(_WORKER), str(_MAX_PAGES), str(_MAX_CHARACTERS)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_SECONDS, check=True)  # noqa: S603 - our own file
        answer = json.loads(done.stdout)
    except subprocess.TimeoutExpired as error:
        raise DocumentError(f"the PDF could not be read within {_SECONDS:.0f} seconds") from error
    except (subprocess.CalledProcessError, ValueError) as error:
        raise BinaryDocument(_DAMAGED) from error
    if "error" in answer:
        raise _refusal(answer)
    return list(answer["pages"])


_DAMAGED = "damaged or cut off: it does not open as a PDF"


def _refusal(answer: dict[str, Any]) -> DocumentError:
    match answer["error"]:
        case "password":
            return BinaryDocument("locked with a password; save it without one")
        case "pages":
            return HugeDocument(f"{answer['pages']} pages, more than the limit of {_MAX_PAGES}: a book, not an article")
        case "text":
            return HugeDocument(f"more than {_MAX_CHARACTERS} characters of text: a book, not an article")
        case "memory":
            return HugeDocument("the PDF needs more memory than it may have")
        case _:
            return BinaryDocument(_DAMAGED)


def _lines(pages: Sequence[dict[str, Any]]) -> list[Line]:
    return [
        Line(
            text=_HALF_PAIR.sub("\ufffd", text),
            left=left,
            right=right,
            bottom=bottom,
            top=top,
            page=number,
            page_height=page["height"],
        )
        for number, page in enumerate(pages)
        for text, left, right, bottom, top in page["lines"]
    ]


def _body(lines: Sequence[Line]) -> list[Line]:
    """Without page numbers, what browsers print around a page, and what stands at the edge of three pages or more."""
    edge = Counter(line.text for line in lines if _within(line, _EDGE))
    return [
        line
        for line in lines
        if not (
            (_within(line, _EDGE) and (edge[line.text] >= 3 or _PAGE_NUMBER.fullmatch(line.text)))
            or (_within(line, _RIM) and _PRINTED.fullmatch(line.text))
        )
    ]


def _within(line: Line, share: float) -> bool:
    return line.top < line.page_height * share or line.bottom > line.page_height * (1 - share)


def _paragraphs(lines: Sequence[Line]) -> list[str]:
    """Join the lines that go on in the next one; no text is lost."""
    if not lines:
        return []
    margins = _margins(lines)
    paragraphs = [lines[0].text]
    for before, line in itertools.pairwise(lines):
        if _goes_on(before, line, *margins):
            paragraphs[-1] += _glue(paragraphs[-1], line.text) + line.text
        else:
            paragraphs.append(line.text)
    return paragraphs


def _margins(lines: Sequence[Line]) -> tuple[float, float, float]:
    """Left and right edge of the column, and the common distance from line to line."""
    long = [line for line in lines if len(line.text) >= 15] or list(lines)
    pitches = [a.bottom - b.bottom for a, b in itertools.pairwise(lines) if a.page == b.page]
    pitch = statistics.median([p for p in pitches if p > 0] or [0.0])
    # where several lines end is the margin; one that sticks out is an address or a table
    ends = Counter(round(line.right / _GRID) for line in long)
    common = [place for place, count in ends.items() if count >= max(2, len(long) / 10)]
    right = max(common) * _GRID if common else max(line.right for line in long)
    return min(line.left for line in long), right, pitch


def _goes_on(before: Line, line: Line, left: float, right: float, pitch: float) -> bool:
    """Whether the sentence of one line goes on in the next."""
    em = max(before.top - before.bottom, 6.0)
    full = right - before.right < 2.2 * em  # punctuation may not begin a line, so one may end two characters early
    indented = line.left - left > 1.2 * em
    apart = before.page == line.page and not 0 < before.bottom - line.bottom < 1.6 * pitch
    ends = bool(_SENTENCE_END.search(before.text))
    return full and not indented and not apart and not (ends and _LIST_ITEM.match(line.text))


def _glue(before: str, after: str) -> str:
    """A space between two Latin words, nothing between Chinese characters."""
    return " " if _ASCII_EDGE.match(before[-1:]) and _ASCII_EDGE.match(after[:1]) else ""

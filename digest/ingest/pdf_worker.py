"""Run as a program of its own: a PDF on stdin, the lines of its pages as JSON on stdout.

A PDF is a program for a drawing machine, and any library for it can be made to hang, to eat the memory or to crash. So
it runs in a process that can be killed, with a cap on its memory. Imports nothing of digest, to start fast.

Output: ``{"pages": [{"height": h, "lines": [[text, left, right, bottom, top], ...]}, ...]}`` in points, y upwards; or
``{"error": "password" | "damaged" | "pages" | "text" | "memory", "pages": n}``.
"""

from __future__ import annotations

import json
import sys
from typing import Any

#: bytes of address space: the interpreter and the library take about 100 MB of it
_MEMORY = 450_000_000
_PASSWORD_ERROR = 4  # FPDF_ERR_PASSWORD


def main(max_pages: int, max_characters: int) -> dict[str, Any]:
    """Read stdin and tell what it holds."""
    _limit_memory()
    import pypdfium2  # noqa: PLC0415 - after the limit

    try:
        document = pypdfium2.PdfDocument(sys.stdin.buffer.read())
    except pypdfium2.PdfiumError as error:
        return {"error": "password" if error.err_code == _PASSWORD_ERROR else "damaged"}
    if len(document) > max_pages:
        return {"error": "pages", "pages": len(document)}
    pages, characters = [], 0
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            return {"error": "damaged"}
        textpage = page.get_textpage()
        characters += textpage.count_chars()
        if characters > max_characters:
            return {"error": "text"}
        pages.append({"height": page.get_height(), "lines": list(_lines(textpage, pypdfium2.raw))})
    return {"pages": pages}


def _lines(textpage: Any, raw: Any) -> Any:
    """Each line of a page with the box around its visible characters."""
    text: list[str] = []
    visible: list[int] = []
    for index in range(textpage.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(textpage, index))
        if character in "\r\n":
            if visible:
                yield _line(textpage, text, visible)
            text, visible = [], []
        elif character not in "\x02\ufffe\uffff\0":  # the library's mark for a hyphen at the end of a line
            text.append(" " if character.isspace() and character != "\u3000" else character)
            if not character.isspace():
                visible.append(index)
    if visible:
        yield _line(textpage, text, visible)


def _line(textpage: Any, text: list[str], visible: list[int]) -> list[Any]:
    """Measured at both ends and in the middle: each box is a slow call, and a comma is lower than a character."""
    boxes = [textpage.get_charbox(index) for index in {visible[0], visible[len(visible) // 2], visible[-1]}]
    left, bottom, right, top = zip(*boxes, strict=True)
    return ["".join(text).strip(" "), min(left), max(right), min(bottom), max(top)]


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415 - not on Windows, where only the time is limited

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    except (ImportError, ValueError, OSError):
        pass


if __name__ == "__main__":
    try:
        answer = main(int(sys.argv[1]), int(sys.argv[2]))
    except MemoryError:
        answer = {"error": "memory"}
    json.dump(answer, sys.stdout)

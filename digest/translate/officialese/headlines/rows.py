"""The longest row of a section of meetings.txt that a text has somewhere, (Chinese, English)."""

from __future__ import annotations

from digest.translate.officialese.headlines.parts import longest_first

_NONE = ("", "")


def row_at(title: str, text: str, at: int = 0) -> tuple[str, str]:
    """The row that stands at a place of a text; two empty strings for none."""
    rows = longest_first("meetings.txt", title).items()
    return next((row for row in rows if text.startswith(row[0], at)), _NONE)


def row_at_end(title: str, text: str) -> tuple[str, str]:
    """The row that a text ends in, with something before it; two empty strings for none."""
    rows = longest_first("meetings.txt", title).items()
    return next((row for row in rows if text.endswith(row[0]) and text != row[0]), _NONE)

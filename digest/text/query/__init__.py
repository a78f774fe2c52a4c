"""The keyword language of a subscription: ``topic:大气 AND (禁燃 OR "烟花 爆竹") NOT due<30d``.

    query   := all ("OR" all)*
    all     := one ("AND"? one)*          adjacent words mean AND
    one     := "NOT" one | "(" query ")" | term
    term    := [field (":" | "：")] (word | phrase) | "due<" N "d"
    field   := issuer | owner | place | topic | title
    phrase  := any of " “ ” ＂ … any of " “ ” ＂

NOT binds tighter than AND, AND tighter than OR; operators are written in capitals. Parentheses, colons, ``<``
and the names of fields may be full-width. Matching ignores width and case (NFKC, casefold) and whatever the ``fold`` of the caller ignores (Simplified
or Traditional). A term that begins or ends with a Latin letter or a digit matches whole words only: ``mac`` is not in
``machine``. What is likely a slip (``or``, ``a，b``, ``-word``, an unknown field) is an error, because a filter that
silently matches nothing costs its reader every digest.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from digest.errors import QueryError
from digest.text.query.matching import Match, Reason, Scene, evaluate
from digest.text.query.parser import FIELDS, Fault, Parser, SyntaxFault
from digest.text.query.tree import And, Due, Node, Not, Or, Term
from digest.text.query.writing import written

__all__ = [
    "FIELDS",
    "And",
    "Due",
    "Fault",
    "Match",
    "Node",
    "Not",
    "Or",
    "Query",
    "Reason",
    "Term",
    "find_fault",
    "parse",
    "pointer",
]


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed keyword query. ``str(query)`` parses to the same query."""

    root: Node

    def __str__(self) -> str:
        return written(self.root)

    def matches(
        self,
        fields: Mapping[str, Sequence[str]],
        *,
        fold: Callable[[str], str],
        due: Sequence[date] = (),
        today: date | None = None,
    ) -> Match:
        """Match the texts of ``fields``; a term without a field searches all of them.

        ``fold`` removes a difference that readers do not mean (Traditional to Simplified); NFKC and casefold are
        applied here. ``today`` is what ``due<30d`` counts from; ValueError when the query needs it and it is missing.
        """

        def folded(text: str) -> str:
            return unicodedata.normalize("NFKC", fold(unicodedata.normalize("NFKC", text)).casefold())

        texts = {name: tuple(" ".join(folded(text).split()) for text in values) for name, values in fields.items()}
        return evaluate(self.root, Scene(fields=texts, fold=folded, due=tuple(due), today=today))


def parse(text: str) -> Query:
    """Read a query. QueryError tells the column and shows a caret below it."""
    try:
        return Query(Parser(text).query())
    except SyntaxFault as error:
        fault = error.fault
        raise QueryError(f"column {fault.column}: {fault.reason}\n{pointer(text, fault)}") from None


def pointer(text: str, fault: Fault) -> str:
    """Show a query on one line, and a caret below the character of its fault on the next."""
    # A wide character takes two cells of a terminal, so the caret is moved by cells, not by characters.
    cells = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text[: fault.column - 1])
    return f"  {' '.join(text.splitlines())}\n  {' ' * cells}^"


def find_fault(text: str) -> Fault | None:
    """Tell where and why a query does not parse, or None when it does: for reports that have a line of their own."""
    try:
        Parser(text).query()
    except SyntaxFault as error:
        return error.fault
    return None

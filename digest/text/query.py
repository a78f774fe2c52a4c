"""The keyword language of a subscription: ``topic:大气 AND (禁燃 OR "烟花 爆竹") NOT due<30d``.

    query   := all ("OR" all)*
    all     := one ("AND"? one)*          adjacent words mean AND
    one     := "NOT" one | "(" query ")" | term
    term    := [field (":" | "：")] (word | phrase) | "due<" N "d"
    field   := issuer | owner | place | topic | title
    phrase  := any of " “ ” ＂ … any of " “ ” ＂

NOT binds tighter than AND, AND tighter than OR; operators are written in capitals. Parentheses, colons and ``<`` may be
full-width. Matching ignores width and case (NFKC, casefold) and whatever the ``fold`` of the caller ignores (Simplified
or Traditional). A term that begins or ends with a Latin letter or a digit matches whole words only: ``mac`` is not in
``machine``. What is likely a slip (``or``, ``a，b``, ``-word``, an unknown field) is an error, because a filter that
silently matches nothing costs its reader every digest.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NoReturn

from digest.errors import QueryError

#: fields that a term may name
FIELDS = ("issuer", "owner", "place", "topic", "title")

_QUOTES = '"“”＂'
_OPERATORS = ("AND", "OR", "NOT")
_MAX_DEPTH = 50
_TOKEN = re.compile(
    rf"""
      (?P<space>\s+)
    | (?P<open>[(（])
    | (?P<close>[)）])
    | (?P<due>(?i:due)\s*[<＜]\s*\d{{1,4}}\s*(?i:d)(?![^\s()（）]))
    | (?P<field>[A-Za-z_]+)[:：](?!//)
    | (?P<phrase>[{_QUOTES}][^{_QUOTES}]*[{_QUOTES}])
    | (?P<word>[^\s()（）{_QUOTES}]+)
    """,
    re.VERBOSE,
)
_SLIPS = (
    (re.compile(r"(?i)^(due)?[<>=＜＞]"), 'write a deadline as due<30d, or put the word in quotes: "{}"'),
    (re.compile(r"[,，、;；]"), "write AND or OR between words instead of a comma, or put the phrase in quotes"),
    (re.compile(r"^[-!！]"), 'write NOT in front of a word to leave it out, or put it in quotes: "{}"'),
    (re.compile(r"^[|&]+$"), "write OR or AND in capitals"),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """Whether a query matched, and the terms that decided it, as sentences for the reader."""

    ok: bool
    why: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """Where a query stops making sense: ``column`` counts characters from 1."""

    column: int
    reason: str


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase, in one field or in any."""

    text: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline that is not past and fewer than ``days`` days away. No deadline never matches."""

    days: int


@dataclass(frozen=True, slots=True)
class Not:
    """Matches when its part does not."""

    part: Node


@dataclass(frozen=True, slots=True)
class And:
    """Matches when all of its parts (two or more) match."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Matches when one of its parts (two or more) matches."""

    parts: tuple[Node, ...]


Node = Term | Due | Not | And | Or


@dataclass(frozen=True, slots=True)
class Query:
    """A parsed keyword query. ``str(query)`` parses to the same query."""

    root: Node

    def __str__(self) -> str:
        return _written(self.root)

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
        return _evaluate(self.root, _Scene(fields=texts, fold=folded, due=tuple(due), today=today))


def parse(text: str) -> Query:
    """Read a query. QueryError tells the column and shows a caret below it."""
    try:
        return Query(_Parser(text).query())
    except _Syntax as error:
        fault = error.fault
        # A wide character takes two cells of a terminal, so the caret is moved by cells, not by characters.
        cells = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text[: fault.column - 1])
        line = " ".join(text.splitlines())
        raise QueryError(f"column {fault.column}: {fault.reason}\n  {line}\n  {' ' * cells}^") from None


def find_fault(text: str) -> Fault | None:
    """Tell where and why a query does not parse, or None when it does: for reports that have a line of their own."""
    try:
        _Parser(text).query()
    except _Syntax as error:
        return error.fault
    return None


class _Syntax(Exception):
    """Carries a fault from the place that found it to the public functions."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.reason)
        self.fault = fault


def _fail(position: int, reason: str) -> NoReturn:
    raise _Syntax(Fault(column=position + 1, reason=reason))


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # open close due field phrase word AND OR NOT end
    text: str
    position: int


def _is_operator(word: str) -> bool:
    return unicodedata.normalize("NFKC", word).upper() in _OPERATORS


def _word_fault(word: str) -> str | None:
    """Why a bare word is likely a slip, or None."""
    return next((reason.format(word) for slip, reason in _SLIPS if slip.search(word)), None)


def _tokens(text: str) -> Iterator[_Token]:
    position = 0
    while position < len(text):
        found = _TOKEN.match(text, position)
        if found is None:  # only a lone quotation mark starts no token
            _fail(position, "this quotation mark is not closed")
        kind, start = found.lastgroup or "", found.start()
        position = found.end()
        if kind == "field":
            _known_field(found["field"], start)
            yield _Token(kind, found["field"].lower(), start)
        elif kind == "word":
            yield _word(found["word"], start)
        elif kind != "space":
            yield _Token(kind, found[0], start)
    yield _Token("end", "", len(text))


def _known_field(name: str, position: int) -> None:
    if name.lower() in FIELDS:
        return
    if name.lower() == "due":
        _fail(position, "write a deadline as due<30d")
    close = difflib.get_close_matches(name.lower(), FIELDS, n=1)
    hint = f"did you mean {close[0]}:?" if close else f"the fields are {', '.join(FIELDS)}"
    _fail(position, f"there is no field {name}: ({hint})")


def _word(word: str, position: int) -> _Token:
    if _is_operator(word):
        operator = unicodedata.normalize("NFKC", word)
        if not operator.isupper():
            _fail(position, f'write {operator.upper()} in capitals, or "{word}" in quotes to look for the word')
        return _Token(operator, word, position)
    if reason := _word_fault(word):
        _fail(position, reason)
    return _Token("word", word, position)


class _Parser:
    """Recursive descent over the tokens of one query."""

    def __init__(self, text: str) -> None:
        self._tokens = list(_tokens(text))
        self._next = 0
        self._depth = 0

    def query(self) -> Node:
        if self._peek().kind == "end":
            _fail(0, "the query is empty")
        node = self._any()
        if self._peek().kind == "close":
            _fail(self._peek().position, "this parenthesis closes nothing")
        return node

    def _peek(self) -> _Token:
        return self._tokens[self._next]

    def _take(self) -> _Token:
        token = self._tokens[self._next]
        self._next += 1
        return token

    def _any(self) -> Node:
        parts = [self._all()]
        while self._peek().kind == "OR":
            self._take()
            parts.append(self._all())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _all(self) -> Node:
        parts = [self._one()]
        while self._peek().kind not in ("OR", "close", "end"):
            if self._peek().kind == "AND":
                self._take()
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _one(self) -> Node:
        token = self._take()
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            _fail(token.position, "the query is nested too deeply")
        node: Node
        if token.kind == "NOT":
            node = Not(self._one())
        elif token.kind == "open":
            node = self._any()
            if self._take().kind != "close":
                _fail(token.position, "this parenthesis is not closed")
        else:
            node = self._term(token)
        self._depth -= 1
        return node

    def _term(self, token: _Token) -> Node:
        if token.kind == "due":
            return Due(int("".join(c for c in token.text if c.isdigit())))
        if token.kind == "field":
            value = self._take()
            if value.kind not in ("word", "phrase"):
                _fail(value.position, f'write a word or a "phrase" after {token.text}:')
            return Term(_unquoted(value), token.text)
        if token.kind in ("word", "phrase"):
            return Term(_unquoted(token))
        where = "at the end" if token.kind == "end" else f"before {token.text}"
        _fail(token.position, f"a word is missing {where}")


def _unquoted(token: _Token) -> str:
    if token.kind == "word":
        return token.text
    words = " ".join(token.text[1:-1].split())
    if not words:
        _fail(token.position, "there is nothing between these quotation marks")
    return words


@dataclass(frozen=True, kw_only=True, slots=True)
class _Scene:
    """What a query is matched against, folded once for all terms."""

    fields: Mapping[str, tuple[str, ...]]
    fold: Callable[[str], str]
    due: tuple[date, ...]
    today: date | None


def _evaluate(node: Node, scene: _Scene) -> Match:
    if isinstance(node, Term):
        return _find(node, scene)
    if isinstance(node, Due):
        return _near(node, scene)
    if isinstance(node, Not):
        inner = _evaluate(node.part, scene)
        return Match(ok=not inner.ok, why=inner.why)
    results = [_evaluate(part, scene) for part in node.parts]
    ok = (all if isinstance(node, And) else any)(result.ok for result in results)
    # Of all parts, the ones that agree with the outcome explain it.
    reasons = [reason for result in results if result.ok == ok for reason in result.why]
    return Match(ok=ok, why=tuple(dict.fromkeys(reasons)))


def _find(term: Term, scene: _Scene) -> Match:
    needle = _whole_words(scene.fold(term.text))
    fields = scene.fields if term.field is None else {term.field: scene.fields.get(term.field, ())}
    names = [name for name, texts in fields.items() if any(needle.search(text) for text in texts)]
    return Match(ok=bool(names), why=tuple(f"{term.text} in {name}" for name in names) or (f"no {_written(term)}",))


def _near(due: Due, scene: _Scene) -> Match:
    if scene.today is None:
        raise ValueError("a query with due<… needs today")
    today = scene.today
    days = [day for day in scene.due if 0 <= (day - today).days < due.days]
    return Match(ok=bool(days), why=tuple(f"due {day.isoformat()}" for day in days) or (f"no {_written(due)}",))


def _written(node: Node) -> str:
    """The query text of a node, with the parentheses that its precedence needs."""
    if isinstance(node, Term):
        text = node.text if _is_plain(node.text) else f'"{node.text}"'
        return f"{node.field}:{text}" if node.field else text
    if isinstance(node, Due):
        return f"due<{node.days}d"
    if isinstance(node, Not):
        return f"NOT {_inside(node.part, And, Or)}"
    if isinstance(node, And):
        return " AND ".join(_inside(part, And, Or) for part in node.parts)
    return " OR ".join(_inside(part, Or) for part in node.parts)


def _inside(part: Node, *looser: type) -> str:
    return f"({_written(part)})" if isinstance(part, looser) else _written(part)


def _is_plain(text: str) -> bool:
    """Whether a term may stand without quotation marks."""
    token = _TOKEN.match(text)
    whole = token is not None and token.lastgroup == "word" and token.end() == len(text)
    return whole and not _is_operator(text) and _word_fault(text) is None


def _whole_words(needle: str) -> re.Pattern[str]:
    """Match ``needle``; where its edge is a Latin letter or a digit, no other one may follow on."""
    before = "(?<![a-z0-9])" if needle[:1].isascii() and needle[:1].isalnum() else ""
    after = "(?![a-z0-9])" if needle[-1:].isascii() and needle[-1:].isalnum() else ""
    return re.compile(before + re.escape(needle) + after)

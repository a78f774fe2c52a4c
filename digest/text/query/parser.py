"""From text to tree: tokens, then recursive descent; the first fault is told with its column."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NoReturn

from digest.text.query.tree import And, Due, Node, Not, Or, Term

#: fields that a term may name
FIELDS = ("issuer", "owner", "place", "topic", "title")

_QUOTES = '"“”＂'
_OPERATORS = ("AND", "OR", "NOT")
_MAX_DEPTH = 50
_LATIN = "A-Za-zＡ-Ｚａ-ｚ"  # input methods write either width
TOKEN = re.compile(
    rf"""
      (?P<space>\s+)
    | (?P<open>[(（])
    | (?P<close>[)）])
    | (?P<due>(?i:due|ｄｕｅ)\s*[<＜]\s*\d{{1,4}}\s*(?i:d|ｄ)(?![^\s()（）]))
    | (?P<field>[{_LATIN}_]+)[:：](?!//)
    | (?P<phrase>[{_QUOTES}][^{_QUOTES}]*[{_QUOTES}])
    | (?P<word>[^\s()（）{_QUOTES}]+)
    """,
    re.VERBOSE,
)
_SLIPS = (
    (re.compile(r"(?i)^(due|ｄｕｅ)?[<>=＜＞]"), 'write a deadline as due<30d, or put the word in quotes: "{}"'),
    (re.compile(r"[,，、;；]"), "write AND or OR between words instead of a comma, or put the phrase in quotes"),
    (re.compile(r"^[-!！]"), 'write NOT in front of a word to leave it out, or put it in quotes: "{}"'),
    (re.compile(r"^[|&]+$"), "write OR or AND in capitals"),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """Where a query stops making sense: ``column`` counts characters from 1."""

    column: int
    reason: str


class SyntaxFault(Exception):
    """Carries a fault from the place that found it to the public functions."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.reason)
        self.fault = fault


def _fail(position: int, reason: str) -> NoReturn:
    raise SyntaxFault(Fault(column=position + 1, reason=reason))


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # open close due field phrase word AND OR NOT end
    text: str
    position: int


def is_operator(word: str) -> bool:
    """Whether a word is AND, OR or NOT in any case or width; only capitals act as one."""
    return unicodedata.normalize("NFKC", word).upper() in _OPERATORS


def word_fault(word: str) -> str | None:
    """Why a bare word is likely a slip, or None."""
    return next((reason.format(word) for slip, reason in _SLIPS if slip.search(word)), None)


def _tokens(text: str) -> Iterator[_Token]:
    position = 0
    while position < len(text):
        found = TOKEN.match(text, position)
        if found is None:  # only a lone quotation mark starts no token
            _fail(position, "this quotation mark is not closed")
        kind, start = found.lastgroup or "", found.start()
        position = found.end()
        if kind == "field":
            yield _Token(kind, _known_field(found["field"], start), start)
        elif kind == "word":
            yield _word(found["word"], start)
        elif kind != "space":
            yield _Token(kind, found[0], start)
    yield _Token("end", "", len(text))


def _known_field(name: str, position: int) -> str:
    known = unicodedata.normalize("NFKC", name).lower()
    if known in FIELDS:
        return known
    if known == "due":
        _fail(position, "write a deadline as due<30d")
    close = difflib.get_close_matches(known, FIELDS, n=1)
    hint = f"did you mean {close[0]}:?" if close else f"the fields are {', '.join(FIELDS)}"
    _fail(position, f"there is no field {name}: ({hint})")


def _word(word: str, position: int) -> _Token:
    if is_operator(word):
        operator = unicodedata.normalize("NFKC", word)
        if not operator.isupper():
            _fail(position, f'write {operator.upper()} in capitals, or "{word}" in quotes to look for the word')
        return _Token(operator, word, position)
    if reason := word_fault(word):
        _fail(position, reason)
    return _Token("word", word, position)


class Parser:
    """Recursive descent over the tokens of one query."""

    def __init__(self, text: str) -> None:
        self._tokens = list(_tokens(text))
        self._next = 0
        self._depth = 0

    def query(self) -> Node:
        """The tree of the whole text; SyntaxFault at the first fault."""
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

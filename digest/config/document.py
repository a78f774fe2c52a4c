"""YAML text as plain data that remembers where each value stood.

Every scalar stays text, exactly as written: which text is a number or a time is for the settings to say. So ``18:30``
is never 1110, ``no`` never False and ``0800`` never 800 behind the user's back. An empty value counts
as a key left out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from digest.config.problem import Problem, Severity

#: keys and list positions from the top of the file: ``("schedules", "daily", "at")``
Path = tuple[str | int, ...]

_NULL = ("", "~", "null", "Null", "NULL")
_MAX_DEPTH = 20
_MAX_VALUES = 100_000
_FULL_WIDTH = "：，“”｛｝［］　－＃"


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the file, counted from 1."""

    line: int
    column: int


@dataclass(kw_only=True, slots=True)
class YamlDocument:
    """The data of a file, the place of each key and value, and what was wrong with it as YAML."""

    data: Any = None
    keys: dict[Path, Mark] = field(default_factory=dict)
    values: dict[Path, Mark] = field(default_factory=dict)
    #: paths whose value stands in quotation marks
    quoted: set[Path] = field(default_factory=set)
    #: paths with an error, so that one mistake is told once
    wrong: set[Path] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def mark(self, path: Path, *, of_key: bool = False) -> Mark | None:
        """Find the place of a value (or of its key), else of the nearest thing around it."""
        for end in range(len(path), -1, -1):
            places = (self.keys, self.values) if of_key else (self.values, self.keys)
            for place in places:
                if path[:end] in place:
                    return place[path[:end]]
            of_key = True
        return None

    def add(
        self,
        path: Path,
        message: str,
        *,
        of_key: bool = False,
        shift: int = 0,
        severity: Severity = Severity.ERROR,
        excerpt: str | None = None,
    ) -> None:
        """Note a problem at a path; ``shift`` moves its column into the value, ``excerpt`` shows it there."""
        mark = self.mark(path, of_key=of_key)
        line, column = (mark.line, mark.column + shift) if mark else (None, None)
        text = f"{dotted(path)}: {message}" if path else message
        self.problems.append(Problem(message=text, line=line, column=column, severity=severity, excerpt=excerpt))
        if severity is Severity.ERROR:
            self.wrong.add(path)


def dotted(path: Path) -> str:
    """``subscriptions[2].email``, counting items from 1 as people do."""
    return "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path).lstrip(".")


def read_yaml(text: str) -> YamlDocument:
    """Read one YAML 1.2 document. What cannot be read is in ``problems``; the rest is in ``data``."""
    from ruamel.yaml import YAML  # noqa: PLC0415
    from ruamel.yaml.error import MarkedYAMLError, YAMLError  # noqa: PLC0415

    document = YamlDocument()
    try:
        root = YAML(typ="safe", pure=True).compose(text)
    except MarkedYAMLError as error:
        document.problems.append(_syntax_problem(error, text))
    except YAMLError as error:  # a character that YAML forbids
        document.problems.append(Problem(message=" ".join(str(error).split())))
    except RecursionError:
        document.problems.append(Problem(message="nested too deeply"))
    else:
        if root is not None:
            document.data = _Walk(document).value(root, ())
    return document


def _syntax_problem(error: Any, text: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    lines = text.splitlines()
    line = lines[mark.line] if mark and mark.line < len(lines) else ""
    before = lines[mark.line - 1] if mark and 0 < mark.line <= len(lines) else ""
    message = f"not YAML: {error.problem or error.context}"
    if error.context_mark and (error.context or "").startswith("while parsing a flow"):
        message += f" (is the bracket on line {error.context_mark.line + 1} closed?)"
    if "\t" in line[: len(line) - len(line.lstrip())]:
        message = "a tab cannot indent YAML: use spaces"
    elif any(char in before + line for char in _FULL_WIDTH):
        message += ' (write : , " [ ] { } and spaces in ASCII, not full-width)'
    elif "${" in before + line:
        message += ' (write "${NAME}" in quotes)'
    return Problem(message=message, line=mark and mark.line + 1, column=mark and mark.column + 1)


class _Walk:
    """Turns ruamel's nodes into plain data, noting marks and problems in the document."""

    def __init__(self, document: YamlDocument) -> None:
        self._document = document
        self._count = 0
        self._refused = False

    def value(self, node: Any, path: Path) -> Any:
        """Plain data of a node: dict, list, str or None."""
        self._document.values[path] = _mark(node)
        self._count += 1
        if len(path) > _MAX_DEPTH or self._count > _MAX_VALUES:  # also an alias that contains itself
            if not self._refused:
                self._document.add(path[:2], "nested too deeply")
            self._refused = True
        if self._refused:
            return None
        if node.id == "mapping":
            return self._mapping(node, path)
        if node.id == "sequence":
            return [self.value(item, (*path, number)) for number, item in enumerate(node.value)]
        plain = node.style is None
        if plain and node.value in _NULL:
            del self._document.values[path]  # its mark is wherever the next token stands
            return None
        if not plain:
            self._document.quoted.add(path)
        return node.value

    def _mapping(self, node: Any, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            mark = _mark(key_node)
            if key_node.id != "scalar":
                message = 'a key must be a word: a value with { } or [ ] needs quotes, as in "${NAME}"'
                self._document.problems.append(Problem(message=message, line=mark.line, column=mark.column))
                continue
            here = (*path, key_node.value)
            if key_node.value in found:
                first = self._document.keys[here].line
                message = f"the key {key_node.value} appears twice: on line {first} and on line {mark.line}"
                self._document.problems.append(Problem(message=message, line=mark.line, column=mark.column))
                continue
            self._document.keys[here] = mark
            found[key_node.value] = self.value(value_node, here)
        return {key: value for key, value in found.items() if value is not None}


def _mark(node: Any) -> Mark:
    return Mark(node.start_mark.line + 1, node.start_mark.column + 1)

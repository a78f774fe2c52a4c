"""From a file to Settings, or to every problem in it at once."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from digest.config.checks import check_together
from digest.config.document import YamlDocument, read_yaml
from digest.config.environment import fill_in
from digest.config.messages import explain, is_echo, place_of
from digest.config.problem import Problem, Severity
from digest.config.settings import Settings
from digest.errors import ConfigError

DEFAULT_NAME = "config.yaml"
VARIABLE = "DIGEST_CONFIG"


def find(path: Path | None = None, *, env: Mapping[str, str] = os.environ) -> Path:
    """Tell which file to read: ``path``, else ``$DIGEST_CONFIG``, else ./config.yaml. It need not exist."""
    if path is not None:
        return path
    return Path(env.get(VARIABLE) or DEFAULT_NAME)


def load(path: Path, *, env: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings. ConfigError lists every error, one ``config.yaml:LINE:COLUMN: message`` on each line."""
    settings, found = read(path, env=env)
    errors = [problem.at(str(path)) for problem in found if problem.severity is Severity.ERROR]
    if settings is None or errors:
        raise ConfigError("\n".join(errors))
    return settings


def problems(path: Path, *, env: Mapping[str, str] = os.environ) -> list[Problem]:
    """Find everything wrong with a file, in the order of its lines; an empty list means that it is sound."""
    return read(path, env=env)[1]


def read(path: Path, *, env: Mapping[str, str] = os.environ) -> tuple[Settings | None, list[Problem]]:
    """Read the settings and everything wrong with them; the settings are None when there is an error."""
    text = _text(path)
    if isinstance(text, Problem):
        return None, [text]
    document = read_yaml(text)
    readable = document.data is not None or not document.problems
    settings = _validate(document, path.absolute(), env) if readable else None
    found = sorted(dict.fromkeys(document.problems), key=lambda p: (p.line or 0, p.column or 0))
    failed = any(problem.severity is Severity.ERROR for problem in found)
    return (None if failed else settings), found


def _text(path: Path) -> str | Problem:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Problem(message="there is no such file: `digest init` writes one, -c FILE names another")
    except UnicodeDecodeError:
        return Problem(message="the file is not UTF-8: save it again with the encoding UTF-8")
    except OSError as error:
        return Problem(message=f"the file cannot be read: {error.strerror}")


def _validate(document: YamlDocument, path: Path, env: Mapping[str, str]) -> Settings | None:
    if document.data is None:
        document.problems.append(Problem(message="the file is empty: `digest init` writes one to start from", line=1))
        return None
    base = path.parent
    fill_in(document, env, base)
    check_together(document, base)
    try:
        return Settings.model_validate(document.data, context={"base": base, "path": path})
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        for detail in details:
            if place_of(detail) not in document.wrong and not is_echo(detail, details):
                _note(document, detail)
        return None


def _note(document: YamlDocument, detail: ErrorDetails) -> None:
    place, kind = place_of(detail), detail["type"]
    of_key = kind in ("missing", "extra_forbidden") or "[key]" in detail["loc"]
    if kind == "query":  # exact for a query on one line, which is how queries are written
        shift = detail["ctx"]["column"] - 1 + (1 if place in document.quoted else 0)
        document.add(place, explain(detail), shift=shift, excerpt=detail["ctx"]["pointer"])
        return
    document.add(place, explain(detail), of_key=of_key)

"""Jinja with strict rules: an undefined name, a missing or a broken template is an error that names file and line."""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jinja2

from digest.errors import RenderError
from digest.render.labels import home, pick, told
from digest.render.plain import width, wrap

_PACKAGE = Path(__file__).resolve().parents[1]


def shipped_templates() -> Path:
    """``digest/templates`` in a wheel, ``templates/`` beside the package in a checkout."""
    inside = _PACKAGE / "templates"
    return inside if inside.is_dir() else _PACKAGE.parent / "templates"


def _folders(override: Path | None) -> list[Path]:
    if override is not None and not override.is_dir():
        raise RenderError("there is no such template folder", subject=str(override))
    return [folder for folder in (override, shipped_templates()) if folder is not None]


def _environment(override: Path | None) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader([str(folder) for folder in _folders(override)]),
        autoescape=jinja2.select_autoescape(("html.j2",), default_for_string=True),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["wrap"] = wrap
    environment.filters["columns"] = width
    environment.filters["told"] = told
    environment.filters["pick"] = pick
    environment.filters["home"] = home
    return environment


_shipped = cache(lambda: _environment(None))


def _culprit(error: Exception) -> str | None:
    """``file:line`` of the innermost template on the error's traceback."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.endswith(".j2")]
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else None


def fill(name: str, values: Mapping[str, Any], override: Path | None = None) -> str:
    """Render one template. RenderError, with file and line, when it is missing or broken."""
    environment = _environment(override) if override else _shipped()
    try:
        return environment.get_template(name).render(values)
    except jinja2.TemplateNotFound as error:
        raise RenderError(f"template not found: {error.name}", subject=str(_folders(override)[0])) from error
    except jinja2.TemplateSyntaxError as error:
        raise RenderError(error.message or "syntax error", subject=f"{error.filename}:{error.lineno}") from error
    except Exception as error:
        # whatever an expression in a designer's template raises is that template's fault, and is told as such
        culprit = _culprit(error)
        if culprit is None:
            raise
        raise RenderError(f"{type(error).__name__}: {error}", subject=culprit) from error


def template_fingerprint(override: Path | None = None) -> str:
    """Hex digest of all templates in use: part of a rendition's key, so that an edited template renders anew."""
    digest = hashlib.sha256()
    for folder in _folders(override):
        for path in sorted(folder.glob("*.j2")):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]

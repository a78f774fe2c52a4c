"""What pydantic found wrong, as a sentence for somebody who does not know pydantic."""

from __future__ import annotations

import inspect
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from digest.config.document import Path
from digest.config.problem import did_you_mean
from digest.config.settings import Settings

_TYPES = {
    "missing": "this key is needed",
    "string_type": "write text",
    "bool_type": "write true or false",
    "bool_parsing": "write true or false",
    "int_type": "write a whole number",
    "int_parsing": "write a whole number",
    "int_from_float": "write a whole number",
    "float_type": "write a number",
    "float_parsing": "write a number",
    "tuple_type": "write a list: one item on each line, after a dash",
    "dict_type": "write names with settings below them, indented",
    "model_type": "write keys with values below it, indented",
    "model_attributes_type": "write keys with values below it, indented",
    "string_too_short": "this value is empty",
    "too_short": "the list is empty",
}


def place_of(error: ErrorDetails) -> Path:
    """Path of the value that is wrong, without the marks that pydantic adds for keys."""
    return tuple(part for part in error["loc"] if part != "[key]")


def is_echo(error: ErrorDetails, others: list[ErrorDetails]) -> bool:
    """Whether the error only follows from others: a list counts as too short when its items are wrong."""
    size = len(error["loc"])
    return error["type"] == "too_short" and any(
        len(other["loc"]) > size and other["loc"][:size] == error["loc"] for other in others
    )


def explain(error: ErrorDetails) -> str:
    """Build one line: what to write instead."""
    place, kind, context = place_of(error), error["type"], error.get("ctx", {})
    if kind == "extra_forbidden":
        return f"there is no such key: {did_you_mean(str(place[-1]), _keys_at(place[:-1]))}"
    if kind == "value_error":
        return str(context["error"])
    if kind == "literal_error":
        return f"write {context['expected']}"
    if kind == "string_pattern_mismatch":
        return _pattern_reason(place)
    if kind.startswith(("greater_than", "less_than")):
        return error["msg"].replace("Input should be", "the number must be")
    return _TYPES.get(kind, error["msg"])


def _pattern_reason(place: Path) -> str:
    if "suffixes" in place:
        return "write an ending with its dot, as in .txt"
    return "a name is made of letters, digits, - and _"


def _keys_at(place: Path) -> list[str]:
    """Keys that are known at a place of the file, by walking the models."""
    model: type[BaseModel] = Settings
    for part in place:
        field = next((f for name, f in model.model_fields.items() if (f.alias or name) == part), None)
        if field is not None:
            model = _model_in(field.annotation) or model
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """Find the model inside ``tuple[Model, ...]``, ``dict[str, Model]`` or ``Model | None``."""
    if inspect.isclass(annotation) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for inner in get_args(annotation) if (model := _model_in(inner))), None)

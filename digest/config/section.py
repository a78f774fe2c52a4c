"""What all sections of config.yaml are made of."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    SecretStr,
    StringConstraints,
    WithJsonSchema,
)

from digest.config.values import read_file, read_folder, read_line

PATH = {"type": "string", "minLength": 1}
_SECRET = {"type": "string", "pattern": r"^\$\{[A-Za-z_][A-Za-z0-9_]*\}$"}

Line = Annotated[str, StringConstraints(min_length=1), AfterValidator(read_line)]
FolderPath = Annotated[Path, BeforeValidator(read_folder), WithJsonSchema(PATH)]
ExistingFile = Annotated[Path, BeforeValidator(read_file), WithJsonSchema(PATH)]
Secret = Annotated[SecretStr, WithJsonSchema(_SECRET)]
#: a name of the user's choice for a schedule or an engine
Name = Annotated[str, StringConstraints(pattern=r"^[\w-]+$")]


class Section(BaseModel):
    """Frozen, refuses unknown keys, and never prints what was typed (it may be a secret)."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, use_attribute_docstrings=True)

"""The section ``operation:`` of config.yaml."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, WithJsonSchema

from digest.config.section import FolderPath, Section
from digest.config.values import read_address

_ADDRESS = Annotated[str, AfterValidator(read_address), WithJsonSchema({"type": "string", "pattern": "@"})]


class OperationSettings(Section):
    """Who looks after the program, and how it is watched."""

    operator: _ADDRESS | None = None
    """Address that gets a short letter when an edition is due and nobody gets mail, saying why."""
    letters: Literal["silence", "always", "never"] = "silence"
    """silence: when nobody got mail, or a mail is held or failed; always: after every edition; never."""
    metrics: FolderPath | None = None
    """File for Prometheus (textfile collector), written once a minute by digest start."""

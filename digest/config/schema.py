"""JSON Schema of config.yaml for editors: ``python -m digest.config.schema`` writes config.schema.json.

The schema checks shapes and names as one types; the loader knows more (zones, addresses, queries, what fits together).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from digest.config.settings import Settings

FILE_NAME = "config.schema.json"


def schema() -> dict[str, Any]:
    """The schema as JSON Schema 2020-12."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **Settings.model_json_schema(by_alias=True)}


def schema_text() -> str:
    """The exact text of config.schema.json."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    Path(FILE_NAME).write_text(schema_text(), encoding="utf-8")

"""Changes that a command makes to config.yaml: small, comments kept, and never a file that does not load."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from digest.config.document import read_yaml
from digest.config.loader import load
from digest.errors import ConfigError


def set_engines(path: Path, names: Sequence[str], *, env: Mapping[str, str] = os.environ) -> None:
    """Write the chain of translation engines. ConfigError, and nothing is changed, if the file would not load then."""
    before = path.read_bytes().decode("utf-8-sig")
    after = _with_engines(before, names)
    old, new = read_yaml(before).data, read_yaml(after).data
    if _without_engines(old) != _without_engines(new):
        raise ConfigError(
            f"cannot be edited without other changes: write engines: [{', '.join(names)}]", subject=str(path)
        )
    fresh = path.with_name(f".{path.name}.new")
    try:
        fresh.write_text(after, encoding="utf-8", newline="\r\n" if "\r\n" in before else "\n")
        fresh.chmod(path.stat().st_mode & 0o777)
        try:
            load(fresh, env=env)
        except ConfigError as error:
            raise ConfigError(str(error).replace(str(fresh), str(path)) + "\nnothing was changed") from error
        fresh.replace(path.resolve())
    except OSError as error:
        raise ConfigError(f"cannot be written: {error.strerror}", subject=str(path)) from error
    finally:
        fresh.unlink(missing_ok=True)


def _with_engines(text: str, names: Sequence[str]) -> str:
    from ruamel.yaml import YAML  # noqa: PLC0415
    from ruamel.yaml.comments import CommentedMap, CommentedSeq  # noqa: PLC0415

    yaml = YAML()  # the round trip: comments, quotes and order stay
    yaml.preserve_quotes = True
    yaml.width = 1_000_000
    indented = re.search(r"^( +)- ", text, re.MULTILINE) is not None
    yaml.indent(mapping=2, sequence=4 if indented else 2, offset=2 if indented else 0)
    data: Any = yaml.load(text)
    if not isinstance(data.get("translation"), CommentedMap):
        data["translation"] = CommentedMap()
    section = data["translation"]
    if not isinstance(section.get("engines"), CommentedSeq):  # one that is there keeps the comment beside it
        section.pop("engines", None)
        section.insert(0, "engines", CommentedSeq())
    section["engines"][:] = list(names)
    section["engines"].fa.set_flow_style()
    stream = io.StringIO()
    yaml.dump(data, stream)
    return stream.getvalue()


def _without_engines(data: Any) -> Any:
    section = {key: value for key, value in (data.get("translation") or {}).items() if key != "engines"}
    return {**data, "translation": section}

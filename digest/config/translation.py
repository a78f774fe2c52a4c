"""The section ``translation:`` of config.yaml: which engines turn Chinese into English, and in which order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, WithJsonSchema

from digest.config.section import PATH, ExistingFile, FolderPath, Line, Name, Secret, Section
from digest.config.values import read_file
from digest.translate.spec import EngineSpec, Format, Kind

#: the engine that needs no settings: the model that ``digest engine install`` put into the state folder
BUILT_IN = "ct2"
#: the rules of this program; they are always there, after all engines
RULES = "officialese"
_HAN = re.compile(r"[㐀-鿿]")
_SLOW, _QUICK = 120.0, 30.0


def read_url(value: str) -> str:
    """Check the address of a service: http or https, a host, and no password inside."""
    url = value.strip().rstrip("/")
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        good = False
    if not good or any(char.isspace() for char in url):
        raise ValueError("write an address that begins with http:// or https://, as in http://127.0.0.1:5000")
    if parts.username is not None or parts.password is not None:
        raise ValueError("a password must not stand in an address: write key or key_file")
    return url


def read_terms(value: Any, info: ValidationInfo) -> tuple[tuple[str, str], ...]:
    """Read a table of terms, one on each line: Chinese, tab, English, and if you like tab and a note.

    A line that begins with # is a comment.
    """
    path = read_file(value, info)
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (UnicodeDecodeError, OSError) as error:
        raise ValueError(f"{path} cannot be read as UTF-8 text: save it as UTF-8") from error
    found: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        zh, en, *_ = [*(" ".join(cell.split()) for cell in line.split("\t")), ""]
        if not zh or not en:
            raise ValueError(f"{path}, line {number}: write the Chinese, a tab and the English")
        if not _HAN.search(zh):
            raise ValueError(f"{path}, line {number}: the first column is not Chinese: is the file saved as UTF-8?")
        if found.setdefault(zh, en) != en:
            raise ValueError(f"{path}, line {number}: {zh} stands there twice, with different English")
    return tuple(found.items())


Url = Annotated[str, AfterValidator(read_url), WithJsonSchema({"type": "string", "pattern": "^https?://"})]
TermsFile = Annotated[tuple[tuple[str, str], ...], BeforeValidator(read_terms), WithJsonSchema(PATH)]


class EngineSettings(Section):
    """One translation engine."""

    kind: Literal["ct2", "libretranslate", "deepl", "chat"]
    """ct2: a downloaded model on this machine; chat: a language model with the interface of OpenAI, like Ollama."""
    url: Url | None = None
    """Address of the server; chat: with its version, as in http://127.0.0.1:11434/v1."""
    key: Secret | None = None
    """Only as "${NAME}", read from the environment: a key in this file would be read by others."""
    key_file: ExistingFile | None = None
    """Or: a file that holds only the key."""
    model: Line | None = None
    """chat: name of the model; ct2: the installed pair, by default zh-en."""
    folder: FolderPath | None = None
    """ct2: an Argos package folder that lies elsewhere, instead of an installed model."""
    timeout_seconds: Annotated[float, Field(ge=1, le=3600)] | None = None
    """Seconds to wait for an answer; by default 30, chat 120."""
    threads: Annotated[int, Field(ge=0, le=256)] = 0
    """ct2: threads of one translation; 0 takes as many as the machine has, at most 4."""
    batch_size: Annotated[int, Field(ge=1, le=200)] = 20
    """chat: texts of one request."""
    response_format: Literal["json_schema", "json_object", "text"] = "json_schema"
    """chat: how the model is told to answer in JSON; a server that refuses json_schema is asked for json_object."""

    def spec(self, name: str, state_dir: Path) -> EngineSpec:
        """Say the same in the words of the translation room."""
        return EngineSpec(
            name=name,
            kind=Kind(self.kind),
            state_dir=state_dir,
            url=self.url,
            key=self.key.get_secret_value() if self.key else None,
            model=self.model,
            folder=self.folder,
            timeout_seconds=self.timeout_seconds or (_SLOW if self.kind == "chat" else _QUICK),
            threads=self.threads,
            batch_size=self.batch_size,
            response_format=Format(self.response_format),
        )


class TranslationSettings(Section):
    """How Chinese becomes English; without engines, by the rules of this program alone."""

    engines: tuple[Name, ...] = ()
    """Names of engines in the order in which they are asked; the rules of this program always come last."""
    engine_settings: dict[Name, EngineSettings] = Field(default_factory=dict)
    """The engines there are, each under a name of your choice; ct2 needs no settings."""
    max_chars_per_run: Annotated[int, Field(ge=0)] = 200_000
    """Chinese characters that one run may give to engines that cost money."""
    terms: TermsFile | None = None
    """File with a term on each line: Chinese, tab, English, and if you like tab and a note; engines keep to it."""
    package_index: Url | None = None
    """List of models to install, in the form of Argos; by default $ARGOS_PACKAGE_INDEX, else that of Argos."""

    def known(self) -> Mapping[str, EngineSettings]:
        """All engines that can be named."""
        return {BUILT_IN: EngineSettings(kind="ct2"), **self.engine_settings}

    def specs(self, state_dir: Path) -> tuple[EngineSpec, ...]:
        """The engines to ask, in their order."""
        known = self.known()
        return tuple(known[name].spec(name, state_dir) for name in self.engines)

"""Every error a user can meet, in one tree.

    DigestError                      exit code 1 unless a branch says otherwise
    ├── ConfigError                  2   config.yaml is wrong; carries file and line
    ├── QueryError                   2   a keyword query does not parse; carries the column
    ├── UnknownDirective             2   no directive has this id, or several have
    ├── DocumentError                3   one document cannot be read; the others go on
    │   ├── EmptyDocument                nothing in it
    │   ├── HugeDocument                 more bytes than ingest.max_bytes
    │   └── BinaryDocument               not text in any encoding we know
    ├── StoreError                   1   the state cannot be used
    │   ├── UnknownSchema                written by another version of digest
    │   └── StoreLocked              75  another run is writing
    ├── EngineError                  3   a translation engine can do nothing at all; another one is asked
    │   ├── EngineUnavailable            no network, or no answer after retries
    │   └── EngineRefused                its key is wrong, or its quota is used up
    ├── RenderError                  1   a template is missing or broken
    └── MailError                    4   nothing can be sent
        ├── BadAddress                   an address that must not be put on the wire
        └── TransportUnusable            the account, its certificate or its password is refused

The message rule: an error without an explicit message says its class docstring, so none can be undocumented; one with a
``subject`` (a file, a line, an address) says ``subject: message``.
"""

from __future__ import annotations

from typing import ClassVar


class DigestError(Exception):
    """Something went wrong."""

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str | None = None, *, subject: str | None = None) -> None:
        self.message = message or (self.__doc__ or "").strip().rstrip(".")
        self.subject = subject
        super().__init__(self.message)

    def __str__(self) -> str:
        return f"{self.subject}: {self.message}" if self.subject else self.message


class ConfigError(DigestError):
    """The configuration cannot be used."""

    exit_code = 2


class QueryError(DigestError):
    """The keyword query does not parse."""

    exit_code = 2


class UnknownDirective(DigestError):
    """No directive has this id."""

    exit_code = 2


class DocumentError(DigestError):
    """The document cannot be read."""

    exit_code = 3


class EmptyDocument(DocumentError):
    """The document is empty."""


class HugeDocument(DocumentError):
    """The document is larger than the limit."""


class BinaryDocument(DocumentError):
    """The document is not text."""


class StoreError(DigestError):
    """The state cannot be used."""


class UnknownSchema(StoreError):
    """The state was written by another version of digest."""


class StoreLocked(StoreError):
    """Another run is using the state."""

    exit_code = 75


class EngineError(DigestError):
    """The translation engine failed."""

    exit_code = 3


class EngineUnavailable(EngineError):
    """The translation engine does not answer."""


class EngineRefused(EngineError):
    """The translation engine refuses to work."""


class RenderError(DigestError):
    """A template is missing or broken."""


class MailError(DigestError):
    """Nothing can be sent."""

    exit_code = 4


class BadAddress(MailError):
    """The address must not be put on the wire."""


class TransportUnusable(MailError):
    """The mail account cannot be used."""

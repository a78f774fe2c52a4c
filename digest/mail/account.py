"""A mail account as values: where it is, how it is reached, and what must never happen to its password."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from digest.errors import TransportUnusable
from digest.mail.address import domain_of, normalise_address
from digest.mail.oauth import OAuth
from digest.mail.pace import Limits

Security = Literal["starttls", "tls", "none"]


@dataclass(frozen=True, kw_only=True, slots=True)
class SmtpAccount:
    """An SMTP submission account. A combination that would give the password away raises ``TransportUnusable``."""

    host: str
    #: 587 for ``starttls``, 465 for ``tls``, as a rule
    port: int
    from_address: str
    #: the name to log in with, often not the From address; None: no login
    username: str | None = None
    password: str | None = field(default=None, repr=False)
    #: instead of a password
    oauth: OAuth | None = None
    limits: Limits = field(default_factory=Limits)
    #: how many connections may send at the same time
    connections: int = 1
    #: ``none`` only to this machine itself, and never with a password
    security: Security = "starttls"
    #: PEM; the only certificates trusted when given, else those of the system
    ca_file: Path | None = None
    #: seconds to connect and for each command
    timeout: float = 60.0
    #: the name given in EHLO; the From domain when None
    local_hostname: str | None = None

    def __post_init__(self) -> None:
        """Check the combination."""
        object.__setattr__(self, "from_address", normalise_address(self.from_address))
        if self.security not in {"starttls", "tls", "none"}:
            self._refuse(f"the connection can be starttls, tls or none, not {self.security!r}")
        if self.security == "none" and not _is_loopback(self.host):
            self._refuse("an unencrypted connection is only allowed to this machine itself; use starttls or tls")
        secrets = [secret for secret in (self.password, self.oauth) if secret is not None]
        if self.security == "none" and secrets:
            self._refuse("the password would travel unencrypted; use starttls or tls")
        if len(secrets) != (self.username is not None):
            self._refuse("a user name and a password (or OAuth2, not both) are needed together, or neither")

    @property
    def ehlo_name(self) -> str:
        """The name given in EHLO."""
        return self.local_hostname or domain_of(self.from_address)

    def _refuse(self, message: str) -> None:
        raise TransportUnusable(message, subject=f"{self.host}:{self.port}")


def _is_loopback(host: str) -> bool:
    try:
        return host.lower() == "localhost" or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False

"""Who sends: the constants of every message, and the stable identifiers made from them. Pure."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
from dataclasses import dataclass, field

from digest.errors import MailError
from digest.mail.address import domain_of, normalise_address, normalise_domain

_DOT_ATOM = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*")
#: An https URL without what a header could not carry verbatim; with the token it stays far below 998 octets.
_HTTPS_URL = re.compile(r"https://[!#-;=?-~]{1,800}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Dkim:
    """The key that signs for a domain (RFC 6376); its public half is at ``selector._domainkey.domain``."""

    domain: str
    selector: str
    #: RSA private key, PEM (PKCS#1 or PKCS#8)
    private_key: bytes = field(repr=False)

    def __post_init__(self) -> None:
        """Normalise the domain."""
        object.__setattr__(self, "domain", normalise_domain(self.domain))
        if not _DOT_ATOM.fullmatch(self.selector):
            raise MailError("is not a DKIM selector", subject=self.selector)


@dataclass(frozen=True, kw_only=True, slots=True)
class Sender:
    """Everything about a message that does not depend on its reader. Addresses are normalised on the way in."""

    #: the From address
    address: str
    #: keeps tokens unguessable and Message-IDs stable: at least 16 bytes, the same for the life of the state
    secret_key: bytes = field(repr=False)
    name: str | None = None
    reply_to: str | None = None
    #: ``digest`` gives ``digest.<From domain>``; a value with a dot is taken whole (RFC 2919)
    list_id: str = "digest"
    #: the list's name for people; the sender's name when None
    list_name: str | None = None
    #: where a request to be taken off the list is mailed (RFC 2369)
    unsubscribe_mailbox: str | None = None
    #: https only; ``/TOKEN`` is appended; makes one-click unsubscription (RFC 8058)
    unsubscribe_url: str | None = None
    #: bounces go to ``local+TOKEN@domain`` of this mailbox (VERP); to the From address when None
    bounce_mailbox: str | None = None
    dkim: Dkim | None = None

    def __post_init__(self) -> None:
        """Normalise, and refuse what would make every message wrong: ``BadAddress`` or ``MailError``."""
        object.__setattr__(self, "address", normalise_address(self.address))
        for name in ("reply_to", "unsubscribe_mailbox", "bounce_mailbox"):
            if (value := getattr(self, name)) is not None:
                object.__setattr__(self, name, normalise_address(value))
        if "." not in self.list_id:
            object.__setattr__(self, "list_id", f"{self.list_id}.{self.domain}")
        if not _DOT_ATOM.fullmatch(self.list_id):
            raise MailError("is not a list identifier: letters, digits, hyphens and dots", subject=self.list_id)
        if self.unsubscribe_url is not None and not _HTTPS_URL.fullmatch(self.unsubscribe_url):
            raise MailError("the unsubscribe address must begin with https://", subject=self.unsubscribe_url)
        if len(self.secret_key) < 16:
            raise MailError("the secret key for tokens is shorter than 16 bytes")

    @property
    def domain(self) -> str:
        """The domain of the From address."""
        return domain_of(self.address)


def message_id(sender: Sender, edition: str, email: str) -> str:
    """``<edition.token@domain>``: the same for the same edition and reader, unlike any other (RFC 5322 3.6.4)."""
    reader = normalise_address(email)
    return f"<{slug(edition)}.{_token(sender.secret_key, 'mid', edition, reader)}@{sender.domain}>"


def unsubscribe_token(secret_key: bytes, email: str, generation: int = 0) -> str:
    """24 characters that stand for one reader, the same in every edition. One-way: look it up, do not decode it.

    ``generation`` counts how often the reader came back: what was sent before no longer takes them off the list.
    """
    again = (str(generation),) if generation else ()
    return _token(secret_key, "unsub", normalise_address(email), *again)


def bounce_token(secret_key: bytes, edition: str, email: str) -> str:
    """24 characters that stand for one message: the envelope sender tells from it which one bounced."""
    return _token(secret_key, "bounce", edition, normalise_address(email))


def slug(text: str) -> str:
    """At most 32 ASCII letters, digits and hyphens of a name, for identifiers that people read.

    >>> slug("daily:2026-11-22"), slug("每日")
    ('daily-2026-11-22', 'edition')
    """
    return re.sub(r"[^A-Za-z0-9]+", "-", text)[:32].strip("-") or "edition"


def _token(secret_key: bytes, *parts: str) -> str:
    """Lower-case base32: servers fold the case of local parts, which would kill base64."""
    digest = hmac.digest(secret_key, "\0".join(parts).encode("utf-8"), hashlib.sha256)
    return base64.b32encode(digest[:15]).decode("ascii").lower()

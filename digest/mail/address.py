"""What an e-mail address may look like before it is put on the wire. Pure; stdlib and idna only."""

from __future__ import annotations

import re

from digest.errors import BadAddress

#: RFC 5322 3.2.3 dot-atom. Quoted local parts are legal and used by nobody; SMTPUTF8 would be needed end to end.
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
#: RFC 1123 2.1 host label
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")


def normalise_address(text: str) -> str:
    """``local@domain`` as it goes on the wire: trimmed, domain in lower-case A-labels (IDNA 2008 with UTS 46).

    The local part keeps its case: RFC 5321 2.4 leaves it to the receiver. Raises ``BadAddress`` for anything that is
    not one bare ASCII mailbox: no ``@``, CR, LF, NUL, space, ``<``, ``>``, a comma, a non-ASCII local part, a name
    with it, an address literal, more than 64 (local) or 254 characters (RFC 5321 4.5.3.1, RFC 3696 erratum 1690).
    """
    local, at, domain = text.strip().rpartition("@")
    if not at:
        raise BadAddress("is not an e-mail address: there is no @ in it", subject=_shown(text))
    if not _LOCAL.fullmatch(local) or len(local) > 64:
        raise BadAddress("is not an e-mail address: what stands before the @ cannot be mailed to", subject=_shown(text))
    address = f"{local}@{normalise_domain(domain, shown=text)}"
    if len(address) > 254:
        raise BadAddress("is longer than an e-mail address may be (254)", subject=_shown(text))
    return address


def normalise_domain(domain: str, *, shown: str | None = None) -> str:
    """Lower-case A-labels of a mail domain; ``BadAddress`` (naming ``shown``) when it is not a host name."""
    ascii_domain = domain.lower()
    if not ascii_domain.isascii():
        import idna  # noqa: PLC0415  40 ms, and most domains are ASCII

        try:
            ascii_domain = idna.encode(domain, uts46=True).decode("ascii").lower()
        except (idna.IDNAError, UnicodeError) as error:
            raise BadAddress(f"has a domain that does not exist: {error}", subject=_shown(shown or domain)) from error
    if not all(_LABEL.fullmatch(label) for label in ascii_domain.split(".")) or len(ascii_domain) > 253:
        raise BadAddress("has no usable domain", subject=_shown(shown or domain))
    return ascii_domain


def domain_of(address: str) -> str:
    """The part after the last ``@``."""
    return address.rpartition("@")[2]


def _shown(text: str) -> str:
    """The address as one short printable line, for a message."""
    return ascii(text)[1:-1][:80] if not text.isprintable() else text[:80]

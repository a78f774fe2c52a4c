"""DKIM (RFC 6376): rsa-sha256, relaxed/relaxed, with over-signed headers. Same message, same signature."""

from __future__ import annotations

import functools
from datetime import datetime
from typing import Any

from digest.errors import MailError
from digest.mail.sender import Dkim

#: Named once more than they occur, so that nobody can add a second one (RFC 6376 8.15).
_OVERSIGNED = ("from", "to", "subject", "date", "message-id", "reply-to")
#: Named where they occur; RFC 8058 wants both List-Unsubscribe fields covered.
_SIGNED = (
    "mime-version",
    "content-type",
    "content-transfer-encoding",
    "list-id",
    "list-unsubscribe",
    "list-unsubscribe-post",
    "feedback-id",
    "auto-submitted",
)


def sign(raw: bytes, dkim_key: Dkim, date: datetime) -> bytes:
    """The message with a DKIM-Signature on top, its ``t=`` taken from ``date`` (aware). ``MailError``: bad key."""
    import dkim  # noqa: PLC0415  0.15 s, and most senders leave signing to their provider

    signer = _signer_class()(raw, linesep=b"\r\n")
    signer.stamp = str(int(date.timestamp())).encode("ascii")
    try:
        signature: bytes = signer.sign(
            dkim_key.selector.encode("ascii"),
            dkim_key.domain.encode("ascii"),
            dkim_key.private_key.replace(b"\r\n", b"\n"),  # dkimpy finds no key between CRLFs
            canonicalize=(b"relaxed", b"relaxed"),
            include_headers=_signed_names(raw),
        )
    except (dkim.DKIMException, ValueError, TypeError, IndexError) as error:
        subject = f"{dkim_key.selector}._domainkey.{dkim_key.domain}"
        raise MailError(
            f"the DKIM key cannot be used, an RSA key in PEM is needed: {error}", subject=subject
        ) from error
    return signature + raw


def _signed_names(raw: bytes) -> list[bytes]:
    head = raw.partition(b"\r\n\r\n")[0]
    present = [
        line.partition(b":")[0].lower().decode("ascii") for line in head.split(b"\r\n") if line[:1] not in b" \t"
    ]
    names = [name for name in _OVERSIGNED for _ in range(present.count(name) + 1)]
    names += [name for name in _SIGNED if name in present]
    return [name.encode("ascii") for name in names]


@functools.cache
def _signer_class() -> type[Any]:
    import dkim  # noqa: PLC0415  as in sign()

    class FixedTimeSigner(dkim.DKIM):  # type: ignore[misc]  # untyped
        """dkimpy reads the clock for ``t=``; a retry must repeat the bytes."""

        stamp: bytes

        def gen_header(self, fields: list[tuple[bytes, bytes]], *args: Any, **kwargs: Any) -> Any:
            fields[:] = [(tag, self.stamp if tag == b"t" else value) for tag, value in fields]
            return super().gen_header(fields, *args, **kwargs)

    return FixedTimeSigner

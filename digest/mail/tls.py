"""Verified TLS for every connection of the mail room."""

from __future__ import annotations

import ssl
from pathlib import Path

from digest.errors import TransportUnusable


def tls_context(ca_file: Path | None) -> ssl.SSLContext:
    """Certificate and host name verified, TLS 1.2 or later; ``ca_file`` (PEM) is the only authority when given."""
    try:
        context = ssl.create_default_context(cafile=ca_file)
    except OSError as error:
        reason = f"the file of trusted certificates cannot be read: {error.strerror or error}"
        raise TransportUnusable(reason, subject=str(ca_file)) from error
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context

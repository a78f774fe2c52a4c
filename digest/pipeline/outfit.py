"""From settings to the things that act: the sender of all messages and the transport that carries them."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from digest.config import Settings
from digest.errors import ConfigError, StoreError
from digest.mail import Dkim, Maildir, Sender, SmtpAccount, Transport

KEY_BYTES = 32


def make_sender(settings: Settings, *, secret: bytes | None = None) -> Sender:
    """The constants of every message. The secret behind Message-IDs is made once and kept with the state."""
    mail = settings.mail
    dkim = None
    if mail.dkim:
        key = mail.dkim.key_file.read_bytes()
        dkim = Dkim(domain=mail.dkim.domain, selector=mail.dkim.selector, private_key=key)
    return Sender(
        address=mail.sender.address,
        name=mail.sender.name,
        secret_key=secret or _secret(settings.state_dir),
        reply_to=mail.reply_to,
        list_name=mail.list_name,
        unsubscribe_mailbox=mail.unsubscribe,
        dkim=dkim,
    )


def make_transport(settings: Settings) -> Transport:
    """The transport of config.yaml. ConfigError if smtp is chosen and no account is given."""
    if settings.mail.transport == "maildir":
        return Maildir(settings.mail.maildir)
    smtp = settings.mail.smtp
    if smtp is None:
        raise ConfigError("mail.smtp is missing: transport smtp needs an account", subject=str(settings.path))
    from digest.mail.smtp import SmtpTransport  # noqa: PLC0415 - loads yagmail

    return SmtpTransport(
        SmtpAccount(
            host=smtp.host,
            port=smtp.effective_port,
            from_address=settings.mail.sender.address,
            username=smtp.username,
            password=smtp.secret(),
            security=smtp.security,
            ca_file=smtp.ca_file,
        )
    )


def _secret(state_dir: Path) -> bytes:
    """The secret of this installation, written once: a new one would change every Message-ID."""
    path = state_dir / "secret.key"
    state_dir.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        secret = path.read_bytes()
        if len(secret) < KEY_BYTES:
            raise StoreError("is damaged: restore it from a copy of the state folder", subject=str(path)) from None
        return secret
    with os.fdopen(handle, "wb") as file:
        secret = secrets.token_bytes(KEY_BYTES)
        file.write(secret)
        file.flush()
        os.fsync(file.fileno())
    return secret

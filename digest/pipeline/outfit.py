"""From settings to the things that act: the sender of all messages and the transport that carries them."""

from __future__ import annotations

import json
import logging
import os
import secrets
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from digest.config import Settings
from digest.errors import ConfigError, StoreError
from digest.mail import Dkim, Limits, Maildir, OAuth, Sender, Sendmail, SmtpAccount, Transport, limits_of
from digest.mail.doubts import PostfixLog, SentFolder, Witness
from digest.mail.imap import ImapAccount
from digest.pipeline.deliver import Policy

log = logging.getLogger(__name__)

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
        unsubscribe_url=mail.unsubscribe_url,
        bounce_mailbox=mail.bounce,
        dkim=dkim,
    )


def make_transport(settings: Settings) -> Transport:
    """The transport of config.yaml. ConfigError if smtp is chosen and no account is given."""
    if settings.mail.transport == "maildir":
        return Maildir(settings.mail.maildir)
    if settings.mail.transport == "sendmail":
        return Sendmail(settings.mail.sendmail)
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
            oauth=_oauth(smtp.oauth_file) if smtp.oauth_file else None,
            security=smtp.security,
            ca_file=smtp.ca_file,
            limits=limits(settings),
            connections=smtp.connections,
        )
    )


def make_policy(settings: Settings, *, patient: bool = False) -> Policy:
    """How deliveries are made; ``patient`` for the daemon."""
    hours = settings.mail.give_up_hours
    return Policy(
        limits=limits(settings),
        witness=_witness(settings),
        give_up=timedelta(hours=hours) if hours else None,
        patient=patient,
    )


def limits(settings: Settings) -> Limits:
    """What the provider accepts, and what config.yaml says instead."""
    smtp = settings.mail.smtp
    if settings.mail.transport != "smtp" or smtp is None:
        return Limits()
    known = limits_of(smtp.host, settings.mail.sender.address)
    return replace(
        known,
        per_minute=smtp.per_minute or known.per_minute,
        per_day=smtp.per_day or known.per_day,
        per_domain_minute=smtp.per_domain_minute,
    )


def imap_account(settings: Settings) -> ImapAccount | None:
    """The mailbox of ``mail.inbox``, with the login of ``mail.smtp`` where it has none; None without one."""
    inbox, smtp = settings.mail.inbox, settings.mail.smtp
    if inbox is None:
        return None
    username = inbox.username or (smtp.username if smtp else None)
    password = _password(inbox.password_file) if inbox.password_file else (smtp.secret() if smtp else None)
    if username is None or password is None:
        raise ConfigError("mail.inbox needs a username and a password_file", subject=str(settings.path))
    return ImapAccount(
        host=inbox.host,
        port=inbox.effective_port,
        username=username,
        password=password,
        security=inbox.security,
        ca_file=inbox.ca_file or (smtp.ca_file if smtp else None),
    )


def _witness(settings: Settings) -> Witness | None:
    """Who knows what became of a message whose answer was lost."""
    smtp, inbox = settings.mail.smtp, settings.mail.inbox
    if settings.mail.transport == "maildir":
        return None  # the folder itself can be asked
    if smtp and smtp.postfix_log:
        return PostfixLog(smtp.postfix_log)
    try:
        account = imap_account(settings) if inbox and inbox.sent else None
    except ConfigError as error:  # mail can go out without a witness
        log.warning("nobody can be asked what became of mail: %s", error)
        return None
    return SentFolder(account, inbox.sent) if account and inbox and inbox.sent else None


def _password(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError("cannot be read as UTF-8 text", subject=str(path)) from error


def _oauth(path: Path) -> OAuth:
    """The JSON file of ``oauth_file``; its content is never shown."""
    try:
        found = json.loads(path.read_text(encoding="utf-8-sig"))
        return OAuth(
            token_url=found["token_url"],
            client_id=found["client_id"],
            client_secret=found.get("client_secret"),
            refresh_token=found["refresh_token"],
        )
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise ConfigError("is not a JSON object", subject=str(path)) from error
    except KeyError as error:
        raise ConfigError(f"{error.args[0]} is missing", subject=str(path)) from None


def _secret(state_dir: Path) -> bytes:
    """The secret of this installation, written once: a new one would change every Message-ID."""
    path = state_dir / "secret.key"
    state_dir.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        _write_secret(path)
    secret = path.read_bytes()
    if len(secret) < KEY_BYTES:
        raise StoreError("is damaged: restore it from a copy of the state folder", subject=str(path))
    return secret


def _write_secret(path: Path) -> None:
    """Whole or not at all, and never over another: a run may die here, two may be here at once."""
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(secrets.token_bytes(KEY_BYTES))
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    except OSError:  # a file system without links
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)

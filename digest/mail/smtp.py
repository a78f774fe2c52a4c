"""A mail account over SMTP (RFC 5321): yagmail connects, secures and logs in; every transaction is our own.

``yagmail.send`` is never used: after a read time-out it sends the same message again, up to three copies, and its
result tells success, failure and partial refusal apart badly. Importing this module imports yagmail (0.2 s).
"""

from __future__ import annotations

import smtplib
import ssl
import time
from collections.abc import Callable
from typing import Any, NoReturn, Self

import yagmail

from digest.errors import TransportUnusable
from digest.mail.account import SmtpAccount
from digest.mail.oauth import Tokens, xoauth2
from digest.mail.outcome import Outcome, OutcomeKind, classify
from digest.mail.tls import tls_context
from digest.mail.transport import Envelope

#: Replies that mean "log in first" or "not with this login" (RFC 4954 6): the account's fault, never the reader's.
_LOGIN_WANTED = frozenset({530, 534, 535, 538})
#: RFC 1870 6.1: the message is too big; that is the message's fault.
_TOO_BIG = 552


class SmtpTransport(yagmail.SMTP):  # type: ignore[misc]  # untyped
    """One connection at a time, kept while it is good, one recipient per transaction."""

    name = "smtp"
    #: smtplib's connection, None when there is none; yagmail's attribute
    smtp: Any
    #: RFC 5321 4.5.3.2.6: how long the answer to the final dot may take, seconds. A shorter wait manufactures doubt.
    dot_timeout = 600.0
    #: Some hosts (163) count messages per connection.
    max_messages: int
    #: seconds
    max_age = 300.0
    #: seconds without a command after which the connection must prove that it lives
    max_idle = 30.0

    def __init__(self, account: SmtpAccount, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        options: dict[str, Any] = {"smtp_starttls": False, "smtp_ssl": account.security == "tls"}
        if account.security == "tls":
            options["context"] = tls_context(account.ca_file)
        elif account.security == "starttls":
            options["smtp_starttls"] = {"context": tls_context(account.ca_file)}
        super().__init__(
            user=account.from_address,
            password=account.password or "",  # None would make yagmail ask on the terminal
            host=account.host,
            port=account.port,
            smtp_skip_login=account.password is None,
            soft_email_validation=False,
            timeout=account.timeout,
            local_hostname=account.ehlo_name,
            **options,
        )
        self.set_logging(None)
        self.account = account
        self.max_messages = account.limits.per_connection
        self._tokens = Tokens(account.oauth, tls_context(account.ca_file)) if account.oauth else None
        self._monotonic = monotonic
        self._messages = 0
        self._opened = self._used = 0.0

    def __enter__(self) -> Self:
        """Use it in a ``with`` block: closed politely at the end."""
        return self

    def send(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        """Not for use: yagmail repeats a message after a time-out."""
        raise TypeError("use deliver(): yagmail's send() repeats a message after a time-out")

    @property
    def where(self) -> str:
        """The host, and whose account it is: that of the From address without a login."""
        return f"{self.account.host} as {self.account.username or self.account.from_address}"

    @property
    def connections(self) -> int:
        """How many may work at the same time, by the account and what its provider accepts."""
        return min(self.account.connections, self.account.limits.connections or self.account.connections)

    def another(self) -> Self:
        """A second one to work beside this one, with a connection of its own."""
        return type(self)(self.account, monotonic=self._monotonic)

    def check(self) -> None:
        """Log in and out; ``TransportUnusable`` says what is wrong, also when the server cannot be reached."""
        try:
            self.login()
        except OSError as error:
            raise TransportUnusable(f"cannot be reached: {_words(error)}", subject=self._where) from error
        self.close()

    def login(self) -> None:
        """Make sure that a good, logged-in connection is open.

        Raises ``TransportUnusable`` when the account, its certificate or its password is refused, and ``OSError``
        (smtplib's errors included) when the server cannot be reached or is not ready.
        """
        if self._is_good():
            return
        self.close()
        try:
            # yagmail logs in with the From address; the account's own name often differs
            self.user = self.account.username or self.account.from_address
            super().login()
            if self._tokens:
                self._log_in_with(self._tokens)
        except BaseException as error:
            self._drop()
            if (reason := _account_fault(error)) is not None:
                raise TransportUnusable(reason, subject=self._where) from error
            raise
        finally:
            self.user = self.account.from_address
        self._messages = 0
        self._opened = self._used = self._monotonic()

    def _log_in_with(self, tokens: Tokens) -> None:
        """SASL XOAUTH2, its answer checked. A refusal comes as 334 with the reason, then 535 after an empty line."""
        token = tokens.access_token()
        code, reply = self.smtp.docmd("AUTH", f"XOAUTH2 {xoauth2(self.user, token)}")
        if code == 334:
            code, reply = self.smtp.docmd("")
        if code != 235:
            tokens.forget()
            raise smtplib.SMTPAuthenticationError(code, reply)

    def deliver(self, envelope: Envelope, before_dot: Callable[[], None]) -> Outcome:
        """One transaction (RFC 5321 3.3). ``TransportUnusable`` when the account is at fault: nothing was sent."""
        try:
            return self._deliver(envelope, before_dot)
        except BaseException:
            self._drop()  # hard: a QUIT could end up inside a body that the server is waiting for
            raise

    def close(self) -> None:
        """Say QUIT and close; the next delivery connects anew."""
        self.is_closed = True
        connection, self.smtp = self.smtp, None
        if connection is None or connection.sock is None:
            return
        try:
            connection.quit()
        except OSError:
            connection.close()

    @property
    def _where(self) -> str:
        return f"{self.account.host}:{self.account.port}"

    def _drop(self) -> None:
        """Close without a word."""
        self.is_closed = True
        connection, self.smtp = self.smtp, None
        if connection is not None:
            connection.close()

    def _is_good(self) -> bool:
        now = self._monotonic()
        if self.smtp is None or self.smtp.sock is None:
            return False
        if self._messages >= self.max_messages or now - self._opened > self.max_age:
            return False
        if now - self._used <= self.max_idle:
            return True
        try:
            return bool(self.smtp.noop()[0] == 250)
        except OSError:
            return False

    def _deliver(self, envelope: Envelope, before_dot: Callable[[], None]) -> Outcome:
        try:
            self.login()
            refusal = self._open_transaction(envelope)
        except OSError as error:
            self._drop()
            return Outcome(kind=OutcomeKind.NOT_SENT, code=getattr(error, "smtp_code", None), detail=_words(error))
        if refusal is not None:
            return refusal
        before_dot()
        return self._transmit(envelope.raw)

    def _open_transaction(self, envelope: Envelope) -> Outcome | None:
        """MAIL, RCPT, DATA; None when the server asks for the body, else its refusal."""
        smtp = self.smtp
        self._messages += 1
        smtp.ehlo_or_helo_if_needed()
        size = [f"SIZE={len(envelope.raw)}"] if smtp.has_extn("size") else []
        code, reply = smtp.mail(envelope.mail_from, size)
        if code != 250:
            return self._refused("MAIL", code, reply)
        code, reply = smtp.rcpt(envelope.rcpt)
        if code not in {250, 251}:
            return self._refused("RCPT", code, reply)
        code, reply = smtp.docmd("DATA")
        if code != 354:
            return self._refused("DATA", code, reply)
        return None

    def _refused(self, command: str, code: int, reply: bytes) -> Outcome:
        text = _text(reply)
        # A reply that is no refusal at all ("252" to RCPT) must not be read as acceptance of the message.
        is_refusal = 400 <= code < 600
        if code == 421 or not is_refusal:
            self._drop()
        else:
            self._reset()
        kind = classify(code, text) if is_refusal else OutcomeKind.TEMP
        senders_fault = command == "MAIL" and kind in {OutcomeKind.PERM, OutcomeKind.OURS} and code != _TOO_BIG
        if code in _LOGIN_WANTED or senders_fault:
            address = self.account.from_address
            reason = f"does not let {address} send ({code} {text}); check the login and that the address belongs to it"
            raise TransportUnusable(reason, subject=self._where)
        self._used = self._monotonic()
        return Outcome(kind=kind, code=code, detail=text)

    def _reset(self) -> None:
        """RSET, so that a refused recipient does not poison the next transaction."""
        try:
            if self.smtp.rset()[0] != 250:
                self._drop()
        except OSError:
            self._drop()

    def _transmit(self, raw: bytes) -> Outcome:
        """The body, the final dot and the answer to it. Only the answer can tell; silence is UNKNOWN."""
        smtp = self.smtp
        dot_sent = False
        try:
            smtp.sock.settimeout(self.dot_timeout)
            smtp.send(_dot_stuffed(raw))
            dot_sent = True
            code, reply = smtp.getreply()
            smtp.sock.settimeout(self.account.timeout)
        except OSError as error:
            self._drop()
            kind = OutcomeKind.UNKNOWN if dot_sent else OutcomeKind.NOT_SENT
            return Outcome(kind=kind, code=getattr(error, "smtp_code", None), detail=_words(error))
        self._used = self._monotonic()
        if not (200 <= code < 300 or 400 <= code < 600):
            self._drop()
            return Outcome(kind=OutcomeKind.UNKNOWN, code=code, detail=_text(reply))
        if code == 421:
            self._drop()
        return Outcome(kind=classify(code, _text(reply)), code=code, detail=_text(reply))


def _account_fault(error: BaseException) -> str | None:
    """What the operator must change, when it is not the network's fault; None when trying later may help."""
    reason = None
    match error:
        case smtplib.SMTPAuthenticationError(smtp_code=code) if code >= 500:
            reason = (
                f"refused the login ({_words(error)}); check the user name and the password "
                "(many providers want an app password or authorisation code)"
            )
        case ssl.SSLEOFError() | ssl.SSLZeroReturnError():
            reason = None  # hung up in the middle of the handshake
        case ssl.SSLCertVerificationError(verify_message=fault):
            reason = (
                f"shows a certificate that cannot be trusted ({fault}); check the host name, or name the file of its "
                "certificate authority; the password was not given away"
            )
        case ssl.SSLError() | smtplib.SMTPNotSupportedError():
            reason = f"cannot be used safely ({_words(error)}); check the port and whether it wants tls or starttls"
        case UnicodeError():
            reason = "takes only ASCII letters in a user name and a password"
        case smtplib.SMTPException() if type(error) is smtplib.SMTPException:
            reason = f"offers no way to log in that is known here ({error})"
    return f"{reason}; nothing was sent" if reason else None


def _dot_stuffed(raw: bytes) -> bytes:
    """RFC 5321 4.5.2, with the final dot. ``raw`` has CRLF line ends only."""
    start = b"." if raw.startswith(b".") else b""
    end = b"" if raw.endswith(b"\r\n") else b"\r\n"
    return start + raw.replace(b"\r\n.", b"\r\n..") + end + b".\r\n"


def _text(reply: bytes) -> str:
    """A server's words as one line of at most 300 characters."""
    return " ".join(reply.decode("utf-8", "replace").split())[:300]


def _words(error: OSError) -> str:
    """What the network or the server said."""
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error
        return f"{error.smtp_code} {_text(said) if isinstance(said, bytes) else said}"
    if isinstance(error, ssl.SSLError) and error.reason:
        return error.reason.replace("_", " ").lower()
    return str(error.strerror or error) or type(error).__name__

"""A real SMTP server on 127.0.0.1 with TLS, AUTH and scripted faults; it remembers all it was told.

with SmtpServer(certificates, security="starttls", users={"name": "password"}) as server:
    server.refuse("gone@example.com", "550 5.1.1 no such user")   # for this recipient, every time
    server.answer_dot("451 later")                                 # to the next final dot, then as usual
    ...
    assert server.accepted[0].rcpt == "reader@example.com"
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
import socket
import ssl
import threading
from collections import deque
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import trustme
from aiosmtpd.smtp import SMTP, AuthResult

HOST = "127.0.0.1"


class Certificates:
    """A certificate authority of our own, its file, and server contexts signed by it."""

    def __init__(self, folder: Path, name: str = "ca") -> None:
        self.authority = trustme.CA()
        self.ca_file = folder / f"{name}.pem"
        self.authority.cert_pem.write_to_path(str(self.ca_file))

    def context(self, *names: str, expired: bool = False) -> ssl.SSLContext:
        """A server context for these host names."""
        past = datetime(2001, 1, 1, tzinfo=UTC) if expired else None
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.authority.issue_cert(*(names or (HOST, "localhost")), not_after=past).configure_cert(context)
        return context


@dataclass(frozen=True, kw_only=True)
class Login:
    """One attempt to log in."""

    user: str
    password: str
    #: whether the connection was encrypted at that moment
    tls: bool
    succeeded: bool


@dataclass(frozen=True, kw_only=True)
class Accepted:
    """One message that the server took responsibility for."""

    mail_from: str
    rcpts: tuple[str, ...]
    raw: bytes
    tls: bool
    user: str | None
    #: which connection it came over, from 1
    connection: int

    @property
    def rcpt(self) -> str:
        """The only recipient."""
        (rcpt,) = self.rcpts
        return rcpt


@dataclass
class Script:
    """The faults to come."""

    recipients: dict[str, str] = field(default_factory=dict)
    logins: deque[str] = field(default_factory=deque)
    senders: deque[str] = field(default_factory=deque)
    dots: deque[str] = field(default_factory=deque)
    drops_after_acceptance: int = 0
    drops_at_recipient: int = 0
    slow_dot: float = 0.0
    messages_per_connection: int | None = None


class SmtpServer:
    """aiosmtpd in a thread. ``security`` is ``starttls``, ``tls`` or ``none``; without ``users`` nobody logs in."""

    def __init__(self, context: ssl.SSLContext | None = None, *, security="starttls", users=None) -> None:
        self.security, self.context, self.users = security, context, dict(users or {})
        self.accepted: list[Accepted] = []
        self.logins: list[Login] = []
        #: every MAIL command's address, also of transactions that came to nothing
        self.senders: list[str] = []
        self.ehlo_names: list[str] = []
        self.connections = 0
        self.script = Script()
        self._socket = socket.create_server((HOST, 0))
        self.host, self.port = HOST, self._socket.getsockname()[1]
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._ready = threading.Event()

    # The fault language

    def refuse(self, rcpt: str, reply: str) -> None:
        """Answer RCPT for this address so, every time."""
        self.script.recipients[rcpt] = reply

    def answer_auth(self, *replies: str) -> None:
        """Refuse the next attempts to log in so; smtplib tries PLAIN and then LOGIN."""
        self.script.logins.extend(replies)

    def answer_mail(self, *replies: str) -> None:
        """Answer the next MAIL commands so."""
        self.script.senders.extend(replies)

    def answer_dot(self, *replies: str) -> None:
        """Answer the next final dots so; a reply of 2xx accepts the message."""
        self.script.dots.extend(replies)

    def drop_after_acceptance(self, times: int = 1) -> None:
        """Take the next messages, then break the connection instead of saying so."""
        self.script.drops_after_acceptance = times

    def drop_at_recipient(self, times: int = 1) -> None:
        """Break the connection at the next RCPT commands."""
        self.script.drops_at_recipient = times

    def slow_dot(self, seconds: float) -> None:
        """Take messages, but say so only after this long."""
        self.script.slow_dot = seconds

    def limit_messages(self, count: int) -> None:
        """421 to MAIL once a connection has carried this many messages."""
        self.script.messages_per_connection = count

    def copies(self, rcpt: str) -> int:
        """How many messages were accepted for this reader."""
        return sum(rcpt in message.rcpts for message in self.accepted)

    # aiosmtpd's hooks

    async def handle_EHLO(self, server, session, envelope, hostname, responses):  # noqa: N802
        self.ehlo_names.append(hostname)
        session.host_name = hostname
        return responses

    async def handle_MAIL(self, server, session, envelope, address, options):  # noqa: N802
        self.senders.append(address)
        if self.users and not session.authenticated:
            return "530 5.7.0 Authentication required"
        if server.messages == self.script.messages_per_connection:
            return "421 4.7.0 too many messages over this connection"
        if self.script.senders:
            return self.script.senders.popleft()
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if self.script.drops_at_recipient:
            self.script.drops_at_recipient -= 1
            return server.hang_up()
        if address in self.script.recipients:
            return self.script.recipients[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        reply = self.script.dots.popleft() if self.script.dots else "250 2.0.0 OK queued"
        if reply.startswith("2"):
            self.accepted.append(
                Accepted(
                    mail_from=envelope.mail_from,
                    rcpts=tuple(envelope.rcpt_tos),
                    raw=envelope.original_content,
                    tls=_is_encrypted(server),
                    user=session.auth_data.login.decode() if session.auth_data else None,
                    connection=server.number,
                )
            )
        server.messages += 1
        if self.script.drops_after_acceptance:
            self.script.drops_after_acceptance -= 1
            return server.hang_up()
        if self.script.slow_dot:
            await asyncio.sleep(self.script.slow_dot)
        return reply

    def _authenticate(self, server, session, envelope, mechanism, data):
        user, password = data.login.decode(), data.password.decode()
        refusal = self.script.logins.popleft() if self.script.logins else None
        succeeded = refusal is None and self.users.get(user) == password
        self.logins.append(Login(user=user, password=password, tls=_is_encrypted(server), succeeded=succeeded))
        return AuthResult(success=succeeded, handled=False, message=refusal, auth_data=data)

    # The thread

    def __enter__(self):
        self._thread.start()
        self._ready.wait(10)
        return self

    def __exit__(self, *_):
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def _connection(self):
        self.connections += 1
        return _Connection(
            self,
            loop=self._loop,
            hostname="mail.example.net",
            tls_context=self.context if self.security == "starttls" else None,
            # AUTH is offered in the clear, too: a client that falls for it is caught
            auth_require_tls=False,
            authenticator=self._authenticate,
            number=self.connections,
        )

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        context = self.context if self.security == "tls" else None
        server = self._loop.run_until_complete(
            self._loop.create_server(self._connection, sock=self._socket, ssl=context)
        )
        self._loop.call_soon(self._ready.set)
        self._loop.run_forever()
        server.close()
        tasks = asyncio.all_tasks(self._loop)
        for task in tasks:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
        self._loop.run_until_complete(asyncio.sleep(0))
        self._loop.close()


class _Connection(SMTP):
    """One connection, numbered."""

    def __init__(self, handler, *, number: int, **options) -> None:
        super().__init__(handler, **options)
        self.number, self.messages = number, 0

    def hang_up(self) -> str:
        """Break the connection without a word; the reply that follows goes nowhere."""
        (self._original_transport or self.transport).abort()
        return "421 gone"

    async def push(self, status) -> None:
        with contextlib.suppress(ConnectionError):
            await super().push(status)


def _is_encrypted(server) -> bool:
    return server.transport.get_extra_info("ssl_object") is not None


@functools.cache
def free_port() -> int:
    """A port on which nothing listens."""
    with socket.create_server((HOST, 0)) as unused:
        return unused.getsockname()[1]

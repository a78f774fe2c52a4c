"""The seam between a message and the world: every transport takes an ``Envelope`` and returns an ``Outcome``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Protocol, Self

from digest.mail.outcome import Outcome


@dataclass(frozen=True, kw_only=True, slots=True)
class Envelope:
    """One message for one recipient, ready for the wire (RFC 5321)."""

    #: envelope sender: where bounces go
    mail_from: str
    rcpt: str
    #: with angle brackets, as in the header
    message_id: str
    #: the message: ASCII, CRLF line ends, no line over 998 octets
    raw: bytes = field(repr=False)


class Transport(Protocol):
    """Something that takes a message and says what became of it."""

    @property
    def name(self) -> str:
        """The word for it in config.yaml: ``maildir``, ``smtp`` or ``sendmail``."""

    @property
    def where(self) -> str:
        """Who takes the message, in words that stay the same: a doubt is only settled by a witness from there."""

    @property
    def connections(self) -> int:
        """How many of its kind may work at the same time."""

    def another(self) -> Self:
        """A second one to work beside this one, with a connection of its own."""

    def check(self) -> None:
        """Try it without sending anything; ``TransportUnusable`` says in plain words what is wrong."""

    def deliver(self, envelope: Envelope, before_dot: Callable[[], None]) -> Outcome:
        """Hand the message over. Raises ``TransportUnusable`` when no message at all can be sent this way.

        ``before_dot`` runs once, after the other side asked for the body and before its first byte: the caller
        commits "in doubt" in it. If it raises, the message is not sent and the exception goes on to the caller.
        """

    def close(self) -> None:
        """Let go of the connection; the transport may be used again."""

    def __enter__(self) -> Self:
        """Use it in a ``with`` block."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None, /
    ) -> bool | None:
        """Close it."""

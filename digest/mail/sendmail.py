"""The mailer of this machine (Postfix, Exim, msmtp …) by its ``sendmail`` program: no account, no network here."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from digest.errors import TransportUnusable
from digest.mail.outcome import Outcome, OutcomeKind
from digest.mail.transport import Envelope

#: sysexits(3); 68 is what msmtp says when the name of its server cannot be looked up
_TEMPORARY = frozenset({68, 69, 71, 75})
_REFUSED = frozenset({65, 67})
#: msmtp speaks to the server itself, and says one of these when the answer to the dot is lost
_NOBODY_KNOWS = frozenset({70, 74, 76})
#: seconds for the mailer to take a message
_TIMEOUT = 600.0


class Sendmail:
    """One process for each message; the recipient is an argument, never read from the header."""

    name = "sendmail"
    connections = 1

    def __init__(self, program: Path, *, timeout: float = _TIMEOUT) -> None:
        self.program = program
        self.timeout = timeout

    @property
    def where(self) -> str:
        """The program."""
        return str(self.program)

    def check(self) -> None:
        """See whether the program is there; ``TransportUnusable`` if not."""
        if not self.program.is_file():
            raise TransportUnusable(
                "there is no such program; install a mailer, or use smtp", subject=str(self.program)
            )

    def another(self) -> Self:
        """A second one to work beside this one."""
        return type(self)(self.program, timeout=self.timeout)

    def deliver(self, envelope: Envelope, before_dot: Callable[[], None]) -> Outcome:
        """Hand the message over; what the exit code means is told by sysexits(3)."""
        self.check()
        before_dot()
        message = envelope.raw.replace(b"\r\n", b"\n")
        command = [str(self.program), "-i", "-f", envelope.mail_from, "--", envelope.rcpt]
        try:
            done = subprocess.run(  # noqa: S603 - the program is the operator's, the addresses are checked
                command, input=message, capture_output=True, timeout=self.timeout, check=False
            )
        except subprocess.TimeoutExpired:
            return Outcome(kind=OutcomeKind.UNKNOWN, detail="the mailer did not come to an end")
        except OSError as error:
            raise TransportUnusable(f"cannot be run ({error.strerror})", subject=str(self.program)) from error
        words = " ".join((done.stderr or done.stdout).decode("utf-8", "replace").split())[:300]
        return self._outcome(done.returncode, words)

    def _outcome(self, code: int, words: str) -> Outcome:
        if code == 0:
            return Outcome(kind=OutcomeKind.SENT, detail=words)
        if code < 0:  # killed: it may have queued the message before
            return Outcome(kind=OutcomeKind.UNKNOWN, detail=f"the mailer was killed by signal {-code}")
        if code in _NOBODY_KNOWS:
            return Outcome(kind=OutcomeKind.UNKNOWN, code=code, detail=words)
        if code in _TEMPORARY:
            return Outcome(kind=OutcomeKind.TEMP, code=code, detail=words)
        if code in _REFUSED:
            return Outcome(kind=OutcomeKind.PERM, code=code, detail=words)
        raise TransportUnusable(f"refuses mail (exit code {code}: {words})", subject=str(self.program))

    def close(self) -> None:
        """Nothing is held open."""

    def __enter__(self) -> Self:
        """Use it in a ``with`` block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing to close."""

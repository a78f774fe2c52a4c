"""A delivery run as a process that can be killed, and a server that fsyncs what it accepts: the truth of a crash test.

``python chaos_rig.py URL PORT LOG [KILL_AT]`` delivers what is due to the server on PORT; with KILL_AT it kills itself
at that commit, counted from 1: just before it if even, just after it if odd. LOG of ``-`` is a run without witness.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

from digest.mail import Sender, SmtpAccount
from digest.mail.doubts import Doubt

SECRET = b"0123456789abcdef"


def sender() -> Sender:
    return Sender(address="digest@example.org", secret_key=SECRET, bounce_mailbox="bounce@example.org")


class AcceptanceLog:
    """A witness that reads the server's own log: one line for each message it took."""

    patience = timedelta(milliseconds=50)

    def __init__(self, path: Path) -> None:
        self.path = path

    def ask(self, doubts: list[Doubt], known, now) -> dict[str, bool]:
        accepted = {line.split()[1] for line in self.path.read_text().splitlines()}
        return {doubt.message_id: doubt.message_id in accepted for doubt in doubts}


def copies(path: Path) -> Counter[str]:
    """Reader → how often the server accepted a message."""
    return Counter(line.split()[0] for line in path.read_text().splitlines())


def _kill_at(store, number: int) -> None:
    from sqlalchemy import event

    seen = 0

    def die() -> None:
        os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(10)

    def commit(_conn) -> None:
        nonlocal seen
        seen += 1
        if seen == (number + 1) // 2 and number % 2 == 0:
            die()

    def begin(_conn) -> None:
        if seen == (number + 1) // 2 and number % 2:
            die()

    event.listen(store._engine, "commit", commit)
    event.listen(store._engine, "begin", begin)


def main(url: str, port: str, log: str, kill_at: str = "0") -> None:
    from digest.mail.smtp import SmtpTransport
    from digest.pipeline.deliver import Policy, deliver
    from digest.store import Store

    account = SmtpAccount(host="127.0.0.1", port=int(port), from_address="digest@example.org", security="none")
    policy = Policy(witness=None if log == "-" else AcceptanceLog(Path(log)))
    with Store.open(url) as store, store.lock(), SmtpTransport(account) as transport:
        if int(kill_at):
            _kill_at(store, int(kill_at))
        deliver(store, sender(), transport, lambda: datetime.now(UTC), policy=policy)


if __name__ == "__main__":
    main(*sys.argv[1:])

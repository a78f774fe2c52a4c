"""Every command times every fault: at most one copy, the right outcome, and a transport that can be used again."""

from __future__ import annotations

import socket
import threading
import time

import pytest
from mail_samples import make_envelope

from digest.mail import OutcomeKind as Kind, SmtpAccount
from digest.mail.smtp import SmtpTransport

COMMANDS = ("MAIL", "RCPT", "DATA", "DOT")
FAULTS = {
    "4xx": "451 4.3.0 later",
    "5xx": "550 5.1.1 no such user",
    "421": "421 4.3.2 going down",
    "garbage": "these are not digits",
    "drop": None,
    "time-out": None,
}
#: what a command's answer means before the dot, and to the dot
BEFORE = {"4xx": Kind.TEMP, "5xx": Kind.PERM, "421": Kind.TEMP, "garbage": Kind.TEMP, "drop": Kind.NOT_SENT, "time-out": Kind.NOT_SENT}  # fmt: skip
AFTER = {**BEFORE, "garbage": Kind.UNKNOWN, "drop": Kind.UNKNOWN, "time-out": Kind.UNKNOWN}


class Raw:
    """A server that speaks SMTP by hand, so that it can speak it badly; one fault, once."""

    def __init__(self, command, fault):
        self.command, self.fault = command, fault
        self.copies = 0
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        self._over = threading.Event()

    def __enter__(self):
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_):
        self._over.set()
        self._socket.close()

    def _accept(self):
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection):
        with connection, connection.makefile("rb") as lines:
            connection.sendall(b"220 raw\r\n")
            for line in lines:
                word = line[:4].upper().decode("ascii", "replace")
                if not self._answer(connection, word, b"354 go on\r\n" if word == "DATA" else b"250 OK\r\n"):
                    return
                if word == "DATA" and self._reading:
                    while lines.readline() not in (b".\r\n", b""):
                        pass
                    self.copies += self.command != "DOT" or self.fault in (None, "drop", "time-out", "garbage")
                    if not self._answer(connection, "DOT", b"250 OK\r\n"):
                        return

    def _answer(self, connection, word, usual):
        """False when the connection is over."""
        self._reading = word == "DATA"
        if word != self.command or self.fault is None:
            connection.sendall(usual)
            return True
        fault, self.fault, self._reading = self.fault, None, False
        if fault == "drop":
            return False
        if fault == "time-out":
            self._over.wait(20)
            return False
        connection.sendall(FAULTS[fault].encode() + b"\r\n")
        return fault != "421"


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_fault_costs_one_message_at_most_and_never_makes_two(command, fault, sender):
    with Raw(command, fault) as server:
        account = SmtpAccount(
            host="127.0.0.1", port=server.port, from_address="digest@example.org", security="none", timeout=1.0
        )
        with SmtpTransport(account) as transport:
            transport.dot_timeout = 1.0
            asked = []
            begin = time.monotonic()
            if (command, fault) == ("MAIL", "5xx"):  # a refused sender is the account's fault
                with pytest.raises(Exception, match="does not let"):
                    transport.deliver(make_envelope(sender), lambda: asked.append(1))
            else:
                outcome = transport.deliver(make_envelope(sender), lambda: asked.append(1))
                assert outcome.kind is (AFTER if command == "DOT" else BEFORE)[fault]
            assert time.monotonic() - begin < 10
            assert len(asked) == (command == "DOT")
            before = server.copies
            assert before <= (command == "DOT" and fault in ("drop", "time-out", "garbage"))
            assert transport.deliver(make_envelope(sender, "next@example.com"), lambda: None).kind is Kind.SENT
            assert server.copies == before + 1

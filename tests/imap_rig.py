"""A small IMAP server on 127.0.0.1 over TLS: one user, one folder, letters that can be read and nothing else.

with ImapServer(certificates.context(), letters=[b"Subject: ...\r\n\r\n"]) as server:
    ...
    assert server.logins == 1
"""

from __future__ import annotations

import re
import socketserver
import ssl
import threading

HOST = "127.0.0.1"
USER, PASSWORD = "box@example.org", "imap-pass"


class ImapServer(socketserver.ThreadingTCPServer):
    """RFC 3501, as much as ``digest.mail.imap`` speaks."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, context: ssl.SSLContext, letters=()) -> None:
        self.context, self.letters, self.logins = context, list(letters), 0
        super().__init__((HOST, 0), _Handler)
        self.port = self.server_address[1]

    def get_request(self):
        connection, address = super().get_request()
        return self.context.wrap_socket(connection, server_side=True), address

    def handle_error(self, _request, _client_address):
        """A client that does not trust us is no fault of the server."""

    def __enter__(self):
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.shutdown()
        self.server_close()


class _Handler(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        self._say(b"* OK ready")
        for line in self.rfile:
            tag, _, rest = line.strip().partition(b" ")
            end = self._answer(rest)
            self._say(tag + b" " + end)
            if rest.upper() == b"LOGOUT":
                return

    def _answer(self, command: bytes) -> bytes:
        server, word = self.server, command.upper()
        if word == b"CAPABILITY":
            self._say(b"* CAPABILITY IMAP4rev1")
        elif word.startswith(b"LOGIN"):
            server.logins += 1
            if PASSWORD.encode() not in command:
                return b"NO wrong password"
        elif word.startswith(b"EXAMINE"):
            self._say(b"* %d EXISTS" % len(server.letters))
            self._say(b"* OK [UIDVALIDITY 7]")
        elif word.startswith(b"UID SEARCH"):
            first = int(re.search(rb"(\d+):", command)[1])
            self._say(b" ".join([b"* SEARCH", *(b"%d" % n for n in range(first, len(server.letters) + 1))]))
        elif word.startswith(b"UID FETCH"):
            for number in map(int, command.split()[2].split(b",")):
                raw = server.letters[number - 1]
                self._say(b"* %d FETCH (UID %d BODY[]<0> {%d}\r\n%s)" % (number, number, len(raw), raw))
        return b"OK done"

    def _say(self, line: bytes) -> None:
        self.wfile.write(line + b"\r\n")

"""An SMTP server for crash tests: ``python fsync_server.py LOG`` prints its port and serves until it is stopped.

It writes and syncs one line for each message 0 to 4 ms after the dot, and says so another 0 to 8 ms later.
"""

from __future__ import annotations

import asyncio
import os
import random
import re
import socket
import sys

from aiosmtpd.smtp import SMTP

_ID = re.compile(rb"^Message-ID: (<[^>]+>)", re.IGNORECASE | re.MULTILINE)


class Handler:
    def __init__(self, path: str) -> None:
        self.file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self.luck = random.Random(1047)

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        await asyncio.sleep(self.luck.uniform(0, 0.004))
        found = _ID.search(envelope.original_content)
        os.write(self.file, b"%s %s\n" % (envelope.rcpt_tos[0].encode(), found[1]))
        os.fsync(self.file)
        await asyncio.sleep(self.luck.uniform(0, 0.008))
        return "250 2.0.0 OK"


async def serve(path: str) -> None:
    handler, listener = Handler(path), socket.create_server(("127.0.0.1", 0))
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(handler, hostname="mail.example.net"), sock=listener)
    sys.stdout.write(f"{listener.getsockname()[1]}\n")
    sys.stdout.flush()
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1]))

"""Word to the service manager (sd_notify): a datagram to the socket that systemd names in the environment.

https://www.freedesktop.org/software/systemd/man/latest/sd_notify.html: no library is needed for it. Without systemd,
nothing happens.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Mapping

READY = "READY=1"
WATCHDOG = "WATCHDOG=1"
STOPPING = "STOPPING=1"


def notify(*states: str, env: Mapping[str, str] = os.environ) -> bool:
    """Send states, ``NAME=value`` each; True if a service manager took them. Never an error: it is not our work."""
    address = env.get("NOTIFY_SOCKET", "")
    if not address.startswith(("/", "@")):
        return False
    if address[0] == "@":  # the abstract namespace of Linux
        address = "\0" + address[1:]
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as sender:
            sender.connect(address)
            sender.sendall("\n".join(state.replace("\n", " ") for state in states).encode())
    except OSError:
        return False
    return True

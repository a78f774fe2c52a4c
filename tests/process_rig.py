"""What workers are given to do in tests. In a module of its own: another process must be able to import it."""

from __future__ import annotations

import os
import signal
import sys
import time
from multiprocessing import connection


def double(number):
    return 2 * number


def later_ones_first(number):
    time.sleep(0.2 if number % 10 == 0 else 0)
    return number


def refuse_three(number):
    if number == 3:
        raise ValueError("three")
    return number


def process(_item):
    return os.getpid()


def die():
    os.kill(os.getpid(), signal.SIGKILL)


def die_of_seven(number):
    if number == 7:
        die()
    return number


def leave_at_seven(number):
    if number == 7:
        os._exit(5)
    return number


def die_once(path):
    """Of a path that does not exist yet."""
    if path.exists():
        return path.read_text()
    path.write_text("read")
    return die()


def die_while_writing(number):
    """Half of a long result is in the pipe when the process is killed."""
    if number != 7:
        return number
    write = os.write

    def part_of(handle, data):
        write(handle, data[:200_000])
        die()

    connection.Connection._send.__defaults__ = (part_of,)
    return bytes(1_000_000)


def read_as(path, **options):
    """The reader of ``extract``; a file named so kills its process."""
    if path.name.startswith("killer"):
        die()
    if path.name.startswith("fault"):
        raise RuntimeError("no such luck")
    return sys.modules["digest.cli.extract"].read_as(path, **options)

"""sd_notify over a real socket."""

from __future__ import annotations

import socket

import pytest

from digest import systemd


@pytest.fixture(params=["path", "abstract"])
def manager(request, tmp_path):
    """The socket of a service manager and how it is named in the environment."""
    name = str(tmp_path / "notify") if request.param == "path" else f"\0digest-test-{tmp_path.name}-{id(request)}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(name)
        listener.settimeout(5)
        yield listener, {"NOTIFY_SOCKET": name.replace("\0", "@")}


def test_each_word_is_a_line_of_one_datagram(manager):
    listener, env = manager
    assert systemd.notify(systemd.READY, "STATUS=每日\ndaily", env=env)
    assert listener.recv(4096).decode() == "READY=1\nSTATUS=每日 daily"


@pytest.mark.parametrize(
    "env", [{}, {"NOTIFY_SOCKET": ""}, {"NOTIFY_SOCKET": "relative"}, {"NOTIFY_SOCKET": "/no/such"}]
)
def test_without_a_service_manager_nothing_happens(env):
    assert not systemd.notify(systemd.WATCHDOG, env=env)


def test_nobody_listening_is_no_error(manager):
    listener, env = manager
    listener.close()
    assert not systemd.notify(systemd.STOPPING, env=env)

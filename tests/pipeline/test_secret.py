"""The secret behind Message-IDs: written whole, once, for nobody else to read."""

from __future__ import annotations

import os
import secrets

import pytest

from digest.pipeline import make_sender


def test_a_run_that_dies_while_it_writes_the_secret_leaves_none(office, monkeypatch):
    def die(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(secrets, "token_bytes", die)
        with pytest.raises(KeyboardInterrupt):
            make_sender(office.settings)
    made = make_sender(office.settings).secret_key
    assert make_sender(office.settings).secret_key == made
    assert (office.settings.state_dir / "secret.key").stat().st_mode & 0o777 == 0o600


def test_a_file_system_without_links_will_do(office, monkeypatch):
    def refuse(*_):
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    assert make_sender(office.settings).secret_key == make_sender(office.settings).secret_key
    assert [path.name for path in office.settings.state_dir.glob("secret*")] == ["secret.key"]

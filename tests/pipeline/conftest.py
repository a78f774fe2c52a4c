"""An edition that waits to be delivered."""

from __future__ import annotations

import pytest
from office import WATER
from post import READERS


@pytest.fixture
def queued(office):
    """An edition with three readers, nothing sent yet."""
    office.readers(*READERS)
    office.write("a.txt", WATER)
    office.run(send=False)
    assert set(office.states().values()) == {"queued"}
    return office


@pytest.fixture
def smtp(queued, smtp_server, certificates):
    """The same over SMTP."""
    queued.smtp(smtp_server, certificates.ca_file)
    return queued

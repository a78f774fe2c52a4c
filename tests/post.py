"""Three readers and a run that died: what tests of delivery begin with."""

from __future__ import annotations

from digest.pipeline import make_transport
from digest.pipeline.courier import handed
from digest.store import deliveries

READERS = ("a@example.com", "b@example.com", "c@example.com")


def in_doubt(office, address):
    """A run that died between the body and the answer."""
    with office.store.transaction() as conn:
        while True:
            claimed = deliveries.claim(conn, owner="dead", now=office.clock())
            if claimed.email == address:
                break
        handed_to = handed(make_transport(office.settings))
        deliveries.mark_in_doubt(conn, claimed.id, owner="dead", now=office.clock(), reply=handed_to)
    return claimed

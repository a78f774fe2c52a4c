from __future__ import annotations

import pytest

from digest.mail import OutcomeKind, classify


@pytest.mark.parametrize(
    ("code", "text", "kind"),
    [
        (250, "OK", OutcomeKind.SENT),
        (251, "forwarded", OutcomeKind.SENT),
        (421, "4.7.0 closing", OutcomeKind.TEMP),
        (451, "greylisted", OutcomeKind.TEMP),
        (450, "MI:DMC too many messages", OutcomeKind.TEMP),
        (550, "5.1.1 no such user", OutcomeKind.PERM),
        (554, "5.7.1 spam", OutcomeKind.PERM),
        (550, "Domain Frequency Limited", OutcomeKind.TEMP),
        (550, "Connection frequency limited", OutcomeKind.TEMP),
        (550, "5.4.5 Daily user sending limit exceeded", OutcomeKind.TEMP),
        (554, "Mailbox full", OutcomeKind.TEMP),
        (550, "over quota", OutcomeKind.TEMP),
        (552, "5.2.2 full", OutcomeKind.TEMP),
        (552, "5.3.4 message too big, try again never", OutcomeKind.PERM),
        (-1, "garbage", OutcomeKind.TEMP),
        (354, "go on", OutcomeKind.TEMP),
    ],
)
def test_a_reply_is_read_as_large_hosts_mean_it(code, text, kind):
    assert classify(code, text) is kind

"""What became of one message, and what a server's reply means. Pure."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class OutcomeKind(enum.StrEnum):
    """The five things that can become of a message handed to a transport."""

    #: accepted; it must never be sent again
    SENT = "sent"
    #: refused for now; try later
    TEMP = "temp"
    #: refused for good
    PERM = "perm"
    #: it never left, or not completely: trying again cannot make two
    NOT_SENT = "not_sent"
    #: handed over completely, and no answer came: it may have been accepted (RFC 1047)
    UNKNOWN = "unknown"


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What became of one message."""

    kind: OutcomeKind
    #: the server's reply code, where there was one
    code: int | None = None
    #: the server's words, the fault of the network, or the path of the file; one line
    detail: str = ""


#: Replies of the 5xx class that mean "wait": QQ and 163 throttle with 550, Gmail's daily limit is 5.4.5.
_THROTTLED = (
    "frequency limited",
    "limit exceeded",
    "5.4.5",
    "frequency of sending",
    "too many",
    "rate limit",
    "try again",
    "mailbox full",
    "quota",
)
#: RFC 3463 3.5 X.3.4: the message is too big for the system; waiting does not shrink it.
_TOO_BIG = "5.3.4"


def classify(code: int, text: str) -> OutcomeKind:
    """What the final reply of a transaction means: SENT, TEMP or PERM (RFC 5321 4.2.1 and the habits of large hosts).

    >>> classify(550, "5.1.1 no such user"), classify(550, "Domain frequency limited")
    (<OutcomeKind.PERM: 'perm'>, <OutcomeKind.TEMP: 'temp'>)
    """
    if 200 <= code < 300:
        return OutcomeKind.SENT
    if not 500 <= code < 600:
        return OutcomeKind.TEMP
    if _TOO_BIG in text:
        return OutcomeKind.PERM
    # RFC 5321 4.5.3.1.10: 552 for "too many recipients" and full mailboxes is to be treated as temporary
    if code == 552 or any(word in text.lower() for word in _THROTTLED):
        return OutcomeKind.TEMP
    return OutcomeKind.PERM

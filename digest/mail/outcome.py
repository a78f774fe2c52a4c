"""What became of one message, and what a server's reply means. Pure."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass


class OutcomeKind(enum.StrEnum):
    """What can become of a message handed to a transport."""

    #: accepted; it must never be sent again
    SENT = "sent"
    #: refused for now; try later
    TEMP = "temp"
    #: refused for good
    PERM = "perm"
    #: refused for good, and every other message would be too: our domain, signature or account is not accepted
    OURS = "ours"
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


#: Replies of the 5xx class that mean "wait": QQ, 163, exmail and Aliyun throttle with 550 or 554, Gmail's daily limit
#: is 5.4.5. ``MI:DMC`` to ``DT:SPM`` are 163's codes (too many messages, connections, recipients; come back later).
_THROTTLED = (
    "mi:dmc",
    "mi:sfq",
    "hl:icc",
    "hl:ifc",
    "dt:spm",
    "frequency limit",
    "sending limit",
    "daily limit",
    "quota exceeded",
    "throttl",
    "发信频率",
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


#: What a server says when it does not believe that mail is ours (RFC 7372, RFC 8601; Outlook's 5.7.515).
_OURS = re.compile(
    r"\b5\.7\.(?:2[0-7]|515|509|60|750)\b|\bspf\b|\bdmarc\b|\bdkim\b|unauthenticated|not authenticated"
    r"|authentication (?:required|failed|checks)|sender address rejected: not owned"
    r"|mail from must equal|not owned by user",
    re.IGNORECASE,
)


#: What a server says when we, not the reader, must wait.
_SLOW_DOWN = re.compile(
    r"mi:dmc|mi:sfq|hl:icc|hl:ifc|dt:spm|frequency|too many (?:messages|connections|mails|today|requests|emails)"
    r"|rate limit|(?:sending|daily|message|user) (?:\w+ )?limit|limit exceeded|5\.4\.5|throttl|发信频率",
    re.IGNORECASE,
)


def asks_to_slow_down(text: str) -> bool:
    """Whether a refusal for now is about how much we send: the next reader would be refused, too.

    >>> asks_to_slow_down("Sender frequency limited"), asks_to_slow_down("4.7.1 greylisted, try again")
    (True, False)
    """
    return _SLOW_DOWN.search(text) is not None


def classify(code: int, text: str) -> OutcomeKind:
    """What the final reply of a transaction means: SENT, TEMP, PERM or OURS (RFC 5321 4.2.1; habits of large hosts).

    >>> classify(550, "5.1.1 no such user"), classify(550, "Domain frequency limited")
    (<OutcomeKind.PERM: 'perm'>, <OutcomeKind.TEMP: 'temp'>)
    >>> classify(550, "5.7.26 This mail has been blocked because the sender is unauthenticated")
    <OutcomeKind.OURS: 'ours'>
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
    return OutcomeKind.OURS if _OURS.search(text) else OutcomeKind.PERM

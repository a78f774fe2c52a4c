"""From a rendition to a message in somebody's mailbox.

``compose`` makes the bytes, purely; a ``Transport`` hands them over, one reader per transaction, and says what became
of them in an ``Outcome``. ``Maildir`` writes to this machine and is the default; ``digest.mail.smtp.SmtpTransport``
logs in to an account with yagmail and is imported only when it is used, because yagmail is slow to load.
``doubts`` asks a witness what became of a message, ``letters`` reads what comes back, ``pace`` says how fast it may go.
This room knows no rows and no configuration: who gets what, and when to try again, is the pipeline's business.
"""

from digest.mail.account import SmtpAccount
from digest.mail.address import normalise_address
from digest.mail.compose import compose, compose_body
from digest.mail.maildir import Maildir
from digest.mail.oauth import OAuth
from digest.mail.outcome import Outcome, OutcomeKind, asks_to_slow_down, classify
from digest.mail.pace import Limits
from digest.mail.providers import limits_of
from digest.mail.sender import Dkim, Sender, bounce_token, message_id, unsubscribe_token
from digest.mail.sendmail import Sendmail
from digest.mail.transport import Envelope, Transport

__all__ = [
    "Dkim",
    "Envelope",
    "Limits",
    "Maildir",
    "OAuth",
    "Outcome",
    "OutcomeKind",
    "Sender",
    "Sendmail",
    "SmtpAccount",
    "Transport",
    "asks_to_slow_down",
    "bounce_token",
    "classify",
    "compose",
    "compose_body",
    "limits_of",
    "message_id",
    "normalise_address",
    "unsubscribe_token",
]

"""What large providers accept, as published or told by their users: conservative, and overruled by config.yaml."""

from __future__ import annotations

from dataclasses import replace

from digest.mail.pace import Limits

#: by the ending of the server's name. Per-day figures of QQ, 163 and Aliyun are what users report for accounts
#: without a paid plan; they answer with 550 or 554 above them, which is read as "wait".
_KNOWN = {
    "smtp.qq.com": Limits(per_minute=20, per_day=400, connections=1),
    "smtp.exmail.qq.com": Limits(per_minute=30, per_day=1000, connections=1),
    "smtp.163.com": Limits(per_minute=15, per_day=200, per_connection=20, connections=1),
    "smtp.126.com": Limits(per_minute=15, per_day=200, per_connection=20, connections=1),
    "smtp.yeah.net": Limits(per_minute=15, per_day=200, per_connection=20, connections=1),
    "smtp.qiye.aliyun.com": Limits(per_minute=30, per_day=1000, connections=1),
    "smtp.mxhichina.com": Limits(per_minute=30, per_day=1000, connections=1),
    "smtp.aliyun.com": Limits(per_minute=15, per_day=200, connections=1),
    # an account 500 recipients in 24 hours, Workspace 2,000: told apart by the From address
    "smtp.gmail.com": Limits(per_minute=60, per_day=2000, connections=4),
    # Exchange Online: 30 messages a minute, 10,000 recipients a day
    "smtp.office365.com": Limits(per_minute=30, per_day=10_000, connections=3),
    "smtp-mail.outlook.com": Limits(per_minute=30, per_day=300, connections=1),
}
_GMAIL_PERSONAL = 500
_SES = ".amazonaws.com"


def limits_of(host: str, from_address: str) -> Limits:
    """The limits of a server that is known; none for any other.

    >>> limits_of("SMTP.qq.com", "a@qq.com").per_day, limits_of("mail.example.org", "a@example.org").per_day
    (400, None)
    >>> limits_of("smtp.gmail.com", "a@gmail.com").per_day
    500
    """
    name = host.lower().rstrip(".")
    if name.startswith("email-smtp.") and name.endswith(_SES):
        return Limits(per_minute=60 * 14, connections=8)
    known = _KNOWN.get(name, Limits())
    if name == "smtp.gmail.com" and from_address.endswith(("@gmail.com", "@googlemail.com")):
        return replace(known, per_day=_GMAIL_PERSONAL)
    return known

"""One sender, one message, one account: the plain case that the tests vary."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from digest.mail import Sender, SmtpAccount, compose, compose_body, message_id

PASSWORD = "correct horse"
EDITION = "daily:2026-11-22"
DATE = datetime(2026, 11, 22, 8, 0, 0, 123456, tzinfo=ZoneInfo("Asia/Shanghai"))
HEADLINES = ("河湾市部署今冬大气污染防治", "云溪县要求月底前排查燃气隐患")
TEXT = f"每日摘要\n\n一、{HEADLINES[0]}\n  要求:11月30日前完成\n.以点开头的行\nFrom 开头的行\n二、{HEADLINES[1]}\n"
HTML = f'<!DOCTYPE html>\n<html lang="zh-CN"><body><h1>{HEADLINES[0]}</h1>\n<p>{HEADLINES[1]}</p></body></html>\n'


def make_sender(**changes):
    values = {
        "address": "digest@example.org",
        "name": "每日摘要",
        "secret_key": b"0123456789abcdef",
        "reply_to": "editor@example.org",
        "list_name": "每日政策摘要, 日刊",
        "unsubscribe_mailbox": "unsub@example.org",
        "unsubscribe_url": "https://digest.example.org/u",
        "bounce_mailbox": "bounce@example.org",
    }
    return Sender(**{**values, **changes})


def make_envelope(sender, email="reader@example.com", *, edition=EDITION, **changes):
    values = {
        "edition": edition,
        "to_email": email,
        "to_name": "读者",
        "subject": "每日摘要 11月22日:2 项要求 / Daily digest: 2 directives",
        "html": HTML,
        "text": TEXT,
        "message_id": message_id(sender, edition, email),
        "date": DATE,
        "languages": ("zh-Hans", "en"),
    }
    values |= changes
    parts = values.pop("text"), values.pop("html"), values.pop("full", None)
    return compose(sender, **{"body": compose_body(*parts), **values})


def account_for(server, certificates, **changes):
    values = {
        "host": server.host,
        "port": server.port,
        "from_address": "digest@example.org",
        "username": "login-name",
        "password": PASSWORD,
        "security": server.security,
        "ca_file": certificates.ca_file,
        "timeout": 10.0,
    }
    return SmtpAccount(**{**values, **changes})

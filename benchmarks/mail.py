"""Mail to a real server on this machine: our transport beside yagmail.send and a bare smtplib loop, and the queue.

All speak STARTTLS and log in; ours and smtplib's keep one connection, as smtplib allows, and send the same bytes.
"""

from __future__ import annotations

import logging
import resource
import smtplib
import ssl
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from measure import ROOT, duration, heading, line

#: messages for each figure
_MESSAGES = 80
_READERS = 10_000
_PASSWORD = "correct horse"
#: bilingual HTML of a usual edition, 60 kB
_HTML = "<!DOCTYPE html><html><body>" + "<p>要在月底前完成排查整治。 Complete by the end of the month.</p>" * 700
_TEXT = "会议要求，各部门要在月底前完成排查整治。\n" * 200
#: ours before yagmail, and nearly as fast as nothing around smtplib: what the project promises itself
_FLOORS = {"yagmail": 3.0, "smtplib": 0.8, "connections": 1.8}

_SERVER = """
import sys, time
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from smtp_rig import Certificates, SmtpServer
certificates = Certificates(Path(sys.argv[2]))
with SmtpServer(certificates.context(), users={"name": sys.argv[3]}) as server:
    server.slow_dot(float(sys.argv[4]))
    print(server.port, flush=True)
    time.sleep(3600)
"""


class _Server:
    """In a process of its own, so that its work is not ours. ``pause``: seconds from the dot to the answer."""

    def __init__(self, folder: Path, *, pause: float = 0.0) -> None:
        command = [sys.executable, "-c", _SERVER, str(ROOT / "tests"), str(folder), _PASSWORD, str(pause)]
        self._child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.port = int(self._child.stdout.readline())
        self.ca_file = folder / "ca.pem"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._child.kill()
        self._child.communicate()


def run() -> None:
    logging.disable(logging.ERROR)
    heading("Mail: 60 kB of HTML, STARTTLS, login, a server on this machine (messages a second)")
    with tempfile.TemporaryDirectory() as name, _Server(Path(name)) as server:
        envelopes = _envelopes(_MESSAGES)
        work = {
            "ours": (lambda: _ours(server, envelopes), _MESSAGES),
            "bare": (lambda: _bare(server, envelopes), _MESSAGES),
            "yagmail": (lambda: _yagmail(server, _MESSAGES // 4), _MESSAGES // 4),
        }
        rates = _rates(work)
    ours, bare, theirs = rates["ours"], rates["bare"], rates["yagmail"]
    line("our transport, one connection", f"{ours:.0f}")
    line("bare smtplib loop, same bytes, one connection", f"{bare:.0f}  {_told(ours / bare, 'smtplib')}")
    line("yagmail.send, prettify_html=False", f"{theirs:.0f}  {_told(ours / theirs, 'yagmail')}")
    with tempfile.TemporaryDirectory() as name, _Server(Path(name), pause=0.05) as server:
        one, four = (_delivered(server, number) for number in (1, 4))
    line("whole delivery, server answers after 50 ms, one connection", f"{one:.0f}")
    line("the same, four connections", f"{four:.0f}  {_told(four / one, 'connections')}")
    _queue()


def _told(ratio: float, floor: str) -> str:
    return f"(ratio {ratio:.2f}, floor {_FLOORS[floor]})"


def _rates(work: dict[str, tuple[Callable[[], None], int]]) -> dict[str, float]:
    """Messages a second, the best of four rounds; in turn, so that a busy machine is busy for all."""
    best = dict.fromkeys(work, 0.0)
    for _ in range(4):
        for name, (action, messages) in work.items():
            begin = time.perf_counter()
            action()
            best[name] = max(best[name], messages / (time.perf_counter() - begin))
    return best


def _envelopes(number: int):
    from digest.mail import Sender, compose, compose_body, message_id

    sender = Sender(address="digest@example.org", secret_key=bytes(32))
    body = compose_body(_TEXT, _HTML)
    readers = [f"r{each}@example.com" for each in range(number)]
    return [
        compose(
            sender,
            edition="daily:2026-11-22",
            to_email=reader,
            to_name=None,
            subject="摘要",
            message_id=message_id(sender, "daily:2026-11-22", reader),
            date=datetime(2026, 11, 22, tzinfo=UTC),
            languages=("zh-Hans", "en"),
            body=body,
        )
        for reader in readers
    ]


def _account(server: _Server, *, connections: int = 1):
    from digest.mail import Limits, SmtpAccount

    return SmtpAccount(
        host="127.0.0.1",
        port=server.port,
        from_address="digest@example.org",
        username="name",
        password=_PASSWORD,
        ca_file=server.ca_file,
        limits=Limits(per_connection=10_000),
        connections=connections,
    )


def _ours(server: _Server, envelopes) -> None:
    from digest.mail.smtp import SmtpTransport

    with SmtpTransport(_account(server)) as transport:
        for envelope in envelopes:
            transport.deliver(envelope, lambda: None)


def _bare(server: _Server, envelopes) -> None:
    with smtplib.SMTP("127.0.0.1", server.port, local_hostname="example.org") as smtp:
        smtp.starttls(context=ssl.create_default_context(cafile=server.ca_file))
        smtp.login("name", _PASSWORD)
        for envelope in envelopes:
            smtp.sendmail(envelope.mail_from, [envelope.rcpt], envelope.raw)


def _yagmail(server: _Server, number: int) -> None:
    import yagmail

    context = ssl.create_default_context(cafile=server.ca_file)
    client = yagmail.SMTP(
        user={"name": "digest"},
        password=_PASSWORD,
        host="127.0.0.1",
        port=server.port,
        smtp_ssl=False,
        smtp_starttls={"context": context},
        soft_email_validation=False,
    )
    client.user = "name"
    client.set_logging(None)
    for each in range(number):
        client.send(f"r{each}@example.com", "摘要", yagmail.raw(_HTML), prettify_html=False)


def _delivered(server: _Server, connections: int) -> float:
    """Queue, claim, doubt, server, mark: as ``run-once`` does it."""
    from digest.mail import Sender
    from digest.mail.smtp import SmtpTransport
    from digest.pipeline.deliver import deliver
    from digest.store import Store

    sender = Sender(address="digest@example.org", secret_key=bytes(32))
    now = datetime.now(UTC)
    with tempfile.TemporaryDirectory() as name, Store.open(f"sqlite:///{name}/digest.db") as store:
        _enqueue(store, _MESSAGES, now)
        begin = time.perf_counter()
        with SmtpTransport(_account(server, connections=connections)) as transport:
            assert deliver(store, sender, transport, lambda: now).sent == _MESSAGES
        return _MESSAGES / (time.perf_counter() - begin)


def _enqueue(store, number: int, now: datetime) -> None:
    from digest.mail import Sender, message_id
    from digest.model import Article, Brief, Edition, Period, Rendition, Story
    from digest.store import articles, editions

    sender = Sender(address="digest@example.org", secret_key=bytes(32))
    article = Article(
        key="0" * 64,
        file="a.txt",
        title="题",
        title_basis="stated",
        published=None,
        event_date=None,
        source=None,
        place=None,
        doc_type="other",
        body=("文",),
    )
    brief = Brief(article=article, key_sentences=(), directives=())
    edition = Edition(
        schedule="daily",
        slot="daily:2026-11-22",
        period=Period(start=now - timedelta(days=1), end=now),
        timezone="Asia/Shanghai",
        stories=(Story(brief=brief),),
    )
    rendition = Rendition(key="zh-Hans,en|", subject="摘要", html=_HTML, text=_TEXT, stories=1, directives=0)
    queued = [
        editions.NewDelivery(
            rendition_key=rendition.key,
            email=reader,
            name=None,
            message_id=message_id(sender, edition.slot, reader),
            date=now,
        )
        for reader in (f"r{each}@example.com" for each in range(number))
    ]
    with store.transaction() as conn:
        articles.add(conn, brief, extractor="1", first_seen=now)
        editions.save(conn, edition, built_at=now, renditions=[rendition], deliveries=queued)


def _queue() -> None:
    """Ten thousand readers: how long until all are in the store, and the most memory that took."""
    code = f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r})\nimport mail; mail.queue_many()"
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=True, capture_output=True, text=True)
    seconds, kilobytes = done.stdout.split()
    line(f"{_READERS:,} readers queued (floor 5 s)", duration(float(seconds)))
    line("most memory for it (floor 200 MB)", f"{int(kilobytes) / 1000:.0f} MB")


def queue_many() -> None:
    """In a process of its own, for the figure of its memory."""
    from digest.store import Store

    with tempfile.TemporaryDirectory() as name, Store.open(f"sqlite:///{name}/digest.db") as store:
        begin = time.perf_counter()
        _enqueue(store, _READERS, datetime.now(UTC))
        print(time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)

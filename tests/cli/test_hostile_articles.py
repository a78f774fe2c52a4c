"""Articles that attack the mail: no header, no recipient, no file and no request of theirs gets through."""

from __future__ import annotations

import email
import email.policy
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import chromium_rig
import pytest
from office import PASSWORD, Office

READERS = [
    {"email": "plain@example.com"},
    {"email": "quoted@example.com", "name": 'Zhang "San", Bureau <spy@example.net>'},
    {"email": "emoji@example.com", "name": "🙂 科室，综合"},
    {"email": "idn@云溪.example"},
]
LONG = "https://digest.example.org/" + "u" * 300

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>星桥市召开防汛会议{evil}</title>
<link rel="stylesheet" href="{url}/style.css"><script src="{url}/script.js"></script></head><body>
<h1>星桥市召开防汛会议{evil}</h1><p>2026-11-20 来源：星桥日报</p><img src="{url}/pixel.png">
<p>11月19日，星桥市召开防汛会议{evil}。<iframe src="{url}/frame"></iframe></p>
<p>会议要求，市水务局要加强巡查{evil}。市应急管理局要在12月20日前完成演练<svg onload="fetch('{url}/svg')">。</p>
</body></html>"""

TEXT = """\
{title}
2026-11-20 08:30 来源：星桥日报

.
..
From spy@example.net Fri Nov 20 08:30:00 2026
11月19日，星桥市召开供水会议。
会议要求，市水务局要查看{evil}并完成管网更换。
"""


@pytest.fixture
def outside():
    """A web server that nobody should ask: (its address, the paths it was asked for)."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def attacked(project, smtp_server, certificates, outside):
    """An office whose folder holds nothing but attacks."""
    (project / "office").mkdir()
    office = Office(project / "office")
    office.save()
    office.readers(*READERS)
    office.smtp(smtp_server, certificates.ca_file)
    office.save(mail={**office.parts["mail"], "unsubscribe_url": LONG})
    secret = office.folder / "secret.txt"
    secret.write_text("TOP SECRET CONTENT", encoding="utf-8")
    url = outside[0]
    evils = {
        "header": "\r\nBcc: spy@example.net\r\n\r\n<b>x</b>",
        "markup": f'"><script src="{url}/a.js"></script><img src={url}/b.png onerror="fetch(\'{url}/c\')">',
        "template": "{{ 7*7 }}{% include 'config.yaml' %}",
        "file": str(secret),
        "uri": secret.as_uri(),
        "bidi": "\u202egnp.exe\u2066\u0000",
    }
    for name, evil in evils.items():
        office.write(f"{name}.txt", TEXT.format(title=f"星桥市{evil}召开会议", evil=evil))
        office.write(f"{name}.html", PAGE.format(evil=evil, url=url))
    office.write("config.yaml.txt", TEXT.format(title="config.yaml", evil="config.yaml"))
    office.write('q"uo\rte\n.txt', TEXT.format(title=str(office.config), evil=str(office.config)))
    yield office
    office.close()


def sent(call, office, smtp_server):
    done = call("run-once", cwd=office.folder, env={"SMTP_PASSWORD": PASSWORD})
    assert done.code in {0, 3}, done.err
    return [email.message_from_bytes(accepted.raw, policy=email.policy.default) for accepted in smtp_server.accepted]


def test_nothing_is_injected_and_no_file_attached(attacked, call, smtp_server):
    messages = sent(call, attacked, smtp_server)
    assert sorted(accepted.rcpt.partition("@")[0] for accepted in smtp_server.accepted) == [
        "emoji",
        "idn",
        "plain",
        "quoted",
    ]
    for message in messages:
        assert (message["Bcc"], message["Cc"], message.defects) == (None, None, [])
        assert len(message["To"].addresses) == 1
        leaves = [part for part in message.walk() if not part.is_multipart()]
        assert [part.get_content_type() for part in leaves] == ["text/plain", "text/html"]
        assert [part.get_filename() for part in leaves] == [None, None]
        content = "".join(part.get_content() for part in leaves)
        assert "TOP SECRET CONTENT" not in content
        assert "{{ 7*7 }}" in content
        assert "\u202e" not in content
        assert f"<{LONG}/" in message["List-Unsubscribe"]


@pytest.mark.browser
@chromium_rig.needs_chromium
def test_nothing_is_fetched_when_articles_are_read_and_the_mail_is_opened(
    attacked, call, smtp_server, outside, tmp_path
):
    message = sent(call, attacked, smtp_server)[0]
    html = message.get_body(("html",)).get_content()
    assert outside[1] == []
    beacon = f'<img src="{outside[0]}/beacon">'
    for page in (html, html.replace("</body>", f"{beacon}</body>")):
        (tmp_path / "mail.html").write_text(page, encoding="utf-8")
        chromium_rig.run(tmp_path, "mail.html", "--dump-dom")
    assert set(outside[1]) == {"/beacon"}  # the browser would have asked

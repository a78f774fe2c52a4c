"""OAuth2: the exchange is checked, the token goes over TLS only, and its refusal is told."""

from __future__ import annotations

import base64
import http.server
import json
import threading
from urllib.parse import parse_qs

import pytest
from mail_samples import account_for, make_envelope

from digest.errors import TransportUnusable
from digest.mail import OAuth, OutcomeKind
from digest.mail.oauth import Tokens
from digest.mail.smtp import SmtpTransport
from digest.mail.tls import tls_context


class TokenServer(http.server.ThreadingHTTPServer):
    """Answers as it is told; remembers the forms."""

    def __init__(self, context):
        super().__init__(("127.0.0.1", 0), Handler)
        self.socket = context.wrap_socket(self.socket, server_side=True)
        self.answer, self.forms = (200, {"access_token": "at-1", "expires_in": 3600}), []

    @property
    def url(self):
        return f"https://127.0.0.1:{self.server_address[1]}/token"


class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        self.server.forms.append(parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()))
        status, content = self.server.answer
        self.send_response(status)
        self.end_headers()
        self.wfile.write(json.dumps(content).encode())

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def server(certificates):
    with TokenServer(certificates.context()) as made:
        threading.Thread(target=made.serve_forever, daemon=True).start()
        yield made
        made.shutdown()


def oauth(server):
    return OAuth(token_url=server.url, client_id="client", client_secret="hush", refresh_token="rt-1")


def test_a_refresh_token_becomes_an_access_token_that_is_kept_until_it_expires(server, certificates):
    clock = [0.0]
    tokens = Tokens(oauth(server), tls_context(certificates.ca_file), monotonic=lambda: clock[0])
    assert (tokens.access_token(), tokens.access_token(), len(server.forms)) == ("at-1", "at-1", 1)
    assert server.forms[0] == {
        "grant_type": ["refresh_token"],
        "client_id": ["client"],
        "refresh_token": ["rt-1"],
        "client_secret": ["hush"],
    }
    clock[0] = 3541
    tokens.access_token()
    assert len(server.forms) == 2


@pytest.mark.parametrize(
    ("answer", "error", "match"),
    [
        ((400, {"error": "invalid_grant", "hint": "rt-1"}), TransportUnusable, r"refused the refresh token \(400 invalid_grant\)"),
        ((503, {}), OSError, "out of order"),
        ((200, {"expires_in": 5}), TransportUnusable, "gave no access token"),
    ],
)  # fmt: skip
def test_what_the_provider_answers_is_looked_at(server, certificates, answer, error, match):
    server.answer = answer
    with pytest.raises(error, match=match) as caught:
        Tokens(oauth(server), tls_context(certificates.ca_file)).access_token()
    assert "rt-1" not in str(caught.value)
    assert "hush" not in str(caught.value) + repr(oauth(server))


def test_a_token_server_that_is_not_trusted_gets_no_token(server):
    with pytest.raises(TransportUnusable, match="cannot be trusted"):
        Tokens(oauth(server), tls_context(None)).access_token()
    assert server.forms == []


def test_a_token_is_never_asked_for_in_the_clear():
    with pytest.raises(TransportUnusable, match="https"):
        OAuth(token_url="http://example.org/token", client_id="c", refresh_token="r")


@pytest.mark.parametrize("good", [True, False])
def test_the_answer_to_the_login_is_heard(server, starttls_server, certificates, sender, monkeypatch, good):  # noqa: PLR0917 - fixtures
    from aiosmtpd.smtp import AuthResult
    from smtp_rig import _Connection

    seen = []

    async def auth_XOAUTH2(self, _server, args):  # noqa: N802
        seen.append(base64.b64decode(args[1]))
        if not good:
            await self.push("334 eyJzdGF0dXMiOiI0MDEifQ==")
            await self._reader.readline()
        return AuthResult(success=good, handled=False, auth_data=None)

    monkeypatch.setattr(_Connection, "auth_XOAUTH2", auth_XOAUTH2, raising=False)
    account = account_for(starttls_server, certificates, password=None, oauth=oauth(server))
    with SmtpTransport(account) as transport:
        if good:
            starttls_server.users = {}
            assert transport.deliver(make_envelope(sender), lambda: None).kind is OutcomeKind.SENT
        else:
            with pytest.raises(TransportUnusable, match="refused the login"):
                transport.deliver(make_envelope(sender), lambda: None)
    assert seen == [b"user=login-name\x01auth=Bearer at-1\x01\x01"]

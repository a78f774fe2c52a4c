"""OAuth2 instead of a password: a refresh token is exchanged for an access token that logs in (SASL XOAUTH2).

yagmail's own exchange ignores the server's answer and may speak over an unencrypted connection; this one checks both.
"""

from __future__ import annotations

import base64
import http.client
import json
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

from digest.errors import TransportUnusable

#: seconds
_TIMEOUT = 30.0
#: An access token is renewed when it is valid for less than so many seconds.
_MARGIN = 60.0
_MAX_ANSWER = 65_536


@dataclass(frozen=True, kw_only=True, slots=True)
class OAuth:
    """What the provider gave when the account was registered."""

    #: https only
    token_url: str
    client_id: str
    client_secret: str | None = field(default=None, repr=False)
    refresh_token: str = field(repr=False)

    def __post_init__(self) -> None:
        """Check the address."""
        parts = urlsplit(self.token_url)
        if parts.scheme != "https" or not parts.hostname:
            raise TransportUnusable("the token address must begin with https://", subject=self.token_url)


class Tokens:
    """Access tokens of one account, kept until they expire."""

    def __init__(
        self, oauth: OAuth, context: ssl.SSLContext, *, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self.oauth = oauth
        self._context = context
        self._monotonic = monotonic
        self._token = ""
        self._until = float("-inf")

    def access_token(self) -> str:
        """A token that is valid now.

        ``TransportUnusable`` when the provider refuses, ``OSError`` when it cannot be reached or is out of order.
        """
        if self._monotonic() >= self._until:
            answer = self._exchange()
            token, seconds = answer.get("access_token"), answer.get("expires_in", 0)
            if not isinstance(token, str) or not token.isascii():
                raise self._unusable("gave no access token")
            self._token = token
            self._until = self._monotonic() + (seconds if isinstance(seconds, int) else 0) - _MARGIN
        return self._token

    def forget(self) -> None:
        """Do not use the last token again: the mail server refused it."""
        self._until = float("-inf")

    def _exchange(self) -> dict[str, object]:
        parts = urlsplit(self.oauth.token_url)
        form = {
            "grant_type": "refresh_token",
            "client_id": self.oauth.client_id,
            "refresh_token": self.oauth.refresh_token,
            **({"client_secret": self.oauth.client_secret} if self.oauth.client_secret else {}),
        }
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection = http.client.HTTPSConnection(
            parts.hostname or "", parts.port, timeout=_TIMEOUT, context=self._context
        )
        try:
            connection.request("POST", path, urlencode(form), {"Content-Type": "application/x-www-form-urlencoded"})
            with connection.getresponse() as answer:  # it keeps the socket open, too
                status, content = answer.status, answer.read(_MAX_ANSWER)
        except ssl.SSLCertVerificationError as error:
            raise self._unusable(f"shows a certificate that cannot be trusted ({error.verify_message})") from error
        except http.client.HTTPException as error:
            raise OSError(f"the token server answers nonsense: {type(error).__name__}") from error
        finally:
            connection.close()
        return self._read(status, content)

    def _read(self, status: int, content: bytes) -> dict[str, object]:
        try:
            found = json.loads(content)
        except ValueError:
            found = None
        known = found if isinstance(found, dict) else {}
        if status >= 500 or status == 429:
            raise OSError(f"the token server is out of order ({status})")
        if status != 200:
            # RFC 6749 5.2: the word for it; the rest of the answer may repeat what was sent
            word = known.get("error")
            reason = word if isinstance(word, str) and word.isprintable() else "no reason given"
            raise self._unusable(f"refused the refresh token ({status} {reason[:60]}); sign in again")
        return known

    def _unusable(self, reason: str) -> TransportUnusable:
        return TransportUnusable(f"{reason}; nothing was sent", subject=urlsplit(self.oauth.token_url).hostname)


def xoauth2(user: str, token: str) -> str:
    """The initial response of SASL XOAUTH2, base64."""
    return base64.b64encode(f"user={user}\x01auth=Bearer {token}\x01\x01".encode()).decode("ascii")

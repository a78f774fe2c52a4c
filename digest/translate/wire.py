"""HTTP with a translation service: limits on time and size, patience, and errors that a user understands.

A key travels in a header or in a body and is nowhere else: not in an address, a log line or an error, and it is blotted
out of whatever a server says. Redirects are not followed, so it cannot be sent on to another host.
"""

from __future__ import annotations

import email.utils
import json
import time
import unicodedata
import weakref
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import httpx

from digest.errors import EngineRefused, EngineUnavailable
from digest.translate.spec import is_loopback

#: bytes of one answer; the longest honest one is a hundredth of it
MAX_ANSWER = 8_000_000
#: seconds; a service that asks for a longer pause is not there for this run
MAX_PAUSE = 60.0
_REASON_LENGTH = 200
#: what httpx raises for a proxy that it cannot use: SOCKS without its package, an address of another kind
BAD_PROXY = (ImportError, ValueError)


@dataclass(frozen=True, kw_only=True, slots=True)
class Patience:
    """How often a busy or silent service is asked again: after ``first_wait · 2^k`` seconds, or what it asks for."""

    retries: int = 3
    first_wait: float = 0.5
    longest_wait: float = 8.0

    def wait(self, attempt: int) -> float:
        """Seconds before the attempt after this one (from 0)."""
        return min(self.first_wait * 2.0**attempt, self.longest_wait)


@dataclass(frozen=True, kw_only=True, slots=True)
class Reply:
    """What a service answered."""

    status: int
    text: str
    #: seconds it asks to wait, from Retry-After
    pause: float | None = None

    @property
    def data(self) -> Any:
        """The body as JSON; None if it is none."""
        try:
            return json.loads(self.text)
        except (ValueError, RecursionError):
            return None

    @property
    def reason(self) -> str:
        """The status and what the service says of its own error, on one short line."""
        said = _message(self.data) or ("" if "<html" in self.text.lower() else self.text)
        return f"{self.status} {one_line(said)}".strip()


def one_line(text: str) -> str:
    """Text of a server, fit for a terminal and a mail: one line, short, no control characters."""
    clean = "".join(" " if unicodedata.category(char).startswith("C") else char for char in text[: 4 * _REASON_LENGTH])
    return " ".join(clean.split())[:_REASON_LENGTH]


class Wire:
    """A connection to one service that is kept open between calls. Safe to share between threads."""

    def __init__(
        self,
        *,
        engine: str,
        url: str,
        timeout_seconds: float,
        headers: Mapping[str, str] | None = None,
        secret: str | None = None,
        patience: Patience | None = None,
        final: Callable[[Reply], bool] = lambda _: False,
    ) -> None:
        """``secret`` is blotted out; ``final`` tells a busy-looking reply that waiting will not change."""
        self._engine, self._url, self._secret = engine, url.rstrip("/"), secret
        self._timeout, self._patience, self._final = timeout_seconds, patience or Patience(), final
        self._headers = {"Accept-Language": "en", "User-Agent": "digest", **(headers or {})}
        self._client: httpx.Client | None = None

    def get(self, path: str) -> Reply:
        """Ask for something. Raises EngineUnavailable when there is no answer after all patience."""
        return self._ask("GET", path, None)

    def post(self, path: str, body: bytes) -> Reply:
        """Send JSON (``encode``). Raises EngineUnavailable when there is no answer after all patience."""
        return self._ask("POST", path, body)

    def delete(self, path: str) -> Reply:
        """Remove something. Raises EngineUnavailable when there is no answer after all patience."""
        return self._ask("DELETE", path, None)

    def refuse(self, reason: str) -> EngineRefused:
        """The error for a service that answers, and will not work."""
        return EngineRefused(self._blot(reason), subject=self._engine)

    def unavailable(self, reason: str) -> EngineUnavailable:
        """The error for a service that gives no usable answer."""
        return EngineUnavailable(self._blot(reason), subject=self._engine)

    def _ask(self, method: str, path: str, body: bytes | None) -> Reply:
        timeouts = 0
        for attempt in range(self._patience.retries + 1):
            pause, problem = self._patience.wait(attempt), ""
            try:
                reply = self._once(method, path, body)
            except httpx.TimeoutException:
                problem, timeouts = f"no answer within {self._timeout:g} seconds", timeouts + 1
            except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
                problem = f"cannot be reached at {self._url}: {one_line(str(error)) or type(error).__name__}"
            else:
                if not _is_busy(reply) or self._final(reply):
                    return reply
                problem = f"answers {reply.reason}"
                pause = reply.pause if reply.pause is not None else pause
                if pause > MAX_PAUSE:
                    raise self.unavailable(f"{problem}, and asks to wait {pause:.0f} seconds")
            if attempt == self._patience.retries or timeouts > 1:  # a silent server costs the whole timeout each time
                break
            time.sleep(pause)
        raise self.unavailable(problem)

    def _once(self, method: str, path: str, body: bytes | None) -> Reply:
        deadline = time.monotonic() + self._timeout
        headers = {"Content-Type": "application/json"} if body is not None else {}
        with self._open().stream(method, self._url + path, content=body, headers=headers) as response:
            content = bytearray()
            for chunk in response.iter_bytes():
                content += chunk
                if len(content) > MAX_ANSWER:
                    raise self.unavailable(f"its answer is longer than {MAX_ANSWER} bytes")
                if time.monotonic() > deadline:  # httpx only limits the time between two pieces
                    raise httpx.ReadTimeout("trickles")
            if response.is_redirect:
                raise self.unavailable(f"redirects to another address ({response.status_code}): correct its url")
            text = self._blot(content.decode("utf-8", errors="replace"))
            return Reply(status=response.status_code, text=text, pause=_pause(response.headers.get("Retry-After")))

    def _open(self) -> httpx.Client:
        if self._client is None:
            # a proxy of the environment is for the network, never for a server on this machine
            trust_env = not is_loopback(self._url)
            try:
                client = httpx.Client(headers=self._headers, timeout=self._timeout, trust_env=trust_env)
            except BAD_PROXY as error:  # waiting does not mend it
                raise self.unavailable(f"cannot be reached through the proxy: {one_line(str(error))}") from error
            weakref.finalize(self, client.close)
            self._client = client
        return self._client

    def _blot(self, text: str) -> str:
        return text.replace(self._secret, "[key]") if self._secret else text


def encode(body: Any) -> bytes:
    """JSON as it is sent."""
    return json.dumps(body, ensure_ascii=False).encode("utf-8", errors="replace")


def _is_busy(reply: Reply) -> bool:
    return reply.status in (408, 429) or reply.status >= 500


def _pause(written: str | None) -> float | None:
    """Retry-After: seconds, or a date (RFC 9110 10.2.3)."""
    if not written:
        return None
    if written.strip().isdecimal():
        return float(written)
    try:
        return max(0.0, email.utils.parsedate_to_datetime(written).timestamp() - time.time())
    except (ValueError, OverflowError):
        return None


def _message(data: Any) -> str:
    """What stands in the usual places of an error: ``error``, ``error.message``, ``message``, ``detail``."""
    for key in ("error", "message", "detail"):
        value = data.get(key) if isinstance(data, dict) else None
        if isinstance(value, dict):
            value = value.get("message")
        if isinstance(value, str) and value.strip():
            return value
    return ""

"""Downloads that go on where they broke off: in this run, and in the next.

Beside ``NAME.part`` lies ``NAME.part.json`` with the address and the server's mark of this very file (ETag, else
Last-Modified): the rest of another file is never put behind the beginning of this one.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from pathlib import Path

import httpx

from digest.errors import EngineError, EngineUnavailable
from digest.translate.spec import is_loopback
from digest.translate.wire import BAD_PROXY, Patience, one_line

MAX_BYTES = 2_000_000_000
_TIMEOUT_SECONDS = 30.0


def fetch(
    url: str, part: Path, *, advance: Callable[[int, int | None], None], patience: Patience | None = None
) -> None:
    """Download ``url`` into the file ``part``. ``advance`` is told bytes so far and in all (None if unknown).

    EngineUnavailable when it breaks off again and again; what has come is kept for the next call. So is a whole file,
    until ``discard``.
    """
    patience = patience or Patience()
    part.parent.mkdir(parents=True, exist_ok=True)
    failures = 0
    with _client(url) as client:
        while True:
            before = _size(part)
            try:
                _continue(client, url, part, advance)
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                failures = 0 if _size(part) > before else failures + 1
                if failures > patience.retries:
                    reason = one_line(str(error)) or type(error).__name__
                    told = f"the download broke off ({reason}); run again to go on from {_size(part)} bytes"
                    raise EngineUnavailable(told, subject=url) from error
                time.sleep(patience.wait(failures))
            else:
                return


def _client(url: str) -> httpx.Client:
    try:
        return httpx.Client(follow_redirects=True, timeout=_TIMEOUT_SECONDS, trust_env=not is_loopback(url))
    except BAD_PROXY as error:
        raise EngineUnavailable(f"cannot be reached through the proxy: {one_line(str(error))}", subject=url) from error


def discard(part: Path) -> None:
    """Forget a download."""
    part.unlink(missing_ok=True)
    _note_of(part).unlink(missing_ok=True)


def _continue(client: httpx.Client, url: str, part: Path, advance: Callable[[int, int | None], None]) -> None:
    mark = _mark(part, url)
    begin = _size(part) if mark else 0
    headers = {"Accept-Encoding": "identity"}
    if begin:
        headers |= {"Range": f"bytes={begin}-", "If-Range": mark}
    with client.stream("GET", url, headers=headers) as response:
        whole = _whole(response)
        if url.startswith("https:") and response.url.scheme != "https":
            raise EngineUnavailable("the server sends us to an address without TLS", subject=url)
        if response.status_code == 416 and begin and whole == begin:
            return
        if response.status_code == 416:
            part.unlink(missing_ok=True)  # it became shorter: from the beginning
            raise httpx.RemoteProtocolError("the file on the server changed")
        if response.status_code >= 500:
            raise httpx.RemoteProtocolError(f"the server answers {response.status_code}")
        if response.status_code not in (200, 206):
            raise EngineUnavailable(f"the server answers {response.status_code}", subject=url)
        if response.status_code == 200 or not _continues(response, begin):
            begin = 0
        if response.status_code == 206 and not begin:
            part.unlink(missing_ok=True)
            raise httpx.RemoteProtocolError("the server sent another piece than the one asked for")
        _save(response, part, begin=begin, whole=whole, url=url, advance=advance)


def _save(
    response: httpx.Response,
    part: Path,
    *,
    begin: int,
    whole: int | None,
    url: str,
    advance: Callable[[int, int | None], None],
) -> None:
    if not begin:
        mark = response.headers.get("ETag", "")
        mark = response.headers.get("Last-Modified", "") if not mark or mark.startswith("W/") else mark
        _note_of(part).write_text(json.dumps({"url": url, "mark": mark}), "utf-8")
    size = begin
    with part.open("ab" if begin else "wb") as file:
        for block in response.iter_raw():
            size += len(block)
            if max(size, whole or 0) > MAX_BYTES:
                raise EngineError(f"it is longer than {MAX_BYTES} bytes", subject=url)
            file.write(block)
            advance(size, whole)


def _continues(response: httpx.Response, begin: int) -> bool:
    return str(response.headers.get("Content-Range", "")).startswith(f"bytes {begin}-")


def _whole(response: httpx.Response) -> int | None:
    """Bytes of the whole file, as far as the server tells."""
    if found := re.search(r"/(\d+)$", response.headers.get("Content-Range", "")):
        return int(found[1])
    length = response.headers.get("Content-Length", "") if response.status_code == 200 else ""
    return int(length) if length.isdigit() else None


def _mark(part: Path, url: str) -> str:
    """The server's mark of the file that ``part`` is the beginning of; empty if that is not known."""
    try:
        note = json.loads(_note_of(part).read_text("utf-8"))
        return str(note["mark"]) if note["url"] == url else ""
    except (OSError, ValueError, LookupError, TypeError):
        return ""


def _note_of(part: Path) -> Path:
    return part.with_name(f"{part.name}.json")


def _size(part: Path) -> int:
    return part.stat().st_size if part.exists() else 0

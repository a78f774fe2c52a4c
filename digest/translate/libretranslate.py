"""LibreTranslate: a translation server of one's own, or somebody else's.

The server says what it calls Chinese (``zh-Hans`` since 1.9, ``zh`` before) and how much it takes; a limit that it
keeps to itself shows when it is exceeded, and requests become smaller. It knows no glossary, and placeholders get
mangled.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from digest.errors import EngineError
from digest.translate.engine import Result, State
from digest.translate.pieces import cut
from digest.translate.spec import EngineSpec, is_loopback, url_of
from digest.translate.wire import Patience, Reply, Wire, encode

_CODES = ("zh-Hans", "zh", "zh-CN", "zh_Hans", "zho")
_TOO_MUCH = "exceeds text limit"
#: how much the request was, and how much it may be: of texts or of characters, which the server does not say
_LIMIT = re.compile(r"\((\d+)\) exceeds text limit \((\d+)\)")
#: texts and characters of one request where the server sets no limit
_BATCH, _BATCH_CHARS = 32, 5000
#: a piece shorter than this is not cut any further
_SHORTEST = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class _Server:
    """What the server says of itself."""

    source: str
    #: characters of one request
    chars: int


class LibreTranslate:
    """One server."""

    resent = 0

    def __init__(self, spec: EngineSpec, patience: Patience | None = None) -> None:
        """Nothing is asked yet."""
        url = url_of(spec)
        self.name = spec.name
        self.fingerprint = f"libretranslate {url}"
        self.leaves_machine = not is_loopback(url)
        self.paid = self.leaves_machine and spec.key is not None
        self._key = spec.key
        self._server: _Server | None = None
        self._batch = _BATCH
        self._wire = Wire(
            engine=spec.name,
            url=url,
            timeout_seconds=spec.timeout_seconds,
            secret=spec.key,
            patience=patience,
            # the server's way to say that it stumbled over a text; asking again changes nothing
            final=lambda reply: reply.status == 500 and "Cannot translate text" in reply.text,
        )

    def probe(self) -> str:
        """What can be said of the server; raises EngineError when it is of no use."""
        server = self._ask_server()
        return f"{server.source} → en, {server.chars} characters a request"

    def translate(self, texts: Sequence[str], *, terms: Mapping[str, str], context: str) -> list[Result]:
        """See :class:`digest.translate.engine.Engine`; ``terms`` and ``context`` have no place in this protocol."""
        del terms, context
        self._ask_server()
        done: list[Result] = []
        try:
            while len(done) < len(texts):
                done += self._translate(self._next(texts[len(done) :]))
        except EngineError as error:
            if not any(result.text for result in done):
                raise
            done += [_none(error.message)] * (len(texts) - len(done))  # what is there already is kept
        return done

    def _next(self, texts: Sequence[str]) -> Sequence[str]:
        """The texts of the next request, by the limits that are known by now: the first one at least."""
        chars, end, size = self._ask_server().chars, 1, len(texts[0])
        while end < len(texts) and end < self._batch and size + len(texts[end]) <= chars:
            size += len(texts[end])
            end += 1
        return texts[:end]

    def _all(self, texts: Sequence[str]) -> list[Result]:
        done: list[Result] = []
        while len(done) < len(texts):
            done += self._translate(self._next(texts[len(done) :]))
        return done

    def _translate(self, batch: Sequence[str]) -> list[Result]:
        server = self._ask_server()
        if len(batch) == 1 and len(batch[0]) > server.chars:
            return [self._in_pieces(batch[0], server.chars)]
        reply = self._wire.post("/translate", encode(self._request(batch, server)))
        if reply.status == 200:
            return _results(reply, len(batch))
        too_much = _TOO_MUCH in reply.text
        if too_much:
            self._learn(reply, batch, server)
        if len(batch) > 1 and (reply.status in (413, 500) or too_much):
            first = self._next(batch)
            first = first if len(first) < len(batch) else batch[: len(batch) // 2]
            return self._translate(first) + self._all(batch[len(first) :])
        if too_much:
            limit = self._ask_server().chars
            return [self._in_pieces(batch[0], limit if limit < len(batch[0]) else len(batch[0]) // 2)]
        if reply.status in (401, 403):
            raise self._wire.refuse(f"does not let us in: a key is needed, or this one is wrong ({reply.reason})")
        if reply.status in (400, 500):
            return [_none(f"answers {reply.reason}")] * len(batch)
        raise self._wire.refuse(f"answers {reply.reason}")

    def _learn(self, reply: Reply, batch: Sequence[str], server: _Server) -> None:
        """Take a limit from a refusal."""
        told = _LIMIT.search(reply.text)
        if told and int(told[1]) == len(batch) > 1:
            self._batch = max(1, min(self._batch, int(told[2])))
        elif told:
            self._server = replace(server, chars=max(1, min(server.chars, int(told[2]))))

    def _in_pieces(self, text: str, limit: int) -> Result:
        """The pieces of one text, each translated alone; all of them or none."""
        pieces = cut(text, limit) if limit >= _SHORTEST else [text]
        if len(pieces) < 2 or any(len(piece) > limit for piece in pieces):
            return _none(f"longer than the {limit} characters that the server takes, and cannot be cut")
        found = [self._translate([piece])[0] for piece in pieces]
        missing = next((result for result in found if result.text is None), None)
        return missing or _mt(" ".join(result.text or "" for result in found))

    def _request(self, batch: Sequence[str], server: _Server) -> dict[str, Any]:
        request = {"q": list(batch), "source": server.source, "target": "en", "format": "text"}
        return request | ({"api_key": self._key} if self._key else {})

    def _ask_server(self) -> _Server:
        if self._server is None:
            reply = self._wire.get("/languages")
            if reply.status in (401, 403):
                raise self._wire.refuse(f"does not let us in ({reply.reason})")
            listed = reply.data
            if reply.status != 200 or not isinstance(listed, list):
                raise self._wire.unavailable(f"is no LibreTranslate server: /languages answers {reply.reason}")
            source = _chinese(listed)
            if source is None:
                raise self._wire.refuse("its server has no model from Chinese to English")
            self._server = _Server(source=source, chars=self._limit())
        return self._server

    def _limit(self) -> int:
        reply = self._wire.get("/frontend/settings")
        settings = reply.data if reply.status == 200 else None  # a server without its web page has none
        told = settings.get("charLimit") if isinstance(settings, dict) else None
        return min(told, _BATCH_CHARS) if isinstance(told, int) and told > 0 else _BATCH_CHARS


def _chinese(listed: Sequence[Any]) -> str | None:
    """What the server calls Simplified Chinese, if it can turn it into English."""
    can = {
        item["code"]
        for item in listed
        if isinstance(item, dict) and isinstance(item.get("code"), str) and _knows_english(item)
    }
    return next((code for code in _CODES if code in can), None)


def _knows_english(item: Mapping[str, Any]) -> bool:
    """Whether a language is said to have English, or nothing is said of it."""
    targets = item.get("targets")
    return not isinstance(targets, list) or "en" in targets


def _results(reply: Reply, count: int) -> list[Result]:
    data = reply.data
    found = data.get("translatedText") if isinstance(data, dict) else None
    if not isinstance(found, list) or len(found) != count:
        return [_none("the answer does not have as many texts as the question")] * count
    return [_mt(text.strip()) if isinstance(text, str) and text.strip() else _none("an empty answer") for text in found]


def _mt(text: str) -> Result:
    return Result(text=text, state=State.MT, why="LibreTranslate")


def _none(why: str) -> Result:
    return Result(text=None, state=State.NONE, why=why)

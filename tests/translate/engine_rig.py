"""Translation services on 127.0.0.1 that speak the real wires and misbehave as real ones do.

with ChatServer(behaviour="merged") as server:
    engine = Chat(spec(kind="chat", url=f"{server.url}/v1"))
    ...
    assert server.calls("/v1/chat/completions") == 6
"""

from __future__ import annotations

import hashlib
import itertools
import json
import re
import threading
import time
from collections import deque
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from digest.translate.spec import EngineSpec, Format, Kind
from digest.translate.wire import Patience

#: patience for tests: as many attempts, no waiting
HASTY = Patience(retries=3, first_wait=0.001, longest_wait=0.005)
KEY = "sk-very-secret-0123456789"

ENGLISH = {
    "各乡镇要压实秸秆禁烧的属地责任。": "All townships must take responsibility for the straw burning ban.",
    "市住建局要在12月20日前完成30公里管网更换。": "The bureau must replace 30 km of pipes by December 20.",
    "严禁采购来源不明的食材。": "Buying food of unknown origin is strictly prohibited.",
    "会议强调要建立台账、逐项销号。": "The meeting stressed a register with items closed one by one.",
    "确需外出的应提前3天报备。": "Those who must travel should report it three days in advance.",
}
SENTENCES = list(ENGLISH)


def spec(kind, state_dir="/nonexistent", **more) -> EngineSpec:
    given = {"name": "office", "timeout_seconds": 5.0, **more}
    if "response_format" in given:
        given["response_format"] = Format(given["response_format"])
    return EngineSpec(kind=Kind(kind), state_dir=Path(state_dir), **given)


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    headers: dict
    body: object


class Server:
    """Answers by ``respond``; before that, ``script`` holds answers (status, body, headers) that come first."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.script: deque = deque()
        #: seconds before every answer
        self.delay = 0.0
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def _do(self) -> None:
                raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                outer.requests.append(
                    Request(self.command, self.path, dict(self.headers), json.loads(raw) if raw else None)
                )
                time.sleep(outer.delay)
                try:
                    outer.serve(self)
                except (BrokenPipeError, ConnectionResetError):
                    self.close_connection = True

            do_GET = do_POST = do_DELETE = _do  # noqa: N815 - names of http.server

            def log_message(self, *_) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._server.handle_error = lambda *_: None  # a client that hangs up is what some tests are about
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *_) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def calls(self, path: str) -> int:
        return sum(request.path == path for request in self.requests)

    def serve(self, handler) -> None:
        answer = self.script.popleft() if self.script else self.respond(self.requests[-1])
        status, body, headers = (*answer, {})[:3]
        data = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
        handler.send_response(status)
        for name, value in {"Content-Type": "application/json", "Content-Length": str(len(data)), **headers}.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(data)

    def respond(self, request: Request):
        raise NotImplementedError


class ChatServer(Server):
    """An OpenAI-compatible server whose model knows SENTENCES. ``behaviour`` names its way to be wrong."""

    def __init__(self, behaviour: str = "ok", *, models=("m",)) -> None:
        super().__init__()
        self.behaviour, self.models = behaviour, models

    def respond(self, request: Request):  # noqa: PLR0911 - one line for each fault
        if request.path == "/v1/models":
            return 200, {"data": [{"id": name} for name in self.models]}
        body = request.body
        if body["model"] not in self.models:
            return 404, {"error": {"message": f"model '{body['model']}' not found"}}
        form = body.get("response_format", {}).get("type")
        if self.behaviour == "no-schema" and form == "json_schema":
            return 400, {"error": {"message": "This response_format type is unavailable now"}}
        if self.behaviour == "no-temperature" and "temperature" in body:
            return 400, {"error": {"message": "Unsupported value: 'temperature' does not support 0"}}
        given = json.loads(body["messages"][-1]["content"])["items"]
        if self.behaviour == "censor" and any("食材" in item["zh"] for item in given):
            return 400, {"error": {"message": "Content Exists Risk"}}
        if self.behaviour == "rejects":
            return 400, {"error": {"message": "bad request"}}
        items = [{"id": i["id"], "src": i["zh"][:12], "en": ENGLISH.get(i["zh"], "unknown")} for i in given]
        return 200, {"choices": [{"message": {"role": "assistant", "content": self.content(items, given)}}]}

    def content(self, items, given) -> str:  # noqa: PLR0911
        first = self.calls("/v1/chat/completions") == 1
        items = getattr(self, "_" + self.behaviour, lambda items, *_: items)(items, given, first)
        text = json.dumps({"items": items}, ensure_ascii=False)
        match self.behaviour:
            case "fence":
                return f"Here you are:\n```json\n{text}\n```\nDone."
            case "think":
                return '<think>The user wants {"items": []}. Fine.</think>\n' + text
            case "blank":
                return " \n" * 40 if first else text
            case "always-blank":
                return ""
            case "truncated":
                return text[: len(text) // 2] if len(given) > 1 else text
            case "numbers-as-ids":
                return re.sub(r'"id": "(\d+)"', r'"id": \1', text)
        return text

    @staticmethod
    def _merged(items, given, first):
        """Items 1 and 2 become one, and all that follows moves up."""
        if len(items) < 2:
            return items
        both = {**items[0], "en": items[0]["en"] + " " + items[1]["en"]}
        moved = [{**item, "id": str(number)} for number, item in enumerate(items[2:], 2)]
        return [both, *moved]

    @staticmethod
    def _swallowed(items, given, first):
        """Item 1 holds item 2, which is missing; every other id and echo is right."""
        if len(items) < 2:
            return items
        return [{**items[0], "en": items[0]["en"] + " " + items[1]["en"]}, *items[2:]]

    @staticmethod
    def _echoed(items, given, first):
        """Item 1 holds item 2 and all English moves up, with every id and echo in its place."""
        if len(items) < 2:
            return items
        english = [item["en"] for item in items]
        moved = [english[0] + " " + english[1], *english[2:], english[-1]]
        return [{**item, "en": en} for item, en in zip(items, moved, strict=True)]

    @staticmethod
    def _dropped(items, given, first):
        return items if len(items) < 2 else [items[0], *items[2:]]

    @staticmethod
    def _shifted(items, given, first):
        """Each id has what belongs to the next."""
        if len(items) < 2:
            return items
        return [{**after, "id": item["id"]} for item, after in itertools.pairwise(items)]

    @staticmethod
    def _untranslated(items, given, first):
        return [{**item, "en": i["zh"]} if first else item for item, i in zip(items, given, strict=True)]

    @staticmethod
    def _loop(items, given, first):
        return [{**item, "en": "strictly enforce it " * 4} if first else item for item in items]

    @staticmethod
    def _twice(items, given, first):
        """A second item of the same id comes later: the first counts."""
        return [*items, {**items[0], "en": "something else entirely"}]

    @staticmethod
    def _numberless(items, given, first):
        return [{**item, "en": re.sub(r"\d+ km", "kilometres", item["en"])} for item in items]


class DeepLServer(Server):
    """DeepL's statuses: one known key, quota, glossaries."""

    def __init__(self, *, key: str = KEY, quota: int = 10_000, glossaries: bool = True) -> None:
        super().__init__()
        self.key, self.quota, self.takes_glossaries = key, quota, glossaries
        self.used = 0
        #: glossaries cannot be deleted
        self.unmovable = False
        self.glossaries: dict[str, dict] = {}

    def respond(self, request: Request):
        if request.headers.get("Authorization") != f"DeepL-Auth-Key {self.key}":
            return 403, {"message": f"Authorization failed: {request.headers.get('Authorization')}"}
        if request.path == "/v2/usage":
            return 200, {"character_count": self.used, "character_limit": self.quota}
        if request.path == "/v2/glossaries":
            return self._make_glossary(request.body)
        if request.method == "DELETE" and self.unmovable:
            return 503, {"message": "not now"}
        if request.method == "DELETE":
            del self.glossaries[request.path.rpartition("/")[2]]
            return 204, b""
        return self._translate(request.body)

    def _make_glossary(self, body):
        if not self.takes_glossaries:
            return 403, {"message": "Glossaries are not part of this plan"}
        made = hashlib.md5(json.dumps(body).encode()).hexdigest() + str(len(self.glossaries))
        self.glossaries[made] = dict(line.split("\t") for line in body["entries"].splitlines())
        return 201, {"glossary_id": made, "ready": True}

    def _translate(self, body):
        if len(body["text"]) > 50 or len(json.dumps(body, ensure_ascii=False).encode()) > 128 * 1024:
            return 413, {"message": "too large"}
        if self.used + sum(map(len, body["text"])) > self.quota:
            return 456, {"message": "Quota Exceeded"}
        glossary = body.get("glossary_id")
        if glossary and glossary not in self.glossaries:
            return 404, {"message": f"Glossary {glossary} not found"}
        self.used += sum(map(len, body["text"]))
        words = self.glossaries.get(glossary, {})
        said = [ENGLISH.get(text, f"[{text}]") for text in body["text"]]
        for zh, en in words.items():
            said = [
                f"{english} ({en})" if zh in text else english for text, english in zip(body["text"], said, strict=True)
            ]
        return 200, {"translations": [{"detected_source_language": "ZH", "text": text} for text in said]}


class LibreServer(Server):
    """LibreTranslate: ``code`` is what it calls Chinese; limits as its options set them, of which it tells only one."""

    def __init__(self, *, code="zh-Hans", char_limit=-1, batch_limit=-1, key=None, settings=True) -> None:
        super().__init__()
        self.code, self.char_limit, self.batch_limit, self.key = code, char_limit, batch_limit, key
        self.settings = settings
        #: a text that makes it stumble
        self.poison = "\0"

    def respond(self, request: Request):  # noqa: PLR0911 - one line for each fault
        if request.path == "/languages":
            told = [
                {"code": self.code, "name": "Chinese", "targets": ["en", self.code]},
                {"code": "en", "name": "English"},
            ]
            return 200, [{**item, "targets": item.get("targets", ["en"])} for item in told if item["code"]]
        if request.path == "/frontend/settings":
            return (200, {"charLimit": self.char_limit, "keyRequired": bool(self.key)}) if self.settings else (404, b"")
        body = request.body
        if self.key and body.get("api_key") != self.key:
            return 403, {"error": f"Invalid API key {body.get('api_key')}"}
        if body["source"] != self.code:
            return 400, {"error": f"{body['source']} is not supported"}
        if self.batch_limit != -1 and len(body["q"]) > self.batch_limit:
            return 400, {
                "error": f"Invalid request: request ({len(body['q'])}) exceeds text limit ({self.batch_limit})"
            }
        chars = sum(map(len, body["q"]))
        if self.char_limit != -1 and chars > self.char_limit:
            return 400, {"error": f"Invalid request: request ({chars}) exceeds text limit ({self.char_limit})"}
        if self.poison in body["q"]:
            return 500, {"error": "Cannot translate text: list index out of range"}
        return 200, {"translatedText": [ENGLISH.get(text, f"[{text}]") for text in body["q"]]}


class PackageServer(Server):
    """An index of models and the files; ``breaks`` are numbers of bytes after which a download breaks off."""

    def __init__(self, files: dict[str, bytes]) -> None:
        super().__init__()
        self.files, self.breaks = files, deque()
        self.index: list[dict] = []
        self.marked = True
        #: how far behind the asked place the pieces begin
        self.shift = 0
        #: statuses instead of the next downloads
        self.troubles: deque[int] = deque()

    def mark(self, name: str) -> str:
        return f'"{hashlib.md5(self.files[name]).hexdigest()}"'

    def offer(self, name: str, version: str, source="zh", target="en") -> None:
        entry = {"from_code": source, "to_code": target, "package_version": version}
        self.index.append({**entry, "links": [f"{self.url}/{name}", "ipfs://nothing"]})

    def serve(self, handler) -> None:
        if handler.path == "/index.json" or handler.path.strip("/") not in self.files:
            super().serve(handler)
            return
        data = self.files[handler.path.strip("/")]
        if self.troubles:
            handler.send_error(self.troubles.popleft())
            return
        mark = self.mark(handler.path.strip("/"))
        found = re.fullmatch(r"bytes=(\d+)-", handler.headers.get("Range", ""))
        start = int(found[1]) + self.shift if found and handler.headers.get("If-Range") == mark else 0
        if start >= len(data):
            handler.send_response(416)
            handler.send_header("Content-Range", f"bytes */{len(data)}")
            handler.send_header("Content-Length", "0")
            handler.end_headers()
            return
        handler.send_response(206 if start else 200)
        if start:
            handler.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
        if self.marked:
            handler.send_header("ETag", mark)
        handler.send_header("Content-Length", str(len(data) - start))
        handler.end_headers()
        end = start + self.breaks.popleft() if self.breaks else len(data)
        handler.wfile.write(data[start:end])
        if end < len(data):
            handler.close_connection = True

    def respond(self, request: Request):
        return (200, self.index) if request.path == "/index.json" else (404, b"")

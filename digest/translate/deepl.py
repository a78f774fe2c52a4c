"""DeepL over plain HTTP, https://developers.deepl.com/docs.

A request holds at most 50 texts and stays under 100 000 bytes (the documented 128 KiB are not reached in practice). The
user's terms become a glossary of the account, which is made once for each version of them and remembered.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from digest.errors import EngineError
from digest.translate.engine import Context, Result, State
from digest.translate.spec import EngineSpec, is_loopback, url_of
from digest.translate.wire import Patience, Reply, Wire, encode

_TEXTS, _BYTES = 50, 100_000
#: bytes of a request besides its texts
_FRAME = 1000
_PATIENCE = Patience(retries=5, first_wait=0.3, longest_wait=8.0)
#: what a short text is, said in the language of the source: DeepL reads it and neither translates nor bills it
_ABOUT: Mapping[str, str] = {
    Context.TITLE: "这是地方政府新闻的标题。",
    Context.DIRECTIVE: "这是地方政府会议或文件提出的工作要求。",
    Context.HEAD: "这是地方政府会议或文件提出的工作要求。",
    Context.SENTENCE: "这是地方政府新闻中的一句话。",
    Context.ISSUER: "这是提出工作要求的机关、会议或领导。",
    Context.OWNER: "这是负责落实工作要求的部门或单位。",
    Context.TOPIC: "这是政府工作的一个主题。",
    Context.PLACE: "这是中国的一个行政区划。",
    Context.DEADLINE: "这是完成工作的时限。",
}


class DeepL:
    """One account."""

    resent = 0

    def __init__(self, spec: EngineSpec, patience: Patience | None = None) -> None:
        """Nothing is asked yet."""
        key = spec.key or ""
        url = url_of(spec)
        self.name = spec.name
        self.fingerprint = "deepl ZH EN-US 1"
        self.leaves_machine, self.paid = not is_loopback(url), True
        self._glossaries = _Glossaries(spec.state_dir / "engines" / f"{spec.name}-glossary.json")
        self._wire = Wire(
            engine=spec.name,
            url=url,
            timeout_seconds=spec.timeout_seconds,
            headers={"Authorization": f"DeepL-Auth-Key {key}"},
            secret=spec.key,
            patience=patience or _PATIENCE,
        )

    def probe(self) -> str:
        """How much of the account's quota is used; raises EngineError when it is of no use."""
        reply = self._wire.get("/v2/usage")
        self._refuse_for_good(reply)
        data = reply.data
        if reply.status != 200 or not isinstance(data, dict) or "character_count" not in data:
            raise self._wire.unavailable(f"answers {reply.reason}")
        return f"{data['character_count']} of {data.get('character_limit', '?')} characters used"

    def translate(self, texts: Sequence[str], *, terms: Mapping[str, str], context: str) -> list[Result]:
        """See :class:`digest.translate.engine.Engine`."""
        done: list[Result] = []
        try:
            for chunk in _chunks(texts):
                done += self._translate(chunk, terms, context)
        except EngineError as error:
            if not any(result.text for result in done):
                raise
            done += [_none(error.message)] * (len(texts) - len(done))  # what was paid for is kept
        return done

    def _translate(self, chunk: Sequence[str], terms: Mapping[str, str], context: str) -> list[Result]:
        if len(chunk) == 1 and _size(chunk[0]) > _BYTES - _FRAME:
            return [_none("longer than DeepL takes")]
        reply = self._post(chunk, terms, context)
        if reply.status in (413, 414) and len(chunk) > 1:
            middle = len(chunk) // 2
            halves = (chunk[:middle], chunk[middle:])
            return [result for half in halves for result in self._translate(half, terms, context)]
        if reply.status in (400, 413, 414):
            return [_none(f"answers {reply.reason}")] * len(chunk)
        if reply.status != 200:
            raise self._wire.refuse(f"answers {reply.reason}")
        return _results(reply, len(chunk))

    def _post(self, chunk: Sequence[str], terms: Mapping[str, str], context: str) -> Reply:
        request: dict[str, Any] = {
            "text": list(chunk),
            "source_lang": "ZH",
            "target_lang": "EN-US",
            "split_sentences": "0",
            "preserve_formatting": True,
        }
        if about := _ABOUT.get(context):
            request["context"] = about
        glossary = self._glossary(terms)
        reply = self._wire.post("/v2/translate", encode(request | ({"glossary_id": glossary} if glossary else {})))
        if glossary and reply.status in (400, 404) and "glossary" in reply.text.lower():
            self._glossaries.forget()  # somebody deleted it: it is made anew, once
            glossary = self._glossary(terms)
            reply = self._wire.post("/v2/translate", encode(request | ({"glossary_id": glossary} if glossary else {})))
        self._refuse_for_good(reply)
        return reply

    def _refuse_for_good(self, reply: Reply) -> None:
        if reply.status in (401, 403):
            raise self._wire.refuse(f"does not accept the key ({reply.reason})")
        if reply.status == 456:
            raise self._wire.refuse("the characters of this account are used up (456)")

    def _glossary(self, terms: Mapping[str, str]) -> str | None:
        """The id of the glossary with exactly these terms; None without terms, or if the account takes no glossary."""
        entries = _entries(terms)
        if not entries:
            return None
        version = hashlib.sha256(entries.encode()).hexdigest()[:16]
        if (known := self._glossaries.known(version)) is not None:
            return known or None
        request = {"name": f"digest-{version}", "source_lang": "zh", "target_lang": "en"}
        reply = self._wire.post("/v2/glossaries", encode(request | {"entries": entries, "entries_format": "tsv"}))
        self._refuse_key_only(reply)
        data = reply.data
        made = data.get("glossary_id") if isinstance(data, dict) and reply.status in (200, 201) else None
        old = self._glossaries.remember(version, str(made) if made else "")
        if made and old:
            with contextlib.suppress(EngineError):  # it stays in the account, where it does no harm
                self._wire.delete(f"/v2/glossaries/{old}")
        return str(made) if made else None

    def _refuse_key_only(self, reply: Reply) -> None:
        """A plan without glossaries answers 403 or 456 here too: the translation itself decides about the key."""
        if reply.status == 401:
            self._refuse_for_good(reply)


class _Glossaries:
    """Which glossary this program made last, in a small file: version of the terms and id."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._version, self._id = "", ""
        try:
            told = json.loads(path.read_text("utf-8"))
            self._version, self._id = str(told["version"]), str(told["id"])
        except (OSError, ValueError, LookupError, TypeError):
            pass  # it is made anew

    def known(self, version: str) -> str | None:
        """The id for this version; empty if the account took none this time; None if it was not tried."""
        return self._id if version == self._version else None

    def remember(self, version: str, made: str) -> str:
        """Note a new glossary, or that none could be made (for this process only); returns the id it replaces."""
        old, self._version = self._id, version
        self._id = made
        if made:
            with contextlib.suppress(OSError):  # then the next process makes it anew
                self._path.parent.mkdir(parents=True, exist_ok=True)
                self._path.write_text(json.dumps({"version": version, "id": made}), "utf-8")
        return old

    def forget(self) -> None:
        """Make the next one anew."""
        self._version = self._id = ""


def _entries(terms: Mapping[str, str]) -> str:
    """Terms as DeepL wants them: one pair on each line, no tab, line break or blank inside."""
    pairs = ((" ".join(zh.split()), " ".join(en.split())) for zh, en in terms.items())
    return "\n".join(f"{zh}\t{en}" for zh, en in sorted(pairs) if zh and en)


def _size(text: str) -> int:
    return len(encode(text)) + 2


def _chunks(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    start = 0
    while start < len(texts):
        end, size = start + 1, _FRAME + _size(texts[start])
        while end < len(texts) and end - start < _TEXTS and size + _size(texts[end]) < _BYTES:
            size += _size(texts[end])
            end += 1
        yield texts[start:end]
        start = end


def _results(reply: Reply, count: int) -> list[Result]:
    data = reply.data
    found = data.get("translations") if isinstance(data, dict) else None
    if not isinstance(found, list) or len(found) != count:
        return [_none("the answer does not have as many texts as the question")] * count
    texts = [item.get("text") if isinstance(item, dict) else None for item in found]
    return [
        Result(text=text.strip(), state=State.MT, why="DeepL")
        if isinstance(text, str) and text.strip()
        else _none("an empty answer")
        for text in texts
    ]


def _none(why: str) -> Result:
    return Result(text=None, state=State.NONE, why=why)

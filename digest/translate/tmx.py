"""TMX 1.4, the exchange format of translation memories: https://www.gala-global.org/tmx-14b.

Reading believes nothing: no entity is expanded, nothing outside the file is fetched, sizes and depths are limited. A
document type that is only named, as OmegaT writes it, is let pass; one that brings declarations is refused.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from xml.parsers import expat

from digest.errors import DocumentError

#: bytes; a memory of 100 000 sentences has 60 million
MAX_BYTES = 200_000_000
_MAX_DEPTH = 50
#: a property of our own: who made a unit
_ORIGIN, _MACHINE = "x-digest-origin", "machine"
_DATE = "%Y%m%dT%H%M%SZ"
#: what stands inside a segment and is another program's code, not text
_CODE = frozenset({"bpt", "ept", "ph", "it", "ut"})
#: characters that XML 1.0 cannot hold
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """A text and its English."""

    zh: str
    en: str
    #: who made it: an engine's name, or what the other program says; None when it says nothing
    by: str | None = None
    made: datetime | None = None
    #: True if a machine made it and nobody corrected it, as far as the file says
    machine: bool = False


def write(pairs: Sequence[Pair], *, tool_version: str) -> bytes:
    """A TMX file with these pairs, UTF-8."""
    root = ET.Element("tmx", version="1.4")
    ET.SubElement(
        root,
        "header",
        {
            "creationtool": "digest",
            "creationtoolversion": tool_version,
            "segtype": "sentence",
            "o-tmf": "digest",
            "adminlang": "en",
            "srclang": "zh",
            "datatype": "plaintext",
        },
    )
    body = ET.SubElement(root, "body")
    for pair in pairs:
        about = {"creationdate": pair.made.astimezone(UTC).strftime(_DATE)} if pair.made else {}
        unit = ET.SubElement(body, "tu", about | ({"creationid": _xml(pair.by)} if pair.by else {}))
        if pair.machine:
            ET.SubElement(unit, "prop", type=_ORIGIN).text = _MACHINE
        for lang, text in (("zh", pair.zh), ("en", pair.en)):
            ET.SubElement(ET.SubElement(unit, "tuv", {"xml:lang": lang}), "seg").text = _xml(text)
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def read(content: bytes, *, name: str) -> list[Pair]:
    """The pairs of a TMX file that have Chinese and English; others are passed over.

    Any kind of Chinese and of English is taken (zh-CN, ZH-HANT, en-GB), the first of each in a unit. DocumentError,
    with ``name`` as its subject, for what is no TMX or is not to be trusted.
    """
    if len(content) > MAX_BYTES:
        raise DocumentError(f"is larger than {MAX_BYTES // 1_000_000} MB", subject=name)
    root = _Guard(name).parse(content)
    if root.tag != "tmx":
        raise DocumentError("is not a TMX file", subject=name)
    return [pair for unit in root.iter("tu") for pair in _pair(unit)]


def _pair(unit: ET.Element) -> Iterator[Pair]:
    texts: dict[str, str] = {}
    for variant in unit.iter("tuv"):
        lang = (variant.get("xml:lang") or variant.get("lang") or "").lower().replace("_", "-").split("-")[0]
        segment = variant.find("seg")
        text = " ".join(_text(segment).split()) if segment is not None else ""
        if text:
            texts.setdefault(lang, text)
    if "zh" in texts and "en" in texts:
        by = unit.get("changeid") or unit.get("creationid")
        made = _date(unit.get("changedate") or unit.get("creationdate") or "")
        machine = any(prop.get("type") == _ORIGIN and prop.text == _MACHINE for prop in unit.iter("prop"))
        yield Pair(zh=texts["zh"], en=texts["en"], by=by, made=made, machine=machine)


def _text(segment: ET.Element) -> str:
    parts = [segment.text or ""]
    for child in segment:
        parts += ["" if child.tag in _CODE else _text(child), child.tail or ""]
    return "".join(parts)


def _date(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, _DATE).replace(tzinfo=UTC)
    except ValueError:
        return None


def _xml(text: str) -> str:
    return _NOT_XML.sub("", text)


class _Guard:
    """Expat with every trick switched off, building a tree."""

    def __init__(self, name: str) -> None:
        self._name, self._depth = name, 0
        self._builder = ET.TreeBuilder()
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._builder.data
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.EntityDeclHandler = self._refuse
        self._parser.ExternalEntityRefHandler = self._refuse
        self._parser.SkippedEntityHandler = self._refuse

    def parse(self, content: bytes) -> ET.Element:
        try:
            self._parser.Parse(content, True)
            return self._builder.close()
        except expat.ExpatError as error:
            raise DocumentError(f"is not well-formed XML: {error}", subject=self._name) from error
        except (ValueError, LookupError) as error:  # an encoding that Python does not know or XML does not allow
            raise DocumentError(f"cannot be decoded: {error}", subject=self._name) from error

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise DocumentError("is nested too deeply", subject=self._name)
        self._builder.start(tag, attributes)

    def _end(self, tag: str) -> None:
        self._depth -= 1
        self._builder.end(tag)

    def _doctype(self, _name: str, _system: str | None, _public: str | None, has_declarations: bool) -> None:
        if has_declarations:
            self._refuse()

    def _refuse(self, *_about: Any) -> int:
        raise DocumentError("declares entities or a document type: refused", subject=self._name)

"""The text of a Word file (.docx): ECMA-376, a zip with one XML part that holds the body.

Read with zipfile and lxml, not with python-docx: its paragraphs leave out tracked insertions and content controls, and
a directive may stand in one. Headers, footers, comments and notes lie in parts of their own and are not read; numbers
that Word counts itself are not in the text.
"""

from __future__ import annotations

import io
import lzma
import posixpath
import re
import struct
import zipfile
import zlib
from typing import Any

from digest.errors import BinaryDocument, EmptyDocument, HugeDocument

#: bytes of the body part unpacked: the text of a thick book
_MAX_XML = 16_000_000
#: XML packs about 10 to 30 to one; a bomb, 1000 to one
_MAX_RATIO = 200
#: files inside the zip, and bytes they declare together (pictures too)
_MAX_FILES, _MAX_TOTAL = 5_000, 500_000_000
#: what zipfile and the unpackers raise on damaged bytes
_BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, NotImplementedError, RuntimeError,
    ValueError, OverflowError,
)  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NAMESPACES = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",  # ISO/IEC 29500 Strict
)
#: deleted or moved away; the second telling of a text box; the reading above a word
_SKIPPED = frozenset({"del", "moveFrom", "rt"})
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_OFFICE_DOCUMENT = re.compile(rb"<(?:\w+:)?Relationship\b[^>]{0,1000}/officeDocument[\"'][^>]{0,1000}>")
_TARGET = re.compile(rb"Target\s*=\s*[\"']([^\"']{1,200})[\"']")


def read(data: bytes) -> str:
    """The paragraphs of the body, one on each line; DocumentError says why there are none.

    Safe with any bytes: sizes are checked in the zip's directory, then again while unpacking; no entity is expanded.
    """
    if data.startswith(_OLE):
        raise BinaryDocument(_old_or_locked(data))
    if data.count(b"PK\x01\x02") > _MAX_FILES:
        raise HugeDocument(f"more than {_MAX_FILES} files inside: no Word file has so many")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse_bomb(archive)
            xml = _member(archive, _main_part(archive))
    except _BROKEN as error:
        raise BinaryDocument("damaged or cut off: it does not open as a Word file (.docx)") from error
    text = _text(xml)
    if not text.strip():
        raise EmptyDocument("the Word file holds no text (only pictures?)")
    return text


def _old_or_locked(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "locked with a password; save it without one"
    return "an old Word file (.doc) under the name .docx; open it in Word and save it as .docx"


def _refuse_bomb(archive: zipfile.ZipFile) -> None:
    total = sum(member.file_size for member in archive.infolist())
    if total > _MAX_TOTAL:
        raise HugeDocument(f"unpacks to {total // 1_000_000} MB: not read, it could be made to do harm (a zip bomb)")


def _main_part(archive: zipfile.ZipFile) -> str:
    """The name of the body part, as the package's relationships give it."""
    names = set(archive.namelist())
    if "_rels/.rels" in names and (found := _OFFICE_DOCUMENT.search(_member(archive, "_rels/.rels"))):
        target = _TARGET.search(found[0])
        name = posixpath.normpath(target[1].decode("utf-8", "replace")).lstrip("/") if target else ""
        if name in names:
            return name
    if "word/document.xml" in names:
        return "word/document.xml"
    raise BinaryDocument("a zip archive, but not a Word file: it has no document inside")


def _member(archive: zipfile.ZipFile, name: str) -> bytes:
    """One file of the zip, never more than the limit of it."""
    info = archive.getinfo(name)
    if info.flag_bits & 1:
        raise BinaryDocument("locked with a password; save it without one")
    if info.file_size > 1_000_000 and info.file_size > info.compress_size * _MAX_RATIO:
        raise HugeDocument("packed more tightly than any text: not read, it could be made to do harm (a zip bomb)")
    with archive.open(info) as member:
        data = member.read(_MAX_XML + 1)
    if len(data) > _MAX_XML:
        raise HugeDocument(f"its text unpacks to more than {_MAX_XML // 1_000_000} MB")
    return data


def _text(xml: bytes) -> str:
    from lxml import etree  # noqa: PLC0415 - heavy, and not every folder has Word files

    parser = etree.XMLParser(target=_Body(), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return str(etree.fromstring(xml, parser))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BinaryDocument("damaged: the text inside the Word file cannot be read") from error


class _Body:
    """Collects the text while the parser walks the part: no tree is built, so depth and size cost nothing."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._skipping = 0
        self._in_text = False

    def start(self, tag: str, attributes: Any) -> None:  # noqa: ARG002 - lxml's target interface
        name = _name(tag)
        if self._skipping or name in _SKIPPED or tag == _FALLBACK:
            self._skipping += 1
        elif name == "t":
            self._in_text = True
        elif name == "p":
            self._pieces.append("\n")  # also of the paragraph around a text box
        elif name in _BREAKS:
            self._pieces.append(_BREAKS[name])

    def data(self, text: str) -> None:
        if self._in_text and not self._skipping:
            self._pieces.append(text)

    def end(self, tag: str) -> None:
        if self._skipping:
            self._skipping -= 1
        elif (name := _name(tag)) == "t":
            self._in_text = False
        elif name == "p":
            self._pieces.append("\n")

    def close(self) -> str:
        lines = (line.rstrip() for line in "".join(self._pieces).splitlines())
        return "\n".join(line for line in lines if line.strip())


def _name(tag: str) -> str:
    """The name of an element of the WordprocessingML namespace, else an empty string."""
    for namespace in _NAMESPACES:
        if tag.startswith(namespace):
            return tag[len(namespace) :]
    return ""

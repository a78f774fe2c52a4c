"""Bytes to text, by evidence.

Order of proof: a byte order mark; strict UTF-8; UTF-16 whose text reads as Chinese; the charset an HTML page declares;
GB18030 against Big5, each decoded strictly and weighed by how common its characters are; the same with a few broken
bytes; charset-normalizer. Nothing is replaced silently: the encoding's name tells of a cut tail or broken bytes.
"""

from __future__ import annotations

import codecs
import functools
import itertools
import logging
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from digest.errors import BinaryDocument

#: the longer marks first: UTF-32-LE starts with the mark of UTF-16-LE
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)

#: what people save under .txt by mistake
_SIGNATURES = (
    (b"PK\x03\x04", "starts with PK: a zip, Word or Excel file?"),
    (b"%PDF-", "starts with %PDF: a PDF file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file (.doc, .xls)"),
    (b"{\\rtf", "a rich text file (RTF); save it as plain text"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
)

#: a page declares its charset in its first bytes (HTML Standard, "prescan a byte stream": 1024; real pages need more)
_PRESCAN = 4096
_DECLARED = re.compile(rb"""<meta\b[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,20})""", re.IGNORECASE)
#: labels worth believing, with the supersets that the WHATWG Encoding Standard decodes them with. A page that says
#: iso-8859-1 only shows what its server was set to
_LABELS = {
    "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb_2312-80": "gb18030", "gb18030": "gb18030",
    "big5": "cp950", "cp950": "cp950", "big5-hkscs": "big5hkscs",
}  # fmt: skip

#: only so many characters are weighed: enough for any verdict
_SAMPLE = 4000
#: a decoding whose mean character weight is lower is no Chinese text
_PLAUSIBLE = 0.55
#: more broken bytes than this share of the text are no accident of a copy
_TOLERATED = 0.02
#: more control characters than this share of the bytes are no text
_CONTROLS = 0.1

_HAN_OR_CJK_MARK = re.compile("[\u3000-\u303f\u3400-\u9fff\uff01-\uff65]")
_NEWLINES = re.compile("\r\n|[\r\v\f\u0085\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
#: controls, byte order marks inside the text, zero-width and direction marks: no reader sees them, every pattern trips
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\ufeff]")

#: frequent characters of news prose, both scripts, and the marks that hold Chinese sentences together
_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开合还因由其些前外天政四日那社义事平形相全"
    "表间样与关各重新线内数正心明看原利比或但质气第向道变条没结解问意建月公无系情者最立代通并提直题党程展五位入常文总次设及管特件长"
    "求基资流路级图统接知组见计别手期根论运农指区强放决做必战先任取据处保治北百规领七口东导压增济思术极交受六共权收证改清再转更单风"
    "切打教带安场身车务具万每目至达积议报完类八名确科信节整集步群广记需段委员市县镇乡村街道局办省落责任督查严禁底前召出席强调推"
    "這為個國時來們說產種後學經進著電裡現實兩體機當點從業應開還與關間樣線內數質氣變條沒結問無係總設長資級圖統見計別論運農區戰據處"
    "規領東導壓濟術極權證轉單風場車務萬達議報確節廣記員縣鎮鄉責強調嚴"
    "，。、；：？！（）“”《》0123456789"
)
_MARKS_AND_FORMS = re.compile("[\u3000-\u303f\uff01-\uff5e—‘’“”…·●■□▲△○◆★※①-⑳℃％]")


@dataclass(frozen=True)
class _Reading:
    """One way to read the bytes."""

    text: str
    encoding: str
    #: bytes that the encoding cannot read, each now U+FFFD
    broken: int = 0
    #: the last character was cut in the middle and dropped
    cut: bool = False

    @property
    def name(self) -> str:
        notes = ["last character cut"] if self.cut else []
        if self.broken:
            notes.append("1 broken byte" if self.broken == 1 else f"{self.broken} broken bytes")
        return f"{self.encoding} ({', '.join(notes)})" if notes else self.encoding

    @functools.cached_property
    def weight(self) -> float:
        """How much it looks like Chinese: the mean weight of the non-ASCII characters, from -1 to 2."""
        characters = list(itertools.islice((c for c in self.text if c > "\x7f"), _SAMPLE))
        if not characters:
            return 1.0 if self.text else 0.0
        return sum(map(_character_weight, characters)) / len(characters)

    @property
    def controls(self) -> int:
        return len(_CONTROL.findall(self.text))

    @property
    def binary(self) -> bool:
        return self.controls > len(self.text) * _CONTROLS

    @property
    def tolerable(self) -> bool:
        # one byte overwritten inside a character breaks up to three
        return self.broken <= max(3, len(self.text) * _TOLERATED)


def decode(data: bytes, *, declared: str | None = None) -> tuple[str, str]:
    r"""Text and the name of its encoding; newlines are ``\n``, invisible characters are gone.

    ``declared`` is the charset that the envelope of the bytes names, as a mail does: believed when it reads well.

    The name is a Python codec name, followed by a remark in brackets when the text is not all there:
    ``utf-8 (last character cut)``, ``gb18030 (2 broken bytes)``; each broken byte stands as U+FFFD.
    Raises BinaryDocument for what is not text.
    """
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise BinaryDocument(f"binary data, not text ({what})")
    reading = next((found for found in _attempts(data, declared) if found is not None), None)
    if reading is None:
        raise BinaryDocument("not text in any encoding we know (UTF-8, UTF-16, GB18030, Big5)")
    if reading.binary:
        raise BinaryDocument(f"binary data, not text ({reading.controls} control characters in {len(reading.text)})")
    return _INVISIBLE.sub("", _NEWLINES.sub("\n", reading.text)), reading.name


def printable(path: str | Path) -> str:
    """A path as text that can be stored and shown, even if its name was written in GB18030 (archives from Windows)."""
    raw = os.fsencode(path)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        best = _best(raw, ("gb18030", "cp950"))
        return best.text if best else raw.decode("utf-8", errors="backslashreplace")


def _attempts(data: bytes, declared: str | None) -> Iterator[_Reading | None]:
    """The proofs in order; the first that holds wins."""
    yield _by_mark(data)
    envelope = _LABELS.get((declared or "").lower())
    yield _best(data, (envelope,)) if envelope else None
    yield _by_utf8(data)
    yield _by_wide_pattern(data)
    yield _by_declaration(data)
    yield _best(data, ("gb18030", "cp950", "big5hkscs"))
    yield _with_broken_bytes(data)
    yield _last_resort(data)


def _by_mark(data: bytes) -> _Reading | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            reading = _strict(data[len(mark) :], encoding) or _lenient(data[len(mark) :], encoding)
            return reading if reading.tolerable else None
    return None


def _by_utf8(data: bytes) -> _Reading | None:
    reading = _strict(data, "utf-8")
    if reading is None or data.count(0) > len(data) * _CONTROLS:
        return None  # text with every other byte NUL is UTF-16
    if reading.text.isascii() and not reading.cut:
        return reading
    if _HAN_OR_CJK_MARK.search(reading.text):
        return reading
    # a few words in GB18030 can be valid UTF-8: 一 is D2BB, which is also the Cyrillic letter U+04BB
    rival = _best(data, ("gb18030", "cp950"))
    if rival is None:
        return reading
    return None if reading.cut or rival.weight > reading.weight else reading


def _by_wide_pattern(data: bytes) -> _Reading | None:
    """UTF-16 without a mark: read either way round, only one of them is common Chinese or ASCII."""
    readings = [r for r in (_strict(data, "utf-16-le"), _strict(data, "utf-16-be")) if r is not None]
    readings = [r for r in readings if r.weight >= _PLAUSIBLE and not r.controls]
    if not readings:
        return None
    best = max(readings, key=lambda r: r.weight)
    rival = _best(data, ("gb18030", "cp950"))
    return None if rival is not None and rival.weight >= best.weight else best


def _by_declaration(data: bytes) -> _Reading | None:
    found = _DECLARED.search(data[:_PRESCAN])
    encoding = _LABELS.get(found[1].decode("ascii").lower()) if found else None
    return _best(data, (encoding,)) if encoding else None


def _best(data: bytes, encodings: tuple[str, ...]) -> _Reading | None:
    """The strict reading with the most common characters; the first named wins a tie. None below the threshold."""
    readings = [r for r in (_strict(data, encoding) for encoding in encodings) if r and not r.binary]
    best = max(readings, key=lambda r: r.weight, default=None)
    return best if best is not None and best.weight >= _PLAUSIBLE else None


def _with_broken_bytes(data: bytes) -> _Reading | None:
    """A text that lost a byte on its way is still a text: a few gaps are better than a missed directive."""
    readings = [_lenient(data, encoding) for encoding in ("utf-8", "gb18030", "cp950")]
    readings = [r for r in readings if r.tolerable and r.weight >= _PLAUSIBLE]
    return min(readings, key=lambda r: (r.broken, -r.weight), default=None)


def _last_resort(data: bytes) -> _Reading | None:
    """Not Chinese, or in an old encoding: ask charset-normalizer."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to import and hardly ever needed

    logging.getLogger("charset_normalizer").setLevel(logging.WARNING)
    best = from_bytes(data[:200_000]).best()
    return _strict(data, best.encoding) if best is not None else None


def _strict(data: bytes, encoding: str) -> _Reading | None:
    """The text, or None at the first impossible byte. A character cut by the end of the file is dropped."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    try:
        text = decoder.decode(data)
    except UnicodeError:
        return None
    cut = bool(decoder.getstate()[0])
    if cut and text.isascii():
        return None  # one odd byte after plain ASCII proves no encoding
    return _Reading(text, encoding, cut=cut)


def _lenient(data: bytes, encoding: str) -> _Reading:
    text = data.decode(encoding, errors="replace")
    return _Reading(text, encoding, broken=text.count("\ufffd"))


def _character_weight(character: str) -> float:
    if character in _FREQUENT:
        return 2.0
    if character in _common_han() or _MARKS_AND_FORMS.match(character):
        return 1.0
    if "\u4e00" <= character <= "\u9fff":
        return 0.2  # rare or a form of the other script
    # toned pinyin is at home here; kana, bopomofo, box drawing, Hangul and private use come of a wrong reading
    return 0.5 if "\u00e0" <= character <= "\u01dc" else -1.0


@functools.cache
def _common_han() -> frozenset[str]:
    """The 3755 characters of GB 2312 level 1 and the 5401 of Big5 level 1: the standards' own lists of common use."""
    simplified = bytes(b for row in range(0xB0, 0xD8) for col in range(0xA1, 0xFF) for b in (row, col))
    columns = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    traditional = bytes(b for row in range(0xA4, 0xC7) for col in columns for b in (row, col))
    return frozenset(simplified.decode("gb2312", errors="ignore") + traditional.decode("big5", errors="ignore"))

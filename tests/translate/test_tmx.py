"""TMX goes out and comes back the same; what other programs write is read, what attackers write is refused."""

from __future__ import annotations

import time
import xml.etree.ElementTree as ET
from datetime import UTC, datetime

import pytest

from digest.errors import DocumentError
from digest.translate.tmx import Pair, read, write

MADE = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
PAIRS = [
    Pair(zh="加强隐患排查", en="Look for hazards", by="human", made=MADE),
    Pair(zh='要求“三个<全>”&"到位"', en="Three 'fulls' & <all> in place", by="deepl", made=MADE, machine=True),
    Pair(zh="𠮷田村", en="Jitian Village"),
]

OMEGAT = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx11.dtd">
<tmx version="1.1"><header creationtool="OmegaT" srclang="ZH-CN" adminlang="EN-US" datatype="plaintext" segtype="sentence" o-tmf="x"/>
<body>
 <tu><tuv lang="ZH-CN"><seg>加强
 排查</seg></tuv><tuv lang="EN-GB" changeid="ann" changedate="20260101T000000Z"><seg>Check</seg></tuv></tu>
 <tu changeid="ben" changedate="20260102T030405Z"><tuv xml:lang="zh-Hant"><seg>開<bpt i="1">&lt;b&gt;</bpt>會<ept i="1">&lt;/b&gt;</ept></seg></tuv>
  <tuv xml:lang="en"><seg>Hold a <hi type="x">meeting</hi> now</seg></tuv><tuv xml:lang="en-US"><seg>second</seg></tuv></tu>
 <tu><tuv xml:lang="de"><seg>Prüfung</seg></tuv><tuv xml:lang="en"><seg>Check</seg></tuv></tu>
 <tu><tuv xml:lang="zh"><seg>  </seg></tuv><tuv xml:lang="en"><seg>Check</seg></tuv></tu>
</body></tmx>"""


def test_what_is_written_is_read_again():
    assert read(write(PAIRS, tool_version="0.1"), name="a.tmx") == PAIRS


def test_the_file_is_tmx_1_4_from_chinese_to_english():
    root = ET.fromstring(write(PAIRS, tool_version="0.1"))
    assert (root.tag, root.get("version"), root.find("header").get("srclang")) == ("tmx", "1.4", "zh")
    required = {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"}
    assert set(root.find("header").attrib) == required
    langs = [v.get("{http://www.w3.org/XML/1998/namespace}lang") for v in root.find("body/tu").iter("tuv")]
    assert langs == ["zh", "en"]


def test_an_empty_memory_is_a_file_too():
    assert read(write([], tool_version="0.1"), name="a.tmx") == []


def test_characters_that_xml_cannot_hold_are_left_out():
    (pair,) = read(write([Pair(zh="加\x00强\ud800", en="a\x1fb\ufffe")], tool_version="0"), name="a.tmx")
    assert (pair.zh, pair.en) == ("加强", "ab")


def test_files_of_other_programs_are_read():
    assert read(OMEGAT.encode(), name="o.tmx") == [
        Pair(zh="加强 排查", en="Check"),
        Pair(zh="開會", en="Hold a meeting now", by="ben", made=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)),
    ]


def test_utf_16_is_read():
    text = OMEGAT.replace('encoding="UTF-8"', 'encoding="UTF-16"')
    assert len(read(text.encode("utf-16"), name="o.tmx")) == 2


BILLION = """<?xml version="1.0"?><!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><tmx><body><tu><tuv xml:lang="zh"><seg>&c;</seg></tuv></tu></body></tmx>"""
SECRET = '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/hostname">]><tmx><body><tu>&x;</tu></body></tmx>'
UNKNOWN = '<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx><body><tu><tuv xml:lang="zh"><seg>&x;</seg></tuv></tu></body></tmx>'


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (BILLION, "refused"),
        (SECRET, "refused"),
        ('<!DOCTYPE tmx SYSTEM "http://127.0.0.1:9/x.dtd" [<!ELEMENT tmx ANY>]><tmx/>', "refused"),
        ('<!DOCTYPE tmx [<!ENTITY % p SYSTEM "file:///etc/hostname"> %p;]><tmx/>', "refused"),
        (UNKNOWN, "refused"),
        ("<tmx>" + "<a>" * 100_000, "nested too deeply"),
        ("<html/>", "not a TMX file"),
        ("", "not well-formed"),
        ("加强", "not well-formed"),
        ("<tmx><body>", "not well-formed"),
        ('<?xml version="1.0" encoding="no-such"?><tmx/>', "no-such|decoded|well-formed"),
    ],
)
def test_what_is_hostile_or_broken_is_refused_with_the_reason(content, why):
    start = time.monotonic()
    with pytest.raises(DocumentError, match=why) as error:
        read(content.encode(), name="bad.tmx")
    assert error.value.subject == "bad.tmx"
    assert time.monotonic() - start < 5


def test_a_huge_file_is_refused_before_it_is_parsed(monkeypatch):
    monkeypatch.setattr("digest.translate.tmx.MAX_BYTES", 100)
    with pytest.raises(DocumentError, match="larger"):
        read(b" " * 101, name="bad.tmx")

import io
import time
import zipfile

import pytest
from document_files import LAST, LEAD, ORDERS, TEXT, TITLE, docx_bytes, repacked, zip_bomb
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from digest.errors import BinaryDocument, DocumentError, EmptyDocument, HugeDocument
from digest.ingest import docx, readers
from digest.text import brief


def body(document, xml):
    document.element.body.insert(1, parse_xml(xml.replace("<w:", "<w:", 1).replace(">", f" {nsdecls('w')}>", 1)))


def test_a_word_file_becomes_a_document_and_a_brief(tmp_path):
    path = tmp_path / "notice.docx"
    path.write_bytes(docx_bytes())
    (document,) = readers.read_all(path, max_bytes=10**7)
    assert (document.text, document.kind, document.encoding) == (TEXT, "text", "docx")
    read = brief.read(document)
    assert (read.article.title, read.article.published, read.article.source) == (TITLE, "2026-11-20", "云溪融媒")
    assert [d.owner for d in read.directives][:1] == ["各乡镇"]


def test_tracked_insertions_are_text_and_deletions_are_not():
    def alter(document):
        body(
            document,
            "<w:p><w:r><w:t>县林业局要</w:t></w:r><w:ins w:id='1'><w:r><w:t>每日</w:t></w:r></w:ins>"
            "<w:del w:id='2'><w:r><w:delText>每周</w:delText><w:t>每月</w:t></w:r></w:del><w:r><w:t>巡山。</w:t></w:r></w:p>",
        )

    assert "县林业局要每日巡山。" in docx.read(docx_bytes(alter=alter)).splitlines()


def test_content_controls_and_tables_are_text():
    def alter(document):
        body(document, f"<w:sdt><w:sdtContent><w:p><w:r><w:t>{ORDERS}</w:t></w:r></w:p></w:sdtContent></w:sdt>")
        document.add_table(1, 2).cell(0, 1).text = LAST

    assert docx.read(docx_bytes((LEAD,), alter=alter)).splitlines() == [LEAD, ORDERS, LAST]


def test_a_text_box_is_told_once_and_a_line_break_is_one():
    box = f"<w:txbxContent><w:p><w:r><w:t>{LAST}</w:t></w:r></w:p></w:txbxContent>"
    mc = "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"

    def alter(document):
        body(
            document,
            f"<w:p {mc}><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t></w:r><w:r><mc:AlternateContent>"
            f"<mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>",
        )

    assert docx.read(docx_bytes((LEAD,), alter=alter)).splitlines() == [LEAD, "甲", "乙", LAST]


def test_the_body_is_found_under_another_name():
    old = docx_bytes()
    with zipfile.ZipFile(io.BytesIO(old)) as archive:
        links, xml = archive.read("_rels/.rels"), archive.read("word/document.xml")
    moved = repacked(repacked(old, "word/document.xml", b"<x/>"), "word/document2.xml", xml)
    moved = repacked(moved, "_rels/.rels", links.replace(b"word/document.xml", b"/word/document2.xml"))
    assert docx.read(moved) == TEXT


def test_a_zip_bomb_is_refused_at_once():
    bomb = zip_bomb()
    assert len(bomb) < 200_000
    started = time.monotonic()
    with pytest.raises(HugeDocument, match="zip bomb"):
        docx.read(bomb)
    assert time.monotonic() - started < 1


def test_a_bomb_that_lies_about_its_size_is_not_unpacked():
    bomb = bytearray(zip_bomb())
    place = bomb.rfind(b"PK\x01\x02", 0, bomb.rfind(b"word/document.xml"))
    bomb[place + 24 : place + 28] = (900_000).to_bytes(4, "little")
    with pytest.raises(DocumentError):
        docx.read(bytes(bomb))


def test_many_pictures_declared_are_not_summed_up_for_ever():
    with pytest.raises(HugeDocument, match="more than 5000 files inside"):
        docx.read(b"PK\x03\x04" + b"PK\x01\x02" * 6000)


def test_entities_are_not_expanded():
    layers = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    xml = (
        f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY e0 "lol">{layers}]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
        "<w:t>前&e11;后</w:t></w:r></w:p></w:body></w:document>"
    )
    started = time.monotonic()
    try:
        told = docx.read(repacked(docx_bytes(), "word/document.xml", xml.encode()))
    except DocumentError:
        told = ""
    assert time.monotonic() - started < 2
    assert len(told) < 100


@pytest.mark.parametrize(
    ("data", "error", "reason"),
    [
        (docx_bytes()[:3000], BinaryDocument, "damaged or cut off"),
        (docx_bytes(()), EmptyDocument, "no text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), BinaryDocument, r"an old Word file \(\.doc\)"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
            BinaryDocument,
            "locked with a password",
        ),
        (repacked(docx_bytes(), "word/document.xml", b"<w:document"), BinaryDocument, "damaged"),
        ("云溪县召开会议".encode(), BinaryDocument, "does not open as a Word file"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(data, error, reason):
    with pytest.raises(error, match=reason):
        docx.read(data)


def test_a_zip_of_something_else_is_told_as_such():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("photo.jpg", b"\xff\xd8\xff")
    with pytest.raises(BinaryDocument, match="not a Word file"):
        docx.read(file.getvalue())

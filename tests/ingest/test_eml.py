import time
from email.message import EmailMessage

import pytest
from document_files import LEAD, ORDERS, PAGE, TEXT, TITLE, eml_bytes

from digest.errors import BinaryDocument, DocumentError, EmptyDocument
from digest.ingest import eml, readers
from digest.text import brief


@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "gb18030"])
def test_a_plain_mail_becomes_a_document(tmp_path, charset):
    path = tmp_path / "a.eml"
    path.write_bytes(eml_bytes(charset=charset))
    (document,) = readers.read_all(path, max_bytes=10**6)
    assert (document.text.strip(), document.kind) == (TEXT, "text")
    assert brief.read(document).article.title == TITLE


def test_the_page_of_a_mail_is_preferred_to_its_plain_text():
    body = eml.read(eml_bytes("见网页版。", PAGE))
    assert (body.kind, LEAD in body.text) == ("html", True)


def test_the_subject_is_the_title_of_a_mail_that_has_none():
    told = eml.read(eml_bytes(f"{LEAD}\n{ORDERS}", subject=f"Fwd: 转发：{TITLE}")).text
    assert told.splitlines()[0] == TITLE
    page = eml.read(eml_bytes(None, f"<p>{LEAD}</p>", subject=f"Re: {TITLE} <1>")).text
    assert page.startswith(f"<title>{TITLE} &lt;1&gt;</title>")


def test_a_web_page_saved_by_a_browser_is_its_page(tmp_path):
    saved = EmailMessage()
    saved["Subject"], saved["Snapshot-Content-Location"] = TITLE, "https://www.yunxi.example/a.html"
    saved.set_content(PAGE, subtype="html", cte="quoted-printable")
    saved.make_related()
    saved.add_related(b"\x89PNG", maintype="image", subtype="png")
    path = tmp_path / "page.mhtml"
    path.write_bytes(saved.as_bytes())
    document = readers.read(path, max_bytes=10**6)
    assert (document.kind, document.text.strip()) == ("html", PAGE)
    assert brief.read(document).article.published == "2026-11-20"


def test_a_big5_mail_without_a_word_of_its_charset_is_read():
    data = b"Subject: x\n\n" + "縣長強調，各鄉鎮要在本月底前完成一輪拉網式排查，嚴禁野外違規用火。".encode("big5")
    assert "嚴禁野外違規用火" in eml.read(data).text


def test_attachments_are_named_and_not_opened():
    message = EmailMessage()
    message["Subject"] = "通知"
    message.add_attachment(b"PK\x03\x04", maintype="application", subtype="zip", filename="通知.docx")
    message.add_attachment(TEXT, filename="通知.txt")
    with pytest.raises(EmptyDocument, match=r"only attachments \(通知\.docx, 通知\.txt\): save them"):
        eml.read(message.as_bytes())


@pytest.mark.parametrize(
    ("data", "error", "reason"),
    [
        (TEXT.encode(), BinaryDocument, "not a saved mail"),
        (bytes(range(256)) * 10, BinaryDocument, "not a saved mail"),
        (b"Subject: x\n\n \n", EmptyDocument, "holds no text"),
    ],
)
def test_a_mail_that_cannot_be_read_says_why(data, error, reason):
    with pytest.raises(error, match=reason):
        eml.read(data)


def test_parts_inside_parts_without_end_are_refused_in_time():
    nested = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000))
    started = time.monotonic()
    with pytest.raises(DocumentError):
        eml.read(nested + b"Content-Type: text/plain\n\nx")
    assert time.monotonic() - started < 5


@pytest.mark.parametrize("header", [b"=?utf-8?b?" + b"=" * 500 + b"?=", b"=?nonsense?q?x?=", b"<" * 100_000])
def test_a_broken_subject_costs_neither_the_mail_nor_the_time(header):
    started = time.monotonic()
    assert (
        TEXT in eml.read(b"Subject: " + header + b"\nContent-Type: text/plain; charset=utf-8\n\n" + TEXT.encode()).text
    )
    assert time.monotonic() - started < 2

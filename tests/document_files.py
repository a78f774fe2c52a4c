"""Files of every kind that is read, made from paragraphs: small, real, and of places that do not exist."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

import docx

TITLE = "云溪县召开冬季防火工作会议"
STAMP = "2026-11-20 08:30　来源：云溪融媒"
LEAD = "11月20日上午，云溪县召开冬季防火工作会议，县长陶知行出席并讲话。"
ORDERS = "陶知行强调，各乡镇要在12月20日前完成一轮拉网式排查，逐项销号管理。严禁野外违规用火。"
LAST = "会议要求，县林业局要组织护林员每日巡山两次。"
PARAGRAPHS = (TITLE, STAMP, LEAD, ORDERS, LAST)
TEXT = "\n".join(PARAGRAPHS)
PAGE = (
    f"<html><head><title>{TITLE}</title></head><body>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS) + "</body></html>"
)


def docx_bytes(paragraphs=PARAGRAPHS, *, alter=None) -> bytes:
    """A Word file as python-docx writes it; ``alter`` may change its document first."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if alter:
        alter(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def repacked(data: bytes, name: str, content: bytes) -> bytes:
    """The zip with one of its files replaced."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
        new.writestr(name, content)
    return file.getvalue()


def zip_bomb() -> bytes:
    """A Word file of 100 kB whose text unpacks to 100 MB."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as body:
        body.write(b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>')
        body.write(b"<w:p><w:r><w:t>")
        for _ in range(100):
            body.write(b"A" * 1_000_000)
        body.write(b"</w:t></w:r></w:p></w:body></w:document>")
    return file.getvalue()


def wrapped(paragraphs=PARAGRAPHS, *, columns=24, indent=2) -> list[str]:
    """Lines as a page shows them: each paragraph indented by two characters, broken at the right margin."""
    lines = []
    for paragraph in paragraphs:
        rest = "　" * indent + paragraph
        while rest:
            lines.append(rest[:columns])
            rest = rest[columns:]
    return lines


def pdf_bytes(*pages: list[tuple[float, float, str]], encrypt: str = "") -> bytes:
    """A PDF of A4 pages; each has (x, y, text) in points from the lower left, set in 16 point STSong.

    The font is one of Adobe's that need not be embedded; its code for a character is UTF-16BE.
    """
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"",
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>",
        (
            b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/FontDescriptor 5 0 R/DW 1000"
            b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>>>"
        ),
        (
            b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -120 1000 880]/ItalicAngle 0"
            b"/Ascent 880/Descent -120/CapHeight 880/StemV 80>>"
        ),
    ]
    kids = []
    for page in pages:
        shown = "\n".join(f"BT /F1 16 Tf 1 0 0 1 {x} {y} Tm <{t.encode('utf-16-be').hex()}> Tj ET" for x, y, t in page)
        stream = shown.encode()
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        content = len(objects)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>>>>>"
            % content
        )
        kids.append(len(objects))
    listed = " ".join(f"{kid} 0 R" for kid in kids).encode()
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), listed)
    return _assembled(objects, encrypt)


def _assembled(objects: list[bytes], encrypt: str) -> bytes:
    out, offsets = bytearray(b"%PDF-1.5\n"), []
    if encrypt:  # a standard security handler whose password nobody knows
        objects = [*objects, b"<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (b"11" * 32, b"22" * 32)]
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    locked = b"/Encrypt %d 0 R/ID[<00><00>]" % len(objects) if encrypt else b""
    out += b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, locked, table)
    return bytes(out)


def pdf_page(lines: list[str], *, top=740.0, left=72.0, pitch=28.0) -> list[tuple[float, float, str]]:
    """Lines one below the other; ideographic spaces in front become an indent."""
    shown = []
    for number, line in enumerate(lines):
        text = line.lstrip("　")
        shown.append((left + 16 * (len(line) - len(text)), top - pitch * number, text))
    return shown


def eml_bytes(text: str | None = TEXT, page: str | None = None, *, subject=TITLE, charset="utf-8") -> bytes:
    """A mail with a plain text, a page, or both."""
    message = EmailMessage()
    message["Subject"] = subject
    message["From"] = "news@yunxi.example"
    if text is not None:
        message.set_content(text, charset=charset)
    if page is not None:
        (message.add_alternative if text is not None else message.set_content)(page, subtype="html", charset=charset)
    return message.as_bytes()


def rss_item(number: int, *, title=TITLE, body=f"<p>{LEAD}</p><p>{ORDERS}</p><p>{LAST}</p>") -> str:
    link = f"<link>https://www.yunxi.example/2026/11/t{number}.html</link>"
    stamp = "<pubDate>Fri, 20 Nov 2026 00:30:00 GMT</pubDate>"
    return f"<item><title>{title}</title>{link}{stamp}<description><![CDATA[{body}]]></description></item>"


def rss(*items: str) -> bytes:
    head = '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>云溪要闻</title>'
    return (head + "\n".join(items) + "</channel></rss>").encode()

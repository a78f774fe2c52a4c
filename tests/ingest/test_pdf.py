import shutil
import subprocess
import sys
import time
from importlib.machinery import PathFinder

import pytest
from document_files import LAST, LEAD, ORDERS, PAGE, PARAGRAPHS, TEXT, TITLE, pdf_bytes, pdf_page, wrapped

from digest.errors import BinaryDocument, DocumentError, EmptyDocument, HugeDocument
from digest.ingest import pdf, readers
from digest.text import brief

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def test_a_pdf_becomes_a_document_whose_paragraphs_are_whole(tmp_path):
    path = tmp_path / "notice.PDF"
    path.write_bytes(pdf_bytes(pdf_page(wrapped())))
    (document,) = readers.read_all(path, max_bytes=10**7)
    assert (document.text, document.kind, document.encoding) == (TEXT, "text", "pdf")
    read = brief.read(document)
    assert (read.article.title, read.article.published) == (TITLE, "2026-11-20")
    assert read.directives[0].deadline == "12月20日前"


def test_a_sentence_goes_on_over_the_page_without_the_page_numbers():
    first, second = wrapped((LEAD, ORDERS))[:3], wrapped((LEAD, ORDERS))[3:]
    pages = [
        [*pdf_page(["云溪县人民政府公报"], top=800), *pdf_page(lines), *pdf_page([mark], top=50, left=280)]
        for lines, mark in ((first, "— 1 —"), (second, "第2页 共3页"), (wrapped((LAST,)), "3/3"))
    ]
    assert pdf.read(pdf_bytes(*pages)).splitlines() == [LEAD, ORDERS, LAST]


def test_list_items_set_apart_stay_apart_without_an_indent():
    items = ["一、压实属地责任，各乡镇要在本月底前完成排查整改。", "二、强化源头管控，严禁野外违规用火和乱堆乱放。"]
    assert pdf.read(pdf_bytes(pdf_page(items))).splitlines() == items


def test_latin_words_keep_their_space_at_the_end_of_a_line():
    lines = [
        "会议研究数字政府建设方案 Digital Government",
        "Plan 2026 的落实工作，要求各部门按期完成建设任务目",
        "标。",
    ]
    told = pdf.read(pdf_bytes(pdf_page(lines, left=40)))
    assert told == "会议研究数字政府建设方案 Digital Government Plan 2026 的落实工作，要求各部门按期完成建设任务目标。"


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium")
def test_a_page_printed_by_a_browser_is_read_as_the_page(tmp_path):
    (tmp_path / "a.html").write_text(
        PAGE.replace("<head>", '<head><meta charset="utf-8"><style>p{text-indent:2em;font-size:20px}</style>'),
        encoding="utf-8",
    )
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    subprocess.run(
        [*command, f"--print-to-pdf={tmp_path / 'a.pdf'}", str(tmp_path / "a.html")],
        check=True,
        capture_output=True,
        timeout=60,
    )
    told = pdf.read((tmp_path / "a.pdf").read_bytes())
    assert told.replace(" 来源", "　来源").splitlines() == list(PARAGRAPHS)


@pytest.mark.parametrize(
    ("data", "error", "reason"),
    [
        (pdf_bytes(pdf_page(wrapped()), encrypt="x"), BinaryDocument, "locked with a password"),
        (pdf_bytes([]), EmptyDocument, "a scan"),
        (pdf_bytes(*[pdf_page(["页"])] * 201), HugeDocument, "201 pages, more than the limit of 200"),
        (b"%PDF-1.7\n" + b"x" * 500, BinaryDocument, "damaged or cut off"),
        (TEXT.encode(), BinaryDocument, "not a PDF"),
    ],
)
def test_a_pdf_that_cannot_be_read_says_why(data, error, reason):
    with pytest.raises(error, match=reason):
        pdf.read(data)


def test_half_a_character_of_a_damaged_table_of_letters_is_an_unreadable_one(monkeypatch):
    page = {"height": 800, "lines": [[TEXT + "\ude15。", 50, 500, 700, 712]]}
    monkeypatch.setattr(pdf, "_ask", lambda data: [page])
    assert pdf.read(b"%PDF-1.7") == TEXT + "\ufffd。"


def test_a_pdf_with_too_much_text_is_a_book(monkeypatch):
    monkeypatch.setattr(pdf, "_MAX_CHARACTERS", 3 * len(TEXT))
    assert len(pdf.read(pdf_bytes(*[pdf_page(wrapped())] * 2))) > len(TEXT)
    with pytest.raises(HugeDocument, match="characters of text: a book"):
        pdf.read(pdf_bytes(*[pdf_page(wrapped())] * 4))


def test_a_reader_that_hangs_is_stopped(tmp_path, monkeypatch):
    worker = tmp_path / "worker.py"
    worker.write_text("import time\ntime.sleep(60)\n")
    monkeypatch.setattr(pdf, "_WORKER", worker)
    monkeypatch.setattr(pdf, "_SECONDS", 0.5)
    started = time.monotonic()
    with pytest.raises(DocumentError, match="could not be read within"):
        pdf.read(pdf_bytes(pdf_page(["字"])))
    assert time.monotonic() - started < 5


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of memory there")
def test_the_worker_cannot_take_the_memory_of_the_machine():
    code = (
        f"import runpy; w = runpy.run_path({str(pdf._WORKER)!r}); w['_limit_memory']()\n"
        "try:\n    bytearray(600_000_000)\nexcept MemoryError:\n    print('refused')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "refused\n"


def test_without_the_extra_the_reason_says_what_to_install(monkeypatch):
    real = PathFinder.find_spec

    def hidden(name, *rest):
        return None if name == "pypdfium2" else real(name, *rest)

    monkeypatch.setattr(PathFinder, "find_spec", hidden)
    monkeypatch.delitem(sys.modules, "pypdfium2", raising=False)
    with pytest.raises(DocumentError, match=r"directive-digest\[docs-in\]"):
        pdf.read(pdf_bytes(pdf_page(["字"])))

import hashlib
import os
import time

import pytest

from digest.errors import BinaryDocument, DocumentError, EmptyDocument, HugeDocument
from digest.ingest.readers import KINDS, read

TEXT = "青屏市召开火灾防控会议\n会议要求，各镇街要在11月底前完成排查。\n"


def test_a_text_file_becomes_a_document_with_its_hash_and_encoding(tmp_path):
    path = tmp_path / "2026-11-02-fire.TXT"
    path.write_bytes(TEXT.encode("gb18030"))
    document = read(path, max_bytes=1000)
    assert document.text == TEXT
    assert (document.path, document.file, document.kind) == (str(path), "2026-11-02-fire.TXT", "text")
    assert document.encoding == "gb18030"
    assert document.sha256 == hashlib.sha256(TEXT.encode("gb18030")).hexdigest()


@pytest.mark.parametrize("suffix", [".html", ".htm"])
def test_a_page_keeps_its_markup(tmp_path, suffix):
    path = tmp_path / f"page{suffix}"
    path.write_text(f"<html><body><p>{TEXT}</p></body></html>", encoding="utf-8")
    document = read(path, max_bytes=1000)
    assert document.kind == "html"
    assert "<p>青屏市" in document.text


def test_every_suffix_has_a_kind_that_the_model_knows():
    assert set(KINDS.values()) == {"text", "html"}


def test_a_file_of_exactly_the_limit_is_read_and_one_byte_more_is_not(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 1000)
    assert len(read(path, max_bytes=1000).text) == 1000
    path.write_bytes(b"x" * 1001)
    with pytest.raises(HugeDocument, match=r"1\.0 kB, larger than the limit of 1\.0 kB \(ingest\.max_bytes\)"):
        read(path, max_bytes=1000)


def test_a_huge_file_is_refused_before_a_byte_of_it_is_read(tmp_path):
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(1 << 40)  # sparse: reading it would take minutes
    started = time.monotonic()
    with pytest.raises(HugeDocument, match=r"larger than the limit of 5\.0 MB"):
        read(path, max_bytes=5_000_000)
    assert time.monotonic() - started < 5


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", "\ufeff\u3000\u200b\n".encode()])
def test_a_file_without_text_is_empty(tmp_path, data):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(EmptyDocument) as caught:
        read(path, max_bytes=1000)
    assert caught.value.subject == str(path)


def test_a_word_file_under_a_wrong_name_is_told_as_such(tmp_path):
    path = tmp_path / "notice.txt"
    path.write_bytes(b"PK\x03\x04" + os.urandom(500))
    with pytest.raises(BinaryDocument) as caught:
        read(path, max_bytes=1000)
    assert str(caught.value) == f"{path}: binary data, not text (starts with PK: a zip, Word or Excel file?)"


def test_an_unknown_suffix_names_the_known_ones(tmp_path):
    with pytest.raises(DocumentError, match=r"'\.xlsx'; digest reads \.txt, \.md, \.html, \.htm, \.docx"):
        read(tmp_path / "a.xlsx", max_bytes=1000)


def test_a_folder_with_the_name_of_a_file_is_no_file(tmp_path):
    path = tmp_path / "x.txt"
    path.mkdir()
    with pytest.raises(DocumentError, match="a folder, not a file"):
        read(path, max_bytes=1000)


def test_a_pipe_is_refused_instead_of_waited_for(tmp_path):
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    with pytest.raises(DocumentError, match="a device or pipe"):
        read(path, max_bytes=1000)


def test_a_vanished_file_a_dangling_link_and_a_link_to_itself_each_say_why(tmp_path):
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    for name, reason in (("gone", "does not exist"), ("dangling", "does not exist"), ("loop", "points to itself")):
        with pytest.raises(DocumentError, match=reason) as caught:
            read(tmp_path / f"{name}.txt", max_bytes=1000)
        assert caught.value.subject == str(tmp_path / f"{name}.txt")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_says_so(tmp_path):
    path = tmp_path / "secret.txt"
    path.write_text(TEXT, encoding="utf-8")
    path.chmod(0)
    with pytest.raises(DocumentError, match="no permission"):
        read(path, max_bytes=1000)


def test_a_name_with_a_nul_is_an_error_of_the_document(tmp_path):
    with pytest.raises(DocumentError, match="name cannot be used"):
        read(tmp_path / "a\0.txt", max_bytes=1000)


def test_a_file_named_in_gb18030_is_read_and_shown_readably(tmp_path):
    raw = os.fsencode(tmp_path) + b"/\xb9\xab\xb8\xe6.txt"
    try:
        with open(raw, "wb") as file:  # noqa: PTH123 - a name that is no valid str
            file.write(TEXT.encode())
    except OSError:
        pytest.skip("this file system only takes UTF-8 names")
    (entry,) = tmp_path.iterdir()
    assert read(entry, max_bytes=1000).file == "公告.txt"

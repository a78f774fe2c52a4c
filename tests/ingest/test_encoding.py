import codecs

import pytest
from hypothesis import assume, given, settings, strategies as st

from digest.errors import BinaryDocument
from digest.ingest.encoding import decode, printable

SIMPLIFIED = (
    "青屏市召开冬季清洁取暖工作推进会，会议要求：一要压实责任，各县区、各镇街要在11月底前完成排查；二要加大宣传力度，"
    "做到家喻户晓。\n市长许映川强调，对发现的问题要建立台账（逐项销号），严禁弄虚作假！“责任面前向前一步”，"
    "《方案》印发后，有关部门要于12月15日前报送落实情况。\n会议指出，今年以来全市空气质量持续改善，但形势依然严峻。\n"
)
TRADITIONAL = (
    "臨渡區召開防汛工作會議，會議要求：一要壓實責任，各鎮街要在6月底前完成隱患排查；二要加大宣傳力度，做到家喻戶曉。\n"
    "區長陸知遙強調，對發現的問題要建立臺賬（逐項銷號），嚴禁弄虛作假！“責任面前向前一步”，有關部門要於7月10日前報送落實情況。\n"
)

ENCODINGS = {
    "utf-8": lambda text: text.encode("utf-8"),
    "utf-8 with mark": lambda text: text.encode("utf-8-sig"),
    "utf-16-le with mark": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "utf-16-be with mark": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "utf-16-le": lambda text: text.encode("utf-16-le"),
    "utf-16-be": lambda text: text.encode("utf-16-be"),
    "utf-32-le with mark": lambda text: codecs.BOM_UTF32_LE + text.encode("utf-32-le"),
    "utf-32-be with mark": lambda text: codecs.BOM_UTF32_BE + text.encode("utf-32-be"),
    "gb18030": lambda text: text.encode("gb18030"),
    "gb18030 with mark": lambda text: b"\x84\x31\x95\x33" + text.encode("gb18030"),
}


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, SIMPLIFIED * 60], ids=["simplified", "traditional", "long"])
def test_the_same_text_reads_the_same_in_every_encoding(encoding, text):
    assert decode(ENCODINGS[encoding](text))[0] == text


def test_traditional_text_in_big5_is_not_taken_for_gb18030():
    assert decode(TRADITIONAL.encode("cp950")) == (TRADITIONAL, "cp950")


@pytest.mark.parametrize("text", ["通知", "关于火灾防控的通知", "会议强调，要压实责任。", "一", "一要"])
def test_a_few_words_in_gb18030_are_enough(text):
    assert decode(text.encode("gb18030")) == (text, "gb18030")


@pytest.mark.parametrize("text", ["關於防火的通知", "會議強調，要壓實責任。"])
def test_a_few_words_in_big5_are_enough(text):
    assert decode(text.encode("cp950")) == (text, "cp950")


@given(st.integers(0, len(SIMPLIFIED) - 13), st.integers(12, 80), st.sampled_from(sorted(ENCODINGS)))
@settings(max_examples=300, deadline=None)
def test_any_slice_of_a_text_survives_any_encoding(start, length, encoding):
    text = SIMPLIFIED[start : start + length]
    assert decode(ENCODINGS[encoding](text))[0] == text


@given(st.integers(0, len(TRADITIONAL) - 9), st.integers(8, 80))
@settings(max_examples=100, deadline=None)
def test_any_slice_of_a_traditional_text_survives_big5(start, length):
    text = TRADITIONAL[start : start + length]
    assert decode(text.encode("cp950"))[0] == text


@given(st.binary(max_size=400))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_text_or_refused_and_never_a_crash(data):
    try:
        text, encoding = decode(data)
    except BinaryDocument:
        return
    assert "\r" not in text
    assert not text.startswith("\ufeff")
    assert ("\ufffd" not in text) or "broken" in encoding or "\ufffd".encode() in data or b"\xff\xfd" in data


@given(st.integers(1, 3 * len(SIMPLIFIED)), st.sampled_from(["utf-8", "gb18030", "utf-16-le with mark"]))
@settings(max_examples=200, deadline=None)
def test_a_file_cut_in_the_middle_of_a_character_loses_only_that_character(kept, encoding):
    data = ENCODINGS[encoding](SIMPLIFIED)
    assume(40 <= kept < len(data))
    text, name = decode(data[:kept])
    assert SIMPLIFIED.startswith(text)
    assert len(text.encode("utf-8")) > kept // 2
    assert ("cut" in name) == (len(ENCODINGS[encoding](text)) != kept)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_one_overwritten_byte_is_told_and_costs_no_more_than_its_neighbours(encoding):
    data = bytearray(SIMPLIFIED.encode(encoding))
    data[60] = 0xFF
    text, name = decode(bytes(data))
    assert "broken byte" in name
    assert text[40:] in SIMPLIFIED
    assert 1 <= text.count("\ufffd") <= 3


def test_newlines_of_every_system_become_one_kind():
    assert decode("甲\r\n乙\r丙\u2028丁\n戊".encode())[0] == "甲\n乙\n丙\n丁\n戊"


def test_marks_and_characters_without_width_are_dropped_wherever_they_stand():
    assert decode("\ufeff会\u200b议\ufeff要\u2060求\u202e。".encode())[0] == "会议要求。"


def test_a_stray_nul_does_not_make_a_text_binary():
    assert decode(SIMPLIFIED.encode() + b"\x00\x00")[0] == SIMPLIFIED


def test_a_page_that_declares_big5_is_believed_where_the_words_alone_prove_nothing():
    page = b"<html><head><meta charset='big5'></head><body>" + "佈置".encode("cp950") + b"</body></html>"
    text, encoding = decode(page)
    assert (encoding, "佈置" in text) == ("cp950", True)


@pytest.mark.parametrize("lie", [b"gbk", b"iso-8859-1", b"utf-16", b"no-such-charset", b"hex"])
def test_a_page_whose_declaration_is_wrong_is_read_by_its_bytes(lie):
    page = b'<html><head><meta http-equiv="Content-Type" content="text/html; charset=' + lie + b'"></head>'
    assert decode(page + SIMPLIFIED.encode())[1] == "utf-8"
    assert decode(page + SIMPLIFIED.encode("gb18030"))[0].endswith(SIMPLIFIED)


def test_a_page_that_declares_utf_8_but_is_gb18030_is_read():
    page = b"<meta charset=utf-8>" + SIMPLIFIED.encode("gb18030")
    assert decode(page) == ("<meta charset=utf-8>" + SIMPLIFIED, "gb18030")


def test_english_in_a_western_code_page_is_read():
    assert decode("The “mayor” said".encode("cp1252"))[0] == "The “mayor” said"


def test_english_in_utf_16_without_a_mark_is_read():
    assert decode("hello world".encode("utf-16-le")) == ("hello world", "utf-16-le")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"PK\x03\x04\x14\x00\x06\x00", "zip, Word or Excel"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"{\\rtf1\\ansi", "RTF"),
        (bytes(500), "control characters"),
        (bytes(range(256)) * 8, "not text in any encoding"),
    ],
)
def test_binary_data_is_refused_with_what_it_seems_to_be(data, told):
    with pytest.raises(BinaryDocument, match=told):
        decode(data)


def test_a_file_name_in_gb18030_is_shown_as_its_author_wrote_it():
    assert printable(b"/srv/news/\xb9\xab\xb8\xe6.txt".decode("utf-8", "surrogateescape")) == "/srv/news/公告.txt"
    assert printable("/srv/news/公告.txt") == "/srv/news/公告.txt"


def test_a_file_name_in_no_encoding_is_still_storable():
    name = printable(b"a\xff\xff.txt".decode("utf-8", "surrogateescape"))
    assert name.encode("utf-8")
    assert name.startswith("a")

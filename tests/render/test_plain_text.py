import pytest
from hypothesis import given, strategies as st
from sample_edition import edition, english

from digest.render import render
from digest.render.plain import COLUMNS, width, wrap


def test_a_han_character_takes_two_columns():
    assert width("要a") == 3
    assert width("e\u0301") == 1


def test_chinese_is_filled_to_the_width_and_never_begins_a_line_with_a_full_stop():
    lines = wrap("要加强监管，" * 30).splitlines()
    assert len(lines) > 3
    assert all(COLUMNS - 6 <= width(line) <= COLUMNS + 2 for line in lines[:-1])
    assert not any(line.startswith("，") for line in lines)


def test_an_opening_quote_never_ends_a_line():
    for columns in range(20, 40):
        assert not any(line.endswith("“") for line in wrap("大力推进“一网统管”工作" * 8, columns=columns).splitlines())


def test_words_and_addresses_stay_whole():
    url = "https://example.com/" + "x" * 90
    assert url in wrap(f"见 {url} 的说明").splitlines()


def test_later_lines_are_indented_like_the_first():
    first, second, *_ = wrap("要" * 60, "* ", "  ").splitlines()
    assert first.startswith("* 要")
    assert second.startswith("  要")


@given(st.text(alphabet="要加强监管，。“”（）abc 12-", max_size=200))
def test_wrapping_loses_no_character(text):
    assert "".join(wrap(text).split()) == "".join(text.split())


@pytest.mark.parametrize("languages", [("zh-Hans", "en"), ("zh-Hant",), ("en",)])
def test_no_line_of_the_text_part_is_wider_than_a_terminal(languages):
    rendition = render(edition(), key="k", languages=languages, english=english())
    assert max(width(line) for line in rendition.text.splitlines()) <= COLUMNS + 2
    assert "<" not in rendition.text
    assert "\n\n\n" not in rendition.text

"""The word lists are read by people who extend them: nothing stands twice in a section, nothing outside one."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files
from pathlib import Path

import pytest

from digest.data import sections

NAMES = sorted(Path(entry.name).stem for entry in files("digest.data").iterdir() if entry.name.endswith(".txt"))
LISTS = [name for name in NAMES if name != "sample_article"]


@pytest.mark.parametrize("name", LISTS)
def test_no_section_says_a_word_twice(name: str) -> None:
    twice = {
        section: [word for word, count in Counter(entries).items() if count > 1]
        for section, entries in sections(name).items()
    }
    assert {section: words for section, words in twice.items() if words} == {}


@pytest.mark.parametrize("name", LISTS)
def test_every_list_says_its_source_and_licence(name: str) -> None:
    text = files("digest.data").joinpath(f"{name}.txt").read_text("utf-8")
    assert text.startswith("#")
    assert "Licence:" in text

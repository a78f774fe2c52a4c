"""The kinds of words that the grammar asks for: each is asked for, each is told, no word stands twice in one."""

import re
from importlib.resources import files
from pathlib import Path

import digest.translate.officialese
from digest.translate.officialese.words.lexicon import kind, section

_SOURCE = "\n".join(
    path.read_text(encoding="utf-8") for path in Path(digest.translate.officialese.__file__).parent.rglob("*.py")
)


def test_every_kind_that_a_rule_asks_for_is_told():
    asked = set(re.findall(r'\bkind\("([a-z-]+)"\)', _SOURCE))
    assert asked
    assert asked - section("kinds.txt").keys() == set()


def test_every_kind_that_is_told_is_asked_for():
    assert [name for name in section("kinds.txt") if f'"{name}"' not in _SOURCE] == []


def test_no_word_stands_twice_in_a_kind():
    assert [name for name in section("kinds.txt") if len(kind(name)) != len(set(kind(name)))] == []


def test_the_list_says_its_source_its_licence_and_how_to_extend_it():
    head = files("digest.data").joinpath("officialese", "kinds.txt").read_text(encoding="utf-8")[:700]
    assert all(words in head for words in ("Source: written for this project", "Licence: MIT", "extend"))

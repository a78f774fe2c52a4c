"""The word lists, and the English forms of what stands in them."""

from collections import Counter
from importlib.resources import files

import pytest

from digest.translate.officialese.words import morphology
from digest.translate.officialese.words.lexicon import HAN, WORD_FILES, section, words
from digest.translate.officialese.words.terms import key_terms


def test_a_word_stands_in_one_list_only():
    lines = [line for name in WORD_FILES for line in _lines(name)]
    seen = Counter(line.split("|")[0] for line in lines)
    assert [word for word, times in seen.items() if times > 1] == []


def _lines(name):
    text = files("digest.data").joinpath("officialese", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith(("#", "["))]


@pytest.mark.parametrize(
    "name", ["lexicon", "verbs", "nouns", "fields", "qualities", "heads", "meetings", "offices", "names"]
)
def test_every_list_says_its_source_its_licence_and_how_to_extend_it(name):
    head = files("digest.data").joinpath("officialese", f"{name}.txt").read_text(encoding="utf-8")[:700]
    assert all(words in head for words in ("Source: written for this project", "Licence: MIT", "extend"))


_TAGS = {
    *("v", "vp", "vs", "va", "vi", "p", "b", "b2", "cop", "prep", "ba"),
    *("a", "ad", "d", "n", "k", "o", "0", "x"),
}


def test_the_word_lists_hold_no_han_on_their_english_side():
    for entry in words().values():
        assert not HAN.search(entry.en + entry.noun), entry
        assert entry.tag in _TAGS, entry
        assert entry.en or entry.tag in {"0", "x", "ba"}, entry
    for title in ("heads", "exact", "organs"):
        assert all(english and not HAN.search(english) for english in section("offices.txt", title).values())
    assert all("{}" in english for english in section("offices.txt", "heads").values())


@pytest.mark.parametrize(
    ("base", "ing", "passive"),
    [
        ("put", "putting", "put"),
        ("carry", "carrying", "carried"),
        ("take", "taking", "taken"),
        ("curb", "curbing", "curbed"),
        ("break", "breaking", "broken"),
        ("submit", "submitting", "submitted"),
    ],
)
def test_verbs_change_their_form(base, ing, passive):
    marked = morphology.mark(f"firmly {base} it out", both=False)
    assert morphology.gerund(marked) == f"firmly {ing} it out"
    assert morphology.participle(marked) == f"firmly {passive} it out"
    assert morphology.plain(marked) == f"firmly {base} it out"


@pytest.mark.parametrize(
    ("base", "ing"),
    [
        ("do a prompt and solid job of", "doing a prompt and solid job of"),
        ("steadily and prudently advance", "steadily and prudently advancing"),
        ("study and fully understand", "studying and fully understanding"),
    ],
)
def test_what_stands_beside_a_verb_keeps_its_form(base, ing):
    assert morphology.gerund(morphology.mark(base, both=True)) == ing


def test_verbs_in_ly_are_no_adverbs():
    assert morphology.gerund(morphology.mark("apply for", both=True)) == "applying for"
    assert morphology.gerund(morphology.mark("tie", both=True)) == "tying"
    assert morphology.gerund(morphology.mark("prevent and control", both=True)) == "preventing and controlling"
    assert morphology.gerund(morphology.mark("cut costs and ~raise yields", both=False)) == (
        "cutting costs and raising yields"
    )


def test_a_term_across_word_boundaries_is_not_seen():
    assert "mechanisms" not in key_terms("手机制造企业要加强安全监管")
    assert key_terms("市生态环境局某某") == ()

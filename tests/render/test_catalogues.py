"""The catalogues of the mail's words: complete, alike, and asked for."""

import os
import re
import string
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import digest
from digest.render.catalogue import CATALOGUES, catalogue
from digest.render.labels import Labels
from digest.text.script import to_traditional

PACKAGE = Path(digest.__file__).parent
LOCALE = PACKAGE / "data" / "locale"
FORMS = {"zh_Hans": 1, "zh_Hant": 1, "en": 2}


def path(name):
    return LOCALE / name / "LC_MESSAGES" / "digest.po"


def read(name):
    """Key → (its forms, its notes), in the order of the file."""
    with path(name).open("rb") as file:
        messages = [m for m in read_po(file, locale=name, abort_invalid=True) if m.id]
    return {
        m.id if isinstance(m.id, str) else m.id[0]: (
            (m.string,) if isinstance(m.string, str) else tuple(m.string),
            tuple(m.auto_comments),
            m.pluralizable,
        )
        for m in messages
    }


def placeholders(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def made_traditional():
    """The Traditional catalogue as the Simplified one makes it, what overrides it kept."""
    kept = {
        key: block
        for block in path("zh_Hant").read_text("utf-8").split("\n\n")[1:]
        if "#. override:" in block and (key := re.search(r'^msgid "(\w+)"', block, re.MULTILINE)[1])
    }
    head = path("zh_Hant").read_text("utf-8").partition("\n\n")[0]
    blocks = path("zh_Hans").read_text("utf-8").rstrip("\n").split("\n\n")[1:]
    keys = [re.search(r'^msgid "(\w+)"', block, re.MULTILINE)[1] for block in blocks]
    own = [kept.get(key, to_traditional(block)) for key, block in zip(keys, blocks, strict=True)]
    return "\n\n".join([head, *own]) + "\n"


def test_the_traditional_catalogue_is_the_simplified_one_in_other_characters():
    """Set UPDATE_GOLDEN=1 to write it anew."""
    if os.environ.get("UPDATE_GOLDEN"):
        path("zh_Hant").write_text(made_traditional(), encoding="utf-8")
    assert path("zh_Hant").read_text("utf-8") == made_traditional()
    simplified = read("zh_Hans")
    for key, (forms, notes, _) in read("zh_Hant").items():
        if not any(note.startswith("override:") for note in notes):
            assert forms == tuple(to_traditional(form) for form in simplified[key][0]), key


@pytest.mark.parametrize("name", FORMS)
def test_a_catalogue_is_complete_in_the_same_order(name):
    found, model = read(name), read("en")
    assert list(found) == list(model)
    for key, (forms, _, plural) in found.items():
        assert plural == model[key][2], key
        assert len(forms) == (FORMS[name] if plural else 1), key
        assert all(form.strip() == form and form for form in forms), key


@pytest.mark.parametrize("name", FORMS)
def test_every_form_of_a_label_has_the_same_placeholders(name):
    model = read("zh_Hans")
    for key, (forms, _, _) in read(name).items():
        assert {frozenset(placeholders(form)) for form in forms} == {frozenset(placeholders(model[key][0][0]))}, key


def test_the_simplified_catalogue_is_simplified_and_the_english_one_english():
    for key, (forms, _, _) in read("en").items():
        assert not re.search(r"[\u4e00-\u9fff]", "".join(forms).replace("〔〕", "")), key
    traditional = set("".join("".join(forms) for forms, _, _ in read("zh_Hant").values()))
    simplified = set("".join("".join(forms) for forms, _, _ in read("zh_Hans").values()))
    assert "訂" in traditional
    assert "訂" not in simplified


def test_every_label_is_asked_for_somewhere():
    sources = [*(PACKAGE / "render").glob("*.py"), *(PACKAGE.parent / "templates").glob("*.j2")]
    text = "\n".join(source.read_text("utf-8") for source in sources)
    families = tuple(re.findall(r'f?"([a-z]+_)(?:\{|" \+)', text))
    assert {"strength_", "type_", "restated_"} <= set(families)
    unused = [key for key in read("en") if f'"{key}"' not in text and not key.startswith(families)]
    assert unused == []


def test_plural_forms_and_numbers_follow_the_language():
    labels = Labels(languages=("zh-Hans", "en"))
    assert [p.text for p in labels("days_left", n=1)] == ["还剩 1 天", "1 day left"]
    assert labels.one("days_left", "en", n=0) == "0 days left"
    assert labels.one("more_stories", "en", n=3000).startswith("3,000 more stories")
    assert labels.one("more_stories", "zh-Hant", n=3000).startswith("另有 3,000 篇報道")


def test_a_label_that_there_is_not_is_an_error():
    with pytest.raises(KeyError, match="no_such_label"):
        Labels(languages=("en",)).one("no_such_label", "en", n=2)


def test_a_catalogue_is_read_once():
    assert all(catalogue(lang) is catalogue(lang) for lang in CATALOGUES)


def test_nothing_is_read_before_a_mail_needs_it():
    code = "import sys, digest.render; sys.exit(any(name.startswith('babel') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

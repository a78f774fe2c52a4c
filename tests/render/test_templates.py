"""Templates of an operator's own, and what a broken one says."""

import pytest
from sample_edition import edition, english

from digest.errors import RenderError
from digest.render import render, template_fingerprint


def made(templates):
    return render(edition(), key="k", languages=("zh-Hans", "en"), english=english(), templates=templates)


def test_a_template_of_ones_own_replaces_the_shipped_one(tmp_path):
    (tmp_path / "edition.txt.j2").write_text("Only {{ edition.stories | length }}\n")
    rendition = made(tmp_path)
    assert rendition.text == "Only 3\n"
    assert "<h1" in rendition.html
    assert template_fingerprint(tmp_path) != template_fingerprint()


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("one\n{% if %}\n", "Expected an expression"),
        ("one\n{{ edition.nonsense }}\n", "nonsense"),
        ("one\n{{ 1 / 0 }}\n", "ZeroDivisionError"),
        ("one\n{{ edition.say('no_such_label') }}\n", "no_such_label"),
    ],
)
def test_a_broken_template_is_named_with_its_line(tmp_path, source, message):
    (tmp_path / "edition.txt.j2").write_text(source)
    with pytest.raises(RenderError, match=message) as caught:
        made(tmp_path)
    assert caught.value.subject == f"{tmp_path / 'edition.txt.j2'}:2"


def test_a_missing_template_or_folder_is_named(tmp_path):
    with pytest.raises(RenderError, match="no such template folder"):
        made(tmp_path / "nowhere")
    (tmp_path / "edition.txt.j2").write_text("{% include 'gone.j2' %}")
    with pytest.raises(RenderError, match=r"gone\.j2"):
        made(tmp_path)

import re
from dataclasses import replace
from html import unescape

import pytest
from sample_edition import coal, edition

from digest.model import Difference
from digest.render import render

DIFFERS = {"zh-Hans": "各报道说法不一", "zh-Hant": "各報道說法不一", "en": "Outlets differ"}


def mail(languages, *differences):
    story = replace(coal(), differences=differences)
    return render(edition(stories=(story,)), key="k", languages=languages, english={})


def seen(html):
    """What a reader sees of the mail's HTML, without white space."""
    return "".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


def late():
    return Difference(
        clause="11月底前将排查台账报县环境攻坚办", shown="11月底前", told="12月底前", copy=coal().copies[0].key
    )


@pytest.mark.parametrize("languages", [("zh-Hans", "en"), ("zh-Hant",), ("en",)])
def test_a_contradicting_outlet_is_named_with_what_it_says(languages):
    rendition = mail(languages, late())
    outlet, told = ("青川新聞網", "12月底前") if languages == ("zh-Hant",) else ("青川新闻网", "12月底前")
    for text in (seen(rendition.html), "".join(rendition.text.split())):
        assert f"—{outlet}:{told}" in text
        for lang in languages:
            assert DIFFERS[lang].replace(" ", "") in text


def test_the_number_in_question_is_emphasised():
    assert re.search(r"<b[^>]*>11月底前</b>将排查台账报县环境攻坚办", mail(("zh-Hans",), late()).html)


def test_nothing_is_said_when_the_outlets_agree():
    rendition = mail(("zh-Hans", "en"))
    assert "青川新闻网" in rendition.html
    for told in DIFFERS.values():
        assert told not in rendition.html
        assert told not in rendition.text


def test_a_copy_without_an_outlet_is_named_by_its_file():
    story = coal()
    nameless = replace(story.copies[0], source=None)
    told = replace(story, copies=(nameless,), differences=(replace(late(), copy=nameless.key),))
    rendition = render(edition(stories=(told,)), key="k", languages=("zh-Hans",), english={})
    assert f"{nameless.file}:12月底前" in seen(rendition.html)

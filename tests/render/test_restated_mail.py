"""A directive that was demanded before says so, and how it changed; a new one says nothing."""

import re
from dataclasses import replace

import pytest
from sample_edition import coal, edition, english

from digest.render import render
from digest.render.notes import Notes
from digest.render.view import Limits, Order, view


def mail(stories, languages=("zh-Hans", "en")):
    return render(edition(stories), key="k", languages=languages, english=english())


def bare(text):
    """Without markup and white space: lines may be broken anywhere."""
    return re.sub(r"<[^>]+>|\s", "", text)


@pytest.mark.parametrize(
    ("languages", "told"),
    [
        (
            ("zh-Hans",),
            [
                "时限变更：2026年11月28日改为2026年12月5日",
                "要求加严：2026年11月5日首次提出",
                "重申：2026年11月5日已提出",
            ],
        ),
        (("zh-Hant",), ["時限變更：2026年11月28日改為2026年12月5日", "要求加嚴", "重申：2026年10月9日已提出"]),
        (
            ("en",),
            [
                "Deadline moved from 28 November 2026 to 5 December 2026",
                "Stricter than when first demanded on 5 November 2026",
                "Repeated: first demanded on 5 November 2026",
                "Repeated: first demanded on 9 October 2026",
            ],
        ),
    ],
)
def test_html_and_text_say_what_became_of_a_demand(languages, told):
    made = mail((coal(),), languages)
    for part in told:
        assert bare(part) in bare(made.html)
        assert bare(part) in bare(made.text)


def test_a_new_directive_says_nothing():
    made = mail((replace(coal(), restated=()),))
    for word in ("重申", "时限变更", "要求加严", "Repeated", "moved", "Stricter"):
        assert word not in made.html + made.text


def test_the_compact_form_says_it_too():
    order = Order(languages=("zh-Hans",), title=None, keywords=None, manage=None, notes=Notes(), english={})
    seen = view(edition((coal(),)), order, Limits(compact=True))
    from digest.render.templating import fill

    html = bare(fill("edition.html.j2", {"edition": seen}, None))
    assert "时限变更：2026年11月28日改为2026年12月5日" in html
    assert "(重申：2026年10月9日已提出)" in html

"""Whatever the input, a mail stays within what mail programs show, and says what it leaves out."""

import re
from dataclasses import replace

import pytest
from sample_edition import coal, edition, english, flood, huge

from digest.model import Skipped, Story
from digest.render import MAX_HTML, MAX_SOURCE, render
from digest.render.edition import _inline
from digest.render.notes import Notes
from digest.render.templating import fill


def made(ed):
    return render(ed, key="k", languages=("zh-Hans", "en"), english=english())


@pytest.mark.parametrize(("stories", "each"), [(3, 1000), (300, 10)])
def test_three_thousand_directives_fit_a_mail_and_the_text_part_has_them_all(stories, each):
    rendition = made(huge(stories, each))
    assert len(rendition.html.encode()) <= MAX_HTML
    assert len(rendition.html.encode()) > MAX_HTML * 0.6
    assert rendition.directives == 3000
    assert len(re.findall(r"^\* ", rendition.text, re.MULTILINE)) == 3000
    more = [int(n) for n in re.findall(r"(\d+) more directives from this story", rendition.html)]
    hidden = [int(n) for n in re.findall(r"(\d+) more stories", rendition.html)]
    shown = len(re.findall(r'class="d" id=', rendition.html))
    whole = shown + sum(more) + sum(hidden) * each
    assert whole == 3000
    assert shown > 20


def long_names():
    story = coal()
    art = story.brief.article
    copies = tuple(replace(story.copies[0], key=f"c{n}", source=f"第{n}号新闻网" * 20) for n in range(3000))
    long = replace(art, title="云岭县" * 3000, source="云岭日报" * 300, place="云岭" * 300)
    return [
        edition(stories=(Story(brief=story.brief, copies=copies),)),
        edition(stories=(Story(brief=replace(story.brief, article=long)), flood())),
        edition(skipped=tuple(Skipped(file=f"扫描件{n}.pdf", reason="a scan without text " * 9) for n in range(5000))),
    ]


@pytest.mark.parametrize("number", range(3))
def test_whatever_is_long_the_mail_fits_and_says_what_it_leaves_out(number):
    told = long_names()[number]
    rendition = made(told)
    assert len(rendition.html.encode()) <= MAX_HTML
    assert ("+2992", "1 more story is in", "4,994 more are in")[number] in rendition.html
    text = "".join(rendition.text.split())
    for story in told.stories:
        assert all(copy.source in text for copy in story.copies)
        assert (story.brief.article.title or "") in text
    assert all(skipped.file in text for skipped in told.skipped)


def test_trimming_keeps_what_a_reader_would_miss_most():
    story = huge(1, 400).stories[0]
    dated = replace(story.brief.directives[-1], deadline="11月底前", deadline_date="2026-11-30")
    ed = edition(stories=(Story(brief=replace(story.brief, directives=(*story.brief.directives[:-1], dated))),))
    html = made(ed).html
    assert "第399项任务" in html
    assert "第398项任务" not in html


def test_the_source_stays_small_enough_before_inlining():
    source = fill("edition.html.j2", {"edition": _view(edition())})
    assert len(source.encode()) < MAX_SOURCE / 2
    assert len(_inline(source).encode()) < MAX_HTML / 2


def _view(ed):
    from digest.render.view import Limits, Order, view

    order = Order(languages=("zh-Hans", "en"), title=None, keywords=None, manage=None, notes=Notes(), english=english())
    return view(ed, order, Limits())

"""Bars by topic and by issuer: few, honest, and readable without seeing them."""

import re
from dataclasses import replace

from sample_edition import coal, edition, english, flood

from digest.model import Story
from digest.render import render
from digest.render.charts import charts
from digest.render.notes import Notes
from digest.render.view import Order, teller


def story(*directives):
    return Story(brief=replace(coal().brief, directives=directives))


def named(**fields):
    return replace(coal().brief.directives[0], **fields)


def drawn(*stories):
    ed = edition(stories=stories)
    order = Order(languages=("zh-Hans", "en"), title=None, keywords=None, manage=None, notes=Notes(), english=english())
    found = charts(ed, teller(ed, order))
    return [[(bar.label[0].text, bar.number, bar.percent) for bar in chart.bars] for chart in found]


def test_every_directive_is_in_one_bar_of_each_chart():
    topics, issuers = drawn(coal(), flood())
    assert topics == [
        ("防汛救灾", "6", 100),
        ("大气污染防治", "4", 66),
        ("宣传引导", "1", 16),
        ("督导问责", "1", 16),
        ("思想认识", "1", 16),
    ]
    assert issuers == [("林知远（县长）", "6", 100), ("苏晓峰（副市长）", "4", 66), ("会议", "3", 50)]


def test_there_are_at_most_six_bars_and_the_last_holds_the_rest():
    many = [named(topics=(f"主题{n}",)) for n in range(9) for _ in range(9 - n)]
    (topics,) = drawn(story(*many, named(topics=())))
    assert [bar[0] for bar in topics] == ["主题0", "主题1", "主题2", "主题3", "主题4", "其他"]
    assert topics[-1][1:] == ("11", 100)
    assert sum(int(number) for _, number, _ in topics) == 46


def test_where_there_is_nothing_to_compare_there_is_no_chart():
    assert drawn(story(named(), named())) == []
    assert drawn() == []


def test_thousands_are_told_as_the_language_does_and_the_smallest_bar_is_seen():
    (topics,) = drawn(story(*[named(topics=("一",))] * 1200, named(topics=("二",))))
    assert topics == [("一", "1,200", 100), ("二", "1", 1)]


def test_a_bar_is_a_name_and_a_number_to_who_does_not_see_it():
    html = render(edition(stories=(coal(), flood())), key="k", languages=("zh-Hans", "en"), english=english()).html
    shown = re.sub(r'<table[^>]*aria-hidden="true".*?</table>', "", html, flags=re.DOTALL)
    words = " ".join(re.sub(r"<[^>]+>", " ", shown).split())
    assert "要求按主题 Directives by topic 防汛救灾 6 大气污染防治 air pollution control 4" in words
    text = render(edition(stories=(coal(), flood())), key="k", languages=("zh-Hans", "en"), english=english()).text
    assert "- 大气污染防治 / air pollution control: 4" in text

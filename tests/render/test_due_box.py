"""The box of near deadlines at the top of an edition."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html import unescape

import pytest
from sample_edition import English, article, coal, directive, edition, english, flood

from digest.model import Brief, Period, Story
from digest.render import render

TODAY = date(2026, 11, 23)


def dated(*offsets, place=None, owner="各科室"):
    """A story with one directive for each number of days from the edition's day."""
    texts = [f"要办好第{n}件事" for n in range(len(offsets))]
    art = article("d", "d.txt", "会议", ["会议要求，" + "，".join(texts) + "。"], place=place)
    directives = tuple(
        directive(
            art,
            n,
            text,
            text[1:],
            owner=owner,
            deadline="限期",
            deadline_date=(TODAY + timedelta(days=offset)).isoformat(),
        )
        for n, (text, offset) in enumerate(zip(texts, offsets, strict=True))
    )
    return Story(brief=Brief(article=art, key_sentences=(), directives=directives))


def made(*stories, languages=("zh-Hans", "en"), **fields):
    return render(edition(stories=stories, **fields), key="k", languages=languages, english=english())


def box(rendition):
    """The lines of the box in the plain text."""
    return re.search(r"(?:即将到期|即將到期|Due soon)[^\n]*\n(.*?)\n\n", rendition.text, re.DOTALL)[1].splitlines()


def box_in_html(html):
    shown = re.sub(r"<!--.*?-->", "", html, flags=re.DOTALL)
    found = re.search(r'<td class="y" id="due".*?</td>', shown, re.DOTALL)
    return found[0] if found else ""


def seen(html):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_deadlines_of_the_next_fourteen_days_are_listed_by_day_with_the_days_that_are_left():
    rendition = made(dated(14, 3, 15, 0, -1, 1, 3))
    assert box(rendition) == [
        "11月23日 星期一 / Mon 23 Nov · 今天到期 / due today",
        "- 各科室 → 办好第3件事 (第 1 篇 / story 1)",
        "11月24日 星期二 / Tue 24 Nov · 还剩 1 天 / 1 day left",
        "- 各科室 → 办好第5件事 (第 1 篇 / story 1)",
        "11月26日 星期四 / Thu 26 Nov · 还剩 3 天 / 3 days left",
        "- 各科室 → 办好第1件事 (第 1 篇 / story 1)",
        "- 各科室 → 办好第6件事 (第 1 篇 / story 1)",
        "12月7日 星期一 / Mon 7 Dec · 还剩 14 天 / 14 days left",
        "- 各科室 → 办好第0件事 (第 1 篇 / story 1)",
    ]
    assert "14 天内到期 / Due in 14 days: 5" in rendition.text
    in_html = seen(box_in_html(rendition.html))
    assert re.findall(r"第(\d)件事", in_html) == ["3", "5", "1", "6", "0"]
    assert "还剩 14 天 · 14 days left" in in_html


@pytest.mark.parametrize(
    ("end", "zone", "left"),
    [
        (datetime(2026, 11, 22, 20, 0, tzinfo=UTC), "Asia/Shanghai", "7 days left"),  # 04:00 on the 23rd there
        (datetime(2026, 11, 22, 20, 0, tzinfo=UTC), "America/New_York", "8 days left"),
        (datetime(2026, 11, 23, 15, 59, tzinfo=UTC), "Asia/Shanghai", "7 days left"),
        (datetime(2026, 11, 23, 16, 0, tzinfo=UTC), "Asia/Shanghai", "6 days left"),
    ],
)
def test_days_are_counted_from_the_local_date_of_the_edition(end, zone, left):
    period = Period(start=end - timedelta(days=1), end=end)
    assert left in box(made(dated(7), languages=("en",), period=period, timezone=zone))[0]


def test_the_box_names_owner_and_place_and_links_to_the_directive():
    html = made(flood(), coal()).html
    inside = box_in_html(html)
    assert "各乡镇、各单位 → 11月底前将排查台账报县环境攻坚办 云岭县 all townships, all units Yunling County" in seen(
        inside
    )
    assert re.findall(r'href="#(\w+)"', inside) == ["s2d4", "s2d2"]
    assert 'id="s2d4"' in html


@pytest.mark.parametrize(
    ("languages", "told"),
    [(("zh-Hant",), "還剩 7 天"), (("en",), "7 days left"), (("en", "zh-Hans"), "7 days left / 还剩 7 天")],
)
def test_the_days_left_are_told_in_the_readers_languages(languages, told):
    assert box(made(coal(), languages=languages))[0].endswith(f" · {told}")


def test_english_by_rule_is_marked_in_the_box():
    translated = english() | {("head", "对重点区域开展排查整治"): English("Inspect key areas", "gloss")}
    rendition = render(edition(stories=(coal(),)), key="k", languages=("zh-Hans", "en"), english=translated)
    assert "对重点区域开展排查整治 / ≈ Inspect key areas" in " ".join(box(rendition))
    assert "≈ Inspect key areas" in seen(box_in_html(rendition.html))


def test_the_same_days_left_stand_with_the_directive():
    rendition = made(coal())
    assert " ".join(rendition.text.split()).count("还剩 7 天 / 7 days left") == 2
    assert "还剩 7 天" in seen(rendition.html[rendition.html.index('id="s1d4"') :])


def test_without_a_near_deadline_there_is_no_box():
    rendition = made(dated(-3, 40))
    assert "即将到期" not in rendition.text
    assert not box_in_html(rendition.html)
    undated = replace(dated(3).brief.directives[0], deadline="立即", deadline_date=None)
    story = dated(3)
    assert not box_in_html(made(replace(story, brief=replace(story.brief, directives=(undated,)))).html)


def test_a_long_box_is_cut_in_the_html_and_whole_in_the_plain_text():
    rendition = made(dated(*[5] * 30))
    assert len(box(rendition)) == 31
    inside = box_in_html(rendition.html)
    assert len(re.findall("<a ", inside)) == 12
    assert "另有 18 项即将到期" in seen(inside)
    assert "18 more are due soon" in seen(inside)


def test_a_near_deadline_that_the_html_leaves_out_stands_in_the_box_without_a_link():
    story = dated(*[5] * 400)
    last = dated(*[5] * 400).brief.directives
    other = dated(2, owner=None)
    hidden = replace(other.brief.directives[0], strength="encouraged", type="principle")
    many = replace(story, brief=replace(story.brief, directives=(*last, replace(hidden, text=last[0].text))))
    html = made(many).html
    inside = box_in_html(html)
    targets = re.findall(r'href="#(\w+)"', inside)
    assert len(targets) == 11
    assert "11月25日" in seen(inside)
    assert all(f'id="{target}"' in html for target in targets)

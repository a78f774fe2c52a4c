"""What stands side by side: each language whole, the original never lost, nothing in a block of another language."""

import re
from dataclasses import replace
from html import unescape

import pytest
from sample_edition import coal, edition, english, flood, safety

from digest.model import Story
from digest.render import render
from digest.render.labels import Piece, home, pick, told


def made(*stories, languages=("zh-Hans", "en"), translated=None):
    return render(edition(stories=stories), key="k", languages=languages, english=translated or english()).html


def blocks(html, anchor):
    """Language → what its block of a directive says."""
    part = re.split(r'<div class="d"|</td></tr>', html[html.index(f'id="{anchor}"') :])[0]
    found = re.split(r'<div[^>]*lang="([\w-]+)"[^>]*>', part)[1:]
    return {
        lang: " ".join(unescape(re.sub(r"<!--.*?-->|<[^>]+>", " ", text)).split())
        for lang, text in zip(found[::2], found[1::2], strict=True)
    }


def test_each_language_tells_who_what_and_when():
    assert blocks(made(coal()), "s1d4") == {
        "zh-Hans": "→ 各乡镇、各单位 11月底前 11月30日 还剩 7 天 各乡镇、各单位要高度重视， 11月底前将排查台账报县环境攻坚办 必须 · 大气污染防治 · ¶3",
        "en": "→ all townships, all units 30 November 7 days left Must · air pollution control",
    }


def test_who_reads_english_only_has_the_original_beside_it():
    found = blocks(made(flood(), languages=("en",)), "s1d4")
    assert list(found) == ["en", "zh-Hans"]
    assert "≈ Lay in enough rescue supplies" in found["en"]
    assert found["zh-Hans"] == "要 备足抢险物资 防汛救灾"


def test_who_reads_no_english_has_one_column():
    html = made(coal(), languages=("zh-Hant",))
    assert list(blocks(html, "s1d4")) == ["zh-Hant"]
    assert 'class="co" lang' not in html


@pytest.mark.parametrize("languages", [("zh-Hans",), ("zh-Hant", "en"), ("en",)])
@pytest.mark.parametrize("file", ["notice_17.txt", "通知17.txt"])
def test_a_file_without_a_title_is_named_whatever_is_read(languages, file):
    story = safety()
    article = replace(story.brief.article, file=file)
    other = replace(story, brief=replace(story.brief, article=article))
    html = made(other, coal(), languages=languages)
    titles = [re.sub(r"<[^>]+>", "", title) for title in re.findall(r"<h2[^>]*>(.*?)</h2>", html, re.DOTALL)]
    assert file in titles
    assert len(re.findall(r'href="#s\d"', html)) >= 2


def test_a_year_is_told_where_it_is_not_this_one_and_a_date_where_the_wording_does_not_say_it():
    story = coal()
    first = story.brief.directives[1]

    def line(**fields):
        changed = replace(first, **fields)
        return blocks(made(Story(brief=replace(story.brief, directives=(changed,)))), "s1d1")["zh-Hans"]

    assert line().startswith("12月5日前 还剩 12 天")
    assert line(deadline="下周五前").startswith("下周五前 12月5日 还剩 12 天")
    assert line(deadline="明年春节前", deadline_date="2027-02-05").startswith("明年春节前 2027年2月5日 二要")


def test_a_column_takes_the_other_script_rather_than_nothing_and_says_it_once():
    both = (Piece(lang="zh-Hans", text="水利局"), Piece(lang="en", text="water bureau"))
    assert [p.text for p in told(both, "zh-Hant")] == ["水利局"]
    assert pick(both, "en").text == "water bureau"
    assert pick(both[:1], "en") is None
    assert home(both, ("en", "zh-Hant")) == "en"
    assert home(both[:1], ("en", "zh-Hant")) == "zh-Hant"
    assert home((), ("en", "zh-Hant")) == "en"

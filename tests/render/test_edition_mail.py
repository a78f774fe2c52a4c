import os
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from sample_edition import English, article, coal, directive, edition, english, flood, key, safety, song

from digest.model import EPOCH, Brief, Period, Story
from digest.render import render, texts_to_translate
from digest.render.notes import Notes
from digest.render.templating import shipped_templates

GOLDEN = Path(__file__).parent / "golden"
LANGUAGES = {
    "zh-Hans_en": ("zh-Hans", "en"),
    "zh-Hant": ("zh-Hant",),
    "en": ("en",),
    "en_zh-Hant_zh-Hans": ("en", "zh-Hant", "zh-Hans"),
}
HAN = re.compile(r"[\u3400-\u9fff]")
VOID = {"meta", "br", "img", "link", "input", "hr"}


def made(ed=None, languages=("zh-Hans", "en"), **options):
    return render(edition() if ed is None else ed, key="k", languages=languages, english=english(), **options)


class Page(HTMLParser):
    """Text with the language of its nearest ancestor, ids, links, and the depth of open tags."""

    def __init__(self, html):
        super().__init__()
        self.stack, self.texts, self.ids, self.links, self.tags = [], [], [], [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.tags.append((tag, attrs))
        if "id" in attrs:
            self.ids.append(attrs["id"])
        if tag == "a":
            self.links.append(attrs["href"])
        if tag not in VOID:
            self.stack.append((tag, attrs.get("lang")))

    def handle_endtag(self, tag):
        assert self.stack.pop()[0] == tag

    def handle_data(self, data):
        if data.strip() and not any(tag == "style" for tag, _ in self.stack):
            lang = next((lang for _, lang in reversed(self.stack) if lang), None)
            self.texts.append((lang, data))


@pytest.mark.parametrize("name", LANGUAGES)
def test_the_mail_is_the_golden_one(name):
    """Set UPDATE_GOLDEN=1 to write the files anew, then read the difference."""
    told = edition(stories=(coal(), flood(), safety(), song()), articles_read=6)
    rendition = made(told, LANGUAGES[name], keywords="大气 OR 防汛")
    for suffix, found in (("html", rendition.html), ("txt", f"{rendition.subject}\n\n{rendition.text}")):
        path = GOLDEN / f"{name}.{suffix}"
        if os.environ.get("UPDATE_GOLDEN"):
            path.write_text(found, encoding="utf-8")
        assert found == path.read_text(encoding="utf-8")


def test_the_subject_says_what_is_inside():
    assert made().subject == (
        "政务要求摘要 11月23日：防汛救灾等 15 条要求 · 2 条即将到期 · 3 篇报道 | 15 directives · 2 due soon · 3 stories"
    )
    told = english() | {("topic", "防汛救灾"): English("flood control", "gloss")}
    subject = render(edition(), key="k", languages=("en",), english=told).subject
    assert subject == "Directive digest, 23 Nov: 15 directives on flood control and more · 2 due soon · 3 stories"
    traditional = made(languages=("zh-Hant", "zh-Hans"), title="每日要求").subject
    assert traditional == "每日要求 11月23日：防汛救災等 15 條要求 · 2 條即將到期 · 3 篇報道"
    one = edition(stories=(Story(brief=replace(safety().brief, directives=safety().brief.directives[:1])),))
    assert made(one).subject == "政务要求摘要 11月23日：安全生产 1 条要求 · 1 篇报道 | 1 directive · 1 story"


def test_the_rendition_counts_what_the_edition_holds():
    rendition = made()
    assert (rendition.key, rendition.stories, rendition.directives) == ("k", 3, 15)


def test_the_same_edition_gives_the_same_bytes():
    assert made() == made()


@pytest.mark.parametrize("languages", LANGUAGES.values())
def test_every_chinese_text_stands_in_a_block_that_says_it_is_chinese(languages):
    page = Page(made(languages=languages, keywords="大气", title="每日摘要").html)
    assert any(HAN.search(text) for _, text in page.texts)
    for lang, text in page.texts:
        if HAN.search(text):
            assert lang.startswith("zh"), (lang, text)
    assert not page.stack
    assert {"dir": "ltr", "lang": languages[0]}.items() <= page.tags[0][1].items()


@pytest.mark.parametrize("languages", LANGUAGES.values())
def test_nothing_that_is_absent_is_shown(languages):
    rendition = made(languages=languages)
    for part in (rendition.subject, rendition.html, rendition.text):
        assert not re.search(r"\b(None|undefined|Piece\()|\(\)", part)
    assert "value=" not in rendition.html


def test_links_inside_the_mail_have_a_target_and_ids_are_unique():
    page = Page(made().html)
    assert len(page.ids) == len(set(page.ids))
    inner = [link.removeprefix("#") for link in page.links if link.startswith("#")]
    assert len(inner) >= 5
    assert set(inner) <= set(page.ids)


def test_every_directive_shows_issuer_owner_deadline_and_its_source():
    text = made().text
    for part in (
        "林知远（县长） / Lin Zhiyuan (county head)",
        "责任主体 Owner → 各乡镇、各单位 / all townships, all units",
        "时限 Due: 12月5日前 / by 5 December · 还剩 12 天 / 12 days left",
        "2026年10月底前 · 10月31日 / 31 October (已过 past)",
        "¶3",
        "另见 Also in: 青川新闻网",
        "有更新 Updated",
        "scan_004.txt",
    ):
        assert part in text
    assert "已过 past" in text
    for story in (coal(), flood(), safety()):
        for d in story.brief.directives:
            assert d.text in text.replace("\n    ", "").replace("\n  ", "")


def test_an_owner_that_can_only_be_inferred_is_not_shown():
    story = coal()
    inferred = replace(story.brief.directives[0], owner_implied="县直各部门")
    ed = edition(stories=(Story(brief=replace(story.brief, directives=(inferred,))),))
    assert "县直各部门" not in made(ed).html + made(ed).text


def test_a_head_in_english_never_stands_for_a_prohibition():
    rendition = made()
    assert "THE OPPOSITE" not in rendition.html + rendition.text
    assert "Step up publicity …" in rendition.text


def test_nor_for_what_holds_under_a_condition_only():
    story = coal()
    text = story.brief.directives[0].text
    conditional = replace(story.brief.directives[0], text=f"存在隐患的，{text}", head=text)
    ed = edition(stories=(Story(brief=replace(story.brief, directives=(conditional,))),))
    rendition = render(
        ed, key="k", languages=("zh-Hans", "en"), english={("head", text): English("ALL OF THEM", "gloss")}
    )
    assert "ALL OF THEM" not in rendition.html + rendition.text


def test_english_in_part_names_the_terms_of_the_rest():
    story = coal()
    first = story.brief.directives[0]
    ed = edition(stories=(Story(brief=replace(story.brief, directives=(first,))),))
    in_part = {("directive", first.text): English("Step up patrols; …", "gloss", "loose coal · accountability")}
    rendition = render(ed, key="k", languages=("zh-Hans", "en"), english=in_part)
    assert "≈ Step up patrols; …" in rendition.text
    assert "Key terms: loose coal · accountability" in rendition.text
    assert "loose coal · accountability" in rendition.html


@pytest.mark.parametrize("languages", LANGUAGES.values())
def test_a_prohibition_that_is_due_soon_is_listed_with_its_negation(languages):
    story = coal()
    ban = story.brief.directives[4]
    ban = replace(ban, head="销售劣质散煤", deadline="12月1日前", deadline_date="2026-12-01")
    translated = english() | {("head", "销售劣质散煤"): English("Sell bad coal", "gloss")}
    ed = edition(stories=(Story(brief=replace(story.brief, background=(), directives=(ban,))),))
    rendition = render(ed, key="k", languages=languages, english=translated)
    assert "Sell bad coal" not in rendition.html + rendition.text
    due = rendition.text.partition("===")[0]
    assert "严禁销售劣质散煤" in due or "嚴禁銷售劣質散煤" in due


def test_english_is_marked_by_how_it_came_about():
    text = made().text
    assert "≈ Lay in enough rescue supplies" in text
    assert "术语 Key terms: loose coal" in text
    assert "\n  Schools must hold drills" in text
    assert "15 条要求中有 3 条" in text
    assert "DeepThing" in made(notes=Notes(configured=True, engines=("DeepThing",))).text


def test_english_alone_keeps_the_chinese_original():
    rendition = made(languages=("en",))
    for d in coal().brief.directives:
        if d.type == "operational":
            assert d.text in rendition.html.replace("<b>", "").replace("</b>", "")
    assert "责任主体" not in rendition.html


def test_traditional_changes_characters_and_not_words():
    text = made(languages=("zh-Hant",)).text
    assert "雲嶺縣召開冬季散煤治理工作推進會" in text
    assert "責任主體 → 各鄉鎮、各單位" in text
    assert "Owner" not in text


def test_hostile_text_is_shown_and_not_obeyed():
    evil = '<script>alert(1)</script><img src="http://evil.example/x.png">&amp;{{ 7*7 }}\u202e'
    art = article("x", f"{evil}.txt", f"标题{evil}", [f"会议要求，要做好{evil}工作。"], source=evil, place=evil)
    d = directive(
        art,
        1,
        f"要做好{evil}工作",
        evil,
        issuer=f"会议{evil}",
        owner=evil,
        topics=(evil,),
        deadline=evil,
        list_path=f"{evil}/一",
    )
    told = {"key_sentences": (), "background": (key(art, 1, art.text),), "keywords": (evil,)}
    story = Story(brief=Brief(article=art, directives=(d,), **told), copies=(art,))
    only = Story(brief=Brief(article=art, directives=(), **told))
    rendition = made(
        edition(stories=(story, only)),
        title=evil,
        keywords=evil,
        manage=evil,
        notes=Notes(configured=True, engines=(evil,), failures=((evil, evil),)),
    )
    tags = [tag for tag, _ in Page(rendition.html).tags]
    assert not {"script", "img"} & set(tags)
    assert "&lt;script&gt;" in rendition.html
    assert "{{ 7*7 }}" in rendition.html
    assert "\u202e" not in rendition.html + rendition.text + rendition.subject
    assert "\n" not in rendition.subject


def test_a_lone_surrogate_does_not_stop_the_mail():
    art = article("x", "x.txt", "标题\ud800", ["会议要求，要做好工作\udcff。"])
    d = directive(art, 1, "要做好工作", "做好工作")
    rendition = made(edition(stories=(Story(brief=Brief(article=art, key_sentences=(), directives=(d,))),)))
    assert "标题" in (rendition.html + rendition.text + rendition.subject).encode().decode()


def test_the_mail_needs_nothing_from_outside():
    html = made(manage="https://example.com/leave").html
    page = Page(html)
    assert not {"img", "script", "link", "iframe"} & {tag for tag, _ in page.tags}
    assert "url(" not in html
    assert "https://example.com/leave" in page.links
    assert all(attrs.get("role") == "presentation" for tag, attrs in page.tags if tag == "table")
    assert "prefers-color-scheme: dark" in html
    assert 'class="cd" width="100%"' in html.replace("'", '"') or "max-width:680px" in html


def test_an_edition_without_stories_says_so():
    empty = edition(stories=(), skipped=(), articles_read=0)
    assert "本期内没有收到新文章" in made(empty).text
    assert made(empty).subject == "政务要求摘要 11月23日：没有新要求 · 0 篇报道 | no new directives · 0 stories"
    filtered = made(edition(stories=(), articles_read=1), languages=("en",))
    assert "1 article was read; it did not match the subscription." in filtered.text
    assert (filtered.stories, filtered.directives) == (0, 0)


def test_an_article_without_directives_is_told_as_such():
    story = coal()
    ed = edition(stories=(Story(brief=replace(story.brief, directives=())),))
    assert "本文未读出要求" in made(ed).html
    assert "散煤治理" in made(ed).html


def test_the_period_is_told_in_the_zone_of_the_edition():
    assert "22 Nov 2026, 00:00" in made(edition(timezone="UTC"), ("en",)).text
    first = edition(period=Period(start=EPOCH, end=edition().period.end))
    assert "Articles first seen up to 23 Nov 2026, 08:00" in made(first, ("en",)).text
    assert "1970" not in made(first).html


def test_what_is_to_be_translated_is_listed_once_with_its_context():
    wanted = texts_to_translate(edition())
    assert len(wanted) == len(set(wanted))
    assert ("title", "云岭县召开冬季散煤治理工作推进会") in wanted
    assert ("owner", "各乡镇、各单位") in wanted
    assert ("deadline", "立即") in wanted
    assert all(text for _, text in wanted)


@pytest.mark.parametrize("languages", [(), ("fr",), ("en", "en"), ("zh",)])
def test_an_unknown_language_is_refused(languages):
    with pytest.raises(ValueError, match="languages must be"):
        made(languages=languages)


def _luminance(colour):
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_colour_of_text_can_be_read_on_every_surface(mode):
    """WCAG 2.2, 1.4.3: a contrast of 4.5 for text."""
    source = (shipped_templates() / "_palette.html.j2").read_text(encoding="utf-8")
    block = re.search(rf"set {mode} = \{{(.*?)\}}", source, re.DOTALL)[1]
    palette = dict(re.findall(r'"(\w+)": "(#[0-9a-f]{6})"', block))
    pairs = [(ink, paper) for ink in ("text", "muted", "accent", "warn") for paper in ("card", "soft")]
    for ink, paper in [*pairs, ("on_badge", "badge")]:
        light, dark = sorted((_luminance(palette[ink]), _luminance(palette[paper])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, paper)
    assert set(re.findall(r"#[0-9a-f]{6}", made().html)) <= set(re.findall(r"#[0-9a-f]{6}", source))

"""How the directives of a story are told: by issuer and list, who and when before the wording, principles folded."""

import re
from dataclasses import replace
from html import unescape

import pytest
from sample_edition import article, coal, directive, edition, english, flood, safety

from digest.model import Brief, Story
from digest.render import render, texts_to_translate

LISTED = "一要清点库存，二要核对台账，四要封存样品"
BODY = [
    "会议要求，要尽快动手。市长林知远强调，要先摸清底数。",
    f"林知远强调，做到四个到位，{LISTED}，三要提高认识。",
    "林知远强调，各科室要按月报送进度，要不断提升本领。",
]


def made(*stories, languages=("zh-Hans", "en")):
    return render(edition(stories=stories), key="k", languages=languages, english=english())


def seen(html):
    """What a reader sees of the mail's HTML, without white space."""
    return "".join(unescape(re.sub(r"<style.*?</style>|<[^>]+>", "", html, flags=re.DOTALL)).split())


def told(text):
    """The plain text, without white space."""
    return "".join(text.split())


def audit():
    """Two issuers, whose demands take turns; a list in the middle, with a principle in it."""
    art = article("b", "audit.txt", "清库会议", BODY)
    lin = {"issuer": "林知远（市长）"}

    def item(number, text, head, place):
        return directive(art, number, text, head, list_path=f"四个到位/{place}", **lin)

    directives = (
        directive(art, 1, "要尽快动手", "尽快动手", issuer="会议"),
        directive(art, 2, "要先摸清底数", "先摸清底数", **lin),
        item(3, "一要清点库存", "清点库存", "一"),
        item(4, "二要核对台账", "核对台账", "二"),
        item(5, "要封存样品", "封存样品", "四"),
        replace(item(6, "三要提高认识", "提高认识", "三"), type="principle"),
        directive(art, 7, "各科室要按月报送进度", "按月报送进度", owner="各科室", **lin),
        directive(art, 8, "要不断提升本领", "不断提升本领", type="principle", **lin),
    )
    return Story(brief=Brief(article=art, key_sentences=(), directives=directives))


def in_order(text, *parts):
    places = [text.index(part) for part in parts]
    assert places == sorted(places), parts


@pytest.mark.parametrize("part", ["html", "text"])
def test_directives_stand_under_their_issuer_and_the_name_of_their_list_in_the_order_of_the_article(part):
    rendition = made(audit())
    text = seen(rendition.html) if part == "html" else told(rendition.text)
    text = text[text.index("提出者Issuer:会议") :]
    in_order(
        text,
        *("提出者Issuer:会议", "要尽快动手", "提出者Issuer:林知远（市长）", "要先摸清底数"),
        *("四个到位", "一要清点库存", "二要核对台账", "四要封存样品"),
        *("其他要求Otherdirectives" if part == "html" else "其他要求/Otherdirectives", "各科室要按月报送进度"),
        "另有2项原则性要求",
    )


def test_what_stands_before_the_first_list_has_no_heading():
    rendition = made(audit())
    before = rendition.text.partition("四个到位")[0]
    assert "要先摸清底数" in before
    assert "其他要求" not in before
    assert rendition.text.count("其他要求") == 1


def test_an_item_shows_its_number_once():
    text = made(audit()).text
    assert "* 一要清点库存" in text
    assert "* 四 要封存样品" in text


def demand_in_html(html, words):
    """The block of the directive that holds these words, as text."""
    blocks = [seen(block) for block in re.split(r'(?=<div class="d")', html)]
    return next(block for block in blocks if words in block)


def principles(html):
    """The block of the principles of the only issuer that has some."""
    (block,) = (b for b in re.split(r'(?=<div class="d")', html) if "of principle" in b)
    return block


def test_owner_and_deadline_stand_before_the_wording():
    rendition = made(coal())
    block = demand_in_html(rendition.html, "各单位要高度重视")
    in_order(block, "→各乡镇、各单位11月底前11月30日还剩7天", "各单位要高度重视", "必须·大气污染防治·¶3")
    in_order(block, "¶3", "→alltownships,allunits30November7daysleft", "Must·airpollutioncontrol")
    text = rendition.text
    in_order(text, "* 责任主体 Owner → 各乡镇、各单位", "  时限 Due: 11月底前", "  各乡镇、各单位要高度重视")
    assert "* 时限 Due: 12月5日前" in text
    assert "* 三要压实包片责任" in text


def test_a_compact_edition_too_has_owner_and_deadline_before_the_wording():
    story = coal()
    many = tuple(
        replace(d, id=f"{d.id}-{copy}") for copy in range(30) for d in story.brief.directives if d.type != "principle"
    )
    html = made(replace(story, brief=replace(story.brief, directives=many))).html
    block = demand_in_html(html, "各单位要高度重视")
    in_order(block, "→各乡镇、各单位", "11月底前", "各单位要高度重视", "¶3", "→alltownships,allunits")
    assert "大气污染防治" not in block
    assert "必须" not in block
    assert "禁止" in demand_in_html(html, "严禁销售劣质散煤")


def test_every_topic_of_a_directive_is_shown_and_handed_to_the_translator():
    rendition = made(safety())
    assert "必须·安全生产·消防·¶2" in demand_in_html(rendition.html, "全面排查消防")
    assert "必须 Must · 安全生产 · 消防 · 出处 Source" in rendition.text
    wanted = texts_to_translate(edition(stories=(safety(),)))
    assert ("topic", "消防") in wanted
    assert ("topic", "安全生产") in wanted


def test_principles_are_folded_under_one_line_behind_what_is_to_be_done():
    html = made(flood()).html
    line = principles(html)
    assert seen(line).startswith(
        "另有2项原则性要求坚持人民至上、生命至上¶3;统筹兼顾¶32furtherstatementsofprinciple出处Source·"
    )
    in_order(seen(html), "要备足抢险物资", "另有2项原则性要求")
    assert 'id="s1d5"' in line
    assert 'id="s1d6"' in line


def test_a_principle_of_a_list_keeps_its_number():
    assert "三提高认识¶2" in seen(principles(made(audit()).html))


def test_the_plain_text_has_every_principle_in_its_whole_wording():
    for languages in [("zh-Hans", "en"), ("zh-Hans",), ("en",)]:
        text = told(made(coal(), flood(), languages=languages).text)
        for story in (coal(), flood()):
            for d in story.brief.directives:
                assert d.text in text, languages


def test_an_issuer_of_principles_only_has_no_further_ones():
    story = flood()
    only = tuple(d for d in story.brief.directives if d.type == "principle")
    rendition = made(replace(story, brief=replace(story.brief, directives=only)))
    assert "2 statements of principle" in rendition.text
    assert "另有" not in rendition.text
    assert "further" not in rendition.html
    one = made(replace(story, brief=replace(story.brief, directives=only[:1])), languages=("en",))
    assert "1 statement of principle" in one.text


def test_a_principle_that_forbids_is_never_shown_as_its_bare_head():
    art = article("c", "c.txt", "会议", ["会议要求，严禁形式主义。"])
    ban = directive(art, 1, "严禁形式主义", "形式主义", issuer="会议", strength="must not", type="principle")
    html = made(Story(brief=Brief(article=art, key_sentences=(), directives=(ban,)))).html
    assert "严禁形式主义" in seen(principles(html))

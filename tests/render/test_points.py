"""What happened, above the directives: nothing that the directives or an earlier story told."""

import re
from dataclasses import replace
from html import unescape

import pytest
from sample_edition import article, coal, directive, edition, english, key, song

from digest.model import Brief, Story
from digest.render import render, texts_to_translate
from digest.render.points import Told, chosen

ALL = 1_000_000
HEATING = "11月3日下午，青屏市召开冬季供热保障工作调度会，听取各县区进展汇报，安排下一阶段重点任务。"


def brief(key_of, *sentences, ranks=None, directives=(), **fields):
    """An article of these sentences, all of them background, in the order of ``ranks``."""
    art = article(key_of, f"{key_of}.txt", f"标题{key_of}", ["".join(sentences)], **fields)
    background = [key(art, rank, text) for rank, text in zip(ranks or range(1, 99), sentences, strict=False)]
    demands = tuple(directive(art, i, text, text) for i, text in enumerate(directives, 1))
    return Brief(
        article=art,
        key_sentences=(),
        directives=demands,
        background=tuple(sorted(background, key=lambda k: k.rank)),
    )


def story(*args, **fields):
    return Story(brief=brief(*args, **fields))


def shown_of(*stories, limit=ALL, due=()):
    shown = [frozenset(range(len(s.brief.directives))) or frozenset({-1}) for s in stories]
    return [[k.text for k in points] for points in chosen(stories, shown, due, limit)]


def told(one, other, place=None, place_of_other=None, *, day=None, day_of_other=None):
    """True if the second text is told by the first."""
    known = Told()
    known.add(one, article("one", "one.txt", None, [one], place=place, event_date=day))
    return known.has(other, article("other", "other.txt", None, [other], place=place_of_other, event_date=day_of_other))


def made(*stories, languages=("zh-Hans", "en")):
    return render(edition(stories=stories), key="k", languages=languages, english=english())


def seen(html):
    """What a reader sees of the mail's HTML, without white space."""
    return "".join(unescape(re.sub(r"<style.*?</style>|<[^>]+>", "", html, flags=re.DOTALL)).split())


def test_the_best_are_chosen_by_rank_and_shown_in_the_order_of_the_article():
    first, second, third = "会议听取了三个县区的汇报。", "全市供热面积新增一成有余。", "与会人员观看了警示教育短片。"
    told = story("a", first, second, third, ranks=(2, 3, 1))

    assert shown_of(told) == [[first, second, third]]
    assert shown_of(told, limit=2) == [[first, third]]
    assert shown_of(told, limit=0) == [[]]


def test_what_an_earlier_story_told_is_left_out_and_the_next_best_takes_its_place():
    figures, film = "全市散煤用户核销率达到94.6%，个别经营点证照不全。", "会前，与会人员集体观看了警示教育片。"
    again = HEATING.replace("下午", "")

    assert shown_of(story("a", HEATING), story("b", again, figures, film), limit=2) == [[HEATING], [figures, film]]


def test_what_a_story_does_not_show_is_not_told():
    stories = (story("a", HEATING), story("b", HEATING))
    nothing_of_the_first = chosen(stories, [frozenset(), frozenset({-1})], (), ALL)
    assert [len(points) for points in nothing_of_the_first] == [0, 1]

    second_best = story("a", "市长出席会议并作了动员讲话。", HEATING)
    assert shown_of(second_best, story("b", HEATING), limit=1)[1] == [HEATING]


def test_what_the_directives_say_is_left_out_also_those_of_an_earlier_story_and_of_the_box():
    demand = "各县区要在11月底前完成换热站设备检修并逐户回访测温"
    lead = "会议由副市长主持并作了工作部署。"
    own = story("a", lead, f"他说，{demand}。", directives=(demand,))
    later = story("b", f"他说，{demand}。", "会议还通报了督查情况和典型问题。")

    assert shown_of(own, later) == [[lead], ["会议还通报了督查情况和典型问题。"]]
    other = story("c", demand, directives=(demand,))
    assert chosen((later, other), [frozenset({-1}), frozenset()], [(1, 0)], ALL)[0][0].text.startswith("会议还通报")


def test_what_says_more_than_was_told_is_shown():
    short, long = (
        "会议审议通过《农村公路养护条例》。",
        "会议审议通过《农村公路养护条例》，明确了各乡镇的养护责任和资金来源。",
    )
    assert told(long, short)
    assert not told(short, long)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(HEATING, HEATING.replace("青屏市", "霁州市"), id="town"),
        pytest.param(HEATING, HEATING.replace("青屏市", "青岭市"), id="half a town"),
        pytest.param(HEATING, HEATING.replace("3日", "4日"), id="day"),
        pytest.param("全市散煤用户核销率达到94.6%。", "全市散煤用户核销率达到93.6%。", id="figure"),
        pytest.param(
            "全市共检查学校食堂三百余家次，发现问题二百个。", "全市共检查学校食堂三百余家次，发现问题三百个。", id="han"
        ),
        pytest.param(
            "法庭逐页核对了账目，请会计说明每笔款项的去处，随后听取了被告人李丹的陈述和律师的看法。",
            "法庭逐页核对了账目，请会计说明每笔款项的去处，随后听取了被告人袁斌的陈述和律师的看法。",
            id="person",
        ),
        pytest.param(
            "经过逐栋逐户检查，城区高层建筑消防通道未发现堵塞。",
            "经过逐栋逐户检查，城区高层建筑消防通道发现堵塞。",
            id="not",
        ),
        pytest.param("会议还研究了其他事项。", "会议还研究了其他事项。", id="formula"),
    ],
)
def test_another_fact_in_the_same_words_is_shown(one, other):
    assert not told(one, other)
    assert not told(other, one)


@pytest.mark.parametrize(
    "again",
    [
        HEATING,
        HEATING.replace("，", " "),
        f"记者获悉，{HEATING}",
        HEATING.replace("，安排下一阶段重点任务", ""),
    ],
)
def test_the_same_fact_with_a_few_words_more_or_less_is_told(again):
    assert told(HEATING, again)


def test_the_same_words_about_another_town_are_another_fact_unless_they_name_it():
    ranking = "会议通报了10月份各乡镇空气质量排名情况。"
    assert told(ranking, ranking, "岚汀县", "岚汀县")
    assert told(ranking, ranking, "岚汀县", "青屏市岚汀县")
    assert not told(ranking, ranking, "岚汀县", "临渡区")
    assert not told(ranking, ranking, "岚汀县", None)
    assert told(HEATING, HEATING, "青屏市", "临渡区")


def test_the_same_words_on_another_day_are_another_fact_unless_they_name_it():
    after = "党组会议后，市长主持召开政府常务会议，审议有关事项。"
    assert told(after, after, day="2026-11-03", day_of_other="--11-03")
    assert told(after, after, day="2026-11-03")
    assert not told(after, after, day="2026-11-03", day_of_other="2026-11-10")
    assert told(HEATING, HEATING, day="2026-11-03", day_of_other="2026-11-10")


@pytest.mark.parametrize("part", ["html", "text"])
def test_a_mail_tells_what_happened_above_the_directives_and_no_directive_there(part):
    rendition = made(coal())
    text = seen(rendition.html) if part == "html" else "".join(rendition.text.split())
    above = text.partition("基本情况")[2].partition("提出者")[0]

    assert above.index("11月21日，云岭县召开") < above.index("核销率达到94.6%")
    assert "报县环境攻坚办" not in above


def test_a_story_told_twice_shows_its_points_once():
    again = replace(coal(), brief=replace(coal().brief, directives=()), copies=(), restated=())
    rendition = made(coal(), again, languages=("zh-Hans",))
    for part in (rendition.html, rendition.text):
        assert len(re.findall("核销率达到94.6%", part)) == 1
        assert len(re.findall("基本情况已见本邮件其他部分", part)) == 1


@pytest.mark.parametrize(
    ("languages", "line", "in_html"),
    [
        (("zh-Hans",), "关键词: 合唱展演 · 志愿者 · 老人", "关键词: 合唱展演 · 志愿者 · 老人"),
        (("zh-Hant",), "關鍵詞: 合唱展演 · 志願者 · 老人", "關鍵詞: 合唱展演 · 志願者 · 老人"),
        (
            ("zh-Hans", "en"),
            "关键词 Keywords: 合唱展演 · 志愿者 / volunteers · 老人",
            "关键词: 合唱展演 · 志愿者 · 老人 Yunling County · 22 November 2026 Keywords: volunteers",
        ),
        (
            ("en",),
            "Keywords: 合唱展演 · volunteers / 志愿者 · 老人",
            "Keywords: volunteers 云岭县举办银龄合唱展演 云岭县 合唱展演 · 志愿者 · 老人",
        ),
    ],
)
def test_a_story_without_directives_names_its_keywords(languages, line, in_html):
    rendition = made(song(), languages=languages)
    assert f"   {line}\n" in rendition.text
    assert "".join(in_html.split()) in seen(rendition.html)


def test_a_story_with_directives_or_without_keywords_names_none():
    bare = replace(song().brief, keywords=())
    rendition = made(coal(), Story(brief=bare))
    assert "关键词" not in rendition.html + rendition.text


def test_what_is_shown_is_translated():
    wanted = texts_to_translate(edition(stories=(coal(), song())))
    for k in (*coal().brief.background, *song().brief.background):
        assert ("sentence", k.text) in wanted
    assert ("sentence", coal().brief.key_sentences[1].text) not in wanted
    assert ("topic", "合唱展演") in wanted
    assert ("topic", "散煤") not in wanted


def test_a_brief_from_before_there_was_a_background_shows_its_key_sentences():
    from dataclasses import asdict

    old = asdict(song().brief)
    del old["background"], old["keywords"]
    text = made(Story(brief=Brief.from_dict(old))).text
    assert "志愿者为老人测量血压" in text.partition("基本情况")[2].partition("出处原文")[0]


def test_the_source_of_a_point_is_quoted_only_where_it_says_more():
    whole = "会议听取了全市供热管网改造情况的汇报，"
    art = article("a", "a.txt", "标题", [f"{whole}审议了两个方案。会前观看了警示教育短片。"])
    points = (key(art, 1, whole), key(art, 2, "会前观看了警示教育短片。"))
    rendition = made(Story(brief=Brief(article=art, key_sentences=(), directives=(), background=points)))

    assert "出处 Source [1] ¶1" in rendition.text
    assert "出处 Source ¶1" in rendition.text
    assert rendition.text.count("审议了两个方案") == 1
    assert rendition.text.count("会前观看了警示教育短片") == 1

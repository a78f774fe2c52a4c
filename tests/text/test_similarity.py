import json
import random
from itertools import combinations
from pathlib import Path

import pytest

from digest.model import Article, Brief, Document
from digest.text.brief import read
from digest.text.comparison import contradiction, differences
from digest.text.similarity import COPY, EXACT, alike, candidates, grams, merge

CORPUS = Path(__file__).parents[1] / "corpus" / "similarity"
NEWS = Path(__file__).parents[3] / "shared" / "corpora" / "gov_news.jsonl"

#: every group that the program makes of the real articles, read and found right
REAL_GROUPS = """
002 090|006 093 112|007 096|013 057|018 182|022 107|032 065 102|038 068 077 151 195|039 048 105|047 064|055 168|060 069
|073 137|098 206|156 215|187 212
"""


def pairs(name):
    return json.loads((CORPUS / name).read_text("utf-8"))


def article(key, *, body, title=None, source=None):
    return Article(
        key=key,
        file=f"{key}.txt",
        title=title,
        title_basis=None,
        published=None,
        event_date=None,
        source=source,
        place=None,
        doc_type="other",
        body=tuple(body),
    )


def told(text, key="a", **fields):
    return article(key, body=[text], **fields)


def brief(art):
    return Brief(article=art, key_sentences=(), directives=())


def both(pair):
    return article("a", **pair["a"]), article("b", **pair["b"])


def named(pair):
    marks = [pytest.mark.xfail(reason=pair["known_failure"])] if "known_failure" in pair else []
    return pytest.param(pair, id=pair["name"].replace(" ", "-"), marks=marks)


def said(shown, *copies):
    return [(d.clause, d.shown, d.told) for d in differences(shown, copies)]


@pytest.mark.parametrize("pair", [named(pair) for pair in pairs("copies.json")])
@pytest.mark.parametrize("turn", [1, -1])
def test_copies_become_one_story(pair, turn):
    stories = merge([brief(art) for art in both(pair)][::turn])
    assert [len(story.copies) for story in stories] == [1]


@pytest.mark.parametrize("pair", [named(pair) for pair in pairs("other_stories.json")])
@pytest.mark.parametrize("turn", [1, -1])
def test_stories_that_look_alike_stay_two(pair, turn):
    assert len(merge([brief(art) for art in both(pair)][::turn])) == 2


def test_the_threshold_has_room_on_both_sides():
    def score(a, b):
        return alike(grams(a.text), grams(b.text))

    copies = [score(*both(pair)) for pair in pairs("copies.json") if "known_failure" not in pair]
    others = [both(pair) for pair in pairs("other_stories.json") if "round-up" not in pair["name"]]
    assert min(copies) >= COPY + 0.03
    assert max(score(a, b) for a, b in others if contradiction(a, b) is None) <= COPY - 0.03


def test_the_longest_text_is_shown_and_the_order_of_first_appearance_kept():
    long, short = both(next(p for p in pairs("copies.json") if "first third" in p["name"]))
    other = told(
        "岚汀县通报秋粮收购进度，要求各粮库延长收购时间，不得拒收限收农民余粮，并公布了监督电话和现场负责人名单。", "c"
    )
    first, second = merge([brief(short), brief(other), brief(long)], updated=frozenset({"b"}))
    assert (first.brief.article, first.copies, first.updated) == (long, (short,), True)
    assert (second.brief.article, second.copies, second.updated) == (other, (), False)


def test_the_groups_do_not_depend_on_the_order_of_arrival():
    articles = [
        article(f"{name}-{number}-{side}", **pair[side])
        for name in ("copies.json", "other_stories.json")
        for number, pair in enumerate(pairs(name)[:12])
        for side in "ab"
    ]
    shuffled = random.Random(5).sample(articles, len(articles))

    def groups(articles):
        stories = merge([brief(a) for a in articles])
        return {frozenset(a.key for a in (story.brief.article, *story.copies)) for story in stories}

    assert groups(articles) == groups(shuffled) == groups(articles[::-1])


def test_two_stories_on_one_page_are_not_merged_through_the_page():
    one, other = (both(p)[0] for p in pairs("copies.json")[1:4:2])
    page = article("page", body=[*one.body, *other.body])
    stories = merge([brief(article("1", body=one.body)), brief(article("2", body=other.body)), brief(page)])
    assert max(len(story.copies) for story in stories) == 1


def test_one_short_sentence_in_common_makes_no_copy():
    long = told("近日，市政府召开常务会议，审议有关事项。会议决定增加冬季供热补贴，要求各县区在12月底前拨付到位。", "b")
    assert len(merge([brief(told("近日，市政府召开常务会议，审议有关事项。")), brief(long)])) == 2


def test_among_many_articles_the_pairs_worth_comparing_are_few_and_hold_the_copies():
    chance = random.Random(3)
    known = [both(pair) for pair in pairs("copies.json")]
    texts = [art.text for pair in known for art in pair]
    # articles of other words, and of the words of the copies: what shares a phrase or two is no candidate
    while len(texts) < EXACT + 200:
        texts.append("".join(chr(chance.randrange(0x4E00, 0x9FA5)) for _ in range(400)) + chance.choice(texts)[:30])
    sets = [grams(text) for text in texts]
    found = set(candidates(sets))
    copies = {(2 * n, 2 * n + 1) for n in range(len(known)) if alike(sets[2 * n], sets[2 * n + 1]) >= COPY}
    assert copies <= found
    assert len(found) < len(texts) ** 2 / 2 / 20
    assert found == set(candidates(sets))


def test_few_articles_are_compared_pair_by_pair():
    assert list(candidates([grams(str(n)) for n in range(4)])) == list(combinations(range(4), 2))


@pytest.mark.parametrize(
    ("shown", "copy", "expected"),
    [
        (
            "全市接报火灾412起，同比下降8.3%。",
            "全市接报火灾421起，同比下降8.3%。",
            [("全市接报火灾412起", "412起", "421起")],
        ),
        (
            "各县区要在11月底前完成拉网式排查。",
            "各县区要在12月底前完成拉网式排查。",
            [("各县区要在11月底前完成拉网式排查", "11月底前", "12月底前")],
        ),
        ("开展三项行动，整治突出问题。", "开展四项行动，整治突出问题。", [("开展三项行动", "三项", "四项")]),
        (
            "全年服务群众80余人次，广受好评。",
            "全年服务群众60余人次，广受好评。",
            [("全年服务群众80余人次", "80余人", "60余人")],
        ),
    ],
)
def test_numbers_and_dates_that_differ_are_told(shown, copy, expected):
    assert said(told(shown), told(copy, "b")) == expected


@pytest.mark.parametrize(
    ("shown", "copy"),
    [
        ("累计出动保障人员8.4万人次，抢通道路。", "累计出动保障人员84000人次，抢通道路。"),
        ("全市接报火灾412起，同比下降8.3%。", "全市接报火灾四百一十二起，同比下降8.3%。"),
        ("全市接报火灾412起，同比下降8.3%。", "全市接报火灾400余起，同比下降8.3%。"),
        ("11月5日上午，临渡区召开推进会。", "5日上午，临渡区召开推进会。"),
        ("2026年11月5日上午，临渡区召开推进会。", "11月5日上午，临渡区召开推进会。"),
        ("各县区要在11月底前完成拉网式排查。", "各县区要在11月30日前完成拉网式排查。"),
        ("排查隐患 30 处，整改 28 处。", "排查隐患30处，整改28处。"),
        ("出动保洁人员120人清运落叶。", "出动保洁车辆35台清运落叶。"),
        ("城区30户、乡镇50户完成改造任务。", "乡镇50户、城区30户完成改造任务。"),
        ("今年以来监督覆盖率达到90.75%，整改全部问题。", "今年以来监督覆盖率达到90"),
        ("会议要求各县区完成排查。", "会议强调各县区完成排查。"),
    ],
    ids=str,
)
def test_other_spellings_units_and_broken_ends_are_no_difference(shown, copy):
    assert said(told(shown), told(copy, "b")) == []


def test_a_number_that_both_texts_hold_is_no_difference():
    first = told("截至当日19时，降雨造成18间房屋受损。截至次日22时，降雨造成26间房屋受损。")
    second = told("截至当日19时，强降雨造成18间房屋受损。截至次日22时，强降雨造成26间房屋受损。", "b")
    assert said(first, second) == []


def test_each_copy_has_its_own_differences_in_the_order_of_the_shown_text():
    shown = told("全市接报火灾412起。要在11月底前完成拉网式的排查整改。")
    copies = [
        told("要在12月底前完成拉网式的排查整改。全市接报火灾421起。", "b"),
        told("全市接报火灾412起。要在10月底前完成拉网式的排查整改。", "c"),
    ]
    found = differences(shown, copies)
    assert [(d.copy, d.shown, d.told) for d in found] == [
        ("b", "412起", "421起"),
        ("b", "11月底前", "12月底前"),
        ("c", "11月底前", "10月底前"),
    ]


def test_copies_that_say_the_same_differ_in_nothing():
    for pair in pairs("copies.json"):
        if not any(word in pair["name"] for word in ("otherwise", "disagree")):
            assert differences(both(pair)[0], both(pair)[1:]) == (), pair["name"]


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ("青屏市召开第三次防汛调度会。", "青屏市召开第四次防汛调度会。", "number"),
        ("青屏市召开第三次防汛调度会。", "青屏市召开第3次防汛调度会。", None),
        ("11月5日，全市召开推进会。", "11月8日，全市召开推进会。", "day"),
        ("11月5日，全市召开推进会。", "5日，全市召开推进会。", None),
        ("11月05日，全市召开推进会。", "11月5日，全市召开推进会。", None),
        ("全市要在11月5日前完成改造。", "全市要在11月8日前完成改造。", None),
        ("临渡区召开推进会。", "望岫区召开推进会。", "place"),
        ("临渡区召开推进会。", "全区召开推进会。", None),
        ("2026年全市计划投资项目通告。", "2027年全市计划投资项目通告。", "day"),
    ],
)
def test_what_makes_two_stories_of_one_text(first, second, reason):
    assert contradiction(told(first), told(second, "b")) == reason


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.skipif(not NEWS.exists(), reason="the real articles are not beside the checkout")
def test_the_real_copies_are_merged_and_nothing_else():
    rows = [json.loads(line) for line in NEWS.read_text("utf-8").splitlines()]
    documents = [
        Document(path=r["id"], file=r["id"], text=r["text"], kind="text", encoding="utf-8", sha256="") for r in rows
    ]
    stories = merge([read(document) for document in documents])
    groups = {frozenset(a.file[4:] for a in (s.brief.article, *s.copies)) for s in stories if s.copies}
    assert groups == {frozenset(group.split()) for group in REAL_GROUPS.split("|")}

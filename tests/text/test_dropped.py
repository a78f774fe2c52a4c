"""A dropped character comes back on evidence, and never without."""

import json
import random
from collections import Counter
from pathlib import Path

import damage
import pytest
from hypothesis import given, settings, strategies as st

from digest.ingest import readers
from digest.text.clean import clean
from digest.text.dropped import restore
from digest.text.html import page_lines
from digest.text.repair import repair

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").iterdir())
SHARED = ROOT.parent / "shared"

WEEKLY = (
    "11月2日，清坪县召开秋冬季烟花爆竹禁放工作调度会，县长江远帆主持会议并讲话。",
    "会议强调，要充分认识烟花爆竹禁放工作的重要性，增强责任感、自觉性，健全扁平化指挥体系，压实安全生产责任。",
    "要加大烟花爆竹零售点排查力度，深入开展隐患排查治理，提升基层治理现代化水平。",
    "各乡镇要公布烟花爆竹举报电话，形成齐抓共管的工作格局，推动各项工作落实落地。",
)
TITLE = "清坪县部署烟花爆竹禁放工作"


def page(path):
    document = readers.read(path, max_bytes=10**7)
    text = page_lines(document.text) if document.kind == "html" else document.text
    return clean(repair(text).text)


def dropped(paragraphs, lost):
    return [damage.drop_everywhere(p, lost) for p in paragraphs]


@pytest.mark.parametrize("lost", "烟平性")
def test_a_character_lost_everywhere_comes_back_everywhere(lost):
    assert restore(dropped(WEEKLY, lost), context=[TITLE]).paragraphs == WEEKLY


def test_several_lost_characters_come_back_together():
    damaged = dropped(dropped(dropped(WEEKLY, "烟"), "平"), "性")

    assert restore(damaged, context=[TITLE]).paragraphs == WEEKLY


def test_each_restoration_says_where_what_and_why():
    restored = restore(dropped(WEEKLY, "烟"), context=[TITLE])

    assert [r.paragraph for r in restored.restorations] == [0, 1, 2, 3]
    for r in restored.restorations:
        assert restored.paragraphs[r.paragraph][r.at] == r.character == "烟"
        assert restored.paragraphs[r.paragraph][r.at : r.at + 4] == r.word == "烟花爆竹"
        assert r.evidence == "title: 烟花爆竹"


def test_taking_the_restorations_out_again_gives_the_damaged_text():
    damaged = dropped(dropped(WEEKLY, "性"), "平")
    restored = restore(damaged)
    back = [list(p) for p in restored.paragraphs]

    for r in reversed(restored.restorations):
        del back[r.paragraph][r.at]

    assert restored.restorations
    assert ["".join(p) for p in back] == damaged


def test_a_group_that_repeats_needs_no_title():
    restored = restore(dropped(WEEKLY, "烟"))

    assert restored.paragraphs == WEEKLY
    assert {r.evidence for r in restored.restorations} == {"body: 4 × 烟花爆竹"}


def test_one_broken_word_proves_nothing():
    assert restore(["各乡镇要加强花爆竹管理。"]).restorations == ()
    assert restore(["要健全扁化指挥体系。"]).restorations == ()


def test_the_title_makes_one_broken_word_enough():
    assert restore(["各乡镇要加强花爆竹管理。"], context=[TITLE]).paragraphs == ("各乡镇要加强烟花爆竹管理。",)


def test_a_character_that_stands_somewhere_in_the_body_was_not_eaten():
    body = ["要健全扁化指挥体系，提升治理能力现代化水。", "平时要多检查。"]

    assert restore(body).paragraphs == tuple(body)


def test_a_broken_word_with_two_completions_is_left_alone():
    body = ["抢险救队伍集结。", "抢险救物资到位。", "抢险救工作有序。", "抢险救力量备勤。"]

    assert restore(body).paragraphs == tuple(body)


def test_the_name_of_a_place_is_completed_from_the_title_only():
    body = ("清县召开会议，部署防汛。", "清县各乡镇负责人参加。")

    assert restore(body, context=["清坪县部署防汛"]).paragraphs == (
        "清坪县召开会议，部署防汛。",
        "清坪县各乡镇负责人参加。",
    )
    assert restore(body).restorations == ()


def test_numbers_are_never_guessed():
    assert restore(["要做到“个到位”，落实“个到位”要求。"], context=["清坪县落实“三个到位”"]).restorations == ()


def test_restoring_twice_is_restoring_once():
    once = restore(dropped(WEEKLY, "性"), context=[TITLE])

    assert restore(once.paragraphs, context=[TITLE]).restorations == ()


def test_nothing_comes_of_nothing():
    assert restore([]).paragraphs == ()
    assert restore(["", "Only English here."], context=[""]).paragraphs == ("", "Only English here.")


@pytest.mark.parametrize("seed", SEEDS, ids=lambda p: p.stem)
def test_a_clean_article_stays_as_it_is(seed):
    read = page(seed)

    assert restore(read.body, context=read.head).restorations == ()
    assert restore(read.body).restorations == ()


@given(st.lists(st.text(alphabet="烟花爆竹平安全生产重要性水现代化，。、\n A1", max_size=40), max_size=4))
@settings(max_examples=100, deadline=None)
def test_only_insertions_are_ever_made(paragraphs):
    restored = restore(paragraphs)
    back = [list(p) for p in restored.paragraphs]

    for r in reversed(restored.restorations):
        assert back[r.paragraph].pop(r.at) == r.character

    assert ["".join(p) for p in back] == paragraphs


def drops(articles, count, seed):
    """Random (article, character) pairs, the character standing in the article at least three times."""
    chance = random.Random(seed)
    while count:
        body = chance.choice(articles)
        often = sorted(c for c, n in Counter("".join(body)).items() if n >= 3 and "\u4e00" <= c <= "\u9fff")
        if often:
            count -= 1
            yield body, chance.choice(often)


def gaps(paragraphs, where):
    """Positions of some characters, counted in the text without them: (paragraph, offset)."""
    found = []
    for number, paragraph in enumerate(paragraphs):
        taken = [i for i in range(len(paragraph)) if where(number, i)]
        found += [(number, at - before) for before, at in enumerate(taken)]
    return found


def score(articles, count, seed):
    """How many characters were lost, given back in their place, and put where they never were."""
    lost = right = wrong = 0
    for body, character in drops(articles, count, seed):
        restored = restore(dropped(body, character))
        put = {(r.paragraph, r.at): r.character for r in restored.restorations}
        truth = Counter(gaps(body, lambda n, i, body=body, character=character: body[n][i] == character))
        given_back = Counter(gaps(restored.paragraphs, lambda n, i, put=put: (n, i) in put))
        if set(put.values()) - {character}:
            wrong += len(put)
            continue
        hits = sum((truth & given_back).values())
        lost, right, wrong = lost + truth.total(), right + hits, wrong + given_back.total() - hits
    return lost, right, wrong


def test_random_drops_from_the_seeds_come_back_in_their_place_or_not_at_all():
    lost, right, wrong = score([page(seed).body for seed in SEEDS], 100, seed=3)

    assert right / lost >= 0.1
    assert wrong <= 0.02 * right


def corpus(name):
    lines = (SHARED / "corpora" / name).read_text("utf-8").splitlines()
    return [clean(repair(json.loads(line)["text"]).text) for line in lines]


real = pytest.mark.skipif(not SHARED.exists(), reason="the real articles are not beside the checkout")


@pytest.mark.shared
@real
@pytest.mark.parametrize("name", ["gov_news.jsonl", "summaries_meetings.jsonl", "summaries_news.jsonl"])
def test_real_clean_articles_stay_as_they_are(name):
    changed = [r for read in corpus(name) for r in restore(read.body, context=read.head).restorations]

    assert changed == []


@pytest.mark.shared
@real
def test_the_real_damaged_article_is_whole_again():
    for path in sorted((SHARED / "seeds").iterdir()):
        read = page(path)
        restored = restore(read.body, context=read.head)
        gold = json.loads((SHARED / "gold" / f"{path.name}.json").read_text("utf-8"))
        if path.name.startswith("001"):
            assert list(restored.paragraphs) == gold["body"]
        else:
            assert restored.restorations == ()


@pytest.mark.shared
@real
def test_random_drops_from_real_articles_come_back_in_their_place_or_not_at_all():
    lost, right, wrong = score([read.body for read in corpus("gov_news.jsonl") if read.body], 200, seed=20261122)

    assert right / lost >= 0.12
    assert wrong <= 0.03 * right

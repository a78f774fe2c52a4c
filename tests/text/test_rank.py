"""Which sentences open a story: whole, verbatim, each wording once, and beside the list of directives."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from digest.ingest.readers import read
from digest.text import brief
from digest.text.directives import extract
from digest.text.rank import DEFAULT, LONG_SENTENCE, key_sentences, ranked
from digest.text.tokens import FastJieba, Jieba

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
LEAD = "11月20日，云溪县召开森林防火工作会议，安排部署今冬明春森林防火工作。"
BODY = [
    LEAD,
    "县长陶知行强调，各乡镇要在12月1日前备齐扑火机具。护林员要每日巡山，严禁野外用火。",
    "会议通报了上月的火情：全县接报火情3起，比去年同期减少5起。",
    "县林业局、县应急管理局和各乡镇负责同志参加会议。",
]


def texts(found):
    return [sentence.text for sentence in found]


def test_sentences_are_whole_and_verbatim_and_stand_where_they_say():
    found = key_sentences(BODY, limit=9)
    text = "\n".join(BODY)
    assert [text[k.start : k.end] for k in found] == texts(found)
    assert all(k.text.endswith(("。", "；")) for k in found)
    assert [k.rank for k in found] == list(range(1, len(found) + 1))
    assert sum(k.score for k in found) <= 1.0


def test_a_sentence_of_demands_comes_before_who_was_there():
    found = texts(key_sentences(BODY, directives=extract(BODY), limit=9))
    assert found.index("县长陶知行强调，各乡镇要在12月1日前备齐扑火机具。") < found.index(BODY[3])


def test_the_lead_of_a_news_without_demands_comes_first():
    body = [
        "石蕴乡文化站开放了三间新的阅览室，藏书八千册。",
        "村民可以凭身份证借书，每次三本。",
        "开放时间是早八点到晚六点。",
    ]
    assert texts(key_sentences(body))[0] == body[0]


def test_what_was_told_is_not_told_again():
    again = "县长陶知行强调，各乡镇要在12月1日前备齐全部扑火机具。"
    found = key_sentences([*BODY, again], directives=extract([*BODY, again]), limit=3)
    assert len({t.replace("全部", "") for t in texts(found)}) == 3


def test_the_same_wording_is_shown_once():
    found = texts(key_sentences([LEAD, LEAD, BODY[2]], limit=9))
    assert len(found) == len(set(found)) == 2


def test_a_long_sentence_is_cut_at_semicolons_only():
    part = "各乡镇要逐村逐户核查用火情况并建立台账由专人负责每日更新"
    long = "；".join([part] * 5) + "。"
    assert len(long) > LONG_SENTENCE
    assert texts(key_sentences([long])) == [part + "；", part + "。"]


def test_bullets_are_not_part_of_a_sentence():
    (found, *_) = key_sentences(["●" + LEAD])
    assert found.text == LEAD
    assert found.start == 1


def test_headings_and_exclamations_are_no_sentences():
    assert key_sentences(["一、总体要求", "好！", "第三季度空气质量排名"]) == ()


def test_no_section_of_a_bulletin_comes_first_for_its_place():
    body = ["【动态】", *BODY[:2], "【简讯】", *(s.replace("森林", "草原") for s in BODY[:2])]
    first, second = (ranked(b, directives=()).scores for b in (body, body[3:] + body[:3]))
    assert sorted(first) == pytest.approx(sorted(second))


@pytest.mark.parametrize("seed", SEEDS[:4], ids=lambda p: p.stem)
def test_the_background_says_nothing_of_the_list(seed):
    found = brief.read(read(seed, max_bytes=10**6))
    listed = {i for d in found.directives for i in range(d.start, d.end)}
    for sentence in found.background:
        told = sum(i in listed for i in range(sentence.start, sentence.end))
        assert told < 0.7 * len(sentence.text)


def test_the_background_has_neither_attendance_nor_bare_speech():
    body = [*BODY, "会议强调，要管住野外火源。各乡镇要设卡检查。", "会议还研究了今年民生领域的其他事项。"]
    found = texts(ranked(body, directives=extract(body)).beside_the_list(9))
    assert found == [LEAD, BODY[2]]


def test_weights_are_options():
    still = replace(DEFAULT, lead=1.0, position_in_news=0.0, title=0.0)
    assert key_sentences(BODY, weights=still) != key_sentences(BODY)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda p: p.stem)
def test_the_fast_tokenizer_finds_the_same_key_sentences(seed):
    article = brief.read(read(seed, max_bytes=10**6)).article
    slow, fast = (
        key_sentences(article.body, title=article.title, tokenizer=tokenizer) for tokenizer in (Jieba(), FastJieba())
    )
    assert texts(slow) == texts(fast)


def test_ranking_brings_no_graph_or_table_library():
    code = (
        "import sys; from digest.text.rank import key_sentences; key_sentences(['各乡镇要在月底前完成一轮排查整改。']);"
        "print([m for m in ('networkx', 'pandas', 'sklearn', 'scipy') if m in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=True, env=dict(os.environ)
    )
    assert found.stdout.strip() == "[]"

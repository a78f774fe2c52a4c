"""Exact repair: what was damaged comes back, what was not stays."""

from pathlib import Path

import damage
import pytest
from hypothesis import given, settings, strategies as st

from digest.text.repair import repair

HERE = Path(__file__).parent.parent
CLEAN = sorted((HERE / "corpus" / "clean").glob("*"))
SEEDS = HERE.parent / "seeds"

clean_text = st.text(
    alphabet="要加强安全生产防汛会议指出各乡镇部门完成整改台账落实责任，。；、：“”《》（）0123456789年月日",
    max_size=120,
)


@pytest.mark.parametrize("page", CLEAN, ids=lambda p: p.stem)
def test_every_damaged_seed_gives_back_its_clean_paragraphs(page):
    seed = next(SEEDS.glob(f"{page.stem}.*"))

    repaired = repair(seed.read_text("utf-8")).text

    for paragraph in page.read_text("utf-8").splitlines():
        assert paragraph.strip() in repaired


@pytest.mark.parametrize("page", CLEAN, ids=lambda p: p.stem)
def test_a_clean_text_comes_back_as_it_was(page):
    text = page.read_text("utf-8")

    assert repair(text).text == text
    assert repair(text).repairs == ()


@given(clean_text)
@settings(max_examples=200, deadline=None)
def test_clean_characters_stay(text):
    assert repair(text).text == text


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_repairing_twice_is_repairing_once(text):
    once = repair(text).text

    assert repair(once).text == once


def test_pinyin_that_is_no_reading_stays():
    assert repair("全県发展（jian）").text == "全県发展（jian）"


def test_straddled_pinyin_is_undone_only_when_one_original_fits():
    assert "日报" in repair("領導，縣日?qǐng)?bào)全媒體記者報導關於會議").text


def test_of_two_originals_that_fit_the_one_that_makes_a_word_is_taken():
    # 強 and 廧 are both read qiáng and have the same lead byte
    assert "县长李琴强调，要落实" in repair("縣長(zhǎng)李琴?gòu)?qiáng)調(diào),要落實(shí)責(zé)任").text
    assert "qiáng" in repair("縣長李琴?gòu)?qiáng)的").text


def test_a_single_full_stop_after_a_comma_is_no_damage():
    text = "先说,。好"

    assert repair(text).text.count("。") == 1
    assert "doubled_comma" not in {r.kind for r in repair(text).repairs}


def test_each_kind_of_damage_is_counted():
    text = "推進(jìn)會(huì)召開,、落實(shí)部署,、抓好整改,。持續改善提升?h委書記出席會議,,"

    kinds = {r.kind: r.count for r in repair(text).repairs}

    assert kinds["inserted_pinyin"] == 3
    assert kinds["doubled_comma"] >= 3
    assert kinds["lost_full_stop"] == 1


def test_spans_point_at_the_damage():
    text = "推進(jìn)會(huì)"

    (found,) = [r for r in repair(text).repairs if r.kind == "inserted_pinyin"]

    assert [text[a:b] for a, b in found.spans] == ["(jìn)", "(huì)"]


def test_forward_simulated_damage_is_undone():
    clean = "全县召开防汛调度会，县长强调，要落实责任，严肃查处违规行为，确保群众安全。"

    damaged = damage.nfkc_fold(damage.pinyin_bytewise(damage.machine_traditional(clean)))

    assert damaged != clean
    assert repair(damaged).text == clean

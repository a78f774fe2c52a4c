import re
from pathlib import Path

import opencc
import pytest
from damage import (
    ANNOTATED,
    RECIPES,
    browser_decode,
    double_body,
    double_commas,
    drop_han,
    lose_byte,
    machine_traditional,
    nfkc_fold,
    pinyin_bytewise,
    table_debris,
)

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "tests" / "corpus"


def text_of(path):
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("clean", "damaged"),
    [
        ("日報", "日?qǐng)?bào)"),  # as traced in a real page: C8D5 88F3 holds 請
        ("域專項", "域?qū)m?xiàng)"),  # D3F2 8CA3 ED97 holds 驅; A3ED is a full-width m
    ],
)
def test_the_bytewise_reading_aid_straddles_two_characters(clean, damaged):
    assert pinyin_bytewise(clean) == damaged


def test_the_reading_aid_annotates_whole_characters_and_folds_punctuation():
    assert (
        pinyin_bytewise("會議強調，要壓實責任（試行）。")
        == "會(huì)議強(qiáng)調(diào),要壓(yā)實(shí)責(zé)任(試行)。"
    )


def test_only_the_given_characters_are_annotated():
    assert pinyin_bytewise("會議強調", annotated="議") == "會議(yì)強調"


def test_every_annotated_character_has_a_reading_that_gbk_can_write():
    for character in sorted(ANNOTATED):
        assert re.fullmatch(rf"{character}\([a-zà-ǜ]+\)", pinyin_bytewise(character, annotated=character)), character


def test_a_lead_byte_without_a_partner_swallows_the_bracket():
    assert browser_decode(b"\xc8\xd5\x88(a) \xce") == "日?a) ?"


def test_a_lost_byte_takes_the_full_stop_and_the_character_after_it():
    assert lose_byte("持續改善。縣委書記") == "持續改善?h委書記"
    assert lose_byte("持續改善。會議") == "持續改善。會議"


def test_commas_are_doubled_before_marks_and_nothing_else_changes():
    clean = nfkc_fold("一要、二要，三要；四要。（五要）" * 30)
    damaged = double_commas(clean)
    assert {m[0] for m in re.finditer(",[,、。;]", damaged)} == {",,", ",、", ",。", ",;"}
    assert 0.6 < (len(damaged) - len(clean)) / 120 < 0.95
    assert re.sub(",(?=[,、。;])", "", damaged) == clean
    assert double_commas(clean) == damaged


def test_the_character_converter_makes_the_mistakes_of_a_machine():
    assert machine_traditional("会后着眼于范围，群众发展为先") == "會后著眼于范圍，群眾發展為先"


def test_dropped_characters_are_gone_from_one_word_only():
    assert drop_han("烟花爆竹和烟草", "烟花", "烟") == "花爆竹和烟草"


def test_a_doubled_body_stands_before_and_after_the_debris():
    page = double_body("會議指出。\n", table_debris("嵐汀網"))
    assert page.count("會議指出。\n") == 2
    assert "| 嵐汀網免責聲明: | ||||||||" in page.splitlines()


@pytest.mark.parametrize("name", RECIPES)
def test_the_damaged_seed_is_what_its_recipe_makes_of_the_page(name):
    assert text_of(ROOT / "seeds" / name) == RECIPES[name](text_of(CORPUS / "page" / name))


@pytest.mark.parametrize("name", RECIPES)
def test_the_script_damage_of_a_page_can_be_undone_exactly(name):
    page = text_of(CORPUS / "page" / name)
    assert opencc.OpenCC("tw2s").convert(machine_traditional(page)) == page


@pytest.mark.parametrize("name", RECIPES)
def test_the_clean_body_is_part_of_the_page(name):
    page = text_of(CORPUS / "page" / name)
    paragraphs = text_of(CORPUS / "clean" / name).splitlines()
    assert len(paragraphs) >= 5
    assert all(paragraph in page for paragraph in paragraphs)


def test_the_damaged_seeds_hold_each_kind_of_damage():
    seeds = "".join(text_of(ROOT / "seeds" / name) for name in RECIPES)
    for mark in ("調(diào)", "日?qǐng)?bào)", "域?qū)m?xiàng)", ",,", ",、", ",。", "?h委", "![]()", "||||"):
        assert mark in seeds, mark

"""``digest tm`` on an office with articles and an engine, as its translator uses it."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET

import pytest
from office import SCHOOL, WATER
from scripted_engine import Scripted

DEMAND = "市财政局要保障改造资金及时拨付到位"


@pytest.fixture
def tm(digest, office):
    """Run ``digest tm`` in an office whose engine has translated an edition."""
    office.engines = [Scripted(name="deepl", paid=True)]
    office.write("water.txt", WATER)
    office.run()
    office.close()

    def run(*arguments):
        return digest("tm", *arguments, "-c", office.config)

    return run


def english_of(tm, text):
    return [(row["engine"], row["en"]) for row in json.loads(tm("edit", text, "--json").out)]


def test_stats_count_what_each_engine_did(tm):
    (row,) = json.loads(tm("stats", "--json").out)
    assert (row["engine"], row["fingerprint"]) == ("deepl", "1")
    assert row["translated"] > 3
    assert tm("stats").out.startswith(f"deepl [1]: {row['translated']} texts, {row['characters']} characters")


def test_rows_are_listed_by_text_in_any_script_and_by_engine(tm):
    assert f"{DEMAND}\n  deepl: " in tm("list", "--text", "改造資金").out
    assert json.loads(tm("list", "--engine", "nobody", "--json").out) == []
    (refused,) = json.loads(tm("list", "--failed", "--text", "三十公里老旧管网更换", "--limit", "1", "--json").out)
    assert (refused["en"], refused["why"]) == (None, "a number or date is lost")


def test_a_correction_is_in_the_next_mail_and_taken_back_again(tm, office):
    corrected = "The city finance bureau must release the money in time"
    assert f"human: {corrected}" in tm("edit", DEMAND, corrected).out
    assert english_of(tm, "市財政局要保障改造資金及時撥付到位")[0] == ("human", corrected)
    office.later(days=1)
    office.write("again.txt", WATER.replace("11月19日", "11月20日").replace("11-20", "11-21"))
    (built,) = office.run().built
    assert corrected in built.renditions[0].text
    office.close()
    assert tm("edit", DEMAND, "--remove").code == 0
    assert [engine for engine, _ in english_of(tm, DEMAND)] == ["deepl"]
    again = tm("edit", DEMAND, "--remove")
    assert (again.code, "nobody wrote anything" in again.err) == (2, True)


def test_a_person_is_believed_and_told_what_an_engine_would_not_be(tm):
    done = tm("edit", "12月1日前完成改造", "Finish the renovation")
    assert "of an engine it would be refused: a number or date is lost" in done.err
    assert english_of(tm, "12月1日前完成改造") == [("human", "Finish the renovation")]


def test_marks_of_restored_characters_are_not_part_of_a_text(tm):
    tm("edit", "加强〔烟〕花爆竹管理", "Control fireworks better")
    assert english_of(tm, "加强烟花爆竹管理") == [("human", "Control fireworks better")]


@pytest.mark.parametrize(
    "arguments", [("edit", " "), ("edit", "要", " "), ("edit", "要", "x", "--remove"), ("forget",)]
)
def test_what_makes_no_sense_is_refused(tm, arguments):
    assert tm(*arguments).code == 2


def test_nothing_known_is_said(tm):
    assert tm("edit", "没有见过的文字").err == "nothing is known\n"


def test_corrections_go_out_as_tmx_and_come_back(tm, tmp_path):
    tm("edit", DEMAND, "Release the money")
    file, whole = tmp_path / "a.tmx", tmp_path / "all.tmx"
    assert tm("export", "-o", file).out == f"{file}\n"
    assert [unit.get("creationid") for unit in ET.parse(file).iter("tu")] == ["human"]
    tm("export", "--all", "-o", whole)
    assert len(list(ET.parse(whole).iter("tu"))) > 3
    tm("edit", DEMAND, "Something else")
    done = tm("import", whole)
    assert done.out.startswith("1 read, 1 of them in place of others, ")
    assert english_of(tm, DEMAND)[0] == ("human", "Release the money")
    assert [row["en"] for row in json.loads(tm("list", "--human", "--json").out)] == ["Release the money"]


def test_a_hostile_file_changes_nothing(tm, tmp_path):
    bad, good = tmp_path / "bad.tmx", tmp_path / "good.tmx"
    good.write_text(
        '<tmx><body><tu><tuv lang="zh"><seg>要</seg></tuv><tuv lang="en"><seg>x</seg></tuv></tu></body></tmx>'
    )
    bad.write_text('<!DOCTYPE tmx [<!ENTITY a "b">]><tmx/>')
    done = tm("import", good, bad)
    assert (done.code, done.err) == (3, f"{bad}: declares entities or a document type: refused\n")
    assert json.loads(tm("list", "--human", "--json").out) == []
    assert tm("import", tmp_path / "missing.tmx").code == 3


def test_machine_translations_are_forgotten_and_asked_again_people_stay(tm, office):
    tm("edit", DEMAND, "Release the money")
    assert tm("forget", "--unused-days", "36500").out == "0 forgotten\n"
    assert tm("forget", "--failed").out != "0 forgotten\n"
    assert tm("forget", "--engine", "deepl").out != "0 forgotten\n"
    assert [row["engine"] for row in json.loads(tm("stats", "--json").out)] == ["human"]
    office.engines = [Scripted(name="deepl")]
    office.later(days=1)
    office.write("school.txt", SCHOOL)
    office.write("again.txt", WATER.replace("11月19日", "11月20日").replace("11-20", "11-21"))
    office.run()
    assert DEMAND not in office.engines[0].asked
    assert len(office.engines[0].asked) > 3

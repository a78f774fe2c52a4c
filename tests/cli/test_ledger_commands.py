"""``directives list``, ``show``, ``export`` and ``explain`` on a real store."""

import csv
import io
import json
import subprocess
import sys
from datetime import date

import pytest
from office import SCHOOL, WATER

FORMULA = """\
云溪县部署表格填报工作
2026-11-20 10:00 来源：=1+1

11月20日，云溪县召开表格填报工作会议，县长陶知行出席并讲话。
陶知行强调，各乡镇要在12月1日前完成表格填报，严格核对数据。
"""


@pytest.fixture
def filled(desk, digest):
    """An office whose ledger holds two articles."""
    desk.write("a.txt", WATER)
    desk.write("b.txt", SCHOOL)
    assert digest("run-once", "--no-send").code == 0
    return desk


def rows(digest, *arguments):
    done = digest("directives", "list", "--json", *arguments)
    assert (done.code, done.err) == (0, "")
    return json.loads(done.out)


def test_list_shows_who_must_do_what_by_when(filled, digest):
    done = digest("directives", "list", "--owner", "水務局")
    assert done.code == 0
    first, second = done.out.splitlines()
    assert first.endswith("会议 → 市水务局 [12月20日前 2026-12-20]: 市水务局要在12月20日前完成三十公里老旧管网更换")
    assert second.startswith("  星桥市 · ")
    assert second.endswith("should · operational · seen once")


def test_list_json_has_the_columns_and_every_mention(filled, digest):
    found = rows(digest)
    assert len(found) == 4
    for row in found:
        (mention,) = row["seen_in"]
        assert (mention["verdict"], mention["text"]) == ("new", row["text"])
        assert (row["mentions"], row["latest"], row["file"]) == (1, "new", mention["file"])


@pytest.mark.parametrize(
    ("arguments", "owners"),
    [
        (["--place", "云溪"], ["县教育局", None]),
        (["--text", "管網 三十公里"], ["市水务局"]),
        (["--due-before", "2026-12-01"], ["县教育局"]),
        (["--due-before", "2026-12-01", "--place", "星桥"], []),
        (["--since", "2024-01-01", "--owner", "财政"], ["市财政局"]),
        (["--since", "2999-01-01"], []),
        (["--since", "0001-01-01", "--owner", "财政"], ["市财政局"]),
        (["--type", "principle"], []),
        (["--topic", "教育"], ["县教育局", None]),
    ],
)
def test_list_filters(filled, digest, arguments, owners):
    assert sorted((row["owner"] for row in rows(digest, *arguments)), key=str) == sorted(owners, key=str)


def test_list_of_nothing_says_so_and_exits_0(filled, digest):
    done = digest("directives", "list", "--issuer", "nobody")
    assert (done.code, done.out, done.err) == (0, "", "no directive matches\n")
    assert len(rows(digest, "--limit", "3")) == 3


def test_a_date_that_is_none_is_a_usage_error(filled, digest):
    done = digest("directives", "list", "--since", "20.11.2026")
    assert done.code == 2
    assert "20.11.2026" in done.err


def test_show_prints_every_mention_of_a_demand(filled, digest):
    filled.write("c.txt", WATER.replace("星桥日报", "星桥晚报").replace("推进会\n", "会\n", 1))
    digest("run-once", "--no-send")
    (row,) = rows(digest, "--owner", "水务局")
    done = digest("directives", "show", row["id"][:6])
    assert done.code == 0
    lines = done.out.splitlines()
    assert lines[1].endswith("seen 2 times")
    assert lines[2] == "  new: 2026-11-19 · 星桥日报 · 星桥市召开供水管网改造推进会 · a.txt"
    assert lines[3] == "  repeated: 2026-11-19 · 星桥晚报 · 星桥市召开供水管网改造会 · c.txt"
    shown = json.loads(digest("directives", "show", row["id"], "--json").out)
    assert [mention["file"] for mention in shown["seen_in"]] == ["a.txt", "c.txt"]


@pytest.mark.parametrize("command", [["directives", "show"], ["explain"]])
def test_an_id_that_nobody_or_several_have_is_one_sentence_and_exits_2(filled, digest, command):
    ids = [row["id"] for row in rows(digest)]
    nobody = next(c for c in "0123456789abcdef" if not any(i.startswith(c * 3) for i in ids)) * 3
    done = digest(*command, nobody)
    assert (done.code, done.out) == (2, "")
    assert done.err == f"{nobody}: there is no such directive in the ledger\n"
    several = digest(*command, "")
    assert several.code == 2
    assert all(i in several.err for i in ids)


def test_reading_the_ledger_of_a_store_that_does_not_exist_makes_none(desk, digest, listing):
    before = listing(desk.folder)
    assert digest("directives", "list").code == 0
    assert listing(desk.folder) == before


def test_csv_opens_in_excel_and_runs_nothing(filled, digest, tmp_path):
    filled.write("c.txt", FORMULA)
    digest("run-once", "--no-send")
    path = tmp_path / "all.csv"
    done = digest("directives", "export", "-o", path)
    assert (done.code, done.out) == (0, f"{path}\n")
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfid,issuer,owner,")
    assert raw.count(b"\r\n") == raw.count(b"\n") == 6
    found = {row["owner"]: row for row in csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline=""))}
    assert found["各乡镇"]["outlet"] == "'=1+1"
    assert (found["市水务局"]["due"], found["市水务局"]["date"]) == ("2026-12-20", "2026-11-19")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_a_spreadsheet_would_calculate_is_text(start):
    from digest.cli.export import _cell

    assert _cell(f"{start}1+1") == f"'{start}1+1"
    assert (_cell("要-1"), _cell(None), _cell(date(2026, 12, 1))) == ("要-1", "", "2026-12-01")


def test_xlsx_has_a_frozen_header_dates_that_are_dates_and_no_formula_or_link(filled, digest, tmp_path):
    from openpyxl import load_workbook

    filled.write("c.txt", FORMULA)
    digest("run-once", "--no-send")
    path = tmp_path / "all.xlsx"
    assert digest("directives", "export", "--format", "xlsx", "-o", path).code == 0
    sheet = load_workbook(path).active
    assert sheet.freeze_panes == "A2"
    header, *lines = sheet.iter_rows()
    columns = [cell.value for cell in header]
    found = {line[columns.index("owner")].value: dict(zip(columns, line, strict=True)) for line in lines}
    assert found["市水务局"]["due"].is_date
    assert found["市水务局"]["due"].value.date() == date(2026, 12, 20)
    assert (found["各乡镇"]["outlet"].value, found["各乡镇"]["outlet"].data_type) == ("=1+1", "s")
    assert not any(cell.hyperlink for line in lines for cell in line)


def test_xlsx_goes_to_no_terminal(filled, digest, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    done = digest("directives", "export", "--format", "xlsx")
    assert (done.code, done.out) == (2, "")
    assert "-o FILE.xlsx" in done.err


def test_a_redirected_export_is_the_file_itself(filled, tmp_path):
    path = tmp_path / "all.xlsx"
    with path.open("wb") as out:
        command = [sys.executable, "-m", "digest", "directives", "export", "--format", "xlsx"]
        subprocess.run(command, check=True, stdout=out, cwd=filled.folder)
    assert path.read_bytes().startswith(b"PK")


def test_ics_has_a_task_for_each_due_date_and_the_same_bytes_each_time(filled, digest, tmp_path):
    from icalendar import Calendar

    one, two = tmp_path / "one.ics", tmp_path / "two.ics"
    for path in (one, two):
        assert digest("directives", "export", "--format", "ics", "-o", path).code == 0
    assert one.read_bytes() == two.read_bytes()
    tasks = {str(task["uid"]): task for task in Calendar.from_ical(one.read_bytes()).walk("VTODO")}
    (row,) = rows(digest, "--owner", "水务局")
    assert len(tasks) == 2
    task = tasks[f"{row['id']}@directive-digest"]
    assert task["due"].dt == date(2026, 12, 20)
    assert task["due"].params["VALUE"] == "DATE"
    assert task["summary"] == f"市水务局：{row['head']}"
    for part in ("会议", row["text"], "星桥日报", "星桥市召开供水管网改造推进会"):
        assert part in task["description"]
    assert task["categories"].cats == row["topics"]


def test_an_export_that_cannot_be_written_names_the_file(filled, digest):
    done = digest("directives", "export", "-o", "gone/all.csv")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("gone/all.csv: cannot be written")


def test_explain_tells_the_fields_the_rules_and_the_sentence_with_its_neighbours(filled, digest):
    (row,) = rows(digest, "--owner", "水务局")
    found = json.loads(digest("explain", row["id"][:5], "--json").out)
    assert (found["issuer"], found["verb"], found["marker"]) == ("会议", "要求", "要")
    assert (found["deadline_date"], found["deadline_basis"], found["deadline_rule"]) == (
        *("2026-12-20", "event 2026-11-19", "day"),
    )
    assert [rule["rule"] for rule in found["rules"]] == ["marked"]
    assert all(rule["meaning"] for rule in found["rules"])
    assert found["before"].startswith("会议指出，老旧管网漏损率偏高")
    assert found["source"] == "会议要求，市水务局要在12月20日前完成三十公里老旧管网更换。"
    assert found["after"] == "市财政局要保障改造资金及时拨付到位。"
    plain = digest("explain", row["id"]).out
    assert "deadline   12月20日前 → 2026-12-20  (counted from event 2026-11-19, rule: day)" in plain
    assert "rule       marked  (after 。" in plain


def test_explain_reads_files_without_a_store_and_says_the_same(filled, digest, tmp_path, monkeypatch):
    (row,) = rows(digest, "--owner", "水务局")
    stored = digest("explain", row["id"], "--json").out
    monkeypatch.chdir(tmp_path)
    assert digest("explain", row["id"], filled.news, "--json").out == stored
    missing = digest("explain", "zz", filled.news)
    assert (missing.code, missing.err) == (2, "zz: there is no such directive in these files\n")
    assert digest("explain", "zz", "gone.txt").code == 3

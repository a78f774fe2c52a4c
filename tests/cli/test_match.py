"""``match``: a keyword query tried out on files and on what was read, by the rules of a reader's filter."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta

import pytest
from office import FOREST, SCHOOL, WATER

FILES = {"forest.txt": FOREST, "school.txt": SCHOOL, "water.txt": WATER}


@pytest.fixture
def news(tmp_path, monkeypatch):
    """Three articles in a folder without a config.yaml."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DIGEST_CONFIG", raising=False)
    return tmp_path


@pytest.fixture
def clock(monkeypatch):
    """Set the clock of the entry points."""

    def at(moment):
        monkeypatch.setattr("digest.scheduler.utc_now", lambda: moment)

    return at


def files(done):
    return [line.split("  ")[0] for line in done.out.splitlines()]


def test_match_lists_the_files_that_a_query_finds(news, digest):
    done = digest("match", "食堂 OR owner:水务局", ".")
    assert (done.code, files(done)) == (0, ["school.txt", "water.txt"])
    assert done.out.splitlines()[0] == "school.txt  云溪县部署中小学校园食堂安全检查"
    assert done.err == "2 of 3 articles match\n"


def test_match_takes_files_in_the_order_given(news, digest):
    assert files(digest("match", "会议", "water.txt", "forest.txt")) == ["water.txt", "forest.txt"]


def test_a_query_that_finds_nothing_is_no_failure(news, digest):
    done = digest("match", "航天", ".")
    assert (done.code, done.out, done.err) == (0, "", "0 of 3 articles match\n")


@pytest.mark.parametrize("option", [[], ["--why"], ["--json"]])
def test_a_broken_query_shows_a_caret_before_anything_is_read(news, digest, option):
    done = digest("match", "供水 or 食堂", "gone.txt", *option)
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines() == [
        'column 4: write OR in capitals, or "or" in quotes to look for the word',
        "  供水 or 食堂",
        "       ^",
    ]


def test_why_tells_of_every_article_the_terms_that_decided_and_the_directive(news, digest):
    done = digest("match", "owner:林业局 AND NOT 食堂", ".", "--why")
    text = done.out
    assert re.findall(r"^(match|no match) +(\S+)", text, re.MULTILINE) == [
        ("match", "forest.txt"),
        ("no match", "school.txt"),
        ("no match", "water.txt"),
    ]
    forest, school, water = re.split(r"\n(?=\S)", text.strip())
    assert forest.splitlines()[1] == "  林业局 in owner"
    assert forest.splitlines()[2].startswith("    ▸ 会议 → 区林业局 [12月1日前]: 区林业局要在12月1日前")
    assert "  no 食堂" in forest
    assert school.splitlines()[1:] == ["  no owner:林业局", "  食堂 in title", "  食堂 in text"]
    assert water.splitlines()[1:] == ["  no owner:林业局"]


def test_json_has_the_reasons_with_the_ids_of_their_directives(news, digest):
    briefs = json.loads(digest("extract", "water.txt", "--json").out)
    (told,) = json.loads(digest("match", "owner:水务局 OR 航天", "water.txt", "--why", "--json").out)
    (directive,) = [d for d in briefs[0]["directives"] if d["owner"] == "市水务局"]
    assert told == {
        "file": "water.txt",
        "title": "星桥市召开供水管网改造推进会",
        "matches": True,
        "why": [
            {
                "term": "owner:水务局",
                "field": "owner",
                "text": "水务局 in owner",
                "directives": [{"id": directive["id"], "text": directive["text"]}],
            }
        ],
    }
    plain = json.loads(digest("match", "owner:水务局", ".", "--json").out)
    assert plain == [{"file": "water.txt", "title": "星桥市召开供水管网改造推进会", "matches": True}]


def test_a_deadline_term_names_the_directive_that_is_due(news, digest, clock):
    clock(datetime(2026, 11, 23, 1, 0, tzinfo=UTC))
    out = digest("match", "due<10d", ".", "--why").out
    assert "  due 2026-12-01\n    ▸ 会议 → 区林业局 [12月1日前]" in out
    assert "no match  water.txt  星桥市召开供水管网改造推进会\n  no due<10d" in out


def test_what_cannot_be_read_is_told_and_the_rest_is_matched(news, digest):
    done = digest("match", "供水", "gone.txt", "water.txt")
    assert (done.code, files(done)) == (3, ["water.txt"])
    assert done.err.startswith("gone.txt: there is no such file or folder")


def test_without_a_path_the_articles_of_the_state_are_matched(desk, digest, listing):
    for name, text in FILES.items():
        desk.write(name, text)
    assert digest("run-once").code == 0
    desk.close()
    before = listing(desk.folder)
    assert files(digest("match", "食堂")) == ["school.txt"]
    assert len(json.loads(digest("match", "食堂", "--why", "--json").out)) == 3
    assert listing(desk.folder) == before


def test_only_the_newest_version_of_a_file_is_matched(desk, digest):
    desk.write("a.txt", WATER)
    digest("run-once")
    desk.later(hours=1)
    desk.write("a.txt", WATER.replace("市水务局", "市住建局"))
    digest("run-once")
    assert files(digest("match", "owner:住建局")) == ["a.txt"]
    assert files(digest("match", "owner:水务局")) == []


def test_without_a_state_there_is_nothing_to_match_and_none_is_made(desk, digest):
    done = digest("match", "食堂")
    assert (done.code, done.out, done.err) == (0, "", "0 of 0 articles match\n")
    assert not (desk.folder / "var").exists()


def test_today_is_told_in_the_zone_of_the_schedule(desk, digest, clock):
    east = {"at": "08:00", "timezone": "Asia/Shanghai"}
    west = {"at": "08:00", "timezone": "America/Los_Angeles"}
    desk.save(schedules={"daily": east, "west": west})
    desk.write("forest.txt", FOREST)  # due on 2026-12-01
    digest("run-once", "--edition", "daily", "--no-send")
    clock(datetime(2026, 11, 30, 20, 0, tzinfo=UTC))  # already the 1st in Shanghai
    assert files(digest("match", "due<1d")) == ["forest.txt"]
    assert files(digest("match", "due<1d", "--edition", "west")) == []
    clock(datetime(2026, 11, 30, 20, 0, tzinfo=UTC) + timedelta(days=1))
    assert files(digest("match", "due<1d")) == []
    assert files(digest("match", "due<1d", "--edition", "west")) == ["forest.txt"]
    gone = digest("match", "due<1d", "--edition", "south")
    assert gone.code == 2
    assert "there is no schedule 'south'; there are: daily, west" in gone.err


def test_a_schedule_makes_no_sense_for_files(news, digest):
    done = digest("match", "供水", ".", "--edition", "daily")
    assert done.code == 2
    assert "--edition is for articles of the state" in done.err


@pytest.mark.parametrize(
    "query",
    ["食堂", "owner:各乡镇 OR topic:供水", "NOT place:云溪", "title:森林 AND issuer:会议"],
)
def test_match_and_the_mail_agree(desk, digest, query):
    desk.save(schedules={"daily": {"at": "08:00"}})
    desk.readers({"email": "one@example.com", "keywords": query})
    for name, text in FILES.items():
        desk.write(name, text)
    mail = digest("preview").out
    found = json.loads(digest("match", query, desk.news, "--json").out)
    assert found
    titles = {text.splitlines()[0] for text in FILES.values()}
    assert {title for title in titles if title in mail} == {item["title"] for item in found}

"""``extract``, ``preview``, ``schedule``, ``status``, ``history``: commands that only look."""

from __future__ import annotations

import email
import email.policy
import json
import re
import shutil
from datetime import datetime
from pathlib import Path

import pytest
from office import FOREST, SCHOOL, WATER, long_article

from digest.text.rank import by_textrank4zh

SEEDS = Path(__file__).parents[2] / "seeds"
SEED_FILES = sorted(path.name for path in SEEDS.iterdir() if path.suffix in {".txt", ".html"})
#: section 4.3 of the design
ARTICLE_KEYS = {"file", "title", "published", "event_date", "source", "place", "doc_type", "body", "repairs"}
KEY_SENTENCE_KEYS = {"text", "start", "end", "score"}
DIRECTIVE_KEYS = {
    *("id", "text", "head", "issuer", "verb", "owner", "deadline", "deadline_date"),
    *("topic", "strength", "list_path", "type", "start", "end"),
}


@pytest.fixture
def no_place(tmp_path, monkeypatch):
    """A working directory without a config.yaml."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DIGEST_CONFIG", raising=False)
    return tmp_path


# extract


def test_extract_offsets_are_right_for_every_sentence_and_directive_of_every_seed(no_place, digest):
    done = digest("extract", SEEDS, "--json")
    assert (done.code, done.err) == (0, "")
    articles = json.loads(done.out)
    assert [article["file"] for article in articles] == SEED_FILES
    for article in articles:
        text = "\n".join(article["body"])
        assert article["key_sentences"], article["file"]
        for piece in [*article["key_sentences"], *article["directives"]]:
            assert text[piece["start"] : piece["end"]] == piece["text"], article["file"]
        for directive in article["directives"]:
            assert directive["head"] in directive["text"], article["file"]
    assert all(article["directives"] for article in articles[:5])


def test_extract_json_has_the_keys_of_the_contract(no_place, digest):
    articles = json.loads(digest("extract", SEEDS, "--json").out)
    for article in articles:
        assert ARTICLE_KEYS | {"key_sentences", "directives"} <= article.keys()
        assert all(k.keys() >= KEY_SENTENCE_KEYS for k in article["key_sentences"])
        assert all(d.keys() >= DIRECTIVE_KEYS for d in article["directives"])
        assert all({"kind", "count", "spans"} <= r.keys() for r in article["repairs"])
        assert len({d["id"] for d in article["directives"]}) == len(article["directives"])


def test_extract_gives_the_same_bytes_in_every_process_and_leaves_nothing(no_place, call, digest):
    here = digest("extract", SEEDS, "--json")
    there = call("extract", SEEDS, "--json", cwd=no_place, env={"PYTHONHASHSEED": "20261122"})
    assert (here.code, there.code, there.err) == (0, 0, "")
    assert here.out == there.out == digest("extract", SEEDS, "--json").out
    assert list(no_place.iterdir()) == []


def test_extract_keeps_the_order_given_and_enters_folders_by_name(no_place, digest):
    folder = no_place / "folder"
    (folder / "b").mkdir(parents=True)
    for name in ("b/2.txt", "1.txt", "3.html"):
        (folder / name).write_text(WATER, encoding="utf-8")
    single = no_place / "z.txt"
    single.write_text(SCHOOL, encoding="utf-8")
    articles = json.loads(digest("extract", single, folder, single, "--json").out)
    assert [a["file"] for a in articles] == ["z.txt", "1.txt", "3.html", "2.txt", "z.txt"]


def test_extract_of_one_file_equals_its_part_of_the_folder(no_place, digest):
    whole = json.loads(digest("extract", SEEDS, "--json").out)
    for name, expected in zip(SEED_FILES, whole, strict=True):
        assert json.loads(digest("extract", SEEDS / name, "--json").out) == [expected]


def test_extract_is_the_same_whatever_the_encoding(no_place, digest):
    for encoding in ("utf-8", "gb18030", "utf-16"):
        (no_place / f"{encoding}.txt").write_text(WATER, encoding=encoding)
    articles = json.loads(digest("extract", no_place, "--json").out)
    assert len(articles) == 3
    bare = [{**a, "file": None} for a in articles]
    assert bare[0] == bare[1] == bare[2]


@pytest.mark.parametrize("name", ["gone.txt", "empty.txt", "picture.png"])
def test_extract_exits_3_for_what_it_cannot_read_and_prints_the_rest(no_place, digest, name):
    bad, good = no_place / name, no_place / "good.txt"
    good.write_text(WATER, encoding="utf-8")
    if name != "gone.txt":
        bad.write_bytes(b"" if name == "empty.txt" else b"\x89PNG")
    done = digest("extract", bad, good, "--json")
    assert done.code == 3
    assert [a["file"] for a in json.loads(done.out)] == ["good.txt"]
    assert done.err.startswith(f"{bad}: ")
    assert len(done.err.splitlines()) == 1


def test_extract_refuses_a_file_beyond_the_limit(no_place, digest):
    done = digest("extract", SEEDS / SEED_FILES[0], "--max-bytes", "10")
    assert (done.code, done.out) == (3, "")
    assert "larger than the limit" in done.err


def test_extract_of_an_empty_folder_is_an_empty_array(no_place, digest):
    done = digest("extract", no_place, "--json")
    assert (done.code, json.loads(done.out)) == (0, [])


def test_extract_for_people_shows_title_sentences_and_who_must_do_what(no_place, digest):
    (no_place / "a.txt").write_text(WATER, encoding="utf-8")
    done = digest("extract", "a.txt", "--sentences", "2")
    assert done.code == 0
    assert done.out.startswith("星桥市召开供水管网改造推进会\n")
    assert "市水务局" in done.out
    assert "12月20日前" in done.out
    assert ("  1. " in done.out, "  2. " in done.out, "  3. " in done.out) == (True, True, False)


def test_extract_ranks_as_textrank4zh_where_it_is_asked_to(no_place, digest):
    path = SEEDS / SEED_FILES[0]
    strict = json.loads(digest("extract", path, "--json", "--ranking", "textrank4zh").out)[0]
    plain = json.loads(digest("extract", path, "--json").out)[0]
    assert [s["text"] for s in strict["key_sentences"]] == [s.text for s in by_textrank4zh(strict["body"], 5)]
    assert strict["key_sentences"] != plain["key_sentences"]
    assert strict["directives"] == plain["directives"]


# preview


def test_preview_prints_what_the_first_reader_would_get_and_writes_nothing(desk, digest, listing):
    desk.write("a.txt", WATER)
    before = listing(desk.folder)
    done = digest("preview")
    assert (done.code, done.err) == (0, "")
    assert "市水务局" in done.out
    assert listing(desk.folder) == before
    assert not (desk.folder / "var").exists()


def test_preview_writes_html_text_and_message(desk, digest, listing):
    desk.write("a.txt", WATER)
    before = listing(desk.folder)
    for suffix in (".html", ".txt", ".eml"):
        path = desk.folder.parent / f"preview{suffix}"
        done = digest("preview", "-o", path)
        assert (done.code, done.out) == (0, f"{path}\n")
    assert listing(desk.folder) == before
    html = (desk.folder.parent / "preview.html").read_text(encoding="utf-8")
    text = (desk.folder.parent / "preview.txt").read_text(encoding="utf-8")
    raw = (desk.folder.parent / "preview.eml").read_bytes()
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert message["To"].addresses[0].addr_spec == "reader@example.com"
    assert text.startswith(str(message["Subject"]))
    assert message.get_body(("html",)).get_content().replace("\r\n", "\n").rstrip() == html.rstrip()
    assert "市水务局" in html


def test_preview_writes_the_full_edition_beside_a_mail_that_had_to_be_shortened(desk, digest, listing):
    desk.write("a.txt", long_article(150))
    before = listing(desk.folder)
    path, full = desk.folder.parent / "preview.html", desk.folder.parent / "preview.full.html"
    done = digest("preview", "-o", path)
    assert (done.code, done.out) == (0, f"{path}\n{full}\n")
    assert "见附件中的完整版" in path.read_text(encoding="utf-8")
    assert all(f"第{n}段老旧管网" in full.read_text(encoding="utf-8") for n in range(1, 151))
    mail = desk.folder.parent / "preview.eml"
    assert digest("preview", "-o", mail).out == f"{mail}\n"
    message = email.message_from_bytes(mail.read_bytes(), policy=email.policy.default)
    (attached,) = message.iter_attachments()
    period = re.compile("首次收到的|first seen")  # its end is the moment of the run
    told, written = attached.get_content().splitlines(), full.read_text(encoding="utf-8").splitlines()
    assert [line for line in told if not period.search(line)] == [line for line in written if not period.search(line)]
    assert listing(desk.folder) == before


def test_preview_is_what_run_once_then_mails(desk, digest):
    desk.write("a.txt", WATER)
    shown = digest("preview").out
    assert digest("run-once").code == 0
    (path,) = desk.mails()
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert shown.startswith(str(message["Subject"]))
    period = re.compile("首次收到的|first seen")  # its end is the moment of the run
    plain = message.get_body(("plain",)).get_content().replace("\r\n", "\n").strip().splitlines()
    assert [line for line in plain if not period.search(line)] == [
        line for line in shown.strip().splitlines()[2:] if not period.search(line)
    ]
    again = digest("preview")
    assert (again.code, again.out) == (0, "")
    assert "nothing new for reader@example.com: no mail would be sent" in again.err


def test_preview_for_one_reader_passes_their_filter_and_languages(desk, digest):
    desk.save(schedules={"daily": {"at": "08:00"}, "weekly": {"at": "08:00", "days": "mon"}})
    desk.readers(
        {"email": "all@example.com", "languages": ["zh-Hans"]},
        {"email": "school@example.com", "keywords": "食堂", "languages": ["zh-Hant"]},
        {"email": "week@example.com", "schedule": "weekly", "keywords": "森林", "languages": ["en", "zh-Hans"]},
    )
    for name, text in zip("abc", (WATER, SCHOOL, FOREST), strict=True):
        desk.write(f"{name}.txt", text)
    everything = digest("preview", "--subscriber", "All@Example.com ").out
    assert all(word in everything for word in ("管网", "食堂", "森林"))
    school = digest("preview", "--subscriber", "school@example.com").out
    assert ("食堂" in school, "縣教育局" in school, "管网" in school, "管網" in school) == (True, True, False, False)
    weekly = digest("preview", "--edition", "weekly").out
    assert ("森林" in weekly, "管网" in weekly, "You receive this" in weekly) == (True, False, True)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--subscriber", "nobody@example.com"], "there is no subscription of nobody@example.com on any schedule"),
        (["--edition", "weekly"], "there is no schedule 'weekly'; there are: daily"),
        (["-o", "preview.pdf"], "the file must end in .html, .txt, .eml"),
        (["-o", "gone/preview.html"], "gone/preview.html: cannot be written: No such file or directory"),
    ],
)
def test_preview_exits_2_for_what_does_not_exist(desk, digest, arguments, told):
    desk.write("a.txt", WATER)
    done = digest("preview", *arguments)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


# schedule, status, history


def test_schedule_tells_the_next_firings_in_the_schedules_own_zone(desk, digest):
    desk.save(
        schedules={
            "daily": {"at": "08:00", "days": "mon-fri", "timezone": "Asia/Shanghai"},
            "weekly": {"at": "18:30", "days": "sun", "timezone": "America/New_York"},
        }
    )
    done = digest("schedule", "--next", "4", "--json")
    rows = json.loads(done.out)
    assert done.code == 0
    assert [row["schedule"] for row in rows] == ["daily"] * 4 + ["weekly"] * 4
    for row in rows:
        assert row.keys() == {"schedule", "slot", "at", "timezone"}
        at = datetime.fromisoformat(row["at"])
        assert at.strftime("%H:%M") == ("08:00" if row["schedule"] == "daily" else "18:30")
        assert (at.weekday() < 5) == (row["schedule"] == "daily")
        assert at > datetime.now(at.tzinfo)
        assert row["slot"] == f"{row['schedule']}:{at.date().isoformat()}"
    plain = digest("schedule", "--next", "4").out.splitlines()
    assert plain == [f"{row['schedule']}  {row['at']}  {row['timezone']}" for row in rows]


def test_status_and_history_before_the_first_run_are_empty_and_make_nothing(desk, digest):
    status = json.loads(digest("status", "--json").out)
    assert (status["articles"], status["skipped"], status["pending"]) == (0, [], [])
    assert set(status["deliveries"].values()) == {0}
    assert json.loads(digest("history", "--json").out) == []
    assert digest("history").out == "no edition was due yet\n"
    assert not (desk.folder / "var").exists()


def test_status_tells_what_was_read_and_what_not(desk, digest):
    desk.write("a.txt", WATER)
    desk.write("broken.txt", b"")
    digest("run-once")
    status = json.loads(digest("status", "--json").out)
    assert status["articles"] == 1
    assert status["documents"] == {"pending": 0, "read": 1, "skipped": 1}
    assert status["skipped"] == [{"path": str(desk.news / "broken.txt"), "reason": "the file is empty (0 bytes)"}]
    assert status["deliveries"]["sent"] == 1
    plain = digest("status").out
    assert "articles: 1\n" in plain
    assert f"  skipped {desk.news / 'broken.txt'}: the file is empty (0 bytes)\n" in plain


def test_history_tells_the_editions_newest_first(desk, digest):
    desk.write("a.txt", WATER)
    digest("run-once")
    desk.save(schedules={**desk.parts["schedules"], "weekly": {"at": "08:00"}})
    desk.write("b.txt", SCHOOL)
    digest("run-once", "--edition", "daily", "--no-send")
    rows = json.loads(digest("history", "--json").out)
    assert [row["deliveries"] for row in rows] == [{"queued": 1}, {"sent": 1}]
    assert [(row["fate"], row["reason"]) for row in rows] == [
        ("waiting", "1 read, 1 stories for 1 readers"),
        ("sent", "1 read, 1 stories for 1 readers"),
    ]
    assert datetime.fromisoformat(rows[0]["decided_at"]) > datetime.fromisoformat(rows[1]["decided_at"])
    assert len(json.loads(digest("history", "--limit", "1", "--json").out)) == 1
    assert digest("history").out.splitlines()[1] == f"{rows[1]['slot']}  sent: {rows[1]['reason']}; mail: 1 sent"


def test_reading_commands_leave_the_state_as_it_is(desk, digest, listing):
    desk.write("a.txt", WATER)
    digest("run-once")
    desk.close()
    before = listing(desk.folder)
    for command in ("status", "history", "schedule", "preview", "check"):
        assert digest(command).code == 0, command
    shutil.rmtree(desk.folder / "var/editions")
    assert listing(desk.folder) == {name: data for name, data in before.items() if "editions" not in name}

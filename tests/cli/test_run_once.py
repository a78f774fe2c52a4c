"""``digest run-once`` on the project's own articles and on an office's."""

from __future__ import annotations

import email
import email.policy
import json
import re
import signal
import subprocess
import sys
import time

import pytest
from office import SCHOOL, WATER
from smtp_rig import SmtpServer

from digest.store import Store, documents

SEEDS = 10


def mails(folder):
    return sorted((folder / "var/mail/new").iterdir())


def content(message, kind):
    return message.get_body((kind,)).get_content().replace("\r\n", "\n").strip()


def test_the_first_run_mails_a_digest_of_the_seeds_and_the_second_nothing(project, call):
    first = call("run-once", cwd=project)
    assert (first.code, first.err) == (0, "")
    assert f"read: {SEEDS} new, 0 changed, 0 known, 0 skipped\n" in first.out
    assert "mail: 1 sent, 0 to retry, 0 failed, 0 held\n" in first.out
    (mail,) = mails(project)
    (html,) = (project / "var/editions").glob("*.html")
    assert f"  mail: {mail}\n" in first.out
    assert f"  html: {html}\n" in first.out
    message = email.message_from_bytes(mail.read_bytes(), policy=email.policy.default)
    assert content(message, "html") == html.read_text(encoding="utf-8").strip()
    assert "许映川" in content(message, "plain")

    second = call("run-once", cwd=project)
    assert (second.code, second.err) == (0, "")
    assert f"read: 0 new, 0 changed, {SEEDS} known, 0 skipped\n" in second.out
    assert "nothing new: no edition made\n" in second.out
    assert mails(project) == [mail]
    assert (project / "var/jieba.cache").is_file(), "the next start saves a second"


def test_a_dry_run_writes_no_state_at_all(project, digest, listing):
    before = listing(project)
    done = digest("run-once", "--dry-run")
    assert done.code == 0
    assert re.search(
        r"^edition daily:\S+ would be made: \d+ stories, \d+ directives, 1 readers$", done.out, re.MULTILINE
    )
    assert "mail:" not in done.out
    assert listing(project) == before
    assert not (project / "var").exists()


def test_a_dry_run_after_a_real_one_knows_what_was_read_and_changes_nothing(desk, digest, listing):
    desk.write("a.txt", WATER)
    assert digest("run-once").code == 0
    desk.write("b.txt", SCHOOL)
    before = listing(desk.folder)
    report = json.loads(digest("run-once", "--dry-run", "--json").out)
    assert (report["read"]["new"], report["read"]["known"], report["editions"][0]["stories"]) == (1, 1, 1)
    assert (report["mail"], report["editions"][0]["html"]) == (None, [])
    assert listing(desk.folder) == before


def test_no_send_leaves_the_mail_queued_for_the_next_run(desk, digest):
    desk.write("a.txt", WATER)
    first = digest("run-once", "--no-send")
    assert (first.code, desk.mails()) == (0, [])
    assert json.loads(digest("status", "--json").out)["deliveries"]["queued"] == 1
    second = digest("run-once")
    assert second.code == 0
    assert "nothing new: no edition made\nmail: 1 sent" in second.out
    assert len(desk.mails()) == 1


def test_json_has_the_same_shape_with_and_without_news(desk, digest):
    desk.write("a.txt", WATER)
    desk.write("broken.txt", b"")
    first = digest("run-once", "--json")
    report = json.loads(first.out)
    assert first.code == 3
    assert report["read"] == {
        "new": 1,
        "changed": 0,
        "known": 0,
        "skipped": [{"file": "broken.txt", "reason": "the file is empty (0 bytes)"}],
    }
    (edition,) = report["editions"]
    assert re.fullmatch(r"daily:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0800", edition["slot"])
    assert (edition["stories"], edition["readers"], len(edition["html"])) == (1, 1, 1)
    assert edition["directives"] >= 1
    (mail,) = desk.mails()
    assert report["mail"] == {
        "sent": 1,
        "retry": 0,
        "failed": 0,
        "held": 0,
        "expired": 0,
        "suppressed": 0,
        "waiting": [],
        "unusable": None,
        "places": [str(mail)],
    }
    second = digest("run-once", "--json")
    again = json.loads(second.out)
    assert (second.code, again["editions"], again["mail"]["sent"]) == (0, [], 0)
    assert again.keys() == report.keys()


# Exit codes


def test_exit_3_when_an_article_cannot_be_read_and_the_rest_is_mailed(desk, digest):
    desk.write("a.txt", WATER)
    desk.write("broken.txt", b"")
    done = digest("run-once")
    assert done.code == 3
    assert "skipped broken.txt: the file is empty (0 bytes)\n" in done.err
    assert len(desk.mails()) == 1
    assert digest("run-once").code == 0  # told once


def test_exit_3_when_one_reader_of_two_is_refused_and_4_when_all_are(desk, digest):
    with SmtpServer(security="none") as server:
        desk.smtp(server, None)
        desk.readers("a@example.com", "b@example.com")
        server.refuse("b@example.com", "550 5.1.1 no such user")
        desk.write("a.txt", WATER)
        assert digest("run-once").code == 3
        assert (server.copies("a@example.com"), server.copies("b@example.com")) == (1, 0)
        server.refuse("a@example.com", "450 4.2.1 later")
        desk.write("b.txt", SCHOOL)
        assert digest("run-once").code == 4
        assert (server.copies("a@example.com"), desk.counts()) == (1, {"sent": 1, "failed": 2, "retry": 1})


def test_exit_2_for_an_unknown_edition_with_the_names_that_there_are(desk, digest):
    done = digest("run-once", "--edition", "dialy")
    assert (done.code, done.out) == (2, "")
    assert "there is no schedule 'dialy'; there are: daily" in done.err
    assert not (desk.folder / "var").exists()


@pytest.mark.parametrize("arguments", [["run-once", "--nonsense"], ["nonsense"], ["schedule", "--next", "0"]])
def test_exit_2_for_a_usage_that_does_not_exist(desk, digest, arguments):
    done = digest(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err


def test_exit_2_for_a_wrong_config_with_file_and_line(desk, digest):
    desk.config.write_text(
        desk.config.read_text(encoding="utf-8").replace('"daily": {', '"weekly": {'), encoding="utf-8"
    )
    done = digest("run-once")
    assert done.code == 2
    assert re.match(r"config\.yaml:\d+:\d+: ", done.err)
    assert "there is no schedule daily" in done.err


def test_the_config_is_found_by_option_then_environment_then_folder(desk, digest, monkeypatch, tmp_path):
    desk.save(schedules={"weekly": {"at": "08:00"}}, subscriptions=[])
    other = tmp_path / "other.yaml"
    desk.config.rename(other)
    desk.save(schedules={"daily": {"at": "08:00"}})
    monkeypatch.setenv("DIGEST_CONFIG", str(other))
    assert json.loads(digest("schedule", "--next", "1", "--json").out)[0]["schedule"] == "weekly"
    assert json.loads(digest("schedule", "-c", desk.config, "--json").out)[0]["schedule"] == "daily"
    monkeypatch.delenv("DIGEST_CONFIG")
    assert json.loads(digest("schedule", "--json").out)[0]["schedule"] == "daily"


def test_exit_75_while_another_process_holds_the_lock(desk, digest):
    desk.write("a.txt", WATER)
    code = (
        "import sys; from digest.store import Store\n"
        "with Store.open(sys.argv[1]) as s, s.lock(): print(flush=True); input()"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code, desk.settings.database_url],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=desk.folder,
    )
    try:
        holder.stdout.readline()
        done = digest("run-once")
        assert (done.code, done.out, desk.mails()) == (75, "", [])
        assert f"Another run is using the state (process {holder.pid})" in done.err
        assert digest("run-once", "--dry-run").code == 0
        assert digest("status").code == 0
    finally:
        holder.communicate(b"\n", timeout=60)
    assert digest("run-once").code == 0


def test_exit_130_when_interrupted_and_the_next_run_goes_on(desk, program, digest):
    desk.save(sources=[{"folder": "news/", "settle_seconds": 60}])
    (desk.news / "a.txt").write_text(WATER, encoding="utf-8")
    child = program("run-once", cwd=desk.folder)
    deadline = time.monotonic() + 30
    while not pending(desk) and time.monotonic() < deadline:
        time.sleep(0.05)
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=60)
    assert (child.returncode, out, "Traceback" in err) == (130, "", False)
    desk.save(sources=[{"folder": "news/", "settle_seconds": 0}])
    assert digest("run-once").code == 0
    assert len(desk.mails()) == 1


def pending(desk):
    with Store.open(desk.settings.database_url, read_only=True) as store, store.read() as conn:
        return documents.list_pending(conn)

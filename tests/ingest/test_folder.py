import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from digest.errors import DocumentError
from digest.ingest.folder import Decision, FileState, Known, KnownState, decide, scan
from digest.ingest.readers import read

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
SETTLE = timedelta(seconds=2)


def names(folder, *, recursive=True, suffixes=(".txt", ".html"), exclude=()):
    found = scan(folder, recursive=recursive, suffixes=suffixes, exclude=exclude)
    return [state.path.relative_to(folder).as_posix() for state in found]


def put(folder, *files):
    for name in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("会议强调，要压实责任。", encoding="utf-8")


def test_files_are_listed_by_path_with_size_and_time(tmp_path):
    put(tmp_path, "b.txt", "a.html", "c.TXT", "d.docx")
    os.utime(tmp_path / "b.txt", ns=(5, 1_700_000_000_123_456_789))
    found = scan(tmp_path, recursive=False, suffixes=[".txt", ".HTML"])
    assert [state.path.name for state in found] == ["a.html", "b.txt", "c.TXT"]
    assert (found[1].size, found[1].mtime_ns) == (33, 1_700_000_000_123_456_789)


def test_the_key_of_a_file_is_the_path_of_its_document(tmp_path):
    put(tmp_path, "a.txt")
    (state,) = scan(tmp_path, recursive=False, suffixes=[".txt"])
    assert state.key == read(state.path, max_bytes=1000).path


def test_folders_below_are_entered_only_when_asked(tmp_path):
    put(tmp_path, "a.txt", "2026/11/b.txt")
    assert names(tmp_path) == ["2026/11/b.txt", "a.txt"]
    assert names(tmp_path, recursive=False) == ["a.txt"]


def test_hidden_files_backups_and_half_written_downloads_are_left_out(tmp_path):
    put(
        tmp_path, ".hidden.txt", ".git/a.txt", "a.txt~", "~$a.txt", ".a.txt.swp", "a.txt.part", "a.txt.crdownload",
        "a.txt.tmp", "a.txt",
    )  # fmt: skip
    assert names(tmp_path, suffixes=(".txt", ".txt~", ".tmp", ".part", ".crdownload", ".swp")) == ["a.txt"]


def test_the_state_folder_is_never_read_even_by_another_name(tmp_path):
    put(tmp_path, "a.txt", "var/mail/sent.txt", "b/c.txt")
    (tmp_path / "link").symlink_to(tmp_path / "var")
    assert names(tmp_path, exclude=[tmp_path / "b" / ".." / "var", tmp_path / "missing"]) == ["a.txt", "b/c.txt"]


def test_links_in_a_circle_end_and_no_file_is_listed_twice(tmp_path):
    put(tmp_path, "a/one.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "again").symlink_to(tmp_path / "a")
    (tmp_path / "self").symlink_to(tmp_path / "self")
    assert names(tmp_path) == ["a/one.txt"]


def test_a_linked_folder_outside_is_entered(tmp_path):
    put(tmp_path, "outside/a.txt", "watched/b.txt")
    (tmp_path / "watched" / "more").symlink_to(tmp_path / "outside")
    assert names(tmp_path / "watched") == ["b.txt", "more/a.txt"]


def test_a_link_that_leads_nowhere_is_listed_so_that_reading_it_tells_why(tmp_path):
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "gone.txt")
    (state,) = scan(tmp_path, recursive=True, suffixes=[".txt"])
    with pytest.raises(DocumentError, match="does not exist"):
        read(state.path, max_bytes=1000)


def test_a_rename_shows_as_a_new_path_with_the_same_time(tmp_path):
    put(tmp_path, "draft.txt")
    (before,) = scan(tmp_path, recursive=True, suffixes=[".txt"])
    (tmp_path / "draft.txt").rename(tmp_path / "final.txt")
    (after,) = scan(tmp_path, recursive=True, suffixes=[".txt"])
    assert after.path.name == "final.txt"
    assert (after.size, after.mtime_ns) == (before.size, before.mtime_ns)


def test_a_missing_folder_and_a_file_in_its_place_are_told_apart(tmp_path):
    with pytest.raises(DocumentError, match="does not exist") as caught:
        scan(tmp_path / "nowhere", recursive=True, suffixes=[".txt"])
    assert caught.value.subject == str(tmp_path / "nowhere")
    put(tmp_path, "a.txt")
    with pytest.raises(DocumentError, match="a file, not a folder"):
        scan(tmp_path / "a.txt", recursive=True, suffixes=[".txt"])


def test_an_empty_folder_lists_nothing(tmp_path):
    assert scan(tmp_path, recursive=True, suffixes=[".txt"]) == ()


def ns(moment):
    return int(moment.timestamp()) * 10**9


def state(*, age, size=10):
    return FileState(path=Path("a.txt"), size=size, mtime_ns=ns(NOW - timedelta(seconds=age)))


def known(*, age, observed, became=KnownState.PENDING, size=10):
    return Known(
        size=size,
        mtime_ns=ns(NOW - timedelta(seconds=age)),
        state=became,
        observed_at=NOW - timedelta(seconds=observed),
    )


READ, WAIT, SKIP = Decision.READ, Decision.WAIT, Decision.SKIP_KNOWN


@pytest.mark.parametrize(
    ("listed", "remembered", "decision"),
    [
        pytest.param(state(age=3600), None, READ, id="new and old enough"),
        pytest.param(state(age=2), None, READ, id="exactly settled"),
        pytest.param(state(age=1), None, WAIT, id="still being written"),
        pytest.param(state(age=-3600), None, WAIT, id="from the future, first sight"),
        pytest.param(state(age=-3600), known(age=-3600, observed=2), READ, id="from the future, unchanged since"),
        pytest.param(state(age=-3600), known(age=-3600, observed=1), WAIT, id="from the future, seen a second ago"),
        pytest.param(state(age=-3600, size=11), known(age=-3600, observed=60), WAIT, id="from the future, grew"),
        pytest.param(state(age=1), known(age=30, observed=30), WAIT, id="written again since"),
        pytest.param(state(age=60), known(age=60, observed=30, became=KnownState.READ), SKIP, id="read"),
        pytest.param(state(age=60), known(age=60, observed=30, became=KnownState.SKIPPED), SKIP, id="unreadable"),
        pytest.param(state(age=60), known(age=90, observed=30, became=KnownState.READ), READ, id="changed since read"),
        pytest.param(state(age=60, size=9), known(age=60, observed=30, became=KnownState.READ), READ, id="other size"),
        pytest.param(state(age=60), known(age=60, observed=0), READ, id="waited for and settled"),
        pytest.param(state(age=1), known(age=1, observed=-3600), WAIT, id="the clock was set back"),
    ],
)
def test_the_decision_for_a_file(listed, remembered, decision):
    assert decide(listed, remembered, now=NOW, settle=SETTLE) is decision


@pytest.mark.parametrize("age", [0, 5, -3600, 60 * 365 * 86400])
def test_without_a_settling_time_every_new_file_is_read_at_once(age):
    assert decide(state(age=age), None, now=NOW, settle=timedelta(0)) is READ


@pytest.mark.parametrize("mtime_ns", [-(10**20), 0, 10**20])
def test_an_mtime_beyond_the_calendar_does_not_break_the_decision(mtime_ns):
    listed = FileState(path=Path("a.txt"), size=1, mtime_ns=mtime_ns)
    assert decide(listed, None, now=NOW, settle=SETTLE) is (WAIT if mtime_ns > 0 else READ)


def test_a_naive_now_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        decide(state(age=5), None, now=datetime(2026, 11, 23), settle=SETTLE)  # noqa: DTZ001

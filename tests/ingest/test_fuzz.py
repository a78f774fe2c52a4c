"""No file can crash, hang or swell the program: each ends as an article or with a reason."""

import json
import subprocess
import sys
from pathlib import Path

import fuzzer
import pytest

from digest.errors import HugeDocument
from digest.ingest import readers


def fuzz(folder, first, count, largest):
    command = [sys.executable, "-W", "ignore", fuzzer.__file__, str(first), str(count), str(folder), str(largest)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(fuzzer.__file__).parent)
    return json.loads(done.stdout)


def held(report, count):
    files = report["files"]
    assert len(files) == count
    assert [f for f in files if f["fault"]] == []
    assert [f for f in files if f["seconds"] > 5] == []
    assert [f for f in files if not f["read"] and not all(f["reasons"] or [""])] == []
    assert report["megabytes"] < 500
    return {f["file"].split("-")[1].split(".")[0] for f in files if f["read"]}, [r for f in files for r in f["reasons"]]


def test_200_damaged_files_are_each_read_or_refused_with_a_reason(tmp_path):
    read, reasons = held(fuzz(tmp_path, 0, 200, 10_000), 200)
    # the fuzzer reaches the inside of every reader, and its walls
    assert {"broken_text", "soup", "nested_page", "hurt_docx", "hurt_pdf", "hurt_mail", "hurt_feed"} <= read
    assert len(set(reasons)) > 8


@pytest.mark.slow
@pytest.mark.parametrize("first", range(200, 10_200, 500))
def test_10_000_damaged_files_up_to_the_longest_text(tmp_path, first):
    held(fuzz(tmp_path, first, 500, 300_000), 500)


@pytest.mark.slow
def test_50_mb_of_text_are_refused_at_once_and_read_in_time_where_they_are_allowed(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(("云溪县召开会议，要求各乡镇抓好落实。" * 1_000_000)[:16_700_000].encode())
    assert path.stat().st_size > 50_000_000
    with pytest.raises(HugeDocument):
        readers.read_all(path, max_bytes=20_000_000)
    assert len(readers.read(path, max_bytes=60_000_000).text) == 16_700_000


def test_the_same_number_is_the_same_file():
    assert fuzzer.make(12, 5000) == fuzzer.make(12, 5000)
    assert fuzzer.make(12, 5000) != fuzzer.make(12 + len(fuzzer.KINDS), 5000)

"""``extract`` by several processes: the same bytes as by one, whatever becomes of the processes."""

from __future__ import annotations

import json
import logging
import multiprocessing
import os
import pty
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path

import process_rig
import pytest
from office import SCHOOL, WATER

from digest.cli import parallel
from digest.cli.parallel import AHEAD, Died, ordered
from digest.errors import DocumentError

ROOT = Path(__file__).parents[2]
SEEDS, CORPUS = ROOT / "seeds", ROOT / "tests/corpus"
PROGRAM = Path(sys.executable).with_name("digest")
#: the package shows the command under the name of its module
EXTRACT = sys.modules["digest.cli.extract"]
PRELOAD = EXTRACT._PRELOAD

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes in /proc")


def results(function, items, workers=2):
    return list(ordered(function, items, workers=workers, preload=PRELOAD))


@pytest.fixture(autouse=True)
def _no_worker_is_left():
    yield
    assert multiprocessing.active_children() == []


# the order, and how far ahead


def test_results_are_in_the_order_of_the_items():
    for workers in (1, 2, 3):
        assert results(process_rig.later_ones_first, range(45), workers) == list(range(45))


def test_one_worker_is_this_process_and_two_are_others():
    here = os.getpid()
    assert results(process_rig.process, range(3), 1) == [here] * 3
    assert here not in results(process_rig.process, range(3), 2)


def test_nothing_comes_of_nothing():
    assert results(process_rig.double, [], 2) == []


def test_the_items_are_not_taken_far_ahead_of_their_results():
    taken = []

    def items():
        for number in range(100):
            taken.append(number)
            yield number

    ahead = []
    for number, _ in enumerate(ordered(process_rig.later_ones_first, items(), workers=2, preload=PRELOAD)):
        ahead.append(len(taken) - number)
    assert len(taken) == 100
    assert max(ahead) <= 2 * AHEAD


def test_the_cores_of_this_process_are_counted(monkeypatch):
    assert 1 <= parallel.cores() <= os.cpu_count()
    monkeypatch.setattr(os, "process_cpu_count", lambda: 7, raising=False)
    assert parallel.cores() == 7


# processes that die


@pytest.mark.parametrize(
    ("function", "code"),
    [
        (process_rig.die_of_seven, -signal.SIGKILL),
        (process_rig.die_while_writing, -signal.SIGKILL),  # a ProcessPoolExecutor would wait for ever
        (process_rig.leave_at_seven, 5),
    ],
)
def test_what_kills_its_process_twice_is_told_and_the_others_are_done(function, code):
    expected = [*range(7), Died(item=7, code=code), *range(8, 20), Died(item=7, code=code), 8]
    assert results(function, [*range(20), 7, 8]) == expected


def test_what_kills_its_process_once_is_done_the_second_time(tmp_path):
    paths = [tmp_path / str(number) for number in range(6)]
    for path in paths[:3] + paths[4:]:
        path.write_text("read")
    assert results(process_rig.die_once, paths) == ["read"] * 6


def test_the_reason_tells_the_signal_of_which_process():
    assert Died(item="", code=-signal.SIGSEGV).reason == "was killed by SIGSEGV"
    assert Died(item="", code=-250).reason == "was killed by signal 250"
    assert Died(item="", code=None).reason == "could not be started again"


def test_what_the_function_raises_is_raised_in_its_turn():
    for workers in (1, 2):
        done = []
        with pytest.raises(ValueError, match="three"):
            done.extend(ordered(process_rig.refuse_three, range(10), workers=workers, preload=PRELOAD))
        readings = ordered(process_rig.refuse_three, range(10), workers=workers, preload=PRELOAD)
        assert [next(readings), next(readings), next(readings)] == [0, 1, 2]
        readings.close()


def test_workers_end_when_the_rest_is_not_wanted():
    readings = ordered(process_rig.later_ones_first, range(1000), workers=3, preload=PRELOAD)
    next(readings)
    started = time.monotonic()
    readings.close()
    assert time.monotonic() - started < parallel.PATIENCE + 1


def test_where_no_process_can_be_started_this_one_does_it(monkeypatch, caplog):
    def start(_crew):
        raise BlockingIOError("too many processes")

    monkeypatch.setattr(parallel._Crew, "_start", start)
    with caplog.at_level(logging.WARNING):
        assert results(process_rig.double, range(5)) == [0, 2, 4, 6, 8]
    assert "no more than 0 processes could be started" in caplog.text


def test_with_fewer_processes_than_wanted_everything_is_done(monkeypatch):
    start, started = parallel._Crew._start, []

    def once(crew):
        if started:
            raise BlockingIOError("too many processes")
        started.append(start(crew))
        return started[0]

    monkeypatch.setattr(parallel._Crew, "_start", once)
    assert results(process_rig.double, range(40), 4) == list(range(0, 80, 2))
    started.clear()
    lost = Died(item=7, code=None)
    assert results(process_rig.die_of_seven, range(10), 2) == [*range(7), lost, 8, 9]


# the command


def files(folder, **texts):
    """A file of each name, most of them news."""
    for name, text in texts.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return folder


def test_the_bytes_do_not_depend_on_the_number_of_workers(digest):
    given = [CORPUS, SEEDS, CORPUS / "gone.txt", SEEDS / "2026-11-02-qingping-fire-safety.txt"]
    one, two, five = [digest("extract", *given, "--json", "--workers", number) for number in (1, 2, 5)]
    assert one == two == five
    articles = json.loads(one.out)
    assert one.out == json.dumps(articles, ensure_ascii=False, indent=1) + "\n"
    assert (len(articles) > 15, len(one.err.splitlines()) > 3, one.code) == (True, True, DocumentError.exit_code)
    assert digest("extract", *given, "--workers", 1) == digest("extract", *given, "--workers", 3)


def test_errors_stand_in_the_order_of_the_files(tmp_path, digest):
    texts = {f"{n:02}_txt": (WATER if n % 3 else "") for n in range(30)}
    files(tmp_path, **texts)
    for workers in (1, 3):
        done = digest("extract", tmp_path, "--json", "--workers", workers)
        assert [line.partition(": ")[0] for line in done.err.splitlines()] == [
            str(tmp_path / f"{n:02}.txt") for n in range(0, 30, 3)
        ]
        assert [article["file"] for article in json.loads(done.out)] == [f"{n:02}.txt" for n in range(30) if n % 3]


def test_a_file_that_kills_its_process_is_an_error_of_that_file(tmp_path, digest, monkeypatch):
    monkeypatch.setattr(EXTRACT, "read_as", process_rig.read_as)
    files(tmp_path, a_txt=WATER, killer_txt=WATER, b_txt="", z_txt=SCHOOL)
    done = digest("extract", tmp_path, "--json", "--workers", 2)
    assert done.code == DocumentError.exit_code
    assert [article["file"] for article in json.loads(done.out)] == ["a.txt", "z.txt"]
    empty, killed = done.err.splitlines()
    assert empty.startswith(f"{tmp_path / 'b.txt'}: ")
    assert killed == f"{tmp_path / 'killer.txt'}: the process that read it was killed by SIGKILL (out of memory?)"


def test_a_fault_of_the_program_is_an_error_of_that_file(tmp_path, digest, monkeypatch):
    def fault(document, **_options):
        if document.file == "b.txt":
            raise RuntimeError("no such luck")
        return read(document, **_options)

    from digest.text import brief

    read = brief.read
    monkeypatch.setattr(brief, "read", fault)
    files(tmp_path, a_txt=WATER, b_txt=WATER, c_txt=SCHOOL)
    done = digest("extract", tmp_path, "--json", "--workers", 1)
    assert (done.code, len(json.loads(done.out))) == (DocumentError.exit_code, 2)
    first, *note = done.err.splitlines()
    assert first == f"{tmp_path / 'b.txt'}: a fault in the program: RuntimeError: no such luck"
    assert note[0] == "Traceback (most recent call last):"


@pytest.mark.parametrize("workers", [1, 2])
def test_the_bar_counts_files(tmp_path, digest, monkeypatch, workers):
    told = []

    @contextmanager
    def progress(label):
        told.append(label)
        yield lambda *counts: told.append(counts)

    monkeypatch.setattr(EXTRACT, "progress", progress)
    files(tmp_path, a_txt=WATER, b_txt="", c_txt=SCHOOL)
    digest("extract", tmp_path, "--workers", workers)
    assert told == ["reading", (1, 3), (2, 3), (3, 3)]


def test_few_files_are_read_in_this_process_and_many_by_as_many_as_there_are_cores(tmp_path, monkeypatch):
    monkeypatch.setattr(parallel, "cores", lambda: 5)
    paths = [tmp_path / f"{n}.txt" for n in range(EXTRACT.FEW)]
    for path in paths:
        path.write_bytes(bytes(EXTRACT.LITTLE // EXTRACT.FEW))
    assert EXTRACT._worth_while(paths) == 5
    assert EXTRACT._worth_while(paths[1:]) == 1
    paths[0].unlink()
    assert EXTRACT._worth_while(paths) == 1


# the program and its processes


def processes(session):
    """The processes of a session that have not ended → their parents."""
    found = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session and fields[0] != "Z":
            found[int(path.parent.name)] = int(fields[1])
    return found


@pytest.fixture
def long_run(tmp_path):
    """The program, in a session of its own, that reads the seeds many times by two workers; what is left is killed."""
    started = []

    def start(times=200, **options):
        given = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "cwd": tmp_path, **options}
        command = [PROGRAM, "extract", *[SEEDS] * times, "--json", "--workers", "2"]
        started.append(subprocess.Popen(command, start_new_session=True, bufsize=0, **given))
        return started[-1]

    yield start
    for child in started:
        for left in processes(child.pid):
            os.kill(left, signal.SIGKILL)
        child.communicate()


def wait_until_gone(child):
    deadline = time.monotonic() + 5
    while left := processes(child.pid):
        assert time.monotonic() < deadline, left
        time.sleep(0.02)


def test_ctrl_c_ends_all_processes_at_once_and_quietly(long_run):
    child = long_run()
    child.stdout.read(1)
    assert len(processes(child.pid)) >= 4  # the program, the server, two workers
    os.killpg(child.pid, signal.SIGINT)
    _, err = child.communicate(timeout=5)
    assert (child.returncode, err) == (130, b"")
    wait_until_gone(child)


def test_a_reader_that_has_seen_enough_ends_all_processes_quietly(long_run):
    child = long_run()
    child.stdout.read(1)
    child.stdout.close()
    assert child.wait(timeout=10) == 1
    assert child.stderr.read() == b""
    wait_until_gone(child)


def test_the_end_of_the_program_is_the_end_of_its_workers(long_run):
    child = long_run()
    child.stdout.read(1)
    child.kill()
    wait_until_gone(child)


def test_a_worker_that_is_killed_from_outside_loses_nothing(long_run, digest):
    child = long_run(times=4)
    first = child.stdout.read(1)
    family = processes(child.pid)
    worker = max(pid for pid, parent in family.items() if parent in family.keys() - {child.pid})
    os.kill(worker, signal.SIGKILL)
    out, err = child.communicate(timeout=60)
    assert (child.returncode, err) == (0, b"")
    expected = digest("extract", *[SEEDS] * 4, "--json", "--workers", 1).out
    assert (first + out).decode() == expected


def test_with_a_bar_on_the_terminal_the_articles_still_go_to_stdout(long_run, digest, tmp_path):
    terminal, far_end = pty.openpty()
    with (tmp_path / "out.json").open("wb") as out:
        child = long_run(times=2, stdout=out, stderr=far_end, env={**os.environ, "TERM": "xterm"})
    os.close(far_end)
    shown = b""
    with suppress(OSError):  # EIO: nobody holds the other end any more
        while piece := os.read(terminal, 10_000):
            shown += piece
    os.close(terminal)
    assert child.wait(timeout=60) == 0
    assert "20/20" in shown.decode()
    expected = digest("extract", SEEDS, SEEDS, "--json", "--workers", 1).out
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == expected

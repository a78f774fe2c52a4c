"""Opening: tables are made, brought up to date, refused; reading leaves no trace."""

import shutil
import signal
import sqlite3
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text

import digest
from digest.errors import StoreError, UnknownSchema
from digest.store import Store, articles, documents, engine as engines, migrate, schema

OPEN = "import sys; from digest.store import Store; Store.open(sys.argv[1]).close(); print('opened')"


def snapshot(folder):
    return {
        path: (path.read_bytes(), path.stat().st_mtime_ns) for path in sorted(Path(folder).rglob("*")) if path.is_file()
    }


def set_revision(store, revision):
    with store.transaction() as conn:
        conn.execute(text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})


def test_opening_creates_the_folder_and_the_tables(tmp_path):
    with Store.open(f"sqlite:///{tmp_path}/a/b/digest.db") as store, store.read() as conn:
        assert articles.count(conn) == 0
    assert (tmp_path / "a/b/digest.db").is_file()


def test_sqlite_keeps_every_commit_and_every_reference(sqlite_url):
    with Store.open(sqlite_url) as store, store.transaction() as conn:
        pragma = {
            name: conn.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert pragma == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 30_000}


def test_a_store_opens_again_with_what_was_written(url, brief, now):
    with Store.open(url) as store, store.transaction() as conn:
        number, _ = articles.add(conn, brief(), extractor="1", first_seen=now)
    with Store.open(url) as store, store.read() as conn:
        assert articles.get(conn, number) == brief()


def test_processes_that_open_a_new_store_at_once_all_succeed(url, process):
    children = [process(OPEN, url) for _ in range(4)]
    assert [child.communicate(timeout=60)[0] for child in children] == ["opened\n"] * 4


def test_migrating_from_scratch_gives_the_tables_of_the_schema(url):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with Store.open(url) as store, store.read() as conn:
        assert compare_metadata(MigrationContext.configure(conn), schema.metadata) == []


def test_migrating_from_scratch_gives_the_checks_of_the_schema(url):
    def checks(conn):
        inspector = inspect(conn)
        return {
            (name, check["name"], check["sqltext"])
            for name in schema.metadata.tables
            for check in inspector.get_check_constraints(name)
        }

    with Store.open(url) as store:
        with store.read() as conn:
            migrated = checks(conn)
        with store.transaction() as conn:
            schema.metadata.drop_all(conn)
            schema.metadata.create_all(conn)
            assert migrated == checks(conn)
    assert len(migrated) >= 14


def test_the_schema_names_the_newest_revision():
    from alembic.script import ScriptDirectory

    assert ScriptDirectory.from_config(migrate.alembic_config()).get_heads() == [schema.REVISION]


def test_a_failed_migration_leaves_nothing_behind(url):
    plain = create_engine(engines.parse(url)) if url.startswith("postgresql") else None
    if plain is None:
        Path(url.removeprefix("sqlite:///")).parent.mkdir()
        plain = create_engine(url)
    with plain.begin() as conn:
        conn.execute(text("CREATE TABLE attempts (somebody_elses INTEGER)"))
    with pytest.raises(Exception, match="attempts"):
        Store.open(url)
    assert inspect(plain).get_table_names() == ["attempts"]
    plain.dispose()


@pytest.mark.parametrize("read_only", [False, True])
def test_a_revision_of_a_newer_version_is_refused_by_name_and_untouched(url, read_only):
    with Store.open(url) as store:
        set_revision(store, "9999")
        name = store.name
    with pytest.raises(UnknownSchema, match=r"newer version of digest.*9999.*Update digest") as refused:
        Store.open(url, read_only=read_only)
    assert str(refused.value).startswith(name)
    plain = create_engine(engines.parse(url))
    with plain.connect() as conn:
        assert migrate.revision_of(conn) == "9999"
    plain.dispose()


def test_reading_never_migrates_an_older_store_but_says_what_does(url, monkeypatch):
    Store.open(url).close()
    monkeypatch.setattr(schema, "REVISION", "9999")
    with pytest.raises(StoreError, match="brought up to date first: `digest run-once`"):
        Store.open(url, read_only=True)


def test_a_password_is_never_part_of_a_message():
    with pytest.raises(StoreError) as refused:
        Store.open("mysql://reader:geheim@localhost/digest")
    assert "geheim" not in str(refused.value)
    with pytest.raises(StoreError) as refused:
        Store.open("reader:geheim@localhost")
    assert "geheim" not in str(refused.value)


def test_a_file_that_is_no_database_is_refused_by_name(tmp_path):
    path = tmp_path / "notes.db"
    path.write_text("这不是数据库。" * 100, encoding="utf-8")
    with pytest.raises(StoreError, match=r"notes\.db: file is not a database"):
        Store.open(f"sqlite:///{path}")


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "var").write_text("in the way")
    with pytest.raises(StoreError, match="folder cannot be made"):
        Store.open(f"sqlite:///{tmp_path}/var/digest.db")


def test_an_error_inside_a_transaction_undoes_it_and_stays_itself(store, brief, now):
    def add_then_fail():
        with store.transaction() as conn:
            articles.add(conn, brief(), extractor="1", first_seen=now)
            Path("/nowhere/edition.html").read_text(encoding="utf-8")

    with pytest.raises(FileNotFoundError, match=r"edition\.html"):
        add_then_fail()
    with store.read() as conn:
        assert articles.count(conn) == 0


def test_a_reading_connection_cannot_write(store, brief, now):
    with pytest.raises(StoreError), store.read() as conn:
        articles.add(conn, brief(), extractor="1", first_seen=now)
    with store.transaction() as conn:
        assert articles.add(conn, brief(), extractor="1", first_seen=now)[1]


def test_a_reader_sees_one_moment_while_a_writer_commits(store, brief, now):
    with store.read() as reader:
        assert articles.count(reader) == 0
        with store.transaction() as conn:
            articles.add(conn, brief(), extractor="1", first_seen=now)
        assert articles.count(reader) == 0
    with store.read() as reader:
        assert articles.count(reader) == 1


def test_reading_a_store_that_does_not_exist_reads_an_empty_one_and_creates_nothing(tmp_path):
    with Store.open(f"sqlite:///{tmp_path}/var/digest.db", read_only=True) as store, store.read() as conn:
        assert articles.count(conn) == 0
        assert documents.counts(conn) == {"pending": 0, "read": 0, "skipped": 0}
    assert list(tmp_path.iterdir()) == []


def test_reading_a_database_without_tables_creates_none(url):
    if url.startswith("sqlite"):
        Path(url.removeprefix("sqlite:///")).parent.mkdir()
        Path(url.removeprefix("sqlite:///")).touch()
    with Store.open(url, read_only=True) as store, store.read() as conn:
        assert articles.count(conn) == 0
    plain = create_engine(engines.parse(url))
    assert inspect(plain).get_table_names() == []
    plain.dispose()


def test_a_store_opened_for_reading_refuses_to_write_or_to_lock(url):
    Store.open(url).close()
    with Store.open(url, read_only=True) as store:
        with pytest.raises(StoreError, match="for reading only"), store.transaction():
            pass
        with pytest.raises(StoreError, match="for reading only"), store.lock():
            pass


def test_reading_leaves_no_trace_beside_the_database(sqlite_url, tmp_path, brief, now):
    with Store.open(sqlite_url) as store, store.transaction() as conn:
        articles.add(conn, brief(), extractor="1", first_seen=now)
    before = snapshot(tmp_path)
    with Store.open(sqlite_url, read_only=True) as store, store.read() as conn:
        assert articles.count(conn) == 1
    with Store.scratch(sqlite_url) as store, store.transaction() as conn:
        articles.add(conn, brief(2), extractor="1", first_seen=now)
    assert snapshot(tmp_path) == before


def test_reading_sees_what_a_running_writer_has_committed(url, brief, now):
    with Store.open(url) as writer:
        with writer.transaction() as conn:
            articles.add(conn, brief(), extractor="1", first_seen=now)
        with Store.open(url, read_only=True) as store, store.read() as conn:
            assert articles.count(conn) == 1


def test_a_scratch_copy_holds_everything_and_what_is_written_to_it_is_forgotten(url, queue, brief, now):
    with Store.open(url) as store, store.transaction() as conn:
        queue(conn, readers=2)
        articles.add(conn, brief(2), extractor="1", first_seen=now, replaces=1)
    with Store.scratch(url) as copy, copy.lock(), copy.transaction() as conn:
        for table in schema.metadata.tables.values():
            with Store.open(url, read_only=True) as store, store.read() as original:
                assert conn.execute(table.select()).all() == original.execute(table.select()).all()
        assert articles.add(conn, brief(3), extractor="1", first_seen=now)[1]
        folder = Path(copy._folder.name)
    assert not folder.exists()
    with Store.open(url) as store, store.read() as conn:
        assert articles.count(conn) == 2


def test_the_migration_runs_from_any_folder_that_holds_the_package(tmp_path):
    site = tmp_path / "库 100% site"
    package = Path(digest.__file__).parent
    for name in ("store", "model", "__init__.py", "slots.py", "errors.py"):
        source, target = package / name, site / "digest" / name
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)
    code = f"import digest; assert digest.__file__.startswith(sys.path[0]), digest.__file__; {OPEN}"
    result = subprocess.run(
        [
            sys.executable,
            "-W",
            "error",
            "-c",
            f"import sys; sys.path.insert(0, {str(site)!r}); {code}",
            "sqlite:///new.db",
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (result.stdout, result.stderr) == ("opened\n", "")


KILLED = """
import os, signal, sys
from digest.store import Store
from sqlalchemy import text
with Store.open(sys.argv[1]) as store, store.transaction() as conn:
    conn.execute(text("INSERT INTO schedules VALUES ('lost', '2026-11-22T00:00:00.000000+00:00')"))
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_kill_9_inside_a_transaction_loses_that_transaction_and_nothing_else(url, brief, now, process):
    with Store.open(url) as store, store.transaction() as conn:
        articles.add(conn, brief(), extractor="1", first_seen=now)
    assert process(KILLED, url).wait(timeout=60) == -signal.SIGKILL
    with Store.open(url) as store, store.transaction() as conn:
        assert articles.count(conn) == 1
        assert conn.scalar(text("SELECT count(*) FROM schedules")) == 0


COMMITS = """
import sys
from datetime import datetime, UTC
from digest.store import Store, editions
store = Store.open(sys.argv[1])
for number in range(100_000):
    with store.transaction() as conn:
        editions.known_since(conn, f"{number}", datetime(2026, 11, 22, tzinfo=UTC))
    print(number, flush=True)
"""


def test_kill_9_loses_nothing_that_was_committed(url, process):
    child = process(COMMITS, url)
    seen = [int(child.stdout.readline()) for _ in range(30)]
    child.kill()
    rest, _ = child.communicate(timeout=60)
    seen += [int(line) for line in rest.splitlines()]
    with Store.open(url) as store, store.read() as conn:
        kept = {int(name) for name in conn.scalars(text("SELECT name FROM schedules"))}
        if url.startswith("sqlite"):
            assert conn.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    assert kept >= set(seen)
    assert len(kept) <= len(seen) + 1


def test_reading_after_kill_9_sees_the_commits_and_leaves_the_database_alone(sqlite_url, tmp_path, process):
    child = process(COMMITS, sqlite_url)
    for _ in range(5):
        child.stdout.readline()
    child.kill()
    child.communicate(timeout=60)
    database, log = tmp_path / "var/digest.db", tmp_path / "var/digest.db-wal"
    before = database.read_bytes(), log.read_bytes(), sorted((tmp_path / "var").iterdir())
    with Store.open(sqlite_url, read_only=True) as store, store.read() as conn:
        assert conn.scalar(text("SELECT count(*) FROM schedules")) >= 5
    assert (database.read_bytes(), log.read_bytes(), sorted((tmp_path / "var").iterdir())) == before


def test_a_naive_datetime_is_refused(conn, brief, now):
    with pytest.raises(ValueError, match="time zone"):
        articles.add(conn, brief(), extractor="1", first_seen=now.replace(tzinfo=None))


def test_an_instant_comes_back_in_utc_with_its_microseconds(conn, brief, now):
    from zoneinfo import ZoneInfo

    moment = (now + timedelta(microseconds=123_456)).astimezone(ZoneInfo("Asia/Shanghai"))
    articles.add(conn, brief(), extractor="1", first_seen=moment)
    found = articles.newest_first_seen(conn)
    assert found == moment
    assert found.utcoffset() == timedelta(0)


def test_instants_of_sqlite_are_text_of_fixed_width(sqlite_url, tmp_path, brief, now):
    with Store.open(sqlite_url) as store, store.transaction() as conn:
        articles.add(conn, brief(), extractor="1", first_seen=now)
    plain = sqlite3.connect(tmp_path / "var/digest.db")
    assert plain.execute("SELECT first_seen FROM articles").fetchone() == ("2026-11-22T00:00:00.000000+00:00",)
    plain.close()

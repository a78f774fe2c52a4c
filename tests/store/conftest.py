"""Real databases for the store's tests: a SQLite file each, and a database each on a throw-away PostgreSQL server."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import uuid
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from digest.model import Article, Brief, Directive, Edition, KeySentence, Period, Rendition, Repair, Story
from digest.store import Store, articles, editions

NOW = datetime(2026, 11, 22, 0, 0, tzinfo=UTC)
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def postgres_server():
    """The URL of a PostgreSQL cluster without a database name; it listens on a Unix socket only."""
    binaries = _postgres_binaries()
    if binaries is None:
        pytest.skip("the PostgreSQL server programs (initdb, pg_ctl) are not installed")
    user = "postgres" if os.geteuid() == 0 else None  # the server refuses to run as root
    folder = Path(tempfile.mkdtemp(prefix="digest-pg-"))
    if user:
        shutil.chown(folder, user, user)

    def run(program, *arguments):
        who = {"user": user, "group": user, "extra_groups": []} if user else {}
        command = [str(binaries / program), *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder, timeout=60, **who)

    data = str(folder / "data")
    run("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
    options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
    run("pg_ctl", "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start")
    try:
        yield f"postgresql://postgres@/{{name}}?host={folder}"
    finally:
        run("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
        shutil.rmtree(folder)


def _postgres_binaries():
    found = shutil.which("pg_ctl")
    if found:
        return Path(found).parent
    return max(Path("/usr/lib/postgresql").glob("*/bin"), default=None)


def _create_database(server, template):
    import psycopg

    name = f"test_{uuid.uuid4().hex}"
    with psycopg.connect(server.format(name="postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    return name


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory):
    """A migrated database; copying it is ten times as fast as migrating anew."""
    path = tmp_path_factory.mktemp("template") / "digest.db"
    Store.open(f"sqlite:///{path}").close()
    return path


@pytest.fixture(scope="session")
def postgres_template(postgres_server):
    name = _create_database(postgres_server, "template0")
    Store.open(postgres_server.format(name=name)).close()
    return name


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def backend(request):
    return request.param


@pytest.fixture
def url(request, backend, tmp_path):
    """The URL of a database that has no tables yet."""
    if backend == "sqlite":
        return f"sqlite:///{tmp_path}/var/digest.db"
    server = request.getfixturevalue("postgres_server")
    return server.format(name=_create_database(server, "template0"))


@pytest.fixture
def sqlite_url(tmp_path):
    return f"sqlite:///{tmp_path}/var/digest.db"


@pytest.fixture
def store(request, backend, tmp_path):
    """An open store that is empty."""
    if backend == "sqlite":
        url = f"sqlite:///{tmp_path}/digest.db"
        shutil.copy(request.getfixturevalue("sqlite_template"), tmp_path)
    else:
        server = request.getfixturevalue("postgres_server")
        url = server.format(name=_create_database(server, request.getfixturevalue("postgres_template")))
    with Store.open(url) as opened:
        yield opened


@pytest.fixture
def conn(store):
    """A connection in a transaction that is committed after the test."""
    with store.transaction() as connection:
        yield connection


@pytest.fixture
def process():
    """Start Python code in a process of its own, ``sys.argv[1:]`` as given; killed after the test."""
    started = []

    def start(code, *arguments):
        # a file descriptor of a pipe for each: the tests talk in lines
        child = subprocess.Popen(
            [sys.executable, "-c", code, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        started.append(child)
        return child

    yield start
    for child in started:
        if child.poll() is None:
            child.send_signal(signal.SIGKILL)
        child.communicate()


@pytest.fixture
def brief():
    return make_brief


def make_brief(number=1, **changes):
    text = f"市水务局要在6月底前完成第{number}批管网改造。"
    values = {
        "key": f"{number:064d}",
        "file": f"{number}.txt",
        "title": f"星桥市部署第{number}批管网改造",
        "title_basis": "stated",
        "published": "2026-11-21",
        "event_date": "--11-20",
        "source": None,
        "place": "星桥市",
        "doc_type": "meeting news",
        "body": (text, "第二段。"),
        "repairs": (Repair(kind="width", count=2, spans=((0, 1), (4, 5))),),
    }
    directive = Directive(
        id=f"d{number}",
        text=text,
        head="完成管网改造",
        issuer=None,
        verb=None,
        marker="要",
        owner="市水务局",
        owner_implied=None,
        deadline="6月底前",
        deadline_date="2027-06-30",
        topics=(),
        deadline_basis=None,
        deadline_rule=None,
        strength="must",
        list_path=None,
        type="operational",
        start=0,
        end=len(text),
        rules=("owner-before-marker",),
    )
    return Brief(
        article=Article(**{**values, **changes}),
        key_sentences=(KeySentence(text=text, start=0, end=len(text), score=0.5, rank=1),),
        directives=(directive,),
    )


@pytest.fixture
def edition():
    return make_edition


def make_edition(day=0, *, schedule="daily", stories=(), **changes):
    start = NOW - timedelta(days=1) + timedelta(days=day)
    values = {
        "schedule": schedule,
        "slot": f"{schedule}:{start:%Y-%m-%d}",
        "period": Period(start=start, end=start + timedelta(days=1)),
        "timezone": "Asia/Shanghai",
        "stories": stories,
        "articles_read": len(stories),
    }
    return Edition(**{**values, **changes})


@pytest.fixture
def queue():
    """Save an edition of one story with deliveries to so many readers; returns its id."""

    def save(conn, readers=1, *, day=0, built_at=NOW):
        told = make_brief(1000 + day)
        articles.add(conn, told, extractor="1", first_seen=NOW - timedelta(hours=1))
        rendition = Rendition(key="zh-Hans", subject="摘要", html="<p>好</p>", text="好", stories=1, directives=1)
        return editions.save(
            conn,
            make_edition(day, stories=(Story(brief=told),)),
            built_at=built_at,
            renditions=[rendition],
            deliveries=[
                editions.NewDelivery(
                    rendition_key="zh-Hans",
                    email=f"reader{number}@example.com",
                    name=None,
                    message_id=f"<{day}.{number}@example.com>",
                    date=built_at,
                )
                for number in range(readers)
            ],
        )

    return save


@pytest.fixture
def now():
    return NOW

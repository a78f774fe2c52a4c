import json

import pytest
import typer
from typer.testing import CliRunner

from digest.cli.setup import check, init
from digest.config import load
from digest.errors import ConfigError


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DIGEST_CONFIG", raising=False)
    app = typer.Typer()
    app.command()(check)
    app.command()(init)

    def invoke(*words):
        return CliRunner().invoke(app, words)

    return invoke


def test_init_writes_a_config_that_check_calls_ok(run, tmp_path):
    made = run("init")
    assert (made.exit_code, made.stdout) == (0, "config.yaml\narticles/sample_article.txt\n")
    assert "digest check" in made.stderr
    assert "digest run-once" in made.stderr
    checked = run("check")
    assert checked.exit_code == 0
    assert checked.stdout.startswith("config.yaml: ok\n")
    assert "08:00 mon-fri Asia/Shanghai → reader@example.com" in checked.stdout
    assert checked.stderr == ""


def test_sample_article_is_news_in_the_watched_folder(run, tmp_path):
    run("init", "new folder/news")
    settings = load(tmp_path / "new folder/news/config.yaml", env={})
    (article,) = settings.sources[0].folder.iterdir()
    assert "要求" in article.read_text(encoding="utf-8")


def test_init_quotes_the_path_in_the_next_command(run):
    assert "digest check -c 'new folder/config.yaml'" in run("init", "new folder").stderr


def test_init_keeps_a_file_that_is_there(run, tmp_path):
    (tmp_path / "config.yaml").write_text("mine")
    refused = run("init")
    assert isinstance(refused.exception, ConfigError)
    assert str(refused.exception) == "config.yaml: this file is there already; --force overwrites it"
    assert (tmp_path / "config.yaml").read_text() == "mine"
    assert not (tmp_path / "articles").exists()


def test_init_with_force_overwrites(run, tmp_path):
    (tmp_path / "config.yaml").write_text("mine")
    assert run("init", "--force").exit_code == 0
    assert load(tmp_path / "config.yaml", env={}).sources


def test_init_without_force_keeps_a_sample_that_was_edited(run, tmp_path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/sample_article.txt").write_text("mine")
    assert run("init").exit_code == 0
    assert (tmp_path / "articles/sample_article.txt").read_text() == "mine"


def test_init_where_a_file_stands_in_the_way_is_a_config_error(run, tmp_path):
    (tmp_path / "taken").write_text("")
    assert isinstance(run("init", "taken").exception, ConfigError)


BAD = 'sources: [{folder: "."}]\nschedules: {daily: {at: 8}}\nmail: {from: nobody}\n'


def test_check_tells_every_problem_on_stderr_and_exits_2(run, tmp_path):
    (tmp_path / "config.yaml").write_text(BAD)
    checked = run("check")
    assert (checked.exit_code, checked.stdout) == (2, "")
    assert [line.split(": ")[0] for line in checked.stderr.splitlines()] == [
        "config.yaml:2:13",
        "config.yaml:2:25",
        "config.yaml:3:14",
    ]


def test_check_shows_where_a_keyword_query_breaks(run, tmp_path):
    (tmp_path / "config.yaml").write_text(
        """\
sources: [{folder: "."}]
schedules: {daily: {at: "08:00"}}
subscriptions:
  - email: a@example.com
    schedule: daily
    keywords: "大气 or 禁燃"
mail: {from: d@example.com}
""",
        encoding="utf-8",
    )
    checked = run("check")
    assert checked.exit_code == 2
    assert checked.stderr.splitlines() == [
        'config.yaml:6:19: subscriptions[1].keywords: write OR in capitals, or "or" in quotes to look for the word',
        "  大气 or 禁燃",
        "       ^",
    ]


def test_check_as_json_is_for_programs(run, tmp_path):
    (tmp_path / "other.yaml").write_text(BAD)
    checked = run("check", "-c", "other.yaml", "--json")
    report = json.loads(checked.stdout)
    assert checked.exit_code == 2
    assert (report["file"], report["ok"]) == ("other.yaml", False)
    assert report["problems"][1] == {
        "line": 2,
        "column": 25,
        "severity": "error",
        "message": 'schedules.daily.at: 8 is not a time of day: write at: "08:00" in quotes',
    }


def test_check_passes_with_warnings(run, tmp_path):
    (tmp_path / "config.yaml").write_text(BAD.replace("8", '"08:00"').replace("nobody", "a@example.com"))
    checked = run("check")
    assert checked.exit_code == 0
    assert "warning: schedules.daily: nobody subscribes" in checked.stderr
    assert "08:00 daily Asia/Shanghai → nobody" in checked.stdout


def test_check_of_a_missing_file_names_init(run):
    checked = run("check")
    assert checked.exit_code == 2
    assert checked.stderr.startswith("config.yaml: there is no such file: `digest init`")

"""Each bad/*.yaml beside what the user is told about it."""

from pathlib import Path

import pytest

from digest.config import Severity, load, problems
from digest.errors import ConfigError

BAD = sorted((Path(__file__).parent / "bad").glob("*.yaml"))


def told(folder):
    found = problems(Path("config.yaml"), env={})
    return [problem.at("config.yaml").replace(str(folder), "FOLDER") for problem in found]


@pytest.fixture
def config_of(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def write(file):
        (tmp_path / "config.yaml").write_bytes(file.read_bytes())
        (tmp_path / "password.txt").write_text("hunter2\n")
        return tmp_path.resolve()

    return write


@pytest.mark.parametrize("file", BAD, ids=lambda file: file.stem)
def test_every_problem_is_told_with_its_line(file, config_of):
    expected = file.with_suffix(".expected").read_text(encoding="utf-8").splitlines()
    assert told(config_of(file)) == expected


@pytest.mark.parametrize("file", BAD, ids=lambda file: file.stem)
def test_load_refuses_exactly_when_there_is_an_error_and_lists_all_of_them(file, config_of):
    config_of(file)
    errors = [p.at("config.yaml") for p in problems(Path("config.yaml"), env={}) if p.severity is Severity.ERROR]
    if not errors:
        assert load(Path("config.yaml"), env={}).sources
        return
    with pytest.raises(ConfigError) as caught:
        load(Path("config.yaml"), env={})
    assert str(caught.value).splitlines() == errors


@pytest.mark.parametrize("file", BAD, ids=lambda file: file.stem)
def test_no_problem_quotes_a_password(file, config_of):
    assert "hunter2" not in "\n".join(told(config_of(file)))

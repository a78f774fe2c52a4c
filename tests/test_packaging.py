"""The unit of systemd and the Dockerfile: checked by their own tools, and built from what the Dockerfile copies."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
UNIT = (ROOT / "packaging/digest.service").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def unit():
    parser = configparser.RawConfigParser(strict=False, delimiters=("=",), comment_prefixes=("#",))
    parser.optionxform = str
    parser.read_string(UNIT)
    return parser["Service"]


def seconds(text):
    number, unit_ = re.fullmatch(r"(\d+)(min|s)?", text).groups()
    return int(number) * (60 if unit_ == "min" else 1)


def test_the_dockerfile_has_no_fault_that_hadolint_knows():
    program = Path(sys.executable).with_name("hadolint")
    done = subprocess.run([program, ROOT / "Dockerfile"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_image_runs_as_nobody_in_particular_and_holds_no_build_tools():
    stages = re.split(r"(?m)^FROM ", DOCKERFILE)[1:]
    assert len(stages) == 2
    assert re.search(r"(?m)^USER 10001:10001$", stages[-1])
    assert "pip install" not in stages[-1]
    assert stages[-1].index("USER") < stages[-1].index("ENTRYPOINT")


def test_what_the_dockerfile_copies_is_enough_for_the_wheel(tmp_path):
    allowed = {line[1:].rstrip("/") for line in (ROOT / ".dockerignore").read_text().splitlines() if line[:1] == "!"}
    first = DOCKERFILE.split("\nFROM ")[1]
    for line in re.findall(r"(?m)^COPY (.+) \S+$", first):
        for name in line.split():
            assert name.rstrip("/") in allowed
            source, target = ROOT / name, tmp_path / "src" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copytree(source, target) if source.is_dir() else shutil.copy2(source, target)
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, tmp_path / "src"]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    assert len(list(tmp_path.glob("*.whl"))) == 1


def test_systemd_finds_no_fault_in_the_unit(tmp_path):
    if shutil.which("systemd-analyze") is None:
        pytest.skip("needs systemd-analyze")
    copy = tmp_path / "digest.service"
    copy.write_text(UNIT.replace("/opt/digest/bin/digest", sys.executable), encoding="utf-8")
    done = subprocess.run(["systemd-analyze", "verify", str(copy)], capture_output=True, text=True, check=False)
    if "Failed to" in done.stderr and "bus" in done.stderr:
        pytest.skip("systemd-analyze cannot work here")
    assert (done.returncode, done.stderr) == (0, "")


def test_the_unit_waits_for_the_reader_being_served_and_not_for_a_wrong_config(unit):
    from digest.errors import ConfigError
    from digest.mail.smtp import SmtpTransport

    assert unit["Type"] == "notify"
    assert seconds(unit["TimeoutStopSec"]) > SmtpTransport.dot_timeout
    assert seconds(unit["WatchdogSec"]) > SmtpTransport.dot_timeout
    assert unit["RestartPreventExitStatus"] == str(ConfigError.exit_code)


def test_the_commands_of_unit_and_image_exist(unit):
    from typer.testing import CliRunner

    from digest.cli import app

    (image,) = re.findall(r"(?m)^CMD \[(.+)\]$", DOCKERFILE)
    for words in (unit["ExecStart"].split()[1:], re.findall(r'"([^"]+)"', image)):
        known = CliRunner().invoke(app, [words[0], "--help"]).output
        assert all(option in known for option in words[1:] if option.startswith("--"))
        assert words[-1] == "json"

"""The command line: in this process where fast, as the installed program where that is the point."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = Path(sys.executable).with_name("digest")


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


@pytest.fixture
def digest(monkeypatch, capsys):
    """Run ``digest`` with these arguments in this process, through its real entry point."""
    from digest.cli import main

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["digest", *map(str, arguments)])
        capsys.readouterr()
        code = 0
        try:
            main()
        except SystemExit as stop:
            code = stop.code or 0
        out, err = capsys.readouterr()
        return Result(code, out, err)

    return run


@pytest.fixture
def program():
    """Start the installed ``digest``; ``env`` adds to the environment. What still runs at the end is killed."""
    started = []

    def start(*arguments, cwd, env=None):
        child = subprocess.Popen(
            [str(PROGRAM), *map(str, arguments)],
            cwd=cwd,
            env={**os.environ, "PYTHONWARNINGS": "", **(env or {})},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        started.append(child)
        return child

    yield start
    for child in started:
        if child.poll() is None:
            child.send_signal(signal.SIGKILL)
        child.communicate()


@pytest.fixture
def call(program):
    """Run the installed ``digest`` to its end."""

    def run(*arguments, cwd, env=None):
        child = program(*arguments, cwd=cwd, env=env)
        out, err = child.communicate(timeout=120)
        return Result(child.returncode, out, err)

    return run


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A folder as after a checkout: seeds and the shipped config.yaml; the working directory."""
    folder = tmp_path / "checkout"
    folder.mkdir()
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    shutil.copy2(ROOT / "config.yaml", folder)
    monkeypatch.chdir(folder)
    monkeypatch.delenv("DIGEST_CONFIG", raising=False)
    return folder


@pytest.fixture
def desk(office, monkeypatch):
    """The office as the working directory, on the real clock: its articles are old."""
    monkeypatch.chdir(office.folder)
    monkeypatch.delenv("DIGEST_CONFIG", raising=False)
    office.at("2024-01-02 09:00")
    return office


@pytest.fixture
def listing():
    """Every file below a folder with its bytes."""

    def of(folder):
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    return of

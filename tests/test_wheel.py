"""The wheel is complete: a fresh environment, an empty folder, and the whole job from there."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

import digest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """A fresh environment with the wheel; its dependencies are those of this one, behind it on the path."""
    folder = tmp_path_factory.mktemp("venv")
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*install, "--disable-pip-version-check", str(wheel)], check=True)
    (site,) = folder.glob("lib/python*/site-packages")
    # a .pth file named in a .pth file is not read: the checkout that this environment has installed stays out
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder / "bin"


@pytest.fixture
def run(installed, tmp_path):
    def call(program, *arguments):
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "DIGEST"))}
        return subprocess.run(
            [str(installed / program), *arguments],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )

    return call


def test_the_wheel_carries_templates_data_and_migrations(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    for path in sorted((ROOT / "templates").glob("*.j2")):
        assert f"digest/templates/{path.name}" in names
    tracked = [p for p in (ROOT / "digest").rglob("*") if p.is_file() and "__pycache__" not in p.parts]
    assert {p.relative_to(ROOT).as_posix() for p in tracked if p.suffix != ".pyc"} <= names


def test_the_wheel_carries_nothing_else(wheel):
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert tops == {"digest", f"directive_digest-{digest.__version__}.dist-info"}


def test_the_installed_package_is_the_wheels_own(run, installed):
    code = "import digest, digest.render.templating as t; print(digest.__file__); print(t.shipped_templates())"
    module, templates = run("python", "-c", code).stdout.splitlines()
    assert Path(module).is_relative_to(installed.parent)
    assert Path(templates).is_relative_to(installed.parent)
    assert run("digest", "--version").stdout == f"digest {digest.__version__}\n"


def test_from_an_empty_folder_to_the_first_mail(run, tmp_path):
    made = run("digest", "init")
    assert (made.returncode, made.stdout) == (0, "config.yaml\narticles/sample_article.txt\n")
    assert run("digest", "check").returncode == 0
    done = run("digest", "run-once")
    assert (done.returncode, done.stderr) == (0, "")
    assert "read: 1 new" in done.stdout
    assert len(list((tmp_path / "var/mail/new").iterdir())) == 1

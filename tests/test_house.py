"""The house rules that no linter knows."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from pydantic import BaseModel

from digest.cli import app
from digest.cli.export import COLUMNS
from digest.config.settings import Settings

ROOT = Path(__file__).parents[1]
MODULES = sorted(p for p in (ROOT / "digest").rglob("*.py") if "__pycache__" not in p.parts)
MAX_FILE, MAX_FUNCTION = 350, 40
NAMES = [path.relative_to(ROOT).as_posix() for path in MODULES]


def tracked():
    """Files of the project: those that git knows and those that it would take; without git, everything."""
    if shutil.which("git") and (ROOT / ".git").exists():
        listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        out = subprocess.run(listed, cwd=ROOT, capture_output=True, check=True).stdout.decode()
        return [ROOT / name for name in out.split("\0") if name and (ROOT / name).is_file()]
    skip = {".venv", "node_modules", "var", "dist", "build", "__pycache__", ".hypothesis"}
    return [p for p in ROOT.rglob("*") if p.is_file() and not skip & set(p.relative_to(ROOT).parts)]


def functions(name):
    """Function → its length in lines."""
    tree = ast.parse((ROOT / name).read_text(encoding="utf-8"))
    found = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return {f"{name}:{node.name}": node.end_lineno - node.lineno + 1 for node in found}


@pytest.mark.parametrize("name", NAMES)
def test_no_file_is_too_long(name):
    assert (ROOT / name).read_text(encoding="utf-8").count("\n") <= MAX_FILE


@pytest.mark.parametrize("name", NAMES)
def test_no_function_is_too_long(name):
    long = {place: length for place, length in functions(name).items() if length > MAX_FUNCTION}
    assert long == {}


def test_no_file_is_named_for_nothing_in_particular():
    bad = {"utils.py", "util.py", "base.py", "helpers.py", "misc.py", "common_utils.py"}
    assert not [name for name in NAMES if Path(name).name in bad]


def test_no_path_of_a_machine_stands_in_the_project():
    pattern = re.compile(rb"(?<![\w.])/(home|root|work)/")
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in tracked()
        for number, line in enumerate(path.read_bytes().splitlines(), 1)
        if pattern.search(line)
    ]
    assert found == []


def settings_keys(model=Settings):
    """Every key of config.yaml, as it is written there."""
    for name, field in model.model_fields.items():
        yield field.alias or name
        yield from (key for inner in models_in(field.annotation) for key in settings_keys(inner))


def models_in(annotation):
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from models_in(part)


def test_the_walk_finds_the_keys_of_every_section():
    keys = set(settings_keys())
    assert {"sources", "settle_seconds", "timezone", "keywords", "from", "ca_file", "selector"} <= keys


@pytest.mark.parametrize("command", sorted(c.name for c in app.registered_commands))
def test_the_readme_documents_every_command(command):
    assert re.search(rf"\bdigest {command}\b", readme())


@pytest.mark.parametrize("group", app.registered_groups, ids=lambda group: group.name)
def test_the_readme_documents_every_command_of_a_group(group):
    for command in group.typer_instance.registered_commands:
        name = command.name or command.callback.__name__
        assert re.search(rf"\bdigest {group.name} (?:\w+ · )*{name}\b", readme()), name


def test_the_readme_documents_every_column_of_an_export():
    for column in COLUMNS:
        assert f"`{column}`" in readme(), column


@pytest.mark.parametrize("key", sorted(set(settings_keys())))
def test_the_readme_documents_every_key_of_the_config(key):
    assert re.search(rf"`[^`\n]*\b{key}\b[^`\n]*`|^[\s#-]*{key}:", readme(), re.MULTILINE)


def readme():
    return (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_dependency_says_why_it_is_there():
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)["project"]
    wanted = [*project["dependencies"], *(d for group in project["optional-dependencies"].values() for d in group)]
    assert len(wanted) > 15
    for dependency in wanted:
        (line,) = [
            line
            for line in re.findall(r"^.*$", text.partition("[dependency-groups]")[0], re.MULTILINE)
            if f'"{dependency}"' in line
        ]
        assert re.search(r"# \w.{8,}", line), dependency


def test_ci_runs_the_tests_that_everybody_runs():
    script = ROOT / ".ci/run"
    assert re.search(r"^(exec )?make test$", script.read_text(encoding="utf-8"), re.MULTILINE)
    assert script.stat().st_mode & 0o111

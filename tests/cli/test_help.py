"""Every command explains itself, quickly, and ``python -m digest`` is the same program."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

import digest as package
from digest.cli import app

COMMANDS = sorted(command.name for command in app.registered_commands)
#: commands of a group, as they are typed
IN_GROUPS = sorted(
    f"{group.name} {command.name or command.callback.__name__}"
    for group in app.registered_groups
    for command in group.typer_instance.registered_commands
)
HEAVY = (
    *("sqlalchemy", "alembic", "yagmail", "jieba", "opencc", "pydantic", "apscheduler", "jinja2", "trafilatura"),
    *("numpy", "httpx", "css_inline", "babel", "ruamel", "lxml", "dkim", "pypinyin"),
    *("openpyxl", "icalendar"),
)


def test_the_commands_of_the_contract_are_there():
    assert {"run-once", "start", "extract", "preview", "check", "schedule", "status", "history", "explain"} <= set(
        COMMANDS
    )
    assert {"doctor", "send-test"} <= set(COMMANDS)
    assert {"directives list", "directives show", "directives export"} <= set(IN_GROUPS)


@pytest.mark.parametrize("command", [*COMMANDS, *IN_GROUPS])
def test_every_command_has_help_with_an_example(digest, command):
    done = digest(*command.split(), "--help")
    assert done.code == 0
    assert f"Example: digest {command}" in " ".join(done.out.split())
    options = [line for line in done.out.splitlines() if re.match(r"  (-\w, )?--", line)]
    for line in options:
        assert re.search(r"\s{2,}\S|^  \S+( [A-Z\[].*)?$", line), line


def test_help_lists_every_command_with_examples(digest):
    done = digest("--help")
    assert done.code == 0
    assert all(f"  {command} " in done.out for command in COMMANDS)
    assert "Examples: digest run-once" in done.out
    assert digest("-h").out == done.out


def test_without_a_command_the_help_is_shown(digest):
    done = digest()
    assert "Usage: digest" in done.out + done.err


@pytest.mark.parametrize(
    ("arguments", "allowed"),
    [
        (["--help"], []),
        (["--version"], []),
        (["run-once", "--help"], ["pydantic"]),  # Typer itself asks it about the types of options
        (["extract", "--help"], ["pydantic"]),
        (["explain", "--help"], ["pydantic"]),
        (["directives", "export", "--help"], ["pydantic"]),
    ],
)
def test_help_imports_nothing_heavy(arguments, allowed):
    code = (
        "import sys\n"
        f"sys.argv = {['digest', *arguments]!r}\n"
        "from digest.cli import main\n"
        "try:\n    main()\n"
        "except SystemExit:\n    pass\n"
        f"print(*sorted({set(HEAVY)!r} & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(done.stderr.split()) <= set(allowed)


def test_python_m_digest_is_digest(tmp_path, call):
    module = subprocess.run(
        [sys.executable, "-m", "digest", "--version"], capture_output=True, text=True, check=True, cwd=tmp_path
    )
    assert module.stdout == f"digest {package.__version__}\n"
    assert call("--version", cwd=tmp_path).out == module.stdout


def test_an_error_that_is_known_is_one_sentence_without_a_traceback(tmp_path, call):
    done = call("status", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("config.yaml: there is no such file")
    assert len(done.err.splitlines()) == 1

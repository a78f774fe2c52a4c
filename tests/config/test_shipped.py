"""The files at the top of the project: config.yaml, its schema and the template of ``digest init``."""

import json
import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML

from digest.config import load
from digest.config.schema import schema_text

TOP = Path(__file__).parents[2]
TEMPLATE = files("digest.data").joinpath("config.yaml").read_text(encoding="utf-8")
SHIPPED = (TOP / "config.yaml").read_text(encoding="utf-8")
SCHEMA = json.loads((TOP / "config.schema.json").read_text(encoding="utf-8"))


def plain(text):
    return YAML(typ="safe", pure=True).load(text)


def uncommented(text):
    """The template with its commented keys switched on."""
    return re.sub(r"(?m)^( *)# ?( *)([a-z_]+:( .*)?)$", r"\1\2\3", text)


def test_shipped_config_differs_from_the_template_only_in_its_folder():
    assert TEMPLATE.replace("folder: articles/", "folder: seeds/") == SHIPPED
    assert SHIPPED != TEMPLATE


def test_shipped_config_loads_and_reads_the_seeds():
    settings = load(TOP / "config.yaml", env={})
    assert settings.sources[0].folder == TOP / "seeds"
    assert settings.mail.transport == "maildir"


def test_schema_is_valid_and_current():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert (TOP / "config.schema.json").read_text(encoding="utf-8") == schema_text()


def test_shipped_config_validates_against_the_schema():
    jsonschema.validate(plain(SHIPPED), SCHEMA)


def keys(schema, definition):
    """Every key of the schema with its description, by walking $ref."""
    for name, value in definition.get("properties", {}).items():
        inner = [schema["$defs"][ref] for ref in re.findall(r"#/\$defs/(\w+)", json.dumps(value))]
        yield name, value.get("description") or inner[0]["description"]
        for part in inner:
            yield from keys(schema, part)


def test_every_key_has_a_description_and_stands_in_the_template():
    for name, description in keys(SCHEMA, SCHEMA):
        assert description, name
        assert re.search(rf"(?m)^[\s#-]*{name}:", TEMPLATE), name


def test_commented_keys_of_the_template_are_right_too(tmp_path):
    text = (
        uncommented(TEMPLATE).replace("      password_file: smtp-password.txt", "#").replace("    password_file:", "#")
    )
    assert "\n  smtp:\n" in text
    for name in ("ca.pem", "dkim.pem", "words.txt", "llm-key.txt", "smtp-oauth.json"):
        (tmp_path / name).write_text("PEM")
    (tmp_path / "terms.tsv").write_text("散煤\tloose coal\n", encoding="utf-8")
    (tmp_path / "config.yaml").write_text(text, encoding="utf-8")
    settings = load(tmp_path / "config.yaml", env={"SMTP_PASSWORD": "s", "DB_PASSWORD": "s", "DEEPL_KEY": "s"})
    assert settings.mail.smtp.port == 587
    assert settings.mail.dkim.selector == "digest"
    assert settings.subscriptions[0].keywords is not None
    assert list(settings.translation.engine_settings) == ["server", "deepl", "llm", "local"]
    jsonschema.validate(plain(text), SCHEMA)


@pytest.mark.parametrize(
    ("section", "value"),
    [
        ("sources", []),
        ("source", []),
        ("schedules", {"daily": {"at": 480}}),
        ("schedules", {"daily": {"at": "25:00"}}),
        ("subscriptions", [{"email": "a@example.com"}]),
        ("subscriptions", [{"email": "a@example.com", "schedule": "daily", "languages": ["fr"]}]),
        ("mail", {"transport": "maildir"}),
        ("mail", {"from": "a@example.com", "smtp": {"host": "h", "password": "hunter2"}}),
    ],
)
def test_schema_marks_common_mistakes_in_the_editor(section, value):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**plain(SHIPPED), section: value}, SCHEMA)


def test_module_writes_the_schema_beside_the_reader(tmp_path):
    subprocess.run([sys.executable, "-W", "error", "-m", "digest.config.schema"], cwd=tmp_path, check=True)
    assert (tmp_path / "config.schema.json").read_text(encoding="utf-8") == schema_text()

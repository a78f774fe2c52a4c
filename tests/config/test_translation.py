"""The section ``translation:``: engines in order, keys from the environment or a file, terms from a table."""

import contextlib

import pytest

from digest.config import Severity, load, problems
from digest.errors import ConfigError
from digest.translate.spec import Format, Kind, host_of, url_of

REST = """\
sources: [{folder: .}]
schedules: {daily: {at: "08:00"}}
subscriptions: [{email: a@example.com, schedule: daily}]
mail: {from: a@example.com}
"""
KEY = "0123-4567:fx"


@pytest.fixture
def told(tmp_path):
    """Settings of a file with this section; lines are indented below ``translation:``."""
    path = tmp_path / "config.yaml"

    def of(section, **env):
        path.write_text(REST + "translation:\n" + "".join(f"  {line}\n" for line in section.splitlines()), "utf-8")
        return load(path, env=env).translation

    of.path = path
    return of


def messages(told, section, **env):
    with contextlib.suppress(ConfigError):
        told(section, **env)
    return [problem.message for problem in problems(told.path, env=env) if problem.severity is Severity.ERROR]


def test_without_the_section_no_engine_is_asked(tmp_path):
    (tmp_path / "config.yaml").write_text(REST)
    settings = load(tmp_path / "config.yaml", env={})
    assert settings.translation.specs(tmp_path) == ()
    assert settings.translation.terms is None


def test_engines_are_asked_in_the_order_in_which_they_are_named(told, tmp_path):
    section = """\
engines: [llm, ct2, deepl]
engine_settings:
  deepl: {kind: deepl, key: "${DEEPL_KEY}"}
  llm: {kind: chat, model: "qwen3:8b", batch_size: 5, response_format: json_object}
  spare: {kind: libretranslate, timeout_seconds: 7}
"""
    llm, ct2, deepl = told(section, DEEPL_KEY=f" {KEY}\n").specs(tmp_path)
    assert (llm.kind, llm.model, llm.batch_size, llm.response_format) == (Kind.CHAT, "qwen3:8b", 5, Format.OBJECT)
    assert (llm.timeout_seconds, deepl.timeout_seconds) == (120, 30)
    assert (ct2.name, ct2.kind, ct2.state_dir) == ("ct2", Kind.CT2, tmp_path)
    assert (deepl.key, host_of(deepl), host_of(ct2)) == (KEY, "api-free.deepl.com", "")
    assert url_of(llm) == "http://127.0.0.1:11434/v1"


def test_the_built_in_engine_may_have_settings_of_its_own(told, tmp_path):
    section = "engines: [ct2]\nengine_settings: {ct2: {kind: ct2, folder: models/zh, threads: 2}}"
    (spec,) = told(section).specs(tmp_path)
    assert (spec.folder, spec.threads) == (tmp_path.resolve() / "models/zh", 2)


def test_a_key_is_read_from_a_file(told, tmp_path):
    (tmp_path / "key.txt").write_text(f"\ufeff{KEY}\r\n", encoding="utf-8")
    section = "engines: [deepl]\nengine_settings: {deepl: {kind: deepl, key_file: key.txt}}"
    (spec,) = told(section).specs(tmp_path)
    assert spec.key == KEY


def test_no_settings_show_a_key(told):
    settings = told('engine_settings: {deepl: {kind: deepl, key: "${K}"}}', K=KEY)
    assert KEY not in repr(settings) + str(settings) + settings.model_dump_json()


@pytest.mark.parametrize("key", ["two words", "line\nbreak", "钥匙", "\x1b[31m"])
def test_what_cannot_be_a_key_is_told_without_being_shown(told, tmp_path, key):
    (tmp_path / "key.txt").write_text(key, encoding="utf-8")
    by_name = messages(told, 'engines: [d]\nengine_settings: {d: {kind: deepl, key: "${K}"}}', K=key)
    in_file = messages(told, "engines: [d]\nengine_settings: {d: {kind: deepl, key_file: key.txt}}")
    assert by_name == ["translation.engine_settings.d.key: the environment variable K does not hold a key"]
    assert len(in_file) == 1
    assert in_file[0].endswith("key.txt does not hold one key on one line")


def test_terms_are_a_table(told, tmp_path):
    table = "\ufeff# ours\n散煤\tloose coal\n\n网格员 \t grid  worker\tsince 2020\n散煤\tloose coal\n"
    (tmp_path / "terms.tsv").write_text(table, encoding="utf-8")
    assert told("terms: terms.tsv").terms == (("散煤", "loose coal"), ("网格员", "grid worker"))


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("散煤 loose coal\n", "line 1: write the Chinese, a tab and the English"),
        ("散煤\tcoal\n\n散煤\tloose coal\n", "line 3: 散煤 stands there twice, with different English"),
        ("\tcoal\n", "line 1: write the Chinese, a tab and the English"),
    ],
)
def test_a_wrong_table_is_told_by_its_line(told, tmp_path, table, message):
    (tmp_path / "terms.tsv").write_text(table, encoding="utf-8")
    (found,) = messages(told, "terms: terms.tsv")
    assert found.endswith(message)


@pytest.mark.parametrize(
    ("zh", "message"),
    [("网格员", "cannot be read as UTF-8 text: save it as UTF-8"), ("散煤", "is the file saved as UTF-8?")],
)
def test_a_table_in_another_encoding_is_told(told, tmp_path, zh, message):
    """The bytes of 散煤 in GBK are UTF-8 by accident."""
    (tmp_path / "terms.tsv").write_bytes(f"{zh}\tloose coal\n".encode("gbk"))
    (found,) = messages(told, "terms: terms.tsv")
    assert found.endswith(message)


@pytest.mark.parametrize("url", ["http://10.0.0.7:5000", "https://t.example.com/api/", "http://[::1]:5000"])
def test_addresses_of_servers(told, tmp_path, url):
    section = f'engines: [s]\nengine_settings: {{s: {{kind: libretranslate, url: "{url}"}}}}'
    (spec,) = told(section).specs(tmp_path)
    assert spec.url == url.rstrip("/")


@pytest.mark.parametrize(
    "url", ["10.0.0.7:5000", "ftp://a.example.com", "http://", "http://a b", "http://a:port", "http://[::1"]
)
def test_what_is_no_address(told, url):
    (found,) = messages(told, f'engine_settings: {{s: {{kind: libretranslate, url: "{url}"}}}}')
    assert "write an address that begins with http:// or https://" in found

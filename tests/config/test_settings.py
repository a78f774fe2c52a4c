from datetime import time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings as hypothesis_settings, strategies as st
from pydantic import ValidationError

from digest.config import Mailbox, Severity, find, load, problems, read
from digest.config.values import read_days, read_time
from digest.errors import ConfigError
from digest.ingest import readers
from digest.model import Subscription

MINIMAL = """\
sources: [{folder: news/}]
schedules: {daily: {at: "08:00"}}
subscriptions: [{email: reader@example.com, schedule: daily}]
mail: {from: digest@example.com}
"""

FULL = """\
sources:
  - {folder: news, suffixes: [.TXT, .html], settle_seconds: 0.5, max_bytes: 1000, recursive: no}
  - folder: /srv/more
schedules:
  daily: {at: "18:30", days: mon-fri, timezone: Asia/Shanghai}
  每周: {at: "8：05", days: [sat, Sunday], timezone: Europe/London}
subscriptions:
  - {email: Reader@EXAMPLE.com, name: 读者, schedule: daily, languages: [en, zh-Hant], keywords: '大气 OR "禁燃"'}
  - {email: reader@例子.测试, schedule: 每周}
mail:
  from: '"摘要, 每日" <digest@example.com>'
  transport: smtp
  maildir: /srv/mail
  reply_to: office@example.com
  unsubscribe: leave@example.com
  list_name: 摘要
  smtp: {host: smtp.example.com, security: tls, username: "${SMTP_USER}", password: "${SMTP_PASSWORD}", ca_file: ca.pem}
  dkim: {domain: example.com, selector: s1, key_file: ca.pem}
digest: {title: 要闻, key_sentences: 3}
state: state/
database: "postgresql://digest:${DB_PASSWORD}@localhost/digest"
"""
ENV = {"SMTP_USER": "digest", "SMTP_PASSWORD": "hunter2", "DB_PASSWORD": "p@ss/word"}


@pytest.fixture
def config(tmp_path):
    def write(text):
        (tmp_path / "config.yaml").write_text(text, encoding="utf-8")
        return tmp_path / "config.yaml"

    return write


@pytest.fixture
def full(config, tmp_path):
    (tmp_path / "ca.pem").write_text("PEM")
    return load(config(FULL), env=ENV)


def test_minimal_file_gets_the_documented_defaults(config, tmp_path):
    settings = load(config(MINIMAL), env={})
    (source,) = settings.sources
    assert (source.folder, source.suffixes, source.settle_seconds) == (
        tmp_path / "news",
        readers.SUFFIXES,
        2,
    )
    assert (source.max_bytes, source.recursive) == (20_000_000, True)
    assert settings.schedules["daily"].timetable("daily").days == frozenset(range(7))
    assert settings.schedules["daily"].zone == ZoneInfo("Asia/Shanghai")
    assert settings.subscriptions[0].languages == ("zh-Hans", "en")
    assert (settings.mail.transport, settings.mail.maildir) == ("maildir", tmp_path / "var/mail")
    assert settings.mail.sender == Mailbox(name=None, address="digest@example.com")
    assert settings.digest.key_sentences == 5
    assert settings.state_dir == tmp_path / "var"
    assert settings.database_url == f"sqlite:///{tmp_path}/var/digest.db"
    assert settings.path == tmp_path / "config.yaml"


def test_sources_are_absolute_and_their_suffixes_in_lower_case(full, tmp_path):
    first, second = full.sources
    assert (first.folder, second.folder) == (tmp_path / "news", Path("/srv/more"))
    assert (first.suffixes, first.settle_seconds, first.recursive) == ((".txt", ".html"), 0.5, False)


def test_schedules_are_times_days_and_zones(full):
    daily, weekly = full.schedules["daily"], full.schedules["每周"]
    assert (daily.at, daily.days) == (time(18, 30), frozenset({0, 1, 2, 3, 4}))
    assert (weekly.at, weekly.days, weekly.timezone) == (time(8, 5), frozenset({5, 6}), "Europe/London")


def test_subscriptions_speak_the_words_of_the_project(full):
    first, second = (item.subscription() for item in full.subscriptions)
    assert first == Subscription(
        email="Reader@example.com",
        name="读者",
        schedule="daily",
        languages=("en", "zh-Hant"),
        keywords='大气 OR "禁燃"',
    )
    assert second.email == "reader@xn--fsqu00a.xn--0zwm56d"


def test_mail_account_takes_its_secrets_from_the_environment(full):
    smtp = full.mail.smtp
    assert (smtp.username, smtp.secret(), smtp.effective_port) == ("digest", "hunter2", 465)
    assert full.mail.sender == Mailbox(name="摘要, 每日", address="digest@example.com")
    assert full.mail.dkim.key_file.read_text() == "PEM"


def test_secret_inside_a_database_url_is_quoted_and_the_driver_is_named(full):
    assert full.database_url == "postgresql+psycopg://digest:p%40ss%2Fword@localhost/digest"


def test_database_may_be_a_variable_as_a_whole(config):
    url = "postgres://digest:p%40ss@localhost/digest"
    settings = load(config(MINIMAL + 'database: "${DATABASE_URL}"\n'), env={"DATABASE_URL": url})
    assert settings.database_url == "postgresql+psycopg://digest:p%40ss@localhost/digest"


def test_sqlite_path_is_relative_to_the_file(config, tmp_path):
    settings = load(config(MINIMAL + "database: sqlite:///data/digest.db\n"), env={})
    assert settings.database_url == f"sqlite:///{tmp_path}/data/digest.db"


@pytest.mark.parametrize("show", [repr, str, lambda s: str(s.model_dump()), lambda s: s.model_dump_json()])
def test_secrets_never_show(full, show):
    assert "hunter2" not in show(full)
    assert "p%40ss" not in show(full)


def test_settings_are_frozen(full):
    with pytest.raises(ValidationError, match="frozen"):
        full.state = Path("/elsewhere")


def test_password_file_is_read_without_its_line_end(config, tmp_path):
    (tmp_path / "secret.txt").write_text("hunter2 \r\n")
    text = MINIMAL.replace(
        "digest@example.com",
        "digest@example.com, smtp: {host: h.example.com, username: d, password_file: secret.txt}",
    )
    settings = load(config(text), env={})
    assert settings.mail.smtp.secret() == "hunter2 "
    assert "hunter2" not in repr(settings)


@pytest.mark.parametrize(("content", "message"), [(b"\n", "is empty"), (b"\xff\xfe", "it is not UTF-8 text")])
def test_unusable_password_file_is_an_error_at_its_line(config, tmp_path, content, message):
    (tmp_path / "secret.txt").write_bytes(content)
    smtp = "mail:\n  from: d@example.com\n  smtp: {host: h, username: d, password_file: secret.txt}\n"
    (problem,) = problems(config(MINIMAL.replace("mail: {from: digest@example.com}\n", smtp)), env={})[-1:]
    assert problem.line == 6
    assert message in problem.message


def test_file_may_begin_with_a_byte_order_mark(config):
    assert load(config("\ufeff" + MINIMAL), env={}).sources


def test_file_in_another_encoding_is_told_so(tmp_path):
    path = tmp_path / "config.yaml"
    path.write_bytes(MINIMAL.replace("news/", "新闻").encode("gb18030"))
    with pytest.raises(ConfigError, match="not UTF-8"):
        load(path, env={})


def test_control_character_is_told_as_a_problem(config):
    (problem,) = problems(config(MINIMAL + "digest: {title: a\x00b}\n"), env={})
    assert "special characters are not allowed" in problem.message


def test_hopelessly_nested_file_is_a_problem_not_a_crash(config):
    assert [p.message for p in problems(config("a: " + "[" * 5000), env={})] == ["nested too deeply"]


def test_missing_file_says_how_to_make_one(tmp_path):
    with pytest.raises(ConfigError, match=r"config.yaml: there is no such file: `digest init`"):
        load(tmp_path / "config.yaml", env={})


def test_folder_in_place_of_the_file_is_told(tmp_path):
    with pytest.raises(ConfigError, match="cannot be read"):
        load(tmp_path, env={})


def test_missing_source_folder_is_only_a_warning(config):
    settings, (problem,) = read(config(MINIMAL), env={})
    assert settings is not None
    assert (problem.line, problem.column, problem.severity) == (1, 20, Severity.WARNING)


@pytest.mark.parametrize(
    ("explicit", "env", "expected"),
    [
        (Path("a.yaml"), {"DIGEST_CONFIG": "b.yaml"}, "a.yaml"),
        (None, {"DIGEST_CONFIG": "b.yaml"}, "b.yaml"),
        (None, {"DIGEST_CONFIG": ""}, "config.yaml"),
        (None, {}, "config.yaml"),
    ],
)
def test_file_is_the_named_one_then_the_variable_then_the_current_folder(explicit, env, expected):
    assert find(explicit, env=env) == Path(expected)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("mon-fri", {0, 1, 2, 3, 4}),
        ("fri - mon", {4, 5, 6, 0}),
        ("Mon, Wednesday,fri", {0, 2, 4}),
        ("daily", set(range(7))),
        ("every day", set(range(7))),
        ("tue–thu, sun", {1, 2, 3, 6}),
        (["mon", "thurs-fri"], {0, 3, 4}),
        ("weekdays", {0, 1, 2, 3, 4}),
    ],
)
def test_days_are_read_as_people_write_them(text, days):
    assert read_days(text) == days


@given(st.times())
def test_every_minute_of_the_day_can_be_written(moment):
    assert read_time(f"{moment:%H:%M}") == moment.replace(second=0, microsecond=0, fold=0)


@hypothesis_settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet="sources:mail{}[]\"'&*a1-, \n\t#|>%?!${}：", max_size=60))
def test_any_text_is_settings_or_problems_never_a_crash(text, tmp_path_factory):
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_text(text, encoding="utf-8")
    settings, found = read(path, env={})
    assert settings is not None or any(problem.severity is Severity.ERROR for problem in found)


WORDS = MINIMAL + "digest: {words: words.txt}\n"


def test_words_come_from_a_file_and_a_dictionary_of_jieba_will_do(config, tmp_path):
    (tmp_path / "words.txt").write_text("# 本县的名称\n河长制办 3 n\n\n“五长”联动  # 活动\n河长制办\n", "utf-8-sig")
    assert load(config(WORDS), env={}).digest.words == ("河长制办", "“五长”联动")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("河长制办\n甲 3 n\n".encode(), "words.txt, line 2: 甲 is one character"),
        ("河长制办\n".encode("gbk"), "words.txt cannot be read as UTF-8 text"),
    ],
)
def test_a_file_of_words_is_refused_with_its_line(config, tmp_path, text, told):
    (tmp_path / "words.txt").write_bytes(text)
    with pytest.raises(ConfigError, match=r"digest\.words: ") as caught:
        load(config(WORDS), env={})
    assert told in str(caught.value)

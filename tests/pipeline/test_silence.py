"""Why there was mail or none: in the store, in a letter to the operator, in figures; and a config edited meanwhile."""

from __future__ import annotations

import email
import email.policy
import os
import re

import pytest
import tiny_model
from office import SCHOOL, WATER

from digest.errors import ConfigError, EngineUnavailable, RenderError, StoreError
from digest.pipeline import Live, live, make_engines, make_sender, make_transport, metrics
from digest.pipeline.operator import fate, write_to_operator
from digest.store import facts, occasions
from digest.translate import ct2, packages


@pytest.fixture
def morning(office):
    """The program knows the schedule since yesterday; it is 08:00."""
    office.at("2026-11-23 09:00")
    office.tick()
    office.at("2026-11-24 08:00")
    return office


def newest(office):
    with office.store.read() as conn:
        (occasion,) = occasions.newest(conn, 1)
        return fate(conn, occasion), occasion


# Reasons


def test_an_edition_that_was_sent(morning):
    morning.write("a.txt", WATER)
    morning.tick()
    word, occasion = newest(morning)
    assert (word, occasion.reason, occasion.silent) == ("sent", "1 read, 1 stories for 1 readers", ())
    assert occasion.edition_id == morning.history()[0].id


def test_no_new_article(morning):
    morning.tick()
    word, occasion = newest(morning)
    assert (word, occasion.reason) == ("empty", "nothing new: 0 read")


def test_articles_that_match_nobody(morning):
    morning.readers({"email": "a@example.com", "keywords": "航天"}, {"email": "b@example.com", "keywords": "潜艇"})
    morning.write("a.txt", WATER)
    morning.write("b.txt", SCHOOL)
    morning.tick()
    word, occasion = newest(morning)
    assert (word, occasion.reason) == ("unmatched", "nothing new: 2 read, 0 matched")
    assert occasion.silent == ("a@example.com", "b@example.com")


def test_a_reader_without_a_match_is_named(morning):
    morning.readers({"email": "a@example.com", "keywords": "航天"}, {"email": "b@example.com", "keywords": "供水"})
    morning.write("a.txt", WATER)
    morning.tick()
    word, occasion = newest(morning)
    assert (word, occasion.silent) == ("sent", ("a@example.com",))
    assert occasion.reason == "1 read, 1 stories for 1 readers, 1 without a match"


def test_a_schedule_without_readers(morning):
    morning.save(subscriptions=[])
    morning.write("a.txt", WATER)
    morning.tick()
    assert (newest(morning)[0], newest(morning)[1].reason) == ("nobody", "1 read, nobody subscribes")


def test_a_run_by_hand_says_that_there_was_nothing(office):
    office.run()
    word, occasion = newest(office)
    assert (word, occasion.slot) == ("empty", "daily:2026-11-23T09:00:00+0800")


def test_a_schedule_whose_edition_fails_stops_neither_the_others_nor_the_mail(office, monkeypatch, caplog):
    from digest.pipeline import build as module

    office.save(schedules={"bad": {"at": "08:00"}, "good": {"at": "08:00"}})
    office.readers(*({"email": "a@example.com", "schedule": name} for name in ("bad", "good")))
    office.at("2026-11-23 09:00")
    office.tick()
    office.at("2026-11-24 08:00")
    office.write("a.txt", WATER)
    render = module.render

    def broken(edition, **options):
        if edition.schedule == "bad":
            raise RenderError("line 3 is wrong", subject="edition.html.j2")
        return render(edition, **options)

    with monkeypatch.context() as patch:
        patch.setattr(module, "render", broken)
        for _ in range(3):
            assert len(office.tick().built) <= 1
            office.later(minutes=1)
    assert len(office.mails()) == 1
    assert caplog.text.count("edition.html.j2: line 3 is wrong") == 1
    with office.store.read() as conn:
        found = {o.schedule: (fate(conn, o), o.reason) for o in occasions.newest(conn, 10)}
    assert found["bad"] == ("failed", "edition.html.j2: line 3 is wrong")
    assert found["good"][0] == "sent"
    assert [b.edition.schedule for b in office.tick().built] == ["bad"]
    with office.store.read() as conn:
        assert {o.schedule: fate(conn, o) for o in occasions.newest(conn, 10)} == {"bad": "sent", "good": "sent"}


# Letters to the operator


@pytest.fixture
def watched(morning):
    morning.save(operation={"operator": "ops@example.com"})
    return morning


def write(office):
    settings = office.settings
    return write_to_operator(office.store, settings, make_sender(settings), make_transport(settings), office.clock())


def letters(office):
    found = [email.message_from_bytes(p.read_bytes(), policy=email.policy.default) for p in office.mails()]
    return [message for message in found if message["To"] == "ops@example.com"]


def test_silence_is_told_once_and_says_why(watched):
    watched.tick()
    assert (write(watched), write(watched)) == (True, False)
    (letter,) = letters(watched)
    assert letter["Subject"] == "digest: daily, due 2026-11-24 08:00: empty (nothing new: 0 read)"
    assert letter["List-Unsubscribe"] is None
    assert str(watched.config) in letter.get_body(("plain",)).get_content()


def test_an_edition_that_arrived_needs_no_letter_unless_always_is_wanted(watched):
    watched.write("a.txt", WATER)
    watched.tick()
    assert not write(watched)
    watched.save(operation={"operator": "ops@example.com", "letters": "always"})
    watched.at("2026-11-25 08:00")
    watched.write("b.txt", SCHOOL)
    watched.tick()
    assert write(watched)
    assert "sent (1 read" in letters(watched)[0]["Subject"]


def test_mail_on_its_way_is_waited_for(watched):
    watched.save(operation={"operator": "ops@example.com", "letters": "always"})
    watched.write("a.txt", WATER)
    watched.run(send=False)
    assert not write(watched)
    watched.deliver()
    assert write(watched)


@pytest.mark.parametrize("operation", [{}, {"operator": "ops@example.com", "letters": "never"}])
def test_without_an_operator_nobody_is_written_to_later_either(morning, operation):
    morning.save(operation=operation)
    morning.tick()
    assert not write(morning)
    morning.save(operation={"operator": "ops@example.com"})
    assert not write(morning)


# Figures


def test_figures_are_what_the_exposition_format_wants_and_appear_whole(morning, tmp_path):
    morning.write("a.txt", WATER)
    morning.tick()
    morning.at("2026-11-25 08:02")
    text = metrics.text(morning.store, morning.settings, morning.clock())
    values = dict(re.findall(r"(?m)^([a-z_]+(?:\{[a-z_]+=\"[^\"]*\"\})?) (\S+)$", text))
    assert len(values) == sum(not line.startswith("#") for line in text.splitlines())
    assert values["digest_articles"] == values['digest_deliveries{state="sent"}'] == "1"
    assert values['digest_lag_seconds{schedule="daily"}'] == "120"
    assert float(values["digest_last_run_timestamp_seconds"]) == morning.clock().timestamp()
    names = re.findall(r"(?m)^# TYPE (\S+) gauge$", text)
    assert names == re.findall(r"(?m)^# HELP (\S+) ", text)
    path = tmp_path / "made" / "digest.prom"
    metrics.write(path, text)
    metrics.write(path, text)
    assert [p.name for p in path.parent.iterdir()] == ["digest.prom"]
    assert path.stat().st_mode & 0o777 == 0o644


def test_figures_that_cannot_be_written_are_an_error_with_a_path(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match=r"file/digest\.prom"):
        metrics.write(tmp_path / "file" / "digest.prom", "")


# A config edited while the daemon runs


@pytest.fixture
def running(morning):
    morning.readers(*(f"r{n}@example.com" for n in range(5)))
    return morning, Live(morning.config, lambda _settings: (), env=morning.env)


def look(office, daemon):
    """One minute: what holds editions back."""
    daemon.refresh(office.clock())
    return daemon.settle(office.store, office.clock())


def edit(office, age=60.0, **parts):
    office.save(**parts)
    stamp = office.now.timestamp() - age
    os.utime(office.config, (stamp, stamp))


def readers(count):
    return [{"email": f"r{n}@example.com", "schedule": "daily"} for n in range(count)]


def test_an_edited_config_is_taken_over(running):
    office, daemon = running
    assert look(office, daemon) is None
    edit(office, schedules={"daily": {"at": "09:30"}})
    assert look(office, daemon) is None
    assert (f"{daemon.settings.schedules['daily'].at:%H:%M}", daemon.fault) == ("09:30", None)


def test_a_file_that_is_being_written_waits(running):
    office, daemon = running
    look(office, daemon)
    edit(office, age=1.0, schedules={"daily": {"at": "09:30"}})
    look(office, daemon)
    assert f"{daemon.settings.schedules['daily'].at:%H:%M}" == "08:00"
    office.later(minutes=1)
    look(office, daemon)
    assert f"{daemon.settings.schedules['daily'].at:%H:%M}" == "09:30"


def test_a_wrong_config_leaves_the_last_good_one_at_work_and_is_told_once(running, caplog):
    office, daemon = running
    look(office, daemon)
    edit(office, schedules={"daily": {"at": "25:00"}})
    for _ in range(3):
        assert look(office, daemon) is None
    assert "25:00 is not a time of day" in daemon.fault
    assert caplog.text.count("the last good configuration is kept") == 1
    assert len(daemon.settings.subscriptions) == 5
    edit(office, age=50.0, schedules={"daily": {"at": "08:00"}})
    look(office, daemon)
    assert daemon.fault is None


def test_a_config_that_is_gone_is_told(running):
    office, daemon = running
    look(office, daemon)
    office.config.unlink()
    look(office, daemon)
    assert "is gone" in daemon.fault


def test_a_config_that_was_moved_away_and_back_is_good_again(running):
    office, daemon = running
    look(office, daemon)
    away = office.config.rename(office.config.with_name("away.yaml"))
    look(office, daemon)
    away.rename(office.config)
    office.later(minutes=1)
    look(office, daemon)
    assert daemon.fault is None


@pytest.mark.parametrize(("count", "taken"), [(0, False), (1, False), (2, False), (3, True), (4, True), (9, True)])
def test_a_list_of_readers_that_is_empty_or_more_than_halved_needs_a_word(running, count, taken):
    office, daemon = running
    look(office, daemon)
    edit(office, subscriptions=readers(count))
    assert look(office, daemon) is None
    assert (len(daemon.settings.subscriptions) == count) is taken
    assert (daemon.fault is None) is taken
    if not taken:
        assert "digest check --accept" in daemon.fault
        with office.store.transaction() as conn:
            live.accept(conn, office.settings, office.clock())
        look(office, daemon)
        assert (len(daemon.settings.subscriptions), daemon.fault) == (count, None)


def test_a_daemon_that_starts_with_a_list_in_doubt_makes_no_edition_and_loses_none(running):
    office, daemon = running
    look(office, daemon)
    edit(office, subscriptions=[])
    second = Live(office.config, lambda _settings: (), env=office.env)
    hold = look(office, second)
    assert hold.startswith("no readers where there were 5")
    office.write("a.txt", WATER)
    assert office.tick(hold=hold).built == ()
    assert (newest(office)[0], newest(office)[1].reason) == ("held", hold)
    edit(office, age=50.0, subscriptions=readers(5))
    assert look(office, second) is None
    assert len(office.tick().built) == 1
    assert newest(office)[0] == "sent"


def test_a_model_that_is_installed_later_is_taken_up_without_a_restart(morning, tmp_path):
    made = tiny_model.package(tmp_path / "tiny.argosmodel")
    state = morning.settings.state_dir
    morning.save(translation={"engines": ["ct2"]})
    daemon = Live(morning.config, make_engines, env=morning.env)
    with pytest.raises(EngineUnavailable, match="no model is installed"):
        daemon.engines[0].translate(["要快。"], terms={}, context="directive")
    packages.install(made, state_dir=state, pair="zh-en", prove=ct2.load)
    look(morning, daemon)
    (engine,) = daemon.engines
    assert engine.translate(["要快。"], terms={}, context="directive")[0].text
    look(morning, daemon)
    assert daemon.engines[0] is engine  # nothing changed: the loaded model stays


def test_a_wrong_config_at_the_start_is_an_error(office):
    office.save(schedules={})
    with pytest.raises(ConfigError):
        Live(office.config, lambda _settings: (), env=office.env)


def test_a_fact_is_the_last_that_was_written(office):
    with office.store.transaction() as conn:
        assert facts.get(conn, "daemon") is None
        facts.put(conn, "daemon", {"pid": 1}, office.clock())
        office.later(minutes=1)
        facts.put(conn, "daemon", {"pid": 2, "理由": "无"}, office.clock())
        assert facts.get(conn, "daemon") == facts.Fact(value={"pid": 2, "理由": "无"}, at=office.clock())

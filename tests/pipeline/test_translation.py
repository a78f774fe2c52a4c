"""Engines in the real job: folder, store, chain, gate, mail. The engine is scripted, all else is real."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from engine_rig import LibreServer
from office import SCHOOL, WATER
from scripted_engine import SOUND, Scripted

from digest.cli.tm import _put
from digest.pipeline import Watch, by_hand, make_sender
from digest.store import Store, translations
from digest.store.translations import Wanted
from digest.translate import State

ROOT = Path(__file__).parents[2]
AGAIN = WATER.replace("11月19日", "11月20日").replace("11-20", "11-21") + "会议要求，市审计局要加强资金监管。\n"


def sensible(text):
    """English that passes the gate for the articles of the office; none for what is hard."""
    return {
        "市水务局要在12月20日前完成三十公里老旧管网更换": "The water bureau must replace 30 km of old pipes by December 20",
        "严禁采购来源不明的食材": "Buying food of unknown origin is banned",
        "县教育局要于本月底前对全部学校食堂开展一轮拉网式检查": "The education bureau must check all canteens this month",
    }.get(text, SOUND)


def test_the_mail_shows_what_the_engine_says_and_the_footer_who_said_it(office):
    office.engines = [Scripted(sensible, name="deepl")]
    office.write("water.txt", WATER)
    (built,) = office.run().built
    text = built.renditions[0].text
    assert "The water bureau must replace 30 km of old pipes by December 20" in text
    assert "English of 2 directives: 2 by deepl. The Chinese original prevails." in " ".join(text.split())
    assert "2 条要求的英文：deepl 翻译 2 条。以中文原文为准。" in text


def test_the_footer_is_in_traditional_characters_too(office):
    office.engines = [Scripted(sensible, name="deepl")]
    office.readers({"email": "a@example.com", "languages": ["zh-Hant", "en"]})
    office.write("water.txt", WATER)
    (built,) = office.run().built
    assert "2 條要求的英文：deepl 翻譯 2 條。以中文原文為準。" in built.renditions[0].text


def test_the_next_edition_asks_only_what_is_new(office):
    engine = Scripted(sensible)
    office.engines = [engine]
    office.write("water.txt", WATER)
    office.run()
    asked = set(engine.asked)
    office.later(hours=20)  # what was refused is not asked again within a day
    office.write("again.txt", AGAIN)
    engine.calls.clear()
    done = office.run()
    assert done.built
    assert "市审计局要加强资金监管" in engine.asked
    assert not asked & set(engine.asked)


def test_an_engine_that_fails_is_told_and_stops_no_mail(office):
    down, good = Scripted(name="deepl"), Scripted(sensible, name="local")
    down.down = "the characters of this account are used up (456)"
    office.engines = [down, good]
    office.write("water.txt", WATER)
    done = office.run()
    (built,) = done.built
    told = " ".join(built.renditions[0].text.split())
    assert "The translation engine deepl failed: the characters of this account are used up (456)." in told
    assert "翻译引擎 deepl 未能工作" in told
    assert "2 by local" in told
    assert done.report.sent == 1
    assert done.translations.failures == (("deepl", down.down),)
    assert len(down.calls) == 1


def test_without_any_engine_the_rules_stand_and_nothing_is_said_of_engines(office):
    office.write("water.txt", WATER)
    (built,) = office.run().built
    assert "No translation engine is configured" in built.renditions[0].text


def test_what_the_gate_refuses_is_not_in_the_mail_and_is_counted(office):
    office.engines = [Scripted(lambda text: "Everything must be done at once and in full", name="wild")]
    office.write("school.txt", SCHOOL)
    done = office.run()
    (built,) = done.built
    told = " ".join(built.renditions[0].text.split())
    banned = next(line for line in built.renditions[0].text.splitlines() if "严禁采购" in line)
    assert "Everything must be done" not in banned
    refused = sum(n for _, n in done.translations.engines[0].refused)
    assert refused >= 1
    assert f"{refused} translation" in told


def test_nothing_is_asked_when_nobody_reads_english(office):
    office.engines = [Scripted()]
    office.readers({"email": "a@example.com", "languages": ["zh-Hans"]})
    office.write("water.txt", WATER)
    assert office.run().built
    assert office.engines[0].calls == []


def test_only_the_stories_that_somebody_reads_in_english_are_asked(office):
    office.engines = [Scripted(sensible)]
    office.readers(
        {"email": "a@example.com", "keywords": "管网"},
        {"email": "b@example.com", "languages": ["zh-Hans"], "keywords": "食堂"},
    )
    office.write("water.txt", WATER)
    office.write("school.txt", SCHOOL)
    assert len(office.run().built[0].renditions) == 2
    assert not [text for text in office.engines[0].asked if "食" in text]


def test_the_budget_is_that_of_the_run(office):
    office.save(translation={"max_chars_per_run": 60})
    office.engines = [Scripted(sensible, name="deepl", paid=True)]
    office.write("water.txt", WATER)
    done = office.run()
    report = done.translations
    assert report.engines[0].characters <= 60
    assert report.over_budget > 0
    assert "one run may give them 60 characters" in " ".join(done.built[0].renditions[0].text.split())


def test_a_correction_shows_at_once_and_the_footer_counts_it(office):
    office.engines = [Scripted(sensible, name="deepl")]
    zh, en = "市财政局要保障改造资金及时拨付到位", "The finance bureau must pay in time"
    chain = office.chain()
    chain.translate([zh], context="directive")
    with office.store.transaction() as conn:
        assert _put(conn, [(zh, en)]) == 0
    (result,) = office.chain().translate([zh], context="directive")
    assert (result.text, result.state) == (en, State.HUMAN)
    office.write("water.txt", WATER)
    (built,) = office.run().built
    assert en in built.renditions[0].text
    assert "1 by deepl, 1 by a person" in " ".join(built.renditions[0].text.split())


KILLED = """
import os, sys
sys.path.insert(0, "tests")
from datetime import UTC, datetime
from scripted_engine import Scripted
from digest.pipeline.translation import StoredMemory
from digest.store import Store
from digest.translate.chain import Chain
from digest.translate.officialese import Officialese

url, log, calls = sys.argv[1:]

class Paid(Scripted):
    def translate(self, texts, *, terms, context):
        if len(self.calls) == int(calls):
            os.kill(os.getpid(), 9)
        with open(log, "a", encoding="utf-8") as file:
            file.write("".join(f"{text}\\n" for text in texts))
        return super().translate(texts, terms=terms, context=context)

now = datetime(2026, 11, 23, tzinfo=UTC)
texts = [f"{a}隐患排查{b}" for a in "加改优推深严抓补防建" for b in ("整治", "工作", "机制", "台账", "清单", "体系")]
with Store.open(url) as store:
    chain = Chain([Paid(paid=True)], StoredMemory(store=store, now=now), rules=Officialese(), now=now)
    results = chain.translate(texts, context="directive")
    assert {result.engine for result in results} == {"scripted"}
"""


def test_a_crash_between_batches_never_pays_twice(tmp_path):
    url, log = f"sqlite:///{tmp_path}/digest.db", tmp_path / "paid.txt"
    for calls in ("2", "0", "9"):
        done = subprocess.run([sys.executable, "-c", KILLED, url, str(log), calls], cwd=ROOT, timeout=120, check=False)
        assert done.returncode == (0 if calls == "9" else -9)
    paid = log.read_text("utf-8").splitlines()
    assert len(paid) == len(set(paid)) == 60


def test_a_dry_run_pays_for_nothing_and_leaves_nothing(office):
    office.engines = [Scripted(name="deepl", paid=True), Scripted(name="local")]
    office.write("water.txt", WATER)
    office.run()
    office.later(days=1)
    office.write("school.txt", SCHOOL)
    before = as_rows(office)
    paid = len(office.engines[0].calls)
    with Store.scratch(office.settings.database_url) as copy:
        done = by_hand(
            copy,
            office.settings,
            ["daily"],
            office.clock,
            sender=make_sender(office.settings),
            engines=office.engines,
            transport=None,
            watch=Watch(),
        )
    assert done.translations.over_budget > 0
    assert len(office.engines[0].calls) == paid
    assert office.engines[1].calls
    assert as_rows(office) == before


def as_rows(office):
    with office.store.read() as conn:
        return translations.search(conn, Wanted())


def test_run_once_exits_3_when_an_engine_fails_and_status_says_why(office):
    office.write("water.txt", WATER)
    program = [sys.executable, "-m", "digest"]
    with LibreServer(key="right") as server:
        mine = {"kind": "libretranslate", "url": server.url, "timeout_seconds": 5}
        office.save(translation={"engines": ["mine"], "engine_settings": {"mine": mine}})
        done = run(*program, "run-once", "-c", office.config)
    assert (done.returncode, "mail: 1 sent" in done.stdout) == (3, True)
    assert "mine failed: " in done.stderr
    (engine,) = json.loads(run(*program, "status", "--json", "-c", office.config).stdout)["translation"]["engines"]
    assert engine["name"] == "mine"
    assert f"{engine['failure']}\n" in done.stderr


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=120, check=False)

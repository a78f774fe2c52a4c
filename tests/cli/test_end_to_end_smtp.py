"""From the seeds to the inbox over SMTP with STARTTLS and a login, by the installed program."""

from __future__ import annotations

import email
import email.policy
import json
import random
import signal
import time
from collections import Counter

import pytest
from office import PASSWORD, Office
from smtp_rig import Certificates

READERS = {
    "hans@example.com": ["zh-Hans"],
    "both@example.com": ["zh-Hans", "en"],
    "hant@example.com": ["en", "zh-Hant"],
}
SECRET = {"SMTP_PASSWORD": PASSWORD}


@pytest.fixture
def bureau(project, smtp_server, certificates):
    """Three readers of the seeds, each in other languages; the server's authority is trusted."""
    (project / "office").mkdir()
    office = Office(project / "office")
    office.save(sources=[{"folder": "../seeds"}])
    office.readers(*({"email": address, "languages": languages} for address, languages in READERS.items()))
    office.smtp(smtp_server, certificates.ca_file)
    yield office
    office.close()


def parsed(accepted):
    return email.message_from_bytes(accepted.raw, policy=email.policy.default)


def test_each_reader_gets_one_mail_in_their_languages_and_a_second_run_sends_none(bureau, call, smtp_server):
    first = call("run-once", "--json", cwd=bureau.folder, env=SECRET)
    assert (first.code, json.loads(first.out)["mail"]["sent"]) == (0, 3)
    assert Counter(a.rcpt for a in smtp_server.accepted) == dict.fromkeys(READERS, 1)
    for accepted in smtp_server.accepted:
        message = parsed(accepted)
        assert (accepted.tls, accepted.user, accepted.mail_from) == (True, "login-name", "digest@example.org")
        assert [a.addr_spec for a in message["To"].addresses] == [accepted.rcpt]
        assert (message["Cc"], message["Bcc"]) == (None, None)
        whole = (
            accepted.raw + "".join(part.get_content() for part in message.walk() if not part.is_multipart()).encode()
        )
        for other in READERS.keys() - {accepted.rcpt}:
            assert other.encode() not in whole
        assert PASSWORD.encode() not in whole
    text = {a.rcpt: parsed(a).get_body(("plain",)).get_content() for a in smtp_server.accepted}
    assert ("消防" in text["hans@example.com"], "You receive" in text["hans@example.com"]) == (True, False)
    assert ("消防" in text["both@example.com"], "You receive" in text["both@example.com"]) == (True, True)
    assert ("應急管理局" in text["hant@example.com"], "应急管理局" in text["hant@example.com"]) == (True, False)
    assert len({parsed(a)["Message-ID"] for a in smtp_server.accepted}) == 3
    assert "correct horse" not in first.out + first.err

    second = call("run-once", cwd=bureau.folder, env=SECRET)
    assert (second.code, second.err, len(smtp_server.accepted)) == (0, "", 3)
    assert "nothing new" in second.out


def test_an_untrusted_certificate_sends_nothing_and_a_later_run_delivers(
    bureau, digest, smtp_server, certificates, monkeypatch
):
    monkeypatch.chdir(bureau.folder)
    monkeypatch.setenv("SMTP_PASSWORD", PASSWORD)
    bureau.smtp(smtp_server, Certificates(bureau.folder, "strangers").ca_file)
    refused = digest("run-once")
    assert refused.code == 4
    assert "nothing could be sent" in refused.err
    assert "certificate" in refused.err
    assert (smtp_server.logins, smtp_server.senders, smtp_server.accepted) == ([], [], [])
    assert bureau.counts() == {"queued": 3}

    bureau.smtp(smtp_server, certificates.ca_file)
    delivered = digest("run-once")
    assert delivered.code == 0
    assert "nothing new: no edition made\nmail: 3 sent" in delivered.out
    assert Counter(a.rcpt for a in smtp_server.accepted) == dict.fromkeys(READERS, 1)


def test_without_the_password_in_the_environment_nothing_is_begun(bureau, call, smtp_server):
    done = call("run-once", cwd=bureau.folder, env={"SMTP_PASSWORD": ""})
    assert done.code == 2
    assert "the environment variable SMTP_PASSWORD is not set" in done.err
    assert smtp_server.connections == 0
    assert not (bureau.folder / "var").exists()


@pytest.mark.slow
def test_kill_9_in_the_middle_of_deliveries_makes_no_duplicate_and_loses_nothing(bureau, program, call, smtp_server):
    kills, luck = 20, random.Random(20261122)
    addresses = [f"reader{number:03}@example.com" for number in range(100)]
    bureau.readers(*addresses)
    smtp_server.slow_dot(0.03)  # so that many kills fall between the dot and its answer
    killed = 0
    while killed < kills:
        before = len(smtp_server.senders)
        child = program("run-once", cwd=bureau.folder, env=SECRET)
        goal = before + luck.randint(1, 3)
        deadline = time.monotonic() + 60
        while len(smtp_server.senders) < goal and child.poll() is None and time.monotonic() < deadline:
            time.sleep(0.001)
        time.sleep(luck.uniform(0, 0.06))
        assert child.poll() is None, child.communicate()
        child.send_signal(signal.SIGKILL)
        child.wait()
        killed += 1
    smtp_server.slow_dot(0)
    last = call("run-once", "--json", cwd=bureau.folder, env=SECRET)
    report = json.loads(last.out)["mail"]

    copies = Counter(a.rcpt for a in smtp_server.accepted)
    states = bureau.states()
    held = {address for address, state in states.items() if state == "held"}
    assert max(copies.values()) == 1  # no duplicate
    assert set(states) == set(addresses)
    assert set(states.values()) <= {"sent", "held"}  # nothing left behind
    assert all(copies[address] == 1 for address in addresses if address not in held)  # nothing lost
    assert report["held"] == len(held)  # every doubt is told
    assert last.code == (3 if held else 0)
    assert len(held) <= kills
    assert len(bureau.history()) == 1

"""The mailer of this machine."""

from __future__ import annotations

import sys

import pytest
from mail_samples import make_envelope

from digest.errors import TransportUnusable
from digest.mail import OutcomeKind, Sendmail


@pytest.fixture
def program(tmp_path):
    """A mailer that writes down what it gets and ends as it is told."""

    def make(code):
        path = tmp_path / "sendmail"
        path.write_text(
            f"#!{sys.executable}\nimport sys, os, pathlib\n"
            f"pathlib.Path({str(tmp_path / 'got')!r}).write_bytes(sys.stdin.buffer.read())\n"
            f"pathlib.Path({str(tmp_path / 'args')!r}).write_text(repr(sys.argv[1:]))\n"
            f"print('words', file=sys.stderr)\n{code}\n"
        )
        path.chmod(0o755)
        return Sendmail(path, timeout=20)

    return make


def test_the_message_and_its_envelope_arrive_as_they_are(program, sender, tmp_path):
    envelope, asked = make_envelope(sender), []
    outcome = program("sys.exit(0)").deliver(envelope, lambda: asked.append((tmp_path / "got").exists()))
    assert (outcome.kind, asked) == (OutcomeKind.SENT, [False])
    assert (tmp_path / "got").read_bytes() == envelope.raw.replace(b"\r\n", b"\n")
    assert (tmp_path / "args").read_text() == repr(["-i", "-f", envelope.mail_from, "--", envelope.rcpt])


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("sys.exit(75)", OutcomeKind.TEMP),
        ("sys.exit(67)", OutcomeKind.PERM),
        ("sys.exit(68)", OutcomeKind.TEMP),
        ("sys.exit(70)", OutcomeKind.UNKNOWN),
        ("sys.exit(74)", OutcomeKind.UNKNOWN),
        ("sys.exit(76)", OutcomeKind.UNKNOWN),
        ("os.kill(os.getpid(), 9)", OutcomeKind.UNKNOWN),
    ],
)
def test_its_exit_code_tells_what_became_of_it(program, sender, code, kind):
    assert program(code).deliver(make_envelope(sender), lambda: None).kind is kind


@pytest.mark.parametrize("code", ["sys.exit(78)", "sys.exit(77)"])
def test_a_mailer_that_is_set_up_wrongly_stops_the_run(program, sender, code):
    with pytest.raises(TransportUnusable, match=r"refuses mail \(exit code 7[78]: words\)"):
        program(code).deliver(make_envelope(sender), lambda: None)


def test_a_mailer_that_is_not_there_is_named(tmp_path, sender):
    with pytest.raises(TransportUnusable, match="no such program"):
        Sendmail(tmp_path / "none").deliver(make_envelope(sender), lambda: None)

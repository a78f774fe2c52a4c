from __future__ import annotations

import contextlib
import mailbox
import os
import pty
import shutil
import subprocess
import sys

import pytest
from mail_samples import HEADLINES, make_envelope

from digest.errors import TransportUnusable
from digest.mail import Maildir, OutcomeKind


class Hook:
    """Counts its calls and remembers what was in ``new`` at that moment."""

    def __init__(self, root):
        self.root, self.seen = root, []

    def __call__(self):
        self.seen.append(sorted(path.name for path in (self.root / "new").iterdir()))


@pytest.fixture
def root(tmp_path):
    return tmp_path / "var" / "mail"


@pytest.fixture
def hook(root):
    return Hook(root)


def test_a_message_lands_once_and_pythons_mailbox_reads_it(sender, root, hook):
    envelope = make_envelope(sender)
    with Maildir(root) as maildir:
        outcome = maildir.deliver(envelope, hook)
    assert outcome.kind is OutcomeKind.SENT
    assert outcome.detail == str(root / "new" / (envelope.message_id.strip("<>") + ".eml"))
    (message,) = mailbox.Maildir(root, create=False)
    assert message["Message-ID"] == envelope.message_id
    assert HEADLINES[0] in message.get_payload(0).get_payload(decode=True).decode()
    assert list((root / "tmp").iterdir()) == []


def test_the_file_holds_the_exact_message_with_local_line_ends(sender, root, hook):
    envelope = make_envelope(sender)
    Maildir(root).deliver(envelope, hook)
    (file,) = (root / "new").iterdir()
    assert b"\r" not in file.read_bytes()
    assert file.read_bytes().replace(b"\n", b"\r\n") == envelope.raw


def test_before_dot_runs_before_the_message_is_visible(sender, root, hook):
    Maildir(root).deliver(make_envelope(sender), hook)
    assert hook.seen == [[]]


def test_a_second_delivery_finds_the_first(sender, root, hook):
    envelope = make_envelope(sender)
    first = Maildir(root).deliver(envelope, hook)
    assert Maildir(root).deliver(envelope, hook) == first
    assert len(mailbox.Maildir(root, create=False)) == 1
    assert len(hook.seen) == 1


@pytest.mark.parametrize("flags", [":2,", ":2,S", ":2,RS", ""])
def test_a_message_already_read_is_not_delivered_again(sender, root, hook, flags):
    envelope = make_envelope(sender)
    maildir = Maildir(root)
    maildir.deliver(envelope, hook)
    (file,) = (root / "new").iterdir()
    read = file.rename(root / "cur" / (file.name + flags))
    assert maildir.find(envelope.message_id) == read
    outcome = maildir.deliver(envelope, hook)
    assert (outcome.kind, outcome.detail) == (OutcomeKind.SENT, str(read))
    assert list((root / "new").iterdir()) == []


def test_editions_and_readers_get_their_own_files(sender, root, hook):
    maildir = Maildir(root)
    for edition in ("daily:2026-11-22", "daily:2026-11-23"):
        for reader in ("a@example.com", "b@example.com"):
            maildir.deliver(make_envelope(sender, reader, edition=edition), hook)
    assert len(mailbox.Maildir(root, create=False)) == 4


def test_a_draft_left_by_a_crash_is_written_over(sender, root, hook):
    envelope = make_envelope(sender)
    maildir = Maildir(root)
    maildir.check()
    draft = root / "tmp" / (envelope.message_id.strip("<>") + ".eml")
    draft.write_bytes(b"half a mess")
    assert maildir.find(envelope.message_id) is None
    maildir.deliver(envelope, hook)
    (message,) = mailbox.Maildir(root, create=False)
    assert message["Message-ID"] == envelope.message_id
    assert not draft.exists()


def test_a_hook_that_fails_leaves_nothing_delivered(sender, root):
    def fail():
        raise RuntimeError("the row could not be written")

    maildir = Maildir(root)
    with pytest.raises(RuntimeError):
        maildir.deliver(make_envelope(sender), fail)
    assert len(mailbox.Maildir(root, create=False)) == 0


def test_an_identifier_that_is_no_file_name_stays_inside_the_folder(sender, root, hook):
    envelope = make_envelope(sender, message_id="<../../../x/y@example.org>")
    outcome = Maildir(root).deliver(envelope, hook)
    (file,) = (root / "new").iterdir()
    assert outcome.detail == str(file)
    assert Maildir(root).find(envelope.message_id) == file


def test_a_folder_that_cannot_be_written_stops_the_run_with_its_path(sender, tmp_path, hook):
    (tmp_path / "occupied").write_text("a file")
    maildir = Maildir(tmp_path / "occupied")
    for attempt in (maildir.check, lambda: maildir.deliver(make_envelope(sender), hook)):
        with pytest.raises(TransportUnusable, match="occupied: mail cannot be written here"):
            attempt()
    assert hook.seen == []


def test_a_target_that_vanishes_after_the_hook_is_not_sent(sender, root):
    maildir = Maildir(root)
    outcome = maildir.deliver(make_envelope(sender), (root / "new").rmdir)
    assert outcome.kind is OutcomeKind.NOT_SENT


def test_check_leaves_nothing_behind_and_strangers_out(root):
    Maildir(root).check()
    assert sorted(path.name for path in root.rglob("*")) == ["cur", "new", "tmp"]
    if sys.platform != "win32":
        assert (root / "new").stat().st_mode & 0o077 == 0


@pytest.mark.skipif(shutil.which("mutt") is None, reason="mutt is not installed")
def test_mutt_opens_it_and_shows_the_message(sender, root, hook, tmp_path):
    Maildir(root).deliver(make_envelope(sender), hook)
    shown = tmp_path / "shown.txt"
    settings = f"set wait_key=no pipe_decode=yes charset=utf-8 folder={root}"
    keys = f"push '<pipe-message>cat > {shown}<enter><exit>'"
    ours, theirs = pty.openpty()
    mutt = subprocess.Popen(
        ["mutt", "-n", "-F", os.devnull, "-R", "-f", str(root), "-e", settings, "-e", keys],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "vt100", "LC_ALL": "C.UTF-8", "HOME": str(tmp_path)},
    )
    os.close(theirs)
    with contextlib.suppress(OSError):  # EIO: mutt has gone
        while os.read(ours, 4096):
            pass
    os.close(ours)
    assert mutt.wait(20) == 0
    text = shown.read_text(encoding="utf-8")
    assert HEADLINES[0] in text
    assert "Subject: 每日摘要 11月22日" in text

"""A real Postfix and a real Dovecot on 127.0.0.1, in a folder of their own; nothing can leave this machine.

Any address at example.com and example.org has a mailbox; ``gone@example.com`` is accepted and then bounces. Dovecot
keeps one copy of a Message-ID (RFC 7352). They want to be started as root, as on a real server.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

PASSWORD = "correct-horse"  # Dovecot splits arguments at spaces

MAIN = """
compatibility_level = 3.6
queue_directory = {d}/queue
data_directory = {d}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
maillog_file = {d}/mail.log
maillog_file_prefixes = {d}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mail.example.net
mydestination =
virtual_mailbox_domains = example.com, example.org
virtual_transport = lmtp:unix:{d}/lmtp
transport_maps = inline:{{ {{ gone@example.com = error:5.1.1 no such user }} }}
default_transport = error:nothing leaves this machine
relay_transport = error:nothing leaves this machine
smtpd_relay_restrictions = permit_mynetworks, reject
mynetworks = 127.0.0.0/8
recipient_delimiter = +
smtpd_reject_unlisted_recipient = no
smtpd_tls_cert_file = {d}/cert.pem
smtpd_tls_key_file = {d}/key.pem
smtpd_tls_security_level = may
alias_maps =
"""
MASTER = """
127.0.0.1:{smtp} inet n - n - - smtpd
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""
DOVECOT = """
base_dir = {d}/run
state_dir = {d}/run
log_path = {d}/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = yes
ssl_cert = <{d}/cert.pem
ssl_key = <{d}/key.pem
mail_location = maildir:{d}/mail/%d/%n
first_valid_uid = 1
postmaster_address = postmaster@example.org
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid=mail gid=mail home={d}/mail/%d/%n allow_all_users=yes
}}
service lmtp {{
  unix_listener {d}/lmtp {{
    user = postfix
    mode = 0600
  }}
}}
service imap-login {{
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    port = {imap}
    ssl = yes
  }}
}}
protocol lmtp {{
  mail_plugins = sieve
}}
plugin {{
  sieve_before = {d}/once.sieve
}}
"""
SIEVE = 'require ["duplicate"];\nif duplicate { discard; stop; }\n'


def missing() -> str | None:
    """Why this cannot run here; None if it can."""
    programs = [name for name in ("postfix", "dovecot") if shutil.which(name) is None]
    if programs or not Path("/usr/lib/dovecot/lmtp").exists():
        return f"not installed: {', '.join(programs) or 'dovecot-lmtpd'} (Debian packages postfix, dovecot-imapd, dovecot-lmtpd, dovecot-sieve)"
    return None if os.geteuid() == 0 else "Postfix and Dovecot want to be started as root"


class Post:
    """Both servers, between ``with`` and its end."""

    def __init__(self, certificates) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="digest-post-"))
        self.smtp, self.imap = _free_ports(2)
        self.log = self.folder / "mail.log"
        self._certificates = certificates

    def __enter__(self):
        d = self.folder
        d.chmod(0o755)
        for name in ("config", "queue", "data", "mail"):
            (d / name).mkdir()
        shutil.chown(d / "data", "postfix")
        shutil.chown(d / "mail", "mail", "mail")
        issued = self._certificates.authority.issue_cert("127.0.0.1", "localhost")
        (d / "key.pem").write_bytes(issued.private_key_pem.bytes())
        (d / "cert.pem").write_bytes(b"".join(blob.bytes() for blob in issued.cert_chain_pems))
        values = {"d": d, "smtp": self.smtp, "imap": self.imap, "password": PASSWORD}
        (d / "config/main.cf").write_text(MAIN.format(**values))
        (d / "config/master.cf").write_text(MASTER.format(**values))
        (d / "dovecot.conf").write_text(DOVECOT.format(**values))
        (d / "once.sieve").write_text(SIEVE)
        subprocess.run(["sievec", d / "once.sieve"], check=True, timeout=30)
        self._dovecot = subprocess.Popen(["dovecot", "-F", "-c", d / "dovecot.conf"])
        with (d / "postfix.out").open("wb") as out:
            subprocess.run(["postfix", "-c", d / "config", "start"], check=True, stdout=out, stderr=out, timeout=60)
        for port in (self.smtp, self.imap):
            _wait_for(port)
        return self

    def __exit__(self, *_):
        subprocess.run(["postfix", "-c", self.folder / "config", "stop"], check=False, capture_output=True, timeout=60)
        self._dovecot.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._dovecot.wait(20)
        shutil.rmtree(self.folder, ignore_errors=True)


def _free_ports(number: int) -> list[int]:
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(number)]
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 5).close()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
        else:
            return

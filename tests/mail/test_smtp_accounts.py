"""Who is trusted with the password, and what the operator is told."""

from __future__ import annotations

import subprocess
import sys

import pytest
from mail_samples import PASSWORD, account_for, make_envelope
from smtp_rig import Certificates, SmtpServer, free_port

from digest.errors import TransportUnusable
from digest.mail import OutcomeKind, SmtpAccount
from digest.mail.smtp import SmtpTransport


def nothing():
    """A hook of a caller that keeps no rows."""


def never():
    raise AssertionError("the body must not be asked for")


def assert_refused_before_the_password(server, account, envelope, match):
    with pytest.raises(TransportUnusable, match=match) as caught, SmtpTransport(account) as transport:
        transport.deliver(envelope, never)
    assert PASSWORD not in str(caught.value)
    assert (server.logins, server.accepted, server.senders) == ([], [], [])


@pytest.mark.parametrize("kind", ["starttls_server", "tls_server"])
def test_the_password_goes_over_tls_to_a_verified_server_only(kind, request, certificates, sender):
    server = request.getfixturevalue(kind)
    envelope = make_envelope(sender)
    with SmtpTransport(account_for(server, certificates)) as transport:
        outcome = transport.deliver(envelope, nothing)
    assert (outcome.kind, outcome.code) == (OutcomeKind.SENT, 250)
    (login,) = server.logins
    assert (login.user, login.tls, login.succeeded) == ("login-name", True, True)
    (message,) = server.accepted
    assert message.raw == envelope.raw
    assert (message.mail_from, message.rcpt, message.tls) == (envelope.mail_from, envelope.rcpt, True)
    assert message.user == "login-name"
    assert set(server.ehlo_names) == {"example.org"}


def test_an_unknown_certificate_authority_is_not_trusted(starttls_server, tls_server, sender, tmp_path):
    strangers = Certificates(tmp_path)
    for server in (starttls_server, tls_server):
        account = account_for(server, strangers)
        assert_refused_before_the_password(server, account, make_envelope(sender), "certificate that cannot be trusted")


def test_without_a_ca_file_the_systems_authorities_decide(starttls_server, certificates, sender):
    account = account_for(starttls_server, certificates, ca_file=None)
    assert_refused_before_the_password(starttls_server, account, make_envelope(sender), "cannot be trusted")


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_certificate_for_another_host_is_refused(security, certificates, sender):
    with SmtpServer(certificates.context("other.example.org"), security=security, users={"a": "b"}) as server:
        account = account_for(server, certificates)
        assert_refused_before_the_password(server, account, make_envelope(sender), "IP address mismatch")


def test_an_expired_certificate_is_refused(certificates, sender):
    with SmtpServer(certificates.context(expired=True), users={"a": "b"}) as server:
        account = account_for(server, certificates)
        assert_refused_before_the_password(server, account, make_envelope(sender), "expired")


def test_a_server_without_starttls_gets_no_password(certificates, sender):
    with SmtpServer(security="none", users={"login-name": PASSWORD}) as server:
        account = account_for(server, certificates, security="starttls")
        assert_refused_before_the_password(server, account, make_envelope(sender), "STARTTLS.*not supported")


def test_tls_spoken_to_a_plain_port_is_explained(starttls_server, certificates, sender):
    account = account_for(starttls_server, certificates, security="tls")
    assert_refused_before_the_password(
        starttls_server, account, make_envelope(sender), "whether it wants tls or starttls"
    )


def test_a_wrong_password_stops_the_run_with_the_servers_words(starttls_server, certificates, sender):
    account = account_for(starttls_server, certificates, password="wrong horse")
    with pytest.raises(TransportUnusable, match=r"refused the login.*535.*user name and the password") as caught:
        SmtpTransport(account).deliver(make_envelope(sender), never)
    assert "wrong horse" not in str(caught.value)
    assert str(caught.value).startswith(f"{account.host}:{account.port}: ")
    assert starttls_server.accepted == []


def test_a_password_that_smtp_cannot_carry_is_explained(starttls_server, certificates, sender):
    account = account_for(starttls_server, certificates, password="密码")
    with pytest.raises(TransportUnusable, match="ASCII"):
        SmtpTransport(account).deliver(make_envelope(sender), never)


def test_a_server_that_wants_a_login_is_the_accounts_fault_not_the_readers(starttls_server, certificates, sender):
    account = account_for(starttls_server, certificates, username=None, password=None)
    with pytest.raises(TransportUnusable, match=r"530 5\.7\.0 Authentication required"):
        SmtpTransport(account).deliver(make_envelope(sender), never)


def test_a_from_address_that_is_not_the_accounts_stops_the_run(starttls_server, certificates, sender):
    starttls_server.answer_mail("553 Mail from must equal authorized user")
    with SmtpTransport(account_for(starttls_server, certificates)) as transport:
        with pytest.raises(TransportUnusable, match=r"does not let digest@example\.org send .*553 Mail from"):
            transport.deliver(make_envelope(sender), never)
        assert transport.deliver(make_envelope(sender), nothing).kind is OutcomeKind.SENT


def test_plain_smtp_works_on_this_machine_without_a_login(sender):
    with SmtpServer(security="none") as server:
        account = SmtpAccount(host="localhost", port=server.port, from_address="digest@example.org", security="none")
        with SmtpTransport(account) as transport:
            assert transport.deliver(make_envelope(sender), nothing).kind is OutcomeKind.SENT
    assert server.logins == []
    assert server.copies("reader@example.com") == 1


@pytest.mark.parametrize(
    ("changes", "match"),
    [
        ({"security": "none", "host": "mail.example.org"}, "only allowed to this machine"),
        ({"security": "none", "username": "u", "password": PASSWORD}, "would travel unencrypted"),
        ({"security": "ssl"}, "starttls, tls or none"),
        ({"username": "u"}, "needed together"),
    ],
)
def test_an_account_that_would_give_the_password_away_cannot_be_made(changes, match):
    values = {"host": "127.0.0.1", "port": 25, "from_address": "digest@example.org"}
    with pytest.raises(TransportUnusable, match=match) as caught:
        SmtpAccount(**{**values, **changes})
    assert PASSWORD not in str(caught.value)


def test_the_password_is_not_shown(starttls_server, certificates):
    assert PASSWORD not in repr(account_for(starttls_server, certificates))


def test_a_missing_ca_file_is_named(starttls_server, certificates, tmp_path):
    account = account_for(starttls_server, certificates, ca_file=tmp_path / "no.pem")
    with pytest.raises(TransportUnusable, match=r"no\.pem: the file of trusted certificates cannot be read"):
        SmtpTransport(account)


def test_nobody_listening_is_a_matter_of_trying_later(certificates, starttls_server, sender):
    account = account_for(starttls_server, certificates, port=free_port())
    transport = SmtpTransport(account)
    outcome = transport.deliver(make_envelope(sender), never)
    assert outcome.kind is OutcomeKind.NOT_SENT
    assert "refused" in outcome.detail
    with pytest.raises(TransportUnusable, match="cannot be reached"):
        transport.check()


def test_check_logs_in_and_sends_nothing(starttls_server, certificates):
    SmtpTransport(account_for(starttls_server, certificates)).check()
    assert len(starttls_server.logins) == 1
    assert starttls_server.senders == []


def test_yagmails_own_send_is_shut(starttls_server, certificates):
    transport = SmtpTransport(account_for(starttls_server, certificates))
    with pytest.raises(TypeError, match="deliver"):
        transport.send("reader@example.com", "subject", "contents")
    assert starttls_server.connections == 0


def test_yagmail_prints_nothing(starttls_server, certificates, sender, capfd):
    starttls_server.drop_after_acceptance()
    with SmtpTransport(account_for(starttls_server, certificates)) as transport:
        transport.deliver(make_envelope(sender), nothing)
    assert capfd.readouterr() == ("", "")


def test_the_room_is_entered_without_loading_yagmail():
    code = (
        "import sys, digest.mail; sys.exit('yagmail' in sys.modules or 'dkim' in sys.modules or 'idna' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

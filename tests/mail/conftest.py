"""The rig for everything that sends: certificates, servers, one sender and one message."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from mail_samples import PASSWORD, make_sender
from smtp_rig import Certificates, SmtpServer

from digest.mail import Dkim


@pytest.fixture(scope="session")
def certificates(tmp_path_factory):
    return Certificates(tmp_path_factory.mktemp("certificates"))


@pytest.fixture(scope="session")
def dkim_key():
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@pytest.fixture(scope="session")
def signing_sender(dkim_key):
    pem = dkim_key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return make_sender(dkim=Dkim(domain="example.org", selector="s1", private_key=pem))


@pytest.fixture
def sender():
    return make_sender()


@pytest.fixture
def starttls_server(certificates):
    with SmtpServer(certificates.context(), security="starttls", users={"login-name": PASSWORD}) as server:
        yield server


@pytest.fixture
def tls_server(certificates):
    with SmtpServer(certificates.context(), security="tls", users={"login-name": PASSWORD}) as server:
        yield server

"""What the end-to-end tests of several rooms share."""

import pytest


@pytest.fixture
def office(tmp_path):
    from office import Office

    folder = tmp_path / "office"
    folder.mkdir()
    made = Office(folder)
    yield made
    made.close()


@pytest.fixture(scope="session")
def certificates(tmp_path_factory):
    from smtp_rig import Certificates

    return Certificates(tmp_path_factory.mktemp("certificates"))


@pytest.fixture
def smtp_server(certificates):
    """STARTTLS and a login, as providers have it."""
    from office import PASSWORD
    from smtp_rig import SmtpServer

    with SmtpServer(certificates.context(), security="starttls", users={"login-name": PASSWORD}) as server:
        yield server

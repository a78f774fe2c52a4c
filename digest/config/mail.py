"""The section ``mail:`` of config.yaml: the account, the signature, the inbox, and how fast mail may leave."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema

from digest.config.section import PATH, ExistingFile, FolderPath, Line, Secret, Section
from digest.config.values import Mailbox, read_address, read_folder, read_host, read_mailbox

_MAILBOX = {"type": "string", "pattern": "@"}

Address = Annotated[str, AfterValidator(read_address), WithJsonSchema(_MAILBOX)]
NamedAddress = Annotated[Mailbox, BeforeValidator(read_mailbox), WithJsonSchema(_MAILBOX)]
Host = Annotated[str, AfterValidator(read_host)]
Port = Annotated[int, Field(ge=1, le=65535)]
Count = Annotated[int, Field(ge=1)]
FilePath = Annotated[Path, BeforeValidator(read_folder), WithJsonSchema(PATH)]
HttpsUrl = Annotated[str, StringConstraints(pattern=r"^https://[!#-;=?-~]{1,800}$")]


class SmtpSettings(Section):
    """The mail account."""

    host: Host
    """Name of the mail server."""
    port: Port | None = None
    """587 for starttls, 465 for tls, 25 for none, unless the provider says otherwise."""
    security: Literal["starttls", "tls", "none"] = "starttls"
    """How the connection is protected."""
    username: Line | None = None
    """Login name; ${NAME} reads it from the environment."""
    password: Secret | None = None
    """Only as "${NAME}", read from the environment: a password in this file would be read by others."""
    password_file: ExistingFile | None = None
    """Or: a file that holds only the password."""
    oauth_file: ExistingFile | None = None
    """Or: a JSON file with client_id, client_secret, refresh_token and token_url (OAuth2)."""
    ca_file: ExistingFile | None = None
    """Certificates (PEM) to trust for a server with a private one."""
    connections: Annotated[int, Field(ge=1, le=8)] = 1
    """How many connections send at the same time; large Chinese providers want one."""
    per_minute: Count | None = None
    """Most messages in a minute; by default what the provider is known to accept."""
    per_day: Count | None = None
    """Most messages in 24 hours; by default what the provider is known to accept."""
    per_domain_minute: Count | None = None
    """Most messages in a minute to readers of one domain; for a server of your own that delivers itself."""
    postfix_log: FilePath | None = None
    """Log of a Postfix on this machine: it tells whether a message whose answer got lost was accepted."""

    @property
    def effective_port(self) -> int:
        """The port, by default that of the security."""
        return self.port or {"starttls": 587, "tls": 465, "none": 25}[self.security]

    def secret(self) -> str | None:
        """Tell the password. Never log what this returns."""
        return self.password.get_secret_value() if self.password else None


class DkimSettings(Section):
    """A signature that proves to the readers' mail servers that the mail is yours."""

    domain: Line
    """Domain that signs: the part of the From address after the @."""
    selector: Line
    """Name of the key in the DNS."""
    key_file: ExistingFile
    """Private key (PEM)."""


class InboxSettings(Section):
    """The mailbox that bounces and requests to unsubscribe come to, read by IMAP."""

    host: Host
    """Name of the IMAP server."""
    port: Port | None = None
    """993 for tls, 143 for starttls."""
    security: Literal["tls", "starttls"] = "tls"
    """How the connection is protected."""
    username: Line | None = None
    """Login name; by default that of smtp."""
    password_file: ExistingFile | None = None
    """A file that holds only the password; by default the password of smtp."""
    ca_file: ExistingFile | None = None
    """Certificates (PEM) to trust for a server with a private one; by default those of smtp."""
    folder: Line = "INBOX"
    """Folder that is read; its mail stays where it is."""
    sent: Line | None = None
    """Folder where the provider keeps what was sent: it tells whether a message whose answer got lost was accepted."""

    @property
    def effective_port(self) -> int:
        """The port, by default that of the security."""
        return self.port or {"tls": 993, "starttls": 143}[self.security]


class MailSettings(Section):
    """How the mail leaves."""

    sender: NamedAddress = Field(alias="from")
    """Who the mail is from: "name <address>"."""
    transport: Literal["maildir", "smtp", "sendmail"] = "maildir"
    """maildir writes mail into a folder, for trying out; smtp sends it; sendmail gives it to this machine's mailer."""
    maildir: Annotated[FolderPath, Field(validate_default=True)] = Path("var/mail/")
    """Folder of the maildir transport."""
    sendmail: FilePath = Path("/usr/sbin/sendmail")
    """Program of the sendmail transport."""
    reply_to: Address | None = None
    """Where answers go; by default to the From address."""
    bounce: Address | None = None
    """Mailbox that knows plus addresses (name+anything@): what comes back names its reader there."""
    unsubscribe: Address | None = None
    """Mailbox that receives requests to unsubscribe."""
    unsubscribe_url: HttpsUrl | None = None
    """Public https address where one click unsubscribes; /TOKEN is appended."""
    list_name: Line | None = None
    """Name of the mailing list, shown by mail programs that group by list."""
    give_up_hours: Annotated[float, Field(ge=0)] = 48
    """A mail that could not be delivered for so long is given up and reported; 0: never."""
    smtp: SmtpSettings | None = None
    """The mail account of the smtp transport."""
    dkim: DkimSettings | None = None
    """DKIM signature, when your server does not sign by itself."""
    inbox: InboxSettings | None = None
    """Where bounces and requests to unsubscribe are read."""

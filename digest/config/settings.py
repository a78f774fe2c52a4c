"""Config.yaml as typed, frozen values: the models say what each key means, and make config.schema.json."""

from __future__ import annotations

from datetime import time
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PrivateAttr,
    SecretStr,
    StringConstraints,
    WithJsonSchema,
)

from digest.config.section import PATH, ExistingFile, FolderPath, Line, Name, Secret, Section
from digest.config.translation import TranslationSettings
from digest.config.values import (
    Mailbox,
    read_address,
    read_days,
    read_host,
    read_language,
    read_mailbox,
    read_query,
    read_time,
    read_words,
    read_zone,
)
from digest.ingest import readers
from digest.model import Subscription

_MAILBOX = {"type": "string", "pattern": "@"}
_DAYS = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}
_LANGUAGE = {"enum": ["zh-Hans", "zh-Hant", "en"]}

WordsFile = Annotated[tuple[str, ...], BeforeValidator(read_words), WithJsonSchema(PATH)]
Suffix = Annotated[str, StringConstraints(pattern=r"^\.[A-Za-z0-9]+$", to_lower=True)]
Address = Annotated[str, AfterValidator(read_address), WithJsonSchema(_MAILBOX)]
NamedAddress = Annotated[Mailbox, BeforeValidator(read_mailbox), WithJsonSchema(_MAILBOX)]
TimeOfDay = Annotated[
    time, BeforeValidator(read_time), WithJsonSchema({"type": "string", "pattern": "^([01]?[0-9]|2[0-3]):[0-5][0-9]$"})
]
Days = Annotated[frozenset[int], BeforeValidator(read_days), WithJsonSchema(_DAYS)]
Zone = Annotated[str, AfterValidator(read_zone)]
Language = Annotated[str, AfterValidator(read_language), WithJsonSchema(_LANGUAGE)]
Keywords = Annotated[str, AfterValidator(read_query)]
Host = Annotated[str, AfterValidator(read_host)]


class SourceSettings(Section):
    """A folder that is watched for articles."""

    folder: FolderPath
    """Folder with the articles, relative to this file."""
    suffixes: Annotated[tuple[Suffix, ...], Field(min_length=1)] = readers.SUFFIXES
    """Files with other endings are ignored."""
    settle_seconds: Annotated[float, Field(ge=0, le=3600)] = 2
    """A file that changed within this many seconds is still being written: it is read next time."""
    max_bytes: Annotated[int, Field(ge=1)] = 20_000_000
    """A larger file is skipped and named in the mail's footer."""
    recursive: bool = True
    """Also read the folders inside the folder."""


class ScheduleSettings(Section):
    """When an edition is made."""

    at: TimeOfDay
    """Time of day in quotes, as in "08:00"."""
    days: Annotated[Days, Field(validate_default=True)] = "daily"  # type: ignore[assignment] # the schema shows the text
    """mon-fri, or mon,wed,fri, or daily."""
    timezone: Zone = "Asia/Shanghai"
    """IANA name of the time zone."""

    @property
    def zone(self) -> ZoneInfo:
        """The time zone itself."""
        return ZoneInfo(self.timezone)


class SubscriptionSettings(Section):
    """Who gets which edition, in which languages, with which filter."""

    email: Address
    """Address of the reader."""
    name: Line | None = None
    """Name of the reader, for the address line."""
    schedule: str
    """Name of a schedule above."""
    languages: Annotated[tuple[Language, ...], Field(min_length=1)] = ("zh-Hans", "en")
    """zh-Hans (Simplified), zh-Hant (Traditional), en, in the order shown."""
    keywords: Keywords | None = None
    """Only articles that match: words with AND, OR, NOT, "a phrase", issuer: owner: place: topic: title:, due<30d."""

    def subscription(self) -> Subscription:
        """Say the same in the words of the project."""
        return Subscription(
            email=self.email,
            name=self.name,
            schedule=self.schedule,
            languages=self.languages,
            keywords=self.keywords,
        )


class SmtpSettings(Section):
    """The mail account."""

    host: Host
    """Name of the mail server."""
    port: Annotated[int, Field(ge=1, le=65535)] | None = None
    """587 for starttls, 465 for tls, 25 for none, unless the provider says otherwise."""
    security: Literal["starttls", "tls", "none"] = "starttls"
    """How the connection is protected."""
    username: Line | None = None
    """Login name; ${NAME} reads it from the environment."""
    password: Secret | None = None
    """Only as "${NAME}", read from the environment: a password in this file would be read by others."""
    password_file: ExistingFile | None = None
    """Or: a file that holds only the password."""
    ca_file: ExistingFile | None = None
    """Certificates (PEM) to trust for a server with a private one."""

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


class MailSettings(Section):
    """How the mail leaves."""

    sender: NamedAddress = Field(alias="from")
    """Who the mail is from: "name <address>"."""
    transport: Literal["maildir", "smtp"] = "maildir"
    """maildir writes mail into a folder, for trying out; smtp sends it."""
    maildir: Annotated[FolderPath, Field(validate_default=True)] = Path("var/mail/")
    """Folder of the maildir transport."""
    reply_to: Address | None = None
    """Where answers go; by default to the From address."""
    unsubscribe: Address | None = None
    """Mailbox that receives requests to unsubscribe."""
    list_name: Line | None = None
    """Name of the mailing list, shown by mail programs that group by list."""
    smtp: SmtpSettings | None = None
    """The mail account of the smtp transport."""
    dkim: DkimSettings | None = None
    """DKIM signature, when your server does not sign by itself."""


class DigestSettings(Section):
    """What a digest looks like."""

    title: Line | None = None
    """Title of the mail and beginning of its subject; by default one in each of the reader's languages."""
    key_sentences: Annotated[int, Field(ge=0, le=20)] = 5
    """Key sentences shown for each article."""
    ranking: Literal["textrank", "textrank4zh"] = "textrank"
    """How key sentences are chosen: textrank, or exactly as the package textrank4zh would."""
    words: WordsFile | None = None
    """File with words that word segmentation does not know, one on a line: names of offices and campaigns."""
    restore_dropped: bool = True
    """Put back characters that a page lost everywhere, on evidence; the mail shows them in 〔〕."""


class Settings(Section):
    """Settings of digest: what is read, when a digest is made, who gets it, and how the mail leaves."""

    sources: Annotated[tuple[SourceSettings, ...], Field(min_length=1)]
    """Folders that are watched for articles."""
    schedules: Annotated[dict[Name, ScheduleSettings], Field(min_length=1)]
    """When editions are made, each under a name of its own."""
    subscriptions: tuple[SubscriptionSettings, ...] = ()
    """Who gets which edition."""
    mail: MailSettings
    """How the mail leaves."""
    digest: DigestSettings = Field(default_factory=DigestSettings)
    """What a digest looks like."""
    translation: TranslationSettings = Field(default_factory=TranslationSettings)
    """How Chinese becomes English."""
    state: Annotated[FolderPath, Field(validate_default=True)] = Path("var/")
    """Folder where digest remembers what it read and sent."""
    database: SecretStr | None = None
    """Instead of a file in the state folder: postgresql://user:${DB_PASSWORD}@host/name."""

    _path: Path = PrivateAttr(default=Path("config.yaml"))

    def model_post_init(self, context: Any) -> None:
        """Remember where the settings were read."""
        self._path = (context or {}).get("path", self._path)

    @property
    def path(self) -> Path:
        """The file the settings were read from, absolute."""
        return self._path

    @property
    def state_dir(self) -> Path:
        """The folder of the state, absolute; it may not exist yet."""
        return self.state

    @property
    def database_url(self) -> str:
        """SQLAlchemy URL of the store. Never log it: it may hold a password."""
        if self.database is None:
            return f"sqlite:///{self.state / 'digest.db'}"
        return self.database.get_secret_value()

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

from digest.config.mail import Address, MailSettings
from digest.config.operation import OperationSettings
from digest.config.schedule import hours_of, in_words, read_every, read_month_day
from digest.config.section import PATH, FolderPath, Line, Name, Section
from digest.config.translation import TranslationSettings
from digest.config.values import (
    read_days,
    read_language,
    read_query,
    read_time,
    read_words,
    read_zone,
)
from digest.ingest import readers
from digest.model import Subscription
from digest.slots import EVERY_DAY, Timetable, every_hours

_DAYS = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}
_EVERY = {"type": "string", "pattern": "^(daily|weekdays|weekly|monthly|hourly|[0-9]{1,2} ?(h|hours?))$"}
_MONTH_DAY = {"anyOf": [{"type": "integer", "minimum": 1, "maximum": 31}, {"const": "last"}]}
_LANGUAGE = {"enum": ["zh-Hans", "zh-Hant", "en"]}

WordsFile = Annotated[tuple[str, ...], BeforeValidator(read_words), WithJsonSchema(PATH)]
Suffix = Annotated[str, StringConstraints(pattern=r"^\.[A-Za-z0-9]+$", to_lower=True)]
TimeOfDay = Annotated[
    time, BeforeValidator(read_time), WithJsonSchema({"type": "string", "pattern": "^([01]?[0-9]|2[0-3]):[0-5][0-9]$"})
]
Days = Annotated[frozenset[int], BeforeValidator(read_days), WithJsonSchema(_DAYS)]
Every = Annotated[str, BeforeValidator(read_every), WithJsonSchema(_EVERY)]
MonthDay = Annotated[int, BeforeValidator(read_month_day), WithJsonSchema(_MONTH_DAY)]
Zone = Annotated[str, AfterValidator(read_zone)]
Language = Annotated[str, AfterValidator(read_language), WithJsonSchema(_LANGUAGE)]
Keywords = Annotated[str, AfterValidator(read_query)]


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

    every: Every = "daily"
    """daily, weekdays, weekly, monthly, hourly, or a number of hours as in 2 hours."""
    at: TimeOfDay
    """Time of day in quotes, as in "08:00"; with hours, the first of the day."""
    until: TimeOfDay | None = None
    """With hours: the last time of the day; by default its end."""
    days: Days | None = None
    """mon-fri, or mon,wed,fri, or daily; by default every day, with weekly monday."""
    day: MonthDay | None = None
    """With monthly: the day, 1 to 31, or last; a month without it takes its last. By default the first."""
    timezone: Zone = "Asia/Shanghai"
    """IANA name of the time zone."""
    catch_up_days: Annotated[int, Field(ge=0, le=366)] = 14
    """After a time without editions, articles dated longer ago than this are counted in the mail, not told."""

    @property
    def zone(self) -> ZoneInfo:
        """The time zone itself."""
        return ZoneInfo(self.timezone)

    def timetable(self, name: str) -> Timetable:
        """Say the same as something that can be asked for slots."""
        hours, weekday = hours_of(self.every), {"weekdays": frozenset(range(5)), "weekly": frozenset({0})}
        return Timetable(
            name=name,
            times=every_hours(hours, self.at, self.until or time.max) if hours else (self.at,),
            zone=self.zone,
            days=self.days or weekday.get(self.every, EVERY_DAY),
            month_day=(self.day or 1) if self.every == "monthly" else None,
        )

    def in_words(self) -> str:
        """Tell when it fires, for people: ``08:00 mon-fri Asia/Shanghai``."""
        table = self.timetable("")
        last = f"-{table.times[-1]:%H:%M}" if len(table.times) > 1 else ""
        return f"{self.at:%H:%M}{last} {in_words(self.every, table.days, table.month_day)} {self.timezone}"


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
    attach_full: bool = True
    """A mail that had to be shortened attaches the full edition as one HTML file."""


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
    operation: OperationSettings = Field(default_factory=OperationSettings)
    """Who looks after it."""
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

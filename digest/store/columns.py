"""What every table is made of: the types of instants and words, the rule for names, the metadata."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, MetaData, Text, TypeDecorator
from sqlalchemy.exc import DontWrapMixin
from sqlalchemy.types import TypeEngine

from digest.model import require_aware


class NaiveInstant(ValueError, DontWrapMixin):
    """An instant without a time zone was about to be stored."""


class Instant(TypeDecorator[datetime]):
    """An aware datetime, UTC on the way out, microseconds kept.

    SQLite has no type for it: ISO 8601 text of fixed width, whose order is the order in time. PostgreSQL has one.
    """

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the column type of the database."""
        return dialect.type_descriptor(DateTime(timezone=True) if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Refuse a naive datetime; turn the others into UTC."""
        if value is None:
            return None
        try:
            require_aware(value, "an instant in the store")
        except ValueError as error:
            raise NaiveInstant(str(error)) from error
        moment = value.astimezone(UTC)
        return moment if dialect.name == "postgresql" else moment.isoformat(timespec="microseconds")

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Give an aware datetime in UTC."""
        if value is None:
            return None
        return (value if isinstance(value, datetime) else datetime.fromisoformat(value)).astimezone(UTC)


class Words(TypeDecorator[str]):
    r"""Text that no database refuses: NUL and lone surrogates are written as visible escapes.

    Both come from outside: a file name in another encoding (``os.fsdecode``), the reply of a mail server. In JSON the
    escape of a surrogate is the surrogate again.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Escape what UTF-8 or PostgreSQL cannot hold."""
        if value is None:
            return None
        return value.encode("utf-8", "backslashreplace").decode("utf-8").replace("\0", "\\u0000")


def one_of(column: str, values: list[str]) -> str:
    """SQL of a check: the column holds one of these words."""
    return f"{column} IN ({', '.join(repr(value) for value in values)})"


# Names of constraints are given by rule: SQLite forgets unnamed ones, and a migration must be able to drop them.
metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)

"""Brings a database up to ``schema.REVISION``, from an installed wheel too: there is no alembic.ini.

A new revision is written by Alembic from the difference to ``schema.py``, against a store that has the last one::

    config = alembic_config(); config.attributes["connection"] = connection
    alembic.command.revision(config, "what changes", autogenerate=True, rev_id="0002")
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, column, inspect, select, table

from digest.errors import UnknownSchema

if TYPE_CHECKING:
    from alembic.config import Config

_VERSION = table("alembic_version", column("version_num"))


def revision_of(conn: Connection) -> str | None:
    """Return the revision of the tables, or None for a database without any."""
    if not inspect(conn).has_table(_VERSION.name):
        return None
    return conn.scalar(select(_VERSION.c.version_num))


def alembic_config() -> Config:
    """Build Alembic's configuration for the scripts in this package."""
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    # a percent sign in the path would be read as an interpolation
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    return config


def require_known(revision: str | None, subject: str) -> None:
    """Refuse a revision that this version of the program does not know, naming the database."""
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    known = {script.revision for script in ScriptDirectory.from_config(alembic_config()).walk_revisions()}
    if revision is not None and revision not in known:
        message = (
            f"The state was written by a newer version of digest (revision {revision}). "
            "Update digest, or give config.yaml another database; nothing was changed"
        )
        raise UnknownSchema(message, subject=subject)


def upgrade(conn: Connection) -> None:
    """Run the missing migrations inside the caller's transaction: all of them or none."""
    from alembic import command  # noqa: PLC0415

    config = alembic_config()
    config.attributes["connection"] = conn
    command.upgrade(config, "head")

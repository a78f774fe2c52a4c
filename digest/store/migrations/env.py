"""Alembic runs this file; the connection comes from ``digest.store.migrate``, with its transaction already begun."""

from __future__ import annotations

from alembic import context

from digest.store.schema import metadata

# The name that Alembic gives this file: collecting doctests imports it too, and must not migrate anything.
if __name__ == "env_py":
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=metadata,
        render_as_batch=True,  # SQLite changes a table by copying it
    )
    with context.begin_transaction():
        context.run_migrations()

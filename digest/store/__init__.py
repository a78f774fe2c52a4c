"""The memory of the program: what was read, what was made of it, what was sent to whom.

``Store`` opens the database (SQLite by default, PostgreSQL by URL), brings its tables up to date and hands out
connections; ``lock`` lets one run write at a time. The functions of the other files take a connection first, so that
the caller decides what belongs into one transaction:

- ``documents``: the watched files and what became of each
- ``articles``: each article once, with its brief
- ``ledger``: each demand once, with every place where it was read; ``demands`` looks things up in it
- ``editions``: each edition once, with its renditions and deliveries
- ``deliveries``: the state of every message; the arrows are drawn in its docstring
- ``messages``: the bytes of every message that was on the wire; ``suppressions``: who is not written to, what came back
- ``pacing``, ``pauses``, ``mailboxes``: what the past says about the pace, what must wait, how far the inbox was read

Domain values go in and come out; rows stay in this room. All instants are aware, and come back in UTC.
"""

from digest.store.connection import Store

__all__ = ["Store"]

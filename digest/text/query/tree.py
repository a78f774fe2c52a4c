"""A query as a tree."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase, in one field or in any."""

    text: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline that is not past and fewer than ``days`` days away. No deadline never matches."""

    days: int


@dataclass(frozen=True, slots=True)
class Not:
    """Matches when its part does not."""

    part: Node


@dataclass(frozen=True, slots=True)
class And:
    """Matches when all of its parts (two or more) match."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Matches when one of its parts (two or more) matches."""

    parts: tuple[Node, ...]


Node = Term | Due | Not | And | Or

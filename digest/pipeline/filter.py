"""A reader's filter applied to a story: the one place that says what the fields of a keyword query hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from digest.model import Directive, Story
from digest.text.query import Match, Query, Reason
from digest.text.script import fold


@dataclass(frozen=True, kw_only=True, slots=True)
class Searchable:
    """A story as a query sees it: the values of each field, and for some the directives that they come from."""

    fields: dict[str, tuple[str, ...]]
    #: the dated deadlines
    due: tuple[date, ...]
    #: field, or ``due`` → for each of its values the directive that states it
    stated_by: dict[str, tuple[Directive, ...]]

    def directives(self, reason: Reason) -> tuple[Directive, ...]:
        """The directives in which a term was found; empty for a word of the title, the place or the text."""
        by = self.stated_by.get(reason.field or "", ())
        return tuple(dict.fromkeys(by[position] for position in reason.at)) if by else ()


def searchable(story: Story) -> Searchable:
    """What a filter looks at."""
    article, directives = story.brief.article, story.brief.directives
    issued = [(d.issuer, d) for d in directives if d.issuer]
    owned = [(d.owner, d) for d in directives if d.owner]
    about = [(topic, d) for d in directives for topic in d.topics]
    dated = [(date.fromisoformat(d.deadline_date), d) for d in directives if d.deadline_date]
    stated = {"issuer": issued, "owner": owned, "topic": about}
    return Searchable(
        fields={
            "title": (article.title or "",),
            "place": (article.place or "", *(copy.place or "" for copy in story.copies)),
            **{name: tuple(value for value, _ in pairs) for name, pairs in stated.items()},
            "text": article.body,
        },
        due=tuple(day for day, _ in dated),
        stated_by={
            **{name: tuple(directive for _, directive in pairs) for name, pairs in stated.items()},
            "due": tuple(directive for _, directive in dated),
        },
    )


def match(story: Searchable, query: Query, today: date) -> Match:
    """Whether a story passes a filter, and why; ``due<30d`` counts from ``today``."""
    return query.matches(story.fields, fold=fold, due=story.due, today=today)

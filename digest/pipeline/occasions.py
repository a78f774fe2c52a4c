"""Which directives of a story were demanded before, on another occasion: told from the ledger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from digest.model import Restated, Story, Verdict
from digest.store import articles, ledger
from digest.text.restated import Saying, judge


def with_occasions(conn: Connection, story: Story, ids: Mapping[str, int], zone: ZoneInfo) -> Story:
    """The story, its directives held against the ledger. ``ids`` are those of its articles by key."""
    own = [ids[story.brief.article.key], *(ids[copy.key] for copy in story.copies)]
    before = ledger.earlier(conn, own)
    versions = frozenset(v for number in own for v in articles.older_versions(conn, number)) if before else frozenset()
    found = (
        restated(Saying.of(d, story.brief.article), d.id, before[d.id], versions, zone)
        for d in story.brief.directives
        if d.id in before
    )
    return replace(story, restated=tuple(r for r in found if r is not None))


def restated(
    saying: Saying, directive: str, before: Sequence[ledger.Earlier], versions: frozenset[int], zone: ZoneInfo
) -> Restated | None:
    """What a reader is told of a directive that was made before; None if it is no news.

    Another report of the same day repeats nothing, nor does an older version of the page (``versions``); but a deadline
    that the new version moved has moved.
    """
    judgement = judge(saying, [earlier.saying for earlier in before])
    elsewhere = [e for e in before if e.article_id not in versions]
    since = min(e.saying.said or e.seen.astimezone(zone).date().isoformat() for e in elsewhere or before)
    if judgement.verdict is Verdict.REPEATED and (not elsewhere or (saying.said and since >= saying.said)):
        return None
    return Restated(directive=directive, verdict=judgement.verdict, since=since, moved_from=judgement.moved_from)

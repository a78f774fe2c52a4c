"""Close a period and save its edition: stories merged, translated, rendered once for each (languages, filter).

Periods of a schedule follow each other without gap or overlap: each begins where the last edition ended. An edition
ends at the moment it is built, so that what lies in the folder when the alarm rings is in the mail.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from digest.config import Settings
from digest.config.settings import ScheduleSettings
from digest.mail import Sender, message_id
from digest.model import Article, Edition, Period, Rendition, Story, Subscription
from digest.pipeline.due import Due, by_hand, note, note_edition
from digest.pipeline.filter import match, searchable
from digest.pipeline.occasions import with_occasions
from digest.pipeline.translation import translate
from digest.render import English, Notes, render
from digest.slots import OccasionOutcome
from digest.store import Store, articles, documents, editions
from digest.store.articles import StoredBrief
from digest.text import query
from digest.text.similarity import merge
from digest.translate.chain import Chain

_TICK = timedelta(microseconds=1)
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, kw_only=True, slots=True)
class Built:
    """An edition that was just saved."""

    id: int
    edition: Edition
    renditions: tuple[Rendition, ...]
    deliveries: int


def run_slot(name: str, schedule: ScheduleSettings, now: datetime) -> str:
    """The slot of an edition made by hand: ``daily:2026-11-22T10:31:07+0800``."""
    return f"{name}:{now.astimezone(schedule.zone):%Y-%m-%dT%H:%M:%S%z}"


def build(
    store: Store,
    settings: Settings,
    name: str,
    due: Due,
    now: datetime,
    *,
    sender: Sender,
    chain: Chain,
    keep_empty: bool,
) -> Built | None:
    """Save the edition of the period that ends now; None if nothing is new (unless ``keep_empty``) or it exists.

    ``keep_empty`` saves an edition without stories: it mails nothing, and its slot is done. What became of the slot is
    written in the same transaction.
    """
    schedule = settings.schedules[name]
    edition = _edition(store, name, schedule, due, now)
    if not edition.stories and not keep_empty:
        with store.transaction() as conn:
            note(conn, name, due, now, outcome=OccasionOutcome.EMPTY, reason="nothing new: 0 read")
        return None
    readers = [s.subscription() for s in settings.subscriptions if s.schedule == name]
    renditions, wanted = _renditions(edition, readers, settings, chain, now.astimezone(schedule.zone).date())
    deliveries = [_delivery(sender, due.slot.key, reader, key, now) for reader, key in wanted]
    with store.transaction() as conn:
        saved = editions.save(conn, edition, built_at=now, renditions=renditions, deliveries=deliveries)
        if saved is None:
            return None
        served = {reader.email for reader, _ in wanted}
        silent = tuple(reader.email for reader in readers if reader.email not in served)
        note_edition(conn, edition, saved, due, now, readers=len(readers), silent=silent)
    return Built(id=saved, edition=edition, renditions=tuple(renditions), deliveries=len(deliveries))


def _delivery(sender: Sender, slot: str, reader: Subscription, key: str, now: datetime) -> editions.NewDelivery:
    return editions.NewDelivery(
        rendition_key=key,
        email=reader.email,
        name=reader.name,
        message_id=message_id(sender, slot, reader.email),
        date=now.replace(microsecond=0),
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """Where the pages of a rendition lie."""

    html: Path
    #: the full edition, where the mail attaches one
    full: Path | None


def write_html(folder: Path, built: Built) -> tuple[Written, ...]:
    """Write the HTML of an edition where the operator can open it; the store's copy is the one that is mailed.

    Full editions lie in a folder of their own, ``full/``, under the same names.
    """
    folder.mkdir(parents=True, exist_ok=True)
    stem = re.sub(r"[^\w+-]+", "-", built.edition.slot)
    written = []
    for number, rendition in enumerate(built.renditions, 1):
        path, full = folder / f"{stem}.{number}.html", None
        path.write_text(rendition.html, encoding="utf-8")
        if rendition.full:
            full = folder / "full" / path.name
            full.parent.mkdir(exist_ok=True)
            full.write_text(rendition.full.html, encoding="utf-8")
        written.append(Written(html=path, full=full))
    return tuple(written)


def preview(
    store: Store, settings: Settings, name: str, reader: Subscription, now: datetime, *, chain: Chain
) -> Rendition | None:
    """What the reader would get now; None if nothing is new for them. Writes nothing."""
    schedule = settings.schedules[name]
    edition = _edition(store, name, schedule, by_hand(run_slot(name, schedule, now), now), now)
    if not edition.stories:
        return None
    renditions, _ = _renditions(edition, [reader], settings, chain, now.astimezone(schedule.zone).date())
    return renditions[0] if renditions else None


def _edition(store: Store, name: str, schedule: ScheduleSettings, due: Due, now: datetime) -> Edition:
    """The edition of everything first seen since the last one."""
    with store.transaction() as conn:
        last = editions.last(conn, name)
        start = last.period.end if last else editions.known_since(conn, name, now)
        newest = articles.newest_first_seen(conn)
        # half-open: what was read at this very instant belongs to the period too; a clock that was set back must not
        # keep an edition from being made
        end = max([now, start + _TICK, *([newest + _TICK] if newest else [])])
        period = Period(start=start, end=end)
        found = articles.first_seen_in(conn, period)
        skipped = documents.skipped_between(conn, period)
    recent = [s for s in found if not _is_older(s.brief.article, due.not_before)]
    return Edition(
        schedule=name,
        slot=due.slot.key,
        period=period,
        timezone=schedule.timezone,
        stories=_stories(store, _newest_versions(recent), schedule.zone),
        skipped=skipped,
        articles_read=len(found),
        missed=len(due.missed),
        left_out=len(found) - len(recent),
    )


def _is_older(article: Article, day: date | None) -> bool:
    """Whether the article says of itself that it is from before the day; one without a full date is not."""
    dated = article.published or article.event_date or ""
    return day is not None and _DATE.match(dated) is not None and dated[:10] < day.isoformat()


def _stories(store: Store, current: Sequence[StoredBrief], zone: ZoneInfo) -> tuple[Story, ...]:
    merged = merge([s.brief for s in current], updated=frozenset(s.brief.article.key for s in current if s.replaces))
    ids = {s.brief.article.key: s.id for s in current}
    with store.read() as conn:
        return tuple(with_occasions(conn, story, ids, zone) for story in merged)


def _newest_versions(found: Sequence[StoredBrief]) -> list[StoredBrief]:
    """Without the versions that a later one of the same period replaces.

    What is left replaces the version of an earlier period, or nothing: a reader who never saw another version is told
    of no update.
    """
    replaced = {s.replaces for s in found}
    inside = {s.id: s for s in found}

    def told_before(version: StoredBrief) -> int | None:
        while version.replaces in inside:
            version = inside[version.replaces]
        return version.replaces

    return [replace(s, replaces=told_before(s)) for s in found if s.id not in replaced]


def _renditions(
    edition: Edition, readers: Sequence[Subscription], settings: Settings, chain: Chain, today: date
) -> tuple[list[Rendition], list[tuple[Subscription, str]]]:
    """Render once for each (languages, filter) that somebody reads and that has something in it."""
    by_key = {_key(reader): reader for reader in readers}
    shown = {
        key: replace(edition, stories=tuple(s for s in edition.stories if matches(s, reader.keywords, today)))
        for key, reader in by_key.items()
    }
    # what nobody reads in English is not translated: engines cost money or time
    read = {id(s) for key, part in shown.items() if "en" in by_key[key].languages for s in part.stories}
    stories = tuple(story for story in edition.stories if id(story) in read)
    english, notes = translate(chain, replace(edition, stories=stories))
    renditions = {
        key: _render(part, by_key[key], settings, english, notes) for key, part in shown.items() if part.stories
    }
    return list(renditions.values()), [(r, _key(r)) for r in readers if _key(r) in renditions]


def _render(edition: Edition, reader: Subscription, settings: Settings, english: English, notes: Notes) -> Rendition:
    return render(
        edition,
        key=_key(reader),
        languages=reader.languages,
        english=english,
        title=settings.digest.title,
        keywords=reader.keywords,
        manage=settings.mail.unsubscribe or settings.mail.reply_to or settings.mail.sender.address,
        notes=notes,
        attach=settings.digest.attach_full,
    )


def _key(reader: Subscription) -> str:
    """Readers with the same languages and filter share a rendition."""
    return f"{','.join(reader.languages)}|{reader.keywords or ''}"


def matches(story: Story, keywords: str | None, today: date) -> bool:
    """True if the story passes a reader's filter; no filter passes everything."""
    if not keywords:
        return True
    return match(searchable(story), query.parse(keywords), today).ok

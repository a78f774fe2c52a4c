"""The subject of a mail: what is in it, so that it is opened or left for later with reason."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from digest.model import Edition
from digest.render import dates, due
from digest.render.teller import Teller
from digest.render.view import SOON_DAYS, Order, teller, title_of, today


def subject(edition: Edition, order: Order) -> str:
    """Title, day and contents in the first language and, behind a bar, the contents in the other."""
    told = teller(edition, order)
    first, *others = order.languages
    title = title_of(order, replace(told.labels, languages=(first,)))[0].text
    date = dates.brief(today(edition), first)
    parts = [told.labels.one("subject", first, title=title, date=date, contents=_contents(edition, first, told))]
    other = next((lang for lang in others if lang[:2] != first[:2]), None)
    if other:
        parts.append(_contents(edition, other, told))
    return " | ".join(" ".join(part.split()) for part in parts)


def _contents(edition: Edition, lang: str, told: Teller) -> str:
    """``防汛救灾等 15 条要求 · 2 条即将到期 · 3 篇报道``."""
    say = told.labels
    soon = due.count(edition, told.today, SOON_DAYS)
    facts = [_demands(edition, lang, told)]
    if soon:
        facts.append(say.one("subject_due", lang, n=soon))
    facts.append(say.one("subject_stories", lang, n=len(edition.stories)))
    return " · ".join(facts)


def _demands(edition: Edition, lang: str, told: Teller) -> str:
    """How many directives, and what most are about where that can be told in the language."""
    directives = [d for story in edition.stories for d in story.brief.directives]
    if not directives:
        return told.labels.one("subject_none", lang)
    topics = Counter(d.topic for d in directives)
    #: the earlier one on a tie
    topic = next((topic for topic, _ in topics.most_common() if topic), None)
    pieces = replace(told, languages=(lang,)).tell("topic", topic)
    name = next((p.text for p in pieces if p.lang == lang and p.kind != "terms"), None)
    if name is None:
        return told.labels.one("subject_directives", lang, n=len(directives))
    key = "subject_directives_on" if len(topics) == 1 else "subject_directives_on_more"
    return told.labels.one(key, lang, n=len(directives), topic=name)

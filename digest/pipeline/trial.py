"""A mail of the sample article, rendered as for readers: it tells whether templates and languages are in order."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta
from importlib.resources import files

from digest.config import Settings
from digest.model import Document, Edition, Period, Rendition, Story
from digest.render import Notes, render, texts_to_translate
from digest.text import brief
from digest.translate.officialese import Officialese

_NAME = "sample_article.txt"


def render_sample(settings: Settings, languages: tuple[str, ...], now: datetime) -> Rendition:
    """The sample that ``digest init`` writes, as a mail in these languages. RenderError names a broken template."""
    text = files("digest.data").joinpath(_NAME).read_text(encoding="utf-8")
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    document = Document(path=_NAME, file=_NAME, text=text, kind="text", encoding="utf-8", sha256=sha256)
    name, schedule = next(iter(settings.schedules.items()))
    edition = Edition(
        schedule=name,
        slot=f"{name}:sample",
        period=Period(start=now - timedelta(days=1), end=now),
        timezone=schedule.timezone,
        stories=(Story(brief=brief.read(document)),),
        articles_read=1,
    )
    rules = Officialese()
    english = {
        (context, text): rules.translate([text], context=context)[0] for context, text in texts_to_translate(edition)
    }
    title, key = settings.digest.title, "sample"
    return render(edition, key=key, languages=languages, english=english, title=title, notes=Notes())

"""Edition → Rendition: subject, HTML within the size that mail clients show, and a complete text part."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from digest.model import Edition, Rendition
from digest.render.english import English
from digest.render.notes import Notes
from digest.render.subject import subject
from digest.render.templating import fill
from digest.render.view import Limits, Order, view

#: bytes before and after inlining: Gmail clips a message at about 102 kB, and inlining adds two thirds
MAX_SOURCE = 55_000
MAX_HTML = 95_000

#: points per story once an edition is too long to be shown whole, as long as there is room, and at least
_MORE_POINTS, _FEW_POINTS = 3, 2
#: what may grow without end is cut there; the text part has all of it
_WHOLE = Limits(due=12, skipped=6, outlets=8)
_COMPACT_WITH_POINTS = replace(_WHOLE, compact=True)
_COMPACT = replace(_COMPACT_WITH_POINTS, points=_FEW_POINTS)
#: no directive takes fewer bytes than this
_SMALLEST = 200

LANGUAGES = frozenset({"zh-Hans", "zh-Hant", "en"})


def _inline(source: str) -> str:
    """Styles into attributes; media queries stay in a style element. No resource is ever fetched."""
    import css_inline  # noqa: PLC0415 - a native module, needed only here

    inliner = css_inline.CSSInliner(keep_at_rules=True, minify_css=True, load_remote_stylesheets=False)
    return inliner.inline(source)


def _html(edition: Edition, order: Order, limits: Limits, templates: Path | None) -> str | None:
    """The HTML within limits, or None when it is larger than mail clients show."""
    source = fill("edition.html.j2", {"edition": view(edition, order, limits)}, templates)
    if len(source.encode()) > MAX_SOURCE:
        return None
    html = _inline(source)
    return html if len(html.encode()) <= MAX_HTML else None


def _fitting(edition: Edition, order: Order, templates: Path | None) -> str:
    """The longest HTML that fits: everything, else fewer points, else compact, else the best directives."""
    units = sum(max(1, len(story.brief.directives)) for story in edition.stories)
    if units * _SMALLEST <= MAX_HTML:
        few = replace(_WHOLE, points=_FEW_POINTS)
        for limits in (_WHOLE, few, _COMPACT_WITH_POINTS, replace(_COMPACT, points=_MORE_POINTS), _COMPACT):
            html = _html(edition, order, limits, templates)
            if html is not None:
                return html
    low, high, best = 0, min(units, MAX_HTML // _SMALLEST), ""
    while low <= high:
        middle = (low + high) // 2
        html = _html(edition, order, replace(_COMPACT, directives=middle), templates)
        if html is None:
            high = middle - 1
        else:
            low, best = middle + 1, html
    if best:
        return best
    # a template of one's own may be too large even when empty: a long mail is better than none
    empty = view(edition, order, replace(_COMPACT, directives=0))
    return _inline(fill("edition.html.j2", {"edition": empty}, templates))


def render(
    edition: Edition,
    *,
    key: str,
    languages: tuple[str, ...],
    english: English,
    title: str | None = None,
    keywords: str | None = None,
    manage: str | None = None,
    notes: Notes | None = None,
    templates: Path | None = None,
) -> Rendition:
    """Render an edition that the caller has already filtered. Same input, same bytes.

    ``key`` is stored as it is. ``languages`` are ``zh-Hans``, ``zh-Hant`` and ``en`` in the order shown. ``english``
    maps (context, Chinese) to a translation of each of ``texts_to_translate``. ``title`` replaces the catalogue's,
    ``keywords`` and ``manage`` (how to change or stop the mail; URLs become links) go to the footer;
    ``notes`` say who made the English, None when there are only the embedded rules. ``templates`` is a folder whose
    files replace the shipped ones of the same name.

    Raises RenderError for a missing or broken template, ValueError for a language it does not know.
    """
    if not languages or len(set(languages)) != len(languages) or not LANGUAGES.issuperset(languages):
        raise ValueError(f"languages must be of {sorted(LANGUAGES)}, each once: {languages!r}")
    order = Order(
        languages=languages, title=title, keywords=keywords, manage=manage, notes=notes or Notes(), english=english
    )
    whole = view(edition, order, Limits())
    return Rendition(
        key=key,
        subject=subject(edition, order),
        html=_fitting(edition, order, templates),
        text=re.sub(r"\n{3,}", "\n\n", fill("edition.txt.j2", {"edition": whole}, templates)),
        stories=len(edition.stories),
        directives=sum(len(story.brief.directives) for story in edition.stories),
    )

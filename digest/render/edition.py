"""Edition → Rendition: subject, HTML within the size that mail clients show, a complete text part.

Where the HTML says that there is more, the whole edition goes with it as a page of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from digest.model import Edition, FullPage, Rendition
from digest.render.english import English
from digest.render.notes import Notes
from digest.render.subject import subject
from digest.render.templating import fill
from digest.render.view import EditionView, Limits, Order, today, view

#: bytes before and after inlining: Gmail clips a message at about 102 kB, and inlining adds two thirds
MAX_SOURCE = 55_000
MAX_HTML = 95_000
#: bytes of a message with its attachment: room for some 2,700 directives of real news in two languages, and less than
#: what a Postfix takes that nobody told otherwise (10,240,000); big providers take more
MAX_MESSAGE = 8_000_000
#: of them, what header fields and boundaries may take
_FIELDS = 20_000

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


def _tidy(source: str) -> str:
    """The document as the parser of ``_inline`` reads it: every element closed, styles where they are."""
    import css_inline  # noqa: PLC0415 - as above

    plain = css_inline.CSSInliner(inline_style_tags=False, keep_style_tags=True, load_remote_stylesheets=False)
    return plain.inline(source)


def _sent(size: int) -> int:
    """Bytes of a part of a message: base64 in lines of 76, each with CRLF."""
    return -(-size // 57) * 78


def _size(text: str) -> int:
    """Bytes of a text whose lines end in CRLF."""
    return len(text.encode("utf-8", "replace")) + text.count("\n")


def _full(whole: EditionView, edition: Edition, text: str, templates: Path | None) -> FullPage | None:
    """The view without limits as a page of its own; None when it and ``text`` are too large for one message.

    A browser reads style elements: nothing is inlined, which saves two fifths.
    """
    # the mail's own HTML is not there yet; every other byte of it may be the end of a line
    room = MAX_MESSAGE - _FIELDS - _sent(_size(text)) - _sent(2 * MAX_HTML)
    if room <= 0:
        return None
    page = replace(whole, full=whole.say("full_edition"))
    html = _tidy(fill("edition.html.j2", {"edition": page}, templates))
    if _sent(_size(html)) > room:
        return None
    return FullPage(name=f"digest-{today(edition).isoformat()}.html", html=html)


@dataclass(frozen=True, slots=True)
class _Shown:
    """The HTML of a mail, and the page it speaks of."""

    html: str
    full: FullPage | None


@dataclass(frozen=True, kw_only=True, slots=True)
class _Press:
    """Fits an edition into the size that mail programs show."""

    edition: Edition
    order: Order
    templates: Path | None
    #: gives the full page when it is first needed, None where there can be none
    full: Callable[[], FullPage | None]

    def fitting(self) -> _Shown:
        """The longest that fits: everything, else fewer points, else compact, else the best directives."""
        units = sum(max(1, len(story.brief.directives)) for story in self.edition.stories)
        if units * _SMALLEST <= MAX_HTML:
            few = replace(_WHOLE, points=_FEW_POINTS)
            for limits in (_WHOLE, few, _COMPACT_WITH_POINTS, replace(_COMPACT, points=_MORE_POINTS), _COMPACT):
                if (shown := self._within(limits)) is not None:
                    return shown
        best: _Shown | None = None
        low, high = 0, min(units, MAX_HTML // _SMALLEST)
        while low <= high:
            middle = (low + high) // 2
            shown = self._within(replace(_COMPACT, directives=middle))
            if shown is None:
                high = middle - 1
            else:
                low, best = middle + 1, shown
        if best:
            return best
        # a template of one's own may be too large even when empty: a long mail is better than none
        empty = self._source(replace(_COMPACT, directives=0))
        return replace(empty, html=_inline(empty.html))

    def _within(self, limits: Limits) -> _Shown | None:
        """The mail within limits, or None when it is larger than mail clients show."""
        source = self._source(limits)
        if len(source.html.encode()) > MAX_SOURCE:
            return None
        shown = replace(source, html=_inline(source.html))
        return shown if len(shown.html.encode()) <= MAX_HTML else None

    def _source(self, limits: Limits) -> _Shown:
        """The mail before its styles are inlined."""
        seen = view(self.edition, self.order, limits)
        page = self.full() if seen.leaves_out else None
        html = fill("edition.html.j2", {"edition": replace(seen, attached=page is not None)}, self.templates)
        return _Shown(html, page)


def _require_known(languages: tuple[str, ...]) -> None:
    if not languages or len(set(languages)) != len(languages) or not LANGUAGES.issuperset(languages):
        raise ValueError(f"languages must be of {sorted(LANGUAGES)}, each once: {languages!r}")


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
    attach: bool = True,
) -> Rendition:
    """Render an edition that the caller has already filtered. Same input, same bytes.

    ``key`` is stored as it is. ``languages`` are ``zh-Hans``, ``zh-Hant`` and ``en`` in the order shown. ``english``
    maps (context, Chinese) to a translation of each of ``texts_to_translate``. ``title`` replaces the catalogue's,
    ``keywords`` and ``manage`` (how to change or stop the mail; URLs become links) go to the footer; ``notes`` say who
    made the English, None for the embedded rules alone. ``templates``: a folder whose files replace those shipped.
    ``attach``: a mail that had to be shortened brings its full page.

    Raises RenderError for a missing or broken template, ValueError for a language it does not know.
    """
    _require_known(languages)
    order = Order(
        languages=languages, title=title, keywords=keywords, manage=manage, notes=notes or Notes(), english=english
    )
    whole = view(edition, order, Limits())
    text = re.sub(r"\n{3,}", "\n\n", fill("edition.txt.j2", {"edition": whole}, templates))
    page = cache(lambda: _full(whole, edition, text, templates) if attach else None)
    shown = _Press(edition=edition, order=order, templates=templates, full=page).fitting()
    return Rendition(
        key=key,
        subject=subject(edition, order),
        html=shown.html,
        text=text,
        stories=len(edition.stories),
        directives=sum(len(story.brief.directives) for story in edition.stories),
        full=shown.full,
    )

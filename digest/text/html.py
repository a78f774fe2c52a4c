"""From an HTML page to the lines that ``clean`` reads: title and stamp first, then the body.

trafilatura finds the body; the title, source and stamp stand outside it on Chinese government pages and are taken from
the ``ArticleTitle``, ``PubDate`` and ``ContentSource`` meta elements those sites share, else from the visible lines.
"""

from __future__ import annotations

import re
from typing import Any

from digest.text.script import han_count

_META_TITLE = ("ArticleTitle", "og:title")
_META_SOURCE = ("ContentSource",)
_META_DATE = ("PubDate", "publishdate", "article:published_time")
_STAMP_LINE = re.compile(
    r"来\s*源\s*[：:]|來\s*源\s*[：:]|发布(?:时间|日期)|發布(?:時間|日期)|20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+\d{1,2}:\d{2}"
)
#: references to characters that no XML tree may hold: lxml gives them out and refuses them back
_CONTROL_REFERENCE = re.compile(r"&#(?:x0*(?:1[0-9a-f]|[0-9a-f])|0*(?:[12]?\d|3[01]));?(?![0-9a-f])", re.IGNORECASE)
_SITE_NAME = re.compile(r"\s*[-_|–—]+\s*[^-_|–—]{2,20}$")
_BLOCKS = frozenset(
    ("p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "td", "section", "article", "header", "footer", "title")
)  # fmt: skip
_UNSEEN = frozenset({"script", "style", "noscript"})


def page_lines(html: str) -> str:
    """Lines of the page in reading order: title, source and stamp, body. Empty when the page has no text.

    >>> page_lines("<h1>云溪县召开防汛会</h1><p>来源：云溪融媒</p>").splitlines()
    ['云溪县召开防汛会', '来源：云溪融媒']
    """
    from lxml import etree  # noqa: PLC0415 - heavy, and only HTML needs it

    if not html.strip():
        return ""
    html = _CONTROL_REFERENCE.sub(" ", html)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = etree.fromstring(html.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    if tree is None:
        return ""
    visible = _visible(tree)
    body = _body(html) or "\n".join(visible)
    head = [line for line in (_title(tree), *_credits(tree, visible)) if line]
    return "\n".join([*head, *(line for line in body.splitlines() if line.strip() not in head)])


def _body(html: str) -> str:
    import trafilatura  # noqa: PLC0415

    return trafilatura.extract(html, include_comments=False, include_tables=False, favor_recall=True) or ""


def _visible(tree: Any) -> list[str]:
    from lxml import etree  # noqa: PLC0415

    pieces: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        edge = "\n" if element.tag in _BLOCKS else ""
        shown = element.tail if event == "end" else None if element.tag in _UNSEEN else element.text
        pieces += (edge, shown or "")
    text = "".join(pieces)
    return [line for raw in text.splitlines() if (line := re.sub(r"\s+", " ", raw).strip())]


def _meta(tree: Any, names: tuple[str, ...]) -> str | None:
    for element in tree.iter("meta"):
        key = element.get("name") or element.get("property") or ""
        if key.lower() in {n.lower() for n in names} and (content := (element.get("content") or "").strip()):
            return str(content)
    return None


def _title(tree: Any) -> str | None:
    """The headline: the site's own meta element, else the one h1, else the document title without the site's name."""
    if stated := _meta(tree, _META_TITLE):
        return stated
    headings = [" ".join("".join(h.itertext()).split()) for h in tree.iter("h1")]
    for heading in headings:
        if han_count(heading) >= 7:
            return heading
    title = next((" ".join("".join(t.itertext()).split()) for t in tree.iter("title")), "")
    title = _SITE_NAME.sub("", title)
    return title if han_count(title) >= 7 else None


def _credits(tree: Any, visible: list[str]) -> list[str]:
    source, date = _meta(tree, _META_SOURCE), _meta(tree, _META_DATE)
    stated = " ".join(
        part for part in (f"来源：{source}" if source else "", f"发布时间：{date}" if date else "") if part
    )
    if source and date:
        return [stated]
    shown = [line for line in visible if len(line) <= 120 and _STAMP_LINE.search(line) and "。" not in line]
    return [line for line in (stated, *shown[:2]) if line]

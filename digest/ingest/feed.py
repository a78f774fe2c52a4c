"""The entries of a feed file: RSS 0.9x, 1.0 and 2.0, Atom (RFC 4287).

Each entry becomes a small page with the meta elements that Chinese government sites share, so that title, stamp and
source are read as those of any page. lxml and not feedparser: 3 MB of unclosed tags keep that busy for minutes.
"""

from __future__ import annotations

import hashlib
import html
import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from html.entities import html5
from typing import Any

from digest.errors import BinaryDocument, DocumentError, EmptyDocument, HugeDocument
from digest.ingest.encoding import decode

_MAX_BYTES = 5_000_000
_MAX_ENTRIES = 1000
_CHINA = timezone(timedelta(hours=8))
_ROOTS = frozenset({"rss", "feed", "rdf"})
_CLOSED = re.compile(r"</(?:[\w.-]+:)?(?:rss|feed|rdf)\s*>", re.IGNORECASE)
_PROLOGUE = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
#: HTML's names of characters, which XML does not know; the five of XML stay
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,30});")
_TAG = re.compile(r"<[a-zA-Z/!][^<>]*>")
_SCHEME = re.compile(r"^\w+:(?://)?(?:[^/]*\.[^/]*/)?")
_UNSHOWN = re.compile(r"[^\w.]+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One article of a feed."""

    #: of the entry in its feed, and the same when the feed grows; fit to be shown behind the file's name
    name: str
    #: an HTML page
    page: str


def read(data: bytes) -> tuple[tuple[Entry, ...], str]:
    """The entries in the order of the feed, and the encoding. DocumentError says why there are none."""
    if len(data) > _MAX_BYTES:
        raise HugeDocument(f"a feed file larger than the limit of {_MAX_BYTES // 1_000_000} MB")
    text, encoding = decode(data)
    items = _items(text)
    if not any(_content(item) for item in items):
        raise EmptyDocument("the feed holds only titles and links, no text of articles")
    entries: dict[str, Entry] = {}
    for item in items:
        page = _page(item)
        name = _name(item)
        if name in entries and entries[name].page != page:  # feeds that give every entry the same id
            name = f"{name}-{hashlib.sha256(page.encode()).hexdigest()[:6]}"
        entries.setdefault(name, Entry(name=name, page=page))
    return tuple(entries.values()), encoding


def _items(text: str) -> list[Any]:
    from lxml import etree  # noqa: PLC0415 - heavy, and not every folder has feeds

    if "<!ENTITY" in text:
        raise BinaryDocument("declares entities of its own: not read, it could be made to do harm")
    source = _NAMED.sub(_character, _PROLOGUE.sub("", text)).strip()
    parser = etree.XMLParser(
        encoding="utf-8", recover=True, resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(source.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BinaryDocument("damaged: it cannot be read as XML") from error
    if root is None or _local(root).lower() not in _ROOTS:
        raise DocumentError("not an RSS or Atom feed; other XML files are not read")
    if not _CLOSED.search(source):
        raise DocumentError("the feed is cut off before its end; get it again")
    items = [element for element in root.iter() if _local(element) in {"item", "entry"}]
    if not items:
        raise EmptyDocument("the feed has no entries")
    if len(items) > _MAX_ENTRIES:
        raise HugeDocument(f"{len(items)} entries in one feed, more than the limit of {_MAX_ENTRIES}")
    return items


def _character(named: re.Match[str]) -> str:
    return html.escape(html5.get(f"{named[1]};", named[0]))


def _page(item: Any) -> str:
    metas = {
        "ArticleTitle": _plain(_first(item, "title")),
        "PubDate": _published(_first(item, "pubDate", "published", "date", "updated", "modified")),
        "ContentSource": _plain(_source(item)),
    }
    stated = "".join(f'<meta name="{k}" content="{html.escape(v)}">\n' for k, v in metas.items() if v)
    title = f"<title>{html.escape(metas['ArticleTitle'])}</title>\n"
    return f"<html><head>\n{title}{stated}</head><body><article>\n{_content(item)}\n</article></body></html>"


def _content(item: Any) -> str:
    """The fullest telling that the entry has, as HTML."""
    tellings = [_markup(child) for child in item if _local(child) in {"encoded", "content", "description", "summary"}]
    return max(tellings, key=len, default="")


def _markup(element: Any) -> str:
    from lxml import etree  # noqa: PLC0415

    if len(element):  # Atom's type="xhtml"
        return str(etree.tostring(element, encoding="unicode", method="html", with_tail=False))
    text = (element.text or "").strip()
    if _TAG.search(text) and element.get("type") != "text":
        return text
    return "\n".join(f"<p>{html.escape(html.unescape(line.strip()))}</p>" for line in text.splitlines() if line.strip())


def _published(stamp: str) -> str:
    """The stamp as Chinese pages write it: an instant with a zone in Chinese time, any other as it stands."""
    try:
        # China's own "CST" is not the American one that RFC 2822 knows
        moment = parsedate_to_datetime(re.sub(r"\bCST\b", "+0800", stamp))
    except (ValueError, TypeError, OverflowError, IndexError):
        try:
            moment = datetime.fromisoformat(stamp)
        except ValueError:
            return stamp[:40]
    try:
        local = moment if moment.tzinfo is None else moment.astimezone(_CHINA)
    except OverflowError:
        return ""
    return f"{local:%Y-%m-%d %H:%M}"


def _source(item: Any) -> str:
    """RSS names the outlet in ``source``, Atom in the title of the ``source`` feed."""
    for child in item:
        if _local(child) == "source":
            return _first(child, "title") or (child.text or "").strip()
    return ""


def _name(item: Any) -> str:
    """From the entry's id, else its link, else its title: readable, and with a mark where characters were left out."""
    links = [child.get("href") or child.text or "" for child in item if _local(child) == "link"]
    given = _first(item, "guid", "id") or next((link.strip() for link in links if link.strip()), "")
    given = given or _first(item, "title") or _content(item)
    shown = _UNSHOWN.sub("-", _SCHEME.sub("", given)).strip("-.")[-40:].strip("-.")
    return shown if shown == given else f"{shown}-{hashlib.sha256(given.encode()).hexdigest()[:6]}".lstrip("-")


def _first(parent: Any, *names: str) -> str:
    for name in names:
        for child in parent:
            if _local(child) == name and (text := "".join(child.itertext()).strip()):
                return text
    return ""


def _plain(text: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", html.unescape(text))).split())


def _local(element: Any) -> str:
    """The name of an element without its namespace; empty for what is no element."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""

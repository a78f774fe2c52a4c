"""Directives: who demands what of whom, by when, read from reported official speech.

``people`` knows who is named, ``speech`` whose words a passage is, ``narrative`` what only tells. ``markers``, ``owner`` and
``verbs`` read single clauses, ``content`` a segment. ``grammar`` decides what a segment is after what stands before it,
``cutting`` carries that out through the article, ``fields`` reads the rest off the finished text.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence

from digest.model import Directive, Sentence
from digest.text import deadlines
from digest.text.directives import fields
from digest.text.directives.central import is_central
from digest.text.directives.cutting import Cutter
from digest.text.directives.issuer import Speakers
from digest.text.directives.people import Officials
from digest.text.directives.scope import Item, Scope
from digest.text.directives.speech import Listener
from digest.text.directives.topics import Topics
from digest.text.notices import announces
from digest.text.segment import segments

#: kinds of text that hold no demands, whatever words they use
WITHOUT_DIRECTIVES = frozenset({"appointment"})
#: a draft that the public is asked about demands nothing yet
_DRAFT = re.compile(r"征求意见稿）?$|(?:公开|向社会|面向社会|社会各界)[^。]{0,12}征求[^。]{0,6}意见(?!稿)")
_KIND = re.compile(r"(通知|通告|公告|意见|决定|办法|方案|规定|细则|要点|提示|提醒|令|函|批复)(?:（[^）]*）)?$")
_MARKS = re.compile(r"[\W_]+")


def extract(
    body: Sequence[str], *, title: str | None = None, doc_type: str = "other", issuing_body: str | None = None
) -> tuple[Directive, ...]:
    """All directives of a body, in order; ``issuing_body`` is the issuer of a notice.

    >>> d, = extract(["县长张山强调，各乡镇要在6月底前完成排查。"])
    >>> d.issuer, d.verb, d.owner, d.text, d.deadline
    ('张山（县长）', '强调', '各乡镇', '各乡镇要在6月底前完成排查', '6月底前')
    """
    if doc_type in WITHOUT_DIRECTIVES or not body or _DRAFT.search(title or "") or _DRAFT.search(body[0][:200]):
        return ()
    text = "\n".join(body)
    cutter = Cutter(
        listener=Listener(speakers=Speakers(officials=Officials(text), text=text)),
        central=is_central(body[0]),
    )
    if doc_type == "notice":
        unannounced = not any(map(announces, body))
        verb = _kind_of_notice(title)
        cutter.scope = Scope(issuer=issuing_body, verb=verb, notice=True, listing=True, unannounced=unannounced)
    by_paragraph: dict[int, list[Sentence]] = {}
    for segment in segments(body):
        by_paragraph.setdefault(segment.paragraph, []).append(segment)
    for number, paragraph in enumerate(body):
        cutter.read(paragraph, by_paragraph.get(number, []))
    topics = Topics(text, title=title, lead=len(body[0]))
    return _unique(_directive(item, text, topics) for item in cutter.finish())


def _kind_of_notice(title: str | None) -> str:
    match = _KIND.search(title or "")
    return match[1] if match else "通知"


def _directive(item: Item, text: str, topics: Topics) -> Directive:
    demand = text[item.start : item.end]
    key = _MARKS.sub("", f"{item.issuer or ''}|{demand}")
    head, kind = fields.head_and_type(demand)
    return Directive(
        id=hashlib.sha256(key.encode()).hexdigest()[:10],
        text=demand,
        head=head,
        issuer=item.issuer,
        verb=item.verb,
        marker=item.marker,
        owner=item.owner,
        owner_implied=item.implied,
        deadline=deadlines.find(demand),
        deadline_date=None,
        deadline_basis=None,
        deadline_rule=None,
        topics=topics.of(item.start, item.end),
        strength=fields.strength(item.marker, demand),
        list_path=item.list_path,
        type=kind,
        start=item.start,
        end=item.end,
        rules=item.rules,
    )


def _unique(found: Iterable[Directive]) -> tuple[Directive, ...]:
    """The same words of the same issuer count once."""
    kept: dict[str, Directive] = {}
    for directive in found:
        kept.setdefault(directive.id, directive)
    return tuple(kept.values())

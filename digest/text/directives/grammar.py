"""The grammar of cutting: what a segment of speech is, after what has been read before it.

Each rule is a pure function of the case at hand. The first that decides is kept with the directive, by its name;
``rules.MEANINGS`` says what each name means. A comma never splits, so no rule is named for it.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Callable
from dataclasses import dataclass

from digest import data
from digest.text.directives import narrative
from digest.text.directives.arrangements import arranges
from digest.text.directives.content import Content
from digest.text.directives.markers import Kind, appraises, ordinal
from digest.text.directives.numbering import is_item
from digest.text.directives.scope import Item, Scope
from digest.text.segment import mask

_CUES = data.sections("cues")
_NUMERAL_PHRASE = re.compile(
    r"“[^”]{0,6}[一二三四五六七八九十两几][^”]{0,8}”|[一二三四五六七八九十两几多](?:个|项|点|条|方面)[\u4e00-\u9fff]{0,8}$|(?:[一二三四五六七八九十]个[\u4e00-\u9fff]{2,4}){2}"
)
_ANNOUNCES = re.compile(rf"(?:{data.alternation(_CUES['umbrella'])})")
_LABEL_WITHOUT_OBJECT = re.compile(
    r"^[^，、]{2,8}(?:要|必须)[\u4e00-\u9fff]{0,3}[位力效准实严数招硬高强好全细紧快稳牢清明足先新到]$"
)
#: 由县住建局负责 · 县水利局牵头 · 请各学校于4月2日前报: how a list assigns work without a marker
_ASSIGNED = re.compile(
    r"^(?:由[^，]{2,24}(?:负责|牵头|组织)|[^，]{2,24}(?:牵头|负责)|请[^，]{2,24}(?:于|在|按|将|认真|结合|做好|抓好))"
)
_MARKS = re.compile(r"[\W_]")
_SLOGAN = re.compile(r"“([^”]{2,12})”")
#: 五个加大, 三点要求
_COUNTED = re.compile(
    r"(?:[一二三四五六七八九十两几]个[\u4e00-\u9fff]{2,4})+|[一二三四五六七八九十两几]个?(?:方面|项|点)[\u4e00-\u9fff]{0,6}"
)
#: behind these a speech turns to something else, so that no label reaches over them
_TURNS = ("下一步", "下一阶段", "下阶段", "接下来", "今后")
#: characters of a label, without punctuation
_LABEL_LENGTH = 20


class Act(enum.Enum):
    """What becomes of a segment."""

    NEW = "a directive of its own"
    JOIN = "a part of the directive before it"
    ANNOUNCE = "a heading whose items follow"
    END = "nothing, and the directive before it is complete"
    DROP = "nothing"


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision:
    """What a segment is, by which rule; ``marker`` where the segment has none of its own."""

    act: Act
    rule: str = ""
    marker: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """A segment of speech and where it stands."""

    content: Content
    scope: Scope
    #: the mark that ends the segment before, and the text of the one after
    before: str
    after: str
    #: a reporting clause opens the segment
    tagged: bool
    #: a number of a notice opens it
    numbered: bool
    #: readout of a central meeting
    central: bool
    #: the items between the ；of the paragraph may hold several sentences
    long_items: bool

    @property
    def item(self) -> Item | None:
        """The directive that is being read."""
        return self.scope.item

    @property
    def marked(self) -> bool:
        """True if the first demand clause has a marker."""
        return self.content.kind is Kind.MARKED


def decide(case: Case) -> Decision:
    """Apply the rules in order."""
    return next((found for rule in _RULES if (found := rule(case))), Decision(act=Act.DROP))


def _told(case: Case) -> Decision | None:
    if narrative.is_past(case.content) and not case.content.ordinal:
        return Decision(act=Act.END)
    return Decision(act=Act.DROP) if narrative.is_wish(case.content) else None


def _courtesy(case: Case) -> Decision | None:
    return Decision(act=Act.DROP) if case.scope.notice and _COURTESY.match(case.content.text) else None


def _asked(case: Case) -> Decision | None:
    """请您问清去处: each sentence of a notice that asks whoever reads it counts for itself."""
    asking = case.scope.requested or case.scope.number or case.scope.unannounced
    if case.scope.notice and asking and case.content.asks_readers:
        return Decision(act=Act.NEW, rule="notice", marker="请")
    return None


def _list_item(case: Case) -> Decision | None:
    found, scope = case.content.ordinal, case.scope
    if found and (found.demands or case.marked or scope.demanded or scope.requested):
        return Decision(act=Act.NEW, rule="marked" if found.demands else "list item")
    return None


def _heading(case: Case) -> Decision | None:
    return Decision(act=Act.ANNOUNCE) if case.marked and _announces_a_list(case) else None


def _first_item(case: Case) -> Decision | None:
    waiting = case.scope.umbrella is not None and case.item is None and not case.scope.number
    if waiting and not case.marked:
        return Decision(act=Act.NEW, rule="umbrella", marker="要(umbrella)")
    return None


def _semicolon(case: Case) -> Decision | None:
    demanding = case.item or (case.scope.demanded and case.content.kind is not Kind.OTHER)
    if case.before == "；" and demanding:
        return Decision(act=Act.NEW, rule="semicolon", marker="要(inherited)")
    return None


def _after_label(case: Case) -> Decision | None:
    waiting = case.item is not None and case.item.label
    return Decision(act=Act.JOIN, rule="label") if waiting and not case.tagged and not case.content.new_topic else None


def _marked(case: Case) -> Decision | None:
    return Decision(act=Act.NEW, rule="marked") if case.marked else None


#: what a notice says out of courtesy: 由此带来的不便，敬请谅解
_COURTESY = re.compile(
    r"(?:非常|衷心)?感谢|由此(?:带来|造成)|(?:给|对)[^，]{0,10}(?:造成|带来)[^，]{0,6}不便|敬请[^，]{0,6}(?:谅解|理解)|不便之处"
)
#: what a notice tells besides what it asks
_TELLS_IN_NOTICE = (narrative.is_done, narrative.is_ground, narrative.permits)


def _requested(case: Case) -> Decision | None:
    scope, content = case.scope, case.content
    assigned = scope.listing and _ASSIGNED.match(content.text)
    first = case.tagged or case.numbered or case.item is None
    told = scope.notice and any(tells(content) for tells in _TELLS_IN_NOTICE)
    arranged = scope.notice and case.numbered and (scope.forbids or arranges(content.text))
    if scope.requested and first and not told and (content.can_be_requested or assigned or arranged):
        return Decision(act=Act.NEW, rule="notice" if scope.notice else "request", marker=scope.verb or "要求")
    return None


def _marked_later(case: Case) -> Decision | None:
    if case.item is None and case.content.later_marker and case.content.kind is not Kind.OTHER:
        return Decision(act=Act.NEW, rule="marked", marker=case.content.later_marker)
    return None


def _appraisal(case: Case) -> Decision | None:
    """普查是一次重大调查，…: between two demands it says what they are for, and is part of neither."""
    content = case.content
    whole = case.central or content.kind in (Kind.OTHER, Kind.FRAME)
    appraised = any(map(appraises, content.clause_texts if whole else content.clause_texts[:1]))
    return Decision(act=Act.DROP) if case.item and appraised else None


def _inherited(case: Case) -> Decision | None:
    if case.item and case.central and not case.scope.number and not narrative.is_done(case.content):
        return Decision(act=Act.NEW, rule="inherited", marker="要(inherited)")
    return None


def _new_owner(case: Case) -> Decision | None:
    content = case.content
    opens = content.kind is Kind.OWNED and not any(content.lead_in)
    if case.item and opens and content.owner != case.item.owner and not narrative.is_done(content):
        return Decision(act=Act.NEW, rule="owner", marker="要(inherited)")
    return None


def _elaboration(case: Case) -> Decision | None:
    aside = case.item and case.item.marker == "请" and case.content.kind is Kind.OTHER  # 我公司人手已到位
    if case.item and not aside and not case.tagged and not narrative.is_done(case.content):
        return Decision(act=Act.JOIN, rule="elaboration")
    return None


_RULES: tuple[Callable[[Case], Decision | None], ...] = (
    _told,
    _courtesy,
    _list_item,
    _heading,
    _first_item,
    _semicolon,
    _after_label,
    _marked,
    _asked,
    _requested,
    _marked_later,
    _appraisal,
    _inherited,
    _new_owner,
    _elaboration,
)


def is_label(case: Case) -> bool:
    """True for the short heading of a list item, which joins the sentence after it (一要加大宣传力度。)."""
    content, scope = case.content, case.scope
    if content.owner or content.asks_readers or content.text_with_end.endswith("；") or case.after.startswith(_TURNS):
        return False
    numbered = content.ordinal is not None or case.numbered or scope.notice
    listed = numbered or (case.long_items and (case.before == "；" or case.after.endswith("；")))
    apart = case.central and not scope.number  # there every sentence counts for itself
    size = len(_MARKS.sub("", content.demand))
    return (listed and not apart and size <= _LABEL_LENGTH) or _LABEL_WITHOUT_OBJECT.match(content.demand) is not None


def _announces_a_list(case: Case) -> bool:
    """A heading that only announces a list: one clause without content of its own, and items follow."""
    demand = case.content.demand
    if "，" in mask(demand) or len(demand) > 40:
        return False
    if ordinal(case.after) or is_item(case.after):
        return bool(_NUMERAL_PHRASE.search(demand) or _ANNOUNCES.search(demand))
    return bool(_ANNOUNCES.search(demand)) and (case.after.endswith("；") or demand.endswith("："))


def list_name(text: str) -> str:
    """The name of the list that a heading announces: 五个加大."""
    if match := _SLOGAN.search(text):
        return match[1]
    match = _COUNTED.search(text)
    return match[0] if match else ""

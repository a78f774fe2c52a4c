"""Reads the segments of an article in order and collects the demands, each with the rules that made it.

Speech is cut at 。；！; ``speech`` says whose it is, ``narrative`` where it ends, ``grammar`` what each segment is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from digest.model import Sentence
from digest.text.directives.arrangements import arranged
from digest.text.directives.content import ASSIGNMENT, Content
from digest.text.directives.grammar import Act, Case, Decision, decide, is_label, list_name
from digest.text.directives.markers import Kind, ordinal, read_clause
from digest.text.directives.narrative import is_contact, narrates
from digest.text.directives.numbering import behind_name, follows, is_item, opening, section_of
from digest.text.directives.scope import Item, Scope
from digest.text.directives.speech import Listener, Tag, may_report, without_authority
from digest.text.notices import announces
from digest.text.segment import clauses

#: 会议部署了排查整治: its ；items may be demands
_DEPLOYED = re.compile(r"会议[^，]*部署(?:了)?[^，]*$")
#: the line that a notice opens with: whom it is for
_SALUTATION = re.compile(r"^(?=[^：]*(?:各|政府|单位|部门|企业|学校|机构|办事处|管委会|局))[^。；：]{4,80}：$")
#: by these rules a segment without a marker is a directive from its first word on
_WHOLE = frozenset({"inherited", "semicolon", "umbrella"})
#: whoever reads them is told
_STRICT = frozenset({"严禁", "禁止", "不得", "不准", "必须", "务必"})
#: 二、禁止行为：‖ （一）洗车；: the items are what is forbidden
_FORBIDS = re.compile(
    r"(?:禁止|严禁|不得有?|不准)[^，。；：]{0,12}(?:行为|事项|活动|情形)[^，。；：]{0,8}：$|(?:严禁|禁止|不得)(?:下列|以下)[^。；：]{0,16}：$"
)
#: 本通告由县住建局负责解释: the paper about itself
_ABOUT_ITSELF = re.compile(
    r"^本(?:通知|通告|公告|意见|办法|方案|细则|规定|要点)(?:自|由|有效|从|印发|发布|执行)|^特此(?:通知|通告|公告)"
)


@dataclass(kw_only=True, slots=True)
class Cutter:
    """Reads the segments of one article in order and collects the items."""

    listener: Listener
    central: bool = False
    scope: Scope = field(default_factory=Scope)
    items: list[Item] = field(default_factory=list)

    def read(self, paragraph: str, segments: list[Sentence]) -> None:
        """Read one paragraph."""
        self._enter(paragraph)
        self.scope.long_items = _long_items(segments)
        for number, segment in enumerate(segments):
            after = segments[number + 1].text if number + 1 < len(segments) else ""
            before = segments[number - 1].text[-1:] if number else ""
            for part in self.listener.parts(segment, self.scope.issuer):
                self._read_segment(part, before, after)
                before = "；"
            self._assign(segment)
        if self.scope.open and paragraph.endswith(("：", "—")):
            self.scope.listing = True
        if self.scope.notice and paragraph.endswith("："):
            self.scope.forbids = _FORBIDS.search(paragraph) is not None
        elif not paragraph.endswith("；"):
            self.scope.forbids = False
        if self.scope.notice and announces(paragraph):
            self.scope.open = self.scope.requested = True
        self.scope.complete = paragraph.endswith(("。", "！"))
        if not self._heading_waits(paragraph):
            self._close()

    def _assign(self, segment: Sentence) -> None:
        """Keep whom a bracket behind the demand makes responsible."""
        text = segment.text.rstrip("。；")
        assigned = ASSIGNMENT.search(text) if text.endswith("）") else None
        if assigned and (item := self.scope.item):
            implied = None if item.owner else assigned["whom"]
            self.scope.item = replace(item, implied=implied, label=False)  # what is assigned is no heading

    def finish(self) -> list[Item]:
        """All items, the last one closed."""
        self._close()
        return self.items

    def _heading_waits(self, paragraph: str) -> bool:
        """A numbered heading on a line of its own joins the text below it, or goes if that is numbered too."""
        scope, item = self.scope, self.scope.item
        if not (item and item.label):
            return False
        broken = (
            scope.number is not None and not scope.notice
        )  # 一是实行“一平台”。‖ 各区要…: a page that broke the item
        return broken or (scope.listing and not paragraph.endswith(("。", "；", "！")))

    def _enter(self, paragraph: str) -> None:
        scope = self.scope
        if section := section_of(paragraph):
            self._close()
            self.scope = Scope(section=section)
        elif paragraph.startswith("●"):
            self._close()
            self.scope = Scope(section=scope.section)
        elif scope.notice:
            self._enter_notice(paragraph)
        elif scope.open and follows(scope.number, ordinal(paragraph)):
            self._close()  # ‖ 三是: the list goes on
        elif not (scope.item and scope.item.label) and not (scope.listing and is_item(paragraph)):
            self._close()
            scope.listing = False
            scope.open = scope.requested = scope.demanded = scope.paused = False
            scope.umbrella = scope.number = None

    def _enter_notice(self, paragraph: str) -> None:
        """A paragraph without a number behind one that is complete demands only what it marks."""
        scope = self.scope
        if paragraph.startswith("附件"):
            self._close()
            self.scope = Scope()  # what is attached asks nothing
        elif _SALUTATION.match(paragraph):
            scope.addressees = paragraph.rstrip("： ")
        elif not is_item(paragraph) and scope.number and scope.complete:
            scope.requested = False

    def _read_segment(self, segment: Sentence, before: str, after: str) -> None:
        opens = opening(segment.text, first=not before)
        at = opens.at
        if opens.number is not None and self.scope.listing:
            self._open_list_item(opens.number)
            at = behind_name(segment.text, at) if self.scope.notice else at
        if self.scope.notice and (opens.heading or opens.ordinal):
            self._close()
            self.scope.open = self.scope.requested = self.scope.demanded = not opens.heading
        tag, at = (None, at) if self.scope.notice else self._tag(segment, at)
        if tag:
            self._close()
            self.scope.issuer, self.scope.verb = tag.issuer, tag.verb
            self.scope.open, self.scope.requested, self.scope.demanded = True, tag.demands, False
            self.scope.umbrella = self.scope.number = None
        if not tag and not self._may_be_speech(segment, before):
            return
        whole = self.scope.notice or (tag is not None and tag.run_on)
        content = Content.read(segment, at, whole=whole)
        if content is None:
            return
        if not tag and self._ends_speech(content, before):
            return
        if self.scope.open:
            self._place(
                Case(
                    content=content,
                    scope=self.scope,
                    before=before,
                    after=after,
                    tagged=tag is not None,
                    numbered=opens.number is not None,
                    central=self.central,
                    long_items=self.scope.long_items,
                )
            )
        if segment.text.endswith("”"):  # “要守住底线。”: with the quotation the speech ends
            self._close()
            self.scope.paused, self.scope.open = self.scope.open or self.scope.paused, False

    def _may_be_speech(self, segment: Sentence, before: str) -> bool:
        """False for what cannot be anybody's words: no speech is open, and none can be taken up here."""
        anywhere = not before or self.scope.paused or self.scope.unannounced
        resumable = self.scope.issuer is not None and anywhere
        return self.scope.open or resumable or _DEPLOYED.match(segment.text) is not None

    def _open_list_item(self, number: str) -> None:
        if self.scope.item and self.scope.item.label and not self.scope.complete:
            self.scope.item = None  # 一、压实责任 ‖ （一）…: a heading over numbered items only announces them
        self._close()
        self.scope.open = self.scope.requested = self.scope.demanded = True
        self.scope.number = number or None

    def _tag(self, segment: Sentence, at: int) -> tuple[Tag | None, int]:
        """The last reporting clause before the first demand, and where the speech after it begins."""
        found: Tag | None = None
        if not may_report(segment.text):
            return None, at
        for a, b in clauses(segment.text):
            if b <= at:
                continue
            clause = segment.text[max(a, at) : b].rstrip("。；！—")
            begin = max(a, at)
            tag = self.listener.tag(clause, segment.start + begin, start=begin, end=b, last=self.scope.issuer)
            told = (
                tag is not None
                and tag.tells
                and (found or (self.scope.open and segment.text[b:] == "" and not clause.endswith("：")))
            )
            if tag and not told:
                found, at = tag, min(tag.content_at, len(segment.text))
                if tag.run_on:
                    break
            elif (self.scope.open or found) and read_clause(clause).kind is Kind.MARKED:
                break
        return found, at

    def _ends_speech(self, content: Content, before: str) -> bool:
        """Reporter's words close the scope; a paragraph that opens with a marked sentence inherits it."""
        marked = content.kind is Kind.MARKED
        if self.scope.notice:
            return not self._asks(content)
        others = any(without_authority(clause) for clause in content.lead_in)
        acts = not marked and any(map(self.listener.speakers.officials.opens, content.clause_texts))
        if others or acts or narrates(content, demanded=self.scope.demanded, number=self.scope.number):
            self._close()
            self.scope.paused = not others and (self.scope.paused or self.scope.open)
            self.scope.open = _DEPLOYED.match(content.text) is not None
            if self.scope.open:
                self.scope.issuer, self.scope.verb, self.scope.demanded = "会议", "部署", False
            return True
        resumed = not before or self.scope.paused
        if not self.scope.open and resumed and marked and self.scope.issuer:
            self.scope.open = True
        return not self.scope.open

    def _asks(self, content: Content) -> bool:
        """True for words of a notice that may ask something: below its announcement, or of an owner they name."""
        itself = (
            _ABOUT_ITSELF.match(content.text) is not None or is_contact(content) or announces(content.text_with_end)
        )
        bare = self.scope.unannounced
        told = content.kind is Kind.MARKED and (content.owner or (bare and content.marker in _STRICT))
        if (told or (bare and content.asks_readers)) and not self.scope.number and not itself:
            self.scope.open = True
        return self.scope.open and not itself

    def _place(self, case: Case) -> None:
        """Carry out what the grammar decides."""
        scope, content = self.scope, case.content
        decision = decide(case)
        if decision.act is Act.NEW:
            if content.ordinal and decision.rule in {"marked", "list item"}:
                scope.number = content.ordinal.number
            self._new(case, decision)
        elif decision.act is Act.JOIN:
            self._join(content, decision.rule)
        elif decision.act is Act.ANNOUNCE:
            self._close()
            scope.demanded, scope.umbrella, scope.number = True, list_name(content.text), None
        elif decision.act is Act.END:
            self._close()

    def _new(self, case: Case, decision: Decision) -> None:
        self._close()
        scope, content = self.scope, case.content
        owner = content.owners or (arranged(content.text) if decision.rule == "notice" else None)
        scope.item = Item(
            start=content.opening if decision.rule in _WHOLE and not content.appraised else content.start,
            end=content.end,
            issuer=scope.issuer,
            verb=scope.verb,
            marker=content.ordinal.text if content.ordinal else content.marker or decision.marker or "要",
            owner=owner,
            implied=None if owner else scope.addressees,
            list_path="/".join(p for p in (scope.umbrella or scope.section, scope.number) if p) or None,
            label=is_label(case),
            rules=(decision.rule,),
        )
        scope.demanded, scope.requested = True, scope.notice

    def _join(self, content: Content, rule: str) -> None:
        item = self.scope.item
        assert item is not None
        told = (content.owner, *content.inner_owners) if rule == "label" else content.inner_owners
        owner = item.owner or "、".join(filter(None, told)) or None
        implied = None if owner else item.implied
        self.scope.item = replace(
            item, end=content.end, label=False, owner=owner, implied=implied, rules=(*item.rules, rule)
        )

    def _close(self) -> None:
        if self.scope.item:
            self.items.append(self.scope.item)
            self.scope.item = None


def _long_items(segments: list[Sentence]) -> bool:
    """False if the items between the ；of a paragraph are one sentence each, but for the first and the last.

    要突出重点。要在疫情防控上发力；在医改上发力；…；在党建上发力。要统筹力量。: what stands before and behind such a list is no
    part of it.
    """
    items = [0]
    for segment in segments:
        items[-1] += 1
        if segment.text.endswith("；"):
            items.append(0)
    inner = items[1:-1]
    return not inner or sum(size > 1 for size in inner) * 2 >= len(inner)

"""Reads the segments of an article in order and collects the demands, each with the rules that made it.

Speech is cut at 。；！; ``speech`` says whose it is, ``narrative`` where it ends, ``grammar`` what each segment is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from digest.model import Sentence
from digest.text.directives.content import ASSIGNMENT, Content
from digest.text.directives.grammar import ITEM, SCOPE_HEADING, Act, Case, Decision, decide, is_label, list_name
from digest.text.directives.markers import Kind, ordinal, read_clause
from digest.text.directives.narrative import narrates
from digest.text.directives.scope import Item, Scope
from digest.text.directives.speech import Listener, Tag, may_report, without_authority
from digest.text.notices import announces
from digest.text.segment import clauses

_SECTION = re.compile(r"^[●\s]*【([^】]{2,20})】")
_NUMBER_MARKS = re.compile(r"[、（）.．第条章 　：]")
_BULLET = re.compile(r"^[●■◆★▲○◎\s]*(?:【[^】]*】)?")
#: 会议部署了排查整治: its ；items may be demands
_DEPLOYED = re.compile(r"会议[^，]*部署(?:了)?[^，]*$")
#: the line that a notice opens with: whom it is for
_SALUTATION = re.compile(r"^(?=[^：]*(?:各|政府|单位|部门|企业|学校|机构|办事处|管委会|局))[^。；：]{4,80}：$")
#: how a second reporting clause opens: ，并强调
_SECOND = re.compile(r"并|同时|还|又|会议|他|她|最后|就")
_MAY_SPLIT = re.compile(rf"[，：](?:{_SECOND.pattern})|：\s*(?:[一二三四五六七八九十]|首先|第)|[，：]$")
_CENTRAL = re.compile(
    r"(?:中央政治局|国务院|中共中央|中央[^，。省市县区]{0,12}会议?|全国[^，。省市县区]{2,20}会议?)[^。省市县区]{0,30}(?:召开|举行|主持)"
)
#: 中共中央政治局常委、国务院总理甲, and not 中共中央政治局委员、某省省委书记乙
_NATIONAL = re.compile(
    r"(?:[^，。]{2,40}，)??(?:中共中央(?!政治局(?:常委会|会议))|国家主席|国务院(?:总理|副总理)|国务委员|全国人大常委会(?:副)?委员长|全国政协(?:副)?主席)"
    r"(?![^，。]{0,24}[省市区]委书记)[^，。]{2,60}(?:出席|主持|调研|考察|强调|指出|来到|讲话|参加)"
)
_LOCAL = re.compile(r"[^，。]{0,10}[省市县区州](?:委|长|政府)")
#: 本通告由县住建局负责解释: the paper about itself
_ABOUT_ITSELF = re.compile(
    r"^本(?:通知|通告|公告|意见|办法|方案|细则|规定|要点)(?:自|由|有效|从|印发|发布|执行)|^特此(?:通知|通告|公告)"
)
#: 二、管制要求：实行单向通行: the name of an item, then what it asks
_NAMED_ITEM = re.compile(r"(?<!^)[\u4e00-\u9fff]{2,10}：(?=\S)")
_NUMBERS = "一二三四五六七八九十"
_AFTER = dict(zip(_NUMBERS, [*_NUMBERS[1:], "十一"], strict=True))


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
        if self.scope.notice and paragraph.startswith("附件"):
            self._close()
            self.scope = Scope()  # what is attached asks nothing
            return
        if self.scope.notice and _SALUTATION.match(paragraph):
            self.scope.addressees = paragraph.rstrip("： ")
            return
        for number, segment in enumerate(segments):
            after = segments[number + 1].text if number + 1 < len(segments) else ""
            before = segments[number - 1].text[-1:] if number else ""
            for part in self._split_second_tag(segment):
                self._read_segment(part, before, after)
                before = "；"
            self._assign(segment)
        if self.scope.open and paragraph.endswith("："):
            self.scope.listing = True
        if self.scope.notice and announces(paragraph):
            self.scope.open = self.scope.requested = True
        if not self._heading_waits(paragraph):
            self._close()

    def _assign(self, segment: Sentence) -> None:
        """Keep whom a bracket behind the demand makes responsible."""
        assigned = ASSIGNMENT.search(segment.text.rstrip("。；"))
        if assigned and (item := self.scope.item):
            implied = None if item.owner else assigned["whom"]
            self.scope.item = replace(item, implied=implied, label=False)  # what is assigned is no heading

    def finish(self) -> list[Item]:
        """All items, the last one closed."""
        self._close()
        return self.items

    def _heading_waits(self, paragraph: str) -> bool:
        """A numbered heading on a line of its own joins the text below it, or goes if that is numbered too."""
        item = self.scope.item
        return bool(self.scope.listing and item and item.label and not paragraph.endswith(("。", "；", "！")))

    def _enter(self, paragraph: str) -> None:
        scope = self.scope
        if section := _SECTION.match(paragraph):
            self._close()
            self.scope = Scope(section=section[1])
        elif paragraph.startswith("●"):
            self._close()
            self.scope = Scope(section=scope.section)
        elif self._goes_on(paragraph):
            self._close()
        elif not scope.notice and not (scope.listing and (ITEM.match(paragraph) or scope.item)):
            self._close()
            scope.listing = False
            scope.open = scope.requested = scope.demanded = scope.paused = False
            scope.umbrella = scope.number = None

    def _goes_on(self, paragraph: str) -> bool:
        """True if the paragraph opens with the next number of the list that is being read: ‖ 三是."""
        found = ordinal(paragraph)
        if not found or not self.scope.open:
            return False
        return found.number == (_AFTER.get(self.scope.number) if self.scope.number else "一")

    def _split_second_tag(self, segment: Sentence) -> Iterable[Sentence]:
        """A second reporting verb inside a segment cuts it like ；."""
        if not _MAY_SPLIT.search(segment.text):
            yield segment
            return
        spans = clauses(segment.text)
        cuts = [0]
        for a, b in spans[1:]:
            clause = segment.text[a:b]
            if segment.text[a - 1] == "：" and ordinal(clause.lstrip()):  # 要抓好以下工作：一是…
                cuts.append(a)
                continue
            if _SECOND.match(clause) and a - cuts[-1] > 8:
                tag = self.listener.tag(clause, segment.start + a, start=a, end=b, last=self.scope.issuer)
                before = [segment.text[x:y] for x, y in spans if cuts[-1] <= x < a]
                if tag and any("要求" in words or read_clause(words).kind is Kind.MARKED for words in before):
                    cuts.append(a)
        for a, b in zip(cuts, [*cuts[1:], len(segment.text)], strict=True):
            text = segment.text[a:b].rstrip("，")  # ：stays: a heading that announces ends with it
            yield replace(segment, text=text, start=segment.start + a, end=segment.start + a + len(text))

    def _read_segment(self, segment: Sentence, before: str, after: str) -> None:
        bullet = _BULLET.match(segment.text)
        at = bullet.end() if bullet else 0
        numbered = ITEM.match(segment.text[at:]) if not before else None
        if numbered:
            at += numbered.end()
            if self.scope.listing:
                self._open_list_item(numbered[0])
        if self.scope.notice and not before:
            named = _NAMED_ITEM.match(segment.text, at) if numbered else None
            at = named.end() if named else at
            if SCOPE_HEADING.match(segment.text[at:]):
                self._close()
                self.scope.open = False  # 申报范围, and below it who may apply
                return
            if ordinal(segment.text[at:]):
                self.scope.open = self.scope.requested = self.scope.demanded = True
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
        if self.scope.notice and _ABOUT_ITSELF.match(content.text):
            self._close()
            return
        if self.scope.open:
            self._place(
                Case(
                    content=content,
                    scope=self.scope,
                    before=before,
                    after=after,
                    tagged=tag is not None,
                    numbered=numbered is not None,
                    central=self.central,
                )
            )
        if segment.text.endswith("”"):  # “要守住底线。”: with the quotation the speech ends
            self._close()
            self.scope.paused, self.scope.open = self.scope.open or self.scope.paused, False

    def _may_be_speech(self, segment: Sentence, before: str) -> bool:
        """False for what cannot be anybody's words: no speech is open, and none can be taken up here."""
        resumable = self.scope.issuer is not None and (not before or self.scope.paused)
        return self.scope.open or resumable or _DEPLOYED.match(segment.text) is not None

    def _open_list_item(self, number: str) -> None:
        if self.scope.item and self.scope.item.label:
            self.scope.item = None  # 一、压实责任 ‖ （一）…: a heading over numbered items only announces them
        self._close()
        self.scope.open = self.scope.requested = self.scope.demanded = True
        self.scope.number = _NUMBER_MARKS.sub("", number) or None

    def _tag(self, segment: Sentence, at: int) -> tuple[Tag | None, int]:
        """The last reporting clause before the first demand, and where the speech after it begins."""
        found: Tag | None = None
        if not may_report(segment.text):
            return None, at
        for a, b in clauses(segment.text):
            if b <= at:
                continue
            clause = segment.text[max(a, at) : b].rstrip("。；！")
            begin = max(a, at)
            tag = self.listener.tag(clause, segment.start + begin, start=begin, end=b, last=self.scope.issuer)
            if tag and not (found and tag.tells):
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
            return not self.scope.open
        others = any(without_authority(clause) for clause in content.lead_in)
        if others or narrates(content, demanded=self.scope.demanded, number=self.scope.number):
            self._close()
            self.scope.paused = not others and (self.scope.paused or self.scope.open)
            self.scope.open = _DEPLOYED.match(content.text) is not None
            if self.scope.open:
                self.scope.issuer, self.scope.verb, self.scope.demanded = "会议", "部署", False
            return True
        resumed = not before or self.scope.paused
        if not self.scope.open and resumed and marked and self.scope.issuer and not self.scope.notice:
            self.scope.open = True
        return not self.scope.open

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
        scope.item = Item(
            start=content.opening if decision.rule == "inherited" else content.start,
            end=content.end,
            issuer=scope.issuer,
            verb=scope.verb,
            marker=content.ordinal.text if content.ordinal else content.marker or decision.marker or "要",
            owner=content.owners,
            implied=None if content.owners else scope.addressees,
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


def is_central(lead: str) -> bool:
    """True for the readout of a central meeting or leader, where one 要 governs the paragraph."""
    first, *second = lead.split("。")[:2]
    local = second and _LOCAL.match(second[0])  # 全国会议召开。市长甲在分会场强调: a city's report of it
    national = any(_NATIONAL.match(sentence) for sentence in (first, *second))
    return (national or _CENTRAL.search(first) is not None) and not local

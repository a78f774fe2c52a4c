"""Where one demand ends and the next begins: a small state machine over the segments of a paragraph.

Speech is cut at 。；！ and then read by these rules, whose names are kept with each directive:

    comma        a comma never splits
    semicolon    ；always splits inside demand scope, with or without a marker
    marked       after 。a sentence whose first demand clause is marked is a new directive …
    elaboration  … any other joins the directive before it
    label        the short heading of a list item joins the sentence after it
    owner        an unmarked sentence with an explicit new owner is a new directive
    umbrella     a heading that only announces a list is none; its items are
    inherited    after the 要 of a central meeting, unmarked sentences are directives too
    request      要求 demands by itself
    notice       the numbered items of a notice are in demand scope
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from digest import data
from digest.model import Sentence
from digest.text.directives.content import Content
from digest.text.directives.markers import Kind, mask, ordinal, read_clause
from digest.text.directives.speech import Listener, Tag, without_authority
from digest.text.segment import clauses

_CUES = data.sections("cues")
_NARRATIVE_START = re.compile(rf"(?:{data.alternation(_CUES['narrative'])})")
_NARRATIVE = re.compile(
    r"(?:出席|参加|列席|陪同)(?:了)?(?:上述|此次|本次|活动|会议|调研|座谈|检查|仪式)*[^，]{0,6}$|主持(?:召开)?(?:了)?(?:会议|座谈会)|(?:作|做)(?:了)?[^，]{0,60}(?:发言|汇报|报告|点评|说明|解读|辅导|讲解|部署|安排)$"
    r"|进行(?:了)?(?:安排部署|部署|安排|(?:发言)?交流|汇报|讲解|培训|解读|讨论|总结|通报|表彰)$|^\d{1,2}月\d{1,2}日(?![前起至]|之前|以前)|^\d{4}年(?!\d{1,2}月\d{1,2}日[前起至]|[^，]{0,10}[前底内])|^(?:今年|去年|目前|截至|近年)[^要]*(?:了|已)"
    r"|(?:听取|审议|传达|通报|宣读|观看|察看|查看|走访|慰问|参观|学习|研究|讨论|总结|分析|部署|安排)了|标志着|(?:信息|资料|数据)显示|出生于|曾任|^(?:举报|联系|咨询|服务|值班|监督)电话$|^(?:今年|去年|入[春夏秋冬汛])[^，]{0,8}以来|^[^，要]{2,24}以来$|^[^，要]{0,10}(?:详细|仔细)(?:了解|查看|察看|询问|听取)|驻足|边走边|同比|环比|据[^，]{2,20}(?:统计|了解|报道|显示|披露|消息)|根据[^，]{2,24}(?:数据|统计|消息|报道)|意味着|业内|分析人士|是(?:一[家所座]|国内|目前)|成立于|位于|占地|始建于|将(?:以|继续|认真|坚持|进一步|按照|在)"
)
#: 党建联盟将围绕…: what somebody will do is an outlook; what will be held against somebody (将…追责) is a demand
_OUTLOOK = re.compile(
    r"^[^，]{2,16}将(?:围绕|以|继续|进一步|按照|坚持|在|着力|充分|持续|全面|深入|积极|认真|严格|加大|加强|加快|推进|推动|适时|陆续|逐步|组织|开展)(?!.*(?:追责|问责|严肃))"
)
#: ahead of a marked clause these still are the reporter's words: 随后，专家解读了政策，…要…
_TELLS = re.compile(
    r"^(?:随后|会前|会后)|(?:解读|讲解|介绍|汇报|通报|传达|听取|察看|查看|观看|走访|慰问|参观|宣读|探讨|分析说明|交流)了"
)
#: 希望各企业抓住机遇: a wish demands nothing of whom it names; 希望通过… says what the demand before is for
_WISH = re.compile(r"[^，要]{0,8}(?:希望|勉励|寄语)(?!通过|能)")
_PAST = re.compile(r"(?:[今去]年)?上半年|去年|前期|前一?阶段|前段时间|过去|[一二三]季度")
_DONE = re.compile(r"(?<![为除])了(?![解然结])")
_SITUATION = re.compile(
    r"(?:近年来|连日来|目前|当前|近期|截至|(?:今年|去年|入[春夏秋冬汛]|[上下]半年|[一二三四]季度)[^，]{0,8}以来)"
)
_NUMERAL_PHRASE = re.compile(
    r"“[^”]{0,6}[一二三四五六七八九十两几][^”]{0,8}”|[一二三四五六七八九十两几多](?:个|项|点|条|方面)[\u4e00-\u9fff]{0,8}$|(?:[一二三四五六七八九十]个[\u4e00-\u9fff]{2,4}){2}"
)
_ANNOUNCES = re.compile(rf"(?:{data.alternation(_CUES['umbrella'])})")
_BULLET = re.compile(r"^[●■◆★▲○◎\s]*(?:【[^】]*】)?")
_ITEM = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十]{1,3}条[ 　：]*)"
)
_LABEL_WITHOUT_OBJECT = re.compile(
    r"^[^，、]{2,8}(?:要|必须)[\u4e00-\u9fff]{0,3}[位力效准实严数招硬高强好全细紧快稳牢清明足先新到]$"
)
_CENTRAL = re.compile(
    r"(?:中央政治局|国务院|中共中央|中央[^，。省市县区]{0,12}会议?|全国[^，。省市县区]{2,20}会议?)[^。省市县区]{0,30}(?:召开|举行|主持)"
)
_LOCAL = re.compile(r"[^，。]{0,10}[省市县区州](?:委|长|政府)")
#: 本通告由县住建局负责解释: the paper about itself
_ABOUT_ITSELF = re.compile(
    r"^本(?:通知|通告|公告|意见|办法|方案|细则|规定|要点)(?:自|由|有效|从|印发|发布|执行)|^特此(?:通知|通告|公告)"
)
#: 由县住建局负责 · 县水利局牵头 · 请各学校于4月2日前报: how a list assigns work without a marker
_ASSIGNED = re.compile(
    r"^(?:由[^，]{2,24}(?:负责|牵头|组织)|[^，]{2,24}(?:牵头|负责)|请[^，]{2,24}(?:于|在|按|将|认真|结合|做好|抓好))"
)
_LABEL_LENGTH = 20
_NUMBERS = "一二三四五六七八九十"
_AFTER = dict(zip(_NUMBERS, [*_NUMBERS[1:], "十一"], strict=True))


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """A demand being read: a span of the article and what is known of it."""

    start: int
    end: int
    issuer: str | None
    verb: str | None
    marker: str
    owner: str | None
    list_path: str | None
    #: a bare heading, still waiting for the sentence it announces
    label: bool
    rules: tuple[str, ...]


@dataclass(kw_only=True, slots=True)
class Scope:
    """Whose speech we are in, and what has been demanded in it so far."""

    issuer: str | None = None
    verb: str | None = None
    open: bool = False
    #: the reporter has put in a word since; a marked sentence of the same paragraph takes the speech up again
    paused: bool = False
    #: the reporting verb demands by itself and nothing has been read after it yet
    requested: bool = False
    #: something marked has been read: later list items may do without a marker
    demanded: bool = False
    umbrella: str | None = None
    number: str | None = None
    section: str | None = None
    notice: bool = False
    #: numbered paragraphs are items: in a notice, and below a line that ends in ：
    listing: bool = False
    item: Item | None = None


@dataclass(kw_only=True, slots=True)
class Cutter:
    """Reads the segments of one article in order and collects the items."""

    listener: Listener
    text: str
    central: bool = False
    scope: Scope = field(default_factory=Scope)
    items: list[Item] = field(default_factory=list)

    def read(self, paragraph: str, segments: list[Sentence]) -> None:
        """Read one paragraph."""
        self._enter(paragraph)
        for number, segment in enumerate(segments):
            after = segments[number + 1].text if number + 1 < len(segments) else ""
            before = segments[number - 1].text[-1:] if number else ""
            for part in self._split_second_tag(segment):
                self._read_segment(part, before, after)
                before = "；"
        if self.scope.open and paragraph.endswith("："):
            self.scope.listing = True
        if not self._heading_waits(paragraph):
            self._close()

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
        if section := re.match(r"^[●\s]*【([^】]{2,20})】", paragraph):
            self._close()
            self.scope = Scope(section=section[1])
        elif paragraph.startswith("●"):
            self._close()
            self.scope = Scope(section=scope.section)
        elif self._goes_on(paragraph):
            self._close()
        elif not scope.notice and not (scope.listing and (_ITEM.match(paragraph) or scope.item)):
            self._close()
            scope.listing = False
            scope.open = scope.requested = scope.demanded = scope.paused = False
            scope.umbrella = scope.number = None

    def _goes_on(self, paragraph: str) -> bool:
        """True if the paragraph opens with the next number of the list that is being read: ‖ 三是…"""
        found = ordinal(paragraph)
        if not found or not self.scope.open:
            return False
        return found.number == (_AFTER.get(self.scope.number) if self.scope.number else "一")

    def _split_second_tag(self, segment: Sentence) -> Iterable[Sentence]:
        """A second reporting verb inside a segment cuts it like ；."""
        spans = clauses(segment.text)
        cuts = [0]
        for a, b in spans[1:]:
            clause = segment.text[a:b]
            if segment.text[a - 1] == "：" and ordinal(clause.lstrip()):  # 要抓好以下工作：一是…
                cuts.append(a)
                continue
            if re.match(r"(?:并|同时|还|又|会议|他|她|最后|就)", clause) and a - cuts[-1] > 8:
                tag = self.listener.tag(clause, segment.start + a, start=a, end=b, last=self.scope.issuer)
                if tag and any(
                    read_clause(segment.text[x:y]).kind is Kind.MARKED for x, y in spans if cuts[-1] <= x < a
                ):
                    cuts.append(a)
        for a, b in zip(cuts, [*cuts[1:], len(segment.text)], strict=True):
            text = segment.text[a:b].rstrip("，")  # ：stays: a heading that announces ends with it
            yield replace(segment, text=text, start=segment.start + a, end=segment.start + a + len(text))

    def _read_segment(self, segment: Sentence, before: str, after: str) -> None:
        bullet = _BULLET.match(segment.text)
        at = bullet.end() if bullet else 0
        numbered = _ITEM.match(segment.text[at:]) if not before else None
        if numbered:
            at += numbered.end()
            if self.scope.listing:
                self._open_list_item(numbered[0])
        tag, at = self._tag(segment, at)
        if tag:
            self._close()
            self.scope.issuer, self.scope.verb = tag.issuer, tag.verb
            self.scope.open, self.scope.requested, self.scope.demanded = True, tag.demands, False
            self.scope.umbrella = self.scope.number = None
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
            self._place(content, before, after, tagged=tag is not None, numbered=numbered is not None)

    def _open_list_item(self, number: str) -> None:
        if self.scope.item and self.scope.item.label:
            self.scope.item = None  # 一、压实责任 ‖ （一）…: a heading over numbered items only announces them
        self._close()
        self.scope.open = self.scope.requested = self.scope.demanded = True
        self.scope.number = re.sub(r"[、（）.．第条章 　：]", "", number) or None

    def _tag(self, segment: Sentence, at: int) -> tuple[Tag | None, int]:
        """The last reporting clause before the first demand, and where the speech after it begins."""
        found: Tag | None = None
        for a, b in clauses(segment.text):
            if b <= at:
                continue
            clause = segment.text[max(a, at) : b].rstrip("。；！")
            begin = max(a, at)
            tag = self.listener.tag(clause, segment.start + begin, start=begin, end=b, last=self.scope.issuer)
            if tag:
                found, at = tag, min(tag.content_at, len(segment.text))
                if tag.run_on:
                    break
            elif read_clause(clause).kind is Kind.MARKED and (self.scope.open or found):
                break
        return found, at

    def _ends_speech(self, content: Content, before: str) -> bool:
        """Reporter's words close the scope; a paragraph that opens with a marked sentence inherits it."""
        marked = content.kind is Kind.MARKED
        if any(without_authority(c) for c in content.lead_in) or self._narrates(content, marked=marked):
            self._close()
            self.scope.paused = self.scope.paused or (
                self.scope.open and not any(without_authority(c) for c in content.lead_in)
            )
            self.scope.open = bool(re.match(r"^会议[^，]*部署(?:了)?[^，]*$", content.text))
            if self.scope.open:
                self.scope.issuer, self.scope.verb, self.scope.demanded = "会议", "部署", False
            return True
        resumed = not before or self.scope.paused
        if not self.scope.open and resumed and marked and self.scope.issuer and not self.scope.notice:
            self.scope.open = True
        return not self.scope.open

    def _narrates(self, content: Content, *, marked: bool) -> bool:
        if marked:
            return any(_TELLS.search(c) for c in content.lead_in)
        masked = mask(content.text)
        outlook = re.search(r"将(?!.*追责|.*问责|.*严肃)", masked) and not self.scope.number
        if _SITUATION.match(masked) and (not self.scope.demanded or self.scope.number):
            return False  # inside a speech that has not demanded anything yet, it is the speaker's appraisal
        return bool(
            _NARRATIVE_START.match(masked)
            or any(
                _NARRATIVE.search(c) for c in map(mask, content.clause_texts) if "将" not in c or not self.scope.number
            )
            or any(_OUTLOOK.match(c) for c in content.clause_texts)
            or (outlook and re.search(r"^[^，]{2,12}将", masked))
        )

    def _place(self, content: Content, before: str, after: str, *, tagged: bool, numbered: bool) -> None:  # noqa: C901, PLR0911
        """Decide what the segment is: a new directive, a part of the one before, or nothing."""
        scope, item = self.scope, self.scope.item
        if content.kind is not Kind.MARKED and not content.ordinal and _PAST.match(content.text):
            return self._close()
        if content.kind is not Kind.MARKED and _WISH.match(content.text):
            return None
        if content.ordinal and (
            content.ordinal.demands or content.kind is Kind.MARKED or scope.demanded or scope.requested
        ):
            scope.number = content.ordinal.number
            return self._new(content, before, after, "marked" if content.ordinal.demands else "list item")
        if content.kind is Kind.MARKED and self._is_umbrella(content, after):
            self._close()
            scope.demanded, scope.umbrella, scope.number = True, _list_name(content.text), None
            return None
        if scope.umbrella is not None and item is None and not scope.number and content.kind is not Kind.MARKED:
            return self._new(content, before, after, "umbrella", marker="要(umbrella)")
        if before == "；" and (item or scope.demanded) and (item or content.kind is not Kind.OTHER):
            return self._new(content, before, after, "semicolon", marker="要(inherited)")
        if item and item.label and not tagged and not content.new_topic:
            return self._join(content, "label")
        if content.kind is Kind.MARKED:
            return self._new(content, before, after, "marked")
        assigned = scope.listing and _ASSIGNED.match(content.text)
        if scope.requested and (tagged or numbered or item is None) and (content.can_be_requested or assigned):
            return self._new(
                content, before, after, "notice" if scope.notice else "request", marker=scope.verb or "要求"
            )
        if item is None and content.later_marker and content.kind is not Kind.OTHER:
            return self._new(content, before, after, "marked", marker=content.later_marker)
        if item and self.central and not scope.number:
            return self._new(content, before, after, "inherited", marker="要(inherited)")
        if item and content.kind is Kind.OWNED and content.owner != item.owner and not _DONE.search(mask(content.text)):
            return self._new(content, before, after, "owner", marker="要(inherited)")
        if item and not tagged and not _DONE.search(mask(content.text)):
            return self._join(content, "elaboration")
        return None

    def _is_umbrella(self, content: Content, after: str) -> bool:
        """A heading that only announces a list: its demand is one clause without content of its own, and items follow."""
        following = ordinal(after) or _ITEM.match(after)
        demand = content.demand
        if "，" in mask(demand) or len(demand) > 40:
            return False
        if following:
            return bool(_NUMERAL_PHRASE.search(demand) or _ANNOUNCES.search(demand))
        return bool(_ANNOUNCES.search(demand)) and (after.endswith("；") or demand.endswith("："))

    def _new(self, content: Content, before: str, after: str, rule: str, marker: str | None = None) -> None:
        self._close()
        scope = self.scope
        listed = content.ordinal is not None or before == "；" or scope.notice or after.endswith("；")
        size = len(re.sub(r"[\W_]", "", content.text[content.trim :]))
        ended = not content.text_with_end.endswith("；")
        bare = content.text[content.trim :]
        label = ended and (
            (listed and not (self.central and not scope.number) and size <= _LABEL_LENGTH and not content.owner)
            or (not content.owner and bool(_LABEL_WITHOUT_OBJECT.match(bare)))
        )
        path = "/".join(p for p in (scope.umbrella or scope.section, scope.number) if p) or None
        scope.item = Item(
            start=content.start,
            end=content.end,
            issuer=scope.issuer,
            verb=scope.verb,
            marker=content.ordinal.text if content.ordinal else content.marker or marker or "要",
            owner=content.owner or content.inner_owners,
            list_path=path,
            label=label,
            rules=(rule,),
        )
        scope.demanded, scope.requested = True, scope.notice

    def _join(self, content: Content, rule: str) -> None:
        item = self.scope.item
        assert item is not None
        owner = item.owner or ((content.owner or content.inner_owners) if rule == "label" else None)
        self.scope.item = replace(item, end=content.end, label=False, owner=owner, rules=(*item.rules, rule))

    def _close(self) -> None:
        if self.scope.item:
            self.items.append(self.scope.item)
            self.scope.item = None


def _list_name(text: str) -> str:
    if match := re.search(r"“([^”]{2,12})”", text):
        return match[1]
    match = re.search(
        r"(?:[一二三四五六七八九十两几]个[\u4e00-\u9fff]{2,4})+|[一二三四五六七八九十两几]个?(?:方面|项|点)[\u4e00-\u9fff]{0,6}",
        text,
    )
    return match[0] if match else ""


def is_central(lead: str) -> bool:
    """True for the readout of a central meeting, where one 要 governs the paragraph."""
    first, *second = re.split("。", lead)[:2]
    local = second and _LOCAL.match(second[0])  # 全国会议召开。市长甲在分会场强调: a city's report of it
    return _CENTRAL.search(first) is not None and not local

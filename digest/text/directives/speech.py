"""Whose words these are, by reporting clauses such as 张三强调 and 会议要求各地..

A reporting clause names the issuer and the verb; the text after it is that issuer's speech. Speech without authority
(居民表示, 专家提醒) is recognised too, because it ends the speech of the issuer before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest import data
from digest.text.directives.markers import Kind, acts, mask, ordinal, read_clause
from digest.text.directives.owner import leading_owner
from digest.text.directives.people import Official, Officials, sentence_start

_CUES = data.sections("cues")
MEETING = "会议"
_VERB = data.alternation(_CUES["reporting"])
_AND = r"(?:还|并|同时|又|再次|进一步|特别|反复|一再|现场|当场|当即|立即|严肃|郑重|专门|重点|耐心|最后|随后|着重|再三|明确|也|就此|对此|讲话|并讲话)"
#: 张三强调 ‖ ，并就下步工作提出要求 ‖ ：
_TAG = re.compile(rf"^(?P<subject>.*?){_AND}*(?P<verb>{_VERB})(?:了)?$")
_TAG_NOUN = re.compile(
    rf"^(?P<subject>.*?){_AND}*(?P<verb>提出|作出|做出|(?<!工)作|做|发表|下达)(?:了)?[^，]{{0,24}}?(?:要求|意见|部署|讲话|指示|安排|号召|建议)$"
)
#: 部署了下阶段工作|：一是要…
_TAG_LIST = re.compile(rf"^(?P<subject>.*?){_AND}*(?P<verb>部署|安排)(?:了)?[^，]{{2,24}}(?:工作|任务|事项)$")
#: 印发《方案》，要求… · 发出紧急通知，要求…: the organ that issued it
_ISSUED_BY = re.compile(
    r"(?P<organ>[^，。；\s]{2,20}?(?:局|委|办|厅|部|政府|党委|指挥部|办公室|委员会|院|中心))(?:[^，。；]{0,12}?)(?:印发|下发|发出|发布|制定|出台|召开|组织召开)"
)
#: 会议要求各地… ‖ 强调要… : the verb is followed by its content at once
_RUN_ON = re.compile(
    rf"^(?P<subject>.*?){_AND}*(?P<verb>强调|指出|提出|明确|指示|批示|要求|叮嘱|嘱咐|责成|督促)(?P<content>[^，]{{2,}})$"
)
_CONTENT_START = re.compile(
    r"要(?!求)|必须|务必|应(?!急)|严禁|不得|[一二三四五六七八九十]要|[一二三四五六七八九十]是|首先"
)
_REQUEST_NOUN = re.compile(
    r"(?:按照|对照|根据|落实|贯彻|符合|围绕|达到|满足|遵循|适应|执行|遵守|响应|依照|依据|参照|结合|的|有关|相关|工作|部署|指示|任务|目标|总|新|高|严|发展|必然|本质|内在|基本|客观|时代)$"
)
#: 认真落实部党组要求: what is carried out is a noun
_BY_REQUEST = re.compile(r"(?:按照|对照|根据|落实|贯彻|符合|达到|满足|执行|遵守|依照|依据|参照)[^，]*$")
_HELD = re.compile(r"会议|(?:推进|调度|部署|动员|座谈|常委|常务|全体|专题|现场|工作|党组|扩大|培训|总结)会")
_AFTER_NOUN = re.compile(r"^(?:部署|的|和|、|，|以及|为|是|来|之|与|及|等|精神|高|强|严|不|较|更)")
_NO_AUTHORITY = re.compile(rf"(?:{data.alternation(_CUES['not_reporting'])})(?:道|到)?$")
_ONLY_OF_MEETINGS = frozenset({"表示", "认为", "号召"})
_MEETING_SUBJECT = re.compile(
    r"(?:会议|全会|大会|座谈会|推进会|调度会|部署会|动员会|常委会|常务会|党组会|例会|联席会|培训会|启动会|论坛|会商会|现场会|专题会|会上|会)(?:上|还|同时)?$"
)
_PAPER = re.compile(r"(?:通知|通告|公告|意见|方案|办法|批示|指示|通报|函|规定|细则|措施|清单|提示函|》)$")
_PRONOUN = re.compile(r"(?:^|，)(?:他|她)$")
_ORGAN = re.compile(r"(?:局|委|办|厅|部|政府|党委|党组|指挥部|办公室|委员会|院|中心|专班|总队|支队|公司|协会)$")
#: a speaker known only by office
#: offices whose 表示，要… directs
_LEADS = re.compile(r"(?:书记|部长|省长|市长|县长|区长|主席|总理|国务委员|厅长|局长|主任)）$")
_BY_OFFICE = re.compile(r"[\u4e00-\u9fff]{2}(?:负责人|负责同志|发言人|主要领导|分管领导)$")
_TOPIC_BEFORE = re.compile(r"^(?:就|对|关于|针对|围绕)[^，]*$")
#: 县委副书记甲出席会议|并强调: present, and then speaking
_PRESENT = re.compile(r"(?<=.{2})(?:主持召开|主持|出席|参加)(?:了)?(?:会议|座谈|活动)?$")
#: 并就下步工作|提出要求
_ON_TOPIC = re.compile(r"^并?(?:就|对|围绕|针对)[^，]{2,70}$")
_LEAD_IN = re.compile(
    r"^(?:●|■|◆|★|近日|日前|会上|会议期间|随后|最后|其间|期间|当天|下午|上午|据此|为此|对此|同时|此外|另外|其中|座谈会上|调研中|检查中|督导中|现场)+"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Tag:
    """A reporting clause: who, by which verb, and where the speech begins in the segment."""

    issuer: str | None
    verb: str
    #: the verb demands by itself (要求, 责成), so that the first clause after it needs no marker
    demands: bool
    content_at: int
    #: the tag runs on into its content without a comma
    run_on: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Listener:
    """Resolves the subjects of reporting clauses within one article."""

    officials: Officials
    text: str

    def tag(self, clause: str, at: int, *, start: int, end: int, last: str | None) -> Tag | None:
        """Read a clause as a reporting clause; ``at`` is its place in the article, ``start`` and ``end`` in the segment.

        Words without anybody who says them are no speech: a tag without an issuer is none.
        """
        masked = mask(clause)
        tag = None
        demand = read_clause(clause)
        opens_with_marker = demand.kind is Kind.MARKED and not demand.prefix  # 要落实市委全会部署 reports nothing
        for pattern in (_TAG_NOUN, _TAG) if len(masked) <= 110 and not opens_with_marker else ():
            if tag is None and (match := pattern.match(masked)):
                tag = self._full(match, clause, at, end=end, last=last)
        if tag is None and self._announces_list(at + len(clause)) and (match := _TAG_LIST.match(masked)):
            issuer = self._issuer(clause[: match.end("subject")], at, last)
            tag = Tag(issuer=issuer, verb="部署", demands=False, content_at=end + 1)
        if tag is None and (match := _RUN_ON.match(masked)):
            tag = self._run_on(match, clause, at, start=start, last=last)
        return tag if tag and tag.issuer else None

    def _announces_list(self, at: int) -> bool:
        return self.text[at : at + 1] == "：" and ordinal(self.text[at + 1 : at + 6]) is not None

    def _full(self, match: re.Match[str], clause: str, at: int, *, end: int, last: str | None) -> Tag | None:
        subject, verb = clause[: match.end("subject")], match["verb"]
        meeting = bool(_MEETING_SUBJECT.search(subject))
        if verb == "要求" and (_REQUEST_NOUN.search(subject) or _BY_REQUEST.search(subject)):
            return None
        if (
            verb in _ONLY_OF_MEETINGS
            and not meeting
            and not (verb == "表示" and self._directs(subject, at + len(clause)))
        ):
            return None
        noun = match.re is _TAG_NOUN
        if (noun or verb in {"提出", "明确", "部署", "指示", "要求"}) and not self._known(subject):
            listed = noun and "要求" in match[0]  # 县长甲就防汛，特别是巡查提出要求 · 围绕落实精神，提出四点要求：一是
            if not listed or not (self.officials.subject_of_sentence(at) or self._announces_list(at + len(clause))):
                return None
        after = at + len(clause) + 1
        listed = ordinal(self.text[after : after + 5]) is not None
        # 会议要求，加强值守 has no marker; the items of 会议要求：一是加强值守 have their heading
        demands = (verb in _CUES["demanding"] and listed) or (noun and "要求" in match[0])
        verb = "要求" if noun and "要求" in match[0] else "部署" if noun and "部署" in match[0] else verb
        return Tag(issuer=self._issuer(subject, at, last), verb=verb, demands=demands, content_at=end + 1)

    def _directs(self, subject: str, at: int) -> bool:
        """部长甲表示，要…: somebody in office who says what must be done; a resident or a 代表 pledges."""
        who = self.officials.resolve(_PRESENT.sub("", _LEAD_IN.sub("", subject)))
        return bool(who and _LEADS.search(who) and _CONTENT_START.match(self.text[at + 1 : at + 6]))

    def _run_on(self, match: re.Match[str], clause: str, at: int, *, start: int, last: str | None) -> Tag | None:
        subject, verb, content = clause[: match.end("subject")], match["verb"], clause[match.start("content") :]
        demanding = verb in _CUES["demanding"]
        begins = _CONTENT_START.match(content) is not None
        if verb == "督促":  # a reporter uses it of what was done; 督促各村要… is a demand
            begins = read_clause(content).kind is Kind.MARKED
            demanding = demanding and begins
        if not demanding and not begins:
            begins = read_clause(content).owner is not None and read_clause(content).kind is Kind.MARKED
        if demanding and not begins:
            addressed = verb != "要求" or leading_owner(content, acts) is not None or bool(subject)
            begins = addressed and not _REQUEST_NOUN.search(subject) and not _AFTER_NOUN.match(content)
        if not begins or not (self._known(subject) or not subject):
            return None
        issuer = self._issuer(subject, at, last)
        return Tag(issuer=issuer, verb=verb, demands=demanding, content_at=start + match.start("content"), run_on=True)

    def _known(self, subject: str) -> bool:
        bare = _ON_TOPIC.sub("", _PRESENT.sub("", _LEAD_IN.sub("", subject)))
        return bool(
            not bare
            or _MEETING_SUBJECT.search(bare)
            or _PAPER.search(bare)
            or _PRONOUN.search(bare)
            or _BY_OFFICE.search(bare)
            or (_ORGAN.search(bare) and len(bare) <= 24 and not _BY_REQUEST.search(bare))
            or self.officials.resolve(bare)
        )

    def _issuer(self, subject: str, at: int, last: str | None) -> str | None:
        """Who speaks: a person, the meeting, a paper, an organ; else whoever spoke or acted before."""
        bare = _PRESENT.sub("", _LEAD_IN.sub("", subject))
        if _PRONOUN.search(bare):
            official = self.officials.subject_before(at)
            return official.label if official else last
        if bare and (person := self.officials.resolve(bare)):
            return person
        if bare.endswith("批示") and (author := self._author_of_instruction()):
            return author
        if _MEETING_SUBJECT.search(bare):
            return MEETING
        if _BY_OFFICE.search(bare) and len(bare) <= 24:
            return bare
        organ = _ORGAN.search(bare) and len(bare) <= 24 and not (_TOPIC_BEFORE.match(bare) or _BY_REQUEST.search(bare))
        if organ or (_PAPER.search(bare) and len(bare) <= 30):
            return bare
        return self._understood(at, last)

    def _author_of_instruction(self) -> str | None:
        """Who 作出批示: a written instruction is its author's."""
        match = re.search(r"作出(?:重要|专门)?(?:批示|指示)", self.text)
        official = self.officials.subject_of_sentence(match.start()) if match else None
        return official.label if official else None

    def _understood(self, at: int, last: str | None) -> str | None:
        """Who is meant where the verb has no subject: who acts in the sentence, who spoke last, the meeting it tells of."""
        sentence = self.text[sentence_start(self.text, at) : at]
        here = self.officials.subject_of_sentence(at)
        if re.search(r"(?:^|，|；)会议(?!室|厅|中心|现场)", sentence):
            return MEETING  # 书记甲主持召开会议，会议传达了精神，强调…: the meeting's words, whoever presides
        here = here or self._actor_before(at)
        if here or last:
            return here.label if here else last
        if issued := _ISSUED_BY.search(sentence):
            return issued["organ"]
        before = self.officials.subject_before(at)
        return before.label if before else MEETING if _HELD.search(sentence) else None

    def _actor_before(self, at: int) -> Official | None:
        """Who acts in the sentence before, in the same paragraph."""
        start = sentence_start(self.text, at)
        ended = start > 0 and self.text[start - 1] in "。！？"
        return self.officials.actor_of_sentence(start - 1) if ended else None


def without_authority(clause: str) -> bool:
    """True for speech that binds nobody: 居民纷纷表示, 专家提醒, 他说."""
    return _NO_AUTHORITY.search(mask(clause)) is not None and not _MEETING_SUBJECT.search(
        re.sub(_NO_AUTHORITY, "", mask(clause))
    )

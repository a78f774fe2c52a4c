"""Who speaks: a person with an office, the meeting, a paper, an organ; else whoever spoke or acted before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from digest.text.directives.naming import Official
from digest.text.directives.people import Officials, sentence_start

MEETING = "会议"
#: 印发《方案》，要求… · 发出紧急通知，要求…: the organ that issued it
_ISSUED_BY = re.compile(
    r"(?P<organ>[^，。；\s]{2,20}?(?:局|委|办|厅|部|政府|党委|指挥部|办公室|委员会|院|中心))(?:[^，。；]{0,12}?)(?:印发|下发|发出|发布|制定|出台|召开|组织召开|传达|通知|部署|提醒|提示|开展)"
)
#: 认真落实部党组要求: what is carried out is a noun
_BY_REQUEST = re.compile(r"(?:按照|对照|根据|落实|贯彻|符合|达到|满足|执行|遵守|依照|依据|参照)[^，]*$")
_HELD = re.compile(r"会议|(?:推进|调度|部署|动员|座谈|常委|常务|全体|专题|现场|工作|党组|扩大|培训|总结)会")
_MEETING_SUBJECT = re.compile(
    r"(?:会议|全会|大会|座谈会|推进会|调度会|部署会|动员会|常委会|常务会|党组会|例会|联席会|培训会|启动会|论坛|会商会|现场会|专题会|会上|会)(?:上|还|同时)?$"
)
_PAPER = re.compile(r"(?:通知|通告|公告|意见|方案|办法|批示|指示|通报|函|规定|细则|措施|清单|提示函|》)$")
_PRONOUN = re.compile(r"(?:^|，)(?:他|她)$")
_BARE_PAPER = re.compile(r"^《?(?:紧急|该)?(?:通知|通告|公告|意见|方案|办法|指示|通报|函|提示)》?$")
_ORGAN = re.compile(
    r"(?:局|委|办|厅|部|政府|党委|党组|指挥部|办公室|委员会|院|中心|专班|[导查作视家研核]组|总队|支队|公司|协会)$"
)
#: offices whose 表示，要… directs
#: 检查组依次查看了…，要求…
_GROUP = re.compile(
    r"(?:^|，)(?P<group>[\u4e00-\u9fff]{0,12}(?:(?:检查|督导|督查|调研|考察|巡查|暗访|视察)组(?!组)|(?:领导班子|班子)成员|[省市县区镇乡]领导(?!小组|班子|干部|下|的)))"
)
#: 《预案》
_QUOTED_PAPER = re.compile(r"^《[^》]{2,20}》$")
_WITH = re.compile("会同|联合")
_WHEN_ISSUED = re.compile(r"^(?:.*(?:近日|日前|近期|[日午]))?(?:(?:按照|根据|贯彻|落实|经).*)?")
_LEADS = re.compile(r"(?:书记|部长|省长|市长|县长|区长|主席|总理|国务委员|厅长|局长|主任)）$")
#: of these, leaders of a place or of the country
_GOVERNS = re.compile(
    r"（(?![^）]*(?:村|社区|支部|公司|集团|学校|大学|学院|医院|协会|[局厅]党)[^）]*）$)[^）]*(?:书记|省长|市长|县长|区长|主席|总理|国务委员|委员长|常委)(?:、[^）]*)?）$"
)
#: a speaker known only by office
_BY_OFFICE = re.compile(
    r"^(?!与会|参会)[^，、]{0,24}?(?:[省市县区镇乡局校院委府办中心处站]|党委|相关|有关|主要|分管)(?:的)?(?:领导(?:同志)?|负责人|负责同志|发言人)$"
    r"|[\u4e00-\u9fff]{2}(?:负责人|负责同志|发言人|[导查作视核]组组长)$|(?:领导班子|班子)(?:成员)?$"
)
#: what these say of themselves is a pledge
_PRIVATE = re.compile("公司|企业|集团|工厂|合作社|商户|店|项目|医院|学校|[^市县区省]村|社区|协会")
_TOPIC_BEFORE = re.compile(r"^(?:就|对|关于|针对|围绕)[^，]*$")
#: 县委副书记甲出席会议|并强调: present, and then speaking
_PRESENT = re.compile(r"(?<=.{2})(?:主持召开|主持|出席|参加)(?:了)?(?:会议|座谈|活动)?$")
#: 并就下步工作|提出要求
_ON_TOPIC = re.compile(r"^并?(?:就|对|围绕|针对)[^，]{2,70}$")
_INSTRUCTED = re.compile(r"作出(?:重要|专门)?(?:批示|指示)")
_MEETING_ACTS = re.compile(r"(?:^|，|；)经?会议(?!室|厅|中心|现场)")
_LEAD_IN = re.compile(
    r"^(?:●|■|[\"“]|特别是|尤其是|◆|★|近日|日前|会上|会议期间|随后|最后|其间|期间|当天|下午|上午|据此|为此|对此|同时|此外|另外|其中|座谈会上|调研中|检查中|督导中|现场)+"
)


def names_meeting(subject: str) -> bool:
    """True if the words before a reporting verb end with a meeting: 会议, 全县推进会上."""
    return _MEETING_SUBJECT.search(subject) is not None


def by_request(subject: str) -> bool:
    """True for 认真落实部党组|要求: what is carried out is a noun."""
    return _BY_REQUEST.search(subject) is not None


@dataclass(frozen=True, kw_only=True, slots=True)
class Speakers:
    """Resolves the subjects of reporting verbs within one article."""

    officials: Officials
    text: str

    def known(self, subject: str) -> bool:
        """True if the subject is somebody who can demand, or is left out."""
        bare = _ON_TOPIC.sub("", _bare(subject))
        return not bare or _PRONOUN.search(bare) is not None or any(self._stated(bare, 0))

    def leads(self, subject: str) -> bool:
        """True for somebody in an office whose 表示 directs; a resident or a deputy pledges."""
        who = self.officials.resolve(_bare(subject))
        return bool(who and _LEADS.search(who))

    def holds_office(self, subject: str) -> bool:
        """True for 县水利局相关负责人 and 区委区政府相关领导, who are named by office alone."""
        bare = _bare(subject)
        return _BY_OFFICE.search(bare) is not None and not _PRIVATE.search(bare)

    def governs(self, subject: str, at: int, last: str | None) -> bool:
        """True for a leader of a place or of the country: what he 表示 at ``at`` is a speech, whatever it opens with."""
        who = self.of(subject, at, last) if self.known(subject) else None
        return bool(who and (_GOVERNS.search(who) or (who == last and _PRONOUN.search(subject))))

    def of(self, subject: str, at: int, last: str | None) -> str | None:
        """Who says what follows at ``at``; ``last`` is who spoke before."""
        bare = _bare(subject)
        if _PRONOUN.search(bare):
            return self._meant(at) or last
        if subject == "会上":
            return MEETING
        return next(self._stated(bare, at), None) or self._understood(at, last)

    def _meant(self, at: int) -> str | None:
        """Whom a pronoun at ``at`` means."""
        official = self.officials.subject_before(at)
        return official.label if official else None

    def _stated(self, bare: str, at: int) -> Iterator[str]:
        """What the words themselves say, the surest first."""
        short = len(bare) <= 24
        paper = _BARE_PAPER.match(bare) or (short and _QUOTED_PAPER.match(bare))
        organ = short and _ORGAN.search(bare) and not (_TOPIC_BEFORE.match(bare) or _BY_REQUEST.search(bare))
        ways: tuple[tuple[object, Callable[[], str | None]], ...] = (
            (bare, lambda: self.officials.resolve(bare)),
            (bare.endswith("批示"), self._author_of_instruction),
            (_MEETING_SUBJECT.search(bare), lambda: MEETING),
            (paper, lambda: self._paper(bare, at)),
            (short and _BY_OFFICE.search(bare), lambda: bare),
            (organ or (_PAPER.search(bare) and len(bare) <= 30), lambda: bare),
        )
        return (who for applies, way in ways if applies and (who := way()))

    def _paper(self, paper: str, at: int) -> str | None:
        """Who issued the paper that 《通知》强调 speaks of: the last organ said to have done so before."""
        issued = list(_ISSUED_BY.finditer(self.text, max(at - 1200, 0), at))
        organ = _WITH.split(_WHEN_ISSUED.sub("", issued[-1]["organ"]))[0] if issued else ""
        if not paper.startswith("《"):
            return organ or None
        return f"{organ}{paper}"

    def _author_of_instruction(self) -> str | None:
        """Who 作出批示: a written instruction is its author's."""
        match = _INSTRUCTED.search(self.text)
        official = self.officials.subject_of_sentence(match.start()) if match else None
        return official.label if official else None

    def _understood(self, at: int, last: str | None) -> str | None:
        """Who is meant where the verb has no subject: who acts in the sentence, who spoke last, the meeting it tells of."""
        sentence = self.text[sentence_start(self.text, at) : at]
        here = self.officials.subject_of_sentence(at)
        if _MEETING_ACTS.search(sentence):
            return MEETING  # 书记甲主持召开会议，会议传达了精神，强调…: the meeting's words, whoever presides
        here = here or self._actor_before(at)
        if group := _GROUP.search(sentence):
            return group["group"]
        if here or last:
            return here.label if here else last
        if issued := _ISSUED_BY.search(sentence):
            return issued["organ"]
        begins = sentence_start(self.text, at)
        earlier = self.text[sentence_start(self.text, max(begins - 1, 0)) : begins]
        if (organ := _ISSUED_BY.search(earlier)) and not self.officials.subject_of_sentence(max(begins - 1, 0)):
            return organ["organ"]
        before = self.officials.subject_before(at)
        return before.label if before else MEETING if _HELD.search(sentence) else None

    def _actor_before(self, at: int) -> Official | None:
        """Who acts in the sentence before, in the same paragraph."""
        start = sentence_start(self.text, at)
        ended = start > 0 and self.text[start - 1] in "。！？"
        return self.officials.actor_of_sentence(start - 1) if ended else None


def _bare(subject: str) -> str:
    return _PRESENT.sub("", _LEAD_IN.sub("", subject))

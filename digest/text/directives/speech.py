"""Whose words these are, by reporting clauses such as 张三强调 and 会议要求各地..

A reporting clause names the issuer and the verb; the text after it is that issuer's speech. Speech without authority
(居民表示, 专家提醒) is recognised too, because it ends the speech of the issuer before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from digest import data
from digest.model import Sentence
from digest.text.directives.issuer import Speakers, by_request, names_meeting
from digest.text.directives.markers import Kind, acts, ordinal, read_clause
from digest.text.directives.owner import leading_owner
from digest.text.directives.verbs import opens_verb_phrase
from digest.text.segment import clauses, mask

_CUES = data.sections("cues")
_VERB = data.alternation(_CUES["reporting"])
_AND = r"(?:还|并|同时|又|再次|进一步|特别|反复|一再|现场|当场|当即|立即|严肃|郑重|专门|重点|耐心|最后|随后|着重|再三|明确|(?:逐[个一条])?指出并|也|就此|对此|讲话|并讲话)"
#: 张三强调 ‖ ，并就下步工作提出要求 ‖ ：
_TAG = re.compile(rf"^(?P<subject>.*?){_AND}*(?P<verb>{_VERB})(?:了)?$")
_TAG_NOUN = re.compile(
    rf"^(?P<subject>.*?){_AND}*(?P<verb>提出|作出|做出|(?<!工)作(?![为用风])|做(?![好实细优大强到足])|发表|下达)(?:了)?[^，]{{0,24}}?(?:要求|意见|部署|讲话|指示|安排|号召|建议)$"
)
#: 张三强调三点|：一是…
_TAG_COUNT = re.compile(
    rf"^(?P<subject>.*?){_AND}*(?P<verb>强调|指出|提出|要求|明确)(?:了)?(?:以下|如下)?[一二两三四五六七八几]个?(?:点|条|项|方面)$"
)
#: 他希望|，供销社要传承工艺
_TAG_WISH = re.compile(rf"^(?P<subject>.*?){_AND}*(?P<verb>希望|勉励)$")
#: with the words that a clause ends with if the pattern is to match it
_TAGS = (
    (_TAG_NOUN, ("要求", "意见", "部署", "讲话", "指示", "安排", "号召", "建议")),
    (_TAG, (*_CUES["reporting"], "了")),
    (_TAG_COUNT, ("点", "条", "项", "方面")),
    (_TAG_WISH, ("希望", "勉励")),
)
#: 部署了下阶段工作|：一是要…
_TAG_LIST = re.compile(
    rf"^(?P<subject>.*?){_AND}*(?:(?P<verb>部署|安排|明确|确定|决定)(?:了)?[^，]{{2,24}}(?:工作|任务|事项|措施|要求|重点)|(?:对[^，]{{2,30}})?(?:进行|作|做)(?:了|出)?[^，]{{0,12}}(?:部署|安排))$"
)
#: 会议要求各地… ‖ 强调要… : the verb is followed by its content at once
_RUN_ON = re.compile(
    rf"^(?P<subject>.*?){_AND}*(?P<verb>强调|指出|提出|明确|指示|批示|要求|叮嘱|嘱咐|嘱托|责成|责令|督促|表示|认为|勉励|希望|鼓励)(?P<content>[^，]{{2,}})$"
)
#: without one of these a clause reports nothing
_ANY_VERB = re.compile(rf"{_VERB}|意见|讲话|安排|建议|勉励|希望|鼓励")
#: how a second reporting clause opens: ，并强调
_SECOND = re.compile(r"并|同时|还|又|会议|他|她|最后|就")
_MAY_SPLIT = re.compile(rf"[，：](?:{_SECOND.pattern}|\s*[一二三四五六七八九十首第]|$)")
_CONTENT_START = re.compile(
    r"要(?!求)|必须|务必|应(?!急)|严禁|不得|[一二三四五六七八九十]要|[一二三四五六七八九十]是|首先"
)
_REQUEST_NOUN = re.compile(
    r"(?:按照|对照|根据|落实|贯彻|符合|围绕|达到|满足|遵循|适应|执行|遵守|响应|依照|依据|参照|结合|的|有关|相关|工作|部署|指示|任务|目标|总|新|高|严|发展|必然|本质|内在|基本|客观|时代)$"
)
_HELD_THERE = re.compile(r"召开|举行|主持")
_AFTER_NOUN = re.compile(r"^(?:部署|的|和|、|，|以及|为|是|来|之|与(?!会)|及|等|精神|高|强|严|不|较|更)")
_SENTENCE_END = re.compile("[。；！]")
_END = re.compile("[，。；！]")
_NO_AUTHORITY = re.compile(rf"(?:{data.alternation(_CUES['not_reporting'])})(?:道|到)?$")
_PURPOSE = re.compile("，(?:确保|推动|促进|为|以|进一步|切实)")
_ONLY_OF_MEETINGS = frozenset({"表示", "认为", "号召", "说"})
#: of these, the ones by which somebody in a leading office directs, if a demand follows
#: what these are followed by is a demand only with an owner and a marker: 勉励中心要…
_ONLY_MARKED = frozenset({"督促", "勉励", "希望", "鼓励"})
_OF_LEADERS = frozenset({"表示", "说"})
#: 我们要…, 我将…: what a speaker says of himself is a pledge
_OF_HIMSELF = re.compile(r"我们?|本人|咱们")


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
    #: it tells that somebody named spoke (党中央作了部署): inside a speech that is no speech of its own
    tells: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Listener:
    """Hears the reporting clauses of one article."""

    speakers: Speakers

    def tag(self, clause: str, at: int, *, start: int, end: int, last: str | None) -> Tag | None:
        """Read a clause as a reporting clause; ``at`` is its place in the article, ``start`` and ``end`` in the segment.

        Words without anybody who says them are no speech: a tag without an issuer is none.
        """
        if not may_report(clause):
            return None
        masked = mask(clause)
        tag = None
        for pattern, endings in _TAGS if len(masked) <= 110 else ():
            if (
                tag is None
                and masked.endswith(endings)
                and (match := pattern.match(masked))
                and not _opens_with_marker(clause)
            ):
                tag = self._full(match, clause, at, end=end, last=last)
        if tag is None and self._announces_list(at + len(clause)) and (match := _TAG_LIST.match(masked)):
            issuer = self.speakers.of(clause[: match.end("subject")], at, last)
            tag = Tag(issuer=issuer, verb="部署", demands=True, content_at=end + 1)
        if tag is None and (match := _RUN_ON.match(masked)):
            tag = self._run_on(match, clause, at, start=start, last=last)
        return tag if tag and tag.issuer else None

    def parts(self, segment: Sentence, last: str | None) -> Iterator[Sentence]:
        """A second reporting verb inside a segment, or a list behind ：, cuts it like ；."""
        if not _MAY_SPLIT.search(segment.text):
            yield segment
            return
        spans = clauses(segment.text)
        cuts = [0]
        for a, b in spans[1:]:
            clause = segment.text[a:b]
            if segment.text[a - 1] == "：" and ordinal(clause.lstrip()):  # 要抓好以下工作：一是…
                cuts.append(a)
            elif _SECOND.match(clause) and a - cuts[-1] > 8:
                tag = self.tag(clause, segment.start + a, start=a, end=b, last=last)
                before = [segment.text[x:y] for x, y in spans if cuts[-1] <= x < a]
                if tag and any("要求" in words or read_clause(words).kind is Kind.MARKED for words in before):
                    cuts.append(a)
        for a, b in zip(cuts, [*cuts[1:], len(segment.text)], strict=True):
            text = segment.text[a:b].rstrip("，")  # ：stays: a heading that announces ends with it
            yield replace(segment, text=text, start=segment.start + a, end=segment.start + a + len(text))

    @property
    def text(self) -> str:
        """The article."""
        return self.speakers.text

    def _announces_list(self, at: int) -> bool:
        return self.text[at : at + 1] == "：" and ordinal(self.text[at + 1 : at + 6]) is not None

    def _full(self, match: re.Match[str], clause: str, at: int, *, end: int, last: str | None) -> Tag | None:
        subject, verb = clause[: match.end("subject")], match["verb"]
        if verb == "要求" and (_REQUEST_NOUN.search(subject) or by_request(subject)):
            return None
        after = at + len(clause)
        if verb in _ONLY_MARKED and match.re is _TAG_WISH and not self._told(after):
            return None
        directs = names_meeting(subject) or (verb in _OF_LEADERS and self._directs(subject, at, after, last))
        if verb in _ONLY_OF_MEETINGS and not directs:
            return None
        noun = match.re is _TAG_NOUN
        if (noun or verb in {"提出", "明确", "部署", "指示", "要求"}) and not self.speakers.known(subject):
            # 县长甲就防汛，特别是巡查提出要求 · 围绕落实精神，提出四点要求：一是
            somebody = self.speakers.officials.subject_of_sentence(at) or self._announces_list(after)
            if not (noun and "要求" in match[0] and somebody):
                return None
        listed = ordinal(self.text[after + 1 : after + 6]) is not None
        # 会议要求，加强值守 has no marker; the items of 会议要求：一是加强值守 have their heading
        # and 对安置提出明确要求，确保群众安心 says what the demands were for
        asked = noun and "要求" in match[0] and not _PURPOSE.match(self.text, after)
        counted = match.re is _TAG_COUNT
        demands = ((verb in _CUES["demanding"] or counted) and listed) or asked
        verb = "要求" if noun and "要求" in match[0] else "部署" if noun and "部署" in match[0] else verb
        issuer, tells = self.speakers.of(subject, at, last), noun and bool(subject.strip("并还又就"))
        return Tag(issuer=issuer, verb=verb, demands=demands, content_at=end + 1, tells=tells)

    def _told(self, after: int) -> bool:
        """True if the next clause tells somebody by a marker: 希望，|各企业要…."""
        following = read_clause(_END.split(self.text[after + 1 : after + 80], maxsplit=1)[0])
        return following.kind is Kind.MARKED and following.owner is not None

    def _directs(self, subject: str, at: int, after: int, last: str | None) -> bool:
        """部长甲表示，要…: somebody in office who says what must be done; a resident or a 代表 pledges."""
        following = _END.split(self.text[after + 1 : after + 80])
        if _OF_HIMSELF.match(following[0]):
            return False
        if self.speakers.governs(subject, at, last):
            return True
        if self.speakers.holds_office(subject):
            sentence = _SENTENCE_END.split(self.text[after + 1 : after + 200], maxsplit=1)[0]
            return any(read_clause(clause).kind is Kind.MARKED for clause in sentence.split("，"))
        return read_clause(following[0]).kind is Kind.MARKED and self.speakers.leads(subject)

    def _run_on(self, match: re.Match[str], clause: str, at: int, *, start: int, last: str | None) -> Tag | None:
        subject, verb, content = clause[: match.end("subject")], match["verb"], clause[match.start("content") :]
        if subject and not self.speakers.known(subject):
            return None
        # 督促 is also a reporter's word for what was done; 督促各村要… is a demand
        demands = verb in _CUES["demanding"] and (verb != "督促" or read_clause(content).kind is Kind.MARKED)
        tells = not demands and self._tells(subject, verb, content)
        if not (tells or self._begins(subject, verb, content) or (demands and self._asks(subject, verb, content, at))):
            return None
        issuer, content_at = self.speakers.of(subject, at, last), start + match.start("content")
        return Tag(issuer=issuer, verb=verb, demands=demands, content_at=content_at, run_on=not tells)

    def _begins(self, subject: str, verb: str, content: str) -> bool:
        """True if the content opens with a demand of its own: 强调要…, 要求各村要…."""
        read = read_clause(content)
        if verb in _ONLY_MARKED:
            return read.kind is Kind.MARKED and (verb == "督促" or read.owner is not None)
        marked = _CONTENT_START.match(content.lstrip("“")) is not None
        if verb in _ONLY_OF_MEETINGS and not names_meeting(subject):
            return marked and verb in _OF_LEADERS and self.speakers.leads(subject)
        return marked or (verb not in _CUES["demanding"] and read.kind is Kind.MARKED and read.owner is not None)

    def _tells(self, subject: str, verb: str, content: str) -> bool:
        """True for what a meeting says before it demands: 会议指出我省经济平稳，要…."""
        other = _CONTENT_START.match(content) or _AFTER_NOUN.match(content) or content.startswith("了")
        return names_meeting(subject) and verb not in _ONLY_MARKED and not other

    def _asks(self, subject: str, verb: str, content: str, at: int) -> bool:
        """True if the verb asks for what follows without a marker: 要求各村清理河道, 责令店主停业."""
        if _REQUEST_NOUN.search(subject) or _AFTER_NOUN.match(content):
            return False
        addressed = leading_owner(content, acts) is not None
        if addressed or verb == "责令":
            return addressed
        return verb != "要求" or bool(subject) or (opens_verb_phrase(content) and not self._in_agenda(at))

    def _in_agenda(self, at: int) -> bool:
        """True in the lead of a meeting: what 主持召开会议，要求… lists there is told again below."""
        lead = self.text.partition("。")[0]
        return at < len(lead) and _HELD_THERE.search(lead) is not None


def may_report(text: str) -> bool:
    """False for words without any reporting verb."""
    return _ANY_VERB.search(text) is not None


def _opens_with_marker(clause: str) -> bool:
    """True for 要落实市委全会部署, which reports nothing."""
    demand = read_clause(clause)
    return demand.kind is Kind.MARKED and not demand.prefix


def without_authority(clause: str) -> bool:
    """True for speech that binds nobody: 居民纷纷表示, 专家提醒, 他说."""
    masked = mask(clause)
    told = _NO_AUTHORITY.search(masked)
    return told is not None and not names_meeting(masked[: told.start()])

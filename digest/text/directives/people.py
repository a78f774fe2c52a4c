"""The officials an article names, with the office it gives them.

An issuer is written 姓名（职务）. The office is what stands before the name (区委副书记、区长甲乙) or after it (甲乙副市长); a
surname with a title (甲书记) or a pronoun is resolved only if one official of the text fits.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from digest import data
from digest.text.directives.verbs import opens_verb_phrase

_CUES = data.sections("cues")
_SINGLE = "".join(s for s in _CUES["surname"] if len(s) == 1)
_DOUBLE = "|".join(s for s in _CUES["surname"] if len(s) == 2)
_TITLE = data.alternation(_CUES["office"])
NAME = rf"(?:(?:{_DOUBLE})[\u4e00-\u9fff]{{1,2}}|[{_SINGLE}][\u4e00-\u9fff]{{1,2}}|[\u4e00-\u9fff]{{2,5}}(?:·[\u4e00-\u9fff]{{1,6}}){{1,3}})"
#: ahead of a title a name is as short as it can be: 赵山|副县长, not 赵山副|县长
_SHORT_NAME = NAME.replace("{1,2}", "{1,2}?")
#: what may follow a name: without it 甲乙出席 would be a three-character name
_AFTER = (
    r"(?=[，。；：、！（）\s\d]|$|等|主持|出席|参加|列席|指出|强调|要求|表示|在|到|率|带|前往|对|就|为|以|一行|同志|说|作|介绍|深入|先后|实地|来|暗访"
    r"|督导|调研|检查|与|和|及|赴|看望|围绕|代表|宣读|传达|通报|讲话|会见|走访|慰问|听取|详细|先|又|也|还|并|提出|明确|指示|叮嘱|组织|召开|分别|进行"
    r"|陪同|宣布|致辞|发表|现场|一同|部署|安排|总结|分析|督促|带领|察看|视察|随后|逐一|不时|仔细|认真|特别|再次|逐|最后|对此|近日|今天)"
)
_OFFICE = rf"(?:[\u4e00-\u9fff]{{0,16}}?(?:{_TITLE}))(?:、[\u4e00-\u9fff]{{0,14}}?(?:{_TITLE}))*"
_OFFICE_NAME = re.compile(rf"(?P<office>{_OFFICE})(?P<name>{NAME}){_AFTER}")
_OFFICE_AND_MORE = re.compile(rf"(?P<office>{_OFFICE})(?P<name>{NAME})")
_NAME_OFFICE = re.compile(
    rf"(?P<name>{_SHORT_NAME})(?P<office>(?:代)?(?:副?(?:{_TITLE})))(?=[，。：\s]|在|指出|强调|要求|对|就|一行|主持|说)"
)
_SPEAKS = re.compile(
    r"(?:^|[。！；\n])(?!会议|会上|通知|他|她)(?P<name>[\u4e00-\u9fff]{2,3}?)(?:同志)?(?:在[^，。]{0,12}[中时上])?(?:强调|指出|要求)"
)
_NAME_AT_END = re.compile(rf"(?P<name>{NAME})(?:同志)?$")
#: words that open like a surname
_NOT_NAMES = frozenset(_CUES["not_a_name"])
_NOT_IN_OFFICE = re.compile(r"贯彻|落实|学习|根据|按照|传达|领会|总书记")
_SENTENCE = re.compile(r"[^。！？\n]+[。！？\n]?")
_ATTENDS = re.compile(r"(?:出席|参加|列席|陪同)(?:了)?(?:上述|此次|会议|活动|仪式|调研|座谈|检查|走访)*$")
_TITLE_AT_END = re.compile(rf"^(?P<surname>{_DOUBLE}|[{_SINGLE}])(?P<office>{_TITLE})$")
#: 在县粮库，苗区长详细了解…
_CALLED = re.compile(rf"(?:^|，)(?P<surname>{_DOUBLE}|[{_SINGLE}])(?P<office>{_TITLE})")
_BEFORE_OFFICE = re.compile(
    r"^.*?(?:主持召开|会上|会议上|日上午|日下午|日晚|近日|日前|当天|下午|上午|今天|昨天|随后|其中|陪同|作为|调研组组长由|由|邀请|，|：|与|和)(?=.{2})"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Official:
    """A person with the office that the text gives, and where it does."""

    name: str
    office: str | None
    at: int

    @property
    def label(self) -> str:
        """姓名（职务）, or the name alone."""
        return f"{self.name}（{self.office}）" if self.office else self.name


class Officials:
    """All officials of one article, in order of mention."""

    def __init__(self, text: str) -> None:
        found = [
            Official(name=m["name"], office=_trim(m["office"]), at=m.start("name"))
            for pattern in (_OFFICE_NAME, _NAME_OFFICE)
            for m in pattern.finditer(text)
            if _is_name(m["name"]) and not _NOT_IN_OFFICE.search(m["office"])
        ]
        found += _before_verbs(text, {o.at for o in found})
        found += _who_speak(text, {o.at for o in found})
        offices = {o.name: o.office for o in reversed(found)}
        named = {o.at for o in found}
        found += [  # later mentions by the bare name are the same official
            Official(name=name, office=office, at=m.start())
            for name, office in offices.items()
            for m in re.finditer(re.escape(name), text)
            if m.start() not in named
        ]
        self._text = text
        self._found = sorted(found, key=lambda o: o.at)
        self._places = [o.at for o in self._found]
        self._first: dict[str, Official] = {}
        for official in self._found:
            self._first.setdefault(official.name, official)
        self._sentences = [m.start() for m in _SENTENCE.finditer(text)]

    def subject_before(self, at: int) -> Official | None:
        """Whom a pronoun at ``at`` means: the first official of the nearest sentence before it that is no attendance list."""
        before = bisect_left(self._places, at)
        while before:
            start = self._sentences[bisect_right(self._sentences, self._places[before - 1]) - 1]
            sentence = _SENTENCE.match(self._text, start, at)
            before = bisect_left(self._places, start)
            if sentence and not _attends(self._found[before], sentence):
                return self._found[before]
        return None

    def subject_of_sentence(self, at: int) -> Official | None:
        """The first official named in the sentence that reaches to ``at``."""
        first = bisect_left(self._places, sentence_start(self._text, at))
        return self._found[first] if first < len(self._found) and self._places[first] < at else None

    def actor_of_sentence(self, at: int) -> Official | None:
        """The official who opens the sentence that reaches to ``at``, by name or as surname and title; no attendance list."""
        start = sentence_start(self._text, at)
        sentence = _SENTENCE.match(self._text, start)
        if sentence is None:
            return None
        first = self.subject_of_sentence(at)
        if first and not _attends(first, sentence):
            return first
        called = _CALLED.search(sentence[0])
        return self.by_surname(called["surname"]) if called else None

    def by_surname(self, surname: str) -> Official | None:
        """The one official of this surname; None if there are several or none."""
        names = {o.name for o in self._found if o.name.startswith(surname)}
        return self._first[names.pop()] if len(names) == 1 else None

    def resolve(self, subject: str) -> str | None:
        """The label of the person that the words before a reporting verb end with, if they do.

        >>> Officials("县长张山出席会议。").resolve("张山"), Officials("").resolve("区委书记李河在讲话中")
        ('张山（县长）', '李河（区委书记）')
        """
        bare = re.sub(r"(?:就|对|围绕|针对)[^，]{2,70}$", "", subject)
        bare = re.sub(r"(?:在[^，]{0,30}?(?:时|中|上|会|后)|同志|代表[^，]{2,20})$", "", bare)
        bare = re.sub(r"(?:(?:\d{1,2}月)?\d{1,2}日(?:至\d{1,2}日)?(?:上午|下午|晚)?|今天|昨天|近日|日前)$", "", bare)
        if together := self._together(bare):
            return together
        match = re.search(rf"(?P<office>{_OFFICE})(?P<name>{NAME})$", bare)
        if match and _is_name(match["name"]):
            return Official(name=match["name"], office=_trim(match["office"]), at=0).label
        match = re.search(rf"(?P<name>{_SHORT_NAME})(?P<office>(?:代)?副?(?:{_TITLE}))$", bare)
        if match and _is_name(match["name"]) and not re.search(r"[市县区省镇乡]$", bare[: match.start()]):
            known = self._first.get(match["name"])
            return (known or Official(name=match["name"], office=match["office"], at=0)).label
        if match := _TITLE_AT_END.match(bare):
            known = self.by_surname(match["surname"])
            return known.label if known else bare
        known = next((o for name, o in self._first.items() if bare.endswith(name)), None)
        if known:
            return known.label
        match = _NAME_AT_END.search(bare)
        return match["name"] if match and match.start() == 0 and _is_name(match["name"]) else None

    def _together(self, bare: str) -> str | None:
        names = re.split(r"[、和]", bare)
        if len(names) < 2 or any(name not in self._first for name in names):
            return None
        offices = "；".join(self._first[name].office or "" for name in names)
        return f"{'、'.join(names)}（{offices}）"


def _before_verbs(text: str, known: set[int]) -> list[Official]:
    """Officials whose name is followed by a verb that the patterns do not list: 市长李河|采取随机抽查的方式."""
    found = []
    for match in _OFFICE_AND_MORE.finditer(text):
        at = match.start("name")
        longest = len(match["name"])
        sizes = (size for size in range(longest, longest - 2, -1) if size >= 2)
        size = next((n for n in sizes if _acts_at_once(text[at + n : at + n + 6])), None)
        if size and at not in known and _is_name(match["name"][:size]) and not _NOT_IN_OFFICE.search(match["office"]):
            found.append(Official(name=match["name"][:size], office=_trim(match["office"]), at=at))
    return found


def _who_speak(text: str, known: set[int]) -> list[Official]:
    """Officials whose surname is in no list: the name has an office in one place and speaks in another."""
    speaking = {m["name"] for m in _SPEAKS.finditer(text)} - _NOT_NAMES
    pattern = "|".join(map(re.escape, sorted(speaking)))
    places = re.finditer(rf"(?P<office>{_OFFICE})(?P<name>{pattern})", text) if speaking else ()
    return [
        Official(name=m["name"], office=_trim(m["office"]), at=m.start("name"))
        for m in places
        if m.start("name") not in known and _is_name(m["name"])
    ]


def _acts_at_once(text: str) -> bool:
    return opens_verb_phrase(text) or text.startswith(("紧急", "连夜", "冒雨", "亲自", "一早", "带队"))


def sentence_start(text: str, at: int) -> int:
    """Where the sentence that reaches to ``at`` begins; a sentence is at most 2000 characters long."""
    earliest = max(0, at - 2000)
    found = max(text.rfind(mark, earliest, at) for mark in "。！？\n") + 1
    return max(found, earliest)


def _is_name(name: str) -> bool:
    return name not in _NOT_NAMES and name[-1] not in "局厅委办部处院科室站队所门副代"


def _attends(official: Official, sentence: re.Match[str]) -> bool:
    """True if the official is only listed as present: 县领导甲、乙出席会议。 In 甲到乡镇调研，乙陪同。 the first one acts."""
    rest = sentence[0][official.at + len(official.name) - sentence.start() :].strip("。！？\n ")
    own = re.split("，", rest, maxsplit=1)[0]
    return _ATTENDS.search(own if own.strip("、") else rest) is not None


def _trim(office: str) -> str:
    """The office without what stands before it in the sentence (会上, 8月1日下午, 陪同)."""
    office = _BEFORE_OFFICE.sub("", office)
    return office.lstrip("●的是")

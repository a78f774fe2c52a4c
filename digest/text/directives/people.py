"""The officials an article names, with the office it gives them.

An issuer is written 姓名（职务）. The office is what stands before the name (区委副书记、区长甲乙) or after it (甲乙副市长); a
surname with a title (甲书记) or a pronoun is resolved only if one official of the text fits.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from digest import data
from digest.text.directives.naming import (
    DOUBLE,
    NAME,
    OFFICE,
    SHORT_NAME,
    SINGLE,
    TITLE,
    Official,
    find_officials,
    find_visitors,
    is_name,
    is_word,
    trim,
)

_CUES = data.sections("cues")
_NAME_AT_END = re.compile(rf"(?P<name>{NAME})(?:同志)?$")
_SENTENCE = re.compile(r"[^。！？\n]+[。！？\n]?")
_ATTENDS = re.compile(r"(?:出席|参加|列席|陪同)(?:了)?(?:上述|此次|会议|活动|仪式|调研|座谈|检查|走访)*$")
_TITLE_AT_END = re.compile(rf"^(?P<surname>{DOUBLE}|[{SINGLE}])(?P<office>{TITLE})$")
#: 在县粮库，苗区长详细了解…
_CALLED = re.compile(rf"(?:^|，)(?P<surname>{DOUBLE}|[{SINGLE}])(?P<office>{TITLE})")
_ACCOMPANIED = re.compile(r"在[^，。]{4,60}陪同下")
#: what stands between a speaker and the reporting verb, from the outside in
_BETWEEN = (
    re.compile(r"(?:就|对|围绕|针对)[^，]{2,70}$"),
    re.compile(r"(?:在[^，]{0,30}?(?:时|中|上|会|后|会场|现场|期间)|同志|代表[^，]{2,20})$"),
    re.compile(r"(?:(?:\d{1,2}月)?\d{1,2}日(?:至\d{1,2}日)?(?:上午|下午|晚)?|今天|昨天|近日|日前)$"),
)
#: 区委书记|李河 and 李河|副市长
_OFFICE_NAME = re.compile(rf"(?P<office>{OFFICE})(?P<name>{NAME})$")
#: 王山市|长 is no name and title: these end the name of a place
_PLACES = tuple("市县区省镇乡")
_NAME_OFFICE = re.compile(rf"(?P<name>{SHORT_NAME})(?P<office>(?:代)?副?(?:{TITLE}))$")


class Officials:
    """All officials of one article, in order of mention."""

    def __init__(self, text: str) -> None:
        found = find_officials(text)
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
        self._names = tuple(self._first)
        self._resolved: dict[str, str | None] = {}
        self._visitors = find_visitors(text)
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

    def opens(self, clause: str) -> bool:
        """True for 赵山察看了…: an official does something; what 习近平总书记 did is cited by speakers too."""
        return clause.startswith(self._names) and "总书记" not in clause[:8]

    def by_surname(self, surname: str) -> Official | None:
        """The one official of this surname; None if there are several or none."""
        names = {o.name for o in self._found if o.name.startswith(surname)}
        return self._first[names.pop()] if len(names) == 1 else None

    def resolve(self, subject: str) -> str | None:
        """The label of the person that the words before a reporting verb end with, if they do.

        >>> Officials("县长张山出席会议。").resolve("张山"), Officials("").resolve("区委书记李河在讲话中")
        ('张山（县长）', '李河（区委书记）')
        """
        if subject not in self._resolved:
            self._resolved[subject] = self._resolve(subject)
        return self._resolved[subject]

    def _resolve(self, subject: str) -> str | None:
        bare = subject
        for between in _BETWEEN:
            bare = between.sub("", bare)
        if together := self._together(bare):
            return together
        match = _OFFICE_NAME.search(bare)
        if match and is_name(match["name"]):
            return Official(name=match["name"], office=trim(match["office"]), at=0).label
        match = _NAME_OFFICE.search(bare)
        if match and is_name(match["name"]) and not bare.endswith(_PLACES, 0, match.start()):
            known = self._first.get(match["name"])
            return (known or Official(name=match["name"], office=match["office"], at=0)).label
        if match := _TITLE_AT_END.match(bare):
            known = self.by_surname(match["surname"])
            return known.label if known else bare
        known = next((o for name, o in self._first.items() if bare.endswith(name)), None)
        if known or bare in self._visitors:
            return known.label if known else bare
        match = _NAME_AT_END.search(bare)
        return (
            match["name"]
            if match and match.start() == 0 and is_name(match["name"]) and not is_word(match["name"])
            else None
        )

    def _together(self, bare: str) -> str | None:
        names = bare.replace("和", "、").split("、")
        if len(names) < 2 or any(name not in self._first for name in names):
            return None
        offices = "；".join(self._first[name].office or "" for name in names)
        return f"{'、'.join(names)}（{offices}）"


def sentence_start(text: str, at: int) -> int:
    """Where the sentence that reaches to ``at`` begins; a sentence is at most 2000 characters long."""
    earliest = max(0, at - 2000)
    found = max(text.rfind(mark, earliest, at) for mark in "。！？\n") + 1
    return max(found, earliest)


def _attends(official: Official, sentence: re.Match[str]) -> bool:
    """True if the official is only there: 县领导甲、乙出席会议。 or 在县长甲陪同下. In 甲到乡镇调研，乙陪同。 the first one acts."""
    if any(a.start() < official.at - sentence.start() < a.end() for a in _ACCOMPANIED.finditer(sentence[0])):
        return True
    rest = sentence[0][official.at + len(official.name) - sentence.start() :].strip("。！？\n ")
    own = rest.partition("，")[0]
    return _ATTENDS.search(own if own.strip("、") else rest) is not None

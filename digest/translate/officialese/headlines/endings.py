"""What kind of meeting a headline ends in: ``工作动员部署会`` "a mobilisation and planning meeting on".

An ending is made of modifiers, kinds and a form (``专题`` + ``调度`` + ``会议``), or it is a whole line of the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from digest.translate.officialese.headlines.parts import longest_first
from digest.translate.officialese.nouns.compound import joined
from digest.translate.officialese.words.lexicon import cut, kind, section, words
from digest.translate.officialese.words.morphology import article

_WORK = "工作"
_LAST_PREPOSITION = re.compile(r" (?:on the drive for|on|of|in|for|with|to [a-z]+)$")
_AT_TABLE = re.compile("round table|discussion|tea party|salon")
_FOR = re.compile("training|course|forum|seminar|briefing|regular|competition|contest")
_BY = re.compile("exhibition")
_FOR_PEOPLE = {"for": _FOR, "by": _BY, "with": _AT_TABLE}
#: where people sit with whom the meeting is about
_WITH = frozenset(
    {"座谈", "恳谈", "约谈", "提醒约谈", "集体约谈", "对接", "洽谈", "协商", "谈话", "集体谈话", "提醒", "交流"}
)


#: kinds that are never a part of what a meeting is about
ONLY_KINDS = (
    *("推进", "部署", "安排", "动员", "调度", "座谈", "恳谈"),
    *("解读", "政策解读", "约谈", "集体约谈", "宣讲", "总结", "表彰", "交底", "联席", "培训", "点评", "警示教育"),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Ending:
    """An ending of a headline in English."""

    #: before what the meeting is about: "a meeting to advance"
    about: str
    #: when nothing says what it is about: "a meeting"
    alone: str
    #: the preposition for people instead of a matter, empty where none fits
    people: str = ""
    #: persons only: a work meeting on a body is on it
    only_persons: bool = False

    @property
    def is_of_body(self) -> bool:
        """True where a body may stand behind it: "an executive meeting of"."""
        return self.about.endswith((" of", "ceremony for"))

    @property
    def is_on_work(self) -> bool:
        """True where 工作 stood behind what the meeting is on."""
        return self.only_persons or self.people.startswith("on work") or self.about.endswith(" work on")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Kind:
    zh: str
    attribute: str
    infinitive: str
    noun: str


@cache
def _kinds() -> dict[str, _Kind]:
    rows = {zh: (*said.split("|"), "", "")[:3] for zh, said in section("meetings.txt", "kinds").items()}
    return {zh: _Kind(zh=zh, attribute=a, infinitive=to, noun=noun) for zh, (a, to, noun) in rows.items()}


def _rows(title: str) -> Iterable[tuple[str, str]]:
    return longest_first("meetings.txt", title).items()


def endings(text: str) -> list[tuple[str, Ending]]:
    """(what stands before it, the ending) of every ending that a text has, the longest first."""
    found = [*_whole_lines(text), *_composed(text)]
    return sorted(found, key=lambda pair: len(pair[0]))


def _whole_lines(text: str) -> Iterator[tuple[str, Ending]]:
    for zh, english in _rows(""):
        if not text.endswith(zh):
            continue
        matter = text.removesuffix(zh)
        if (zh == "主任会议" and matter.endswith(_OFFICES)) or (zh in {"局长会议", "局长座谈会"} and len(matter) > 1):
            continue  # 扶贫办主任|会议, 商务局长|会议: of directors, not of chairs, not on commerce
        alone = _LAST_PREPOSITION.sub("", english)
        people = next((said for said, asked in _FOR_PEOPLE.items() if asked.search(english)), "")
        ending = Ending(about=english, alone=alone, people=people)
        if english.endswith(" on") and matter.endswith(_WORK):
            yield matter.removesuffix(_WORK), ending
        yield from _modified(matter, ending)
        yield from _two_ceremonies(matter, ending)
        yield matter, ending


_OFFICES = ("办", "办公室", "中心", "社区", "村", "村（社区）", "科室", "科", "局")
_CEREMONY = re.compile("^(an? .+) ceremony (of|for)$")


def _two_ceremonies(matter: str, ending: Ending) -> Iterator[tuple[str, Ending]]:
    """``集中开工签约仪式`` "a joint ground-breaking and signing ceremony of"."""
    second = _CEREMONY.match(ending.about)
    for zh, english in _rows("") if second else ():
        act = zh.removesuffix("仪式")
        first = _CEREMONY.match(english) if act != zh and matter.endswith(act) else None
        if first and second:
            said = f"{first[1]} and {re.sub('^an? ', '', second[1])} ceremony"
            yield matter.removesuffix(act), replace(ending, about=f"{said} {second[2]}", alone=said)
            return


def _modified(matter: str, ending: Ending) -> Iterator[tuple[str, Ending]]:
    """``线上招聘会``, ``新春线上招聘会``: a whole line with modifiers before it."""
    for zh, said in _rows("modifiers"):
        if len(zh) > 1 and said and matter.endswith(zh) and re.match("an? ", ending.about):
            about, alone = (article(f"{said} {re.sub('^an? ', '', one)}") for one in (ending.about, ending.alone))
            modified = matter.removesuffix(zh), replace(ending, about=about, alone=alone)
            yield from _modified(*modified)
            yield modified
            return


def _composed(text: str) -> Iterator[tuple[str, Ending]]:
    """Form by form, then kind by kind leftwards."""
    for form, english in _rows("forms"):
        if not text.endswith(form):
            continue
        before = text.removesuffix(form)
        yield from _of_work(before, english)
        kinds: list[_Kind] = []
        modifiers: list[str] = []
        yield from _said(before, form, english, kinds, modifiers)
        while (part := _last_part(before)) and not (kinds and kinds[0].zh in _ON_TASKS and part in kind("tasks")):
            before = before.removesuffix(part)
            if part in _kinds():
                kinds.insert(0, _kinds()[part])
            else:
                modifiers.insert(0, section("meetings.txt", "modifiers")[part])
            yield from _said(before, form, english, kinds, modifiers)


def _of_work(before: str, english: str) -> Iterator[tuple[str, Ending]]:
    """``年中工作会议``: "a mid-year work meeting on"."""
    if not before.endswith(_WORK):
        return
    for zh, said in _rows("modifiers"):
        if before.endswith(zh + _WORK) and said:
            noun, preposition = english.split("|")
            yield before.removesuffix(zh + _WORK), _ending(noun, preposition, [], [said], form="", work=True)
            return


#: 评审动员会: kinds of meetings for a task, which is no kind of the meeting itself
_ON_TASKS = frozenset({"动员", "部署", "推进", "启动", "布置", "安排", "培训", "动员部署"})


def _last_part(text: str) -> str:
    """The kind or modifier that a text ends in; 安全生产月 and 活动周 are words, not "monthly" and "weekly"."""
    if text.endswith(kind("acts-not-kinds")):
        return ""
    part = next((zh for title in ("kinds", "modifiers") for zh, _ in _rows(title) if text.endswith(zh)), "")
    return "" if len(part) == 1 and any(text[-size:] in words() for size in range(2, 7)) else part


def _said(
    before: str, form: str, english: str, kinds: list[_Kind], modifiers: list[str]
) -> Iterator[tuple[str, Ending]]:
    noun, preposition = english.split("|")
    if _last_part(before) in ONLY_KINDS:
        return  # 企业座谈|会: a shorter ending would make the kind a part of the matter
    if before.endswith(_WORK):
        matter = before
        while matter.endswith(_WORK):
            matter = matter.removesuffix(_WORK)
        yield matter, _ending(noun, preposition, kinds, modifiers, form=form, work=True)
    yield before, _ending(noun, preposition, kinds, modifiers, form=form, work=False)


def _ending(noun: str, preposition: str, kinds: list[_Kind], modifiers: list[str], *, form: str, work: bool) -> Ending:
    if kinds and kinds[-1].noun:
        noun = f"{'video ' if form.startswith('视频') else ''}{kinds[-1].noun}"
    if not kinds and work and (not modifiers or not form) and noun in {"meeting", "conference"}:
        noun = f"work {noun}"
    to_do = [one.infinitive for one in kinds if one.infinitive]
    to_do = to_do if any(not k.attribute and not k.noun for k in kinds) or len(to_do) == len(kinds) else []
    named = [one.attribute for one in kinds if one.attribute and not (to_do and one.infinitive)]
    also = [one.attribute for one in kinds if one.attribute]
    meeting, alone = _meeting(modifiers, named, noun), _meeting(modifiers, also, noun)
    if to_do:
        about = f"{meeting} to {joined(to_do)}{' work on' if work else ''}"
        return Ending(about=about, alone=alone if also else f"{alone} to {joined(to_do)} work")
    people = "with" if any(one.zh in _WITH for one in kinds) else "for" if kinds or work else "of"
    people = "on work for" if people == "with" and work else people  # 退役军人工作座谈会
    only = work and people == "for"
    return Ending(about=f"{meeting} {preposition}", alone=alone, people=people, only_persons=only)


def _meeting(modifiers: list[str], attributes: list[str], noun: str) -> str:
    """``special``, ``dispatch`` and ``planning``, ``meeting``: "a special dispatch and planning meeting"."""
    kinds = joined(list(dict.fromkeys(attributes))) if attributes else ""
    return article(" ".join(word for word in (*dict.fromkeys(modifiers), kinds, noun) if word))


def is_no_matter(ending: Ending, matter: str) -> bool:
    """True where what stands before an ending is more, or less, than what the meeting is about."""
    if ending.is_of_body and re.search(r"\d+[个家所]", matter):
        return True  # 14个乡镇人民代表大会: as many meetings
    if ending.about.endswith("muster of") and _acts(matter):
        return True  # 组织预备役部队点验大会
    if ending.about == "a policy briefing on" and (first := cut(matter)) and first[0].zh == "新":
        return True  # 新税收政策解读会: the policies are new
    if ending.about.endswith("the drive for") and matter[2:].endswith(("脱贫", "扶贫")):
        return True  # 教育脱贫攻坚推进会
    # 加快推进新型工业化发展: development is part of what is sped up
    return ending.about.endswith(" the development of") and (
        _acts(matter) or _is_development(matter) or matter.endswith(("改革", "改革创新"))
    )


def _is_development(matter: str) -> bool:
    """True for 创新驱动(发展): a word of its own."""
    return matter.endswith(("创新驱动", "高质量", "可持续", "融合", "一体化", "绿色", "协调"))


def _acts(matter: str) -> bool:
    entries = cut(matter)
    return not entries or entries[0].tag in {"v", "vp", "va", "d", "ad"}


def before(about: str, said: str) -> str:
    """The words of an ending before what it is on: a session of a group that is on a matter, not of it."""
    about = re.sub("^(a|an) study session of the theory study group of$", "a theory study group session on", about)
    if said.startswith("the theme "):
        return re.sub("^an? themed (.*)", lambda found: article(found[1]), about)
    is_check = re.search(r"(?:assessment|review|checks|inspection)\b", said) is not None
    return re.sub(" preparations for inspections of$", " preparations for", about) if is_check else about

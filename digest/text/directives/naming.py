"""Who is named with an office: the name behind a title (区长李河), ahead of one (李河副市长), or known by what it says.

Chinese names have no mark of their own. A name is two or three characters that open with a surname (600 of them are
listed), next to a title; where it ends is told by what may follow a name, or by a verb of the dictionary.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from digest import data
from digest.text.directives.verbs import common_words, opens_verb_phrase

_CUES = data.sections("cues")
_TITLES = tuple(_CUES["office"])
SINGLE = "".join(s for s in _CUES["surname"] if len(s) == 1)
DOUBLE = "|".join(s for s in _CUES["surname"] if len(s) == 2)
TITLE = data.alternation(_CUES["office"])
NAME = rf"(?:(?:{DOUBLE})[\u4e00-\u9fff]{{1,2}}|[{SINGLE}][\u4e00-\u9fff]{{1,2}}|[\u4e00-\u9fff]{{2,5}}(?:·[\u4e00-\u9fff]{{1,6}}){{1,3}})"
#: ahead of a title a name is as short as it can be: 赵山|副县长, not 赵山副|县长
SHORT_NAME = NAME.replace("{1,2}", "{1,2}?")
#: what may follow a name: without it 甲乙出席 would be a three-character name
_AFTER = (
    r"(?=[，。；：、！（）\s\d]|$|等|主持|出席|参加|列席|指出|强调|要求|表示|在|到|率|带|前往|对|就|为|以|一行|同志|说|作|介绍|深入|先后|实地|来|暗访"
    r"|督导|调研|检查|与|和|及|赴|看望|围绕|代表|宣读|传达|通报|讲话|会见|走访|慰问|听取|详细|先|又|也|还|并|提出|明确|指示|叮嘱|组织|召开|分别|进行"
    r"|陪同|宣布|致辞|发表|现场|一同|部署|安排|总结|分析|督促|带领|察看|视察|随后|逐一|不时|仔细|认真|特别|再次|逐|最后|对此|近日|今天|昨[天日]|前天|当天|受|总结|牵头|一同)"
)
#: 区委副书记、区长
OFFICE = rf"(?:[\u4e00-\u9fff]{{0,16}}?(?:{TITLE}))(?:、[\u4e00-\u9fff]{{0,14}}?(?:{TITLE}))*"
_OFFICE_AT_END = re.compile(rf"{OFFICE}$")
#: what can stand behind the last character of a title; zero-width, so that no name hides another
_BEHIND_TITLE = re.compile(rf"(?<=[{''.join(sorted({title[-1] for title in _TITLES}))}])(?=(?P<name>{NAME}))")
_NAME_ENDS = re.compile(_AFTER)
_NAME_OFFICE = re.compile(rf"(?P<name>{SHORT_NAME})(?P<office>代?副?(?:{TITLE}))$")
#: where a title behind a name ends: 李河副市长|强调
_TITLE_ENDS = re.compile(
    rf"(?<=[{''.join(sorted({title[-1] for title in _TITLES}))}])(?=[，。：\s]|在|指出|强调|要求|对|就|一行|主持|说)"
)
_SPEAKS = re.compile(
    r"(?:^|[。！；\n])(?!会议|会上|通知|他|她)(?P<name>[\u4e00-\u9fff]{2,3}?)(?:同志)?(?:在[^，。]{0,12}[中时上])?(?:强调|指出|要求)"
)
_VISITS = re.compile(
    r"(?:^|[，。；\n])(?P<name>[\u4e00-\u9fff]{2,6}?)(?:同志)?一行(?=先后|首先|实地|深入|来到|前往|一路|详细|到|在|对|听取|，)"
)
#: words that open like a surname
_NOT_NAMES = frozenset(_CUES["not_a_name"])
_NOT_IN_TITLE = re.compile("[^\u4e00-\u9fff、]")
_NOT_IN_OFFICE = re.compile(r"贯彻|落实|学习|根据|按照|传达|领会|总书记")
_BEFORE_OFFICE = re.compile(
    r"^.*?(?:主持召开|会上|会议上|日上午|日下午|日晚|近日|日前|当天|下午|上午|今天|昨天|随后|其中|陪同|作为|调研组组长由|由|邀请|在|，|：|与|和)(?=.{2})"
)
#: characters ahead of a name in which its office stands
_OFFICE_LENGTH = 80


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


def find_officials(text: str) -> list[Official]:
    """Everybody whom ``text`` names next to an office, in no order.

    >>> [o.label for o in find_officials("县委书记赵山、县长李河采取随机抽查的方式。")]
    ['赵山（县委书记）', '李河（县长）']
    """
    found = _behind_titles(text)
    known = {official.at for official in found}
    found += [official for official in _ahead_of_titles(text) if official.at not in known]
    return found + _who_speak(text, {official.at for official in found})


def _ahead_of_titles(text: str) -> Iterator[Official]:
    for title in _TITLE_ENDS.finditer(text):
        at = title.start()
        if text.endswith(_TITLES, max(0, at - 6), at):
            start = max(0, at - 12)
            named = _NAME_OFFICE.search(text[start:at])
            if named and is_name(named["name"]):
                yield Official(name=named["name"], office=named["office"], at=start + named.start())


def _behind_titles(text: str) -> list[Official]:
    found: list[Official] = []
    end = 0
    for match in _BEHIND_TITLE.finditer(text):
        at = match.start()
        if at < end or not text.endswith(_TITLES, max(end, at - 6), at):
            continue
        size = _size_of_name(text, at, len(match["name"]))
        name = text[at : at + size]
        if size and is_name(name) and (office := _office_before(text, at, end)):
            found.append(Official(name=name, office=office, at=at))
            end = at + size
    return found


def _size_of_name(text: str, at: int, longest: int) -> int:
    """How many characters are the name: as many as leave what may follow one, else as stand elsewhere too, else 0."""
    sizes = range(longest, max(1, longest - 2), -1)
    for ends in (_NAME_ENDS.match, lambda text, at: _acts_at_once(text[at : at + 6])):
        for size in sizes:
            if ends(text, at + size):
                return size
    return next((size for size in sizes if text.count(text[at : at + size]) > 1), 0)


def _office_before(text: str, at: int, start: int) -> str | None:
    start = max(start, at - _OFFICE_LENGTH)
    ahead = _NOT_IN_TITLE.split(text[start:at])[-1]
    match = _OFFICE_AT_END.search(ahead)
    return None if not match or _NOT_IN_OFFICE.search(match[0]) else trim(match[0])


def _who_speak(text: str, known: set[int]) -> list[Official]:
    """Officials whose surname is in no list: the name has an office in one place and speaks in another."""
    found = []
    for name in sorted({m["name"] for m in _SPEAKS.finditer(text)} - _NOT_NAMES):
        for place in re.finditer(re.escape(name), text):
            at = place.start()
            titled = at not in known and is_name(name) and text.endswith(_TITLES, max(0, at - 6), at)
            if titled and (office := _office_before(text, at, 0)):
                found.append(Official(name=name, office=office, at=at))
    return found


def find_visitors(text: str) -> frozenset[str]:
    """Names of other forms, told by what they do: 娜仁托娅|一行先后深入…, and 娜仁托娅|指出.

    >>> sorted(find_visitors("路上，娜仁托娅一行先后来到三户牧民家。娜仁托娅指出，要抓好春耕。"))
    ['娜仁托娅']
    """
    found = {m["name"] for m in _VISITS.finditer(text)}
    return frozenset(
        name for name in found if is_name(name) and any(f"{name}{verb}" in text for verb in _CUES["reporting"])
    )


def _acts_at_once(text: str) -> bool:
    return opens_verb_phrase(text) or text.startswith(("紧急", "连夜", "冒雨", "亲自", "一早", "带队", "高度"))


def is_name(name: str) -> bool:
    """False for words that only look like a name: 关于, 经开, 某某局."""
    return name not in _NOT_NAMES and name[-1] not in "某局厅委办部处院科室站队所门副代织"


def is_word(name: str) -> bool:
    """True if the dictionary knows a word of these characters that is no name: 移交, 全程."""
    return name in common_words()


def trim(office: str) -> str:
    """The office without what stands before it in the sentence (会上, 8月1日下午, 陪同)."""
    office = _BEFORE_OFFICE.sub("", office)
    return office.lstrip("●的是")

"""Works that a meeting is about: a named reservoir or bridge, a project by what is done, hazards somewhere."""

from __future__ import annotations

import re

from digest.text.tokens import dictionary
from digest.translate.officialese.headlines.parts import Read
from digest.translate.officialese.headlines.rows import row_at
from digest.translate.officialese.names.names import is_bare_name, place, place_name
from digest.translate.officialese.nouns.phrase import noun_phrase
from digest.translate.officialese.words.lexicon import cut, kind, match, words
from digest.translate.officialese.words.morphology import is_plural, one_of, plain

_LONGEST_NAME = 3
#: occurrences in the dictionary of words that are no names
_OFTEN = 200
_LANDS = frozenset("水湖山河江溪桥岭沟潭泉湾坪塘坡峰岗寨堡屯庄洲岛港渡口")
#: 跨海大桥, 环湖公路, 小水库: what it is like
_NO_NAME = re.compile("^[跨过沿环绕]|[个座条处部各的新老大小多](?!.[山岭湖沟河湾])")
#: names of these have no article
_BARE = (
    *("Town", "Lake", "Airport", "Port", "Park", "Geopark", "Railway Station", "Coach Station", "Avenue", "Road"),
    *("Wharf", "Street", "Square", "Stadium", "Gymnasium", "Zoo", "Housing"),
)
#: 云岭火车站|片区改造: what lies around it
_AROUND = ("片区", "周边", "沿线", "库区", "流域", "地区", "区域", "街区")
#: 云岭水库|工程, 云岭大桥|项目
_PROJECT = ("工程", "项目", "工程项目", "建设项目", "建设工程", "重大工程", "重点工程")
_BUILDING = ("建设", "工程建设", "项目建设", "项目工程建设")
#: what is done for the sake of works, to them, and at them
_FOR = re.compile("征|拆|移民|安置|选址|设计|前期|资金|融资|招商|招标|用地|要素|服务保障")
_OF = re.compile(
    "(?:改造|治理|整治|保护|管理|提升|加固|修复|扩建|开发|养护|验收|移交|规划|监管|复工|开工|竣工|建成"
    "|搬迁|整改|整合|重建|改建|更新|升级|运营|开发建设|规划建设|关闭|复产)$"
)
_AT = re.compile("安全|防汛|防洪|消防|秩序|客运|安保|值守")


def named_work(text: str, read: Read) -> str | None:
    """``云岭水库建设`` "construction of the Yunling Reservoir", ``云岭大桥项目`` "the Yunling Bridge project"."""
    first = match(text, 0)
    if first is not None and len(first.zh) > 1:
        return None
    for size in range(2, _LONGEST_NAME + 1):
        name = text[:size]
        site, english = row_at("works", text, size)
        is_name = site and is_bare_name(name) and not _NO_NAME.search(name) and not _is_word(name)
        said = _with_rest(f"{place_name(name)} {english}", text[size + len(site) :], read) if is_name else None
        if said:
            return said
    return None


def _is_word(text: str) -> bool:
    """露天, 家庭: what a dictionary has often is no name, 南湖 and 石桥 are."""
    return dictionary()[0].get(text, 0) >= _OFTEN and text[-1] not in _LANDS and place(text) is None


_CHANGED = {
    "扩建": "expansion",
    "改扩建": "renovation and expansion",
    "改造": "renovation",
    "提升改造": "renovation",
    "除险加固": "reinforcement",
}
_CHANGE = re.compile(f"^({'|'.join(_CHANGED)})(?:项目|工程)(?:建设)?")


def _with_rest(name: str, rest: str, read: Read) -> str | None:
    if rest in _PROJECT:
        return f"the {name} project"
    if changed := _CHANGE.match(rest):
        name, rest = f"the {name} {_CHANGED[changed[1]]} project", rest[changed.end() :]
    else:
        name = name if name.endswith(_BARE) else f"the {name}"
    if rest in {"", *_BUILDING}:
        return f"construction of {name}" if rest else name
    if rest.startswith(_AROUND):
        return None
    by = "for" if _FOR.search(rest) else "of" if _OF.search(rest) else "at" if _AT.search(rest) else ""
    said = read(rest) if by else None
    return f"{said} {by} {name}" if said else None


def project(text: str, read: Read) -> str | None:
    """``老旧供水管网改造工程`` "projects for renovation of old water supply networks"."""
    done = next((text.removesuffix(zh) for zh in ("工程", "项目") if text.endswith(zh)), "")
    said = read(done) if done.endswith(kind("done-to-works")) and text not in words() else None
    return f"projects for {said}" if said and not said.startswith(("the “", "“", "projects")) else None


_HAZARDS = re.compile(
    "^(.{2,14}?)(安全|风险|消防安全|火灾|安全生产|消防)?隐患"
    "((?:大|专项|集中|全面|起底式|拉网式)*(?:排查|整治|整改|治理|排查整治|排查治理|排查整改|大排查大整治))$"
)
_WHICH = {
    "安全": "safety hazards",
    "风险": "risks and hazards",
    "消防安全": "fire hazards",
    "消防": "fire hazards",
    "火灾": "fire hazards",
    "安全生产": "workplace safety hazards",
    None: "hazards",
}


_OF_PLACES = frozenset({"n", "o", "a", "k", "c", "and"})


def hazards(text: str, _read: Read) -> str | None:
    """``宗教活动场所安全隐患排查整治`` "checks for and clean-up of safety hazards at places of worship"."""
    found = _HAZARDS.match(text)
    entries = cut(found[1]) if found and text not in words() and found[1].endswith(kind("hazardous")) else None
    is_place = entries and entries[-1].tag in {"n", "o"} and all(entry.tag in _OF_PLACES for entry in entries)
    if found is None or not entries or not is_place:
        return None
    where = noun_phrase(entries)
    done = found[3]
    deed = "checks for" if not re.search("整|治", done) else "clean-up of" if "排查" not in done else ""
    return f"{deed or 'checks for and clean-up of'} {_WHICH[found[2]]} at {plain(where)}" if where else None


_PROBLEMS = re.compile(
    "^(.{2,14}?)(?:存在的?)?(突出|重点|典型)?问题((?:大|专项|集中|全面)*(?:排查整治|清理整治|排查整改|排查治理|整治|治理))$"
)
_SORT = {None: "problems", "突出": "prominent problems", "重点": "key problems", "典型": "typical problems"}


def problems(text: str, read: Read) -> str | None:
    """``乡村公路建设突出问题整治`` "clean-up of prominent problems in construction of rural roads"."""
    found = _PROBLEMS.match(text) if text not in words() else None
    where = read(found[1]) if found else None
    if found is None or where is None or found[1].endswith(("领域", "群众身边", "的")):
        return None
    deed = "checks for and clean-up of" if found[3].startswith("排查") else "clean-up of"
    return f"{deed} {_SORT[found[2]]} in {where}"


_PREPARED = re.compile("^(.{2,24})(?:筹备|筹办|备战|参赛)(?:工作)?$")


_HELD_ONCE = ("节", "会", "赛", "展", "论坛", "马拉松")


def prepared(text: str, read: Read) -> str | None:
    """``第十届运动会筹备`` "preparations for the 10th sports meet"."""
    found = _PREPARED.match(text)
    event = read(found[1]) if found and text not in words() else None
    if event and found and is_plural(event) and found[1].endswith(_HELD_ONCE) and not event.startswith("the "):
        event = f"the {event.removesuffix('s') if ' and ' in event else one_of(event)}"  # 文化节筹备
    is_one = event is not None and event.startswith("the ") and " of " not in event
    return f"preparations for {event}" if is_one else None


_CHECKS = "督察|督查|检查|考核|评估|评审|复审|审核|验收|测评|普查|巡视|巡察|审计|认定|核查"
_INSPECTED = re.compile(f"^(.{{4,}}(?:{_CHECKS}))(?:迎检|迎查|迎评|迎审|备检)(?:准备|冲刺)?$")
_AWAITED = re.compile(f"^(?:迎接|做好迎接|迎)(.{{2,}}(?:{_CHECKS}))(?:准备)?$")


_TO_BE_INSPECTED = re.compile("^(.{4,}(?<!创建)(?<!创城))迎([国省市]?)检$")
_LEVEL = {"": "", "国": "national ", "省": "provincial ", "市": "city "}


def inspected(text: str, read: Read) -> str | None:
    """``安全生产考核迎检``, ``迎接安全生产考核`` "preparations for the assessment of workplace safety"."""
    found = (_INSPECTED.match(text) or _AWAITED.match(text)) if text not in words() else None
    task = _TO_BE_INSPECTED.match(text) if found is None and text not in words() else None
    check = read((found or task or [text, text])[1]) if found or task else None
    if check is None or " and " in check:
        return None
    if task:
        return f"preparations for the {_LEVEL[task[2]]}inspection of {check}"
    return f"preparations for {check if check.startswith(('the ', 'a ')) or is_plural(check) else f'the {check}'}"


_FLOODS = "安全度汛"


def through_floods(text: str, _read: Read) -> str | None:
    """``尾矿库安全度汛`` "safety of tailings ponds through the flood season"."""
    what = text.removesuffix(_FLOODS)
    entries = cut(what) if what not in {"", text} and text not in words() else None
    said = noun_phrase(entries) if entries and all(entry.tag in _OF_PLACES for entry in entries) else None
    return f"safety of {plain(said)} through the flood season" if said else None


_RIGHTS = re.compile("^(.{2,12})(?:合法)?权益(?:保障|保护|维护)$")


def rights(text: str, _read: Read) -> str | None:
    """``快递员权益保障`` "protection of the rights of couriers"."""
    found = _RIGHTS.match(text) if text not in words() else None
    entries = cut(found[1]) if found else None
    said = noun_phrase(entries) if entries and entries[-1].tag == "o" else None
    return f"protection of the rights of {plain(said)}" if said else None


def followed_up(text: str, read: Read) -> str | None:
    """``房屋安全隐患排查“回头看”`` "follow-up checks of …"."""
    what = text.removesuffix("“回头看”")
    said = read(what) if what not in {"", text} and text not in words() else None
    return f"{'a second round of' if said.startswith('checks ') else 'follow-up checks of'} {said}" if said else None


_TECHNIQUES = re.compile("^(.{2,}(?:防控|防治|种植|养殖|栽培|管理|管护|修剪|嫁接|施肥|繁育|加工|生产))技术$")


def techniques(text: str, read: Read) -> str | None:
    """``稻瘟病防治技术`` "techniques for control of rice blast"."""
    found = _TECHNIQUES.match(text) if text not in words() else None
    said = read(found[1]) if found else None
    return f"techniques for {said}" if said else None


_YEAR_OF = re.compile("^([^“”0-9]{3,})年活动$")


def year_of(text: str, read: Read) -> str | None:
    """``项目建设年活动`` "the “year of project construction” activities"."""
    found = _YEAR_OF.match(text) if text not in words() else None
    said = read(found[1]) if found else None
    return f"the “year of {said.removeprefix('the ')}” activities" if said else None


_PUBLICITY = re.compile("^(.{3,}?)(?:集中)?宣传(月|周|日)(?:活动)?$")
_SPANS = {"月": "month", "周": "week", "日": "day"}


def publicity(text: str, read: Read) -> str | None:
    """``打击欺诈骗保集中宣传月活动`` "the publicity month on cracking down on insurance fraud"."""
    found = _PUBLICITY.match(text) if text not in words() and text.removesuffix("活动") not in words() else None
    said = read(found[1]) if found else None
    return f"the publicity {_SPANS[found[2]]} on {said}" if found and said and "“" not in said else None


SPECIAL = (
    publicity,
    year_of,
    followed_up,
    techniques,
    prepared,
    rights,
    inspected,
    through_floods,
    hazards,
    problems,
    named_work,
)

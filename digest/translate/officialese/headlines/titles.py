"""Titles that a place or a body works for, ``创建全国文明单位``; zones with a national title, ``青川国家…示范区``."""

from __future__ import annotations

import re
from functools import cache

from digest.translate.officialese.headlines.parts import Read, any_of
from digest.translate.officialese.names.names import is_bare_name, leading_place, place, place_name
from digest.translate.officialese.nouns.phrase import noun_phrase
from digest.translate.officialese.words.lexicon import cut, section, words
from digest.translate.officialese.words.morphology import one_of, plain

_LEVELS = {
    "全国": "national",
    "国家级": "national",
    "国家": "national",
    "全省": "provincial",
    "省级": "provincial",
    "全市": "city",
    "市级": "city",
    "县级": "county",
    "区级": "district",
}
_LEVEL = "|".join(_LEVELS)
_HOLDERS = (
    "模范城|园林城|单位|机关|校园|学校|企业|家庭|社区|村镇|村|镇|城市|城区|县城|县|市|区"
    "|医院|景区|园区|基地|街区|窗口|行业|集体|高中|中学|初中|小学|幼儿园"
)
_SOUGHT = re.compile(f"^(?:创建|争创|申创|创评)({_LEVEL})(.{{2,14}}(?:{_HOLDERS}))$")
#: 省文明城市创建: the level is of the title
_OF_TITLES = "|".join(
    (
        *("文明", "卫生", "双拥", "园林", "森林", "生态", "平安", "食品安全", "健康", "海绵", "节水", "无废"),
        *("美丽", "示范", "模范", "历史文化", "旅游", "全域", "教育", "体育", "科普", "科技"),
    )
)
_SHORT_LEVELS = {"省": "provincial", "市": "city-level", "县": "county-level", "区": "district-level"}
_ANY_LEVEL = {**_LEVELS, **_SHORT_LEVELS}
_TITLE_LEVEL = f"{_LEVEL}|[{''.join(_SHORT_LEVELS)}](?={_OF_TITLES})"
_DRIVE = re.compile(f"^({_TITLE_LEVEL})(.{{2,14}}(?:{_HOLDERS}))(?:创建|争创|申报)$")


def sought(text: str, _read: Read) -> str | None:
    """``创建全国文明单位`` "the bid for the title of national civilised unit"."""
    found = _SOUGHT.match(text) or _DRIVE.match(text)
    one = _one(found[2]) if found and text not in words() else None
    return f"the bid for the title of {_ANY_LEVEL[found[1]]} {one}" if found and one else None


@cache
def _checked() -> re.Pattern[str]:
    return re.compile(
        f"^({_TITLE_LEVEL}|)(.{{1,14}}(?:{_HOLDERS}))({any_of(section('meetings.txt', 'checks'))})"
        "(迎检|迎查|迎评|迎审|迎接|备检|准备|冲刺|攻坚)?$"
    )


def checked(text: str, _read: Read) -> str | None:
    """``省文明城市测评迎检`` "preparations for the provincial civilised city assessment"."""
    found = _checked().match(text)
    one = _one(found[2]) if found and (found[1] or found[4]) and text not in words() else None
    if found is None or one is None:
        return None
    whole = f"{_ANY_LEVEL[found[1]]} {one}" if found[1] else one
    checks = section("meetings.txt", "checks")[found[3]]
    said = f"the {checks} for the title of {whole}" if " of " in one else f"the {whole} {checks}"
    stage = {None: "", "冲刺": "the final push for ", "攻坚": "the final push for "}
    return f"{stage.get(found[4], 'preparations for ')}{said}"


def _thing(text: str, tags: str = "noak") -> str | None:
    """A thing by its words, each of which has one of the tags."""
    entries = cut(text)
    return noun_phrase(entries) if entries and all(entry.tag in tuple(tags) for entry in entries) else None


def _one(text: str) -> str | None:
    said = _thing(text)
    return re.sub("^(?:an?|the) ", "", one_of(plain(said))) if said else None


_ZONE = re.compile(
    "国家级?(.{2,14}(?:示范区|试验区|实验区|先行区|创新区|合作区|保护区|公园|基地|高地|中心|实验室|示范园|产业园|园区))(建设|项目建设|项目|)$"
)
_SMALL = frozenset({"and", "of", "in", "for", "on"})


def national_zone(text: str, _read: Read) -> str | None:
    """``青川国家自主创新示范区`` "the Qingchuan National Independent Innovation Demonstration Zone"."""
    found = _ZONE.search(text)
    where = _whole_place(text[: found.start()]) if found and found.start() else None
    one = _one(found[1]) if found and where else None
    if found is None or not one:
        return None
    parts = one.split(" of ")
    if len(parts) > 1 and len(parts[1].split()) <= len(_SMALL):
        one = f"{' of '.join(parts[1:])} {parts[0]}"
    name = " ".join(word if word in _SMALL else f"{word[0].upper()}{word[1:]}" for word in one.split())
    zone = f"the {where} National {name}"
    return f"construction of {zone}" if found[2].endswith("建设") else f"{zone}{' project' if found[2] else ''}"


def _whole_place(text: str) -> str | None:
    found = leading_place(text)
    whole = found.english if found and found.length == len(text) else place(text)
    return whole or (place_name(text) if is_bare_name(text) else None)


_OF_LEVEL = re.compile(
    "^(国家级|省级|市级|县级|区级)"
    "(.{3,14}(?:试点|示范区|示范点|示范园|示范项目|示范工程|重点项目|重大项目|平台|基地|实验室|中心|考核|检查|督查|评估))$"
)


def of_level(text: str, _read: Read) -> str | None:
    """``省级社区治理试点`` "provincial pilot projects of community governance": the level is of the last word."""
    found = _OF_LEVEL.match(text) if text not in words() else None
    said = _thing(found[2], "noakv") if found else None
    return f"{_SHORT_LEVELS.get(found[1][0], 'national')} {plain(said)}" if found and said else None


_BID_PROBLEMS = re.compile("^(创建.{4,20}|.{3,16}创建)(?:存在)?(?:突出)?问题(整改|整治)$")


def put_right_in_bid(text: str, read: Read) -> str | None:
    """``创建全国文明单位问题整改`` "correction of problems in the bid for the title of …"."""
    found = _BID_PROBLEMS.match(text)
    bid = read(found[1]) if found else None
    return f"correction of problems in {bid}" if bid and bid.startswith(("the ", "seeking ")) else None


SPECIAL = (put_right_in_bid, sought, checked, national_zone, of_level)

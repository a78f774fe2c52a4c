"""Names of people and places in pinyin; nothing else is ever shown in pinyin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from digest.text.tokens import dictionary
from digest.translate.officialese.names.pinyin import one_word, syllables
from digest.translate.officialese.words.lexicon import HAN, function_words, section, words
from digest.translate.officialese.words.morphology import in_list

_LONGEST_NAME = 4
#: city, district, subdistrict
_MOST_LEVELS = 3
#: a unit that begins like this is "the whole city" or "our county", not a name
_NOT_NAMES = frozenset("暨全我各该本两三几数某县市区省州镇乡诸副原与和及同向在将委部")


#: names of their own that end like a level, by the level that they have: 福州市, 新村街道, 景德镇市, 沙市区
_WHOLE = re.compile(r"(?:州省|[州乡村](?:[市县区]|街道)|[州村]镇|[^城]镇市)$|^.(?:[市县]区|[市县]市)$")
#: cities that are as high as a province: English names them without their level
_MUNICIPALITIES = frozenset({"北京", "天津", "上海", "重庆"})

#: 房山区, 东城区: districts whose names end like common words
_DISTRICTS = re.compile(r"^[^全各该本主老新中]?[^心建成郊][山城]区$|^[^全各该本主老新中旧大小古县]城市$|^.门市$")


#: characters that no name of a place holds
_NEVER = frozenset("的是把给让被了着丨到赴莅等我在坐与")


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """A unit of local government at the start of a text."""

    english: str
    #: characters of the text that name it
    length: int
    #: the level's ending: 市, 县 …
    level: str


@cache
def surnames() -> frozenset[str]:
    """Characters that begin the name of a person."""
    return frozenset("".join(section("names.txt", "family")))


def _is_place(text: str) -> bool:
    """True for a place that headlines may call without its level, and that could be a person's name: 安顺."""
    known, _ = dictionary()
    return any(known.get(text + level) for level in ("市", "县", "地区"))


@cache
def _given_ends() -> frozenset[str]:
    """Characters that end given names."""
    return frozenset("".join(section("names.txt", "given")))


@cache
def _common() -> frozenset[str]:
    """The surnames of most people: with these a name may hold a word of the lexicon, as 方志强 does."""
    return frozenset("".join(section("names.txt", "common")))


def is_common(name: str) -> bool:
    """True for a name with a surname that many have."""
    return name[0] in _common()


def is_name(text: str) -> bool:
    """Two or three characters from a surname on, four after a surname of two; no level of government at the end."""
    if (
        not 2 <= len(text) <= _LONGEST_NAME
        or len(HAN.findall(text)) != len(text)
        or text[-1] in "省市县区州镇乡村将拟已也会议局办组部在到赴对与委厅署院校"
    ):
        return False
    if _NEVER & set(text[1:]) or "率" in text or text in function_words():
        return False
    held = any(text[at : at + 2] in words() and words()[text[at : at + 2]].tag != "x" for at in range(len(text) - 1))
    if held and (len(text) == 2 or text in words() or text[-1] not in _given_ends() or text[0] not in _common()):
        return False
    named = text[:2] in section("names.txt", "compound") if len(text) == _LONGEST_NAME else text[0] in surnames()
    return named and not _is_place(text)


def is_bare_name(text: str) -> bool:
    """Two to four characters that may be the name of a company or a school: no word of the lexicon in them."""
    if not 2 <= len(text) <= _LONGEST_NAME or len(HAN.findall(text)) != len(text) or text[0] in _NOT_NAMES:
        return False
    if _NEVER & set(text):
        return False
    return not any(text[at : at + size] in words() for size in (2, 3, 4) for at in range(len(text) - size + 1))


@cache
def levels() -> dict[str, tuple[str, str]]:
    """Ending → (word after a name, word alone), longest ending first."""
    rows = section("offices.txt", "levels")
    pairs = {zh: (both.split("|")[0], both.split("|")[1]) for zh, both in rows.items()}
    return dict(sorted(pairs.items(), key=lambda row: -len(row[0])))


@cache
def _unit() -> re.Pattern[str]:
    return re.compile(f"([\\u4e00-\\u9fff]{{1,{_LONGEST_NAME}}}?)({'|'.join(levels())})")


def place_name(name: str) -> str:
    """The bare name of a place, without its level."""
    if known := section("names.txt", "places").get(name):
        return known
    readings = section("names.txt", "characters")
    return one_word([readings.get(han, said) for han, said in zip(name, syllables(name), strict=True)])


def _common_word_inside(text: str, end: int) -> bool:
    """A word of the lexicon that starts within the supposed name: 强化城市管理 names no city, 上海市 does."""
    known = words()
    if text[:end] in section("names.txt", "places"):
        return not text.startswith(("省", "市", "县", "区", "州", "地区"), end) or text.startswith("域", end + 1)
    spans = ((a, text[a : a + n]) for a in range(end) for n in range(2, min(7, len(text) - a + 1)))
    return any(
        piece in known
        and (a or len(piece) - end not in {0, 1} or not known[piece].en[:1].isupper())  # 上海市, 广州市
        and not (a and a + len(piece) == end + 1 and len(piece) < 3)  # 房山区 ends in 山区, no name in 棚户区
        for a, piece in spans
    )


def _is_known(found: re.Match[str]) -> bool:
    """三亚市, 镇江市: names that begin like "three" and "the town's", and that a dictionary has; 三溪镇, 两河街道."""
    is_known = found[0] in dictionary()[0] or _NUMBERED.match(found[1]) or _AND_IN_A_NAME.match(found[0])
    return len(found[1]) > 1 and bool(is_known)


#: 四个街道, 驻市(部队): units that are counted, or that somebody is in
_COUNTED = re.compile("^[一二三四五六七八九十百几数多]+[个处座]|^[驻邻]$")
#: 湘鄂赣三省, 沿黄九省区: several
_SO_MANY = re.compile("^.{0,4}[两三四五六七八九十][省市县区州]$")
#: 和 as "and", not in the name of 和平镇
AND = "和(?![平顺睦谐美兴田龙静硕政林][\\u4e00-\\u9fff]?(?:[省市县区镇乡村]|街道|社区))"
_AND_IN_A_NAME = re.compile(f"(?!{AND})和")
#: a number in a name, where nothing is counted
_NUMBERED = re.compile("^[两三][^个大家地年天次级方类种座条轮批县市区镇村乡所名位项点线面位省州]$")


#: 光明街道召开, 和平镇党委: a word that is a name, before what only a town or a subdistrict does or has
_HOLDS = re.compile(
    "^(?!所有|全部|全体|部分|重点|主要|相关|有关|其他|多个|城市|特色|中心|试点|示范|贫困|沿海|边境|农业|工业|旅游|帮扶|下辖|辖区)"
    "(?!开发|保税|实验|试验|经济|高新|风景|自治)[\u4e00-\u9fff]{2}(?:区(?=(?:人民)?政府)|(?:街道|镇|乡)(?=(?:党工委|党委|办事处|人民政府|人大|纪工委)|(?:组织|联合|积极)?(?:召开|举行|举办|开展)|$))"
)


@cache
def _not_places() -> dict[str, str]:
    """The longest first."""
    return dict(sorted(section("names.txt", "not-places").items(), key=lambda row: -len(row[0])))


@lru_cache(maxsize=1024)  # a headline is read in many ways, each with the same places in it
def _first_unit(text: str) -> Place | None:
    for zh, english in _not_places().items():
        if text.startswith(zh):
            return Place(english=english, length=len(zh), level="") if english else None
    return _autonomous(text) or _listed(text) or _plain_unit(text)


def _listed(text: str) -> Place | None:
    """Banners, leagues, prefectures: a closed list, as 旗 is a flag, 盟 an alliance and 地区 a region elsewhere."""
    for zh, english in section("names.txt", "units").items():
        if text.startswith(zh):
            level = "地区" if zh.endswith("地区") else zh[-1]
            return Place(english=f"{english} {levels()[level][0]}", length=len(zh), level=level)
    return None


def _plain_unit(text: str) -> Place | None:
    found = _unit().match(text)
    if (
        found is None
        or (found[2] in {"旗", "盟"} and not re.match("镇|街道|乡(?![镇村])", text[found.end() :]))
        or (_NEVER & set(found[1]) and not dictionary()[0].get(found[0]))
        or _COUNTED.match(found[1])
        or _SO_MANY.match(found[0])
        or (found[1][0] in _NOT_NAMES and not _is_known(found))
        or (_common_word_inside(text, found.end(1)) and (text in words() or not _HOLDS.match(text)))
    ):
        return None
    common = section("names.txt", "not-places")
    if found[0][-3:] in common or (found[0][-2:] in common and not _DISTRICTS.match(found[0])):
        return None
    if found[2] in {"旗", "盟"}:  # 红旗镇
        return _unit_named(found[0], "街道" if text.startswith("街道", found.end()) else text[found.end()])
    for over in ("省", "市", "县", "区", "镇", "街道"):
        if (
            not text.startswith("市场", found.end())
            and text.startswith(over, found.end())
            and _WHOLE.search(found[0] + over)
        ):
            return _unit_named(found[0], over)
    if found[2] == "州" and len(found[1]) == 1:  # 福州 is a city, 恩施州 a prefecture
        return Place(english=place_name(found[0]), length=found.end(), level="市")
    return _unit_named(found[1], found[2])


@cache
def _autonomous_units() -> re.Pattern[str]:
    peoples = "|".join(sorted(section("names.txt", "peoples"), key=len, reverse=True))
    return re.compile(f"([\\u4e00-\\u9fff]{{0,5}}?)((?:(?:{peoples})族)+|{_PEOPLES})(自治州|自治县|自治旗|乡)")


#: whose units leave their 族 out
_PEOPLES = "(?:蒙古|哈萨克|柯尔克孜|锡伯|塔吉克)(?=自治)"


def _autonomous(text: str) -> Place | None:
    """``云岭苗族侗族自治县`` "Yunling Miao and Dong Autonomous County"."""
    for region, english in section("names.txt", "autonomous").items():
        if text.startswith(region):
            return Place(english=english, length=len(region), level="自治区")
    found = _autonomous_units().match(text)
    known = found is not None and found[1] in section("names.txt", "places")
    if found is None or (not known and _common_word_inside(text, found.end(1))):
        return None
    peoples = section("names.txt", "peoples")
    listed = in_list([peoples[one] for one in found[2].split("族") if one])
    english = " ".join([*([place_name(found[1])] if found[1] else []), listed, levels()[found[3]][0]])
    return Place(english=english, length=found.end(), level=found[3])


def _unit_named(name: str, level: str) -> Place:
    english = place_name(name) if name in _MUNICIPALITIES else f"{place_name(name)} {levels()[level][0]}"
    return Place(english=english, length=len(name + level), level=level)


def leading_place(text: str) -> Place | None:
    """The place a text starts with, smaller unit first ("Yunling County, Qingchuan City"), or None.

    >>> leading_place("云岭县召开会议").english
    'Yunling County'
    """
    found = _zone_of_city(text) or _in_city(text, known=True) or _first_unit(text)
    found = found or _behind_province(text) or _in_city(text, known=False)
    for _ in range(_MOST_LEVELS - 1):
        if found is None or not found.level:
            break
        inner = _first_unit(text[found.length :])
        if inner is None or not (inner.level or inner.english.endswith(" Zone")):
            break
        english = f"{inner.english}, {found.english.removeprefix('the ')}"
        found = Place(english=english, length=found.length + inner.length, level=inner.level or "区")
    return found


def _in_city(text: str, *, known: bool) -> Place | None:
    """``哈尔滨道外区``, ``潍坊昌乐县``: a city without its level, and a smaller unit, perhaps a ``known`` one."""
    for size in (3, 4, 2):
        inner = _first_unit(text[size:]) if _is_place(text[:size]) else None
        if inner and inner.level and (not known or dictionary()[0].get(text[size : size + inner.length])):
            city = place_name(text[:size])
            return Place(english=f"{inner.english}, {city}", length=size + inner.length, level=inner.level)
    return None


def _behind_province(text: str) -> Place | None:
    """``江西云岭县``: a province without its level, and a smaller unit."""
    for province, english in section("names.txt", "provinces").items():
        inner = _first_unit(text.removeprefix(province)) if text.startswith(province) else None
        if inner and inner.level:
            return Place(english=f"{inner.english}, {english}", length=len(province) + inner.length, level=inner.level)
    return None


@cache
def _zones() -> re.Pattern[str]:
    zones = [zh for zh, english in section("names.txt", "not-places").items() if english.endswith(" Zone")]
    return re.compile(f"([\\u4e00-\\u9fff]{{2,4}}?)({'|'.join(sorted(zones, key=len, reverse=True))})")


def _zone_of_city(text: str) -> Place | None:
    """``济宁高新区``: a zone behind a city without its level."""
    found = _zones().match(text)
    if found is None or _city_without_level(found[1]) is None:
        return None
    zone = section("names.txt", "not-places")[found[2]].removeprefix("the ")
    return Place(english=f"the {place_name(found[1])} {zone}", length=found.end(), level="区")


def place(text: str) -> str | None:
    """English for a text that is a place and nothing else, with its level or (广东) without."""
    lists = ("regions", "provinces", "countries")
    region = next((said for title in lists if (said := section("names.txt", title).get(text))), None)
    if region:
        return region
    entry = words().get(text)
    if entry is not None and entry.tag == "n" and entry.en[:1].isupper() and " " not in entry.en:
        return entry.en
    found = leading_place(text) or _city_without_level(text)
    if found and found.length == len(text):
        return found.english
    return _in_province(text)


def _in_province(text: str) -> str | None:
    """``广西南宁市``, ``广西南宁``: a province without its level before a smaller place."""
    for province, english in section("names.txt", "provinces").items():
        inner = place(text.removeprefix(province)) if text.startswith(province) and text != province else None
        if inner and inner[0].isupper():
            return f"{inner}, {english}"
    return None


def _city_without_level(text: str) -> Place | None:
    """常州 for 常州市, where jieba's dictionary knows the longer name."""
    if len(text) < 2 or not dictionary()[0].get(f"{text}市"):
        return None
    found = leading_place(f"{text}市")
    whole = found is not None and found.length == len(text) + 1
    return Place(english=place_name(text), length=len(text), level="") if whole else None

"""Institutions: schools and what they are made of, hospitals, companies, the corps of Xinjiang."""

from __future__ import annotations

import re

from digest.translate.officialese.headlines.parts import longest_first
from digest.translate.officialese.names.dates import han_number, ordinal
from digest.translate.officialese.names.names import is_bare_name, leading_place, levels, place, place_name
from digest.translate.officialese.names.organs import field, of_unit, units
from digest.translate.officialese.nouns.phrase import noun_phrase
from digest.translate.officialese.words.lexicon import cut, kind, section, words
from digest.translate.officialese.words.morphology import is_plural, plain

_DIGITS = str.maketrans("一二三四五六七八九○〇零", "123456789000")
#: 第二人民医院
_NUMBER = re.compile("第([一二三四五六七八九十]{1,2})$")
#: 三中, 第五小学
_SHORT = re.compile("(?:第)?([一二三四五六七八九十]{1,2})([中小幼])$")
_SHORT_FOR = {"中": "Middle School", "小": "Primary School", "幼": "Kindergarten"}


_BUILDERS = {
    "中铁": "China Railway No. {} Engineering Group",
    "中建": "China Construction No. {} Engineering Bureau",
    "中国水电": "Sinohydro Bureau {}",
}
_BUILDER = re.compile(f"^({'|'.join(_BUILDERS)})([一二三四五六七八九十]{{1,3}})局(?:集团)?(?:有限)?(?:公司)?$")


def institution(text: str) -> str | None:
    """``青川大学``, ``云岭县人民医院``, ``青川一中``; ``国营青川农场``: who owns it is not told."""
    text = text.removeprefix("国营")
    if builder := _BUILDER.match(text):
        return _BUILDERS[builder[1]].format(han_number(builder[2]))
    if numbered := _SHORT.search(text):
        return _named(text[: numbered.start()], f"No. {han_number(numbered[1])} {_SHORT_FOR[numbered[2]]}")
    for ending, english in longest_first("offices.txt", "institutions").items():
        name = text.removesuffix(ending)
        parts_a_word = text[len(name) - 1 : len(name) + 1] in words() and is_bare_name(name)  # 青川银|行业协会
        parts_a_word = parts_a_word and leading_place(name) is None
        if name and name != text and not parts_a_word and (said := _whose(name, english)):
            return said
    return None


def _whose(name: str, english: str) -> str | None:
    if numbered := _NUMBER.search(name):
        name, english = name[: numbered.start()], f"No. {han_number(numbered[1])} {english}"
    if english.endswith(("College", "University", "School")) and (said := _college_of(name, english)):
        return said
    if said := _named(name, english) or _named_there(name, english):
        return said
    if not english.endswith(("Co., Ltd.", "Company", "Group")):
        return None
    own = _own_name(name)
    return f"{own} {english}" if own else _of_level(name, english)


def _college_of(name: str, english: str) -> str | None:
    """``青川交通`` + "Vocational College": a place, and what is taught."""
    for size in range(2, len(name)):
        taught = section("offices.txt", "disciplines").get(name[size:])
        said = _named(name[:size], english) if taught else None
        if said:
            return f"{said} of {taught}"
    return None


#: in the name of an institution these stay as they are: 市第一中学, 县中医院
_CAPITAL = re.compile("No\\.|Party|Chinese|Jiaotong|Minzu|Normal|Hope")


def _named(name: str, english: str) -> str | None:
    """An institution of a place, of a level (``市``) or with a name of its own."""
    found = leading_place(name)
    if found and found.level and found.length == len(name):
        said = of_unit(found.english, english)
        return said.removeprefix("the ") if english.endswith(("University", "College")) else said
    if (numbered := name.translate(_DIGITS)).isdigit() and len(name) > 1:  # 八五四农场
        return f"{numbered} {english}"
    if name in levels():  # 市城投集团, 县第一中学
        return of_unit(f"the {levels()[name][1]}", english if english.startswith("No.") else _in_small(english))
    whole = "China" if name == "中国" else place(name) if found is None else None  # 浙江大学
    if whole and whole[0].isupper():
        return f"{whole} {english}"
    if found is not None or name in kind("sorts-of-schools") or not is_bare_name(name):
        return None
    return f"{'the ' if english.endswith(_WITH_ARTICLE) else ''}{place_name(name)} {english}"


#: what has a name of its own behind its place
_NAMED_THERE = ("School", "Kindergarten", "Hospital", "Park", "Farm")


def _named_there(name: str, english: str) -> str | None:
    """``青川市云岭`` + "Primary School": "Yunling Primary School of Qingchuan City"."""
    found = leading_place(name) if english.endswith(_NAMED_THERE) else None
    own = name[found.length :] if found and found.level else ""
    return f"{place_name(own)} {english} of {found.english}" if found and is_bare_name(own) else None


#: 交通|职业技术学院 is no school of a university
_VOCATIONAL = "职业"


def without_place(text: str) -> str | None:
    """``城投集团`` "the urban investment group": one whose place the reader knows."""
    ending = next((zh for zh in longest_first("offices.txt", "institutions") if text.endswith(zh)), "")
    taught = section("offices.txt", "disciplines").get(text.removesuffix(ending))
    if (
        not ending
        or text.startswith(kind("sorts-of-schools"))
        or (ending != text and not (_VOCATIONAL in ending and taught))
    ):
        return None
    english = _in_small(section("offices.txt", "institutions")[ending])
    return f"the {english}{f' of {taught.lower()}' if taught and ending != text else ''}"


def _in_small(english: str) -> str:
    return " ".join(word if _CAPITAL.match(word) else word.lower() for word in english.split())


_WITH_ARTICLE = (
    "Zone",
    "Area",
    "Administration",
    "Office",
    "Station",
    "Tribunal",
    "Centre",
    "Reserve",
    "Campus",
    "court",
    "procuratorate",
)


def _own_name(name: str) -> str | None:
    """``云山水泥``: a name, or a place, and what it makes."""
    if (found := leading_place(name)) and found.level:
        made = _made(name[found.length :])
        return f"the {found.english} {made}" if made else None
    for size in (2, 3):
        made = _made(name[size:])
        if made and is_bare_name(name[:size]):
            return f"{place_name(name[:size])} {made}"
    return None


def _made(text: str) -> str | None:
    """``水泥`` "Cement", ``水务`` "Water": what a company makes, or its field."""
    made = words().get(text)
    return made.en.removeprefix("the ").title() if made and made.tag == "n" else None


def _of_level(name: str, english: str) -> str | None:
    """``市水务`` + "Group Co., Ltd.": "the city water group"."""
    alone = levels().get(name[:1])
    if alone and english.startswith("Group Co") and (group := institution(f"{name}集团")):
        return group
    made = (field(name[1:]) or _made(name[1:])) if alone else None
    if alone is None or made is None:
        return None
    kind = re.sub("^Co., Ltd.$", "company", english.removesuffix(" Co., Ltd."))
    return of_unit(f"the {alone[1]}", f"{made.lower()} {_in_small(kind)}")


_SCHOOLS = {"学院": "School", "系": "Department", "学部": "Faculty"}
_SCHOOL = re.compile(f"^(.*?(?:大学|学院|学校|党校))?([^第]{{1,12}})({'|'.join(_SCHOOLS)})$")
_AND = re.compile("[与和及、]")


def school(text: str) -> str | None:
    """``软件学院`` "the School of Software", ``青川大学经济与管理学院`` with the university it belongs to."""
    found = _SCHOOL.match(text)
    whose = institution(found[1]) if found and found[1] else None
    what = _taught(found[2], listed=found[3] != "学院") if found and found[0] not in {"法系", "理系", "工系"} else None
    if found is None or what is None or (found[1] and whose is None):
        return None
    return f"the {_SCHOOLS[found[3]]} of {what}{f' of {whose}' if whose else ''}"


def _taught(text: str, *, listed: bool) -> str | None:
    """``化学与化工`` "Chemistry and Chemical Engineering"; what is not ``listed`` may be nouns of the lexicon."""
    known = section("offices.txt", "disciplines")
    parts = _AND.split(text)
    said = [known[part] for part in parts if part in known]
    if len(said) == len(parts):
        joint = re.sub(" and (?=.* and )", ", ", " and ".join(said))
        return re.sub(r"^(\w+ (?:Science|Engineering)) and \1$", r"\1", joint)
    entries = None if listed or len(text) < len("智能制造") or institution(f"{text}学院") else cut(text)
    if not entries or any(entry.tag not in {"n", "k", "a"} or entry.en[:1].isupper() for entry in entries):
        return None
    english = plain(noun_phrase(entries) or "")
    return " ".join(word if word in {"and", "of", "the"} else word[0].upper() + word[1:] for word in english.split())


#: a longer name of what is researched is not read
_MOST_WORDS = 2


def society(text: str) -> str | None:
    """``省酿酒研究所`` "the provincial brewing research institute", ``云岭县餐饮企业协会`` "… association of …"."""
    for unit, rest in [*units(text), *([("China", text.removeprefix("中国"))] if text.startswith("中国") else [])]:
        if said := sort_of_society(rest):
            return of_unit(unit, said)
    return None


def sort_of_society(text: str) -> str | None:
    """``水稻研究所`` "rice research institute", ``餐饮企业协会`` "association of catering companies"."""
    kinds = section("offices.txt", "societies")
    ending = max((zh for zh in kinds if text.endswith(zh)), key=len, default="")
    matter = text.removesuffix(ending)
    entries = cut(matter) if ending and matter else None
    if not entries or any(entry.tag not in {"n", "k", "a", "o"} for entry in entries) or len(entries) > _MOST_WORDS:
        return None
    what, sort = plain(noun_phrase(entries) or "").removeprefix("the "), kinds[ending]
    if what and (is_plural(what) or " of " in what or " and " in what):
        return f"{sort} {'for' if sort.endswith('centre') else 'of'} {what}"
    return f"{what} {sort}" if what else None


_CORPS = re.compile(
    "^(?:新疆生产建设兵团|兵团)?(?:第?([一二三四五六七八九十]{1,3}|\\d{1,2})师(.{2,4}[市镇]|.{2,6}[农牧林]场|.{0,6}医院)?)?"
    "(?:第?([一二三四五六七八九十○〇零]{1,4}|\\d{1,3})团)?$"
)


def corps(text: str) -> str | None:
    """``第八师石河子市``, ``一四三团``: divisions of the Xinjiang corps, their cities and regiments."""
    found = _CORPS.match(text)
    if found is None or not (found[1] or len(found[3] or "") > 1):  # 一团 is any first group
        return None
    division = f"{ordinal(han_number(found[1]))} Division" if found[1] else ""
    if found[3]:
        number = found[3] if "十" in found[3] else found[3].translate(_DIGITS)
        of = f" of the {division}" if division else ""
        return f"the {ordinal(han_number(number))} Regiment{of}" if not found[2] else None
    where = leading_place(found[2]) if found[2] else None
    if found[2] and (where is None or where.length < len(found[2])):
        inner = (section("offices.txt", "bodies").get(found[2]) or institution(found[2])) if division else None
        return f"{inner} of the {division}" if inner else None
    if where and where.level == "镇":
        return f"{where.english} of the {division}"
    return f"the {division}{f' and {where.english}' if where else ''} of the Xinjiang corps"

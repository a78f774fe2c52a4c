"""Who does something: persons with their offices, leaders, deputies, bodies, or several of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from digest.translate.officialese.headlines.bodies import body
from digest.translate.officialese.headlines.committees import of_level
from digest.translate.officialese.headlines.parts import each
from digest.translate.officialese.headlines.teams import team
from digest.translate.officialese.names.names import AND, is_common, is_name, place
from digest.translate.officialese.names.organs import office
from digest.translate.officialese.names.pinyin import person
from digest.translate.officialese.nouns.compound import joined
from digest.translate.officialese.words.lexicon import section
from digest.translate.officialese.words.morphology import is_plural

#: between several bodies, and behind them
_BETWEEN = re.compile(rf"联合|会同|[、与同及]|{AND}")
_TOGETHER = re.compile(r"(?:联合|共同)$")
_GROUP = re.compile(r"(?:同志)?(?:等?一行(?:[\d一二三四五六七八九十]+余?人)?|带队|率队|亲自|组队)+$")
_RANKS = {"常务副": "executive deputy ", "副": "deputy ", "代": "acting ", "": ""}
#: a name has two or three characters, a surname of two makes it four
_NAME_SIZES = (4, 3, 2)


def titled(text: str) -> str | None:
    """``副市长林知远``, ``林知远副市长``, ``县委书记、县长林知远``, ``林知远``: a person with known offices."""
    text = _GROUP.sub("", text).removesuffix("同志")
    for size in _NAME_SIZES:
        name, said = text[-size:], text[:-size]
        if len(name) == size and is_name(name) and (english := _with_offices(name, said)):
            return english
    return _named_first(text)


def _with_offices(name: str, said: str) -> str | None:
    if not said:
        return person(name)
    known = each(re.split("[、，]", said), one_post)
    if not known:
        return None
    if len(known) > 1 and "Ministry" in known[0]:  # 民政部党组成员、副部长
        known = [known[0], *(re.sub("^(deputy )?head$", _of_ministry, post) for post in known[1:])]
    if len(known) > 1 or " of " in known[0]:
        return f"{person(name)}, {joined(known)},"
    one = re.sub(r"\bleaders\b", "leader", known[0])  # 县领导林知远
    return f"{one[0].upper()}{one[1:]} {person(name)}"


def _of_ministry(found: re.Match[str]) -> str:
    return f"{'vice ' if found[1] else ''}minister"


def _named_first(text: str) -> str | None:
    """``林知远副市长``, ``县教育局林知远局长``: the office behind the name."""
    for post in _by_length():
        before = text.removesuffix(post)
        for size in _NAME_SIZES if before != text else ():
            name, owner = before[-size:], before[:-size]
            if len(name) == size and is_name(name) and (english := _with_offices(name, owner + post)):
                return english
    return None


@cache
def _by_length() -> tuple[str, ...]:
    """What an office may end in, the longest first: 副市长 before 市长."""
    posts = [rank + post for post in section("offices.txt", "posts") for rank in _RANKS]
    return tuple(sorted({*section("offices.txt", "exact"), *posts}, key=len, reverse=True))


def one_post(text: str) -> str | None:
    """One office: ``县长``, ``青川大学副校长`` "deputy president of Qingchuan University"."""
    text = _OWN.sub(r"学\g<0>", _TWICE.sub(r"\1\2", _OF_ITSELF.sub("", text)))
    if not text.startswith("团") and not text.endswith("部长") and (known := office(text)):
        return known
    for post, english in section("offices.txt", "posts").items():
        for rank, said in _RANKS.items():
            owner = text.removesuffix(rank + post)
            if owner != text and (whose := body(owner) or _short(owner, post) if owner else ""):
                return _of_body(said, english, post, whose)
            if not owner:
                return f"{said}{_ALONE.get(post, english)}"
    return office(text)


#: a head of nothing that is named
_ALONE = {
    "校长": "school head",
    "总队长": "corps head",
    "支队长": "detachment head",
    "大队长": "brigade head",
    "站长": "station head",
    "园长": "kindergarten head",
}


def _short(owner: str, post: str) -> str | None:
    """``县公安(局长)`` of 县公安局长: the body and the post have a character in common."""
    return body(owner + post[:-1]) if post.endswith("长") and post != "长" else None


def _of_body(rank: str, english: str, post: str, whose: str) -> str:
    """``deputy``, ``head``: "vice minister of education", "deputy president of Qingchuan University"."""
    if post == "部长" and whose.startswith("the Ministry of"):
        return f"{rank.replace('deputy', 'vice')}minister of {whose.removeprefix('the Ministry of ').lower()}"
    if post == "校长" and re.search("University|College|Institute", whose):
        english = "president"
    return f"{rank}{english} of {whose}"


#: 市政府副市长: a mayor is of the government
_OF_ITSELF = re.compile("^[省市县区州]政府(?=(?:常务)?副?[省市县区州]长)")
#: 校党委书记: of the school; 青川省省委书记 names its level twice
_OWN = re.compile("^[校院](?=党|工会|纪委|团委)")
_TWICE = re.compile("^(.{2,4})([省市县区])\\2(?=委)")


def _runs(text: str) -> Iterator[list[str]]:
    """Every way to read a row of characters as names of two or three."""
    if not text:
        yield []
    for size in (2, 3):
        if len(text) >= size and is_name(text[:size]):
            yield from ([text[:size], *rest] for rest in _runs(text[size:]))


def names_in_a_row(text: str, *, surely: bool = False) -> list[str]:
    """``林知远王海燕``: names with nothing between, where one way to part them is the likeliest; else empty.

    ``surely``: something else says that they are names; else a short one of a rare surname may be a word (林知远|连夜).
    """
    runs = sorted((run for run in _runs(text) if not any(name[0] in _GOING for name in run[not surely :])), key=_rare)
    if not runs or (len(runs) > 1 and _rare(runs[0]) == _rare(runs[1])):
        return []
    short = any(len(name) == _NAME_SIZES[-1] for name in runs[0])
    if not surely and len(runs[0]) > 1 and _rare(runs[0]) and short:
        return []
    return [str(person(name)) for name in runs[0]]


#: surnames too, but between a person and a place words for going: 县领导|来云岭
_GOING = "来向从同"


def _rare(names: list[str]) -> int:
    """How many of the names begin with a surname that few have."""
    return sum(not is_common(name) for name in names)


_LEADERS = re.compile(
    "^(.*?)(?:级)?(?:[四五六几]?(?:大|套|家)班子)?(主要|党政主要|党政|分管|有关|相关|部分|老)?领导(?:同志|干部|班子)?(?:成员)?$"
)
_WHICH = {"主要": "top ", "党政主要": "top Party and government ", "党政": "Party and government ", "老": "former "}
_DEPUTIES = re.compile("^(部分)?(.*?)(人大代表|政协委员)(?:代表)?$")


def leaders(text: str) -> str | None:
    """``县领导`` "county leaders", ``省教育厅领导`` "leaders of the provincial education department"."""
    found = _LEADERS.match(text)
    if found is None or found[2] in {"分管", "有关", "相关"}:
        return None
    which = f"{'some ' if found[2] == '部分' else ''}{_WHICH.get(found[2], '')}"
    if not found[1]:
        return f"{which}leaders"
    if level := rank_of(found[1]):
        return f"{which}{level} leaders"
    whose = place(found[1]) or body(found[1])
    return f"{which}leaders of {whose}" if whose else None


def rank_of(text: str) -> str | None:
    """``县`` "county", ``省市`` "provincial and city", ``校`` "school": whose leaders they are."""
    return section("offices.txt", "leaders-of").get(text) or of_level(text)


def deputies(text: str) -> str | None:
    """``云岭县人大代表``, ``部分市政协委员``."""
    found = _DEPUTIES.match(text.removeprefix("我"))
    if found is None:
        whose = body(text.removesuffix("组成人员")) if text.endswith("组成人员") else None
        return f"members of {whose}" if whose else None
    some = "some " if found[1] else ""
    if found[2] == "全国":
        bodies = {"人大代表": "deputies to the National People's Congress", "政协委员": "members of the CPPCC"}
        return f"{some}{bodies[found[3]]}"
    where = rank_of(found[2]) or (place(found[2]) if found[2] else "")
    if where is None:
        return None
    if found[3] == "人大代表":
        whose = f"to the {where} people's congress" if where else "to the people's congress"
        return f"{some}deputies {whose}"
    return f"{some}members of the {f'{where} ' if where else ''}political consultative conference"


_OTHERS = re.compile("^(.{2,}?)等(.*?(?:领导|负责人|同志|专家)|)$")


def several(text: str) -> str | None:
    """``林知远王海燕``, ``县领导林知远、王海燕``, ``林知远等县领导``: more than one person."""
    text = _GROUP.sub("", text)
    if others := _OTHERS.match(text):
        named, rest = _listed(others[1], surely=True), _others(others[2])
        return _together([*named, rest]) if named and rest else None
    if "领导" in text and (said := _leaders_by_name(text)):
        return said
    persons = _listed(text)
    return _together(persons) if len(persons) > 1 else None


def _together(persons: list[str]) -> str:
    """Persons as one subject; with offices between commas."""
    if not any("," in one for one in persons):
        return joined(persons)
    titles = [
        one if len(one.split()) == _NAME_WORDS else f"{one[0].lower()}{one[1:]}" if "," not in one else one
        for one in persons
    ]
    return f"{'; '.join(one.removesuffix(',') for one in titles[:-1])}, and {titles[-1]}"


#: words of a name in English
_NAME_WORDS = 2


def _others(text: str) -> str | None:
    """``县领导`` "other county leaders"."""
    plain = {"领导": "leaders", "领导同志": "leaders", "同志": "officials", "负责人": "officials", "专家": "experts"}
    said = plain.get(text) or leaders(text)
    return f"other {said}" if said else None if text else "others"


def _leaders_by_name(text: str) -> str | None:
    """``县领导林知远王海燕`` "county leaders Lin Zhiyuan and Wang Haiyan"."""
    at = text.index("领导") + 2
    who_they_are, known = leaders(text[:at]), _plain_names(text[at:], surely=True)
    if who_they_are and len(known) == 1:
        who_they_are = re.sub(r"\bleaders\b", "leader", who_they_are)
    return f"{who_they_are} {joined(known)}" if who_they_are and known else None


def _plain_names(text: str, *, surely: bool) -> list[str]:
    """Names with a mark, a blank or nothing between."""
    known = [names_in_a_row(part, surely=surely) for part in re.split(r"[、，\s]", text)] if text else []
    return [name for names in known for name in names] if all(known) else []


def _listed(text: str, *, surely: bool = False) -> list[str]:
    """``县委书记、县长林知远，副县长王海燕``: every person with the offices before the name."""
    if plain := _plain_names(text, surely=surely):
        return plain
    persons, offices = [], ""
    for part in re.split(r"[、，和与\s]", text):
        offices += part
        if (said := titled(offices)) is not None:
            persons.append(said)
            offices = ""
        elif one_post(part) is None:
            return []
        else:
            offices += "、"
    return [] if offices else persons


def who(text: str) -> str | None:
    """Whoever holds a meeting or makes a tour: a body, a person, or several."""
    text = _TOGETHER.sub("", text)
    readers = (_led, body, titled, _head_of, several, deputies, team, _the_post, _group_from)
    if one := next((said for read in readers if (said := read(text))), None):
        return one
    parts = [part for part in _BETWEEN.split(text) if part]
    if len(parts) < 2:
        return None
    if posts := each(parts, _the_post):
        return joined(posts)
    known = each(parts, lambda part: body(part) or titled(part))
    return joined([said.removesuffix(",") for said in known]) if known else None


#: 县教育局局长, where nobody is named: one man
_HEAD = re.compile("(?:局局|厅厅|委主|办主|大学校|法院院|检察院检察)长?(?:任)?$|(?:大学|集团)(?:党委)?(?:书记|董事长)$")


def _head_of(text: str) -> str | None:
    post = one_post(text) if _HEAD.search(text) and not text.startswith(("各", "全")) else None
    return f"the {post}" if post and " of " in post else None


def _led(text: str) -> str | None:
    """``镇领导班子``: leaders, before they are read as a body."""
    return (leaders(_GROUP.sub("", text)) or several(text)) if "领导" in text else None


def _the_post(text: str) -> str | None:
    post = office(text)
    return f"the {post}" if post else None


def _group_from(text: str) -> str | None:
    """``青川大学一行``."""
    found = _GROUP.search(text)
    whose = body(text[: found.start()]) if found else None
    return f"a group from {whose}" if whose else None


#: 住房和城乡建设局: one office, though "and" is in its name
_ONE_OFFICE = re.compile(
    r"(?!.* and the )(?:[^,]*? (?:University|College|Institute|School) of [A-Z][a-z]+ and [A-Z][a-z]+$"
    r"|the (?:Ministry|[A-Za-z -]*(?:[Dd]epartment|[Cc]ommittee|[Ff]ederation|[Aa]ssociation|Administration)) of "
    r"|.*\b(?:bureau|department|commission|administration|office|centre|station|committee|brigade"
    r"|association|cooperative|federation|group|company|college|school|university|hospital|bank|branch|detachment|corps)$)"
)


#: the leading group on prevention and control
_ONE_ON_A_MATTER = re.compile(
    r"the (?:(?! and )[\w' -])*?\b(?:group|headquarters|committee|commission|task force|office) (?:on|for) "
    r"(?!.* and the )|(?!.* and the )[^,]*\bheadquarters$"
)


def are_several(subject: str) -> bool:
    """True when those who act are more than one."""
    if _ONE_ON_A_MATTER.match(subject):
        return False
    return not _ONE_OFFICE.match(subject) if " and " in subject else is_plural(subject)


def is_person(text: str) -> bool:
    """True when somebody, not a body, holds the meeting."""
    return body(text) is None and (titled(text) or several(text)) is not None

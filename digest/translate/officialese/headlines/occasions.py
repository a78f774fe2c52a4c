"""What a meeting marks: anniversaries, feasts, the days that are left, those who leave school."""

from __future__ import annotations

import re

from digest.translate.officialese.headlines.parts import Read
from digest.translate.officialese.names.dates import han_number, ordinal
from digest.translate.officialese.names.names import is_name
from digest.translate.officialese.names.pinyin import person
from digest.translate.officialese.nouns.phrase import noun_phrase
from digest.translate.officialese.words.lexicon import cut, section, words
from digest.translate.officialese.words.morphology import plain

_COUNT = r"\d{1,3}|[一二三四五六七八九十百]{1,4}"
_FEAST_NUMBER = re.compile(rf"^(?:庆祝|纪念)?第({_COUNT})个(.{{2,10}})$")
_ANNIVERSARY = re.compile(
    rf"^(?:庆祝|纪念|庆)?(.{{2,24}}?)(成立|建立|诞辰|创建|召开|出台|发表|颁布|施行|实施)?({_COUNT})周年$"
)
_OF = {
    "诞辰": "the birth of ",
    None: "",
    "召开": "",
    "出台": "the issue of ",
    "发表": "the publication of ",
    "颁布": "the issue of ",
    "施行": "the entry into force of ",
    "实施": "the implementation of ",
}


def anniversary(text: str, read: Read) -> str | None:
    """``庆祝中国共产党成立105周年`` "the 105th anniversary of the founding of the Communist Party of China"."""
    if (which := _FEAST_NUMBER.match(text)) and (name := words().get(which[2])) and (number := _number(which[1])):
        return f"the {ordinal(number)} {name.en.removeprefix('the ')}"
    if text.startswith("庆") and (day := feast(text)):
        return day
    found = _ANNIVERSARY.match(text)
    number = _number(found[3]) if found else 0
    if found is None or not number:
        return None
    if founded := section("meetings.txt", "founded").get(found[1]):
        return f"the {ordinal(number)} anniversary of {founded}"
    comrade = found[1].removesuffix("同志")
    if is_name(comrade):
        return f"the {ordinal(number)} anniversary of the birth of {person(comrade)}" if found[2] == "诞辰" else None
    entries = cut(found[1])
    quoted = read(found[1]) if found[1].endswith("》") else None
    what = quoted or (read(found[1]) if found[2] == "召开" else noun_phrase(entries) if entries else None)
    return (
        f"the {ordinal(number)} anniversary of {_OF.get(found[2], 'the founding of ')}{plain(what)}" if what else None
    )


def _number(said: str) -> int:
    return 100 if said in {"百", "一百"} else han_number(said)


_COUNTDOWN = re.compile(rf"^(.+?)(?:倒计时({_COUNT})天|(百)日)$")


def countdown(text: str, read: Read) -> str | None:
    """``高考倒计时100天`` "the 100-day countdown to the college entrance exam"."""
    found = _COUNTDOWN.match(text)
    days = _number(found[2] or found[3]) if found else 0
    said = read(found[1]) if found and days else None
    return f"the {days}-day countdown to {said}" if said else None


_CLASS = re.compile(r"^(\d{4})届(?:毕业生|学生|本科生|研究生|高三学生|初三学生|毕业班|高三毕业生)?$")


def class_of(text: str) -> str | None:
    """``2026届毕业生`` "the class of 2026"."""
    found = _CLASS.match(text)
    return f"the class of {found[1]}" if found else None


_FEAST = re.compile("^(?:热烈)?(?:庆祝|纪念|喜迎|欢度|庆|迎)?(?:“([^”]{2,4})”)?([^“”]{0,10})$")
_IS_FEAST = re.compile(r"(?:Day|Festival|Year|anniversary)$")


def feast(text: str) -> str | None:
    """``教师节``, ``“七一”``, ``“三八”国际妇女节``: a day that a meeting is held for."""
    found = _FEAST.match(text)
    bare = f"{found[1] or ''}{found[2]}".replace("国际", "") if found else ""
    word = words().get(re.sub("^(?:庆祝|纪念|迎)", "", text)) or words().get(bare)
    day = section("visits.txt", "days").get(bare) or (word.en if word else "")
    return day if _IS_FEAST.search(day) else None


_BEFORE = re.compile(
    "^((?:庆祝|纪念|喜迎|庆|迎)?(?:“[^”]{2,4}”)?[^“”]{0,8}?(?:节|日|“[^”]{2}”|新春|元旦|国庆|中秋))(.{2,})$"
)


def feast_before(text: str) -> tuple[str, str]:
    """``教师节优秀教师`` ("Teachers' Day", "优秀教师"); two empty strings for no feast."""
    found = _BEFORE.match(text) if text not in words() else None
    day = feast(found[1]) if found else None
    return (day, found[2]) if found and day else ("", "")


_WHILE = ("期间", "节后", "节前")


def meanwhile(text: str, read: Read) -> str | None:
    """``化工企业春节后复工复产``: when it is stands between whose it is and what is done."""
    for zh, when in section("meetings.txt", "seasons").items():
        before, found, behind = text.partition(zh) if zh.endswith(_WHILE) else (text, "", "")
        whose = cut(before) if found and len(before) > 1 and len(behind) > 1 else None
        if whose and behind[0] != "的" and whose[-1].tag in {"n", "o"} and (said := read(before + behind)):
            return f"{said} {when}"
    return None


SPECIAL = (anniversary, countdown, meanwhile)

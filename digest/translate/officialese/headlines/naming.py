"""Things with names of their own: quoted campaigns, titles of rules, national censuses, rounds, classes of graduates.

A quoted name is told in pinyin where the word behind it says what it names.
"""

from __future__ import annotations

import re

from digest.translate.officialese.headlines.parts import longest_first
from digest.translate.officialese.headlines.quoted import calls_at, cup_at, wished_at
from digest.translate.officialese.headlines.rows import row_at
from digest.translate.officialese.names.dates import NUMBER, han_number, how_many, ordinal, round_at
from digest.translate.officialese.names.figures import of_the_party
from digest.translate.officialese.names.names import is_bare_name, leading_place, levels, place_name
from digest.translate.officialese.names.organs import AS_ADJECTIVE
from digest.translate.officialese.names.pinyin import spelled
from digest.translate.officialese.nouns.phrase import noun_phrase
from digest.translate.officialese.verbs.verb import doing
from digest.translate.officialese.words.lexicon import Entry, cut, match, section, words
from digest.translate.officialese.words.morphology import is_plural, one_of, plain

#: ``“清风护航”专项行动``: two to eight Han characters, perhaps a year, nothing else inside
_NAMED = re.compile("“(?![一二三四五六七八九十两]+[个大项类])([\\u4e00-\\u9fff]{2,8})(\\d{2,4})?”")
_WORD = 2
#: characters of a name that may be told in pinyin although its words are known: “护航”
_SHORT = 2
_OWN_NAME = re.compile("“[^”]+”")
#: “三查四看”, “走帮服”: numbers and single verbs in a row, whose pinyin says nothing
_SLOGAN = re.compile(
    "[你我您请]|^(?:[一二两三四五六七八九十双多].[一二两三四五六七八九十双多]."
    "|[走帮服访查促解问办进送学比赶超创提转改评议督育树争惠联包保防看讲做强清治补练干下谈听摸排交结认献亮践]{3,4}$)"
)
#: ``《信访工作条例》``: what kind of text it is, by its end
_TEXT = re.compile(r"《([^《》（）()]{2,40})(?:（(\d{4})[-—~－～至](\d{4})年?）)?》")


#: ``第四次全国文物普查``
_CENSUS = re.compile(f"第({NUMBER})次全国")


def _title_at(text: str, at: int) -> Entry | None:
    found = _TEXT.match(text, at)
    said = document(found[1]) if found else None
    years = f" ({found[2]}-{found[3]})" if found and found[2] else ""
    return Entry(zh=found[0], tag="n", en=f"{said}{years}") if found and said else None


def _census_at(text: str, at: int) -> Entry | None:
    found = _CENSUS.match(text, at)
    what, english = row_at("surveys", text, found.end()) if found else ("", "")
    if found is None or not what:
        return None
    return Entry(zh=found[0] + what, tag="n", en=f"the {ordinal(han_number(found[1]))} national {english}")


#: ``全市“两会”精神``: of their people's congress and their political consultative conference
_SESSIONS = re.compile("(全[省市县区]|[省市县区]|[\\u4e00-\\u9fff]{1,4}?[省市县区])“?两会”?精神")


def _sessions_at(text: str, at: int) -> Entry | None:
    found = _SESSIONS.match(text, at)
    whose = levels().get(found[1].removeprefix("全")) if found else None
    where = leading_place(found[1]) if found and whose is None else None
    if found is None or not (whose or (where and where.length == len(found[1]))):
        return None
    said = (
        f"the {AS_ADJECTIVE.get(whose[1], whose[1])} “Two Sessions”"
        if whose
        else f"the “Two Sessions” of {where.english if where else ''}"
    )
    return Entry(zh=found[0], tag="n", en=f"the guiding principles of {said}")


_CLASS = re.compile(r"(\d{4})(?:届(?:高校)?毕业生|级(?:(研究生|本科生|本科)(?=新生))?(?:新生|学生|研究生|本科生|学员))")
_STUDENTS = {"研究生": "postgraduate ", "本科生": "undergraduate ", "本科": "undergraduate "}


_CONGRESS = re.compile(f"第({NUMBER})次((?:党员|会员|团员|妇女|工会|党|团)?代(?:表大)?会)(?!第)")
_OF_WHOM = {"党": "Party ", "团": "Youth League ", "妇": "women's ", "工": "trade union "}


def _party_at(text: str, at: int) -> Entry | None:
    """``党的十八届六中全会精神``, where no longer word begins."""
    entry, word = of_the_party(text, at), match(text, at)
    return entry if entry and (word is None or len(word.zh) <= len(entry.zh)) else None


def _congress_at(text: str, at: int) -> Entry | None:
    """``第八次代表大会(筹备)`` "the 8th congress"."""
    found = _CONGRESS.match(text, at)
    if found is None:
        return None
    said = f"the {ordinal(han_number(found[1]))} {_OF_WHOM.get(found[2][0], '')}congress"
    return Entry(zh=found[0], tag="n", en=said)


def _class_at(text: str, at: int) -> Entry | None:
    """``2025届毕业生``: those who leave school in that year, ``2025级新生``: who come."""
    found = _CLASS.match(text, at)
    if found is None:
        return None
    return Entry(
        zh=found[0],
        tag="o",
        en=f"graduates of {found[1]}" if "届" in found[0] else f"the {found[1]} {_STUDENTS.get(found[2], '')}intake",
    )


def _round_at(text: str, at: int) -> Entry | None:
    which, word = round_at(text, at), match(text, at)
    if which and word and len(word.zh) > which[1]:
        return None  # 第二轮土地承包到期后再延长三十年
    return Entry(zh=text[at : at + which[1]], tag="a", en=which[0]) if which else None


_EDITION = re.compile(f"第({NUMBER})[届次](?=(.{{2,14}}))")
_EVENTS = ("会", "节", "赛", "展", "论坛", "运动会", "大赛")


def _edition_at(text: str, at: int) -> Entry | None:
    """``第十届运动会``: one event by its number."""
    found = _EDITION.match(text, at)
    for size in range(len(found[2]), 1, -1) if found else ():
        event = words().get(found[2][:size]) if found else None
        if found and event and event.tag == "n" and event.zh.endswith(_EVENTS) and is_plural(event.en):
            if event.en.startswith("the ") and event.en.lower().endswith("games"):
                one = event.en.removeprefix("the ")
                return Entry(zh=found[0] + event.zh, tag="n", en=f"the {ordinal(han_number(found[1]))} {one}")
            one = event.en.removesuffix("s") if " of " not in event.en and " for " not in event.en else one_of(event.en)
            said = f"the {ordinal(han_number(found[1]))} {one}"
            return Entry(zh=found[0] + event.zh, tag="n", en=said)
    return None


_TYPHOON = re.compile("(?:今年)?(?:第(\\d{1,2})号)?(?:超强|强)?台风“([^“”]{2,4})”")


def _typhoon_at(text: str, at: int) -> Entry | None:
    """``第9号台风“利奇马”`` "Typhoon Lekima (No. 9)"."""
    found = _TYPHOON.match(text, at)
    name = section("names.txt", "typhoons").get(found[2]) if found else None
    if found is None or name is None:
        return None
    return Entry(zh=found[0], tag="n", en=f"Typhoon {name}{f' (No. {found[1]})' if found[1] else ''}")


_LINE = re.compile(f"(?:城市)?(?:轨道交通|地铁)(\\d{{1,2}}|{NUMBER})号线(?:([一二三])期)?(工程|项目)?(?=[^运停通]|$)")


def _line_at(text: str, at: int) -> Entry | None:
    """``轨道交通3号线一期工程`` "the Metro Line 3 (phase 1) project"."""
    found = _LINE.match(text, at)
    if found is None:
        return None
    phase = f" (phase {han_number(found[2])})" if found[2] else ""
    line = f"Metro Line {han_number(found[1])}{phase}"
    return Entry(zh=found[0], tag="n", en=f"the {line} project" if found[3] else line)


def named(text: str, at: int) -> Entry | None:
    """The quoted name that starts here with the kind of campaign behind it as one noun, else None.

    A quotation without such a word is a slogan: its meaning would be lost in pinyin. The title of a rule is a noun too.
    """
    for special in (
        _party_at,
        _title_at,
        _so_many_at,
        _year_at,
        _star_at,
        _one_each_at,
        _census_at,
        _sessions_at,
        _edition_at,
        _round_at,
        _class_at,
        cup_at,
        calls_at,
        _congress_at,
        wished_at,
        _line_at,
        _typhoon_at,
    ):
        if (entry := special(text, at)) is not None:
            return entry
    found = _NAMED.match(text, at)
    if found is None:
        return None
    kind, english_kind = row_at("campaigns", text, found.end())
    name, year = found[1], f" {found[2]}" if found[2] else ""
    if kind:
        said = _told(name, year, english_kind)
        return Entry(zh=found[0] + kind, tag="n", en=said) if said else None
    return _named_for(text, found)


_LONGEST_MATTER = 8


def _named_for(text: str, found: re.Match[str]) -> Entry | None:
    """``“清风护航”市场整治行动``: a named campaign and what it is for."""
    for at in range(found.end() + 2, min(len(text), found.end() + _LONGEST_MATTER + 1)):
        kind, english = row_at("campaigns", text, at) if found[0] not in words() else ("", "")
        entries = cut(text[found.end() : at]) if kind else None
        about, said = (doing(entries), _told(found[1], found[2] or "", english)) if entries else (None, None)
        if about and said:
            return Entry(zh=text[found.start() : at] + kind, tag="n", en=f"{said} on {plain(about)}")
    return None


def _told(name: str, year: str, kind: str) -> str | None:
    """``清风护航``, "special campaign": "the “Qingfeng Huhang” special campaign"; known words are told in English."""
    known = words().get(f"“{name}”")
    if known and (own := _OWN_NAME.search(known.en)):  # “两学一做” has a name of its own
        return f"the {own[0]} {kind}"
    if (wish := section("meetings.txt", "wishes").get(name[:2])) and is_bare_name(name[2:]):
        return f"the “{wish} {place_name(name[2:])}” {kind}"
    if (entries := cut(name)) is not None:
        english = noun_phrase(entries) or doing(entries)
        bare = plain(english).removeprefix("the ") if english else ""
        same = bare.endswith(kind.rpartition(" ")[2])
        if bare or len(name) > _SHORT:
            return f"the “{bare}{year}”{'' if same else f' {kind}'}" if bare else None
    starts = range(0, len(name) - 1, _WORD)  # a last word of three in a name of an odd length
    pinyin = " ".join(spelled(name[start : None if start == starts[-1] else start + _WORD]) for start in starts)
    return None if _SLOGAN.search(name) else f"the “{pinyin}{year}” {kind}"


_YEAR_OF = re.compile("“([\u4e00-\u9fff]{4,8})年”")


def _year_at(text: str, at: int) -> Entry | None:
    """``“作风提升年”活动`` "the “year of improvement of conduct” activities"."""
    found = _YEAR_OF.match(text, at)
    kind, english = row_at("campaigns", text, found.end()) if found else ("", "")
    entries = cut(found[1]) if found and kind and f"{found[1]}年" not in words() else None
    said = doing(entries) if entries else None
    if found is None or said is None:
        return None
    return Entry(zh=found[0] + kind, tag="n", en=f"the “year of {plain(said).removeprefix('the ')}” {english}")


_ONE_EACH = re.compile("(“?)一([\u4e00-\u9fff]{1,3})(?:（[^）]{2,3}）)?一([\u4e00-\u9fff]{2,6})(”?)")


def _one_each_at(text: str, at: int) -> Entry | None:
    """``一村一辅警`` "one auxiliary police officer for each village"."""
    found = _ONE_EACH.match(text, at)
    level = levels().get(found[2]) if found else None
    owner = words().get(found[2]) if found else None
    for size in range(len(found[3]), 1, -1) if found and (level or owner) else ():
        what, end = words().get(found[3][:size]) if found else None, found.start(3) + size if found else 0
        if not found or not what or what.tag not in {"n", "o"} or not is_plural(what.en):
            continue
        if found[1] and text[end : end + 1] != "”":
            return None
        whose = level[1] if level else one_of(owner.en) if owner else ""
        said = f"one {one_of(what.en)} for each {whose}"
        return Entry(zh=text[at:end] + ("”" if found[1] else ""), tag="n", en=f"“{said}”" if found[1] else said)
    return None


_STAR = re.compile("“([\u4e00-\u9fff]{2,4})之星”")


def _star_at(text: str, at: int) -> Entry | None:
    """``“服务之星”`` "“service stars”"."""
    found = _STAR.match(text, at)
    what = words().get(found[1]) if found else None
    said = (what.noun or what.en).removeprefix("the ") if what and what.tag in {"n", "k", "v"} else ""
    said = said if said.endswith("ss") else said.removesuffix("s")
    return Entry(zh=found[0], tag="o", en=f"“{said} stars”") if found and said else None


_SO_MANY = re.compile("“([二三四五六七八九十两])(?:个|大|项|类)([\\u4e00-\\u9fff]{2,4})”")


def _so_many_at(text: str, at: int) -> Entry | None:
    """``“两个规划”`` "the “two plans”"."""
    found = _SO_MANY.match(text, at)
    what = words().get(found[2]) if found and found[0] not in words() else None
    if found is None or what is None or what.tag != "n" or not is_plural(what.en) or " " in what.en:
        return None
    return Entry(zh=found[0], tag="n", en=f"the “{how_many(found[1])} {what.en}”")


_CHRONICLE = re.compile("^(.+?)(年鉴|志)$")


def _chronicle(text: str) -> str | None:
    """``云岭年鉴`` "the Yunling Yearbook", ``云岭县志`` "the annals of Yunling County"."""
    found = _CHRONICLE.match(text)
    where = leading_place(found[1]) if found else None
    is_whole = where is not None and found is not None and where.length == len(found[1]) and where.level
    name = where.english if where and is_whole else place_name(found[1]) if found and is_bare_name(found[1]) else ""
    if found is None or not name or (found[2] == "志" and not is_whole):
        return None
    return f"the {name} Yearbook" if found[2] == "年鉴" else f"the annals of {name}"


def document(text: str) -> str | None:
    """``信访工作条例`` "the regulations on petitions work"; the place it holds for is named last."""
    if said := _chronicle(text):
        return said
    text = text.removeprefix("中华人民共和国").removeprefix("关于")
    found = leading_place(text)
    where = f" of {found.english}" if found and found.level else ""
    bare = text[found.length :] if found and where else text
    for ending, english in longest_first("meetings.txt", "texts").items():
        matter = bare.removesuffix(ending).removesuffix("的").removesuffix("工作")
        entries = cut(matter) if bare.endswith(ending) and matter else None
        about = doing(entries) if entries else None
        if about:
            return f"the {english} {'for' if english.endswith('plan') else 'on'} {plain(about)}{where}"
        if bare == ending and len(ending) > _WORD:
            return f"the {english}{where}"
    return None

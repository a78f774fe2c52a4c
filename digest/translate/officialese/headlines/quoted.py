"""Names that say what they are: cups, calls in quotation marks, what a place wishes to be."""

from __future__ import annotations

import re

from digest.translate.officialese.headlines.rows import row_at
from digest.translate.officialese.names.dates import NUMBER, han_number, ordinal
from digest.translate.officialese.names.names import is_bare_name, place, place_name
from digest.translate.officialese.nouns.phrase import noun_phrase
from digest.translate.officialese.verbs.verb import verb_phrase
from digest.translate.officialese.words.lexicon import Entry, cut, section, words
from digest.translate.officialese.words.morphology import in_list, one_of, plain

_CALLS = re.compile("“([\u4e00-\u9fff]{3,12}(?:[\\s，、][\u4e00-\u9fff]{3,12})+)”")


def calls_at(text: str, at: int) -> Entry | None:
    """``“优化服务 改善环境”主题活动``: every call in English."""
    found = _CALLS.match(text, at)
    kind, english = row_at("campaigns", text, found.end()) if found else ("", "")
    words_of = [cut(part) for part in re.split("[\\s，、]", found[1])] if found and kind else []
    said = [plain(verb_phrase(entries) or "") if entries else "" for entries in words_of]
    if found is None or not said or not all(said):
        return None
    return Entry(zh=found[0] + kind, tag="n", en=f"the “{in_list(said)}” {english}")


_CUP = re.compile(f"(?:第({NUMBER})届)?“([\u4e00-\u9fff]{{2,6}})杯”([\u4e00-\u9fff]{{1,10}}?(?:赛|展|比武|运动会))")


def cup_at(text: str, at: int) -> Entry | None:
    """``第四届“青川杯”龙舟赛`` "the 4th “Qingchuan Cup” dragon boat race"."""
    found = _CUP.match(text, at)
    entries = cut(found[3]) if found and f"“{found[2]}杯”" not in words() else None
    event = plain(noun_phrase(entries) or "") if entries else ""
    if found is None or not event:
        return None
    where, what = place(found[2]), words().get(found[2])
    name = where or (what.en.removeprefix("the ").title() if what and what.tag in {"n", "o"} else "")
    name = name or (place_name(found[2]) if is_bare_name(found[2]) else "")
    which = f"{ordinal(han_number(found[1]))} " if found[1] else ""
    said = f"the {which}“{name} Cup” {one_of(event) if ' of ' not in event else event}"
    return Entry(zh=found[0], tag="n", en=said) if name and " in " not in event else None


_WISHED = re.compile("“?([\\u4e00-\\u9fff]{2})(?!型)([\\u4e00-\\u9fff]{2,3}?)”?(?:建设|创建)")


def wish(text: str) -> str | None:
    """``清廉云岭`` "Clean Yunling": what a place wants to be, as the name of a column."""
    said = section("meetings.txt", "wishes").get(text[:2])
    name = text[2:].strip("“”")
    return f"{said} {place_name(name)}" if said and text not in words() and is_bare_name(name) else None


def wished_at(text: str, at: int) -> Entry | None:
    """``平安云岭建设`` "the “Safe Yunling” initiative"."""
    found = _WISHED.match(text, at)
    wish = section("meetings.txt", "wishes").get(found[1]) if found else None
    if found is None or wish is None or found[1] + found[2] in words() or not is_bare_name(found[2]):
        return None
    return Entry(zh=found[0], tag="n", en=f"the “{wish} {place_name(found[2])}” initiative")

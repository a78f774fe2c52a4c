"""Great events with names of their own: ``中国国际农机大会`` "the China International Farm Machinery Conference"."""

from __future__ import annotations

import re

from digest.translate.officialese.headlines.rows import row_at, row_at_end
from digest.translate.officialese.names.names import is_bare_name, place, place_name
from digest.translate.officialese.nouns.phrase import noun_phrase
from digest.translate.officialese.words.lexicon import Entry, cut, words
from digest.translate.officialese.words.morphology import one_of, plain

#: 中国（云岭）茶叶博览会, 青川（上海）招商推介会: both places are part of its name, and nobody holds it
_HAN = r"[\u4e00-\u9fff]"
_NAMED_BY_PLACES = re.compile(
    f"^({_HAN}{{2,8}})(?:[（(]({_HAN}{{2,8}})[）)]|·({_HAN}{{2,3}}[市县区]|{_HAN}{{2}}))(?=.{{3}})"
)


def named_by_places(text: str) -> tuple[str, str] | None:
    """``中国（云岭）茶叶博览会`` ("China (Yunling)", the rest), or None."""
    found = _NAMED_BY_PLACES.match(text)
    if found is None:
        return None
    names = (found[1], found[2] or found[3])
    known = [place(name) for name in names]
    bare = [place_name(name) if is_bare_name(name) and not found[3] else "" for name in names]
    said = [one or other for one, other in zip(known, bare, strict=True)]
    return (f"{said[0]} ({said[1]})", text[found.end() :]) if any(known) and all(said) else None


_OF_AN_EVENT = re.compile("^(?:an?|the) [a-z -]*(?:ceremony|press conference) (?:of|on|for) (?:(?=the )|$)")


def with_places(event: str, places: str) -> str | None:
    """``the opening ceremony of the tea expo`` with "China (Yunling)" behind its last "the"; None for no event."""
    of = _OF_AN_EVENT.match(event)
    if of is None and re.match("(?:an?|the) [a-z -]*ceremony|(?:an?|the) [a-z]* ?press conference", event):
        return None
    before = of[0] if of else ""
    return before + re.sub("^(?:an?|the) ", f"the {places} ", event[len(before) :])


_SMALL = frozenset({"and", "of", "the", "in", "for", "on", "to", "with"})
#: a longer row of words is a sentence rather than a name
_MOST_WORDS = 4
#: where it is held: 中国质量（云岭）大会
_PLACE = re.compile("[（(]([\u4e00-\u9fff]{2,5})[）)]")


#: what one attends: 进博会, 海峡论坛, 县两会
_MET = ("会", "论坛")
#: any of them
_NO_NAMES = frozenset({"全会", "大会", "会议"})


def great_event(text: str) -> str | None:
    """The name of a conference, forum or fair of a country or the world, with "the", or None."""
    known = words().get(text)
    is_met = text.endswith(_MET) or text.startswith("中央")
    if known and is_met and known.tag != "o" and text not in _NO_NAMES and known.en.startswith("the "):
        return known.en
    found = _PLACE.search(text)
    town = (place(found[1]) or (place_name(found[1]) if is_bare_name(found[1]) else "")) if found else ""
    text = _PLACE.sub("", text) if town else text
    whose, whose_english = row_at("of-the-world", text)
    kind, event = row_at_end("great-events", text)
    matter = text[len(whose) : len(text) - len(kind)]
    if kind and not matter and whose != "国际" and ("-" in whose_english or " " in event):  # 世界|机器人大会
        return f"the {whose_english} {event}"
    if not whose or not kind or len(matter) < 2:
        return None
    entries = cut(matter)
    if not entries or len(entries) > _MOST_WORDS or any(entry.tag not in {"n", "o", "k", "a"} for entry in entries):
        return None
    said = plain(noun_phrase((*entries, Entry(zh=kind, tag="n", en="events"))) or "")
    where = f" ({town})" if town else ""
    if where and found and found.start() == len("中国") and whose.startswith("中国"):  # 中国（青川）国际茶叶博览会
        whose_english, where = whose_english.replace("China", f"China{where}"), ""
    if not said.endswith(" events") and len(entries) == 1 and not re.search(" (?:of|in|for) ", entries[0].en):
        said = f"{one_of(entries[0].en)} events"
    if found := re.fullmatch("(.+) events", said):
        return f"the {whose_english} {_title(found[1])}{where} {event}"
    found = re.fullmatch("(?:the )?events of (.+)", said)
    about = "for" if entries[-1].tag == "o" else "on"  # 国际青年科学家论坛
    return f"the {whose_english}{where} {event} {about} {_title(found[1])}" if found else None


def _title(words: str) -> str:
    """``trade in services`` "Trade in Services"."""
    parts = words.removeprefix("the ").split(" ")
    return " ".join(part if part in _SMALL else f"{part[0].upper()}{part[1:]}" for part in parts)

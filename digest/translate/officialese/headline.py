"""Meeting headlines: who + meeting + topic + date, the form most local news comes in."""

from __future__ import annotations

import re
from functools import cache

from digest.translate.officialese.lexicon import cut, section, words
from digest.translate.officialese.morphology import plain
from digest.translate.officialese.names import is_name, leading_place, person
from digest.translate.officialese.organs import organ
from digest.translate.officialese.terms import key_terms
from digest.translate.officialese.verb import doing, verb_phrase

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_DATE = re.compile(r"^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(上午|下午|晚)?[，,]?")
_PARTS = {"上午": " (morning)", "下午": " (afternoon)", "晚": " (evening)", None: ""}
_HELD = re.compile(r"(?:立即|迅速|及时|组织|第一时间|主持)?(?:召开|举行|举办)(?:了)?")
_YEAR = re.compile(r"^(\d{4})年度?")
_TIME = re.compile(r"第([\d一二三四五六七八九十]{1,3})次$")
_HAN_NUMBERS = {han: number for number, han in enumerate("一二三四五六七八九十", start=1)}
#: "the whole city" before a topic says for whom: 全市安全生产工作会议
_SCOPES = {
    "全国": "national",
    "全省": "provincial",
    "全市": "city",
    "全县": "county",
    "全区": "district",
    "全镇": "town",
    "全州": "prefectural",
    "全街道": "subdistrict",
    "全系统": "system-wide",
    "": "",
}
_OF_A_BODY = " of"
#: before 召开 where the headline does not say who
_NOBODY = frozenset({"", "并", "联合"})


def _date(text: str) -> tuple[str, str]:
    """(", 8 Jan (afternoon)", the rest of the text)."""
    found = _DATE.match(text)
    if found is None or not 1 <= int(found[2]) <= 12:
        return "", text
    year = f" {found[1]}" if found[1] else ""
    return f", {int(found[3])} {_MONTHS[int(found[2]) - 1]}{year}{_PARTS[found[4]]}", text[found.end() :]


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    return tuple(sorted(section("meetings.txt").items(), key=lambda row: -len(row[0])))


def _strip(text: str) -> str:
    return text.strip().strip("【】[]").rstrip("。！!")


def _titled(text: str) -> str | None:
    """``副市长林知远``, ``林知远``: a person, with an office that is wholly known."""
    offices = section("offices.txt", "exact")
    for size in (4, 3, 2):
        name, office = text[-size:], text[:-size]
        if len(name) != size or not is_name(name):
            continue
        if not office:
            return person(name)
        known = offices.get(office) or _office_of_place(office, offices)
        if known and " of " in known:
            return f"{person(name)}, {known},"
        if known:
            return f"{known[0].upper()}{known[1:]} {person(name)}"
    return None


def _office_of_place(text: str, offices: dict[str, str]) -> str | None:
    """``青川市副市长``, ``青川市市长`` or ``青川市长``."""
    found = leading_place(text)
    if found is None:
        return None
    post = offices.get(text[found.length :]) or offices.get(text[found.length - len(found.level) :])
    return f"{post} of {found.english}" if post else None


def _body(text: str) -> str | None:
    """A place or an organ, wholly understood."""
    group = "理论学习中心组"
    if text.endswith(group) and text != group:
        owner = _body(text.removesuffix(group))
        return f"the theory study group of {owner}" if owner else None
    entry = words().get(text)
    if entry and (entry.tag == "o" or (entry.tag == "n" and entry.en[:1].isupper() and " " not in entry.en)):
        return entry.en
    body = organ(text)
    if body:
        return body
    found = leading_place(text)
    if found is None:
        return None
    rest = text[found.length :]
    if not rest:
        return found.english
    entry = words().get(rest)
    return f"{entry.en} of {found.english}" if entry and entry.tag == "o" else None


def _who(text: str) -> str | None:
    """The body or person that holds the meeting."""
    return _body(text) or _titled(text)


def _ordinal(number: int) -> str:
    end = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{end}"


def _numbered(text: str) -> tuple[str, str]:
    """(ordinal, the rest) of ``常务会议`` before which ``第38次`` stands."""
    found = _TIME.search(text)
    if found is None:
        return "", text
    said = found[1]
    number = int(said) if said.isdigit() else _number(said)
    return (_ordinal(number), text[: found.start()]) if number else ("", text)


def _number(han: str) -> int:
    """``二十三`` → 23; 0 for anything else."""
    tens, ten, units = han.rpartition("十")
    if not ten:
        return _HAN_NUMBERS.get(han, 0)
    return 10 * (_HAN_NUMBERS.get(tens, 0) if tens else 1) + (_HAN_NUMBERS.get(units, 0) if units else 0)


def _meeting(text: str, who: str | None) -> str | None:
    """A meeting and its topic: ``散煤治理工作推进会`` "a meeting to advance work on loose-coal control"."""
    said = []
    if year := _YEAR.match(text):
        said, text = [year[1]], text[year.end() :]
    enlarged = "（扩大）" in text
    text = text.replace("（扩大）", "")
    scope = next(zh for zh in _SCOPES if text.startswith(zh))
    rest = text[len(scope) :]
    for ending, english in _endings():
        if rest.endswith(ending):
            time, topic = _numbered(rest[: -len(ending)])
            about = _about(english, topic, who)
            if about:
                extra = [time, _SCOPES[scope], "enlarged" if enlarged else ""]
                return _specified(about, [*said, *(word for word in extra if word)])
    return _to_do(rest, who) if not said and not scope else None


def _to_do(text: str, who: str | None) -> str | None:
    """``会议研究防汛工作`` "a meeting to study flood control work"."""
    for start, english in (
        ("专题会议", "a special meeting"),
        ("视频会议", "a video conference"),
        ("会议", "a meeting"),
    ):
        entries = cut(text.removeprefix(start)) if who and text.startswith(start) else None
        reading = verb_phrase(entries) if entries else None
        if reading:
            return f"{english} to {plain(reading)}"
    return None


def _about(english: str, topic: str, who: str | None) -> str | None:
    """The English of an ending with its topic; a body's own meeting names it once."""
    if not topic:
        return re.sub(r" (?:on|of|in|for|with|to \w+|work on|to \w+ work on)$", "", english)
    if english.endswith(_OF_A_BODY):
        body = organ(topic) or (words()[topic].en if topic in words() and words()[topic].tag in {"o", "n"} else None)
        if body and who and body == who:
            return english.removesuffix(_OF_A_BODY)
        if body:
            return f"{english} {body}"
    entries = cut(topic)
    said = doing(entries) if entries else None
    return f"{english} {plain(said)}" if said and " of the standing committee of" not in english else None


def _specified(about: str, words_: list[str]) -> str:
    """Year, number and scope behind the article: "the 2026 city work meeting on …"."""
    if not words_:
        return about
    article, _, rest = about.partition(" ")
    article = "the" if any(word[0].isdigit() for word in words_) else "an" if words_[0][0] in "aeio" else "a"
    return f"{article} {' '.join(words_)} {rest}"


def _meetings(text: str, who: str | None) -> str | None:
    """One meeting, or two held together (暨)."""
    whole = _meeting(text, who)
    if whole or "暨" not in text:
        return whole
    first, _, second = text.partition("暨")
    parts = [_meeting(first if first.endswith(("会", "会议", "仪式")) else f"{first}会议", who), _meeting(second, who)]
    said = [part for part in parts if part]
    return " and ".join(said) if len(said) == len(parts) else None


def headline(text: str) -> str | None:
    """A meeting headline in English, or None unless every part of it is understood.

    >>> headline("云岭县召开冬季散煤治理工作推进会")
    'Yunling County held a meeting to advance work on winter loose-coal control'
    """
    date, rest = _date(_strip(text))
    held = _HELD.search(rest)
    where = ""
    if held is None:
        sentence = _named_first(rest, "")
    else:
        subject, where = _where(rest[: held.start()].rstrip("，,：:"))
        said = rest[held.end() :]
        if not said or said[0] in "，,":
            sentence = _with_purpose(_named_first(subject, " held"), said[1:])
        elif subject in _NOBODY:
            meeting = _meetings(said, None)
            sentence = f"{meeting} was held" if meeting else None
        else:
            late, subject = ("", subject) if date else _date_after(subject)
            date = date or late
            who = _who(subject)
            meeting = _meetings(said, who) if who else None
            sentence = f"{who} held {meeting}" if meeting else None
    if sentence is None:
        return None
    return f"{sentence[0].upper()}{sentence[1:]}{where}{date}"


def _with_purpose(sentence: str | None, text: str) -> str | None:
    """``会议召开，部署防汛工作`` "a meeting was held to plan flood control work"."""
    if sentence is None or not text:
        return sentence
    entries = cut(text)
    reading = verb_phrase(entries) if entries else None
    return f"{sentence} to {plain(reading)}" if reading else None


def _where(subject: str) -> tuple[str, str]:
    """``王海在云岭县(召开…)``: (subject, " in Yunling County")."""
    before, at, name = subject.rpartition("在")
    found = leading_place(name) if at and before else None
    if found is None or found.length != len(name):
        return subject, ""
    return before, f" in {found.english}"


def _date_after(subject: str) -> tuple[str, str]:
    """``云岭县1月8日``: a date between subject and verb."""
    found = re.search(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:上午|下午|晚)?$", subject)
    return (_date(found[0])[0], subject[: found.start()]) if found else ("", subject)


def _named_first(text: str, held: str) -> str | None:
    """``云岭县散煤治理工作推进会(召开)``: the longest beginning that names somebody, else the meeting alone."""
    year = _YEAR.match(text)
    when, text = (year[0], text[year.end() :]) if year else ("", text)
    for size in range(min(len(text) - 1, 14), 1, -1):
        who = _body(text[:size])
        meeting = _meetings(when + text[size:], who) if who else None
        if who and meeting:
            return f"{who} held {meeting}" if held else f"{who}: {meeting}"
    meeting = _meetings(when + text, None)
    return f"{meeting} was held" if meeting and held else None


def headline_terms(text: str) -> tuple[str, ...]:
    """What is understood of a headline that is not understood as a whole: its place, then its terms."""
    _, rest = _date(_strip(text))
    found = leading_place(rest)
    if found is None or not found.level:
        return key_terms(rest)
    terms = key_terms(rest[found.length :])
    return (found.english, *terms) if terms else ()

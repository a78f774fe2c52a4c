"""Meeting headlines: place + meeting + topic + date, the form most local news comes in."""

from __future__ import annotations

import re

from digest.translate.officialese.clause import phrase
from digest.translate.officialese.lexicon import section
from digest.translate.officialese.names import Place, leading_place
from digest.translate.officialese.terms import key_terms

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_DATE = re.compile(r"^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(上午|下午|晚)?[，,]?")
_PARTS = {"上午": " (morning)", "下午": " (afternoon)", "晚": " (evening)", None: ""}
_HELD = re.compile(r"^(?:立即|迅速|及时|组织|第一时间)?(?:召开|举行|举办)(?:了)?")
_ORGANS = {"人民政府": "government", "政府": "government", "委": "Party committee", "": ""}


def _date(text: str) -> tuple[str, str]:
    """(", 8 Jan (afternoon)", the rest of the text)."""
    found = _DATE.match(text)
    if found is None or not 1 <= int(found[2]) <= 12:
        return "", text
    year = f" {found[1]}" if found[1] else ""
    return f", {int(found[3])} {_MONTHS[int(found[2]) - 1]}{year}{_PARTS[found[4]]}", text[found.end() :]


def _meeting(text: str) -> tuple[str, str] | None:
    """(meeting in English, topic in Chinese) by the longest ending."""
    for ending, english in sorted(section("meetings.txt").items(), key=lambda row: -len(row[0])):
        if text.endswith(ending):
            return english, text[: -len(ending)]
    return None


def _who(text: str) -> tuple[Place, str, str] | None:
    """(place, organ, rest) at the start of a headline."""
    found = leading_place(text)
    if found is None:
        return None
    rest = text[found.length :]
    for zh, organ in _ORGANS.items():
        held = _HELD.match(rest.removeprefix(zh)) if rest.startswith(zh) else None
        if held or not zh:
            return found, organ, rest.removeprefix(zh)
    return None


def _strip(text: str) -> str:
    return text.strip().strip("【】[]《》").rstrip("。！!")


def headline(text: str) -> str | None:
    """A meeting headline in English, or None unless every part of it is understood.

    >>> headline("云岭县召开冬季散煤治理工作推进会")
    'Yunling County held a meeting to advance work on winter loose-coal control'
    """
    date, rest = _date(_strip(text))
    who = _who(rest)
    if who is None:
        return None
    found, organ, rest = who
    if not date:
        date, rest = _date(rest)
    held = _HELD.match(rest)
    rest = rest[held.end() :] if held else rest.removesuffix("召开")
    said_held = bool(held) or text.endswith("召开")
    parts = _meeting(rest)
    if parts is None:
        return None
    meeting, topic_zh = parts
    topic = phrase(topic_zh.removeprefix("全市").removeprefix("全县").removeprefix("全区")) if topic_zh else ""
    if topic is None:
        return None
    about = (
        f"{meeting} {topic}" if topic else meeting.removesuffix(" on").removesuffix(" work").removesuffix(" to advance")
    )
    subject = f"the {found.english.removeprefix('the ')} {organ}" if organ else found.english
    sentence = f"{subject} held {about}{date}" if said_held else f"{subject}: {about}{date}"
    return sentence[0].upper() + sentence[1:]


def headline_terms(text: str) -> tuple[str, ...]:
    """What is understood of a headline that is not understood as a whole: its place, then its terms."""
    _, rest = _date(_strip(text))
    found = leading_place(rest)
    if found is None or not found.level:
        return key_terms(rest)
    terms = key_terms(rest[found.length :])
    return (found.english, *terms) if terms else ()

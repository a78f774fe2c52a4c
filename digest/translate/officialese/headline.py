"""Meeting headlines: who + meeting + topic + date, the form most local news comes in."""

from __future__ import annotations

import re
from functools import cache

from digest.translate.officialese.campaigns import committee, topic
from digest.translate.officialese.compound import joined
from digest.translate.officialese.lexicon import cut, section, words
from digest.translate.officialese.morphology import plain
from digest.translate.officialese.names import is_name, leading_place, person, place
from digest.translate.officialese.organs import organ
from digest.translate.officialese.terms import key_terms
from digest.translate.officialese.verb import verb_phrase
from digest.translate.officialese.visits import visit

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_DATE = re.compile(r"^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(上午|下午|晚)?[，,]?")
_PARTS = {"上午": " (morning)", "下午": " (afternoon)", "晚": " (evening)", None: ""}
_HELD = re.compile(r"(?:立即|迅速|及时|组织|第一时间|主持)?(?:召开|举行|举办)(?:了)?")
_YEAR = re.compile(r"^(\d{4})年度?")
_JOINT = re.compile("暨|(?<=会议)和(?=.*会议$)")
_YEAR_END = re.compile(r"(\d{4})年$")
_LEAGUE = "共青团"
_MEETING_ON = "a meeting on"
#: 十四届(常委会): which term a body is in
_TERM = re.compile(r"第?(\d{1,2}|[一二三四五六七八九十]{1,3})届(?=.{0,6}(?:委|政府|人大|政协|常委会|全体|会议))")
_CHAIRED = re.compile(
    r"[，,\s]?([\u4e00-\u9fff]{2,4}?)(?:出席会议|出席)?(主持会议并讲话|主持并讲话|主持会议|并讲话|主持|讲话)$"
)
_LABEL = re.compile(
    r"^(?:要闻|快讯|头条|时政|动态|政务要闻|时政要闻|工作动态)[丨｜|]|(?<=[\u4e00-\u9fff])[丨｜](?=[市县区])"
)
_TIME = re.compile(r"第?([\d一二三四五六七八九十]{1,3})次(?:（扩大）)?$")
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
    return _LABEL.sub("", text.strip().strip("【】[]").rstrip("。！!"))


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
    if text.startswith(_LEAGUE) and text.endswith("委"):
        whose = text[len(_LEAGUE) : -1]
        where = place(whose[:-1]) or place(whose)
        return f"the {where} committee of the Communist Youth League" if where else None
    entry = words().get(text)
    if entry and (entry.tag == "o" or (entry.tag == "n" and entry.en[:1].isupper() and " " not in entry.en)):
        return entry.en
    return organ(text) or _of_place(text) or committee(text)


def _of_place(text: str) -> str | None:
    """``云岭县``, ``云岭县各部门``."""
    found = leading_place(text)
    if found is None or found.length == len(text):
        return found.english if found else place(text)
    entry = words().get(text[found.length :])
    return f"{entry.en} of {found.english}" if entry and entry.tag == "o" else None


def _who(text: str) -> str | None:
    """The body or person that holds the meeting."""
    parts = re.split("[、和]", text)
    bodies = [body for part in parts if (body := _body(part))] if len(parts) > 1 else []
    return _body(text) or _titled(text) or (joined(bodies) if bodies and len(bodies) == len(parts) else None)


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
    """A meeting and its matter: ``散煤治理工作推进会`` "a meeting to advance work on loose-coal control"."""
    said = []
    if year := _YEAR.match(text):
        said, text = [year[1]], text[year.end() :]
    enlarged = "（扩大）" in text
    text = text.replace("（扩大）", "")
    scope = next(zh for zh in _SCOPES if text.startswith(zh))
    rest = text[len(scope) :]
    for ending, english in _endings():
        if rest.endswith(ending):
            time, matter = _numbered(rest[: -len(ending)])
            if time and (of_year := _YEAR_END.search(matter)):
                said, matter = [of_year[1]], matter[: of_year.start()]
            about = _about(english, matter, who, number=bool(time))
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


def _about(english: str, matter: str, who: str | None, *, number: bool = False) -> str | None:
    """The English of an ending with its topic; a body's own meeting names it once."""
    if not matter:
        return re.sub(r" (?:on|of|in|for|with|to \w+|work on|to \w+ work on)$", "", english)
    if english.endswith(_OF_A_BODY):
        body = organ(matter) or (
            words()[matter].en if matter in words() and words()[matter].tag in {"o", "n"} else None
        )
        if body and who and body == who:
            return english.removesuffix(_OF_A_BODY)
        if body:
            return f"{english} {body}"
    if number and english == _MEETING_ON and (body := committee(matter) or _body(matter)):
        return f"a meeting of {body}"
    said = topic(matter)
    return f"{english} {said}" if said and " of the standing committee of" not in english else None


def _specified(about: str, words_: list[str]) -> str:
    """Year, number and scope behind the article: "the 2026 city work meeting on …"."""
    if not words_:
        return about
    article, _, rest = about.partition(" ")
    if len(words_) > 1 and words_[0].isdigit() and words_[1][0].isdigit():  # the 13th session of 2023
        rest = re.sub(r"(?= (?:on|of|to|with|in) |$)", f" of {words_[0]}", rest, count=1)
        words_ = words_[1:]
    article = "the" if any(word[0].isdigit() for word in words_) else "an" if words_[0][0] in "aeio" else "a"
    return f"{article} {' '.join(words_)} {rest}"


def _meetings(text: str, who: str | None) -> str | None:
    """One meeting, or two held together (暨)."""
    whole = _meeting(text, who)
    joint = _JOINT.search(text)
    if joint is None or (whole and not text[: joint.start()].endswith(("会", "会议", "论坛"))):
        return whole
    first, second = text[: joint.start()], text[joint.end() :]
    parts = [_meeting(first if first.endswith(("会", "会议", "仪式")) else f"{first}会议", who), _meeting(second, who)]
    said = [part for part in parts if part]
    return " and ".join(said) if len(said) == len(parts) else None


def headline(text: str) -> str | None:
    """A meeting headline in English, or None unless every part of it is understood.

    >>> headline("云岭县召开冬季散煤治理工作推进会")
    'Yunling County held a meeting to advance work on winter loose-coal control'
    """
    date, rest = _date(_strip(text))
    rest, term = _term(rest)
    rest, chaired = _chaired(rest)
    held = _HELD.search(rest)
    where = ""
    if held is None:
        sentence = _named_first(rest, "") or visit(rest, _titled)
    else:
        subject, where = _where(rest[: held.start()].rstrip("，,：:"))
        said = rest[held.end() :]
        if not said or said[0] in "，,":
            sentence = _with_purpose(_named_first(subject, " held"), said[1:])
        elif subject in _NOBODY:
            meeting = _meetings(said, None)
            sentence = f"{meeting} {_was(meeting)} held" if meeting else None
        else:
            late, subject = ("", subject) if date else _date_after(subject)
            date = date or late
            who = _who(subject)
            meeting = _meetings(said, who) if who else None
            sentence = f"{who} held {meeting}" if meeting else None
    if sentence is None:
        return None
    return f"{sentence[0].upper()}{sentence[1:]}{term}{where}{date}{chaired}"


def _term(text: str) -> tuple[str, str]:
    """``区第十七届政府``: (the text without its term, " (17th term)")."""
    found = _TERM.findall(text)
    if len(found) != 1:
        return text, ""
    number = int(found[0]) if found[0].isdigit() else _number(found[0])
    return (_TERM.sub("", text), f" ({_ordinal(number)} term)") if number else (text, "")


def _chaired(text: str) -> tuple[str, str]:
    """``…工作，林知远主持并讲话``: (the text before it, ", Lin Zhiyuan in the chair and speaking")."""
    found = _CHAIRED.search(text)
    if found is None or not is_name(found[1]) or not found.start():
        return text, ""
    roles = {"主持": " in the chair", "主持会议": " in the chair"} | dict.fromkeys(
        ("主持并讲话", "主持会议并讲话"), " in the chair and speaking"
    )
    return text[: found.start()], f", {person(found[1])}{roles.get(found[2], ' speaking')}"


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
    return f"{meeting} {_was(meeting)} held" if meeting and held else None


def headline_terms(text: str) -> tuple[str, ...]:
    """What is understood of a headline that is not understood as a whole: its place, then its terms."""
    _, rest = _date(_strip(text))
    found = leading_place(rest)
    if found is None or not found.level:
        return key_terms(rest)
    terms = key_terms(rest[found.length :])
    return (found.english, *terms) if terms else ()


def _was(meeting: str) -> str:
    return "were" if re.search(r" and (?:a|the) [a-z ]*(?:meeting|conference|session|ceremony)", meeting) else "was"

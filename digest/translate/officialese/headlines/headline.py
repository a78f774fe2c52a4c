"""Headlines of local news, part by part: who + meeting + topic + date, tours, speeches, and what stands around them.

A headline is told only when every part of it is understood.
"""

from __future__ import annotations

import re

from digest.translate.officialese.headlines.attending import perhaps_held_by
from digest.translate.officialese.headlines.behind import attendance, behind, chair_at_end
from digest.translate.officialese.headlines.bodies import body
from digest.translate.officialese.headlines.campaigns import topic
from digest.translate.officialese.headlines.cleaning import cleaned, versions
from digest.translate.officialese.headlines.committees import in_short
from digest.translate.officialese.headlines.leaders import leader
from digest.translate.officialese.headlines.meetings import meetings
from digest.translate.officialese.headlines.mottoes import call
from digest.translate.officialese.headlines.news import alone, held_alone, news
from digest.translate.officialese.headlines.papers import paper
from digest.translate.officialese.headlines.parts import capital, is_inside
from digest.translate.officialese.headlines.persons import who
from digest.translate.officialese.headlines.quoted import wish
from digest.translate.officialese.headlines.sessions import of_term
from digest.translate.officialese.headlines.speeches import speech, tail_of
from digest.translate.officialese.names import dates
from digest.translate.officialese.names.names import leading_place
from digest.translate.officialese.words.terms import key_terms

#: no pause inside these
_MARKS = ("“”", "《》", "（）", "()")
#: what a headline is cut at
_PAUSE = re.compile(
    r"[\s\u3000]+|(?<!\d)(?<!中国)—+|(?<!中国)—+(?!\d)|(?<=[\u4e00-\u9fff”！])[-－]+(?=[\u4e00-\u9fff“])|[，,；;！!。｜丨|]"
)


def _parts(text: str) -> list[str]:
    """A headline cut at its pauses."""
    cuts = [found for found in _PAUSE.finditer(text) if not is_inside(text, found.start(), _MARKS)]
    bounds = [0, *(place for found in cuts for place in (found.start(), found.end())), len(text)]
    return [part for part in (text[a:b] for a, b in zip(bounds[::2], bounds[1::2], strict=True)) if part]


def headline(text: str) -> str | None:
    """A headline in English, or None unless every part of it is understood.

    >>> headline("云岭县召开冬季散煤治理工作推进会")
    'Yunling County held a meeting to advance work on winter loose-coal control'
    """
    bare, more = cleaned(text)
    if (title := paper(bare)) or bare.startswith("关于"):
        return f"{title}{more}" if title else None  # no 关 of that name
    date, rest = dates.date(in_short(bare))
    said = next((told for version in versions(rest) if (told := _whole(version, date))), None)
    if said is None and (called := alone(rest) or call(" ".join(_parts(rest)))):
        said = f"{capital(called)}{date}"
    return f"{said}{more}" if said else None


def _whole(text: str, date: str) -> str | None:
    """Mottoes, the news, and what follows it."""
    parts = _parts(text)
    if len(parts) > _MOST_PARTS or len(text) > _LONGEST:
        return None
    label = topic(parts[0]) or wish(parts[0]) if _LABELLED.match(text) and len(parts) > 1 else None
    for start in range(min(len(parts), _MOST_SLOGANS + 1)):
        before = f"{capital(label)}: " if label and start == 1 else _slogan(parts[:start])
        present = attendance(parts[0]) if start == 1 and before is None else None
        before = "" if present else before
        for end in range(len(parts), start, -1) if before is not None else ():
            told = " ".join(parts[start:end])
            core = (held_alone(told) if parts[end:] else None) or _sentence(told, has_date=bool(date))
            is_over = bool(core and _OVER.search(core))
            after = behind(parts[end:], _further, is_over=is_over) if core else None
            if core and after is not None:
                english = f"{before}{core}{date}{after}{f', {present}' if present else ''}"
                return english if before else capital(english)
    return None


_MOST_SLOGANS = 3
#: a text of more parts or characters is no headline, and there would be too many ways to read it
_MOST_PARTS, _LONGEST = 12, 100
_OVER = re.compile(r" (?:closed|opened|ended)\b")
#: 【乡村振兴】, which is 乡村振兴｜ now: the column that the news stands in
_LABELLED = re.compile("^[\u4e00-\u9fff]{2,12}[｜丨|]")
_AFTER = re.compile(r"(?:召开|结束)?(?:之后|后)$")


def _slogan(parts: list[str]) -> str | None:
    """Before the news: ``压实责任`` "Pin down responsibility: ", ``会议后`` "After a meeting, "."""
    if len(parts) == 1 and _AFTER.search(parts[0]):
        meeting = meetings(_AFTER.sub("", parts[0]), None)
        return f"After {meeting}, " if meeting else None
    whole = call(" ".join(parts), ", ")
    if parts and not whole:
        return None
    whole = call(" ".join(parts)) if whole and " and " in whole else whole
    return f"{capital(whole)}: " if whole else ""


#: offices before a name have a capital at the start of a sentence only
_OFFICE = re.compile("(?:Acting|Executive|Deputy|County|District|Town|Township) (?=[a-z])")


def _within(said: str) -> str:
    """A sentence behind a comma."""
    return f"{said[0].lower()}{said[1:]}" if _OFFICE.match(said) else said


_ON_BEHALF = re.compile(r"^受(.{2,30}?)(?:同志)?(?:的)?委托\s?(.+)$")


def _sentence(text: str, *, has_date: bool) -> str | None:
    """One piece of news, or what was stressed on the occasion of one."""
    if asked := _ON_BEHALF.match(text):
        whom, said = who(asked[1]), _sentence(asked[2], has_date=has_date)
        return f"on behalf of {whom.removesuffix(',')}, {_within(said)}" if whom and said else None

    def occasion(said: str) -> str | None:
        return held_alone(said) or _plain_sentence(said, has_date=has_date)

    return speech(text, perhaps_held_by, occasion) or _plain_sentence(text, has_date=has_date)


def _further(text: str) -> str | None:
    """A second piece of news behind the first."""
    return _sentence(text, has_date=False)


#: 十四届县委常委会召开会议传达学习…: the term is of who meets, not of what is learnt
_BODY_OF_A_TERM = re.compile(
    r"^(.{0,12}?)第?(\d{1,2}|[一二三四五六七八九十]{1,3})届([^召举会]{0,6}(?:委|政府|常委会|政协)(?:召开|举行).*(?:传达|学习|贯彻).*)$"
)


def _plain_sentence(text: str, *, has_date: bool) -> str | None:
    if said := leader(text):
        return said
    if (held := _BODY_OF_A_TERM.match(text)) and (said := _plain_sentence(f"{held[1]}{held[3]}", has_date=has_date)):
        which = dates.ordinal(dates.han_number(held[2]))
        return re.sub(r"(?= (?:held|is to hold) )", f" ({which} term)", said, count=1)
    whole, term = dates.term(text)
    rest, tail = tail_of(whole)
    said = news(rest, has_date=has_date)
    if said is None:
        rest, tail = chair_at_end(whole)
        said = news(rest, has_date=has_date) if tail else None
    return f"{of_term(said, term)}{tail}" if said else None


#: of a headline cut in two by a pause: 召开|…会; or news of what did not happen
_NOT_TO_CUT = re.compile("召开|举行|举办|主持|出席|[、的和与及]$|取消|推迟|延期|暂停|谣|不实|网传|拟")
#: what it is about stands in the part that is cut off
_LEANS = re.compile("召开(?:专题|相关)?(?:筹备|协调筹备)")
#: less than this share of it told says less than its terms
_LEAST_TOLD = 0.4


def _is_of_news(part: str) -> bool:
    """A part that the news would be wrong without: whoever holds the meeting too."""
    return _NOT_TO_CUT.search(part) is not None or (body(part) or "").startswith("the ")


def _spans(parts: list[str], least: float) -> list[tuple[int, int]]:
    """Some parts in a row, not all, of at least so many characters: the longest first."""
    ends = range(1, len(parts) + 1)
    size = {(a, b): len("".join(parts[a:b])) for b in ends for a in range(b) if b - a < len(parts)}
    return sorted((span for span in size if size[span] >= least), key=lambda span: (-size[span], span))


def headline_in_part(text: str) -> tuple[str, str] | None:
    """(the news with … for the mottoes and further parts that are not understood, those parts), or None.

    >>> headline_in_part("某某某某 云岭县召开防汛工作会议")
    ('… Yunling County held a work meeting on flood control', '某某某某')
    """
    bare, _ = cleaned(text)
    date, rest = dates.date(in_short(bare))
    parts = _parts(rest)
    if bare.startswith("关于") or len(parts) > _MOST_PARTS or len(rest) > _LONGEST:
        return None
    for a, b in _spans(parts, _LEAST_TOLD * len(rest)):
        core = _sentence(" ".join(parts[a:b]), has_date=bool(date))
        if core is None:
            continue
        before = _slogan(parts[:a]) if a else ""
        after = behind(parts[b:], _further) if b < len(parts) else ""
        omitted = [*(parts[:a] if before is None else ()), *(parts[b:] if after is None else ())]
        if not any(map(_is_of_news, omitted)) and not _LEANS.search("".join(parts[a:b])):
            core = core if before else capital(core)
            english = f"{'… ' if before is None else before}{core}{date}{' …' if after is None else after}"
            return (english, " ".join(omitted)) if omitted else None
    return None


def headline_terms(text: str) -> tuple[str, ...]:
    """What is understood of a headline that is not understood as a whole: its place, then its terms."""
    _, rest = dates.date(cleaned(text)[0])
    found = leading_place(rest)
    if found is None or not found.level:
        return key_terms(rest)
    terms = key_terms(rest[found.length :])
    return (found.english, *terms) if terms else ()

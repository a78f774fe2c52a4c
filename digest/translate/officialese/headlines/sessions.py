"""How a meeting is counted: a body holds its 3rd meeting, and a congress of a term its 3rd session."""

from __future__ import annotations

import re

from digest.translate.officialese.headlines.persons import are_several, is_person

#: what is counted for those who hold it, and not for a series that is held somewhere else each time
_COUNTED = re.compile(
    r"^the ((?:\d+(?:st|nd|rd|th)|\d{4})\b"
    r"(?:(?! (?:national|provincial|international|world|China|of|on|to)\b) \(?[a-z-]+\)?)*?"
    r" (?<!sports )(?:meeting|session|conference|congress|celebration|training)\b)"
    r"(?!(?: of \d{4})? of (?!the year)(?:the|its|their) )"
)
_OF_ITS_COMMITTEE = re.compile(
    r"(?<= of )the (?=(?:standing|executive) committee(?! of)|committee on"
    r"|\d+(?:st|nd|rd|th) (?!people's|Party)[a-z' ]*?"
    r"(?:congress|council|board|committee|presidium|(?:general|members'|staff|shareholders') meeting)\b)"
)
_OF_A_BODY = re.compile(r" of the ((?:city|county|district|town|township|provincial) [A-Za-z' ]+?)(?= on | to |$)")
#: 党工委召开第10次党工委会议: whose meeting it is said already
_OF_ITSELF = re.compile(
    r" of (?:the|its) ((?:Party (?:working )?|standing |executive |leading Party )?(?:committee|group|council|board))$"
)


def own(meeting: str, holder: str, subject: str) -> str:
    """``the 3rd meeting``, of whoever has had two before: "its 3rd meeting"; ``subject`` is the holder in Chinese."""
    if is_person(subject):
        return meeting
    again = _OF_A_BODY.search(meeting)
    if again and holder.lower().endswith(f" {again[1].lower()}"):  # 云岭县委召开县委全会
        meeting = meeting[: again.start()] + meeting[again.end() :]
    is_place = holder[0].isupper() and " and " not in holder  # Yunling County, Qingchuan City
    whose = "their" if are_several(holder) and not is_place else "its"
    if (itself := _OF_ITSELF.search(meeting)) and holder.partition(" of ")[0].endswith(itself[1]):
        meeting = meeting[: itself.start()]
    return _COUNTED.sub(rf"{whose} \1", _OF_ITS_COMMITTEE.sub(f"{whose} ", meeting))


#: bodies of a term, of which the meetings are sessions
_CONGRESS = r"people's congress(?! standing)|political consultative conference"
_NTH = r"(\d+(?:st|nd|rd|th)) meeting"
_HELD_ITS = re.compile(rf"^the ((?!standing)[A-Za-z' -]*?(?:{_CONGRESS})) held (?:its|the) {_NTH}\b(?! of)")
_OF_IT = re.compile(rf"\bthe {_NTH} of (?:the |its )?((?!standing)[A-Za-z' -]*?(?:{_CONGRESS}))")


#: the first of two meetings, which the term is of
_FIRST = re.compile(r".*? held (?:the|its|their) \d+(?:st|nd|rd|th) [a-z ]*?(?:meeting|session|congress)(?= and )")


def of_term(said: str, term: str) -> str:
    """``the 3rd meeting of the county people's congress`` "the 3rd session of the 18th county people's congress".

    ``term`` is "18th", or empty; of other bodies it stands behind.
    """
    which = f"{term} " if term else ""
    told = _HELD_ITS.sub(rf"the {which}\1 held its \2 session", said)
    told = _OF_IT.sub(rf"the \1 session of the {which}\2", told, count=1)
    if told != said or not term:
        return told
    first = _FIRST.match(said)
    return f"{first[0]} ({term} term){said[first.end() :]}" if first else f"{said} ({term} term)"

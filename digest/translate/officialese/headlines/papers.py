"""Titles of notices and other papers: ``县教育局关于加强校园安全工作的通知``."""

from __future__ import annotations

import re
from functools import cache

from digest.translate.officialese.headlines.campaigns import topic
from digest.translate.officialese.headlines.documents import of_its_year
from digest.translate.officialese.headlines.meetings import meetings
from digest.translate.officialese.headlines.parts import any_of, capital
from digest.translate.officialese.headlines.persons import who
from digest.translate.officialese.nouns.compound import joined
from digest.translate.officialese.verbs.verb import doing
from digest.translate.officialese.words.lexicon import cut, section
from digest.translate.officialese.words.morphology import plain

#: (试行), (第二号)
_REMARK = re.compile("[（(][^（）()]{1,8}[）)]$")
_DONE_WELL = re.compile("(?:做好|抓好)(?=.{2})")
_ISSUING = {"印发": "issuing", "转发": "forwarding", "发布": "releasing", "公布": "publishing", "下达": "issuing"}
_ISSUED = re.compile(f"^({any_of(_ISSUING)})(.+)$")
_TO_HOLD = re.compile("^(?:组织)?(?:召开|举办|举行)(.+)$")
_GERUND = re.compile("^(?:[a-z]+ )?[a-z]+ing ")


@cache
def _kinds() -> dict[str, str]:
    """Papers by the end of their titles; a row without English is a text that a headline may name too."""
    rows, texts = section("around.txt", "papers"), section("meetings.txt", "texts")
    return {zh: english or texts[zh] for zh, english in rows.items()}


@cache
def _paper() -> re.Pattern[str]:
    return re.compile(f"^(.{{0,40}}?)关于(.{{3,60}}?)的?({any_of(_kinds())})$")


def paper(text: str) -> str | None:
    """Whose paper, on what; None unless both are understood.

    >>> paper("云岭县教育局关于加强校园安全工作的通知")
    'Notice of the Yunling County education bureau on strengthening campus safety work'
    """
    found = _paper().match(_REMARK.sub("", text))
    bodies = [who(one) for one in re.split(r"[\s、]+", found[1].strip())] if found and found[1].strip() else []
    about = _matter(found[2]) if found else None
    if found is None or about is None or not all(bodies):
        return None
    whose = f" of {joined([one.removesuffix(',') for one in bodies if one])}" if bodies else ""
    return f"{capital(_kinds()[found[3]])}{whose} on {about}"


def _matter(text: str) -> str | None:
    """What is to be done, as a gerund; of a job to be done well, the job; a meeting, or a document that goes out."""
    if held := _TO_HOLD.match(text):
        meeting = meetings(held[1], None)
        return f"holding {meeting}" if meeting else None
    if issued := _ISSUED.match(text):
        said = of_its_year(issued[2].strip("《》"))
        return f"{_ISSUING[issued[1]]} {said}" if said else None
    if _DONE_WELL.search(text[:8]):
        return topic(text)
    entries = cut(text)
    said = doing(entries) if entries else None
    return plain(said) if said and _GERUND.match(plain(said)) else None

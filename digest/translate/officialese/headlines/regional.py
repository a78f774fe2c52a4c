"""Whoever acts for several places, or for one event: ``川渝两省市政府``, ``第十届全国运动会组委会``."""

from __future__ import annotations

import re

from digest.translate.officialese.headlines.events import great_event
from digest.translate.officialese.headlines.marks import marked
from digest.translate.officialese.names.dates import session
from digest.translate.officialese.names.names import is_bare_name, leading_place, place, place_name
from digest.translate.officialese.names.organs import of_unit, organ
from digest.translate.officialese.words.lexicon import section, words
from digest.translate.officialese.words.morphology import in_list

#: 川渝两省市政府, 京津冀三地法院
_OF_REGION = re.compile("^([\u4e00-\u9fff]{2,4})(?:[两三四五]省[区市]{0,2}(?:[一两]市)?|[两三四]地|[两三]市)(.{2,8})$")
_HYPHENED = re.compile("^the ([A-Z][a-z]+)-([A-Z][a-z]+)-([A-Z][a-z]+) region$")
_OFFICE = re.compile("the county ((?:[a-z -]+ )?(?:bureau|court|government|procuratorate))")


def of_region(text: str) -> str | None:
    """``川渝两地法院`` "the courts of Sichuan and Chongqing"."""
    found = _OF_REGION.match(text)
    where = section("names.txt", "regions").get(found[1], "") if found else ""
    one = _OFFICE.fullmatch(organ(f"县{found[2]}") or "") if found and where else None
    listed = _HYPHENED.match(where)
    if one is None or not (listed or " and " in where):
        return None
    return f"the {one[1]}s of {in_list(list(listed.groups())) if listed else where}"


_ORGANISERS = {
    **dict.fromkeys(("组委会", "组织委员会"), "organising committee"),
    **dict.fromkeys(("筹委会", "筹备委员会"), "preparatory committee"),
    **dict.fromkeys(("执委会", "执行委员会"), "executive committee"),
}
_ORGANISED = re.compile(f"^(.{{3,30}}?)({'|'.join(_ORGANISERS)})$")


def organisers(text: str) -> str | None:
    """``第十届全国运动会组委会`` "the organising committee of the 10th National Games"."""
    found = _ORGANISED.match(text)
    where = leading_place(found[1]) if found else None
    which, event = session(found[1][where.length if where else 0 :]) if found else ("", "")
    if found and where and event == "运动会":
        games = of_unit(where.english, "games").removeprefix("the ")
        return f"the {_ORGANISERS[found[2]]} of {marked(games, '', which, [])}" if which else None
    marathon = event.removesuffix("马拉松") if found and event.endswith("马拉松") else ""
    if found and marathon and (town := place(marathon) or (place_name(marathon) if is_bare_name(marathon) else "")):
        return f"the {_ORGANISERS[found[2]]} of the {town} Marathon"
    known = words().get(event) if where is None else None
    said = great_event(event) or (known.en if known and known.en.startswith("the ") else None)
    return f"the {_ORGANISERS[found[2]]} of {marked(said, '', which, [])}" if found and said else None

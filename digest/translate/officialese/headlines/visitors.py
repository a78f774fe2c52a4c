"""Who goes where, and when: ``林知远春节前夕赴云岭县`` before the verb of a visit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from digest.translate.officialese.headlines.bodies import body
from digest.translate.officialese.headlines.campaigns import PERSONS, people
from digest.translate.officialese.headlines.parts import any_of
from digest.translate.officialese.headlines.persons import deputies, rank_of, who
from digest.translate.officialese.headlines.spots import Spot, spot, when, when_first
from digest.translate.officialese.headlines.teams import team
from digest.translate.officialese.names.names import place
from digest.translate.officialese.words.lexicon import section

_MOVE = re.compile("(?:来到|莅临|进驻|赶赴|赶到|深入到|深入|走进|前往|下沉到|下沉|奔赴|亲临|来|到|赴|莅|在)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Actor:
    """Who goes where, and when."""

    who: str
    spots: tuple[Spot, ...] = ()
    #: 在云岭县 rather than 到云岭县
    is_there: bool = False
    when: str = ""
    #: a feast that stands without 前夕 or 期间
    feast: str = ""

    @property
    def where(self) -> str:
        """Behind what is done: " at companies in the county"."""
        return "".join(one.where for one in reversed(self.spots))

    @property
    def goal(self) -> str:
        """``companies in the county``, as what a visit is to."""
        return self.spots[-1].english + "".join(one.where for one in reversed(self.spots[:-1]))


def alternatives(title: str) -> str:
    """The words of a section of visits.txt as a pattern, the longest first."""
    return any_of(section("visits.txt", title))


def actors(left: str) -> Iterator[Actor]:
    """Readings of what stands before the verb."""
    rest, first, first_feast = when_first(left)
    bare = idle(rest)
    for text, time, feast in dict.fromkeys((when(bare), (bare, "", ""), (rest, "", ""))):
        for whoever, spots, is_there in _parted(idle(text) if time or feast else text):
            named_, at, undated = when(whoever)
            for somebody, at_time, on_day in ((whoever, "", ""), (named_, at, undated)):
                if english := subject(somebody):
                    yield Actor(
                        who=english,
                        spots=spots,
                        is_there=is_there,
                        when=first + time + at_time,
                        feast=feast or first_feast or on_day,
                    )
                    break


def idle(text: str) -> str:
    """Without what says no more before the verb: 开展, 进行."""
    return re.sub(rf"(?:{alternatives('how')})+$", "", text.strip())


def _parted(text: str) -> Iterator[tuple[str, tuple[Spot, ...], bool]]:
    """(who, where they go, whether they are there) for every place where the going may begin."""
    yield text, (), False
    for move in _MOVE.finditer(text):
        if move.start() and (spots := _spots(text[move.end() :])):
            yield text[: move.start()], spots, move[0] == "在"


def _spots(text: str) -> tuple[Spot, ...]:
    """``云岭县深入企业``: one place, or a place within a place."""
    if (one := spot(text)) is not None:
        return (one,)
    for move in _MOVE.finditer(text):
        if (one := spot(text[: move.start()])) and (inner := _spots(text[move.end() :])):
            return (one, *inner)
    return ()


_LEADING = re.compile("^(.{2,16}?)(?:率领|带领|率)(?!先|队)(.{2,16})$")
_ORGANISED = re.compile("^(.{2,16}?)组织(部分)?(.{2,10})$")
_SENT = {"代表": "deputies", "人大代表": "deputies", "委员": "political advisers", "政协委员": "political advisers"}


def subject(text: str) -> str | None:
    """Somebody, perhaps with whom they lead."""
    if known := team(text) or who(text):
        return known
    if (sent := _ORGANISED.match(text)) and (whose := who(sent[1])):
        said = _SENT.get(sent[3]) or deputies(sent[3]) or people(sent[3])
        return f"{'some ' if sent[2] else ''}{said}, organised by {whose}," if said else None
    found = _LEADING.match(text)
    leader, led = (who(found[1]), _led(found[2])) if found else (None, None)
    if leader and led:
        return f"{leader.removesuffix(',')}, leading {led},"
    guide, _, guest = text.partition("陪同")
    host, guests = (who(guide), who(guest)) if guide and guest else (None, None)
    return f"{host.removesuffix(',')}, accompanying {guests}," if host and guests else from_somewhere(text)


def _led(text: str) -> str | None:
    return team(text) or who(text) or people(text) or None


_GUESTS = re.compile("^(?:来访的|来华访问的|来华的)?(.{3,20}?)(?:等?一行)?$")


def from_abroad(text: str) -> str | None:
    """``德国驻华大使一行`` "the ambassador of Germany to China"; whoever is named is not."""
    found = _GUESTS.match(text)
    guest = found[1] if found else ""
    for post, english in section("visits.txt", "foreign-posts").items():
        country = section("names.txt", "countries").get(guest.removesuffix(post)) if guest.endswith(post) else None
        if country:
            return english.format(country)
    return None


def from_somewhere(text: str) -> str | None:
    """``云岭县客商`` "business visitors from Yunling County", ``市教育局干部``, ``省市专家``."""
    if not text.endswith(_PERSONS):
        return None
    parts = [(text[:size], text[size:]) for size in range(1, min(len(text) - 1, _LONGEST_PLACE))]
    for whose, last in reversed(parts):
        if not last.startswith("国家") and (whom := people(last)) and (where := place(whose) or body(whose)):
            return f"{whom} from {where}"
    return next(
        (f"{rank} {whom}" for whose, last in parts if (rank := rank_of(whose)) and (whom := people(last))), None
    )


_LONGEST_PLACE = 10
#: what persons are called by; other words of people may be bodies
_PERSONS = (*PERSONS, "客商", "学者", "教授", "青年", "妇女", "职工", "民警", "官兵", "媒体", "同胞", "外宾", "嘉宾")

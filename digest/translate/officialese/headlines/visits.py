"""Headlines of visits and deeds: ``林知远来我县调研防汛工作``, ``县领导走访困难群众``, ``云岭县开展夏季治安整治``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from digest.translate.officialese.headlines.bodies import body
from digest.translate.officialese.headlines.campaigns import people, topic
from digest.translate.officialese.headlines.naming import named
from digest.translate.officialese.headlines.persons import deputies, rank_of, who
from digest.translate.officialese.headlines.spots import Spot, spot, when, when_first
from digest.translate.officialese.headlines.teams import team
from digest.translate.officialese.names.names import place
from digest.translate.officialese.nouns.compound import joined
from digest.translate.officialese.verbs.verb import verb_phrase
from digest.translate.officialese.words.lexicon import cut, section
from digest.translate.officialese.words.morphology import article, is_plural, plain, present

_LONGEST_SUBJECT = 24
_MOVE = re.compile("(?:来到|莅临|进驻|深入到|深入|走进|前往|下沉到|下沉|奔赴|来|到|赴|莅|在)")
#: 我县防汛工作: whose the matter is
_OURS = re.compile("^[我本][省市县区镇乡州校院局]")
#: 2026年度新录用公务员
_YEAR = re.compile(r"^(\d{4})年度?(?=[新入毕])")
_JUST_WORK = re.compile("^(?:相关|有关|各项)?工作$")
#: 对防汛工作进行(检查), 就防汛工作开展(调研)
_FRONTED = re.compile("(?:对|就|围绕|针对|聚焦)(.{2,30}?)(?:进行|开展|(?<!工)作|做|实施|组织)?$")
#: 开展防汛(检查)
_CARRIED_OUT = re.compile("(?:开展|进行|组织)(?!了?$)(.{2,24}?)(?:工作)?(?:专项|大|集中|突击|联合)*$")
#: 对在建工地进行安全(检查)
_DONE_TO = re.compile("对(.{2,20}?)(?:进行|开展|实施)(.{2,12}?)(?:专项|大)*$")
_CALLED = re.compile("(?:活动|工作|行动)?$")
#: what a place or a body may take straight from the verb
_TAKES_PLACES = re.compile("^(?:inspected|visited|surveyed|evaluated|assessed|made .* of$|paid .* to$)")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Tour:
    """A row of verbs: 调研检查."""

    #: ``looked into``, ``inspected``
    past: tuple[str, ...]
    #: ``fact-finding``, ``inspection``
    kinds: tuple[str, ...]

    #: 慰问, 看望, which no matter takes
    is_of_care: bool

    @property
    def is_call(self) -> bool:
        """走访慰问: on people."""
        return "visited" in self.past


def _alternatives(title: str) -> str:
    return "|".join(sorted(section("visits.txt", title), key=len, reverse=True))


@cache
def _runs() -> re.Pattern[str]:
    tours, joining, how = (_alternatives(title) for title in ("tours", "joining", "how"))
    return re.compile(rf"(?:{how})*(?P<first>{tours})(?P<more>(?:[并和、及]?(?:{joining}))*)了?")


@cache
def _there() -> re.Pattern[str]:
    return re.compile(rf"(?:{_alternatives('how')})*(?P<deed>{_alternatives('there')})$")


def _verbs(run: re.Match[str]) -> _Tour:
    verbs = [run["first"], *re.findall(_alternatives("joining"), run["more"])]
    rows = [section("visits.txt", "tours")[verb].split("|") for verb in verbs]
    return _Tour(
        past=tuple(dict.fromkeys(row[0] for row in rows if row[0])),
        kinds=tuple(dict.fromkeys(row[1] for row in rows if row[1])),
        is_of_care=any(verb.endswith(("慰问", "看望")) for verb in verbs),
    )


def visit(text: str) -> str | None:
    """Who visited, toured or did what, where and when; None unless all of it is understood.

    >>> visit("林知远来我县调研防汛工作")
    'Lin Zhiyuan looked into flood control work in the county'
    """
    before, _, after = text.partition("并")
    if after and (said := toured(before)) and (more := _also(after)):
        return f"{said} and {more}"
    text, gift = _gift(text)
    if gift:
        said = toured(text)
        return f"{said} and brought {gift}" if said else None
    return toured(text) or _deed(text)


_GIFT = re.compile("[\\s，,]*(?:并)?(?:[为向给].{1,6}?)?送(?:去|上|来)了?([^送]{2,14})$")


def _gift(text: str) -> tuple[str, str]:
    """``慰问困难群众送去新春祝福``: (the text before it, "New Year wishes")."""
    found = _GIFT.search(text)
    gifts = section("visits.txt", "gifts")
    said = [gifts.get(one) for one in re.split("[、和与及]", found[1])] if found else []
    return (text[: found.start()], joined([one for one in said if one])) if found and all(said) else (text, "")


def toured(text: str) -> str | None:
    """A visit, and nothing else that somebody did."""
    if (found := _there().search(text)) and (actor := next(_actors(text[: found.start()]), None)):
        return f"{actor.who} {section('visits.txt', 'there')[found['deed']]}{actor.where}{actor.when}"
    for run in _runs().finditer(text):
        tour, rest = _verbs(run), text[run.end() :]
        for actor, what in _readings(text[: run.start("first")], rest):
            if (actor.feast and not tour.is_call) or not (said := _done(tour, what, actor)):
                continue
            feast = f" for {actor.feast}" if actor.feast else ""
            return f"{actor.who} {said}{actor.when}{feast}"
    return None


def _also(text: str) -> str | None:
    """``并看望慰问困难群众``: the second thing that somebody did."""
    run = _runs().match(text)
    return _done(_verbs(run), text[run.end() :], _NOBODY) if run else None


@dataclass(frozen=True, kw_only=True, slots=True)
class _Actor:
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
        return "".join(one.where for one in reversed(self.spots))

    @property
    def goal(self) -> str:
        """``companies in the county``, as what a visit is to."""
        return self.spots[-1].english + "".join(one.where for one in reversed(self.spots[:-1]))


_NOBODY = _Actor(who="")


def _readings(left: str, right: str) -> Iterator[tuple[_Actor, str]]:
    """Who and what; what may stand before the verb."""
    for actor in _actors(left):
        yield actor, right
    if _CALLED.fullmatch(right):
        for pattern in (_FRONTED, _CARRIED_OUT):
            if found := pattern.search(_idle(left)):
                yield from ((actor, found[1]) for actor in _actors(left[: found.start()]))
        if (found := _DONE_TO.search(_idle(left))) and (at := spot(found[1])):
            yield from ((replace(actor, spots=(at,)), found[2]) for actor in _actors(left[: found.start()]))
    if right.endswith("活动"):
        yield from ((actor, right.removesuffix("活动")) for actor in _actors(left))


def _actors(left: str) -> Iterator[_Actor]:
    """Readings of what stands before the verb."""
    rest, first = when_first(left)
    bare = _idle(rest)
    for text, time, feast in dict.fromkeys((when(bare), (bare, "", ""), (rest, "", ""))):
        for whoever, spots, is_there in _parted(_idle(text) if time or feast else text):
            named_, at, undated = when(whoever)
            for somebody, at_time in ((whoever, ""),) if undated else ((whoever, ""), (named_, at)):
                if english := _subject(somebody):
                    yield _Actor(who=english, spots=spots, is_there=is_there, when=first + time + at_time, feast=feast)
                    break


def _idle(text: str) -> str:
    """Without what says no more before the verb: 开展, 进行."""
    return re.sub(rf"(?:{_alternatives('how')})+$", "", text.strip())


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


def _subject(text: str) -> str | None:
    """Somebody, perhaps with whom they lead."""
    if known := team(text) or who(text):
        return known
    if (sent := _ORGANISED.match(text)) and (whose := who(sent[1])):
        said = _SENT.get(sent[3]) or deputies(sent[3]) or people(sent[3])
        return f"{'some ' if sent[2] else ''}{said}, organised by {whose}," if said else None
    found = _LEADING.match(text)
    leader, led = (who(found[1]), _led(found[2])) if found else (None, None)
    return f"{leader.removesuffix(',')}, leading {led}," if leader and led else _from_somewhere(text)


def _led(text: str) -> str | None:
    return team(text) or who(text) or people(text) or None


def _done(tour: _Tour, what: str, actor: _Actor) -> str | None:
    """What was done: ``looked into flood control work in the county``."""
    if not what or _JUST_WORK.match(what):
        return _went(tour, actor) if actor.spots else _nowhere(tour, actor)
    whose, bare = _ours(what)
    met = next((past for past in tour.past if past in {"visited", "met"}), "")
    if met == "met" and (partner := _partner(bare)):
        return f"met {partner}{actor.where}"
    if (whom := _whom(bare) or people(what)) and (met or spot(bare) is None):
        return f"{met} {whom}{actor.where}{whose}" if met else None
    if (goal := spot(bare)) and not _is_matter(goal, bare):
        return _called_on(tour, goal.english, f"{actor.where}{whose}")
    pasts = [past for past in tour.past if past != "visited"]
    about = _matter(bare) if pasts and not tour.is_of_care else None
    return f"{joined(pasts)} {about}{actor.where}{whose}" if about else None


def _whom(text: str) -> str | None:
    """``困难群众``, ``2026年度新录用公务员``, ``春节期间坚守岗位的民警``: people, and what is said of them."""
    if year := _YEAR.match(text):
        whom = people(text[year.end() :])
        return f"{whom} of {year[1]}" if whom else None
    if known := people(text):
        return known
    rest, time = when_first(text)
    said = section("visits.txt", "attributes")
    for size in range(len(rest) - 2, 1, -1):
        if (how := said.get(rest[:size])) and (whom := people(rest[size:])):
            return f"{whom} {how}{time}"
    return None


def _partner(text: str) -> str | None:
    """``青川集团董事长王海一行``, ``云岭县客商``: whom somebody met."""
    said = _from_somewhere(text) or people(text) or team(text) or who(text)
    return said.removesuffix(",") if said else None


def _from_somewhere(text: str) -> str | None:
    """``云岭县客商`` "business visitors from Yunling County", ``市教育局干部``, ``省市专家``."""
    parts = [(text[:size], text[size:]) for size in range(1, min(len(text) - 1, _LONGEST_PLACE))]
    for whose, last in reversed(parts):
        if (whom := people(last)) and (where := place(whose) or body(whose)):
            return f"{whom} from {where}"
    return next(
        (f"{rank} {whom}" for whose, last in parts if (rank := rank_of(whose)) and (whom := people(last))), None
    )


_LONGEST_PLACE = 10


def _nowhere(tour: _Tour, actor: _Actor) -> str | None:
    """``开展春节前慰问``, ``开展暗访调研``: nothing says where."""
    if tour.is_call:
        return "made visits" if actor.feast or actor.when else None
    return f"made {article(joined(list(tour.kinds)))} tour" if tour.kinds else None


def _is_matter(goal: Spot, text: str) -> bool:
    """``项目``, ``重点工程``: looked into, not gone to."""
    return goal.english.endswith(("projects", "works")) or text.endswith(("工程", "项目"))


def _ours(what: str) -> tuple[str, str]:
    """``我县防汛工作``: (" in the county", what is left)."""
    found = _OURS.match(what)
    whose = spot(f"我{found[0][1]}") if found and len(what) > len(found[0]) + 1 else None
    return (whose.where, what[len(found[0]) :]) if found and whose else ("", what)


def _went(tour: _Tour, actor: _Actor) -> str | None:
    """``来我县调研``: "made a fact-finding visit to the county"."""
    if actor.is_there:
        return f"made {article(joined(list(tour.kinds)))} tour{actor.where}" if tour.kinds else None
    return _called_on(tour, actor.goal, "", always_visit=True)


def _called_on(tour: _Tour, goal: str, where: str, *, always_visit: bool = False) -> str | None:
    takes = all(_TAKES_PLACES.match(past) for past in tour.past)
    if takes and (not always_visit or not tour.kinds):
        return f"{joined(list(tour.past))} {goal}{where}"
    return f"made {article(joined(list(tour.kinds)))} visit to {goal}{where}" if tour.kinds else None


_HOW_IT_IS = re.compile("(?:工作)?(?:的)?(?:相关|有关|具体)?(?:情况|进展)$")


_LAW = re.compile("^(《.+》)(?:贯彻)?(执法|实施|执行|落实)(?:情况)?$")


def _matter(text: str) -> str | None:
    """What was looked into; how it is going says nothing more."""
    if (law := _LAW.match(text)) and (title := topic(law[1])):
        return f"{'enforcement' if law[2] == '执法' else 'implementation'} of {title}"
    bare = _HOW_IT_IS.sub("", text)
    said = topic(bare) if bare != text and len(bare) > 1 else None
    said = said or topic(text)
    return said if said and not _TWICE_WORK.match(said) else topic(text.removesuffix("工作"))


#: "work on summer farm work", "rectification work of problems"
_TWICE_WORK = re.compile(r"work on .*work\b|\w+ work of ")


_CALLS = re.compile("慰问|看望|走访|莅临")


def _deed(text: str) -> str | None:
    """``云岭县开展夏季治安整治行动``: the subject and a verb phrase, in the present of headlines."""
    if _CALLS.search(text):
        return None
    for size in range(2, min(len(text) - 3, _LONGEST_SUBJECT)):
        entries = cut(text[size:], named)
        if not entries or entries[0].tag not in {"v", "vp", "va", "d", "ad"} or _runs().match(text, size):
            continue
        subject = who(text[:size])
        reading = verb_phrase(entries) if subject else None
        if subject and reading:
            return f"{subject} {plain(present(reading, plural=' and ' in subject or is_plural(subject)))}"
    return None

"""Headlines of visits and deeds: ``林知远来我县调研防汛工作``, ``县领导走访困难群众``, ``云岭县开展夏季治安整治``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from digest.translate.officialese.headlines.naming import named
from digest.translate.officialese.headlines.parts import each
from digest.translate.officialese.headlines.persons import are_several, is_person, who
from digest.translate.officialese.headlines.spots import spot
from digest.translate.officialese.headlines.teams import stationed
from digest.translate.officialese.headlines.tours import done, verbs_of, whom_of
from digest.translate.officialese.headlines.visitors import Actor, actors, alternatives, idle, subject
from digest.translate.officialese.nouns.compound import joined
from digest.translate.officialese.verbs.verb import verb_phrase
from digest.translate.officialese.words.lexicon import cut, section
from digest.translate.officialese.words.morphology import article, plain, present

_LONGEST_SUBJECT = 24
#: 对防汛工作进行(检查), 就防汛工作开展(调研)
_FRONTED = re.compile("(?:对|就|围绕|针对|聚焦)(.{2,30}?)(?:进行|开展|(?<!工)作|做|实施|组织)?$")
#: 开展防汛(检查)
_CARRIED_OUT = re.compile("(?:开展|进行|组织)(?!了?$)(.{2,24}?)(?:工作)?(?:专项|大|集中|突击|联合)*$")
#: 对在建工地进行安全(检查)
_DONE_TO = re.compile("对(.{2,20}?)(?:进行|开展|实施)(.{2,12}?)(?:专项|大)*$")
#: 慰问(活动)
_CALLED = re.compile("(?:活动|工作|行动)?$")


@cache
def _runs() -> re.Pattern[str]:
    tours, joining, how = (alternatives(title) for title in ("tours", "joining", "how"))
    return re.compile(rf"(?:{how})*(?P<first>{tours})(?P<more>(?:[并和、及]?(?:{joining}))*)了?")


@cache
def _there() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('how')})*(?P<deed>{alternatives('there')})$")


def visit(text: str) -> str | None:
    """Who visited, toured or did what, where and when; None unless all of it is understood.

    >>> visit("林知远来我县调研防汛工作")
    'Lin Zhiyuan looked into flood control work in the county'
    """
    before, _, after = text.partition("并")
    if after and (said := toured(before)) and (more := _also(after)):
        return f"{said} and {more}"
    if welcome := _WELCOME.match(text):
        said = toured(text[welcome.end() :])
        return f"A warm welcome: {said}" if said else None
    return _with_gift(text) or toured(text) or _received(text) or stationed(text) or _deed(text)


#: a day on which somebody goes somewhere; the others are a holiday of some days
_ONE_DAY = re.compile("(?<!May)(?<!National) Day$")
#: “八一”: a day, not a name
_DAY = re.compile('[“"](三八|五一|五四|六一|七一|八一|十一)[”"]')
_WELCOME = re.compile("^(?:热烈)?欢迎(?=.{6})")
#: 送去新春祝福
_GIFT = re.compile("[\\s，,]*(?:并)?(?:[为向给][其他她它们]{1,2})?送(?:去|上|来)了?([^送]{2,14})$")
_GIVEN = re.compile("^(.{2,24}?)[为向给](.{2,16})$")


def _with_gift(text: str) -> str | None:
    """``慰问困难群众送去新春祝福``: who was visited, and what with; ``为困难群众送去温暖``."""
    found = _GIFT.search(text)
    gifts = section("visits.txt", "gifts")
    known = each(re.split("[、和与及]", found[1]), lambda one: gifts.get(one, "")) if found else []
    if found is None or not known:
        return None
    before, gift = text[: found.start()], joined(known)
    if said := toured(before):
        return f"{said} and brought {gift}"
    to = _GIVEN.match(before)
    giver, whom = (subject(to[1]), whom_of(to[2])) if to else (None, None)
    return f"{giver} brought {gift} to {whom}" if giver and whom else None


_RECEIVED = re.compile("^(.{2,16}?)(?:迎来|迎接|接受)了?(.{2,24})$")


def _received(text: str) -> str | None:
    """``我校迎接省教育厅督导检查`` "The school received …"."""
    found = _RECEIVED.match(text)
    host = who(found[1]) if found else None
    if found is None or host is None:
        return None
    for run in _runs().finditer(found[2]):
        guest, rest, kinds = subject(found[2][: run.start()]), found[2][run.end() :], verbs_of(run).kinds
        if guest and kinds and not rest:
            return f"{host} received {article(joined(list(kinds)))} visit from {guest}"
    return None


def toured(text: str) -> str | None:
    """A visit, and nothing else that somebody did."""
    text = _DAY.sub(r"\1", text)
    if (found := _there().search(text)) and (actor := next(actors(text[: found.start("deed")]), None)):
        return f"{actor.who} {section('visits.txt', 'there')[found['deed']]}{actor.where}{actor.when}"
    for run in _runs().finditer(text):
        tour, rest = verbs_of(run), text[run.end() :]
        for actor, what in _readings(text[: run.start("first")], rest):
            is_day = actor.spots and _ONE_DAY.search(actor.feast)
            if (actor.feast and not (tour.is_call or is_day)) or not (said := done(tour, what, actor)):
                continue
            feast = f" {'for' if tour.is_call else 'on'} {actor.feast}" if actor.feast else ""
            return f"{actor.who} {said}{actor.when}{feast}"
    return None


def _readings(left: str, right: str) -> Iterator[tuple[Actor, str]]:
    """Who and what; what may stand before the verb."""
    for actor in actors(left):
        yield actor, right
    if _CALLED.fullmatch(right):
        for pattern in (_FRONTED, _CARRIED_OUT):
            if found := pattern.search(idle(left)):
                yield from ((actor, found[1]) for actor in actors(left[: found.start()]))
        if (found := _DONE_TO.search(idle(left))) and (at := spot(found[1])):
            yield from ((replace(actor, spots=(at,)), found[2]) for actor in actors(left[: found.start()]))
    if right.endswith("活动"):
        yield from ((actor, right.removesuffix("活动")) for actor in actors(left))


def _also(text: str) -> str | None:
    """``并看望慰问困难群众``: the second thing that somebody did."""
    run = _runs().match(text)
    return done(verbs_of(run), text[run.end() :], _NOBODY) if run else None


_NOBODY = Actor(who="")


#: told as visits or not at all
_CALLS = re.compile("慰问|看望|走访|莅临|赶赴")
_TOURS = re.compile("调研|考察|视察|检查|督查|督导")
#: what a visit may be read from alone: a deed would tell it wrongly
_NO_DEED = re.compile("接受|迎接|迎来")


def _deed(text: str) -> str | None:
    """``云岭县开展夏季治安整治行动``: the subject and a verb phrase, in the present of headlines."""
    if _CALLS.search(text):
        return None
    for size in range(2, min(len(text) - 3, _LONGEST_SUBJECT)):
        entries = cut(text[size:], named)
        if (
            not entries
            or entries[0].tag not in {"v", "vp", "va", "d", "ad"}
            or _NO_DEED.match(text, size)
            or _runs().match(text, size)
        ):
            continue
        somebody = None if _TOURS.search(text, size) and is_person(text[:size]) else who(text[:size])
        reading = verb_phrase(entries) if somebody else None
        if somebody and reading:
            return f"{somebody} {plain(present(reading, plural=are_several(somebody)))}"
    return None

"""Mottoes before and behind the news of a headline: ``压实责任 守牢底线``."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from digest.translate.officialese.clause import clause_en
from digest.translate.officialese.headlines.campaigns import topic
from digest.translate.officialese.headlines.parts import capital, each, longest_first
from digest.translate.officialese.names.names import is_bare_name, place, place_name
from digest.translate.officialese.nouns.compound import joined
from digest.translate.officialese.verbs.verb import verb_phrase
from digest.translate.officialese.words.lexicon import cut, section, words
from digest.translate.officialese.words.morphology import plain

Reader = Callable[[str], str | None]

#: 为…走在前列提供保障: for all that stands between, which the clause would part
_PARTED = re.compile("^为.+(?:提供|作出|贡献|凝聚|汇聚|注入|营造|夯实|奠定|打下)")
_BRINGS = f"[{''.join(section('around.txt', 'mottoes-for'))}]"
#: 以党建促发展, 党建促发展
_FOR = re.compile(f"^(?:以(?=.{{2,8}}{_BRINGS})|(?=.{{2,4}}{_BRINGS}.{{2,4}}$))(.{{2,8}}?)({_BRINGS})([^进力]{{2,6}})$")
#: 以更高标准…: a list of its own says with what
_WITH = re.compile("^以[更最][高大强严优快足细实有坚宽新]")
#: characters of a motto that another follows at once: 众志成城|战疫情
_WHOLE = 4
#: characters of what follows it
_TAIL = (3, 4)


@cache
def _patterns(title: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = longest_first("around.txt", title).items()
    return tuple((re.compile("^" + zh.replace("*", "(.{2,16})") + "$"), english) for zh, english in rows)


def motto(text: str) -> str | None:
    """``压实责任``: "pin down responsibility", beginning small."""
    if known := section("around.txt", "mottoes").get(text):
        return known
    on_place = _of_place(text) or _how(text, _of_place)
    return on_place or imperative(text) or _on(text) or _how(text, _on) or _with(text) or _for(text) or _two(text)


def _of_place(text: str) -> str | None:
    """``谱写中国式现代化云岭篇章``: a pattern with a place in it."""
    return _by_pattern(text, "mottoes-of-place", _where)


def _on(text: str) -> str | None:
    """``绘就乡村振兴新画卷``: a pattern with a matter in it."""
    return _by_pattern(text, "mottoes-on", topic)


def _by_pattern(text: str, title: str, read: Reader) -> str | None:
    found = ((pattern.match(text), english) for pattern, english in _patterns(title))
    said = ((read(match[1]), english) for match, english in found if match)
    return next((english.format(about) for about, english in said if about), None)


def _where(text: str) -> str | None:
    known = place(text) or section("names.txt", "places").get(text)
    return known or (place_name(text) if is_bare_name(text) else None)


def _begins_with(text: str, known: dict[str, str]) -> str:
    """The longest of several words that the text begins with, or none."""
    return max((zh for zh in known if text.startswith(zh)), key=len, default="")


def _how(text: str, read: Reader) -> str | None:
    """``奋力谱写…新篇章``: "strive to write a new chapter in …"."""
    how = section("around.txt", "mottoes-how")
    first = _begins_with(text, how)
    said = read(text.removeprefix(first)) if first else None
    return f"{how[first]} {said}".strip() if said else None


def _with(text: str) -> str | None:
    """``以更高标准更实举措推进城市更新``: "with higher standards and more solid measures, advance …"."""
    means, rest, known = [], text.removeprefix("以"), section("around.txt", "mottoes-with")
    while first := _begins_with(rest, known):
        means.append(known[first])
        rest = rest.removeprefix(first).lstrip("、和")
    said = imperative(rest) or _on(rest) if means and text.startswith("以") else None
    return f"with {joined(means)}, {said}" if said else None


def imperative(text: str) -> str | None:
    """A motto that is a predicate or a sentence of its own."""
    if _WITH.match(text):
        return None
    if len(text) >= _WHOLE:
        said = clause_en(text)
        return None if said and _PARTED.match(text) and said.startswith(("for ", "to ")) else said
    entries = cut(text)
    reading = verb_phrase(entries) if entries else None
    return plain(reading) if reading else None


#: 以党建的高质量促进发展的高质量
_QUALITY = re.compile("^以(.{2,12}?)的高质量(?:促进|推动|引领|推进|助力)(.{2,12}?)的高质量$")


def _for(text: str) -> str | None:
    """``以党建促发展`` "use Party building to promote development"."""
    if found := _QUALITY.match(text):
        means, end = topic(found[1]), topic(found[2])
        return f"use high-quality {means} to promote high-quality {end}" if means and end else None
    found = _FOR.match(text)
    means, end = (topic(found[1]), topic(found[3])) if found else (None, None)
    if found is None or means is None or end is None:
        return None
    verb = section("around.txt", "mottoes-for")[found[2]]
    return f"use {means} to {verb} {end}"


def _two(text: str) -> str | None:
    """``众志成城战疫情``, ``真抓实干谱新篇``: a motto of four characters, and what is done in its spirit."""
    known = section("around.txt", "mottoes")
    first, rest = text[:_WHOLE], text[_WHOLE:]
    one = known.get(first) or (imperative(first) if len(rest) in _TAIL else None)
    other = known.get(rest) or imperative(rest) if one and len(rest) > 1 else None
    return f"{one} and {other}" if other else _in_a_row(text)


def _in_a_row(text: str) -> str | None:
    """``锚定目标真抓实干锻长补短``: closed predicates of four characters, one after the other."""
    known = section("around.txt", "mottoes")
    pieces = [text[at : at + _WHOLE] for at in range(0, len(text), _WHOLE)]
    closed = [piece in known or ((word := words().get(piece)) is not None and word.tag == "p") for piece in pieces]
    said = each(pieces, lambda piece: known.get(piece) or imperative(piece)) if all(closed) else []
    return joined(said) if len(said) > 1 else None


def call(text: str, between: str = "; ") -> str | None:
    """Mottoes that tell nobody in particular: a sentence with a subject is news, or somebody's words."""
    said = mottoes(text, between)
    return None if said and " should " in said else said


def mottoes(text: str, between: str = "; ") -> str | None:
    """``压实责任 守牢底线``, ``防风险、保安全``: one motto after the other, with ``between`` them in English."""
    pieces = [piece for piece in re.split(r"[\s，,；;]+", text) if piece]
    said = each(pieces, lambda piece: motto(piece) or _listed(piece))
    return between.join(said) if said else None


#: what stands behind no "the need to"
_NO_INFINITIVE = re.compile("do not |never |with |in |by |to |for |as |when |under ")


def stressing(said: str) -> str:
    """One demand: "stressing the need to pin down responsibility"; several: "stressing: pin down …; hold the line"."""
    several = ";" in said or " should " in said or _NO_INFINITIVE.match(said)
    return f"stressing{':' if several else ' the need to'} {said}"


def _listed(text: str) -> str | None:
    parts = text.split("、")
    return ", ".join(each(parts, motto)) or None if len(parts) > 1 else None


_THEME = re.compile("^“([^“”]{4,30})”(?:为?主题的?)?$")


def theme(text: str) -> str | None:
    """``“永远跟党走”主题`` "the theme “Follow the Party forever”"."""
    found = _THEME.match(text)
    said = call(found[1], ", ") if found else None
    return f"the theme “{capital(said)}”" if said else None

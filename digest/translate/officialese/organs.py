"""Offices of government by their names: ``县生态环境局``."""

from __future__ import annotations

from collections.abc import Iterator

from digest.translate.officialese.lexicon import section, words
from digest.translate.officialese.names import leading_place, levels


def units(text: str) -> Iterator[tuple[str, str]]:
    """(the unit in English, the rest): ``县长`` → "the county"; ``云岭县委书记`` → "Yunling County"."""
    for ending, (_, alone) in levels().items():
        if text.startswith(ending):
            yield f"the {alone}", text[len(ending) :]
    found = leading_place(text)
    if found is not None and found.level:
        yield found.english, text[found.length :]


def organ(text: str) -> str | None:
    """A government office: ``县生态环境局`` → "the county ecology and environment bureau".

    >>> organ("县生态环境局")
    'the county ecology and environment bureau'
    """
    organs = section("offices.txt", "organs")
    plain = organs.get(text)
    if plain and len(text) > 2:
        return f"the {plain}"
    for unit, rest in units(text):
        department = words().get(rest) if rest.endswith("部门") else None
        english = organs.get(rest) or (department.en if department else None)
        bare = unit.removeprefix("the ")
        if english and " of the " in english:
            return f"the {english.replace(' of the ', f' of the {bare} ', 1)}"
        if english:
            return f"the {bare} {english}"
    return None

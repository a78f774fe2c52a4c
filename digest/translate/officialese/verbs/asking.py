"""Clauses that ask, wish or forbid by what they begin with: 请, 希望, 未经批准不得, 任何人不得, 既要 … 又要 …."""

from __future__ import annotations

import re

from digest.translate.officialese.nouns.phrase import noun_phrase
from digest.translate.officialese.verbs import words_of
from digest.translate.officialese.verbs.conditions import LEAVE
from digest.translate.officialese.verbs.doubts import is_about
from digest.translate.officialese.verbs.verb import not_doing, verb_phrase
from digest.translate.officialese.words.lexicon import Words
from digest.translate.officialese.words.morphology import MARK, is_plural, plain

_PLEASE = re.compile(r"^(?:请|敬请|恳请)(?![示求假战愿客柬缨])(.{3,})$")
_WISH = re.compile(r"^希望(.{5,})$")
_NOBODY = re.compile(
    r"^任何(?P<who>单位(?:和|或|或者|、)个人|组织(?:和|或|或者|、)个人|单位|个人|企业|人)(?:都|均|一律)?(?:不得|不准|不许)(?P<act>.+)$"
)
_NONE = {"单位": "no unit", "个人": "no individual", "企业": "no company", "人": "nobody"}
_WITHOUT = re.compile(
    r"^未经(?P<leave>批准|许可|同意|审批|授权)[，,]?(?P<who>任何.+?)?(?:一律)?(?:不得|不准|严禁|禁止)(?:擅自)?(?P<act>.+)$"
)
_BOTH = re.compile(r"^既要(?P<one>.+?)[，,]?(?:又|也|更)要(?P<two>.+)$")


def asked(text: str) -> str | None:
    """The clause in English if it begins so and the rest is certain."""
    for pattern, reader in _FORMS:
        if found := pattern.match(text):
            return reader(found)
    return None


def _done(text: str) -> str | None:
    entries = words_of(text)
    return verb_phrase(entries) if entries else None


def _please(found: re.Match[str]) -> str | None:
    """``请提前预约`` "please …", ``请居民提前预约`` "residents are asked to …"."""
    if reading := _done(found[1]):
        return f"please {plain(reading)}" if reading.count(", ") == 0 or reading.startswith(MARK) else None
    return _of_somebody(words_of(found[1]), "{who} {be} asked to {act}")


def _wished(found: re.Match[str]) -> str | None:
    return _of_somebody(words_of(found[1]), "it is hoped that {who} will {act}")


def _of_somebody(entries: Words, form: str) -> str | None:
    """Who is named first and does what follows; None where two readings are left."""
    said = []
    for end in range(1, len(entries)):
        if entries[end - 1].tag != "o" or is_about(entries[end], entries[end:]) or entries[end].tag in {"o", "n", "k"}:
            continue
        who, reading = noun_phrase(entries[:end]), verb_phrase(entries[end:])
        if who and reading and (is_plural(who) or who == "everyone") and ", " not in reading.partition(MARK)[0]:
            act = re.sub(r"\bone's\b", "their", plain(reading))
            said.append(form.format(who=who, be="is" if who == "everyone" else "are", act=act))
    return said[0] if len(said) == 1 else None


def _by_nobody(found: re.Match[str]) -> str | None:
    act = not_doing(words_of(found["act"]))
    who = _NONE.get(found["who"]) or f"no {'unit' if found['who'].startswith('单位') else 'organisation'} or individual"
    return f"{who} may {act}" if act else None


def _without(found: re.Match[str]) -> str | None:
    """``未经批准不得占用耕地`` "do not occupy farmland without approval"."""
    leave = f"without {LEAVE[found['leave']]}"
    if found["who"]:
        nobody = _NOBODY.match(f"{found['who']}不得{found['act']}")
        said = _by_nobody(nobody) if nobody else None
        return f"{said} {leave}" if said else None
    act = not_doing(words_of(found["act"]))
    return f"do not {act} {leave}" if act else None


def _both(found: re.Match[str]) -> str | None:
    one, two = _done(found["one"]), _done(found["two"])
    if one is None or two is None or f" and {MARK}" in one or ", " in one:
        return None
    return f"{plain(one)} and also {plain(two)}"


_HANDS = re.compile(r"^(?:要)?(?:坚持)?一手抓(?P<one>[^、，,]+)[、，,]一手抓(?P<two>[^、，,]+)$")


def _with_both_hands(found: re.Match[str]) -> str | None:
    """``一手抓 A、一手抓 B`` "work on both A and B"."""
    said = [noun_phrase(words_of(what)) for what in found.group("one", "two")]
    return f"work on both {said[0]} and {said[1]}" if all(said) else None


_FORMS = (
    (_PLEASE, _please),
    (_WISH, _wished),
    (_NOBODY, _by_nobody),
    (_WITHOUT, _without),
    (_BOTH, _both),
    (_HANDS, _with_both_hands),
)

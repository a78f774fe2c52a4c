"""What a verb takes beyond a plain noun phrase: nouns with a verb in front of their 的."""

from __future__ import annotations

from digest.translate.officialese.nouns.phrase import noun_phrase, noun_phrase_of
from digest.translate.officialese.nouns.row import said_by
from digest.translate.officialese.verbs import Reader
from digest.translate.officialese.verbs.attributes import (
    changes,
    first_de,
    having_as,
    in_the_role,
    in_which,
    last_de,
    meaning,
    means_for,
    named_by,
    never,
    summed_up,
    within,
    worth_building,
)
from digest.translate.officialese.verbs.doubts import STARTS
from digest.translate.officialese.verbs.receiving import doer
from digest.translate.officialese.words.lexicon import Entry, Words, kind, section
from digest.translate.officialese.words.morphology import (
    MARK,
    gerund,
    is_plural,
    one_of,
    parted,
    participle,
    present,
    with_quality,
)
from digest.translate.officialese.words.tags import ADVERBS, LINKS, NOUNS, QUALITIES

#: a longer "of" after a place cannot be read
_MOST_OF = 2


#: what sums up deeds: 佩戴口罩、测量体温等措施
_OF_DEEDS = ("措施", "方式", "手段", "办法", "形式")


def _such_as(entries: Words, verb_phrase: Reader) -> str | None:
    """``佩戴口罩、测量体温等措施`` "measures such as wearing masks and taking temperatures"."""
    if len(entries) < 3 or entries[-2].tag != "etc" or not entries[-1].zh.endswith(_OF_DEEDS):
        return None
    acts = verb_phrase(entries[:-2]) if entries[0].tag in STARTS else None
    return f"{entries[-1].en} such as {gerund(acts)}" if acts and acts.startswith(MARK) else None


def described(entries: Words, verb_phrase: Reader) -> str | None:
    """A noun with a description that is no plain attribute, or None."""
    if len(entries) < 2:
        return None
    for pattern in (
        _done_by,
        _satisfying,
        _having,
        _that,
        changes,
        never,
        worth_building,
        named_by,
        in_the_role,
        located,
        means_for,
    ):
        if said := pattern(entries):
            return said
    if said := doer(entries, verb_phrase) or _such_as(entries, verb_phrase):
        return said

    def doing(words: Words) -> str | None:
        reading = verb_phrase(words) if words[0].tag in STARTS | ADVERBS else None
        named = words[0].noun if len(words) == 1 and words[0].tag == "p" else ""  # 齐抓共管
        return named or noun_phrase(words) or (gerund(reading) if reading else None)

    said = with_purpose(entries, verb_phrase) or _said_on(entries, verb_phrase)
    for reader in (meaning, summed_up, within, having_as):
        said = said or reader(entries, doing)
    return said


def located(entries: Words) -> str | None:
    """``全市经济发展`` "economic development across the city", ``当前工作`` "current work"."""
    places = section("heads.txt", "where")
    found: list[str] = []
    rest = entries
    while len(rest) > 1 and (where := _where(rest[0], places)):
        found.append(where)
        rest = rest[2:] if rest[0].tag == "d" and rest[1].tag == "de" else rest[1:]
    if not found or rest[0].tag not in NOUNS | QUALITIES or (entries[0].zh == "全国" and rest[0].tag in QUALITIES):
        return None  # 全国重要的基地: important to the country
    about = noun_phrase(rest)
    if about is None or about.count(" of ") > _MOST_OF or any(where.rpartition(" ")[2] in about for where in found):
        return None
    for where in reversed(found):
        near = with_quality if rest[0].tag == "o" else _qualified
        about = near(where[1:], about) if where.startswith("=") else f"{about} {where}"
    return about


def _qualified(quality: str, about: str) -> str:
    """``当前形势的复杂性`` "the complexity of the current situation": what Chinese names first is current."""
    if about.startswith("all "):
        return f"all {quality} {about.removeprefix('all ')}"
    head, of, rest = about.partition(" of ")
    return f"{head} of {with_quality(quality, rest)}" if of else with_quality(quality, about)


def _where(entry: Entry, places: dict[str, str]) -> str | None:
    """What a place or a time says behind a noun; "=" before what it says in front."""
    named = entry.tag == "n" and entry.en.istitle() and " " not in entry.en
    if entry.tag == "d" and (entry.en.startswith("in 2") or entry.zh.endswith(("下", "时期"))):
        return entry.en  # 新形势下|统战工作
    return places.get(entry.zh) or (f"in {entry.en}" if named else None)


#: what somebody did: 浪费粮食的行为, 违反纪律的案例
_CASES = frozenset({"案件", "案例", "事例", "典型案例"})
_ACTS = frozenset({"行为", "做法", "事件", "违法行为"}) | _CASES


def _says_what_it_does(verb: Entry, head: Entry) -> bool:
    """A verb whose subject, or whose deed, is the noun behind 的."""
    wrong = verb.zh in section("heads.txt", "wrongs") and head.zh in _ACTS and "{}" not in verb.en
    return wrong or verb.zh in section("heads.txt", "that")


def _that(entries: Words) -> str | None:
    """``制约发展的突出问题`` "prominent problems that hold back development"."""
    cut = last_de(entries)
    if cut < 2 or not _says_what_it_does(entries[0], entries[-1]):
        return None
    what, about = noun_phrase(entries[cut + 1 :]), noun_phrase(entries[1:cut])
    if what is None or about is None or " of " in what:
        return None
    if entries[-1].zh in _CASES and entries[0].zh in section("heads.txt", "wrongs"):
        return f"{what} of {gerund(entries[0].en)} {about}"
    return f"{what} that {present(entries[0].en, plural=is_plural(what))} {about}"


def done_to(entries: Words) -> str | None:
    """``灾害造成的损失`` "losses caused by disasters"."""
    cut = last_de(entries)
    form = section("heads.txt", "by").get(entries[cut - 1].zh) if cut > 1 else None
    what, whose = (noun_phrase(entries[cut + 1 :]), noun_phrase(entries[: cut - 1])) if form else (None, None)
    if not form or not what or not whose or " of " in what:
        return None
    if entries[0].zh == "年初":
        form = form.replace(" by", " at")  # 年初确定的任务
    return f"{what} {form.replace('achieved', 'made') if 'achieve' in what else form} {whose}"


def _said_on(entries: Words, verb_phrase: Reader) -> str | None:
    """``党中央关于推进改革的部署`` "the plans of the Party Central Committee on advancing reform"."""
    at = next((i for i, e in enumerate(entries) if i and e.zh in {"关于", "对"}), 0)
    cut = last_de(entries)
    whole = cut or len(entries) - 1
    if not at or whole - at < 2 or entries[at - 1].tag not in NOUNS:
        return None
    if entries[at].zh == "对" and not (cut and entries[-1].zh.endswith(("部署", "要求", "论述", "精神", "安排"))):
        return None
    if not cut and entries[-1].zh not in kind("said-on"):
        return None
    who, said = noun_phrase(entries[:at]), noun_phrase(entries[cut + 1 :] if cut else entries[-1:])
    about = entries[at + 1 : whole]
    on = noun_phrase(about)
    reading = verb_phrase(about) if on is None and about[0].tag in STARTS | ADVERBS else None
    if who is None or said is None or any(e.tag in LINKS for e in entries[whole:]):
        return None
    if reading:
        on = gerund(reading)
    by = said_by(said, entries[0]) if at == 1 else f"{said} of {who}"
    return f"{by} on {on}" if on else None


def _satisfying(entries: Words) -> str | None:
    """``群众满意的服务`` "services that satisfy residents"."""
    cut = first_de(entries)
    whom = "".join(entry.zh for entry in entries[:cut])
    if not cut or not whom.endswith("满意"):
        return None
    who, what = noun_phrase_of(whom.removesuffix("满意")), noun_phrase(entries[cut + 1 :])
    return f"{what} that {present(f'{MARK}satisfy', plural=is_plural(what))} {who}" if who and what else None


def _done_by(entries: Words) -> str | None:
    """``各方面提出的意见`` "opinions proposed by all parties"."""
    cut = first_de(entries)
    purposes = section("heads.txt", "purpose")
    if not 2 <= cut < len(entries) - 1 or entries[cut - 1].tag != "v" or "{}" in entries[cut - 1].en:
        return None
    if entries[cut - 2].tag != "o" or any(e.tag in NOUNS for e in entries[: cut - 2]) or entries[-1].zh in purposes:
        return None
    who, what = noun_phrase(entries[: cut - 1]), noun_phrase(entries[cut + 1 :])
    if who and what and entries[cut - 1].zh in {"关心", "关注"}:
        return f"{what} of concern to {who}"
    return f"{what} {participle(entries[cut - 1].en)} by {who}" if who and what else None


def _having(entries: Words) -> str | None:
    """``具有影响力的高地`` "high ground with influence"."""
    cut = first_de(entries)
    more = entries[0].zh in {"更具", "更有"}
    if cut < 2 or not (more or entries[0].zh in {"具有", "富有", "充满", "有", "拥有"}):
        return None
    what, held = noun_phrase(entries[cut + 1 :]), noun_phrase(entries[1:cut])
    if what is None or held is None or (more and parted(held)[0]):
        return None
    return f"{what} with {'greater ' if more else ''}{held}"


def with_purpose(entries: Words, verb_phrase: Reader) -> str | None:
    """``解决问题的能力`` "capacity to solve problems"."""
    cut = last_de(entries)
    if entries[0].zh in {"符合", "适应"}:
        what, held = noun_phrase(entries[cut + 1 :]), noun_phrase(entries[1:cut])
        return f"{what} in line with {held}" if cut and what and held else None
    if cut and (said := _that(entries)):
        return said
    plays = entries[0].tag == "n" and entries[-1].zh.endswith(("作用", "优势"))
    if cut and (entries[0].tag in {"o", "a"} or plays):
        return in_which(entries, verb_phrase) or _of_whom(entries, cut, verb_phrase)
    if not cut and entries[0].zh in section("heads.txt", "aimed").get(entries[-1].zh, "").split(" "):
        cut = len(entries) - 1  # 促进就业政策措施: without 的
        return _for_doing(entries[:cut], entries[cut:], verb_phrase)
    if not cut or entries[0].tag not in STARTS | ADVERBS or len(entries) - cut > 5:
        return None
    return _for_doing(entries[:cut], entries[cut + 1 :], verb_phrase)


def _for_doing(act: Words, nouns: Words, verb_phrase: Reader) -> str | None:
    """Nouns and what they are for: "policies for promoting employment"."""
    link = _joint(nouns) if nouns else None
    noun = noun_phrase(nouns)
    reading = verb_phrase(act) if link and noun else None
    if reading is None or "; " in reading:
        return None
    if noun and link == "of" and nouns[-1].zh.endswith("目标"):
        noun = f"the {one_of(noun.removeprefix('the '))}"
    return f"{noun} to {reading.replace(MARK, '')}" if link == "to" else f"{noun} {link} {gerund(reading)}"


def _joint(nouns: Words) -> str | None:
    """What joins a purpose to its nouns, where it is the same for all of them: 责任感、紧迫感."""
    purposes = section("heads.txt", "purpose")
    link = purposes.get(nouns[-1].zh)
    members = [noun.zh for noun, after in zip(nouns, (*nouns[1:], None), strict=True) if after and after.tag in LINKS]
    return link if all(purposes.get(member) == link for member in members) else None


def _of_whom(entries: Words, cut: int, verb_phrase: Reader) -> str | None:
    """``群众参与治理的积极性`` "initiative of residents for taking part in governance"."""
    link = section("heads.txt", "purpose").get(entries[-1].zh)
    noun = noun_phrase(entries[cut + 1 :]) if link else None
    for end in range(1, cut - 1) if noun else ():
        acts = entries[end - 1].tag == "o" or (entries[0].tag == "n" and entries[end].tag in {"v", "vp"})
        if acts and entries[end - 1].tag in NOUNS and entries[end].tag in STARTS:
            who, reading = noun_phrase(entries[:end]), verb_phrase(entries[end:cut])
            if who and reading:
                doing_it = f"to {reading.replace(MARK, '')}" if link == "to" else f"{link} {gerund(reading)}"
                return f"{noun} of {who} {doing_it.removeprefix('of ')}"
    return None

"""What Chinese puts before the verb and English behind it: 把 X V, 以 X 为 Y, 为 X 提供 Y, 在 X 上下功夫."""

from __future__ import annotations

import re

from digest.translate.officialese.nouns.compound import never_first
from digest.translate.officialese.verbs import Reader
from digest.translate.officialese.verbs.adverbs import adverbs_from
from digest.translate.officialese.verbs.doubts import is_cause, is_light, lays_no_ground
from digest.translate.officialese.verbs.grasping import grasped
from digest.translate.officialese.verbs.keeping import combined, with_each_other
from digest.translate.officialese.verbs.places import IN, WHILE, against, at_place, behind, is_bare, is_doing, placed
from digest.translate.officialese.verbs.targets import ON, targeted
from digest.translate.officialese.words.lexicon import Entry, Words, cut, kind, section, words
from digest.translate.officialese.words.morphology import MARK, article, created, is_plural, one_of_many
from digest.translate.officialese.words.tags import ADVERBS, LINKS, NOUNS, VERBAL, adverb

#: what is set for something: 对 X 提出要求
_SETTING = frozenset({"提出", "作出", "做出"})
#: 与 X before a verb, and the ends of what is done with somebody
_TOGETHER = frozenset({"与", "同"})
#: 向 X V
_TOWARDS = {"学习": "learn from {}", "看齐": "follow the lead of {}", "汇报": "report to {}", "报告": "report to {}"}
_TOWARDS |= {"反馈": "give feedback to {}"}
_AFTER = {"为": "for", "给": "to", "向": "to"}


def fronted(entries: Words, thing: Reader, doing: Reader, verb_phrase: Reader) -> str | None:
    """A verb phrase that begins with 把 or a preposition; ``thing``, ``doing`` and ``verb_phrase`` read its parts."""
    word, rest = entries[0], entries[1:]
    if word.zh == "向" and len(rest) > 1 and (form := _TOWARDS.get(rest[-1].zh)):
        whom = thing(rest[:-1])
        return MARK + form.format(whom) if whom else None
    if word.zh in _TOGETHER:
        return _together(rest, thing, verb_phrase)
    if word.tag == "prep" and word.zh == "以":
        return _as(rest, doing, verb_phrase)
    if word.zh in ON:
        return _set_for(word, rest, thing, doing) or targeted(rest, thing, verb_phrase)
    return _bound(rest, thing, doing) or _moved(word, rest, thing, doing) or _placed(word, rest, doing, verb_phrase)


def _moved(word: Entry, rest: Words, thing: Reader, doing: Reader) -> str | None:
    """``把 X V``, ``为 X 提供 Y``: what it is done to, and for whom."""
    if word.tag == "ba" and (said := grasped(rest, thing) or _object(rest, thing)):
        return said
    return _for(word, rest, thing, doing) if word.zh in _AFTER else None


def _set_for(word: Entry, rest: Words, thing: Reader, doing: Reader) -> str | None:
    """``对 X 提出要求``: what is set for it."""
    return _for(word, rest, thing, doing) if any(e.zh in _SETTING for e in rest) else None


def _together(rest: Words, thing: Reader, verb_phrase: Reader) -> str | None:
    """``与企业加强合作`` "strengthen cooperation with companies"."""
    if not rest or not rest[-1].zh.endswith(kind("done-together")):
        return None
    for end in range(1, len(rest)):
        if rest[end - 1].tag in NOUNS and rest[end].tag in {"v", "vp", "vi"} | ADVERBS:
            whom, reading = thing(rest[:end]), verb_phrase(rest[end:])
            if whom and reading:
                return f"{reading} with {whom}"
    return None


def _bound(rest: Words, thing: Reader, doing: Reader) -> str | None:
    """A predicate that holds the place of X: ``X 放在首位`` "put X first", ``X 作为 Y`` "treat X as Y"."""
    into = section("heads.txt", "bound")
    at = next((i for i, e in enumerate(rest) if e.tag in {"b", "b2"} or (e.zh in into and i)), 0)
    if not at or (rest[at].zh == "作为" and rest[at - 1].zh == "担当"):
        return None
    start = adverbs_from(rest, at)
    adverbs = [adverb(e) for e in rest[start:at]]
    if any(" " in said for said in adverbs):
        return None
    if journey := _on_the_journey(rest, at, doing):
        return journey
    if rest[-1].zh == "来抓":
        rest = rest[:-1]  # 作为头等大事来抓
    first, bound, after = doing(rest[:start]) or _with_another(rest[:start], rest[at], doing), rest[at], rest[at + 1 :]
    takes = bound.tag != "b"
    form, first = _throughout(MARK + into[bound.zh] if bound.zh in into else bound.en, first or "")
    if not first or takes != bool(after):
        return None
    if after and after[-1].tag == "loc":
        after = after[:-1]
    second = (
        (thing if " into " in into.get(bound.zh, bound.en) or bound.zh == "作为" else doing)(after) if takes else ""
    )
    if second is None:
        return None
    if bound.zh == "作为" and " of " not in after[-1].en and (is_doing(first) or not is_plural(first)):
        what, now, when = second.partition(" now and ")
        second = f"{one_of_many(what)}{now}{when}"  # 把培训作为重要举措
    if bound.zh.endswith("结合起来"):
        first = with_each_other(rest[:start], doing) or combined(first)
    return " ".join([*adverbs, form.format(first, second) if takes else form.format(first)])


def _throughout(form: str, first: str) -> tuple[str, str]:
    """``把坚持绿色发展贯穿全过程`` "keep to green development throughout"; no other deed is applied."""
    if not form.startswith(f"{MARK}apply ") or not is_doing(first):
        return form, first
    kept = first.removeprefix("keeping to ")
    return form.replace("apply", "keep to"), "" if kept == first else kept


def _on_the_journey(rest: Words, at: int, doing: Reader) -> str | None:
    """``在建设强国的新征程|上展现新作为``: the end of the place is in the predicate."""
    opens = rest[at].zh.startswith("上") and rest[at - 1].zh == "新征程"
    where = placed((*rest[:at], Entry(zh="上", tag="loc")), doing) if opens else None
    return rest[at].en.replace("in {}", where) if where else None


def _with_another(both: Words, bound: Entry, doing: Reader) -> str | None:
    """``A 同 B (结合起来)`` "(combine) A with B"."""
    at = next((i for i, e in enumerate(both) if i and e.zh == "同"), 0)
    if not at or at == len(both) - 1 or not bound.zh.endswith(("结合起来", "统一起来", "贯通起来", "相结合")):
        return None
    one, other = doing(both[:at]), doing(both[at + 1 :])
    return f"{one} with {other}" if one and other else None


def _object(rest: Words, thing: Reader) -> str | None:
    """``把 X 认真落实``: the verb comes last in Chinese and first in English."""
    if len(rest) > 2 and rest[-1].zh == "好":
        rest = rest[:-1]
    if len(rest) < 2 or (rest[0].tag in VERBAL and never_first(rest[0])):
        return None  # 将深化探索: no object, it will be done
    if rest[-1].tag not in {"v", "vp"} or "{}" in rest[-1].en:
        return None
    end = adverbs_from(rest, len(rest) - 1)
    adverbs = [adverb(e) for e in rest[end:-1]]
    if any(" " in said for said in adverbs):
        return None
    what = thing(rest[:end])
    return " ".join([*adverbs, rest[-1].en, what]) if what else None


def _as(rest: Words, thing: Reader, verb_phrase: Reader) -> str | None:
    """``以 X 为 Y`` "take X as Y", ``以 X 为 Y VP`` "with X as Y, VP", ``以 X VP`` "with X, VP"."""
    roles = section("heads.txt", "roles")
    at = next((i for i, e in enumerate(rest) if e.zh in {"为", "作为"}), 0)
    if at:
        what = thing(rest[:at])
        for end in range(len(rest), at, -1) if what else ():
            role = roles.get(rest[end - 1].zh)
            named = (thing(rest[at + 1 : end - 1]) or "") if end - at > 2 else None
            if role is None or named == "":
                continue
            as_ = f"the {named.removeprefix('the ')} {role.removeprefix('the ')}" if named else role
            if end == len(rest):
                return f"{MARK}take {what} as {as_}"
            reading = verb_phrase(rest[end:])
            if reading:
                return f"with {what} as {as_}, {reading}"
        return _as_for(rest, at, thing)
    if rest and rest[0].tag in VERBAL | {"va"} and any(e.tag == "de" for e in rest):
        return None  # 以推动发展的新成效检验成果: the driving is of the results
    if rest and rest[0].tag in VERBAL | {"va"}:
        led = _led("by {}", rest, thing, verb_phrase)
        return led if led is None or is_doing(led.removeprefix("by ")) else _as_means(rest, thing, verb_phrase)
    return _manner(rest, thing, verb_phrase) or _as_means(rest, thing, verb_phrase)


#: what carries or secures something else, as a noun or as a verb
CARRIES = ("支撑", "保障", "引领", "护航", "赋能")


def _carrying(rest: Words) -> Words:
    """``以项目支撑|增长``, ``以作风|保障工作|落实``: the verb, which with what stands beside it is a noun elsewhere."""
    if (led := _LED.match(rest[0].zh)) and (what := cut(led[2])):
        leads = Entry(zh="引领", tag="v", en=MARK + _CARRY["引领"])
        return (words()[led[1]], leads, *what, *rest[1:])  # 以党建引领乡村治理
    for at, entry in enumerate(rest[:-1]):
        after, verb, known = rest[at + 1 :], entry.zh[-2:], words()
        before = known.get(entry.zh[:-2]) if entry.zh[:-2] else rest[at - 1] if at else None
        plain = all(e.tag in NOUNS | LINKS | {"a"} or e is rest[-1] for e in after)
        if entry.zh == "保障工作" and at and known["保障"].tag in VERBAL:
            return (*rest[:at], known["保障"], known["工作"], *after)
        if verb in CARRIES and entry.tag in NOUNS and before and before.tag in NOUNS and plain:
            said = Entry(zh=verb, tag="v", en=MARK + _CARRY[verb])
            return (*rest[:at], *((before,) if entry.zh[:-2] else ()), said, *after)
    return rest


_LED = re.compile("(党建)引领(.+)")
_CARRY = {"支撑": "support", "保障": "safeguard", "引领": "lead", "护航": "safeguard", "赋能": "strengthen"}


def _as_means(rest: Words, thing: Reader, verb_phrase: Reader) -> str | None:
    """``以新成效推动发展`` "use new results to drive development"."""
    rest = _carrying(rest)
    return _led(f"{MARK}use {{}} to", rest, thing, verb_phrase)


def _manner(rest: Words, thing: Reader, verb_phrase: Reader) -> str | None:
    """``以强烈的责任感 VP`` "with a strong sense of responsibility, VP"."""
    manners = section("heads.txt", "manner")
    for end in range(len(rest) - 1, 0, -1):
        how = rest[end - 1].zh
        if (how in manners or how.endswith("精神状态")) and rest[end].tag not in LINKS | NOUNS | {"de"}:
            what, reading = thing(rest[:end]), verb_phrase(rest[end:])
            return f"with {one_sense(rest[0], what)}, {reading}" if what and reading else None
    return None


def one_sense(first: Entry, what: str) -> str:
    """``强烈的责任感`` "a strong sense of responsibility" rather than "the"."""
    one = first.tag == "a" and what.startswith("the ") and " sense of " in what
    return article(what.removeprefix("the ")) if one else what


def _joint(word: Entry, verb: Entry) -> str:
    """对改革作出部署: plans for it; 为改革作出贡献: contributions to it."""
    if word.zh == "向" and verb.zh.endswith(("争取", "申请", "募集")):
        return "from"
    return "for" if word.zh == "对" else section("heads.txt", "given")[verb.zh] or _AFTER[word.zh]


def _as_for(rest: Words, at: int, thing: Reader) -> str | None:
    """``以 X 为 Y 提供 Z`` "use X to provide Z for Y", with a verb in X "by doing X, provide Z for Y"."""
    if rest[at].zh != "为" or not rest[at + 1 :]:
        return None
    what, reading = thing(rest[:at]), _for(rest[at], rest[at + 1 :], thing, thing)
    if what is None or reading is None:
        return None
    if rest[0].tag in VERBAL | {"va"}:
        return f"by {what}, {reading}" if is_doing(what) else None
    return f"{MARK}use {what} to {reading.replace(MARK, '')}"


def _for(word: Entry, rest: Words, thing: Reader, doing: Reader) -> str | None:
    """``为 X 提供 Y`` "provide Y for X"."""
    given = section("heads.txt", "given")
    at = next((i for i, e in enumerate(rest) if i and e.zh in given and e.tag in {"v", "vp", "p"}), 0)
    if at == len(rest) - 1 and rest[at].tag == "p":
        whom = doing(rest[:at]) if rest[0].tag in VERBAL | ADVERBS or rest[at - 1].tag in NOUNS else None
        return f"{rest[at].en} {given[rest[at].zh] or 'for'} {whom}" if whom else None
    if not at or at == len(rest) - 1 or rest[at].tag == "p":
        return None
    start = at - (rest[at - 1].tag in ADVERBS)
    if start < 1 or (start < at and " " in adverb(rest[start])):
        return None
    whom, what = doing(rest[:start]), thing(rest[at + 1 :])
    if whom is None or what is None or " for " in what:
        return None
    if lays_no_ground(rest[at], rest[at + 1 :]):
        return None
    if rest[at].zh in section("heads.txt", "creating"):
        what = created(what)
    before = f"{adverb(rest[start])} " if start < at else ""
    joint = "on" if what.endswith(("opinions", "suggestions")) else _joint(word, rest[at])
    verb = rest[at].en.replace("propose", "set") if what.endswith("requirements") else rest[at].en
    return f"{before}{verb} {what} {joint} {whom}"


def _placed(word: Entry, rest: Words, thing: Reader, verb_phrase: Reader) -> str | None:
    """A preposition with its noun in front: "through X, VP"."""
    form = f"{word.en} {{}}" if word.en else ""
    if word.zh == "为" and rest and rest[0].tag in VERBAL | ADVERBS | {"va", "vs", "ba"}:
        return _aimed(rest, verb_phrase)
    if word.zh == "为" and rest[1:] and rest[1].tag in ADVERBS:
        return None  # 为全市更好发展建言: the whole of it is the aim
    if word.zh in _AFTER and any(e.zh in section("heads.txt", "given") and e.tag in {"v", "vp"} for e in rest[1:]):
        return None  # 为全市追赶超越注入动力: given to what is not understood
    if word.zh == "在":
        return _in_place(rest, thing, verb_phrase)
    if word.zh == "针对":
        form = f"{against(rest, verb_phrase)} {{}}"
    return _led(form, rest, thing, verb_phrase) if form else None


def _in_place(rest: Words, thing: Reader, verb_phrase: Reader) -> str | None:
    """``在实践中 VP`` "in practice, VP", ``在改革上 VP`` "VP in reform"."""
    at = next((i for i, e in enumerate(rest) if i and (e.zh in IN or e.zh in WHILE)), 0)
    where = placed(rest[: at + 1], thing) if at else None
    reading = verb_phrase(rest[at + 1 :]) if where else None
    if not where or not reading:
        return at_place(rest, thing, verb_phrase)
    short = (", " not in reading and " in " not in reading) or is_bare(rest[at + 1 :])
    if rest[at].zh == "上" and short:
        about = where.removeprefix(IN["上"].format(""))
        return f"{reading} {about}" if about.startswith(("on ", "at ")) else f"{reading} in {about}"
    return behind(rest[at].zh, where, reading) or f"{where}, {reading}"


def _aimed(rest: Words, verb_phrase: Reader) -> str | None:
    """``为推进 X VP`` "to push forward X, VP"."""
    for end in range(len(rest) - 1, 1, -1):
        last = end == len(rest) - 1 and rest[end].noun and not never_first(rest[end])  # 为推进示范区|建设
        last = last and not rest[end].zh.endswith("奋斗")
        if rest[end].tag in VERBAL and rest[end - 1].tag not in LINKS and not last:
            aim, reading = verb_phrase(rest[:end]), verb_phrase(rest[end:])
            if aim and reading:
                return f"to {aim.replace(MARK, '')}, {reading}"
    return None


def _may_break(rest: Words, end: int) -> bool:
    """The verb at ``end`` may be that of the clause; verbs side by side are mostly nouns."""
    before, verb, after = rest[end - 1], rest[end], rest[end + 1 :]
    if before.tag not in (NOUNS - {"o"}) | VERBAL | {"etc"} or verb.tag in LINKS | {"de", "etc"} | NOUNS:
        return False  # 围绕党委贯彻部署: the verb is theirs
    named = verb.tag in VERBAL and bool(verb.noun) and bool(after)
    owns = named and not is_light(verb) and after[0].tag == "p"  # 围绕优化设施布局|建言献策: no layout of suggestions
    if owns or (named and not never_first(verb) and len(after) > 1 and after[0].tag in {"v", "vp"}):
        return False  # 为强国建设|提供支持: the verb is a noun
    if verb.tag not in VERBAL:
        return end > 1 or before.tag not in VERBAL
    if len(after) == 1 and verb.noun and after[0].zh in {"工作", "需要"}:
        return False  # 通过理论研究工作: work on studies, not "study work"
    if before.tag in VERBAL:  # 结合制定实施规划, 针对检查反映的问题, 以全球视野谋划创新
        return end > 1 and bool(after) and all("的" not in entry.zh for entry in after)
    return True


def _led(form: str, rest: Words, thing: Reader, verb_phrase: Reader) -> str | None:
    """The longest noun phrase that leaves a verb phrase."""
    if rest and form.startswith(("in line", "according")) and rest[-1].zh in section("heads.txt", "plans"):
        return None  # 按照党委扩大会议部署: the verb belongs to the plan
    found = None
    for end in range(1, len(rest)):
        verb = rest[end]
        short = end == 1 and len(rest[0].zh) == 2 and verb.tag in {"v", "vp"} and verb.noun and not never_first(verb)
        if not _may_break(rest, end) or (short and form.endswith(" to") and not is_cause(verb)):
            continue  # 以过程|管控
        if found and end == len(rest) - 1 and rest[end - 1].tag in VERBAL:
            break  # 以新理念引领|发展: what is led
        what = thing(rest[:end])
        reading = verb_phrase(rest[end:]) if what else None
        if reading:
            if found:
                return None
            if what and form == "through {}" and rest[0].tag in VERBAL | {"va"} and is_doing(what):
                form = "by {}"
            joint = " " if form.endswith(" to") else ", "
            found = f"{form.format(what)}{joint}{reading.replace(MARK, '') if joint == ' ' else reading}"
    return found

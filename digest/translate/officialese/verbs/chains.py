"""A verb and what another verb adds to it: ``研究制定 N``, ``组织 NP VP``, ``防止 NP 反弹``, ``聚焦 N 谋划 N``."""

from __future__ import annotations

import itertools
import re

from digest.translate.officialese.nouns.compound import joined, never_first
from digest.translate.officialese.nouns.phrase import noun_phrase
from digest.translate.officialese.verbs import Reader
from digest.translate.officialese.verbs.attributes import first_de
from digest.translate.officialese.verbs.doubts import LETTING, STARTS, is_about, is_cause, is_light
from digest.translate.officialese.verbs.states import achieves, states
from digest.translate.officialese.words.idioms import taking
from digest.translate.officialese.words.lexicon import Entry, Words, kind, section, words
from digest.translate.officialese.words.morphology import MARK, gerund, is_plural, mark
from digest.translate.officialese.words.tags import LINKS, NOUNS, QUALITIES

#: what 防止 X may end in, which English leaves out
HAPPENS = frozenset({"发生", "出现"})


#: a verb whose object stands before what is only its manner
_IN_DEPTH = re.compile(
    rf"^(?:[a-z]+ly )?{MARK}(?!put|turn|bring|take|make|keep|give|hold|set|do)[a-z]+(?: out)? \{{\}} (?!to )[a-z ]+$"
)


#: 追究 X 责任, before and behind what X is held to
_ACCOUNT = {
    "追究": ("hold", ""),
    "依法追究": ("hold", " by law"),
    "依法依规追究": ("hold", " by law and regulation"),
    "严肃追究": ("strictly hold", ""),
    "从严追究": ("strictly hold", ""),
}


#: what is done to a system, which is of all that stands before it
_SETS_UP = ("健全", "完善", "建立", "构建")


def serial(verb: Entry, rest: Words, thing: Reader, verb_phrase: Reader) -> str | None:
    """``聚焦 N 谋划 N`` "focus on N and plan N", ``V N 确保 …`` "V N and ensure that …"."""
    if verb.zh.endswith("采取"):
        return _with_measures(verb, rest, thing, verb_phrase)
    return _serial(verb, rest, thing, verb_phrase)


def _serial(verb: Entry, rest: Words, thing: Reader, verb_phrase: Reader) -> str | None:
    found = None
    held = verb.zh.startswith("站稳") and any(entry.tag == "de" for entry in rest)  # 站稳坚持原则的立场
    on = verb.en.endswith((" on", " to", " from")) and not held
    if rest[0].tag in STARTS and on and (reading := verb_phrase(rest)):
        return f"{verb.en} {gerund(reading)}"
    if any(entry.tag == "de" for entry in rest):
        return None  # 找准强化功能的着力点: a verb before 的 begins no phrase of its own
    for end in range(1, len(rest)):
        after = rest[end]
        says_on = verb.zh in section("heads.txt", "serial") and after.tag in STARTS - {"vi"}
        if after.tag != "vs" and not says_on and not _goes_on(verb, rest[end - 1], after):
            continue
        if rest[end - 1].tag in LINKS:
            continue
        ways = end == len(rest) - 2 and rest[-1].zh in kind("ways-of-doing")
        if ways or (verb.zh.endswith(_SETS_UP) and rest[-1].zh.endswith(kind("systems"))):
            return None  # 探索价值实现路径: ways to realise it; 健全投资促进体系: it promotes investment
        if is_about(after, rest) or (rest[end + 1 :] and rest[-1].zh == "情况"):
            return None  # 发挥支付监控平台作用: monitoring is what the platform does
        about, reading = thing(rest[:end]), verb_phrase(rest[end:])
        if about and reading:
            if found or (verb.zh.endswith("发挥") and not rest[end - 1].zh.endswith(kind("played"))):
                return None  # 发挥企业贴近市场优势: what is played is at the end
            uses = verb.zh.endswith(("用", "依靠")) and reading.startswith(MARK)
            then = f"to {reading.replace(MARK, '')}" if uses else f"and {reading}"
            found = f"{taking(verb.en.replace('make use of', 'use') if uses else verb.en, about)} {then}"
    return found


def _with_measures(verb: Entry, rest: Words, thing: Reader, verb_phrase: Reader) -> str | None:
    """``采取有效措施防止滑坡`` "take effective measures to prevent landslides"."""
    end = next((i + 1 for i, entry in enumerate(rest) if entry.zh.endswith(("措施", "办法", "手段", "方式"))), 0)
    what, aim = (thing(rest[:end]), verb_phrase(rest[end:])) if end and rest[end:] else (None, None)
    if not what or not aim or not aim.startswith(MARK):
        return None
    taken = verb.en.replace("take", "adopt") if rest[end - 1].zh.endswith("方式") else verb.en
    return f"{taken} {what} to {aim.replace(MARK, '')}"


def summed(verb: Entry, rest: Words, thing: Reader, verb_phrase: Reader) -> str | None:
    """A verb whose last word is of all that stands between, empty where no English fits, None where there is none.

    ``抓好扩大内需、改善民生各项工作``, ``聚焦推动发展不动摇``, ``追究企业责任``.
    """
    last, before = rest[-1].zh, rest[:-1]
    if last == "到位" and not before:
        return _in_full(verb)
    if last == "到位" and verb.tag == "v" and not is_cause(verb):
        return ""  # 落实主体责任到位: it is done fully, nothing is completed
    if last == "不动摇" and before:
        kept = verb_phrase((verb, *before))
        return f"{kept} without wavering" if kept else ""
    if last == "各项工作" and rest[0].tag in STARTS and any(e.tag == "c" for e in before):
        acts = verb_phrase(before) if verb.en.endswith((" on", " of")) else None
        return f"{verb.en} all aspects of {gerund(acts)}" if acts else ""
    return _held_to_account(verb, rest, thing)


def _held_to_account(verb: Entry, rest: Words, thing: Reader) -> str | None:
    """``追究企业的责任`` "hold companies to account", ``追究刑事责任`` "hold those responsible criminally liable"."""
    form, table = _ACCOUNT.get(verb.zh), section("heads.txt", "held")
    size = next((size for size in (2, 1) if "".join(e.zh for e in rest[-size:]) in table), 0)
    if form is None or not size:
        return None
    held, whose = table["".join(e.zh for e in rest[-size:])], rest[:-size]
    if whose and whose[-1].tag == "de":
        whose = whose[:-1]
    whom = thing(whose) if whose else "those responsible"
    return f"{mark(f'{form[0]} {whom} {held}', both=False)}{form[1]}" if whom else ""


def _in_full(verb: Entry) -> str:
    """``限期整改到位`` "complete rectification within the time limit": how far it is done, never what is done."""
    if not verb.zh.endswith("整改"):
        return ""
    when = verb.en.partition("{}")[2].replace(" a time limit", " the time limit")
    return f"{MARK}complete rectification{when}"


def _goes_on(verb: Entry, before: Entry, after: Entry) -> bool:
    """``深化改革促进发展``: a verb that is never an attribute, behind the object of one that needs nothing more."""
    plain_verb = verb.tag == "v" and not is_cause(verb) and verb.zh[-2:] not in {"组织", "鼓励", "协调"}
    whole = before.tag in {"n", "k"} or (bool(before.noun) and is_light(verb))
    return plain_verb and whole and after.tag in {"v", "vp"} and after.zh in kind("further")


def is_fought(verb: Entry, second: Entry) -> bool:
    """打击|销售, not 打击|整治: the second verb is what the first acts against."""
    against = section("heads.txt", "against")
    return against.get(verb.zh[-2:]) == "first" and second.zh[-2:] not in against


def chained(verb: Entry, rest: Words, thing: Reader) -> str | None:
    """``研究制定 N``, ``谋划和推进 N``: two verbs with one object, unless the second is a noun in the object."""
    linked = rest[0].tag in LINKS
    if len(rest) < 2 or rest[linked].tag not in {"v", "vp"}:
        return None
    second, after = rest[linked], rest[linked + 1 :]
    if second.zh in section("heads.txt", "wrongs") or (not linked and is_fought(verb, second)):
        return None  # 查处违反纪律问题 is about breaches
    if linked and verb.zh.endswith("参与") and not second.zh.endswith(("支持", "推动", "监督", "服务")):
        return None  # 主动参与、强化担当
    after = after[1:] if after and after[0].zh == "好" else after
    if len(after) > 1 and after[-1].zh == "工作" and verb.zh[-2:] in section("heads.txt", "against"):
        after = after[:-1]  # 打击治理诈骗犯罪工作
    if _seeks_means(second, after):
        return None
    if not _is_pair(verb, second, rest) and ("{}" in second.en or not _shares_object(verb, second, rest)):
        return None
    if len(after) > 1 and after[-1].zh in HAPPENS and second.zh in section("heads.txt", "prevent"):
        after = after[:-1]
    about = thing(after)
    return _both(verb, second, about) if about else None


def _both(verb: Entry, second: Entry, about: str) -> str | None:
    """Two verbs with one object where English puts it: "study and grasp it in depth", "find and stop it"."""
    if verb.en.endswith((" of", " discussions on")) or (
        "{}" in verb.en and ("{}" in second.en or not _IN_DEPTH.search(verb.en))
    ):
        return None
    also = gerund(second.en) if verb.en.startswith(f"{MARK}keep ") else second.en
    if "{}" in second.en:
        return f"{verb.en} {about} and {also.format('them' if is_plural(about) else 'it')}"
    if verb.en.endswith(" {} in depth"):  # said far behind a long object, it would be of the object
        return f"thoroughly {verb.en.removesuffix(' {} in depth')} and {also} {about}"
    several = f" and {MARK}"
    if several in verb.en and "{}" not in verb.en:  # 保护传承|利用: three verbs
        return f"{verb.en.replace(several, f', {MARK}')} and {also} {about}"
    return verb.en.replace("{}", f"and {also} {about}") if "{}" in verb.en else f"{verb.en} and {also} {about}"


def _seeks_means(second: Entry, after: Words) -> bool:
    """研究|解决措施: the measures solve, they are not solved."""
    return second.zh in kind("solved") and len(after) == 1 and after[0].zh in kind("solutions")


_PAIR = 2
_KEEPS = re.compile(rf"{MARK}keep [a-z]+ing ")
_ONE_OBJECT = re.compile(rf"{MARK}[a-z]+ and (?:[a-z]+ly )?{MARK}[a-z]+ [a-z]")


def listed(said: list[str]) -> str:
    """A list of verb phrases: A and "B and C" are "A, B and C", unless B and C are said of one thing."""
    if _KEEPS.match(said[0]) and not any(_KEEPS.search(part) for part in said[1:]):
        said = [said[0], *(gerund(part) for part in said[1:])]  # 不断优化结构、提高质量
    pair = f" and {MARK}"
    flat = len(said) == _PAIR and pair in said[1] and not any(mark in said[0] for mark in (",", pair))
    if flat and not _ONE_OBJECT.search(said[1]):
        return ", ".join(said)
    verbs = pair in said[-1] or (len(said) > 1 and pair in said[-2])
    parted = verbs or (len(said) > _PAIR and any(" and " in part for part in said))
    return f"{', '.join(said[:-1])}, and {said[-1]}" if parted and len(said) > 1 else joined(said)


def _is_pair(verb: Entry, second: Entry, rest: Words) -> bool:
    """巩固拓展, 深入学习领会: verbs that are said together; in 巩固发展成果 the second may be a noun."""
    sure = second.zh[-2:] in section("heads.txt", "pairs").get(verb.zh[-2:], "").split(" ")
    whole = len(rest) > 2 or len(rest[-1].zh) > 2
    return sure and (whole or never_first(second) or not is_about(second, rest)) and not _may_own(second, rest)


def _may_own(second: Entry, rest: Words) -> bool:
    """发现培养人才的规律: the second verb and a noun may both be what stands before 的."""
    at = next((i for i, e in enumerate(rest) if e is second), 0) + 1
    cut = first_de(rest)
    return cut > at and all(e.tag in NOUNS for e in rest[at:cut])


def _shares_object(verb: Entry, second: Entry, rest: Words) -> bool:
    linked = rest[0].tag in LINKS
    chained = section("heads.txt", "chained").keys() & {verb.zh, verb.zh[-2:]}
    if (is_light(verb) and not (linked and never_first(second))) or (
        not linked and (not chained or is_about(second, rest))
    ):
        return False  # 拓宽统计公开渠道: the channels are of what the second verb says
    if rest[-1].zh.startswith("“") and second.noun:
        return False  # 打造服务“升级版”: of services
    study = section("heads.txt", "study")
    if any(entry.tag == "de" for entry in rest) and not (verb.zh[-2:] in study and second.zh[-2:] in study):
        return False  # 关注涉及立法的热点: the second verb belongs to what is before 的
    return never_first(second) or noun_phrase(rest[linked:]) is None


def _is_no_actor(entries: Words) -> bool:
    """大家对生活, 科技创新和中小企业: one of them does nothing."""
    members = [a for a, b in itertools.pairwise(entries) if b.tag in LINKS]
    return any(e.zh == "对" for e in entries) or (entries[-1].tag == "o" and any(e.tag != "o" for e in members))


def asked_to(verb: Entry, rest: Words, thing: Reader, verb_phrase: Reader) -> str | None:
    """``组织 NP VP``: organise somebody to do something."""
    if verb.tag != "vp" or [entry.tag for entry in rest[-2:-1] if rest[-1].zh == "建设"] == ["o"]:
        return None  # 支持部队建设: who builds what
    if verb.zh in {"帮助", "协助"} and rest[0].tag in {"v", "vs"} and (reading := verb_phrase(rest)):
        return f"{verb.en} {reading.replace(MARK, '')}"
    if rest[-1].zh == "整改到位":
        rest = (*rest[:-1], words()["整改"], words()["到位"])
    lets, found = verb.zh in LETTING, None
    for end in range(1, len(rest)):
        acts = rest[end - 1].tag == "o" or rest[end - 1].en.istitle()
        acts = acts or (rest[end - 1].tag in NOUNS and (lets or achieves(rest[end:])))
        if not acts or _is_no_actor(rest[:end]) or rest[end].tag in LINKS | {"de", "etc"} | NOUNS:
            continue
        somebody, reading = thing(rest[:end]), verb_phrase(rest[end:])
        if reading and ", " in reading.split(MARK)[0] and " " in reading.split(", ")[0]:
            return None  # an adverbial of several words
        if somebody and reading and (rest[end].tag != "prep" or ", " not in reading):
            if found:
                return None
            helps = verb.zh.endswith(("支持", "助力")) and verb.en.endswith("support")
            link = " " if verb.zh == "让" else " in " if helps else " to "
            acts_on = verb.en.replace("drive", "help") if verb.zh.endswith("带动") else verb.en
            found = f"{acts_on} {somebody}{link}{gerund(reading) if helps else reading.replace(MARK, '')}"
            if not lets:
                break
    return found


def prevented(verb: Entry, rest: Words, thing: Reader) -> str | None:
    """``防止 NP 反弹``: "prevent NP from rebounding"."""
    if verb.zh not in kind("preventing") or len(rest) < 2 or rest[-1].tag != "vi" or not rest[-1].en.startswith(MARK):
        return None
    about = thing(rest[:-1])
    link = " " if verb.en.endswith("against") else " from "
    return f"{verb.en} {about}{link}{gerund(rest[-1].en)}" if about else None


def _made(verb: Entry, rest: Words, thing: Reader) -> str | None:
    """``推进作风建设常态化、长效化`` "make conduct building regular and long-term"."""
    end = len(rest)
    while end and (rest[end - 1].tag in LINKS or (rest[end - 1].tag in QUALITIES and rest[end - 1].zh.endswith("化"))):
        end -= 1
    end -= bool(end) and rest[end - 1].tag == "de"
    qualities = [entry.en for entry in rest[end:] if entry.tag not in LINKS | {"de"}]
    what = thing(rest[:end]) if qualities and end and rest[end].tag not in LINKS else None
    return f"{verb.en.partition(MARK)[0]}{MARK}make {what} {joined(qualities)}" if what else None


def seen_to(verb: Entry, rest: Words, thing: Reader, verb_phrase: Reader) -> str | None:
    """``推动 NP 落到实处`` "see that NP is put into practice", ``推动 NP 取得实效`` "see that NP achieves …"."""
    if is_cause(verb) and (made := _made(verb, rest, thing)):
        return made
    said = states(rest, thing, verb_phrase) if is_cause(verb) or verb.zh in LETTING else None
    if said is None or (verb.zh == "让" and rest[-1].tag == "v" and " are " in said):
        return None  # 让居民随时查阅: they do it
    return f"{MARK}see that {said.replace(MARK, '')}"


#: "start construction early and show results early"
_TWO_WHOLE = re.compile(rf"{MARK}[a-z]+ [a-z]+ [a-z ]*[a-z]+(?<!for)(?<!to)(?<!on)(?<!in) and {MARK}[^,]+$")


def and_does(first: Entry, reading: str) -> str:
    """``集中力量 VP`` "concentrate forces on", ``采取措施 VP`` "take measures to", else "and"."""
    if first.zh == "集中力量" and ", " not in reading:
        return f"{first.en} on {gerund(reading)}"
    if first.en.endswith((" efforts", " measures", "work hard")) and reading.startswith(MARK):
        return f"{first.en} to {reading.replace(MARK, '')}"
    if _TWO_WHOLE.match(reading):
        return f"{first.en}, {reading}"  # 早落地早开工早见效
    return f"{first.en} and {reading}"

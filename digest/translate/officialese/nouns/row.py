"""One noun in front of another: how it is said there, and whether it stands there well."""

from __future__ import annotations

import re

from digest.translate.officialese.nouns.joints import is_time
from digest.translate.officialese.words.lexicon import Entry, Words, kind, words
from digest.translate.officialese.words.morphology import is_determiner, is_plural, parted
from digest.translate.officialese.words.tags import NOUNS, VERBAL, nominal

#: plural in form, not to be cut when they modify another noun
_FIXED_PLURALS = frozenset(
    {"gas", "fireworks", "premises", "species", "funds", "statistics", "headquarters", "grassroots", "sports", "means"}
    | {"arrears", "waterworks", "standards", "affairs", "resources", "politics", "economics", "ethics", "logistics"}
    | {"news", "customs", "goods", "studies", "electronics", "rights", "communications", "sciences"}
)

#: words that make an English noun too heavy to stand before another noun
_HEAVY = re.compile(r" (?:of|and|that|by|to|in|for|with|on|or|from) |'s |,")
#: "pumping out" preparations
_OUT = re.compile(r"[a-z]+ing (?:out|up|down|off|away|back)\b")
_LIGHT_WORDS = 3
#: characters of a word that says more than 地区
_LONG = 2


def _singular(word: str) -> str:
    if not word.islower() or word in _FIXED_PLURALS or word.endswith(("ss", "us", "is")) or not word.endswith("s"):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("sses", "ches", "shes", "xes", "buses", "puses", "ruses")) else word[:-1]


def modifier(entry: Entry, *, first: bool = True) -> str:
    """A noun in front of another noun: its own attributive form, else without article and singular.

    能源产业优势 are "energy industry advantages", not "energy industrial" ones.
    """
    if entry.tag in NOUNS and entry.noun and (first or entry.noun not in {"industrial", "modern"}):
        return entry.noun
    english = entry.en if entry.tag in NOUNS else entry.noun
    if entry.tag in VERBAL and english == "checks":
        return "inspection"  # 查验职责
    head, _, last = parted(english)[1].rpartition(" ")
    return f"{head} {_singular(last)}".strip()


def stands_before(entry: Entry) -> bool:
    """True for a noun that reads well in front of another."""
    if _names_a_part(entry) or is_place(entry) or is_time(entry) or _OUT.match(entry.noun):
        return False
    if entry.zh in {"干部", "党员"}:
        return False  # "official initiative" is nobody's
    if entry.tag in NOUNS and entry.noun:
        return True
    english = nominal(entry) or ""
    return (
        entry.tag != "o"
        and english != ""
        and not is_determiner(english)
        and "“" not in english
        and not _HEAVY.search(english)
        and english.count(" ") < _LIGHT_WORDS
    )


def is_place(entry: Entry) -> bool:
    """上海: "conditions of Shanghai" rather than "Shanghai conditions"; a language and a firm are no places."""
    name = entry.en.istitle() and entry.en.isalpha() and not entry.noun
    return name and entry.tag == "n" and len(entry.zh) <= _LONG + 1 and not entry.zh.endswith(("话", "信"))


def _names_a_part(entry: Entry) -> bool:
    """重点领域, 先进地区: what is of it is said with "in" or "of"."""
    return len(entry.zh) > _LONG and entry.zh.endswith(("领域", "地区"))


#: "the role as a bridge": whose role it is stands before "as"
_AS = re.compile(r"^([^,]+?)( as an? .+)$")


#: what there is one of, or what are all there are, once it is said whose: "the requirements of the county"
_OF_ONE = re.compile(
    r"(?:requirement|arrangement|instruction|intention|goal|target|need|demand|expectation|concern|opinion|suggestion"
    r"|view|wish|interest|responsibilitie|dutie|function|advantage|strength|feature|attribute|characteristic|tradition"
    r"|result|trend|condition|boundarie|principle|difficultie|bottleneck|cause)s$"
    r"|\b(?:purity|fairness|objectivity|accuracy|continuity|diversity|safety|rigou?r|soundness|stability|certainty|uncertainty|anxiety|vitality|satisfaction|positioning|mission"
    r"|authority|integrity|competitiveness|resilience|confidence|credibility|position|standing|status|judgement|situation"
    r"|background|responsibility|essence|meaning|nature|li(?:fe|ves)|direction|power|strength|regularity)$"
)
#: what may be some of many, beside somebody who has them all
_OF_THE_ONE = re.compile(r"\b(?:(?<!action )(?<!implementation )plan|resource|effect)s$")
_OPEN = re.compile(r"^(?:more|many|various|several|other|such|a number|a series|some|greater|better|\w+'s?) ")


def definite(head: str, owner: str) -> str:
    """What is somebody's with its article: "strategic intentions" (of the centre) → "the strategic intentions"."""
    first, joined, last = head.partition(" and the ")
    if joined and not parted(first)[0] and " " not in first and " " not in last:
        return f"the {first} and {last}"  # positioning and the mission (of the region)
    one = _OF_ONE.search(head) or (owner.startswith(("the ", "all ", "our ")) and _OF_THE_ONE.search(head))
    known = parted(head)[0] or is_determiner(head) or _OPEN.match(f"{head} ") or re.search(" (?:by|of|for|in) ", head)
    return f"the {head}" if one and not known else head


def owned_by(head: str, joint: str, owner: str) -> str:
    """``head`` and its owner: "the role of deputies as a bridge"."""
    if joint != "of":
        return f"{head} {joint} {owner}"
    if role := _AS.match(head):
        return f"{role[1]} of {owner}{role[2]}"
    if (duty := _DUTY.match(head)) and owner.count(" ") < _FEW and owner[-1] == "s":
        return f"{definite(duty[1], owner)} of {owner} {duty[2]}"
    return f"{definite(head, owner)} of {owner}"


_DOERS = ("企业", "单位", "人员", "公司", "商户", "车辆")
#: what has a preposition of its own, which the next one would be taken for
_GOVERNS = re.compile(r" (?:for|on|to|in|against|with|from) ")
_AS_SAID = re.compile(r" and | as an? |^work on |^protection for |^support for | for (?:development|growth)$")


def is_open(head: str, last: Entry, before: Entry) -> bool:
    """Policies on refunds | of insurance: what is of what?  超标排放|企业: they are not of it, they do it."""
    does = last.zh.endswith(_DOERS) and words().get(before.zh[-2:], before).tag in VERBAL
    return does or (_GOVERNS.search(head) is not None and _AS_SAID.search(head) is None)


#: "responsibility for safety"
_DUTY = re.compile(r"^((?:the )?(?:[a-z]+ )?(?:responsibilit(?:y|ies)|duties)) (for .+)$")
_FEW = 6


def owes(heads: Words) -> bool:
    """``企业|安全生产|主体责任``: whose responsibility it is, not for whom."""
    return heads[-1].zh.endswith(("责任", "职责")) and heads[0].zh.endswith(kind("dutiful"))


def owed_by(duty: str, who: Entry) -> str:
    """``duty`` "responsibility for safety" of ``who``: "companies' responsibility for safety"."""
    own = whose(who)
    return f"{own} {duty.removeprefix('the ')}" if own else owned_by(duty, "of", who.en)


_EVERYWHERE = frozenset({"全国", "全省", "全市", "全县", "全区"})


def ranged(entries: Words) -> str:
    """``各级|机关``, ``全市|企业``, ``全市各级|机关``: what English says behind them, empty for what is no range."""
    first, rest = entries[0], entries[1:]
    if rest and first.zh == "各级各类":
        return "of all levels and kinds"
    if rest and first.zh == "各类" and (rest[-1].tag == "o" or rest[-1].zh.endswith("场所")):
        return "of all kinds"
    if not rest or not (first.zh.endswith("各级") or (first.zh in _EVERYWHERE and rest[-1].tag == "o")):
        return ""
    levels, _, where = first.en.replace("the whole", "of the").partition("of ")
    across = f"across {where}" if where else ""
    return f"at all levels {across}".strip() if "level" in levels else across


def said_by(said: str, whose: Entry) -> str:
    """``县委的部署`` "the plans of the county Party committee", ``书记的讲话`` "the Secretary's speech"."""
    of_what, of, what = said.rpartition(" of ")
    own = whose.zh.endswith(("书记", "主席", "总理")) or (whose.zh == "党" and not of)
    if not own or of_what not in {"", "the guiding principles"}:
        return f"{definite(said, whose.en)} of {whose.en}"
    return f"{of_what}{of}{whose.en}'s {what.removeprefix('the ')}"


def whose(entry: Entry) -> str | None:
    """``农民`` "farmers'": a plain plural of people."""
    if entry.tag != "o" or entry.en.count(" ") or not entry.en.endswith(("s", "men", "people")):
        return None
    return f"{entry.en}'" if entry.en.endswith("s") else f"{entry.en}'s"


#: what somebody does to what he watches: 部门对市场的监管
_WATCHES = ("监督", "监管", "监护", "检查", "考核", "审查", "审计")


def towards(said: str, who: Entry, head: Entry, joint: str, about: str) -> str:
    """``市民对分类的认识`` "citizens' understanding of sorting", ``部门对市场的监管`` "supervision of markets by …"."""
    if head.zh.endswith(_WATCHES):
        return f"{said} of {about} by {who.en}"
    own = whose(who)
    return f"{own} {said.removeprefix('the ')} {joint} {about}" if own else f"{said_by(said, who)} {joint} {about}"


_COUNTED = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})
_COUNTED |= {"many", "various", "several", "multiple"}
PROPER = frozenset({"China", "Chinese"})


def clashes(quality: str, noun: str) -> bool:
    """``更多中国`` "more China", 这一地点 "this sites", 三个思维 "three thinking": no English."""
    several = quality.split(" ", maxsplit=1)[0] in _COUNTED or quality in {"a number of", "a series of"}
    counted = several and not is_plural(noun) and " and " not in noun
    lives = quality in {"urban", "rural"} and " in " in noun  # 城镇|小区加装电梯
    return lives or noun in PROPER or counted or (quality == "this" and is_plural(noun))


def is_somebody(entry: Entry) -> bool:
    """People, a body, or a name."""
    return entry.tag == "o" or entry.en[:1].isupper()


def has_unclear_verbs(heads: Words) -> bool:
    """租房提取支持, 规划|落地: verbs of which nobody can tell which is of which."""
    verbs = [head.tag in VERBAL for head in heads[-3:]]
    return (len(verbs) > 2 and all(verbs)) or (verbs[-2:] == [True, True] and heads[-1].zh in {"落地", "见效"})

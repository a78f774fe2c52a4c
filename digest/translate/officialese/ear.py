"""What no English ear accepts, whatever the grammar says: a word said twice, a chain of "of"."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from digest.translate.officialese.words.lexicon import Entry, Words, section
from digest.translate.officialese.words.morphology import MARK, gerund
from digest.translate.officialese.words.tags import ADVERBS, LINKS, NOUNS, VERBAL

#: the same word on both sides, where Chinese had two
_TWICE = re.compile(
    r"\b((?!more\b)[a-z]{4,}|[a-z]{4,} [a-z]{4,})(?: and|,| of(?: the)?)? \1\b|\bnew new\b|\buse of use\b"
    r"|\b([a-z]{8})[a-z]* \2[a-z]*\b"  # standardised standardisation
    r"|\b([a-z]+(?: [a-z]+){2,4}) (?:to )?\3\b"  # go all out to go all out
)
#: 改善民生、扩大内需“两个大局”: the slogan sums up all that stands before it
_SUMS_UP = re.compile("、[^“]*“[两二三四五六七八九十]")
#: X of Y of Z in one breath: of such clauses readers marked four in ten below 4 of 5
_CHAIN = re.compile(
    r"(?<!job)(?<!sense) of (?:(?!(?:and|or|in|on|to|for|by|with|from|as|at|that|who) )[\w'“”-]+ ){1,6}"
    r"(?<!job )(?<!sense )of "
)
#: "A and B and C and D": who belongs to whom
_FLAT = re.compile(r"(?:\band (?:(?!(?:of|on|for|in|to|by|with|from|that) )[\w'’-]+ ){1,4}){3}")
#: 以座谈的形式: no English has "forms of discussions"
_FORMS = re.compile(r"\bof having (?:each|all|every|them)\b|\b(?:use|using|with) forms (?:of|such as) ")
#: 最突出重要的工作, 作风教育专项整治: words that nobody puts in a row
_PILED = re.compile(
    r"\bmost [a-z]+ (?:important|major|key|urgent) |\bon (?!work )[a-z]+ on (?!all )"
    r"|\bfor having |\bwith (?:[a-z]+ )?state\b"
    r"|\betc\. as |\bconstruction of (?:[a-z]+ ){0,3}(?:troops|companies|officials|people|staff|workers|residents)\b"
)
#: 反诈认识 is awareness of it
_LISTED = re.compile("[和与及、]")
#: prepositions that no noun beside "of" can share
_LOOSE = frozenset({"in", "with", "about", "for"})
#: an "of" that only says how many
_COUNTS = re.compile(r"\b(number|kinds?|types?|series|batch|mass|aspects) of ")
#: person by person
_ONE_BY_ONE = re.compile(r"\b([a-z]+) by \1\b")
_WORD = re.compile(r"[a-z]{5,}")
#: words that official English repeats
_OFTEN = frozenset({"party", "their", "which", "level", "levels", "development", "other", "those", "people", "close"})
_OFTEN |= {"front", "central", "safety", "higher", "constitution", "criticism", "national", "public", "leading"}
_OFTEN |= {"local"}
#: 对形势的判断和决策部署: the plans are not on the situation
_OF_ONE = re.compile(
    "对[^，、]*(?:形势|情况|局势)的[^，]*(?:判断|分析|研判)[和与、及][^，]*部署"
    "|责任落实[和与及](?:监督|检查|考核|追究|督)"
    "|(?<!建设)(?<!能力)[和与及][^，、和与的能]{1,6}能力建设"
)
#: 经济健康持续发展: it is sound, nobody's health
_SOUND = re.compile(
    r"(?<!身心)健康(?:、?(?:可?持续|稳定|快速|规范|有序|平稳|协调|绿色|高效)+地?(?:发展|运行|增长)|成长)"
)

#: 农民稳定增收: steadily, no stability of theirs
_STEADY = re.compile("稳定(?:增|提[高升]|供[给应]|转移|回升|扩大|恢复|改善|脱贫|达标|就业|生产|经营)")
#: 通过持续深入抓好整改: one hurried breath
_HURRIED = re.compile(r"\b(?:through|by) (?:[a-z]+ly (?:and )?)+[a-z]+ing\b(?!.*, )")
#: 围绕统筹发展和安全谋划工作: the last verb is that of the clause, and was read into what it is about
_SWALLOWED = re.compile(r"\bfocusing on [a-z]+ing\b[^,]* and [a-z]+ing\b")
_AND = re.compile("[和与及并、]")


def jars(english: str, text: str, entries: Words) -> bool:
    """Nobody would write this clause so; ``text`` and ``entries`` are its Chinese."""
    sums_up = _SUMS_UP.search(text) is not None and "” of " in english
    misplaced = any(not _beside(a, b, english) for a, b in itertools.pairwise(entries))
    flat = " and awareness of " in english and not _LISTED.search(text)
    flat = flat or ("standards of " in english and "规范健康" in text) or _OF_ONE.search(text) is not None
    flat = flat or (re.search(r"\bhealth\b", english) is not None and _SOUND.search(text) is not None)
    flat = flat or (re.search(r"\bstabili", english) is not None and _STEADY.search(text) is not None)
    flat = flat or _hurries(english, text)
    flat = flat or _is_flat(english, entries) or any(said.search(english) for said in (_FORMS, _PILED))
    flat = flat or _differ(entries) or _unclear(entries) or _by_others(entries)
    flat = flat or _TESTED.match(text) is not None
    return flat or repeats(english) or sums_up or misplaced or _says_again(english, text) or _chains(english, entries)


def _is_flat(english: str, entries: Words) -> bool:
    """A row of "and", beside those that words have of their own: "economic and social"."""
    owns = {own.replace(MARK, "") for e in entries for own in (e.en, e.noun, gerund(e.en)) if " and " in own}
    for own in sorted(owns, key=len, reverse=True):
        english = english.replace(own, own.replace(" and ", "&"))
    return _FLAT.search(f"{english} ") is not None


def _differ(entries: Words) -> bool:
    """``活动的知晓率和参与度``: awareness of, participation in; one preposition cannot serve both."""
    takes = section("heads.txt", "about")
    for at, entry in enumerate(entries[1:-1], 1):
        if entry.tag not in {"c", "and"} or at < 3 or entries[at - 2].tag != "de":
            continue
        if entries[at - 3].tag not in {"n", "k"} | VERBAL:
            continue
        pair = {takes.get(owned.zh, "of") for owned in (entries[at - 1], entries[at + 1])}
        if len(pair) > 1 and pair & _LOOSE and (at + 2 == len(entries) or entries[at + 2].tag in LINKS):
            return True
    return False


#: 主动进行核酸检测: they are tested, or test others
_TESTED = re.compile(
    r"^(?!.*(?:[对为给]|组织|安排|统筹|医疗|医护))"
    r".*(?:进行|完成|做好?)\w{0,4}(?:核酸检测|体检|健康检查|疫苗接种|接种)$"
)
_URGED = ("督促", "督导", "敦促")
_GUIDED = ("指导", "引导", "监督")


def _by_others(entries: Words) -> bool:
    """``督促|持续完善|体系``, ``配合|扫码|、|查验|证明``: who does the second deed is not who does the first."""
    for at, (entry, after) in enumerate(itertools.pairwise(entries)):
        if entry.tag not in VERBAL or after.tag in LINKS:
            continue
        if entry.zh.endswith(_URGED) and (after.tag in ADVERBS or (after.tag in VERBAL and not after.noun)):
            return True
        then = [e.tag for e in entries[at + 2 : at + 4]]  # 指导|及时|修订|预案
        open_deed = after.tag in ADVERBS and len(then) > 1 and then[0] in VERBAL and then[1] in NOUNS
        if open_deed and entry.zh.endswith(_GUIDED):
            return True
        behind = itertools.pairwise(entries[at + 1 :])
        if entry.zh.endswith("配合") and any(a.zh in {"、", "和", "与", "及"} and b.tag in VERBAL for a, b in behind):
            return True
    return False


#: for whom something is done, and no place for it to be geared to
_EVERYBODY = frozenset({"基层", "农村", "全国", "全省", "全市", "全县", "全区", "社会", "全社会", "一线"})


def _unclear(entries: Words) -> bool:
    """``强化调度``: of water, of vehicles, or of work; only a neighbour tells."""
    toward = next((i for i, entry in enumerate(entries) if entry.zh == "面向"), len(entries))
    behind = entries[toward + 2 :]
    if any(a.tag == b.tag == "o" and "的" in a.zh for a, b in zip(entries, entries[2:], strict=False)):
        return True  # 工作不力的单位|和|个人: the individuals too
    everybody = bool(behind) and entries[toward + 1].zh in _EVERYBODY
    if everybody or any(entry.tag in VERBAL | {"p"} for entry in behind):
        return True  # 面向基层选派干部: for whom it is done
    if any(b.zh == "意识" and a.tag in {"vi", "p"} for a, b in itertools.pairwise(entries)):
        return True  # 敢闯意识: no awareness
    if any(b.zh == "主体" and a.tag in {"n", "v"} for a, b in itertools.pairwise(entries)):
        return True  # 认定主体: who does it, or to whom it is done
    at = next((i for i, entry in enumerate(entries) if entry.zh in {"调度", "科学调度"}), None)
    if at is None:
        return False
    beside = (*entries[max(at - 1, 0) : at], *entries[at + 1 : at + 2])
    return not any(entry.tag in NOUNS and not entry.zh.endswith(("工作", "机制", "工程")) for entry in beside)


#: 根据实际调整方案: what is done stands in it, and nothing is done by the adjustment
_ADJUSTED = re.compile(r"^(?:要)?(?:根据|依据|结合)[^的]{2,}(?:调整|采取|完善|优化|及时|适时)[^的]*$")


def halts(english: str, text: str) -> bool:
    """What should belong to the clause behind it repeats itself, or is one that was read as a noun."""
    return repeats(english) or _hurries(english, text) or _ADJUSTED.search(text) is not None


def _hurries(english: str, text: str) -> bool:
    """A row of adverbs before a gerund, or a verb of the clause among what it is about."""
    said = english.replace(MARK, "").lower()
    more = said.count(" and ") > len(_AND.findall(text))
    return _HURRIED.search(said) is not None or (more and _SWALLOWED.search(said) is not None)


def repeats(english: str) -> bool:
    """A word beside itself."""
    return _TWICE.search(english) is not None


def _beside(quality: Entry, noun: Entry, english: str) -> bool:
    """中小型金融机构风险: the institutions are small, not the risks."""
    if quality.tag != "a" or not quality.zh.endswith("型") or noun.tag not in {"n", "o"}:
        return True
    return f"{quality.en} {noun.en.removeprefix('the ')[:4]}" in english


def _says_again(english: str, text: str) -> bool:
    """A word twice where Chinese has nothing twice."""
    english = _ONE_BY_ONE.sub(r"\1", english)
    said = Counter(word.removesuffix("s") for word in _WORD.findall(english) if word not in _OFTEN)
    return max(said.values(), default=0) > max(Counter(text).values())


def _chains(english: str, entries: Words) -> bool:
    """A chain of "of", beside those that words have of their own."""
    owns = {entry.en for entry in entries if " of " in entry.en or " up the " in entry.en}
    for phrase in (*owns, *(gerund(own) for own in owns if MARK in own)):
        own = phrase.replace(MARK, "")
        english = english.replace(own, re.sub(" of(?: |$)", "-of-", own))
    return _CHAIN.search(_COUNTS.sub(r"\1-of-", english)) is not None

"""What can be read off a demand once it is cut: head, deadline, strength, topic, and whether it is a principle."""

from __future__ import annotations

import re

from digest import data
from digest.text.directives.markers import Kind, connective_length, ordinal, read_clause
from digest.text.segment import clauses

_CUES = data.sections("cues")
_DAY = r"(?:\d{4}年)?(?:\d{1,2}月(?:\d{1,2}[日号]|底|初|末|[上中下]旬)?|\d{1,2}[日号])"
_DEADLINE = re.compile(
    rf"(?:{_DAY}|\d{{4}}年(?:底|末)?|(?:今|明|本|当)?年[底末]|[本当]?月[底末]|[本当上下]?季度末|[一二三四]季度(?:末|结束)?|春节|元旦|清明|五一|端午|中秋|国庆|汛期|汛前|入冬|供暖季|采暖季|高考|开学|两节|双节|节)(?:到来)?(?:之前|以前|前)"
    rf"|(?:截至|截止到?|到){_DAY}(?:前|之前|完成)?|到20\d{{2}}年底?|即日起(?:至{_DAY})?|自{_DAY}(?:起)?至{_DAY}"
    r"|(?:[一二三四五六七八九十两半\d]+)(?:个)?(?:工作日|小时|天|日|周|个?月|年)(?:之|以)?内(?!出现|发生|累计|连续|超过|[两三四五六七八九十]次)|(?:本周|本月|本季度|年|月|周|今年|上半年|下半年|汛期|假期)(?:之)?内"
    r"|在?最短时间内|在?第一时间|立即(?!\S{0,2}召开)|立刻|马上|限期|今晚|今天|明天|当天|当日|当晚"
)
_NO_DEADLINE = re.compile(r"年内生产总值|第一时间窗")
_FORBIDS = re.compile(rf"(?:{data.alternation(_CUES['marker_not'])})")
_ENCOURAGES = re.compile(r"^(?:鼓励|提倡|倡导|支持)")
_DEMANDING = frozenset({Kind.MARKED, Kind.ACTION, Kind.OWNED})
_MUST = re.compile(r"必须|务必|务须|须(?!知)")
_PRINCIPLE = re.compile(rf"(?:{data.alternation(_CUES['principle'])})|[\W_]|习近平[^，、]*(?:思想|精神|论述)|“[^”]*”")


def deadline(text: str) -> str | None:
    """The words that bound completion: a date, a period, 立即; 及时 and 尽快 are none.

    >>> deadline("各县要在6月底前完成整改"), deadline("要及时上报"), deadline("3日内报县政府")
    ('6月底前', None, '3日内')
    """
    match = _DEADLINE.search(text)
    return match[0] if match and not _NO_DEADLINE.search(text) else None


def strength(marker: str, text: str) -> str:
    """``must not``, ``must``, ``encouraged`` or ``should``, from the marker that opens the demand."""
    if _FORBIDS.search(marker):
        return "must not"
    if _MUST.search(marker):
        return "must"
    return "encouraged" if _ENCOURAGES.match(text) else "should"


def demand_type(text: str) -> str:
    """``principle`` if nothing is left after attitude, style, spirit and campaign are struck, else ``operational``."""
    return "operational" if _work(text) else "principle"


def _work(clause: str) -> bool:
    return len(_PRINCIPLE.sub("", _naked(clause))) >= 3


def _naked(clause: str) -> str:
    """A clause without connective, ordinal, owner and marker."""
    bare = clause[connective_length(clause) :]
    if found := ordinal(bare):
        bare = bare[len(found.text) :].lstrip("，要")
    read = read_clause(bare)
    if read.marker:
        bare = bare[len(read.prefix) :]
        bare = bare if _FORBIDS.match(bare) else bare.removeprefix(read.marker)
    elif read.owner:
        bare = bare[len(read.owner) :]
    return bare


def head(text: str) -> str:
    """The shortest actionable phrase, a substring of the text: the first clause of work, without owner and marker."""
    parts = [text[a:b] for a, b in clauses(re.sub("[。；]", "，", text))]
    chosen = next((p for p in parts if _work(p) and read_clause(p).kind in _DEMANDING), parts[0])
    naked = _naked(chosen)
    phrase = naked if len(naked) >= 4 else chosen
    return phrase if phrase in text else chosen


def topic(text: str, context: str) -> str | None:
    """The topic with most keywords in the demand, else in its context (title and lead); None if no keyword stands there."""
    for source in (text, context):
        counts = {name: sum(source.count(word) for word in words) for name, words in data.sections("topics").items()}
        best = max(counts, key=lambda name: counts[name])
        if counts[best]:
            return best
    return None

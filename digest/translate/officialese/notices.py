"""Set forms of notices: who does it (``由公安机关依法处理``), how often, from when a paper is in force."""

from __future__ import annotations

import re

from digest.translate.officialese.clause import clause_en
from digest.translate.officialese.names.deadline import deadline_en
from digest.translate.officialese.names.organs import office, organ
from digest.translate.officialese.nouns.phrase import noun_phrase, noun_phrase_of
from digest.translate.officialese.verbs.amounts import PER
from digest.translate.officialese.verbs.conditions import condition
from digest.translate.officialese.words.lexicon import cut, section
from digest.translate.officialese.words.morphology import article, is_plural, one_of

_BY = re.compile(r"^(?:统一|一律)?由(?P<rest>[^，]{5,})$")
_LONGEST, _SHORTEST = 14, 2
_OFTEN = re.compile(
    r"^(?P<who>.*?)(?P<per>每(?:个月|月|季度|半年|年|周|天|日|学期))(?P<least>至少|不少于)?"
    r"(?P<verb>组织开展|开展|组织|进行|召开|举行)(?:不少于)?(?P<times>[一1两2三3四4])次(?P<what>.+)$"
)
_TIMES = {"一": "once", "1": "once", "两": "twice", "2": "twice"}
_TIMES |= {"三": "three times", "3": "three times", "四": "four times", "4": "four times"}
_IN_FORCE = re.compile(
    r"^[本该]?(?P<paper>[^自，]{2,6}?)自(?P<day>(?:发布|印发|公布|签发|下发)之日|\d{4}年\d{1,2}月\d{1,2}日)起"
    r"(?:正式)?(?:施行|实施|执行|生效)$"
)
_ISSUED = {"发布": "publication", "印发": "issue", "公布": "publication", "签发": "signing", "下发": "issue"}
_FIRST = re.compile(r"^(?P<who>.+?)(?:为|是)(?:本(?:单位|部门|地区|企业))?(?P<what>[^为是]*?)(?:第一|主要)责任人$")


def notice_en(text: str) -> str | None:
    """English for one clause of such a form, beginning small, or None."""
    if text.startswith("每"):
        return _each(text)
    return (
        _on_finding(text)
        or _least(text)
        or _headed(text)
        or _by(text)
        or _often(text)
        or _in_force(text)
        or _first(text)
        or _counted_from(text)
    )


def _by(text: str) -> str | None:
    """``由县教育局负责组织`` "the county education bureau should …"."""
    found = _BY.match(text)
    for size in range(_LONGEST, _SHORTEST - 1, -1) if found else ():
        who, act = (found["rest"][:size], found["rest"][size:]) if found else ("", "")
        entries = cut(who)
        known = organ(who) or (entries and entries[-1].tag == "o")
        if known and len(act) > _SHORTEST and (said := clause_en(f"{who}要{act}")):
            return said
    return None


def _often(text: str) -> str | None:
    """``每月开展一次隐患排查`` "carry out hazard checks once a month"."""
    found = _OFTEN.match(text)
    said = clause_en(f"{found['who']}{found['verb']}{found['what']}") if found else None
    if found is None or said is None or ", " in said or " and " in said:
        return None
    least = "at least " if found["least"] or "不少于" in text else ""
    return f"{said} {least}{_TIMES[found['times']]} {PER[found['per'].removeprefix('每')]}"


def _in_force(text: str) -> str | None:
    """``本通告自发布之日起施行`` "this notice takes effect on the day of publication"."""
    found = _IN_FORCE.match(text)
    paper = section("names.txt", "papers").get(found["paper"]) if found else None
    if found is None or paper is None:
        return None
    day = found["day"]
    when = f"on the day of its {_ISSUED[day[:2]]}" if day.endswith("之日") else deadline_en(day)
    several = is_plural(paper)
    this, takes = ("these", "take") if several else ("this", "takes")
    when = when.replace("its", "their") if when and several else when
    return f"{this} {paper} {takes} effect {when}" if when else None


_ON_FINDING = re.compile(
    r"^(?P<what>(?:发现|发生|出现|遇到|遇有).{2,8}?)(?:的|时|后)?(?:要|应|须|必须|请)?(?P<act>(?:立即|及时|第一时间|马上|迅速).{2,})$"
)


def _on_finding(text: str) -> str | None:
    """``发现火情及时报警`` "if fires are found, promptly call the police"."""
    found = _ON_FINDING.match(text)
    when = condition(f"{found['what']}的") if found else None
    said = clause_en(found["act"]) if found and when else None
    return f"{when}, {said}" if said and ", " not in said else None


_LEAST = re.compile(r"^(?P<who>.*?)(?:至少|不少于)(?P<act>[^\d]{2,4}\d.+)$")


def _least(text: str) -> str | None:
    """``至少建成3个示范村`` "build at least 3 model villages"."""
    found = _LEAST.match(text)
    said = clause_en(found["who"] + found["act"]) if found else None
    return re.sub(r"(?<= )(?=\d)", "at least ", said, count=1) if said and len(re.findall(r" \d", said)) == 1 else None


def _each(text: str) -> str | None:
    """``每个乡镇建成1个示范村``: each of them, not all together."""
    said = _least(text) or clause_en(text)
    who, should, act = (said or "").partition(" should ")
    if who.startswith("each ") or not re.search(r"\d", text) or not should:
        return said
    each = one_of(who.removeprefix("all "))
    return f"each {each} should {act}" if who.startswith("all ") and each != who.removeprefix("all ") else None


_HEADED = re.compile(r"^成立由(?P<who>[^，]{2,12}?)(?:任|担任)组长的(?P<what>.*(?:领导小组|专班|工作组))$")


def _headed(text: str) -> str | None:
    """``成立由县长任组长的领导小组`` "set up a leading group headed by the county head"."""
    found = _HEADED.match(text)
    who, what = (office(found["who"]), noun_phrase_of(found["what"])) if found else (None, None)
    if not who or not what:
        return None
    return f"set up {article(one_of(what.removeprefix('the ')))} headed by the {who.removeprefix('the ')}"


def _counted_from(text: str) -> str | None:
    """``自受理之日起20日内作出决定`` "within 20 days of acceptance, make a decision"."""
    at = text.find("内", text.find("之日起")) + 1
    when = condition(text[:at]) if "之日起" in text and at else None
    said = clause_en(text[at:]) if when else None
    return f"{when}, {said}" if said and ", " not in said else None


def _first(text: str) -> str | None:
    """``主要负责人为第一责任人``: who answers first."""
    found = _FIRST.match(text)
    who = cut(found["who"]) if found else None
    if found is None or not who or who[-1].tag != "o":
        return None
    named, about = noun_phrase(who), noun_phrase_of(found["what"]) if found["what"] else ""
    if not named or about is None:
        return None
    return f"{named} bear{'' if is_plural(named) else 's'} ultimate responsibility{f' for {about}' if about else ''}"

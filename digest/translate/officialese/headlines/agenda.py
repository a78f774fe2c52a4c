"""What a meeting does: hear reports, adopt documents, study speeches, plan work."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from digest.translate.officialese.headlines.bodies import body
from digest.translate.officialese.headlines.campaigns import people, topic
from digest.translate.officialese.headlines.documents import adopted, studied
from digest.translate.officialese.headlines.naming import document, named
from digest.translate.officialese.headlines.parts import any_of, each
from digest.translate.officialese.headlines.persons import leaders, one_post
from digest.translate.officialese.names.names import is_name, leading_place
from digest.translate.officialese.names.organs import office, organ
from digest.translate.officialese.names.pinyin import person
from digest.translate.officialese.nouns.compound import joined
from digest.translate.officialese.verbs.verb import verb_phrase
from digest.translate.officialese.words.lexicon import cut, section
from digest.translate.officialese.words.morphology import mark, plain

Reader = Callable[[str], str | None]


@cache
def _begins() -> re.Pattern[str]:
    verbs = any_of(section("around.txt", "agenda"))
    return re.compile(f"^(?:再|进一步|专题|集中|认真|深入)?(?:{verbs}|就(?=.*(?:征求|听取)))")


def is_agenda(text: str) -> bool:
    """True for what a meeting does; other predicates behind its name are mottoes."""
    return text in section("meetings.txt", "deeds") or _begins().match(text) is not None


def item(text: str, meeting: Reader) -> str | None:
    """One point of an agenda as an infinitive; ``meeting`` reads the name of a meeting.

    >>> from digest.translate.officialese.words.morphology import plain
    >>> plain(item("听取防汛工作情况汇报", lambda text: None))
    'hear reports on flood control'
    """
    text = HOW.sub("", text).replace("“两会”", "两会")
    if known := section("meetings.txt", "deeds").get(_SOME.sub("", text)):
        return mark(known, both=True)
    if sessions := _SESSIONS.match(text):
        said = item(f"{sessions[1]}全国两会精神", meeting)
        return said.replace("the annual sessions", f"the {sessions[2]} annual sessions") if said else None
    for read in (
        adopted,
        _reports,
        _several,
        _briefing,
        _decisions,
        _announced,
        _opinions,
        _consulted,
        _appoints,
        _elects,
        _marks,
        _placed,
    ):
        if said := read(text):
            return said
    return studied(text, meeting) or verb_phrase(cut(text, named) or ()) or _work(text)


_LEARNT = re.compile(
    "^((?:传达|学习|贯彻|落实|宣传|领会|深入)+)(.*?总书记.*?)(?:精神)?[和及与、](?:以及)?(.{2,30}精神)$"
)


def words_and_meeting(text: str, deed: Reader) -> str | None:
    """``传达学习总书记重要讲话和省委全会精神``: the guiding principles of both; empty for two not understood."""
    found = _LEARNT.match(text)
    if found is None or (whole := studied(text, lambda _: None)):
        return whole if found else None
    first, second = deed(f"{found[1]}{found[2]}精神"), deed(f"{found[1]}{found[3]}")
    done, of, what = second.partition("the guiding principles of ") if second else ("", "", "")
    return f"{first} and of {what}" if first and of and first.startswith(f"{done}{of}") else ""


_ON_AGENDA = section("around.txt", "on-agenda")
_AGENDA = re.compile(
    f"^({any_of(_ON_AGENDA)})(.{{2,80}}?)等(?:有关|相关|重点|近期|当前)*(工作|事项|问题|议题|事宜|内容)?$"
)


def _several(text: str) -> str | None:
    """``研究防汛、春耕等工作`` "study flood control, spring ploughing and other work"."""
    found = _AGENDA.match(text)
    said = each(re.split("[、和及]", found[2]), topic) if found else []
    if found is None or not said:
        return None
    verb, rest = mark(_ON_AGENDA[found[1]], both=True), "work" if found[3] == "工作" else "matters"
    return f"{verb} {', '.join(said)} and other {rest}"


_WORK = re.compile(f"^({any_of(_ON_AGENDA)})(.{{2,40}})工作$")


def _work(text: str) -> str | None:
    """``部署物流保通保畅工作`` "plan work on smooth flow of logistics"."""
    found = _WORK.match(text)
    about = topic(found[2]) if found else None
    return f"{mark(_ON_AGENDA[found[1]], both=True)} work on {about}" if found and about else None


_HEARD = re.compile(
    "^(?:专题|集中|书面)?听取(并审议|和审议|审议(?!意见)|并讨论)?(.*?)(?:的)?(?:工作)?(?:进展|推进|落实|开展|完成|执行|整改|运行|筹备|准备)?"
    "(?:情况)?(?:的)?(?:专题|专项|年度|述职)?(?:汇报|报告|述职|通报)(等(?:事项|议题|内容)?)?$"
)
_REPORT_ON = re.compile(
    "^听取(并审议|和审议|审议|并讨论)?(?:了)?(.{2,14}?)关于(.{2,40}?)(?:工作)?(?:的)?(?:情况)?(?:的)?"
    "(?:专项|专题)?(?:工作)?(?:报告|汇报)$"
)
_ALSO = {None: "", "并讨论": " and discuss"}


def _hear(also: str | None) -> str:
    return mark(f"hear{_ALSO.get(also, ' and deliberate on')}", both=True)


def _whoever(text: str) -> str | None:
    return organ(text) or body(text)


def _reports(text: str) -> str | None:
    """``听取防汛工作进展情况汇报`` "hear reports on flood control"."""
    if (one := _REPORT_ON.match(text)) and (by := _whoever(one[2])) and (what := topic(one[3])):
        return f"{_hear(one[1])} the report of {by} on {what}"
    found = _HEARD.match(text)
    if found is None:
        return None
    pieces = found[2].split("、") if found[2] else []
    about, whose = each(pieces, topic), each(pieces, _whoever)
    if pieces and not about and not whose:
        return None
    matter = f" of {joined(whose)}" if whose else f" on {joined(about)}" if about else ""
    return f"{_hear(found[1])} reports{matter}{' and other matters' if found[3] else ''}"


#: how it is done says little: 专题听取
HOW = re.compile(
    "^(?:专题|集中|认真|集体|现场|深入)(?=学习|传达|研究|部署|听取|审议|讨论|观看|安排|通报|分析|协商|约谈)"
)
_SESSIONS = re.compile("^(.+?)(\\d{4})年全国两会精神$")
_SOME = re.compile("(?:有关|相关|部分)(?=人事|干部)")
_ANNOUNCED = re.compile(
    "^宣布(?:(.{1,6}?委(?:[、和].{1,6}?委)*)(?:组织部)?关于)?(.{2,30}?)(任职|任命|任免|职务任免|免职|职务调整|职务变动|调整)的?决定$"
)
_DECISIONS = re.compile(
    "^宣布(.{1,8}委(?:[、和].{1,8}委)*)?(?:有关|相关|关于)*(?:人事|干部)(任免|调整|任职|变动)?的?决定$"
)


def _decisions(text: str) -> str | None:
    """``宣布省委、市委有关人事任免决定``: decisions of whom, on appointments."""
    found = _DECISIONS.match(text)
    parts = re.split("[、和]", found[1]) if found and found[1] else []
    by = each(parts, _whoever)
    if found is None or len(by) != len(parts):
        return None
    what = {"任免": "appointments and removals", "任职": "appointments"}.get(found[2], "changes of personnel")
    return f"{mark('announce', both=True)} decisions{f' of {joined(by)}' if by else ''} on {what}"


def _announced(text: str) -> str | None:
    """``宣布市委关于县委主要领导职务调整的决定``: whose decision, on what."""
    found = _ANNOUNCED.match(text)
    whom = leaders(found[2]) or _the_one(found[2]) or topic(found[2]) if found else None
    parts = re.split("[、和]", found[1]) if found and found[1] else []
    by = joined(each(parts, _whoever)) if parts else ""
    if found is None or whom is None or (parts and not by):
        return None
    kind = "changes" if "调整" in found[3] or "变动" in found[3] else "the appointment"
    kind = {"免职": "the removal", "任免": "appointments", "职务任免": "appointments"}.get(found[3], kind)
    decision = f"the decision of {by} on " if by else ""
    return f"announce {decision}{kind} {'among' if kind.endswith('s') else 'of'} {whom}"


def _the_one(text: str) -> str | None:
    """``校长`` "the school head": a post that one has."""
    post = one_post(text) if text.endswith(("长", "书记", "主任", "主席", "行长", "经理")) else None
    return f"the {post}" if post else None


_OPINIONS = re.compile(
    "^(听取|征求|征集|收集|广泛征求)(.{0,12}?)(?:对|关于)(.{2,30}?)(?:的)?(?:意见和建议|意见建议|意见|建议)$"
)
_ASKED = re.compile("^(?:就|围绕)(.{2,30}?)(?:广泛)?(征求|听取)(.{0,12}?)(?:意见和建议|意见建议|意见|建议)$")


def _opinions(text: str) -> str | None:
    """``听取专家对规划的意见建议``, ``就规划征求意见``: "hear opinions and suggestions of experts on the plan"."""
    if found := _OPINIONS.match(text):
        verb, whom, matter = found.groups()
    elif found := _ASKED.match(text):
        matter, verb, whom = found.groups()
    else:
        return None
    about, by = topic(matter) or document(matter), people(whom) if whom else ""
    if about is None or by is None or (whom and not by):
        return None
    asked = mark("hear", both=True) if verb == "听取" else f"{mark('ask', both=True)} for"
    return f"{asked} opinions and suggestions{f' of {by}' if by else ''} on {about}"


_CONSULTED = re.compile(
    "^(?:围绕|就|聚焦|针对)(.{2,40}?)(?:工作)?(建言献策|建言资政|协商议政|协商建言|开展协商|进行协商|座谈交流|座谈|协商|讨论|研讨)$"
)


def _consulted(text: str) -> str | None:
    """``围绕养老服务建言献策`` "offer advice on services for older people"."""
    found = _CONSULTED.match(text) or re.match("^协商()(.{2,40})$", text)
    about = topic((found[1] or found[2]).strip("“”")) if found else None
    if found is None or about is None:
        return None
    verb = "offer advice on" if found[1] and "言" in found[2] else "discuss"
    return f"{verb} {about}"


_APPOINTS = re.compile("^(?:决定)?(任命|选举|推选)(.{2,4}?)(?:同志)?为(.{2,20})$")


def _appoints(text: str) -> str | None:
    """``任命林知远为副县长`` "appoint Lin Zhiyuan deputy county head"."""
    found = _APPOINTS.match(text)
    post = office(found[3]) if found and is_name(found[2]) else None
    return f"{'appoint' if found[1] == '任命' else 'elect'} {person(found[2])} {post}" if found and post else None


#: 选举产生新一届|党支部委员会
_NEW = re.compile("^选举(?:产生)?(?:了)?新一届(.{2,12}?)(?:班子|成员)?$")
_NAMED = re.compile("^宣布(.{2,4}?)(?:同志)?(?:任|担任)(.{2,20}?)(?:的)?(?:决定)?$")


def _elects(text: str) -> str | None:
    """``选举产生新一届理事会`` "elect a new council", ``宣布林知远任局长`` "announce the appointment of …"."""
    if (new := _NEW.match(text)) and (who := body(new[1]) or topic(new[1])):
        return f"elect a new {plain(who).removeprefix('the ')}"
    found = _NAMED.match(text)
    posts = each(found[2].split("、"), one_post) if found and is_name(found[1]) else []
    return f"announce the appointment of {person(found[1])} as {joined(posts)}" if found and posts else None


def _marks(text: str) -> str | None:
    """``庆祝云岭县成立20周年`` "mark the 20th anniversary of the founding of …"."""
    said = topic(text) if re.match("庆祝|纪念", text) else None
    return f"mark {said}" if said else None


_PLACED = section("around.txt", "in-a-place")


def _placed(text: str) -> str | None:
    """``督导云岭县防汛工作`` "supervise work on flood control in Yunling County"."""
    verb = next((zh for zh in _PLACED if text.startswith(zh) and text.endswith("工作")), "")
    where = leading_place(text.removeprefix(verb)) if verb else None
    rest = text[len(verb) + where.length :].removesuffix("工作") if where and where.level else ""
    about = topic(rest) if len(rest) > 1 else None
    return f"{mark(_PLACED[verb], both=True)} work on {about} in {where.english}" if where and about else None


_BRIEFED = re.compile("^通报(?:了)?(.{2,40}?)(?:(?:的|有关|相关)?情况)?$")


def _briefing(text: str) -> str | None:
    """``通报上半年工作情况`` "give a briefing on work in the first half of the year"."""
    found = _BRIEFED.match(text)
    about = None
    if found and (results := re.match("^(.{2,}?)(?:工作|举措|措施)*(?:成果|成效|战果|结果)$", found[1])):
        about = f"the results of {done}" if (done := topic(results[1])) else None
    about = about or (topic(found[1]) if found else None)
    return f"{mark('give', both=True)} a briefing on {about}" if about else None

"""What leaders do beside meetings: instructions, letters, talks, journeys, lectures, new posts."""

from __future__ import annotations

import re

from digest.translate.officialese.headlines.attending import event_of, perhaps_held_by
from digest.translate.officialese.headlines.bodies import body, holders
from digest.translate.officialese.headlines.campaigns import people, topic
from digest.translate.officialese.headlines.meetings import meetings
from digest.translate.officialese.headlines.parts import any_of, the
from digest.translate.officialese.headlines.persons import one_post, titled, who
from digest.translate.officialese.headlines.rows import row_at_end
from digest.translate.officialese.headlines.sessions import of_term
from digest.translate.officialese.headlines.spots import spot
from digest.translate.officialese.headlines.teams import team
from digest.translate.officialese.headlines.visitors import from_abroad
from digest.translate.officialese.names import dates
from digest.translate.officialese.names.names import is_bare_name, is_name, levels, place, place_name
from digest.translate.officialese.names.pinyin import person
from digest.translate.officialese.words.lexicon import section

#: the whole city, county …
_ALL = re.compile("^全[省市县区州镇乡](?=..)")


def _ends(text: str, title: str) -> tuple[str, str]:
    """(the text before a word of a list of meetings.txt, its English); no English for a text that ends in none."""
    zh, english = row_at_end(title, text)
    return text.removesuffix(zh), english


def _somebody(text: str) -> str | None:
    return titled(text) or who(text)


#: 青川大学校长: one man
_HEAD = re.compile("(?:校长|院长|书记|主席|董事长|总经理|总裁|行长|[县市区镇局厅]长)$")


def _whom(text: str) -> str | None:
    """People or a body that somebody meets or writes to."""
    if sits_in := re.match("^(.+会议)列席(?:的)?代表$", text):
        session = perhaps_held_by(sits_in[1])
        return f"deputies sitting in on {the(session)}" if session else None
    if _ALL.match(text) and (said := people(text[2:])):
        return f"{said} of the {levels()[text[1]][1]}"
    if not text.startswith(("各", "全", "所")):
        post = one_post(text) if _HEAD.search(text) else None
        if post and " of " in post:
            return f"the {post}"
        if text.endswith(("董事长", "总裁", "总经理", "行长")):
            return None
    of_body = ((people(rest), holder) for holder, rest in holders(text) if re.match("the |[A-Z]", holder))
    if known := next((f"{said} of {holder}" for said, holder in of_body if said), None):
        return known
    known = from_abroad(text) or people(text) or _somebody(text)
    return known.removesuffix(",") if known else None


def leader(text: str) -> str | None:
    """One deed of somebody, or None.

    >>> leader("林知远对防汛工作作出重要指示")
    'Lin Zhiyuan gave important instructions on flood control work'
    """
    readers = (
        *(_declared, _instructed, _congratulated, _wrote, _talked, _paid_visit),
        *(_travelled, _appointed, _lectured, _deliberated, _as_member, _alone),
    )
    return next((said for read in readers if (said := read(text))), None)


#: work that goes without saying
_RELIEF = re.compile("救灾|救援|抢险|善后|救治|搜救")
_INSTRUCTED = re.compile(
    r"^(.{2,24}?)(?:对|就|针对|围绕)(.{2,40}?)\s?(?:分别|再次|专门|连续|及时|先后)?[作做提]出"
    "(重要|明确|具体)?(指示批示|批示指示|指示|批示|部署|部署安排|安排部署|要求)$"
)
_HOW = {"重要": "important ", "明确": "clear ", "具体": "specific ", None: ""}


def _instructed(text: str) -> str | None:
    """``林知远对防汛工作作出批示``: "gave written instructions on flood control work"."""
    found = _INSTRUCTED.match(text)
    somebody = _somebody(found[1]) if found else None
    about = _matter(found[2]) if found and somebody else None
    if found is None or about is None:
        return None
    how = _HOW[found[3]]
    if "部署" in found[4]:
        return f"{somebody} made {how}plans for {about}"
    if found[4] == "要求":
        return f"{somebody} set {how}requirements for {about}"
    written = "written " if found[4] == "批示" else ""
    return f"{somebody} gave {how}{written}instructions on {about}"


def _matter(text: str) -> str | None:
    """``防汛工作``, ``进一步做好防汛工作``: what instructions are about."""
    if _ALL.match(text) and (said := _matter(text[2:])):
        return f"{said} across the {levels()[text[1]][1]}"
    said = topic(text) or topic(re.sub("^(?:进一步|扎实|切实)", "", text))
    if said is None and text.endswith(("会议", "大会", "座谈会", "现场会", "交流会", "推进会")):
        said = the(meetings(text, None) or "") or None
    return re.sub("^work on | work(?= across|$)", "", said) if said and _RELIEF.search(text) else said


_CONGRATULATED = re.compile("^(.{2,24}?)(?:致信|致电|致函|发信|发来贺信|发贺电)(祝贺|慰问|勉励|感谢)(.{2,40})$")
_LETTERS = {
    "祝贺": "congratulations",
    "慰问": "sympathy",
    "勉励": "encouragement",
    "感谢": "thanks",
}
_YEARS = re.compile(r"^(.+?)(?:成立|建立|建校|创建|创办|建院|建县|建市|建所|建馆|建厂)(\d{1,3})周年$")


def _congratulated(text: str) -> str | None:
    """``林知远致信祝贺青川大学建校100周年``: what a message is about, or whom it is for."""
    found = _CONGRATULATED.match(text)
    somebody = _somebody(found[1]) if found else None
    if found is None or somebody is None:
        return None
    event = _event(found[3]) if found[2] == "祝贺" else None
    whom = None if event else _whom(found[3])
    told = f"on {event}" if event else f"to {whom}" if whom else ""
    return f"{somebody} sent a message of {_LETTERS[found[2]]} {told}" if told else None


def _event(text: str) -> str | None:
    """``第五届云岭论坛开幕``, ``青川大学建校100周年``: an event that one congratulates on."""
    if (anniversary := _YEARS.match(text)) and (whose := body(anniversary[1])):
        return f"the {dates.ordinal(int(anniversary[2]))} anniversary of the founding of {whose}"
    if text.endswith("周年"):
        return topic(text)
    what, begins = _ends(text, "occasions")
    named = (meetings(what, None) or body(what) or topic(what)) if begins else None
    return f"{begins} {the(named)}" if named else None


_WROTE = re.compile("^(.{2,24}?)[给向为](.{2,30})$")


def _wrote(text: str) -> str | None:
    """``林知远给青川大学学生回信``: "wrote back to …"."""
    before, wrote = _ends(text, "letters")
    found = _WROTE.match(before) if wrote else None
    somebody, whom = (_somebody(found[1]), _whom(found[2])) if found else (None, None)
    if found and somebody and "congratulations" in wrote and whom is None:
        event = meetings(found[2], None)
        whom = the(event) if event else None
    return f"{somebody} {wrote} {whom}" if somebody and whom else None


_TALKED = re.compile("^(.{2,24}?)(同|与|和|对|为)(.{2,30}?)(?:进行|举行|开展)?$")


def _talked(text: str) -> str | None:
    """``林知远同企业家代表座谈``: "held a discussion with …"; one speaks 对 and 为 somebody in an official talk."""
    before, talked = _ends(text, "talks")
    found = _TALKED.match(before) if talked else None
    if found is None or (found[2] in "对为" and not text.endswith("谈话")):
        return None
    somebody, whom = _somebody(found[1]), _whom(found[3])
    return f"{somebody} {talked} {whom}" if somebody and whom else None


_DECLARED = re.compile("^(.{2,24}?)宣布(.{2,24}?)(?:正式)?(开幕|闭幕|开赛|开馆|通车|启动|开工|投产)$")
_OPEN = {"闭幕": "closed"}
_START = {"启动": "the launch of", "开工": "the start of construction of", "投产": "the start of production of"}


def _declared(text: str) -> str | None:
    """``林知远宣布运动会开幕``: "declared the sports meeting open"."""
    found = _DECLARED.match(text)
    somebody, event = (_somebody(found[1]), meetings(found[2], None) or topic(found[2])) if found else (None, None)
    if found is None or somebody is None or event is None:
        return None
    named = re.sub("^an? |^(?!the )", "the ", event)
    if start := _START.get(found[3]):
        return f"{somebody} declared {start} {named}"
    return f"{somebody} declared {named} {_OPEN.get(found[3], 'open')}"


_PAID = re.compile("^(.{2,24}?)(?:(?:开始|结束)?对)(.{2,12}?)进行(?:为期.天的)?(.{0,6}?)访问$")


def _paid_visit(text: str) -> str | None:
    """``林知远对德国进行友好访问``: "paid a friendly visit to Germany"."""
    found = _PAID.match(text)
    kind = section("meetings.txt", "state-visits").get(found[3] or "访问") if found else None
    somebody, at = (_somebody(found[1]), spot(found[2])) if found else (None, None)
    return f"{somebody} paid {kind} to {at.english}" if somebody and kind and at else None


_TRAVELLED = re.compile("^(.{2,24}?)(?:(?:率领|率|带领)(.{0,14}?))?(?:赴|到|前往|来)(.{2,12}?)$")


def _travelled(text: str) -> str | None:
    """``林知远率党政代表团赴上海考察学习``: who led whom where, and what for."""
    before, mission = _ends(re.sub("出访(.+)$", r"赴\1访问", text), "missions")
    found = _TRAVELLED.match(before) if mission else None
    at = spot(found[3]) if found else None
    if found is None or at is None or found[3][0] in "我本":  # 来我县考察 is a visit
        return None
    told = f"{mission} to {at.english}" if mission.startswith("on ") else f"to {at.english} {mission}"
    if found[2]:
        somebody, group = _somebody(found[1]), _delegation(found[2])
        return f"{somebody} led {group} {told}" if somebody and group else None
    somebody = _delegation(found[1]) or _somebody(found[1])
    return f"{somebody} went {told}" if somebody else None


def _where(text: str | None) -> str | None:
    """In Yunling County, at the bureau; empty where nothing is said."""
    at = spot(text) if text else None
    return at.where if at else None if text else ""


#: 率团, 率代表团, 率队: no more is said of them
_UNNAMED = {"团": "a delegation", "代表团": "a delegation", "队": "a team"}


def _delegation(text: str) -> str | None:
    """``市党政代表团`` "a city Party and government delegation", ``队`` "a team"."""
    return _UNNAMED.get(text) or team(text.removeprefix("我"))


_APPOINTED = re.compile(
    "^(?:(.{2,12}委)决定[：:，]?)?(.{2,4}?)(?:同志)?(?:全票|依法)?(当选|被任命|担任|兼任|任|不再担任|辞去)为?(.{2,20}?)(?:职务)?$"
)
_NEW = {"当选": "was elected", "不再担任": "is no longer", "辞去": "resigned as"}


def _appointed(text: str) -> str | None:
    """``林知远当选云岭县县长`` "Lin Zhiyuan was elected …"."""
    found = _APPOINTED.match(text)
    post = one_post(found[4]) if found and is_name(found[2]) else None
    by = body(found[1]) if found and found[1] else ""
    if found is None or post is None or by is None:
        return None
    decided = f" by decision of {by}" if by else ""
    return f"{person(found[2])} {_NEW.get(found[3], 'was appointed')} {post}{decided}"


_LESSONS = {
    "党课": "Party lecture",
    "思政课": "lesson of ideological and political education",
    "第一课": "first lesson",
    "形势与政策课": "lesson on the situation and policies",
    "辅导": "lecture",
    "辅导报告": "lecture",
    "宣讲报告": "lecture",
}
_HOW_TAUGHT = {"专题": "special ", "廉政": "clean-government ", "开学": "new-term ", None: ""}
_LECTURED = re.compile(
    "^(.{2,24}?)(?:(?:赴|到|在|深入|走进)(.{2,12}?))?(?:(?:为|给|向)(.{2,24}?))?(?:作|讲授|讲|上)(?:了)?(?:一堂)?"
    f"(专题|廉政|开学)?({any_of(_LESSONS)})$"
)


def _lectured(text: str) -> str | None:
    """``林知远为机关党员讲专题党课`` "gave a special Party lecture to …"."""
    found = _LECTURED.match(re.sub("[“”]", "", text))
    somebody = _somebody(found[1]) if found else None
    where = _where(found[2]) if found else None
    whom = _whom(found[3]) if found and found[3] else ""
    if found is None or somebody is None or whom is None or where is None:
        return None
    lesson = f"a {_HOW_TAUGHT[found[4]]}{_LESSONS[found[5]]}"
    lesson = "the first lesson of the term" if found[4] == "开学" and found[5] == "第一课" else lesson
    return f"{somebody} gave {lesson}{f' to {whom}' if whom else ''}{where}"


_DELIBERATED = re.compile(
    "^(.{2,24}?)参加(?:他?所在的?)?(?:[省市县区]?人大|[省市县区]?政协(?:委员)?)?(?:(.{2,20}会议)?(.{2,10})代表团的?|代表团|小组|分组|(联组)(?:会议)?)(审议|讨论)$"
)


def _deliberated(text: str) -> str | None:
    """``林知远参加云岭代表团审议``: "took part in the deliberations of the Yunling delegation"."""
    found = _DELIBERATED.match(text)
    somebody = _somebody(found[1]) if found else None
    if found is None or somebody is None:
        return None
    what = "deliberations" if found[5] == "审议" else "discussions"
    if not found[3]:
        group = "delegation" if "代表团" in text else "joint group" if found[4] else "group"
        return f"{somebody} took part in {group} {what}"
    whose = place(found[3]) or (place_name(found[3]) if is_bare_name(found[3]) else None)
    bare, term = dates.term(found[2] or "")
    session = event_of(bare) if bare else None
    if whose is None or (found[2] and session is None):
        return None
    at = f" at {of_term(session, term)}" if session else ""
    return f"{somebody} took part in the {what} of the {whose} delegation{at}"


def _as_member(text: str) -> str | None:
    """``林知远以普通党员身份参加组织生活会``: as one of many."""
    found = re.match("^(.{2,24}?)(以(?:普通)?党员身份)?参加(?:所在)?(?:党)?支部(.+)$", text)
    somebody, meeting = (_somebody(found[1]), meetings(found[3], None)) if found else (None, None)
    if found is None or somebody is None or meeting is None:
        return None
    return f"{somebody} attended {meeting} as {'an ordinary Party member' if found[2] else 'a member of the branch'}"


_DID = re.compile("^(.{2,24}?)(?:代表(.{2,12}?))?(?:(?:赴|到|在|深入)(.{2,12}?))?(?:开展|带队|带头|现场|在)*$")


def _alone(text: str) -> str | None:
    """``林知远开展接访活动``: deeds that say all by themselves."""
    before, did = _ends(text, "deeds-of-leaders")
    found = _DID.match(before) if did else None
    if found is None:
        return None
    somebody, where = _somebody(found[1]), _where(found[3])
    for_whom = body(found[2]) if found[2] else ""
    if somebody is None or where is None or for_whom is None:
        return None
    return f"{f'On behalf of {for_whom}, ' if for_whom else ''}{somebody} {did}{where}"

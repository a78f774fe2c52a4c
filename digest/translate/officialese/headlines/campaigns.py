"""What a meeting is about: its matter, whom it is with, and the body that it is a meeting of."""

from __future__ import annotations

import re

from digest.translate.officialese.headlines import laws, matters, occasions, systems, titles, works
from digest.translate.officialese.headlines.done import done_to_all, opened_last
from digest.translate.officialese.headlines.naming import named
from digest.translate.officialese.headlines.parts import each, longest_first
from digest.translate.officialese.headlines.rows import row_at, row_at_end
from digest.translate.officialese.names.names import leading_place, place
from digest.translate.officialese.names.organs import AS_ADJECTIVE, field, organ, units
from digest.translate.officialese.nouns.compound import joined
from digest.translate.officialese.nouns.phrase import noun_phrase
from digest.translate.officialese.verbs.verb import doing
from digest.translate.officialese.words.lexicon import Entry, cut, match, words
from digest.translate.officialese.words.morphology import gerund, plain, with_quality
from digest.translate.officialese.words.senses import settled

_PREPOSITION = re.compile(" (?:on|in|of|for|against)$")


def _studied(text: str) -> str | None:
    """``树立正确政绩观学习教育``: "the study campaign on establishing …"."""
    ending, english = row_at_end("on-a-matter", text) if text not in words() else ("", "")  # 人大代表建议
    is_named = _QUOTED.match(text.removesuffix(ending)) is not None  # “两学一做”学习教育
    entries = cut(text.removesuffix(ending)) if ending and not is_named else None
    about = doing(entries) if entries else None
    if about and entries and entries[-1].tag == "o":  # 五所高校主题教育: where it goes on
        return f"{_PREPOSITION.sub('', english)} in {plain(about)}"
    return f"{english} {plain(about)}" if about else None


#: words for persons rather than bodies: 网格员工作会议 is for them, 人大工作会议 on it
PERSONS = ("员", "长", "人", "者", "师", "生", "代表", "干部", "企业家", "书记", "主任", "专家")


#: a longer row of words is no plain name of people
_MOST_PEOPLE = 8


def people(text: str, *, only_persons: bool = False) -> str | None:
    """``平台企业``, ``机构负责人``: people and bodies that a meeting is with.

    None when the text names no people; "" when it does, but a verb before them may be read as what they do.
    """
    if said := _of_fields(text) or _directors(text) or _core(text):
        return said
    entries = cut(text)
    if (
        not entries
        or len(entries) > _MOST_PEOPLE
        or entries[-1].tag != "o"
        or (only_persons and not text.endswith(PERSONS))
    ):
        return None
    if any(entry.tag not in {"o", "n", "a", "ad", "c", "and", "q", "k"} for entry in entries):
        if said := _asked_about(text, entries[-1]):
            return said
        return "" if any(entry.tag in {"v", "vp", "etc"} for entry in entries) else None
    if any(entry.zh.endswith((*_HELPING, "”")) and entry.tag != "o" for entry in entries[:-1]):
        return ""  # 金融支持民营企业: what is done for them
    in_sector = matters.in_sector(text, lambda whom: people(whom) or None) if "领域" in text else None
    return in_sector or _attending(entries) or _asked_about(text, entries[-1]) or ""


def _core(text: str) -> str | None:
    """``理论宣讲骨干`` "key staff for lectures on theory", ``民兵骨干`` "core militia"."""
    whose = text.removesuffix("骨干")
    entry = words().get(whose) if whose != text and text not in words() else None
    if entry and entry.tag == "o":
        return f"core {entry.en.removeprefix('the ')}"
    about = topic(whose) if whose not in {text, ""} and text not in words() else None
    return f"key staff for {about}" if about else None


#: 文化和旅游|厅局长
_HEADS = re.compile("^(.{2,12}?)(?:厅局长|厅（局）长|厅长)$")
_DIRECTORS = re.compile("^(?!各)(.{2,10}?(?:办公室|办|局))(?<!公)(主任|局长)$|^(.{2,6})(局长)$")


def _directors(text: str) -> str | None:
    """``扶贫办主任`` "directors of poverty relief offices", ``商务局长`` "heads of commerce bureaus"."""
    if (heads := _HEADS.match(text)) and (what := field(heads[1])):
        return f"heads of {what} departments"
    found = _DIRECTORS.match(text)
    office = (found[1] or f"{found[3]}局") if found else ""
    one = organ(f"县{office}") if office and text not in words() else None
    if found is None or one is None or not re.match("the county [a-z -]+(?:office|bureau)$", one):
        return None
    return f"{'directors' if found[2] == '主任' else 'heads'} of {one.removeprefix('the county ')}s"


_OF_FIELDS = re.compile("^(?:(.{2,20}?)[和及])?([^和及]{2,20}?)(等)?领域(?:的)?(?:各界)?(代表|专家|专家学者)$")


def _of_fields(text: str) -> str | None:
    """``专家、企业家和教育、卫生等领域代表``: persons, and representatives of fields."""
    found = _OF_FIELDS.match(text)
    fields = each(found[2].split("、"), matters.field_of) if found else []
    persons = each(found[1].split("、"), people) if found and found[1] else []
    if found is None or not fields or (found[1] and not persons):
        return None
    whom = "representatives" if found[4] == "代表" else "experts"
    others = [one for field in fields for one in re.split(", | and ", field)] if found[3] else []
    said = f"{whom} of {', '.join(others)} and other fields" if others else f"{whom} of {joined(fields)}"
    return f"{', '.join(persons)}, and {said}" if persons else said


def _asked_about(text: str, last: Entry) -> str | None:
    """``优化营商环境企业家`` "entrepreneurs on improving the business environment"."""
    about = topic(text.removesuffix(last.zh)) if last.zh in _ADVISERS else None
    return f"{last.en} on {about}" if about else None


_ADVISERS = frozenset({"企业家", "专家", "专家学者", "民营企业家"})
_HELPING = ("支持", "帮扶", "扶持", "引导", "帮助")


def _attending(entries: tuple[Entry, ...]) -> str | None:
    """``经济形势专家`` "experts on the economic situation", ``退役军人代表`` "representatives of veterans"."""
    last, before = entries[-1], entries[:-1]
    if before and last.zh in _INVITED and before[-1].zh.endswith(_MATTERS):
        about = noun_phrase(before)
        return f"{last.en} on {plain(about)}" if about else None
    if last.zh == "代表":
        whom = noun_phrase(before) if before else None
        return f"representatives of {plain(whom)}" if whom else None
    said = noun_phrase(entries)
    return plain(said) if said else None


#: ``经济形势专家``: people asked for their word on what stands before them
_INVITED = frozenset({"专家", "企业家", "企业", "代表", "专家学者"})
_MATTERS = ("形势", "工作", "运行", "规划", "建设", "改革")


_QUOTED = re.compile("^“([^“”]+)”$")
_AROUND = ("假期期间", "假期", "期间", "前夕", "前后", "前", "节前")
_ROUND_A_HOLIDAY = {"前": "before", "前夕": "before", "节前": "before", "前后": "around", "期间": "during"}


def _timed(text: str) -> str | None:
    """``秋冬季防火``, ``五一假期安全生产``: what is done, then when."""
    season, when = row_at("seasons", text)  # 暑假期间 over 暑假
    rest = topic(text.removeprefix(season)) if season and season != text else None
    if rest:
        return f"{rest} {when}"
    day, others = occasions.feast_before(text)
    around = next((zh for zh in _AROUND if others.startswith(zh)), "")
    rest = topic(others.removeprefix(around)) if around and others != around else None
    if rest is None:
        return None
    if around.startswith("假期"):
        return f"{rest} over the {day.removeprefix('the ')} holiday"
    return f"{rest} {_ROUND_A_HOLIDAY[around]} {day}"


_PLAN = re.compile(
    "^(“十[三四五六七]五”)(?:期间|时期|规划)(?!编制|中期|实施|评估|纲要|重[大点]|项目|目标|任务|草案|建议|执行|前期|思路)(.{4,})$"
)


def _in_plan(text: str) -> str | None:
    """``“十四五”规划公共服务``: what is done, "in the 14th five-year plan period"."""
    found = _PLAN.match(text)
    rest = topic(found[2]) if found else None
    return f"{rest} in {words()[found[1]].en}" if found and rest and found[1] in words() else None


def _quoted(text: str) -> str | None:
    """``“一体推进改革发展”`` as the whole matter: a motto, as what it is about."""
    found = _QUOTED.match(text)
    said = topic(found[1]) if found else None
    if day := occasions.feast(text):
        return day
    if said is None or "“" in said:
        return said
    return f"the “{said.removeprefix('the ')}”" if said.startswith("the ") else f"“{said}”"


def _placed(text: str) -> str | None:
    """``襄阳古城保护``: what is done, and the place it is done in, which is not in the word lists."""
    if cut(text, named) is not None:
        return None
    found = leading_place(text)
    where = found.english if found and found.level else ""
    length = found.length if found and where else 2
    where = where or place(text[:length]) or ""
    said = topic(text[length:]) if where[:1].isupper() and len(text) > length + 1 else None
    return f"{said} in {where}" if said else None


def _industry(text: str) -> str | None:
    """``新能源产业发展``: development of the industry, not industrial development of new energy."""
    said = topic(text.removesuffix("发展")) if re.search("..产业发展$", text) and match(text, 0) is not None else None
    return f"development of {said}" if said and text not in words() else None


def _national(text: str) -> str | None:
    """``全国示范区`` "national demonstration zones"."""
    entries = cut(text)
    if not entries or entries[0].zh != "全国" or len(entries) < 2 or entries[1].tag not in {"n", "o"}:
        return None
    what = noun_phrase(entries[1:])
    return with_quality("national", plain(what)) if what else None


def _special(text: str) -> str | None:
    if said := next((said for form in titles.SPECIAL if (said := form(text, topic))), None):
        return said
    for special in (_in_plan, _timed, _quoted, _studied, _national, _industry, _placed):
        if (said := special(text)) is not None:
            return said
    for form in (*laws.SPECIAL, *occasions.SPECIAL, *works.SPECIAL, *systems.SPECIAL, *matters.SPECIAL):
        if (said := form(text, topic)) is not None:
            return said
    return None


#: 庆祝中国共产党成立103周年暨“七一”: the same day
_ALSO_THE_DAY = re.compile("(?<=周年)暨“?七一”?$")
_SKILLS = re.compile("^((?!.*[暨和与及、]).{2,8})业务(?:工作)?$")


def topic(text: str) -> str | None:
    """What a meeting is about; a named campaign with what it is for and where."""
    text = _ALSO_THE_DAY.sub("", text.replace("”“", "”、“"))
    if (skills := _SKILLS.match(text)) and text not in words():  # 信访业务: what those who do it must know
        text = skills[1]
    if "暨" in text:
        return systems.in_any_system(text, topic) or _both(text)
    if (said := _special(text)) is not None:
        return said
    entries = cut(text, named)
    if not entries or entries[0].zh.isdigit():
        return None if entries else _by_its_aim(text)
    last = entries[-2] if len(entries) > 1 and entries[-1].zh == "工作" else entries[-1]
    matter = text[: text.rfind(last.zh)]
    if last.en.startswith("the “") and matter:
        return _campaign_on(last.en, matter)
    if _GOOD_JOB.match(text) and (what := topic(_GOOD_JOB.sub("", text))):
        return what
    return _by_its_words(entries) or _side_by_side(text) or works.project(text, topic)


_AIMED = re.compile("^([^“”]{4,})(“[^“”]{2,8}”)$")


def _by_its_aim(text: str) -> str | None:
    """``农村污水治理“提质增效”``: what is aimed at, in what is done."""
    found = _AIMED.match(text)
    matter, aim = (topic(found[1]), _quoted(found[2])) if found else (None, None)
    return f"{aim} in {matter}" if matter and aim and aim.startswith("“") and "“" not in matter else None


def _both(text: str) -> str | None:
    """``防汛工作暨安全生产``: two matters, or more."""
    text = re.sub("(?<=暨)业务(?=暨|$)", "业务技能", text)
    parts = each((part.removesuffix("工作") for part in text.split("暨")), topic)
    return _of_two(*parts) if len(parts) == 2 else joined(parts) if parts else None


_LEANING = re.compile(" (?:of|in|for|on|with|against|by) |^[a-z]+ing (?!and )")


def _of_two(first: str, second: str) -> str:
    """Of two matters the plain one first: "rural governance and pilot projects of reform", not "of reform and …"."""
    if not _LEANING.search(first) or _LEANING.search(second):
        return joined([first, second])
    return f"{first} as well as {second}" if " and " in first else f"{second} and {first}"


def _by_its_words(entries: tuple[Entry, ...]) -> str | None:
    whole = doing(opened_last(settled(entries))) or done_to_all(entries)
    return re.sub("^keeping (?=[a-z]+ing )", "steadily ", plain(whole)) if whole else None


#: 做好防汛工作会议: a meeting on it; that it is to be done well is said of all work
_GOOD_JOB = re.compile("^(?:扎实|切实|全力|统筹|持续|全面|全力以赴)?(?:做好|抓好)(?=.{2})")


_SAFETY = re.compile("^(.+)[和与及、](安全生产|消防安全|食品安全|安全稳定|社会稳定|信访稳定|信访维稳)$")


def _side_by_side(text: str) -> str | None:
    """``防汛和安全生产``: the last of two is a set phrase, of which the first takes nothing; a list of fields."""
    found = _SAFETY.match(text)
    first, second = (topic(found[1]), topic(found[2])) if found else (None, None)
    return f"{first} and {second}" if first and second else matters.fields_listed(text)


_CARRYING_OUT = frozenset({"落实", "压实", "推进", "推动", "开展", "深化", "实施"})


def _campaign_on(campaign: str, matter: str) -> str | None:
    """A named campaign with what it is for and where, or whose it is."""
    if (verb := words().get(matter)) and verb.tag in {"v", "vp"}:
        return f"{plain(gerund(verb.en))} {campaign}" if "{}" not in verb.en else None
    if matter.endswith(("系统", "机关", "行业")) and (whose := noun_phrase(cut(matter) or ())):
        return f"{campaign} of {plain(whose)}"
    if matter.endswith("参与") or people(matter):
        whom = people(matter.removesuffix("参与"))
        if not whom:
            return None
        return f"participation of {whom} in {campaign}" if "参与" in matter else f"{campaign} among {whom}"
    found = leading_place(matter)
    where = f" in {found.english}" if found and found.level else ""
    for_what = cut(matter[found.length :] if found and where else matter)
    if for_what and len(for_what) > 1 and for_what[0].zh in _CARRYING_OUT:  # 落实食品安全“两个责任”
        campaign, for_what = f"{plain(gerund(for_what[0].en))} {campaign}", for_what[1:]
    about = doing(for_what) if for_what else None
    return f"{campaign} on {plain(about)}{where}" if about else None


def committee(text: str) -> str | None:
    """``国土空间规划委员会``, ``防汛工作领导小组``, ``常委会``: what meets, by the matter it is there for."""
    for unit, rest in [*units(text), ("", text)] if "暨" not in text else ():
        of_party = bool(unit) and rest.startswith("委")  # 市委审计委员会
        said = _body_on(rest.removeprefix("委") if of_party else rest)
        if said and of_party:
            level = unit.removeprefix("the ")
            said = re.sub("(?<!standing )committee", "commission", said)
            return said.replace("the ", f"the {AS_ADJECTIVE.get(level, level)} Party ", 1)
        if said:
            level = unit.removeprefix("the ")
            return said.replace("the ", f"the {AS_ADJECTIVE.get(level, level)} ", 1) if unit else said
    return None


def _body_on(text: str) -> str | None:
    for ending, english in longest_first("meetings.txt", "bodies").items():  # 审计委员会 is more than a 委员会
        matter = text.removesuffix(ending).removesuffix("工作")
        if text.endswith(ending) and not matter and not english.endswith(" on"):
            return english
        entries = cut(matter, named) if text.endswith(ending) and matter and english.endswith(" on") else None
        has_matter = text.endswith(ending) and english.endswith(" on")
        said = titles.national_zone(matter, topic) if has_matter else None
        said = said or (doing(entries) if entries else None)
        if said:
            return f"{english} {plain(said)}"
    return None
